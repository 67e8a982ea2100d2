"""Names of places and where they lie: the look-up behind `stages.toponyms`.

The file `data/gazetteer.sqlite` is built by `tools/build_gazetteer.py`; its origins stand in `data/MANIFEST.toml`.
It is opened, read-only, at the first look-up, so that a process that never meets a place does not pay for it.
"""

from __future__ import annotations

import sqlite3
import unicodedata
import weakref
from contextlib import ExitStack
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

KINDS = ("country", "admin1", "admin2", "city", "water", "macro_region", "facility", "former_state")
AREAS = frozenset({"country", "admin1", "admin2", "macro_region", "former_state"})
REMEMBERED = 50_000
_LETTERS = str.maketrans({
    "’": " ", "'": " ", "ʻ": " ", "ʼ": " ", "`": " ", "‘": " ", "-": " ", "–": " ", ".": " ", ",": " ", "(": " ", ")": " ",
    "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ð": "d", "þ": "th",
    "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "ə": "e", "Ə": "e",
})  # fmt: skip
_SAINTS = {"saint": "st", "sainte": "ste", "saints": "sts", "saintes": "stes"}


class Rank(IntEnum):
    """How a name belongs to its place; smaller is better."""

    FRENCH = 0
    LOCAL = 1
    ENGLISH = 2
    SHORT = 3
    ALTERNATE = 4


# What a name costs, in tenths of a decade of population, when the text is in a language.  A country's name in another
# language counts for little, so that *Mexico* in French is the town.
_FOREIGN, _VARIANT = 30, 18
_COST = {
    "fr": {Rank.FRENCH: 0, Rank.LOCAL: 0, Rank.ENGLISH: _FOREIGN, Rank.ALTERNATE: _VARIANT, Rank.SHORT: 8},
    "en": {Rank.FRENCH: _FOREIGN, Rank.LOCAL: 0, Rank.ENGLISH: 0, Rank.ALTERNATE: _VARIANT, Rank.SHORT: 8},
}
_ANY = {Rank.FRENCH: 10, Rank.LOCAL: 0, Rank.ENGLISH: 5, Rank.ALTERNATE: _VARIANT, Rank.SHORT: _VARIANT}


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map.

    Attributes:
        id: `iso:FR`, `iso:UA-14`, `geonames:2988507`, `wikidata:Q…`, or `selon:…` for the places of our own table.
        name: French display name.
        name_en: English display name.
        kind: one of `KINDS`.
        lat, lon: degrees WGS84; of a label point when the kind is one of `AREAS`; None when unknown.
        country: ISO 3166-1 alpha-2 of the country that it is or lies in; None when it spans several or is at sea.
        alpha3: the same as alpha-3; `XKX` for Kosovo.
        admin1: id of the first-level subdivision that it lies in; None when unknown.
        population: inhabitants; 0 when unknown.
        weight: how likely the place is meant without any context: ten times the decimal logarithm of its inhabitants, and a
            set value for areas without a count; what a name costs in the language of the question is already taken off.
        capital: is it the capital of its country?
        own_name: is the name asked for one that the place goes by in this language, not a variant or a name of another language?
        claimants: alpha-2 codes of the states that dispute it; () when none does.
    """

    id: str
    name: str
    name_en: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None
    alpha3: str | None
    admin1: str | None
    population: int
    weight: int
    capital: bool = False
    own_name: bool = True
    claimants: tuple[str, ...] = ()


class Gazetteer(Protocol):
    """Anything that knows places by name."""

    def find(self, name: str, lang: str) -> tuple[Place, ...]:
        """The places of that name, best first; () when there is none."""

    def get(self, id: str) -> Place | None:
        """The place of an id; None when there is none."""

    def alpha2(self, alpha3: str) -> str | None:
        """ISO 3166-1 alpha-2 for alpha-3."""


def fold(name: str) -> str:
    """A name without case, accents, hyphens, apostrophes and points; *saint* is *st*.

    >>> fold("Saint-Étienne"), fold("L’Aïn"), fold("N’Djamena")
    ('st etienne', 'l ain', 'n djamena')
    """
    plain = name.translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
    return " ".join(_SAINTS.get(word, word) for word in plain.lower().split())


def key_of(folded: str) -> str:
    """The key of a folded name in the file: without blanks, so that *Deir Ezzor* meets *Deir ez-Zor*."""
    return folded.replace(" ", "")


def without_article(key: str, articles: Iterable[str]) -> str:
    """A folded name without its leading article, unless nothing else is left.

    >>> without_article("la haye", ("la", "le")), without_article("la", ("la", "le"))
    ('haye', 'la')
    """
    first, _, rest = key.partition(" ")
    return rest if rest and first in articles else key


class SqliteGazetteer:
    """The gazetteer that comes with the package, or another file of the same shape."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._files = ExitStack()
        self._found: dict[tuple[str, str], tuple[Place, ...]] = {}
        self._regions: dict[int, str] = {}
        self._alpha3: dict[str, str] = {}

    def find(self, name: str, lang: str) -> tuple[Place, ...]:
        """The places of that name, best first.

        An acronym in capitals is only looked up among acronyms, so that *OMS* is no airport and *RDC* is a country.
        """
        words = (name, lang)
        found = self._found.get(words)
        if found is None:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            found = self._found[words] = self._look_up(name, lang)
        return found

    def get(self, id: str) -> Place | None:
        """The place of an id; None when there is none."""
        kind, _, number = id.partition(":")
        sql, value = (_BY_NUMBER, number) if kind == "geonames" else (_BY_REF, id)
        rows = self._open().execute(sql, (value,)).fetchall()
        return self._place(rows[0], "") if rows else None

    def alpha2(self, alpha3: str) -> str | None:
        """ISO 3166-1 alpha-2 for alpha-3; None when there is no such country."""
        self._open()
        return next((code for code, longer in self._alpha3.items() if longer == alpha3), None)

    def __reduce__(self) -> tuple[type[SqliteGazetteer], tuple[Path | None]]:
        """Another process opens the file for itself."""
        return SqliteGazetteer, (self._path,)

    def _look_up(self, name: str, lang: str) -> tuple[Place, ...]:
        words = f"={name.replace('.', '')}" if is_acronym(name) else fold(name)
        rows = self._open().execute(_BY_NAME, (key_of(words),)).fetchall()
        if not rows and (short := without_article(words, _ARTICLES.get(lang, ()))) != words:
            rows = self._open().execute(_BY_NAME, (key_of(short),)).fetchall()
        places = [self._place(row, lang) for row in rows]
        return tuple(sorted(places, key=lambda place: (-place.weight, -place.population, place.id)))

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            path = self._path
            if path is None:
                path = self._files.enter_context(resources.as_file(resources.files("selon") / "data" / "gazetteer.sqlite"))
            uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._connection.execute("PRAGMA mmap_size = 33554432")  # the whole file: a first look-up costs half of one by pages
            weakref.finalize(self, self._connection.close)
            self._alpha3 = dict(self._connection.execute("SELECT alpha2, alpha3 FROM country"))
        return self._connection

    def _place(self, row: tuple[int | str | None, ...], lang: str) -> Place:
        number, ref, name, name_en, kind, lat, lon, country, admin1, population, weight, capital, claimants, rank = row
        assert isinstance(kind, int)
        assert isinstance(weight, int)
        assert isinstance(rank, int)
        cost = _COST.get(lang, _ANY)[Rank(rank)]
        if cost == _FOREIGN and KINDS[kind] != "country":
            cost = _VARIANT
        return Place(
            str(ref) if ref is not None else f"geonames:{number}",
            str(name),
            str(name_en if name_en is not None else name),
            KINDS[kind],
            lat / 10_000 if isinstance(lat, int) else None,
            lon / 10_000 if isinstance(lon, int) else None,
            str(country) if country is not None else None,
            self._alpha3.get(str(country)) if country is not None else None,
            self._region(admin1) if isinstance(admin1, int) else None,
            population if isinstance(population, int) else 0,
            weight - cost,
            capital=bool(capital),
            own_name=cost == 0 or rank == Rank.SHORT,
            claimants=tuple(claimants.split()) if isinstance(claimants, str) else (),
        )

    def _region(self, number: int) -> str:
        if number not in self._regions:
            row = self._open().execute("SELECT ref FROM place WHERE id = ?", (number,)).fetchone()
            self._regions[number] = row[0] if row and row[0] else f"geonames:{number}"
        return self._regions[number]


_BY_NAME = """
    SELECT place.id, ref, place.name, name_en, kind, lat, lon, country, admin1, population, weight, capital, claimants, name.rank
    FROM name JOIN place ON place.id = name.place WHERE name.key = ?
"""
_BY_NUMBER = """
    SELECT id, ref, name, name_en, kind, lat, lon, country, admin1, population, weight, capital, claimants, 1
    FROM place WHERE id = ?
"""
_BY_REF = """
    SELECT id, ref, name, name_en, kind, lat, lon, country, admin1, population, weight, capital, claimants, 1
    FROM place WHERE ref = ?
"""
# Articles that are part of a name when it stands alone (*Le Caire*) and melt into a preposition otherwise (*au Caire*).
_ARTICLES = {"fr": ("le", "la", "les", "l"), "en": ("the",)}


def is_acronym(name: str) -> bool:
    """Is it two to five capitals, with or without points?

    >>> is_acronym("RDC"), is_acronym("U.S.A."), is_acronym("Ur"), is_acronym("PARIS")
    (True, True, False, True)
    """
    plain = name.replace(".", "")
    return 2 <= len(plain) <= 5 and plain.isalpha() and plain.isupper()


@cache
def open_gazetteer() -> SqliteGazetteer:
    """The gazetteer of the package, one for the whole process."""
    return SqliteGazetteer()
