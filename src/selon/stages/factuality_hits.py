"""Which rows of `factuality.tsv` stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.stages.phrases import same_word, words_of

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.lang.schema import Row
    from selon.model.syntax import Sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of `factuality.tsv` that stands in a sentence: its words, and the one that governs the others."""

    row: Row
    words: tuple[int, ...]
    head: int


def find_hits(sent: Sentence, language: Language) -> tuple[Hit, ...]:
    """All rows that stand in a sentence, the longest at each place; words of a phrase may have an adverb or two between them."""
    found: list[Hit] = []
    present = words_of(sent)
    for token in sent.tokens:
        entries = {
            id(e): e for key in (token.text.casefold().replace("’", "'"), token.lemma.casefold()) for e in language.factuality.get(key, ())
        }
        best: dict[str, Hit] = {}
        for entry in entries.values():
            if entry.phrase.rest and not present.issuperset(entry.phrase.rest):
                continue
            words = _words_from(sent, token.i, entry.phrase.rest)
            if words is None:
                continue
            row = entry.row
            if row["construction"] == "adverb" and len(words) == 1 and token.upos in {"NOUN", "PROPN"}:
                continue  # *plusieurs personnes* are not *personne*
            exact = sum(1 for w in words if sent.tokens[w].text.casefold() in row["cue"].casefold().split())
            old = best.get(row["construction"])
            if old is None or (len(words), exact) > (
                len(old.words),
                sum(1 for w in old.words if sent.tokens[w].text.casefold() in old.row["cue"].casefold().split()),
            ):
                head = next((w for w in words if sent.tokens[w].head not in words or sent.tokens[w].head == w), words[0])
                best[row["construction"]] = Hit(row, words, head)
        found.extend(best.values())
    return tuple(
        h
        for h in found
        if not any(
            len(o.words) > len(h.words) and set(h.words) < set(o.words) and o.row["construction"] == h.row["construction"] for o in found
        )
    )


def _words_from(sent: Sentence, first: int, rest: tuple[str, ...]) -> tuple[int, ...] | None:
    words = [first]
    for n, word in enumerate(rest):
        reach = 5 if n == len(rest) - 1 else 3
        place = next(
            (k for k in range(words[-1] + 1, min(words[-1] + 1 + reach, len(sent.tokens))) if same_word(sent.tokens[k], word)), None
        )
        if place is None:
            return None
        words.append(place)
    return tuple(words)
