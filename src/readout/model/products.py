# SPDX-License-Identifier: Apache-2.0
"""Compare vectors by their dot products, on one core."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["dot_products"]

_MOST = 500_000  # multiplications: from 2 * 65,536 * 4 on OpenBLAS uses a second thread


def dot_products(some: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the dot product of each of some vectors with each of others.

    They are multiplied in parts too small for several threads. Those would gain nothing here, and having multiplied they
    wait for more: for some 20 ms each keeps a core busy that reads another report.

    Args:
        some: Shape: (some, width).
        others: Shape: (others, width).

    Returns:
        Shape: (some, others).
    """
    rows = max(1, _MOST // max(others.size, 1))
    parts = [some[start : start + rows] @ others.T for start in range(0, len(some), rows)]
    found: NDArray[np.float32] = parts[0] if len(parts) == 1 else np.concatenate(parts)
    return found
