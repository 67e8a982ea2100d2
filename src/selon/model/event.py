"""What happened, as if it took place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Slot:
    """A filler of a role: the words, their head token in the event's sentence, and why it fills the role."""

    span: Span
    head: int
    by: str = "default"


@dataclass(frozen=True, slots=True)
class Event:
    """A happening or position of public actors.

    Attributes:
        trigger: the shortest words that name it.
        sentence: index of its sentence.
        head: index of the trigger's head token in that sentence.
        type: PLOVER type, or OTHER for a happening that PLOVER has no type for.
        mode: PLOVER mode or None.
        contexts: PLOVER contexts.
        actors: fillers of the role of who does it; () when the text does not say.
        recipients: fillers of the role of whom it is done to.
        by: the row of `events.tsv` that found it.
    """

    trigger: Span
    sentence: int
    head: int
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    actors: tuple[Slot, ...] = ()
    recipients: tuple[Slot, ...] = ()
    by: str = "default"
