"""Expressions of time: what they denote, as far as the publication date allows and no further."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from selon.model.timex import Timex
from selon.stages.timex_calendar import DAY, stretch
from selon.stages.timex_direction import direction_of
from selon.stages.timex_match import find_expressions
from selon.stages.timex_meaning import Sense, Setting
from selon.stages.timex_resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selon.model.document import Document
    from selon.model.span import Span
    from selon.model.syntax import Sentence
    from selon.stages.timex_calendar import Stretch
    from selon.stages.timex_grammar import TimexGrammar
    from selon.stages.timex_match import Found

MOST_DAYS = 62
"""Publication dates vaguer than this are sampled at the first of each month and at both ends: all senses grow with the day."""
CLOSE = 8
"""Most characters between an hour and the day that follows it (*vers 5 h 25 CET (4 h 25 UTC) jeudi*)."""
NAMES_DAY = frozenset({"date", "weekday", "unit", "feast"})
MOST_LISTED = 8
"""Longest one-of set that is written out when its days form no month."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """An expression where it stands: its sentence, the tense about it and the verb that has this tense."""

    found: Found
    sent: Sentence
    tense: str
    verb: int | None


def find_timexes(
    doc: Document, sents: tuple[Sentence, ...], grammar: TimexGrammar, *, happened_before_said: Sequence[tuple[Span, Span]] = ()
) -> tuple[Timex, ...]:
    """The expressions of time of an article, in the order of the text.

    Every relative expression is a function of the publication day.  Where this is known only to the month or year, all its days are
    tried and the result says what remains possible: the envelope, an EDTF one-of set, and the value that all readings share.

    Args:
        doc: the article; its preamble is not read.
        sents: its sentences.
        grammar: the temporal grammar of its language.
        happened_before_said: pairs of spans of expressions, the first dating a happening, the second the report of it: publication
            days for which the happening would come after the report are left out (unless none would be left).
    """
    placed = tuple(item for sent in sents for item in _place(doc, sent, grammar))
    if not placed:
        return ()
    days = publication_days(doc)
    senses = {day: _senses(placed, day) for day in days}
    kept = _prune(placed, senses, happened_before_said)
    is_sampled = len(days) > 1 and _length(doc) > MOST_DAYS
    timexes = []
    for n, item in enumerate(placed):
        timex = _timex(item, [senses[day][n] for day in kept], is_sampled=is_sampled)
        if timex is not None:
            timexes.append(timex)
    return tuple(timexes)


def publication_days(doc: Document) -> tuple[date | None, ...]:
    """The days on which the article may have appeared; (None,) when nothing bounds them."""
    published = doc.published
    if published is None or published.earliest is None or published.latest is None or published.latest <= published.earliest:
        return (None,)
    length = _length(doc)
    days = [published.earliest + timedelta(days=n) for n in range(length)]
    if length <= MOST_DAYS:
        return tuple(days)
    return tuple(day for n, day in enumerate(days) if day.day == 1 or n in {0, length - 1})


def _length(doc: Document) -> int:
    published = doc.published
    assert published is not None
    assert published.earliest is not None
    assert published.latest is not None
    return (published.latest - published.earliest).days


def _place(doc: Document, sent: Sentence, grammar: TimexGrammar) -> list[_Placed]:
    start = sent.start if doc.preamble is None else min(max(sent.start, doc.preamble.end), sent.end)
    placed = []
    for found in find_expressions(sent, doc.text, start, grammar):
        tense, verb = direction_of(sent, found.span, grammar, doc.text)
        if found.leans and tense in {"none", "present"}:
            tense = found.leans
        placed.append(_Placed(found, sent, tense, verb))
    return placed


def _senses(placed: tuple[_Placed, ...], published: date | None) -> tuple[Sense | None, ...]:
    """The sense of each expression for one publication day; each counts from those before it."""
    senses: list[Sense | None] = []
    for n, item in enumerate(placed):
        sense = resolve(item.found.meaning, _setting(placed, senses, n, published))
        senses.append(_after_start(item, sense, placed[n - 1], senses[n - 1]) if n > 0 else sense)
    for n, item in enumerate(placed):
        if item.found.meaning.make == "clock":
            follower = _next_day(placed, senses, n)
            if follower is not None:
                senses[n] = resolve(item.found.meaning, Setting(published, item.tense, (follower,)))
    return tuple(senses)


def _after_start(item: _Placed, sense: Sense | None, start: _Placed, from_sense: Sense | None) -> Sense | None:
    """The end of a range that lies after its beginning (*de mai à septembre*)."""
    is_range = (start.found.relation, item.found.relation) == ("since", "until") and start.found.by == item.found.by
    if not is_range or sense is None or from_sense is None or sense.anchor == "explicit" or sense.end is None or from_sense.first is None:
        return sense
    return sense if sense.end > from_sense.first else resolve(item.found.meaning, Setting(from_sense.first, "future"))


def _setting(placed: tuple[_Placed, ...], senses: list[Sense | None], n: int, published: date | None) -> Setting:
    item = placed[n]
    mentions: list[Stretch] = []
    limits: list[Stretch] = []
    year = None
    for other, sense in zip(reversed(placed[:n]), reversed(senses), strict=True):
        if sense is not None and sense.stretch is None and published is None and other.found.meaning.make in NAMES_DAY:
            break  # a day that cannot be known without the publication date hides the days before it
        if sense is None or sense.stretch is None or other.found.meaning.make == "clock":
            continue  # an hour names no new day
        (limits if _is_limit(placed, other) else mentions).append(sense.stretch)
        if year is None and other.sent.i == item.sent.i and sense.anchor == "explicit" and sense.stretch.unit == "Y":
            year = sense.stretch.first.year if other.verb is not None and other.verb == item.verb and item.tense == "past" else None
    return Setting(published, item.tense, (*mentions, *limits), year, item.found.relation == "since")


def _is_limit(placed: tuple[_Placed, ...], item: _Placed) -> bool:
    """*interdit jusqu'en 1967*: how long something held is not when the last thing happened; the end of a range is."""
    if item.found.relation not in {"until", "before"}:
        return False
    return not any(other.found.by == item.found.by and other.found.relation == "since" and other.sent is item.sent for other in placed)


def _next_day(placed: tuple[_Placed, ...], senses: list[Sense | None], n: int) -> Stretch | None:
    """The day that follows an hour in its sentence when none comes before it there (*vers 0 h 40, jeudi*)."""
    same = [(m, sense) for m, sense in enumerate(senses) if placed[m].sent.i == placed[n].sent.i and sense is not None]
    days = {m: sense.stretch for m, sense in same if _names_day(placed[m], sense)}
    if any(m < n for m in days):
        return None
    for m in range(n + 1, len(placed)):
        if placed[m].sent.i != placed[n].sent.i or placed[m].found.span.start - placed[m - 1].found.span.end > CLOSE:
            return None
        if m in days:
            return days[m]
    return None


def _names_day(item: _Placed, sense: Sense) -> bool:
    return sense.stretch is not None and sense.stretch.unit == "D" and item.found.meaning.make != "clock"


def _prune(
    placed: tuple[_Placed, ...],
    senses: dict[date | None, tuple[Sense | None, ...]],
    happened_before_said: Sequence[tuple[Span, Span]],
) -> list[date | None]:
    """The publication days that contradict no order the text gives; all of them when none would be left."""
    index = {item.found.span: n for n, item in enumerate(placed)}
    pairs = [(index[happened], index[said]) for happened, said in happened_before_said if happened in index and said in index]
    kept = [day for day, row in senses.items() if all(_is_ordered(row[happened], row[said]) for happened, said in pairs)]
    return kept or list(senses)


def _is_ordered(happened: Sense | None, said: Sense | None) -> bool:
    if happened is None or said is None or happened.first is None or said.end is None:
        return True
    return happened.first < said.end


def _timex(item: _Placed, senses: list[Sense | None], *, is_sampled: bool) -> Timex | None:
    """One expression with what all its senses leave possible."""
    known = [sense for sense in dict.fromkeys(senses) if sense is not None]
    if not known:
        return None
    sense = known[0]
    directions = {other.direction for other in known}
    return Timex(
        span=item.found.span,
        type=sense.type,
        value=sense.value if len(known) == 1 else _shared_value(item, known),
        edtf=sense.edtf if len(known) == 1 else _shared_edtf(known, is_sampled=is_sampled),
        earliest=None if any(other.first is None for other in known) else min(other.first for other in known if other.first is not None),
        latest=None if any(other.end is None for other in known) else max(other.end for other in known if other.end is not None),
        mod=sense.mod,
        relation=item.found.relation,
        direction=_plain(directions.pop()) if len(directions) == 1 else "none",
        anchor="explicit" if sense.anchor == "none" else sense.anchor,
        by=item.found.by,
    )


def _plain(direction: str) -> str:
    return direction if direction in {"past", "future"} else "none"


def _shared_value(item: _Placed, senses: list[Sense]) -> str:
    """What all values share, the rest as X; a weekday stays a weekday (`2023-WXX-2`).

    >>> _shared("2023-08-29", "2023-09-05")
    '2023-XX-XX'
    """
    values = list(dict.fromkeys(sense.value for sense in senses))
    weekdays = {sense.stretch.first.isoweekday() for sense in senses if sense.stretch is not None and sense.stretch.unit == "D"}
    if len(values) > 1 and len(weekdays) == 1 and item.found.meaning.make in {"weekday", "unit", "clock"}:
        years = {value[:4] for value in values}
        return f"{years.pop() if len(years) == 1 else 'XXXX'}-WXX-{weekdays.pop()}{values[0][10:]}"
    value = values[0]
    for other in values[1:]:
        value = _shared(value, other)
    return value


def _shared(one: str, other: str) -> str:
    left, right = one.split("-"), other.split("-")
    if len(left) != len(right):
        return "XXXX"
    same = True
    fields = []
    for a, b in zip(left, right, strict=True):
        same = same and a == b
        fields.append(a if same else _blank(a, b))
    return "-".join(fields)


def _blank(one: str, other: str) -> str:
    """A field with X for its digits; letters that both share stay (`W35`, `09TEV`)."""
    if len(one) != len(other):
        return "X" * len(one)
    return "".join(a if a == b and not a.isdigit() else "X" for a, b in zip(one, other, strict=True))


def _shared_edtf(senses: list[Sense], *, is_sampled: bool) -> str | None:
    """The one-of set of what remains possible, as short as EDTF allows."""
    if any(sense.first is None or sense.end is None for sense in senses):
        return _open_edtf(senses)
    pieces = sorted({(sense.first, sense.end, sense.edtf or "") for sense in senses if sense.first is not None and sense.end is not None})
    first, end = pieces[0][0], max(piece[1] for piece in pieces)
    if any("/" in edtf for *_, edtf in pieces):
        return f"{first}/{end - DAY}"
    if not all(b - a == DAY for a, b, _ in pieces):
        return "[" + ",".join(edtf for *_, edtf in pieces) + "]"
    days = [a for a, *_ in pieces]
    is_run = all(b - a == DAY for a, b in pairwise(days))
    if is_sampled or (is_run and len(days) > MOST_LISTED):
        month = stretch("M", first)
        return f"{first:%Y-%m}-XX" if (first, end) == (month.first, month.end) else f"[{first}..{end - DAY}]"
    return "[" + ",".join(day.isoformat() for day in days) + "]"


def _open_edtf(senses: list[Sense]) -> str | None:
    """An interval open on one side whose near end is vague: bounded by the widest reading."""
    if all(sense.first is None and sense.end is not None for sense in senses):
        return f"../{max(sense.end for sense in senses if sense.end is not None) - DAY}"
    if all(sense.end is None and sense.first is not None for sense in senses):
        return f"{min(sense.first for sense in senses if sense.first is not None)}/.."
    return None
