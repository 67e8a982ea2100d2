"""How a verb in the conditional is meant."""

import pytest

from selon.stages.conditionals import find_conditionals
from tests.builders import french, sentence

COND = "Mood=Cnd|Tense=Pres|VerbForm=Fin"

FLED = sentence(f"""
Il il PRON 3 nsubj
aurait avoir AUX 3 aux:tense {COND}
fui fuir VERB 0 root Tense=Past|VerbForm=Part
. . PUNCT 3 punct
""")
STAY = sentence(f"""
Si si SCONJ 3 mark
elle elle PRON 3 nsubj
partait partir VERB 6 advcl Mood=Ind|Tense=Imp|VerbForm=Fin
, , PUNCT 3 punct
il il PRON 6 nsubj
resterait rester VERB 0 root {COND}
. . PUNCT 6 punct
""")
LATER = sentence(f"""
Il il PRON 3 nsubj
a avoir AUX 3 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
dit dire VERB 0 root Tense=Past|VerbForm=Part
qu' que SCONJ 6 mark
il il PRON 6 nsubj
partirait partir VERB 3 ccomp {COND}
. . PUNCT 3 punct
""")
MAY = sentence(f"""
Il il PRON 2 nsubj
pourrait pouvoir VERB 0 root {COND}
fuir fuir VERB 2 xcomp VerbForm=Inf
. . PUNCT 2 punct
""")
WHERE = sentence(f"""
Où où PRON 2 advmod
serait être VERB 0 root {COND}
-il il PRON 2 nsubj
? ? PUNCT 2 punct
""")


@pytest.mark.parametrize(
    ("sent", "reading"),
    [(FLED, "hearsay"), (STAY, "hypothetical"), (LATER, "future_in_past"), (MAY, "modal"), (WHERE, "question")],
)
def test_readings_are_told_apart(sent, reading):
    """The perfect is hearsay; a condition, a past verb of saying, a modal and a question are not."""
    assert [c.reading for c in find_conditionals((sent,), french())] == [reading]


def test_a_conditional_points_to_its_predicate():
    """*aurait* is the form, *fui* the predicate whose clause is hearsay."""
    (conditional,) = find_conditionals((FLED,), french())
    assert (conditional.token, conditional.head) == (1, 2)
