"""Does every row of a language folder work?  Each row's example is read, and the row must be found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.lang.schema import unmark
from selon.model.document import Document
from selon.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from selon.lang.schema import Row
    from selon.model.reading import Reading
    from selon.pipeline import Reader

Marks = dict[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Failure:
    """A row that its own example does not find: the row, its example, and what was found instead."""

    by: str
    example: str
    found: str


def check_examples(reader: Reader, tables: Iterable[str] | None = None) -> Iterator[tuple[str, Failure | None]]:
    """For each row of each table with examples, its place and its failure, or None when it is found."""
    for table, rows in reader.language.tables.items():
        if tables is None or table in tables:
            for row in rows:
                yield row.by, check_row(reader, table, row)


def check_row(reader: Reader, table: str, row: Row) -> Failure | None:
    """Read the example of one row; None when the row is found in it."""
    text, marks = unmark(row["example"])
    asked = tuple(Span(*mark) for mark in marks["["]) if table == "factuality.tsv" else ()
    reading = reader.read(Document("example", text, reader.language.code), asked=asked)
    problem = CHECKS[table](row, reading, marks) or _counterexample(reader, row)
    return None if problem is None else Failure(row.by, row["example"], problem)


def check_conditionals(reader: Reader) -> Iterator[tuple[str, Failure | None]]:
    """For each example of each rule of `conditionals.toml`, the rule, and its failure when another rule reads the example."""
    for rule in reader.language.settings.get("conditionals", {}).get("rule", ()):
        by = f"{reader.language.code}/conditionals.toml:{rule['name']}"
        for example in rule["examples"]:
            found = [c.by for c in reader.read(Document("example", example, reader.language.code)).conditionals]
            yield by, None if found == [by] else Failure(by, example, f"read by {found}")


def _counterexample(reader: Reader, row: Row) -> str | None:
    """Nothing is found by this row where its words are innocent."""
    text = row.values.get("counterexample", "")
    found = (
        [w.span.of(text) for w in reader.read(Document("example", text, reader.language.code)).wording if w.by == row.by] if text else []
    )
    return f"{found} in its counterexample {text!r}" if found else None


def _touches(found: Iterable[Span], marked: tuple[tuple[int, int], ...]) -> bool:
    return not marked or any(span.overlaps(Span(*mark)) for span in found for mark in marked)


def _cue(row: Row, reading: Reading, marks: Marks) -> str | None:
    """The cue is found by this row or its twin of the same words, with its source and content."""
    if row["frame"] == "medium":
        return None if any(a.kind == "document" for a in reading.actors) or reading.attributions else "no document speaks"
    at = [a for a in reading.attributions if _touches(a.cue, marks["<"])]
    if not at:
        return f"no attribution at the cue; found {[(a.by, [s.of(reading.document.text) for s in a.cue]) for a in reading.attributions]}"
    good = [a for a in at if _touches(a.content, marks["["]) and (not marks["{"] or _touches(a.source, marks["{"]))]
    if not good:
        text = reading.document.text
        return f"source {[s.of(text) for a in at for s in a.source]}, content {[s.of(text) for a in at for s in a.content]}"
    if not any(a.attitude == row["attitude"] for a in good):
        return f"attitude {good[0].attitude} by {good[0].by}"
    return None


def _event(row: Row, reading: Reading, marks: Marks) -> str | None:
    """The happening is found with this type, and the marked actor and recipient fill their slots."""
    text = reading.document.text
    at = [c for c in reading.claims if _touches([c.trigger], marks["<"])]
    if not at:
        return f"no claim at the trigger; found {[(c.trigger.of(text), c.type.by) for c in reading.claims]}"
    typed = [c for c in at if c.type.value == row["type"] and (c.mode.value or "") == row["mode"]]
    if not typed:
        return f"{at[0].type.value} {at[0].mode.value} by {at[0].type.by}"
    for claim in typed:
        actors = [m for p in claim.actors.value for m in p.mentions[:1]]
        recipients = [m for p in claim.recipients.value for m in p.mentions[:1]]
        if _touches(actors, _parties(reading, marks["{"])) and _touches([*recipients, *actors], _parties(reading, marks["["])):
            return None
    return f"actors {[p.name for p in typed[0].actors.value]}, recipients {[p.name for p in typed[0].recipients.value]}"


def _compound(_row: Row, reading: Reading, marks: Marks) -> str | None:
    """The marked words name no happening."""
    at = [c.trigger.of(reading.document.text) for c in reading.claims if _touches([c.trigger], marks["<"])]
    return f"a happening at {at}" if at else None


def _parties(reading: Reading, marked: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The marked spans that name somebody: a motion or a bridge fills no slot."""
    return tuple(
        mark for mark in marked if any(m.actors and m.span.overlaps(Span(*mark)) and m.kind != "adjective" for m in reading.mentions)
    )


def _factuality(row: Row, reading: Reading, _marks: Marks) -> str | None:
    """The marked happening gets the values of the row, whatever other rows add."""
    if not reading.asked:
        return None
    _, factuality = reading.asked[0]
    axes = {"polarity": factuality.polarity, "certainty": factuality.certainty, "time": factuality.time, "attitude": factuality.attitude}
    wrong = {axis: cell.value for axis, cell in axes.items() if row[axis] and cell.value != row[axis]}
    return f"{wrong}" if wrong else None


def _actor(_row: Row, reading: Reading, marks: Marks) -> str | None:
    """The marked words are a mention, of this kind where the row gives one."""
    at = [m for m in reading.mentions if _touches([m.span], marks["{"] or marks["["] or marks["<"])]
    return None if at else "no mention there"


def _wording(row: Row, reading: Reading, marks: Marks) -> str | None:
    """Exactly the marked words are found by this row."""
    if any(w.by == row.by and (tuple(w.span),) == marks["<"] for w in reading.wording):
        return None
    return f"{[(w.by, w.span.of(reading.document.text)) for w in reading.wording]}"


def _pronoun(_row: Row, reading: Reading, marks: Marks) -> str | None:
    """The marked pronoun takes somebody up, which a name of the other sex would not let it."""
    at = [m for m in reading.mentions if m.actors and _touches([m.span], marks["{"])]
    return None if at else "the pronoun takes nobody up"


CHECKS: dict[str, Callable[[Row, Reading, Marks], str | None]] = {
    "cues.tsv": _cue,
    "events.tsv": _event,
    "nouns.tsv": _event,
    "compounds.tsv": _compound,
    "factuality.tsv": _factuality,
    "roles.tsv": _actor,
    "metonyms.tsv": _actor,
    "demonyms.tsv": _actor,
    "wording.tsv": _wording,
    "first_names.tsv": _pronoun,
}
