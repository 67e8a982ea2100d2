"""Quotations that no cue governs: joined to the cue that quotes on, or to the carrier before them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from selon.model.span import Span
from selon.stages.attribution_draft import Draft, trimmed, without
from selon.stages.quotations import SCARE_WORDS

if TYPE_CHECKING:
    from selon.model.syntax import Sentence
    from selon.stages.attribution_scene import Context
    from selon.stages.quotations import Quotation

_SPEECH = {"state", "praise", "blame", "fear", "want", "demand", "deny"}


def join_quotations(drafts: list[Draft], context: Context) -> list[Draft]:
    """Drafts with quotation-wide contents, and one more for each speech-like quotation that none of them holds."""
    widened = [_widen(draft, context) for draft in drafts]
    out = [*widened, *_continued(widened, context)]
    for quotation in context.quotations:
        if any(span.overlaps(quotation.inner) for draft in out if draft.source for span in draft.content):
            continue
        sent = _sentence(quotation, context)
        if sent is None or quotation.words <= SCARE_WORDS or not _is_speech(quotation, sent, context):
            continue
        out.append(_labelled(quotation, sent, context) or _carrier(quotation, sent, out, context) or _unattributed(quotation, sent))
    return out


def _widen(draft: Draft, context: Context) -> Draft:
    """A content that begins with a quotation mark takes the whole quotation, also where it spans sentences."""
    content = list(draft.content)
    for n, span in enumerate(content):
        for quotation in context.quotations:
            if (
                quotation.span.start <= span.start < quotation.span.end
                and span.start - quotation.span.start <= 2
                and quotation.span.end > span.end
            ):
                content[n] = Span(quotation.span.start, quotation.span.end)
            elif draft.cue[0].end <= span.start and _follows(context.text, span, quotation.span):
                content[n] = Span(span.start, quotation.span.end)  # *fait l'éloge de la flotte « pour … »*
            elif span.start < quotation.span.start < span.end < quotation.span.end:
                content[n] = Span(span.start, quotation.span.end)
            elif (
                quotation.span.end - 1 <= span.end <= quotation.span.end
                and span.start >= quotation.span.start
                and draft.attitude == "state"
                and (draft.cue[0].start >= quotation.span.end)
            ):
                content[n] = Span(min(span.start, quotation.span.start), quotation.span.end)
    inserted = any(span.start < draft.cue[0].start < span.end for span in content) and draft.evidence != "hearsay"
    holes = (*draft.cue, *draft.source) if inserted else ()
    return replace(draft, content=trimmed(context.text, without(tuple(content), holes)))


def _follows(text: str, span: Span, quotation: Span) -> bool:
    """Does the quotation begin right where the span ends?"""
    return span.end <= quotation.start and not text[span.end : quotation.start].strip()


def _sentence(quotation: Quotation, context: Context) -> Sentence | None:
    return next((s for s in context.sents if s.start <= quotation.span.start < s.end), None)


def _is_speech(quotation: Quotation, sent: Sentence, context: Context) -> bool:
    """A whole sentence in marks, with a finite verb; not a term, a title or a fragment of the author's sentence."""
    before = context.text[sent.start : quotation.span.start]
    if before.count("(") > before.count(")"):
        return False  # *(lire « … »)* refers to another text
    outside = (context.text[sent.start : quotation.span.start] + context.text[min(quotation.span.end, sent.end) : sent.end]).strip(
        " .,:;!?\u00a0"
    )
    finite = any(t.upos in {"VERB", "AUX"} and t.feats.get("VerbForm") == "Fin" for t in sent.tokens if quotation.span.contains(t.span))
    return finite and (len(outside) < 4 or outside.endswith(":") or context.text[sent.start : quotation.span.start].rstrip().endswith(":"))


def _labelled(quotation: Quotation, sent: Sentence, context: Context) -> Draft | None:
    """*Le maire : « … »*: a source, a colon, a quotation."""
    before = context.text[sent.start : quotation.span.start].rstrip()
    if not before.endswith(":"):
        return None
    heads = [
        (s, h)
        for (s, h), m in sorted(context.mentions.items())
        if s == sent.i and m.span.end <= quotation.span.start and m.actors and m.kind not in {"adjective", "possessive"}
    ]
    if not heads:
        return None
    subjects = [h for _, h in heads if sent.tokens[h].rel in {"nsubj", "root"}]
    opens = sent.tokens[0].text.casefold() in context.language.settings["attribution"]["fronted"]  # *Pour X, son secrétaire : « … »*
    head = heads[0][1] if opens else subjects[0] if subjects else heads[-1][1]
    mention = context.mentions[(sent.i, head)]
    colon = sent.start + len(before) - 1
    return Draft(
        sentence=sent.i, source=(mention.span,), source_head=head, cue=(Span(colon, colon + 1),), content=(quotation.span,),
        evidence="quoted", by="rule colon",
    )  # fmt: skip


def _continued(drafts: list[Draft], context: Context) -> list[Draft]:
    """*Il a également fait l'éloge de la flotte « pour … »*: a sentence that quotes on, of the source of the sentence before."""
    adverbs = frozenset(context.language.settings["attribution"]["continuations"])
    saying = {d.sentence: d for d in drafts if d.source and d.attitude == "state"}
    found = []
    for before, sent in pairwise(context.sents):
        carrier = saying.get(before.i)
        if carrier is None or sent.i in saying or sent.paragraph != before.paragraph or sent.is_heading:
            continue
        quotes = any(q.words > 1 and sent.span.contains(q.span) for q in context.quotations)
        if quotes and any(t.lemma.casefold() in adverbs and t.upos == "ADV" for t in sent.tokens):
            content = trimmed(context.text, (sent.span,))
            found.append(replace(carrier, content=content, evidence="reported", by="rule carrier", cue_head=None))
    return found


def _unattributed(quotation: Quotation, sent: Sentence) -> Draft:
    """Speech in marks that nobody is named for: the source stays unknown rather than guessed."""
    at = quotation.span.start if quotation.opened else quotation.span.end - 1
    mark = Span(at, at + 1)
    return Draft(sentence=sent.i, cue=(mark,), content=(quotation.span,), evidence="quoted", by="rule quotation")


def _carrier(quotation: Quotation, sent: Sentence, drafts: list[Draft], context: Context) -> Draft | None:
    """The source that spoke last in this paragraph or the one before goes on speaking."""
    earlier = [
        d for d in drafts
        if d.source and d.cue[0].start < quotation.span.start and d.attitude in _SPEECH
        and 0 <= sent.paragraph - context.sents[d.sentence].paragraph <= 1
    ]  # fmt: skip
    if not earlier:
        return None
    last = max(earlier, key=lambda d: (d.sentence, d.cue[0].start))
    return Draft(
        sentence=last.sentence, source=last.source, source_head=last.source_head, cue=last.cue, content=(quotation.span,),
        evidence="quoted", by="rule carrier",
    )  # fmt: skip
