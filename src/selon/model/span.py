"""Where something stands in the text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the text: 0-based, half-open, in Unicode code points of the untouched `Document.text`.

    >>> Span(3, 7).overlaps(Span(6, 9)), Span(3, 7).contains(Span(3, 5))
    (True, True)
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Do the two share at least one character?"""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Does the other lie wholly within this one?"""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


def cover(spans: tuple[Span, ...]) -> Span:
    """The smallest span that contains all of `spans` (at least one)."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))
