"""From when to when: the days that two expressions give together, and those that one leaves open."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from selon.model.dates import DateInterval

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from selon.model.document import Document
    from selon.model.timex import Timex

_BETWEEN = re.compile(r"\W*(?:\w+\W+)?")
"""What stands between the days of a list: a comma, or one word (*les 9 et 10 juillet*)."""


def ends_of(timex: Timex, others: Sequence[Timex], text: str) -> tuple[Timex, Timex]:
    """The first and last expression of the range (*du 9 au 10 juillet*) or the run of days (*les 9 et 10 juillet*) that holds this one."""
    near = sorted(others, key=lambda t: t.span)
    first = last = timex
    for one, other in pairwise(near):
        if one is last and (_is_range(one, other) or _is_run(one, other, text)):
            last = other
    for one, other in reversed(list(pairwise(near))):
        if other is first and (_is_range(one, other) or _is_run(one, other, text)):
            first = one
    return first, last


def _is_range(one: Timex, other: Timex) -> bool:
    known = one.earliest is not None and other.latest is not None and one.earliest < other.latest
    return known and one.by == other.by and (one.relation, other.relation) == ("since", "until")


def _is_run(one: Timex, other: Timex, text: str) -> bool:
    """Two days of one list that follow each other; *les 6 et 13 avril* are no stretch."""
    if one.by != other.by or one.latest is None or one.latest != other.earliest or one.relation != "in":
        return False
    return _BETWEEN.fullmatch(text[one.span.end : other.span.start]) is not None


def joined(first: Timex, last: Timex) -> Timex:
    """From the beginning of the one to the end of the other."""
    assert first.earliest is not None
    assert last.latest is not None
    return replace(_between(first, first.earliest, last.latest), relation="in")


def bounded(timex: Timex, doc: Document) -> Timex:
    """*depuis mars*: from then until the publication; *d'ici à 2014*, *avant mardi*: open towards the past."""
    published = doc.published
    if timex.relation in {"until", "before"} and timex.latest is not None and timex.edtf is not None and "/" not in timex.edtf:
        return replace(timex, earliest=None, edtf=f"../{timex.edtf}") if not timex.edtf.startswith("[") else timex
    if timex.relation != "since" or timex.earliest is None or timex.latest is None or published is None or published.latest is None:
        return timex
    return _between(timex, timex.earliest, published.latest) if published.latest >= timex.latest else timex


def _between(timex: Timex, earliest: date, latest: date) -> Timex:
    interval = DateInterval(earliest, latest)
    return replace(timex, earliest=earliest, latest=latest, edtf=interval.edtf())
