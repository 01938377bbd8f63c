# SPDX-License-Identifier: Apache-2.0
"""What a model says is told between two parties, with layers made by hand."""

from __future__ import annotations

import numpy as np

from readout.model import Heads, Middle, Scores
from readout.reading.events.eventscores import event_scores

HEADS = Heads("by hand", "0" * 64, {"event_type": (0, 3)}, {"event_type": ("none", "CONSULT", "ASSAULT")}, {}, {}, {})
MIDDLE = Middle(np.zeros((6, 1), np.float16), np.zeros((4, 2), np.int32), np.zeros((4, 2), np.int32))
MET = Scores(np.zeros((4, 3), np.float32), HEADS, ((0, 4),), MIDDLE)


class Told:
    """Stands where the layers for pairs stand: what A does to B is CONSULT, and nothing else is told."""

    def chances(self, middle: Middle, sentence: tuple[int, int], source: list[int], target: list[int]) -> np.ndarray:
        """Return one of two answers."""
        return np.array([0, 1, 0] if (source, target) == ([0], [2]) else [1, 0, 0], dtype=np.float32)


def test_a_model_without_the_layers_says_nothing():
    assert event_scores(MET, None) is None


def test_nothing_is_said_of_a_text_without_words():
    assert event_scores(Scores(np.zeros((0, 3), np.float32), HEADS, ()), Told()) is None  # type: ignore[arg-type]


def test_what_is_told_between_two_parties_depends_on_who_acts():
    found = event_scores(MET, Told())  # type: ignore[arg-type]
    assert found is not None
    assert found.of_pair((0, 4), [0], [2]) == {"none": 0, "CONSULT": 1, "ASSAULT": 0}
    assert found.of_pair((0, 4), [2], [0])["none"] == 1
