# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from benchmarks.quality.status import ANSWERS, answer_of, happened_from, word_at
from benchmarks.quality.status import _columns as columns
from readout.reading.clauses.status import Status
from tests.support.readings import encoding_of


@pytest.mark.parametrize(
    ("factuality", "happened"),
    [(3.0, "happened"), (1.0, "happened"), (0.9, "unknown"), (0.0, "unknown"), (-0.9, "unknown"), (-1.0, "did_not")],
)
def test_a_judgement_is_a_class_from_one_step_of_three_on(factuality: float, happened: str):
    assert happened_from(factuality) == happened


def test_a_corpus_answers_by_its_own_question_only_where_the_status_is_open():
    planned = Status("planned", (), "will", "unknown")
    failed = Status("attempted", (), "failed", "did_not")
    assert [answer_of(planned, corpus) for corpus in ("uds-ih2", "uw")] == ["did_not", "happened"]
    assert {answer_of(failed, corpus) for corpus in ANSWERS} == {"did_not"}


def test_macro_f1_is_the_mean_over_the_three_classes():
    pairs: Counter[tuple[Any, Any]] = Counter(
        {("happened", "happened"): 2, ("did_not", "happened"): 1, ("unknown", "unknown"): 1}
    )
    assert columns(pairs) == {
        "predicates": 4, "happened F1": 0.8, "did not F1": 0.0, "unknown F1": 1.0, "macro F1": pytest.approx(0.6),
    }  # fmt: skip


def test_a_target_inside_a_word_is_that_word():
    encoding = encoding_of("Troops re-entered the town.")
    assert encoding.words[word_at(encoding, 10)] == "entered"
    assert word_at(encoding, 0) == 0
