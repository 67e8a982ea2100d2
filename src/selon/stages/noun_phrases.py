"""Which words a noun phrase holds: its article, adjectives and complements, without clauses and asides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.syntax import Sentence


def noun_phrase(sent: Sentence, i: int) -> tuple[int, int]:
    """First and last token (exclusive) of the noun phrase at `i`: article, adjectives, complements, name.

    Relative clauses, participles after a comma, incidental appositions, coordinated nouns and the preposition stay out.
    """
    tokens = sent.tokens
    kept = [i]
    for n in kept:
        kept.extend(c for c in sent.children[n] if not _is_outside(sent, c, n, i))
    inside = set(kept)
    first = last = i
    while first - 1 in inside or (first - 2 in inside and tokens[first - 1].text in "-'’"):
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < i and tokens[first].upos in {"ADP", "PUNCT", "CCONJ"} and tokens[first].head == i:
        first += 1
    return first, last + 1


_NEVER = frozenset({"cop", "aux", "nsubj", "advmod", "dislocated", "vocative"})
_NOT_AT_HEAD = frozenset({"case", "cc", "punct", "mark", "advcl", "parataxis", "discourse", "conj"})
_AFTER_COMMA = frozenset({"advcl", "parataxis", "acl", "obl"})


def _is_outside(sent: Sentence, c: int, n: int, head: int) -> bool:
    """Does the dependent `c` of `n` stay out of the noun phrase at `head`?"""
    child, rel = sent.tokens[c], sent.tokens[c].rel
    if rel == "advmod" and c < n and any(sent.tokens[d].rel == "fixed" for d in sent.children[c]):
        return False  # *plus de cent personnes*
    if child.dep == "acl:relcl" or rel in _NEVER or (n == head and rel in _NOT_AT_HEAD):
        return True
    if rel == "acl" and any(sent.tokens[d].rel == "ccomp" for d in sent.children[c]):
        return True
    if n == head and rel in {"obj", "obl", "xcomp", "ccomp"} and sent.tokens[head].upos == "VERB":
        return True
    if c < head and child.upos in {"VERB", "AUX"} and child.feats.get("VerbForm") != "Part":
        return True
    present = rel == "amod" and child.feats.get("VerbForm") == "Part" and child.feats.get("Tense") == "Pres"
    incidental = rel in {"acl", "appos"} or present or rel == "nmod" or (n != head and rel in _AFTER_COMMA)
    return incidental and c > 0 and _comma_before(sent, c, n)


def _comma_before(sent: Sentence, c: int, n: int) -> bool:
    left = min((*sent.subtree(c), c))
    return left > 0 and left - 1 != n and sent.tokens[left - 1].text in {",", "(", "–", "—", ":"}
