# SPDX-License-Identifier: Apache-2.0
"""Distances as a few classes, so that a scalar can be learned for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["BUCKETS", "buckets"]

BUCKETS = 24


def buckets(distances: NDArray[np.int64]) -> NDArray[np.int64]:
    """Put signed distances into `BUCKETS` classes, exact for -3..3, then by powers of two.

    Args:
        distances: Any shape; in words, mentions or whatever is counted.

    Returns:
        Classes 0 to 23, the same shape: 12 + sign * class of the size, cut at both ends.
    """
    size = np.abs(distances)
    with np.errstate(divide="ignore"):
        log = np.floor(np.log2(np.maximum(size, 1) / 4.0)).astype(np.int64) + 4
    grade = np.where(size < 4, size, np.minimum(log, 11))
    found: NDArray[np.int64] = np.clip(12 + np.sign(distances) * grade, 0, BUCKETS - 1)
    return found
