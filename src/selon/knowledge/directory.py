"""Who is who: from a name as the press writes it to the countries, bodies, media and armed groups it may name."""

from __future__ import annotations

import lzma
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Protocol

from selon.errors import InputError
from selon.model.actor import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

ARTICLES = ("le", "la", "les", "l", "the")
"""First words of a name that a writer adds or leaves out, as `fold` leaves them."""

COLUMNS = ("id", "kind", "country", "name", "forms", "acronyms")

_SEPARATORS = re.compile(r"[\s'’ʼ`´\-‐‑‒–—/]+")
_ARTICLE = re.compile(r"^(?:(?:les?|la|the)\s+|l\s*['’ʼ]\s*)", re.IGNORECASE)
_DOTTED = re.compile(r"(?:\w\.[ -]?){2,}")
_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ʿ": None, "ʾ": None})


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the base.

    Attributes:
        id: ISO 3166-1 alpha-3 for a country, a short word for the others (`otan`); never depends on the order of the base.
        name: French name for display, without article.
        kind: one of `selon.model.actor.KINDS`.
        country: ISO 3166-1 alpha-3; None for bodies of several countries.
        forms: all the names it is found by, acronyms last.
    """

    id: str
    name: str
    kind: str
    country: str | None
    forms: tuple[str, ...] = ()


class Directory(Protocol):
    """Whoever can say which known actors a name may stand for."""

    def find(self, name: str) -> tuple[Entry, ...]:
        """The actors of that name, by id; several when the name is shared, none when it is unknown."""
        ...


def fold(name: str) -> str:
    """The name without what the press writes now one way, now the other: case, accents, hyphens, apostrophes, spaces.

    >>> fold("Côte-d’Ivoire")
    'cote d ivoire'
    """
    lower = name.casefold().translate(_LETTERS)
    if not lower.isascii():
        lower = "".join(char for char in unicodedata.normalize("NFD", lower) if not unicodedata.combining(char))
    return _SEPARATORS.sub(" ", lower).strip()


def without_article(key: str, articles: tuple[str, ...] = ARTICLES) -> str:
    """A folded name without its first word when that is an article; the name itself when nothing else would remain.

    >>> without_article("la russie")
    'russie'
    """
    first, _, rest = key.partition(" ")
    return rest if rest and first in articles else key


class ActorBase:
    """A directory over the rows of the actor base.

    Exact names only: a name is found when all its words are equal after `fold`, as they stand or without their article.
    Acronyms keep their case (*ONU*, *Onu*, never *onu*).  A single word in lower case is a common noun for French
    (*libération*, *le monde*, *total*), so that it finds only countries and forms that are written so (*talibans*).
    """

    def __init__(self, rows: Iterable[tuple[Entry, tuple[str, ...]]], *, articles: tuple[str, ...] = ARTICLES) -> None:
        """Index entries by their names; each comes with those of its forms that are acronyms."""
        self._articles = articles
        self._names: dict[str, list[Entry]] = {}
        self._acronyms: dict[str, list[Entry]] = {}
        self._lower: set[tuple[str, str]] = set()
        for entry, acronyms in rows:
            capitals = frozenset(acronyms)
            for form in entry.forms:
                if form in capitals:
                    _add(self._acronyms, form, entry)
                    continue
                key = fold(form)
                _add(self._names, key, entry)
                if form == form.lower() or entry.kind == "country":
                    self._lower.add((key, entry.id))

    def find(self, name: str) -> tuple[Entry, ...]:
        """The actors of that name, by id; several when the name is shared (*le Congo*), none when it is unknown."""
        name = unicodedata.normalize("NFC", name).strip()
        return self._find_acronym(name) or self._find_name(name)

    def _find_acronym(self, name: str) -> tuple[Entry, ...]:
        bare = _ARTICLE.sub("", name)
        for form in (name, bare):
            found = self._acronyms.get(form) or self._acronyms.get(_without_dots(form))
            if found:
                return _by_id(found)
        return ()

    def _find_name(self, name: str) -> tuple[Entry, ...]:
        key = fold(name)
        bare = without_article(key, self._articles)
        is_common = name == name.lower() and " " not in bare
        for form in dict.fromkeys((key, bare)):
            found = self._names.get(form, [])
            if is_common:
                found = [entry for entry in found if (form, entry.id) in self._lower]
            if found:
                return _by_id(found)
        return ()


def _add(index: dict[str, list[Entry]], key: str, entry: Entry) -> None:
    entries = index.setdefault(key, [])
    if entry not in entries:
        entries.append(entry)


def _by_id(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.id))


def _without_dots(form: str) -> str:
    """*O.N.U.* as *ONU*; other words as they are."""
    return re.sub(r"[. -]", "", form) if _DOTTED.fullmatch(form) else form


def parse_base(text: str) -> tuple[tuple[Entry, tuple[str, ...]], ...]:
    """The entries of an actor base in tab-separated text, each with its acronyms.

    Raises:
        InputError: the header or a row is not that of an actor base.
    """
    lines = text.split("\n")
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise InputError(f"the actor base begins with {lines[0]!r}; expected the columns {', '.join(COLUMNS)}. Run tools/build_actors.py.")
    return tuple(_parse_row(line, number) for number, line in enumerate(lines[1:], start=2) if line)


def _parse_row(line: str, number: int) -> tuple[Entry, tuple[str, ...]]:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS) or cells[1] not in KINDS:
        raise InputError(f"line {number} of the actor base is {line!r}; expected {', '.join(COLUMNS)}. Run tools/build_actors.py.")
    identifier, kind, country, name, forms, acronyms = cells
    capitals = tuple(acronyms.split("|")) if acronyms else ()
    words = tuple(forms.split("|")) if forms else ()
    return Entry(identifier, name, kind, country or None, words + capitals), capitals


class PackagedDirectory:
    """The actor base that comes with selon; read when the first name is looked up."""

    def find(self, name: str) -> tuple[Entry, ...]:
        """The actors of that name, by id; several when the name is shared, none when it is unknown."""
        return _packaged_base().find(name)


@cache
def _packaged_base() -> ActorBase:
    packed = (resources.files("selon") / "data" / "actors.tsv.xz").read_bytes()
    return ActorBase(parse_base(lzma.decompress(packed).decode("utf-8")))
