# SPDX-License-Identifier: Apache-2.0
import pytest

from readout import read

TEXT = "Officials in Paris, Texas, said on Monday that the French ambassador had left Birmingham for Kyiv. "


@pytest.fixture(scope="module")
def found():
    places = read(TEXT + "Washington said it would help Ukraine.").places
    return [(place.name, place.kind, place.country) for place in places]


@pytest.mark.parametrize(
    "place",
    [
        ("Paris", "location", "USA"),
        ("Texas", "location", "USA"),
        ("France", "demonym", "FRA"),
        ("Birmingham", "location", "GBR"),
        ("Kyiv", "location", "UKR"),
        ("Ukraine", "location", "UKR"),
    ],
    ids=lambda place: place[0],
)
def test_a_name_is_resolved_by_its_container_its_rank_or_its_size(found, place):
    assert place in found


def test_a_capital_that_acts_is_a_metonym(found):
    assert ("Washington", "metonym", "USA") in found
