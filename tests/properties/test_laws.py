"""Laws of every reading, on texts that nobody would write."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from selon.exports.contract import reading_object
from selon.exports.json import line_of
from selon.model.dates import DateInterval
from selon.model.document import Document
from selon.model.reading import Reading
from selon.model.span import Span
from selon.pipeline import load_reader
from selon.stages.quotations import find_quotations
from tests.builders import cuts_of
from tests.properties.texts import CLAUSES, texts

ROOT = Path(__file__).resolve().parents[2]
DAY = DateInterval.parse("2021-05-04")
laws = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
"""The same examples in every run: a law that fails, fails for everybody."""
quick = settings(laws, max_examples=400)


def read(text: str, published: DateInterval | None = DAY) -> Reading:
    return load_reader("fr").read(Document("law", text, "fr", published=published))


def line(text: str) -> str:
    return line_of(reading_object(read(text)))


def spans_of(reading: Reading) -> Iterator[Span]:
    """Every span that a reading shows."""
    yield from reading.sentences
    yield from (timex.span for timex in reading.timexes)
    yield from (place.span for place in reading.places)
    yield from (mention.span for mention in reading.mentions)
    yield from (span for actor in reading.actors for span in actor.mentions)
    for attribution in reading.attributions:
        yield from (*attribution.source, *attribution.cue, *attribution.content)
        if attribution.said_when is not None:
            yield attribution.said_when.span
    yield from (wording.span for wording in reading.wording)
    for claim in reading.claims:
        yield claim.trigger
        axes = claim.factuality
        cells = (claim.type, claim.mode, claim.actors, claim.recipients, claim.place, claim.when, claim.according_to, claim.status)
        for cell in (*cells, axes.polarity, axes.certainty, axes.time, axes.attitude, axes.evidence):
            yield from cell.evidence
        for party in (*claim.actors.value, *claim.recipients.value, *claim.according_to.value):
            yield from party.mentions
        if claim.place.value is not None:
            yield claim.place.value.span
        if claim.when.value is not None:
            yield claim.when.value.span


@laws
@given(texts)
@example("«")
@example(".")
@example("😀 e\u0301te\u0301 a-t-il dit\u00a0: «")
@example("\ufeffLe maire part.\r\n\r\n\r\n« Oui.")
def test_every_span_lies_in_the_text_and_holds_characters(text):
    """Offsets are code points of the untouched text, half-open, never empty, never a blank at either end."""
    reading = read(text)
    assert reading.document.text == text
    for span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip()


@laws
@given(texts)
def test_sentences_are_in_order_and_leave_no_word_out(text):
    reading = read(text)
    assert all(one.end <= other.start for one, other in pairwise(reading.sentences))
    start = reading.document.preamble.end if reading.document.preamble else 0
    inside = "".join(span.of(text) for span in reading.sentences)
    assert "".join(inside.split()) == "".join(text[start:].split())


@laws
@given(texts)
def test_ids_lead_somewhere_and_claims_follow_the_text(text):
    reading = read(text)
    attributions = {attribution.id for attribution in reading.attributions}
    actors = {actor.id for actor in reading.actors}
    assert len(attributions) == len(reading.attributions)
    assert {a.inside for a in reading.attributions} <= attributions | {None}
    assert {a.actor for a in reading.attributions} <= actors | {None}
    assert [claim.trigger for claim in reading.claims] == sorted(claim.trigger for claim in reading.claims)
    for claim in reading.claims:
        assert reading.sentences[claim.sentence].contains(claim.trigger)
        assert {party.attribution for party in claim.according_to.value} <= attributions
        assert {party.actor for party in (*claim.actors.value, *claim.recipients.value)} <= actors | {None}


@laws
@given(texts)
def test_an_interval_of_days_is_not_empty(text):
    reading = read(text)
    for timex in reading.timexes:
        assert timex.earliest is None or timex.latest is None or timex.earliest < timex.latest


@settings(laws, max_examples=25)
@given(texts)
def test_the_same_text_gives_the_same_bytes(text):
    assert line(text) == line(text)


@settings(laws, max_examples=15)
@given(st.lists(texts, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(articles, random):
    """Nothing is carried over from one article to the next."""
    shuffled = random.sample(articles, len(articles))
    there, back = {text: line(text) for text in articles}, {text: line(text) for text in shuffled}
    assert there == back


@quick
@given(texts)
def test_quotations_lie_in_the_text_and_never_overlap(text):
    found = find_quotations(text, cuts_of(text))
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@quick
@given(texts)
def test_cuts_lie_in_the_text_and_hold_all_its_words(text):
    cuts = cuts_of(text)
    assert "".join("".join(cut.span.of(text) for cut in cuts).split()) == "".join(text.split())
    assert all(one.paragraph <= other.paragraph for one, other in pairwise(cuts))


SCRIPT = """
import json, sys
from selon.exports.contract import reading_object
from selon.exports.json import line_of
from selon.model.document import Document
from selon.pipeline import load_reader
reader = load_reader("fr")
for text in json.loads(sys.stdin.read()):
    print(line_of(reading_object(reader.read(Document("law", text, "fr")))))
"""
ARTICLES = (
    f"{CLAUSES[0]}, {CLAUSES[3]}. « {CLAUSES[2]} », {CLAUSES[4]}, {CLAUSES[7]}.\n\n{CLAUSES[5]}. {CLAUSES[6]}.",
    f"{CLAUSES[8]}. {CLAUSES[12]}, {CLAUSES[9]}. {CLAUSES[10].capitalize()}. 😀 «\u00a0{CLAUSES[1]}",
)


def test_the_seed_of_hashes_does_not_matter():
    """Same input, same version, same bytes: whatever the order of Python's sets."""
    outputs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            input=json.dumps(ARTICLES),
            capture_output=True,
            check=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("0", "1", "4711")
    ]
    assert outputs[0].count("\n") == len(ARTICLES)
    assert len(set(outputs)) == 1


@pytest.mark.parametrize("unit", ["a ", "« ", "» ", "(", "que ", "Oslo et ", "dit-il, ", "\n\n", "l'", "2021-", "12 "], ids=repr)
def test_a_very_long_line_is_read(unit):
    """Four thousand characters without a stop are odd, not an error.  (Time grows with the square: 38 s for 20 000.)"""
    text = "Le maire part " + unit * (4_000 // len(unit))
    assert read(text).document.text == text
