"""Proper names, agreed over the whole document: the model reads sentence by sentence, a writer names once in full.

*Vahan Terzian* in one sentence makes *Terzian* of the next a person; *la Suédoise Annika Lindqvist* is a person with her
nationality before her; a verb is no part of a name; what the gazetteer or the actor base knows under one kind alone is of that kind.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from selon.model.syntax import Entity
from selon.stages.mention_tables import read_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selon.knowledge.directory import Directory
    from selon.knowledge.gazetteer import Gazetteer
    from selon.lang.language import Language
    from selon.model.syntax import Sentence

_PLACES = frozenset({"country"})
_AREAS = frozenset({"country", "admin1", "macro_region", "water"})
_BODIES = frozenset({"organisation", "armed_group", "media", "party", "military"})
_SURNAME = 4
"""A lone word of fewer letters is no surname to go by."""


def agree_on_names(sents: tuple[Sentence, ...], language: Language, directory: Directory, gazetteer: Gazetteer) -> tuple[Sentence, ...]:
    """The same sentences, their entities trimmed, typed by what is known of the name, then by its fuller form in the document."""
    demonyms = read_names(language.code).demonyms
    trimmed = [replace(s, entities=tuple(e for entity in s.entities for e in _trimmed(s, entity, demonyms))) for s in sents]
    known: dict[str, str | None] = {}

    def typed(sent: Sentence, entity: Entity) -> Entity:
        name = _text(sent, entity)
        if name not in known:
            known[name] = _kind(name, directory, gazetteer, language)
        return replace(entity, label=known[name] or entity.label)

    corrected = [replace(s, entities=tuple(typed(s, e) for e in s.entities)) for s in trimmed]
    surnames = _surnames(corrected)
    votes = _votes(corrected)
    return tuple(replace(s, entities=tuple(_agreed(s, e, surnames, votes, known) for e in s.entities)) for s in corrected)


def _text(sent: Sentence, entity: Entity) -> str:
    return " ".join(t.text for t in sent.tokens[entity.first : entity.last]).replace("' ", "'").replace("’ ", "’")


def _trimmed(sent: Sentence, entity: Entity, demonyms: Mapping[str, object]) -> list[Entity]:
    """Without a nationality before a person and without verbs behind; nothing when only those were there."""
    first, last, label = entity.first, entity.last, entity.label
    tokens = sent.tokens
    if last - first > 1 and tokens[first].text.casefold() in demonyms and tokens[first + 1].text[:1].isupper():
        first, label = first + 1, "PER"
    while last - first > 1 and tokens[last - 1].upos in {"VERB", "AUX"} and tokens[last - 1].text.islower():
        last -= 1
    if not any(t.text[:1].isupper() or t.text[:1].isdigit() for t in tokens[first:last]):
        return []  # *le traité* of any two countries is no name
    alone = last - first == 1 and tokens[first].text.casefold() in demonyms and tokens[first].upos != "PROPN"
    return [] if alone else [Entity(first, last, label)]


def _kind(name: str, directory: Directory, gazetteer: Gazetteer, language: Language) -> str | None:
    """The label of a name that is known under one kind alone; None where knowledge is silent or divided."""
    kinds = {entry.kind for entry in directory.find(name)}
    if kinds and kinds <= _BODIES:
        return "ORG"
    if kinds:
        return "LOC" if kinds <= _PLACES else None
    return "LOC" if any(place.kind in _AREAS for place in gazetteer.find(name, language.code)) else None


def _surnames(sents: list[Sentence]) -> frozenset[str]:
    """Last words of the persons that the document names in full."""
    full = [s.tokens[e.last - 1].text for s in sents for e in s.entities if e.label == "PER" and e.last - e.first > 1]
    return frozenset(word for word in full if len(word) >= _SURNAME and word[0].isupper())


def _votes(sents: list[Sentence]) -> dict[str, str]:
    """For each name its most frequent label in the document; ties stay as they are."""
    counts: dict[str, Counter[str]] = {}
    for sent in sents:
        for entity in sent.entities:
            counts.setdefault(_text(sent, entity), Counter())[entity.label] += 1
    return {
        name: label for name, labels in counts.items() for label, number in labels.most_common(1) if number > sum(labels.values()) - number
    }


def _agreed(sent: Sentence, entity: Entity, surnames: frozenset[str], votes: dict[str, str], known: Mapping[str, str | None]) -> Entity:
    name = _text(sent, entity)
    if known.get(name) is not None:
        return entity
    if name in surnames:
        return replace(entity, label="PER")
    return replace(entity, label=votes.get(name, entity.label))
