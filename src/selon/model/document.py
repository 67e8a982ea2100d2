"""The article as it was given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selon.model.dates import DateInterval
    from selon.model.span import Span


@dataclass(frozen=True, slots=True)
class Document:
    """One news report.

    Attributes:
        id: stable name; the hash of the text when the user gives none.
        text: the characters, never altered; all offsets point into it.
        lang: ISO 639-1 code of its language.
        title: headline when it is kept apart from the text, else None.
        published: publication date as an interval of days; None when unknown.
        published_by: "given", or "text" when a dateline of the text says it; None when unknown.
        preamble: the dateline or date mark at the head of the text that is no part of the first sentence; None without.
        url: where it stood; None when unknown.
        outlet: the newspaper or agency that published it; None when unknown.
        extra: further keys of the input row, kept as they came.
    """

    id: str
    text: str
    lang: str
    title: str | None = None
    published: DateInterval | None = None
    published_by: str | None = None
    preamble: Span | None = None
    url: str | None = None
    outlet: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
