"""Nouns that say: *l'annonce d'un retrait par X*, *la promesse de X de partir*, *l'idée que C*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.attribution_clauses import is_infinitive, is_que, stretch
from selon.stages.attribution_draft import Draft, trim
from selon.stages.attribution_scene import phrases
from selon.stages.phrases import match_phrase
from selon.stages.predications import analyse, complements, preposition

if TYPE_CHECKING:
    from selon.lang.language import Entry
    from selon.model.syntax import Token
    from selon.stages.attribution_scene import Scene


def find_noun(scene: Scene, token: Token, entry: Entry) -> Draft | None:
    """The attribution of this row at this noun; without a source only what a clause reports, as hearsay."""
    if token.upos != "NOUN":
        return None
    sent, row = scene.sent, entry.row
    rest = match_phrase(sent, token.i, entry.phrase, scene.language)
    if rest is None:
        return None
    last = max((token.i, *rest))
    head = _content(scene, (token.i, *rest), row["frame"], row.many("preposition"))
    if head is None:
        return None
    heads = _source(scene, token, head)
    content = trim(scene.text, stretch(scene, head, last))
    if content is None or (not heads and row["frame"] == "noun"):
        return None
    evidence = "shown" if row["attitude"] == "show" else "reported" if heads else "hearsay"
    return Draft(
        sentence=sent.i, source=phrases(scene, heads), source_head=heads[0] if heads else None, cue=(sent.covering((token.i, *rest)),),
        cue_head=token.i, content=(content,), attitude=row["attitude"], stance=row["stance"], evidence=evidence, by=row.by,
    )  # fmt: skip


def _content(scene: Scene, words: tuple[int, ...], frame: str, prepositions: tuple[str, ...]) -> int | None:
    """Head of what the noun says: of several infinitives the last, else the first that its frame takes."""
    last = max(words)
    below = [child for k in words for child in scene.children(k) if child.i > last]
    below += [grandchild for child in below if preposition(scene.sent, child.i) == "de" for grandchild in scene.children(child.i)]
    below += _behind(scene, words[0], last)
    if frame == "noun_inf":
        infinitives = [c.i for c in below if c.rel in {"acl", "xcomp", "ccomp", "advcl"} and is_infinitive(scene, c.i)]
        return infinitives[-1] if infinitives else None
    if frame == "noun":
        return next((c.i for c in below if _is_topic(scene, c, prepositions)), None)
    clause = next((c.i for c in below if c.rel in {"acl", "ccomp"} and is_que(scene, c.i)), None)
    return clause if clause is not None else _que_after(scene, last)


def _behind(scene: Scene, i: int, last: int) -> list[Token]:
    """*a répété sa hantise d'une défaite*: what stands right behind an object noun, where the parser hung it on the verb."""
    token = scene.sent.tokens[i]
    if token.rel not in {"obj", "obl", "nsubj"}:
        return []
    return [
        c
        for c in scene.children(token.head)
        if c.i > last and c.rel in {"obl", "advcl", "xcomp", "acl"} and min(scene.sent.subtree(c.i)) == last + 1
    ]


def _is_topic(scene: Scene, child: Token, prepositions: tuple[str, ...]) -> bool:
    """*l'annonce d'un retrait*; not the speaker of *l'annonce du ministre*."""
    prep = preposition(scene.sent, child.i)
    if child.rel not in {"nmod", "obl"} or prep not in prepositions:
        return False
    mention = scene.mention(child.i)
    return prep != "de" or mention is None or not mention.actors


def _que_after(scene: Scene, last: int) -> int | None:
    """A *que*-clause that stands right after the noun and that the parser hung on the verb."""
    tokens = scene.sent.tokens
    times = scene.language.words("particles", "bare_time")
    mark = next((t for t in tokens[last + 1 : last + 4] if t.lemma not in times and t.text not in {"«", '"', "“"}), None)
    if mark is None:
        return None
    if mark.lemma not in scene.language.words("particles", "complementizers") or mark.upos != "SCONJ":
        return None
    clause = tokens[mark.head]
    is_content = (
        clause.i > last and clause.rel in {"ccomp", "advcl", "acl", "parataxis"} and (clause.dep != "acl:relcl" or is_que(scene, clause.i))
    )
    return clause.i if is_content else None


def _source(scene: Scene, token: Token, content: int) -> tuple[int, ...]:
    """Complement in *de* or *par*, possessive, adjective (*les accusations américaines*), else the subject that carries the noun."""
    for prep, c in complements(scene.sent, token.i):
        if prep in {"de", "par"} and c != content and scene.mention(c) is not None:
            return (c,)
    for child in scene.children(token.i):
        mention = scene.mention(child.i)
        if mention is not None and mention.actors and mention.kind in {"adjective", "possessive"}:
            return (child.i,)
        if child.rel == "acl" and child.feats.get("VerbForm") == "Part":
            agents = analyse(scene.sent, child.i, scene.language).agent
            if agents and scene.mention(agents[0]) is not None:
                return agents
    return _carrier(scene, token)


def _carrier(scene: Scene, token: Token) -> tuple[int, ...]:
    """*X a formulé des accusations*: the subject of the support verb around the noun."""
    governor = scene.sent.tokens[token.head]
    carries = (
        governor.i != token.i
        and governor.upos == "VERB"
        and token.rel in {"obj", "obl"}
        and governor.lemma in scene.language.words("support", "actor")
    )
    if not carries:
        return ()
    agents = tuple(a for a in analyse(scene.sent, governor.i, scene.language).agent if a != token.i)
    return agents[:3] if agents and scene.mention(agents[0]) is not None else ()
