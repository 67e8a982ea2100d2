"""Names of places: where in the text, and which place on the map.

A name is weighed with the country that stands beside it (*Tripoli, au Liban*), the kind its noun or preposition points
to (*la province de*, *au*), the countries of the article, and the size of the place, in that order; one sense per
article and name.  Whether a place acts (*Moscou dément*) is decided later, by the stages that know sources and actors.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from selon.knowledge.gazetteer import AREAS, fold
from selon.model.toponym import Toponym
from selon.stages.toponym_spans import Name, find_names

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from selon.knowledge.gazetteer import Gazetteer, Place
    from selon.knowledge.place_words import PlaceWords
    from selon.model.document import Document
    from selon.model.syntax import Sentence

ROLES = ("literal", "metonymic_actor", "origin", "part_of_name")
# Evidence in tenths of a decade of population, the unit of `Place.weight`: 20 makes a town of 10,000 weigh like one of a million.
BESIDE, NOUN, FIRST_COUNTRY, A_COUNTRY, PREPOSITION = 35, 25, 20, 12, 15
# Weights from which a place needs no other evidence: a town of the model's entities, a town without one, one that the
# model takes for an organisation or a person.
KNOWN, LARGE, FAMOUS = 30, 57, 60
RIVAL = 40  # a namesake elsewhere that weighs less does not make a large place unclear
NEAR = 8  # tokens between a name and the country that stands beside it
ALTERNATIVES = 5

Evidence = tuple[int, str]


def find_toponyms(doc: Document, sents: Sequence[Sentence], gazetteer: Gazetteer, words: PlaceWords) -> tuple[Toponym, ...]:
    """The places that an article names, in the order of its text.

    Args:
        doc: the article; its `preamble` is left out.
        sents: its sentences.
        gazetteer: where names are looked up.
        words: what the language says around places (`knowledge.place_words`).

    Returns:
        Toponyms whose role is literal, origin or part_of_name; `id` is None when the text says that it is a place
        and the gazetteer does not know it.  Names that are more likely somebody's or something else's are left out.
    """
    names = [name for sent in sents for name in find_names(sent, doc.text, gazetteer, words) if _is_wanted(name, doc)]
    people = _people(sents)
    countries = _countries(names, sents, words)
    beside = _beside(names, sents)
    named_so: dict[str, set[str]] = defaultdict(set)
    for name in names:
        named_so[fold(name.text)].update(beside.get(name.span.start, ()))
    found = (_resolve(name, countries, named_so[fold(name.text)], people, words) for name in names)
    return tuple(toponym for toponym in found if toponym is not None)


def with_role(toponym: Toponym, role: str, by: str) -> Toponym:
    """The same place in another role, as a later stage finds it: *Moscou* in *Moscou dément* acts.

    Args:
        toponym: what this stage found.
        role: one of `ROLES`.
        by: the row or rule that decided the role; it is added to what decided the place.

    Raises:
        ValueError: no such role.
    """
    if role not in ROLES:
        raise ValueError(f"{role!r} is no role of a toponym; expected one of {', '.join(ROLES)}.")
    return replace(toponym, role=role, by=f"{toponym.by}; {by}")


def _is_wanted(name: Name, doc: Document) -> bool:
    return doc.preamble is None or not name.span.overlaps(doc.preamble)


def _people(sents: Sequence[Sentence]) -> frozenset[str]:
    """Words of the names of people, so that *Valence* alone is still the minister."""
    return frozenset(
        token.text
        for sent in sents
        for entity in sent.entities
        if entity.label == "PER" and entity.last - entity.first > 1
        for token in sent.tokens[entity.first : entity.last]
        if token.text[:1].isupper()
    )


def _countries(names: Sequence[Name], sents: Sequence[Sentence], words: PlaceWords) -> Counter[str]:
    """How often each country is spoken of: by its name, by a demonym, or by a large place that has no rival elsewhere."""
    spoken: Counter[str] = Counter()
    for name in names:
        if not name.places or name.part:
            continue
        best = name.places[0]
        clear = all(place.country == best.country or place.weight < RIVAL for place in name.places)
        if best.country is not None and (best.kind == "country" or (clear and name.label == "LOC" and best.weight >= LARGE)):
            spoken[best.country] += 2 if best.kind == "country" else 1
    for sent in sents:
        for token in sent.tokens:
            if token.upos in {"ADJ", "NOUN", "PROPN"} and (country := words.demonyms.get(token.text.lower())) is not None:
                spoken[country] += 2
    return spoken


def _beside(names: Sequence[Name], sents: Sequence[Sentence]) -> Mapping[int, tuple[str, ...]]:
    """For the start of a name, the country or region that stands beside it in apposition: *Tripoli (Liban)*, *X, en Syrie*."""
    by_index = {sent.i: sent for sent in sents}
    found: dict[int, tuple[str, ...]] = {}
    for name, after in pairwise(names):
        if after.sentence != name.sentence or not after.places or after.first - name.last > NEAR or after.places[0].kind not in AREAS:
            continue
        between = by_index[name.sentence].tokens[name.last : after.first]
        if not between or between[0].text not in {",", "(", "–", "—", "-"} or any(t.upos == "PUNCT" for t in between[1:]):
            continue
        if any(token.upos in {"CCONJ", "VERB", "AUX", "PRON"} for token in between) or not (after.is_introduced or between[0].text == "("):
            continue
        best = after.places[0]
        found[name.span.start] = tuple(filter(None, (best.country, best.id)))
    return found


def _resolve(name: Name, countries: Counter[str], beside: set[str], people: frozenset[str], words: PlaceWords) -> Toponym | None:
    """The likeliest place of a name, with the reason; None when it is more likely no place."""
    if not name.places:
        return _unresolved(name, people, words)
    weighed = sorted(
        ((place, *_weigh(place, name, countries, beside)) for place in name.places),
        key=lambda item: (-item[1], -item[0].population, item[0].id),
    )
    place, score, reason = weighed[0]
    if not _is_likely(place, score, reason, name, people):
        return _unresolved(name, people, words)
    return Toponym(
        name.span, place.name_en if words.lang == "en" else place.name, place.kind, place.id, place.lat, place.lon,
        country=place.country if place.kind == "country" else None,
        inside=place.country if place.kind != "country" else None,
        role="part_of_name" if name.part else "origin" if name.origin else "literal",
        alternatives=tuple(other.id for other, *_ in weighed[1 : ALTERNATIVES + 1]),
        by=f"gazetteer, {reason}",
    )  # fmt: skip


def _weigh(place: Place, name: Name, countries: Counter[str], beside: set[str]) -> Evidence:
    """How well a place fits, and the strongest reason for it."""
    evidence: list[Evidence] = [(place.weight, "largest of its name")]
    if place.country in beside or place.admin1 in beside:
        evidence.append((BESIDE, "country or region named beside it"))
    if name.noun is not None:
        evidence.append((NOUN if place.kind in name.noun.kinds else -NOUN, f"{name.noun.by} before it"))
    elif name.preposition is not None and name.preposition.kinds:
        evidence.append(_preposition(place, name, name.preposition.kinds, name.preposition.by))
    elif name.article and place.kind == "city" and not _has_article(place, name):
        evidence.append((-PREPOSITION, "article before it"))
    if place.kind == "city" and not name.article and _has_article(place, name):
        evidence.append((-NOUN, "its article is missing"))  # *François* is not *Le François*
    if place.country is not None and countries[place.country]:
        first = countries.most_common(1)[0][1]
        evidence.append((FIRST_COUNTRY if countries[place.country] == first else A_COUNTRY, "country of the article"))
    extra = max(evidence[1:], default=(0, ""))
    return sum(value for value, _ in evidence), extra[1] if extra[0] > 0 else evidence[0][1]


def _preposition(place: Place, name: Name, kinds: tuple[str, ...], by: str) -> Evidence:
    """*à Québec* is the town, *au Québec* the province, *au Caire* still the town."""
    if name.article and "city" in kinds:
        fits = _has_article(place, name) if place.kind == "city" else place.kind in AREAS
    else:
        fits = place.kind in kinds
    return (PREPOSITION if fits else 0, f"{by} before it")


def _has_article(place: Place, name: Name) -> bool:
    """Is the town's own article missing in the span (*Le Caire* after *au*)?"""
    own, said = fold(place.name), fold(name.text)
    return own != said and own.endswith(f" {said}")


def _is_likely(place: Place, score: int, reason: str, name: Name, people: frozenset[str]) -> bool:
    """Is it a place at all?"""
    sure = (name.preposition is not None and name.preposition.sure) or name.noun is not None
    if name.label == "LOC":
        if place.kind != "city" or sure or (name.preposition is not None and bool(name.preposition.kinds)):
            return True
        if name.text in people and not place.capital:
            return False
        return score >= (KNOWN if name.whole else LARGE)
    if name.label == "PER":
        return name.whole and sure and (place.kind == "country" or place.capital or place.weight >= FAMOUS or name.noun is not None)
    if name.label in {"ORG", "MISC"}:
        if not name.whole:  # part of the organisation's name, and said to be so
            return place.kind == "country" or place.capital or (place.own_name and place.weight >= LARGE)
        famous = place.capital or (place.own_name and place.weight >= FAMOUS)
        return place.kind in AREAS or famous or (sure and score >= LARGE)
    if name.text in people:
        return False
    if place.kind != "city":
        plain = " " in name.text or place.kind in {"country", "macro_region", "water", "former_state"}
        return place.own_name and (plain or name.is_introduced)
    known = place.capital or (place.own_name and place.weight >= LARGE)
    return known or (name.is_introduced and score >= LARGE) or reason.startswith("country or region")


def _unresolved(name: Name, people: frozenset[str], words: PlaceWords) -> Toponym | None:
    """A place that the text calls one and the gazetteer does not know; None when only its capital speaks for it.

    *à* alone also introduces people, so that it vouches for one word at most.
    """
    site = name.noun is not None and name.noun.whole
    if name.part or not name.is_introduced or not (name.label == "LOC" or site):
        return None
    sure = name.noun is not None or (name.preposition is not None and name.preposition.sure)
    if not sure and (name.article or " " in name.text or name.text in people):
        return None
    if name.text.lower() in words.demonyms or name.text in words.never or any(char.isdigit() for char in name.text):
        return None
    hint = name.noun or name.preposition
    kinds = hint.kinds if hint is not None else ()
    by = f"{hint.by if hint is not None else 'model'}, not in the gazetteer"
    kind = "city" if not kinds else "macro_region" if kinds[0] == "country" else kinds[0]
    return Toponym(name.span, name.text, kind, role="origin" if name.origin else "literal", by=by)
