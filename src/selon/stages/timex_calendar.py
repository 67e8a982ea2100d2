"""Stretches of the calendar: a day, a week, a month, a season, a year, a century, and how TIMEX3 and EDTF write them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_OF = {"M": 1, "Q": 3, "S": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
SEASONS = ("SP", "SU", "FA", "WI")
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole days from `first` to `end` (exclusive) that make one unit of the calendar.

    `unit` is D day, W week (Monday to Sunday), WE weekend, M month, Q quarter, S season, H half-year, Y year, DE decade, CE century.
    """

    first: date
    end: date
    unit: str

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.end - DAY


def stretch(unit: str, day: date) -> Stretch:
    """The unit of the calendar that holds a day; for a weekend, that of the week of this day.

    >>> stretch("M", date(2024, 2, 29)).end
    datetime.date(2024, 3, 1)
    """
    if unit == "D":
        return Stretch(day, day + DAY, unit)
    if unit in {"W", "WE"}:
        monday = day - timedelta(days=day.weekday())
        return Stretch(monday, monday + 7 * DAY, unit) if unit == "W" else Stretch(monday + 5 * DAY, monday + 7 * DAY, unit)
    size = MONTHS_OF[unit]
    origin = 2 if unit == "S" else 0  # seasons are those of the weather: spring begins in March, winter in December
    number = day.year * 12 + day.month - 1 - origin
    start = number - number % size + origin
    return Stretch(_month(start), _month(start + size), unit)


def shift(start: Stretch, n: int) -> Stretch:
    """The stretch of the same unit that comes n units later (earlier when negative)."""
    if start.unit == "D":
        return stretch("D", start.first + n * DAY)
    if start.unit in {"W", "WE"}:
        return stretch(start.unit, start.first + 7 * n * DAY)
    number = start.first.year * 12 + start.first.month - 1 + n * MONTHS_OF[start.unit]
    return stretch(start.unit, _month(number))


def add(day: date, n: float, unit: str) -> date:
    """The day n units after a day; a month that is too short gives its last day.

    >>> add(date(2024, 3, 31), -1, "M")
    datetime.date(2024, 2, 29)
    """
    if unit in {"D", "W", "WE"}:
        return day + timedelta(days=round(n * (1 if unit == "D" else 7)))
    if unit not in MONTHS_OF:
        return day
    number = day.year * 12 + day.month - 1 + round(n * MONTHS_OF[unit])
    first = _month(number)
    return min(first + (day.day - 1) * DAY, _month(number + 1) - DAY)


def _month(number: int) -> date:
    """The first day of the month with that number, counted from the year 0; clipped to what a date can hold."""
    number = min(max(number, 12), 9999 * 12 + 11)
    return date(number // 12, number % 12 + 1, 1)


def timex_value(item: Stretch) -> str:
    """The TIMEX3 value.

    >>> timex_value(stretch("WE", date(2003, 2, 1)))
    '2003-W05-WE'
    """
    first = item.first
    if item.unit in {"W", "WE"}:
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if item.unit == "WE" else "")
    if item.unit == "S":
        return f"{first.year:04}-{SEASONS[first.month // 3 - 1]}"
    return {
        "D": first.isoformat(),
        "M": f"{first.year:04}-{first.month:02}",
        "Q": f"{first.year:04}-Q{(first.month + 2) // 3}",
        "H": f"{first.year:04}-H{1 if first.month == 1 else 2}",
        "Y": f"{first.year:04}",
        "DE": f"{first.year // 10:03}",
        "CE": f"{first.year // 100:02}",
    }[item.unit]


def edtf_value(item: Stretch) -> str:
    """The EDTF value: seasons 21 to 24, quarters 33 to 36, `196X`, `18XX`; weeks and half-years as an interval.

    >>> edtf_value(stretch("W", date(2024, 3, 14)))
    '2024-03-11/2024-03-17'
    """
    first = item.first
    if item.unit in {"W", "WE"}:
        return f"{first}/{item.last}"
    if item.unit == "H":
        return f"{first:%Y-%m}/{item.last:%Y-%m}"
    if item.unit == "S":
        return f"{first.year:04}-{20 + first.month // 3}"
    if item.unit == "Q":
        return f"{first.year:04}-{32 + (first.month + 2) // 3}"
    return timex_value(item) + {"DE": "X", "CE": "XX"}.get(item.unit, "")


def third(item: Stretch, mod: str | None) -> tuple[date, date]:
    """The days that *début*, *mi-* or *fin* leave of a stretch: its first, middle or last third, in whole months from a quarter up."""
    if mod not in {"START", "MID", "END"} or item.unit == "D":
        return item.first, item.end
    months = MONTHS_OF.get(item.unit, 1)
    days = (item.end - item.first).days
    if months >= 3:
        one, two = add(item.first, months // 3, "M"), add(item.first, months - months // 3, "M")
    else:
        one, two = item.first + timedelta(days=days // 3), item.first + timedelta(days=days - days // 3)
    return {"START": (item.first, one), "MID": (one, two), "END": (two, item.end)}[mod]


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: the anonymous algorithm published in Nature, 20 April 1876.

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    correction = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * correction + 114, 31)
    return date(year, month, day + 1)
