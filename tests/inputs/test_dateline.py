"""The head of an article: the publication date it gives and the words that are no part of the first sentence."""

from __future__ import annotations

from importlib import resources

import pytest

from selon.inputs.dateline import find_dateline
from selon.model.dates import DateInterval
from selon.stages.timex_grammar import read_timex_grammar

FR = read_timex_grammar(resources.files("selon") / "lang" / "fr", "fr")
ROWS = [pytest.param(rule.example.text, rule.example.values[0], id=rule.by) for rule in FR.datelines]

HEADS = [
    ("«22 juin 2012. -» Des rebelles ont attaqué un poste.", "2012-06-22"),
    (" «date 2023-09» Le dirigeant a salué l'accord.", "2023-09"),
    ("«Bamako, 12 mars 2024 —» Le gouvernement a annoncé une trêve.", "2024-03-12"),
    ("«PARIS, 3 mai (AFP) -» Le gouvernement a cédé.", "-"),
    ("«Publié le 4 mai 2022 à 14h30»\nLe parlement a voté la loi.", "2022-05-04"),
    ("«Publié le 04/05/2022 à 14:30»\nLe parlement a voté la loi.", "2022-05-04"),
    ("«Kaboul, le 22 juin 2012 –» Des rebelles ont attaqué un poste.", "2012-06-22"),
    ("«1er août 2012. -» La Croatie a publié la liste.", "2012-08-01"),
    ("«22 août 2012, Espagne. -» Le parti a exclu un député.", "2012-08-22"),
    ("«GENÈVE, 12 mars 2024 (ATS) -» La conférence a commencé.", "2024-03-12"),
    ("«Addis-Abeba, le 5 février 2021 —» Le sommet a commencé.", "2021-02-05"),
    ("«New York (Reuters) -» Le dollar recule.", "-"),
]

NO_HEADS = [
    "Le 22 juin 2012, des rebelles ont attaqué un poste.",
    "Le ministre a annoncé dimanche une trêve.",
    "Paris, capitale de la France, a accueilli le sommet.",
    "En mars 2024 - un mois avant le scrutin - le parti a changé de chef.",
    "12 mars 2024 : une date que le pays n'oubliera pas",
    "",
]


def marked(text: str) -> tuple[str, str]:
    return text.replace("«", "").replace("»", ""), text[text.index("«") + 1 : text.index("»")]


@pytest.mark.parametrize(("text", "published"), [*ROWS, *HEADS])
def test_a_dateline_gives_its_date_and_its_words(text: str, published: str) -> None:
    """The marked words are the preamble; `-` means that they give no date."""
    plain, preamble = marked(text)
    interval, span = find_dateline(plain, FR)
    assert span is not None
    assert span.of(plain) == preamble
    assert interval == (None if published == "-" else DateInterval.parse(published))


@pytest.mark.parametrize("text", NO_HEADS)
def test_a_first_sentence_is_no_dateline(text: str) -> None:
    """A date inside the first sentence stays in it."""
    assert find_dateline(text, FR) == (None, None)


def test_a_dateline_below_the_lead_dates_the_article() -> None:
    """The lead is text to be read: there is a date but no preamble."""
    text = "La fusée a décollé sans problème.\n\n22 mai 2012. - Le lancement avait été reporté."
    assert find_dateline(text, FR) == (DateInterval.parse("2012-05-22"), None)


def test_a_date_that_does_not_exist_gives_none() -> None:
    """30 February is still set apart, but dates nothing."""
    interval, span = find_dateline("30 février 2024. - Le parlement a voté.", FR)
    assert interval is None
    assert span is not None
