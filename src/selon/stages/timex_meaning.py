"""What the words of an expression say, where it stands, and what it denotes: the values that resolution works on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from selon.stages.timex_calendar import Stretch

KINDS = frozenset("date weekday unit clock season quarter decade century feast period span set ref trap".split())
SUBDAY = {"TH": "H", "TM": "M", "TS": "S"}
UNIT_LETTER = {"DE": "Y", "CE": "Y", "Q": "M", "S": "M", "H": "M"}
SMALLER = {("P", "Y"): ("M", 12), ("PT", "H"): ("M", 60), ("PT", "M"): ("S", 60)}
UNIT_SIZE = {"DE": 10, "CE": 100, "Q": 3, "S": 3, "H": 6}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the words of an expression say, before anything is known of the day they were written.

    Attributes:
        make: kind of meaning, a key of `MAKES`.
        type: TIMEX3 type when the row sets it.
        value: constant value (`PAST_REF`, `P1D`, or the pattern of a set).
        unit: unit of the calendar (see `Stretch`), or TH, TM, TS for hours, minutes, seconds.
        n: how many units; None when vague (*quelques*).
        extra: a further count of `extra_unit` (*1 h 30*); of a clock, the hours that *du soir* adds before noon.
        way: -1 back, 0 the current one, 1 on; None when the words do not say.
        year, month, day, weekday (1 Monday), hour, minute, season, part, feast, index: fields of a date.
        mod: TIMEX3 modifier.
        anchor: `document` or `mention`.
        strict: is the reference day itself excluded (*mardi dernier*)?
        start, stop: first and last day of a named period, as date prefixes.
    """

    make: str
    type: str | None = None
    value: str | None = None
    unit: str = "D"
    n: float | None = None
    extra: int | None = None
    extra_unit: str = "TM"
    way: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    season: str | None = None
    part: str | None = None
    feast: str | None = None
    index: int | None = None
    mod: str | None = None
    anchor: str | None = None
    strict: bool = False
    start: str | None = None
    stop: str | None = None


@dataclass(frozen=True, slots=True)
class Sense:
    """A resolved meaning.

    `stretch` is what a later *le lendemain* or *à 20 h* can count from; None for durations, sets and vague references.
    """

    type: str
    value: str
    edtf: str | None = None
    first: date | None = None
    end: date | None = None
    mod: str | None = None
    direction: str = "none"
    anchor: str = "explicit"
    stretch: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands.

    Attributes:
        published: the publication day; None when unknown.
        tense: past, present, future or none: that of the verb that governs the expression.
        mentions: stretches spoken of before it, nearest first.
        year: a year that governs the same verb (*En 1979, … le 4 novembre*); None without.
        since: does *depuis* or the like introduce it?
    """

    published: date | None
    tense: str = "none"
    mentions: tuple[Stretch, ...] = ()
    year: int | None = None
    since: bool = False

    def mention(self, unit: str) -> Stretch | None:
        """The nearest earlier stretch from which units of that size can be counted."""
        fit = {"D": {"D"}, "W": {"D", "W", "WE"}, "WE": {"D", "W", "WE"}, "M": {"D", "M"}}.get(unit)
        return next((item for item in self.mentions if fit is None or item.unit in fit), None)


def duration_value(meaning: Meaning) -> str:
    """The TIMEX3 value of a length of time.

    >>> duration_value(Meaning("span", unit="CE", n=0.25)), duration_value(Meaning("span", unit="TH", n=1, extra=30))
    ('P25Y', 'PT1H30M')
    """
    unit, n = meaning.unit, meaning.n
    letter = SUBDAY.get(unit) or UNIT_LETTER.get(unit, unit)
    prefix = "PT" if unit in SUBDAY else "P"
    if n is None:
        return f"{prefix}X{unit if unit in {'DE', 'CE'} else letter}"
    if unit == "WE":
        return f"P{n:g}WE"
    n = n * UNIT_SIZE.get(unit, 1)
    tail = "" if meaning.extra is None else f"{meaning.extra}{SUBDAY.get(meaning.extra_unit, meaning.extra_unit)}"
    if n != int(n) and (prefix, letter) in SMALLER:
        smaller, times = SMALLER[prefix, letter]
        if prefix == "PT" and n > 1 and (n * times) == int(n * times):
            n, tail = int(n), f"{int(n * times) % times}{smaller}"
        elif (n * times) == int(n * times):
            n, letter = n * times, smaller
    return f"{prefix}{n:g}{letter}{tail}"
