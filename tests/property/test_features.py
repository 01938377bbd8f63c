# SPDX-License-Identifier: Apache-2.0
"""Features, for any words at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readout.model.features import CASES, LINES, QUOTES, case_of, feature_ids, quotation_states

WORDS = st.lists(st.one_of(st.text(st.characters(), min_size=1, max_size=4), st.sampled_from("“”\"„«»'")), max_size=60)


@given(WORDS, st.data())
def test_features_are_one_small_number_for_each_word(words: list[str], data: st.DataObject):
    starts = data.draw(st.lists(st.booleans(), min_size=len(words), max_size=len(words)))
    found = feature_ids(words, starts)
    assert len(found) == len(words)
    assert all(0 <= number < CASES * QUOTES * LINES for number in found)
    assert [number % LINES for number in found] == [int(start) for start in starts]


@given(st.text(st.characters(), min_size=1))
def test_every_word_has_a_case(word: str):
    assert 0 <= case_of(word) < CASES


@given(st.lists(WORDS, max_size=6))
def test_states_of_a_line_do_not_depend_on_other_lines(lines: list[list[str]]):
    words = [word for line in lines for word in line]
    starts = [i == 0 for line in lines for i in range(len(line))]
    alone = [state for line in lines for state in quotation_states(line, [i == 0 for i in range(len(line))])]
    assert quotation_states(words, starts) == alone
