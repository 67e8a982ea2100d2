"""What a task gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a task, and the best figure known of somebody else on the same data.

    Attributes:
        name: what is measured; with the task, the key of its floor.
        value: a share between 0 and 1 unless the name states a unit.
        peer: who reached `peer_figure`; "" when nobody is known.
        lower_is_better: a cost, whose floor is a ceiling.
    """

    name: str
    value: float
    peer: str = ""
    peer_figure: float | None = None
    lower_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """All figures of a task, with what they rest on.

    Attributes:
        measures: in the order of the table.
        files: the data that was read; their hash is part of the signature.
        criterion: the rule of counting, one word.
    """

    measures: tuple[Measure, ...]
    files: tuple[Path, ...]
    criterion: str


def precision_recall_f1(right: int, found: int, expected: int) -> tuple[float, float, float]:
    """Shares of what was found that is right, of what was expected that was found, and their harmonic mean.

    >>> precision_recall_f1(3, 4, 6)
    (0.75, 0.5, 0.6)
    """
    precision = right / found if found else 0.0
    recall = right / expected if expected else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0
