# SPDX-License-Identifier: Apache-2.0
"""Small problems of sequence labelling, and the score of one sequence worked out by hand."""

from __future__ import annotations

import itertools

import numpy as np

__all__ = ["ILLEGAL", "random_problem", "score"]

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
