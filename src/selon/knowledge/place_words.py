"""The words of a language that stand around names of places, from `lang/<code>/places.toml` and `demonyms.tsv`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib import resources
from typing import TYPE_CHECKING

from selon.errors import LanguageError
from selon.lang.schema import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Hint:
    """What a word before a name says about the place: the kinds it points to, and whether it is sure to be a place.

    `by` is the row to correct; `whole` marks nouns that belong to the name (*place Tahrir*).
    """

    kinds: tuple[str, ...]
    sure: bool
    whole: bool
    by: str


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The tables of one language.

    Attributes:
        lang: ISO 639-1 code.
        articles: words without meaning between a preposition and a name.
        of: the preposition between a noun and a name (*la ville de Homs*).
        contractions: `au` is `à`.
        prepositions: phrases, as normalised words, that introduce places.
        nouns: nouns that say the kind of the place.
        part_of_name: nouns after which a place is part of another name.
        origin: phrases after which a place is where somebody comes from.
        never: words that are no place when they stand alone.
        demonyms: forms in lower case to the alpha-2 code of the country.
    """

    lang: str
    articles: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    contractions: Mapping[str, str] = field(default_factory=dict)
    prepositions: Mapping[tuple[str, ...], Hint] = field(default_factory=dict)
    nouns: Mapping[str, Hint] = field(default_factory=dict)
    part_of_name: frozenset[str] = frozenset()
    origin: frozenset[tuple[str, ...]] = frozenset()
    never: frozenset[str] = frozenset()
    demonyms: Mapping[str, str] = field(default_factory=dict)


def read_place_words(code: str, alpha2: Callable[[str], str | None]) -> PlaceWords:
    """The tables of a language; empty ones when its folder has no `places.toml`.

    Args:
        code: ISO 639-1 code of the language.
        alpha2: ISO 3166-1 alpha-2 for alpha-3, as `Gazetteer.alpha2` gives it.

    Raises:
        LanguageError: a key is missing; names the file.
    """
    folder = resources.files("selon") / "lang" / code
    path = folder / "places.toml"
    if not path.is_file():
        return PlaceWords(code)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    try:
        articles, contractions = frozenset(table["articles"]), dict(table["contractions"])
        prepositions, nouns = {}, {}
        for number, row in enumerate(table["preposition"], start=1):
            hint = Hint(tuple(row["prefers"]), row["sure"], False, f"{code}/places.toml preposition {number}")
            prepositions.update({normalise(phrase, articles, contractions): hint for phrase in row["words"]})
        for number, row in enumerate(table["noun"], start=1):
            hint = Hint(tuple(row["kinds"]), True, row["whole"], f"{code}/places.toml noun {number}")
            nouns.update(dict.fromkeys(row["words"], hint))
        return PlaceWords(
            code, articles, frozenset(table["of"]), contractions, prepositions, nouns, frozenset(table["part_of_name"]["words"]),
            frozenset(normalise(phrase, articles, contractions) for phrase in table["origin"]["words"]),
            frozenset(table["never"]["words"]), _demonyms(folder, code, alpha2),
        )  # fmt: skip
    except KeyError as error:
        raise LanguageError(f"lang/{code}/places.toml: {error} is missing. Compare with lang/fr/places.toml.") from error


def normalise(phrase: str, articles: frozenset[str], contractions: Mapping[str, str]) -> tuple[str, ...]:
    """The words of a phrase without articles, contractions undone.

    >>> normalise("au large de l'île", frozenset({"l'"}), {"au": "à"})
    ('à', 'large', 'de', 'île')
    """
    words = phrase.replace("'", "' ").replace("’", "’ ").split()
    return tuple(contractions.get(word, word) for word in words if word not in articles)


def _demonyms(folder: Traversable, code: str, alpha2: Callable[[str], str | None]) -> dict[str, str]:
    if not (folder / "demonyms.tsv").is_file():
        return {}
    found: dict[str, str] = {}
    for row in read_table(folder, "demonyms.tsv", code):
        country = alpha2(row["country"]) if row["country"] else None
        if country is not None:
            for column in ("masculine", "feminine", "masculine_plural", "feminine_plural"):
                found.setdefault(row[column].lower(), country)
    return found
