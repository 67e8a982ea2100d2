"""What the passes of attribution look things up in: the document as read so far, and one sentence of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.noun_phrases import noun_phrase

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.actor import Actor, Mention
    from selon.model.conditional import Conditional
    from selon.model.syntax import Sentence, Token
    from selon.stages.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Context:
    """The document as read so far; mentions by sentence and head, actors by id, hearsay conditionals by sentence and predicate."""

    text: str
    sents: tuple[Sentence, ...]
    language: Language
    quotations: tuple[Quotation, ...]
    mentions: dict[tuple[int, int], Mention]
    actors: dict[str, Actor]
    hearsay: dict[tuple[int, int], Conditional]


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence in its context.

    Attributes:
        words: all its forms and lemmas.
    """

    sent: Sentence
    context: Context
    words: frozenset[str]

    @property
    def language(self) -> Language:
        return self.context.language

    @property
    def text(self) -> str:
        return self.context.text

    def is_listed(self, kind: str, word: str) -> bool:
        """Does the language folder list this word under `[attribution]` as, say, a carrier or an opener?"""
        return word in self.language.settings["attribution"][kind]

    def mention(self, i: int) -> Mention | None:
        """The mention that the word at `i` heads."""
        return self.context.mentions.get((self.sent.i, i))

    def children(self, i: int) -> tuple[Token, ...]:
        """The dependents of the word at `i`, in order."""
        return tuple(self.sent.tokens[c] for c in self.sent.children[i])

    def is_quoted(self, span: Span) -> bool:
        """Does it stand inside quotation marks?"""
        return any(q.span.contains(span) for q in self.context.quotations)


def phrase(scene: Scene, head: int) -> Span:
    """The source phrase: that of its mention when it has one."""
    mention = scene.mention(head)
    first, last = noun_phrase(scene.sent, head)
    span = scene.sent.covering(tuple(range(first, last)))
    if mention is not None:
        span = Span(min(span.start, mention.span.start), max(mention.span.end, span.end))
    end = span.end
    while end > span.start + 1 and scene.text[end - 1] in ", \u00a0;:":
        end -= 1
    quoted = next((k for k in range(span.start + 1, end) if scene.text[k] in "«“" and scene.text[k - 1] in " \u00a0,"), end)
    if quoted < end and not any(c in scene.text[quoted:end] for c in "»”"):
        end = quoted  # *la police, «*: the mark opens what the source says
    while end > span.start + 1 and scene.text[end - 1] in ", \u00a0;:":
        end -= 1
    return Span(span.start, end)


def phrases(scene: Scene, heads: tuple[int, ...]) -> tuple[Span, ...]:
    """The source phrases of coordinated sources: *la Chine et la Russie*."""
    return tuple(phrase(scene, head) for head in heads)


def is_medium(scene: Scene, i: int) -> bool:
    """*rapport*, *vidéo*: a word that `cues.tsv` lists as something that speaks for somebody."""
    return any(e.row["frame"] == "medium" for e in scene.language.cues.get(scene.sent.tokens[i].lemma, ()))


def is_document(scene: Scene, i: int) -> bool:
    """A medium, or a mention of an actor that is a document."""
    if is_medium(scene, i):
        return True
    mention = scene.mention(i)
    return mention is not None and bool(mention.actors) and scene.context.actors[mention.actors[0]].kind == "document"


def is_finite(scene: Scene, first: int, last: int) -> bool:
    """Is there a finite verb from token `first` to `last` (exclusive)?"""
    return any(t.upos in {"VERB", "AUX"} and t.feats.get("VerbForm") == "Fin" for t in scene.sent.tokens[first:last])
