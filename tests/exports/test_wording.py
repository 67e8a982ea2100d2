from dataclasses import replace

import pytest

from selon.exports.wording import render, render_markdown
from tests.exports.sample import READING, empty


def test_the_author_comes_first():
    lines = render(READING, width=160).splitlines()
    places = [next(i for i, line in enumerate(lines) if words in line) for words in ("pour la paix", "sans incident", "évacuer le phare")]
    assert places == sorted(places)


def test_each_line_names_kind_voice_and_row():
    drawn = render(READING, width=200)
    for words in (
        "jugement",
        "l’article",
        "entre guillemets (Anselme Korvac)",
        "propos rapporté (la télévision valdorienne)",
        "fr/wording.tsv:9",
    ):
        assert words in drawn


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(len(line) for line in render(READING, width=width).splitlines()) <= width


def test_none_are_told_in_words():
    assert "No loaded words found" in render(empty(), width=80)
    assert render_markdown(replace(READING, wording=())) == ""


def test_markdown_has_a_row_for_each():
    rows = [line for line in render_markdown(READING).splitlines() if line.startswith("|")]
    assert (len(rows), rows[2]) == (5, "| pour la paix | jugement | l’article | dire la demande | fr/wording.tsv:10 |")


def test_an_article_cannot_command_the_terminal():
    hostile = replace(READING.wording[0], note="\x1b[2J")
    assert "\x1b" not in render(replace(READING, wording=(hostile,)), width=100)
