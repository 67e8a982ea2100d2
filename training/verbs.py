"""Third persons and participles of French verbs, for generated trees."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_TABLE = tomllib.loads((Path(__file__).parent.parent / "src/selon/lang/fr/constructions.toml").read_text(encoding="utf-8"))
IRREGULAR = tuple(tuple(row) for row in _TABLE["irregular"]["forms"])
_GRAVE = re.compile(r"[ée]([bcdfglmnprstv]|gn|gu|qu|ch|br|cr|gl|tr|vr)er$")


def third_persons(lemma: str) -> tuple[str, str, str] | None:
    """Present singular, present plural and participle; None for verbs whose forms are not known here."""
    for ending, singular, plural, participle in IRREGULAR:
        if lemma.endswith(ending):
            stem = lemma[: -len(ending)]
            return stem + singular, stem + plural, stem + participle
    if lemma.endswith("er"):
        stem = lemma[:-2]
        match = _GRAVE.search(lemma)
        spoken = stem[: match.start()] + "è" + stem[match.start() + 1 :] if match else stem
        return spoken + "e", spoken + "ent", stem + "é"
    if lemma.endswith("ir"):
        stem = lemma[:-2]
        return stem + "it", stem + "issent", stem + "i"
    return None
