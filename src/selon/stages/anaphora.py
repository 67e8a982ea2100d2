"""Whom a pronoun, a possessive or *ce dernier* takes up.

Salience after Lappin and Leass (1994): the subject of a main clause before that of a subordinate one, both before
objects, these before complements of a preposition; each sentence between costs as much as half a rank.  What stands in
a quotation cannot be taken up from outside it: *« Le président a menti », a-t-il dit* is said by somebody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.known_actors import Seen
from selon.stages.predications import preposition
from selon.stages.quotations import SCARE_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selon.model.syntax import Sentence, Token
    from selon.stages.known_actors import Known
    from selon.stages.mention_candidate import Candidate
    from selon.stages.quotations import Quotation

REACH = 6
"""A pronoun looks back over so many sentences, no further."""
_LATTER_REACH = 2
_MAIN, _SENTENCE, _EMBEDDED, _OBJECT, _OTHER = 3.0, 2.0, 1.0, 1.0, 0.0
_PER_SENTENCE = 1.75
_OWN_CLAUSE = 2.0
_OWN_SENTENCE = 1.0
_PARALLEL = 0.5
_PERSON = 1.5


class Antecedents:
    """The mentions so far, asked for those that an anaphor takes up."""

    def __init__(self, sents: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> None:
        self.sents = sents
        self.quotations = [q.span for q in quotations if q.words > SCARE_WORDS]
        self.seen: list[Seen] = []
        self.at: dict[tuple[int, int], Seen] = {}

    def add(self, candidate: Candidate, found: tuple[Known, ...]) -> None:
        """A mention that has been resolved."""
        seen = Seen(candidate, found)
        self.seen.append(seen)
        for head in {candidate.head, *candidate.heads}:
            self.at.setdefault((candidate.sentence, head), seen)

    def pronoun(self, c: Candidate, *, at_least: float = float("-inf")) -> tuple[Known, ...]:
        """The most salient mention before it that agrees; () when none does or none is a subject where one is wanted."""
        barred = self._subjects_of_its_clause(c)
        scored = [
            (self._salience(c, seen), seen.candidate.span.start, seen.found)
            for seen in self._before(c, REACH)
            if not any(k in barred for k in seen.found) and self._rank(seen.candidate) >= at_least
        ]
        return max(scored, key=lambda s: s[:2])[2] if scored else ()

    def latter(self, c: Candidate) -> tuple[Known, ...]:
        """*ce dernier*, *celui-ci*: the last one named, a person before others; never the subject of its own clause."""
        barred = self._subjects_of_its_clause(c)
        near = [s for s in self._before(c, _LATTER_REACH) if not any(k in barred for k in s.found) and s.candidate.kind != "possessive"]
        outer = [s for s in near if not any(_holds(o.candidate, s.candidate) for o in near)]
        ranked = [(s.candidate.sentence, s.found[0].kind in {"person", "group"}, s.candidate.span.start, s.found) for s in outer]
        return max(ranked, key=lambda r: r[:3])[3] if ranked else ()

    # -- who may be taken up

    def _before(self, c: Candidate, reach: int) -> Iterator[Seen]:
        for seen in reversed(self.seen):
            candidate = seen.candidate
            if c.sentence - candidate.sentence > reach:
                return
            if candidate.span.start > c.span.start:
                continue
            seen = self._with_conjuncts(seen) if c.plural else seen
            if candidate.kind in {"adjective", "document"} or _holds(candidate, c) or not agrees(c, candidate, seen.found):
                continue
            if not self._is_hidden(c, candidate) and not self._is_place(c, candidate):
                yield seen

    def _with_conjuncts(self, seen: Seen) -> Seen:
        """*Le maire et le préfet … Ils*: the coordinated mentions together."""
        sent = self.sents[seen.candidate.sentence]
        members = [self.at.get((sent.i, t.i)) for t in sent.dependents(seen.candidate.head, "conj")]
        others = [k for m in members if m is not None and m.candidate.kind != "adjective" for k in m.found if k not in seen.found]
        return Seen(seen.candidate, (*seen.found, *others))

    def _is_hidden(self, c: Candidate, candidate: Candidate) -> bool:
        """Does the candidate stand in a quotation that the anaphor is outside of?"""
        return any(q.contains(candidate.span) and not q.contains(c.span) for q in self.quotations)

    def _is_place(self, c: Candidate, candidate: Candidate) -> bool:
        """*à Lagos*: a place that only locates is not taken up."""
        token = self._token(candidate)
        return candidate.label == "LOC" and (c.by.endswith("object") or token.rel in {"obl", "nmod"})

    def _subjects_of_its_clause(self, c: Candidate) -> list[Known]:
        """*Il lui reproche*: an object is not the subject of the same verb, nor of the verb that governs its infinitive."""
        sent, token = self.sents[c.sentence], self._token(c)
        if token.rel == "nsubj" or c.kind == "possessive":
            return []
        verbs = {token.head}
        for verb in (token, *sent.ancestors(token.i)):
            if verb.rel not in {"xcomp", "obj", "iobj", "obl"}:
                break
            verbs.add(verb.head)
        subjects = [s for (i, head), s in self.at.items() if i == sent.i and sent.tokens[head].rel == "nsubj"]
        return [k for s in subjects if self._token(s.candidate).head in verbs for k in s.found]

    # -- how salient it is

    def _salience(self, c: Candidate, seen: Seen) -> float:
        candidate = seen.candidate
        distance = c.sentence - candidate.sentence
        score = self._rank(candidate) - _PER_SENTENCE * distance
        if distance == 0:
            score += _OWN_CLAUSE * (self._top(candidate).i == self._own_subject(c))
            score += _OWN_SENTENCE if c.kind == "possessive" else self._rank(candidate) == _EMBEDDED
        if self._token(c).text.startswith("-"):
            score += _PERSON * (
                seen.found[0].kind in {"person", "group"} and bool(candidate.role or candidate.label == "PER" or c.plural)
            )  # *a-t-il dit*: who speaks is somebody
        if c.by.endswith("object") and self._top(candidate).rel in {"obj", "iobj"}:
            score += _PARALLEL * (1 + 3 * (self._token(c).rel == "obj"))  # *capturer l'espion. Le pays lui a accordé l'asile.*
        return score - (candidate.label == "LOC" and c.kind == "pronoun")

    def _rank(self, candidate: Candidate) -> float:
        """How prominent its place in its sentence makes it."""
        sent, top = self.sents[candidate.sentence], self._top(candidate)
        if top.dep == "root":
            return _SENTENCE
        if top.rel != "nsubj":
            if top.rel == "amod":
                return _OBJECT  # *Alliés depuis la guerre, les deux pays*: what a fronted adjective is said of
            of_subject = top.rel == "nmod" and sent.tokens[top.head].rel == "nsubj"  # *la décision du maire …, sa visite*
            return _OBJECT if of_subject or (top.rel in {"obj", "iobj"} and candidate.kind != "possessive") else _OTHER
        clause = sent.tokens[top.head]
        for above in sent.ancestors(clause.i):
            if clause.rel not in {"conj", "parataxis"}:
                break
            clause = above
        return _MAIN if clause.dep == "root" else _SENTENCE if clause.rel == "ccomp" else _EMBEDDED

    def _own_subject(self, c: Candidate) -> int | None:
        """Index of the subject of the nearest clause around an anaphor that stands outside that subject."""
        sent = self.sents[c.sentence]
        path = [c.head, *(t.i for t in sent.ancestors(c.head))]
        for i in path:
            subject = next((t.i for t in sent.dependents(i, "nsubj")), None)
            if subject is not None and subject not in path:
                return subject
        return None

    def _top(self, candidate: Candidate) -> Token:
        """The word whose relation the mention shares as apposition, name or conjunct."""
        sent, token = self.sents[candidate.sentence], self._token(candidate)
        for above in sent.ancestors(token.i):
            if token.rel not in {"conj", "appos", "flat"}:
                break
            token = above
        return token

    def _token(self, candidate: Candidate) -> Token:
        return self.sents[candidate.sentence].tokens[candidate.head]


def agrees(c: Candidate, candidate: Candidate, found: tuple[Known, ...]) -> bool:
    """In number, and in gender as far as anything says it; what a name says of a person outdoes the gender of a noun."""
    known = found[0]
    many = len(found) > 1 or bool(known.plural)
    collective = known.kind == "group" and not many  # *la foule … elle*, *la famille … ils*
    if c.plural is not None and c.plural != many and not (collective and (c.plural or candidate.role is not None)):
        return False
    if c.feminine is None or len(found) > 1:
        return True
    noun_or_name = known.feminine if known.feminine is not None else candidate.feminine
    return noun_or_name is None or noun_or_name == c.feminine


def cataphors(candidates: tuple[Candidate, ...], sents: tuple[Sentence, ...], own: frozenset[str]) -> dict[int, int]:
    """*Lors de leur arrivée, les pompiers …*: for a possessive in a fronted adjunct the subject that follows, both by their index.

    A person or a group is taken up so; a body only after one of the prepositions `own` (*Dans son rapport, l'ONU …*, but not
    *Après son arrestation, la police …*).
    """
    at = {(c.sentence, head): n for n, c in enumerate(candidates) for head in (c.head, *c.heads)}
    found = {}
    for n, c in enumerate(candidates):
        subject, prep = _subject_ahead(c, sents[c.sentence]) if c.kind == "possessive" else (None, "")
        target = at.get((c.sentence, subject)) if subject is not None else None
        if target is not None and _owns(candidates[target], c, prep in own):
            found[n] = target
    return found


def _subject_ahead(c: Candidate, sent: Sentence) -> tuple[int | None, str]:
    """The subject after the fronted adjunct in which `c` stands, and the preposition of that adjunct."""
    for token in (sent.tokens[c.head], *sent.ancestors(c.head)):
        if token.rel in {"obl", "advcl"}:
            adverb = sent.tokens[token.head] if sent.tokens[token.head].upos == "ADV" else None
            clause = token.head if adverb is None else adverb.head
            subject = next((t.i for t in sent.dependents(clause, "nsubj")), None)
            if subject is None or not any(t.text == "," for t in sent.tokens[c.head : subject]):
                return None, ""
            return subject, " ".join((*((adverb.lemma,) if adverb is not None else ()), preposition(sent, token.i)))
    return None, ""


def _owns(subject: Candidate, c: Candidate, any_body: bool) -> bool:
    """May the subject be the owner: definite or a name, of the same number, and a person unless bodies may be?"""
    if subject.kind not in {"title_name", "name", "nominal", "demonym"} or not subject.definite or bool(subject.plural) != bool(c.plural):
        return False
    return subject.actor_kind in {"person", "group"} or any_body


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """*la femme de son ministre*: a phrase is not taken up by a word inside it."""
    return outer.sentence == inner.sentence and outer.span != inner.span and outer.span.contains(inner.span)
