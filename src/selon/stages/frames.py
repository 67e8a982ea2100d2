"""The day that a paragraph tells of.

*Le 5 juillet 1962, la foule fête la paix.  À Oran, une fusillade éclate.*
A date that opens a sentence holds for what the same paragraph tells after it, until another date is named.  Only happenings
in the author's own voice take it, and no known one (*l'accord*): an undated report may speak of another day.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from selon.model.cell import Cell
from selon.stages.predications import finite_verb
from selon.stages.timex_direction import head_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from selon.lang.language import Language
    from selon.model.claim import Claim
    from selon.model.syntax import Sentence
    from selon.model.timex import Timex

BY = "rule day of the paragraph"
LONG_AGO = 7
"""So many days before the publication a present tense tells the past (*Elle naît en 1656*)."""
_VAGUE = "_REF"


def carry_days(claims: tuple[Claim, ...], sents: Sequence[Sentence], timexes: Sequence[Timex], language: Language) -> tuple[Claim, ...]:
    """The claims, with the day of their paragraph where the text gives them none of their own."""
    days = _days(sents, timexes, language)
    told = [(sent, t) for sent in sents for t in timexes if sent.span.contains(t.span) and _is_told_in_present(sent, t)]
    kept = (claim if not _is_history(claim, sents[claim.sentence], told) else replace(claim, when=Cell(None)) for claim in claims)
    return tuple(_dated(claim, sents[claim.sentence], days.get(claim.sentence)) for claim in kept)


def _is_history(claim: Claim, sent: Sentence, told: Sequence[tuple[Sentence, Timex]]) -> bool:
    """Is the present tense that dated it the one in which its paragraph tells the past?"""
    when = claim.when.value
    if claim.when.by != "rule present" or when is None or when.earliest is None:
        return False
    before = [t for other, t in told if other.paragraph == sent.paragraph and t.span.start < claim.trigger.start]
    return bool(before) and before[-1].latest is not None and (when.earliest - before[-1].latest).days > LONG_AGO


def _is_told_in_present(sent: Sentence, timex: Timex) -> bool:
    """*Elle naît en 1656*: a date that a verb in the present governs; not *élu en 2010*, *depuis 2010*."""
    head = head_of(sent, timex.span)
    if head is None or head.head == head.i or timex.relation != "in":
        return False
    verb = sent.tokens[head.head]
    if verb.upos not in {"VERB", "AUX"} or any(t.dep == "aux:tense" for t in sent.dependents(verb.i)):
        return False
    return finite_verb(sent, verb.i).feats.get("Tense") == "Pres" and finite_verb(sent, verb.i).feats.get("Mood") == "Ind"


def _days(sents: Sequence[Sentence], timexes: Sequence[Timex], language: Language) -> dict[int, Timex]:
    """The day that each sentence without a date of its own stands under."""
    found: dict[int, Timex] = {}
    day: Timex | None = None
    paragraph = -1
    for sent in sents:
        named = [t for t in timexes if sent.span.contains(t.span) and t.type in {"DATE", "TIME"} and _VAGUE not in t.value]
        if sent.paragraph != paragraph or named:
            day = next((t for t in named[:1] if _is_day(t) and (_opens(sent, t) or _is_topic(sent, t, language))), None)
        elif day is not None:
            found[sent.i] = day
        paragraph = sent.paragraph
    return found


def _is_day(timex: Timex) -> bool:
    """A day, or the night between two."""
    if timex.relation != "in" or timex.earliest is None or timex.latest is None:
        return False
    return (timex.latest - timex.earliest).days <= 2


def _opens(sent: Sentence, timex: Timex) -> bool:
    """Does the sentence begin with this day, set off by a comma (*Le 5 juillet, la foule …*)?"""
    before = [t for t in sent.tokens if t.end <= timex.span.start]
    after = next((t for t in sent.tokens if t.start >= timex.span.end), None)
    return all(t.upos in {"ADP", "DET", "ADV", "CCONJ"} for t in before) and after is not None and after.text == ","


def _is_topic(sent: Sentence, timex: Timex, language: Language) -> bool:
    """Is the day what the sentence speaks of (*La journée du 5 juillet ne fut pas la même pour tous*)?"""
    head = head_of(sent, timex.span)
    if head is None:
        return False
    noun = sent.tokens[head.head] if head.rel == "nmod" else head
    return noun.rel == "nsubj" and noun.lemma in language.words("particles", "days")


def _dated(claim: Claim, sent: Sentence, day: Timex | None) -> Claim:
    if day is None or claim.according_to.value or claim.status.value != "stated":
        return claim
    is_present = claim.when.by == "rule present"  # the present of a paragraph that tells another day
    if not is_present and (claim.when.value is not None or not _is_told(claim, sent)):
        return claim
    return replace(claim, when=Cell(day, (day.span,), BY))


def _is_told(claim: Claim, sent: Sentence) -> bool:
    """Is it news here: a verb in no earlier past, or a noun without a definite article?"""
    token = next((t for t in sent.tokens if claim.trigger.start <= t.start < claim.trigger.end), None)
    if token is None:
        return False
    if token.upos in {"VERB", "AUX"}:
        helpers = [t for t in sent.dependents(token.i) if t.rel == "aux"]
        return token.rel not in {"acl", "advcl"} and not any(t.feats.get("Tense") == "Imp" for t in helpers)
    return not any(d.feats.get("Definite") == "Def" or d.feats.get("PronType") in {"Dem", "Prs"} for d in sent.dependents(token.i, "det"))
