"""The tasks in the order of the table: each a function from a reader to its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.tasks.attribution import measure_attribution
from benchmarks.tasks.conditional import measure_conditional
from benchmarks.tasks.cost import measure_cost
from benchmarks.tasks.gold import measure_gold
from benchmarks.tasks.names import measure_names
from benchmarks.tasks.time import measure_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.measures import Outcome
    from selon.pipeline import Reader

TASKS: dict[str, Callable[[Reader], Outcome]] = {
    "gold": measure_gold,
    "attribution": measure_attribution,
    "conditional": measure_conditional,
    "time": measure_time,
    "names": measure_names,
    "cost": measure_cost,
}
