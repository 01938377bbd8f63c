# SPDX-License-Identifier: Apache-2.0
"""Who holds an office on the day of a report, by the table."""

from __future__ import annotations

import pytest

from readout.reading.events.incumbents import incumbency_of
from tests.support.readings import named_in, scene_of

LEFT = """
Emmanuel PROPN 3 nsubj
Macron PROPN 1 flat
left VERB 0 root
. PUNCT 3 punct
"""


def _asked(day: str | None, **known: object):
    scene = scene_of(
        "Emmanuel Macron left.", LEFT, {"n1": {"mentions": ["Emmanuel Macron"], "type": "person", **known}}
    )
    return incumbency_of(scene, named_in(scene, "n1"), day)


@pytest.mark.parametrize(
    ("day", "sector", "role"),
    [
        ("2020-02-01", "GOV", "president"),
        ("2020-02", "GOV", "president"),
        ("2020", "GOV", "president"),
        ("2026-10-01", None, None),
        (None, None, None),
    ],
)
def test_office_is_told_as_far_as_the_table_is_sure(day: str | None, sector: str | None, role: str | None):
    found = _asked(day)
    assert found is not None
    assert (found.country, found.sector, found.role and found.role.title) == ("FRA", sector, role)
    assert "2017-05-14" in found.because.rule


def test_nothing_is_told_of_the_time_before_the_first_term():
    assert _asked("2010-01-01") is None


def test_words_win_over_the_table():
    assert _asked("2020-02-01", country="CHE") is None


@pytest.mark.parametrize("sector", ["BUS", "MED", "CVL", "CRM"])
def test_who_the_words_put_elsewhere_is_somebody_else(sector: str):
    assert _asked("2020-02-01", sector=sector) is None


def test_only_persons_are_looked_up():
    assert _asked("2020-02-01", type="organisation") is None
