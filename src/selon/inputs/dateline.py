"""The publication date that stands at the head of an article."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from selon.model.dates import DateInterval
from selon.model.span import Span
from selon.stages.timex_grammar import compiled
from selon.stages.timex_match import slots_of

if TYPE_CHECKING:
    from selon.stages.timex_grammar import TimexGrammar

HEAD = 300
"""Characters of the text in which a dateline may stand."""
LEAD = 1500
"""Characters of headline and lead below which it may still stand."""
_LINE = re.compile(r"\n\s*")


def find_dateline(text: str, grammar: TimexGrammar) -> tuple[DateInterval | None, Span | None]:
    """The publication date that the head of a text gives, and the words that give it and are no part of the first sentence.

    A dateline without a year (*PARIS, 3 mai (AFP) -*) gives no date, but its words are still no part of a sentence.

    Returns:
        A day or a month, or None when the text does not say; the span of the dateline, or None when none stands at the very head.
        Below a headline or lead a whole date that ends in a dash still dates the article, but what stands before it is text.

    >>> find_dateline("22 juin 2012. - Des rebelles ont attaqué un poste.", grammar)  # doctest: +SKIP
    (DateInterval(earliest=datetime.date(2012, 6, 22), latest=datetime.date(2012, 6, 23)), Span(start=0, end=15))
    """
    head = text[:HEAD]
    start = len(head) - len(head.lstrip())
    for rule in grammar.datelines:
        match = compiled(rule.source).match(head, start)
        if match is None:
            continue
        end = start + len(head[start : match.end()].rstrip())
        return _interval(match, grammar), Span(start, end)
    return _below_lead(text, grammar), None


def _below_lead(text: str, grammar: TimexGrammar) -> DateInterval | None:
    """The day of a dateline that begins a later paragraph."""
    if not grammar.datelines:
        return None
    for line in _LINE.finditer(text, 1, LEAD):
        match = compiled(grammar.datelines[0].source).match(text, line.end())
        if match is not None:
            return _interval(match, grammar)
    return None


def _interval(match: re.Match[str], grammar: TimexGrammar) -> DateInterval | None:
    slots = slots_of(match, 1, grammar)
    if "year" not in slots:
        return None
    try:
        if "month" not in slots:
            return DateInterval.parse(slots["year"])
        prefix = f"{int(slots['year']):04}-{int(slots['month']):02}"
        if "day" not in slots:
            return DateInterval.parse(prefix)
        return DateInterval.day(date.fromisoformat(f"{prefix}-{int(slots['day']):02}"))
    except ValueError:
        return None
