"""The tables that mentions are looked up in: roles, seats of power, inhabitants and the places they live in."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from selon.lang.language import load_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from selon.lang.schema import Row

_ARTICLES = ("la ", "le ", "les ", "l ")


@dataclass(frozen=True, slots=True)
class Role:
    """A row of `roles.tsv` with the words that follow its head (*chef d'état-major*)."""

    rest: tuple[str, ...]
    lemma: str
    kind: str
    row: Row


@dataclass(frozen=True, slots=True)
class Names:
    """The tables that mentions are looked up in, indexed once for each language.

    `first_names` holds True for a woman's name, False for a man's.
    """

    roles: Mapping[str, tuple[Role, ...]]
    metonyms: Mapping[str, Row]
    demonyms: Mapping[str, Row]
    places: Mapping[str, Row]
    first_names: Mapping[str, bool]


@lru_cache(maxsize=1 << 15)
def fold(name: str) -> str:
    """A name without accents, case, hyphens, apostrophes and surplus blanks.

    >>> fold("Maison-Blanche"), fold("l’Élysée")
    ('maison blanche', 'l elysee')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(plain.replace("-", " ").replace("'", " ").replace("’", " ").split())


@lru_cache(maxsize=8)
def read_names(code: str) -> Names:
    """The tables of a language; of two rows with the same word the first holds."""
    tables = load_language(code).tables
    demonyms: dict[str, Row] = {}
    places: dict[str, Row] = {}
    for row in tables.get("demonyms.tsv", ()):
        for column in ("masculine", "feminine", "masculine_plural", "feminine_plural"):
            demonyms.setdefault(row[column].casefold(), row)
        places.setdefault(_bare(fold(row["place"])), row)
    metonyms = {fold(row["form"]): row for row in tables.get("metonyms.tsv", ())}
    first_names = {row["name"]: row["sex"] == "feminine" for row in tables.get("first_names.tsv", ())}
    return Names(_roles(tables.get("roles.tsv", ())), metonyms, demonyms, places, first_names)


def _roles(rows: Iterable[Row]) -> dict[str, tuple[Role, ...]]:
    """Roles by the first word of each of their forms, those of most words first."""
    roles: dict[str, list[Role]] = {}
    for row in rows:
        forms = [row[column] for column in ("role", "feminine", "plural") if row[column]]
        if row["kind"] == "person" and not row["feminine"]:
            forms.append(_regular_feminine(row["role"]))
        for form in dict.fromkeys(forms):
            words = form.replace("’", "'").replace("'", "' ").split()
            roles.setdefault(words[0].casefold(), []).append(Role(tuple(words[1:]), row["role"], row["kind"], row))
    return {head: tuple(sorted(found, key=lambda r: -len(r.rest))) for head, found in roles.items()}


def _regular_feminine(role: str) -> str:
    """What an empty cell of the column `feminine` stands for, as the head of the table says: the role and an e."""
    first, space, rest = role.partition(" ")
    return f"{first}{'' if first.endswith('e') else 'e'}{space}{rest}"


def _bare(place: str) -> str:
    """The folded name of a place without its articles."""
    for article in _ARTICLES:
        place = place.removeprefix(article)
    return place
