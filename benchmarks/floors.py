"""Floors: figures that may rise and never fall silently."""

from __future__ import annotations

import json
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from benchmarks.measures import Outcome

Floors = dict[str, dict[str, float]]


def read_floors(path: Path) -> Floors:
    """`{task: {measure: floor}}`; nothing when the file is not there yet."""
    floors: Floors = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return floors


def fallen(outcomes: Mapping[str, Outcome], floors: Floors) -> Iterator[str]:
    """One sentence for each figure that is worse than its floor, or that has a floor and was not measured."""
    for task, outcome in outcomes.items():
        measured = {measure.name: measure for measure in outcome.measures}
        for name, limit in floors.get(task, {}).items():
            if name not in measured:
                yield f"{task}: {name} has a floor of {limit} and was not measured."
                continue
            measure = measured[name]
            if measure.lower_is_better and measure.value > limit:
                yield f"{task}: {name} is {measure.value:.3f}, above its ceiling of {limit}."
            elif not measure.lower_is_better and measure.value < limit:
                yield f"{task}: {name} is {measure.value:.3f}, below its floor of {limit}."


def raised(outcomes: Mapping[str, Outcome], floors: Floors) -> Floors:
    """The floors with every better figure, rounded down; ceilings of costs shake with the machine and are set by hand."""
    new = {task: dict(limits) for task, limits in floors.items()}
    for task, outcome in outcomes.items():
        for measure in outcome.measures:
            if not measure.lower_is_better:
                limits = new.setdefault(task, {})
                limits[measure.name] = max(limits.get(measure.name, 0.0), floor(measure.value * 1000) / 1000)
    return new


def write_floors(path: Path, floors: Floors) -> None:
    path.write_text(json.dumps(floors, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
