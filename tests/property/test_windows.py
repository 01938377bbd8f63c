# SPDX-License-Identifier: Apache-2.0
"""Windows, whatever the words' lengths and wherever lines begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readout.model.windows import cut_windows

WORDS = st.lists(st.tuples(st.sampled_from(["a", ".", "”", "b"]), st.integers(1, 12), st.booleans()), max_size=300)


@given(WORDS, st.integers(12, 60), st.integers(12, 60))
def test_windows_follow_each_other_within_the_limit(words: list[tuple[str, int, bool]], limit: int, first: int):
    forms, lengths, starts = [w for w, _, _ in words], [n for _, n, _ in words], [s for _, _, s in words]
    first = min(first, limit)
    windows = cut_windows(forms, lengths, starts, limit=limit, first=first)
    edges = [0, *(edge for window in windows for edge in window), len(words)]
    assert edges[::2] == edges[1::2]
    assert all(start < end for start, end in windows)
    rooms = [first] + [limit] * len(windows)
    assert all(sum(lengths[start:end]) <= room for (start, end), room in zip(windows, rooms, strict=False))
