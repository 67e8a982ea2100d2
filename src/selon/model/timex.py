"""Expressions of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression of time and what it denotes.

    Attributes:
        span: the expression without its preposition.
        type: TIMEX3 type: DATE, TIME, DURATION or SET.
        value: TIMEX3 value, e.g. `2023-09-17`, `P3D`, `PAST_REF`; with an imprecise publication date, what all readings share.
        mod: TIMEX3 modifier (START, MID, END, APPROX, BEFORE, AFTER ...) or None.
        edtf: value in EDTF; a one-of set `[a,b]` when several days remain possible; None when it names no date.
        earliest: first possible day; None when unbounded or no date.
        latest: day after the last possible one (exclusive); None when unbounded or no date.
        relation: how a happening stands to it, from its preposition: in, before, after, since, until, during.
        direction: past, future or none: which way it was resolved from its anchor.
        anchor: `explicit`, `document`, or `mention` when it counts from an earlier expression.
        by: the row of `timex.tsv` that decided it.
    """

    span: Span
    type: str
    value: str
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    mod: str | None = None
    relation: str = "in"
    direction: str = "none"
    anchor: str = "explicit"
    by: str = "default"
