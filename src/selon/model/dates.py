"""Days as intervals: a publication date may be only a month."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_PREFIX = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class DateInterval:
    """Half-open interval of days; None on a side means unbounded.

    >>> DateInterval.parse("2023-09")
    DateInterval(earliest=datetime.date(2023, 9, 1), latest=datetime.date(2023, 10, 1))
    """

    earliest: date | None
    latest: date | None

    @classmethod
    def parse(cls, prefix: str) -> DateInterval:
        """The interval of `2023`, `2023-09` or `2023-09-17`.

        Raises:
            ValueError: not such a date; the message names the value.
        """
        match = _PREFIX.fullmatch(prefix.strip())
        if match is None:
            raise ValueError(f"{prefix!r} is not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        first = date(year, month or 1, day or 1)
        if day is not None:
            last = first
        elif month is not None:
            last = date(year, month, monthrange(year, month)[1])
        else:
            last = date(year, 12, 31)
        return cls(first, last + timedelta(days=1))

    @classmethod
    def day(cls, day: date) -> DateInterval:
        """The interval of one day."""
        return cls(day, day + timedelta(days=1))

    @property
    def last(self) -> date | None:
        """The last day that belongs to the interval (inclusive), as the output contract prints it."""
        return None if self.latest is None else self.latest - timedelta(days=1)

    @property
    def is_day(self) -> bool:
        """Is it exactly one day?"""
        return self.earliest is not None and self.latest is not None and (self.latest - self.earliest).days == 1

    def edtf(self) -> str:
        """The shortest EDTF that says it: a day, a month, a year, or `first/last` with `..` for an open end."""
        if self.earliest is None or self.last is None:
            return f"{self.earliest or '..'}/{self.last or '..'}"
        first, last = self.earliest, self.last
        if first == last:
            return first.isoformat()
        if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day == monthrange(last.year, last.month)[1]:
            return f"{first:%Y-%m}"
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return f"{first:%Y}"
        return f"{first}/{last}"
