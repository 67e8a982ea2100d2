"""What the pages show: commands with their output, and tables of measured figures.

cog writes them (`make docs`) and the tests of this folder hold the pages to them.
"""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

ROOT = Path(__file__).parents[2]
WIDTH = "110"
"""Columns of the terminal that the pages imitate."""

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shown:
    """A command of a page and the lines shown under it; `…` on a line of its own stands for lines left out."""

    page: str
    line: int
    command: str
    output: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def commands(page: Path) -> list[Shown]:
    """The `$ selon …` commands of a page's console blocks; other commands are for the reader's eyes."""
    text = page.read_text(encoding="utf-8")
    found: list[Shown] = []
    for block in _BLOCK.finditer(text):
        first = text.count("\n", 0, block.start(1)) + 1
        lines = block[1].splitlines()
        starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            if lines[start].startswith("$ selon"):
                output = tuple(line.rstrip() for line in lines[start + 1 : end] if line.strip() not in {"", "…"})
                found.append(Shown(page.relative_to(ROOT).as_posix(), first + start, lines[start][2:], output))
    return found


def python_blocks(page: Path) -> list[str]:
    """The Python blocks of a page, in order; they share one namespace."""
    return _PYTHON.findall(page.read_text(encoding="utf-8"))


def run(command: str) -> tuple[int, str]:
    """Exit code and printed text of a `selon` command, run from the root of the project; `< FILE` feeds it a text."""
    from selon.cli.app import app

    program, *arguments = shlex.split(command)
    assert program == "selon", f"only selon commands are run, not {program!r}"
    text = None
    if "<" in arguments:
        at = arguments.index("<")
        text = (ROOT / arguments[at + 1]).read_text(encoding="utf-8")
        arguments = arguments[:at]
    result = CliRunner().invoke(app, arguments, input=text, env={"COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "dumb"})
    return result.exit_code, result.output


def show(command: str, *, most: int | None = None) -> None:
    """Print a command and its output as a console block, for cog; at most `most` lines, then `…`."""
    code, output = run(command)
    assert code == 0, f"{command} ends with exit code {code}:\n{output}"
    lines = [line.rstrip() for line in output.rstrip("\n").splitlines()]
    if most is not None and len(lines) > most:
        lines = [*lines[:most], "…"]
    print("\n".join(["```console", f"$ {command}", *lines, "```"]))  # noqa: T201  (cog takes what is printed)


def article(path: str) -> None:
    """Print an example article as a quotation, for cog; the mark of its date stays with it."""
    text = (ROOT / path).read_text(encoding="utf-8").rstrip("\n")
    print("\n".join(f"> {line}".rstrip() for line in text.splitlines()))  # noqa: T201


def figures() -> None:
    """Print the table of measured figures from `benchmarks/results.json`, for cog.

    The file holds `{"signature": "…", "rows": [{"task", "measure", "selon", "peer", "peer_figure"}, …]}`.
    """
    path = ROOT / "benchmarks" / "results.json"
    if not path.exists():
        print("Not measured yet: `make bench` writes the figures.")  # noqa: T201
        return
    results: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    lines = ["| task | measure | selon | peer | its figure |", "|---|---|---|---|---|"]
    columns = ("task", "measure", "selon", "peer", "peer_figure")
    lines += ["| " + " | ".join(str(row.get(column) or "–") for column in columns) + " |" for row in results["rows"]]
    print("\n".join([*lines, "", f"Signature: `{results['signature']}`."]))  # noqa: T201
