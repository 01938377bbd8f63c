# SPDX-License-Identifier: Apache-2.0
"""What somebody calls something, without the "what"."""

from __future__ import annotations

import pytest

import readout


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Thousands marched against what they called foreign meddling.", [("called", "foreign meddling")]),
        (
            "In what analysts described as a turning point, the two sides traded prisoners.",
            [("described", "a turning point")],
        ),
        ("What the ministry calls a safety zone has cost hundreds of lives.", [("calls", "a safety zone")]),
        ("The villagers fled what they said was heavy gunfire.", [("said", "was heavy gunfire")]),
        (
            "Estonia rejected what it called foreign meddling in its courts.",
            [
                ("rejected", "what it called foreign meddling in its courts"),
                ("called", "foreign meddling in its courts"),
            ],
        ),
    ],
    ids=["behind a preposition", "as", "in front of the verb", "said", "inside another"],
)
def test_the_words_behind_the_verb_are_what_is_said(text: str, named: list[tuple[str, str]], model):
    record = readout.read(text, model=model)
    assert [(record.words(s.cue), record.words(s.content)) for s in record.statements] == named
