# SPDX-License-Identifier: Apache-2.0
"""The shipped examples, whole, against their records made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.records import Score
from readout.model import Model
from tests.support.corpus import EPSILON, Pinned, examples_scored
from tests.support.records import spans_in

PINNED = Pinned.of("examples")


@pytest.fixture(scope="module")
def scored(model: Model) -> dict[str, Score]:
    return examples_scored(model)


@pytest.mark.parametrize("name", PINNED.floors)
def test_example_keeps_its_share_of_right_facts(scored: dict[str, Score], name: str):
    assert scored[name].share() >= PINNED.floors[name] - EPSILON, "\n".join(scored[name].misses)


def test_every_example_has_a_floor(scored: dict[str, Score]):
    """Run `python -m tests.corpus.pin` for a new one."""
    assert set(scored) == set(PINNED.floors)


def test_spans_of_every_hand_made_record_lie_in_its_text(examples: list[Path]):
    for path in examples:
        text = path.read_bytes().decode("utf-8")
        gold = json.loads((path.parent / "gold.json").read_text(encoding="utf-8"))
        assert all(0 <= start < end <= len(text) for start, end in spans_in(gold)), path.parent.name
