# SPDX-License-Identifier: Apache-2.0
"""Decode the best label sequences exactly; `readout.model.lattice` weighs all the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_tags", "spans_of_tags"]

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
    segments = sorted((s for s in segments if s[1] > s[0]), key=lambda s: s[0] - s[1])
    if not segments:
        return tags
    starts = np.array([start for start, _ in segments])
    lengths = np.array([end - start for start, end in segments])
    longest = int(lengths[0])
    closed = np.where(transitions[:, 0] < _FORBIDDEN, 2 * _FORBIDDEN, 0.0).astype(np.float32)
    best = emissions[starts] + transitions[0]  # as if "O" stood before
    back = [np.zeros((0, emissions.shape[1]), dtype=np.int8)]  # a table for each step, of those still running
    for t in range(1, longest):
        live = int(np.searchsorted(-lengths, -t, side="left"))  # longest first: those still running come first
        table = best[:live, :, None] + transitions
        back.append(table.argmax(axis=1).astype(np.int8))
        best[:live] = table.max(axis=1) + emissions[starts[:live] + t]
    last = (best + closed).argmax(axis=1)
    for t in range(longest - 1, -1, -1):
        live = int(np.searchsorted(-lengths, -t, side="left"))
        tags[starts[:live] + t] = last[:live]
        last[:live] = back[t][np.arange(live), last[:live]] if t else last[:live]
    return tags


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
