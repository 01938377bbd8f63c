# SPDX-License-Identifier: Apache-2.0
"""Names that the gazetteer lacks, placed at the one town that a report is about: no model is needed."""

import pytest

from tests.unit.reading.places.test_toponyms import resolved

IN_GORI = "Shells hit [Gori] at dawn, police in [Gori] said. {} The road to [Georgia]'s capital was shut."


def at_town(sense):
    return sense.site and sense.rule.removeprefix("the point is that of ").partition(",")[0]


@pytest.mark.parametrize(
    "marked",
    [
        "Police in [Winnipeg] shut [Ostrova Avenue] on Friday.",
        "Flames rose over [Ostrova Street] North. Crews came from all over [Winnipeg].",
        "A man was held in [Winnipeg] after a fire at the [Ostrova Arena].",
        "The strike began in [Winnipeg], far from [Ottawa], and reached [Ostrova Hospital], the mayor of [Winnipeg] said.",
    ],
)
def test_streets_and_halls_lie_in_the_one_town_of_the_report(marked):
    street = next(sense for sense in resolved(marked) if sense.site and sense.site.name.startswith("Ostrova"))
    assert at_town(street) == "Winnipeg"
    assert (street.site.geonames_id, street.site.country) == (None, "CAN")


@pytest.mark.parametrize(
    "sentence",
    ["Two people died in [Ostrovani].", "They fled from the village of [Ostrovani].", "Smoke rose near [Ostrovani]."],
)
def test_hamlets_have_the_point_of_a_town_that_is_named_more_than_once(sentence):
    assert at_town(resolved(IN_GORI.format(sentence))[2]) == "Gori"


@pytest.mark.parametrize(
    "sentence",
    [
        "[Ostrova University] sent a team.",
        "Boats sank on the [Ostrova River].",
        "He came from the island of [Ostrovani].",
        "[Ostrovani] denied it.",
        "The [EU] sent a team to help.",
        "Envoys met at the [Ostrovan Embassy].",
    ],
)
def test_what_may_lie_anywhere_is_left_open(sentence):
    assert resolved(IN_GORI.format(sentence))[2].site is None


@pytest.mark.parametrize(
    "marked",
    [
        "Police in [Winnipeg], [Toronto] and [Halifax] spoke of [Ostrova Street].",
        "The [France], [Germany] and [Italy] envoys met in [Winnipeg], in [Ostrova Hall].",
        "Police in [Winnipeg] asked for help in [Ostrovani].",
    ],
    ids=["several towns", "the world", "a hamlet, the town once"],
)
def test_a_report_of_several_towns_or_of_the_world_tells_nothing(marked):
    assert [sense.site for sense in resolved(marked)].count(None) == 1


def test_a_square_is_no_hamlet_of_its_name_far_away():
    senses = resolved("[New Orleans] is quiet. Bands in [New Orleans] played on [Washington Square].")
    assert at_town(senses[2]) == "New Orleans"


def test_a_quarter_that_has_only_a_namesake_abroad_has_the_point_of_the_town():
    text = "[Cape Town], in [Western Cape], and [Khayelitsha] had rain. She lives in [Delft], near [Khayelitsha] and [Cape Town]."
    assert at_town(resolved(text)[3]) == "Cape Town"
