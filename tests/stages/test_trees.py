"""Trees are put right where a construction is known to break them, and only there."""

from __future__ import annotations

from selon.stages.trees import mend_tree
from tests.builders import at, french, sentence

COUNTED = sentence("""
Plus plus ADV 7 nsubj:pass
de de ADP 4 case
80 80 NUM 4 nummod
personnes personne NOUN 1 obl:arg
ont avoir AUX 7 aux:tense Mood=Ind|Tense=Pres|VerbForm=Fin
été être AUX 7 aux:pass Tense=Past|VerbForm=Part
arrêtées arrêter VERB 0 root Tense=Past|VerbForm=Part
. . PUNCT 7 punct
""")
PLAIN = sentence("""
Il lui PRON 2 nsubj
part partir VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin
. . PUNCT 2 punct
""")


def test_a_counted_noun_is_the_subject():
    """*Plus de 80 personnes ont été arrêtées*: the adverb counts, it does not undergo."""
    mended = mend_tree(COUNTED, french())
    noun = mended.tokens[at(mended, "personnes")]
    assert (noun.dep, mended.tokens[noun.head].text) == ("nsubj:pass", "arrêtées")
    assert mended.tokens[at(mended, "Plus")].head == noun.i


def test_children_follow_the_heads():
    """Every word is among the dependents of its governor, and of no other."""
    mended = mend_tree(COUNTED, french())
    assert all(t.i in mended.children[t.head] for t in mended.tokens if t.head != t.i)
    assert sum(map(len, mended.children)) == len(mended.tokens) - 1


def test_a_tree_without_such_a_construction_is_the_very_same():
    """Nothing is copied in vain."""
    assert mend_tree(PLAIN, french()) is PLAIN
