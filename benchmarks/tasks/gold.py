"""Whole articles, claim by claim, against careful readings of the same articles."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpora import lines_of, read_lines, run_program, shared, write_readings
from benchmarks.measures import Measure, Outcome

if TYPE_CHECKING:
    from selon.pipeline import Reader

READERS = "two careful readers"
AGREEMENT = {
    "claims F1": 0.87, "full row F1": 0.76, "type": 0.95, "status": 0.97, "according_to": 0.95, "when": 0.97,
    "attributions@0.5 F1": 0.92, "attributions@0.8 F1": 0.86,
}  # fmt: skip
"""How far two careful readings of six of these articles agree: README of the gold."""
SCORED = ("claims", "full row", "actors", "recipients", "attributions@0.5", "attributions@0.8")
SHARES = ("type", "status", "status macro-F1", "according_to", "place", "when")


def measure_gold(reader: Reader) -> Outcome:
    """Claims found, and on the claims that pair, each cell that is right."""
    folder = shared("gold", "dev")
    texts = folder / "texts.jsonl"
    with tempfile.TemporaryDirectory() as scratch:
        system, scores = Path(scratch, "system.jsonl"), Path(scratch, "scores.json")
        write_readings(read_lines(reader, lines_of(texts.read_text(encoding="utf-8"))), system)
        run_program(shared("gold", "score.py"), "--texts", texts, "--gold", folder, "--system", system, "--json", scores)
        result = json.loads(scores.read_text(encoding="utf-8"))
    figures = {f"{name} F1": result[name]["f1"] for name in SCORED} | {name: result["accuracy"][name] for name in SHARES}
    measures = tuple(
        Measure(name, value or 0.0, READERS if name in AGREEMENT else "", AGREEMENT.get(name)) for name, value in figures.items()
    )
    return Outcome(measures, (texts, *sorted(folder.glob("*.yaml"))), "trigger-overlap")
