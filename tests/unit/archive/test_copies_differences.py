# SPDX-License-Identifier: Apache-2.0
"""What differs between a copy and its original."""

from __future__ import annotations

import pytest

pytest.importorskip("rapidfuzz", reason="needs the extra 'archive'")

from readout.archive.differences import differences_between

FIRST = "At least 12 people died when the bridge fell on Monday, the mayor said. Divers went on with their search."


def words(first: str, second: str) -> list[tuple[str, str, str]]:
    found = differences_between(first, second)
    return [
        (d.kind, d.in_first.of(first) if d.in_first else "", d.in_second.of(second) if d.in_second else "")
        for d in found
    ]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (FIRST.replace("12", "14"), [("changed", "12", "14")]),
        (FIRST.replace(", the mayor said", ""), [("removed", ", the mayor said", "")]),
        (FIRST + " Two were found.", [("added", "", "Two were found.")]),
        (FIRST.replace("At least 12", "Some 14"), [("changed", "At least 12", "Some 14")]),
        (FIRST.replace(" ", "\n"), []),
        ("Update. " + FIRST, [("added", "", "Update.")]),
    ],
)
def test_differences_are_told_in_words(second: str, expected: list[tuple[str, str, str]]):
    assert words(FIRST, second) == expected


def test_the_shape_of_quotation_marks_is_no_difference():
    assert words('"It\'s over," she said - twice.', "“It’s over,” she said — twice.") == []


def test_changes_with_a_word_or_two_between_them_are_one():
    assert words("a b c x of y d e f", "a b c u of v d e f") == [("changed", "x of y", "u of v")]


def test_the_other_way_round_everything_is_mirrored():
    second = FIRST.replace("12", "14").replace("on Monday", "") + " More follows."
    mirrored = {"added": "removed", "removed": "added", "changed": "changed"}
    assert words(second, FIRST) == [(mirrored[kind], theirs, ours) for kind, ours, theirs in words(FIRST, second)]


def test_books_are_not_aligned_word_by_word():
    """That would take gigabytes; the stretch that differs is shown whole."""
    one, other = "start " + "a b " * 12_000 + "end", "start " + "c d " * 12_000 + "end"
    (found,) = differences_between(one, other)
    assert (found.kind, found.in_first and found.in_first.start) == ("changed", 6)
