"""What a verb of saying, wanting or showing says: one function for each frame of `cues.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.attribution_clauses import clause_stretch, clauses, is_infinitive, is_marked, is_prepositioned, is_que, stretch
from selon.stages.predications import complements

if TYPE_CHECKING:
    from collections.abc import Callable

    from selon.model.syntax import Token
    from selon.stages.attribution_scene import Scene
    from selon.stages.predications import Predication

_JUDGING = {"blame", "praise", "doubt"}
_COLON_REACH = 60
_QUOTATION_REACH = 90
"""A colon or a quotation further than so many characters from its verb belongs to something else."""


@dataclass(frozen=True, slots=True)
class Governor:
    """A cue that is a verb.

    Attributes:
        token: its verb (or the adjective of *être certain*).
        rest: the further words of its phrase.
        pred: its deep arguments.
        prepositions: those of its row that may introduce the content.
        attitude: of its row.
    """

    token: Token
    rest: tuple[int, ...]
    pred: Predication
    prepositions: tuple[str, ...]
    attitude: str

    @property
    def main(self) -> int:
        """The word that has the subject: *savoir* in *a fait savoir*, the adjective in *être prêt*."""
        return next((r for r in self.rest if self.token.head == r), self.token.i)

    @property
    def last(self) -> int:
        """The last word of the phrase: the content stands after it."""
        return max((self.token.i, *self.rest))


def _que(scene: Scene, cue: Governor) -> tuple[Span, ...] | None:
    """*affirme que C*, *demande si C*."""
    for c in clauses(scene, cue.token.i, cue.rest):
        if c > cue.token.i and is_que(scene, c):
            return (clause_stretch(scene, c, cue.token, cue.last),)
    return _parted(scene, cue)


def _parted(scene: Scene, cue: Governor) -> tuple[Span, ...] | None:
    """*affirme dans son journal hebdomadaire que C*: the clause that the parser hung on the complement between."""
    for adverbial in scene.children(cue.token.i):
        if adverbial.i < cue.token.i or adverbial.rel not in {"obl", "advcl", "advmod"}:
            continue
        for c in scene.children(adverbial.i):
            if c.rel in {"ccomp", "acl", "advcl"} and is_que(scene, c.i):
                return (stretch(scene, c.i, cue.last),)
    return None


def _infinitive(scene: Scene, cue: Governor) -> tuple[Span, ...] | None:
    """*nie avoir volé*, *menace de partir*."""
    for c in clauses(scene, cue.token.i, cue.rest):
        if c <= cue.token.i or is_que(scene, c) or not (is_infinitive(scene, c) or is_marked(scene, c)):
            continue
        if is_prepositioned(scene, c, cue.prepositions):
            return (stretch(scene, c, cue.last),)
    return None


def _object(scene: Scene, cue: Governor) -> tuple[Span, ...] | None:
    """*dément toute négociation*: the verb's own object, or the subject of its passive, not one taken over from elsewhere."""
    tokens, pred = scene.sent.tokens, cue.pred
    for p in pred.patient:
        if tokens[p].upos in {"NOUN", "PROPN"} and p not in cue.rest and (tokens[p].head in {cue.token.i, *cue.rest} or pred.passive):
            return (_with_purpose(scene, cue, stretch(scene, p, -1, without=cue.token.i)),)
    return None


def _with_purpose(scene: Scene, cue: Governor, content: Span) -> Span:
    """*se félicite de ses discussions, afin de renforcer X*: a clause of purpose right after the content belongs to it."""
    purposes = scene.language.settings["attribution"]["purposes"]
    for child in scene.children(cue.token.i):
        if child.start >= content.end and child.rel in {"advcl", "advmod"}:
            clause = stretch(scene, child.i, cue.last)
            first = scene.text[clause.start : clause.end].split(" ")[0].casefold()
            if first in purposes and not scene.text[content.end : clause.start].strip(" ,"):
                return Span(content.start, clause.end)
    return content


def _with_conjuncts(scene: Scene, cue: Governor, content: Span) -> Span:
    """*font état d'exactions, viols et pillages*: nouns that the parser coordinated with the phrase itself."""
    nouns = [
        c for k in (cue.token.i, *cue.rest) for c in scene.children(k) if c.rel == "conj" and c.upos == "NOUN" and c.start > content.end
    ]
    bare = [c for c in nouns if not any(d.rel in {"cop", "nsubj", "case"} for d in scene.children(c.i))]
    return Span(content.start, max([content.end, *(stretch(scene, c.i, cue.last).end for c in bare)]))


def _oblique(scene: Scene, cue: Governor) -> tuple[Span, ...] | None:
    """*accuse X d'espionnage*, *accuse X d'avoir volé*, *met en garde contre une guerre*."""
    for prep, p in cue.pred.obliques:
        if prep in cue.prepositions and p > cue.token.i and p not in cue.rest:
            return (_with_purpose(scene, cue, stretch(scene, p, cue.last)),)
    for c in clauses(scene, cue.token.i, cue.rest):
        if c > cue.token.i and is_infinitive(scene, c) and is_prepositioned(scene, c, cue.prepositions):
            return (stretch(scene, c, cue.last),)
    for p in cue.pred.patient if cue.attitude in _JUDGING else ():
        for child in scene.children(p):  # *accuse le président d'avoir vendu*: the parser's infinitive of the noun
            below = child.rel == "acl" and is_infinitive(scene, child.i)
            if p > cue.token.i and below and is_prepositioned(scene, child.i, cue.prepositions):
                return (stretch(scene, child.i, cue.last),)
    for r in cue.rest:
        for prep, p in complements(scene.sent, r):
            if prep in cue.prepositions and p > r:
                return (_with_conjuncts(scene, cue, stretch(scene, p, cue.last)),)
    return None


def _object_and_infinitive(scene: Scene, cue: Governor) -> tuple[Span, ...] | None:
    """*appelle la Chine à agir*: whom it is said of and what."""
    tokens, pred = scene.sent.tokens, cue.pred
    infinitives = [c for c in pred.content if tokens[c].feats.get("VerbForm") == "Inf" and c > cue.token.i]
    if not infinitives or not pred.patient:
        return None
    who = stretch(scene, pred.patient[0], cue.last, without=cue.token.i)
    what = stretch(scene, infinitives[0], cue.last)
    return (Span(min(who.start, what.start), what.end),)


CONTENTS: dict[str, Callable[[Scene, Governor], tuple[Span, ...] | None]] = {
    "say": _que,
    "que": _que,
    "inf": _infinitive,
    "to_inf": _infinitive,
    "np": _object,
    "obl": _oblique,
    "np_inf": _object_and_infinitive,
}


def after_colon(scene: Scene, cue: Governor) -> tuple[Span, ...] | None:
    """*Il a déclaré : « … »*, *dit « … »*: a quotation or a clause right after the verb."""
    sent, token = scene.sent, cue.token
    if token.rel == "acl" or (token.feats.get("VerbForm") == "Inf" and token.rel != "root"):
        return None
    start = sent.tokens[cue.last].end
    for quotation in scene.context.quotations:
        if quotation.span.start >= start and quotation.span.start - start < _QUOTATION_REACH:
            between = scene.text[start : quotation.span.start]
            if between.count("(") > between.count(")"):
                continue  # *(lire « … »)*
            if ":" in between and "." not in between:
                return (quotation.span,)
            if len(between.split()) <= 5 and quotation.words >= 3 and not any(c in between for c in ".;"):
                return _quoted_clause(scene, quotation.span, start, token.i)
    colon = scene.text.find(":", start, sent.end)
    right = max((sent.tokens[i].end for i in sent.subtree(token.i) if sent.tokens[i].upos != "PUNCT"), default=start)
    if 0 <= colon < sent.end - 2 and colon - start < _COLON_REACH and right > start and "," not in scene.text[start:colon]:
        return (Span(colon + 1, sent.end),)
    return None


def _quoted_clause(scene: Scene, quotation: Span, start: int, verb: int) -> tuple[Span, ...]:
    """A quotation that the verb governs, with the words that lead into it: *précise qu'en « publiant … »*."""
    for token in scene.sent.tokens:
        if token.start >= start and token.text.casefold() in {"que", "qu'", "qu’"} and token.end <= quotation.start + 1:
            return (Span(token.start, quotation.end),)
    for child in scene.children(verb):
        if child.i > verb and child.rel in {"obj", "xcomp", "ccomp"}:
            below = stretch(scene, child.i, verb)
            if below.start < quotation.start < below.end:
                return (Span(below.start, max(quotation.end, below.end)),)
    return (quotation,)
