"""According to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.span import Span
    from selon.model.timex import Timex

ATTITUDES = ("state", "deny", "fear", "want", "intend", "demand", "promise", "threaten", "praise", "blame", "doubt", "show")
MODES = ("direct", "indirect", "mixed")
SOURCE_CLASSES = ("person", "institution", "media", "document", "unnamed_official", "unnamed_collective", "unnamed", "none")
STANCES = ("neutral", "factive", "distancing")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A stretch of the text that somebody answers for.

    Attributes:
        id: `a1`, `a2` … in the order of the text.
        source: the noun phrase that names who answers for it; () for hearsay without a source.
        cue: verb group, noun, preposition, colon, or the conditional itself.
        content: what is answered for; several spans when the cue interrupts it.
        source_name: fullest name of the source; None without a source.
        actor: id of the actor who is the source; None when unresolved.
        mode: direct, indirect or mixed.
        attitude: how the source stands to the content (`ATTITUDES`).
        stance: how the cue makes the outer level stand to it (`STANCES`).
        evidence: author, quoted, reported, shown or hearsay.
        inside: id of the attribution whose content holds this one's cue; None at the outermost level.
        negated: is the saying itself negated or withheld (*n'a pas confirmé*)?
        certainty: certain, probable, possible or uncommitted, as the cue's own modality leaves it.
        said_when: when it was said; None when the text does not say.
        by: the row of `cues.tsv` or the rule that found it.
        source_class: person (named), institution (state, body, party, army), media, document, unnamed_official (*un responsable*),
            unnamed_collective (*des riverains*, *plusieurs sources*), unnamed (*un témoin*), none; what a reader may filter by.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_name: str | None = None
    actor: str | None = None
    mode: str = "indirect"
    attitude: str = "state"
    stance: str = "neutral"
    evidence: str = "reported"
    inside: str | None = None
    negated: bool = False
    certainty: str = "certain"
    said_when: Timex | None = None
    by: str = "default"
    source_class: str = "none"
