# SPDX-License-Identifier: Apache-2.0
"""The countries of entities that are places, by where the gazetteer has them."""

from readout import read


def test_a_town_has_the_country_in_which_it_lies():
    record = read("Landslides in Lao Cai and Chiang Rai, in Vietnam and Thailand, killed ten. They met in Wajima.")
    countries = {entity.name: entity.country for entity in record.entities if entity.type == "place"}
    assert countries == {"Lao Cai": "VNM", "Chiang Rai": "THA", "Vietnam": "VNM", "Thailand": "THA", "Wajima": "JPN"}
