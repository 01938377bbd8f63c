# SPDX-License-Identifier: Apache-2.0
"""Windows: the stretches that the encoder reads at once."""

from __future__ import annotations

from readout.model.windows import cut_windows


def test_windows_of_nothing_are_none():
    assert cut_windows([], [], []) == []


def test_a_short_text_is_one_window():
    assert cut_windows(["a", "b"], [1, 2], [True, False], limit=10) == [(0, 2)]


def test_a_window_ends_where_a_line_begins_in_its_last_quarter():
    starts = [i in {0, 7} for i in range(12)]
    assert cut_windows(["a"] * 12, [1] * 12, starts, limit=8) == [(0, 7), (7, 12)]


def test_a_window_ends_behind_a_stop_in_its_second_half():
    words = ["a"] * 12
    words[4] = "."
    assert cut_windows(words, [1] * 12, [True] + [False] * 11, limit=8) == [(0, 5), (5, 12)]


def test_an_early_line_does_not_cut_a_window():
    """A window that is three quarters empty costs as much as a full one."""
    starts = [i in {0, 2} for i in range(12)]
    assert cut_windows(["a"] * 12, [1] * 12, starts, limit=8) == [(0, 8), (8, 12)]


def test_a_window_is_full_where_nothing_ends():
    assert cut_windows(["a"] * 5, [2] * 5, [True] + [False] * 4, limit=4) == [(0, 2), (2, 4), (4, 5)]


def test_the_first_window_may_be_shorter():
    assert cut_windows(["a"] * 5, [1] * 5, [True] + [False] * 4, limit=4, first=2) == [(0, 2), (2, 5)]


def test_what_a_cut_leaves_over_is_cut_again_where_it_leaves_no_room():
    """Four short words, then long ones: the cut behind the stop leaves two long ones, and the next finds no room."""
    words = ["a", "a", "a", ".", "long", "long", "long"]
    lengths = [1, 1, 1, 1, 60, 60, 60]
    windows = cut_windows(words, lengths, [True] + [False] * 6, limit=126)
    assert windows == [(0, 4), (4, 6), (6, 7)]
