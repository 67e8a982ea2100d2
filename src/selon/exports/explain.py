"""Why a row says what it says: the sentence with its words marked, and what decided each cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from selon.exports.contract import cells_of
from selon.exports.labels import chronological, claim_when, names, one_line, parties_label, sources_label, type_label, when_label, words_of
from selon.exports.segments import Mark, cut, evidence_of
from selon.exports.table import clean, draw, number, status_text
from selon.model.timex import Timex
from selon.model.toponym import Toponym

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from selon.exports.labels import Words
    from selon.model.cell import Cell
    from selon.model.claim import Claim
    from selon.model.reading import Reading
    from selon.model.span import Span

SIGNS = {"source": ("{", "}", "green"), "cue": ("<", ">", "yellow"), "what": ("[", "]", "bold underline")}
"""The marks of the lexicons' examples, so that a sentence can be carried over into a row."""


def evidence(reading: Reading, *, width: int, colour: bool = False) -> str:
    """Every claim's sentence in the order of the table, with trigger, source and cue marked."""
    words = words_of(reading.document.lang)
    legend = Text.assemble(*(part for layer in SIGNS for part in (_signed(words.of("layers", layer), layer), "  ")), style="dim")
    parts = [part for claim in chronological(reading.claims) for part in _sentence(claim, reading, words)]
    return draw(Group("", legend, *parts), width=width, colour=colour)


def explain(reading: Reading, claim: Claim, *, width: int, colour: bool = False) -> str:
    """One claim: its sentence, then every cell with its value, the words it rests on, and the row or rule that decided it."""
    words = words_of(reading.document.lang)
    parts = (*_sentence(claim, reading, words), "", _cells(claim, reading, words))
    return draw(Group(*parts), width=width, colour=colour).lstrip("\n")


def _sentence(claim: Claim, reading: Reading, words: Words) -> tuple[RenderableType, ...]:
    facts = (
        claim_when(claim, reading.document.text, words),
        parties_label(claim, words),
        type_label(claim),
        f"{words['according_to']} {sources_label(claim, words)}",
    )
    head = Text.assemble("\n", (f"{number(claim)}  ", "dim"), clean(" · ".join(facts)), " · ", status_text(claim, words))
    return head, Padding(marked(claim, reading), (0, 0, 0, 3))


def marked(claim: Claim, reading: Reading) -> Text:
    """The sentence of a claim with `[trigger]`, `{source}` and `<cue>`; a source or cue of another sentence is put before it.

    The signs stand there in colour too, so that nothing hangs on colour alone.
    """
    sentence = reading.sentences[claim.sentence]
    marks = tuple(Mark(*mark) for mark in evidence_of(claim, reading) if mark.label in SIGNS)
    before = [mark for mark in marks if mark.end <= sentence.start or mark.start >= sentence.end]
    result = Text()
    for mark in before:
        result.append_text(_signed(clean(one_line(reading.document.text[mark.start : mark.end])), mark.label)).append(" … ")
    return result.append_text(_signed_stretch(reading.document.text, sentence, marks))


def _signed_stretch(text: str, sentence: Span, marks: tuple[Mark, ...]) -> Text:
    result = Text()
    for segment in cut(*sentence, marks):
        style = " ".join(SIGNS[label][2] for label in segment.labels)
        ends = [mark.label for mark in marks if min(mark.end, sentence.end) == segment.end and mark.label in segment.labels]
        opening = "".join(SIGNS[label][0] for label in segment.starts)
        closing = "".join(SIGNS[label][1] for label in sorted(set(ends), key=segment.labels.index, reverse=True))
        words = clean(text[segment.start : segment.end]).replace("\n", " ")
        result.append(opening, "dim").append(words, style).append(closing, "dim")
    return result


def _signed(text: str, layer: str) -> Text:
    opening, closing, style = SIGNS[layer]
    return Text.assemble(opening, (text, style), closing)


def _cells(claim: Claim, reading: Reading, words: Words) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for key, ratio in (("cell", 2), ("value", 4), ("words", 5), ("rule", 3)):
        table.add_column(words[key], ratio=ratio, overflow="fold")
    for name, value, quoted, by in explained(claim, reading, words):
        table.add_row(*(Text(clean(part)) for part in (name, value, quoted, by)))
    return table


def explained(claim: Claim, reading: Reading, words: Words) -> tuple[tuple[str, str, str, str], ...]:
    """Name, value, words and deciding row of every cell, then of every attribution of the chain."""
    text = reading.document.text
    rows = [(words.of("cells", "trigger"), one_line(claim.trigger.of(text)), quote((claim.trigger,), text), claim.type.by)]
    for name, cell in cells_of(claim).items():
        rows.append((words.of("cells", name), value_label(name, cell, words), quote(cell.evidence, text), by_label(cell.by, words)))
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    for party in claim.according_to.value:
        attribution = attributions.get(party.attribution or "")
        if attribution is not None:
            value = f"{attribution.source_name or words['unnamed_source']} ({attribution.attitude}, {attribution.stance})"
            name = f"{words['according_to']} {attribution.id}"
            rows.append((name, value, quote((*attribution.source, *attribution.cue), text), by_label(attribution.by, words)))
    return tuple(rows)


def value_label(name: str, cell: Cell[Any], words: Words) -> str:
    """What a cell says, as text; a dash when the text does not say."""
    value = cell.value
    if isinstance(value, Timex):
        return f"{when_label(value, words)} ({value.value})"
    if isinstance(value, Toponym):
        return f"{value.name} ({value.id or value.kind})"
    if isinstance(value, tuple):
        return names(value) or words["nobody"]
    if name == "status":
        return words.of("statuses", value)
    return words["nobody"] if value is None else str(value)


def by_label(by: str, words: Words) -> str:
    """The row, model or rule; the word for *default* when nothing in the text decided."""
    return words["default"] if by == "default" else by


def quote(spans: Iterable[Span], text: str) -> str:
    """The words themselves, each stretch in quotation marks."""
    return " ".join(f"“{one_line(span.of(text))}”" for span in dict.fromkeys(spans))
