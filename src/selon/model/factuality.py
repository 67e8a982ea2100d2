"""How sure: orthogonal axes, from which one status is derived (see `docs/explanation/certainty.md`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.cell import Cell

STATUSES = ("denied", "feared", "wanted", "planned", "possible", "shown", "quoted", "reported", "stated")


@dataclass(frozen=True, slots=True)
class Factuality:
    """How the holder (the innermost source, or the author) stands to a happening.

    Attributes:
        polarity: pos, neg or open.
        certainty: certain, probable, possible or uncommitted.
        time: past, ongoing, future or none, relative to the publication.
        attitude: none, fear, want, intend, demand, promise, threaten, deny, doubt, praise or blame.
        evidence: author, quoted, reported, shown or hearsay.
    """

    polarity: Cell[str]
    certainty: Cell[str]
    time: Cell[str]
    attitude: Cell[str]
    evidence: Cell[str]


def status(factuality: Factuality) -> str:
    """The status shown to a reader: the first rule that fires, in the order of `STATUSES`.

    Source: the guidelines of our own gold articles; each border case is a row of `tests/model/test_status.py`.
    """
    polarity, certainty, attitude = factuality.polarity.value, factuality.certainty.value, factuality.attitude.value
    asserted = certainty in {"certain", "probable"} and attitude in {"none", "praise", "blame"}
    if attitude == "deny" or (polarity == "neg" and asserted):
        return "denied"
    if attitude == "fear":
        return "feared"
    if attitude in {"want", "demand"}:
        return "wanted"
    if attitude in {"intend", "promise", "threaten"} or (factuality.time.value == "future" and certainty in {"certain", "probable"}):
        return "planned"
    if certainty in {"possible", "uncommitted"} or polarity == "open" or attitude == "doubt" or factuality.evidence.value == "hearsay":
        return "possible"
    return {"shown": "shown", "quoted": "quoted", "reported": "reported"}.get(factuality.evidence.value, "stated")
