"""Which rows of `factuality.tsv` stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from selon.stages.phrases import is_counted, is_restricted

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.lang.schema import Row
    from selon.model.syntax import Sentence, Token


@dataclass(frozen=True, slots=True)
class Hit:
    """A row of `factuality.tsv` that stands in a sentence: its words, and the one that governs the others."""

    row: Row
    words: tuple[int, ...]
    head: int


def find_hits(sent: Sentence, language: Language) -> tuple[Hit, ...]:
    """All rows that stand in a sentence, the longest at each place; words of a phrase may have an adverb or two between them."""
    found: list[Hit] = []
    present = {key for token in sent.tokens for key in _keys(token)}
    for token in sent.tokens:
        keys = [key for key in _keys(token) if key in language.factuality]
        if not keys:
            continue
        entries = {id(e): e for key in keys for e in language.factuality[key]}
        standing: list[Hit] = []
        for entry in entries.values():
            near = entry.row["construction"] == "marker"
            words = _words_from(sent, token.i, entry.phrase.rest, near=near) if present.issuperset(entry.phrase.rest) else None
            if words is None or (len(words) == 1 and not _is_used(sent, token, entry.row, language)):
                continue
            head = next((w for w in words if sent.tokens[w].head not in words or sent.tokens[w].head == w), words[0])
            standing.append(Hit(entry.row, words, head))
        found.extend(_longest(sent, standing))
    return tuple(h for h in found if not any(_covers(o, h) for o in found))


def _longest(sent: Sentence, standing: list[Hit]) -> list[Hit]:
    """The longest of each construction; a governor alone stays behind one with a preposition, which may introduce something else.

    *demander à*, *demander*: *demande au président une suspension de séance*.
    """
    ranked = sorted(standing, key=lambda h: (-len(h.words), -_as_written(sent, h)))
    best: dict[tuple[str, bool], Hit] = {}
    for hit in ranked:
        construction = hit.row["construction"]
        best.setdefault((construction, construction == "governor" and len(hit.words) == 1), hit)
    return list(best.values())


def _as_written(sent: Sentence, hit: Hit) -> int:
    """How many words of a row stand as the row writes them: *a dû* before *devoir*."""
    return sum(1 for w in hit.words if sent.tokens[w].text.casefold() in hit.row["cue"].casefold().split())


def _covers(longer: Hit, hit: Hit) -> bool:
    """Does a longer phrase of the same construction hold this one?  A lone governor stays behind one that begins with it."""
    if longer.row["construction"] != hit.row["construction"] or not set(hit.words) < set(longer.words):
        return False
    return not (hit.row["construction"] == "governor" and len(hit.words) == 1 and longer.words[0] == hit.words[0])


def _keys(token: Token) -> tuple[str, ...]:
    """What a row may begin with: the form, its lemma, and the participle or adjective without its agreement (*prévues*: *prévu*)."""
    return _keys_of(token.text, token.lemma, token.upos == "ADJ" or token.feats.get("VerbForm") == "Part")


@lru_cache(maxsize=1 << 16)
def _keys_of(text: str, lemma: str, agreeing: bool) -> tuple[str, ...]:
    form = text.casefold().replace("’", "'")
    bare = next((form.removesuffix(end) for end in ("es", "e", "s") if form.endswith(end)), form)
    return (form, lemma.casefold(), bare) if agreeing else (form, lemma.casefold())


def _is_used(sent: Sentence, token: Token, row: Row, language: Language) -> bool:
    """Is a single word used as its row says?  *pour autant* is no *pour*."""
    if row["construction"] in {"marker", "preposition"} and any(sent.tokens[c].rel == "fixed" for c in sent.children[token.i]):
        return False
    if row["construction"] == "adverb":
        if token.upos in {"NOUN", "PROPN"}:
            return False  # *plusieurs personnes* are not *personne*
        return row["polarity"] != "neg" or not (is_counted(sent, token.i) or is_restricted(sent, token.i, language))
    if row["construction"] == "governor" and token.lemma in language.words("conditional", "modal") and row["cue"] == token.lemma:
        bare = (
            token.feats.get("Tense") == "Past"
            and token.feats.get("VerbForm") == "Part"
            and not any(t.lemma == "avoir" for t in sent.dependents(token.i, "aux"))
        )
        return not bare  # *l'accident est dû à la pluie*
    return True


def _words_from(sent: Sentence, first: int, rest: tuple[str, ...], *, near: bool) -> tuple[int, ...] | None:
    """Indices of the words of a phrase; `near` for conjunctions, whose words stand side by side: *pour que*, not *pour sa part … que*."""
    words = [first]
    for n, word in enumerate(rest):
        reach = 1 if near else 5 if n == len(rest) - 1 else 3
        place = next((k for k in range(words[-1] + 1, min(words[-1] + 1 + reach, len(sent.tokens))) if word in _keys(sent.tokens[k])), None)
        if place is None:
            return None
        words.append(place)
    return tuple(words)
