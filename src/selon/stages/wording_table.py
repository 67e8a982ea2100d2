"""The table of loaded words, with the forms that each of its words may take.

Loaded words are rarer than the tagger's training text, and a rare form often gets a wrong lemma or part of speech.  So a row is found
by the forms that regular inflection gives its words, and by lemma for the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from selon.lang.language import infinitives, load_language
from selon.stages.lemmas import inflect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selon.lang.language import Language
    from selon.lang.schema import Row

_INFLECTED = frozenset({"verb", "phrase"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of `wording.tsv`: the forms and lemmas of each of its words, in order, and what it needs and shuns beside it.

    `anchor` is the index of its longest word, by which it is looked up: *à la solde de* is tried at *solde*, not at every *à*.
    """

    words: tuple[frozenset[str], ...]
    anchor: int
    is_pronominal: bool
    needs: tuple[str, ...]
    unless: frozenset[str]
    row: Row


@lru_cache(maxsize=8)
def read_wording(code: str) -> Mapping[str, tuple[Pattern, ...]]:
    """The rows by every form of their anchor, those of most words first."""
    language = load_language(code)
    found: dict[str, list[Pattern]] = {}
    for row in language.tables.get("wording.tsv", ()):
        pattern = _pattern(row, language)
        for form in pattern.words[pattern.anchor]:
            found.setdefault(form, []).append(pattern)
    return {form: tuple(sorted(patterns, key=lambda p: -len(p.words))) for form, patterns in found.items()}


def _pattern(row: Row, language: Language) -> Pattern:
    words = _words(row["wording"], language.settings["elisions"])
    is_pronominal = len(words) > 1 and words[0] in language.words("particles", "reflexives")
    head, *rest = words[1:] if is_pronominal else words
    first = forms_of(head, language)
    if row["construction"] in _INFLECTED:
        first |= frozenset(inflect(head, language))
    unless = frozenset(form for word in row.many("unless") for form in forms_of(word.casefold(), language))
    forms = (first, *(forms_of(word, language) for word in rest))
    anchor = max(range(len(forms)), key=lambda i: len((head, *rest)[i]))
    return Pattern(forms, anchor, is_pronominal, row.many("needs"), unless, row)


def _words(entry: str, elisions: Mapping[str, str]) -> list[str]:
    """The words of a row as the tokenizer cuts them: elided words before another one are written out, *chef-d'œuvre* stays whole."""
    found: list[str] = []
    for word in entry.casefold().replace("’", "'").split():
        short = next((short for short in elisions if word.startswith(short)), "")
        found.extend(part for part in (elisions.get(short, ""), word.removeprefix(short)) if part)
    return found


@lru_cache(maxsize=4096)
def _agreeing(word: str, endings: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    for ending, *others in endings:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            return frozenset((word, *(stem + other for other in others)))
    return frozenset((word, f"{word}s", f"{word}e", f"{word}es"))


def forms_of(word: str, language: Language) -> frozenset[str]:
    """The forms of a noun or adjective, its elision, and the infinitives of which it may be the participle: all that a tagger may give."""
    endings = tuple(tuple(row) for row in language.settings["agreement"]["endings"])
    elided = (short for short, full in language.settings["elisions"].items() if full == word)
    return _agreeing(word, endings) | frozenset((*infinitives(word), *elided))
