"""A value that can prove itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from selon.model.span import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cell(Generic[T]):
    """What a reader sees in one cell of the chronology.

    Attributes:
        value: the answer; None when the text does not say.
        evidence: the words it rests on; empty only for a default.
        by: what decided it: a row (`fr/cues.tsv:112`), a model (`model fr@1.0`), or a named rule (`rule carrier`).
    """

    value: T
    evidence: tuple[Span, ...] = ()
    by: str = "default"
