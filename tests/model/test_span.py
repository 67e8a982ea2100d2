"""Spans are half-open and count code points."""

from __future__ import annotations

import pytest

from selon.model.span import Span, cover


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        ((3, 7), (6, 9), True, False),
        ((3, 7), (7, 9), False, False),
        ((3, 7), (0, 3), False, False),
        ((3, 7), (3, 7), True, True),
        ((3, 7), (4, 6), True, True),
        ((4, 6), (3, 7), True, False),
    ],
)
def test_overlap_and_containment(one, other, overlaps, contains):
    assert (Span(*one).overlaps(Span(*other)), Span(*one).contains(Span(*other))) == (overlaps, contains)


def test_characters_are_code_points():
    """An emoji and a combining accent count as Python counts them."""
    text = "😀 e\u0301té"
    assert Span(2, 6).of(text) == "e\u0301té"[:4]


def test_cover_is_the_smallest_span_around_all():
    assert cover((Span(8, 9), Span(2, 4), Span(3, 6))) == Span(2, 9)
