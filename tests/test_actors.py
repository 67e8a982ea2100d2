"""Who is meant: short texts of our own, read by the whole flow, and whom their last words take up."""

from __future__ import annotations

import pytest

from selon.model.document import Document
from selon.pipeline import load_reader


def names_of(text: str, words: str) -> list[str]:
    """Names of the actors that the last mention with these words takes up."""
    reading = load_reader("fr").read(Document("actors", text, "fr"))
    names = {actor.id: actor.name for actor in reading.actors}
    mention = [m for m in reading.mentions if m.span.of(text) == words][-1]
    return [names.get(i, i) for i in mention.actors]


ANTECEDENTS = [
    # what a quotation names is not who says it
    ("Le maire a quitté la ville. « J'ai servi dans un régiment de parachutistes », explique-t-il.", "-il", ["Le maire"]),
    # gender of first names
    ("Marie Duval a rencontré Paul Girard. Il a démissionné.", "Il", ["Paul Girard"]),
    ("Paul Girard a rencontré Marie Duval. Elle a démissionné.", "Elle", ["Marie Duval"]),
    # not the subject of its own verb
    ("Le préfet a reçu le maire. Le préfet lui reproche son silence.", "lui", ["le maire"]),
    # the main subject before that of a subordinate clause and before complements
    (
        "Les pirates envoyaient des messages. Quand les internautes téléchargeaient des données, un virus attaquait. Ils ont volé de l'argent.",
        "Ils",
        ["Les pirates"],
    ),
    ("Le maire et le préfet ont visité le port. Ils ont signé un accord.", "Ils", ["Le maire", "le préfet"]),
    # several owners
    ("Jeanne Duval espère un accord. Quelques associations ont manifesté leur colère.", "leur", ["Quelques associations"]),
    # cataphora
    ("Lors de leur arrivée, les pompiers ont constaté le décès.", "leur", ["les pompiers"]),
    ("Dans son rapport, l'ONU a condamné l'attaque.", "son", ["ONU"]),
    # the last one named
    ("Le maire a rencontré le préfet. Ce dernier a démissionné mardi.", "Ce dernier", ["le préfet"]),
    ("Le maire a rencontré les syndicats. Ces derniers ont rejeté le plan.", "Ces derniers", ["les syndicats"]),
    ("La police a arrêté un homme. L'intéressé a été libéré mardi.", "L'intéressé", ["un homme"]),
    ("Le maire a rencontré le préfet. Le même responsable a condamné l'attaque.", "Le même responsable", ["le préfet"]),
    # parallel objects, appositions, a quotation that goes on
    ("Le policier a arrêté un homme. L'armée l'a ensuite libéré.", "l'", ["un homme"]),
    ("Marie Duval, ministre de la Santé, a rencontré le roi.", "ministre de la Santé", ["Marie Duval"]),
    ("« Je n'ai rien volé », a dit le maire. Le public a ri. « J'ai tout rendu à la ville. »", "J'", ["le maire"]),
    # groups
    ("L'armée et les rebelles se battent. Les deux camps ont signé une trêve.", "Les deux camps", ["L'armée", "les rebelles"]),
    # repeated nouns
    ("La population algérienne a fui. La population européenne a protesté.", "La population européenne", ["La population européenne"]),
    ("Le gouvernement précédent a voté la loi. Le gouvernement a démissionné.", "Le gouvernement", ["Le gouvernement"]),
    ("Samsung a vendu une usine. Le géant coréen a licencié dix salariés.", "Le géant coréen", ["Samsung"]),
]


@pytest.mark.parametrize(("text", "words", "expected"), ANTECEDENTS)
def test_a_mention_takes_up(text, words, expected):
    assert names_of(text, words) == expected


def test_a_thing_owns_nothing_that_only_persons_own():
    """*sa mise en service* before a subject that is nobody is left alone."""
    assert names_of("Depuis sa mise en service, le métro a été fermé.", "sa") == []


PHRASES = [
    ("Le maire, élu en 2001, a démissionné mardi.", "Le maire"),
    ("Le public a rencontré le maire mardi.", "le maire"),
    ("L'armée a accusé le président d'avoir vendu des armes.", "le président"),
    ("L'agence a visité vingt banques espagnoles en raison de la crise.", "vingt banques espagnoles"),
    ("Selon le bilan le plus récent, vingt personnes sont mortes.", "le bilan le plus récent"),
    ("Le premier ministre, malgré cette division, a rencontré le roi.", "Le premier ministre"),
    ("Le fakir belge Jean Duval est mort samedi.", "Le fakir belge Jean Duval"),
    ("Le pape Jean-Paul II a rencontré le roi.", "Le pape Jean-Paul II"),
    ("La directrice nommée en septembre Paule Duval a démissionné.", "La directrice nommée en septembre Paule Duval"),
    ("Plus de cent personnes ont fui.", "Plus de cent personnes"),
]


@pytest.mark.parametrize(("text", "phrase"), PHRASES)
def test_the_words_that_name_somebody(text, phrase):
    reading = load_reader("fr").read(Document("actors", text, "fr"))
    assert phrase in [m.span.of(text) for m in reading.mentions]


def test_a_stadium_is_not_the_man_it_is_called_after():
    text = "Le stade Jean Duval a été détruit."
    reading = load_reader("fr").read(Document("actors", text, "fr"))
    assert "Le stade Jean Duval" not in [m.span.of(text) for m in reading.mentions if m.by == "rule bearer"]


def test_who_condemns_an_attack_is_not_its_victim():
    reading = load_reader("fr").read(Document("actors", "L'ONU a condamné l'attaque.", "fr"))
    assert [p.name for c in reading.claims for p in c.recipients.value] == []
