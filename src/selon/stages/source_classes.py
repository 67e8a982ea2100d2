"""What sort of source it is: who is named, which body, which medium, and who hides in a crowd or behind an office.

The class decides nothing about truth; it is what a reader filters by.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.actor import Actor
    from selon.model.syntax import Sentence

_INSTITUTIONS = frozenset({"country", "government", "organisation", "armed_group", "military", "party"})
_PEOPLE = frozenset({"person", "group"})


def classify_source(sent: Sentence, head: int | None, actor: Actor | None, language: Language) -> str:
    """One of `SOURCE_CLASSES` for the source that the word at `head` of a sentence heads; none without a source."""
    if head is None:
        return "none"
    token = sent.tokens[head]
    lemma = token.lemma.casefold()
    if lemma in language.words("attribution", "collectives"):
        return "unnamed_collective"
    if actor is not None and actor.kind in {"media", "document"}:
        return actor.kind
    if actor is not None and actor.kind in _INSTITUTIONS:
        return "institution"
    if token.upos == "PROPN" or (actor is not None and _is_named(actor)):
        return "person" if actor is None or actor.kind in _PEOPLE else "institution"
    if (actor is not None and actor.kind == "group") or token.feats.get("Number") == "Plur":
        return "unnamed_collective"
    if lemma in language.words("attribution", "officials"):
        return "unnamed_official"
    return "unnamed"


def _is_named(actor: Actor) -> bool:
    """Is there a proper name in the fullest form of the actor?  A title or an article in front has a small letter."""
    return any(word[:1].isupper() for word in actor.name.replace("’", "'").split("'")[-1].split())
