"""A reading as plain objects: what `--format json` and `--format jsonl` print, field by field.

Spans are `[start, end]` in Unicode code points of the untouched text, half-open.  `earliest` and `latest` are days, both inclusive
(the intervals of the model are half-open).  `selon.exports.schema` describes the same fields as a JSON Schema.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from selon.model.dates import DateInterval

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from selon.model.actor import Actor, Mention
    from selon.model.attribution import Attribution
    from selon.model.cell import Cell
    from selon.model.claim import Claim, Party
    from selon.model.conditional import Conditional
    from selon.model.document import Document
    from selon.model.factuality import Factuality
    from selon.model.reading import Reading
    from selon.model.span import Span
    from selon.model.timex import Timex
    from selon.model.toponym import Toponym
    from selon.model.wording import Wording

Json = dict[str, Any]


def reading_object(reading: Reading) -> Json:
    """All that an article says: the fields every reader of selon's output can count on, and the evidence of each."""
    document = reading.document
    return {
        "id": document.id,
        "lang": document.lang,
        "published": _published(document),
        "selon": {"version": reading.version, "pipeline": reading.pipeline},
        "title": document.title,
        "url": document.url,
        "outlet": document.outlet,
        "extra": dict(document.extra),
        "sentences": _spans(reading.sentences),
        "timexes": [_timex(timex) for timex in reading.timexes],
        "places": [_place(place) for place in reading.places if place.role == "literal"],
        "other_toponyms": [_place(place) | {"role": place.role} for place in reading.places if place.role != "literal"],
        "actors": [_actor(actor) for actor in reading.actors],
        "mentions": [_mention(mention) for mention in reading.mentions],
        "attributions": [_attribution(attribution) for attribution in reading.attributions],
        "claims": [_claim(claim, document.text) for claim in reading.claims],
        "conditionals": [_conditional(conditional) for conditional in reading.conditionals],
        "wording": [_wording(wording, document.text) for wording in reading.wording],
        "factuality": [_asked(span, factuality) for span, factuality in reading.asked],
    }


def error_object(row_id: Any, error: str, message: str) -> Json:
    """What stands in the place of an article that could not be read."""
    return {"id": row_id, "error": {"type": error, "message": message}}


def edtf_of(timex: Timex) -> str | None:
    """The days of an expression in EDTF, from its bounds when it has no value of its own; None when it names no day."""
    if timex.edtf is not None or (timex.earliest is None and timex.latest is None):
        return timex.edtf
    return DateInterval(timex.earliest, timex.latest).edtf()


def last_day(latest: date | None) -> date | None:
    """The last day of a half-open interval."""
    return None if latest is None else latest - timedelta(days=1)


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _published(document: Document) -> Json | None:
    when = document.published
    if when is None:
        return None
    return {"edtf": when.edtf(), "earliest": _day(when.earliest), "latest": _day(when.last), "by": document.published_by}


def _timex(timex: Timex) -> Json:
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "type": timex.type,
        "value": timex.value,
        "edtf": timex.edtf,
        "earliest": _day(timex.earliest),
        "latest": _day(last_day(timex.latest)),
        "mod": timex.mod,
        "relation": timex.relation,
        "direction": timex.direction,
        "anchor": timex.anchor,
        "by": timex.by,
    }


def _conditional(conditional: Conditional) -> Json:
    return {"start": conditional.span.start, "end": conditional.span.end, "reading": conditional.reading, "by": conditional.by}


def _place(place: Toponym) -> Json:
    return {
        "start": place.span.start,
        "end": place.span.end,
        "name": place.name,
        "id": place.id,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "kind": place.kind,
        "inside": place.inside,
        "alternatives": list(place.alternatives),
        "by": place.by,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "mentions": _spans(actor.mentions),
        "by": actor.by,
    }


def _mention(mention: Mention) -> Json:
    return {
        "span": list(mention.span),
        "sentence": mention.sentence,
        "kind": mention.kind,
        "actors": list(mention.actors),
        "by": mention.by,
    }


def _attribution(attribution: Attribution) -> Json:
    said = attribution.said_when
    return {
        "id": attribution.id,
        "source": _spans(attribution.source),
        "cue": _spans(attribution.cue),
        "content": _spans(attribution.content),
        "source_name": attribution.source_name,
        "actor": attribution.actor,
        "source_class": attribution.source_class,
        "mode": attribution.mode,
        "attitude": "want" if attribution.attitude == "intend" else attribution.attitude,  # the contract has no word for intentions
        "inside": attribution.inside,
        "stance": attribution.stance,
        "evidence": attribution.evidence,
        "negated": attribution.negated,
        "certainty": attribution.certainty,
        "said_when": None if said is None else _timex(said),
        "by": attribution.by,
    }


def _claim(claim: Claim, text: str) -> Json:
    return {
        "id": claim.id,
        "sentence": claim.sentence,
        "trigger": list(claim.trigger),
        "words": claim.trigger.of(text),
        "type": claim.type.value,
        "mode": claim.mode.value,
        "contexts": list(claim.contexts),
        "actors": [_party(party) for party in claim.actors.value],
        "recipients": [_party(party) for party in claim.recipients.value],
        "place": _claim_place(claim.place.value),
        "when": _when(claim.when.value),
        "status": claim.status.value,
        **_axes(claim.factuality),
        "according_to": [_party(party) | {"attribution": party.attribution} for party in claim.according_to.value],
        "cells": {name: _cell(cell) for name, cell in cells_of(claim).items()},
    }


def cells_of(claim: Claim) -> dict[str, Cell[Any]]:
    """Every cell of a claim under its name in the output."""
    return {
        "type": claim.type,
        "mode": claim.mode,
        "actors": claim.actors,
        "recipients": claim.recipients,
        "place": claim.place,
        "when": claim.when,
        "according_to": claim.according_to,
        "status": claim.status,
        **axes_of(claim.factuality),
    }


def axes_of(factuality: Factuality) -> dict[str, Cell[str]]:
    """The axes of certainty under their names in the output."""
    return {
        "polarity": factuality.polarity,
        "certainty": factuality.certainty,
        "time": factuality.time,
        "attitude": factuality.attitude,
        "evidence": factuality.evidence,
    }


def _axes(factuality: Factuality) -> Json:
    return {name: cell.value for name, cell in axes_of(factuality).items()}


def _wording(wording: Wording, text: str) -> Json:
    return {
        "span": list(wording.span),
        "words": wording.span.of(text),
        "kind": wording.kind,
        "voice": wording.voice,
        "attribution": wording.attribution,
        "note": wording.note,
        "by": wording.by,
    }


def _asked(span: Span, factuality: Factuality) -> Json:
    cells = {name: _cell(cell) for name, cell in axes_of(factuality).items()}
    return {"trigger": list(span), **_axes(factuality), "cells": cells}


def _cell(cell: Cell[Any]) -> Json:
    return {"spans": _spans(cell.evidence), "by": cell.by}


def _party(party: Party) -> Json:
    return {"name": party.name, "mentions": _spans(party.mentions), "actor": party.actor}


def _claim_place(place: Toponym | None) -> Json | None:
    if place is None:
        return None
    return {"name": place.name, "mention": list(place.span), "id": place.id, "lat": place.lat, "lon": place.lon, "country": place.country}


def _when(timex: Timex | None) -> Json | None:
    edtf = None if timex is None else edtf_of(timex)
    if timex is None or edtf is None:
        return None
    return {
        "edtf": edtf,
        "earliest": _day(timex.earliest),
        "latest": _day(last_day(timex.latest)),
        "mention": list(timex.span),
        "value": timex.value,
        "relation": timex.relation,
    }
