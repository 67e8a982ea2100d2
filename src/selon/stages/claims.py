"""The join: each event with the chain of sources that vouch for it, its place, its time and its status."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from selon.model.cell import Cell
from selon.model.claim import Claim, Party
from selon.model.dates import DateInterval
from selon.model.factuality import Factuality, status
from selon.model.timex import Timex
from selon.stages.factuality import judge, walk_up
from selon.stages.factuality_hits import Hit, find_hits
from selon.stages.predications import preposition
from selon.stages.repeats import fill_repeats

if TYPE_CHECKING:
    from datetime import date

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
    return tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(fill_repeats(tuple(claims), material.sents), start=1))


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
        if not self._stands_in(sent, slot.head):
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
        here = [p for p in self.m.places if sent.span.contains(p.span) and p.role == "literal"]
        fillers = {s.span for s in (*event.actors, *event.recipients) if self._town(sent, s) is None}
        fillers |= {m.span for m in self.m.mentions if m.sentence == sent.i and m.kind in {"nominal", "title_name", "document"}}
        here = [p for p in here if not any(f.contains(p.span) for f in fillers) and self._is_located(sent, p)]
        near = self._nearest([(p, p.span) for p in here], event, sent)
        if near is None:
            return Cell(None)
        return Cell(near, (near.span,), near.by)

    def _is_located(self, sent: Sentence, place: Toponym) -> bool:
        """Is the name introduced by a preposition of place, or does it stand bare after another place name?"""
        heads = [t.i for t in sent.tokens if place.span.start <= t.start < place.span.end]
        if not heads:
            return False
        top = next((h for h in heads if sent.tokens[h].head not in heads), heads[0])
        return self._stands_in(sent, top) or self._is_complement_of_place(sent, top)

    def _stands_in(self, sent: Sentence, i: int) -> bool:
        """*à Kaboul*, *près d'Alep* (with *près* as an adverb of its own)."""
        prep = preposition(sent, i)
        governor = sent.tokens[sent.tokens[i].head]
        if governor.upos == "ADV" and governor.i != i:
            prep = f"{governor.lemma} {prep}"
        return prep in self.m.language.words("prepositions", "place")

    def _is_complement_of_place(self, sent: Sentence, i: int) -> bool:
        """*au marché de Kaboul*, *l'attaque de Kaboul*, *à Gaza, ville de Palestine*."""
        token, governor = sent.tokens[i], sent.tokens[sent.tokens[i].head]
        genitive = preposition(sent, i) in self.m.language.words("prepositions", "genitive")
        if not genitive and token.rel not in {"appos", "flat", "nmod"}:
            return False
        return governor.upos in {"NOUN", "PROPN"} and (self._stands_in(sent, governor.i) or (sent.i, governor.i) in self.trigger_heads)

    def _when(self, event: Event, sent: Sentence, factuality: Factuality, holder: Attribution | None) -> Cell[Timex | None]:
        """The time expression that the event governs, else one of its clause; the saying keeps its own."""
        here = [
            t for t in self.m.timexes if sent.span.contains(t.span) and t.span not in self.said and t.type in {"DATE", "TIME", "DURATION"}
        ]
        promised = [s for a in self.m.attributions if any(c.overlaps(event.trigger) for c in a.cue) for s in a.content]
        here = [t for t in here if (t.earliest is not None or t.latest is not None) and not any(s.contains(t.span) for s in promised)]
        near = self._nearest([(t, t.span) for t in here], event, sent)
        if near is not None:
            return Cell(self._bounded(near), (near.span,), near.by)
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

    def _bounded(self, timex: Timex) -> Timex:
        """*depuis mars*: from then until the publication; *avant mardi*, *jusqu'à mardi*: open towards the past."""
        published = self.m.doc.published
        if timex.relation != "since" or timex.earliest is None or timex.latest is None or published is None or published.latest is None:
            return timex
        return _between(timex, timex.earliest, published.latest) if published.latest >= timex.latest else timex

    def _nearest(self, found: list[tuple[T, Span]], event: Event, sent: Sentence) -> T | None:
        """By syntax, not by nearness: under the trigger, else under the clause that the trigger belongs to and no other event."""
        below = set(sent.subtree(event.head))
        best: tuple[int, int, T] | None = None
        for value, span in found:
            heads = [t.i for t in sent.tokens if span.start <= t.start < span.end]
            if not heads:
                continue
            top = next((h for h in heads if sent.tokens[h].head not in heads), heads[0])
            rank = self._rank(sent, event.head, top, below)
            if rank is None:
                continue
            key = (rank, abs(span.start - event.trigger.start))
            if best is None or key < (best[0], best[1]):
                best = (*key, value)
        return best[2] if best is not None else None

    def _rank(self, sent: Sentence, head: int, top: int, below: set[int]) -> int | None:
        """0: governed by the event without another event between; 1: by the verb above it; None: by something else."""
        governors = [t.i for t in sent.ancestors(top)]
        others = {h for s, h in self.trigger_heads if s == sent.i and h != head}
        if top in below:
            between = governors[: governors.index(head)] if head in governors else governors
            if any(g in others for g in between):
                return None
            if any(sent.tokens[g].dep == "acl:relcl" for g in (*between, top)):
                return None
            return 0
        up = [t.i for t in sent.ancestors(head)]
        for step, above in enumerate(up[:3]):
            if sent.tokens[above].upos in {"VERB", "AUX", "ADJ", "NOUN"} and above in governors:
                between = governors[: governors.index(above)]
                if any(g in others for g in between):
                    return None
                if any(sent.tokens[x].dep in {"acl:relcl", "ccomp"} for x in (head, *up[:step])):
                    return None
                return 1 + step
        return None


def _between(timex: Timex, earliest: date, latest: date) -> Timex:
    interval = DateInterval(earliest, latest)
    return replace(timex, earliest=earliest, latest=latest, edtf=interval.edtf())


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
