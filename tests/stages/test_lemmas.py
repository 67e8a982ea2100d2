"""Infinitives and moods that a form leaves no doubt about."""

import pytest

from selon.stages.lemmas import read_mood
from tests.builders import french


@pytest.mark.parametrize(
    ("form", "infinitive", "mood"),
    [
        ("daterait", "dater", "Cnd"), ("cacheraient", "cacher", "Cnd"), ("vaudrait", "valoir", "Cnd"), ("viendraient", "venir", "Cnd"),
        ("recevrait", "recevoir", "Cnd"), ("essuierait", "essuyer", "Cnd"), ("ferait", "faire", "Cnd"), ("agirait", "agir", "Cnd"),
        ("enverraient", "envoyer", "Cnd"), ("partira", "partir", "Ind"), ("auditionneront", "auditionner", "Ind"),
    ],
)  # fmt: skip
def test_a_conditional_or_future_gives_its_infinitive(form, infinitive, mood):
    """The stem before the ending is an infinitive or one of the irregular stems."""
    lemma, features = read_mood(form, french())
    assert (lemma, features["Mood"]) == (infinitive, mood)


@pytest.mark.parametrize("form", ["tirait", "admiraient", "montrait", "ouvraient", "chauffait", "entra", "errait"])
def test_an_imperfect_is_no_conditional(form):
    """*tir* of *tirait* looks like an infinitive and is none."""
    assert read_mood(form, french()) is None
