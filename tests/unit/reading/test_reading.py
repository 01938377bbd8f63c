# SPDX-License-Identifier: Apache-2.0
"""Readings and the order of layers."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from readout.reading.reading import Reading, check_order
from readout.report import Report


class Apple: ...


class Pear: ...


@dataclass(frozen=True)
class Named:
    """A layer that only has its declarations."""

    name: str
    requires: tuple[type, ...] = ()
    provides: tuple[type, ...] = ()

    def __call__(self, reading: Reading) -> Reading:
        return reading


def test_a_reading_gives_findings_in_the_order_they_were_added():
    apples = [Apple(), Apple()]
    reading = Reading(Report("text")).adding(Apple, apples)
    assert reading.of(Apple) == tuple(apples)


def test_a_reading_holds_none_of_what_nobody_looked_for():
    assert Reading(Report("text")).of(Apple) == ()


def test_adding_leaves_the_reading_as_it_was():
    before = Reading(Report("text"))
    before.adding(Apple, [Apple()])
    assert before.of(Apple) == ()


def test_adding_a_kind_twice_is_refused_even_if_none_was_found():
    reading = Reading(Report("text")).adding(Apple, [])
    with pytest.raises(ValueError, match="holds findings of Apple already"):
        reading.adding(Apple, [Apple()])


@pytest.mark.parametrize("count", [0, 2])
def test_the_one_finding_is_refused_where_there_is_not_one(count: int):
    reading = Reading(Report("text")).adding(Apple, [Apple() for _ in range(count)])
    with pytest.raises(LookupError, match=f"holds {count} findings of Apple"):
        reading.the(Apple)


def test_an_order_that_meets_all_needs_passes():
    check_order([Named("apples", (), (Apple,)), Named("pears", (Apple,), (Pear,))])


def test_an_order_that_does_not_is_refused_with_the_layer_and_its_need():
    layers = [Named("pears", (Apple,), (Pear,)), Named("apples", (), (Apple,))]
    with pytest.raises(ValueError, match=r"'pears' requires Apple.*the order is: pears, apples"):
        check_order(layers)
