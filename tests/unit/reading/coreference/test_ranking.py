# SPDX-License-Identifier: Apache-2.0
"""The ranking of antecedents."""

from __future__ import annotations

import numpy as np
import pytest

from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.ranking import REACH, rank_antecedents
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from tests.support.readings import encoding_of, syntax_of

TABLE = """
Lind PROPN 2 nsubj
won VERB 0 root
, PUNCT 4 punct
Haas PROPN 2 conj
lost VERB 4 conj
, PUNCT 7 punct
she PRON 8 nsubj
said VERB 2 parataxis
"""


@pytest.fixture
def syntax() -> Syntax:
    return syntax_of(TABLE)


@pytest.fixture
def encoding() -> Encoding:
    return encoding_of("Lind won, Haas lost, she said")


def mentions_at(encoding: Encoding, *words: int) -> list[Mention]:
    return [Mention(encoding.spans[w], w, w + 1, w, "name", "person", 1.0) for w in words]


def test_antecedents_are_ranked_best_first(encoding: Encoding, syntax: Syntax):
    of = encoding.scores.of
    of("anaphor")[6, :2] = 1.0
    of("antecedent")[0, 0], of("antecedent")[3, 1] = 3.0, 2.0
    found = rank_antecedents(encoding, syntax, mentions_at(encoding, 0, 3, 6))
    assert [index for index, _ in found[2]] == [0, 1]
    assert [score for _, score in found[2]] == [3.0, 2.0]


def test_scores_are_against_being_new(encoding: Encoding, syntax: Syntax):
    encoding.scores.of("new_entity")[6] = 1.5
    found = rank_antecedents(encoding, syntax, mentions_at(encoding, 0, 6))
    assert found == [[], [(0, -1.5)]]


def test_antecedents_that_are_out_of_the_question_are_left_out(encoding: Encoding, syntax: Syntax):
    encoding.scores.of("new_entity")[6] = 30.0
    assert rank_antecedents(encoding, syntax, mentions_at(encoding, 0, 6)) == [[], []]


def test_no_mentions_have_no_antecedents(encoding: Encoding, syntax: Syntax):
    assert rank_antecedents(encoding, syntax, []) == []


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        pytest.param((0, 3), 0.0, id="two names"),
        pytest.param((0, 6), 2.0, id="a pronoun after a name"),
        pytest.param((6, 6), 1.0 + 2.0 + 4.0, id="the same pronoun again"),
    ],
)
def test_match_scalars_are_looked_up_by_word_and_pronoun(
    encoding: Encoding, syntax: Syntax, pair: tuple[int, int], expected: float
):
    """1 for the same word, 2 for a pronoun that goes back, 4 for one that is gone back to."""
    encoding.scores.heads.biases["coref_match"][:] = np.arange(8)
    found = rank_antecedents(encoding, syntax, mentions_at(encoding, *pair))
    assert found[1] == [(0, expected)]


def test_a_mention_looks_back_at_so_many_and_no_more():
    """The best antecedent by its score stands at the very end of the reach, across the blocks of the computation."""
    count = 3 * REACH
    encoding = encoding_of("x " * count)
    syntax = Syntax(("NOUN",) * count, tuple(range(count)), ("root",) * count, ())
    of = encoding.scores.of
    of("anaphor")[:, 0] = 1.0
    of("antecedent")[100, 0] = 9.0
    found = rank_antecedents(encoding, syntax, mentions_at(encoding, *range(count)))
    assert all(row[0][0] == 100 for row in found[101 : 101 + REACH])
    assert all(index != 100 for row in found[101 + REACH :] for index, _ in row)
    assert all(index < mention for mention, row in enumerate(found) for index, _ in row)
