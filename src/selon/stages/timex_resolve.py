"""What one expression denotes, for one publication day: its TIMEX3 value, its EDTF value and its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from selon.stages.timex_calendar import DAY, SEASONS, Stretch, add, easter, edtf_value, shift, stretch, third, timex_value
from selon.stages.timex_meaning import SUBDAY, Meaning, Sense, Setting, duration_value

if TYPE_CHECKING:
    from collections.abc import Callable


def resolve(meaning: Meaning, setting: Setting) -> Sense | None:
    """What a meaning denotes in its setting; None when the fields make no date (*30 février*)."""
    try:
        sense = MAKES[meaning.make](meaning, setting)
    except (ValueError, OverflowError):
        return None
    if sense is None or sense.type == "SET" or meaning.type is None:
        return sense
    return replace(sense, type=meaning.type)


def _dated(item: Stretch, meaning: Meaning, direction: str, anchor: str) -> Sense:
    """The sense of a stretch, with the part of the day and the modifier of its meaning."""
    first, end = third(item, meaning.mod)
    value, edtf, kind = timex_value(item), edtf_value(item), "DATE"
    if meaning.part is not None:
        value, kind = value + meaning.part, "TIME"
        if meaning.part == "TNI" and item.unit == "D":
            end = item.end + DAY
            edtf = f"{item.first}/{item.end}"
    if meaning.hour is not None:
        value, kind = f"{timex_value(item)}T{meaning.hour:02}:{meaning.minute or 0:02}", "TIME"
        first, end, edtf = item.first, item.end, edtf_value(item)
    return Sense(kind, value, edtf, first, end, meaning.mod, direction, anchor, item)


def _unknown(value: str, meaning: Meaning, anchor: str, *, edtf: str | None = None) -> Sense:
    """A date whose publication day would be needed."""
    if meaning.hour is not None:
        return Sense("TIME", f"{value}T{meaning.hour:02}:{meaning.minute or 0:02}", mod=meaning.mod, anchor=anchor)
    if meaning.part is not None:
        return Sense("TIME", value + meaning.part, mod=meaning.mod, anchor=anchor)
    return Sense("DATE", value, edtf, mod=meaning.mod, anchor=anchor)


BLANK = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "H": "XXXX-HX", "S": "XXXX-XX", "Y": "XXXX",
    "DE": "XXX", "CE": "XX",
}  # fmt: skip


def _direction(meaning: Meaning, setting: Setting) -> str:
    if meaning.way:
        return "past" if meaning.way < 0 else "future"
    return setting.tense


def _date(meaning: Meaning, setting: Setting) -> Sense | None:
    """A calendar date; without its year the one that the direction, the weekday and nearness single out."""
    year = meaning.year if meaning.year is not None else setting.year if meaning.way is None else None
    if meaning.month is None and meaning.day is not None:
        return _day_of_month(meaning, setting)
    if meaning.month is None:
        return None if year is None else _dated(stretch("Y", date(year, 1, 1)), meaning, "none", "explicit")
    if year is not None:
        return _dated(_in_year(meaning, year), meaning, "none", "explicit" if meaning.year is not None else "mention")
    if setting.published is None:
        edtf = f"XXXX-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
        return _unknown(edtf, meaning, "document", edtf=edtf)
    direction = _direction(meaning, setting)
    options = _options(meaning, setting.published)
    if meaning.weekday is not None and meaning.day is not None:
        near = [o for o in options if abs((o.first - setting.published).days) < 400]  # farther away the weekday is a slip of the pen
        options = [o for o in near if o.first.isoweekday() == meaning.weekday] or options
    item = _choose(options, setting.published, direction, strict=meaning.strict)
    return None if item is None else _dated(item, meaning, direction, "document")


def _day_of_month(meaning: Meaning, setting: Setting) -> Sense | None:
    """A day of the month with its weekday and no month (*mardi 12*): the nearest day that is both, from the last day spoken of."""
    anchor, reference = _reference(replace(meaning, anchor="mention"), setting, "D")
    if reference is None:
        return _unknown(f"XXXX-XX-{meaning.day:02}", meaning, anchor)
    near = [reference.first + timedelta(days=n) for n in range(-200, 201)]
    options = [stretch("D", day) for day in near if day.day == meaning.day]
    options = [o for o in options if o.first.isoweekday() == meaning.weekday] or options
    direction = _direction(meaning, setting) if anchor == "document" else "none"
    item = _choose(options, reference.first, direction, strict=False)
    return None if item is None else _dated(item, meaning, direction, anchor)


def _in_year(meaning: Meaning, year: int) -> Stretch:
    assert meaning.month is not None
    return stretch("D" if meaning.day else "M", date(year, meaning.month, meaning.day or 1))


def _options(meaning: Meaning, published: date) -> list[Stretch]:
    """The date in the years about the publication; 29 February only in its years."""
    found = []
    for year in range(max(published.year - 4, 1), published.year + 5):
        try:
            found.append(_in_year(meaning, year))
        except ValueError:
            continue
    return found


def _choose(options: list[Stretch], published: date, direction: str, *, strict: bool) -> Stretch | None:
    """The option nearest to the publication on the side the direction allows; without one the nearest at all.

    A verb in the present and a noun say nothing of the side: the nearest wins, the past on a tie.
    """
    past = [o for o in options if (o.end <= published if strict else o.first <= published)]
    future = [o for o in options if (o.first > published if strict else o.end > published)]
    if direction == "past" and past:
        return past[-1]
    if direction == "future" and future:
        return future[0]
    return min(options, key=lambda o: (_distance(o, published), o.first), default=None)


def _distance(item: Stretch, day: date) -> int:
    if item.first <= day < item.end:
        return 0
    return (item.first - day).days if day < item.first else (day - item.last).days


def _weekday(meaning: Meaning, setting: Setting) -> Sense | None:
    """A day of the week: on or before the publication, or on or after it; *dernier* and *prochain* exclude the day itself."""
    assert meaning.weekday is not None
    anchor, reference = _reference(meaning, setting, "D")
    if reference is None:
        return _unknown(f"XXXX-WXX-{meaning.weekday}", meaning, anchor)
    day = reference.first
    direction = _direction(meaning, setting)
    back = (day.isoweekday() - meaning.weekday) % 7
    ahead = (meaning.weekday - day.isoweekday()) % 7
    if meaning.strict:
        back, ahead = back or 7, ahead or 7
    nearest = direction == "present" or meaning.way == 0
    if direction == "future" or (nearest and direction != "past" and ahead < back):
        day += timedelta(days=ahead)
    else:
        day -= timedelta(days=back)
    if meaning.n is not None:
        day += timedelta(days=7 * int(meaning.n))
    return _dated(stretch("D", day), meaning, direction, anchor)


def _reference(meaning: Meaning, setting: Setting, unit: str) -> tuple[str, Stretch | None]:
    """What an expression counts from: the last mention where the words ask for it and there is one, else the publication day."""
    if meaning.anchor == "mention":
        mention = setting.mention(unit)
        if mention is not None:
            return "mention", stretch(unit, mention.first) if unit != "D" else mention
    return "document", None if setting.published is None else stretch(unit, setting.published)


def _unit(meaning: Meaning, setting: Setting) -> Sense | None:
    """So many units from the reference: *hier, la semaine dernière, le mois suivant*.

    *Cette nuit* is the night that ends on the publication day, or the one that begins on it when the verb is not in the past.
    """
    anchor, reference = _reference(meaning, setting, meaning.unit)
    if reference is None:
        return _unknown(BLANK[meaning.unit], meaning, anchor)
    n = int((meaning.n if meaning.n is not None else 1) * (meaning.way or 0))
    direction = "past" if n < 0 else "future" if n > 0 else "none"
    if meaning.part == "TNI" and n == 0 and anchor == "document" and setting.tense in {"past", "none"}:
        n, direction = -1, "past"
    item = shift(reference, n)
    is_ahead = setting.published is not None and item.first > setting.published
    if meaning.unit == "WE" and meaning.way == 0 and setting.tense == "past" and is_ahead:
        item, direction = shift(item, -1), "past"  # *se sont rendus ce week-end*, written on a Tuesday
    return _dated(item, meaning, direction, anchor)


def _clock(meaning: Meaning, setting: Setting) -> Sense | None:
    """An hour, or a part of the day without its day: of the day last spoken of, else of the publication day."""
    if meaning.hour is not None and not (0 <= meaning.hour <= 24 and 0 <= (meaning.minute or 0) < 60):
        return None
    hour = meaning.hour
    if hour is not None and meaning.extra is not None and hour < meaning.extra:
        hour += meaning.extra
    return _unit(replace(meaning, hour=hour, unit="D", way=0, anchor="mention"), setting)


def _season(meaning: Meaning, setting: Setting) -> Sense | None:
    """A season, of a year or nearest on the side of the verb; `value` SET means the season in general (*en été*)."""
    assert meaning.season is not None
    if meaning.value == "ANY":
        return Sense("DATE", f"XXXX-{meaning.season}", mod=meaning.mod)
    month = 3 * SEASONS.index(meaning.season) + 3
    if meaning.year is not None:
        return _dated(stretch("S", date(meaning.year, month, 1)), meaning, "none", "explicit")
    if setting.published is None:
        return _unknown(f"XXXX-{meaning.season}", meaning, "document")
    options = [stretch("S", date(setting.published.year + step, month, 1)) for step in (-2, -1, 0, 1, 2)]
    direction = _direction(meaning, setting)
    item = _choose(options, setting.published, direction, strict=meaning.strict)
    return None if item is None else _dated(item, meaning, direction, "document")


def _part_of_year(meaning: Meaning, setting: Setting) -> Sense | None:
    """The n-th quarter or half of a year."""
    assert meaning.index is not None
    size = 3 if meaning.unit == "Q" else 6
    if not 1 <= meaning.index <= 12 // size:
        return None
    year = meaning.year or setting.year
    month = (meaning.index - 1) * size + 1
    if year is not None:
        return _dated(stretch(meaning.unit, date(year, month, 1)), meaning, "none", "explicit")
    if setting.published is None:
        return _unknown(f"XXXX-{meaning.unit}{meaning.index}", meaning, "document")
    if meaning.way is not None:
        item = stretch(meaning.unit, date(setting.published.year + meaning.way, month, 1))
        return _dated(item, meaning, _direction(meaning, setting), "document")
    options = [stretch(meaning.unit, date(setting.published.year + step, month, 1)) for step in (-1, 0, 1)]
    direction = _direction(meaning, setting)
    chosen = _choose(options, setting.published, direction, strict=False)
    return None if chosen is None else _dated(chosen, meaning, direction, "document")


def _decade(meaning: Meaning, setting: Setting) -> Sense | None:
    """*Les années 60* are the sixties of the century that is nearest before the publication, 1960s when nothing is known."""
    year = meaning.year
    if year is None:
        return None
    if year < 100:
        reference = setting.published.year if setting.published is not None else 2000
        year += reference // 100 * 100
        year -= 100 if year > reference else 0
    return _dated(stretch("DE", date(year - year % 10, 1, 1)), meaning, "none", "explicit")


def _century(meaning: Meaning, _: Setting) -> Sense | None:
    assert meaning.index is not None
    if not 2 <= meaning.index <= 30:
        return None
    return _dated(stretch("CE", date((meaning.index - 1) * 100, 1, 1)), meaning, "none", "explicit")


def _feast(meaning: Meaning, setting: Setting) -> Sense | None:
    """A feast: `12-25`, or days after Easter (`easter+39`), of a year or nearest on the side of the verb."""
    assert meaning.feast is not None
    if meaning.year is not None:
        return _dated(stretch("D", _feast_day(meaning.feast, meaning.year)), meaning, "none", "explicit")
    if setting.published is None:
        value = "XXXX-XX-XX" if meaning.feast.startswith("easter") else f"XXXX-{meaning.feast}"
        return _unknown(value, meaning, "document", edtf=None if "easter" in meaning.feast else value)
    options = [stretch("D", _feast_day(meaning.feast, setting.published.year + step)) for step in (-2, -1, 0, 1, 2)]
    direction = _direction(meaning, setting)
    item = _choose(options, setting.published, direction, strict=meaning.strict)
    return None if item is None else _dated(item, meaning, direction, "document")


def _feast_day(feast: str, year: int) -> date:
    if feast.startswith("easter"):
        return easter(year) + timedelta(days=int(feast.removeprefix("easter") or "0"))
    return date.fromisoformat(f"{year:04}-{feast}")


def _period(meaning: Meaning, _: Setting) -> Sense | None:
    """A named stretch of history, with the bounds its row gives."""
    first = None if meaning.start is None else stretch(_precision(meaning.start), _prefix(meaning.start)).first
    end = None if meaning.stop is None else stretch(_precision(meaning.stop), _prefix(meaning.stop)).end
    single = meaning.start == meaning.stop and meaning.start is not None
    edtf = meaning.start if single else f"{meaning.start or '..'}/{meaning.stop or '..'}"
    value = meaning.value or edtf or ""
    item = stretch("D", first) if single and first is not None and _precision(meaning.start or "") == "D" else None
    return Sense("DATE", value, edtf, first, end, meaning.mod, stretch=item)


def _precision(prefix: str) -> str:
    return {4: "Y", 7: "M", 10: "D"}[len(prefix)]


def _prefix(prefix: str) -> date:
    return date.fromisoformat(prefix + "-01-01"[len(prefix) - 4 :] if len(prefix) < 10 else prefix)


def _span(meaning: Meaning, setting: Setting) -> Sense | None:
    """A length of time; where the words count it from a day (*il y a dix ans, depuis trois jours*) also the days that gives."""
    value = duration_value(meaning)
    plain = Sense("DURATION", value, mod=meaning.mod, anchor="none")
    way = meaning.way if meaning.way is not None else (-1 if setting.since else None)
    if way is None or way == 0:
        return plain
    mention = setting.mention(meaning.unit)
    coarse = meaning.anchor == "mention" and mention is not None and mention.unit != "D" and meaning.unit in {"M", "Y"}
    anchor, reference = _reference(meaning, setting, meaning.unit if coarse else "D")
    direction = "past" if way < 0 else "future"
    if reference is None:
        return replace(plain, direction=direction, anchor=anchor)
    day, whole = reference.first, setting.since or meaning.value == "WHOLE"
    if meaning.n is None:
        return _open(plain, day, direction, anchor)
    unit = meaning.unit if meaning.unit not in SUBDAY else "D"
    n = meaning.n if meaning.unit not in SUBDAY else _days_of(meaning)
    other = add(day, n * way, unit)
    if whole:
        first, last = min(day, other), max(day, other)
        edtf = first.isoformat() if first == last else f"{first}/{last}"
        return replace(plain, edtf=edtf, first=first, end=last + DAY, direction=direction, anchor=anchor)
    grain = {"W": "D", "WE": "D", "Q": "M", "S": "M", "H": "M"}.get(unit, unit)
    grain = "M" if grain == "Y" and n < 2 else grain
    item = stretch(grain, other)
    return replace(plain, edtf=edtf_value(item), first=item.first, end=item.end, direction=direction, anchor=anchor, stretch=item)


def _days_of(meaning: Meaning) -> float:
    hours = (meaning.n or 0) / {"TH": 1, "TM": 60, "TS": 3600}[meaning.unit]
    return round(hours / 24)


def _open(plain: Sense, day: date, direction: str, anchor: str) -> Sense:
    """An interval open on the far side: *depuis quelques semaines*, *dans les prochains jours*."""
    if direction == "past":
        return replace(plain, edtf=f"../{day}", end=day + DAY, direction=direction, anchor=anchor)
    return replace(plain, edtf=f"{day}/..", first=day, direction=direction, anchor=anchor)


def _set(meaning: Meaning, _: Setting) -> Sense | None:
    """What comes again and again."""
    if meaning.value is not None:
        return Sense("SET", meaning.value, anchor="none")
    if meaning.weekday is not None:
        return Sense("SET", f"XXXX-WXX-{meaning.weekday}{meaning.part or ''}", anchor="none")
    if meaning.month is not None:
        day = f"-{meaning.day:02}" if meaning.day is not None else ""
        return Sense("SET", f"XXXX-{meaning.month:02}{day}", anchor="none")
    if meaning.part is not None:
        return Sense("SET", f"XXXX-XX-XX{meaning.part}", anchor="none")
    return Sense("SET", duration_value(replace(meaning, n=meaning.n if meaning.n is not None else 1)), anchor="none")


def _ref(meaning: Meaning, _: Setting) -> Sense | None:
    """The past, the present or the future, no nearer."""
    return None if meaning.value is None else Sense("DATE", meaning.value, mod=meaning.mod, anchor="document")


MAKES: dict[str, Callable[[Meaning, Setting], Sense | None]] = {
    "date": _date, "weekday": _weekday, "unit": _unit, "clock": _clock, "season": _season, "quarter": _part_of_year, "decade": _decade,
    "century": _century, "feast": _feast, "period": _period, "span": _span, "set": _set, "ref": _ref,
}  # fmt: skip
