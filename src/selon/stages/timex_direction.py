"""Past or future: what the tree says about the verb that governs an expression of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.timex_grammar import compiled

if TYPE_CHECKING:
    from selon.model.span import Span
    from selon.model.syntax import Sentence, Token
    from selon.stages.timex_grammar import TimexGrammar

STEPS = 8


def direction_of(sent: Sentence, span: Span, grammar: TimexGrammar, text: str) -> tuple[str, int | None]:
    """past, present, future or none, and the index of the verb that says so.

    The verb is the one that governs the expression.  A complement of a noun (*les élections du 6 avril*) takes the tense of a verb
    only through a subject: the date of a noun says nothing of the verb that has this noun as object.
    """
    head = head_of(sent, span)
    if head is None:
        return "none", None
    nominal = compiled(grammar.nominal).search(text[sent.start : span.start]) is not None
    token = head
    for _ in range(STEPS):
        if token.head == token.i:
            return _tense(sent, token, grammar) if _is_predicate(sent, token) and token is not head else ("none", None)
        governor = sent.tokens[token.head]
        if governor.lemma in grammar.cues["future_adjectives"] and _is_participle(sent, governor):
            return "future", governor.i
        if governor.lemma in grammar.cues["postponing"] and compiled(grammar.aim).search(text[sent.start : span.start]) is not None:
            return "future", governor.i
        if governor.lemma in grammar.cues["past_adjectives"] and _is_participle(sent, governor):
            return "past", governor.i
        if _is_predicate(sent, governor):
            if nominal and token is not head and token.rel not in {"nsubj", "csubj"}:
                return "none", None
            return _tense(sent, governor, grammar)
        if not nominal and governor.upos in {"NOUN", "PROPN"} and _cue(sent, governor, grammar):
            return _cue(sent, governor, grammar), governor.i
        token = governor
    return "none", None


def _is_participle(sent: Sentence, token: Token) -> bool:
    """Is it an adjective or a participle that is no part of a perfect (*est prévu*, not *a prévu*)?"""
    if token.upos == "ADJ":
        return True
    return token.feats.get("VerbForm") == "Part" and not any(child.dep == "aux:tense" for child in sent.dependents(token.i))


def head_of(sent: Sentence, span: Span) -> Token | None:
    """The token of an expression that hangs on something outside it."""
    inside = [token for token in sent.tokens if token.start < span.end and span.start < token.end]
    indices = {token.i for token in inside}
    return next((token for token in inside if token.head not in indices or token.head == token.i), None)


def _cue(sent: Sentence, noun: Token, grammar: TimexGrammar) -> str:
    """The direction an adjective or participle gives its noun: *la réunion prévue mardi*, *le prochain sommet*."""
    for child in sent.dependents(noun.i, "amod", "acl"):
        if child.lemma in grammar.cues["future_adjectives"]:
            return "future"
        if child.lemma in grammar.cues["past_adjectives"]:
            return "past"
    return ""


def _is_predicate(sent: Sentence, token: Token) -> bool:
    return token.upos in {"VERB", "AUX"} or any(sent.tokens[c].rel == "cop" for c in sent.children[token.i])


def _tense(sent: Sentence, verb: Token, grammar: TimexGrammar, steps: int = STEPS) -> tuple[str, int | None]:
    """The tense of a predicate: of its finite form, else of what an infinitive or participle hangs on."""
    helpers = [token for token in sent.dependents(verb.i) if token.rel in {"aux", "cop"}]
    finite = next((token for token in (verb, *helpers) if token.feats.get("VerbForm") == "Fin" or token.feats.get("Mood")), None)
    is_perfect = any(token.dep == "aux:tense" for token in helpers)
    if verb.lemma in grammar.cues["future_adjectives"] and verb.feats.get("VerbForm") == "Part" and not is_perfect:
        return "future", verb.i
    if finite is not None:
        return _finite(sent, verb, finite, grammar, is_perfect=is_perfect), verb.i
    form = verb.feats.get("VerbForm")
    if is_perfect or (form == "Part" and verb.feats.get("Tense") == "Past" and not helpers):
        return "past", verb.i
    if verb.head == verb.i or steps == 0:
        return "none", verb.i
    governor = sent.tokens[verb.head]
    if governor.lemma in grammar.cues["past_governors"]:
        return "past", verb.i
    tense, _ = _tense(sent, governor, grammar, steps - 1) if _is_predicate(sent, governor) else ("none", None)
    if form == "Inf" and governor.lemma in grammar.cues["modals"] and any(c.dep == "aux:tense" for c in sent.dependents(governor.i)):
        return tense, verb.i
    if form == "Inf" and governor.lemma in grammar.cues["future_governors"]:
        return ("present" if tense == "past" else "future"), verb.i  # *avait promis de venir mardi*: the nearest Tuesday
    if form == "Inf" and governor.upos in {"NOUN", "ADJ"}:
        return "future", verb.i
    return tense, verb.i


def _finite(sent: Sentence, verb: Token, finite: Token, grammar: TimexGrammar, *, is_perfect: bool) -> str:
    mood, tense = finite.feats.get("Mood"), finite.feats.get("Tense")
    if mood == "Cnd":
        return "past" if is_perfect else "future"
    if mood == "Imp":
        return "future"
    if mood == "Sub":
        return "past" if is_perfect else "future"
    if tense == "Fut":
        return "future"
    if tense in {"Past", "Imp"}:
        return "past"
    if tense == "Pres" and is_perfect:
        return "past"
    if tense == "Pres":
        is_modal = verb.lemma in grammar.cues["future_governors"] and any(
            token.feats.get("VerbForm") == "Inf" for token in sent.dependents(verb.i)
        )
        return "future" if is_modal else "present"
    return "none"
