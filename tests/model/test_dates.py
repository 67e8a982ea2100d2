"""A date as it was written is an interval of days."""

from __future__ import annotations

from datetime import date

import pytest

from selon.model.dates import DateInterval


@pytest.mark.parametrize(
    ("prefix", "earliest", "latest", "edtf"),
    [
        ("2023-09-17", date(2023, 9, 17), date(2023, 9, 18), "2023-09-17"),
        ("2023-09", date(2023, 9, 1), date(2023, 10, 1), "2023-09"),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1), "2024-02"),
        ("2023", date(2023, 1, 1), date(2024, 1, 1), "2023"),
        (" 2023-12-31 ", date(2023, 12, 31), date(2024, 1, 1), "2023-12-31"),
    ],
)
def test_prefix(prefix, earliest, latest, edtf):
    interval = DateInterval.parse(prefix)
    assert (interval.earliest, interval.latest, interval.edtf()) == (earliest, latest, edtf)


@pytest.mark.parametrize("value", ["", "hier", "2023-9", "17-09-2023", "2023-13", "2023-02-30", "2023-09-17T08:00", "20230917"])
def test_what_is_no_date(value):
    with pytest.raises(ValueError, match=r".+"):
        DateInterval.parse(value)


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf"),
    [
        (date(2023, 9, 5), date(2023, 9, 11), "2023-09-05/2023-09-10"),
        (None, date(2023, 9, 11), "../2023-09-10"),
        (date(2023, 9, 5), None, "2023-09-05/.."),
        (date(2023, 1, 1), date(2023, 3, 1), "2023-01-01/2023-02-28"),
    ],
)
def test_shortest_edtf(earliest, latest, edtf):
    assert DateInterval(earliest, latest).edtf() == edtf


def test_last_day_belongs_to_the_interval():
    assert DateInterval.parse("2024-02").last == date(2024, 2, 29)


def test_only_one_day_is_a_day():
    assert (DateInterval.parse("2023-09-17").is_day, DateInterval.parse("2023-09").is_day, DateInterval(None, None).is_day) == (
        True,
        False,
        False,
    )
