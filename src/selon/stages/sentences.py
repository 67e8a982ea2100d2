"""Paragraphs, headings and sentences, from the characters alone.

Sentences are cut before syntax, by punctuation: on raw Sequoia test this is the better cut for news than the
parser's own, and a quotation of several sentences stays readable sentence by sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.model.span import Span

if TYPE_CHECKING:
    from selon.lang.language import Language

_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*\n")
_LINE = re.compile(r"[^\n]+")
_FINAL = ".!?…"
_CLOSING = "»”\"’')]"
_OPENING = "«“\"„‹‘'([—–-"
_END = re.compile(rf"(?:[!?…]+|\.+)(?:[ \u00a0\u202f]?[{re.escape(_CLOSING)}])*(?=\s|$|[«“])")
_NUMBER = re.compile(r"\d$")
SHORT_LINE = 60
"""A line of fewer characters that ends without a stop is taken as a line of its own, not as wrapped text."""


LONGEST = 2000
"""No sentence of news is longer; what is, is cut so that one line of a megabyte costs no more than its length."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One sentence: its span, its paragraph, and whether it is a heading."""

    span: Span
    paragraph: int
    is_heading: bool


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    """Words with a stop that ends no sentence: always, or only before a number (*vol. 3*, but *un vol. Selon …*)."""

    always: frozenset[str]
    before_number: frozenset[str]

    def hold(self, word: str, following: str) -> bool:
        return word in self.always or (word in self.before_number and (following.isdigit() or following in "IVX"))


def cut_sentences(text: str, language: Language, *, start: int = 0) -> tuple[Cut, ...]:
    """The sentences of a text from `start` on, in order; white space around them belongs to none."""
    cuts: list[Cut] = []
    for number, paragraph in enumerate(_paragraphs(text, start)):
        heading = _is_heading(text, paragraph)
        spans = [paragraph] if heading else _sentences(text, paragraph, language)
        cuts.extend(Cut(span, number, heading) for span in spans)
    return tuple(cuts)


def _paragraphs(text: str, start: int) -> list[Span]:
    """Blocks between blank lines, cut further where a single line break is a break and not wrapped text."""
    found: list[Span] = []
    position = start
    blocks = [m.span() for m in _BLANK_LINE.finditer(text, start)]
    for left, right in [*blocks, (len(text), len(text))]:
        found.extend(_lines(text, position, left))
        position = right
    return found


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines = [_strip(text, *m.span()) for m in _LINE.finditer(text, start, end)]
    lines = [line for line in lines if line.end > line.start]
    if not lines:
        return []
    longest = max(line.end - line.start for line in lines)
    joined: list[Span] = [lines[0]]
    for line in lines[1:]:
        last = joined[-1]
        tail = text[last.end - 1]
        length = last.end - max(last.start, text.rfind("\n", 0, last.end) + 1)
        wrapped = tail not in _FINAL + _CLOSING + ":" and length >= max(SHORT_LINE, 0.7 * longest)
        if wrapped or (tail == "," or text[line.start].islower()):
            joined[-1] = Span(last.start, line.end)
        else:
            joined.append(line)
    return joined


def _strip(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _is_heading(text: str, span: Span) -> bool:
    """A short block of its own without a stop at its end."""
    return span.end - span.start < 120 and text[span.end - 1] not in _FINAL + _CLOSING + ":;,"


def _sentences(text: str, paragraph: Span, language: Language) -> list[Span]:
    settings = language.settings["sentences"]
    abbreviations = _Abbreviations(frozenset(settings["abbreviations"]), frozenset(settings["before_number"]))
    found: list[Span] = []
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        if end >= paragraph.end:
            break
        if _ends_here(text, start, match.start(), end, abbreviations, initials=settings["initials"]):
            span = _strip(text, start, end)
            if span.end > span.start:
                found.append(span)
            start = end
    last = _strip(text, start, paragraph.end)
    if last.end > last.start:
        found.append(last)
    return [piece for span in found for piece in _capped(text, span)]


def _capped(text: str, span: Span) -> list[Span]:
    """A sentence of more than `LONGEST` characters cut at blanks: tables and lists without a stop are no sentences."""
    pieces: list[Span] = []
    start = span.start
    while span.end - start > LONGEST:
        cut = max(text.rfind(mark, start, start + LONGEST) for mark in ("\n", "; ", ", ", " "))
        cut = cut + 1 if cut > start else start + LONGEST
        pieces.append(_strip(text, start, cut))
        start = cut
    pieces.append(_strip(text, start, span.end))
    return [piece for piece in pieces if piece.end > piece.start]


def _ends_here(text: str, start: int, stop: int, end: int, abbreviations: _Abbreviations, *, initials: bool) -> bool:
    """Does the stop at `stop` end a sentence?"""
    after = text[end:].lstrip(" \u00a0\u202f\n\t")[:3] if end < len(text) else ""
    if not after:
        return True
    following = after.lstrip(_OPENING + " \u00a0\u202f")[:1] or after[0]
    if following.islower() or after[0] in ",;:)»”":
        return False
    word_start = (
        max(
            text.rfind(" ", start, stop),
            text.rfind("\n", start, stop),
            text.rfind("\u00a0", start, stop),
            text.rfind("(", start, stop),
            start - 1,
        )
        + 1
    )
    word = text[word_start : stop + 1]
    if text[stop] == ".":
        if abbreviations.hold(word.lstrip("«“\"'("), following):
            return False
        letters = word.rstrip(".").split("'")[-1].split("’")[-1]
        if initials and len(letters) == 1 and letters.isupper():
            return False
        if _NUMBER.search(letters) and following.isdigit():
            return False
    return True
