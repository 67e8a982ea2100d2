"""Which words of a sentence may name a place, and what the words before them say about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from selon.knowledge.gazetteer import fold, is_acronym
from selon.model.span import Span

if TYPE_CHECKING:
    from selon.knowledge.gazetteer import Gazetteer, Place
    from selon.knowledge.place_words import Hint, PlaceWords
    from selon.model.syntax import Entity, Sentence, Token

LONGEST = 6  # tokens: "République démocratique du Congo" has four, "Saint-Vincent-et-les Grenadines" two
_INSIDE = frozenset({"ADP", "DET", "ADJ", "CCONJ", "NOUN", "NUM"})
_ENDS = frozenset({"ADJ", "VERB", "PROPN"})


@dataclass(frozen=True, slots=True)
class Name:
    """Words that may name a place.

    Attributes:
        sentence: index of the sentence.
        first, last: token indices, the last exclusive.
        span: the name, without preposition or article.
        text: its characters.
        places: what the gazetteer has under that name, best first; () when it has nothing.
        label: class that the model gave these words: LOC, ORG, MISC, PER, or "" for none.
        whole: does the name cover the whole of the model's entity?
        preposition, noun: what the words before it say; None when they say nothing.
        article: does an article stand before it (*au Québec*)?
        part: is it part of another name (*l'accord de Minsk*)?
        origin: is it where somebody comes from?
    """

    sentence: int
    first: int
    last: int
    span: Span
    text: str
    places: tuple[Place, ...]
    label: str
    whole: bool
    preposition: Hint | None
    noun: Hint | None
    article: bool
    part: bool
    origin: bool

    @property
    def is_introduced(self) -> bool:
        """Does a word before it say that it is a place?"""
        return self.preposition is not None or self.noun is not None


def find_names(sent: Sentence, text: str, gazetteer: Gazetteer, words: PlaceWords) -> tuple[Name, ...]:
    """The names of a sentence that may be places, longest first at each word, never overlapping."""
    entity_of: dict[int, Entity] = {i: entity for entity in sent.entities for i in range(entity.first, entity.last)}
    found: list[Name] = []
    i = 0
    while i < len(sent.tokens):
        name = _name_at(sent, i, text, gazetteer, words, entity_of)
        if name is None:
            i += 1
        else:
            found.append(name)
            i = name.last
    return tuple(found)


def _name_at(sent: Sentence, i: int, text: str, gazetteer: Gazetteer, words: PlaceWords, entity_of: dict[int, Entity]) -> Name | None:
    """The longest known name that starts at a token; the model's place when the gazetteer has nothing."""
    token = sent.tokens[i]
    entity = entity_of.get(i)
    starts_capital = token.text[:1].isupper()
    if not starts_capital and token.text not in words.nouns:
        return None
    for end in range(_reach(sent, i), i, -1):
        if not _may_be_name(sent, i, end, entity_of, words):
            continue
        places = _look_up(sent, i, end, text, gazetteer, words.lang)
        if places and not _starts_with_article(token, places[0], words):
            return _make(sent, i, end, text, places, words, entity_of)
    if entity is not None and entity.label == "LOC" and entity.first == i:
        if _holds_known_name(sent, entity, text, gazetteer, words):
            return None
        return _make(sent, i, entity.last, text, (), words, entity_of)
    return _unknown_site(sent, i, text, gazetteer, words, entity_of)


def _starts_with_article(token: Token, place: Place, words: PlaceWords) -> bool:
    """Is the first word an article that the place does not bear (*Les États-Unis*, against *La Haye*)?"""
    word = token.text.lower()
    return word in words.articles and not fold(place.name).startswith(fold(word))


def _reach(sent: Sentence, i: int) -> int:
    """Where the longest name that starts at a token could end."""
    end = i + 1
    while end < len(sent.tokens) and end - i < LONGEST:
        token = sent.tokens[end]
        if not (token.text[:1].isupper() or token.upos in _INSIDE or token.upos in _ENDS):
            break
        end += 1
    return end


def _may_be_name(sent: Sentence, first: int, last: int, entity_of: dict[int, Entity], words: PlaceWords) -> bool:
    """Could these tokens be one name, as far as capitals and the model's entities tell?"""
    tokens = sent.tokens[first:last]
    end = tokens[-1]
    if not any(token.text[:1].isupper() for token in tokens):
        return False
    if not end.text[:1].isupper() and (len(tokens) == 1 or end.upos not in _ENDS):
        return False
    inside = [entity_of.get(i) for i in range(first, last)]
    if any(entity is not None and entity.label == "PER" and not (first <= entity.first and entity.last <= last) for entity in inside):
        return False
    entity = next((e for e in inside if e is not None), None)
    if len(tokens) == 1:
        if end.text in words.never or len(end.text) < 3:
            return entity is not None and entity.label == "LOC" and entity.last - entity.first == 1 and end.text not in words.never
        if entity is None:
            return end.upos == "PROPN" and not _touches_name(sent, first, last)
    if entity is None and _touches_name(sent, first, last):
        return False
    return not (first in entity_of and entity_of[first].first < first and entity_of[first].label == "PER")


def _touches_name(sent: Sentence, first: int, last: int) -> bool:
    """Does another proper name stand right beside, as in *Victoria Dumont* without an entity?"""
    before = sent.tokens[first - 1] if first else None
    after = sent.tokens[last] if last < len(sent.tokens) else None
    return any(token is not None and token.upos == "PROPN" and token.text[:1].isupper() for token in (before, after))


def _look_up(sent: Sentence, first: int, last: int, text: str, gazetteer: Gazetteer, lang: str) -> tuple[Place, ...]:
    name = text[sent.tokens[first].start : sent.tokens[last - 1].end]
    if is_acronym(name) and len(name) > 3 and "." not in name:
        return gazetteer.find(name, lang) or (gazetteer.find(name.capitalize(), lang) if sent.is_heading else ())
    return gazetteer.find(name, lang)


def _holds_known_name(sent: Sentence, entity: Entity, text: str, gazetteer: Gazetteer, words: PlaceWords) -> bool:
    """Is there a known name further inside an entity, as in *Nord du Mali*?"""
    starts = [i for i in range(entity.first + 1, entity.last) if sent.tokens[i].text[:1].isupper()]
    return any(
        bool(_look_up(sent, i, end, text, gazetteer, words.lang))
        for i in starts
        if sent.tokens[i].text not in words.never and len(sent.tokens[i].text) > 2
        for end in range(entity.last, i, -1)
    )


def _unknown_site(sent: Sentence, i: int, text: str, gazetteer: Gazetteer, words: PlaceWords, entity_of: dict[int, Entity]) -> Name | None:
    """*place des Martyrs*: a site that the gazetteer does not know, named by its kind and a proper name."""
    hint = words.nouns.get(sent.tokens[i].text)
    if hint is None or not hint.whole:
        return None
    start = i + 1
    while start < len(sent.tokens) and start - i < 3 and _plain(sent.tokens[start], words) in words.of | words.articles:
        start += 1
    if start >= len(sent.tokens) or not sent.tokens[start].text[:1].isupper() or sent.tokens[start].upos not in {"PROPN", "NOUN", "ADJ"}:
        return None
    entity = entity_of.get(start)
    end = entity.last if entity is not None else start + 1
    if start > i + 1 and (_look_up(sent, start, end, text, gazetteer, words.lang) or (entity is not None and entity.first < start)):
        return None  # *l'aéroport de Tripoli*: the town will be found
    name = _make(sent, i, end, text, (), words, entity_of)
    return name if name.preposition is not None or sent.tokens[i].rel in {"obl", "nmod", "appos"} else None


def _make(
    sent: Sentence, first: int, last: int, text: str, places: tuple[Place, ...], words: PlaceWords, entity_of: dict[int, Entity]
) -> Name:
    span = Span(sent.tokens[first].start, sent.tokens[last - 1].end)
    entity = next((entity_of[i] for i in range(first, last) if i in entity_of), None)
    before, article = _words_before(sent, first, words)
    noun_at = _noun_before(sent, first, words)
    noun = words.nouns.get(sent.tokens[noun_at].text.lower()) if noun_at is not None else words.nouns.get(sent.tokens[first].text)
    if noun_at is not None and noun is not None:
        before, _ = _words_before(sent, noun_at, words)
    preposition = _longest(before, words)
    head = sent.tokens[noun_at].text.lower() if noun_at is not None else ""
    outer = entity is not None and entity.label in {"ORG", "MISC"} and (entity.first < first or entity.last > last)
    if outer and entity is not None and entity.last == last and sent.tokens[entity.first].text in words.nouns:
        outer = False  # *l'université de Manchester* stands in Manchester
    return Name(
        sent.i, first, last, span, span.of(text), places,
        entity.label if entity is not None else "",
        entity is not None and entity.first >= first and entity.last <= last,
        preposition, noun, article,
        part=outer or head in words.part_of_name or _is_titled(sent, noun_at, words, entity_of),
        origin=any(before[-length:] in words.origin for length in (2, 3) if len(before) >= length),
    )  # fmt: skip


def _is_titled(sent: Sentence, noun_at: int | None, words: PlaceWords, entity_of: dict[int, Entity]) -> bool:
    """Is the noun before a name itself a proper name and no place, as in *Réseau Ferré de France*?"""
    if not noun_at or (noun_at in entity_of and entity_of[noun_at].label == "LOC"):
        return False
    noun = sent.tokens[noun_at]
    return noun.upos == "PROPN" and noun.text[:1].isupper() and noun.text not in words.never and noun.text.lower() not in words.nouns


def _plain(token: Token, words: PlaceWords) -> str:
    return words.contractions.get(token.text.lower(), token.text.lower())


def _words_before(sent: Sentence, first: int, words: PlaceWords) -> tuple[tuple[str, ...], bool]:
    """Up to five normalised words before a token, articles left out, and whether an article stands right before it."""
    found: list[str] = []
    nearest = sent.tokens[first - 1].text.lower() if first else ""
    article = nearest in words.articles or (nearest in words.contractions and not nearest.endswith(("'", "’")))
    for i in range(first - 1, max(-1, first - 8), -1):
        word = sent.tokens[i].text.lower()
        if sent.tokens[i].upos == "PUNCT":
            break
        if word not in words.articles:
            found.append(words.contractions.get(word, word))
    return tuple(reversed(found[:5])), article


def _longest(before: tuple[str, ...], words: PlaceWords) -> Hint | None:
    for length in range(min(5, len(before)), 0, -1):
        hint = words.prepositions.get(before[-length:])
        if hint is not None:
            return hint
    return None


def _noun_before(sent: Sentence, first: int, words: PlaceWords) -> int | None:
    """The noun that a name complements: *ville* in *la ville de Homs*, *lac* in *le lac Tchad*."""
    i = first - 1
    linked = False
    while i >= 0 and (word := _plain(sent.tokens[i], words)) in words.of | words.articles:
        linked = linked or word in words.of
        i -= 1
    if i < 0 or (i < first - 1 and not linked):
        return None
    while i > 0 and sent.tokens[i].upos == "ADJ" and linked:
        i -= 1  # *la ville portuaire de X*
    return i if sent.tokens[i].upos in {"NOUN", "PROPN", "X"} else None
