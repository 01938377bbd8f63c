# SPDX-License-Identifier: Apache-2.0
"""Sentences with the status of their predicates, read with the packaged model: each must come out right but for known misses."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.quality.status import SETS, found, load
from readout.model import Model
from readout.reading.clauses.status import STATUSES

# Sentences that do not come out right yet: when one does, take it out here.
KNOWN = frozenset(
    {
        "The ambassador is on his way to Tunis to sign the accord.",  # an infinitive of "way" is mostly a possibility
        "The refusal to extradite the banker angered his victims.",  # the parser: a verb
        "The sanctions would be lifted on condition that the jailed nuns go free.",  # the parser: a relative clause
    }
)


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=case["text"], marks=pytest.mark.xfail(strict=True) if case["text"] in KNOWN else ())
        for case in load("written on")
    ]


@pytest.mark.parametrize("case", _cases())
def test_status_of_the_words_of_a_sentence(model: Model, case: dict[str, Any]):
    told = [f"{word}: {got.value} ({got.rule})" for word, wanted, got in found(model, case) if got.value != wanted]
    assert not told, "\n".join(told)


def test_the_sets_share_no_sentence_and_hold_every_status():
    written, held = ([case["text"] for case in load(name)] for name in SETS)
    assert not set(written) & set(held)
    assert len(written) + len(held) >= 200
    for name in SETS:
        assert {wanted for case in load(name) for wanted in case["status"].values()} == set(STATUSES)
