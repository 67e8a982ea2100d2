"""Where names are annotated: by hand beside the treebanks, in sentences of ours, and in copies of those with other names."""

from __future__ import annotations

import json
import lzma
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

HERE = Path(__file__).parent
UNKNOWN = "?"
_MARKED = re.compile(r"\[(PER|LOC|ORG|MISC) ([^\[\]]+)\]")
Row = dict[str, Any]
Mould = tuple[str, int, bool, bool]


def beside_treebank(name: str, code: str = "fr") -> dict[str, Row]:
    """Names of treebank sentences by sentence id; spans marked unknown are `missing`."""
    rows: dict[str, Row] = {}
    for line in (HERE / "names" / code / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        sentence, _, spans = line.partition("\t")
        found = [(int(s), int(e), label) for s, e, label in (span.split(":") for span in spans.split())]
        rows[sentence] = {"ents": [x for x in found if x[2] != UNKNOWN], "missing": [x[:2] for x in found if x[2] == UNKNOWN]}
    return rows


def written(path: Path) -> list[Row]:
    """Sentences of ours, one a line, with names marked `[LABEL name]`; comments and empty lines left out.

    >>> unmark("Le maire de [LOC Toul] a reçu [PER Ana Lopes].")["ents"]
    [(12, 16, 'LOC'), (24, 33, 'PER')]
    """
    return [unmark(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]


def unmark(line: str) -> Row:
    text, ents, at = "", [], 0
    for match in _MARKED.finditer(line):
        text += line[at : match.start()]
        ents.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        at = match.end()
    return {"text": text + line[at:], "ents": ents}


def swapped(rows: list[Row], rng: random.Random) -> list[Row]:
    """A copy of each row in which names have given place to others of their label and number of words."""
    pool: dict[Mould, list[str]] = defaultdict(list)
    for row in rows:
        for start, end, label in row["ents"]:
            name = row["text"][start:end]
            pool[_mould(name, label)].append(name)
    copies = []
    for row in rows:
        text, ents, at = "", [], 0
        for start, end, label in row["ents"]:
            name = row["text"][start:end]
            new = rng.choice(pool[_mould(name, label)]) if rng.random() < 0.8 else name
            text += row["text"][at:start]
            ents.append((len(text), len(text) + len(new), label))
            text += new
            at = end
        if ents:
            copies.append({"text": text + row["text"][at:], "ents": ents})
    return copies


def _mould(name: str, label: str) -> Mould:
    """Names of one mould can stand for each other: *l'* before a vowel, a small letter first, the number of words."""
    return label, min(len(name.split()), 3), name[0].islower(), name[0].casefold() in "aeiouyhéèêàâîôûœ"


def given(data: Path, file: str, code: str = "fr") -> list[Row]:
    """A name corpus of the data folder."""
    with lzma.open(data / "ner" / code / f"{file}.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
