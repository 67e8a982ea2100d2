"""A reading as Markdown: the chronology as a table, and on request the sentence behind each row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

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
from selon.exports.segments import Mark, cut

if TYPE_CHECKING:
    from selon.exports.labels import Words
    from selon.model.claim import Claim
    from selon.model.reading import Reading

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~$&])")
_COLUMNS = ("when", "who", "what", "where", "according_to", "status")


def escape(text: str) -> str:
    r"""Text on one line that Markdown shows as it is.

    >>> print(escape("un *bandeau* | <b>"))
    un \*bandeau\* \| \<b\>
    """
    return _SPECIAL.sub(r"\\\1", one_line(text))


def render(reading: Reading, *, evidence: bool = False) -> str:
    """The reading under its headline; with `evidence` each claim's sentence, the event in bold, and what decided it."""
    words = words_of(reading.document.lang)
    parts = [f"## {escape(headline(reading.document))}", _standfirst(reading, words)]
    if reading.claims:
        parts.append(_table(reading, words))
    if reading.claims and evidence:
        parts.append("\n".join(_evidence(claim, reading) for claim in chronological(reading.claims)))
    return "\n\n".join(parts) + "\n"


def _standfirst(reading: Reading, words: Words) -> str:
    published = published_label(reading.document.published, words)
    facts = [reading.document.outlet or "", published, summary(reading, words)]
    return escape(" · ".join(fact for fact in facts if fact))


def _table(reading: Reading, words: Words) -> str:
    lines = [f"| # | {' | '.join(words[column] for column in _COLUMNS)} |", f"|--:{'|---' * len(_COLUMNS)}|"]
    for claim in chronological(reading.claims):
        place = claim.place.value
        cells = (
            claim_when(claim, reading.document.text, words),
            parties_label(claim, words),
            f"{what_label(claim, reading.document.text)} ({type_label(claim)})",
            words["nobody"] if place is None else place.name,
            sources_label(claim, words),
            words.of("statuses", claim.status.value),
        )
        lines.append(f"| {claim.id.removeprefix('c')} | {' | '.join(escape(cell) for cell in cells)} |")
    return "\n".join(lines)


def _evidence(claim: Claim, reading: Reading) -> str:
    text, sentence = reading.document.text, reading.sentences[claim.sentence]
    pieces = []
    for segment in cut(*sentence, [Mark(*claim.trigger, "what")]):
        words = escape(f"|{text[segment.start : segment.end]}|")[2:-2]  # the bars keep the outer spaces that escape would strip
        pieces.append(f"**{words.strip()}**" if segment.labels else words)
    return f"- ({claim.id.removeprefix('c')}) {''.join(pieces)} — {escape(claim.type.by)}"
