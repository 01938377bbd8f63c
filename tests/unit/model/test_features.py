# SPDX-License-Identifier: Apache-2.0
"""What the encoder is told beside the pieces."""

from __future__ import annotations

import pytest

from readout.model.features import CASES, LINES, QUOTES, case_of, feature_ids, quotation_states


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param(",", 0, id="no letter"),
        pytest.param("said", 1, id="lower"),
        pytest.param("’s", 1, id="lower with an apostrophe"),
        pytest.param("Kyiv", 2, id="title"),
        pytest.param("I", 2, id="one capital"),
        pytest.param("NATO", 3, id="upper"),
        pytest.param("U.S.", 3, id="upper with stops"),
        pytest.param("McCain", 4, id="mixed"),
        pytest.param("北京", 4, id="letters without case"),
        pytest.param("2022", 5, id="digits"),
        pytest.param("3rd", 1, id="digits with letters"),
    ],
)
def test_case_of(word: str, expected: int):
    assert case_of(word) == expected


def states(line: str) -> str:
    """Return the states of one line's words, written beside each other."""
    words = line.split()
    return "".join(map(str, quotation_states(words, [i == 0 for i in range(len(words))])))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("he said so", "000", id="no marks"),
        pytest.param("“ yes , ” he", "21120", id="curly"),
        pytest.param('" yes , " he', "21120", id="straight"),
        pytest.param('he : " a " and " b "', "002120212", id="straight marks alternate"),
        pytest.param("`` it 's ' fine ' ''", "2111112", id="a single mark does not close a typed double one"),
        pytest.param("„ ja “ he", "2120", id="low mark closed by a high one"),
        pytest.param("„ ja ” he", "2120", id="low mark closed by a closing one"),
        pytest.param("« oui » he", "2120", id="angles"),
        pytest.param("he : “ a b", "00211", id="not closed: to the end of the line"),
        pytest.param("a b ” he", "1120", id="closed but not opened: from the start of the line"),
        pytest.param("a ” b ” c", "12020", id="only the first closing mark may reach back"),
        pytest.param("“ a ” b ” c", "212020", id="a closing mark behind a quotation reaches nowhere"),
    ],
)
def test_quotation_states(line: str, expected: str):
    assert states(line) == expected


def test_quotation_states_begin_anew_on_each_line():
    words = ["“", "a", "b", '"', "c"]
    assert quotation_states(words, [True, False, True, False, False]) == [2, 1, 0, 2, 1]


@pytest.mark.parametrize("mark", ["”", '"', "“", "''"])
def test_quotation_states_of_a_hundred_thousand_marks_on_a_line(mark: str):
    """Looking back at the line from each mark would take an hour."""
    count = 200_000
    assert len(quotation_states([mark] * count, [True] + [False] * (count - 1))) == count


def test_feature_ids_are_different_for_different_words():
    """The three features stand in one number: lower, within quotation marks, first of its line."""
    assert feature_ids(["kyiv"], [True]) == [(1 * QUOTES + 0) * LINES + 1]
    assert feature_ids(["“", "Kyiv"], [True, False])[1] == (2 * QUOTES + 1) * LINES + 0


def test_feature_ids_stay_below_their_number():
    words = ["“", "a", "B", "CC", "dD", "1", "”", ","]
    assert all(0 <= found < CASES * QUOTES * LINES for found in feature_ids(words, [True] * len(words)))
