# SPDX-License-Identifier: Apache-2.0
"""Nouns of kinship."""

from __future__ import annotations

import pytest

from readout.resources import all_kin, is_in_family, kin_of_noun


def test_every_noun_is_found_and_its_plural_is_none() -> None:
    for kin in all_kin():
        assert kin_of_noun(kin.noun) is kin
        assert kin_of_noun(kin.plural) is None


def test_parents_are_above_and_children_below() -> None:
    line = {kin.noun: kin.generation for kin in all_kin() if kin.relation == "line"}
    assert line == {
        "father": 1,
        "mother": 1,
        "dad": 1,
        "mum": 1,
        "mom": 1,
        "parent": 1,
        "son": -1,
        "daughter": -1,
        "child": -1,
    }


@pytest.mark.parametrize("noun", ["child", "widow", "relative", "twin"])
def test_whom_news_calls_so_for_themselves_are_no_private_people(noun: str) -> None:
    assert kin_of_noun(noun) is not None
    assert not is_in_family(noun)


def test_friends_are_of_the_family_and_no_kin() -> None:
    assert is_in_family("friend")
    assert is_in_family("cousin")
    assert kin_of_noun("friend") is None
