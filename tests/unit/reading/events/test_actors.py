# SPDX-License-Identifier: Apache-2.0
"""Country and sector of parties from their own words."""

from __future__ import annotations

import pytest

from readout.reading.events.actors import explain, find_codes
from readout.reading.places.places import Place
from tests.support.readings import named_in, scene_of

COURT = """
A DET 2 det
court NOUN 5 nsubj
in ADP 4 case
Tarsk PROPN 2 nmod
ruled VERB 0 root
. PUNCT 5 punct
"""
TROOPS = """
Norway PROPN 2 nsubj
sent VERB 0 root
its PRON 4 nmod:poss
troops NOUN 2 obj
. PUNCT 2 punct
"""


CHAMBER = """
Tarsk PROPN 2 compound
Chamber PROPN 5 nsubj
of ADP 4 case
Commerce PROPN 2 nmod
closed VERB 0 root
. PUNCT 5 punct
"""


def test_a_chamber_of_commerce_is_no_parliament():
    mentions = {"n1": {"mentions": ["Tarsk Chamber of Commerce"], "type": "organisation"}}
    scene = scene_of("Tarsk Chamber of Commerce closed.", CHAMBER, mentions)
    (code,) = find_codes(scene, [named_in(scene, "n1")], {"n1"}, [])
    assert code.sector == "BUS"


def test_a_named_body_is_coded_whether_it_takes_part_or_not():
    """A body that stands only inside "a spokesperson for …" has a country and a sector of its own."""
    mentions = {"n1": {"mentions": ["Norway Chamber of Commerce"], "type": "organisation"}}
    scene = scene_of("Norway Chamber of Commerce closed.", CHAMBER.replace("Tarsk", "Norway"), mentions)
    (code,) = find_codes(scene, [named_in(scene, "n1")], set(), [])
    assert (code.country, code.sector) == ("NOR", "BUS")


def test_a_body_has_the_country_of_the_place_it_is_said_to_be_in():
    scene = scene_of(
        "A court in Tarsk ruled.", COURT, {"n1": {"mentions": ["A court"], "type": "organisation", "anonymous": True}}
    )
    entity = named_in(scene, "n1")
    tarsk = Place(span=scene.encoding.spans[3], start=3, end=4, name="Tarsk", kind="location", country="NOR")
    (code,) = find_codes(scene, [entity], {"n1"}, [tarsk])
    assert (code.country, code.sector) == ("NOR", "JUD")
    assert [(s.field, s.spans[0].of(scene.encoding.text)) for s in code.because] == [
        ("country", "Tarsk"),
        ("sector", "court"),
    ]


def test_a_diplomat_is_not_of_the_country_of_the_post():
    text = COURT.replace("court", "diplomat").replace("ruled", "left")
    mentions = {"n1": {"mentions": ["A diplomat in Tarsk"], "type": "person", "anonymous": True}}
    scene = scene_of("A diplomat in Tarsk left.", text, mentions)
    tarsk = Place(span=scene.encoding.spans[3], start=3, end=4, name="Tarsk", kind="location", country="NOR")
    codes = find_codes(scene, [named_in(scene, "n1")], {"n1"}, [tarsk])
    assert [code.country for code in codes if code.country is not None] == []


@pytest.mark.parametrize(("parties", "found"), [({"n1", "n2"}, ["NOR"]), (set(), [])], ids=["party", "no party"])
def test_troops_are_their_owners_if_they_take_part(parties: set[str], found: list[str]):
    scene = scene_of(
        "Norway sent its troops.",
        TROOPS,
        {
            "n1": {"mentions": ["Norway", "its"], "type": "place", "country": "NOR", "sector": "GOV"},
            "n2": {"mentions": ["its troops"], "type": "group", "sector": "MIL", "anonymous": True},
        },
    )
    entities = [named_in(scene, "n1"), named_in(scene, "n2")]
    assert [code.country for code in find_codes(scene, entities, parties, [])] == found


def test_a_person_of_whom_nothing_is_said_stays_unknown():
    scene = scene_of("Norway sent its troops.", TROOPS, {"n1": {"mentions": ["Norway"], "type": "person"}})
    entity = named_in(scene, "n1")
    assert find_codes(scene, [entity], {"n1"}, []) == []


def test_an_explanation_names_the_words_and_the_table():
    scene = scene_of(
        "Norway sent its troops.",
        TROOPS,
        {"n2": {"mentions": ["its troops"], "type": "group", "sector": "MIL", "anonymous": True}},
    )
    found = explain(scene, named_in(scene, "n2"), None)
    assert [(s.field, s.rule, s.spans[0].of(scene.encoding.text)) for s in found] == [
        ("sector", "table of nouns: troop", "troops")
    ]
