"""`selon read`: articles in, a sourced chronology out."""

from __future__ import annotations

import functools
import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from selon.cli.messages import INCOMPLETE, UNREADABLE, complain, reported
from selon.cli.output import Format, Job, written
from selon.errors import InputError, LanguageError, SelonError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from selon.engines.local import Reader
    from selon.inputs.rows import Row, Unread
    from selon.model.dates import DateInterval
    from selon.model.reading import Reading

PIPED_WIDTH = 120
"""Columns of a table that no terminal limits."""
FEW = 3
"""Up to so many articles no progress bar is worth its line."""


def read(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE…", help="Articles as UTF-8 text; - is standard input.", show_default=False)
    ] = None,
    rows: Annotated[
        str | None, typer.Option("--input", "-i", metavar="FILE.jsonl", help="Articles as JSON Lines rows; - is standard input.")
    ] = None,
    format_: Annotated[
        Format | None, typer.Option("--format", "-f", help="How to write it; without it, by the ending of --output, else a table.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")
    ] = None,
    evidence: Annotated[bool, typer.Option("--evidence", "-e", help="Show the sentence behind each row, its words marked.")] = False,
    explain: Annotated[int | None, typer.Option("--explain", metavar="N", help="Show what decided each cell of row N.", min=1)] = None,
    wording: Annotated[bool, typer.Option("--wording", "-w", help="List the loaded words too, and whose they are.")] = False,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="Publication date: 2023, 2023-09 or 2023-09-17.")
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", metavar="CODE", help="Language of articles that name none.")] = None,
    pipeline: Annotated[
        str | None, typer.Option("--pipeline", metavar="NAME", help="Another installed spaCy pipeline with UD labels.")
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", help="Processes to read with; the output is the same for any number.", min=1)
    ] = 1,
) -> None:
    """Read articles and print who did what to whom, when, where, according to whom, and how sure.

    [bold]Examples[/]

    [dim]$[/] selon read depeche.txt

    [dim]$[/] selon read depeche.txt --evidence

    [dim]$[/] selon read depeche.txt --explain 3

    [dim]$[/] selon read depeche.txt --wording

    [dim]$[/] selon read depeche.txt --published 2023-09 --output depeche.html

    [dim]$[/] pdftotext rapport.pdf - | selon read - --format md

    [dim]$[/] selon read archive/*.txt --format csv > faits.csv

    [dim]$[/] selon read --input articles.jsonl --format jsonl --workers 4 > readings.jsonl

    A row of --input is {"id": …, "text": …} and may have lang, title, published, url, outlet and triggers.

    Ends with 0 when all was read, 1 when some articles could not be, 2 when nothing could.
    With --input and json or jsonl, a bad row gives an error object in its place and does not change the exit code.
    """
    with reported():
        chosen = format_ or _format_of(output)
        _check_options(files, rows, chosen, evidence, explain, wording)
        date = _published(published)
        language = _language(lang)
        source = _rows_of_input(rows, language, date) if rows else _rows_of_files(files or [], language, date)
        is_one = not rows and len(files or []) == 1
        job = Job(chosen, evidence, explain, wording, is_one, _width(output), _has_colour(output))
        unread = _run(source, functools.partial(load, pipeline=pipeline), workers, job, output, total=None if rows else len(files or []))
        if unread and not (rows and chosen in {Format.json, Format.jsonl}):
            raise typer.Exit(UNREADABLE if is_one else INCOMPLETE)


def load(lang: str, *, pipeline: str | None = None) -> Reader:
    """The reader of a language; imported by name in every process."""
    from selon.pipeline import load_reader

    return load_reader(lang, pipeline=pipeline)


def _format_of(output: Path | None) -> Format:
    ending = "" if output is None else output.suffix.removeprefix(".").lower()
    return {"htm": Format.html, "markdown": Format.md}.get(ending) or (Format(ending) if ending in set(Format) else Format.table)


def _check_options(files: list[str] | None, rows: str | None, chosen: Format, evidence: bool, explain: int | None, wording: bool) -> None:
    if not files and not rows:
        raise typer.BadParameter("nothing to read; give files, - for standard input, or --input FILE.jsonl.", param_hint="FILE…")
    if files and rows:
        raise typer.BadParameter("give either files or --input, not both.", param_hint="--input")
    if evidence and chosen not in {Format.table, Format.md}:
        raise typer.BadParameter(f"{chosen} always holds the evidence; leave --evidence out.", param_hint="--evidence")
    if wording and chosen == Format.csv:
        raise typer.BadParameter(
            "a row of csv is a claim; loaded words are listed in table, md, json, jsonl and html.", param_hint="--wording"
        )
    if explain is not None and (chosen != Format.table or rows or len(files or []) != 1):
        raise typer.BadParameter("it shows a row of one article, as a table; give one file and no --format.", param_hint="--explain")
    for name in files or []:
        if name.endswith((".jsonl", ".ndjson")):
            raise typer.BadParameter(f"{name} holds rows, not one article; use --input {name}.", param_hint="FILE…")


def _published(value: str | None) -> DateInterval | None:
    from selon.inputs.text import parse_published

    return None if value is None else parse_published(value, "--published")


def _language(asked: str | None) -> str:
    from selon.pipeline import installed_languages

    installed = installed_languages()
    if asked is not None and asked not in installed:
        raise LanguageError(
            f'--lang: there is no language "{asked}"; expected one of {", ".join(installed)}. '
            "Usually the code is misspelt (ISO 639-1, two letters). See them with: selon lang list"
        )
    if not installed:
        raise LanguageError(
            "No language is installed; expected at least fr. Usually the package is damaged. Install it again: pip install selon"
        )
    return asked or ("fr" if "fr" in installed else installed[0])


def _rows_of_files(files: list[str], lang: str, published: DateInterval | None) -> Iterator[Row | Unread]:
    from selon.inputs.rows import Row, Unread
    from selon.inputs.text import read_file

    for name in files:
        try:
            yield Row(read_file(name, lang=lang, published=published))
        except InputError as error:
            yield Unread(name, type(error).__name__, str(error))


def _rows_of_input(name: str, lang: str, published: DateInterval | None) -> Iterator[Row | Unread]:
    from selon.inputs.rows import read_rows

    if name == "-":
        yield from read_rows(sys.stdin.buffer, name="standard input", lang=lang, published=published)
        return
    try:
        with Path(name).open("rb") as lines:
            yield from read_rows(lines, name=name, lang=lang, published=published)
    except OSError as error:
        raise InputError(
            f"{name}: cannot be opened ({error.strerror}); expected a JSON Lines file. "
            "Usually the name is misspelt or the folder is another one. Check with: ls"
        ) from error


def _run(
    source: Iterable[Row | Unread], load_: Callable[[str], Reader], workers: int, job: Job, output: Path | None, *, total: int | None
) -> int:
    """Read and write everything; the number of articles that could not be read."""
    from selon.engines.local import read_all
    from selon.inputs.rows import Unread

    unread = 0

    def count(outcomes: Iterable[Reading | Unread]) -> Iterator[Reading | Unread]:
        nonlocal unread
        for outcome in outcomes:
            if isinstance(outcome, Unread):
                unread += 1
                complain(outcome.message)
            yield outcome

    with _progress(total, is_wanted=output is not None or not sys.stdout.isatty()) as on_done, _sink(output) as write:
        for part in written(count(read_all(source, load=load_, workers=workers, on_done=on_done)), job):
            write(part)
    return unread


def _width(output: Path | None) -> int:
    is_terminal = output is None and sys.stdout.isatty()
    return shutil.get_terminal_size((PIPED_WIDTH, 24)).columns if is_terminal or "COLUMNS" in os.environ else PIPED_WIDTH


def _has_colour(output: Path | None) -> bool:
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextmanager
def _sink(output: Path | None) -> Iterator[Callable[[str], object]]:
    """Where the output goes; a file appears under its name only when it is complete, and not at all when nothing was read."""
    if output is None:
        sys.stdout.flush()
        yield lambda text: (sys.stdout.buffer.write(text.encode("utf-8")), sys.stdout.buffer.flush())
        return
    part = output.with_name(f"{output.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file.write
        if part.stat().st_size:
            part.replace(output)
    except OSError as error:
        raise SelonError(
            f"{output}: cannot be written ({error.strerror}); expected a file in a folder that exists. "
            f"Usually the folder is missing or protected. Make it first: mkdir -p {output.parent}"
        ) from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _progress(total: int | None, *, is_wanted: bool) -> Iterator[Callable[[], None] | None]:
    """A bar on standard error, when that is a terminal and there is more than a little to read."""
    if not (is_wanted and sys.stderr.isatty()) or (total is not None and total <= FEW):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("selon"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("read", total=total)
        yield lambda: progress.advance(task)
