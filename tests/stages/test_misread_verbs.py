"""A passé simple that the tagger took for a noun, an adjective or a participle."""

from __future__ import annotations

import pytest

from selon.stages.misread_verbs import mend_verbs
from tests.builders import french, sentence

VOTED = sentence("""
Le le DET 2 det
conseil conseil NOUN 5 nsubj
vota vota NOUN 2 nmod
la le DET 5 det
loi loi NOUN 0 root
""")
NAMED = sentence("""
Le le DET 2 det
maire maire NOUN 0 root
nomma nomma ADJ 2 amod
un un DET 5 det
directeur directeur NOUN 2 appos
à à ADP 7 case
Lyon Lyon PROPN 5 nmod
""")
BORN = sentence("""
Le le DET 2 det
peintre peintre NOUN 0 root
naquit naquit VERB 2 amod VerbForm=Part|Tense=Past
à à ADP 5 case
Rome Rome PROPN 2 nmod
""")
LEFT_AND_NAMED = sentence("""
Le le DET 2 det
roi roi NOUN 4 nsubj
a avoir AUX 4 aux:tense
quitté quitter VERB 0 root VerbForm=Part|Tense=Past
la le DET 6 det
ville ville NOUN 4 obj
et et CCONJ 8 cc
nomma nomma NOUN 4 conj
un un DET 10 det
régent régent NOUN 8 nmod
""")
NOTED = sentence("""
Le le DET 2 det
nota nota NOUN 3 nsubj
gagne gagner VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
""")


@pytest.mark.parametrize(
    ("sent", "form", "lemma", "subject", "rest"),
    [
        (VOTED, "vota", "voter", "conseil", ("loi", "obj")),
        (NAMED, "nomma", "nommer", "maire", ("directeur", "obj")),
        (BORN, "naquit", "naître", "peintre", ("Rome", "obl")),
    ],
)
def test_it_becomes_the_verb_of_its_clause(sent, form, lemma, subject, rest):
    """It is the root, in the past, with a subject before it and what it takes after it."""
    mended = mend_verbs(sent, french())
    verb = next(t for t in mended.tokens if t.text == form)
    dependents = {t.text: t.dep for t in mended.dependents(verb.i)}
    assert (verb.upos, verb.lemma, verb.head, verb.feats["Tense"]) == ("VERB", lemma, verb.i, "Past")
    assert (dependents[subject], dependents[rest[0]]) == ("nsubj", rest[1])


def test_a_noun_stays_a_noun():
    """Right after a determiner, or beside a finite verb, the form is no verb."""
    assert mend_verbs(NOTED, french()) is NOTED


def test_after_a_conjunction_it_goes_on_from_the_verb_before():
    """*Le roi a quitté la ville et nomma un régent*: *nomma* is a second verb."""
    mended = mend_verbs(LEFT_AND_NAMED, french())
    assert (mended.tokens[7].upos, mended.tokens[7].dep, mended.tokens[7].head) == ("VERB", "conj", 3)
