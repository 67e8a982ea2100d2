"""Clauses of speech inserted in what they report: *C, a indiqué dimanche S* · *« C », dit S* · *C, comme l'a dit S, C*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.attribution_draft import Draft, trimmed, without
from selon.stages.attribution_scene import is_finite, phrases
from selon.stages.attribution_sources import find_speakers, is_author_comment, noun_after
from selon.stages.predications import analyse, verb_group

if TYPE_CHECKING:
    from selon.model.syntax import Sentence, Token
    from selon.stages.attribution_scene import Scene

_BOUNDARIES = {",", "–", "—", "-", "»", "”", '"', "!", "?", "…", "("}
_DROPPED = {",", "–", "—", "-", "("}
_CLOSING = {"»", "”", '"'}
_GAP, _LEAD = 4, 15
"""Characters between a quotation and its verb, and of what may stand before it (*Mais « … »*)."""
_OPENING = {"«", "“", '"'}


def find_inverted(scene: Scene, token: Token) -> Draft | None:
    """*« … », sourit-elle*: after closing marks, an inverted verb says, whatever it means."""
    sent = scene.sent
    if token.upos != "VERB" or token.feats.get("VerbForm") == "Inf" or is_author_comment(scene, token):
        return None
    first, last = verb_group(sent, token.i)
    quoting = _closes_quotation(sent, first)
    if not quoting and not _is_clitic_insertion(sent, token, first):
        return None
    content = parenthetical(scene, token)
    if content is not None and quoting and not _is_quoted_throughout(scene, content[0], first):
        return None  # *X, dit « le prophète », a levé six millions*
    heads, evidence = find_speakers(scene, token, analyse(sent, token.i, scene.language), "say", parenthetical=True)
    if content is None or not heads:
        return None
    cue = sent.covering(tuple(range(first, last)))
    source = phrases(scene, heads)
    parts = trimmed(scene.text, without(content, (cue, *source)))
    if not parts:
        return None
    return Draft(
        sentence=sent.i, source=source, source_head=heads[0], cue=(cue,), cue_head=token.i, content=parts,
        evidence=evidence, by="rule inverted-clause",
    )  # fmt: skip


def parenthetical(scene: Scene, token: Token) -> tuple[Span, ...] | None:
    """What a verb of saying in an inserted clause reports: the rest of the sentence, in one or two parts; None when it is not inserted."""
    sent = scene.sent
    causative = any(c.dep == "aux:caus" for c in scene.children(token.i))  # *a fait savoir*
    if token.rel == "acl" or (token.feats.get("VerbForm") == "Inf" and not causative):
        return None
    left = _opening(sent, verb_group(sent, token.i)[0])
    if left == 0 or sent.tokens[left - 1].text not in _BOUNDARIES or not _is_inverted(scene, token, left):
        return None
    right = _end(sent, token, left)
    if _is_stray(scene, token, left, right):
        return None
    if _quotes_after(scene, left, right):
        return (Span(sent.tokens[right + 1].start, sent.end),)  # *comme le rappelle X, « C »*
    before = sent.tokens[left - 1]
    start = Span(_content_start(scene, left), before.start if before.text in _DROPPED else before.end)
    if right < len(sent.tokens) - 1 and (
        _goes_on(sent, token, left, right) or (not is_finite(scene, 0, left) and sent.tokens[right].text == ",")
    ):
        return (start, Span(sent.tokens[right].start, sent.end))
    return (start,)


def _opening(sent: Sentence, first: int) -> int:
    """First token of the parenthetical: the verb group, or *comme* and a clitic before it."""
    while first > 0 and sent.tokens[first - 1].text.casefold() in {"l'", "le", "l’", "ainsi", "comme"}:
        first -= 1
    return first


def _is_clitic_insertion(sent: Sentence, token: Token, first: int) -> bool:
    """*C, appuie-t-il, C*: an inverted pronoun between two commas or before the stop; not *viendra-t-il ?*."""
    tokens = sent.tokens
    clitic = _last_clitic(sent, token, first)
    if clitic is None or first == 0 or tokens[first - 1].text not in {",", "–", "—"} or any(t.text == "?" for t in tokens[first:]):
        return False
    after = max(clitic, token.i) + 1
    return after < len(tokens) and tokens[after].text in {",", ".", "–", "—", ":"}


def _last_clitic(sent: Sentence, token: Token, first: int) -> int | None:
    """Index of *-il* in *appuie-t-il*, *a-t-il appuyé*."""
    near = range(first, min(token.i + 3, len(sent.tokens)))
    return max((k for k in near if sent.tokens[k].text.startswith("-") and sent.tokens[k].upos == "PRON"), default=None)


def _is_quoted_throughout(scene: Scene, content: Span, first: int) -> bool:
    """Does the quotation that closes before token `first` hold all that comes before it, but a word or two?"""
    end = scene.sent.tokens[first].start
    closing = [q for q in scene.context.quotations if q.span.end <= end and end - q.span.end < _GAP]
    return any(q.span.start - content.start < _LEAD for q in closing)


def _closes_quotation(sent: Sentence, left: int) -> bool:
    """*… »* or *… »,* right before token `left`."""
    before = [t.text for t in sent.tokens[max(0, left - 2) : left]]
    return bool(before) and (before[-1] in _CLOSING or (before[-1] == "," and len(before) > 1 and before[0] in _CLOSING))


def _is_inverted(scene: Scene, token: Token, left: int) -> bool:
    """*dit-il*, *a dit le maire*, *comme le maire l'a dit*; without a subject, where a quotation closes or a bare noun follows."""
    sent = scene.sent
    first, _ = verb_group(sent, token.i)
    if _is_hyphenated(sent, token, first):
        return True
    subjects = [c.i for c in scene.children(token.i) if c.rel == "nsubj" and not _is_quoted_away(scene, c, left)]
    if subjects:
        return all(s > token.i for s in subjects) or (first > 0 and scene.is_listed("openers", sent.tokens[first - 1].text.casefold()))
    if token.rel in {"parataxis", "root", "conj", "ccomp"} and token.feats.get("VerbForm") in {"Fin", "Part"}:
        return _closes_quotation(sent, left) or noun_after(scene, token) is not None
    return False


def _is_quoted_away(scene: Scene, subject: Token, left: int) -> bool:
    """*« Une réaction épidermique » commentait S*: a subject inside the quotation that closes before the verb is part of what is said."""
    end = scene.sent.tokens[left].start
    return any(q.span.contains(subject.span) and q.span.end <= end and end - q.span.end < _GAP for q in scene.context.quotations)


def _is_hyphenated(sent: Sentence, token: Token, first: int) -> bool:
    """*dit-il*, *a-t-il dit*: a pronoun with a hyphen in the verb group, below the verb or right after it."""
    tokens = sent.tokens
    return (
        any(tokens[c].text.startswith("-") for c in sent.children[token.i] if tokens[c].upos == "PRON")
        or (token.i + 1 < len(tokens) and tokens[token.i + 1].text.startswith("-"))
        or any(tokens[k].text.startswith("-") for k in range(first, token.i))
    )


def _is_stray(scene: Scene, token: Token, left: int, right: int) -> bool:
    """*Un responsable, a confirmé X* is a stray comma; *Par ailleurs, poursuit X, C* speaks."""
    tokens = scene.sent.tokens
    if _closes_quotation(scene.sent, left) or _has_clitic(scene.sent, token) or is_finite(scene, 0, left) or _tail_quoted(scene, left):
        return False
    return not (right < len(tokens) - 2 and tokens[right].text == "," and is_finite(scene, right, len(tokens)))


def _has_clitic(sent: Sentence, token: Token) -> bool:
    return any(t.text.startswith("-") and t.upos == "PRON" for t in sent.tokens[max(0, token.i - 3) : token.i + 3])


def _tail_quoted(scene: Scene, left: int) -> bool:
    """Does the sentence begin inside a quotation, or quote after the parenthetical?"""
    sent = scene.sent
    return any(
        q.span.start <= sent.start < q.span.end or sent.tokens[left].start < q.span.start < sent.end for q in scene.context.quotations
    )


def _quotes_after(scene: Scene, left: int, right: int) -> bool:
    """*…, comme le rappelle X, « C »*: the quotation after an opened clause is what it reports."""
    tokens = scene.sent.tokens
    return (
        right < len(tokens) - 2
        and scene.is_listed("openers", tokens[left].text.casefold())
        and tokens[right].text == ","
        and tokens[right + 1].text in _OPENING
    )


def _end(sent: Sentence, token: Token, left: int) -> int:
    """Index after the last word that belongs to the verb of saying."""
    own = {token.i}
    clitic = _last_clitic(sent, token, verb_group(sent, token.i)[0])
    if clitic is not None and max(clitic, token.i) + 1 < len(sent.tokens) and sent.tokens[max(clitic, token.i) + 1].text == ",":
        return max(clitic, token.i) + 1  # *Il est, disent-ils, la langue de tous*
    for c in sent.children[token.i]:
        if c >= left and sent.tokens[c].rel not in {"ccomp", "parataxis", "punct"}:
            own.update(sent.subtree(c))
    return max(own) + 1


def _goes_on(sent: Sentence, token: Token, left: int, right: int) -> bool:
    """Does the reported sentence continue after the parenthetical?"""
    if sent.tokens[right].text not in {",", "–", "—", ")", "«", "“", '"'}:
        return False
    if token.rel == "parataxis" and token.head > right:
        return True
    after = sent.tokens[right + 1 :]
    if any(t.text in {"«", "“"} for t in after[:2]):
        return True
    if any(t.head < left and t.rel not in {"punct", "parataxis"} for t in after) and _has_clitic(sent, token):
        return True  # *Il est, disent-ils, la langue de tous*
    return any(t.upos in {"VERB", "AUX"} and t.feats.get("VerbForm") == "Fin" for t in after) and any(
        t.head < right and t.head < token.i for t in after if t.rel in {"conj", "advcl", "obl", "acl", "ccomp", "xcomp", "cc", "mark"}
    )


def _content_start(scene: Scene, left: int) -> int:
    """Start of the reported sentence: that of the quotation when it began in an earlier sentence, else of this one."""
    comma = scene.sent.tokens[left - 1].start
    for quotation in scene.context.quotations:
        if quotation.span.start < scene.sent.start < quotation.span.end <= comma + 2:
            return quotation.span.start
    return scene.sent.start
