# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from benchmarks.quality.counts import Counts, calibration_error, overlap


def test_counts_of_several_texts_add_up():
    counts = Counts()
    counts.add({1, 2, 3}, {2, 3, 4, 5})
    counts.add({1}, {1})
    assert (counts.gold, counts.found, counts.right) == (4, 5, 3)


def test_counts_give_precision_recall_and_f1():
    counts = Counts(gold=4, found=5, right=3)
    assert counts.columns("cue") == {"cue P": 0.6, "cue R": 0.75, "cue F1": pytest.approx(2 / 3)}


def test_counts_of_nothing_are_zero():
    assert Counts().columns() == {"P": 0.0, "R": 0.0, "F1": 0.0}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param({1, 2, 3}, {2, 3, 4, 5, 6}, 0.5, id="half"),
        pytest.param({1}, {2}, 0.0, id="apart"),
        pytest.param(set(), set(), 1.0, id="both empty"),
        pytest.param({1}, set(), 0.0, id="one empty"),
    ],
)
def test_overlap_is_the_f1_of_the_words(left, right, expected):
    assert overlap(left, right) == expected


def test_calibration_error_weights_each_bins_gap_by_its_size():
    sure = [(0.95, True)] * 6  # 0.05 too low
    unsure = [(0.25, True), (0.25, False)]  # half are right: 0.25 too low
    assert calibration_error(sure + unsure) == pytest.approx((6 * 0.05 + 2 * 0.25) / 8)


def test_calibration_error_of_full_confidence_that_is_wrong_is_one():
    assert calibration_error([(1.0, False)]) == 1.0


def test_calibration_error_of_nothing_is_zero():
    assert calibration_error([]) == 0.0
