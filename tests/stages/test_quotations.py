"""Quotation spans, from the characters alone: an odd count costs one quotation, never the document."""

from __future__ import annotations

from itertools import pairwise

import pytest

from selon.stages.quotations import find_quotations
from tests.builders import cuts_of, words_of


def quotations(text: str) -> list[str]:
    return words_of(text, tuple(q.span for q in find_quotations(text, cuts_of(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le maire a dit : « Nous partons demain. »", ["« Nous partons demain. »"]),
        ("Le maire a dit : «\u00a0Nous partons demain.\u00a0»", ["«\u00a0Nous partons demain.\u00a0»"]),
        ("Le maire a dit : “Nous partons demain.”", ["“Nous partons demain.”"]),
        ('Le maire a dit : "Nous partons demain."', ['"Nous partons demain."']),
        ("Le maire a dit : „Nous partons demain.“", ["„Nous partons demain.“"]),
        ("« Oui », dit le maire. « Non », dit la préfète.", ["« Oui »", "« Non »"]),
        ('"Oui", dit le maire. "Non", dit la préfète.', ['"Oui"', '"Non"']),
        ("Le maire part demain.", []),
        ("L'armée n'a pas d'avis, dit-on aujourd'hui.", []),
    ],
    ids=["guillemets", "non-breaking blanks", "curly", "straight", "low", "two", "two straight", "none", "apostrophes"],
)
def test_marks(text, expected):
    assert quotations(text) == expected


def test_only_the_outermost_is_kept():
    assert quotations("« Le préfet m'a dit “non” hier », raconte le maire.") == ["« Le préfet m'a dit “non” hier »"]


def test_a_quotation_of_several_sentences_is_one():
    text = "« Nous partons demain. Nous ne reviendrons pas », a dit le maire."
    assert quotations(text) == ["« Nous partons demain. Nous ne reviendrons pas »"]


def test_a_mark_that_never_closes_is_closed_at_the_end_of_its_paragraph():
    text = "Le maire a dit : « Nous partons demain.\n\nLa préfète est arrivée lundi à la gare."
    assert quotations(text) == ["« Nous partons demain."]


def test_an_unclosed_mark_is_told_apart():
    text = "Le maire a dit : « Nous partons demain."
    (quotation,) = find_quotations(text, cuts_of(text))
    assert (quotation.closed, quotation.inner.of(text)) == (False, " Nous partons demain.")


def test_inner_leaves_out_the_marks():
    text = "« Oui », dit le maire."
    (quotation,) = find_quotations(text, cuts_of(text))
    assert quotation.inner.of(text) == " Oui "


def test_a_mark_that_never_opened_begins_with_its_sentence():
    assert quotations("Nous partons demain », a dit le maire.") == ["Nous partons demain »"]


def test_inner_keeps_the_first_word_where_no_mark_stands():
    text = "Nous partons demain », a dit le maire."
    (quotation,) = find_quotations(text, cuts_of(text))
    assert quotation.inner.of(text) == "Nous partons demain "


def test_a_closing_mark_alone_holds_nothing():
    assert all(q.inner.start <= q.inner.end for q in find_quotations("» Oui.", cuts_of("» Oui.")))


def test_words_are_counted_without_the_marks():
    text = "Le maire parle d'une « crise sans fin »."
    (quotation,) = find_quotations(text, cuts_of(text))
    assert quotation.words == 3


def test_an_odd_count_costs_nothing_in_other_paragraphs():
    text = "Le maire a dit : « Nous partons.\n\n« Nous restons », a dit la préfète lundi à la gare."
    assert quotations(text)[-1] == "« Nous restons »"


def test_a_mark_that_opens_twice_counts_once():
    text = "« Nous partons, a dit le maire. « Nous restons », a dit la préfète."
    assert "« Nous restons »" in quotations(text)


@pytest.mark.parametrize("text", ["«", "»", '"', "« »", "»«", '" " "', "“»", "«“»”", "l'« ami", "\n\n»\n\n«"])
def test_odd_marks_never_fail(text):
    assert all(text[q.span.start : q.span.end] for q in find_quotations(text, cuts_of(text)))


@pytest.mark.parametrize("text", ["« a « b « c « d »", "« a » » » b", "“a « b” c »"])
def test_quotations_never_overlap(text):
    found = find_quotations(text, cuts_of(text))
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
