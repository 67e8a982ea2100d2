"""Who says what, in sentences of news and encyclopedias."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpora import lines_of, read_lines, run_program, shared, write_readings
from benchmarks.measures import Measure, Outcome

if TYPE_CHECKING:
    from selon.pipeline import Reader

TRACKER = "Gender Gap Tracker, gold parses"
PEERS = {"coverage 0.3": 0.686, "coverage 0.8": 0.610, "jaccard 0.5": 0.648, "jaccard 0.8": 0.533}
"""README of the data.  Coverage can be bought with long contents, Jaccard cannot: both are shown."""
TRACKER_SPEAKER = 0.889


def measure_attribution(reader: Reader) -> Outcome:
    """F1 of the contents found, by two criteria at two thresholds, and the share of right speakers."""
    gold = shared("data", "attribution", "fr_ud_attrib_v0.jsonl")
    rows = run_program(shared("bench", "rows.py"), "attribution", gold, "--lang", "fr")
    with tempfile.TemporaryDirectory() as scratch:
        output, system = Path(scratch, "output.jsonl"), Path(scratch, "system.jsonl")
        write_readings(read_lines(reader, lines_of(rows)), output)
        system.write_text(run_program(shared("bench", "adapt.py"), "attribution", output), encoding="utf-8")
        result = json.loads(run_program(shared("bench", "score_attribution.py"), gold, system, "--json"))
    measures = [Measure(f"{name} F1", result[name]["f1"], TRACKER, figure) for name, figure in PEERS.items()]
    measures.append(Measure("speaker at coverage 0.3", result["coverage 0.3"]["speaker"], TRACKER, TRACKER_SPEAKER))
    return Outcome(tuple(measures), (gold,), "coverage+jaccard")
