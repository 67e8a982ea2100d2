"""Proper names, agreed over the document."""

from dataclasses import replace

from selon.knowledge.directory import PackagedDirectory
from selon.knowledge.gazetteer import open_gazetteer
from selon.model.syntax import Entity, Sentence
from selon.stages.names import agree_on_names
from tests.builders import french, sentence


def agreed(*sents: Sentence) -> list[list[tuple[str, str]]]:
    """Names and labels of each sentence."""
    found = agree_on_names(sents, french(), PackagedDirectory(), open_gazetteer())
    return [[(" ".join(t.text for t in s.tokens[e.first : e.last]), e.label) for e in s.entities] for s in found]


def named(text: str, *entities: tuple[int, int, str]) -> Sentence:
    return replace(sentence(text), entities=tuple(Entity(*e) for e in entities))


FULL = named("Vahan Vahan PROPN 2 nsubj\nTerzian Terzian PROPN 1 flat:name\nparle parler VERB 0 root", (0, 2, "PER"))
ALONE = named("Terzian Terzian PROPN 2 nsubj\npart partir VERB 0 root", (0, 1, "LOC"))
NATIONAL = named(
    "la le DET 2 det\nSuédoise suédoise NOUN 5 nsubj\nAnnika Annika PROPN 2 appos\nLindqvist Lindqvist PROPN 3 flat:name\npart partir VERB 0 root",
    (1, 4, "ORG"),
)
VERB = named(
    "l' le DET 2 det\nObservatoire observatoire NOUN 3 nsubj\nrappelle rappeler VERB 0 root\nses son DET 5 det\ntâches tâche NOUN 3 obj",
    (1, 3, "ORG"),
)
COUNTRY = named("Fidji Fidji PROPN 2 nsubj\nvote voter VERB 0 root", (0, 1, "ORG"))


def test_a_surname_takes_the_type_of_the_full_name():
    """*Vahan Terzian* makes *Terzian* a person."""
    assert agreed(FULL, ALONE)[1] == [("Terzian", "PER")]


def test_a_nationality_is_no_part_of_a_name():
    """*la Suédoise Annika Lindqvist* names Annika Lindqvist."""
    assert agreed(NATIONAL) == [[("Annika Lindqvist", "PER")]]


def test_a_verb_is_no_part_of_a_name():
    """*l'Observatoire rappelle ses tâches*."""
    assert agreed(VERB) == [[("Observatoire", "ORG")]]


def test_what_is_known_under_one_kind_is_of_that_kind():
    """*Fidji* is a country."""
    assert agreed(COUNTRY) == [[("Fidji", "LOC")]]
