"""Outcomes of reading as text, part by part, in the format that was chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from selon.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from selon.inputs.rows import Unread
    from selon.model.claim import Claim
    from selon.model.reading import Reading


class Format(StrEnum):
    """How a reading is written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    md = "md"
    html = "html"


@dataclass(frozen=True, slots=True)
class Job:
    """What to write and how, for one run.

    Attributes:
        chosen: the format.
        evidence: show the sentence behind each row.
        explain: number of the row to explain instead; None for the chronology.
        wording: list the loaded words after the chronology.
        is_one: was exactly one article asked for?
        width: columns of a table.
        has_colour: may the table be coloured?
    """

    chosen: Format
    evidence: bool
    explain: int | None
    wording: bool
    is_one: bool
    width: int
    has_colour: bool


def written(outcomes: Iterable[Reading | Unread], job: Job) -> Iterator[str]:
    """The output, part by part as it is ready."""
    writers = {Format.json: _json, Format.jsonl: _jsonl, Format.csv: _csv, Format.md: _markdown, Format.html: _html, Format.table: _table}
    return writers[job.chosen](outcomes, job)


def _object(outcome: Reading | Unread) -> object:
    from selon.exports.contract import error_object, reading_object
    from selon.inputs.rows import Unread

    return error_object(outcome.id, outcome.error, outcome.message) if isinstance(outcome, Unread) else reading_object(outcome)


def _json(outcomes: Iterable[Reading | Unread], job: Job) -> Iterator[str]:
    from selon.exports.json import indented_of

    if job.is_one:
        yield from (f"{indented_of(_object(outcome))}\n" for outcome in outcomes)
        return
    before = "["
    for outcome in outcomes:
        yield f"{before}\n{indented_of(_object(outcome))}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _jsonl(outcomes: Iterable[Reading | Unread], _: Job) -> Iterator[str]:
    from selon.exports.json import line_of

    return (f"{line_of(_object(outcome))}\n" for outcome in outcomes)


def _csv(outcomes: Iterable[Reading | Unread], _: Job) -> Iterator[str]:
    from selon.exports import csv

    for i, reading in enumerate(_readings(outcomes)):
        yield ("" if i else csv.header()) + csv.rows(reading)


def _markdown(outcomes: Iterable[Reading | Unread], job: Job) -> Iterator[str]:
    from selon.exports import markdown, wording

    for i, reading in enumerate(_readings(outcomes)):
        yield ("\n" if i else "") + markdown.render(reading, evidence=job.evidence)
        if job.wording:
            yield wording.render_markdown(reading)


def _html(outcomes: Iterable[Reading | Unread], _: Job) -> Iterator[str]:
    from selon.exports import html

    readings = tuple(_readings(outcomes))
    if readings:
        yield html.render(readings)


def _table(outcomes: Iterable[Reading | Unread], job: Job) -> Iterator[str]:
    from selon.exports import explain, table, wording

    for i, reading in enumerate(_readings(outcomes)):
        gap = "\n" if i else ""
        if job.explain is not None:
            yield explain.explain(reading, _claim(reading, job.explain), width=job.width, colour=job.has_colour)
            continue
        yield gap + table.render(reading, width=job.width, colour=job.has_colour)
        if job.evidence and reading.claims:
            yield explain.evidence(reading, width=job.width, colour=job.has_colour)
        if job.wording:
            yield wording.render(reading, width=job.width, colour=job.has_colour)


def _claim(reading: Reading, number: int) -> Claim:
    for claim in reading.claims:
        if claim.id == f"c{number}":
            return claim
    last = len(reading.claims)
    raise InputError(
        f"--explain: there is no row {number}; expected {f'a number from 1 to {last}' if last else 'an article with at least one row'}. "
        "The numbers stand in the first column of the table. Look at it first, without --explain."
    )


def _readings(outcomes: Iterable[Reading | Unread]) -> Iterator[Reading]:
    from selon.inputs.rows import Unread

    return (outcome for outcome in outcomes if not isinstance(outcome, Unread))
