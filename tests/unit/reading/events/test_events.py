# SPDX-License-Identifier: Apache-2.0
"""Events from trees made by hand: who does what to whom, and what is no event."""

from __future__ import annotations

import pytest

from readout.reading.clauses.scene import Scene
from readout.reading.events.events import Event, find_events
from readout.reading.page.parts import Part
from readout.text import Span
from tests.support.readings import named_in, scene_of


def events_of(scene: Scene, entities: list) -> list[Event]:
    part = Part("body", Span(0, len(scene.encoding.text)))
    return find_events(scene, [part], entities, [], [], [], [])[0]


def of(text: str, table: str, entities: dict) -> list[Event]:
    scene = scene_of(text, table, entities)
    known = [named_in(scene, id) for id in entities]
    return events_of(scene, known)


ACTIVE = """
Rebels NOUN 2 nsubj
attacked VERB 0 root
Tarsk PROPN 2 obj
. PUNCT 2 punct
"""
PASSIVE = """
Tarsk PROPN 3 nsubj:pass
was AUX 3 aux:pass
attacked VERB 0 root
by ADP 5 case
rebels NOUN 3 obl
. PUNCT 3 punct
"""
TALKS = """
Petrova PROPN 2 nsubj
held VERB 0 root
talks NOUN 2 obj
with ADP 5 case
Dvorak PROPN 3 nmod
. PUNCT 2 punct
"""
PAIR = """
Petrova PROPN 4 nsubj
and CCONJ 3 cc
Dvorak PROPN 1 conj
met VERB 0 root
. PUNCT 4 punct
"""
CONTROL = """
Petrova PROPN 2 nsubj
urged VERB 0 root
Dvorak PROPN 2 obj
to PART 5 mark
meet VERB 2 xcomp
Okafor PROPN 5 obj
. PUNCT 2 punct
"""


@pytest.mark.parametrize(
    ("text", "table", "actors", "recipients", "type"),
    [
        ("Rebels attacked Tarsk.", ACTIVE, ("n1",), ("n2",), "ASSAULT"),
        ("Petrova held talks with Dvorak.", TALKS, ("n1",), ("n2",), "CONSULT"),
        ("Petrova and Dvorak met.", PAIR, ("n1",), ("n2",), "CONSULT"),
    ],
    ids=["subject and object", "noun with a light verb", "both sides joined"],
)
def test_parties_stand_where_the_trigger_says(text, table, actors, recipients, type):
    first, second = ("Rebels", "Tarsk") if "Tarsk" in text else ("Petrova", "Dvorak")
    (event,) = of(text, table, {"n1": [first], "n2": [second]})
    assert (event.type, event.actors, event.recipients) == (type, actors, recipients)
    assert event.evidences[0].of(text) == text.removesuffix(".")


def test_a_passive_has_its_actor_after_by():
    (event,) = of("Tarsk was attacked by rebels.", PASSIVE, {"n1": ["rebels"], "n2": ["Tarsk"]})
    assert (event.actors, event.recipients) == (("n1",), ("n2",))


def test_who_is_urged_is_the_one_to_do_it():
    found = of("Petrova urged Dvorak to meet Okafor.", CONTROL, {"n1": ["Petrova"], "n2": ["Dvorak"], "n3": ["Okafor"]})
    assert [(e.type, e.actors, e.recipients) for e in found] == [
        ("REQUEST", ("n1",), ("n2",)),
        ("CONSULT", ("n2",), ("n3",)),
    ]


def test_the_later_telling_of_a_named_pair_is_the_same_event():
    text = "Petrova and Dvorak met. The meeting between the ministers lasted."
    table = (
        PAIR
        + """
The DET 2 det
meeting NOUN 6 nsubj
between ADP 5 case
the DET 5 det
ministers NOUN 2 nmod
lasted VERB 0 root
. PUNCT 6 punct
"""
    )
    (event,) = of(
        text,
        table,
        {
            "n1": ["Petrova"],
            "n2": ["Dvorak"],
            "n3": {"mentions": ["the ministers"], "type": "group", "sector": "GOV", "anonymous": True},
        },
    )
    assert [span.of(text) for span in event.triggers] == ["met", "meeting"]


def test_others_of_a_kind_are_not_the_pair_named_before():
    text = "Petrova and Dvorak met. Negotiators met."
    table = PAIR + "\nNegotiators NOUN 2 nsubj\nmet VERB 0 root\n. PUNCT 2 punct\n"
    group = {"mentions": ["Negotiators"], "type": "group", "sector": "GOV", "anonymous": True}
    found = of(text, table, {"n1": ["Petrova"], "n2": ["Dvorak"], "n3": group})
    assert [span.of(text) for event in found[:1] for span in event.triggers] == ["met"]


def test_a_noun_without_parties_is_no_event():
    table = """
The DET 2 det
attack NOUN 3 nsubj
worries VERB 0 root
Petrova PROPN 3 obj
. PUNCT 3 punct
"""
    assert of("The attack worries Petrova.", table, {"n1": ["Petrova"]}) == []


def test_a_country_known_by_its_adjective_alone_becomes_an_entity():
    table = """
Israeli ADJ 2 amod
jets NOUN 3 nsubj
hit VERB 0 root
Tarsk PROPN 3 obj
. PUNCT 3 punct
"""
    scene = scene_of("Israeli jets hit Tarsk.", table, {"n1": ["Tarsk"]})
    known = [named_in(scene, "n1")]
    part = Part("body", Span(0, len(scene.encoding.text)))
    events, implied = find_events(scene, [part], known, [], [], [], [])
    assert [(e.actors, e.recipients) for e in events] == [(("n2",), ("n1",))]
    assert [(i.entity.id, i.entity.name, i.entity.country) for i in implied] == [("n2", "Israel", "ISR")]


def test_a_protest_is_not_against_where_it_is():
    table = """
    At ADP 2 case
    Tarsk PROPN 4 obl
    Petrova PROPN 4 nsubj
    protested VERB 0 root
    taxes NOUN 4 obj
    . PUNCT 4 punct
    """
    (event,) = of("At Tarsk Petrova protested taxes.", table, {"n1": ["Petrova"], "n2": ["Tarsk"]})
    assert (event.type, event.actors, event.recipients) == ("PROTEST", ("n1",), ())


BOYCOTT = """
They PRON 3 nsubj:pass
are AUX 3 aux
boycotting VERB 0 root
elections NOUN 3 obj
. PUNCT 3 punct
"""
FRONTED = """
On ADP 3 case
a DET 3 det
tour NOUN 7 obl
to ADP 5 case
Tarsk PROPN 3 nmod
Petrova PROPN 7 nsubj
voiced VERB 0 root
support NOUN 7 obj
of ADP 10 case
Dvorak PROPN 8 nmod
. PUNCT 7 punct
"""
OWNERS = """
Petrova PROPN 2 nsubj
vetoed VERB 0 root
a DET 5 det
Maltese ADJ 5 amod
resolution NOUN 2 obj
in ADP 8 case
the DET 8 det
Council PROPN 5 nmod
. PUNCT 2 punct
"""
HELPED = """
Petrova PROPN 2 nsubj
gave VERB 0 root
food NOUN 2 obj
to PART 5 mark
help VERB 2 advcl
Dvorak PROPN 5 obj
. PUNCT 2 punct
"""
COUNTED = """
Rebels NOUN 2 nsubj
hacked VERB 0 root
a DET 4 det
number NOUN 2 obj
of ADP 7 case
Maltese ADJ 7 amod
sites NOUN 4 nmod
. PUNCT 2 punct
"""
RECEIVED = """
Petrova PROPN 2 nsubj
received VERB 0 root
threats NOUN 2 obj
from ADP 5 case
Dvorak PROPN 3 nmod
. PUNCT 2 punct
"""
SENT = """
Petrova PROPN 2 nsubj
offered VERB 0 root
to PART 4 mark
send VERB 2 xcomp
observers NOUN 4 obj
. PUNCT 2 punct
"""

THANKED = """
Petrova PROPN 2 nsubj
called VERB 0 root
Dvorak PROPN 2 obj
to PART 5 mark
thank VERB 2 xcomp
him PRON 5 obj
. PUNCT 2 punct
"""
HOSTED = """
Petrova PROPN 2 nsubj
hosted VERB 0 root
talks NOUN 2 obj
of ADP 5 case
ministers NOUN 3 nmod
. PUNCT 2 punct
"""
IMPOSED = """
Petrova PROPN 2 nsubj
lifted VERB 0 root
sanctions NOUN 2 obj
imposed VERB 3 acl
on ADP 6 case
Dvorak PROPN 4 obl:agent
. PUNCT 2 punct
"""
EXPELLED = """
Envoys NOUN 3 nsubj:pass
were AUX 3 aux:pass
expelled VERB 0 root
from ADP 5 case
Malta PROPN 3 obl
. PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("text", "table", "entities", "told"),
    [
        ("They are boycotting elections.", BOYCOTT, {"n1": ["They"]}, ("PROTEST", ("n1",), ())),
        (
            "On a tour to Tarsk Petrova voiced support of Dvorak.",
            FRONTED,
            {"n1": ["Petrova"], "n2": ["Dvorak"], "n3": {"mentions": ["Tarsk"], "type": "place", "country": "MLT"}},
            ("SUPPORT", ("n1",), ("n2",)),
        ),
        (
            "Petrova vetoed a Maltese resolution in the Council.",
            OWNERS,
            {"n1": ["Petrova"], "n2": {"mentions": ["Council"], "type": "organisation"}},
            ("REJECT", ("n1",), ("n3",)),
        ),
        ("Petrova gave food to help Dvorak.", HELPED, {"n1": ["Petrova"], "n2": ["Dvorak"]}, ("AID", ("n1",), ("n2",))),
        (
            "Rebels hacked a number of Maltese sites.",
            COUNTED,
            {"n1": {"mentions": ["Rebels"], "type": "group", "sector": "REB"}},
            ("COERCE", ("n1",), ("n2",)),
        ),
        (
            "Petrova received threats from Dvorak.",
            RECEIVED,
            {"n1": ["Petrova"], "n2": ["Dvorak"]},
            ("THREATEN", ("n2",), ("n1",)),
        ),
        (
            "Petrova offered to send observers.",
            SENT,
            {"n1": ["Petrova"], "n2": {"mentions": ["observers"], "type": "group"}},
            ("AGREE", ("n1",), ()),
        ),
        (
            "Petrova called Dvorak to thank him.",
            THANKED,
            {"n1": ["Petrova"], "n2": ["Dvorak", "him"]},
            ("SUPPORT", ("n1",), ("n2",)),
        ),
        (
            "Petrova lifted sanctions imposed on Dvorak.",
            IMPOSED,
            {"n1": ["Petrova"], "n2": ["Dvorak"]},
            ("CONCEDE", ("n1",), ("n2",)),
        ),
        (
            "Envoys were expelled from Malta.",
            EXPELLED,
            {
                "n1": {"mentions": ["Envoys"], "type": "group"},
                "n2": {"mentions": ["Malta"], "type": "place", "country": "MLT"},
            },
            ("SANCTION", ("n2",), ("n1",)),
        ),
    ],
    ids=[
        "a passive subject of a verb in -ing",
        "what stands in front of the verb",
        "the adjective before the place",
        "whom a gift is to help",
        "what a number counts",
        "who is threatened",
        "what is only sent",
        "who is called to be thanked",
        "whom what was imposed is on",
        "who expels from a country",
    ],
)
def test_each_side_is_who_the_words_make_it(text, table, entities, told):
    found = [(e.type, e.actors, e.recipients) for e in of(text, table, entities) if e.type != "CONSULT"]
    assert found == [told]


BOMB = """
A DET 3 det
car NOUN 3 compound
bomb NOUN 4 nsubj
killed VERB 0 root
Petrova PROPN 4 obj
. PUNCT 4 punct
"""


def test_what_a_weapon_does_is_told_without_its_owner():
    (event,) = of("A car bomb killed Petrova.", BOMB, {"n1": ["Petrova"]})
    assert (event.type, event.mode, event.actors, event.recipients) == ("ASSAULT", "explosives", (), ("n1",))


FELL = """
Petrova PROPN 3 nsubj:pass
was AUX 3 aux:pass
killed VERB 0 root
when SCONJ 7 mark
a DET 6 det
bus NOUN 7 nsubj
overturned VERB 3 advcl
. PUNCT 3 punct
"""
BLAMED = """
Petrova PROPN 3 nsubj:pass
was AUX 3 aux:pass
accused VERB 0 root
of SCONJ 5 mark
torturing VERB 3 advcl
Dvorak PROPN 5 obj
. PUNCT 3 punct
"""
BEING = """
A DET 2 det
debate NOUN 5 nsubj
about ADP 4 case
police NOUN 2 nmod
raged VERB 0 root
being AUX 7 aux:pass
shot VERB 4 acl
. PUNCT 5 punct
"""
HOUSE = """
The DET 2 det
tower NOUN 3 nsubj
killed VERB 0 root
Petrova PROPN 3 obj
. PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("text", "table", "entities"),
    [
        ("Petrova was killed when a bus overturned.", FELL, {"n1": ["Petrova"]}),
        ("Petrova was accused of torturing Dvorak.", BLAMED, {"n1": ["Petrova"], "n2": ["Dvorak"]}),
        (
            "A debate about police raged being shot.",
            BEING,
            {"n1": {"mentions": ["police"], "type": "organisation", "anonymous": True}},
        ),
        (
            "The tower killed Petrova.",
            HOUSE,
            {"n1": ["Petrova"], "n2": {"mentions": ["The tower"], "type": "place", "anonymous": True}},
        ),
    ],
    ids=["a mishap", "only laid to a charge", "anybody at any time", "a building"],
)
def test_what_nobody_is_told_to_have_done_is_no_event(text, table, entities):
    assert of(text, table, entities) == []


FREES = """
Petrova PROPN 2 nsubj
frees VERB 0 root
40 NUM 4 nummod
prisoners NOUN 2 obj
. PUNCT 2 punct
"""


def test_a_number_tells_that_the_present_is_no_habit():
    entities = {"n1": ["Petrova"], "n2": {"mentions": ["40 prisoners"], "type": "group", "anonymous": True}}
    (event,) = of("Petrova frees 40 prisoners.", FREES, entities)
    assert (event.type, event.mode, event.recipients) == ("RETREAT", "release", ("n2",))


def test_a_host_meets_those_whose_talks_they_are():
    entities = {
        "n1": {"mentions": ["Petrova"], "sector": "GOV"},
        "n2": {"mentions": ["ministers"], "type": "group", "sector": "GOV"},
    }
    (event,) = of("Petrova hosted talks of ministers.", HOSTED, entities)
    assert (event.type, event.actors, event.recipients) == ("CONSULT", ("n1",), ("n2",))
