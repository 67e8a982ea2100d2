"""Which place names of a sentence say where: after a preposition of place, or as complement of a site.

*à Kaboul*, *au marché de Kaboul*, *l'attaque de Kaboul*, *a fermé l'usine de Lille*; not *l'accord entre Paris et Berlin*, *l'aide à
la Grèce*, *la police de Paris*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.stages.predications import preposition

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.syntax import Sentence
    from selon.model.toponym import Toponym

GIVEN = frozenset({"AID", "REQUEST"})
"""Types of happenings whose *à* says to whom."""
_AREAS = frozenset({"country", "macro_region"})


@dataclass(frozen=True, slots=True)
class Locations:
    """Answers for one sentence.

    Attributes:
        sent: the sentence.
        heads: its words that name happenings.
        language: prepositions and sites.
    """

    sent: Sentence
    heads: frozenset[int]
    language: Language

    def top(self, place: Toponym) -> int | None:
        """The word of a name that hangs on something outside it."""
        inside = [t.i for t in self.sent.tokens if place.span.start <= t.start < place.span.end]
        return next((i for i in inside if self.sent.tokens[i].head not in inside), inside[0] if inside else None)

    def says_where(self, place: Toponym, type_: str) -> bool:
        """Is the name introduced by a preposition of place, or does it stand bare after another place name?"""
        i = self.top(place)
        if i is None or self._is_party(i, place, type_):
            return False
        return self.stands_in(i) or self._complements(i)

    def stands_in(self, i: int) -> bool:
        """*à Kaboul*, *près d'Alep* (with *près* as an adverb of its own)."""
        return self._preposition(i) in self.language.words("prepositions", "place")

    def stands_in_itself(self, place: Toponym, head: int) -> bool:
        """*une église au nord du Nigeria*, *dans l'État du New Jersey*: inside a noun phrase, and still where."""
        i = self.top(place)
        if i is None:
            return False
        if self._is_genitive(i):
            outer = self.sent.tokens[i].head
            return self._is_site(outer) if outer == head else self.stands_in(outer)
        return self.stands_in(i)

    def _preposition(self, i: int) -> str:
        prep = preposition(self.sent, i)
        governor = self.sent.tokens[self.sent.tokens[i].head]
        return f"{governor.lemma} {prep}" if governor.upos == "ADV" and governor.i != i else prep

    def _is_genitive(self, i: int) -> bool:
        return preposition(self.sent, i) in self.language.words("prepositions", "genitive")

    def _is_party(self, i: int, place: Toponym, type_: str) -> bool:
        """*l'accord entre la Grèce et la banque*, *une demande d'aide à la zone euro*: who takes part, not where."""
        prep, governor = preposition(self.sent, i), self.sent.tokens[self.sent.tokens[i].head]
        if prep in self.language.words("prepositions", "party"):
            return governor.upos == "NOUN" and governor.lemma.casefold() not in self.language.words("places", "between")
        if prep not in self.language.words("prepositions", "dative") or place.kind not in _AREAS:
            return False
        return type_ in GIVEN or bool(self.sent.dependents(i, "det"))

    def _complements(self, i: int) -> bool:
        """*au marché de Kaboul*, *l'attaque de Kaboul*, *à Gaza, ville de Palestine*, *a fermé son usine de Lille*."""
        token, governor = self.sent.tokens[i], self.sent.tokens[self.sent.tokens[i].head]
        if not self._is_genitive(i) and token.rel not in {"appos", "flat", "nmod"}:
            return False
        if governor.upos not in {"NOUN", "PROPN"}:
            return False
        return self.stands_in(governor.i) or governor.i in self.heads or self._is_site(governor.i)

    def _is_site(self, i: int) -> bool:
        """A building or ground that something happens in or to: *dans l'usine de*, *a visité l'hôpital de*."""
        token = self.sent.tokens[i]
        if token.lemma.casefold() not in self.language.words("places", "sites"):
            return False
        return self.stands_in(i) or token.rel == "obj" or token.dep == "nsubj:pass"
