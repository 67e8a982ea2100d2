"""The data beside the repository, the programs that score it, and what selon reads in it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from selon.engines.local import read_all
from selon.exports.contract import reading_object
from selon.exports.json import line_of
from selon.inputs.rows import Unread, read_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selon.model.reading import Reading
    from selon.pipeline import Reader

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
"""Open corpora, gold articles and their scorers; never part of the repository."""


class AbsentError(Exception):
    """The data of a task is not on this machine."""


def shared(*parts: str) -> Path:
    """A file or folder of `SHARED`.

    Raises:
        AbsentError: it is not there; names it.
    """
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise AbsentError(f"../{'/'.join(('shared', *parts))} is absent")
    return path


def run_program(program: Path, *arguments: str | Path) -> str:
    """What one of the programs beside the data writes.

    Raises:
        CalledProcessError: it failed; what it complained of stands on standard error.
    """
    command = [sys.executable, str(program), *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8", cwd=program.parent).stdout


def lines_of(text: str) -> list[str]:
    """The rows of a JSON Lines file: split at line feeds alone, some texts hold other separators."""
    return [line for line in text.split("\n") if line.strip()]


def read_lines(reader: Reader, lines: Iterable[str]) -> list[Reading]:
    """The readings of JSON rows, in order.

    Raises:
        ValueError: a row could not be read; a benchmark counts on all of them.
    """
    rows = read_rows((line.encode() for line in lines), name="benchmark", lang=reader.language.code)
    readings: list[Reading] = []
    for outcome in read_all(rows, load=lambda _: reader):
        if isinstance(outcome, Unread):
            raise ValueError(f"The row {outcome.id!r} could not be read: {outcome.message}")
        readings.append(outcome)
    return readings


def write_readings(readings: Iterable[Reading], path: Path) -> None:
    """The readings as `selon read --format jsonl` prints them."""
    path.write_text("".join(f"{line_of(reading_object(reading))}\n" for reading in readings), encoding="utf-8")
