# SPDX-License-Identifier: Apache-2.0
"""Distances as a few classes, so that a scalar can be learned for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["BUCKETS", "buckets"]

BUCKETS = 24
_FAR = 512  # from here on all distances on one side are of one class


def _class_of(distance: int) -> int:
    size = abs(distance)
    grade = size if size < 4 else size.bit_length() + 1
    return 12 + grade if distance > 0 else 12 - grade


_CLASSES = np.array([_class_of(distance) for distance in range(-_FAR, _FAR + 1)], dtype=np.int64)


def buckets(distances: NDArray[np.int64]) -> NDArray[np.int64]:
    """Put signed distances into `BUCKETS` classes, exact for -3..3, then by powers of two.

    Args:
        distances: Any shape; in words, mentions or whatever is counted.

    Returns:
        Classes 1 to 23, the same shape: 12 + sign * class of the size, cut at both ends.
    """
    found: NDArray[np.int64] = _CLASSES[np.clip(distances, -_FAR, _FAR) + _FAR]
    return found
