# SPDX-License-Identifier: Apache-2.0
"""Of which body a noun may speak."""

from __future__ import annotations

import pytest

from readout.reading.coreference.bodies import bodies_fit, body_kinds, is_insurgent, is_union


@pytest.mark.parametrize(
    ("noun", "known", "fits"),
    [
        ("tank", "junta", False),
        ("tank", "institute", True),
        ("government", "foundation", False),
        ("charity", "foundation", True),
    ],
)
def test_noun_fits_a_body_of_its_kind(noun: str, known: str, fits: bool):
    assert bodies_fit(noun, body_kinds([known]), is_listed=False) is fits


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ta'ang National Liberation Army", True),
        ("Kachin Independence Army", True),
        ("British Army", False),
        ("Liberation", False),
    ],
)
def test_cause_in_an_armys_name_tells_insurgents(name: str, told: bool):
    assert is_insurgent(name) is told


@pytest.mark.parametrize(
    ("name", "told"), [("Sudanese Journalists' Syndicate", True), ("Crime Syndicate", False), ("European Union", False)]
)
def test_trade_in_a_syndicates_name_tells_a_union(name: str, told: bool):
    assert is_union(name) is told
