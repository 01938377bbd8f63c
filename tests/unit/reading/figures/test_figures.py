# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import Any

import pytest

from benchmarks.quality.figures import find
from readout.model import Model
from readout.pipeline import read


def compared(model: Model, text: str) -> list[Any]:
    return [
        (figure.low, figure.comparison.direction, figure.comparison.low)
        for figure in find({"text": text}, model)
        if figure.comparison is not None
    ]


def test_figure_stands_on_the_statement_that_holds_it(model: Model):
    record = read("“We counted 300 boats,” the minister said.\n\nThe port has 40 cranes.", model=model)
    told, own = record.figures
    assert (told.low, told.according_to) == (300, record.statements[0].id)
    assert (own.low, own.according_to) == (40, None)


def test_length_is_a_figure_only_as_an_extent(model: Model):
    record = read("The debate lasted an hour. An hour later the hall was empty.", model=model)
    assert [(figure.low, figure.unit) for figure in record.figures] == [(1, "hour")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tax rose from 4 percent to 6 percent in May.", [(6, "up", 4)]),
        ("The company cut its staff from 900 to 640.", [(640, "down", 900)]),
        ("Trains run from 9 villages to 3 towns.", []),
        ("Some 900 homes have been rebuilt since the flood, up from 300 last winter.", [(900, "up", 300)]),
        ("The clinics treated 90 men and 120 women, up from 80 a week ago.", []),
        ("The port handled 40 ships on Friday, down from 12 on Monday.", []),
        ("Rent is $900 a month, the council said, compared with $700 in 2020.", [(900, "up", 700)]),
        ("The fund lent $9 million, the bank said, up from 40 loans a year ago.", []),
    ],
    ids=["from-to", "staff", "no change", "behind a verb", "two could be meant", "other order", "apart", "other kind"],
)
def test_figure_is_compared_with_the_one_that_the_words_mean(model: Model, text: str, expected: list[Any]):
    assert compared(model, text) == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The members voted 61-39 for the merger.", [61, 39]),
        ("The plan needs 15-20 votes.", [15]),
        ("The home side lost 1-3.", []),
        ("It was -9 degrees in the hills.", [-9]),
        ("It was 9 degrees below zero.", [-9]),
        ("The error is plus or minus 2 points.", [2]),
        ("She was arrested four times.", []),
        ("Bread costs four times as much.", [4]),
        ("Output has grown 10-fold.", [10]),
        ("A one-page letter came.", []),
        ("The 2-sided coin and the 6-lane road.", [6]),
        ("The last 50 years were dry.", []),
        ("He is 6'3 and she is 41.", []),
        ("It stands at 9 West 4th Street.", []),
    ],
)
def test_number_is_a_figure_only_where_it_counts_or_measures(model: Model, text: str, numbers: list[float]):
    assert [figure.low for figure in find({"text": text}, model)] == numbers


def test_number_of_a_magnitude_has_it_for_its_unit(model: Model):
    for text in ("A magnitude-6.1 quake struck.", "A 6.1-magnitude quake struck.", "A quake of magnitude 6.1 struck."):
        assert [(f.low, f.unit, f.kind) for f in find({"text": text}, model)] == [(6.1, "magnitude", "measure")]


def test_number_is_not_rounded(model: Model):
    assert [figure.low for figure in find({"text": "The firm owes $65.4 billion."}, model)] == [65_400_000_000]
