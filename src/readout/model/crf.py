# SPDX-License-Identifier: Apache-2.0
"""Decode label sequences exactly."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_tags", "spans_of_tags", "tag_chances"]

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
    live = _running(lengths)
    into = np.ascontiguousarray(transitions.T)  # by label after, so that the choice runs along the last axis
    for t in range(1, longest):
        now = live[t]
        table = best[:now, None, :] + into
        back.append(table.argmax(axis=2).astype(np.int8))
        best[:now] = table.max(axis=2) + emissions[starts[:now] + t]
    last = (best + closed).argmax(axis=1)
    rows = np.arange(len(segments))
    for t in range(longest - 1, 0, -1):
        now = live[t]
        tags[starts[:now] + t] = last[:now]
        last[:now] = back[t][rows[:now], last[:now]]
    tags[starts] = last
    return tags


def _running(lengths: NDArray[np.int64]) -> list[int]:
    """Return how many segments, longest first, are longer than t words, for each t below the longest."""
    found: list[int] = np.searchsorted(-lengths, -np.arange(int(lengths[0])), side="left").tolist()
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


def tag_chances(
    emissions: NDArray[np.float32], transitions: NDArray[np.float32], segments: Sequence[tuple[int, int]]
) -> NDArray[np.float32]:
    """Compute the probability of each label at each word, given the whole segment.

    Forward-backward for linear-chain CRFs (Sutton and McCallum 2012, section 4), scaled at each step in place of
    logarithms.

    Args:
        emissions: Shape: (words, labels).
        transitions: Shape: (labels, labels).
        segments: Half-open ranges of words.

    Returns:
        Shape: (words, labels); rows of words in a segment add up to 1, others are 0.
    """
    chances = np.zeros_like(emissions)
    segments = sorted((s for s in segments if s[1] > s[0]), key=lambda s: s[0] - s[1])
    if not segments:
        return chances
    starts = np.array([start for start, _ in segments])
    lengths = np.array([end - start for start, end in segments])
    step = np.exp(np.maximum(transitions, -60.0))
    step[transitions < _FORBIDDEN] = 0.0
    local = np.exp(np.maximum(emissions - emissions.max(axis=1, keepdims=True), -40.0))  # so that none is quite 0
    live = _running(lengths)
    forward = local[starts] * step[0]
    chances[starts] = forward / np.maximum(forward.sum(axis=1, keepdims=True), 1e-30)
    for t in range(1, len(live)):
        now = starts[: live[t]] + t
        forward = (chances[now - 1] @ step) * local[now]
        chances[now] = forward / np.maximum(forward.sum(axis=1, keepdims=True), 1e-30)
    closing = np.where(transitions[:, 0] < _FORBIDDEN, 0.0, 1.0).astype(np.float32)
    backward = np.tile(closing, (len(segments), 1))
    for t in range(len(live) - 1, -1, -1):
        now = starts[: live[t]] + t
        both = chances[now] * backward[: live[t]]
        chances[now] = both / np.maximum(both.sum(axis=1, keepdims=True), 1e-30)
        if t:
            back = (local[now] * backward[: live[t]]) @ step.T
            backward[: live[t]] = back / np.maximum(back.sum(axis=1, keepdims=True), 1e-30)
    return chances
