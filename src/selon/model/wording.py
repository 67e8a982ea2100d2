"""Words that judge, wherever they stand, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.span import Span

KINDS = ("label", "distancing", "evaluation", "intensifier", "exaggeration", "euphemism", "insinuation", "booster")
"""What loaded words do; each is explained in `docs/reference/lexicons.md`."""
VOICES = ("author", "quoted", "reported")


@dataclass(frozen=True, slots=True)
class Wording:
    """Loaded words of the article, and who answers for them.

    Attributes:
        span: the loaded words themselves.
        kind: one of `KINDS`.
        voice: author, outside every quotation and every content; quoted, inside quotation marks; reported, inside a content without them.
        attribution: id of the innermost attribution whose content holds the words; None when nobody but the author does.
        note: why they are loaded, or what would say the same without judging, in the language of the article.
        by: the row of `wording.tsv` that found them.
    """

    span: Span
    kind: str
    voice: str = "author"
    attribution: str | None = None
    note: str = ""
    by: str = "default"
