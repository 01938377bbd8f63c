# SPDX-License-Identifier: Apache-2.0
"""Who is who in the cases of `entities.yaml`, with the packaged model.

As for statements, two things are pinned in `floors.yaml`: the share of facts that are right, field by field, and the cases that
come out wholly right, each of which is a test of its own.
"""

from __future__ import annotations

from typing import Any

import pytest

from readout.model import Model
from tests.support.corpus import Fact, Pinned, entities_compared, shares
from tests.support.entity_cases import compare, load

PINNED = Pinned.of("entities")
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in load()}


@pytest.fixture(scope="module")
def facts(model: Model) -> dict[str, list[Fact]]:
    return entities_compared(model)


@pytest.mark.parametrize("id", PINNED.must)
def test_case_that_came_out_right_still_does(model: Model, id: str):
    wrong = [words for _, right, words in compare(model, CASES[id]) if not right]
    assert not wrong, "\n".join([CASES[id]["why"], *wrong])


@pytest.mark.parametrize("field", PINNED.floors)
def test_share_of_right_facts_stays_over_its_floor(facts: dict[str, list[Fact]], field: str):
    of_field = [(id, right, words) for id, found in facts.items() for name, right, words in found if name == field]
    wrong = [f"{id}: {words}" for id, right, words in of_field if not right]
    # One close decision may turn on another processor.
    assert len(of_field) - len(wrong) >= PINNED.floors[field] * len(of_field) - 1, "\n".join(wrong)


def test_every_field_of_the_cases_has_a_floor(facts: dict[str, list[Fact]]):
    """A new field would otherwise never be looked at: run `python -m tests.corpus.pin`."""
    assert set(shares(facts)) == set(PINNED.floors)


def test_cases_have_ids_of_their_own():
    ids = [case["id"] for case in load()]
    assert len(ids) == len(set(ids))
