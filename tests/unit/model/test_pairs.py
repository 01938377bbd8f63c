# SPDX-License-Identifier: Apache-2.0
"""Which rows of the encoder's middle the layers for pairs are given, and how they are marked."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from readout.errors import ModelError
from readout.model import Middle, Model, PairLayers

SIZES = [1, 2, 1, 1, 3, 1, 1]  # pieces of seven words, in two windows


class Listener:
    """A session that keeps what it was given, and says that nothing is told."""

    def __init__(self) -> None:
        self.given: dict[str, Any] = {}

    def run(self, names: list[str], given: dict[str, Any]) -> list[np.ndarray]:
        self.given = given
        return [np.array([0, 9, 0, 0], dtype=np.float32)]


@pytest.fixture
def listener() -> Listener:
    return Listener()


def middle_of(sizes: list[int], windows: list[tuple[int, int]]) -> Middle:
    """Make the middle of a text whose rows are numbered from 0 on."""
    counts = [sum(sizes[start:end]) + 2 for start, end in windows]
    rows = np.split(np.arange(sum(counts), dtype=np.float16)[:, None], np.cumsum(counts)[:-1])
    return Middle.of(rows, windows, np.cumsum([0, *sizes], dtype=np.int32))


def read_rows(listener: Listener) -> list[int]:
    return [int(row) for row in listener.given["states"][:, 0]]


def test_a_sentence_is_read_between_the_ends_of_its_window(listener: Listener):
    """The first window has rows 0 to 6, the second 7 to 13."""
    middle = middle_of(SIZES, [(0, 4), (4, 7)])
    PairLayers(listener).chances(middle, (1, 3), [1], [2])
    assert read_rows(listener) == [0, 2, 3, 4, 6]
    assert listener.given["roles"].tolist() == [0, 1, 1, 2, 0]
    np.testing.assert_allclose(listener.given["means"][0], [0, 0.5, 0.5, 0, 0])
    np.testing.assert_allclose(listener.given["means"][1], [0, 0, 0, 1, 0])
    np.testing.assert_allclose(listener.given["means"][2], np.full(5, 0.2))


def test_the_last_word_of_a_window_ends_before_the_window_does(listener: Listener):
    middle = middle_of(SIZES, [(0, 4), (4, 7)])
    PairLayers(listener).chances(middle, (4, 7), [4], [6])
    assert read_rows(listener) == [7, 8, 9, 10, 11, 12, 13]
    assert listener.given["roles"].tolist() == [0, 1, 1, 1, 0, 2, 0]


def test_a_sentence_over_two_windows_is_read_whole(listener: Listener):
    middle = middle_of(SIZES, [(0, 4), (4, 7)])
    PairLayers(listener).chances(middle, (3, 5), [3], [4])
    assert read_rows(listener)[1:-1] == list(range(5, 11))
    assert np.flatnonzero(listener.given["roles"]).tolist() == [1, 4, 5, 6]


def test_a_long_sentence_is_read_around_its_parties(listener: Listener):
    sizes = [1] * 500
    PairLayers(listener).chances(middle_of(sizes, [(0, 500)]), (0, 500), [300], [310])
    assert len(read_rows(listener)) == 128
    assert {301, 311} <= set(read_rows(listener))
    PairLayers(listener).chances(middle_of(sizes, [(0, 500)]), (0, 500), [2], [499])
    assert 3 in read_rows(listener)


def test_chances_add_up_to_one_and_types_compete_with_each_other_only(listener: Listener):
    found = PairLayers(listener).chances(middle_of(SIZES, [(0, 7)]), (0, 7), [0], [3])
    assert found.sum() == pytest.approx(1)
    assert found[0] == pytest.approx(0.5)
    assert found[1] == pytest.approx(0.5, abs=1e-3)


def test_layers_of_other_labels_are_refused(model: Model):
    from readout.model.model import PACKAGED

    assert model.heads.pairs_sha256 is not None
    with pytest.raises(ModelError, match="17 scores a pair"):
        PairLayers.open(PACKAGED / "pairs.onnx", model.heads.pairs_sha256, 5, threads=1)
