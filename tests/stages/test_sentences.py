"""Paragraphs, headings and sentences, from the characters alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from selon.stages.sentences import cut_sentences
from tests.builders import cuts_of, french, words_of


def sentences(text: str) -> list[str]:
    return words_of(text, tuple(cut.span for cut in cuts_of(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Le maire est parti.|La préfète est restée.",
        "Est-il parti ?|Personne ne le sait.",
        "Il est parti !|Personne ne le sait.",
        "Il est parti…|Personne ne le sait.",
        "Il est parti...|Personne ne le sait.",
        "M. Dubreuil est parti.|Mme. Castel est restée.",
        "Le Dr. Castel est parti.|Il reviendra.",
        "J. R. Dubreuil est parti.|Il reviendra.",
        "Le prix est de 3.5 euros.|Il monte.",
        "La réunion (cf. p. 12) est finie.|Elle a duré.",
        "« Nous partons. »|La foule applaudit.",
        "« Nous partons.|Nous restons », a-t-il dit.",
        "« Partez ! » a crié la foule.",
        "Il a dit : « Partez. »|La foule est partie.",
        "Le site selon.example est en ligne.|Il est lent.",
        "Il est parti.|« Je reviendrai », dit-il.",
        "Le général est né en 1950.|En 1970, il part.",
        "Il est parti à 10 h. et revenu.",
        "Il a vu l'U.R.S.S. et la Suède.",
    ],
)
def test_cut(text):
    """`|` stands where one sentence ends and a blank follows."""
    assert sentences(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f", "\n"])
def test_any_blank_may_follow_a_stop(blank):
    assert sentences(f"Le maire est parti.{blank}La préfète est restée.") == ["Le maire est parti.", "La préfète est restée."]


def test_blank_lines_part_paragraphs():
    assert [cut.paragraph for cut in cuts_of("Le maire est parti. Il reviendra.\n\nLa préfète est restée.")] == [0, 0, 1]


def test_blank_lines_of_windows_part_paragraphs():
    assert [cut.paragraph for cut in cuts_of("Le maire est parti.\r\n\r\nLa préfète est restée.")] == [0, 1]


def test_a_heading_is_a_line_without_a_stop():
    text = "Un maire quitte la ville\n\nLe maire est parti lundi."
    assert [(cut.span.of(text), cut.is_heading) for cut in cuts_of(text)] == [
        ("Un maire quitte la ville", True),
        ("Le maire est parti lundi.", False),
    ]


def test_wrapped_lines_are_one_paragraph():
    text = "Le maire de la ville du bord de la mer est parti lundi matin avec\nla préfète et deux élus du conseil."
    assert sentences(text) == [text]


def test_start_leaves_the_dateline_out():
    text = "OSLO, 3 mai. Le maire est parti."
    assert [cut.span.of(text) for cut in cut_sentences(text, french(), start=13)] == ["Le maire est parti."]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\r\n", "\u00a0", "\u200b\n"])
def test_nothing_to_cut(text):
    assert "".join(sentences(text)).strip("\u200b") == ""


@pytest.mark.parametrize("text", ["...", "?!", ".", "« »", "M.", "\ufeffLe maire part.", "😀.", "e\u0301te\u0301. Oui."])
def test_odd_text_is_cut_without_loss(text):
    """What is no white space belongs to a sentence."""
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_sentences_are_in_order_and_never_overlap():
    text = "Un. Deux ! Trois ? « Quatre. » Cinq…\n\nSix\n\nSept."
    spans = [cut.span for cut in cuts_of(text)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
