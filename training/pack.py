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

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
import spacy

import selon.parsers.name_classes
import selon.parsers.tokenizer  # noqa: F401


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
    config.to_disk(target / "config.cfg")
    (target / "pipeline.bin.xz").write_bytes(lzma.compress(nlp.to_bytes(), preset=9 | lzma.PRESET_EXTREME))
    (target / "meta.json").write_text(json.dumps({"lang": nlp.lang, "version": version}, indent=1) + "\n", encoding="utf-8")
    print({f.name: f.stat().st_size for f in target.iterdir()})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--version", required=True)
    args = parser.parse_args()
    pack(args.model, args.target, args.version)
