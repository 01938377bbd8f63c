# SPDX-License-Identifier: Apache-2.0
"""Distances as classes."""

from __future__ import annotations

import numpy as np
import pytest

from readout.model.distance import BUCKETS, buckets


@pytest.mark.parametrize(
    ("distance", "expected"),
    [
        pytest.param(0, 12, id="none"),
        pytest.param(1, 13, id="next"),
        pytest.param(-1, 11, id="one before"),
        pytest.param(3, 15, id="three, still exact"),
        pytest.param(4, 16, id="four"),
        pytest.param(7, 16, id="seven, as four"),
        pytest.param(8, 17, id="eight"),
        pytest.param(-8, 7, id="eight before"),
        pytest.param(511, 22, id="below the last power"),
        pytest.param(10**9, 23, id="far"),
        pytest.param(-(10**9), 1, id="far before"),
    ],
)
def test_bucket_of(distance: int, expected: int):
    assert buckets(np.array([distance])).tolist() == [expected]


def test_buckets_keep_the_shape_and_never_fall():
    found = buckets(np.arange(-5000, 5000).reshape(100, 100))
    assert found.shape == (100, 100)
    assert (np.diff(found.ravel()) >= 0).all()
    assert found.min() >= 0
    assert found.max() < BUCKETS
