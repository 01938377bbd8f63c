# SPDX-License-Identifier: Apache-2.0
"""Decode the best label sequences exactly; `readout.model.lattice` weighs all the others."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_tags", "side_by_side", "spans_of_tags"]

_FORBIDDEN = -1_000.0  # transitions below are illegal ones


def best_tags(
    emissions: NDArray[np.float32], transitions: NDArray[np.float32], segments: Sequence[tuple[int, int]]
) -> NDArray[np.int64]:
    """Find the best label sequence of each segment, all segments side by side.

    Viterbi, IEEE Trans. Information Theory 13 (1967); exact; O(words x labels²).

    Args:
        emissions: Score of each label at each word. Shape: (words, labels).
        transitions: Score of label j after label i. Shape: (labels, labels).
        segments: Half-open ranges of words; no sequence crosses from one to the next.

    Returns:
        Label of each word. Shape: (words,); 0, the label "O", outside all segments.
    """
    tags = np.zeros(len(emissions), dtype=np.int64)
    order, steps = side_by_side(segments)
    if not steps:
        return tags
    # Words side by side in memory: the same is done for all of a step.
    laid = np.ascontiguousarray(emissions[order].T)
    laid[:, steps[0]] += transitions[0, :, None]  # as if "O" stood before
    after = transitions[:, :, None]
    for before, now in pairwise(steps):
        going_on = laid[:, None, before.start : before.start + now.stop - now.start]
        laid[:, now] += np.maximum.reduce(going_on + after, axis=0)
    best = laid.T  # the score of the best sequence that ends with each label at each word
    closed = np.where(transitions[:, 0] < _FORBIDDEN, 2 * _FORBIDDEN, 0.0).astype(np.float32)
    last = (best[_ends(steps)] + closed).argmax(axis=1)
    into = transitions.T
    for now, before in pairwise(reversed(steps)):
        size = now.stop - now.start
        tags[order[now]] = last[:size]
        # The choice that led here, made again for the one label of each segment that counts.
        last[:size] = (best[before][:size] + into[last[:size]]).argmax(axis=1)
    tags[order[steps[0]]] = last
    return tags


def side_by_side(segments: Sequence[tuple[int, int]]) -> tuple[NDArray[np.int64], list[slice]]:
    """Lay segments out step by step: the first word of each, the longest segment's first, then the second words, and so on.

    Returns:
        The words in that order, and where each step's stand in it.
    """
    some = sorted((s for s in segments if s[1] > s[0]), key=lambda s: s[0] - s[1])
    if not some:
        return np.zeros(0, dtype=np.int64), []
    starts, ends = np.array(some, dtype=np.int64).T
    running = np.searchsorted(starts - ends, -np.arange(int(ends[0] - starts[0])), side="left").tolist()
    order = np.concatenate([starts[:live] + step for step, live in enumerate(running)])
    bounds = pairwise(accumulate(running, initial=0))
    return order, [slice(*bound) for bound in bounds]


def _ends(steps: Sequence[slice]) -> NDArray[np.int64]:
    """Return where the last word of each segment stands, the longest segment's first."""
    found = np.zeros(steps[0].stop, dtype=np.int64)
    for step in steps:
        found[: step.stop - step.start] = np.arange(step.start, step.stop)
    return found


def spans_of_tags(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Read BIOES tags as spans: half-open word ranges with their label, in order.

    The transitions allow legal sequences only, but a segment may end inside a span: the span ends with it.
    """
    spans: list[tuple[int, int, str]] = []
    start = -1
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and tag[0] not in "IE":
            spans.append((start, index, tags[start][2:]))
            start = -1
        if tag[0] == "B":
            start = index
        elif tag[0] == "S":
            spans.append((index, index + 1, tag[2:]))
        elif tag[0] == "E" and start >= 0:
            spans.append((start, index + 1, tag[2:]))
            start = -1
    return spans
