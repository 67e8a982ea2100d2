"""Cues over syntax: which rows of `cues.tsv` stand in a sentence, with their source and content.

Each word is tried in this order: the rows that it heads (`attribution_verbs.py`, `attribution_nouns.py`,
`attribution_prepositions.py`), then any verb inverted after a quotation (`attribution_parentheticals.py`), then the
conditional of hearsay (`attribution_hearsay.py`), last verbs that the tagger did not see (`attribution_misread.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.stages.attribution_draft import Draft
from selon.stages.attribution_hearsay import find_hearsay
from selon.stages.attribution_misread import find_misread
from selon.stages.attribution_nouns import find_noun
from selon.stages.attribution_parentheticals import find_inverted
from selon.stages.attribution_prepositions import find_preposition
from selon.stages.attribution_scene import Scene, phrases
from selon.stages.attribution_verbs import find_verb
from selon.stages.phrases import words_of
from selon.stages.predications import analyse

if TYPE_CHECKING:
    from selon.lang.language import Entry
    from selon.model.syntax import Sentence, Token
    from selon.stages.attribution_scene import Context


_SILENT = frozenset({"PUNCT", "NUM", "CCONJ", "SYM"})
"""Parts of speech that head no row of `cues.tsv`."""


def find_cues(context: Context) -> list[Draft]:
    """Drafts of all sentences in order; for one cue the rows with the longest phrase come first."""
    return [draft for sent in context.sents if not sent.is_heading or _quotes(sent, context) for draft in _of_sentence(sent, context)]


def _quotes(sent: Sentence, context: Context) -> bool:
    """*Climat : « Il est trop tard », prévient le maire*: a headline says who speaks only where it quotes."""
    return any(sent.span.contains(q.span) for q in context.quotations)


def _of_sentence(sent: Sentence, context: Context) -> list[Draft]:
    scene = Scene(sent, context, words_of(sent))
    found: list[Draft] = []
    for token in sent.tokens:
        if token.upos in _SILENT:
            continue
        draft = _by_row(scene, token)
        if draft is not None:
            found.extend(_carried(scene, draft))  # *X, cité par Y*: Y holds what X says, so Y comes first
        else:
            draft = find_inverted(scene, token) or find_hearsay(scene, token) or find_misread(scene, token)
        if draft is not None:
            found.append(draft)
    return found


def _by_row(scene: Scene, token: Token) -> Draft | None:
    """The draft of the first entry that finds a source and a content here."""
    return next((draft for entry in _entries(scene, token) if (draft := _try(scene, token, entry)) is not None), None)


def _entries(scene: Scene, token: Token) -> tuple[Entry, ...]:
    """Entries of the lemma, and of the form as written (*d'après*, *au dire de* begin with contracted words)."""
    cues = scene.language.cues
    form = token.text.casefold().replace("’", "'")
    by_lemma = cues.get(token.lemma, ())
    by_form = cues.get(form, ()) if form != token.lemma else ()
    if not by_lemma and not by_form:
        return ()
    possible = tuple(e for e in (*by_lemma, *by_form) if scene.words.issuperset(e.phrase.rest))
    return tuple(sorted(possible, key=lambda e: -len(e.phrase.rest))) if by_form else possible


def _try(scene: Scene, token: Token, entry: Entry) -> Draft | None:
    """The draft of one entry at one word, by the frame of its row."""
    frame = entry.row["frame"]
    if frame == "medium" or (entry.row["attitude"] == "intend" and frame != "say"):
        return None  # an intention is a position of its holder (factuality.tsv), not something somebody says
    if frame == "prep":
        return find_preposition(scene, token, entry)
    if frame.startswith("noun"):
        return find_noun(scene, token, entry)
    return find_verb(scene, token, entry)


def _carried(scene: Scene, draft: Draft) -> list[Draft]:
    """*X, cité par Y*: Y passes on what X says."""
    if draft.source_head is None:
        return []
    for child in scene.children(draft.source_head):
        if child.rel != "acl" or not scene.is_listed("carriers", child.lemma):
            continue
        agents = analyse(scene.sent, child.i, scene.language).agent
        if agents and scene.sent.tokens[agents[0]].upos in {"NOUN", "PROPN"}:
            content = draft.content if draft.content[0] < draft.cue[0] else (*draft.content, *draft.source)
            return [
                Draft(
                    sentence=scene.sent.i, source=phrases(scene, agents), source_head=agents[0], cue=(child.span,), cue_head=child.i,
                    content=(*draft.cue, *content), by="rule carried",
                )
            ]  # fmt: skip
    return []
