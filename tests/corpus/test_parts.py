# SPDX-License-Identifier: Apache-2.0
"""Layouts that are hard to take apart. The parts are found by rules, so a case that comes out right comes out right."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.corpus import Pinned, parts_compared, shares
from tests.support.part_cases import compare, load

PINNED = Pinned.of("parts")
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in load()}


@pytest.mark.parametrize("id", PINNED.must)
def test_layout_that_came_out_right_still_does(id: str):
    wrong = [words for _, right, words in compare(CASES[id]) if not right]
    assert not wrong, "\n".join([CASES[id]["why"], *wrong])


@pytest.mark.parametrize("field", PINNED.floors)
def test_share_of_right_facts_stays_over_its_floor(field: str):
    assert shares(parts_compared())[field] >= PINNED.floors[field]


def test_every_field_of_the_layouts_has_a_floor():
    """A new field would otherwise never be looked at: run `python -m tests.corpus.pin`."""
    assert set(shares(parts_compared())) == set(PINNED.floors)
