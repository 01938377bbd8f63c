# SPDX-License-Identifier: Apache-2.0
"""Kinship by the words at a noun."""

from __future__ import annotations

import pytest

from readout.reading.coreference.kinship import kin_at
from readout.text import words_of


@pytest.mark.parametrize(
    ("text", "noun", "first"),
    [
        ("her father", "father", 1),
        ("his half-brother", "brother", 3),
        ("her son-in-law", "son", 1),
        ("the mother in law", "mother", 1),
    ],
)
def test_kin_at_ends_with_the_last_word(text: str, noun: str, first: int) -> None:
    words = [text[span.start : span.end] for span in words_of(text)]
    found = kin_at(words, len(words) - 1)
    assert found is not None
    assert (found[0].noun, found[1]) == (noun, first)


@pytest.mark.parametrize("text", ["in law", "a bill to change in law", "her partner"])
def test_kin_at_gives_none_where_no_kin_is_told(text: str) -> None:
    words = [text[span.start : span.end] for span in words_of(text)]
    assert kin_at(words, len(words) - 1) is None
