# SPDX-License-Identifier: Apache-2.0
"""How likely labels, spans and sequences are: small problems against every sequence there is."""

from __future__ import annotations

import itertools
import tracemalloc

import numpy as np
import pytest

from readout.model import Lattice, spans_of_tags
from tests.support.sequences import ILLEGAL, random_problem, score

LABELS = ("O", "B-x", "I-x", "E-x", "S-x")
OPEN = {"B-x", "I-x"}
TRANSITIONS = np.array(
    [[0.0 if (a in OPEN) == (b[0] in "IE") else ILLEGAL for b in LABELS] for a in LABELS], dtype=np.float32
)


@pytest.mark.parametrize("seed", range(8))
def test_chances_are_shares_of_all_sequences(seed: int):
    emissions, transitions = random_problem(seed, words=5)
    expected = np.zeros((5, 4))
    for tags in itertools.product(range(4), repeat=5):
        total = score(tags, emissions, transitions)
        if total > -1000:
            expected[range(5), tags] += np.exp(total)
    expected /= expected.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(Lattice(emissions, transitions, [(0, 5)]).chances, expected, atol=1e-4)


def test_chances_side_by_side_are_those_one_by_one():
    emissions, transitions = random_problem(3, words=20)
    segments = [(13, 14), (0, 4), (5, 12), (14, 20)]
    together = Lattice(emissions, transitions, segments).chances
    for start, end in segments:
        alone = Lattice(emissions[start:end], transitions, [(0, end - start)]).chances
        np.testing.assert_allclose(together[start:end], alone, atol=1e-6)
    assert not together[4].any()


def test_chances_stand_the_surest_wrong_scores():
    """A label that is certain where no legal sequence has it: chances stay numbers."""
    transitions = np.array([[0, ILLEGAL], [0, 0]], np.float32)
    emissions = np.array([[0, 500], [0, 500]], np.float32)
    found = Lattice(emissions, transitions, [(0, 2)]).chances
    assert np.isfinite(found).all()


@pytest.mark.parametrize("seed", range(4))
def test_span_chances_are_shares_of_all_sequences(seed: int):
    emissions = np.random.default_rng(seed).normal(scale=1.5, size=(6, 5)).astype(np.float32)
    expected, whole = np.zeros((6, 6)), 0.0
    for tags in itertools.product(range(5), repeat=6):
        total = score(tags, emissions, TRANSITIONS)
        if total > -1000:
            whole += np.exp(total)
            for start, end, _ in spans_of_tags([LABELS[tag] for tag in tags]):
                expected[start, end - 1] += np.exp(total)
    words = np.arange(6)
    found = Lattice(emissions, TRANSITIONS, [(0, 6)]).span_chances(words, words, (1, 2, 3, 4))
    np.testing.assert_allclose(found, expected / whole, atol=1e-5)


def test_span_chances_of_some_bounds_within_a_segment():
    emissions = np.random.default_rng(1).normal(size=(20, 5)).astype(np.float32)
    lattice = Lattice(emissions, TRANSITIONS, [(0, 5), (5, 20)])
    every = lattice.span_chances(np.arange(5, 20), np.arange(5, 20), (1, 2, 3, 4))
    some = lattice.span_chances(np.array([7, 9]), np.array([8, 9, 15]), (1, 2, 3, 4))
    np.testing.assert_allclose(some, every[[2, 4]][:, [3, 4, 10]], atol=1e-6)


def test_samples_are_drawn_as_often_as_they_are_likely():
    emissions, transitions = random_problem(3, words=12)
    lattice = Lattice(emissions, transitions, [(0, 7), (7, 12)])
    drawn = lattice.samples(4000)
    shares = np.stack([(drawn == label).mean(axis=0) for label in range(4)], axis=1)
    np.testing.assert_allclose(shares, lattice.chances, atol=0.03)


def test_samples_are_legal_sequences():
    emissions = np.random.default_rng(5).normal(scale=3, size=(30, 5)).astype(np.float32)
    segments = [(0, 11), (11, 12), (14, 30)]
    for tags in Lattice(emissions, TRANSITIONS, segments).samples(50):
        assert not tags[12:14].any()
        for start, end in segments:
            around = ["O", *(LABELS[tag] for tag in tags[start:end]), "O"]
            assert all((a in OPEN) == (b[0] in "IE") for a, b in itertools.pairwise(around))


def test_samples_of_a_segment_do_not_depend_on_the_others():
    emissions, transitions = random_problem(7, words=20)
    together = Lattice(emissions, transitions, [(0, 13), (13, 20)]).samples(16)
    alone = Lattice(emissions[13:], transitions, [(0, 7)]).samples(16)
    assert together[:, 13:].tolist() == alone.tolist()


def test_samples_of_many_short_segments_need_little_memory():
    """A table for each of 20,000 lines, drawn all at once, would need 60 MB."""
    count = 20_000
    lattice = Lattice(
        np.zeros((count, 13), np.float32), np.zeros((13, 13), np.float32), [(i, i + 1) for i in range(count)]
    )
    tracemalloc.start()
    lattice.samples(16)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_no_segments_have_no_labels():
    lattice = Lattice(np.zeros((3, 5), np.float32), TRANSITIONS, [])
    assert not lattice.chances.any()
    assert not lattice.samples(4).any()
    assert Lattice(np.zeros((0, 5), np.float32), TRANSITIONS, []).samples(4).shape == (4, 0)
