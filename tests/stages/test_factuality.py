"""How sure: what the words above and around a happening say about it."""

from __future__ import annotations

import pytest

from selon.model.attribution import Attribution
from selon.model.factuality import Factuality, status
from selon.model.span import Span
from selon.model.syntax import Sentence
from selon.stages.conditionals import find_conditionals
from selon.stages.factuality import judge, walk_up
from selon.stages.factuality_hits import find_hits
from selon.stages.quotations import Quotation
from tests.builders import at, french, sentence, text_of

AUX = "a avoir AUX {} aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin"


def judged(sent: Sentence, form: str, chain: tuple[Attribution, ...] = (), quoted: Quotation | None = None) -> Factuality:
    """The axes of the happening at a word, under a chain of sources."""
    stop = chain[-1].content if chain else ()
    walk = walk_up(sent, at(sent, form), french(), stop, hits=find_hits(sent, french()), conditionals=find_conditionals((sent,), french()))
    return judge(walk, chain, quoted, french(), text_of(sent))


def source(sent: Sentence, cue: str, content: str, **axes: object) -> Attribution:
    """A source whose cue is a word and whose content is a stretch of the sentence."""
    text = text_of(sent)
    start = text.index(content)
    return Attribution("a1", (Span(0, 1),), (sent.tokens[at(sent, cue)].span,), (Span(start, start + len(content)),), by="test", **axes)  # type: ignore[arg-type]


ATTACKED = sentence(f"""
L' le DET 2 det
armée armée NOUN 4 nsubj
{AUX.format(4)}
attaqué attaquer VERB 0 root Tense=Past|VerbForm=Part
la le DET 6 det
ville ville NOUN 4 obj
""")
NOT_ATTACKED = sentence("""
L' le DET 2 det
armée armée NOUN 6 nsubj
n' ne ADV 6 advmod Polarity=Neg
a avoir AUX 6 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
pas pas ADV 6 advmod
attaqué attaquer VERB 0 root Tense=Past|VerbForm=Part
la le DET 8 det
ville ville NOUN 6 obj
""")
NO_ACCORD = sentence("""
Aucun aucun DET 2 det
accord accord NOUN 6 nsubj:pass
n' ne ADV 6 advmod Polarity=Neg
a avoir AUX 6 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
été être AUX 6 aux:pass Tense=Past|VerbForm=Part
signé signer VERB 0 root Tense=Past|VerbForm=Part
""")
MAY = sentence("""
Le le DET 2 det
général général NOUN 3 nsubj
pourrait pouvoir VERB 0 root Mood=Cnd|Tense=Pres|VerbForm=Fin
attaquer attaquer VERB 3 xcomp VerbForm=Inf
la le DET 6 det
ville ville NOUN 4 obj
""")
MAY_NOT = sentence("""
Le le DET 2 det
ministre ministre NOUN 3 nsubj
pourrait pouvoir VERB 0 root Mood=Cnd|Tense=Pres|VerbForm=Fin
ne ne ADV 6 advmod Polarity=Neg
pas pas ADV 6 advmod
venir venir VERB 3 xcomp VerbForm=Inf
""")
PERHAPS = sentence(f"""
Le le DET 2 det
maire maire NOUN 5 nsubj
{AUX.format(5)}
peut-être peut-être ADV 5 advmod
démissionné démissionner VERB 0 root Tense=Past|VerbForm=Part
""")
HEARSAY = sentence("""
Les le DET 2 det
troupes troupe NOUN 4 nsubj
auraient avoir AUX 4 aux:tense Mood=Cnd|Tense=Pres|VerbForm=Fin
quitté quitter VERB 0 root Tense=Past|VerbForm=Part
la le DET 6 det
ville ville NOUN 4 obj
""")
HEARSAY_NOT = sentence("""
Les le DET 2 det
troupes troupe NOUN 6 nsubj
n' ne ADV 6 advmod Polarity=Neg
auraient avoir AUX 6 aux:tense Mood=Cnd|Tense=Pres|VerbForm=Fin
pas pas ADV 6 advmod
quitté quitter VERB 0 root Tense=Past|VerbForm=Part
la le DET 8 det
ville ville NOUN 6 obj
""")
WILL = sentence("""
Le le DET 2 det
port port NOUN 3 nsubj
fermera fermer VERB 0 root Mood=Ind|Tense=Fut|VerbForm=Fin
""")
WILL_NOT = sentence("""
Le le DET 2 det
ministre ministre NOUN 4 nsubj
ne ne ADV 4 advmod Polarity=Neg
viendra venir VERB 0 root Mood=Ind|Tense=Fut|VerbForm=Fin
pas pas ADV 4 advmod
""")
PLANS = sentence("""
Le le DET 2 det
gouvernement gouvernement NOUN 3 nsubj
prévoit prévoir VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
de de ADP 5 mark
fermer fermer VERB 3 xcomp VerbForm=Inf
le le DET 7 det
port port NOUN 5 obj
""")
PLANNED = sentence("""
Le le DET 2 det
gouvernement gouvernement NOUN 3 nsubj
prévoyait prévoir VERB 0 root Mood=Ind|Tense=Imp|VerbForm=Fin
de de ADP 5 mark
fermer fermer VERB 3 xcomp VerbForm=Inf
le le DET 7 det
port port NOUN 5 obj
""")
FEARS = sentence("""
Le le DET 2 det
ministre ministre NOUN 3 nsubj
craint craindre VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
que que SCONJ 8 mark
la le DET 6 det
grève grève NOUN 8 nsubj
ne ne ADV 8 advmod Polarity=Neg
commence commencer VERB 3 ccomp Mood=Sub|Tense=Pres|VerbForm=Fin
""")
FAILED = sentence(f"""
L' le DET 2 det
armée armée NOUN 4 nsubj
{AUX.format(4)}
échoué échouer VERB 0 root Tense=Past|VerbForm=Part
à à ADP 6 mark
prendre prendre VERB 4 xcomp VerbForm=Inf
la le DET 8 det
ville ville NOUN 6 obj
""")
NOT_FAILED = sentence("""
L' le DET 2 det
armée armée NOUN 6 nsubj
n' ne ADV 6 advmod Polarity=Neg
a avoir AUX 6 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
pas pas ADV 6 advmod
échoué échouer VERB 0 root Tense=Past|VerbForm=Part
à à ADP 8 mark
prendre prendre VERB 6 xcomp VerbForm=Inf
la le DET 10 det
ville ville NOUN 8 obj
""")
MANAGED = sentence(f"""
L' le DET 2 det
armée armée NOUN 4 nsubj
{AUX.format(4)}
réussi réussir VERB 0 root Tense=Past|VerbForm=Part
à à ADP 6 mark
prendre prendre VERB 4 xcomp VerbForm=Inf
la le DET 8 det
ville ville NOUN 6 obj
""")
TRIED = sentence(f"""
L' le DET 2 det
armée armée NOUN 4 nsubj
{AUX.format(4)}
tenté tenter VERB 0 root Tense=Past|VerbForm=Part
de de ADP 6 mark
prendre prendre VERB 4 xcomp VerbForm=Inf
la le DET 8 det
ville ville NOUN 6 obj
""")
IF = sentence("""
Si si SCONJ 4 mark
la le DET 3 det
grève grève NOUN 4 nsubj
continue continuer VERB 8 advcl Mood=Ind|Tense=Pres|VerbForm=Fin
, , PUNCT 4 punct
le le DET 7 det
port port NOUN 8 nsubj
fermera fermer VERB 0 root Mood=Ind|Tense=Fut|VerbForm=Fin
""")
WITHOUT = sentence("""
L' le DET 2 det
armée armée NOUN 4 nsubj
est être AUX 4 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
partie partir VERB 0 root Tense=Past|VerbForm=Part
sans sans ADP 6 mark
bombarder bombarder VERB 4 advcl VerbForm=Inf
la le DET 8 det
ville ville NOUN 6 obj
""")
IN_ORDER_TO = sentence(f"""
L' le DET 2 det
armée armée NOUN 4 nsubj
{AUX.format(4)}
bloqué bloquer VERB 0 root Tense=Past|VerbForm=Part
la le DET 6 det
route route NOUN 4 obj
pour pour ADP 8 mark
prendre prendre VERB 4 advcl VerbForm=Inf
la le DET 10 det
ville ville NOUN 8 obj
""")
ABSENCE = sentence("""
L' le DET 2 det
absence absence NOUN 5 nsubj
d' de ADP 4 case
accord accord NOUN 2 nmod
inquiète inquiéter VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
la le DET 7 det
ville ville NOUN 5 obj
""")

MINIMAL_PAIRS = [
    # sentence, happening, axes that must have these values, status
    pytest.param(ATTACKED, "attaqué", {"polarity": "pos", "certainty": "certain", "time": "past"}, "stated", id="affirmed"),
    pytest.param(NOT_ATTACKED, "attaqué", {"polarity": "neg", "certainty": "certain"}, "denied", id="negated"),
    pytest.param(NO_ACCORD, "signé", {"polarity": "neg"}, "denied", id="negative subject"),
    pytest.param(MAY, "attaquer", {"polarity": "pos", "certainty": "possible"}, "possible", id="may"),
    pytest.param(MAY_NOT, "venir", {"polarity": "neg", "certainty": "possible"}, "possible", id="may not"),
    pytest.param(PERHAPS, "démissionné", {"certainty": "possible", "time": "past"}, "possible", id="perhaps"),
    pytest.param(HEARSAY, "quitté", {"evidence": "hearsay", "time": "past"}, "possible", id="hearsay conditional"),
    pytest.param(WILL, "fermera", {"time": "future", "certainty": "certain"}, "planned", id="will"),
    pytest.param(WILL_NOT, "viendra", {"time": "future", "polarity": "neg"}, "denied", id="will not"),
    pytest.param(PLANS, "fermer", {"attitude": "intend"}, "planned", id="plans"),
    pytest.param(PLANNED, "fermer", {"attitude": "intend"}, "planned", id="planned in the past"),
    pytest.param(FEARS, "commence", {"attitude": "fear", "polarity": "pos"}, "feared", id="fears, expletive ne"),
    pytest.param(FAILED, "prendre", {"polarity": "neg", "certainty": "certain"}, "denied", id="failed to"),
    pytest.param(NOT_FAILED, "prendre", {"polarity": "pos"}, "stated", id="did not fail to"),
    pytest.param(MANAGED, "prendre", {"polarity": "pos", "certainty": "certain"}, "stated", id="managed to"),
    pytest.param(TRIED, "prendre", {"polarity": "open"}, "possible", id="tried to"),
    pytest.param(IF, "continue", {"certainty": "possible"}, "possible", id="if"),
    pytest.param(WITHOUT, "bombarder", {"polarity": "neg"}, "denied", id="without"),
    pytest.param(WITHOUT, "partie", {"polarity": "pos"}, "stated", id="what did happen beside without"),
    pytest.param(IN_ORDER_TO, "prendre", {"attitude": "intend"}, "planned", id="in order to"),
    pytest.param(IN_ORDER_TO, "bloqué", {"attitude": "none", "polarity": "pos"}, "stated", id="what was done in order to"),
    pytest.param(ABSENCE, "accord", {"polarity": "neg"}, "denied", id="absence of"),
    pytest.param(HEARSAY_NOT, "quitté", {"evidence": "hearsay", "polarity": "neg"}, "denied", id="hearsay negated"),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "form", "axes", "expected"), MINIMAL_PAIRS)
def test_minimal_pair(sent, form, axes, expected):
    found = judged(sent, form)
    assert ({axis: getattr(found, axis).value for axis in axes}, status(found)) == (axes, expected)


@pytest.mark.parametrize(
    ("sent", "form", "axis", "words"),
    [
        (NOT_ATTACKED, "attaqué", "polarity", ["pas"]),
        (HEARSAY, "quitté", "evidence", ["auraient"]),
        (MAY, "attaquer", "certainty", ["pourrait"]),
        (FAILED, "prendre", "polarity", ["échoué"]),
    ],
    ids=["negation", "conditional", "modal", "governor"],
)
def test_a_value_points_to_its_words(sent, form, axis, words):
    assert [span.of(text_of(sent)) for span in getattr(judged(sent, form), axis).evidence] == words


def test_without_a_word_a_value_is_a_default():
    found = judged(ATTACKED, "attaqué")
    assert (found.polarity.by, found.certainty.by, found.attitude.by, found.polarity.evidence) == ("default", "default", "default", ())


def test_a_row_of_the_table_is_named():
    assert judged(FAILED, "prendre").polarity.by.startswith("fr/factuality.tsv:")


def test_relative_clause_escapes_what_stands_above():
    """*Craint que la grève, qui a commencé lundi, ne s'étende*: the strike did begin."""
    sent = sentence("""
    Il il PRON 2 nsubj
    craint craindre VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    que que SCONJ 13 mark
    la le DET 5 det
    grève grève NOUN 13 nsubj
    , , PUNCT 9 punct
    qui qui PRON 9 nsubj PronType=Rel
    a avoir AUX 9 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    commencé commencer VERB 5 acl:relcl Tense=Past|VerbForm=Part
    , , PUNCT 9 punct
    ne ne ADV 13 advmod
    s' soi PRON 13 expl:pv
    étende étendre VERB 2 ccomp Mood=Sub|Tense=Pres|VerbForm=Fin
    """)
    assert (status(judged(sent, "commencé")), status(judged(sent, "étende"))) == ("stated", "feared")


SAID = sentence("""
Le le DET 2 det
maire maire NOUN 3 nsubj
dit dire VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
que que SCONJ 8 mark
l' le DET 6 det
armée armée NOUN 8 nsubj
a avoir AUX 8 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
attaqué attaquer VERB 3 ccomp Tense=Past|VerbForm=Part
la le DET 10 det
ville ville NOUN 8 obj
""")
CONTENT = "l'armée a attaqué la ville"
SOURCES = [
    ({}, "reported", "neutral"),
    ({"attitude": "deny"}, "denied", "denial"),
    ({"attitude": "fear"}, "feared", "fear"),
    ({"attitude": "want"}, "wanted", "wish"),
    ({"attitude": "demand"}, "wanted", "demand"),
    ({"attitude": "promise"}, "planned", "promise"),
    ({"attitude": "threaten"}, "planned", "threat"),
    ({"attitude": "doubt"}, "possible", "doubt"),
    ({"attitude": "praise", "stance": "factive"}, "reported", "praise of a fact"),
    ({"attitude": "show", "evidence": "shown"}, "shown", "footage"),
    ({"certainty": "possible"}, "possible", "modal on the cue"),
    ({"attitude": "state", "negated": True}, "possible", "did not say"),
    ({"attitude": "deny", "negated": True}, "possible", "did not deny"),
]


@pytest.mark.parametrize(("axes", "expected"), [case[:2] for case in SOURCES], ids=[case[2] for case in SOURCES])
def test_what_the_holder_does_to_the_status(axes, expected):
    assert status(judged(SAID, "attaqué", (source(SAID, "dit", CONTENT, **axes),))) == expected


def test_inside_the_marks_it_is_quoted():
    quoted = Quotation(Span(0, len(text_of(SAID))), 5)
    assert status(judged(SAID, "attaqué", (source(SAID, "dit", CONTENT),), quoted)) == "quoted"


def test_marks_without_a_source_quote_nobody():
    """Scare quotes and titles never make it quoted."""
    assert status(judged(ATTACKED, "attaqué", (), Quotation(Span(0, 10), 2))) == "stated"


def test_not_believing_is_believing_the_contrary():
    """*Ne croit pas que C*: the holder thinks that C is not so."""
    sent = sentence("""
    Le le DET 2 det
    maire maire NOUN 4 nsubj
    ne ne ADV 4 advmod
    croit croire VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
    pas pas ADV 4 advmod
    que que SCONJ 10 mark
    l' le DET 8 det
    armée armée NOUN 10 nsubj
    ait avoir AUX 10 aux:tense Mood=Sub|Tense=Pres|VerbForm=Fin
    attaqué attaquer VERB 4 ccomp Tense=Past|VerbForm=Part
    """)
    holder = source(sent, "croit", "l'armée ait attaqué", negated=True)
    found = judged(sent, "attaqué", (holder,))
    assert (found.polarity.value, status(found)) == ("neg", "denied")


def test_the_words_outside_the_content_say_nothing_about_it():
    """*N'a pas dit si l'armée a attaqué*: the negation of the saying is no negation of the attack."""
    sent = sentence("""
    Le le DET 2 det
    maire maire NOUN 6 nsubj
    n' ne ADV 6 advmod
    a avoir AUX 6 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    pas pas ADV 6 advmod
    dit dire VERB 0 root Tense=Past|VerbForm=Part
    que que SCONJ 11 mark
    l' le DET 9 det
    armée armée NOUN 11 nsubj
    a avoir AUX 11 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
    attaqué attaquer VERB 6 ccomp Tense=Past|VerbForm=Part
    """)
    assert judged(sent, "attaqué", (source(sent, "dit", "l'armée a attaqué", negated=True),)).polarity.value == "pos"
