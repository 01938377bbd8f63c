# SPDX-License-Identifier: Apache-2.0
"""Sketches: a few numbers by which reports that share passages are found without comparing each with all.

A sketch keeps the smallest hash of every window of shingles that slides over the story: MinHash (Broder 1997, "On the
resemblance and containment of documents"), taken window by window, as Schleimer, Wilkerson and Aiken (2003, "Winnowing: local
algorithms for document fingerprinting") proved to find every shared passage of `window + SHINGLE - 1` words. One MinHash of the
whole text compares wholes: a report cut to its first fifth has a fifth of its shingles in common with it, and no banding that
leaves strangers apart finds that.

The first words of a story are windowed more narrowly, since desks cut from the end and what they leave is the head.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from readout.archive.wording import SHINGLE, Wording, mix

__all__ = ["sketch_of"]

# Shingles in a window: a shared passage of 20 words among the first 100, of 68 behind them, is always found.
_HEAD_WINDOW = 16
_WINDOW = 64
_HEAD = 100

# 47 bits: SQLite stores them in six bytes, and with a thousand million values in the table one look-up in 4,000 meets a stranger.
_BITS = np.uint64(17)

# A text of a million words needs no more to be found.
_LONGEST = 20_000


def sketch_of(wording: Wording) -> list[int]:
    """Return the sketch of a report.

    Args:
        wording: Its words.

    Returns:
        Distinct numbers from 0 up to 2**47, the first of which stands for all words in their order, so that two texts with the
        same words are found however short they are; then by place in the text. Some 33 for 750 words; none without words.
    """
    if not len(wording.keys):
        return []
    body = wording.shingles[wording.body.start : max(wording.body.start + 1, wording.body.stop - SHINGLE + 1)][
        :_LONGEST
    ]
    chosen = np.concatenate([_whole(wording.keys), *_minima(body)]) >> _BITS
    is_next = np.append(True, chosen[1:] != chosen[:-1])  # windows that overlap mostly have the same smallest hash
    return list(dict.fromkeys(chosen[is_next].tolist()))


def _minima(body: NDArray[np.uint64]) -> Iterator[NDArray[np.uint64]]:
    for part, window in ((body[: _HEAD + _HEAD_WINDOW - 1], _HEAD_WINDOW), (body[_HEAD:], _WINDOW)):
        if len(part):
            yield sliding_window_view(part, min(window, len(part))).min(axis=1)


def _whole(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hash all words in their order. Shape: (1,)."""
    places = np.arange(1, len(keys) + 1, dtype=np.uint64)
    return mix(mix(keys + mix(places)).sum(keepdims=True))
