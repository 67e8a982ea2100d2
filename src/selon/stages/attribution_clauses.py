"""The clauses and stretches that a verb or a noun takes as its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.predications import finite_verb

if TYPE_CHECKING:
    from selon.model.span import Span
    from selon.model.syntax import Token
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
    complementizers = scene.language.words("particles", "complementizers")
    below = scene.children(c)
    if clause.dep == "acl:relcl" and not _is_complement(scene, c):
        return False
    marks = {"mark", "obj"} if clause.rel == "ccomp" else {"mark"}  # *qu'il a signé l'accord*, its *que* taken for an object
    return any(d.rel in marks and d.lemma in complementizers and d.i < c for d in below) or (
        clause.rel == "ccomp" and any(d.feats.get("PronType") == "Int" for d in below)
    )


def _is_complement(scene: Scene, c: int) -> bool:
    """*son affirmation que le pont est sûr*: with a conjunction, a subject and no gap it is no relative, whatever the parser says."""
    below = scene.children(c)
    que = any(d.rel == "mark" and d.upos in {"SCONJ", "PRON"} for d in below)
    whole = any(d.rel in {"cop", "aux"} and d.dep != "aux:tense" for d in below) or any(d.rel in {"obj", "xcomp", "obl"} for d in below)
    noun = scene.sent.tokens[scene.sent.tokens[c].head]
    named = any(e.row["frame"] == "noun_que" for e in scene.language.cues.get(noun.lemma, ()))
    return que and (whole or named) and any(d.rel == "nsubj" for d in below)


def is_marked(scene: Scene, c: int) -> bool:
    """*à*, *de*: does a preposition introduce the clause?"""
    return any(d.rel == "mark" and d.upos == "ADP" for d in scene.children(c))


def is_prepositioned(scene: Scene, c: int, prepositions: tuple[str, ...]) -> bool:
    """Is the infinitive introduced by one of these (any or none when the row names none)?"""
    if not prepositions:
        return not any(d.lemma in scene.language.words("attribution", "adverbial_marks") for d in scene.children(c) if d.rel == "mark")
    marks = [d.lemma for d in scene.children(c) if d.rel in {"mark", "case"}]
    return not marks or any(m in prepositions for m in marks)


def clause_stretch(scene: Scene, c: int, cue: Token, after: int) -> Span:
    """The stretch of a clause under a cue, up to a coordinated verb that the parser took into it and that belongs to the cue.

    *affirmant que C et essayant de …*: a participle is coordinated with a participle.  *Il pense que les lieux peuvent C, et espère que …*:
    a verb without a subject of its own agrees with its subject.
    """
    sent = scene.sent
    strays = [
        d
        for d in sent.subtree(c)
        if d > c
        and ((sent.tokens[d].rel == "conj" and _belongs_to_cue(scene, d, cue)) or (sent.tokens[d].head == c and _is_main(scene, d)))
    ]
    if not strays:
        return stretch(scene, c, after)
    edge = min(min(sent.subtree(d)) for d in strays)
    kept = [i for i in sent.subtree(c) if after < i < edge]
    return sent.covering(tuple(kept)) if kept else stretch(scene, c, after)


def _is_main(scene: Scene, d: int) -> bool:
    """*Si X estime que C, la situation change*: a clause of its own behind a comma that the parser hung in the content."""
    sent = scene.sent
    token, first = sent.tokens[d], min(sent.subtree(d))
    if token.rel not in {"advmod", "parataxis", "dislocated", "obj", "xcomp", "dep", "obl", "appos"} or sent.tokens[first].text != ",":
        return False
    below = scene.children(d)
    own = any(k.rel == "nsubj" and k.upos != "PRON" for k in below)
    return own and finite_verb(sent, d).feats.get("VerbForm") == "Fin" and not any(k.rel == "mark" for k in below)


def _belongs_to_cue(scene: Scene, d: int, cue: Token) -> bool:
    """Does the coordinated verb at `d` go with the cue rather than with the verb of the clause?"""
    sent = scene.sent
    verb, over = finite_verb(sent, d), finite_verb(sent, sent.tokens[d].head)
    if _is_present_participle(verb):
        return _is_present_participle(cue) and not _is_present_participle(over)
    if any(k.rel in {"nsubj", "expl"} for k in scene.children(d)) or not any(k.rel in {"ccomp", "xcomp"} for k in scene.children(d)):
        return False
    numbers = [t.feats.get("Number") for t in (verb, over, finite_verb(sent, cue.i))]
    return None not in numbers and numbers[0] == numbers[2] != numbers[1]


def _is_present_participle(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Pres"


def stretch(scene: Scene, c: int, after: int, *, without: int | None = None) -> Span:
    """The stretch of a dependent to the right of token `after`, its preposition and conjunction included."""
    indices = [i for i in scene.sent.subtree(c) if i > after and i != without]
    return scene.sent.covering(tuple(indices or [c]))
