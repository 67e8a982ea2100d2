"""A text cut where its marks begin and end, so that overlapping marks never need overlapping elements."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selon.model.claim import Claim
    from selon.model.reading import Reading
    from selon.model.span import Span

LAYERS = ("what", "who", "whom", "where", "when", "source", "cue", "content", "nuance")
"""What a stretch of the text is to a claim: trigger, parties, place and time, who says so, and what makes it more or less sure."""


class Mark(NamedTuple):
    """A label on a stretch of the text."""

    start: int
    end: int
    label: str


class Segment(NamedTuple):
    """A stretch in which the same labels hold; `starts` are those that begin with it."""

    start: int
    end: int
    labels: tuple[str, ...]
    starts: tuple[str, ...]


def cut(start: int, end: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The stretch from `start` to `end` as segments without gap or overlap; marks are clipped to it, empty ones dropped.

    >>> [segment[:3] for segment in cut(0, 9, [Mark(2, 6, "cue"), Mark(4, 9, "content")])]
    [(0, 2, ()), (2, 4, ('cue',)), (4, 6, ('cue', 'content')), (6, 9, ('content',))]
    """
    clipped = [Mark(max(mark.start, start), min(mark.end, end), mark.label) for mark in marks]
    inside = sorted({mark for mark in clipped if mark.start < mark.end}, key=lambda mark: (mark.start, -mark.end, mark.label))
    edges = sorted({start, end, *(mark.start for mark in inside), *(mark.end for mark in inside)})
    segments: list[Segment] = []
    active: list[Mark] = []
    upcoming = 0
    for left, right in pairwise(edges):
        active = [mark for mark in active if mark.end > left]
        while upcoming < len(inside) and inside[upcoming].start == left:
            active.append(inside[upcoming])
            upcoming += 1
        segments.append(Segment(left, right, _labels(active), _labels(mark for mark in active if mark.start == left)))
    return tuple(segments)


def _labels(marks: Iterable[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.label for mark in marks))


def evidence_of(claim: Claim, reading: Reading) -> tuple[Mark, ...]:
    """The words a claim rests on, each with its layer."""
    place, when = claim.place.value, claim.when.value
    found: list[tuple[str, Iterable[Span]]] = [
        ("what", (claim.trigger,)),
        ("who", (*claim.actors.evidence, *(span for party in claim.actors.value for span in party.mentions))),
        ("whom", (*claim.recipients.evidence, *(span for party in claim.recipients.value for span in party.mentions))),
        ("where", (*claim.place.evidence, *(() if place is None else (place.span,)))),
        ("when", (*claim.when.evidence, *(() if when is None else (when.span,)))),
        *_sources(claim, reading),
    ]
    known = {span for _, spans in found for span in spans}
    axes = claim.factuality
    hedges = [span for axis in (axes.polarity, axes.certainty, axes.time, axes.attitude) for span in axis.evidence if span not in known]
    found.append(("nuance", hedges))
    return tuple(dict.fromkeys(Mark(*span, layer) for layer, spans in found for span in spans))


def _sources(claim: Claim, reading: Reading) -> list[tuple[str, Iterable[Span]]]:
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    found: list[tuple[str, Iterable[Span]]] = []
    for party in claim.according_to.value:
        attribution = attributions.get(party.attribution or "")
        found.append(("source", party.mentions if attribution is None else attribution.source))
        if attribution is not None:
            found += [("cue", attribution.cue), ("content", attribution.content)]
    return found
