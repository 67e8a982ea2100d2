from dataclasses import replace

import pytest

from selon.exports import explain, markdown, table
from tests.exports.sample import CLAIMS, READING, empty


@pytest.mark.parametrize("width", [30, 50, 76, 80, 100, 160])
def test_no_line_is_wider_than_the_terminal(width):
    parts = [
        table.render(READING, width=width),
        explain.evidence(READING, width=width),
        *(explain.explain(READING, claim, width=width) for claim in CLAIMS),
    ]
    assert max(len(line) for part in parts for line in part.splitlines()) <= width


@pytest.mark.parametrize("width", [40, 120])
def test_every_claim_has_its_line_and_its_status_in_words(width):
    drawn = table.render(READING, width=width)
    assert [
        word
        for word in ("démenti", "redouté", "souhaité", "prévu", "possible", "montré", "cité", "rapporté", "affirmé")
        if word not in drawn
    ] == []
    assert "Orlane Presse ›" in drawn


def test_no_colour_unless_asked_for():
    assert "\x1b" not in table.render(READING, width=100)
    assert "\x1b" in table.render(READING, width=100, colour=True)


def test_dates_are_written_once():
    assert table.render(READING, width=120).count("sans date") == 1


def test_article_without_claims_says_so():
    assert "No claim found" in table.render(empty(), width=80)


def test_an_article_cannot_command_the_terminal():
    """Escape sequences and marks that turn the writing direction become a replacement character."""
    document = replace(READING.document, title="\x1b[2J\u202etitre")
    drawn = table.render(replace(READING, document=document), width=100)
    assert "\x1b" not in drawn
    assert "\u202e" not in drawn


def test_markup_of_the_terminal_library_is_text():
    document = replace(READING.document, title="[bold]titre[/] :smile:")
    assert "[bold]titre[/] :smile:" in table.render(replace(READING, document=document), width=100)


def test_evidence_marks_source_cue_and_trigger():
    drawn = explain.evidence(READING, width=200)
    assert "<Selon> {l’agence Orlane Presse}, {un pêcheur} <affirme> que deux drones auraient [survolé] le port." in drawn


def test_cue_around_its_source_keeps_both_marks():
    assert "<a-t-{il} déclaré>" in explain.evidence(READING, width=200)


def test_explain_gives_the_row_and_the_words_of_every_cell():
    drawn = explain.explain(READING, CLAIMS[3], width=200)
    for words in ("fr/events.tsv:501", "“survolé”", "fr/factuality.tsv:9", "“auraient”", "fr/cues.tsv:8", "“affirme”", "par défaut"):
        assert words in drawn


def test_markdown_has_a_row_for_every_claim():
    lines = markdown.render(READING).splitlines()
    assert len([line for line in lines if line.startswith("|")]) == 2 + len(CLAIMS)
    assert "| 4 | sans date | deux drones | survolé (MOBILIZE · weapons) | — | Orlane Presse › un pêcheur | possible |" in lines


def test_markdown_of_an_article_is_shown_as_it_is():
    document = replace(READING.document, title="a | b *c* <script> [d](e)")
    assert markdown.render(replace(READING, document=document)).startswith(r"## a \| b \*c\* \<script\> \[d\](e)")


def test_markdown_evidence_holds_the_sentence():
    assert (
        "- (3) Le gouvernement carélien a démenti avoir **bombardé** l’île de Brume le 5 septembre. — fr/events.tsv:88"
        in markdown.render(READING, evidence=True)
    )
