"""According to whom: every stretch that somebody answers for, with the words that say so.

Three passes: cues over syntax (`attribution_cues.py`), quotations without a cue joined to the sentence before
(`attribution_quotes.py`), then nesting.  Author comments in the first person plural and impersonal advice
(*rappelons que*, *il faut noter que*) are the author's own voice and give nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from selon.model.attribution import Attribution
from selon.model.span import Span, cover
from selon.stages.attribution_cues import find_cues
from selon.stages.attribution_draft import trimmed
from selon.stages.attribution_quotes import join_quotations
from selon.stages.attribution_scene import Context
from selon.stages.source_classes import classify_source

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.actor import Actor, Mention
    from selon.model.conditional import Conditional
    from selon.model.syntax import Sentence
    from selon.model.timex import Timex
    from selon.stages.attribution_draft import Draft
    from selon.stages.quotations import Quotation


_DETERMINER = 5
"""Characters of an article or possessive and its blank."""


def find_attributions(
    text: str,
    sents: tuple[Sentence, ...],
    language: Language,
    quotations: tuple[Quotation, ...],
    mentions: tuple[Mention, ...],
    actors: tuple[Actor, ...],
    timexes: tuple[Timex, ...],
    conditionals: tuple[Conditional, ...] = (),
) -> tuple[Attribution, ...]:
    """The attributions of a document in the order of their first character, nested by containment."""
    at = {(m.sentence, m.head): m for m in mentions}
    hearsay = {(c.sentence, c.head): c for c in conditionals if c.reading == "hearsay"}
    context = Context(text, sents, language, quotations, at, {a.id: a for a in actors}, hearsay)
    drafts = find_cues(context)
    drafts = join_quotations(drafts, context)
    return _nest(_finish(drafts, context, timexes))


def _finish(drafts: list[Draft], context: Context, timexes: tuple[Timex, ...]) -> list[Attribution]:
    found = []
    for draft in sorted(
        (_without_comment(d, context) for d in _distinct(drafts)), key=lambda d: (min(d.content).start, min(d.cue).start, d.by)
    ):
        mention = context.mentions.get((draft.sentence, draft.source_head)) if draft.source_head is not None else None
        actor = context.actors.get(mention.actors[0]) if mention is not None and mention.actors else None
        name = actor.name if actor is not None else (draft.source[0].of(context.text) if draft.source else None)
        mode = _mode(draft.content, context.quotations)
        evidence = "quoted" if mode == "direct" and draft.evidence == "reported" else draft.evidence
        found.append(
            Attribution(
                "",
                draft.source,
                draft.cue,
                draft.content,
                name,
                actor.id if actor is not None else None,
                mode,
                draft.attitude,
                draft.stance,
                evidence,
                None,
                draft.negated,
                draft.certainty,
                _said_when(draft, context, timexes),
                draft.by,
                classify_source(context.sents[draft.sentence], draft.source_head, actor, context.language) if draft.source else "none",
            )
        )
    return found


def _without_comment(draft: Draft, context: Context) -> Draft:
    """*Comme aux plus beaux jours de la guerre froide, C, selon le journal*: the comparison in front is the author's."""
    sent = context.sents[draft.sentence]
    first = draft.content[0]
    end = _end_of_comment(sent, context) if first.start == sent.start else None
    if end is None or end >= first.end:
        return draft
    return replace(draft, content=trimmed(context.text, (Span(end, first.end), *draft.content[1:])))


def _end_of_comment(sent: Sentence, context: Context) -> int | None:
    """Offset of the comma after a fronted phrase without a verb that one of the author's openers begins; None without one."""
    openers = context.language.settings["attribution"]["author_openers"]
    if not any(context.text[sent.start :].casefold().startswith(f"{opener} ") for opener in openers):
        return None
    comma = next((t for t in sent.tokens[2:] if t.text == ","), None)
    if comma is None or any(t.feats.get("VerbForm") == "Fin" for t in sent.tokens[: comma.i]):
        return None
    return comma.end


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """One attribution for a cue: the first row that found a content wins.

    A hearsay conditional inside another source's content is left to that source.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if any(_same_cue(draft, other) for other in kept):
            continue
        kept.append(draft)
    kept = [d for d in kept if not any(_only_utters(d, other) for other in kept)]
    kept = [d for d in kept if not any(_is_part_of(d, other) for other in kept)]
    covered = [d for d in kept if d.evidence != "hearsay" or d.source]
    return [d for d in kept if d in covered or not any(span.contains(d.cue[0]) for c in covered for span in c.content)]


def _is_part_of(a: Draft, b: Draft) -> bool:
    """*appel* in *a lancé un appel* of the same source is no cue of its own."""
    return a is not b and a.sentence == b.sentence and a.source == b.source and a.cue != b.cue and all(b.cue[0].contains(c) for c in a.cue)


def _only_utters(a: Draft, b: Draft) -> bool:
    """*a formulé une demande*, *a officialisé sa demande*: the verb says no more than that the demand of the same source was made."""
    return (
        a is not b
        and a.sentence == b.sentence
        and a.attitude == "state"
        and a.source_head == b.source_head
        and a.source != ()
        and len(a.content) == 1
        and 0 <= b.cue[0].start - a.content[0].start <= _DETERMINER
        and a.content[0].contains(b.cue[0])
    )


def _same_cue(a: Draft, b: Draft) -> bool:
    same = a.cue_head == b.cue_head or a.cue == b.cue
    return a.sentence == b.sentence and same and any(x.overlaps(y) for x in a.content for y in b.content)


def _mode(content: tuple[Span, ...], quotations: tuple[Quotation, ...]) -> str:
    """direct when all of the content stands in marks, mixed when part of it does."""
    total = sum(s.end - s.start for s in content)
    quoted = sum(max(0, min(s.end, q.span.end) - max(s.start, q.span.start)) for s in content for q in quotations)
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= 0.92 * total else "mixed"


def _said_when(draft: Draft, context: Context, timexes: tuple[Timex, ...]) -> Timex | None:
    """The expression of time that hangs on the cue and stands outside the content."""
    sent = context.sents[draft.sentence]
    if draft.cue_head is None:
        return None
    inside = set(sent.subtree(draft.cue_head))
    for timex in timexes:
        if not sent.span.contains(timex.span) or any(span.overlaps(timex.span) for span in (*draft.content, *draft.source)):
            continue
        heads = [t.i for t in sent.tokens if timex.span.start <= t.start < timex.span.end]
        if any(h in inside for h in heads):
            return timex
    return None


def _nest(found: list[Attribution]) -> tuple[Attribution, ...]:
    """Number them and say which lies inside which: the smallest content of another that holds the cue."""
    named = [replace(a, id=f"a{n}") for n, a in enumerate(found, start=1)]
    out = []
    for a in named:
        holders = [b for b in named if b is not a and any(span.contains(a.cue[0]) for span in b.content) and not _inside(b, a)]
        holders = [b for b in holders if cover(b.content) != cover(a.content) or b.cue[0] < a.cue[0]]
        inner = min(holders, key=lambda b: (sum(s.end - s.start for s in b.content), b.id), default=None)
        out.append(replace(a, inside=inner.id if inner is not None else None))
    return tuple(out)


def name_speakers(
    attributions: tuple[Attribution, ...], mentions: tuple[Mention, ...], actors: tuple[Actor, ...]
) -> tuple[Attribution, ...]:
    """Attributions whose source is *je* or *nous*, with the actor that it turned out to be."""
    names = {a.id: a.name for a in actors}
    speakers = {m.span: m.actors[0] for m in mentions if m.kind == "speaker" and m.actors}
    return tuple(
        replace(a, actor=speakers[a.source[0]], source_name=names[speakers[a.source[0]]])
        if a.actor is None and a.source and a.source[0] in speakers
        else a
        for a in attributions
    )


def _inside(b: Attribution, a: Attribution) -> bool:
    """Does b's cue in turn lie in a's content?  Then neither holds the other."""
    return any(span.contains(b.cue[0]) for span in a.content)
