"""A first look at names: the class of the longest known name at each word, as a feature for the entity recogniser."""

from __future__ import annotations

import json
import lzma
import random
import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from spacy.language import Language as SpacyLanguage

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc

NONE = "NIL"
_ELIDED = re.compile(r"(?<=\b[dlDL]['’])(?=\S)")
_PRIORITY = {"CTRY": 6, "ORG": 5, "WORK": 4, "AREA": 3, "CITY": 2, "FIRST": 1, "LAST": 0}


@cache
def _table() -> tuple[dict[str, str], dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Single-word names with their classes joined by "+", and longer names by their first word, longest first."""
    raw = json.loads(lzma.decompress((resources.files("selon") / "data" / "names.json.xz").read_bytes()))
    single: dict[str, set[str]] = {}
    longer: dict[str, dict[tuple[str, ...], str]] = {}
    for label in sorted(raw, key=lambda name: _PRIORITY[name]):
        for name in raw[label]:
            words = tuple(_ELIDED.sub(" ", name).split())
            if len(words) == 1:
                single.setdefault(name, set()).add(label)
            else:
                longer.setdefault(words[0], {})[words] = label
    return (
        {name: "+".join(sorted(labels)) for name, labels in single.items()},
        {first: tuple(sorted(names.items(), key=lambda item: (-len(item[0]), item[0]))) for first, names in longer.items()},
    )


class NameClasses:
    """Writes the class into `token.tag_`, where the shared embedding reads it.

    `dropout` hides that share of the matches while training, so that the model does not lean on the table alone;
    a seeded generator keeps training repeatable.
    """

    def __init__(self, nlp: SpacyLanguage, name: str, *, dropout: float) -> None:
        self.name = name
        self.dropout = dropout
        self.random = random.Random(13)
        single, longer = _table()
        for tag in {NONE, *single.values(), *(label for names in longer.values() for _, label in names)}:
            for prefix in ("", "B-", "I-"):
                nlp.vocab.strings.add(prefix + tag)

    def __call__(self, doc: Doc) -> Doc:
        single, longer = _table()
        words = [token.text for token in doc]
        tags = [NONE] * len(words)
        i = 0
        while i < len(words):
            word = words[i]
            step = 1
            if word in longer or word[:1].isupper():
                match = next(((n, label) for n, label in longer.get(word, ()) if tuple(words[i : i + len(n)]) == n), None)
                if match is not None:
                    step = len(match[0])
                    if not self._hidden():
                        tags[i : i + step] = ["B-" + match[1]] + ["I-" + match[1]] * (step - 1)
                elif word in single and not self._hidden():
                    tags[i] = single[word]
            i += step
        for token, tag in zip(doc, tags, strict=True):
            token.tag_ = tag
        return doc

    def _hidden(self) -> bool:
        return bool(self.dropout) and self.random.random() < self.dropout

    def initialize(self, get_examples: object = None, nlp: object = None) -> None:
        """Nothing to learn."""

    def to_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> None:
        """The table belongs to the package, not to the pipeline."""

    def from_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> NameClasses:
        return self

    def to_bytes(self, exclude: tuple[str, ...] = ()) -> bytes:
        return b""

    def from_bytes(self, data: bytes, exclude: tuple[str, ...] = ()) -> NameClasses:
        return self


@SpacyLanguage.factory("selon_name_classes", default_config={"dropout": 0.0})
def create_name_classes(nlp: SpacyLanguage, name: str, dropout: float) -> NameClasses:
    """spaCy's factory for `NameClasses`."""
    return NameClasses(nlp, name, dropout=dropout)
