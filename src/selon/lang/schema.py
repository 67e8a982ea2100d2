"""The tables of a language folder: their columns, and what may stand in them.

A bad row is named by file, line and column.  `docs/reference/lexicons.md` explains every column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.errors import LanguageError
from selon.model.attribution import ATTITUDES, STANCES
from selon.model.wording import KINDS as WORDING_KINDS

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

PLOVER: dict[str, tuple[str, ...]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack",
        "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
    "OTHER": (),
}  # fmt: skip
CONTEXTS = frozenset(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy economic legal reparations "
    "human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic territory peacekeeping "
    "health asylum migration disasters natural_resource environment technology terrorism cbrn cyber misinformation crime corruption "
    "illegal_drugs trafficking".split()
)
SECTORS = frozenset("COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO".split())
ACTOR_KINDS = frozenset("person country government organisation armed_group media military party group document".split())
CUE_FRAMES = frozenset("say que inf np obl np_inf to_inf noun noun_que noun_inf prep medium".split())
VERB_FRAMES = frozenset(
    "transitive intransitive to against with from on for into reciprocal undergo undergo_by object_only dative about oblique_actor".split()
)
NOUN_FRAMES = frozenset("n_agent n_patient n_both n_visit n_about n_none".split())
FACT_CONSTRUCTIONS = frozenset("adverb governor noun_governor adjective marker preposition".split())
WORDING_CONSTRUCTIONS = frozenset("noun adjective modifier adverb verb phrase marks".split())
WORDING_CLASSES = frozenset("@demonym @name @person".split())
ANY = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the values it may hold (None: any), and whether it may be empty or hold several values."""

    name: str
    values: frozenset[str] | None = ANY
    optional: bool = False
    many: bool = False


def _is(*values: str) -> frozenset[str]:
    return frozenset(values)


TABLES: dict[str, tuple[Column, ...]] = {
    "cues.tsv": (
        Column("cue"), Column("frame", CUE_FRAMES), Column("attitude", frozenset(ATTITUDES)), Column("stance", frozenset(STANCES)),
        Column("preposition", optional=True, many=True), Column("example"),
    ),
    "factuality.tsv": (
        Column("cue"), Column("construction", FACT_CONSTRUCTIONS), Column("polarity", _is("pos", "neg", "open"), optional=True),
        Column("certainty", _is("certain", "probable", "possible", "uncommitted"), optional=True),
        Column("time", _is("past", "ongoing", "future", "none"), optional=True),
        Column("attitude", _is("none", "fear", "want", "intend", "demand", "promise", "threaten", "deny", "doubt"), optional=True),
        Column("example"),
    ),
    "events.tsv": (
        Column("trigger"), Column("frame", VERB_FRAMES), Column("type", frozenset(PLOVER)), Column("mode", optional=True),
        Column("contexts", CONTEXTS, optional=True, many=True), Column("object", optional=True, many=True), Column("example"),
    ),
    "nouns.tsv": (
        Column("trigger"), Column("frame", NOUN_FRAMES), Column("type", frozenset(PLOVER)), Column("mode", optional=True),
        Column("contexts", CONTEXTS, optional=True, many=True), Column("needs", _is("argument", "staged"), optional=True),
        Column("example"),
    ),
    "compounds.tsv": (Column("compound"), Column("example")),
    "roles.tsv": (
        Column("role"), Column("feminine", optional=True), Column("plural", optional=True), Column("kind", ACTOR_KINDS),
        Column("sector", SECTORS, optional=True), Column("takes", _is("country", "body", "both", "none")), Column("example"),
    ),
    "metonyms.tsv": (
        Column("form"), Column("stands_for"), Column("kind", ACTOR_KINDS), Column("country", optional=True),
        Column("seat", _is("always", "acting")), Column("example"),
    ),
    "demonyms.tsv": (
        Column("country", optional=True), Column("place"), Column("masculine"), Column("feminine"), Column("masculine_plural"),
        Column("feminine_plural"), Column("example"),
    ),
    "wording.tsv": (
        Column("wording"), Column("kind", frozenset(WORDING_KINDS)), Column("construction", WORDING_CONSTRUCTIONS),
        Column("needs", optional=True, many=True), Column("unless", optional=True, many=True), Column("note"),
        Column("counterexample", optional=True), Column("example"),
    ),
    "first_names.tsv": (Column("name"), Column("sex", _is("feminine", "masculine")), Column("example")),
}  # fmt: skip

OPTIONAL_TABLES = frozenset({"wording.tsv"})
"""Tables that a language may do without; what they find is then not looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its values by column and the place to correct it (`fr/cues.tsv:112`)."""

    values: dict[str, str]
    by: str

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a column that may hold several, separated by spaces."""
        return tuple(self.values[column].split())


def read_table(folder: Traversable, file: str, code: str) -> tuple[Row, ...]:
    """The rows of one table.  Lines that are empty or begin with `#` are for people.

    Raises:
        LanguageError: a column is missing or a cell holds what it may not; names file, line and column.
    """
    columns = TABLES[file]
    path = folder / file
    rows: list[Row] = []
    header: list[str] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        place = f"{code}/{file}:{number}"
        if header is None:
            header = cells
            expected = [column.name for column in columns]
            if header != expected:
                raise LanguageError(f"lang/{place}: the header is {header}; expected {expected}. Columns are separated by tabs.")
            continue
        if len(cells) != len(columns):
            raise LanguageError(
                f"lang/{place}: {len(cells)} cells; expected {len(columns)} ({', '.join(c.name for c in columns)}). "
                "Usually a tab is missing or stands twice."
            )
        values = dict(zip(header, cells, strict=True))
        for position, column in enumerate(columns, start=1):
            _check(values[column.name], column, f"lang/{place}:{position}")
        _check_mode(values, f"lang/{place}")
        _check_markup(values["example"], f"lang/{place}:{len(columns)}")
        if file == "wording.tsv":
            _check_wording(values, columns, f"lang/{place}")
        rows.append(Row(values, place))
    return tuple(rows)


def _check(value: str, column: Column, place: str) -> None:
    if not value:
        if not column.optional:
            raise LanguageError(f'{place}: column "{column.name}" is empty; every row needs one. See docs/reference/lexicons.md.')
        return
    if column.values is None:
        return
    for part in value.split() if column.many else [value]:
        if part not in column.values:
            expected = ", ".join(sorted(column.values))
            raise LanguageError(f'{place}: column "{column.name}" is "{part}"; expected one of {expected}. See docs/reference/lexicons.md.')


def _check_mode(values: dict[str, str], place: str) -> None:
    mode = values.get("mode")
    if mode and mode not in PLOVER[values["type"]]:
        allowed = ", ".join(PLOVER[values["type"]]) or "none"
        raise LanguageError(f'{place}: mode "{mode}" does not belong to type {values["type"]}; expected one of: {allowed}.')


def _check_wording(values: dict[str, str], columns: tuple[Column, ...], place: str) -> None:
    """The classes of *needs* are known, the example marks the loaded words, and the counterexample marks nothing."""
    at = {column.name: f"{place}:{position}" for position, column in enumerate(columns, start=1)}
    for part in values["needs"].split():
        if part.startswith("@") and part not in WORDING_CLASSES:
            expected = ", ".join(sorted(WORDING_CLASSES))
            raise LanguageError(
                f'{at["needs"]}: column "needs" is "{part}"; expected a lemma or one of {expected}. See docs/reference/lexicons.md.'
            )
    if values["example"].count("<") != 1:
        raise LanguageError(f'{at["example"]}: column "example" must mark the loaded words once as <…>. Usually the marks were forgotten.')
    if _MARK.search(values["counterexample"]):
        raise LanguageError(
            f'{at["counterexample"]}: column "counterexample" has marks; expected a plain sentence, for nothing is found in it.'
        )


MARKS = {"{": "}", "<": ">", "[": "]"}
_MARK = re.compile(r"[{}<>\[\]]")


def _check_markup(example: str, place: str) -> None:
    open_mark = ""
    for mark in _MARK.findall(example):
        if not open_mark and mark in MARKS:
            open_mark = mark
        elif open_mark and mark == MARKS[open_mark]:
            open_mark = ""
        else:
            raise LanguageError(f"{place}: the marks of the example do not pair at {mark!r}; use {{source}} <cue> [content], not nested.")
    if open_mark:
        raise LanguageError(f"{place}: {open_mark!r} of the example is never closed; use {{source}} <cue> [content], not nested.")


def unmark(example: str) -> tuple[str, dict[str, tuple[tuple[int, int], ...]]]:
    """The plain sentence of an example, and the spans under each kind of mark.

    >>> unmark("{Le maire} <affirme> que [tout va bien].")
    ('Le maire affirme que tout va bien.', {'{': ((0, 8),), '<': ((9, 16),), '[': ((21, 33),)})
    """
    plain: list[str] = []
    spans: dict[str, list[tuple[int, int]]] = {mark: [] for mark in MARKS}
    start, length, open_mark = 0, 0, ""
    for char in example:
        if char in MARKS:
            open_mark, start = char, length
        elif open_mark and char == MARKS[open_mark]:
            spans[open_mark].append((start, length))
            open_mark = ""
        else:
            plain.append(char)
            length += 1
    return "".join(plain), {mark: tuple(found) for mark, found in spans.items()}
