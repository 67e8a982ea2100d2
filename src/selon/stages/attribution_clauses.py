"""The clauses and stretches that a verb or a noun takes as its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selon.model.span import Span
    from selon.stages.attribution_scene import Scene


def clauses(scene: Scene, i: int, rest: tuple[int, ...]) -> list[int]:
    """Complement clauses of the predicate and of the words of its phrase, in order."""
    sent = scene.sent
    bare_time = scene.language.words("particles", "bare_time") | {"veille", "lendemain"}
    times = [c for c in sent.children[i] if c > i and sent.tokens[c].lemma in bare_time]  # *a menacé la veille d'envahir*
    found = [
        c
        for k in (i, *rest, *times)
        for c in sent.children[k]
        if sent.tokens[c].rel in {"ccomp", "xcomp", "acl", "advcl", "csubj", "obj", "obl"}
        and sent.tokens[c].upos in {"VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON"}
    ]
    return sorted(c for c in found if sent.tokens[c].rel in {"ccomp", "xcomp", "csubj"} or is_que(scene, c) or is_infinitive(scene, c))


def is_infinitive(scene: Scene, c: int) -> bool:
    """*partir*, *avoir volé*, *être arrêté*."""
    return scene.sent.tokens[c].feats.get("VerbForm") == "Inf" or any(
        d.feats.get("VerbForm") == "Inf" and d.rel in {"aux", "cop"} for d in scene.children(c)
    )


def is_que(scene: Scene, c: int) -> bool:
    """Is it a clause introduced by *que* or an interrogative, not a relative?"""
    clause = scene.sent.tokens[c]
    if clause.dep == "acl:relcl":
        return False
    complementizers = scene.language.words("particles", "complementizers")
    below = scene.children(c)
    return any(d.rel == "mark" and d.lemma in complementizers and d.i < c for d in below) or (
        clause.rel == "ccomp" and any(d.feats.get("PronType") == "Int" for d in below)
    )


def is_marked(scene: Scene, c: int) -> bool:
    """*à*, *de*: does a preposition introduce the clause?"""
    return any(d.rel == "mark" and d.upos == "ADP" for d in scene.children(c))


def is_prepositioned(scene: Scene, c: int, prepositions: tuple[str, ...]) -> bool:
    """Is the infinitive introduced by one of these (any or none when the row names none)?"""
    if not prepositions:
        return True
    marks = [d.lemma for d in scene.children(c) if d.rel in {"mark", "case"}]
    return not marks or any(m in prepositions for m in marks)


def stretch(scene: Scene, c: int, after: int, *, without: int | None = None) -> Span:
    """The stretch of a dependent to the right of token `after`, its preposition and conjunction included."""
    indices = [i for i in scene.sent.subtree(c) if i > after and i != without]
    return scene.sent.covering(tuple(indices or [c]))
