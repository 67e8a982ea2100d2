"""Readings as one page: the chronology beside the article, each row tied to its words.

The page asks for nothing outside itself, and reads without JavaScript.  All offsets are turned into segments here, so the script never
counts characters.  Whatever comes from an article is escaped by the template; the policy of the page allows only its own style and
script, by their hashes.
"""

from __future__ import annotations

import functools
import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from selon.exports.explain import explained
from selon.exports.labels import (
    chronological,
    claim_when,
    headline,
    one_line,
    parties_label,
    published_label,
    sources_label,
    type_label,
    what_label,
    words_of,
)
from selon.exports.segments import LAYERS, Mark, Segment, cut, evidence_of
from selon.exports.wording import COLUMNS as WORDING_COLUMNS
from selon.exports.wording import rows as wording_rows
from selon.model.wording import VOICES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from selon.exports.labels import Words
    from selon.model.claim import Claim
    from selon.model.reading import Reading
    from selon.model.wording import Wording

COLUMNS = ("when", "who", "what", "where", "according_to", "status")
WORDING = "w"
"""Labels of loaded words begin with it; those of claims hold a full stop."""
_NEWLINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the chronology, in words; `key` is its name in the page, `again` says that its date is the one above."""

    key: str
    number: str
    when: str
    again: bool
    parties: str
    what: str
    type: str
    where: str
    sources: str
    is_own_voice: bool
    status: str
    status_word: str
    cells: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article: what it is to which claims (`d1-c3.what`), where the marks begin, the claim it tells, and its anchors.

    `voice` and `hint` are those of the loaded words it belongs to; empty for others.
    """

    text: str
    marks: str
    starts: str
    href: str
    status: str
    anchors: tuple[str, ...]
    voice: str
    hint: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article, or the line ends between two (`is_gap`)."""

    text: str
    is_gap: bool
    is_headline: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """A line of the key."""

    key: str
    word: str
    count: int
    meaning: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A line of the key to loaded words."""

    key: str
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """One article of the page."""

    key: str
    lang: str
    headline: str
    facts: tuple[str, ...]
    url: str
    statuses: tuple[Status, ...]
    voices: tuple[Voice, ...]
    rows: tuple[Row, ...]
    wording: tuple[tuple[str, ...], ...]
    paragraphs: tuple[Paragraph, ...]
    made_by: str


def render(readings: Sequence[Reading]) -> str:
    """The page of one or more readings; its own words are in the language of the first."""
    words = words_of(readings[0].document.lang if readings else "en")
    css, js = _own("page.css"), _own("page.js")
    layers = {layer: words.of("layers", layer) for layer in LAYERS}
    return _template().render(
        words=words,
        columns=COLUMNS,
        wording_columns=WORDING_COLUMNS,
        reports=[_report(reading, f"d{i}", words) for i, reading in enumerate(readings, start=1)],
        generator=f"selon {readings[0].version}" if readings else "selon",
        css=Markup(css),  # noqa: S704 our own file
        css_hash=_hash(css),
        js=Markup(js),  # noqa: S704 our own file
        js_hash=_hash(js),
        layers=Markup(msgspec.json.encode(layers).decode("utf-8").replace("<", "\\u003c")),  # noqa: S704 our own words
    )


def _own(name: str) -> str:
    return files("selon.exports").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode('utf-8')).digest()).decode('ascii')}"


@functools.cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_own("page.html.jinja"))


def _report(reading: Reading, key: str, words: Words) -> Report:
    document = reading.document
    dated = published_label(document.published, words)
    facts = (document.outlet or "", dated, words.count("claims", len(reading.claims)) if reading.claims else "")
    return Report(
        key=key,
        lang=document.lang,
        headline=headline(document),
        facts=tuple(fact for fact in facts if fact),
        url=document.url if document.url and document.url.startswith(("https://", "http://")) else "",
        statuses=_statuses(reading, words),
        voices=_voices(reading, words),
        rows=tuple(_rows(reading, key, words)),
        wording=tuple(wording_rows(reading, words)),
        paragraphs=tuple(_paragraphs(reading, key, words)),
        made_by=words["made_by"].format(version=reading.version, pipeline=reading.pipeline),
    )


def _statuses(reading: Reading, words: Words) -> tuple[Status, ...]:
    found = [claim.status.value for claim in reading.claims]
    return tuple(
        Status(status, word, found.count(status), words.of("status_meanings", status))
        for status, word in words.table["statuses"].items()
        if status in found
    )


def _voices(reading: Reading, words: Words) -> tuple[Voice, ...]:
    found = [wording.voice for wording in reading.wording]
    return tuple(Voice(voice, words.of("voices", voice), found.count(voice)) for voice in VOICES if voice in found)


def _rows(reading: Reading, key: str, words: Words) -> Iterator[Row]:
    above = ""
    for claim in chronological(reading.claims):
        when, place = claim_when(claim, reading.document.text, words), claim.place.value
        yield Row(
            key=f"{key}-{claim.id}",
            number=claim.id.removeprefix("c"),
            when=when,
            again=when == above,
            parties=parties_label(claim, words),
            what=what_label(claim, reading.document.text),
            type=type_label(claim),
            where=words["nobody"] if place is None else one_line(place.name),
            sources=sources_label(claim, words),
            is_own_voice=not claim.according_to.value,
            status=claim.status.value,
            status_word=words.of("statuses", claim.status.value),
            cells=explained(claim, reading, words),
        )
        above = when


def _paragraphs(reading: Reading, key: str, words: Words) -> Iterator[Paragraph]:
    """The whole text: paragraphs, and between them the line ends as they are."""
    text = reading.document.text
    loaded = {f"{WORDING}{i}": wording for i, wording in enumerate(reading.wording)}
    marks = sorted(
        [
            *(
                Mark(start, end, f"{key}-{claim.id}.{layer}")
                for claim in reading.claims
                for start, end, layer in evidence_of(claim, reading)
            ),
            *(Mark(*wording.span, label) for label, wording in loaded.items()),
        ]
    )
    triggers = {f"{key}-{claim.id}.what": claim for claim in reading.claims}
    title = headline(reading.document)
    start = 0
    for gap in (*_NEWLINES.finditer(text), None):
        end = len(text) if gap is None else gap.start()
        if end > start:
            inside = [mark for mark in marks if mark.start < end and mark.end > start]
            pieces = tuple(_piece(segment, text, triggers, loaded, words) for segment in cut(start, end, inside))
            yield Paragraph(text[start:end], False, one_line(text[start:end]) == title, pieces)
        if gap is not None:
            yield Paragraph(gap[0], True, False, ())
            start = gap.end()


def _piece(segment: Segment, text: str, triggers: dict[str, Claim], loaded: dict[str, Wording], words: Words) -> Piece:
    told = [label for label in segment.labels if label in triggers]
    begun = [label for label in told if triggers[label].trigger.start == segment.start]
    wording = next((loaded[label] for label in segment.labels if label in loaded), None)
    return Piece(
        text=text[segment.start : segment.end],
        marks=" ".join(label for label in segment.labels if label not in loaded),
        starts=" ".join(label for label in segment.starts if label not in loaded),
        href=told[0].partition(".")[0] if told else "",
        status=triggers[told[0]].status.value if told else "",
        anchors=tuple(f"{label.partition('.')[0]}-words" for label in begun),
        voice="" if wording is None else wording.voice,
        hint="" if wording is None else _hint(wording, words),
    )


def _hint(wording: Wording, words: Words) -> str:
    """*étiquette · l’article · gouvernement, autorités*."""
    return " · ".join(part for part in (words.of("wording_kinds", wording.kind), words.of("voices", wording.voice), wording.note) if part)
