"""The temporal grammar of a language: words and rules read from `lang/<code>/timex.toml`.

A pattern is a regular expression in which `{month}` stands for the words of a class or for a slot, « » enclose an expression
(without them the whole match is one), a blank is any white space, and a capital may lack its accent.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from re import _parser as regex_parser  # type: ignore[attr-defined]  # the one place that knows how a pattern can begin
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from selon.errors import LanguageError
from selon.stages.timex_meaning import KINDS, Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

FILE = "timex.toml"
PHRASE_DEPTH = 3
"""A phrase may use phrases that use phrases."""
FIELD_OF_KEY = {"from": "anchor"}
"""In a row `anchor` belongs to the example; what the expression itself counts from is `from`."""
_SAME = str.maketrans({"’": "'", "-": " ", "‐": " ", "‑": " "})
_WORD = re.compile(r"[^\W\d_]+|\d+")
_PLACEHOLDER = re.compile(r"\{([a-z]\w*)\}")
FIELDS = frozenset(field.name for field in fields(Meaning))
_ROW_KEYS = frozenset("name pattern make example gives anchor published relation upos".split())


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its expressions in « », the value each must have, and what it counts from."""

    text: str
    values: tuple[str, ...]
    anchor: str
    published: str
    by: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: how an expression looks and what it means.

    Attributes:
        by: the line of the grammar, e.g. `fr/timex.toml:212`.
        source: its regular expression.
        make: the kind of meaning (`MAKES` in `timex_resolve`), or `trap` for words that only look like a time.
        constants: parts of the meaning that the row gives itself.
        spans: how many expressions one match holds.
        relation: relation of each expression when the row says it, else empty.
        upos: parts of speech its first word may have; empty for any.
        rank: position in the file; earlier wins between matches of one length.
    """

    by: str
    source: str
    make: str
    constants: Mapping[str, Any]
    spans: int
    relation: tuple[str, ...]
    upos: frozenset[str]
    rank: int
    example: Example


@dataclass(frozen=True, slots=True, eq=False)
class TimexGrammar:
    """All that a language says about time.

    Attributes:
        code: its ISO 639-1 code.
        words: for each class the value of each form, forms folded.
        rules: the rows, in order.
        index: folded word, `#` (a number) or `#4` (a number of four digits) → ranks of the rules it may set off; of rules that
            differ only in their example the first.
        relations: prepositions that stand before an expression, as (regular expression, relation, the direction it leans to, row).
        cues: lists of lemmas that decide the direction, by name.
        nominal: prepositions that make an expression the complement of a noun (*de*, *du*), a regular expression.
        aim: prepositions before the new date of what is put off (*reporté au 3 mai*), a regular expression.
        datelines: the rows for the head of an article, tried in order.
        examples: one for each rule, relation and word.
    """

    code: str
    words: Mapping[str, Mapping[str, str]]
    rules: tuple[Rule, ...]
    index: Mapping[str, tuple[int, ...]]
    relations: tuple[tuple[str, str, str, str], ...]
    cues: Mapping[str, frozenset[str]]
    nominal: str
    aim: str
    datelines: tuple[Rule, ...]
    examples: tuple[Example, ...]


@cache
def compiled(source: str) -> re.Pattern[str]:
    """A pattern, compiled when it is first needed: most articles never need most rules."""
    return re.compile(source, re.IGNORECASE)


def first_characters(source: str) -> frozenset[str]:
    """The characters, in lower case, with which a match of a pattern can begin; "" when any may."""
    found, _ = _firsts(regex_parser.parse(source, re.IGNORECASE))
    return frozenset({""} if found is None else found)


def _firsts(items: Any) -> tuple[set[str] | None, bool]:
    """The first characters of a parsed pattern, and whether it can match without any."""
    found: set[str] = set()
    for code, value in items:
        name = str(code)
        if name in {"AT", "ASSERT", "ASSERT_NOT"}:
            continue
        if name in {"SUBPATTERN", "MAX_REPEAT", "MIN_REPEAT"}:
            inner, can_be_empty = _firsts(value[-1])
            can_be_empty = can_be_empty or (name != "SUBPATTERN" and value[0] == 0)
        elif name == "BRANCH":
            parts = [_firsts(branch) for branch in value[1]]
            inner = None if any(part is None for part, _ in parts) else {c for part, _ in parts if part is not None for c in part}
            can_be_empty = any(empty for _, empty in parts)
        else:
            inner, can_be_empty = _literals([(code, value)] if name != "IN" else value), False
        if inner is None:
            return None, can_be_empty
        found |= inner
        if not can_be_empty:
            return found, False
    return found, True


def _literals(items: Any) -> set[str] | None:
    found: set[str] = set()
    for code, value in items:
        name = str(code)
        if name == "LITERAL":
            found.add(chr(value).lower())
        elif name == "RANGE" and value[1] - value[0] < 64:
            found |= {chr(c).lower() for c in range(value[0], value[1] + 1)}
        elif name == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            found |= set("0123456789")
        else:
            return None
    return found


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word in lower case without accents, with a straight apostrophe and single blanks, hyphens read as blanks."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    return " ".join(plain.translate(_SAME).split())


def triggers(text: str, grammar: TimexGrammar) -> list[tuple[int, tuple[int, ...]]]:
    """The words of a text that set off rules: where they stand, and the ranks of these rules."""
    index = grammar.index
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        key = fold(word) if not word.isdecimal() else "#4" if len(word) == 4 else "#"
        ranks = index.get(key, ())
        if ranks:
            found.append((match.start(), ranks))
    return found


@cache
def by_first_character(ranks: tuple[int, ...], grammar: TimexGrammar) -> Mapping[str, tuple[Rule, ...]]:
    """Rules by the character, in lower case, with which a match may begin; under "" those that may begin with any.

    Most rules are passed over at most words by this alone: it makes the stage four times as fast.
    """
    found: dict[str, list[Rule]] = {}
    for rule in map(grammar.rules.__getitem__, ranks):
        for character in first_characters(rule.source):
            found.setdefault(character, []).append(rule)
    return MappingProxyType({character: tuple(rules) for character, rules in found.items()})


def read_timex_grammar(folder: Traversable, code: str) -> TimexGrammar:
    """The temporal grammar of a language folder.

    Raises:
        LanguageError: the file is not TOML, or a row lacks something; names file and line.
    """
    text = (folder / FILE).read_text(encoding="utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"lang/{code}/{FILE}: not valid TOML: {error}. Usually a row lacks a quotation mark or a comma.") from error
    return _Builder(code, text, data).build()


class _Builder:
    """Turns the tables of the file into a grammar; lives only while the file is read."""

    def __init__(self, code: str, text: str, data: dict[str, Any]) -> None:
        self.code = code
        self.data = data
        self.lines = {m.group(1): n for n, line in enumerate(text.split("\n"), 1) if (m := re.match(r'\s*\{ name = "([^"]+)"', line))}
        self.published = str(data["published"])
        self.classes = {name: self._class(table) for name, table in data["class"].items()}
        self.words = self._fields()
        self.slots = {name: self._alternation(table) for name, table in data["class"].items()}
        self.phrases: dict[str, str] = data["phrase"]
        for name, pattern in data["slot"].items():
            self.slots[name] = _PLACEHOLDER.sub(lambda m: self.slots[m.group(1)], pattern)

    def build(self) -> TimexGrammar:
        rules: list[Rule] = []
        index: dict[str, list[int]] = {}
        twins: set[tuple[object, ...]] = set()
        for group in self.data["group"]:
            needs = {word for need in group["needs"] for word in self._needs(need)}
            for row in group["rules"]:
                rule = self._rule(row, len(rules))
                rules.append(rule)
                twin = (rule.source, rule.make, str(dict(rule.constants)), rule.upos)
                if twin in twins:
                    continue
                twins.add(twin)
                for word in needs:
                    index.setdefault(word, []).append(rule.rank)
        datelines = tuple(
            self._rule({"make": "date", "anchor": "explicit", **row}, n) for n, row in enumerate(self.data["dateline"]["rules"])
        )
        relations = tuple(
            (_regex(row["before"]) + r"\s*\Z", row["relation"], row.get("leans", ""), self._by(row))
            for row in self.data["relation"]["rules"]
        )
        related = [self._example(row, self._by(row)) for row in self.data["relation"]["rules"]]
        index["#4"] = sorted({*index.get("#4", []), *index.get("#", [])})
        return TimexGrammar(
            code=self.code,
            words=MappingProxyType(self.words),
            rules=tuple(rules),
            index=MappingProxyType({word: tuple(ranks) for word, ranks in index.items()}),
            relations=relations,
            cues=MappingProxyType({name: frozenset(lemmas) for name, lemmas in self.data["direction"].items() if isinstance(lemmas, list)}),
            nominal=_regex(self.data["direction"]["nominal"]) + r"\s*\Z",
            aim=_regex(r"(?:^|\W)" + self.data["direction"]["aim"]) + r"\s*\Z",
            datelines=datelines,
            examples=(*(rule.example for rule in rules), *related, *self._word_examples()),
        )

    def _fields(self) -> dict[str, Mapping[str, str]]:
        """The words by the field they fill: the classes `mod` and `mod2` fill one field in different places."""
        merged: dict[str, dict[str, str]] = {}
        for name, words in self.classes.items():
            merged.setdefault(name.rstrip("0123456789"), {}).update(words)
        return {name: MappingProxyType(words) for name, words in merged.items()}

    def _class(self, table: dict[str, Any]) -> Mapping[str, str]:
        return MappingProxyType({fold(form): value for value, forms in table["words"].items() for form in forms})

    def _alternation(self, table: dict[str, Any]) -> str:
        forms = sorted({form for forms in table["words"].values() for form in forms}, key=lambda form: (-len(form), form))
        return "|".join(_regex(re.sub(r"[.()]", r"\\\g<0>", form).replace("-", "[-‐‑ ]")) for form in forms)

    def _needs(self, need: str) -> set[str]:
        if not need.startswith("@"):
            return {fold(need)}
        return {max(reversed(_WORD.findall(form)), key=len) for form in self.classes[need[1:]]}  # the longest word is the rarest

    def _by(self, row: dict[str, Any]) -> str:
        return f"{self.code}/{FILE}:{self.lines.get(row.get('name', ''), 0)}"

    def _example(self, row: dict[str, Any], by: str) -> Example:
        values = tuple(str(row["gives"]).split(" | ")) if row["gives"] else ()
        return Example(row["example"], values, row.get("anchor", "explicit"), str(row.get("published", self.published)), by)

    def _word_examples(self) -> list[Example]:
        found = []
        for name, table in self.data["class"].items():
            if "example" not in table:
                continue
            for value, forms in table["words"].items():
                number = int(value) if value.lstrip("-").isdigit() else value
                gives = table["gives"].format(value=number)
                found += [
                    Example(
                        table["example"].format(form=form),
                        (gives,),
                        table.get("anchor", "explicit"),
                        self.published,
                        f"{self.code}/{FILE} class {name}: {form}",
                    )
                    for form in forms
                ]
        return found

    def _rule(self, row: dict[str, Any], rank: int) -> Rule:
        by = self._by(row)
        missing = {"name", "pattern", "make", "example", "gives"} - row.keys()
        if missing:
            raise LanguageError(
                f"lang/{by}: row {row.get('name')!r} lacks {', '.join(sorted(missing))}; every rule needs a name, a pattern, "
                "what it makes, an example and the value it gives. Usually a key is misspelt."
            )
        if row["make"] not in KINDS:
            raise LanguageError(
                f'lang/{by}: "make" is "{row["make"]}"; expected one of {", ".join(sorted(KINDS))}. See the head of the file.'
            )
        unknown = row.keys() - _ROW_KEYS - FIELDS - FIELD_OF_KEY.keys()
        if unknown:
            raise LanguageError(
                f"lang/{by}: row {row['name']!r} has {', '.join(sorted(unknown))}; no meaning has such a part. Usually a key is misspelt."
            )
        source, spans = self._source(row["pattern"], by)
        return Rule(
            by=by,
            source=source,
            make=row["make"],
            constants=MappingProxyType({FIELD_OF_KEY.get(key, key): value for key, value in row.items() if key not in _ROW_KEYS}),
            spans=spans,
            relation=tuple(row.get("relation", "").split()),
            upos=frozenset(row.get("upos", "").split()),
            rank=rank,
            example=self._example(row, by),
        )

    def _source(self, pattern: str, by: str) -> tuple[str, int]:
        """The regular expression of a pattern; groups are called `span1`, `month1_3`: slot, expression, and a running number."""
        for _ in range(PHRASE_DEPTH):
            pattern = _PLACEHOLDER.sub(lambda m: self.phrases.get(m.group(1), m.group()), pattern)
        if "«" not in pattern:
            pattern = f"«{pattern}»"
        pieces: list[str] = []
        span = running = 0
        for piece in re.split(r"([«»]|\{[a-z]\w*\})", pattern):
            name = piece[1:-1]
            if piece == "«":
                span += 1
                pieces.append(f"(?P<span{span}>")
            elif piece == "»":
                pieces.append(")")
            elif _PLACEHOLDER.fullmatch(piece):
                if name not in self.slots:
                    raise LanguageError(
                        f"lang/{by}: {{{name}}} is neither a class nor a slot; expected one of {', '.join(sorted(self.slots))}."
                    )
                running += 1
                pieces.append(f"(?P<{name.rstrip('0123456789')}{max(span, 1)}_{running}>{self.slots[name]})")
            else:
                pieces.append(_regex(piece))
        return r"(?:(?<![\w-])|(?!\w))(?:" + "".join(pieces) + r")(?!\w)", span


def _regex(pattern: str) -> str:
    """A pattern with any white space for a blank, any apostrophe, and capitals that may lack their accent."""
    pieces = []
    in_set = False
    for char in pattern:
        plain = fold(char) if char.isalpha() else char
        in_set = char == "[" or (in_set and char != "]")
        if in_set:
            pieces.append(char)
        elif char == " ":
            pieces.append(r"(?:\s+)")
        elif char == "'":
            pieces.append("['’]")
        elif char.isalpha() and plain != char.lower() and len(plain) == 1:
            pieces.append(f"(?:{char}|(?-i:{plain.upper()}))")
        else:
            pieces.append(char)
    return "".join(pieces)
