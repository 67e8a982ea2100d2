"""Which words of an article are listed as happenings, and of what type."""

from functools import cache

import pytest

from selon.model.document import Document
from selon.pipeline import Reader, load_reader


@cache
def _reader() -> Reader:
    return load_reader("fr")


def _happenings(text: str) -> dict[str, str]:
    """Trigger and type of each claim of a text."""
    claims = _reader().read(Document("text", text, "fr")).claims
    return {claim.trigger.of(text): claim.type.value for claim in claims}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Depuis sa mise en service il y a cent ans, le métro plaît aux touristes.", set()),
        ("Lors de leur arrivée, les pompiers ont arrêté un homme.", {"arrêté"}),
        ("Lors de la session extraordinaire, le député a voté la loi.", {"voté"}),
        ("En ce qui concerne le projet de loi, le ministre est prudent.", set()),
        ("Lors de leur arrivée sur place, les pompiers ont arrêté un homme.", {"arrêté"}),
        ("Après la guerre, le maire a démissionné.", {"démissionné"}),
    ],
)
def test_a_known_noun_that_only_sets_the_scene_is_no_happening(text, expected):
    """*Lors de la session*: it dates or frames another happening and says nothing more."""
    assert set(_happenings(text)) == expected


def test_a_scene_with_a_party_of_its_own_is_a_happening():
    """*Depuis l'arrestation de Karim Diallo*: the sentence says who was arrested."""
    assert "arrestation" in _happenings("Le maire est absent depuis l'arrestation de Karim Diallo.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sans être une déclaration de guerre, ce geste inquiète la ville.", set()),
        ("Cette attaque est une provocation.", {"attaque"}),
    ],
)
def test_what_a_happening_is_called_is_no_second_one(text, expected):
    """*X est une provocation*: the happening is X."""
    assert set(_happenings(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Un avion s'est écrasé lundi. Vingt personnes ont été tuées.",
        "Un incendie a éclaté lundi. Trois maisons ont été détruites.",
        "La tempête a détruit cinquante maisons.",
    ],
)
def test_harm_done_by_a_disaster_is_no_assault(text):
    """Nobody attacks in an accident: its dead and its ruins are OTHER."""
    assert set(_happenings(text).values()) == {"OTHER"}


@pytest.mark.parametrize(
    "text",
    [
        "Un attentat a eu lieu lundi. Un incendie a éclaté. Vingt personnes ont été tuées.",
        "Un avion s'est écrasé lundi. L'armée a tué vingt personnes.",
    ],
)
def test_harm_after_violence_or_by_somebody_stays_an_assault(text):
    """An attack told before, or an agent, decides against the accident."""
    assert any(trigger in {"tuées", "tué"} and type_ == "ASSAULT" for trigger, type_ in _happenings(text).items())


@pytest.mark.parametrize("text", ["L'ouragan se déplacerait vers Lille.", "Un ouragan est attendu mardi à Lille."])
def test_a_disaster_does_not_travel(text):
    """*L'ouragan se déplace*: the hurricane is the happening, its way is no visit."""
    assert set(_happenings(text)) == {"ouragan"}


def test_a_fire_can_be_condemned():
    """A disaster as what a speech act is about leaves the speech act alone."""
    assert "condamné" in _happenings("L'incendie a été condamné par le maire.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'exposition s'ouvrira lundi à Lyon.", {"exposition"}),
        ("Le tournoi pourrait commencer lundi.", {"tournoi"}),
        ("L'exposition présente des toiles du peintre.", set()),
        ("Le match est ennuyeux.", set()),
    ],
)
def test_a_show_is_a_happening_where_it_takes_place(text, expected):
    """A row with `staged` needs a verb that says so; else the show is a thing or a topic."""
    assert set(_happenings(text)) == expected


def test_a_phrase_does_not_reach_over_a_verb():
    """*Ouverture au public* does not stand in *l'ouverture plaît au public*."""
    assert _happenings("Le match d'ouverture plaît au public.") == {}
