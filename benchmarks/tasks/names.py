"""Proper names in French news: spans and types (PER, LOC, ORG, MISC), both exact."""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.corpora import AbsentError, shared
from benchmarks.measures import Measure, Outcome, precision_recall_f1
from selon.stages.names import agree_on_names
from selon.stages.sentences import cut_sentences

if TYPE_CHECKING:
    from selon.pipeline import Reader

OURS = Path(__file__).resolve().parent.parent / "data" / "names_fr.txt"
FIRST = "first experiment, two languages and a table of names"
PUBLISHED = "fr_core_news_lg, published on its own kind of test"
_MARKED = re.compile(r"\[(PER|LOC|ORG|MISC) ([^\[\]]+)\]")
Name = tuple[int, int, str]


def measure_names(reader: Reader) -> Outcome:
    """Exact F1 on the test part of Sequoia, and on sentences of ours that no training has seen."""
    measures: list[Measure] = []
    files = [OURS]
    try:
        files.append(shared("data", "ner", "fr", "sequoia-frsemcor-test.jsonl.xz"))
        measures.append(Measure("Sequoia test F1", _score(reader, _sequoia(files[-1]))[""], FIRST, 0.752))
    except AbsentError:
        pass  # the sentences of ours can be measured anywhere
    scores = _score(reader, _marked(OURS))
    measures.append(Measure("own sentences F1", scores.pop(""), PUBLISHED, 0.842))
    measures += [Measure(f"own sentences {label}", scores[label]) for label in ("PER", "LOC", "ORG", "MISC")]
    return Outcome(tuple(measures), tuple(files), "exact-span-and-type")


def _sequoia(path: Path) -> list[tuple[str, list[Name]]]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["text"], [(start, end, label) for start, end, label in row["ents"]]) for row in rows]


def _marked(path: Path) -> list[tuple[str, list[Name]]]:
    """Texts with names marked `[LABEL name]`; a block without an empty line is one news item, read as one text."""
    blocks = re.split(r"\n\s*\n", "\n".join(line for line in path.read_text(encoding="utf-8").split("\n") if not line.startswith("#")))
    return [_unmark(" ".join(block.split("\n"))) for block in blocks if block.strip()]


def _unmark(marked: str) -> tuple[str, list[Name]]:
    text, names, at = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[at : match.start()]
        names.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        at = match.end()
    return text + marked[at:], names


def _score(reader: Reader, texts: list[tuple[str, list[Name]]]) -> dict[str, float]:
    """F1 of all labels under "" and of each under its name."""
    right, found, expected = Counter[str](), Counter[str](), Counter[str]()
    for text, gold in texts:
        system = _names(reader, text)
        for counter, names in ((right, set(gold) & set(system)), (found, set(system)), (expected, set(gold))):
            counter.update([label for *_, label in names])
            counter[""] += len(names)
    return {label: precision_recall_f1(right[label], found[label], expected[label])[2] for label in expected}


def _names(reader: Reader, text: str) -> list[Name]:
    parsed = reader.parser.parse(text, cut_sentences(text, reader.language))
    sents = agree_on_names(parsed, reader.language, reader.directory, reader.gazetteer)
    return [(s.tokens[e.first].start, s.tokens[e.last - 1].end, e.label) for s in sents for e in s.entities]
