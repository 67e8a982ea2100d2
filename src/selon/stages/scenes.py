"""Nouns that only set the scene of another happening: *Après la guerre, il fonde une école*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.lang.language import split_words
from selon.stages.phrases import same_word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selon.lang.language import Language
    from selon.model.syntax import Sentence

_OWN = frozenset({"nmod", "obl", "acl", "appos", "nummod", "advmod"})
_BEFORE = frozenset({"det", "amod", "nummod", "case"})


def sets_scene(sent: Sentence, i: int, rest: tuple[int, ...], language: Language) -> bool:
    """Is the happening at `i` known already, and named only to date or frame another, or as the topic?

    *Depuis l'indépendance algérienne*, *en ce qui concerne la réforme*: unless a name takes part (*depuis l'arrestation de Karim Diallo*).
    *Lors de la réunion*, *après leur arrivée*: unless its own words say more (*après la réunion de Paris*).
    `rest` are the further words of its phrase, which say nothing more.
    """
    scene = language.settings.get("scene")
    if scene is None:
        return False
    first = _first_word(sent, i)
    if not _is_known(sent, first, i, language):
        return False
    if _opens(sent, first, scene["always"], language):
        return not any(sent.tokens[c].upos == "PROPN" and sent.tokens[c].rel in _OWN for c in sent.children[i])
    return not _is_described(sent, i, rest, scene.get("empty", ())) and _opens(sent, first, scene["bare"], language)


def is_predicate(sent: Sentence, i: int, language: Language) -> bool:
    """*Cette attaque est un acte de terrorisme*, *sans être une déclaration de guerre*: what another happening is, or is not."""
    children = [sent.tokens[c] for c in sent.children[i]]
    if not any(c.rel == "cop" for c in children):
        return False
    subjects = [c for c in children if c.rel == "nsubj" and c.upos == "NOUN"]
    evasions = language.settings.get("scene", {}).get("evasions", ())
    return any(c.rel == "mark" and c.lemma in evasions for c in children) or any(
        not e.phrase.rest for s in subjects for e in language.nouns.get(s.lemma.casefold(), ())
    )


def is_staged(sent: Sentence, i: int, language: Language) -> bool:
    """*L'exposition s'ouvre lundi*, *organiser un concert*: does the verb beside the noun say that it takes place?"""
    first = sent.tokens[i]
    while first.rel == "conj" and first.head != first.i:
        first = sent.tokens[first.head]
    if first.rel not in {"nsubj", "obj", "obl"} or first.dep in {"obl", "obl:mod"}:
        return first.rel == "root"
    verbs = [first.head, *(c for c in sent.children[first.head] if sent.tokens[c].rel == "xcomp")]
    return any(sent.tokens[v].lemma in language.words("support", "staging") for v in verbs)


def _first_word(sent: Sentence, i: int) -> int:
    """Where the noun phrase begins, its preposition left out unless it holds the article (*des élections*)."""
    first = i
    while first > 0 and sent.tokens[first - 1].head == i and sent.tokens[first - 1].rel in _BEFORE - {"case"}:
        first -= 1
    return first


def _is_known(sent: Sentence, first: int, i: int, language: Language) -> bool:
    """Does its determiner say that the reader knows it: *la guerre*, *cet accident*, *son arrivée*, *du vote*?"""
    if first > 0 and sent.tokens[first - 1].text.casefold() in _contracted(language):
        return True
    feats = sent.tokens[first].feats
    return first < i and (feats.get("Definite") == "Def" or feats.get("PronType") == "Dem" or feats.get("Poss") == "Yes")


def _contracted(language: Language) -> list[str]:
    words = language.settings["prepositions"]
    return [*words["contracted"], *words["contracted_dative"]]


def _opens(sent: Sentence, first: int, openers: Iterable[str], language: Language) -> bool:
    """Do the words of one of `openers` stand right before the noun phrase?"""
    elisions = language.settings.get("elisions", {})
    for opener in openers:
        words = split_words(opener, elisions)
        start = first - len(words)
        if start >= 0 and all(same_word(t, w) for t, w in zip(sent.tokens[start:first], words, strict=True)):
            return True
    return False


def _is_described(sent: Sentence, i: int, rest: tuple[int, ...], empty: Iterable[str]) -> bool:
    """Has it a complement, a date or a clause of its own beside the words of its phrase?"""
    own = [c for k in (i, *rest) for c in sent.children[k] if sent.tokens[c].rel in _OWN and c > i and c not in rest]
    return any(sent.tokens[c].lemma not in empty and not any(t.text == "," for t in sent.tokens[i:c]) for c in own)
