# SPDX-License-Identifier: Apache-2.0
"""Sentences with figures, read with the packaged model: each case must come out wholly right but for known misses."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.quality.figures import find, load, pairs, wrong
from readout.model import Model

WRITTEN_ON = [*load("written on"), *load("hard")]

# Sentences that do not come out right yet: when one does, take it out here.
KNOWN: frozenset[str] = frozenset()


def _cases() -> list[Any]:
    return [
        pytest.param(case, id=case["text"], marks=pytest.mark.xfail(strict=True) if case["text"] in KNOWN else ())
        for case in WRITTEN_ON
    ]


@pytest.mark.parametrize("case", _cases())
def test_figures_of_a_sentence(model: Model, case: dict[str, Any]):
    found = find(case, model)
    both = pairs(case, found)
    told = [f"{wanted['words']}: {what}" for wanted, got in both for what in wrong(wanted, got)]
    matched = [got for _, got in both]
    told += [f"also found: {figure.words}" for figure in found if figure not in matched]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("case", WRITTEN_ON, ids=lambda case: case["text"])
def test_figures_lie_on_words_in_order(model: Model, case: dict[str, Any]):
    for figure in find(case, model):
        assert figure.span.of(case["text"]) == figure.words
        assert figure.high is None or figure.low <= figure.high
