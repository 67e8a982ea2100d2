from hypothesis import given
from hypothesis import strategies as st

from selon.exports.segments import Mark, cut, evidence_of
from tests.exports.sample import CLAIMS, READING, TEXT

marks = st.lists(st.builds(Mark, st.integers(0, 30), st.integers(0, 30), st.sampled_from("abc")), max_size=8)


@given(marks, st.integers(0, 15), st.integers(0, 15))
def test_segments_cover_the_stretch_without_gap_or_overlap(found, start, length):
    segments = cut(start, start + length, found)
    assert [segment.start for segment in segments] == [start, *(segment.end for segment in segments[:-1])][: len(segments)]
    assert sum(segment.end - segment.start for segment in segments) == length


@given(marks)
def test_a_segment_has_the_labels_of_the_marks_that_cover_it(found):
    for segment in cut(0, 30, found):
        covering = {mark.label for mark in found if mark.start <= segment.start and segment.end <= mark.end}
        assert set(segment.labels) == covering
        assert set(segment.starts) <= covering


def layers(number: int) -> set[tuple[str, str]]:
    return {(mark.label, TEXT[mark.start : mark.end]) for mark in evidence_of(CLAIMS[number - 1], READING)}


def test_evidence_of_a_chain_holds_both_sources_and_their_cues():
    found = layers(4)
    assert {("source", "l’agence Orlane Presse"), ("source", "un pêcheur"), ("cue", "Selon"), ("cue", "affirme")} <= found
    assert ("what", "survolé") in found


def test_word_that_makes_a_claim_unsure_is_a_layer_of_its_own():
    assert ("nuance", "auraient") in layers(4)
