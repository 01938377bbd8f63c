# SPDX-License-Identifier: Apache-2.0
"""Trees decoded exactly: small ones against every tree there is."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest

from readout.model import decode_tree


def is_tree(heads: Sequence[int]) -> bool:
    """Tell whether exactly one word is its own head and all others lead to it."""
    roots = [word for word, head in enumerate(heads) if head == word]
    reached = list(range(len(heads)))
    for _ in heads:
        reached = [heads[word] for word in reached]
    return len(roots) == 1 and all(word == roots[0] for word in reached)


def best_of_all(scores: np.ndarray) -> tuple[int, ...]:
    size = len(scores)
    trees = filter(is_tree, itertools.product(range(size), repeat=size))
    return max(trees, key=lambda heads: scores[range(size), heads].sum())


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_decoded_tree_is_the_best_of_all(size: int):
    chance = np.random.default_rng(size)
    for _ in range(40):
        scores = chance.normal(size=(size, size)).astype(np.float32)
        assert tuple(decode_tree(scores)) == best_of_all(scores)


def test_decoded_tree_finds_an_unlikely_root():
    """The best tree's root is the last of all words as a root, but nothing else goes together."""
    scores = np.full((5, 5), -9.0, dtype=np.float32)
    np.fill_diagonal(scores, [0.4, 0.3, 0.2, 0.1, 0.0])
    scores[:4, 4] = 9.0
    assert decode_tree(scores).tolist() == [4, 4, 4, 4, 4]


@pytest.mark.parametrize(
    "cycle",
    [pytest.param([1, 0, 1], id="of two"), pytest.param([1, 2, 0], id="of all"), pytest.param([1, 0, 3, 2], id="two")],
)
def test_decoded_tree_breaks_a_cycle(cycle: list[int]):
    size = len(cycle)
    scores = np.random.default_rng(0).normal(size=(size, size)).astype(np.float32)
    scores[range(size), cycle] += 20
    assert tuple(decode_tree(scores)) == best_of_all(scores)


def test_decoded_tree_of_equal_scores_is_a_tree():
    assert is_tree(decode_tree(np.zeros((50, 50), dtype=np.float32)).tolist())


def test_decoded_tree_of_one_word_is_its_root():
    assert decode_tree(np.array([[-3.0]], dtype=np.float32)).tolist() == [0]


def test_decoded_tree_of_the_longest_sentence_stays_within_the_stack():
    """Each word prefers its neighbour, so that cycles are found within cycles, one level for each word."""
    size = 300
    scores = np.full((size, size), -50.0, dtype=np.float32)
    steps = np.arange(size - 1)
    scores[steps + 1, steps] = 1.0
    scores[steps, steps + 1] = 2.0 - steps / 1000
    assert is_tree(decode_tree(scores).tolist())
