from dataclasses import replace
from datetime import date, timedelta

import pytest

from selon.exports.labels import chronological, headline, interval_label, published_label, sources_label, summary, when_label, words_of
from selon.model.cell import Cell
from selon.model.claim import Party
from selon.model.dates import DateInterval
from selon.model.document import Document
from selon.model.factuality import STATUSES
from selon.model.span import Span
from selon.model.timex import Timex
from selon.model.wording import KINDS, VOICES
from tests.exports.sample import CLAIMS, READING

FR, EN = words_of("fr"), words_of("en")


@pytest.mark.parametrize(
    ("first", "last", "fr", "en"),
    [
        ("2023-09-17", "2023-09-17", "17 sept. 2023", "17 Sept 2023"),
        ("2023-09-01", "2023-09-01", "1er sept. 2023", "1 Sept 2023"),
        ("2023-09-05", "2023-09-10", "5–10 sept. 2023", "5–10 Sept 2023"),
        ("2023-08-28", "2023-09-03", "28 août – 3 sept. 2023", "28 Aug – 3 Sept 2023"),
        ("2023-12-28", "2024-01-03", "28 déc. 2023 – 3 janv. 2024", "28 Dec 2023 – 3 Jan 2024"),
        ("2023-09-01", "2023-09-30", "sept. 2023", "Sept 2023"),
        ("2024-02-01", "2024-02-29", "févr. 2024", "Feb 2024"),
        ("2023-06-01", "2023-08-31", "juin–août 2023", "June–Aug 2023"),
        ("2023-01-01", "2023-12-31", "2023", "2023"),
        ("1990-01-01", "1999-12-31", "1990–1999", "1990–1999"),
    ],
)
def test_an_interval_says_what_its_ends_share_once(first, last, fr, en):
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert (interval_label(*ends, FR), interval_label(*ends, EN)) == (fr, en)


def timex(edtf: str | None, first: str | None, last: str | None, relation: str = "in") -> Timex:
    day = {end: date.fromisoformat(value) if value else None for end, value in (("first", first), ("last", last))}
    exclusive = None if day["last"] is None else day["last"] + timedelta(days=1)
    return Timex(Span(0, 1), "DATE", "x", edtf, day["first"], exclusive, relation=relation)


@pytest.mark.parametrize(
    ("value", "label"),
    [
        (None, "sans date"),
        (timex(None, None, None), "sans date"),
        (timex("../2023-09-17", None, "2023-09-17"), "jusqu’à 17 sept. 2023"),
        (timex("2023-09-17/..", "2023-09-17", None), "depuis 17 sept. 2023"),
        (timex("2023-09-17", "2023-09-17", "2023-09-17", "before"), "avant 17 sept. 2023"),
        (timex("2023-09~", "2023-09-01", "2023-09-30"), "vers sept. 2023"),
        (timex("[2023-09-12,2023-09-13]", "2023-09-12", "2023-09-13"), "12 ou 13 sept. 2023"),
        (timex("[2023-09-30,2023-10-07]", "2023-09-30", "2023-10-07"), "30 sept. 2023 ou 7 oct. 2023"),
        (timex("[2023-09-01..2023-09-30]", "2023-09-01", "2023-09-30"), "sept. 2023"),
        (timex("[2023-09-03,2023-09-10,2023-09-17,2023-09-24]", "2023-09-03", "2023-09-24"), "3–24 sept. 2023"),
    ],
)
def test_labels_of_dates(value, label):
    assert when_label(value, FR) == label


def test_undated_claims_come_last_in_the_order_of_the_text():
    assert [claim.id for claim in chronological(CLAIMS)] == ["c3", "c1", "c7", "c2", "c4", "c5", "c6", "c8", "c9"]


def test_open_beginning_is_sorted_by_its_end():
    early = replace(CLAIMS[8], when=Cell(timex("../2023-09-10", None, "2023-09-10")))
    assert [claim.id for claim in chronological((*CLAIMS[:8], early))][:3] == ["c3", "c9", "c1"]


def test_source_that_the_text_does_not_name():
    claim = replace(CLAIMS[0], according_to=Cell((Party(None, "", (), "at1"),)))
    assert sources_label(claim, FR) == "source non précisée"


def test_unknown_language_speaks_english():
    assert words_of("xx").lang == "en"


@pytest.mark.parametrize("words", [FR, EN])
def test_every_status_has_a_word_in_the_order_of_the_scheme(words):
    assert tuple(words.table["statuses"]) == STATUSES
    assert tuple(words.table["status_meanings"]) == STATUSES


@pytest.mark.parametrize("words", [FR, EN])
def test_every_kind_and_voice_of_loaded_words_has_a_word(words):
    assert (tuple(words.table["wording_kinds"]), tuple(words.table["voices"])) == (KINDS, VOICES)


def test_languages_have_the_same_words():
    assert set(FR.table) == set(EN.table)


@pytest.mark.parametrize(
    ("published", "label"),
    [("2023-09-17", "publié le 17 sept. 2023"), ("2024-05", "publié en mai 2024"), ("2024", "publié en 2024"), (None, "")],
)
def test_publication_date_in_words(published, label):
    assert published_label(published and DateInterval.parse(published), FR) == label


def test_summary_counts_statuses_and_sources():
    assert summary(READING, EN).startswith("9 claims (denied 1, feared 1, wanted 1, planned 1,")
    assert summary(READING, EN).endswith(" · 6 sources")


@pytest.mark.parametrize(
    ("doc", "title"),
    [
        (Document("id", "Un accord est signé.", "fr", title="Le titre"), "Le titre"),
        (Document("id", "Un titre\n\nUn accord est signé.", "fr"), "Un titre"),
        (Document("id", "Un accord est signé.\n\nIl vaut un an.", "fr"), "id"),
        (Document("id", "Un accord", "fr", extra={"file": "a.txt"}), "a.txt"),
        (Document("id", "date 2024-05\n\nUn accord est signé.\n\nIl vaut un an.", "fr", preamble=Span(0, 12)), "id"),
        (Document("id", "date 2024-05\n\nUn titre\n\nUn accord est signé.", "fr", preamble=Span(0, 14)), "Un titre"),
        (Document("id", "GENÈVE, 14 mars 2024 — Un accord\n\nIl vaut un an.", "fr", preamble=Span(0, 23)), "id"),
    ],
)
def test_headline(doc, title):
    assert headline(doc) == title
