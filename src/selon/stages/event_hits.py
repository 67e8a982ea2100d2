"""Events on their way: what decides whether one stands beside another of its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.lang.schema import Row
    from selon.model.event import Event
    from selon.model.syntax import Sentence, Token


@dataclass(frozen=True, slots=True)
class Hit:
    """An event with what decides whether it stands beside others: its row, and the words its phrase used up."""

    event: Event
    row: Row
    used: frozenset[int]
    is_verb: bool


def told_by_verb(sent: Sentence, hit: Hit, hits: list[Hit], language: Language) -> bool:
    """Is the noun the object of an event verb of the same type (*ont attaqué … l'attaque* of one clause)?"""
    token = sent.tokens[hit.event.head]
    governor = token.head
    for other in hits:
        if not other.is_verb:
            continue
        if other.event.trigger.overlaps(hit.event.trigger):
            return True
        if other.event.head == governor and token.rel in {"obj", "obl"} and other.event.type == hit.event.type:
            return True
        if other.event.head == governor and _is_named_object(token, hit, sent.tokens[other.event.head].lemma in language.cues):
            return True
    return False


def _is_named_object(token: Token, hit: Hit, is_said: bool) -> bool:
    """*a abrogé le traité*: the object of a happening that names no party is not one of its own, unless it is what is said."""
    object_ = token.rel == "obj" or token.dep == "nsubj:pass"
    return object_ and not hit.event.actors and not hit.event.recipients and not is_said
