"""Sentences made by hand, so that a stage can be tested without a parser."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from selon.lang.language import Language, load_language
from selon.model.span import Span
from selon.model.syntax import Sentence, Token
from selon.stages.sentences import Cut, cut_sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_BLANK_AFTER = ("'", "’", "(")
_NO_BLANK_BEFORE = (",", ".", ")")


@cache
def french() -> Language:
    """The French folder, read once."""
    return load_language("fr")


def sentence(conll: str, *, i: int = 0, start: int = 0) -> Sentence:
    """A sentence from lines `form lemma UPOS head relation [features]`; heads count from 1, 0 is the root.

    Words are set apart by one blank, except after an apostrophe and before a comma or full stop.

    >>> sent = sentence("L' le DET 2 det\\narmée armée NOUN 3 nsubj\\navance avancer VERB 0 root Mood=Ind|Tense=Pres")
    >>> [token.span for token in sent.tokens], sent.root.feats["Mood"]
    ([Span(start=0, end=2), Span(start=2, end=7), Span(start=8, end=14)], 'Ind')
    """
    rows = [line.split() for line in conll.strip().splitlines()]
    tokens: list[Token] = []
    end = start
    for n, (form, lemma, upos, head, dep, *feats) in enumerate(rows):
        joined = n == 0 or form in _NO_BLANK_BEFORE or tokens[-1].text.endswith(_NO_BLANK_AFTER)
        begin = end if joined else end + 1
        end = begin + len(form)
        tokens.append(Token(n, begin, end, form, lemma, upos, _features(feats), int(head) - 1 if head != "0" else n, dep))
    children = tuple(tuple(t.i for t in tokens if t.head == n and t.i != n) for n in range(len(tokens)))
    return Sentence(i, 0, False, start, end, tuple(tokens), children)


def _features(cells: list[str]) -> Mapping[str, str]:
    return dict(pair.split("=") for pair in cells[0].split("|")) if cells else {}


def text_of(sent: Sentence) -> str:
    """The characters of a sentence made by hand, blank up to its start."""
    text = " " * sent.start
    for token in sent.tokens:
        text += " " * (token.start - len(text)) + token.text
    return text


def at(sent: Sentence, form: str) -> int:
    """Index of the first token with this form."""
    return next(token.i for token in sent.tokens if token.text == form)


def forms(sent: Sentence, indices: tuple[int, ...]) -> list[str]:
    """The words at some indices."""
    return [sent.tokens[i].text for i in indices]


def cuts_of(text: str) -> tuple[Cut, ...]:
    """The sentences of a French text."""
    return cut_sentences(text, french())


def words_of(text: str, spans: tuple[Span, ...]) -> list[str]:
    """The characters of some spans."""
    return [span.of(text) for span in spans]
