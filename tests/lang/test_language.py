"""A language is its folder, read once and indexed."""

from __future__ import annotations

from collections import Counter

import pytest

from selon.errors import LanguageError
from selon.lang.language import installed_languages, load_language
from selon.lang.schema import TABLES


def test_french_is_installed():
    assert "fr" in installed_languages()


def test_languages_are_in_order():
    assert installed_languages() == tuple(sorted(installed_languages()))


def test_an_unknown_language_is_named_with_those_installed():
    with pytest.raises(LanguageError, match=r'no language "xx"\. Installed: .*fr'):
        load_language("xx")


@pytest.mark.parametrize("code", installed_languages())
@pytest.mark.parametrize("section", ["particles", "control", "support", "prepositions", "negation", "conditional", "attribution"])
def test_every_language_has_its_constructions(code, section):
    assert load_language(code).settings[section]


def test_french_has_every_table():
    assert set(load_language("fr").tables) == set(TABLES)


@pytest.mark.parametrize(("code", "file"), [(code, file) for code in installed_languages() for file in load_language(code).tables])
def test_every_row_says_where_it_stands(code, file):
    """The place leads to the line to correct."""
    language = load_language(code)
    lines = (language.folder / file).read_text(encoding="utf-8").split("\n")
    rows = language.tables[file]
    wrong = [row.by for row in rows if lines[int(row.by.rpartition(":")[2]) - 1].split("\t")[-1].strip() != row["example"]]
    assert (bool(rows), wrong) == (True, [])


@pytest.mark.parametrize("code", installed_languages())
@pytest.mark.parametrize("index", ["cues", "events", "nouns"])
def test_longer_phrases_come_first(code, index):
    """*Mettre en garde* is tried before *mettre*."""
    lengths = [[len(entry.phrase.rest) for entry in entries] for entries in getattr(load_language(code), index).values()]
    assert all(found == sorted(found, reverse=True) for found in lengths)


@pytest.mark.parametrize(("code", "file"), [(code, file) for code in installed_languages() for file in load_language(code).tables])
def test_no_row_stands_twice(code, file):
    """A second row with the same values would never be found."""
    rows = Counter(tuple(value for column, value in row.values.items() if column != "example") for row in load_language(code).tables[file])
    assert [row for row, count in rows.items() if count > 1] == []


def test_a_word_list_is_a_set():
    assert "se" in load_language("fr").words("particles", "reflexives")
