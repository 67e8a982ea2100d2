"""The hearsay conditional: *aurait été tué*, *serait détenu*: somebody unnamed says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.attribution_draft import Draft, trim, trimmed, without
from selon.stages.attribution_scene import phrases
from selon.stages.predications import analyse

if TYPE_CHECKING:
    from selon.model.syntax import Token
    from selon.stages.attribution_scene import Scene


def find_hearsay(scene: Scene, token: Token) -> Draft | None:
    """The clause of a conditional that `conditionals.toml` reads as hearsay, unless it stands inside a quotation."""
    conditional = scene.context.hearsay.get((scene.sent.i, token.i))
    if conditional is None or scene.is_quoted(conditional.span):
        return None
    content = trim(scene.text, scene.sent.covering(scene.sent.subtree(token.i)))
    if content is None:
        return None
    carrier = _carrier(scene, token)
    if carrier is not None:
        return _passed_on(scene, carrier, content, conditional.by)
    return Draft(
        sentence=scene.sent.i, cue=(conditional.span,), cue_head=token.i, content=(content,),
        evidence="hearsay", certainty="possible", by=conditional.by,
    )  # fmt: skip


def _carrier(scene: Scene, token: Token) -> tuple[Token, tuple[int, ...]] | None:
    """*Un conseiller, cité par l'agence, aurait promis C*: the participle on the subject, and who passes it on."""
    for subject in (c for c in scene.children(token.i) if c.rel == "nsubj"):
        for participle in scene.children(subject.i):
            if participle.rel == "acl" and scene.is_listed("carriers", participle.lemma):
                agents = analyse(scene.sent, participle.i, scene.language).agent
                if agents and agents[0] != subject.i:
                    return participle, agents
    return None


def _passed_on(scene: Scene, carrier: tuple[Token, tuple[int, ...]], content: Span, by: str) -> Draft:
    participle, agents = carrier
    return Draft(
        sentence=scene.sent.i, source=phrases(scene, agents), source_head=agents[0], cue=(participle.span,), cue_head=participle.i,
        content=trimmed(scene.text, without((content,), (Span(participle.start, max(s.end for s in phrases(scene, agents))),))), by=by,
    )  # fmt: skip
