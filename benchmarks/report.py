"""The table, its signature, and the same for programs."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from rich.table import Table

from selon.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from benchmarks.floors import Floors
    from benchmarks.measures import Outcome


def table(outcomes: Mapping[str, Outcome], floors: Floors) -> Table:
    """One line a figure: ours, the floor, the best peer known and its figure."""
    out = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("task", "measure"):
        out.add_column(column)
    for column in ("selon", "floor"):
        out.add_column(column, justify="right")
    out.add_column("peer")
    out.add_column("its figure", justify="right")
    for task, outcome in outcomes.items():
        for n, measure in enumerate(outcome.measures):
            limit = floors.get(task, {}).get(measure.name)
            cells = (_figure(measure.value), _figure(limit), measure.peer, _figure(measure.peer_figure))
            out.add_row("" if n else task, measure.name, *cells)
    return out


def signature(outcomes: Mapping[str, Outcome], pipeline: str) -> str:
    """What the figures hang on, in one line: a figure without it cannot be compared."""
    criteria = ",".join(f"{task}={outcome.criterion}" for task, outcome in outcomes.items())
    data = data_hash(path for outcome in outcomes.values() for path in outcome.files)
    return f"selon {VERSION} | pipeline {pipeline} | data {data} | criteria {criteria}"


def data_hash(files: Iterable[Path]) -> str:
    """The first 12 hexadecimal digits of the SHA-256 over names and bytes of the files, each once, in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(set(files)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def write_results(path: Path, outcomes: Mapping[str, Outcome], signed: str) -> None:
    """The table for programs, as pages and releases quote it."""
    rows = [
        {"task": task, "measure": m.name, "selon": round(m.value, 4), "peer": m.peer or None, "peer_figure": m.peer_figure}
        for task, outcome in outcomes.items()
        for m in outcome.measures
    ]
    path.write_text(json.dumps({"signature": signed, "rows": rows}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}" if value < 10 else f"{value:.0f}"
