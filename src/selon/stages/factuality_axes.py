"""The axes of a happening while the words above it are read: what set each of them, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from selon.model.cell import Cell

if TYPE_CHECKING:
    from selon.model.span import Span


@dataclass(slots=True)
class Axes:
    """The axes while the walk goes up; the first row that sets an axis keeps it, except that negation flips."""

    cells: dict[str, Cell[str]] = field(default_factory=dict)

    def set(self, axis: str, value: str, span: Span, by: str) -> None:
        if value and axis not in self.cells:
            self.cells[axis] = Cell(value, (span,), by)

    def flip(self, span: Span, by: str) -> None:
        now = self.cells.get("polarity")
        if now is not None and span in now.evidence:
            return  # *aucun décès n'a été annoncé*: one word, met twice
        value = "pos" if now is not None and now.value == "neg" else "neg"
        self.cells["polarity"] = Cell(value, (*(now.evidence if now is not None else ()), span), by)

    def get(self, axis: str, default: str) -> Cell[str]:
        return self.cells.get(axis, Cell(default))
