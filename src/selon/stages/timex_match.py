"""Where the expressions of a sentence stand and what their words mean, before any day is known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from selon.model.span import Span
from selon.stages.timex_grammar import by_first_character, compiled, fold, triggers
from selon.stages.timex_meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selon.model.syntax import Sentence
    from selon.stages.timex_grammar import Rule, TimexGrammar

LOOK_BACK = 60
"""Characters before a trigger word in which the expression or its context may begin."""
_START = re.compile(r"(?<![\w-])\w|[(,\[](?=\W?\w)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_FIELDS = {field.name: str(field.type) for field in fields(Meaning)}
SHARED = ("year", "month", "way", "unit")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression of the text, its meaning, its relation with the direction this leans to, and the row that found it."""

    span: Span
    meaning: Meaning
    relation: str
    leans: str
    by: str


@dataclass(frozen=True, slots=True)
class _Hit:
    rule: Rule
    match: re.Match[str]

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """What it takes from other rows: its expressions, or for a trap all of it."""
        if self.rule.make == "trap":
            return (self.match.span(),)
        return tuple(self.match.span(f"span{n}") for n in range(1, self.rule.spans + 1) if self.match.start(f"span{n}") >= 0)

    @property
    def order(self) -> tuple[int, bool, int, int, int]:
        """Longest first; then traps, the longest context, the left, the row that stands earlier."""
        spans = self.spans
        covered = max(end for _, end in spans) - min(start for start, _ in spans)
        return (-covered, self.rule.make != "trap", self.match.start() - self.match.end(), self.match.start(), self.rule.rank)


def find_expressions(sent: Sentence, text: str, start: int, grammar: TimexGrammar) -> tuple[Found, ...]:
    """The expressions of one sentence in their order; nothing before the offset `start`."""
    piece = text[start : sent.end]
    hits = _hits(piece, grammar)
    if not hits:
        return ()
    taken: list[tuple[int, int]] = []
    found: list[Found] = []
    for hit in sorted(hits, key=lambda hit: hit.order):
        spans = hit.spans
        if any(a < end and b > begin for a, b in spans for begin, end in taken):
            continue
        if not _is_allowed(hit, sent, start):
            continue
        if hit.rule.make == "trap":
            taken += spans
            continue
        made = _expressions(hit, piece, start, grammar)
        if made:
            taken += spans
            found += made
    return tuple(sorted(found, key=lambda item: item.span))


def _hits(piece: str, grammar: TimexGrammar) -> list[_Hit]:
    """Matches of the rules that a word of the sentence sets off, tried at the starts of words up to `LOOK_BACK` before that word."""
    set_off = triggers(piece, grammar)
    if not set_off:
        return []
    starts = [match.start() for match in _START.finditer(piece)]
    hits = []
    tried: set[tuple[int, int]] = set()
    for place, ranks in set_off:
        table = by_first_character(ranks, grammar)
        anywhere = table.get("", ())
        for position in starts[bisect_left(starts, place - LOOK_BACK) : bisect_right(starts, place)]:
            for rule in (*table.get(piece[position].lower(), ()), *anywhere):
                if (rule.rank, position) in tried:
                    continue
                tried.add((rule.rank, position))
                match = compiled(rule.source).match(piece, position)
                if match is not None:
                    hits.append(_Hit(rule, match))
    return hits


def _is_allowed(hit: _Hit, sent: Sentence, start: int) -> bool:
    """Has the first word of the expression a part of speech that the row allows?"""
    if not hit.rule.upos:
        return True
    offset = hit.match.start("span1") + start
    token = next((token for token in sent.tokens if token.start <= offset < token.end), None)
    return token is None or token.upos in hit.rule.upos or token.upos in {"", "X", "_"}


def _expressions(hit: _Hit, piece: str, start: int, grammar: TimexGrammar) -> list[Found]:
    """The expressions of one match; an earlier one takes from the next what it leaves out (*les 6 et 13 avril*)."""
    found: list[Found] = []
    later: dict[str, str] = {}
    for n in range(hit.rule.spans, 0, -1):
        begin, end = hit.match.span(f"span{n}")
        if begin < 0:
            continue
        slots = slots_of(hit.match, n, grammar)
        values = _share(slots, later)
        meaning = meaning_of({**hit.rule.constants, "make": hit.rule.make, **values})
        if meaning is None:
            return []
        later = values
        relation, leans = _relation(piece[:begin], grammar)
        if n <= len(hit.rule.relation):
            relation = hit.rule.relation[n - 1]
        found.append(Found(Span(start + begin, start + end), meaning, relation or "in", leans, hit.rule.by))
    return found


def _share(slots: dict[str, str], later: dict[str, str]) -> dict[str, str]:
    """The slots of an expression with what it takes from the next; *du 30 décembre au 2 janvier 2013* begins in 2012."""
    values = {**{key: later[key] for key in SHARED if key in later}, **slots}
    if "year" in values and "year" not in slots and "month" in slots and "month" in later and int(slots["month"]) > int(later["month"]):
        values["year"] = str(int(values["year"]) - 1)
    return values


def _relation(before: str, grammar: TimexGrammar) -> tuple[str, str]:
    """The relation that the preposition before an expression gives, and the direction it leans to without a tense."""
    tail = before[-24:]
    for source, relation, leans, _ in grammar.relations:
        if compiled(source).search(tail) is not None:
            return relation, leans
    return "", ""


def slots_of(match: re.Match[str], n: int, grammar: TimexGrammar) -> dict[str, str]:
    """What the slots of the n-th expression hold: the value of a word, the first number, or the folded text."""
    slots: dict[str, str] = {}
    for group, content in match.groupdict().items():
        name, _, _running = group.rpartition("_")
        if content is None or not name.endswith(str(n)):
            continue
        slots.setdefault(name[: -len(str(n))], _value(name[: -len(str(n))], content, grammar))
    return slots


def _value(slot: str, content: str, grammar: TimexGrammar) -> str:
    plain = fold(content)
    for name in (slot, CLASS_OF_SLOT.get(slot, "")):
        words = grammar.words.get(name)
        if words is not None and plain in words:
            return words[plain]
    number = _NUMBER.search(plain.replace(" ", "") if plain[:1].isdigit() and not re.search(r"[^\d\s.,]", plain) else plain)
    return number.group().replace(",", ".") if number is not None else plain


CLASS_OF_SLOT = {"n": "number", "day": "number", "hour": "number", "index": "ordinal", "minute": "number", "year": "number"}


def meaning_of(values: Mapping[str, Any]) -> Meaning | None:
    """The meaning that slots and constants make; None when a field is out of its range.

    `way` may be a word that says two things (*dernier*: back, and the day itself excluded).
    """
    known: dict[str, Any] = {}
    for name, value in values.items():
        if name in _FIELDS and value is not None:
            known[name] = _typed(name, value)
    if str(values.get("way", "")) in {"-1", "1"} and known.get("make") in {"date", "weekday", "feast", "season"}:
        known.setdefault("strict", True)
    if "half" in values and known.get("n") is not None:
        known["n"] += float(values["half"])
    if "yy" in values and "year" not in known:
        known["year"] = _century_of(int(values["yy"]))
    if not _is_in_range(known):
        return None
    return Meaning(**known)


def _typed(name: str, value: Any) -> Any:
    if value == "X":
        return None
    kind = _FIELDS[name]
    if "bool" in kind or not isinstance(value, str):
        return value
    if "int" in kind:
        return int(float(value))
    return float(value) if "float" in kind else value


def _century_of(year: int) -> int:
    """*98* is 1998, *04* is 2004: newspapers shorten only the years about them."""
    return 1900 + year if year >= 30 else 2000 + year


def _is_in_range(known: Mapping[str, Any]) -> bool:
    bounds = {"month": (1, 12), "day": (1, 31), "weekday": (1, 7), "hour": (0, 24), "minute": (0, 59), "year": (0, 2999)}
    return all(low <= known[name] <= high for name, (low, high) in bounds.items() if name in known)
