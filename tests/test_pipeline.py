"""Smoke of the whole flow on short articles of our own: a reading keeps its promises, and the plainest cases come out right."""

from __future__ import annotations

import pytest

from selon.errors import InputError, LanguageError, PipelineError
from selon.exports.contract import reading_object
from selon.inputs.text import text_id
from selon.model.dates import DateInterval
from selon.model.document import Document
from selon.model.reading import Reading
from selon.model.span import Span
from selon.pipeline import load_reader

ARTICLE = """La Norvège et la Suède signent un accord de pêche

La Norvège et la Suède ont signé lundi à Oslo un accord de pêche, a annoncé le ministère norvégien des Affaires étrangères.

« Nous avons refusé toute sanction », a déclaré le ministre suédois de la Pêche. Il a nié avoir menacé les pêcheurs danois.

Selon la presse locale, des manifestants auraient bloqué le port de Bergen. Le gouvernement craint une grève des dockers.
"""


def read(text: str, *, published: str | None = "2023-09-20", asked: tuple[Span, ...] = ()) -> Reading:
    when = None if published is None else DateInterval.parse(published)
    return load_reader("fr").read(Document(text_id(text), text, "fr", published=when), asked=asked)


def statuses(text: str) -> dict[str, str]:
    """Status of each claim of a text by the words of its trigger."""
    return {claim.trigger.of(text): claim.status.value for claim in read(text).claims}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(ARTICLE)


def test_the_text_is_untouched(reading):
    assert reading.document.text == ARTICLE


def test_a_reading_is_signed(reading):
    assert (reading.version, reading.pipeline) == (
        reading_object(reading)["selon"]["version"],
        reading_object(reading)["selon"]["pipeline"],
    )


def test_claims_are_numbered_in_the_order_of_the_text(reading):
    assert [claim.id for claim in reading.claims] == [f"c{n}" for n in range(1, len(reading.claims) + 1)]
    assert [claim.trigger for claim in reading.claims] == sorted(claim.trigger for claim in reading.claims)


def test_a_claim_points_to_the_sentence_that_tells_it(reading):
    assert all(reading.sentences[claim.sentence].contains(claim.trigger) for claim in reading.claims)


def test_who_takes_part_is_among_the_actors(reading):
    ids = {actor.id for actor in reading.actors}
    parties = [p for c in reading.claims for p in (*c.actors.value, *c.recipients.value, *c.according_to.value)]
    assert {party.actor for party in parties if party.actor is not None} <= ids


def test_a_source_of_a_claim_is_an_attribution(reading):
    ids = {attribution.id for attribution in reading.attributions}
    assert {party.attribution for claim in reading.claims for party in claim.according_to.value} <= ids


def test_nesting_leads_to_attributions_and_never_in_a_circle(reading):
    inside = {attribution.id: attribution.inside for attribution in reading.attributions}
    for start in inside:
        seen = [start]
        while (outer := inside[seen[-1]]) is not None:
            assert outer not in seen
            seen.append(outer)


def test_every_value_names_what_decided_it(reading):
    cells = [
        c
        for claim in reading.claims
        for c in (claim.type, claim.actors, claim.recipients, claim.place, claim.when, claim.according_to, claim.status)
    ]
    assert all(cell.by for cell in cells)


def test_the_accord_is_a_claim_of_the_ministry(reading):
    claim = next(c for c in reading.claims if c.trigger.of(ARTICLE).startswith(("signé", "ont signé", "accord")) and c.sentence > 0)
    assert claim.type.value == "SUPPORT"
    assert [party.name for party in claim.actors.value] == ["Norvège", "Suède"]
    assert "ministère" in claim.according_to.value[-1].name
    assert claim.status.value == "reported"


MINIMAL = [
    ("L'armée a bombardé la ville.", "bombardé", "stated"),
    ("L'armée n'a pas bombardé la ville.", "bombardé", "denied"),
    ("L'armée a nié avoir bombardé la ville.", "bombardé", "denied"),
    ("L'armée pourrait bombarder la ville.", "bombarder", "possible"),
    ("L'armée bombardera la ville.", "bombardera", "planned"),
    ("Le maire redoute que l'armée ne bombarde la ville.", "bombarde", "feared"),
    ("Le maire craint que l'armée ne bombarde la ville.", "bombarde", "feared"),
    ("L'armée aurait bombardé la ville.", "bombardé", "possible"),
    ("Selon le maire, l'armée a bombardé la ville.", "bombardé", "reported"),
    ("« L'armée a bombardé la ville », a déclaré le maire.", "bombardé", "quoted"),
]


@pytest.mark.parametrize(("text", "trigger", "status"), MINIMAL)
def test_minimal_pair(text, trigger, status):
    found = statuses(text)
    assert {words: value for words, value in found.items() if trigger in words} == {
        next((w for w in found if trigger in w), trigger): status
    }


def test_a_span_may_be_asked_for():
    """Its factuality comes back in the order asked, event or not."""
    text = "Le chat n'a pas dormi. Le chien dormira."
    asked = (Span(text.index("dormira"), text.index("dormira") + 7), Span(text.index("dormi"), text.index("dormi") + 5))
    found = read(text, asked=asked).asked
    assert [(span, axes.polarity.value, axes.time.value == "future") for span, axes in found] == [
        (asked[0], "pos", True),
        (asked[1], "neg", False),
    ]


def test_an_empty_text_is_refused():
    with pytest.raises(InputError, match=r"empty"):
        read(" \n")


def test_an_unknown_language_is_refused():
    with pytest.raises(LanguageError, match=r'"xx"'):
        load_reader("xx")


def test_an_unknown_pipeline_is_refused():
    with pytest.raises(PipelineError, match=r"no_such_pipeline"):
        load_reader("fr", pipeline="no_such_pipeline")


def test_a_reader_is_loaded_once():
    assert load_reader("fr") is load_reader("fr")


def test_a_text_without_a_claim_has_none():
    assert read("Le ciel est bleu.").claims == ()


def test_without_a_date_there_is_none():
    assert read("L'armée a bombardé la ville lundi.", published=None).document.published is None


def test_loaded_words_are_told_apart_by_whose_they_are():
    """The author's régime is not the minister's dictature."""
    text = "Le régime syrien a rejeté le plan. « Ce n'est pas une dictature », a déclaré le ministre. Il a dénoncé un prétendu complot."
    found = {wording.span.of(text): wording.voice for wording in read(text).wording}
    assert found == {"régime": "author", "dictature": "quoted", "prétendu": "reported"}
