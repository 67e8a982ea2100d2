"""All that an article says, with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.actor import Actor, Mention
    from selon.model.attribution import Attribution
    from selon.model.claim import Claim
    from selon.model.conditional import Conditional
    from selon.model.document import Document
    from selon.model.factuality import Factuality
    from selon.model.span import Span
    from selon.model.timex import Timex
    from selon.model.toponym import Toponym
    from selon.model.wording import Wording


@dataclass(frozen=True, slots=True)
class Reading:
    """The claims of one article and everything they rest on.

    Attributes:
        document: what was read.
        version: of selon, e.g. `0.1.0`.
        pipeline: the syntax model, e.g. `fr@1.0`.
        sentences: span of each sentence, in order; claims point to them by index.
        timexes, places, actors, mentions, attributions: all that was found, in the order of the text.
        claims: the chronology, in the order of the text.
        asked: factuality at the spans that the caller asked for, in that order.
        conditionals: each verb in the conditional and how it is meant, in the order of the text.
        wording: loaded words, the author's own and those of others, in the order of the text.
    """

    document: Document
    version: str
    pipeline: str
    sentences: tuple[Span, ...]
    timexes: tuple[Timex, ...]
    places: tuple[Toponym, ...]
    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    asked: tuple[tuple[Span, Factuality], ...] = ()
    conditionals: tuple[Conditional, ...] = ()
    wording: tuple[Wording, ...] = ()
