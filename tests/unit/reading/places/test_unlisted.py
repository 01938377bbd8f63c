# SPDX-License-Identifier: Apache-2.0
"""Names that the gazetteer lacks, placed by what the words beside them say that they lie in: no model is needed."""

import pytest

from readout.reading.places.senses import NO_SUCH_NAME
from tests.unit.reading.places.test_toponyms import resolved


@pytest.mark.parametrize(
    "marked",
    [
        "Doctors at the [Ostrova Hospital] in [Lviv] worked on.",
        "Doctors at [Ostrova Hospital], in [Lviv], worked on.",
        "They met at the [Ostrova Hall], [Lviv].",
        "They met in [Ostrovanka], a leafy suburb of [Lviv].",
        "They met outside [Lviv]'s [Ostrova Hall].",
        "They met in [Lviv]'s gated suburb of [Ostrovanka].",
        "They met at the [Ostrovansk] mosque in the western city of [Lviv].",
    ],
)
def test_what_lies_in_a_town_has_the_point_of_the_town_and_no_identifier(marked):
    sites = {sense.site.name: sense for sense in resolved(marked) if sense.site is not None}
    inner = next(sense for name, sense in sites.items() if name.startswith("Ostrova"))
    town = next(sense.site for name, sense in sites.items() if not name.startswith("Ostrova"))
    assert inner.site.geonames_id is None
    assert (inner.site.country, inner.site.lat, inner.site.lon) == ("UKR", town.lat, town.lon)
    assert inner.rule == f"the point is that of {town.name}, in which it lies"


def test_of_what_lies_in_a_country_or_state_only_the_country_is_told():
    sense = resolved("They met in [Ostrovanka], a market town in [Rajasthan] state.")[0]
    assert (sense.site, sense.rule, sense.country) == (None, NO_SUCH_NAME, "IND")


def test_other_mentions_of_the_name_are_the_same_place():
    senses = resolved("Boys train in [Ostrovanka], a suburb of [Lviv]. [Ostrovanka] is quiet.")
    assert senses[2] == senses[0]


def test_a_building_is_not_in_a_far_town_that_it_is_called_after_where_the_words_say_otherwise():
    sense = resolved("The rally in [Bristol Square] in [Warsaw] was short.")[0]
    assert sense.site.country == "POL"


@pytest.mark.parametrize(
    "marked",
    [
        "He passed [Ostrovanka], [Lviv] and [Ternopil].",
        "He passed [Ternopil], [Ostrovanka], [Lviv] and others.",
        "Beyond [Ostrovanka], [Lviv] has many halls.",
        "The [Ostrova River] in [Lviv] rose.",
        "He left [Ostrovanka] after [Lviv] fell.",
    ],
)
def test_items_of_a_list_and_rivers_are_left_open(marked):
    senses = [sense for sense in resolved(marked) if sense.site is None]
    assert [sense.rule for sense in senses] == [NO_SUCH_NAME]


def test_whom_an_airport_is_called_after_is_not_placed_with_it():
    senses = resolved("[Ostrovansk] airport in [Lviv] was shut. [Ostrovansk] had built it.")
    assert senses[0].site is not None
    assert senses[2].site is None


def test_a_village_elsewhere_that_only_bears_the_name_is_not_meant():
    """Novoaleksandrovka lies in another oblast as well."""
    sense = resolved("They took [Novoaleksandrovka] in the [Donetsk Oblast], [Ukraine].")[0]
    assert (sense.site, sense.country) == (None, "UKR")


@pytest.mark.parametrize(
    "marked",
    [
        "Men attacked the town of [Palma] in northern [Mozambique].",
        "Men attacked the [Mozambican] town of [Palma].",
        "Men attacked [Palma], a port in [Mozambique].",
        "Men attacked the town of [Palma] in northern [Mozambique]. Many fled [Palma].",
    ],
)
def test_a_town_of_another_country_that_the_words_name_is_not_its_famous_namesake(marked):
    palma = [sense for sense in resolved(marked) if sense.country == "MOZ"]
    assert len(palma) == marked.count("[Palma]")
    assert all(sense.site is None for sense in palma)


def test_parts_of_a_town_in_a_list_lie_in_it():
    senses = resolved("Fighting went on in [Dhaka]'s [Ostrovanka], [Rampura] and [Jatrabari] areas.")
    assert {(sense.site.country, sense.site.lat) for sense in senses} == {("BGD", senses[0].site.lat)}


def test_a_prison_called_like_a_province_elsewhere_lies_where_the_words_say():
    assert resolved("Inmates died at the [Litoral] penitentiary in [Guayaquil].")[0].site.country == "ECU"


def test_a_village_is_its_own_name_wherever_the_report_speaks_of_it():
    senses = resolved("A landslide hit [Ostrovanka] village in northern [Rajasthan]. [Ostrovanka] is remote.")
    assert senses[2].country == "IND"


def test_a_street_in_the_suburb_of_a_town_lies_in_it():
    senses = resolved("They met on [Ostrova Street] in the suburb of [Santa Catarina], near [Monterrey], [Mexico].")
    assert senses[0].site.country == "MEX"


@pytest.mark.parametrize("name", ["Douglas County Hospital", "Douglas County Detention Center"])
def test_what_is_called_after_a_county_lies_in_it(name: str):
    assert resolved(f"He was taken to the [{name}] in [Minnesota].")[0].site.country == "USA"


def test_what_is_called_after_a_town_of_the_report_lies_there():
    port, town, _ = resolved("Waves hit [Wajima Port]. In [Wajima], in western [Japan], homes burned.")
    assert (port.site.lat, port.site.lon, port.site.geonames_id) == (town.site.lat, town.site.lon, None)


def test_what_is_called_after_a_little_known_town_far_from_what_the_report_tells_of_stays_open():
    assert (
        resolved("[Glenrock Lagoon] near [Newcastle], [Australia]; [Glenrock] and [Sydney] are loved.")[0].site is None
    )


def test_a_namesake_elsewhere_is_not_what_lies_in_a_state_behind_a_comma():
    kullu = resolved("The bus fell into a ravine in [Kullu], in [Himachal Pradesh].")[0]
    assert (kullu.site, kullu.country) == (None, "IND")


def test_a_namesake_elsewhere_is_not_what_lies_in_a_province_that_is_abbreviated():
    sense = resolved("At [Emerson], [Man.], the crossing is shut.")[0]
    assert (sense.site, sense.country) == (None, "CAN")
