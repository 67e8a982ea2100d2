"""The JSON Schema (2020-12) of one line of `selon read --format jsonl`.

Further fields may be added by a later version; those named here stay.
"""

from __future__ import annotations

from typing import Any

from selon.lang.schema import PLOVER
from selon.model.actor import KINDS
from selon.model.attribution import ATTITUDES, MODES, SOURCE_CLASSES, STANCES
from selon.model.conditional import READINGS
from selon.model.factuality import STATUSES
from selon.model.wording import KINDS as WORDING_KINDS
from selon.model.wording import VOICES

Schema = dict[str, Any]

AXES: dict[str, tuple[str, ...]] = {
    "polarity": ("pos", "neg", "open"),
    "certainty": ("certain", "probable", "possible", "uncommitted"),
    "time": ("past", "ongoing", "future", "none"),
    "attitude": ("none", "fear", "want", "intend", "demand", "promise", "threaten", "deny", "doubt", "praise", "blame"),
    "evidence": ("author", "quoted", "reported", "shown", "hearsay"),
}
SAID_ATTITUDES = tuple(attitude for attitude in ATTITUDES if attitude != "intend")
CELLS = ("type", "mode", "actors", "recipients", "place", "when", "according_to", "status", *AXES)


def reading_schema() -> Schema:
    """The schema: a reading, or the error that stands in its place."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reading",
        "description": "All that an article says: who did what to whom, when and where, according to whom, and how sure.",
        "anyOf": [_ref("reading"), _ref("error")],
        "$defs": {
            "error": _error(),
            "reading": _reading(),
            "span": _span(),
            "spans": {"type": "array", "items": _ref("span")},
            "day": _nullable({"type": "string", "format": "date"}),
            "by": _text("What decided it: a row (`fr/cues.tsv:112`), a model (`model fr@1.0`), a named rule, or `default`."),
            "published": _published(),
            "timex": _timex(),
            "place": _place(),
            "actor": _actor(),
            "mention": _mention(),
            "attribution": _attribution(),
            "party": _party(),
            "source": _source(),
            "when": _when(),
            "where": _where(),
            "cell": _object("The words a cell rests on, and what decided it.", {"spans": _ref("spans"), "by": _ref("by")}),
            "claim": _claim(),
            "conditional": _conditional(),
            "wording": _wording(),
            "factuality": _factuality(),
        },
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _object(description: str, properties: Schema) -> Schema:
    return {"type": "object", "description": description, "properties": properties, "required": list(properties)}


def _list(name: str, description: str) -> Schema:
    return {"type": "array", "description": description, "items": _ref(name)}


def _nullable(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _text(description: str, *, nullable: bool = False) -> Schema:
    return {"type": ["string", "null"] if nullable else "string", "description": description}


def _one_of(values: tuple[str, ...], description: str) -> Schema:
    return {"enum": list(values), "description": description}


def _count(description: str) -> Schema:
    return {"type": "integer", "minimum": 0, "description": description}


def _error() -> Schema:
    message = _text("What was wrong, what was expected, the usual cause, what to do.")
    fields = {
        "id": {"description": "The id of its row as it came."},
        "error": _object("What was wrong.", {"type": _text("Name of the error."), "message": message}),
    }
    return _object("Stands in the place of an article that could not be read.", fields)


def _span() -> Schema:
    return {
        "type": "array",
        "description": "[start, end]: 0-based, half-open, Unicode code points of the untouched text.",
        "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
        "items": False,
        "minItems": 2,
    }


def _reading() -> Schema:
    maker = _object("What made it.", {"version": _text("Version of selon."), "pipeline": _text("Syntax model, e.g. `fr@1.0`.")})
    return _object(
        "One article.",
        {
            "id": _text("Name of the article; a hash of its text when it was given none."),
            "lang": _text("ISO 639-1 code of its language."),
            "published": _nullable(_ref("published")),
            "selon": maker,
            "title": _text("Headline when it is kept apart from the text.", nullable=True),
            "url": _text("Where it stood.", nullable=True),
            "outlet": _text("The newspaper or agency that published it.", nullable=True),
            "extra": {"type": "object", "description": "Further keys of the input, as they came."},
            "sentences": _list("span", "The sentences; claims point to them by index."),
            "timexes": _list("timex", "Expressions of time."),
            "places": _list("place", "Place names that mean the place."),
            "other_toponyms": _list("place", "Other place names; `role`: metonymic_actor, origin, part_of_name."),
            "actors": _list("actor", "Who takes part."),
            "mentions": _list("mention", "The words that refer to actors."),
            "attributions": _list("attribution", "Who answers for which stretch of the text."),
            "claims": _list("claim", "The chronology, in the order of the text."),
            "conditionals": _list("conditional", "Verbs in the conditional."),
            "wording": _list("wording", "Loaded words, the author's own and those of others, in the order of the text."),
            "factuality": _list("factuality", "One for each span of `triggers` in the input row, in that order."),
        },
    )


def _published() -> Schema:
    by = {"enum": ["given", "text", None], "description": "Given by the user, or found in the text."}
    return _object(
        "Publication date; both days inclusive.",
        {"edtf": _text("EDTF: a day, month, year or interval."), "earliest": _ref("day"), "latest": _ref("day"), "by": by},
    )


def _conditional() -> Schema:
    return _object(
        "A verb in the conditional.",
        {
            "start": _count("Where it starts."),
            "end": _count("Where it ends (exclusive)."),
            "reading": _one_of(READINGS, "What it is there for: *hearsay* is the conditional of the press."),
            "by": _ref("by"),
        },
    )


def _timex() -> Schema:
    return _object(
        "An expression of time; both days inclusive.",
        {
            "start": _count("Where it starts."),
            "end": _count("Where it ends (exclusive)."),
            "type": _one_of(("DATE", "TIME", "DURATION", "SET"), "TIMEX3 type."),
            "value": _text("TIMEX3 value."),
            "edtf": _text("The same in EDTF; null when it names no date.", nullable=True),
            "earliest": _ref("day"),
            "latest": _ref("day"),
            "mod": _text("TIMEX3 modifier.", nullable=True),
            "relation": _text("How a happening stands to it: in, before, after, since, until, during."),
            "direction": _text("Which way it was resolved: past, future, none."),
            "anchor": _text("What it counts from: explicit, document, mention."),
            "by": _ref("by"),
        },
    )


def _degrees(limit: int) -> Schema:
    return {"type": ["number", "null"], "minimum": -limit, "maximum": limit, "description": "Degrees, WGS 84; of an area, its label point."}


def _place() -> Schema:
    return _object(
        "A place name and the place it means.",
        {
            "start": _count("Where it starts."),
            "end": _count("Where it ends (exclusive)."),
            "name": _text("Name."),
            "id": _text("`iso:FR`, `geonames:2988507`, `wikidata:Q90`, or our own.", nullable=True),
            "lat": _degrees(90),
            "lon": _degrees(180),
            "country": _text("ISO 3166-1 alpha-2 when the place is a country.", nullable=True),
            "kind": _text("country, admin1, admin2, city, water, macro_region, facility, former_state."),
            "inside": _text("ISO 3166-1 alpha-2 of the country it lies in.", nullable=True),
            "alternatives": {"type": "array", "items": {"type": "string"}, "description": "Other places of that name, best first."},
            "by": _ref("by"),
        },
    )


def _actor() -> Schema:
    return _object(
        "One participant, whatever the words.",
        {
            "id": _text("Stable inside the reading, or the id of the actor base."),
            "name": _text("Fullest name in the text."),
            "kind": _one_of(KINDS, "What it is."),
            "country": _text("ISO 3166-1 alpha-3 when the text makes it plain.", nullable=True),
            "mentions": _ref("spans"),
            "by": _ref("by"),
        },
    )


def _mention() -> Schema:
    return _object(
        "Words that refer to actors.",
        {
            "span": _ref("span"),
            "sentence": _count("Index of its sentence."),
            "kind": _text("name, title_name, nominal, demonym, metonym, pronoun, possessive, adjective, conjunction, group."),
            "actors": {"type": "array", "items": {"type": "string"}, "description": "Ids of the actors; empty when unresolved."},
            "by": _ref("by"),
        },
    )


def _attribution() -> Schema:
    return _object(
        "A stretch of the text that somebody answers for.",
        {
            "id": _text("Stable inside the reading."),
            "source": _ref("spans"),
            "cue": _ref("spans"),
            "content": _ref("spans"),
            "source_name": _text("Fullest name of the source.", nullable=True),
            "actor": _text("Id of the actor who is the source.", nullable=True),
            "mode": _one_of(MODES, "In quotation marks, without, or in part."),
            "source_class": _one_of(SOURCE_CLASSES, "What sort of source it is."),
            "attitude": _one_of(SAID_ATTITUDES, "How the source stands to the content; an intention is `want`."),
            "inside": _text("Id of the attribution whose content holds this one.", nullable=True),
            "stance": _one_of(STANCES, "How the cue makes the outer level stand to the content."),
            "evidence": _one_of(AXES["evidence"], "On what the content rests."),
            "negated": {"type": "boolean", "description": "Is the saying itself negated or withheld?"},
            "certainty": _one_of(AXES["certainty"], "How sure the saying is."),
            "said_when": _nullable(_ref("timex")),
            "by": _ref("by"),
        },
    )


def _party_fields() -> Schema:
    return {"name": _text("Name."), "mentions": _ref("spans"), "actor": _text("Id of the actor; null when unresolved.", nullable=True)}


def _party() -> Schema:
    return _object("An actor in a role of a claim.", _party_fields())


def _source() -> Schema:
    attribution = _text("Id of the attribution that makes it a source.", nullable=True)
    return _object("A link of the chain of sources.", _party_fields() | {"attribution": attribution})


def _when() -> Schema:
    return _object(
        "When it happened, not when it was said; both days inclusive.",
        {
            "edtf": _text("EDTF."),
            "earliest": _ref("day"),
            "latest": _ref("day"),
            "mention": _ref("span"),
            "value": _text("TIMEX3 value."),
            "relation": _text("How the happening stands to the expression."),
        },
    )


def _where() -> Schema:
    return _object(
        "Where it happened.",
        {
            "name": _text("Name."),
            "mention": _ref("span"),
            "id": _text("Id of the place.", nullable=True),
            "lat": _degrees(90),
            "lon": _degrees(180),
            "country": _text("ISO 3166-1 alpha-2 when the place is a country.", nullable=True),
        },
    )


def _axes() -> Schema:
    return {axis: _one_of(values, f"The axis {axis}; see docs/explanation/certainty.md.") for axis, values in AXES.items()}


def _cells(names: tuple[str, ...]) -> Schema:
    return _object("Evidence and origin of every cell.", {name: _ref("cell") for name in names})


def _claim() -> Schema:
    return _object(
        "One event × the chain of sources that vouch for it × how sure they are.",
        {
            "id": _text("Stable inside the reading."),
            "sentence": _count("Index of the sentence that tells it."),
            "trigger": _ref("span"),
            "words": _text("The words of the trigger."),
            "type": _one_of(tuple(PLOVER), "PLOVER 2.0, with OTHER for what it has no type for."),
            "mode": _text("PLOVER mode.", nullable=True),
            "contexts": {"type": "array", "items": {"type": "string"}, "description": "PLOVER contexts."},
            "actors": _list("party", "Who does it."),
            "recipients": _list("party", "Whom it is done to or with."),
            "place": _nullable(_ref("where")),
            "when": _nullable(_ref("when")),
            "status": _one_of(STATUSES, "Derived from the axes."),
            **_axes(),
            "according_to": _list("source", "The chain of sources, outermost first; empty in the author's own voice."),
            "cells": _cells(CELLS),
        },
    )


def _wording() -> Schema:
    return _object(
        "Loaded words, and whose they are.",
        {
            "span": _ref("span"),
            "words": _text("The loaded words."),
            "kind": _one_of(WORDING_KINDS, "What they do; see docs/reference/lexicons.md."),
            "voice": _one_of(VOICES, "The author's own, inside quotation marks, or inside a content without them."),
            "attribution": _text("Id of the attribution that answers for them.", nullable=True),
            "note": _text("Why they are loaded, or what would say the same without judging; in the language of the article."),
            "by": _ref("by"),
        },
    )


def _factuality() -> Schema:
    return _object("How sure a span that was asked for is.", {"trigger": _ref("span"), **_axes(), "cells": _cells(tuple(AXES))})
