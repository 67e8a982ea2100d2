"""A language, as the stages see it: its folder, read once and indexed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from selon.errors import LanguageError
from selon.lang.schema import TABLES, Row, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a lexicon entry: its head lemma, the words that must follow, and whether it is pronominal.

    >>> Phrase.parse("se féliciter", frozenset({"se"})), Phrase.parse("mettre en garde", frozenset({"se"})).rest
    (Phrase(head='féliciter', rest=(), pronominal=True, copula=False), ('en', 'garde'))
    """

    head: str
    rest: tuple[str, ...] = ()
    pronominal: bool = False
    copula: bool = False

    @classmethod
    def parse(
        cls, entry: str, reflexives: frozenset[str], copulas: frozenset[str] = frozenset(), elisions: Mapping[str, str] | None = None
    ) -> Phrase:
        """Read an entry as it stands in a table; elided words are written out."""
        words = split_words(entry, elisions or {})
        pronominal = len(words) > 1 and words[0] in reflexives
        if pronominal:
            words = words[1:]
        copula = len(words) > 1 and words[0] in copulas
        if copula:
            words = words[1:]
        return cls(words[0], tuple(words[1:]), pronominal, copula)


def split_words(entry: str, elisions: Mapping[str, str]) -> list[str]:
    """The words of an entry, elided ones written out.

    >>> split_words("être sur le point d'", {"d'": "de"})
    ['être', 'sur', 'le', 'point', 'de']
    """
    words = entry.casefold().replace("’", "'").replace("'", "' ").replace("-vous", " -vous").split()
    return [elisions.get(word, word) for word in words]


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table with its words analysed."""

    phrase: Phrase
    row: Row


@dataclass(frozen=True, slots=True)
class Language:
    """Everything selon knows about one language.

    Attributes:
        code: ISO 639-1.
        version: of the folder, part of every signature.
        settings: `language.toml` and `constructions.toml`, as nested mappings.
        tables: the rows of each `.tsv` file by file name.
        cues, events, nouns, compounds, factuality: entries of those tables by the lemma of their head word, longest phrase first.
        pronominal: verbs that the tables list with *se*.
        folder: where the files lie.
    """

    code: str
    version: str
    settings: Mapping[str, Any]
    tables: Mapping[str, tuple[Row, ...]]
    cues: Mapping[str, tuple[Entry, ...]]
    events: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    compounds: Mapping[str, tuple[Entry, ...]]
    factuality: Mapping[str, tuple[Entry, ...]]
    pronominal: frozenset[str]
    folder: Traversable

    def words(self, section: str, name: str) -> frozenset[str]:
        """A word list of `constructions.toml` as a set."""
        return _words(self.code, section, name)


def _folders() -> dict[str, Traversable]:
    """Language folders of the package, and those that installed packages offer as `selon.languages` entry points."""
    root = resources.files("selon") / "lang"
    own = {f.name: f for f in root.iterdir() if f.is_dir() and not f.name.startswith("_") and (f / "language.toml").is_file()}
    offered = {point.name: resources.files(point.value) for point in sorted(entry_points(group="selon.languages"))}
    return {**offered, **own}


def installed_languages() -> tuple[str, ...]:
    """Codes of the languages that can be read, in order."""
    return tuple(sorted(_folders()))


@cache
def load_language(code: str) -> Language:
    """Read and index a language folder.

    Raises:
        LanguageError: there is no such folder, or one of its rows is bad.
    """
    folders = _folders()
    if code not in folders:
        raise LanguageError(
            f'There is no language "{code}". Installed: {", ".join(sorted(folders))}. '
            "Usually the two-letter code is mistyped, as in `--lang fr`. To add a language see docs/how-to."
        )
    folder = folders[code]
    settings: dict[str, Any] = tomllib.loads((folder / "language.toml").read_text(encoding="utf-8"))
    settings.update(tomllib.loads((folder / "constructions.toml").read_text(encoding="utf-8")))
    if (folder / "conditionals.toml").is_file():
        settings["conditionals"] = tomllib.loads((folder / "conditionals.toml").read_text(encoding="utf-8"))
    tables = {name: read_table(folder, name, code) for name in TABLES if (folder / name).is_file()}
    reflexives = frozenset(settings["particles"]["reflexives"])
    copulas = frozenset(settings["particles"].get("copulas", ()))
    elisions = settings.get("elisions", {})
    cues = _index(tables.get("cues.tsv", ()), "cue", reflexives, copulas, elisions)
    events = _index(tables.get("events.tsv", ()), "trigger", reflexives, copulas, elisions)
    return Language(
        code=code,
        version=settings["version"],
        settings=settings,
        tables=tables,
        cues=cues,
        events=events,
        nouns=_index(tables.get("nouns.tsv", ()), "trigger", reflexives, copulas, elisions),
        compounds=_index(tables.get("compounds.tsv", ()), "compound", frozenset(), frozenset(), elisions),
        factuality=_by_first_word(tables.get("factuality.tsv", ()), elisions),
        pronominal=frozenset(
            e.phrase.head for index in (cues, events) for entries in index.values() for e in entries if e.phrase.pronominal
        ),
        folder=folder,
    )


def _by_first_word(rows: tuple[Row, ...], elisions: Mapping[str, str]) -> dict[str, tuple[Entry, ...]]:
    """Entries that are matched as they stand, word by word; an impersonal *il* in front is left out."""
    found: dict[str, list[Entry]] = {}
    for row in rows:
        words = split_words(row["cue"].replace("-t-", " -t -").replace("-on", " -on"), elisions)
        if len(words) > 2 and words[0] == "il":
            words = words[1:]
        found.setdefault(words[0], []).append(Entry(Phrase(words[0], tuple(words[1:])), row))
    return {head: tuple(entries) for head, entries in found.items()}


def infinitives(participle: str) -> tuple[str, ...]:
    """Lemmas that a tagger may give to the participle of *être convaincu*: rows give the form, taggers the verb."""
    endings = {"é": "er", "i": "ir", "u": "re", "cu": "cre", "is": "ettre", "it": "ire", "ert": "rir"}
    return tuple(participle.removesuffix(old) + new for old, new in endings.items() if participle.endswith(old))


def _index(
    rows: tuple[Row, ...], column: str, reflexives: frozenset[str], copulas: frozenset[str], elisions: Mapping[str, str]
) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for row in rows:
        phrase = Phrase.parse(row[column], reflexives, copulas, elisions)
        for head in {phrase.head, *(infinitives(phrase.head) if phrase.copula else ())}:
            found.setdefault(head, []).append(Entry(phrase, row))
    return {
        head: tuple(sorted(entries, key=lambda e: (-len(e.phrase.rest), not e.phrase.pronominal, not e.row.values.get("object"))))
        for head, entries in found.items()
    }


@cache
def _words(code: str, section: str, name: str) -> frozenset[str]:
    return frozenset(load_language(code).settings[section][name])
