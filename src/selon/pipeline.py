"""From a document to its reading: the order of the stages, and why each stands where it does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from selon.errors import InputError
from selon.inputs.dateline import find_dateline
from selon.knowledge.directory import PackagedDirectory
from selon.knowledge.gazetteer import open_gazetteer
from selon.knowledge.place_words import read_place_words
from selon.lang.language import Language, installed_languages, load_language
from selon.model.reading import Reading
from selon.stages.actors import keep_used, resolve_actors, resolve_speakers
from selon.stages.attributions import find_attributions, name_speakers
from selon.stages.claims import Material, judge_span, make_claims
from selon.stages.conditionals import find_conditionals
from selon.stages.events import find_events
from selon.stages.lemmas import known_word
from selon.stages.mentions import find_candidates
from selon.stages.misread_verbs import mend_verbs
from selon.stages.names import agree_on_names
from selon.stages.quotations import find_quotations
from selon.stages.sentences import cut_sentences
from selon.stages.timex_grammar import TimexGrammar, read_timex_grammar
from selon.stages.timexes import find_timexes
from selon.stages.toponyms import find_toponyms, with_role
from selon.stages.trees import mend_trees
from selon.stages.wording import find_wording
from selon.version import VERSION

if TYPE_CHECKING:
    from selon.knowledge.directory import Directory
    from selon.knowledge.gazetteer import Gazetteer
    from selon.knowledge.place_words import PlaceWords
    from selon.model.attribution import Attribution
    from selon.model.claim import Claim
    from selon.model.document import Document
    from selon.model.span import Span
    from selon.model.toponym import Toponym
    from selon.parsers.spacy import SpacyParser

__all__ = ["Reader", "installed_languages", "load_reader"]

DEFAULT_LANGUAGE = "fr"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents of one language; loads its models once and may be used for any number of documents.

    Attributes:
        language: the folder that it reads with.
        parser: what gives it trees.
        grammar: the temporal grammar of the folder.
        place_words: the words of the folder that introduce places.
        directory: names to actors.
        gazetteer: names to places.
    """

    language: Language
    parser: SpacyParser
    grammar: TimexGrammar
    place_words: PlaceWords
    directory: Directory
    gazetteer: Gazetteer

    def read(self, doc: Document, *, asked: tuple[Span, ...] = ()) -> Reading:
        """The reading of a document: its claims and all that they rest on.

        Args:
            doc: the article; a dateline at its head gives the publication date when `doc.published` is None.
            asked: spans whose factuality is wanted whether or not they are events.

        Raises:
            InputError: the text is empty.
        """
        if not doc.text.strip():
            raise InputError(f'The text of "{doc.id}" is empty; expected an article. Usually the file was saved empty. Check its source.')
        return read(doc, self, asked)


def read(doc: Document, reader: Reader, asked: tuple[Span, ...] = ()) -> Reading:
    """The flow.  Each line takes frozen values and gives frozen values; nobody writes into another's output."""
    language = reader.language
    doc = _dated(doc, reader.grammar)  # first: a dateline is no part of the first sentence
    start = doc.preamble.end if doc.preamble is not None else 0
    cuts = cut_sentences(doc.text, language, start=start)  # before syntax: a quotation of five sentences is five trees
    quotations = find_quotations(doc.text, cuts)  # from characters alone: syntax is read inside and across them
    parsed = reader.parser.parse(doc.text, cuts, correct=partial(known_word, language=language))
    verbs = tuple(mend_verbs(sent, language) for sent in parsed)  # *vota* is no noun: the stages ask for verbs
    mended = mend_trees(verbs, language)  # before all that reads trees
    sents = agree_on_names(mended, language, reader.directory, reader.gazetteer)  # before all that reads names: types hold for the document
    conditionals = find_conditionals(sents, language)  # before attributions: hearsay is a cue
    timexes = find_timexes(doc, sents, reader.grammar)  # needs tense, nothing of who and what
    places = find_toponyms(doc, sents, reader.gazetteer, reader.place_words)  # names on the map; who acts is decided later
    candidates = find_candidates(sents, language, reader.directory)
    actors, mentions = resolve_actors(candidates, sents, language, quotations)  # before attributions: a source is an actor
    attributions = find_attributions(doc.text, sents, language, quotations, mentions, actors, timexes, conditionals)
    if doc.published is not None and not doc.published.is_day:  # a vague date: what happened before it was said prunes its days
        timexes = find_timexes(doc, sents, reader.grammar, happened_before_said=_ordered(attributions, timexes))
        attributions = _redated(attributions, timexes)
    mentions = resolve_speakers(mentions, attributions)  # *nous* is whoever is being quoted
    attributions = name_speakers(attributions, mentions, actors)
    events = find_events(sents, language, mentions)
    material = Material(doc, sents, language, quotations, timexes, places, mentions, actors, attributions, events, conditionals)
    claims = make_claims(material)
    return Reading(
        document=doc,
        version=VERSION,
        pipeline=reader.parser.name,
        sentences=tuple(s.span for s in sents),
        timexes=timexes,
        places=_cast(places, claims, attributions),  # last: a place that speaks or acts is a government
        actors=keep_used(actors, _used(claims, attributions)),
        mentions=mentions,
        attributions=attributions,
        claims=claims,
        conditionals=conditionals,
        wording=find_wording(sents, language, quotations, attributions),  # after attributions: who answers for loaded words is their voice
        asked=tuple((span, judge_span(material, span)) for span in asked),
    )


def _dated(doc: Document, grammar: TimexGrammar) -> Document:
    interval, span = find_dateline(doc.text, grammar)
    if doc.published is not None:
        return replace(doc, published_by="given", preamble=span)
    return replace(doc, published=interval, published_by="text" if interval is not None else None, preamble=span)


def _ordered(attributions: tuple[Attribution, ...], timexes: tuple) -> tuple[tuple[Span, Span], ...]:  # type: ignore[type-arg]
    """Pairs of (happened, said): what a source says in the past tense happened before it was said."""
    return tuple(
        (t.span, a.said_when.span)
        for a in attributions
        if a.said_when is not None and a.attitude == "state"
        for t in timexes
        if t.direction == "past" and any(s.contains(t.span) for s in a.content)
    )


def _redated(attributions: tuple[Attribution, ...], timexes: tuple) -> tuple[Attribution, ...]:  # type: ignore[type-arg]
    by_span = {t.span: t for t in timexes}
    return tuple(a if a.said_when is None else replace(a, said_when=by_span.get(a.said_when.span, a.said_when)) for a in attributions)


def _used(claims: tuple[Claim, ...], attributions: tuple[Attribution, ...]) -> frozenset[str]:
    ids = {p.actor for c in claims for p in (*c.actors.value, *c.recipients.value, *c.according_to.value)}
    return frozenset(i for i in (*ids, *(a.actor for a in attributions)) if i is not None)


def _cast(places: tuple[Toponym, ...], claims: tuple[Claim, ...], attributions: tuple[Attribution, ...]) -> tuple[Toponym, ...]:
    """Places that act, speak or are dealt with stand for their government; the first span of a party is the one in the role."""
    acting = {p.mentions[0] for c in claims for p in (*c.actors.value, *c.recipients.value) if p.mentions}
    acting |= {span for a in attributions for span in a.source}
    return tuple(
        with_role(p, "metonymic_actor", "rule acts") if p.role == "literal" and any(_is_name_of(p.span, s) for s in acting) else p
        for p in places
    )


def _is_name_of(place: Span, party: Span) -> bool:
    """Is the party the place name itself, with at most an article before it?"""
    return party.end == place.end and 0 <= place.start - party.start <= 4


@cache
def load_reader(lang: str | None = None, *, pipeline: str | None = None) -> Reader:
    """The reader of a language, with the weights that the package ships or an installed spaCy pipeline.

    Raises:
        LanguageError: the language is not installed or a row of its folder is bad.
        PipelineError: the pipeline cannot be loaded or has other labels.
    """
    from selon.parsers.spacy import load_parser  # noqa: PLC0415  (spaCy takes 0.75 s to import: only when a text is read)
    from selon.parsers.weights import load_shipped  # noqa: PLC0415  (the same)

    language = load_language(lang or DEFAULT_LANGUAGE)
    gazetteer = open_gazetteer()
    return Reader(
        language=language,
        parser=load_parser(pipeline) if pipeline is not None else load_shipped(language.code),
        grammar=read_timex_grammar(language.folder, language.code),
        place_words=read_place_words(language.code, gazetteer.alpha2),
        directory=PackagedDirectory(),
        gazetteer=gazetteer,
    )
