# SPDX-License-Identifier: Apache-2.0
"""What is an event of a trigger's sentence and what is not: trees made by hand."""

from __future__ import annotations

import pytest

from readout.reading.clauses.scene import Scene
from readout.reading.events.event import Event
from readout.reading.events.events import find_events
from readout.reading.page.parts import Part
from readout.reading.times.times import Time
from readout.text import Span
from tests.support.readings import named_in, scene_of


def events_of(text: str, table: str, entities: dict, times: list | None = None) -> list[Event]:
    scene = scene_of(text, table, entities)
    known = [named_in(scene, id) for id in entities]
    part = Part("body", Span(0, len(text)))
    return find_events(scene, [part], known, [], [], times or [], [])[0]


def verb_object(subject: str, verb: str, thing: str, upos: str = "NOUN") -> str:
    return f"{subject} PROPN 2 nsubj\n{verb} VERB 0 root\n{thing} {upos} 2 obj\n. PUNCT 2 punct\n"


@pytest.mark.parametrize(
    ("thing", "entity", "types"),
    [
        ("prisoners", {"mentions": ["prisoners"], "type": "group", "anonymous": True}, ["RETREAT"]),
        ("figures", {"mentions": ["figures"], "type": "group", "anonymous": True}, []),
    ],
)
def test_the_object_tells_the_sense(thing: str, entity: dict, types: list[str]):
    found = events_of(
        f"Norway released {thing}.",
        verb_object("Norway", "released", thing),
        {"n1": {"mentions": ["Norway"], "type": "place", "country": "NOR"}, "n2": entity},
    )
    assert [event.type for event in found] == types


@pytest.mark.parametrize(("sector", "type"), [("MIL", "ASSAULT"), (None, "ACCUSE")], ids=["army", "candidate"])
def test_only_those_who_fight_attack_with_more_than_words(sector: str | None, type: str):
    found = events_of(
        "Petrova attacked Dvorak.",
        verb_object("Petrova", "attacked", "Dvorak", "PROPN"),
        {"n1": {"mentions": ["Petrova"], "sector": sector}, "n2": ["Dvorak"]},
    )
    assert [event.type for event in found] == [type]


def test_nobody_attacks_himself():
    text, table = "Petrova shot himself.", verb_object("Petrova", "shot", "himself", "PRON")
    assert events_of(text, table, {"n1": ["Petrova"]}) == []


@pytest.mark.parametrize(
    ("verb", "count"), [("detain", 0), ("detained", 1)], ids=["as a rule, in the present", "once, in the past"]
)
def test_what_is_done_as_a_rule_is_no_event(verb: str, count: int):
    found = events_of(
        f"Guards {verb} Dvorak.",
        verb_object("Guards", verb, "Dvorak", "PROPN"),
        {"n1": {"mentions": ["Guards"], "type": "group", "sector": "MIL", "anonymous": True}, "n2": ["Dvorak"]},
    )
    assert len(found) == count


def test_what_reporters_ask_for_is_no_request():
    table = """
Petrova PROPN 2 nsubj
refused VERB 0 root
to PART 4 mark
give VERB 2 xcomp
interview NOUN 4 obj
. PUNCT 2 punct
"""
    found = events_of("Petrova refused to give interview.", table, {"n1": {"mentions": ["Petrova"], "country": "NOR"}})
    assert found == []


TALKS = """
Petrova PROPN 2 nsubj
held VERB 0 root
talks NOUN 2 obj
with ADP 5 case
Dvorak PROPN 3 nmod
{case} ADP 7 case
May PROPN 2 obl
. PUNCT 2 punct
"""


@pytest.mark.parametrize(("case", "date"), [("in", "2024-05"), ("since", None)])
def test_a_time_that_only_bounds_the_event_is_not_its_date(case: str, date: str | None):
    text = f"Petrova held talks with Dvorak {case} May."
    scene: Scene = scene_of(text, TALKS.format(case=case), {})
    may = Time(scene.encoding.spans[6], (6, 7), "DATE", "2024-05")
    (event,) = events_of(text, TALKS.format(case=case), {"n1": ["Petrova"], "n2": ["Dvorak"]}, [may])
    assert event.date == date


def test_the_press_is_no_party_of_a_contact():
    table = """
Petrova PROPN 2 nsubj
spoke VERB 0 root
with ADP 4 case
reporters NOUN 2 obl
. PUNCT 2 punct
"""
    entities = {
        "n1": {"mentions": ["Petrova"], "country": "NOR", "sector": "GOV"},
        "n2": {"mentions": ["reporters"], "type": "group", "sector": "MED", "anonymous": True},
    }
    assert events_of("Petrova spoke with reporters.", table, entities) == []
