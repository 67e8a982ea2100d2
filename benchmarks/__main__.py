"""`python -m benchmarks`: measure the reader and print one table, ours beside the peers'.

Ends with 1 when a figure fell below its floor (benchmarks/floors.json), or when there was nothing to measure.
`benchmarks/results.json` is written when every task was measured.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from benchmarks import report
from benchmarks.corpora import AbsentError
from benchmarks.floors import fallen, raised, read_floors, write_floors
from benchmarks.tasks import TASKS
from selon.pipeline import load_reader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.measures import Outcome
    from selon.pipeline import Reader

FOLDER = Path(__file__).resolve().parent
FLOORS = FOLDER / "floors.json"
RESULTS = FOLDER / "results.json"


def measure(names: Sequence[str], reader: Reader) -> tuple[dict[str, Outcome], list[str]]:
    """The outcomes of the tasks that could be measured, and why the others could not."""
    outcomes: dict[str, Outcome] = {}
    absent: list[str] = []
    for name in names:
        try:
            outcomes[name] = TASKS[name](reader)
        except AbsentError as error:
            absent.append(f"{name}: not measured, {error}.")
    return outcomes, absent


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    reader = load_reader(pipeline=options.pipeline)
    outcomes, absent = measure(options.task or tuple(TASKS), reader)
    print(*absent, sep="\n", end="\n" if absent else "")
    if not outcomes:
        print("Nothing was measured; a gate that checks nothing does not hold. Place the data beside the repository.", file=sys.stderr)
        return 1
    floors = read_floors(FLOORS)
    signed = report.signature(outcomes, reader.parser.name)
    Console(width=None if sys.stdout.isatty() else 140).print(report.table(outcomes, floors))
    print(signed)
    if len(outcomes) == len(TASKS) and options.pipeline is None:
        report.write_results(RESULTS, outcomes, signed)
    faults = tuple(fallen(outcomes, floors))
    print(*faults, sep="\n", end="\n" if faults else "", file=sys.stderr)
    if options.write_floors:
        write_floors(FLOORS, raised(outcomes, floors))
    return 1 if faults else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the reader and print one table.")
    parser.add_argument("--task", nargs="+", choices=tuple(TASKS), metavar="NAME", help=f"only these: {', '.join(TASKS)}")
    parser.add_argument("--pipeline", metavar="NAME", help="another installed spaCy pipeline; its figures are shown and not kept")
    parser.add_argument("--write-floors", action="store_true", help="raise the floors to what was measured; they never go down")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
