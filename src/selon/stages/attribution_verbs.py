"""Verbs that say, want, fear, deny or show: a row of `cues.tsv` with its subject as source and its complement as content."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from selon.stages.attribution_contents import CONTENTS, Governor, after_colon
from selon.stages.attribution_draft import Draft, trimmed, without
from selon.stages.attribution_parentheticals import parenthetical
from selon.stages.attribution_scene import is_document, phrases
from selon.stages.attribution_sources import find_speakers, is_author_comment
from selon.stages.phrases import match_phrase, negation
from selon.stages.predications import Predication, analyse, finite_verb, verb_group

if TYPE_CHECKING:
    from selon.lang.language import Entry
    from selon.lang.schema import Row
    from selon.model.span import Span
    from selon.model.syntax import Token
    from selon.stages.attribution_scene import Scene

_OF_HAPPENINGS = {"want", "demand", "fear", "state", "deny", "doubt", "praise"}
_POSITIONS = {"demand", "want", "promise", "threaten", "intend"}


def find_verb(scene: Scene, token: Token, entry: Entry) -> Draft | None:
    """*X affirme que C*, *X est prêt à C*, *C, affirme X*: the attribution of this row at this verb, or None."""
    if token.upos not in {"VERB", "AUX"} and not (entry.phrase.copula and token.upos in {"ADJ", "NOUN"}):
        return None
    rest = match_phrase(scene.sent, token.i, entry.phrase, scene.language)
    if rest is None or is_author_comment(scene, token):
        return None
    row = entry.row
    verb = Governor(
        token, rest, _predication(scene, token, rest, is_adjectival=entry.phrase.copula), row.many("preposition"), row["attitude"]
    )
    content, inserted = _content(scene, verb, row["frame"])
    if content is None or (not inserted and _is_agentless(row, verb.pred)):
        return None
    speaking = scene.sent.tokens[verb.main] if inserted else token
    heads, evidence = find_speakers(scene, speaking, verb.pred, row["frame"], parenthetical=inserted)
    if heads is None or not _speaks(scene, verb, row, heads):
        return None
    cue, source = _cue(scene, verb), _relative(scene, verb, heads) or phrases(scene, heads)
    parts = trimmed(scene.text, without(content, (cue, *source) if inserted else (cue,)))
    if not parts:
        return None
    return Draft(
        sentence=scene.sent.i, source=source, source_head=heads[0] if heads else None, cue=(cue,), cue_head=token.i, content=parts,
        attitude=row["attitude"], stance=row["stance"], evidence="shown" if row["attitude"] == "show" else evidence,
        negated=negation(scene.sent, token.i, scene.language) is not None, certainty=_certainty(scene, token), by=row.by,
    )  # fmt: skip


def _relative(scene: Scene, verb: Governor, heads: tuple[int, ...]) -> tuple[Span, ...]:
    """*les auteurs, qui ont souligné que C*: a relative that is the subject stands for its antecedent and is the source as written."""
    subjects = [c for c in scene.children(verb.main) if c.rel == "nsubj" and c.upos == "PRON" and c.feats.get("PronType") == "Rel"]
    return (subjects[0].span,) if subjects and heads and subjects[0].i not in heads else ()


def _predication(scene: Scene, token: Token, rest: tuple[int, ...], *, is_adjectival: bool) -> Predication:
    """The arguments of the word that has the subject: *savoir* in *faire savoir*, the adjective in *être prêt*."""
    main = next((r for r in rest if token.head == r), token.i)
    pred = analyse(scene.sent, main, scene.language)
    if is_adjectival and pred.passive:  # *Moscou est intéressé par l'achat*: no passive, whatever the parser says
        pred = replace(pred, passive=False, agent=pred.patient, patient=(), obliques=(*pred.obliques, *(("par", a) for a in pred.agent)))
    if pred.agent or not rest:
        return pred
    return replace(pred, agent=analyse(scene.sent, token.i, scene.language).agent)


def _content(scene: Scene, verb: Governor, frame: str) -> tuple[tuple[Span, ...] | None, bool]:
    """What the verb says, and whether it stands in an inserted clause; only *say* takes a colon or an inserted clause."""
    if not _is_opened(scene, verb):
        content = CONTENTS[frame](scene, verb)
        if content is not None or frame != "say":
            return content, False
    elif frame != "say":
        return None, False
    content = after_colon(scene, verb)
    if content is not None and (_begins_quotation(scene, content[0]) or not _has_object(scene, verb)):
        return content, not any(a < verb.token.i for a in verb.pred.agent)
    content = parenthetical(scene, scene.sent.tokens[raised(scene, verb.main)])
    return content, content is not None


def _begins_quotation(scene: Scene, content: Span) -> bool:
    return any(q.span.overlaps(content) for q in scene.context.quotations)


def raised(scene: Scene, i: int) -> int:
    """*n'a cessé de répéter*, *vient d'annoncer*: the finite verb that says how the act of speech goes on, else the verb itself."""
    token = scene.sent.tokens[i]
    governor = scene.sent.tokens[token.head]
    if token.rel == "xcomp" and token.feats.get("VerbForm") == "Inf" and governor.lemma in scene.language.words("attribution", "aspectual"):
        return governor.i
    return i


def _is_opened(scene: Scene, verb: Governor) -> bool:
    """*comme le précise le maire*: the clitic stands for what is said, so no complement of the verb does."""
    first, _ = verb_group(scene.sent, verb.token.i)
    before = [t.text.casefold() for t in scene.sent.tokens[max(0, first - 2) : first + 1]]
    return any(scene.is_listed("openers", a) and b in {"le", "l'", "l’"} for a, b in pairwise(before))


def _has_object(scene: Scene, verb: Governor) -> bool:
    """*promet une autonomie accrue : trois heures*: what stands after the colon explains the object."""
    return any(p > verb.last and scene.sent.tokens[p].upos == "NOUN" for p in verb.pred.patient)


def _is_agentless(row: Row, pred: Predication) -> bool:
    """*Une fermeture a été demandée*: a passive with nobody behind it names no holder of a wish."""
    return pred.passive and not pred.agent and (row["frame"] in {"np", "obl"} or row["attitude"] in _POSITIONS)


def _speaks(scene: Scene, verb: Governor, row: Row, heads: tuple[int, ...]) -> bool:
    """*des images montrent* but not *le ministre montre sa maison*; *annonce la fermeture* but not *annonce une couleur*."""
    frame, attitude = row["frame"], row["attitude"]
    if attitude == "show" and frame in {"np", "np_inf", "obl"} and heads and not is_document(scene, heads[0]):
        return False
    if frame == "np" and any(scene.is_listed("no_content", scene.sent.tokens[p].lemma) for p in verb.pred.patient):
        return False  # *a requis l'anonymat*
    if frame == "np" and attitude in _OF_HAPPENINGS and any(_is_party(scene, p) for p in verb.pred.patient):
        return False  # *soutient le parti*, *redoute Moscou*: a party is no content
    if frame == "np" and attitude in {"state", "show"}:
        return any(_is_happening(scene, p) for p in verb.pred.patient)
    return True


def _is_party(scene: Scene, p: int) -> bool:
    """Does the object name somebody rather than something that happens?"""
    mention = scene.mention(p)
    return mention is not None and bool(mention.actors) and not is_document(scene, p)


def _is_happening(scene: Scene, p: int) -> bool:
    """*la fermeture*, *une série d'attaques*, *« une mesure »*: a noun of the tables, with one as complement, or quoted."""
    nouns = scene.language.nouns
    token = scene.sent.tokens[p]
    return (
        token.lemma.casefold() in nouns
        or any(q.span.overlaps(token.span) for q in scene.context.quotations)
        or any(scene.sent.tokens[c].lemma.casefold() in nouns for c in scene.sent.subtree(p))
    )


def _cue(scene: Scene, verb: Governor) -> Span:
    """The verb with its auxiliaries and the words of its phrase: *a mis en garde*, *a fait savoir*."""
    sent, token = scene.sent, verb.token
    first, last = verb_group(sent, token.i)
    last = max((last, *(r + 1 for r in verb.rest)))
    first = min((first, *(verb_group(sent, r)[0] for r in verb.rest if token.head == r), verb_group(sent, raised(scene, verb.main))[0]))
    return sent.covering(tuple(range(first, last)))


def _certainty(scene: Scene, token: Token) -> str:
    """The cue's own certainty: *pourrait annoncer* and *annoncerait* are possible."""
    if finite_verb(scene.sent, token.i).feats.get("Mood") == "Cnd":
        return "possible"
    governor = scene.sent.tokens[token.head]
    if token.rel == "xcomp" and governor.lemma in scene.language.words("conditional", "modal"):
        return "possible"
    return "certain"
