"""One happening told again: *l'attaque*, *cette rencontre* take over what an earlier sentence said of it.

Only definite nouns repeat (*une attaque* is a new one), only within a few sentences, only for the same type; cells that the
later words fill themselves stay theirs, and what is taken over says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from selon.model.cell import Cell

if TYPE_CHECKING:
    from selon.model.claim import Claim
    from selon.model.syntax import Sentence

T = TypeVar("T")
STEM = 5
"""Words that share so many first letters are taken for one family."""
REACH = 4
"""A definite noun repeats a happening told at most so many sentences before."""
BY = "rule same happening"


def fill_repeats(claims: tuple[Claim, ...], sents: tuple[Sentence, ...]) -> tuple[Claim, ...]:
    """The claims, with the empty cells of repeated happenings filled from the first telling."""
    out: list[Claim] = []
    for claim in claims:
        earlier = _first_telling(claim, out, sents) if _is_repeating_noun(claim, sents[claim.sentence]) else None
        out.append(claim if earlier is None else _filled(claim, earlier))
    return tuple(out)


def _is_repeating_noun(claim: Claim, sent: Sentence) -> bool:
    token = next((t for t in sent.tokens if t.start <= claim.trigger.start < t.end), None)
    if token is None or token.upos != "NOUN":
        return False
    determiners = [sent.tokens[c] for c in sent.children[token.i] if sent.tokens[c].rel == "det"]
    return any(d.feats.get("Definite") == "Def" or d.feats.get("PronType") in {"Dem", "Prs"} for d in determiners)


def _first_telling(claim: Claim, earlier: list[Claim], sents: tuple[Sentence, ...]) -> Claim | None:
    """The last claim of the same type and no other mode or parties."""
    for other in reversed(earlier):
        if claim.sentence - other.sentence > REACH:
            return None
        if other.type.value != claim.type.value or (claim.mode.value and other.mode.value and claim.mode.value != other.mode.value):
            continue
        if other.sentence == claim.sentence or not _same_words(claim, other, sents):
            continue
        if claim.actors.value and other.actors.value and not _share(claim, other):
            continue
        return other
    return None


def _same_words(a: Claim, b: Claim, sents: tuple[Sentence, ...]) -> bool:
    """Words of one family name them: *attaqué* and *l'attaque*, *rencontré* and *cette rencontre*."""
    stems = [
        {t.lemma.casefold()[:STEM] for t in sents[c.sentence].tokens if c.trigger.start <= t.start < c.trigger.end and len(t.lemma) >= STEM}
        for c in (a, b)
    ]
    return bool(stems[0] & stems[1])


def _share(a: Claim, b: Claim) -> bool:
    return bool({p.actor for p in a.actors.value} & {p.actor for p in b.actors.value})


def _filled(claim: Claim, earlier: Claim) -> Claim:
    changed = claim
    if not claim.actors.value and not claim.recipients.value:
        changed = replace(changed, actors=_taken(earlier.actors), recipients=_taken(earlier.recipients))
    elif not claim.recipients.value and claim.actors.value:
        changed = replace(changed, recipients=_taken(earlier.recipients))
    if claim.place.value is None:
        changed = replace(changed, place=_taken(earlier.place))
    if claim.when.value is None:
        changed = replace(changed, when=_taken(earlier.when))
    return changed


def _taken(cell: Cell[T]) -> Cell[T]:
    return Cell(cell.value, cell.evidence, BY) if cell.value else cell
