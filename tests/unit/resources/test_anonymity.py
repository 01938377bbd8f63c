# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import all_anonymity_phrases, anonymity_phrase_at


@pytest.mark.parametrize(
    ("sentence", "start", "kind", "end"),
    [
        ("spoke on condition of anonymity because", 1, "condition", 5),
        ("who asked not to be named", 1, "condition", 6),
        ("was not authorised to speak publicly", 1, "reason", 5),
        ("was not authorized to speak publicly", 1, "reason", 5),
        ("people familiar with the matter said", 1, "closeness", 5),
        ("people familiar with Tuesday", 1, "closeness", 3),
    ],
)
def test_anonymity_phrase_at_takes_the_longest(sentence: str, start: int, kind: str, end: int) -> None:
    found = anonymity_phrase_at(sentence.split(), start)
    assert found is not None
    assert (found[0].kind, found[1]) == (kind, end)


def test_anonymity_phrase_at_gives_none_where_none_starts() -> None:
    assert anonymity_phrase_at(["the", "minister", "said"], 0) is None


def test_every_phrase_in_the_table_is_found_whole() -> None:
    for one in all_anonymity_phrases():
        words = one.phrase.split()
        assert anonymity_phrase_at(words, 0) == (one, len(words))
