# SPDX-License-Identifier: Apache-2.0
"""Dot products of many vectors."""

from __future__ import annotations

import numpy as np
import pytest

from readout.model import dot_products


@pytest.mark.parametrize(("some", "others"), [(1, 1), (40, 40), (160, 320), (300, 300)])
def test_dot_products_are_those_of_all_pairs(some: int, others: int) -> None:
    """However many there are: the larger tables are multiplied in parts."""
    rows = np.random.default_rng(0).normal(size=(some + others, 128)).astype(np.float32)
    one, other = rows[:some], rows[some:]
    expected = [[float(a.astype(np.float64) @ b) for b in other] for a in one]
    np.testing.assert_allclose(dot_products(one, other), expected, atol=1e-4)
