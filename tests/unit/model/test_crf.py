# SPDX-License-Identifier: Apache-2.0
"""Sequences decoded exactly: small ones against every sequence there is."""

from __future__ import annotations

import itertools
import tracemalloc

import numpy as np
import pytest

from readout.model import best_tags, spans_of_tags, tag_chances

ILLEGAL = -1e4


def random_problem(seed: int, words: int = 9, labels: int = 4) -> tuple[np.ndarray, np.ndarray]:
    """Return emissions and transitions, a fifth of them illegal; "O" may stand anywhere."""
    chance = np.random.default_rng(seed)
    transitions = chance.normal(size=(labels, labels)).astype(np.float32)
    illegal = chance.random((labels, labels)) < 0.2
    illegal[0, 0] = False
    transitions[illegal] = ILLEGAL
    return chance.normal(scale=2, size=(words, labels)).astype(np.float32), transitions


def score(tags: tuple[int, ...], emissions: np.ndarray, transitions: np.ndarray) -> float:
    """Score one sequence: "O" stands before it, and it may not end where "O" may not follow."""
    total = transitions[0, tags[0]] + sum(emissions[i, tag] for i, tag in enumerate(tags))
    total += sum(transitions[a, b] for a, b in itertools.pairwise(tags))
    return float(total) + (2 * ILLEGAL if transitions[tags[-1], 0] < -1000 else 0.0)


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


@pytest.mark.parametrize("seed", range(8))
def test_tag_chances_are_shares_of_all_sequences(seed: int):
    emissions, transitions = random_problem(seed, words=5)
    expected = np.zeros((5, 4))
    for tags in itertools.product(range(4), repeat=5):
        total = score(tags, emissions, transitions)
        if total > -1000:
            expected[range(5), tags] += np.exp(total)
    expected /= expected.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(tag_chances(emissions, transitions, [(0, 5)]), expected, atol=1e-4)


def test_tag_chances_side_by_side_are_those_one_by_one():
    emissions, transitions = random_problem(3, words=20)
    segments = [(13, 14), (0, 4), (5, 12), (14, 20)]
    together = tag_chances(emissions, transitions, segments)
    for start, end in segments:
        alone = tag_chances(emissions[start:end], transitions, [(0, end - start)])
        np.testing.assert_allclose(together[start:end], alone, atol=1e-6)
    assert not together[4].any()


def test_tag_chances_stand_the_surest_wrong_scores():
    """A label that is certain where no legal sequence has it: chances stay numbers."""
    transitions = np.array([[0, ILLEGAL], [0, 0]], np.float32)
    emissions = np.array([[0, 500], [0, 500]], np.float32)
    found = tag_chances(emissions, transitions, [(0, 2)])
    assert np.isfinite(found).all()


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
