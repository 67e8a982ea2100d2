"""Build the training corpora of one language from the open treebanks and name corpora.

    python training/corpora.py ../shared/data training/build

Sources and licences: `training/README.md`.  Nothing of them is kept in the repository; only the weights are.
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from conllu import Source, Tree, read
from name_corpora import beside_treebank, given, swapped, written
from spacy.tokens import Doc, DocBin
from synthesis import Dispatches

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
from selon.parsers.tokenizer import build_tokenizer

if TYPE_CHECKING:
    from spacy.vocab import Vocab

HERE = Path(__file__).parent
GROWN = {
    "postposed": 1500,
    "que": 500,
    "selon": 400,
    "dated": 400,
    "subject": 700,
    "opener": 150,
    "gerund": 450,
    "comme": 200,
    "aspect": 150,
}
WRITTEN = ("fr_sequoia-ud-train", "fr_gsd-ud-dev", "fr_gsd-train-subset-from-FIB")
OTHER = ("fr_fqb-ud-test", "fr_parisstories-ud-train", "fr_rhapsodie-ud-train")

NLP = spacy.blank("fr")
NLP.tokenizer = build_tokenizer(NLP, "fr")


def entities(doc: Doc, row: dict[str, Any] | None) -> None:
    """Set the entities of a row on a document; words without annotation stay missing."""
    if row is None:
        doc.set_ents([], default="missing")
        return
    spans = [doc.char_span(s, e, label=label, alignment_mode="expand") for s, e, label in row["ents"]]
    missing = [doc.char_span(s, e, alignment_mode="expand") for s, e in row.get("missing", ())]
    spans = spacy.util.filter_spans([s for s in spans if s is not None])
    taken = {t.i for s in spans for t in s}
    missing = spacy.util.filter_spans([m for m in missing if m is not None and not any(t.i in taken for t in m)])
    doc.set_ents(spans, missing=missing, default="outside")


def tree_doc(trees: list[Tree], vocab: Vocab = NLP.vocab) -> Doc:
    """One document of one or more trees."""
    words, spaces, pos, morphs, lemmas, heads, deps, starts = [], [], [], [], [], [], [], []
    for tree in trees:
        offset = len(words)
        for i, w in enumerate(tree):
            words.append(w.form)
            spaces.append(True if i == len(tree) - 1 else w.space_after)
            pos.append(w.upos)
            morphs.append(w.feats)
            lemmas.append(w.lemma)
            heads.append(w.head + offset)
            deps.append(w.dep)
            starts.append(i == 0)
    return Doc(vocab, words=words, spaces=spaces, pos=pos, morphs=morphs, lemmas=lemmas, heads=heads, deps=deps)


def named(sources: list[Source], rows: dict[str, dict[str, Any]]) -> list[Doc]:
    """One document for each tree; names where a name corpus annotates the sentence (by id) or its text."""
    docs = []
    for source in sources:
        doc = tree_doc([source.tree])
        row = rows.get(source.id) or rows.get(source.text)
        entities(doc, row if row is not None and doc.text.rstrip() == source.text else None)
        docs.append(doc)
    return docs


def varied(tree: Tree, rng: random.Random) -> Tree:
    """The same tree with other quotation marks and apostrophes, as outlets differ."""
    quotes = rng.choice(['"', "“”", "«»"])
    curly = rng.random() < 0.5
    out, opening = [], True
    for w in tree:
        form = w.form
        if form in {'"', "«", "»", "“", "”"}:
            is_open = form in "«“" or (form == '"' and opening)
            opening = not is_open
            form = quotes[0] if is_open else quotes[-1]
        elif curly:
            form = form.replace("'", "’")
        out.append(replace(w, form=form))
    return tuple(out)


def packed(trees: list[Tree], rng: random.Random) -> list[Doc]:
    """Documents of one to four trees, so that sentence starts are learnt too; sentences keep their order."""
    docs, i = [], 0
    while i < len(trees):
        n = rng.choice([1, 1, 2, 3, 4])
        doc = tree_doc([varied(t, rng) if rng.random() < 0.3 else t for t in trees[i : i + n]])
        doc.set_ents([], default="missing")
        docs.append(doc)
        i += n
    return docs


def text_docs(rows: list[dict[str, Any]]) -> list[Doc]:
    """Texts that carry names and no trees."""
    docs = []
    for row in rows:
        doc = NLP(row["text"])
        entities(doc, row)
        docs.append(doc)
    return docs


def main(data: Path, out: Path) -> None:
    """Write train.spacy, dev.spacy and the test sets."""
    out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(5)
    bank = {stem: list(read(data / "treebanks" / "fr" / f"{stem}.conllu.xz")) for stem in (*WRITTEN, *OTHER)}
    name_rows = {r["text"]: r for f in ("partial-gsd-fqb-parisstories", "sequoia-frsemcor-train") for r in given(data, f)}
    name_rows |= beside_treebank("gsd") | beside_treebank("fqb")
    prose = [s.tree for stem in WRITTEN for s in bank[stem]]
    train = [d for stem in (*WRITTEN, "fr_fqb-ud-test", "fr_parisstories-ud-train") for d in named(bank[stem], name_rows)]
    train += packed(prose, rng)
    train += packed([s.tree for s in bank["fr_rhapsodie-ud-train"]], rng)
    grown = Dispatches(prose).grow(GROWN)
    rng.shuffle(grown)
    train += packed(grown, rng)
    train += text_docs(given(data, "sequoia-swapped")) + text_docs(rng.sample(given(data, "templates"), 500))
    ours = [row for file in sorted((HERE / "names" / "fr").glob("*.txt")) for row in written(file)]
    train += text_docs(ours) + text_docs(swapped(ours, rng))
    DocBin(docs=train, store_user_data=False).to_disk(out / "train.spacy")
    print(f"train: {len(train)} documents, {sum(map(len, train))} words, {len(grown)} grown trees")
    dev_rows = {r["text"]: r for r in given(data, "sequoia-frsemcor-dev")}
    dev = named(list(read(data / "treebanks" / "fr" / "fr_sequoia-ud-dev.conllu.xz")), dev_rows)
    DocBin(docs=dev).to_disk(out / "dev.spacy")
    print("dev", len(dev), "with names", len(dev_rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
