"""Who does what, once passives, relatives, infinitives and coordination are undone."""

from __future__ import annotations

import pytest

from selon.stages.noun_phrases import noun_phrase
from selon.stages.predications import analyse, complements, finite_verb, preposition, verb_group
from tests.builders import at, forms, french, sentence, text_of

PASSIVE = sentence("""
La le DET 2 det
ville ville NOUN 5 nsubj:pass
a avoir AUX 5 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
été être AUX 5 aux:pass Tense=Past|VerbForm=Part
bombardée bombarder VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass
par par ADP 8 case
l' le DET 8 det
armée armée NOUN 5 obl:agent
. . PUNCT 5 punct
""")
REDUCED = sentence("""
Les le DET 2 det
soldats soldat NOUN 8 nsubj
arrêtés arrêter VERB 2 acl Tense=Past|VerbForm=Part
par par ADP 6 case
la le DET 6 det
police police NOUN 3 obl:agent
ont avoir AUX 8 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
nié nier VERB 0 root Tense=Past|VerbForm=Part
les le DET 10 det
faits fait NOUN 8 obj
. . PUNCT 8 punct
""")
PROMISE = sentence("""
Le le DET 2 det
ministre ministre NOUN 4 nsubj
a avoir AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
promis promettre VERB 0 root Tense=Past|VerbForm=Part
de de ADP 6 mark
recevoir recevoir VERB 4 xcomp VerbForm=Inf
les le DET 8 det
syndicats syndicat NOUN 6 obj
. . PUNCT 4 punct
""")
ACCUSED = sentence("""
Le le DET 2 det
juge juge NOUN 4 nsubj
a avoir AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
accusé accuser VERB 0 root Tense=Past|VerbForm=Part
le le DET 6 det
maire maire NOUN 4 obj
d' de ADP 9 mark
avoir avoir AUX 9 aux:tense VerbForm=Inf
menti mentir VERB 4 xcomp Tense=Past|VerbForm=Part
. . PUNCT 4 punct
""")
ASKED = sentence("""
La le DET 2 det
présidente présidente NOUN 4 nsubj
a avoir AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
demandé demander VERB 0 root Tense=Past|VerbForm=Part
au à ADP 6 case
gouvernement gouvernement NOUN 4 obl:arg
de de ADP 8 mark
retirer retirer VERB 4 xcomp VerbForm=Inf
le le DET 10 det
texte texte NOUN 8 obj
. . PUNCT 4 punct
""")
RELATIVE = sentence("""
Le le DET 2 det
navire navire NOUN 8 nsubj
qui qui PRON 4 nsubj PronType=Rel
transportait transporter VERB 2 acl:relcl Mood=Ind|Tense=Imp|VerbForm=Fin
des un DET 6 det
armes arme NOUN 4 obj
a avoir AUX 8 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
coulé couler VERB 0 root Tense=Past|VerbForm=Part
. . PUNCT 8 punct
""")
SHARED = sentence("""
L' le DET 2 det
armée armée NOUN 4 nsubj
a avoir AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
attaqué attaquer VERB 0 root Tense=Past|VerbForm=Part
le le DET 6 det
port port NOUN 4 obj
et et CCONJ 8 cc
détruit détruire VERB 4 conj Tense=Past|VerbForm=Part
deux deux NUM 10 nummod
navires navire NOUN 8 obj
. . PUNCT 4 punct
""")
COORDINATED = sentence("""
La le DET 2 det
Norvège Norvège PROPN 7 nsubj
et et CCONJ 5 cc
la le DET 5 det
Suède Suède PROPN 2 conj
ont avoir AUX 7 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
signé signer VERB 0 root Tense=Past|VerbForm=Part
un un DET 9 det
accord accord NOUN 7 obj
avec avec ADP 12 case
le le DET 12 det
Canada Canada PROPN 7 obl:arg
. . PUNCT 7 punct
""")
ARRIVED = sentence("""
L' le DET 2 det
otage otage NOUN 4 nsubj
est être AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
arrivé arriver VERB 0 root Tense=Past|VerbForm=Part
à à ADP 6 case
Genève Genève PROPN 4 obl:arg
. . PUNCT 4 punct
""")
SURRENDERED = sentence("""
Les le DET 2 det
rebelles rebelle NOUN 5 nsubj
se soi PRON 5 expl:pv
sont être AUX 5 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
rendus rendre VERB 0 root Tense=Past|VerbForm=Part
. . PUNCT 5 punct
""")
ADDRESSED = sentence("""
Le le DET 2 det
maire maire NOUN 4 nsubj
leur leur PRON 4 iobj
accorde accorder VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
un un DET 6 det
délai délai NOUN 4 obj
. . PUNCT 4 punct
""")
MONDAY = sentence("""
Le le DET 2 det
maire maire NOUN 4 nsubj
a avoir AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
reçu recevoir VERB 0 root Tense=Past|VerbForm=Part
lundi lundi NOUN 4 obj
la le DET 7 det
déléguée déléguée NOUN 4 obj
. . PUNCT 4 punct
""")
PROMISED_NOUN = sentence("""
La le DET 2 det
promesse promesse NOUN 8 nsubj
du de ADP 4 case
maire maire NOUN 2 nmod
de de ADP 6 mark
partir partir VERB 2 acl VerbForm=Inf
a avoir AUX 8 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
surpris surprendre VERB 0 root Tense=Past|VerbForm=Part
. . PUNCT 8 punct
""")

DEEP = [
    # sentence, predicate, agent, patient
    pytest.param(PASSIVE, "bombardée", ["armée"], ["ville"], id="passive with agent"),
    pytest.param(REDUCED, "arrêtés", ["police"], ["soldats"], id="participle as adjective"),
    pytest.param(REDUCED, "nié", ["soldats"], ["faits"], id="active beside a participle"),
    pytest.param(PROMISE, "recevoir", ["ministre"], ["syndicats"], id="subject control"),
    pytest.param(ACCUSED, "menti", ["maire"], [], id="object control"),
    pytest.param(ASKED, "retirer", ["gouvernement"], ["texte"], id="dative control"),
    pytest.param(RELATIVE, "transportait", ["navire"], ["armes"], id="relative clause"),
    pytest.param(SHARED, "détruit", ["armée"], ["navires"], id="shared subject"),
    pytest.param(COORDINATED, "signé", ["Norvège", "Suède"], ["accord"], id="coordinated subject"),
    pytest.param(ARRIVED, "arrivé", ["otage"], [], id="être of the perfect is no passive"),
    pytest.param(SURRENDERED, "rendus", ["rebelles"], [], id="reflexive"),
    pytest.param(MONDAY, "reçu", ["maire"], ["déléguée"], id="a bare weekday is no object"),
    pytest.param(PROMISED_NOUN, "partir", ["maire"], [], id="infinitive of a noun"),
]


@pytest.mark.parametrize(("sent", "predicate", "agent", "patient"), DEEP)
def test_deep_arguments(sent, predicate, agent, patient):
    found = analyse(sent, at(sent, predicate), french())
    assert (forms(sent, found.agent), forms(sent, found.patient)) == (agent, patient)


def test_passive_without_agent_has_none():
    """Nobody is made responsible whom the text does not name."""
    sent = sentence("""
    Le le DET 2 det
    suspect suspect NOUN 5 nsubj:pass
    a avoir AUX 5 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    été être AUX 5 aux:pass Tense=Past|VerbForm=Part
    arrêté arrêter VERB 0 root Tense=Past|VerbForm=Part
    lundi lundi NOUN 5 obl:mod
    """)
    found = analyse(sent, at(sent, "arrêté"), french())
    assert (found.passive, found.agent, forms(sent, found.patient)) == (True, (), ["suspect"])


@pytest.mark.parametrize(
    ("sent", "predicate", "expected"),
    [
        (PASSIVE, "bombardée", True),
        (REDUCED, "arrêtés", True),
        (ARRIVED, "arrivé", False),
        (SURRENDERED, "rendus", False),
        (PASSIVE, "ville", False),
    ],
    ids=["été bombardée", "arrêtés par", "est arrivé", "se sont rendus", "a noun"],
)
def test_passive(sent, predicate, expected):
    assert analyse(sent, at(sent, predicate), french()).passive is expected


def test_a_subject_of_another_clause_is_marked_as_inherited():
    assert (analyse(SHARED, at(SHARED, "détruit"), french()).inherited, analyse(SHARED, at(SHARED, "attaqué"), french()).inherited) == (
        True,
        False,
    )


def test_a_noun_with_a_preposition_is_no_subject_beside_one_without():
    parsed = sentence("""
Les le DET 2 det
rapports rapport NOUN 6 nsubj
après après ADP 5 case
le le DET 5 det
drame drame NOUN 6 nsubj
indiquent indiquer VERB 0 root Mood=Ind|Number=Plur|Tense=Pres|VerbForm=Fin
. . PUNCT 6 punct
""")
    assert forms(parsed, analyse(parsed, at(parsed, "indiquent"), french()).agent) == ["rapports"]


def test_obliques_keep_their_preposition():
    found = analyse(COORDINATED, at(COORDINATED, "signé"), french())
    assert [(prep, COORDINATED.tokens[i].text) for prep, i in found.obliques] == [("avec", "Canada")]


def test_contracted_preposition_gives_its_lemma():
    found = analyse(ASKED, at(ASKED, "demandé"), french())
    assert [(prep, ASKED.tokens[i].text) for prep, i in found.obliques] == [("à", "gouvernement")]


def test_infinitive_is_content():
    found = analyse(PROMISE, at(PROMISE, "promis"), french())
    assert forms(PROMISE, found.content) == ["recevoir"]


def test_dative_clitic_is_the_recipient():
    found = analyse(ADDRESSED, at(ADDRESSED, "accorde"), french())
    assert (forms(ADDRESSED, found.recipient), forms(ADDRESSED, found.patient)) == (["leur"], ["délai"])


def test_preposition_with_its_fixed_parts():
    sent = sentence("""
    au à ADP 4 case
    large large NOUN 1 fixed
    de de ADP 1 fixed
    Malte Malte PROPN 0 root
    """)
    assert preposition(sent, at(sent, "Malte")) == "au large de"


def test_complements_of_a_noun():
    """*L'attaque du port et de la gare par les rebelles*: coordination is spread out."""
    sent = sentence("""
    L' le DET 2 det
    attaque attaque NOUN 0 root
    du de ADP 4 case
    port port NOUN 2 nmod
    et et CCONJ 8 cc
    de de ADP 8 case
    la le DET 8 det
    gare gare NOUN 4 conj
    par par ADP 11 case
    les le DET 11 det
    rebelles rebelle NOUN 2 nmod
    """)
    assert [(prep, sent.tokens[i].text) for prep, i in complements(sent, at(sent, "attaque"))] == [
        ("de", "port"),
        ("de", "gare"),
        ("par", "rebelles"),
    ]


NOUN_PHRASES = [
    pytest.param(RELATIVE, "navire", "Le navire", id="without its relative clause"),
    pytest.param(COORDINATED, "Norvège", "La Norvège", id="without what is coordinated"),
    pytest.param(COORDINATED, "Canada", "le Canada", id="without its preposition"),
    pytest.param(PROMISED_NOUN, "promesse", "La promesse du maire de partir", id="with its complements"),
    pytest.param(ARRIVED, "otage", "L'otage", id="with an elided article"),
]


@pytest.mark.parametrize(("sent", "head", "expected"), NOUN_PHRASES)
def test_noun_phrase(sent, head, expected):
    first, last = noun_phrase(sent, at(sent, head))
    assert sent.covering((first, last - 1)).of(text_of(sent)) == expected


def test_finite_verb_is_the_auxiliary():
    assert finite_verb(PASSIVE, at(PASSIVE, "bombardée")).text == "a"


def test_verb_group_has_clitics_and_auxiliaries():
    first, last = verb_group(SURRENDERED, at(SURRENDERED, "rendus"))
    assert forms(SURRENDERED, tuple(range(first, last))) == ["se", "sont", "rendus"]


def test_a_chain_of_clauses_ends():
    """Inheritance of subjects stops even when each clause takes its subject from the next."""
    lines = [f"part{n} partir VERB {n + 1} xcomp VerbForm=Inf" for n in range(1, 40)]
    sent = sentence(
        "\n".join(["veut vouloir VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin", *lines[:-1]]).replace(
            "part1 partir VERB 2", "part1 partir VERB 1"
        )
    )
    assert analyse(sent, len(sent.tokens) - 1, french()).agent == ()
