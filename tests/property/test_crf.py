# SPDX-License-Identifier: Apache-2.0
"""Decoded sequences, whatever the scores."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from readout.model import Lattice, best_tags, spans_of_tags

LABELS = ("O", "B-x", "I-x", "E-x", "S-x")
OPEN = {"B-x", "I-x"}
TRANSITIONS = np.array(
    [[0.0 if (a in OPEN) == (b[0] in "IE") else -1e4 for b in LABELS] for a in LABELS], dtype=np.float32
)
SCORES = arrays(np.float32, st.tuples(st.integers(0, 12), st.just(5)), elements=st.floats(-50, 50, width=32))


def cut(words: int, edges: list[int]) -> list[tuple[int, int]]:
    """Cut words into segments at some edges."""
    places = sorted({0, words, *(edge for edge in edges if edge < words)})
    return list(itertools.pairwise(places))


@given(SCORES, st.lists(st.integers(0, 12)))
def test_best_tags_are_legal_and_spans_stay_in_their_segment(scores: np.ndarray, edges: list[int]):
    segments = cut(len(scores), edges)
    tags = [LABELS[tag] for tag in best_tags(scores, TRANSITIONS, segments)]
    for start, end in segments:
        around = ["O", *tags[start:end], "O"]
        assert all((a in OPEN) == (b[0] in "IE") for a, b in itertools.pairwise(around))
    for start, end, _ in spans_of_tags(tags):
        assert any(low <= start < end <= high for low, high in segments)


@given(SCORES, st.lists(st.integers(0, 12)))
def test_chances_add_up_to_one(scores: np.ndarray, edges: list[int]):
    found = Lattice(scores, TRANSITIONS, cut(len(scores), edges)).chances
    np.testing.assert_allclose(found.sum(axis=1), np.ones(len(scores)), atol=1e-3)


@given(st.lists(st.sampled_from(LABELS)))
def test_spans_of_any_tags_follow_each_other(tags: list[str]):
    spans = spans_of_tags(tags)
    edges = [edge for start, end, _ in spans for edge in (start, end)]
    assert edges == sorted(edges)
    assert all(start < end for start, end, _ in spans)
