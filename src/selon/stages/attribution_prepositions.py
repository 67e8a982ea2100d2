"""Sources behind a preposition: *selon X*, *d'après X*, *pour X*, *de source proche de X*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.attribution_draft import Draft, trimmed
from selon.stages.attribution_scene import is_medium, phrases
from selon.stages.noun_phrases import noun_phrase
from selon.stages.phrases import same_word
from selon.stages.predications import conjuncts

if TYPE_CHECKING:
    from selon.lang.language import Entry
    from selon.model.syntax import Sentence, Token
    from selon.stages.attribution_scene import Scene

_QUOTING = {"«", "“", '"', ":"}
_REACH = 5
"""The noun after the preposition stands at most so many words further on."""
_WHOLE = 0.6
"""A source that opens the sentence keeps its relative clause unless that is more than this share of the sentence: a misparse."""


def find_preposition(scene: Scene, token: Token, entry: Entry) -> Draft | None:
    """The attribution of this row at this preposition; its content is the clause around the phrase."""
    sent, row = scene.sent, entry.row
    last = _end_of_preposition(sent, token, (entry.phrase.head, *entry.phrase.rest))
    if last is None:
        return None
    if scene.is_listed("openers", entry.phrase.head) and not _opens_sentence(sent, token.i):
        return None  # *C, comme le précise X : « C »*: the verb knows better
    head = _governed(sent, token, last)
    if head is None or not _is_source(scene, head):
        return None
    heads = tuple(conjuncts(sent, head))
    end = max(last + 1, _end_of_source(sent, token.i, head, heads))
    heads = tuple(h for h in heads if h < end) or heads[:1]
    if scene.is_listed("fronted_only", entry.phrase.head) and not _is_fronted(sent, token.i, end):
        return None
    if scene.is_listed("fronted_only", entry.phrase.head) and _answers_first_person(scene, head):
        return None  # *Pour lui, je crois que C*: for his part
    content = _around(scene, token.i, end, head)
    if not content:
        return None
    return Draft(
        sentence=sent.i, source=phrases(scene, heads), source_head=head, cue=(sent.covering(tuple(range(token.i, last + 1))),),
        cue_head=token.i, content=content, attitude=row["attitude"], stance=row["stance"], by=row.by,
    )  # fmt: skip


def _end_of_preposition(sent: Sentence, token: Token, words: tuple[str, ...]) -> int | None:
    """Index of the last word of a preposition of several words (*au dire de*) that begins here."""
    if not same_word(token, words[0]) or token.i + len(words) > len(sent.tokens):
        return None
    following = sent.tokens[token.i + 1 : token.i + len(words)]
    if not all(same_word(t, word) for t, word in zip(following, words[1:], strict=True)):
        return None
    return token.i + len(words) - 1


def _governed(sent: Sentence, token: Token, last: int) -> int | None:
    """Head of the noun phrase after the preposition that ends at `last`, or its last word as the source: *de source proche*."""
    governor = sent.tokens[token.head]
    if governor.i > last and governor.upos in {"NOUN", "PROPN", "PRON", "ADJ", "X", "NUM"} and token.rel in {"case", "mark"}:
        return governor.i
    for word in sent.tokens[last + 1 : last + 1 + _REACH]:
        if word.upos in {"NOUN", "PROPN", "PRON"}:
            return word.i
        if word.upos in {"VERB", "AUX", "PUNCT", "SCONJ"}:
            break
    return last if sent.tokens[last].upos in {"NOUN", "PROPN"} else None


def _is_source(scene: Scene, head: int) -> bool:
    """*selon la loi*, *selon les régions* name nobody who speaks."""
    token = scene.sent.tokens[head]
    if scene.is_listed("no_speaker", token.lemma.casefold()):
        return False
    if token.upos == "PRON":
        return token.feats.get("PronType") in {"Prs", None} or token.lemma in {"celui-ci", "celle-ci"}
    return scene.mention(head) is not None or is_medium(scene, head) or token.upos == "PROPN" or _are_people(scene, token)


def _are_people(scene: Scene, token: Token) -> bool:
    """*les démissionnaires*, *plusieurs riverains*: a plural that ends like what people are called."""
    if token.i > 0 and token.text[:1].isupper():
        return True  # *Selon Météo France*: a name that the tagger took for a noun
    plural = any(t.feats.get("Number") == "Plur" for t in (token, *scene.children(token.i)) if t is token or t.rel == "det")
    return plural and token.upos == "NOUN" and token.lemma.endswith(tuple(scene.language.words("attribution", "people")))


def _end_of_source(sent: Sentence, first: int, head: int, heads: tuple[int, ...]) -> int:
    """Index after the last word of the source; at the head of the sentence its relative clause counts."""
    end = max(noun_phrase(sent, h)[1] for h in (head, *heads))
    tree = [i for i in sent.subtree(head) if sent.tokens[i].upos != "PUNCT"]
    marks = [k for k in range(first + 1, end) if sent.tokens[k].text in _QUOTING]
    if marks:
        return min(marks)  # *Selon la police, « C »*: the quotation is what it says
    if first == 0 and tree and max(tree) < _WHOLE * len(sent.tokens):
        return max(end, max(tree) + 1)
    return end


def _is_fronted(sent: Sentence, first: int, end: int) -> bool:
    """Is the phrase at the head of its clause, with a comma after it?"""
    tokens = sent.tokens
    return (
        end < len(tokens)
        and tokens[end].text == ","
        and all(t.upos in {"CCONJ", "ADV", "PUNCT", "SCONJ", "PRON"} for t in tokens[max(0, first - 3) : first])
    )


def _answers_first_person(scene: Scene, head: int) -> bool:
    """Is the author the subject of the clause that the phrase hangs on?"""
    governor = scene.sent.tokens[head].head
    return any(c.rel == "nsubj" and c.feats.get("Person") == "1" for c in scene.children(governor))


def _around(scene: Scene, first: int, end: int, head: int) -> tuple[Span, ...]:
    """The clause that a prepositional source belongs to, without the phrase itself."""
    sent = scene.sent
    tokens = sent.tokens
    if _opens_sentence(sent, first):
        return trimmed(scene.text, (Span(tokens[end - 1].end, sent.end),))
    if end >= len(tokens) - 1 or tokens[end].text in {".", "»"}:
        return trimmed(scene.text, (Span(sent.start, tokens[first].start),))
    return trimmed(scene.text, _beside(sent, first, end, head))


def _opens_sentence(sent: Sentence, first: int) -> bool:
    """*Mais selon X, C*, *« Selon X, C »*."""
    tokens = sent.tokens
    return all(t.upos in {"CCONJ", "ADV", "PUNCT"} for t in tokens[:first]) or tokens[first - 1].text in {"«", "“", '"'}


def _beside(sent: Sentence, first: int, end: int, head: int) -> tuple[Span, ...]:
    """*C, selon X, C*: what the governor of the source holds on both sides; on the right alone where the phrase opens a clause."""
    tokens = sent.tokens
    governor = tokens[head].head
    if governor == head:
        return ()
    indices = sent.subtree(governor)
    left, right = [i for i in indices if i < first], [i for i in indices if i >= end]
    opens_clause = tokens[first - 1].text in {",", ";", ":"} or tokens[first - 1].upos in {"SCONJ", "CCONJ"}
    parts: list[Span] = []
    if left and (not right or not opens_clause or governor < first):
        parts.append(Span(tokens[min(left)].start, tokens[first].start))
    if right:
        parts.append(Span(tokens[end - 1].end, tokens[max(right)].end))
    return tuple(parts)
