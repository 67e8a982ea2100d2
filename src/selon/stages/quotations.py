"""Quotation spans, from the characters alone.

A stack that tolerates odd counts: a mark that never closes is closed at the end of its paragraph, and a paragraph
that opens again with « or » goes on with the quotation before it.  An odd count costs one quotation, never the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.model.span import Span

if TYPE_CHECKING:
    from selon.stages.sentences import Cut

_OPEN = {"«": "»", "“": "”", "„": "“", "‹": "›"}
_CLOSE = frozenset("»”›")
SCARE_WORDS = 3
"""A quotation of at most so many words is too short to be speech by itself: a term, a title, an irony."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included; `closed` and `opened` are False when that mark is missing."""

    span: Span
    words: int
    closed: bool = True
    opened: bool = True

    @property
    def inner(self) -> Span:
        """What stands between the marks."""
        start = self.span.start + (1 if self.opened else 0)
        return Span(start, max(start, self.span.end - (1 if self.closed else 0)))


def find_quotations(text: str, cuts: tuple[Cut, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order.  Straight quotes open and close in turn within a paragraph."""
    found: list[Quotation] = []
    for start, end in _paragraphs(cuts):
        starts = tuple(cut.span.start for cut in cuts if start <= cut.span.start < end)
        found.extend(_in_paragraph(text, start, end, starts))
    return tuple(found)


def _paragraphs(cuts: tuple[Cut, ...]) -> list[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for cut in cuts:
        first = bounds.get(cut.paragraph, (cut.span.start, 0))[0]
        bounds[cut.paragraph] = (first, cut.span.end)
    return [bounds[number] for number in sorted(bounds)]


def _in_paragraph(text: str, start: int, end: int, starts: tuple[int, ...]) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    for i in range(start, end):
        char = text[i]
        closing = stack[-1][0] if stack else ""
        if char == closing or (char in _CLOSE and stack and char in {c for c, _ in stack}):
            while stack and stack[-1][0] != char:
                stack.pop()
            opened = stack.pop()[1]
            if not stack:
                found.append(_quotation(text, opened, i + 1, closed=True))
        elif char in _OPEN:
            if closing == "»" and char == "«":
                stack.pop()  # « reopened before it closed: the first one was never closed
            stack.append((_OPEN[char], i))
        elif char == '"' and _opens(text, i):
            stack.append(('"', i))
        elif char in _CLOSE or char == '"':
            begin = max((s for s in starts if s < i), default=start)
            if not stack and not (found and found[-1].span.end > begin):
                found.append(Quotation(Span(begin, i + 1), len(text[begin:i].split()), opened=False))
    if stack:
        opened = stack[0][1]
        found.append(_quotation(text, opened, end, closed=False))
    return found


def _opens(text: str, i: int) -> bool:
    """Does a straight quote open?  Its right neighbour is a letter, or there is a blank on its left and none on its right."""
    right = text[i + 1 : i + 2]
    left = text[i - 1 : i]
    return (bool(right) and not right.isspace() and right not in ".,;:!?)»") or (not left.strip() and bool(right) and not right.isspace())


def _quotation(text: str, start: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(Span(start, end), len(text[start + 1 : end - 1].split()), closed)
