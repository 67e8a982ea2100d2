"""Score a pipeline on raw text of the test treebanks, as selon reads: sentences cut by punctuation, then parsed.

python training/evaluate.py training/build/fr/model-best ../shared/data [--json OUT]
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
import spacy
from conllu import read
from corpora import entities, tree_doc
from name_corpora import given
from spacy.scorer import Scorer
from spacy.training import Example

import selon.parsers.name_classes
import selon.parsers.tokenizer  # noqa: F401
from selon.lang.language import load_language
from selon.stages.sentences import cut_sentences

TESTS = {"Sequoia": "fr_sequoia-ud-test", "GSD": "fr_gsd-ud-test"}


def syntax(nlp: spacy.Language, data: Path, stem: str) -> dict[str, float]:
    """UPOS, lemma, UAS and LAS; each test sentence is given as text, tokens are ours."""
    examples = []
    for source in read(data / "treebanks" / "fr" / f"{stem}.conllu.xz"):
        gold = tree_doc([source.tree], nlp.vocab)
        doc = nlp.make_doc(gold.text.rstrip())
        for token in doc[1:]:
            token.is_sent_start = False
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        examples.append(Example(doc, gold))
    scores = Scorer(nlp).score(examples)
    return {
        k: round(100 * scores[k], 1)
        for k in ("token_f", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las")
        if scores.get(k) is not None
    }


def sentence_cut(data: Path, stem: str) -> float:
    """F1 of sentence ends when the whole test set is one text."""
    texts = [tree_doc([s.tree]).text.strip() for s in read(data / "treebanks" / "fr" / f"{stem}.conllu.xz")]
    text, ends = "", set()
    for sentence in texts:
        text += sentence + " "
        ends.add(len(text) - 1)
    found = {c.span.end for c in cut_sentences(text, load_language("fr"))}
    right = len(ends & found)
    return round(100 * 2 * right / (len(ends) + len(found)), 1)


def name_scores(nlp: spacy.Language, data: Path) -> dict[str, float]:
    """Exact F1 of names on Sequoia test."""
    examples = []
    for row in given(data, "sequoia-frsemcor-test"):
        gold = nlp.make_doc(row["text"])
        entities(gold, row)
        examples.append(Example(nlp(row["text"]), gold))
    scores = Scorer.score_spans(examples, "ents")
    return {"all": round(100 * scores["ents_f"], 1)} | {k: round(100 * v["f"], 1) for k, v in sorted(scores["ents_per_type"].items())}


def speakers(nlp: spacy.Language, data: Path) -> str:
    """How many of the 24 postposed speakers are the subject of their verb of saying."""
    right = total = 0
    with (data / "treebanks" / "fr" / "incise_speaker_test24.tsv").open(encoding="utf-8") as lines:
        for row in csv.reader(lines, delimiter="\t"):
            if len(row) < 3:
                continue
            doc = nlp(row[0])
            total += 1
            right += any(t.text == row[2] and t.dep_.startswith("nsubj") and t.head.text == row[1] for t in doc)
    return f"{right}/{total}"


def evaluate(model: str, data: Path) -> dict[str, Any]:
    """All figures of the model card."""
    nlp = spacy.load(model)
    return {
        "syntax": {name: syntax(nlp, data, stem) for name, stem in TESTS.items()},
        "sentences": {name: sentence_cut(data, stem) for name, stem in TESTS.items()},
        "names, Sequoia test": name_scores(nlp, data),
        "postposed speakers": speakers(nlp, data),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("data", type=Path)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    result = evaluate(args.model, args.data)
    print(json.dumps(result, ensure_ascii=False, indent=1))
    if args.json:
        args.json.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
