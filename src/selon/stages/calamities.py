"""Harm that nobody did: the deaths and ruins of an accident or a disaster are no assault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.event import Event
    from selon.model.syntax import Sentence, Token

_CONTEXT = "disasters"
HARMS = frozenset({"ASSAULT", "COERCE"})
"""Types of what people do to others that a disaster does too."""
_VIOLENT = frozenset({"military", "terrorism"})


def is_calamity(token: Token, language: Language) -> bool:
    """Does the noun name an accident or a disaster: *ouragan*, *incendie*?  Of deeds of men it can only do harm."""
    entries = language.nouns.get(token.lemma.casefold(), ()) if token.upos == "NOUN" else ()
    return any(not e.phrase.rest and e.row["type"] == "OTHER" and _CONTEXT in e.row.many("contexts") for e in entries)


def retype_harm(events: tuple[Event, ...], sents: tuple[Sentence, ...], language: Language) -> tuple[Event, ...]:
    """The events of a document with the harm of its accidents and disasters as OTHER.

    *Un avion s'est écrasé. Vingt personnes ont été tuées*: killed by nobody, after a disaster, and no violence is told before.
    An event that a disaster itself does keeps the disaster's type (*la tempête a détruit*, *l'ouragan a privé*).
    """
    words = language.settings.get("calamity", {})
    verbs, doubtful = frozenset(words.get("verbs", ())), frozenset(words.get("doubtful", ()))
    by_number = {sent.i: sent for sent in sents}
    found: list[Event] = []
    for k, event in enumerate(events):
        word = by_number[event.sentence].tokens[event.head]
        harm = event.type in HARMS and not event.actors and word.lemma in verbs
        found.append(_as_disaster(event) if harm and _is_calamitous(events, k, by_number, verbs, doubtful) else event)
    return tuple(found)


def _is_calamitous(events: tuple[Event, ...], k: int, sents: dict[int, Sentence], verbs: frozenset[str], doubtful: frozenset[str]) -> bool:
    """Is there a disaster in the sentence of the harm or before it, and no violence up to there but other harm?"""
    near = [e for n, e in enumerate(events) if n != k and e.sentence <= events[k].sentence]
    violent = any(
        (e.type == "ASSAULT" or _VIOLENT.intersection(e.contexts)) and (e.actors or sents[e.sentence].tokens[e.head].lemma not in verbs)
        for e in near
    )
    return not violent and any(
        e.type == "OTHER" and _CONTEXT in e.contexts and sents[e.sentence].tokens[e.head].lemma not in doubtful for e in near
    )


def _as_disaster(event: Event) -> Event:
    return replace(event, type="OTHER", mode=None, contexts=(_CONTEXT,))
