"""Which happening of a sentence a date or a place belongs to: the path through the tree decides, never nearness.

A date stays in the clause that holds it (*la navette, construite en 2001, a décollé mardi*), in the noun that it modifies
(*après les élections de dimanche*) and in the aside that tells it (*la ministre, en poste jusqu'en mars, a signé*).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from selon.stages.predications import preposition

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.span import Span
    from selon.model.syntax import Sentence, Token
    from selon.model.timex import Timex

STEPS = 3
"""So many words at most stand between a happening and the word that shares its date (*a procédé à l'ouverture d'une enquête*)."""
_CLAUSES = frozenset({"ccomp", "csubj", "parataxis", "acl"})
_ALONGSIDE = frozenset({"nsubj", "conj", "xcomp", "advcl", "obl", "advmod"})
"""How a happening hangs on another that it shares its date with; not as its object (*a annulé mardi la visite*)."""
_MARKS = frozenset({",", "(", ")", "–", "—", ";", ":"})
_LINKS = frozenset({"ADP", "DET", "ADV", "PUNCT"})


def is_comparison(sent: Sentence, timex: Timex, language: Language) -> bool:
    """*pour la première fois depuis 2005*, *le plus meurtrier depuis 2005*: since when nothing was like it, no date."""
    before = [t for t in sent.tokens if t.end <= timex.span.start and t.upos not in {"ADP", "DET"}][-2:]
    if timex.relation != "since" or len(before) < 2:
        return False
    near = {t.lemma for t in before} | {c.lemma for t in before for c in sent.dependents(sent.tokens[t.i].head, "amod")}
    return not near.isdisjoint(language.words("particles", "record"))


@dataclass(frozen=True, slots=True)
class Reach:
    """What one happening reaches in its sentence.

    Attributes:
        sent: the sentence.
        head: the word that names the happening.
        phrase: all words that name it (*réunion … se tiendra*).
        others: heads of the other happenings of the sentence.
        language: its prepositions and nouns.
    """

    sent: Sentence
    head: int
    phrase: frozenset[int]
    others: frozenset[int]
    language: Language

    def rank(self, span: Span, *, is_date: bool) -> int | None:
        """0: governed by the happening; 1 and more: by a word so many steps above it; None: by something else."""
        inside = [t.i for t in self.sent.tokens if span.start <= t.start < span.end]
        if not inside:
            return None
        top = next((i for i in inside if self.sent.tokens[i].head not in inside), inside[0])
        if is_date and self._is_aside(inside, top):
            return None
        governors = self._governors(top)
        own = next((n for n, g in enumerate(governors) if g in self.phrase), None)
        if own is not None:
            return 0 if self._leads([top, *governors[: own + 1]], is_date=is_date) else None
        return self._rank_above(top, governors, is_date=is_date)

    def _governors(self, top: int) -> list[int]:
        """What stands above a date; *le ministre élu en mai*: the participle before it, though parsers give it to the noun."""
        governors = [t.i for t in self.sent.ancestors(top)]
        if not governors or self.sent.tokens[top].rel != "nmod" or self._is_genitive(top):
            return governors
        participles = [c.i for c in self.sent.dependents(governors[0], "acl", "amod") if governors[0] < c.i < top and _is_participle(c)]
        return [*participles[-1:], *governors]

    def _rank_above(self, top: int, governors: list[int], *, is_date: bool) -> int | None:
        up = [self.head, *(t.i for t in self.sent.ancestors(self.head))]
        for step, above in enumerate(up[1 : STEPS + 1], start=1):
            if above not in governors or self.sent.tokens[above].upos not in {"VERB", "AUX", "ADJ", "NOUN"}:
                continue
            down = [top, *governors[: governors.index(above) + 1]]
            shared = self._leads(down, is_date=is_date) and self._shares(up[: step + 1], top, is_date=is_date)
            return step if shared else None
        return None

    # -- from the expression up

    def _leads(self, path: list[int], *, is_date: bool) -> bool:
        """Does nothing on the way up keep the expression to itself?"""
        between = path[1:-1]
        if any(g in self.others and not self._shares_auxiliary(g) and not (is_date and self._is_during(g)) for g in between):
            return False
        shared = path[-1]
        return not any(self._keeps(c, g, path[0], shared, is_date=is_date) for c, g in pairwise(path))

    def _keeps(self, c: int, governor: int, top: int, shared: int, *, is_date: bool) -> bool:
        """Is the dependent `c` a clause, an aside or a noun whose date says nothing of its governor?"""
        child = self.sent.tokens[c]
        if any(m.i > top for m in self.sent.dependents(c, "mark")):
            return False  # *libérés en janvier, après avoir été retenus*: parsers give the date to the second clause
        if child.rel in {"acl", "amod"}:
            if not is_date and child.dep != "acl:relcl" and not _is_participle(child):
                return False  # a noun of the object that the parser takes for a verb
            return not (governor in self.phrase and self._tells_of(child))
        if child.rel == "advcl":
            return not (_is_simultaneous(child) or self._is_aim(child))
        if child.rel == "conj" and child.upos in {"VERB", "AUX"}:
            return not self._shares_auxiliary(c)
        if child.rel in _CLAUSES or (child.rel == "appos" and c != top):
            return True
        return is_date and child.rel == "nmod" and governor != shared and not self._dates(governor, top)

    def _is_aim(self, child: Token) -> bool:
        """*fermera le site pour réorienter la production en mai*: the date after a purpose is that of the deed."""
        purposes = self.language.words("attribution", "purposes")
        return child.feats.get("VerbForm") == "Inf" and any(m.lemma in purposes for m in self.sent.dependents(child.i, "mark"))

    def _tells_of(self, child: Token) -> bool:
        """*la réunion prévue mardi*, *la marche qui s'est déroulée mardi*: the clause says that the noun took place."""
        if child.dep != "acl:relcl":
            return True
        return any(entry.removeprefix("se ") == child.lemma for entry in self.language.words("support", "happening"))

    def _shares_auxiliary(self, i: int) -> bool:
        """*ont été condamnés et emprisonnés lundi*: one auxiliary, one date."""
        token = self.sent.tokens[i]
        if token.rel != "conj" or token.head not in self.phrase or token.feats.get("VerbForm") != "Part":
            return False
        return not any(self.sent.tokens[c].rel in {"aux", "nsubj", "cop"} for c in self.sent.children[i])

    def _is_genitive(self, c: int) -> bool:
        return self.sent.tokens[c].rel == "nmod" and preposition(self.sent, c) in self.language.words("prepositions", "genitive")

    def _dates(self, noun: int, top: int) -> bool:
        """Is the date of this noun that of the verb: the happening itself, *lors de la séance de mardi*, *a vu le ministre mardi*?"""
        if noun in self.phrase or self.sent.tokens[noun].upos not in {"NOUN", "PROPN"}:
            return True
        prep = self._introduced(noun)
        if self._is_genitive(top) or self.sent.tokens[top].head != noun:
            return self._is_concurrent(prep)
        return noun > self.head or prep not in self.language.words("prepositions", "apart")

    def _is_concurrent(self, prep: str) -> bool:
        return prep in self.language.words("prepositions", "during") | self.language.words("prepositions", "concurrent")

    def _is_during(self, noun: int) -> bool:
        """*Lors de la réunion de mardi, le ministre a signé*: the happening in which the other one takes place."""
        return self.sent.tokens[noun].rel == "obl" and self._introduced(noun) in self.language.words("prepositions", "during")

    def _introduced(self, noun: int) -> str:
        """The preposition of a noun, with the noun of a prepositional phrase (*à la suite de*, *par rapport à*)."""
        prep, governor = preposition(self.sent, noun), self.sent.tokens[self.sent.tokens[noun].head]
        if governor.upos == "ADV" and governor.i != noun:
            return f"{governor.lemma.casefold()} {prep}"  # *lors de*
        outer = preposition(self.sent, governor.i) if governor.upos == "NOUN" and governor.i != noun else ""
        phrase = f"{outer} {governor.lemma}"
        return f"{phrase} {prep}" if outer and prep and phrase in self.language.words("idioms", "nouns") else prep

    # -- from the happening up

    def _shares(self, path: list[int], top: int, *, is_date: bool) -> bool:
        """Does the happening belong to what the word above it says, so that one date holds for both?"""
        tokens = self.sent.tokens
        for c, g in pairwise(path):
            child = tokens[c]
            if child.dep == "acl:relcl" or child.rel in {"ccomp", "parataxis"}:
                return False
            if not is_date:
                continue
            if child.rel in {"acl", "amod"} or (child.rel == "advcl" and not (_is_simultaneous(child) or self._is_aim(child))):
                return False
            if child.rel == "conj" and child.upos in {"VERB", "AUX"} and top > g and self._has_subject(c):
                return False
            if child.rel in {"obl", "nmod"} and not self._belongs(c, g):
                return False
            if g in self.others and child.rel not in _ALONGSIDE:
                return False
        return True

    def _belongs(self, c: int, governor: int) -> bool:
        """*tués dans un attentat*, *l'ouverture d'une enquête*; not *six mois après l'attentat*, *l'auteur de l'attentat*."""
        prep = self._introduced(c)
        if prep in self.language.words("prepositions", "apart"):
            return False
        if governor in self.others:
            return self._is_concurrent(prep)
        if self.sent.tokens[c].rel != "nmod" or self.sent.tokens[governor].upos == "VERB":
            return True
        lemma = self.sent.tokens[governor].lemma.casefold()
        return not self._is_known(c) or lemma in self.language.words("quantity", "heads") | self.language.words("quantity", "phases")

    def _is_known(self, c: int) -> bool:
        """Does its article point back to something told before?"""
        contracted = self.language.settings["prepositions"]["contracted"]
        return any(
            d.feats.get("Definite") == "Def" or d.feats.get("PronType") in {"Dem", "Prs"} or d.text.casefold() in contracted
            for d in self.sent.dependents(c, "det", "case")
        )

    def _has_subject(self, i: int) -> bool:
        return any(self.sent.tokens[c].rel == "nsubj" for c in self.sent.children[i])

    # -- asides

    def _is_aside(self, inside: list[int], top: int) -> bool:
        """*la ministre, en poste jusqu'en mars 2013, a signé*: set off by commas, and about something else than the date."""
        tokens = self.sent.tokens
        start = next((k + 1 for k in range(inside[0] - 1, -1, -1) if tokens[k].text in _MARKS), 0)
        if start == 0 or start <= self.head < inside[0] or tokens[start - 1].text == ";":
            return False
        first = next((t for t in tokens[start : inside[0] + 1] if t.upos not in _LINKS), tokens[inside[0]])
        if first.i >= inside[0] or first.i in self.sent.subtree(top):
            return False
        if first.upos == "ADJ" or (first.feats.get("VerbForm") == "Part" and not _has_auxiliary(self.sent, first)):
            return True
        return self._is_before_verb(start, inside[-1])

    def _is_before_verb(self, start: int, end: int) -> bool:
        """Does the aside stand between the subject and its verb, closed by a comma?"""
        tokens = self.sent.tokens
        if end + 1 >= len(tokens) or end >= self.head or tokens[end + 1].text not in {",", ")", "–", "—"}:
            return False
        return any(tokens[c].rel == "nsubj" and c < start for c in self.sent.children[self.head])


def _has_auxiliary(sent: Sentence, token: Token) -> bool:
    return any(sent.tokens[c].rel in {"aux", "cop"} for c in sent.children[token.i])


def _is_participle(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past"


def _is_simultaneous(child: Token) -> bool:
    """*en quittant la ville mardi*: what a gerund tells happens with the main verb."""
    return child.feats.get("VerbForm") == "Part" and child.feats.get("Tense") == "Pres"
