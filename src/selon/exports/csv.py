"""Readings as a table for spreadsheets: one claim a row, UTF-8, one header row.

A text cell that a spreadsheet would take for a formula gets an apostrophe in front.  Several values of a cell are separated by `; `.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from selon.exports.contract import edtf_of, last_day
from selon.exports.labels import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selon.model.claim import Claim, Party
    from selon.model.reading import Reading

COLUMNS = (
    "document", "title", "outlet", "url", "published", "claim", "when", "earliest", "latest", "actors", "recipients", "what", "type",
    "mode", "contexts", "place", "place_id", "lat", "lon", "according_to", "status", "polarity", "certainty", "time", "attitude",
    "evidence", "sentence", "start", "end", "decided_by",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def header() -> str:
    """The header row, with its line end."""
    return _write([COLUMNS])


def rows(reading: Reading) -> str:
    """The claims of one article in the order of the text, a row each."""
    return _write(_cells(claim, reading) for claim in reading.claims)


def _write(rows_: Iterable[Iterable[object]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([defuse(cell) for cell in row] for row in rows_)
    return buffer.getvalue()


def defuse(cell: object) -> object:
    """A text that would be a formula with an apostrophe in front; numbers as they are, nothing for None.

    >>> defuse("=1+1"), defuse(-3.5), defuse(None)
    ("'=1+1", -3.5, '')
    """
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _cells(claim: Claim, reading: Reading) -> tuple[object, ...]:
    document, when, place, axes = reading.document, claim.when.value, claim.place.value, claim.factuality
    published = document.published
    return (
        document.id, document.title, document.outlet, document.url, None if published is None else published.edtf(), claim.id,
        None if when is None else edtf_of(when), when and when.earliest, when and last_day(when.latest),
        _names(claim.actors.value), _names(claim.recipients.value),
        one_line(claim.trigger.of(document.text)), claim.type.value, claim.mode.value, "; ".join(claim.contexts),
        place and place.name, place and place.id, place and place.lat, place and place.lon,
        _names(claim.according_to.value), claim.status.value,
        axes.polarity.value, axes.certainty.value, axes.time.value, axes.attitude.value, axes.evidence.value,
        one_line(reading.sentences[claim.sentence].of(document.text)), claim.trigger.start, claim.trigger.end, claim.type.by,
    )  # fmt: skip


def _names(parties: tuple[Party, ...]) -> str:
    return "; ".join(dict.fromkeys(party.name for party in parties))
