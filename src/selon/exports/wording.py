"""The loaded words of a reading as a table for the terminal or as Markdown, the author's own first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from selon.exports.labels import one_line, voice_label, words_of
from selon.exports.markdown import escape
from selon.exports.table import clean, draw
from selon.model.wording import VOICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selon.exports.labels import Words
    from selon.model.reading import Reading

COLUMNS = ("words", "kind", "voice", "note", "rule")
_RATIOS = (4, 3, 4, 5, 3)


def render(reading: Reading, *, width: int, colour: bool = False) -> str:
    """Every loaded word with its kind, its voice, what would not judge, and its row."""
    words = words_of(reading.document.lang)
    if not reading.wording:
        return draw(Group("", Text(words["no_wording"], style="dim")), width=width, colour=colour)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    for column, ratio in zip(COLUMNS, _RATIOS, strict=True):
        table.add_column(words[column], ratio=ratio, overflow="fold")
    for row in rows(reading, words):
        table.add_row(*(Text(clean(cell)) for cell in row))
    return draw(Group("", Text(words["wording"], style="bold"), table), width=width, colour=colour)


def render_markdown(reading: Reading) -> str:
    """The same as a Markdown table; empty without loaded words."""
    words = words_of(reading.document.lang)
    if not reading.wording:
        return ""
    head = [f"| {' | '.join(words[column] for column in COLUMNS)} |", "|---" * len(COLUMNS) + "|"]
    body = [f"| {' | '.join(escape(cell) for cell in row)} |" for row in rows(reading, words)]
    return "\n".join((f"\n### {words['wording']}", "", *head, *body)) + "\n"


def rows(reading: Reading, words: Words) -> Iterator[tuple[str, ...]]:
    """The cells of each loaded word: those of the author first, then in the order of the text."""
    for wording in sorted(reading.wording, key=lambda w: (VOICES.index(w.voice) > 0, w.span)):
        yield (
            one_line(wording.span.of(reading.document.text)),
            words.of("wording_kinds", wording.kind),
            voice_label(wording, reading, words),
            wording.note,
            wording.by,
        )
