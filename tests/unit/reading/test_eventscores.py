# SPDX-License-Identifier: Apache-2.0
"""The event heads' scores, by hand: which word is the trigger of a pair, and of what type."""

from __future__ import annotations

import numpy as np
import pytest

from readout.model import Heads, Scores
from readout.reading.eventscores import event_scores

LABELS = ("none", "CONSULT", "ASSAULT")
WIDTHS = {
    "event_type": 3, "trigger_of_source": 2, "source_of_trigger": 2, "trigger_of_target": 2, "target_of_trigger": 2,
}  # fmt: skip


def scores_of(**heads: list[list[float]]) -> Scores:
    """Make the scores of four words: A met B, C."""
    columns, at = {}, 0
    for head, width in WIDTHS.items():
        columns[head] = (at, at + width)
        at += width
    rows = np.zeros((4, at), dtype=np.float32)
    for head, values in heads.items():
        rows[:, slice(*columns[head])] = values
    layout = Heads("by hand", "0" * 64, columns, {"event_type": LABELS}, {}, {}, {"event": 1})
    return Scores(rows, layout, ((0, 4),))


MET = scores_of(
    event_type=[[9, 0, 0], [0, 9, 0], [9, 0, 0], [0, 0, 9]],
    trigger_of_source=[[0, 0], [9, 0], [0, 0], [0, 9]],
    source_of_trigger=[[1, 0], [0, 0], [0, 0], [0, 0]],
    trigger_of_target=[[0, 0], [0, 9], [0, 0], [0, 0]],
    target_of_trigger=[[0, 0], [0, 0], [0, 1], [0, 0]],
)


def test_a_model_without_the_heads_says_nothing():
    heads = Heads("by hand", "0" * 64, {"upos": (0, 2)}, {"upos": ("X", "Y")}, {}, {}, {})
    assert event_scores(Scores(np.zeros((1, 2), np.float32), heads, ((0, 1),))) is None


def test_the_trigger_is_the_word_that_both_parties_point_to():
    found = event_scores(MET)
    assert found is not None
    assert found.triggers((0, 4), [0], [2]).argmax() == 1
    assert max(found.of_pair((0, 4), [0], [2]).items(), key=lambda item: item[1])[0] == "CONSULT"


def test_without_parties_the_trigger_is_what_is_most_of_an_event_alone():
    found = event_scores(MET)
    assert found is not None
    assert set(np.flatnonzero(found.triggers((0, 4), [], []) > 0.4)) == {1, 3}


@pytest.mark.parametrize(("word", "label"), [(0, "none"), (1, "CONSULT"), (3, "ASSAULT")])
def test_each_word_has_its_own_type(word: int, label: str):
    found = event_scores(MET)
    assert found is not None
    assert max(found.at(word).items(), key=lambda item: item[1])[0] == label
