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
    """A stretch between quotation marks, marks included; `closed` is False when the mark had to be supplied."""

    span: Span
    words: int
    closed: bool = True

    @property
    def inner(self) -> Span:
        """What stands between the marks."""
        return Span(self.span.start + 1, self.span.end - (1 if self.closed else 0))


def find_quotations(text: str, cuts: tuple[Cut, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order.  Straight quotes open and close in turn within a paragraph."""
    found: list[Quotation] = []
    for start, end in _paragraphs(cuts):
        found.extend(_in_paragraph(text, start, end))
    return tuple(found)


def _paragraphs(cuts: tuple[Cut, ...]) -> list[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for cut in cuts:
        first = bounds.get(cut.paragraph, (cut.span.start, 0))[0]
        bounds[cut.paragraph] = (first, cut.span.end)
    return [bounds[number] for number in sorted(bounds)]


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
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
        elif char == '"':
            stack.append(('"', i))
    if stack:
        opened = stack[0][1]
        stop = _supply(text, opened, end)
        found.append(_quotation(text, opened, stop, closed=False))
    return found


def _supply(text: str, opened: int, end: int) -> int:
    """Where a quotation that never closes most likely ends: the end of its paragraph."""
    return end if text[end - 1] not in ".!?…" or opened == end - 1 else end


def _quotation(text: str, start: int, end: int, *, closed: bool) -> Quotation:
    return Quotation(Span(start, end), len(text[start + 1 : end - 1].split()), closed)
