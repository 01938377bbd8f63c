# SPDX-License-Identifier: Apache-2.0
"""How words and marks are written for PostgreSQL."""

from __future__ import annotations

import pytest

from readout.archive.fulltext import tsvector_of


@pytest.mark.parametrize(
    ("terms", "written"),
    [
        ([], ""),
        (["§f", "§b12", "grain", "ship", "grain"], "'§f' '§b12' 'grain':1,3 'ship':2"),
        (["§f", "§f"], "'§f'"),
    ],
)
def test_words_have_their_places_and_marks_have_none(terms: list[str], written: str) -> None:
    assert tsvector_of(terms) == written


def test_places_end_where_postgresql_can_count_no_further() -> None:
    terms = ["§f", *(f"w{number}" for number in range(16_383)), "last"]
    assert tsvector_of(terms).endswith("'w16382':16383 'last'")
    assert tsvector_of(["often"] * 300) == f"'often':{','.join(map(str, range(1, 256)))}"
