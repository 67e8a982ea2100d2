"""The join: each event with the chain of sources that vouch for it, its place, its time and its status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from selon.model.cell import Cell
from selon.model.claim import Claim, Party
from selon.model.factuality import Factuality, status
from selon.model.timex import Timex
from selon.stages.circumstances import Reach, is_comparison
from selon.stages.factuality import judge, walk_up
from selon.stages.factuality_hits import Hit, find_hits
from selon.stages.frames import carry_days
from selon.stages.locations import Locations
from selon.stages.repeats import fill_repeats
from selon.stages.stretches import bounded, ends_of, joined

if TYPE_CHECKING:
    from selon.lang.language import Language
    from selon.model.actor import Actor, Mention
    from selon.model.attribution import Attribution
    from selon.model.conditional import Conditional
    from selon.model.document import Document
    from selon.model.event import Event, Slot
    from selon.model.span import Span
    from selon.model.syntax import Sentence
    from selon.model.toponym import Toponym
    from selon.stages.quotations import Quotation

T = TypeVar("T")
SPEECH_ACTS = frozenset({"threaten", "promise", "demand"})
"""A threat, promise or demand is one claim on its own word; what it is about is not listed again."""
ESCAPING = frozenset({"fear", "want", "intend", "demand", "promise", "threaten", "deny", "doubt", "praise", "blame"})
"""Attitudes that do not reach into a relative clause or an apposition of their content."""


@dataclass(frozen=True, slots=True)
class Material:
    """What the earlier stages found in one document."""

    doc: Document
    sents: tuple[Sentence, ...]
    language: Language
    quotations: tuple[Quotation, ...]
    timexes: tuple[Timex, ...]
    places: tuple[Toponym, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    attributions: tuple[Attribution, ...]
    events: tuple[Event, ...]
    conditionals: tuple[Conditional, ...] = ()


def make_claims(material: Material) -> tuple[Claim, ...]:
    """The claims of a document in the order of their triggers, numbered `c1`, `c2` and so on."""
    joiner = _Joiner(material)
    claims = [claim for event in material.events if (claim := joiner.claim(event)) is not None]
    dated = carry_days(fill_repeats(tuple(claims), material.sents), material.sents, material.timexes, material.language)
    return tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(dated, start=1))


def judge_span(material: Material, span: Span) -> Factuality:
    """The factuality of whatever stands at `span`, event or not; used for spans that a caller asks about."""
    return _Joiner(material).factuality_at(span)


class _Joiner:
    def __init__(self, m: Material) -> None:
        self.m = m
        self.by_id = {a.id: a for a in m.actors}
        self.mention_at = {(x.sentence, x.head): x for x in m.mentions}
        self.attribution = {a.id: a for a in m.attributions}
        self.trigger_heads = {(e.sentence, e.head) for e in m.events}
        self.hits: dict[int, tuple[Hit, ...]] = {}
        self.said = {a.said_when.span for a in m.attributions if a.said_when is not None}

    def claim(self, event: Event) -> Claim | None:
        sent = self.m.sents[event.sentence]
        chain, factuality = self._holder(sent, event.head, event.trigger)
        if chain and self._listed_already(chain[-1], event):
            return None
        quoted_by = chain[-1] if chain else None
        when = self._when(event, sent, factuality, quoted_by)
        word = status(factuality)
        return Claim(
            id="",
            sentence=event.sentence,
            trigger=event.trigger,
            type=Cell(event.type, (event.trigger,), event.by),
            mode=Cell(event.mode, (event.trigger,) if event.mode else (), event.by),
            contexts=event.contexts,
            actors=self._parties(event, event.actors),
            recipients=self._parties(event, event.recipients),
            place=self._place(event, sent),
            when=when,
            according_to=self._sources(chain),
            factuality=factuality,
            status=Cell(word, _deciding(factuality, word), "rule status"),
        )

    def factuality_at(self, span: Span) -> Factuality:
        sent = next((s for s in self.m.sents if s.start <= span.start < s.end), None)
        if sent is None:
            return Factuality(Cell("pos"), Cell("certain"), Cell("none"), Cell("none"), Cell("author"))
        inside = [t for t in sent.tokens if span.start <= t.start < span.end] or [t for t in sent.tokens if t.start <= span.start < t.end]
        if not inside:
            return Factuality(Cell("pos"), Cell("certain"), Cell("none"), Cell("none"), Cell("author"))
        indices = {t.i for t in inside}
        head = next((t for t in inside if t.head not in indices or t.head == t.i), inside[0])
        return self._holder(sent, head.i, span)[1]

    # -- sources

    def _holder(self, sent: Sentence, head: int, trigger: Span) -> tuple[tuple[Attribution, ...], Factuality]:
        """The chain of sources over a happening, outermost first, and its factuality at the innermost."""
        chain = self._chain(trigger)
        while True:
            holder = chain[-1] if chain else None
            barrier = self._cue_head(sent, holder) if holder is not None else None
            walk = walk_up(
                sent,
                head,
                self.m.language,
                holder.content if holder is not None else (),
                barrier=barrier,
                hits=self._hits(sent),
                conditionals=tuple(c for c in self.m.conditionals if c.sentence == sent.i),
            )
            if holder is None or not (walk.escaped and holder.attitude in ESCAPING and barrier is not None):
                break
            chain = chain[:-1]
        quoted = next((q for q in self.m.quotations if q.span.contains(trigger)), None) if chain else None
        if quoted is not None and quoted.words <= 2 and chain[-1].mode == "indirect":
            quoted = None
        return chain, judge(walk, chain, quoted, self.m.language, self.m.doc.text)

    def _hits(self, sent: Sentence) -> tuple[Hit, ...]:
        if sent.i not in self.hits:
            self.hits[sent.i] = find_hits(sent, self.m.language)
        return self.hits[sent.i]

    def _chain(self, trigger: Span) -> tuple[Attribution, ...]:
        """All attributions whose content holds the trigger, from the outermost to the innermost."""
        holding = [
            a for a in self.m.attributions if any(s.contains(trigger) for s in a.content) and not any(c.overlaps(trigger) for c in a.cue)
        ]
        if not holding:
            return ()
        ids = {a.id for a in holding}
        innermost = min(holding, key=lambda a: (sum(s.end - s.start for s in a.content), -self._depth(a), a.id))
        chain = [innermost]
        while chain[0].inside is not None and chain[0].inside in self.attribution and len(chain) < 6:
            chain.insert(0, self.attribution[chain[0].inside])
        return tuple(a for a in chain if a.id in ids or a is not innermost)

    def _depth(self, a: Attribution) -> int:
        depth = 0
        while a.inside is not None and depth < 6:
            a, depth = self.attribution[a.inside], depth + 1
        return depth

    def _cue_head(self, sent: Sentence, holder: Attribution) -> int | None:
        """Index of the cue's governing word when it stands in this sentence."""
        if not sent.span.contains(holder.cue[0]):
            return None
        inside = [t for t in sent.tokens if holder.cue[0].start <= t.start < holder.cue[0].end]
        indices = {t.i for t in inside}
        return next((t.i for t in inside if t.head not in indices or t.head == t.i), inside[-1].i if inside else None)

    def _listed_already(self, holder: Attribution, event: Event) -> bool:
        """Is the happening only what a threat, promise or demand is about, which is a claim itself?"""
        if holder.attitude not in SPEECH_ACTS or holder.mode == "direct":
            return False
        return any(e.trigger.overlaps(c) for e in self.m.events for c in holder.cue if e is not event)

    def _sources(self, chain: tuple[Attribution, ...]) -> Cell[tuple[Party, ...]]:
        parties = tuple(
            Party(a.actor, a.source_name or "", (*a.source, *(s for s in self._spans(a.actor) if s not in a.source)), a.id) for a in chain
        )
        evidence = tuple(span for a in chain for span in (*a.source, *a.cue))
        return Cell(parties, evidence, chain[-1].by if chain else "default")

    def _spans(self, actor: str | None) -> tuple[Span, ...]:
        return self.by_id[actor].mentions if actor is not None and actor in self.by_id else ()

    # -- parties

    def _town(self, sent: Sentence, slot: Slot) -> Toponym | None:
        """*arrivé à Izmir*: a town after a preposition of place is where, not whom; countries receive."""
        if not self._locations(sent).stands_in(slot.head):
            return None
        start = sent.tokens[slot.head].start
        return next((p for p in self.m.places if p.span.start <= start < p.span.end and p.country is None and p.role == "literal"), None)

    def _parties(self, event: Event, slots: tuple[Slot, ...]) -> Cell[tuple[Party, ...]]:
        sent = self.m.sents[event.sentence]
        slots = tuple(s for s in slots if self._town(sent, s) is None)
        found: dict[str, Party] = {}
        for slot in slots:
            mention = self.mention_at.get((event.sentence, slot.head))
            if mention is None or not mention.actors:
                name = slot.span.of(self.m.doc.text)
                if mention is None or mention.kind not in {"pronoun", "possessive"}:
                    found.setdefault(name, Party(None, name, (slot.span,)))
                continue
            for actor in mention.actors:
                spans = (slot.span, *(s for s in self._spans(actor) if s != slot.span))
                found.setdefault(actor, Party(actor, self.by_id[actor].name, spans))
        return Cell(tuple(found.values()), tuple(s.span for s in slots), slots[0].by if slots else "default")

    # -- place and time

    def _place(self, event: Event, sent: Sentence) -> Cell[Toponym | None]:
        """The literal place that the event governs, else one of its clause, else none."""
        locations = self._locations(sent)
        here = [p for p in self.m.places if sent.span.contains(p.span) and p.role == "literal" and locations.says_where(p, event.type)]
        towns = {s.span for s in (*event.actors, *event.recipients) if self._town(sent, s) is not None}
        named = [m for m in self.m.mentions if m.sentence == sent.i and m.kind in {"nominal", "title_name", "document"}]
        fillers = [s for s in (*event.actors, *event.recipients) if s.span not in towns and s.head not in {m.head for m in named}]
        here = [p for p in here if not any(f.span.contains(p.span) for f in fillers)]
        here = [p for p in here if all(self._is_free(p, m, locations) for m in named if m.span.contains(p.span))]
        near = self._nearest([(p, p.span) for p in here], event, sent, is_date=False)
        if near is None:
            return Cell(None)
        return Cell(near, (near.span,), near.by)

    def _locations(self, sent: Sentence) -> Locations:
        return Locations(sent, frozenset(head for i, head in self.trigger_heads if i == sent.i), self.m.language)

    def _is_free(self, place: Toponym, mention: Mention, locations: Locations) -> bool:
        """*une église au nord du Nigeria* tells where; *le ministre de France* only who."""
        is_person = any(self.by_id[a].kind in {"person", "document"} for a in mention.actors)
        return not is_person and mention.kind == "nominal" and locations.stands_in_itself(place, mention.head)

    def _when(self, event: Event, sent: Sentence, factuality: Factuality, holder: Attribution | None) -> Cell[Timex | None]:
        """The time expression that the event governs, else one of its clause; the saying keeps its own."""
        told = self._said(event)
        here = [t for t in self.m.timexes if sent.span.contains(t.span) and t.type in {"DATE", "TIME", "DURATION"}]
        here = [t for t in here if t.span not in self.said or t.span in told]
        promised = [s for a in self.m.attributions if any(c.overlaps(event.trigger) for c in a.cue) for s in a.content]
        here = [t for t in here if (t.earliest is not None or t.latest is not None) and not any(s.contains(t.span) for s in promised)]
        here = [t for t in here if not is_comparison(sent, t, self.m.language)]
        near = self._nearest([(t, t.span) for t in here], event, sent, is_date=True)
        if near is not None:
            return self._stretch(near, here)
        published = self.m.doc.published
        if (
            published is not None
            and factuality.time.value == "ongoing"
            and factuality.time.evidence
            and self._is_now(event, sent)
            and holder is None
            and status(factuality) == "stated"
        ):
            now = Timex(
                event.trigger,
                "DATE",
                published.edtf(),
                published.edtf(),
                published.earliest,
                published.latest,
                anchor="document",
                by="rule present",
            )
            return Cell(now, factuality.time.evidence, "rule present")
        return Cell(None)

    def _said(self, event: Event) -> frozenset[Span]:
        """*Lundi, le maire a condamné l'attaque*: the day of the saying is that of the happening when the cue names it."""
        return frozenset(a.said_when.span for a in self.m.attributions if a.said_when and any(c.overlaps(event.trigger) for c in a.cue))

    def _is_now(self, event: Event, sent: Sentence) -> bool:
        """Is the happening what the present-tense verb says, not a noun that only stands near it?"""
        token = sent.tokens[event.head]
        if token.upos in {"VERB", "AUX"}:
            return True
        governor = sent.tokens[token.head]
        return (
            token.rel in {"nsubj", "obj"}
            and governor.upos == "VERB"
            and governor.lemma in self.m.language.words("support", "actor") | {"avoir", "dérouler", "tenir", "poursuivre"}
        )

    def _stretch(self, near: Timex, here: list[Timex]) -> Cell[Timex | None]:
        """The days of a happening: those of its date, with the date that ends the range or follows in the list."""
        first, last = ends_of(near, here, self.m.doc.text)
        if first is not last:
            return Cell(joined(first, last), (first.span, last.span), first.by)
        return Cell(bounded(near, self.m.doc), (near.span,), near.by)

    def _nearest(self, found: list[tuple[T, Span]], event: Event, sent: Sentence, *, is_date: bool) -> T | None:
        """The one that the happening governs, else the one of the word above it; the nearer one of two alike."""
        reach = Reach(sent, event.head, self._phrase(event, sent), self._other_heads(event), self.m.language)
        ranked = [(reach.rank(span, is_date=is_date), abs(span.start - event.trigger.start), n) for n, (_, span) in enumerate(found)]
        best = min(((rank, distance, n) for rank, distance, n in ranked if rank is not None), default=None)
        return found[best[2]][0] if best is not None else None

    def _phrase(self, event: Event, sent: Sentence) -> frozenset[int]:
        """All words that name the happening: *réunion* and *tiendra* in *la réunion se tiendra*."""
        named = {t.i for t in sent.tokens if event.trigger.start <= t.start < event.trigger.end and t.upos in {"NOUN", "VERB"}}
        return frozenset({event.head} | named)

    def _other_heads(self, event: Event) -> frozenset[int]:
        return frozenset(head for sent, head in self.trigger_heads if sent == event.sentence and head != event.head)


def _deciding(factuality: Factuality, word: str) -> tuple[Span, ...]:
    """The words that decided the status."""
    axis = {
        "denied": factuality.polarity if factuality.attitude.value != "deny" else factuality.attitude,
        "feared": factuality.attitude,
        "wanted": factuality.attitude,
        "planned": factuality.attitude if factuality.attitude.value != "none" else factuality.time,
        "possible": factuality.certainty,
    }.get(word, factuality.evidence)
    return axis.evidence
