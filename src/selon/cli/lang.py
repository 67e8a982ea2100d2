"""`selon lang`: the languages selon reads, and whether their tables are sound."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli.messages import INCOMPLETE, reported
from selon.errors import LanguageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

lang = typer.Typer(help="The languages selon reads, and their tables.", no_args_is_help=True)
_PLACE = re.compile(r":(\d+)")


@lang.command("list")
def list_languages() -> None:
    """List the languages that are installed: code, name and version of the tables.

    [dim]$[/] selon lang list
    """
    with reported():
        for code in _codes():
            table = tomllib.loads((_folder(code) / "language.toml").read_text(encoding="utf-8"))
            typer.echo(f"{code}  {table.get('name', code)}  {table.get('version', '')}".rstrip())


@lang.command("check")
def check(
    code: Annotated[str, typer.Argument(help="Code of the language, e.g. [bold]fr[/].")],
    examples: Annotated[bool, typer.Option("--examples", help="Read the example of every row, too, and look for the row in it.")] = False,
) -> None:
    """Check every table of a language: columns, values, marks of the examples.

    Prints the number of rows of each table, and each bad cell as [bold]file:line:column[/] with what was expected.
    Ends with 1 when one is bad.

    [dim]$[/] selon lang check fr

    [dim]$[/] selon lang check fr --examples
    """
    from selon.lang.schema import OPTIONAL_TABLES, TABLES

    with reported():
        folder = _folder(code)
        tables = [check_table(folder, name, code) for name in TABLES if name not in OPTIONAL_TABLES or (folder / name).is_file()]
        names = sorted(entry.name for entry in folder.iterdir())
        tables += [_check_toml(folder / name, code) for name in names if name.endswith(".toml")]
        for table in tables:
            rows = "" if table.rows is None else str(table.rows)
            typer.echo(f"{code}/{table.name:<20} {rows:>6}  {'' if table.faults else 'ok'}".rstrip())
        faults = [fault for table in tables for fault in table.faults]
        for fault in faults:
            typer.echo(fault)
        if examples and not faults:
            faults = _check_examples(code)
        if faults:
            typer.echo(f"{len(faults)} {'fault' if len(faults) == 1 else 'faults'}; docs/reference/lexicons.md explains every column.")
            raise typer.Exit(INCOMPLETE)


def _check_examples(code: str) -> list[str]:
    """Each row that its own example does not find, printed as it is met."""
    from itertools import chain

    from selon.examples import check_conditionals, check_examples
    from selon.pipeline import load_reader

    faults: list[str] = []
    read = 0
    reader = load_reader(code)
    for _, failure in chain(check_examples(reader), check_conditionals(reader)):
        read += 1
        if failure is not None:
            faults.append(f"lang/{failure.by}: not found in its example: {failure.found}. {failure.example}")
            typer.echo(faults[-1])
    typer.echo(f"{read} examples read, {len(faults)} not found")
    return faults


@dataclass(frozen=True, slots=True)
class Checked:
    """A file of a language folder: its good rows (None when it is no table) and what is wrong with it."""

    name: str
    rows: int | None
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Without:
    """A folder whose one table is read without some lines, so that a bad row does not hide those below it."""

    text: str
    left_out: frozenset[int]

    def __truediv__(self, _: str) -> _Without:
        return self

    def read_text(self, encoding: str) -> str:  # noqa: ARG002  the signature is that of a path
        return "\n".join("" if i in self.left_out else line for i, line in enumerate(self.text.split("\n"), start=1))


def check_table(folder: Traversable, name: str, code: str) -> Checked:
    """One table: its rows and every bad one."""
    from selon.lang.schema import read_table

    try:
        text = (folder / name).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        what = "is not UTF-8" if isinstance(error, UnicodeDecodeError) else "is missing"
        fault = f"lang/{code}/{name} {what}; expected a table separated by tabs. Copy its header from another language."
        return Checked(name, None, (fault,))
    faults: list[str] = []
    bad: set[int] = set()
    while True:
        try:
            rows = read_table(_Without(text, frozenset(bad)), name, code)  # type: ignore[arg-type]
        except LanguageError as error:
            faults.append(str(error))
            place = _PLACE.search(str(error))
            line = int(place[1]) if place else 0
            if line in bad or line == 0 or "the header is" in str(error):
                return Checked(name, None, tuple(faults))
            bad.add(line)
        else:
            return Checked(name, len(rows), tuple(faults))


def _check_toml(entry: Traversable, code: str) -> Checked:
    try:
        tomllib.loads(entry.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        fault = f"lang/{code}/{entry.name}: {error}; expected TOML. Usually a quotation mark or bracket is not closed."
        return Checked(entry.name, None, (fault,))
    return Checked(entry.name, None, ())


def _codes() -> tuple[str, ...]:
    return tuple(sorted(_folders(files("selon.lang"))))


def _folders(root: Traversable) -> Iterator[str]:
    for entry in root.iterdir():
        if entry.is_dir() and not entry.name.startswith("_") and (entry / "language.toml").is_file():
            yield entry.name


def _folder(code: str) -> Traversable:
    if code not in _codes():
        raise LanguageError(
            f'There is no language "{code}"; expected one of {", ".join(_codes())}. Usually the code is misspelt (ISO 639-1, two letters). '
            "See them with: selon lang list"
        )
    return files("selon.lang") / code
