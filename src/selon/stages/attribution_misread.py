"""A second line for verbs that the tagger did not see: *Le maire craint que C* with *craint* as an adjective.

A form that only a verb of `cues.tsv` has, right before *que*, says what follows, whatever the tree makes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.attribution_draft import Draft, trimmed
from selon.stages.lemmas import finite_forms

if TYPE_CHECKING:
    from selon.model.syntax import Token
    from selon.stages.attribution_scene import Scene

_FRAMES = {"say", "que"}


def find_misread(scene: Scene, token: Token) -> Draft | None:
    """The attribution of a misread verb before *que*: the mention that ends right before it is the source, the rest the content."""
    tokens = scene.sent.tokens
    if token.upos in {"VERB", "AUX", "ADP", "PRON", "SCONJ"} or token.i + 1 >= len(tokens):
        return None
    if tokens[token.i + 1].lemma not in scene.language.words("particles", "complementizers"):
        return None
    lemma = finite_forms(scene.language.code).get(token.text.casefold())
    if lemma is None:
        return None
    row = next(
        (e.row for e in scene.language.cues.get(lemma, ()) if e.row["frame"] in _FRAMES and not e.phrase.rest and not e.phrase.pronominal),
        None,
    )
    mentions = [m for i in range(token.i) if (m := scene.mention(i)) is not None and m.actors and m.kind not in {"adjective", "possessive"}]
    if row is None or not mentions:
        return None
    mention = mentions[-1]
    source = Span(mention.span.start, min(mention.span.end, tokens[token.i - 1].end))
    content = trimmed(scene.text, (Span(tokens[token.i + 1].start, scene.sent.end),))
    if not content:
        return None
    return Draft(
        sentence=scene.sent.i, source=(source,), source_head=mention.head, cue=(token.span,), cue_head=token.i, content=content,
        attitude=row["attitude"], stance=row["stance"], by=row.by,
    )  # fmt: skip
