"""Expressions of time: every row of every grammar, and what the stage does with publication dates, tenses and mentions."""

from __future__ import annotations

import re
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from selon.errors import LanguageError
from selon.model.dates import DateInterval
from selon.model.document import Document
from selon.model.span import Span
from selon.model.syntax import Sentence, Token
from selon.model.timex import Timex
from selon.stages.timex_grammar import Example, TimexGrammar, read_timex_grammar
from selon.stages.timexes import find_timexes

LANG = resources.files("selon") / "lang"
CODES = sorted(entry.name for entry in LANG.iterdir() if entry.is_dir() and (entry / "timex.toml").is_file())
GRAMMARS = {code: read_timex_grammar(LANG / code, code) for code in CODES}
FR = GRAMMARS["fr"]
EXAMPLES = [
    pytest.param(GRAMMARS[code], example, id=f"{example.by} {example.text[:40]}") for code in CODES for example in GRAMMARS[code].examples
]


def plain_sentence(text: str, start: int = 0, i: int = 0, paragraph: int = 0) -> Sentence:
    """A sentence without a tree: each word governs itself, so no tense is known."""
    words = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    tokens = tuple(Token(n, start + a, start + b, text[a:b], text[a:b].lower(), "X", {}, n, "root") for n, (a, b) in enumerate(words))
    return Sentence(i, paragraph, False, start, start + len(text), tokens, ((),) * len(tokens))


def document(text: str, published: str | None = "2024-03-15", preamble: Span | None = None) -> Document:
    return Document("d", text, "fr", published=None if published is None else DateInterval.parse(published), preamble=preamble)


def read(text: str, published: str | None = "2024-03-15", grammar: TimexGrammar = FR) -> tuple[Timex, ...]:
    """The expressions of a text whose sentences end at line breaks."""
    sents, start = [], 0
    for i, line in enumerate(text.split("\n")):
        sents.append(plain_sentence(line, start, i))
        start += len(line) + 1
    return find_timexes(document(text, published), tuple(sents), grammar)


def unmark(text: str) -> tuple[str, list[Span]]:
    spans, plain, start = [], "", 0
    for char in text:
        if char == "«":
            start = len(plain)
        elif char == "»":
            spans.append(Span(start, len(plain)))
        else:
            plain += char
    return plain, spans


@pytest.mark.parametrize(("grammar", "example"), EXAMPLES)
def test_every_example_gives_its_value(grammar: TimexGrammar, example: Example) -> None:
    """A row finds the expressions that its example marks, and gives them the value it states."""
    text, spans = unmark(example.text)
    found = read(text, example.published, grammar)
    if not example.values:
        assert found == ()
        return
    by_span = {timex.span: timex for timex in found}
    assert [by_span[span].value if span in by_span else None for span in spans] == list(example.values), found
    assert by_span[spans[-1]].anchor == example.anchor


TREES: dict[str, list[tuple[str, str, str, dict[str, str], int, str]]] = {
    "past": [
        ("Le", "le", "DET", {}, 1, "det"), ("juge", "juge", "NOUN", {}, 3, "nsubj"),
        ("a", "avoir", "AUX", {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}, 3, "aux:tense"),
        ("statué", "statuer", "VERB", {"Tense": "Past", "VerbForm": "Part"}, 3, "root"),
    ],
    "future": [
        ("Le", "le", "DET", {}, 1, "det"), ("juge", "juge", "NOUN", {}, 2, "nsubj"),
        ("statuera", "statuer", "VERB", {"Mood": "Ind", "Tense": "Fut", "VerbForm": "Fin"}, 2, "root"),
    ],
    "present": [
        ("Le", "le", "DET", {}, 1, "det"), ("juge", "juge", "NOUN", {}, 2, "nsubj"),
        ("statue", "statuer", "VERB", {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}, 2, "root"),
    ],
    "hearsay": [
        ("Le", "le", "DET", {}, 1, "det"), ("juge", "juge", "NOUN", {}, 3, "nsubj"),
        ("aurait", "avoir", "AUX", {"Mood": "Cnd", "Tense": "Pres", "VerbForm": "Fin"}, 3, "aux:tense"),
        ("statué", "statuer", "VERB", {"Tense": "Past", "VerbForm": "Part"}, 3, "root"),
    ],
    "modal": [
        ("Le", "le", "DET", {}, 1, "det"), ("juge", "juge", "NOUN", {}, 2, "nsubj"),
        ("doit", "devoir", "VERB", {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}, 2, "root"),
        ("statuer", "statuer", "VERB", {"VerbForm": "Inf"}, 2, "xcomp"),
    ],
    "expected": [
        ("Le", "le", "DET", {}, 1, "det"), ("vote", "vote", "NOUN", {}, 3, "nsubj:pass"),
        ("est", "être", "AUX", {"Mood": "Ind", "Tense": "Pres", "VerbForm": "Fin"}, 3, "aux:pass"),
        ("prévu", "prévoir", "VERB", {"Tense": "Past", "VerbForm": "Part", "Voice": "Pass"}, 3, "root"),
    ],
}  # fmt: skip


def tree_sentence(kind: str, words: str) -> tuple[str, Sentence]:
    """A hand-built clause followed by an expression of time that hangs on its verb."""
    rows = list(TREES[kind])
    verb = len(rows) - 1
    rows += [
        (word, word, "NOUN", {}, verb if n == 0 else len(TREES[kind]), "obl:mod" if n == 0 else "nmod")
        for n, word in enumerate(words.split())
    ]
    tokens, start = [], 0
    for i, (text, lemma, upos, feats, head, dep) in enumerate(rows):
        tokens.append(Token(i, start, start + len(text), text, lemma, upos, feats, head, dep))
        start += len(text) + 1
    children = tuple(tuple(t.i for t in tokens if t.head == i and t.i != i) for i in range(len(tokens)))
    text = " ".join(token.text for token in tokens)
    return text, Sentence(0, 0, False, 0, len(text), tuple(tokens), children)


@pytest.mark.parametrize(
    ("kind", "words", "value", "direction"),
    [
        ("past", "mardi", "2024-03-12", "past"),
        ("future", "mardi", "2024-03-19", "future"),
        ("present", "samedi", "2024-03-16", "none"),
        ("present", "jeudi", "2024-03-14", "none"),
        ("hearsay", "mardi", "2024-03-12", "past"),
        ("modal", "mardi", "2024-03-19", "future"),
        ("expected", "mardi", "2024-03-19", "future"),
        ("past", "vendredi", "2024-03-15", "past"),
        ("past", "cette nuit", "2024-03-14TNI", "past"),
        ("future", "cette nuit", "2024-03-15TNI", "none"),
        ("past", "en décembre", "2023-12", "past"),
        ("future", "en décembre", "2024-12", "future"),
        ("past", "le 4 avril", "2023-04-04", "past"),
        ("future", "le 4 avril", "2024-04-04", "future"),
        ("past", "le 29 février", "2024-02-29", "past"),
    ],
)
def test_the_tense_of_the_verb_decides_the_direction(kind: str, words: str, value: str, direction: str) -> None:
    """A weekday or a date without a year lies on the side of the verb that governs it."""
    text, sent = tree_sentence(kind, words)
    (timex,) = find_timexes(document(text), (sent,), FR)
    assert (timex.value, timex.direction) == (value, direction)


@pytest.mark.parametrize(
    ("published", "text", "edtf", "earliest", "latest", "value"),
    [
        ("2023-09", "Il a rencontré le roi mardi dernier.", "[2023-08-29,2023-09-05,2023-09-12,2023-09-19,2023-09-26]", "2023-08-29", "2023-09-27", "2023-WXX-2"),
        ("2023-09", "L'agence a parlé dimanche.", "[2023-08-27,2023-09-03,2023-09-10,2023-09-17,2023-09-24]", "2023-08-27", "2023-09-25", "2023-WXX-7"),
        ("2023-09", "La loi est votée aujourd'hui.", "2023-09-XX", "2023-09-01", "2023-10-01", "2023-09-XX"),
        ("2023-09", "La loi a été votée hier.", "[2023-08-31..2023-09-29]", "2023-08-31", "2023-09-30", "2023-XX-XX"),
        ("2023-09", "La loi a été votée en août.", "2023-08", "2023-08-01", "2023-09-01", "2023-08"),
        ("2023-09", "La loi a été votée le mois dernier.", "2023-08", "2023-08-01", "2023-09-01", "2023-08"),
        ("2023-09", "La loi a été votée l'an dernier.", "2022", "2022-01-01", "2023-01-01", "2022"),
        ("2023-09", "Le camp est fermé depuis plusieurs jours.", "../2023-09-30", None, "2023-10-01", "PXD"),
        ("2023", "La loi a été votée l'an dernier.", "2022", "2022-01-01", "2023-01-01", "2022"),
        ("2023", "L'agence a parlé dimanche.", "[2023-01-01..2023-12-31]", "2023-01-01", "2024-01-01", "2023-WXX-7"),
        ("2024-03-15", "Le camp est fermé depuis quelques semaines.", "../2024-03-15", None, "2024-03-16", "PXW"),
        ("2024-03-15", "Le camp est fermé depuis trois jours.", "2024-03-12/2024-03-15", "2024-03-12", "2024-03-16", "P3D"),
        ("2024-03-15", "Le pont a été bâti il y a dix ans.", "2014", "2014-01-01", "2015-01-01", "P10Y"),
        ("2024-03-15", "Un poste a été attaqué cette nuit.", "2024-03-14/2024-03-15", "2024-03-14", "2024-03-16", "2024-03-14TNI"),
        ("2024-03-15", "L'armée partira fin 2014.", "2014", "2014-09-01", "2015-01-01", "2014"),
        ("2024-03-15", "La ville a été visitée la semaine dernière.", "2024-03-04/2024-03-10", "2024-03-04", "2024-03-11", "2024-W10"),
        (None, "La loi a été votée le 3 mai 2021.", "2021-05-03", "2021-05-03", "2021-05-04", "2021-05-03"),
        (None, "L'agence a parlé dimanche.", None, None, None, "XXXX-WXX-7"),
        (None, "La loi a été votée hier.", None, None, None, "XXXX-XX-XX"),
        (None, "La loi a été votée le 3 mai.", "XXXX-05-03", None, None, "XXXX-05-03"),
        (None, "La loi a été votée l'an dernier.", None, None, None, "XXXX"),
    ],
)  # fmt: skip
def test_nothing_is_more_precise_than_the_publication_date(
    published: str | None, text: str, edtf: str | None, earliest: str | None, latest: str | None, value: str
) -> None:
    """With a month or a year all its days are tried, and what remains possible is said; no single day is invented."""
    (timex,) = read(text, published)
    assert timex.edtf == edtf
    assert timex.earliest == (None if earliest is None else date.fromisoformat(earliest))
    assert timex.latest == (None if latest is None else date.fromisoformat(latest))
    assert timex.value == value


def test_what_happened_before_it_was_said_prunes_the_publication_days() -> None:
    """Of the five Sundays on or before a day of March 2024 the one of February is left out: the Tuesday before it is later."""
    text = "La délégation est partie mardi dernier, a annoncé dimanche le porte-parole."
    sent = plain_sentence(text)
    doc = document(text, "2024-03")
    left, said = find_timexes(doc, (sent,), FR)
    left, said = find_timexes(doc, (sent,), FR, happened_before_said=[(left.span, said.span)])
    assert said.edtf == "[2024-03-03,2024-03-10,2024-03-17,2024-03-24,2024-03-31]"
    assert left.edtf == "[2024-02-27,2024-03-05,2024-03-12,2024-03-19,2024-03-26]"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Le convoi est parti le 4 mars 2019.\nIl est rentré le lendemain.", ["2019-03-04", "2019-03-05"]),
        ("Le convoi est parti lundi.\nÀ 18 h, il a été attaqué.", ["2024-03-11", "2024-03-11T18:00"]),
        ("Vers 0 h 40, jeudi, deux voitures se sont heurtées.", ["2024-03-14T00:40", "2024-03-14"]),
        ("Le vote a eu lieu les 16 et 17 juin 2012.", ["2012-06-16", "2012-06-17"]),
        ("La trêve a duré du 30 décembre au 2 janvier 2013.", ["2012-12-30", "2013-01-02"]),
        ("La grève durera de mai à septembre.", ["2024-05", "2024-09"]),
        ("Le marché aura lieu samedi 4 mai et la fête dimanche 5.", ["2024-05-04", "2024-05-05"]),
        ("Élu en 2015, il a été battu trois ans plus tard.", ["2015", "P3Y"]),
    ],
)
def test_expressions_count_from_those_before_them(text: str, values: list[str]) -> None:
    """Anaphors and hours count from the last day spoken of; a shared month or year reaches back."""
    assert [timex.value for timex in read(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "Le bâtiment a été détruit.",
        "Un chauffeur de 38 ans a été blessé.",
        "La sonde est arrivée sur Mars.",
        "Le cortège a suivi la rue du 4-Septembre.",
        "La ville compte 2000 habitants.",
        "Le doyen a 92 ans.",
        "Le train roulait à 300 km/h.",
        "Les Jeux olympiques d'hiver ont commencé.",
        "Elle a fêté ses 60 ans.",
        "L'étoile est à 5 000 années-lumière.",
    ],
)
def test_words_that_only_look_like_a_time_are_left_alone(text: str) -> None:
    """Participles, ages, planets, streets, quantities and speeds are no expressions of time."""
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Le camp est fermé depuis mars 2019.", "since"),
        ("Le camp sera fermé jusqu'en mars 2029.", "until"),
        ("Le camp sera fermé d'ici la fin de l'année.", "until"),
        ("Le camp a été fermé avant le 3 mai 2021.", "before"),
        ("Le camp a été fermé après le 3 mai 2021.", "after"),
        ("Le camp a été fermé pendant trois mois.", "during"),
        ("Le camp a été fermé en mars 2019.", "in"),
    ],
)
def test_the_preposition_gives_the_relation(text: str, relation: str) -> None:
    """The preposition stays outside the span and says how a happening stands to it."""
    (timex,) = read(text)
    assert timex.relation == relation


def test_the_preamble_is_not_read() -> None:
    """The date of a dateline is that of the document, not of an expression."""
    text = "22 juin 2012. - Le camp est fermé."
    assert find_timexes(document(text, "2012-06-22", Span(0, 15)), (plain_sentence(text),), FR) == ()


def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path) -> None:
    """An unknown kind of meaning is an error that says where it stands and what was expected."""
    text = (LANG / "fr" / "timex.toml").read_text(encoding="utf-8").replace('make = "decade"', 'make = "decad"', 1)
    (tmp_path / "timex.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError, match=r'lang/xx/timex.toml:\d+: "make" is "decad"; expected one of century'):
        read_timex_grammar(tmp_path, "xx")
