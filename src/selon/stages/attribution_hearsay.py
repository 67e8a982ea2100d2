"""The hearsay conditional: *aurait été tué*, *serait détenu*: somebody unnamed says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.attribution_draft import Draft, trim

if TYPE_CHECKING:
    from selon.model.syntax import Token
    from selon.stages.attribution_scene import Scene


def find_hearsay(scene: Scene, token: Token) -> Draft | None:
    """*aurait été tué*: a conditional with a participle, no *si*, no modal, not inside a quotation."""
    sent = scene.sent
    auxiliary = _conditional(scene, token)
    if auxiliary is None or token.lemma in scene.language.words("conditional", "modal") or _is_hypothetical(scene):
        return None
    if not _is_perfect(token, auxiliary) and not _has_named_subject(scene, token):
        return None
    content = trim(scene.text, sent.covering(sent.subtree(token.i)))
    if content is None or scene.is_quoted(auxiliary.span):
        return None
    return Draft(
        sentence=sent.i, cue=(auxiliary.span,), cue_head=token.i, content=(content,),
        evidence="hearsay", certainty="possible", by="rule hearsay-conditional",
    )  # fmt: skip


def _conditional(scene: Scene, token: Token) -> Token | None:
    """The auxiliary or copula in the conditional."""
    if token.upos not in {"VERB", "ADJ", "NOUN", "AUX"}:
        return None
    return next((c for c in scene.children(token.i) if c.rel in {"aux", "cop"} and c.feats.get("Mood") == "Cnd"), None)


def _is_hypothetical(scene: Scene) -> bool:
    """*S'il partait, il serait arrêté*: with a condition in the sentence the conditional is its consequence."""
    hypothetical = scene.language.words("conditional", "hypothetical")
    return any(t.text.casefold() in hypothetical or (t.text.casefold() in {"s'", "s’"} and t.upos == "SCONJ") for t in scene.sent.tokens)


def _is_perfect(token: Token, auxiliary: Token) -> bool:
    """*aurait signé*, *serait parti*, *serait détenu*: an auxiliary with a participle."""
    return auxiliary.rel == "aux" and token.feats.get("VerbForm") == "Part"


def _has_named_subject(scene: Scene, token: Token) -> bool:
    """*Jeanne X serait victime*: of a copula, only somebody named."""
    return any(c.rel == "nsubj" and c.upos == "PROPN" and c.i < token.i for c in scene.children(token.i))
