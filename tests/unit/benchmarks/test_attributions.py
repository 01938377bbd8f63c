# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from benchmarks.quality.attributions import Attributed, Tally, gold_marks, match
from readout.text import words_of

TEXT = "“We won,” Ann Lee said, “today.”"  # “ We won , ” Ann Lee said , “ today . ”
WON, NAME, SAID, TODAY = (0, 9), (10, 17), (18, 22), (24, 32)


def attributed(content: str, source: str = "") -> Attributed:
    return Attributed(frozenset(map(int, content.split())), frozenset(map(int, source.split())))


def marks(*, content=(WON, TODAY), source=(NAME,), cue=(SAID,)):
    return gold_marks(words_of(TEXT), [{"source": source, "cue": cue, "content": content}])


def test_gold_marks_are_words_that_the_characters_touch():
    assert marks().spans == {(0, 5, "content"), (5, 7, "source"), (7, 8, "cue"), (9, 13, "content")}


def test_gold_marks_join_the_fragments_of_a_content():
    assert marks().attributions[0].content == {0, 1, 2, 3, 4, 9, 10, 11, 12}


def test_gold_marks_take_a_word_of_which_one_character_is_marked():
    assert gold_marks(words_of(TEXT), [{"source": [(16, 18)], "cue": [], "content": []}]).words("source") == {6}


def test_gold_marks_keep_a_shared_source_once():
    twice = [{"source": [NAME], "cue": [SAID], "content": [one]} for one in (WON, TODAY)]
    found = gold_marks(words_of(TEXT), twice)
    assert sum(role == "source" for _, _, role in found.spans) == 1
    assert len(found.attributions) == 2


def test_match_needs_half_of_the_content_and_half_of_the_source():
    gold = [attributed("1 2 3", "7 8")]
    assert match(gold, [attributed("2 3 4 5 6", "8 9")]) == [(0, 0)]


@pytest.mark.parametrize(
    ("content", "source"),
    [
        pytest.param("3 4 5", "7 8", id="content too far off"),
        pytest.param("1 2 3", "8 9 10", id="source too far off"),
        pytest.param("1 2 3", "", id="source missed"),
    ],
)
def test_match_refuses(content, source):
    assert match([attributed("1 2 3", "7 8")], [attributed(content, source)]) == []


def test_match_of_a_content_without_source_needs_one_without():
    gold = [attributed("1 2 3")]
    assert match(gold, [attributed("1 2 3", "7")]) == []
    assert match(gold, [attributed("1 2 3")]) == [(0, 0)]


def test_match_is_one_to_one_and_takes_the_better_overlap():
    gold = [attributed("1 2 3 4", "9"), attributed("3 4", "9")]
    found = [attributed("3 4", "9"), attributed("1 2 3", "9")]
    assert match(gold, found) == [(0, 1), (1, 0)]


def test_match_exact_refuses_a_comma_too_many():
    assert match([attributed("1 2", "7")], [attributed("1 2 3", "7")], exact=True) == []


def test_match_of_contents_alone_ignores_the_source():
    assert match([attributed("1 2", "7")], [attributed("1 2", "9")], source=False) == [(0, 0)]


def test_tally_counts_words_spans_and_whole_attributions():
    tally = Tally()
    tally.add(marks(), marks(content=((1, 9), TODAY)))
    assert (tally.words["content"].right, tally.words["content"].found) == (8, 8)
    assert (tally.spans["content"].right, tally.spans["content"].gold) == (1, 2)
    assert (tally.whole.right, tally.exact.right) == (1, 0)


def test_tally_pairs_each_confidence_with_whether_it_was_right():
    tally = Tally()
    tally.add(marks(), marks(source=()))
    assert tally.confident == [(1.0, False)]
