"""Does a row of loaded words stand here?  Its words, its shape, and the company it needs or shuns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.mention_tables import read_names
from selon.stages.phrases import words_of
from selon.stages.wording_table import forms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selon.lang.language import Language
    from selon.model.syntax import Sentence, Token
    from selon.stages.wording_table import Pattern

GAP = 3
"""At most so many words between a verb and the rest of its phrase: *n'a pas encore mis le feu aux poudres*."""
NEAR = 2
"""So many words after a match belong to it whatever the tree says: *marionnette de Moscou*."""
_SHUNNED = {"noun": {"VERB", "AUX", "PROPN"}, "adjective": {"PROPN", "AUX"}, "modifier": {"PROPN", "AUX"}}
"""Parts of speech that a construction is never taken for; the others are, since rare words are often tagged wrongly."""
_PARTICIPIAL = frozenset({"adjective", "modifier"})
_MODIFIES = frozenset({"amod", "acl", "nmod", "appos", "advmod"})
_PATIENTS = frozenset({"obj", "nsubj:pass"})
_BEFORE_FIRST = frozenset('«“"(:;.!?…–—-')
"""After one of these a word may have a capital without being a name."""


def match_pattern(sent: Sentence, anchor: Token, pattern: Pattern, language: Language) -> tuple[int, ...]:
    """The tokens of a row whose anchor is this word; () when it does not stand here, or stands here in its plain sense."""
    first = anchor.i - pattern.anchor
    reach = GAP if pattern.anchor else 0
    for i in range(first, max(-1, first - reach - 1), -1):
        taken = _match(sent, sent.tokens[i], pattern, language)
        if taken and not is_excluded(sent, pattern) and _has_company(sent, taken, pattern, language):
            return taken
    return ()


def _match(sent: Sentence, token: Token, pattern: Pattern, language: Language) -> tuple[int, ...]:
    """The tokens of a pattern whose first word is this one; () when it does not stand here."""
    if not _is_one_of(token, pattern.words[0]):
        return ()
    rest = _rest(sent, token, pattern)
    if rest is None or not _has_shape(sent, token, pattern) or _is_name(sent, token, pattern):
        return ()
    if not pattern.is_pronominal:
        return (token.i, *rest)
    pronoun = _reflexive(sent, token, language)
    return () if pronoun is None else (pronoun, token.i, *rest)


def _has_shape(sent: Sentence, token: Token, pattern: Pattern) -> bool:
    """Is the word used as the row has it?  A participle in a perfect is a verb, and no adjective."""
    construction = pattern.row["construction"]
    if construction == "verb":
        return token.upos == "VERB" or pattern.is_pronominal or _follows_auxiliary(sent, token)
    if token.upos in _SHUNNED.get(construction, ()):
        return False
    if construction == "noun" and token.upos == "ADJ" and token.rel == "amod":
        return False
    if construction in _PARTICIPIAL and _is_conjugated(token, pattern):
        return False
    if construction == "modifier":
        return not any(sent.tokens[c].rel in {"aux", "cop"} for c in sent.children[token.i])
    return construction != "adjective" or not _is_verbal(sent, token)


def _is_conjugated(token: Token, pattern: Pattern) -> bool:
    """*suppose*, *supposer*: no forms of *supposé*, though a tagger gives all of them one lemma."""
    if token.feats.get("VerbForm") == "Inf" and form_of(token) != pattern.row["wording"]:
        return True
    return token.upos != "ADJ" and token.feats.get("VerbForm") != "Part" and form_of(token) not in pattern.words[0]


def _follows_auxiliary(sent: Sentence, token: Token) -> bool:
    """*a conspué*, *a littéralement conspué*: a participle, whatever the tagger takes it for."""
    before = next((t for t in reversed(sent.tokens[: token.i]) if t.upos != "ADV"), None)
    return before is not None and before.upos == "AUX"


def _is_verbal(sent: Sentence, token: Token) -> bool:
    """*a musclé*, *brûlant deux camions*; but not *a été brillant*."""
    deps = {sent.tokens[c].dep for c in sent.children[token.i]}
    follows_noun = token.i > 0 and sent.tokens[token.i - 1].upos == "NOUN"
    return ("aux:tense" in deps and deps.isdisjoint({"cop", "aux:pass"})) or (token.upos == "VERB" and "obj" in deps and not follows_noun)


def _is_name(sent: Sentence, token: Token, pattern: Pattern) -> bool:
    """A capital inside the sentence makes it a name: *la Horde*, *le prix de la Honte*."""
    if not token.text[:1].isupper() or pattern.row["wording"][:1].isupper() or token.i == 0:
        return False
    return sent.tokens[token.i - 1].text[-1:] not in _BEFORE_FIRST


def _reflexive(sent: Sentence, token: Token, language: Language) -> int | None:
    """The clitic before a pronominal verb, with at most auxiliaries, clitics and adverbs between them: *s'en est toujours vanté*."""
    for i in range(token.i - 1, max(-1, token.i - 1 - GAP), -1):
        if sent.tokens[i].lemma in language.words("particles", "reflexives"):
            return i
        if sent.tokens[i].upos not in {"AUX", "PRON", "ADV"}:
            return None
    return None


def _rest(sent: Sentence, token: Token, pattern: Pattern) -> tuple[int, ...] | None:
    """The tokens after the first word; only a verb may be set apart from what follows it."""
    taken: list[int] = []
    at = token.i + 1
    for n, forms in enumerate(pattern.words[1:]):
        reach = GAP if n == 0 and token.upos in {"VERB", "AUX"} else 0
        place = next((k for k in range(at, min(at + reach + 1, len(sent.tokens))) if _is_one_of(sent.tokens[k], forms)), None)
        if place is None:
            return None
        taken.append(place)
        at = place + 1
    return tuple(taken)


def _is_one_of(token: Token, forms: frozenset[str]) -> bool:
    return token.lemma in forms or form_of(token) in forms


def form_of(token: Token) -> str:
    """The word as a table has it: lower case, typewriter apostrophe."""
    return token.text.casefold().replace("’", "'")


def is_excluded(sent: Sentence, pattern: Pattern) -> bool:
    """Does a word of the sentence give the plain sense: *régime* beside *alimentaire*?"""
    return bool(pattern.unless) and not words_of(sent).isdisjoint(pattern.unless)


def _has_company(sent: Sentence, taken: tuple[int, ...], pattern: Pattern, language: Language) -> bool:
    """Is one of the words or classes that the row needs beside it?  A row that needs none is always in company."""
    return not pattern.needs or any(_fits(token, need, sent, language) for token in _company(sent, taken) for need in pattern.needs)


def _company(sent: Sentence, taken: tuple[int, ...]) -> Iterator[Token]:
    """What a verb is done to; for other words the noun they modify, what depends on them two steps deep, and what follows at once."""
    tokens = sent.tokens
    yield from (tokens[tokens[i].head] for i in taken if tokens[i].rel in _MODIFIES and tokens[i].head not in taken)
    is_verb = tokens[taken[0]].upos == "VERB"
    yield from tokens[taken[-1] + 1 : taken[-1] + 1 + NEAR]
    for i in taken:
        for child in sent.dependents(i):
            if child.i not in taken and (not is_verb or child.dep in _PATIENTS):
                yield child
                yield from sent.dependents(child.i)


def _fits(token: Token, need: str, sent: Sentence, language: Language) -> bool:
    if need == "@name":
        return token.upos == "PROPN"
    if need == "@demonym":
        return token.text.casefold() in read_names(language.code).demonyms
    if need == "@person":
        return _is_person(token, sent, language)
    return _is_one_of(token, forms_of(need, language))


def _is_person(token: Token, sent: Sentence, language: Language) -> bool:
    if token.upos == "PROPN":
        return any(entity.label == "PER" and entity.first <= token.i < entity.last for entity in sent.entities)
    return any(role.kind == "person" for role in read_names(language.code).roles.get(token.lemma, ()))
