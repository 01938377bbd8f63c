# SPDX-License-Identifier: Apache-2.0
"""Sequences decoded exactly: small ones against every sequence there is."""

from __future__ import annotations

import itertools
import tracemalloc

import numpy as np
import pytest

from readout.model import best_tags, spans_of_tags
from tests.support.sequences import random_problem, score


@pytest.mark.parametrize("seed", range(12))
def test_best_tags_are_the_best_of_all(seed: int):
    emissions, transitions = random_problem(seed, words=5)
    every = itertools.product(range(4), repeat=5)
    expected = max(every, key=lambda tags: score(tags, emissions, transitions))
    assert tuple(best_tags(emissions, transitions, [(0, 5)])) == expected


@pytest.mark.parametrize("seed", range(6))
def test_best_tags_side_by_side_are_those_one_by_one(seed: int):
    """Segments of different lengths, given out of order, with a word between two of them and an empty one."""
    emissions, transitions = random_problem(seed, words=20)
    segments = [(13, 14), (0, 4), (5, 12), (4, 4), (14, 20)]
    together = best_tags(emissions, transitions, segments)
    for start, end in segments:
        alone = best_tags(emissions[start:end], transitions, [(0, end - start)])
        assert together[start:end].tolist() == alone.tolist()
    assert together[4] == together[12] == 0


def test_best_tags_of_no_segment_are_all_outside():
    emissions, transitions = random_problem(0)
    assert best_tags(emissions, transitions, []).tolist() == [0] * 9
    assert best_tags(emissions[:0], transitions, []).tolist() == []


def test_best_tags_ask_for_no_more_memory_than_there_are_words():
    """One line of a million words beside a million lines of one: a table of lines by words would need 2 TB."""
    words = 5_000
    emissions, transitions = np.zeros((2 * words, 2), np.float32), np.zeros((2, 2), np.float32)
    emissions[::7, 1] = 1
    segments = [(0, words), *((at, at + 1) for at in range(words, 2 * words))]
    tracemalloc.start()
    tags = best_tags(emissions, transitions, segments)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert tags.sum() == (emissions[:, 1] > 0).sum()
    assert peak < 10_000_000  # the table would have 50 MB


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param("O", [], id="outside"),
        pytest.param("S-cue", [(0, 1, "cue")], id="single"),
        pytest.param("B-cue E-cue", [(0, 2, "cue")], id="pair"),
        pytest.param("O B-cue I-cue E-cue S-source", [(1, 4, "cue"), (4, 5, "source")], id="long, then another"),
        pytest.param("B-cue I-cue", [(0, 2, "cue")], id="segment ends within"),
        pytest.param("B-cue I-cue S-cue", [(0, 2, "cue"), (2, 3, "cue")], id="next segment begins"),
        pytest.param("B-cue B-cue E-cue", [(0, 1, "cue"), (1, 3, "cue")], id="begins twice"),
        pytest.param("I-cue E-cue O", [], id="ends without a beginning"),
    ],
)
def test_spans_of_tags(tags: str, expected: list[tuple[int, int, str]]):
    assert spans_of_tags(tags.split()) == expected
