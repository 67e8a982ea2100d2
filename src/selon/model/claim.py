"""One line of the chronology: an event, who vouches for it, and how sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.cell import Cell
    from selon.model.factuality import Factuality
    from selon.model.span import Span
    from selon.model.timex import Timex
    from selon.model.toponym import Toponym


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role of a claim: the id of the actor (None when unresolved), its name, and the mentions that put it there.

    `attribution` is the id of the attribution that makes it a source; None for actors and recipients.
    """

    actor: str | None
    name: str
    mentions: tuple[Span, ...]
    attribution: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One event × the chain of sources that vouch for it × how sure they are.

    Attributes:
        id: `c1`, `c2` … in the order of the text.
        sentence: index of the sentence that tells it.
        trigger: the words that name the happening.
        type, mode, contexts: PLOVER, with OTHER for what PLOVER has no type for.
        actors, recipients: who does it, to or with whom; value () when the text does not say.
        place: where it happened; value None when the text does not say.
        when: when it happened (not when it was said); value None when the text does not say.
        according_to: the chain of sources, outermost first; value () in the author's own voice.
        factuality: the axes at the innermost level.
        status: derived from the axes by `selon.model.factuality.status`.
    """

    id: str
    sentence: int
    trigger: Span
    type: Cell[str]
    mode: Cell[str | None]
    contexts: tuple[str, ...]
    actors: Cell[tuple[Party, ...]]
    recipients: Cell[tuple[Party, ...]]
    place: Cell[Toponym | None]
    when: Cell[Timex | None]
    according_to: Cell[tuple[Party, ...]]
    factuality: Factuality
    status: Cell[str]
