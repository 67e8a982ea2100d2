"""Expressions of time in French news of 1999 to 2003, by the rules of TempEval-3."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpora import lines_of, read_lines, run_program, shared, write_readings
from benchmarks.measures import Measure, Outcome

if TYPE_CHECKING:
    from selon.pipeline import Reader

HEIDELTIME = "HeidelTime 2.2, TreeTagger (in-sample)"
PEERS = {"strict": 0.816, "relaxed": 0.899, "value": 0.726, "type": 0.832}
"""README of the data: its French rules were written by people who corrected this corpus."""


def measure_time(reader: Reader) -> Outcome:
    """F1 of spans (exact, overlapping), and of values and types on overlapping spans."""
    folder = shared("data", "time", "fr-timebank", "Data")
    rows = run_program(shared("bench", "rows.py"), "timex", folder, "--lang", "fr")
    with tempfile.TemporaryDirectory() as scratch:
        output, system = Path(scratch, "output.jsonl"), Path(scratch, "system.jsonl")
        write_readings(read_lines(reader, lines_of(rows)), output)
        system.write_text(run_program(shared("bench", "adapt.py"), "timex", output), encoding="utf-8")
        result = json.loads(run_program(shared("bench", "score_timex.py"), folder, system, "--json"))
    measures = tuple(Measure(f"{name} F1", result[name]["f1"], HEIDELTIME, figure) for name, figure in PEERS.items())
    return Outcome(measures, tuple(sorted(folder.glob("*.tml"))), "TempEval-3")
