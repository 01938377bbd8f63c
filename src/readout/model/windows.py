# SPDX-License-Identifier: Apache-2.0
"""Cut a report into the stretches that the encoder reads at once.

A window is at most `LIMIT` word pieces. It ends at the end of a line where one lies in its last quarter, else after a
sentence-final mark in its second half, else wherever it is full: a cut inside a sentence costs accuracy at the cut, an
ill-filled window costs time.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["LIMIT", "cut_windows"]

LIMIT = 126  # 128 positions less [CLS] and [SEP]: the measured best trade of speed for context

_FINAL = {".", "!", "?", "”", '"', "''", ".”"}


def cut_windows(
    words: Sequence[str],
    lengths: Sequence[int],
    line_starts: Sequence[bool],
    *,
    limit: int = LIMIT,
    first: int | None = None,
) -> list[tuple[int, int]]:
    """Cut words into windows.

    Args:
        words: The words, in order.
        lengths: Word pieces of each word, each at least 1 and at most `limit`.
        line_starts: Whether each word is the first of its line.
        limit: Word pieces in a window at most.
        first: Word pieces in the first window at most, if other than `limit` (training shifts the cuts with it).

    Returns:
        Half-open ranges of words that follow each other and cover all words.
    """
    windows: list[tuple[int, int]] = []
    start, total, room = 0, 0, first or limit
    for index, length in enumerate(lengths):
        while total + length > room and index > start:
            end = _best_end(words, line_starts, start, index)
            windows.append((start, end))
            total, room = sum(lengths[end:index]), limit
            start = end
        total += length
    if start < len(words):
        windows.append((start, len(words)))
    return windows


def _best_end(words: Sequence[str], line_starts: Sequence[bool], start: int, full: int) -> int:
    for end in range(full, start + 3 * (full - start) // 4, -1):
        if line_starts[end]:
            return end
    for end in range(full, start + (full - start) // 2, -1):
        if words[end - 1] in _FINAL or line_starts[end]:
            return end
    return full
