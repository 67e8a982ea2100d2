"""The hearsay conditional: *aurait été tué*, *serait détenu*: somebody unnamed says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.attribution_draft import Draft, trim

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
    return Draft(
        sentence=scene.sent.i, cue=(conditional.span,), cue_head=token.i, content=(content,),
        evidence="hearsay", certainty="possible", by=conditional.by,
    )  # fmt: skip
