"""Read CoNLL-U trees as the tokenizer cuts text: contractions (*du*, *auquel*) are one word."""

from __future__ import annotations

import lzma
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DROPPED_FEATURES = re.compile(r"(Shared|Subject|Cxn|Typo|Style|Idiom|InIdiom|CorrectForm|ExtPos|Emph|Reflex|PhraseType)\b|.*\[")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a tree; `head` is an index in the sentence, its own for the root."""

    form: str
    lemma: str
    upos: str
    feats: str
    dep: str
    head: int
    space_after: bool = True


Tree = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence with its identifier and text as its treebank gives them."""

    id: str
    text: str
    tree: Tree


def read(path: Path) -> Iterator[Source]:
    """The trees of one xz-compressed CoNLL-U file, empty nodes left out."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        comments: dict[str, str] = {}
        rows: list[list[str]] = []
        contractions: dict[int, tuple[int, list[str]]] = {}
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
            elif line:
                columns = line.split("\t")
                if "-" in columns[0]:
                    first, last = map(int, columns[0].split("-"))
                    contractions[first] = (last, columns)
                elif "." not in columns[0]:
                    rows.append(columns)
            elif rows:
                yield Source(comments.get("sent_id", ""), comments.get("text", ""), _merge(rows, contractions))
                comments, rows, contractions = {}, [], {}


def _merge(rows: list[list[str]], contractions: dict[int, tuple[int, list[str]]]) -> Tree:
    head = {int(row[0]): int(row[6]) for row in rows}
    row_of = {int(row[0]): row for row in rows}
    stands_for: dict[int, int] = {}
    kept: list[tuple[int, str, bool]] = []
    i = 1
    while i <= len(rows):
        if i in contractions:
            last, columns = contractions[i]
            parts = range(i, last + 1)
            representative = _representative(parts, head, row_of)
            stands_for.update(dict.fromkeys(parts, representative))
            kept.append((representative, columns[1], "SpaceAfter=No" not in columns[9]))
            i = last + 1
        else:
            stands_for[i] = i
            kept.append((i, row_of[i][1], "SpaceAfter=No" not in row_of[i][9]))
            i += 1
    position = {old: new for new, (old, _, _) in enumerate(kept)}
    words = []
    for new, (old, form, space) in enumerate(kept):
        governor = head[old]
        while governor and stands_for[governor] == old:
            governor = head[governor]
        at = new if governor == 0 else position[stands_for[governor]]
        _, _, lemma, upos, _, feats, _, dep, _, _ = row_of[old]
        clean = "|".join(f for f in feats.split("|") if f != "_" and not _DROPPED_FEATURES.match(f))
        words.append(Word(form, lemma, upos if upos != "_" else "X", clean, "ROOT" if at == new else dep, at, space))
    return tuple(words)


def _representative(parts: range, head: dict[int, int], row_of: dict[int, list[str]]) -> int:
    """The part that stands for a contraction: *auquel* is a pronoun, *du* a preposition."""
    outside = [i for i in parts if head[i] not in parts]
    if len(outside) == 1:
        return outside[0]
    content = [i for i in outside if row_of[i][3] in {"PRON", "VERB", "NOUN", "PROPN", "AUX"} and row_of[i][7] != "det"]
    if content and row_of[content[0]][3] == "PRON" and head[outside[0]] == content[0]:
        return content[0]
    return outside[0]


def subtree(tree: Tree, top: int) -> list[int]:
    """Indices below and including `top`, in the order of the text."""
    below = {top}
    grown = True
    while grown:
        new = {i for i, word in enumerate(tree) if word.head in below and i not in below}
        grown = bool(new)
        below |= new
    return sorted(below)


def shift(words: Tree | list[Word], by: int) -> list[Word]:
    """The same words with their heads moved by `by` places."""
    return [replace(word, head=word.head + by) for word in words]
