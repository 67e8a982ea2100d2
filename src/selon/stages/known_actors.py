"""What is known of the actors of a document while it is being read, and the mentions that have named them so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.span import Span
    from selon.stages.mention_candidate import Candidate


@dataclass(slots=True)
class Known:
    """An actor while the document is being read.

    Attributes:
        qualifiers: adjectives that tell it from others of the same noun: *la population algérienne*.
        feminine: sex or grammatical gender; None as long as nothing says so.
        indefinite: was it introduced as *un État*?
        named: is `name` a proper name?
    """

    id: str
    name: str
    kind: str
    country: str | None
    by: str
    key: str = ""
    roles: set[str] = field(default_factory=set)
    complements: set[str] = field(default_factory=set)
    qualifiers: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    plural: bool | None = None
    feminine: bool | None = None
    named: bool = False
    indefinite: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention that has been resolved, in the order of the text."""

    candidate: Candidate
    found: tuple[Known, ...]
