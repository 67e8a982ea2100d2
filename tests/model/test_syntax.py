"""A sentence and its tree."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from selon.model.syntax import Sentence, Token
from tests.builders import at, forms, sentence, text_of

SENT = sentence("""
La le DET 2 det
ville ville NOUN 5 nsubj:pass
a avoir AUX 5 aux:tense
été être AUX 5 aux:pass
bombardée bombarder VERB 0 root
par par ADP 8 case
l' le DET 8 det
armée armée NOUN 5 obl:agent
. . PUNCT 5 punct
""")


def test_root_governs_itself():
    assert SENT.root.text == "bombardée"


def test_subtree_is_in_the_order_of_the_text():
    assert forms(SENT, SENT.subtree(at(SENT, "armée"))) == ["par", "l'", "armée"]


def test_dependents_match_with_and_without_subtype():
    assert [t.text for t in SENT.dependents(SENT.root.i, "obl", "nsubj:pass")] == ["ville", "armée"]


def test_ancestors_go_up_to_the_root():
    assert [t.text for t in SENT.ancestors(at(SENT, "l'"))] == ["armée", "bombardée"]


def test_ancestors_end_on_a_broken_tree():
    """A cycle without a root must not hang."""
    tokens = tuple(Token(i, i, i + 1, "x", "x", "X", {}, 1 - i, "dep") for i in range(2))
    broken = Sentence(0, 0, False, 0, 2, tokens, ((1,), (0,)))
    assert [t.i for t in broken.ancestors(0)] == [1]


def test_covering_span():
    assert SENT.covering((at(SENT, "armée"), at(SENT, "par"))).of(text_of(SENT)) == "par l'armée"


def test_values_are_frozen():
    with pytest.raises(FrozenInstanceError):
        SENT.tokens[0].text = "Le"
