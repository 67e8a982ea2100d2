"""Words that may refer to an actor, before anybody knows to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may refer to an actor, before anybody knows to whom.

    Attributes:
        sentence, head: where its head word stands.
        span: the noun phrase.
        kind: as in `selon.model.Mention`.
        name: the proper name in it, "" without.
        label: PER, LOC, ORG or MISC of the name, "" without.
        role: the noun that says what it is; None for bare names and pronouns.
        country: alpha-3 when the phrase says it, else None.
        actor_kind: kind that the phrase by itself gives, "" when it gives none.
        plural, feminine: from the features of the head; None when they do not say.
        definite: with a definite, demonstrative or possessive determiner (or none at all for names).
        again: is it *le même responsable*?
        count: *les deux hommes* → 2; 0 without a number.
        qualifiers: adjectives behind the noun that tell it from others: *la population algérienne*.
        complement: lemma of what the role is of (*défense*), "" without.
        key: identity in a knowledge base, "" without.
        by: row or rule.
    """

    sentence: int
    head: int
    span: Span
    kind: str
    name: str = ""
    label: str = ""
    role: str | None = None
    country: str | None = None
    actor_kind: str = ""
    plural: bool | None = None
    feminine: bool | None = None
    definite: bool = True
    count: int = 0
    complement: str = ""
    key: str = ""
    by: str = "default"
    heads: tuple[int, ...] = field(default=())
    qualifiers: frozenset[str] = frozenset()
    again: bool = False
