"""Every command and every Python block of the pages runs, and prints what the page shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.shown import ROOT, Shown, commands, python_blocks, run

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
WITH_PYTHON = [page for page in PAGES if python_blocks(page)]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages name files from the root of the project."""
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("shown", [shown for page in PAGES for shown in commands(page)], ids=str)
def test_command_prints_what_the_page_shows(shown: Shown) -> None:
    code, output = run(shown.command)
    assert code == 0, output
    printed = [line.rstrip() for line in output.splitlines()]
    missing = [line for line in shown.output if line not in printed]
    assert not missing, f"{shown}: `{shown.command}` no longer prints these lines; `make docs` rewrites them"


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_python_blocks_run(page: Path) -> None:
    namespace: dict[str, object] = {"__name__": "page"}
    for block in python_blocks(page):
        exec(compile(block, str(page), "exec"), namespace)


def test_tutorial_has_commands() -> None:
    """A tutorial that runs nothing would pass every other test."""
    assert len(commands(ROOT / "docs" / "tutorial.md")) >= 6
