# SPDX-License-Identifier: Apache-2.0
"""Decoded trees, whatever the scores."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from readout.model import decode_tree

SCORES = st.integers(1, 14).flatmap(
    lambda size: arrays(np.float32, (size, size), elements=st.floats(-100, 100, width=32))
)


@given(SCORES)
def test_every_word_leads_to_the_one_root(scores: np.ndarray):
    heads = decode_tree(scores)
    roots = [word for word, head in enumerate(heads) if word == head]
    reached = np.arange(len(heads))
    for _ in heads:
        reached = heads[reached]
    assert len(roots) == 1
    assert (reached == roots[0]).all()


@given(SCORES)
def test_no_exchange_of_one_head_makes_the_tree_better(scores: np.ndarray):
    """A necessary condition of the best tree that needs no enumeration: hanging one word elsewhere never gains."""
    heads = decode_tree(scores)
    for word in range(len(heads)):
        if heads[word] == word:
            continue
        for other in range(len(heads)):
            at, below = other, False
            while True:
                below = below or at == word
                if heads[at] == at:
                    break
                at = int(heads[at])
            if not below:
                assert scores[word, other] <= scores[word, heads[word]] + 1e-3
