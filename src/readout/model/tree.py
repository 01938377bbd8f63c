# SPDX-License-Identifier: Apache-2.0
"""Decode dependency trees exactly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["decode_tree"]

_COSTS = (4.0, 16.0, 64.0)  # of being the root, in scores


def decode_tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Find the best tree with exactly one root.

    The best head of each word is nearly always a tree already; where it is not, the maximum spanning arborescence
    is found (Chu and Liu 1965, Edmonds 1967; McDonald et al. 2005).

    Args:
        scores: Score of word j as the head of word i; the diagonal is the score of i as the root.
            Shape: (words, words).

    Returns:
        Head of each word; the root is its own head. Shape: (words,).
    """
    others = scores.copy()
    np.fill_diagonal(others, -np.inf)
    heads: NDArray[np.int64] = others.argmax(axis=1)
    gains = scores.diagonal() - others.max(axis=1)
    root = int(gains.argmax())
    heads[root] = root
    # Every other choice scores less, so if this one is a tree it is the best of all.
    return heads if _is_tree(heads) else _spanning_tree(scores.astype(np.float64))


def _is_tree(heads: NDArray[np.int64]) -> bool:
    """Tell whether every word reaches a root: pointers doubled until nothing changes."""
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return bool((heads[above] == above).all())


def _spanning_tree(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Hang the words on one node more, which stands for "is the root".

    A tree that uses the node once and is the best of all is the best among those with one root, whatever it costs to use the
    node. The last cost is more than any tree can gain by a second root, so it always decides; but with it nearly every
    word is contracted, so smaller ones are tried first.
    """
    size = len(scores)
    arcs = np.full((size + 1, size + 1), -np.inf)
    arcs[:size, :size] = scores
    np.fill_diagonal(arcs, -np.inf)
    for cost in (*_COSTS, (1.0 + np.ptp(scores)) * (size + 1)):
        arcs[:size, size] = scores.diagonal() - cost
        heads = _arborescence(arcs, size)[:size]
        if np.count_nonzero(heads == size) == 1:
            break
    found: NDArray[np.int64] = np.where(heads == size, np.arange(size), heads)
    return found


def _arborescence(arcs: NDArray[np.float64], root: int) -> NDArray[np.int64]:
    """Chu-Liu/Edmonds for a given root; `arcs[i, j]` is the score of j as head of i; the root's own row is not used."""
    size = len(arcs)
    heads: NDArray[np.int64] = arcs.argmax(axis=1)
    heads[root] = root
    cycle = np.array(_cycle(heads, root), dtype=np.int64)
    if not len(cycle):
        return heads
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    # Contract the cycle into one node, the last.
    own = arcs[cycle, heads[cycle]]
    small = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    small[:-1, :-1] = arcs[np.ix_(rest, rest)]
    leaving = arcs[np.ix_(rest, cycle)]
    small[:-1, -1] = leaving.max(axis=1)
    entering = arcs[np.ix_(cycle, rest)] - own[:, None]
    small[-1, :-1] = entering.max(axis=0)
    np.fill_diagonal(small, -np.inf)
    found = _arborescence(small, int(np.flatnonzero(rest == root)[0]))
    result = heads.copy()
    for position, word in enumerate(rest):
        head = found[position]
        result[word] = cycle[int(leaving[position].argmax())] if head == len(rest) else rest[head]
    outside = int(found[-1])
    broken = int(entering[:, outside].argmax())
    result[cycle[broken]] = rest[outside]
    result[root] = root
    return result


def _cycle(heads: NDArray[np.int64], root: int) -> list[int]:
    """Return the words of one cycle that does not go through the root, or none."""
    state = [0] * len(heads)
    state[root] = 2
    for start in range(len(heads)):
        path, word = [], start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return []
