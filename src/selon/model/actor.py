"""Who takes part, and the words that name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.span import Span

KINDS = ("person", "country", "government", "organisation", "armed_group", "media", "military", "party", "group", "document")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to one or more actors.

    Attributes:
        span: the noun phrase with article, title and name, without relative clauses.
        sentence: index of its sentence.
        head: index of its head token in that sentence.
        kind: name, title_name, nominal, demonym, metonym, pronoun, possessive, adjective, conjunction, group.
        actors: ids of the actors it refers to; two or more for *les deux hommes* and for coordinations; () when unresolved.
        by: the sieve and row that resolved it.
    """

    span: Span
    sentence: int
    head: int
    kind: str
    actors: tuple[str, ...]
    by: str = "default"


@dataclass(frozen=True, slots=True)
class Actor:
    """One participant of the article, whatever the words.

    Attributes:
        id: stable inside the reading, `a` and a number in order of first mention, or the id of the actor base.
        name: fullest name in the text.
        kind: one of `KINDS`.
        country: ISO 3166-1 alpha-3 when the text or the name makes it plain, else None.
        mentions: spans of all its mentions, in the order of the text.
        by: what decided identity and kind.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    mentions: tuple[Span, ...] = ()
    by: str = "default"
