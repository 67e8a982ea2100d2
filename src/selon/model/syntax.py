"""Sentences as Universal Dependencies sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Token:
    """One word.

    Attributes:
        i: index in its sentence.
        start, end: offsets in the document.
        text: the characters.
        lemma: dictionary form, lower case except for names.
        upos: UD part of speech.
        feats: UD features, e.g. `{"Mood": "Cnd", "Number": "Sing"}`.
        head: index of the governor in the sentence; its own index for the root.
        dep: UD relation with its subtype, e.g. `obl:agent`; "root" for the root.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    head: int
    dep: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def rel(self) -> str:
        """The relation without its subtype."""
        return self.dep.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Entity:
    """A proper name as the model found it: token indices `first` to `last` (exclusive) and PER, LOC, ORG or MISC."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its tree.

    Attributes:
        i: index in the document.
        paragraph: index of its paragraph in the document.
        is_heading: a line of its own without final punctuation.
        start, end: offsets in the document.
        tokens: the words, in order.
        children: for each token the indices of its dependents, in order.
        entities: proper names, in order, never overlapping.
    """

    i: int
    paragraph: int
    is_heading: bool
    start: int
    end: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]
    entities: tuple[Entity, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def root(self) -> Token:
        """The first token that governs itself."""
        return next(token for token in self.tokens if token.head == token.i)

    def subtree(self, i: int) -> tuple[int, ...]:
        """Indices of `i` and all below it, in the order of the text."""
        found, seen = [i], {i}
        for j in found:
            below = [c for c in self.children[j] if c not in seen]
            found.extend(below)
            seen.update(below)
        return tuple(sorted(found))

    def dependents(self, i: int, *deps: str) -> tuple[Token, ...]:
        """Dependents of `i` whose relation (with or without subtype) is one of `deps`; all without `deps`."""
        tokens = self.tokens
        return tuple(tokens[c] for c in self.children[i] if not deps or tokens[c].dep in deps or tokens[c].rel in deps)

    def ancestors(self, i: int) -> Iterator[Token]:
        """Governors of `i` from the nearest to the root; ends on a cycle of a broken tree."""
        seen = {i}
        token = self.tokens[i]
        while token.head != token.i and token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.i)
            yield token

    def covering(self, indices: tuple[int, ...]) -> Span:
        """The span from the first to the last of some tokens."""
        return Span(self.tokens[min(indices)].start, self.tokens[max(indices)].end)
