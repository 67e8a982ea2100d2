"""An attribution on its way: spans and heads before it is named, and the cutting of its content."""

from __future__ import annotations

from dataclasses import dataclass

from selon.model.span import Span

_TRIM_LEFT = " \u00a0\u202f\n\t,;:.–—-)»”"
_TRIM_RIGHT = " \u00a0\u202f\n\t,;:.–—-("


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution before it is named and nested; `source_head` and `cue_head` are token indices in `sentence`."""

    sentence: int
    source: tuple[Span, ...] = ()
    source_head: int | None = None
    cue: tuple[Span, ...]
    cue_head: int | None = None
    content: tuple[Span, ...]
    attitude: str = "state"
    stance: str = "neutral"
    evidence: str = "reported"
    negated: bool = False
    certainty: str = "certain"
    by: str


def trim(text: str, span: Span) -> Span | None:
    """A content without the blanks and punctuation around it; quotation marks stay; None when nothing is left."""
    start, end = span
    while start < end and text[start] in _TRIM_LEFT and not (text[start] in "»”" and "«" in text[max(0, start - 1) : start]):
        start += 1
    while end > start and text[end - 1] in _TRIM_RIGHT:
        end -= 1
    return Span(start, end) if end - start > 1 else None


def trimmed(text: str, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    """The parts of a content, each trimmed, without those of which nothing is left."""
    return tuple(kept for part in parts if (kept := trim(text, part)) is not None)


def without(parts: tuple[Span, ...], holes: tuple[Span, ...]) -> tuple[Span, ...]:
    """What is left of a content outside the words of its cue and source."""
    for hole in holes:
        parts = tuple(
            piece
            for part in parts
            for piece in (
                (Span(part.start, min(part.end, hole.start)), Span(max(part.start, hole.end), part.end)) if part.overlaps(hole) else (part,)
            )
            if piece.end > piece.start
        )
    return parts
