# SPDX-License-Identifier: Apache-2.0
"""Regions of the table that were taken for persons or bodies: no model is needed."""

from __future__ import annotations

import pytest

from readout.reading.coreference.listedregions import with_listed_regions
from readout.reading.coreference.namedentities import Name
from tests.support.readings import encoding_of, place_of


def types(text: str, *names: str) -> list[str]:
    encoding = encoding_of(text)
    taken = [Name(*place_of(encoding, words), "person") for words in names]
    return [name.type for name in with_listed_regions(encoding, taken)]


@pytest.mark.parametrize("region", ["Masafer Yatta", "Khor Fakkan", "Musa Qala", "Lake Kivu"])
def test_a_region_of_several_words_is_a_place(region: str):
    assert types(f"They left {region} on Friday.", region) == ["place"]


def test_one_word_is_left_to_the_words_beside_it():
    assert types("They left Perim on Friday.", "Perim") == ["person"]


def test_names_of_men_and_of_buildings_stay():
    assert types("They heard Abu Musa on Friday.", "Abu Musa") == ["person"]
    assert types("They heard Rabaa al-Adawiya on Friday.", "Rabaa al-Adawiya") == ["person"]


def test_a_word_of_a_persons_longer_name_is_that_persons():
    text = "Veronica Lake was born by Lake Kivu."
    assert types(text, "Veronica Lake", "Lake Kivu") == ["person", "person"]


def test_a_state_that_acts_stays_a_body():
    encoding = encoding_of("South Kivu sued Tamil Nadu over Lake Kivu.")
    taken = [Name(*place_of(encoding, words), "organisation") for words in ("South Kivu", "Tamil Nadu", "Lake Kivu")]
    assert [name.type for name in with_listed_regions(encoding, taken)] == ["organisation", "organisation", "place"]
