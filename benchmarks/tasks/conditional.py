"""*Le suspect aurait fui*: is a conditional the hearsay of the press, or a modal, a hypothesis, a future in the past?"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from benchmarks.corpora import read_lines, shared
from benchmarks.measures import Measure, Outcome, precision_recall_f1

if TYPE_CHECKING:
    from selon.model.reading import Reading
    from selon.pipeline import Reader

RULE = "best single rule (perfect conditional)"
PEERS = {"precision": 0.94, "recall": 0.66, "F1": 0.776}
HEARSAY = "E"


def measure_conditional(reader: Reader) -> Outcome:
    """Sentences with a hearsay conditional that are read as hearsay somewhere."""
    path = shared("data", "attribution", "fr_conditional_v0.tsv")
    _, *rows = (line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line.strip())
    readings = read_lines(reader, (json.dumps({"id": row_id, "text": text}) for row_id, _, text in rows))
    found = [is_hearsay(reading) for reading in readings]
    expected = [label == HEARSAY for _, label, _ in rows]
    right = sum(f and e for f, e in zip(found, expected, strict=True))
    figures = dict(zip(PEERS, precision_recall_f1(right, sum(found), sum(expected)), strict=True))
    return Outcome(tuple(Measure(name, value, RULE, PEERS[name]) for name, value in figures.items()), (path,), "sentence-hearsay")


def is_hearsay(reading: Reading) -> bool:
    """Is any of its conditionals read as hearsay?"""
    return any(conditional.reading == "hearsay" for conditional in reading.conditionals)
