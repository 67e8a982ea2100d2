"""What mood and tense of a verb group say about the happening that it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.predications import finite_verb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selon.model.conditional import Conditional
    from selon.model.syntax import Sentence, Token
    from selon.stages.factuality_axes import Axes


def read_tense(sent: Sentence, token: Token, axes: Axes, conditionals: Mapping[int, Conditional]) -> None:
    """Mood and tense of the verb group; an infinitive or participle says nothing by itself."""
    verb = finite_verb(sent, token.i)
    feats = verb.feats
    if feats.get("Mood") == "Sub":
        return  # *que l'armée quitte la ville*: the governor says when
    if feats.get("Mood") == "Imp":
        axes.set("attitude", "demand", verb.span, "rule imperative")
    elif feats.get("Mood") == "Cnd":
        _conditional(verb, conditionals.get(verb.i), axes)
    elif feats.get("VerbForm") != "Fin" and verb is token:
        participle = feats.get("VerbForm") == "Part" and feats.get("Tense") == "Past"
        if participle and not any(sent.tokens[c].rel in {"aux", "cop"} for c in sent.children[token.i]):  # not *doit être combattu*
            axes.set("time", "past", verb.span, "rule tense")
    else:
        time = time_of(sent, token)
        if time is not None:
            axes.set("time", time, verb.span, "rule tense")


def time_of(sent: Sentence, token: Token) -> str | None:
    """past, ongoing or future by the finite form of the verb group: *a signé* is past, *est signé* ongoing."""
    verb = finite_verb(sent, token.i)
    tense = verb.feats.get("Tense")
    if tense == "Fut":
        return "future"
    perfect = verb is not token and verb.lemma in {"avoir", "être"} and verb.dep == "aux:tense"
    if tense in {"Past", "Imp"} or (perfect and tense == "Pres"):
        return "past"
    if tense != "Pres":
        return None
    return "past" if verb.dep == "aux:pass" and any(sent.tokens[c].dep == "aux:tense" for c in sent.children[token.i]) else "ongoing"


def _conditional(verb: Token, reading: Conditional | None, axes: Axes) -> None:
    """Hearsay says so by itself; a future of the past was to come; all else is possible, a question open."""
    if reading is None:
        return
    if reading.reading == "hearsay":
        axes.set("time", "past" if verb.rel == "aux" else "none", verb.span, reading.by)
        axes.set("hearsay", "hearsay", verb.span, reading.by)
    elif reading.reading == "future_in_past":
        axes.set("time", "future", verb.span, reading.by)
    else:
        axes.set("certainty", "possible" if reading.reading != "question" else "uncommitted", verb.span, reading.by)
