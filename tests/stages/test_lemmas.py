"""Infinitives and moods that a form leaves no doubt about."""

import pytest

from selon.stages.lemmas import known_word, read_mood
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


@pytest.mark.parametrize(
    ("form", "lemma", "infinitive", "tense"),
    [
        ("limogea", "limoger", "limoger", "Past"), ("dénonça", "dénoncer", "dénoncer", "Past"), ("votèrent", "voter", "voter", "Past"),
        ("obtint", "obtindre", "obtenir", "Past"), ("élurent", "élurer", "élire", "Past"), ("détruisit", "détruisir", "détruire", "Past"),
        ("tua", "tuar", "tuer", "Past"), ("mourut", "mourir", "mourir", "Past"), ("reconnait", "reconner", "reconnaître", "Pres"),
        ("reconnaitra", "reconnaitre", "reconnaître", "Fut"), ("disparait", "disparer", "disparaître", "Pres"),
    ],
)  # fmt: skip
def test_a_preterite_or_new_spelling_gives_its_infinitive(form, lemma, infinitive, tense):
    """*limogea* is past whatever the tagger says, and *reconnait* is *reconnaître*."""
    better, features = known_word(form, "VERB", lemma, language=french())
    assert (better, features["Tense"]) == (infinitive, tense)


@pytest.mark.parametrize(("form", "lemma"), [("finit", "finir"), ("dit", "dire"), ("agit", "agir"), ("libèrent", "libérer")])
def test_a_present_is_no_preterite(form, lemma):
    """*finit* may be either; *libèrent* is a present."""
    _, features = known_word(form, "VERB", lemma, language=french())
    assert features is None
