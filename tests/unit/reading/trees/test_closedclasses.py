# SPDX-License-Identifier: Apache-2.0
"""Parts of speech: no name and no noun is a pronoun."""

from __future__ import annotations

import numpy as np
import pytest

from readout.reading.trees.closedclasses import parts_of_speech

LABELS = ["NOUN", "PRON", "VERB"]


@pytest.mark.parametrize(
    ("word", "expected"), [("prosecutors", "NOUN"), ("trump", "NOUN"), ("they", "PRON"), ("one", "PRON")]
)
def test_only_pronouns_are_pronouns(word: str, expected: str) -> None:
    scores = np.array([[2.0, 3.0, 1.0], [0.0, 1.0, 2.0]], np.float32)
    assert parts_of_speech(scores, LABELS, [word, "said"]) == [expected, "VERB"]
    assert scores[0, 1] == 3.0, "the scores of the model stay as they are"
