"""A reading as a table for the terminal, as wide as the terminal allows; in colour only when it is asked for."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from selon.exports.labels import (
    chronological,
    claim_when,
    headline,
    one_line,
    parties_label,
    published_label,
    sources_label,
    summary,
    type_label,
    what_label,
    words_of,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from selon.exports.labels import Words
    from selon.model.claim import Claim
    from selon.model.reading import Reading

STATUS_STYLES = {
    "denied": "red", "feared": "magenta", "wanted": "yellow", "planned": "blue", "possible": "cyan",
    "shown": "green", "quoted": "default", "reported": "default", "stated": "bold",
}  # fmt: skip
NARROW = 76
"""Below this many columns six cells beside each other would break words; a claim then takes three lines."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def render(reading: Reading, *, width: int, colour: bool = False) -> str:
    """The chronology under its headline: when, who → whom, what, where, according to whom, how sure."""
    words = words_of(reading.document.lang)
    body = _blocks(reading, words) if width < NARROW else _table(reading, words)
    parts: list[RenderableType] = [title(reading, words)]
    return draw(Group(*parts, *(["", body] if reading.claims else [])), width=width, colour=colour)


def draw(renderable: RenderableType, *, width: int, colour: bool) -> str:
    """The characters of something rich can draw, without spaces at the ends of lines."""
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None, no_color=not colour,
        highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    with console.capture() as capture:
        console.print(renderable)
    return "\n".join(line.rstrip() for line in capture.get().split("\n"))


def clean(text: str) -> str:
    """The text without what could command a terminal or turn the order of its characters; as long as before."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def title(reading: Reading, words: Words) -> RenderableType:
    """Headline, outlet, publication date and the line of summary."""
    document = reading.document
    published = published_label(document.published, words)
    facts = [document.outlet or "", published]
    lines = [Text(clean(headline(document)), style="bold")]
    if any(facts):
        lines.append(Text(clean(" · ".join(fact for fact in facts if fact)), style="dim"))
    return Group(*lines, Text(summary(reading, words), style="dim"))


def number(claim: Claim) -> str:
    """The number of a claim as the table shows it and `--explain` takes it."""
    return claim.id.removeprefix("c")


def status_text(claim: Claim, words: Words) -> Text:
    """The status word in its colour."""
    return Text(words.of("statuses", claim.status.value), style=STATUS_STYLES.get(claim.status.value, "default"))


def _table(reading: Reading, words: Words) -> Table:
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0), header_style="dim")
    table.add_column("#", justify="right", style="dim", no_wrap=True)
    table.add_column(words["when"], max_width=17)
    table.add_column(words["who"], ratio=4)
    table.add_column(words["what"], ratio=4)
    table.add_column(words["where"], ratio=2)
    table.add_column(words["according_to"], ratio=3)
    table.add_column(words["status"], no_wrap=True)
    shown = ""
    for claim in chronological(reading.claims):
        when = claim_when(claim, reading.document.text, words)
        if shown and when != shown:
            table.add_section()
        table.add_row(number(claim), Text("" if when == shown else clean(when)), *_cells(claim, reading, words))
        shown = when
    return table


def _cells(claim: Claim, reading: Reading, words: Words) -> tuple[Text, ...]:
    return (_parties(claim, words), _what(claim, reading), _where(claim, words), _sources(claim, words), status_text(claim, words))


def _parties(claim: Claim, words: Words) -> Text:
    return Text(clean(parties_label(claim, words)))


def _what(claim: Claim, reading: Reading) -> Text:
    what = Text(clean(what_label(claim, reading.document.text)), style="bold")
    return what.append(f" ({type_label(claim)})", style="not bold dim")


def _where(claim: Claim, words: Words) -> Text:
    place = claim.place.value
    return Text(words["nobody"], style="dim") if place is None else Text(clean(one_line(place.name)))


def _sources(claim: Claim, words: Words) -> Text:
    return Text(clean(sources_label(claim, words)), style="" if claim.according_to.value else "dim")


def _blocks(reading: Reading, words: Words) -> Group:
    """For a narrow terminal: each claim on a few lines of its own."""
    return Group(*(block for claim in chronological(reading.claims) for block in _block(claim, reading, words)))


def _block(claim: Claim, reading: Reading, words: Words) -> tuple[RenderableType, ...]:
    when = clean(claim_when(claim, reading.document.text, words))
    head = Text.assemble("\n", (f"{number(claim)}  ", "dim"), when, " · ", status_text(claim, words))
    line = Text.assemble(_parties(claim, words), " : ", _what(claim, reading))
    if claim.place.value is not None:
        line.append(" · ").append_text(_where(claim, words))
    source = Text.assemble((f"{words['according_to']} ", "dim"), _sources(claim, words))
    return head, Padding(line, (0, 0, 0, 3)), Padding(source, (0, 0, 0, 3))
