"""How a claim reads in a cell of a table: short, in the language of the article."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from selon.exports.contract import edtf_of, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from selon.model.claim import Claim, Party
    from selon.model.dates import DateInterval
    from selon.model.document import Document
    from selon.model.reading import Reading
    from selon.model.timex import Timex
    from selon.model.wording import Wording

_ONE_OF = re.compile(r"\[(.+)\]")
_APPROXIMATE = re.compile(r"[~%]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, from `words.toml`; `lang` is its code."""

    lang: str
    table: dict[str, Any]

    def __getitem__(self, key: str) -> str:
        return str(self.table[key])

    def of(self, group: str, key: str) -> str:
        """A word of a group, e.g. `of("statuses", "denied")`; the key itself when the group has none."""
        return str(self.table[group].get(key, key))

    def count(self, noun: str, number: int) -> str:
        """*1 claim*, *3 claims*."""
        return self[f"{noun}_one"] if number == 1 else self[f"{noun}_many"].format(number)


@functools.cache
def words_of(lang: str) -> Words:
    """The words for a language; English for one that has none."""
    tables = tomllib.loads(files("selon.exports").joinpath("words.toml").read_text(encoding="utf-8"))
    code = lang if lang in tables else "en"
    return Words(code, tables["en"] | tables[code])


def chronological(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims by the first day they may have happened, then as the text tells them; those without a day come last."""
    return tuple(sorted(claims, key=_first_day))


def _first_day(claim: Claim) -> date:
    when = claim.when.value
    if when is None:
        return date.max
    return when.earliest or last_day(when.latest) or date.max


def claim_when(claim: Claim, text: str, words: Words) -> str:
    """When it happened; the words of the text when they name no day (*dimanche* in an article without a date)."""
    timex = claim.when.value
    if timex is not None and edtf_of(timex) is None:
        return f"“{one_line(timex.span.of(text))}”"
    return when_label(timex, words)


def when_label(timex: Timex | None, words: Words) -> str:
    """The days of an expression, e.g. *5–10 sept. 2023*; the word for *no date* when it names none."""
    edtf = None if timex is None else edtf_of(timex)
    if timex is None or edtf is None:
        return words["undated"]
    first, last = timex.earliest, last_day(timex.latest)
    if first is None or last is None:
        return words["until" if first is None else "since"].format(_day(last or first, words))
    days = _days_of_set(edtf)
    label = _one_of(days, words) if days else interval_label(first, last, words)
    if _APPROXIMATE.search(edtf):
        label = words["about"].format(label)
    return words[timex.relation].format(label) if timex.relation in {"before", "after", "since", "until"} else label


def published_label(published: DateInterval | None, words: Words) -> str:
    """*publié le 17 sept. 2023*, *publié en mai 2024*; empty when unknown."""
    if published is None or published.earliest is None or published.last is None:
        return ""
    label = interval_label(published.earliest, published.last, words)
    return words["published_day" if published.is_day else "published_part"].format(label)


def interval_label(first: date, last: date, words: Words) -> str:
    """The shortest way to write an interval of days: a day, a month, a year, or its two ends with what they share said once."""
    if first == last:
        return _day(first, words)
    whole_months = first.day == 1 and _is_month_end(last)
    if whole_months and (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{_day(first, words)} – {_day(last, words)}"
    if whole_months and first.month == last.month:
        return f"{_month(first, words)} {first.year}"
    if whole_months:
        return f"{_month(first, words)}–{_month(last, words)} {first.year}"
    if first.month == last.month:
        return f"{_number(first, words)}–{_day(last, words)}"
    return f"{_number(first, words)} {_month(first, words)} – {_day(last, words)}"


def _is_month_end(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def _number(day: date, words: Words) -> str:
    return words["first_day"] if day.day == 1 else str(day.day)


def _month(day: date, words: Words) -> str:
    return str(words.table["months"][day.month - 1])


def _day(day: date | None, words: Words) -> str:
    assert day is not None
    return words["day"].format(day=_number(day, words), month=_month(day, words), year=day.year)


def _days_of_set(edtf: str) -> tuple[date, ...]:
    """The days of a one-of set of EDTF; () when it is none or holds more than three."""
    match = _ONE_OF.fullmatch(edtf)
    parts = match[1].split(",") if match else []
    if not 2 <= len(parts) <= 3:
        return ()
    try:
        return tuple(date.fromisoformat(part.strip()) for part in parts)
    except ValueError:
        return ()


def _one_of(days: tuple[date, ...], words: Words) -> str:
    """*12 ou 13 sept. 2023*: the month is written once when all days share it."""
    same = len({(day.year, day.month) for day in days}) == 1
    first = [_number(day, words) if same else _day(day, words) for day in days[:-1]]
    return f"{', '.join(first)} {words['or']} {_day(days[-1], words)}"


def parties_label(claim: Claim, words: Words) -> str:
    """*who → whom*; a dash for whom the text does not name."""
    who, whom = names(claim.actors.value), names(claim.recipients.value)
    if not whom:
        return who or words["nobody"]
    return f"{who or words['nobody']} → {whom}"


def names(parties: tuple[Party, ...]) -> str:
    """Names of the parties, separated by commas."""
    return ", ".join(dict.fromkeys(party.name for party in parties))


def sources_label(claim: Claim, words: Words) -> str:
    """The chain of sources, outermost first; the article itself when nobody else vouches."""
    chain = [party.name or words["unnamed_source"] for party in claim.according_to.value]
    return " › ".join(chain) or words["own_voice"]


def voice_label(wording: Wording, reading: Reading, words: Words) -> str:
    """Whose words they are, with the name of the source when there is one: *entre guillemets (M. Korvac)*."""
    name = next((a.source_name for a in reading.attributions if a.id == wording.attribution), None)
    voice = words.of("voices", wording.voice)
    return f"{voice} ({one_line(name)})" if name else voice


def what_label(claim: Claim, text: str) -> str:
    """The words of the event on one line."""
    return one_line(claim.trigger.of(text))


def type_label(claim: Claim) -> str:
    """`ASSAULT`, or `ASSAULT · drone` with a mode."""
    return claim.type.value if claim.mode.value is None else f"{claim.type.value} · {claim.mode.value}"


def one_line(text: str) -> str:
    """The words with single spaces between them."""
    return " ".join(text.split())


def headline(document: Document) -> str:
    """The title; else the first line when it looks like one; else the name of its file or its id.

    A date mark that opens the text is no headline; the line after it may be one.
    """
    if document.title:
        return one_line(document.title)
    text, preamble = document.text, document.preamble
    if preamble is not None and not text[: preamble.start].strip():
        stands_alone = "\n" in text[preamble.start : preamble.end] or text[preamble.end :].startswith(("\n", "\r"))
        text = text[preamble.end :] if stands_alone else ""
    first, line_end, _ = text.strip().partition("\n")
    if line_end and len(first) <= 140 and not first.rstrip().endswith((".", "…", "»", '"')):
        return one_line(first)
    return str(document.extra.get("file", document.id))


def summary(reading: Reading, words: Words) -> str:
    """How many claims, by status, and how many sources."""
    claims = reading.claims
    if not claims:
        return words["no_claim"]
    counts: dict[str, int] = {}
    for claim in claims:
        counts[claim.status.value] = counts.get(claim.status.value, 0) + 1
    sources = {party.name for claim in claims for party in claim.according_to.value if party.name}
    statuses = ", ".join(f"{words.of('statuses', status)} {counts[status]}" for status in words.table["statuses"] if status in counts)
    parts = [f"{words.count('claims', len(claims))} ({statuses})"]
    if sources:
        parts.append(words.count("sources", len(sources)))
    return " · ".join(parts)
