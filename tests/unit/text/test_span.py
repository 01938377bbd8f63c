# SPDX-License-Identifier: Apache-2.0
"""Spans: half-open stretches of a text."""

from __future__ import annotations

import pytest

from readout.text import Span


def test_span_of_returns_its_words():
    assert Span(4, 8).of("the pact holds") == "pact"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param(Span(0, 4), Span(3, 5), True, id="one character shared"),
        pytest.param(Span(0, 4), Span(4, 5), False, id="neighbours share nothing"),
        pytest.param(Span(4, 5), Span(0, 4), False, id="neighbours the other way round"),
        pytest.param(Span(0, 9), Span(3, 5), True, id="one in the other"),
    ],
)
def test_span_overlaps(left: Span, right: Span, expected: bool):
    assert left.overlaps(right) is expected


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        pytest.param(Span(0, 4), Span(0, 4), True, id="itself"),
        pytest.param(Span(0, 4), Span(2, 5), False, id="sticks out"),
        pytest.param(Span(0, 4), Span(1, 3), True, id="inside"),
    ],
)
def test_span_contains(outer: Span, inner: Span, expected: bool):
    assert outer.contains(inner) is expected
