"""Whether a lexicon entry stands at a word, and what negates a predicate."""

from __future__ import annotations

import pytest

from selon.lang.language import Phrase
from selon.stages.phrases import match_phrase, negation, same_word
from tests.builders import at, forms, french, sentence

REFLEXIVES, COPULAS, ELISIONS = frozenset({"se"}), frozenset({"être"}), {"s'": "se", "d'": "de"}
WARNED = sentence("""
Le le DET 2 det
maire maire NOUN 4 nsubj
a avoir AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
mis mettre VERB 0 root Tense=Past|VerbForm=Part
une un DET 7 det
nouvelle nouveau ADJ 7 amod
fois fois NOUN 4 obl:mod
en en ADP 9 case
garde garde NOUN 4 obl:arg
les le DET 11 det
habitants habitant NOUN 4 obj
""")
PLEASED = sentence("""
Le le DET 2 det
maire maire NOUN 4 nsubj
se soi PRON 4 expl:pv
félicite féliciter VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
de de ADP 7 case
l' le DET 7 det
accord accord NOUN 4 obl:arg
""")
CONGRATULATES = sentence("""
Le le DET 2 det
maire maire NOUN 3 nsubj
félicite féliciter VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
la le DET 5 det
police police NOUN 3 obj
""")


def parse(entry: str) -> Phrase:
    return Phrase.parse(entry, REFLEXIVES, COPULAS, ELISIONS)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("indiquer", Phrase("indiquer")),
        ("se féliciter", Phrase("féliciter", pronominal=True)),
        ("s'inquiéter", Phrase("inquiéter", pronominal=True)),
        ("s’inquiéter", Phrase("inquiéter", pronominal=True)),
        ("mettre en garde", Phrase("mettre", ("en", "garde"))),
        ("être susceptible", Phrase("susceptible", copula=True)),
        ("être susceptible d'", Phrase("susceptible", ("de",), copula=True)),
    ],
)
def test_entry_as_it_stands_in_a_table(entry, expected):
    assert parse(entry) == expected


def test_words_may_stand_between_a_verb_and_its_fixed_parts():
    assert forms(WARNED, match_phrase(WARNED, at(WARNED, "mis"), parse("mettre en garde"), french())) == ["en", "garde"]


def test_an_entry_whose_further_words_are_missing_is_not_there():
    assert match_phrase(WARNED, at(WARNED, "mis"), parse("mettre en cause"), french()) is None


def test_a_single_word_has_no_further_words():
    assert match_phrase(CONGRATULATES, at(CONGRATULATES, "félicite"), parse("féliciter"), french()) == ()


def test_a_pronominal_entry_wants_the_pronoun():
    assert match_phrase(CONGRATULATES, at(CONGRATULATES, "félicite"), parse("se féliciter"), french()) is None


def test_a_plain_entry_is_not_found_in_a_pronominal_verb():
    """*Se féliciter* praises a fact, *féliciter* praises somebody."""
    assert match_phrase(PLEASED, at(PLEASED, "félicite"), parse("féliciter"), french()) is None


def test_a_pronominal_verb_is_found():
    assert match_phrase(PLEASED, at(PLEASED, "félicite"), parse("se féliciter"), french()) == ()


def test_reflexive_passive_keeps_its_plain_verb():
    """*L'accord se négocie*: nobody negotiates himself, so the row of *négocier* stands there."""
    sent = sentence("""
    L' le DET 2 det
    accord accord NOUN 4 nsubj:pass
    se soi PRON 4 expl:pass
    négocie négocier VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    """)
    assert match_phrase(sent, at(sent, "négocie"), parse("négocier"), french()) == ()


@pytest.mark.parametrize("word", ["apprendre", "appris", "que"])
def test_form_and_lemma_name_a_word(word):
    """Whatever its case and its apostrophe."""
    sent = sentence("Appris apprendre VERB 0 root\nqu’ que SCONJ 1 mark")
    assert any(same_word(token, word) for token in sent.tokens)


NOT_ATTACKED = """
L' le DET 2 det
armée armée NOUN 6 nsubj
n' ne ADV 6 advmod Polarity=Neg
a avoir AUX 6 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
{word} {lemma} ADV 6 advmod
attaqué attaquer VERB 0 root Tense=Past|VerbForm=Part
la le DET 8 det
ville ville NOUN 6 obj
"""


@pytest.mark.parametrize("word", ["pas", "jamais", "plus", "guère"])
def test_negation(word):
    sent = sentence(NOT_ATTACKED.format(word=word, lemma=word))
    assert negation(sent, at(sent, "attaqué"), french()).text == word


def test_restriction_is_no_negation():
    """*N'a rencontré que deux élus*: he did meet them."""
    sent = sentence("""
    Le le DET 2 det
    ministre ministre NOUN 5 nsubj
    n' ne ADV 5 advmod Polarity=Neg
    a avoir AUX 5 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    rencontré rencontrer VERB 0 root Tense=Past|VerbForm=Part
    que que ADV 8 advmod
    deux deux NUM 8 nummod
    élus élu NOUN 5 obj
    """)
    assert negation(sent, at(sent, "rencontré"), french()) is None


def test_expletive_ne_is_no_negation():
    """*Craint que la grève ne commence*: the strike begins in what is feared."""
    sent = sentence("""
    que que SCONJ 5 mark
    la le DET 3 det
    grève grève NOUN 5 nsubj
    ne ne ADV 5 advmod Polarity=Neg
    commence commencer VERB 0 root Mood=Sub|Tense=Pres|VerbForm=Fin
    """)
    assert negation(sent, at(sent, "commence"), french()) is None


def test_not_only_is_no_negation():
    """*N'a pas seulement attaqué la ville*: the city was attacked, and more."""
    sent = sentence("""
    L' le DET 2 det
    armée armée NOUN 7 nsubj
    n' ne ADV 7 advmod Polarity=Neg
    a avoir AUX 7 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    pas pas ADV 7 advmod
    seulement seulement ADV 7 advmod
    attaqué attaquer VERB 0 root Tense=Past|VerbForm=Part
    la le DET 9 det
    ville ville NOUN 7 obj
    """)
    assert negation(sent, at(sent, "attaqué"), french()) is None


@pytest.mark.parametrize(
    "conll",
    [
        "Aucun aucun DET 2 det\naccord accord NOUN 6 nsubj:pass\nn' ne ADV 6 advmod\na avoir AUX 6 aux:tense\nété être AUX 6 aux:pass\nsigné signer VERB 0 root",
        "Personne personne PRON 4 nsubj\nn' ne ADV 4 advmod\na avoir AUX 4 aux:tense\nsigné signer VERB 0 root",
        "Rien rien PRON 5 nsubj:pass\nn' ne ADV 5 advmod\na avoir AUX 5 aux:tense\nété être AUX 5 aux:pass\nsigné signer VERB 0 root",
    ],
    ids=["aucun accord", "personne", "rien"],
)
def test_negative_subject(conll):
    sent = sentence(conll)
    assert negation(sent, at(sent, "signé"), french()).text == sent.tokens[0].text


def test_a_person_is_not_nobody():
    """*La personne a signé*: without *ne*, the noun is a noun."""
    sent = sentence("La le DET 2 det\npersonne personne NOUN 4 nsubj\na avoir AUX 4 aux:tense\nsigné signer VERB 0 root")
    assert negation(sent, at(sent, "signé"), french()) is None


def test_negation_of_another_clause_stays_there():
    """*Le maire, qui n'a pas voté, a signé*."""
    sent = sentence("""
    Le le DET 2 det
    maire maire NOUN 10 nsubj
    , , PUNCT 7 punct
    qui qui PRON 7 nsubj PronType=Rel
    n' ne ADV 7 advmod Polarity=Neg
    pas pas ADV 7 advmod
    voté voter VERB 2 acl:relcl Tense=Past|VerbForm=Part
    , , PUNCT 10 punct
    a avoir AUX 10 aux:tense
    signé signer VERB 0 root Tense=Past|VerbForm=Part
    """)
    assert negation(sent, at(sent, "signé"), french()) is None
