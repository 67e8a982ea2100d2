"""Pack a trained pipeline for the package: float16 weights, one xz file, a card.

    python training/pack.py training/build/fr/model-best src/selon/weights/fr --version 1.0

GSD scores are the same before and after (measured; `training/evaluate.py` reads either).
"""

from __future__ import annotations

import argparse
import json
import lzma
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
import spacy

import selon.parsers.name_classes
import selon.parsers.tokenizer  # noqa: F401

CARD = """# French pipeline {version}

Tags, morphology, lemmas, Universal Dependencies trees and names (PER, LOC, ORG, MISC); made by the recipe in `training/`.

- **Data**: UD_French-Sequoia train, FQB, FrSemCor (LGPL-LR); UD_French-GSD dev and 266 sentences of train, ParisStories train, Rhapsodie train (CC BY-SA 4.0); generated trees and templates of ours.
- **Licence**: trained on texts under two share-alike licences, LGPL-LR and CC BY-SA 4.0; what combining them means for weights is not settled (see NOTICES.md).
- **Not in it**: the test parts of Sequoia and GSD, and every text of `benchmarks/`, except that Sequoia dev, which chose the training step, holds some sentences of the attribution set.
- **Size**: float16, {size:.1f} MB; one embedding of width 96 and depth 4.

## Scores

Text in, tokens of our own tokenizer, one test sentence at a time; `python training/evaluate.py` gives them again.

| | Sequoia test | GSD test | Sequoia, figure to reach | GSD, figure to reach |
|---|---|---|---|---|
{rows}

Sentence ends of a whole test set as one text, by punctuation alone: Sequoia {sent_s}, GSD {sent_g} (F1; Sequoia is full of headlines without a stop).
Names on Sequoia test, exact F1: {names}.
Postposed speakers found as subjects (*…, a indiqué dimanche l'agence*): {speakers}.
"""


def card(scores: dict[str, Any], version: str, size: float) -> str:
    """The card that lies beside the weights."""
    before = {"token_f": (99.3, 99.5), "pos_acc": (96.9, 95.0), "lemma_acc": (96.7, 95.4), "dep_uas": (88.2, 85.3), "dep_las": (83.1, 78.7)}
    names = {"token_f": "tokens F", "pos_acc": "UPOS", "morph_acc": "morphology", "lemma_acc": "lemma", "dep_uas": "UAS", "dep_las": "LAS"}
    sequoia, gsd = scores["syntax"]["Sequoia"], scores["syntax"]["GSD"]
    rows = "\n".join(
        f"| {names[key]} | {sequoia[key]} | {gsd[key]} | {before.get(key, ('–', '–'))[0]} | {before.get(key, ('–', '–'))[1]} |"
        for key in names
        if key in sequoia
    )
    found = ", ".join(f"{label} {value}" for label, value in scores["names, Sequoia test"].items())
    return CARD.format(
        version=version,
        size=size,
        rows=rows,
        sent_s=scores["sentences"]["Sequoia"],
        sent_g=scores["sentences"]["GSD"],
        names=found,
        speakers=scores["postposed speakers"],
    )


def pack(model: Path, target: Path, version: str) -> None:
    """Write `pipeline.bin.xz` and `config.cfg` into `target`."""
    nlp = spacy.load(model, config={"components": {"name_classes": {"dropout": 0.0}}})
    nlp.meta["version"] = version
    for _, pipe in nlp.pipeline:
        if not hasattr(pipe, "model"):
            continue
        for node in pipe.model.walk():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float16"))
    target.mkdir(parents=True, exist_ok=True)
    config = nlp.config.copy()
    config["nlp"]["lang"] = "xx"  # spaCy's French defaults take 2.5 s to import and are not used: the bytes hold the tokenizer
    config["training"] = {}
    config["paths"] = dict.fromkeys(config["paths"])
    config.to_disk(target / "config.cfg")
    (target / "pipeline.bin.xz").write_bytes(lzma.compress(nlp.to_bytes(), preset=9 | lzma.PRESET_EXTREME))
    (target / "meta.json").write_text(json.dumps({"lang": nlp.lang, "version": version}, indent=1) + "\n", encoding="utf-8")
    print({f.name: f.stat().st_size for f in target.iterdir()})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--scores", type=Path, help="what evaluate.py --json wrote, for the card")
    args = parser.parse_args()
    pack(args.model, args.target, args.version)
    if args.scores:
        size = (args.target / "pipeline.bin.xz").stat().st_size / 1e6
        scores = json.loads(args.scores.read_text(encoding="utf-8"))
        (args.target / "README.md").write_text(card(scores, args.version, size), encoding="utf-8")
