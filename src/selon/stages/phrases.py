"""Does a lexicon entry stand here?  One matcher for cues, events and factuality."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.lang.language import Language, Phrase
    from selon.model.syntax import Sentence, Token

NOUN_WINDOW = 3
"""Of a phrase that begins with a noun: at most an article and an adjective between its words."""
WINDOW = 6
"""The last word of a fixed phrase stands at most so many words after its verb: *met une nouvelle fois en garde*."""


def match_phrase(sent: Sentence, i: int, phrase: Phrase, language: Language) -> tuple[int, ...] | None:
    """Indices of the further words of `phrase` when its head is token `i`; () for a single word; None when it is not there."""
    token = sent.tokens[i]
    if token.upos in {"VERB", "AUX"}:
        if phrase.pronominal != is_pronominal(sent, i, language, strict=not phrase.pronominal):
            return None
    elif phrase.pronominal:
        return None
    if phrase.copula and not any(sent.tokens[c].rel in {"cop", "aux"} for c in sent.children[i]):
        return None
    found: list[int] = []
    at = i + 1
    for word in phrase.rest:
        reach = WINDOW if token.upos != "NOUN" else NOUN_WINDOW
        place = next((k for k in range(at, min(at + reach, len(sent.tokens))) if same_word(sent.tokens[k], word)), None)
        if place is None or (token.upos == "NOUN" and any(t.text == "," or t.upos == "VERB" for t in sent.tokens[at:place])):
            return None
        found.append(place)
        at = place + 1
    return tuple(found)


def same_word(token: Token, word: str) -> bool:
    """Is it this word, as written or as lemma?"""
    return token.text.casefold() == word or token.lemma.casefold() == word


def words_of(sent: Sentence) -> frozenset[str]:
    """All forms and lemmas of a sentence: a phrase with a word that is not among them cannot stand in it."""
    return frozenset([t.text.casefold() for t in sent.tokens] + [t.lemma.casefold() for t in sent.tokens])


def is_pronominal(sent: Sentence, i: int, language: Language, *, strict: bool = False) -> bool:
    """*se rendre*: a reflexive clitic.  With `strict`, one that the parser takes for a passive does not count (*se vend*)."""
    reflexives = language.words("particles", "reflexives")
    return any(
        sent.tokens[c].upos == "PRON" and sent.tokens[c].lemma in reflexives and not (strict and sent.tokens[c].dep == "expl:pass")
        for c in sent.children[i]
    )


def negation(sent: Sentence, i: int, language: Language) -> Token | None:
    """The word that negates the predicate at `i`, or None; *ne … que* and expletive *ne* do not negate."""
    words = language.settings["negation"]
    negators = frozenset(words["adverbs"])
    tokens = sent.tokens
    family = [i, *(c for c in sent.children[i] if tokens[c].rel in {"aux", "cop"})]
    for k in family:
        for c in sent.children[k]:
            token = tokens[c]
            lemma = token.lemma.casefold()
            if (
                lemma not in negators
                or token.rel not in {"advmod", "obl", "obj", "nsubj", "fixed", "det"}
                or is_restricted(sent, c, language)
                or is_counted(sent, c)
            ):
                continue
            if lemma not in words["need_ne"] or has_ne(sent, i, language):
                return token
    for c in sent.children[i]:
        token = tokens[c]
        if token.rel in {"nsubj", "obj", "obl", "iobj"}:
            neither = _neither(sent, c, language) if has_ne(sent, i, language) else None
            if neither is not None:
                return neither
            if token.lemma.casefold() in words["pronouns"] and has_ne(sent, i, language):
                return token
            for d in sent.children[c]:
                if tokens[d].lemma.casefold() in words["determiners"] and tokens[d].rel in {"det", "amod", "advmod"}:
                    return tokens[d]
    return None


def _neither(sent: Sentence, i: int, language: Language) -> Token | None:
    """*Ni le maire ni le préfet n'ont signé*: the conjunction before a member of the subject or object."""
    words = language.words("negation", "conjunctions")
    members = [i, *(c for c in sent.children[i] if sent.tokens[c].rel == "conj")]
    return next((sent.tokens[c] for m in members for c in sent.children[m] if sent.tokens[c].lemma.casefold() in words), None)


def is_restricted(sent: Sentence, i: int, language: Language) -> bool:
    """*pas seulement* negates the adverb, not the verb."""
    return i + 1 < len(sent.tokens) and sent.tokens[i + 1].lemma in language.words("negation", "restrictive")


def is_counted(sent: Sentence, i: int) -> bool:
    """*un grand pas*, *un point*: right after an article, number or adjective the word is a noun, whatever the tagger says."""
    return i > 0 and sent.tokens[i - 1].upos in {"DET", "NUM", "ADJ"}


def has_ne(sent: Sentence, i: int, language: Language) -> bool:
    """Does the particle of negation stand with the predicate at `i` or one of its auxiliaries?"""
    particle = language.settings["negation"]["particle"]
    family = [i, *(c for c in sent.children[i] if sent.tokens[c].rel in {"aux", "cop"})]
    return any(sent.tokens[c].lemma == particle for k in family for c in sent.children[k])
