# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from benchmarks.quality.tables import Table, draw, figures_of, pinned_of

TABLE = Table("x/words", {"nyt": {"n": 3, "F1": 0.5}, "all": {"n": 12, "F1": 0.98765}}, ("F1",))


def test_draw_aligns_the_columns_and_writes_shares_in_percent():
    assert draw(TABLE).splitlines() == [
        "x/words   n    F1",
        "-----------------",
        "nyt       3  50.0",
        "all      12  98.8",
    ]


def test_draw_leaves_a_missing_figure_blank():
    assert draw(Table("x", {"a": {"P": 0.5}, "b": {"R": 0.25}})).splitlines()[3] == "b        25.0"


def test_figures_have_full_names():
    assert figures_of([TABLE])["x/words/nyt/F1"] == 0.5


def test_pinned_figures_are_those_of_the_row_over_all():
    assert pinned_of([TABLE]) == {"x/words/all/F1": 0.98765}


def test_pinned_figures_are_those_of_every_row_where_none_is_over_all():
    table = Table("x", {"given": {"F1": 0.5}, "found": {"F1": 0.25}}, ("F1",))
    assert pinned_of([table]) == {"x/given/F1": 0.5, "x/found/F1": 0.25}
