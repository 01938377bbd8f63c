# SPDX-License-Identifier: Apache-2.0
"""In whatever order reports are added, an archive gives the same answers."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("sqlalchemy", reason="needs the extra 'archive'")

from readout.archive import Archive  # after the skip
from readout.archive.mending import repair
from tests.support.family import COPIES, STRANGERS, Told, add, answers_of

pytestmark = pytest.mark.slow

DAYS = st.sampled_from([None, "2021-03-29", "2021-03-30", "2021-03", "2021-04-02"])


@st.composite
def orders(draw: st.DrawFn) -> tuple[list[Told], list[Told]]:
    """Draw some reports with their days, and another order of them."""
    names = st.sampled_from([*COPIES, *STRANGERS])
    places = draw(st.lists(st.tuples(names, st.integers(1, 2)), min_size=2, max_size=7, unique=True))
    told = [Told(name, draw(DAYS), place) for name, place in sorted(places)]
    return told, draw(st.permutations(told))


def answers(told: Sequence[Told], *, repaired: bool = False) -> dict[str, list[tuple[object, ...]]]:
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "a.sqlite") as archive:
        add(archive, told)
        if repaired:
            repair(archive.engine)
        return answers_of(archive)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(orders())
def test_order_of_adding_changes_no_answer(drawn: tuple[list[Told], list[Told]]):
    one, other = drawn
    assert answers(one) == answers(other)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(orders())
def test_repair_has_nothing_to_change(drawn: tuple[list[Told], list[Told]]):
    _, other = drawn
    assert answers(other) == answers(other, repaired=True)
