"""Verbs that the tagger did not see: *Le conseil vota la loi* with *vota* as a noun.

A form that only the passé simple of a verb of the tables has, in a stretch without another finite verb, is that verb: it takes the
place of the word that the parser had called the head, and what stood around it becomes its subject, object and obliques.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from selon.stages.lemmas import clause_verb, preterite_forms, read_mood, verb_forms

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.syntax import Sentence, Token

_NOT_VERBS = frozenset({"ADJ", "ADV", "NOUN"})
_PRESENT = {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin", "Person": "3"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BEFORE_NOUNS = frozenset({"DET", "ADP", "NUM"})
_BOUNDARY = frozenset({"PUNCT", "CCONJ", "SCONJ"})


def mend_verbs(sent: Sentence, language: Language) -> Sentence:
    """The sentence with its misread passé simple as verbs; the same one when there is none."""
    sent = _with_participles(sent, language)
    forms = preterite_forms(language.code)
    for token in sent.tokens:
        if token.text in forms and _is_misread(token) and _stands_as_verb(sent, token):
            sent = _mended(sent, token.i, forms[token.text], language)
    return sent


def _with_participles(sent: Sentence, language: Language) -> Sentence:
    """*Elle a promis*, *s'est repenti*, *se gausse*: what an auxiliary of tense or *se* goes with is a verb."""
    sent = _with_finite(sent, language)
    reflexives = language.words("particles", "reflexives")
    tense = [
        k.head
        for k in sent.tokens
        if (k.dep == "aux:tense" and sent.tokens[k.head].upos == "ADJ")
        or (k.rel == "expl" and k.lemma in reflexives and sent.tokens[k.head].upos in {"ADJ", "NOUN", "ADV"})
    ]
    if not tense:
        return sent
    tokens = list(sent.tokens)
    for i in tense:
        lemma = verb_forms(language.code).get(tokens[i].text.casefold(), tokens[i].lemma)
        compound = any(sent.tokens[c].rel == "aux" for c in sent.children[i])
        feats = {**tokens[i].feats, "VerbForm": "Part", "Tense": "Past"} if compound else dict(_PRESENT)
        tokens[i] = replace(tokens[i], upos="VERB", lemma=lemma, feats=feats)
    return replace(sent, tokens=tuple(tokens))


def _with_finite(sent: Sentence, language: Language) -> Sentence:
    """*Le médecin euthanasie le patient*: an adjective with subject and object is the verb whose present it is written like."""
    tokens = list(sent.tokens)
    for token in sent.tokens:
        if token.upos not in _NOT_VERBS or not sent.children[token.i]:
            continue
        lemma = clause_verb(token.text, language) if token.upos == "ADJ" else None
        if token.rel == "amod" and lemma is None and _is_participle(sent, token, language):
            lemma = verb_forms(language.code)[token.text.casefold()]
            tokens[token.i] = replace(
                token, upos="VERB", lemma=lemma, dep="acl", feats={**token.feats, "VerbForm": "Part", "Tense": "Past"}
            )
            continue
        if lemma is None:
            has_subject = any(sent.tokens[c].rel == "nsubj" for c in sent.children[token.i])
            future = read_mood(token.text.casefold(), language) if has_subject else None
            if future is not None:
                tokens[token.i] = replace(token, upos="VERB", lemma=future[0], feats=future[1])  # *que les joueurs partiront*
            continue
        rels = {sent.tokens[c].rel for c in sent.children[token.i]}
        if {"nsubj", "obj"} <= rels or ({"nsubj", "ccomp"} <= rels and "cop" not in rels):
            tokens[token.i] = replace(token, upos="VERB", lemma=lemma, feats=_PRESENT)
    return sent if all(a is b for a, b in zip(tokens, sent.tokens, strict=True)) else replace(sent, tokens=tuple(tokens))


def _is_participle(sent: Sentence, token: Token, language: Language) -> bool:
    """*des soldats capturés en mai*: an adjective behind its noun, with a complement, that is written like a participle of a known verb."""
    complemented = any(sent.tokens[c].rel == "obl" for c in sent.children[token.i])
    return complemented and token.i > token.head and token.upos == "ADJ" and token.text.casefold() in verb_forms(language.code)


def _is_misread(token: Token) -> bool:
    """Something else than a verb, or a verb hung on a noun as if it were a participle: *Le peintre naquit à Rome*."""
    return token.upos not in {"VERB", "AUX"} or (token.rel in {"amod", "acl", "nmod", "appos"} and token.dep != "acl:relcl")


def _stretch(sent: Sentence, i: int) -> range:
    """The tokens around `i` up to the next punctuation mark or conjunction on either side."""
    start = next((k + 1 for k in range(i - 1, -1, -1) if sent.tokens[k].upos in _BOUNDARY), 0)
    end = next((k for k in range(i + 1, len(sent.tokens)) if sent.tokens[k].upos in _BOUNDARY), len(sent.tokens))
    return range(start, end)


def _stands_as_verb(sent: Sentence, token: Token) -> bool:
    """Is there a noun or pronoun before it, no determiner right before it, and no other finite verb in its stretch?"""
    around = _stretch(sent, token.i)
    if _earlier_member(sent, token.i) is not None:
        return not any(sent.tokens[k].feats.get("VerbForm") == "Fin" for k in around if k != token.i)
    if token.i == around.start or sent.tokens[token.i - 1].upos in _BEFORE_NOUNS:
        return False
    if not any(sent.tokens[k].upos in _NOMINAL for k in range(around.start, token.i)):
        return False
    return not any(sent.tokens[k].feats.get("VerbForm") == "Fin" for k in around if k != token.i)


def _earlier_member(sent: Sentence, i: int) -> Token | None:
    """*Le gouvernement a changé la loi et nomma un directeur*: the verb that a form right after a conjunction goes on from."""
    if i < 2 or sent.tokens[i - 1].upos != "CCONJ":
        return None
    verb = next((t for t in reversed(sent.tokens[: i - 1]) if t.upos == "VERB"), None)
    return verb if verb is not None and (verb.feats.get("VerbForm") == "Fin" or sent.dependents(verb.i, "aux")) else None


def _mended(sent: Sentence, i: int, lemma: str, language: Language) -> Sentence:
    around = _stretch(sent, i)
    top = sent.tokens[i]
    while top.head in around and top.head != top.i:
        top = sent.tokens[top.head]
    first = _earlier_member(sent, i)
    head, dep = (first.i, "conj") if first is not None else (i if top.head == top.i else top.head, top.dep)
    tokens = list(sent.tokens)
    features = dict(language.settings["preterite"]["features"])
    tokens[i] = replace(tokens[i], upos="VERB", lemma=lemma, feats=features, head=head, dep=dep)
    for token in sent.tokens:
        if token.i != i and _is_moved(token, i, top, first):
            tokens[token.i] = replace(token, head=i, dep=_relation(sent, token, i))
    return _rebuilt(sent, tokens)


def _is_moved(token: Token, i: int, top: Token, first: Token | None) -> bool:
    """Does a word belong to the verb at `i`: hung on it, on the wrong side of `top`, or after it on the verb that it goes on from?"""
    if first is not None:
        return token.head == i or (token.head == first.i and token.i > i and token.upos != "PUNCT")
    return token.i == top.i or token.head == i or (token.head == top.i and (token.i < i) != (top.i < i))


def _relation(sent: Sentence, token: Token, verb: int) -> str:
    """What a word is to the verb, by its side and preposition."""
    if token.upos not in _NOMINAL:
        return {"ADV": "advmod", "PUNCT": "punct"}.get(token.upos, token.dep if token.dep != "root" else "dep")
    if any(sent.tokens[c].rel == "case" for c in sent.children[token.i]):
        return "obl"
    return "nsubj" if token.i < verb else "obj"


def _rebuilt(sent: Sentence, tokens: list[Token]) -> Sentence:
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            children[token.head].append(token.i)
    return replace(sent, tokens=tuple(tokens), children=tuple(map(tuple, children)))
