# SPDX-License-Identifier: Apache-2.0
"""Contacts from events and trees made by hand: who, by which medium, on whose initiative, and what is none."""

from __future__ import annotations

import pytest

from readout.reading.clauses.scene import Scene
from readout.reading.contacts.contact import Contact
from readout.reading.contacts.contacts import find_contacts
from readout.reading.contacts.succession import in_succession
from readout.reading.events.event import Event
from readout.reading.events.events import find_events
from readout.reading.page.parts import Part
from readout.reading.places.places import Place
from readout.reading.times.times import Time
from readout.text import Span
from tests.support.readings import place_of, scene_of

MET = """
Okafor PROPN 2 nsubj
met VERB 0 root
Dvorak PROPN 2 obj
. PUNCT 2 punct
"""
BOTH = {
    "n1": {"mentions": ["Okafor"], "country": "NGA", "sector": "GOV"},
    "n2": {"mentions": ["Dvorak"], "country": "CZE", "sector": "GOV"},
}
PHONED = """
Okafor PROPN 2 nsubj
phoned VERB 0 root
Dvorak PROPN 2 obj
. PUNCT 2 punct
"""


def read(
    text: str, table: str, entities: dict, *, events: list[Event] | None = None, times=(), places=()
) -> list[Contact]:
    """Find contacts of events that are given, or else of those that the events layer finds."""
    scene = scene_of(text, table, entities)
    known = [entity for id in entities if (entity := scene.directory.entity(id)) is not None]
    parts = [Part("body", Span(0, len(text)))]
    made = [time_in(scene, *time) for time in times]
    found = find_events(scene, parts, known, [], [], made, [])[0] if events is None else events
    return find_contacts(scene, parts, known, found, [], made, list(places))


def time_in(scene: Scene, words: str, type: str, value: str) -> Time:
    place = place_of(scene.encoding, words)
    return Time(scene.span(place), place, type, value)  # type: ignore[arg-type]


def event(text: str, trigger: str, *, status: str = "occurred", type: str = "CONSULT") -> Event:
    start = text.index(trigger)
    span = Span(start, start + len(trigger))
    return Event(
        type=type,  # type: ignore[arg-type]
        status=status,  # type: ignore[arg-type]
        triggers=(span,),
        evidences=(Span(0, len(text)),),
        actors=("n1",),
        recipients=("n2",),
        confidence=0.8,
    )


def test_a_meeting_is_a_contact_of_both_parties_and_their_countries():
    (contact,) = read("Okafor met Dvorak.", MET, BOTH)
    assert (contact.parties, contact.countries) == (("n1", "n2"), ("NGA", "CZE"))
    assert (contact.medium, contact.status, contact.event) == ("meeting", "occurred", 0)


@pytest.mark.parametrize("status", ["planned", "requested", "conditional", "hypothetical", "attempted", "denied"])
def test_what_did_not_take_place_is_no_contact(status: str):
    text = "Okafor met Dvorak."
    assert read(text, MET, BOTH, events=[event(text, "met", status=status)]) == []


def test_an_event_that_is_no_dealing_is_no_contact():
    text = "Okafor met Dvorak."
    assert read(text, MET, BOTH, events=[event(text, "met", type="ASSAULT")]) == []


def test_a_meeting_with_the_press_is_no_contact():
    press = {**BOTH, "n2": {"mentions": ["Dvorak"], "type": "organisation", "sector": "MED"}}
    assert read("Okafor met Dvorak.", MET, press) == []


def test_people_without_an_office_are_no_party():
    miners = {**BOTH, "n2": {"mentions": ["Dvorak"], "type": "group", "anonymous": True, "sector": "LAB"}}
    assert read("Okafor met Dvorak.", MET, miners) == []


def test_who_phones_has_sought_the_call():
    text = "Okafor phoned Dvorak."
    (contact,) = read(text, PHONED, BOTH)
    assert contact.medium == "phone"
    assert contact.initiative is not None
    assert (contact.initiative.country, contact.initiative.according_to) == ("NGA", None)
    assert [span.of(text) for span in contact.initiative.spans] == ["phoned"]


GAME = """
Okafor PROPN 2 nsubj
met VERB 0 root
Dvorak PROPN 2 obj
in ADP 6 case
the DET 6 det
semifinal NOUN 2 obl
. PUNCT 2 punct
"""


def test_a_game_is_no_contact():
    assert read("Okafor met Dvorak in the semifinal.", GAME, BOTH) == []


RETOLD = """
Okafor PROPN 2 nsubj
met VERB 0 root
Dvorak PROPN 2 obj
. PUNCT 2 punct

An DET 2 det
aide NOUN 3 nsubj
called VERB 0 root
the DET 6 det
frank ADJ 6 amod
talks NOUN 3 obj
useful ADJ 3 xcomp
. PUNCT 3 punct
"""


def test_the_nouns_that_speak_of_it_again_tell_its_tone():
    text = "Okafor met Dvorak. An aide called the frank talks useful."
    (contact,) = read(text, RETOLD, BOTH)
    assert contact.tone == "frank"
    assert [span.of(text) for span in contact.tone_words] == ["frank"]


FIRST = """
Okafor PROPN 2 nsubj
phoned VERB 0 root
Dvorak PROPN 2 obj
for ADP 7 case
the DET 7 det
first ADJ 7 amod
time NOUN 2 obl
since ADP 9 case
2019 NUM 2 obl
. PUNCT 2 punct
"""


def test_the_first_since_then_tells_of_the_one_before_and_not_of_this_ones_day():
    text = "Okafor phoned Dvorak for the first time since 2019."
    (contact,) = read(text, FIRST, BOTH, times=[("2019", "DATE", "2019")])
    assert contact.previous is not None
    assert (contact.previous.date, contact.previous.span.of(text)) == ("2019", "for the first time since 2019")
    assert contact.date is None


LASTED = """
Okafor PROPN 2 nsubj
phoned VERB 0 root
Dvorak PROPN 2 obj
. PUNCT 2 punct

The DET 2 det
call NOUN 3 nsubj
lasted VERB 0 root
an DET 5 det
hour NOUN 3 obj
. PUNCT 3 punct
"""


def test_the_length_of_the_call_is_the_contacts():
    text = "Okafor phoned Dvorak. The call lasted an hour."
    (contact,) = read(text, LASTED, BOTH, times=[("an hour", "DURATION", "PT1H")])
    assert contact.duration == "PT1H"


REQUESTED = """
Okafor PROPN 2 nsubj
met VERB 0 root
Dvorak PROPN 2 obj
at ADP 6 case
the DET 6 det
request NOUN 2 obl
of ADP 8 case
Prague PROPN 6 nmod
. PUNCT 2 punct
"""


def test_a_request_tells_who_sought_it():
    text = "Okafor met Dvorak at the request of Prague."
    entities = {**BOTH, "n3": {"mentions": ["Prague"], "type": "place", "country": "CZE"}}
    (contact,) = read(text, REQUESTED, entities)
    assert contact.initiative is not None
    assert contact.initiative.country == "CZE"
    assert [span.of(text) for span in contact.initiative.spans] == ["at the request of Prague"]


IN_A_CALL = """
In ADP 3 case
a DET 3 det
call NOUN 6 obl
, PUNCT 3 punct
Okafor PROPN 6 nsubj
warned VERB 0 root
Dvorak PROPN 6 obj
. PUNCT 6 punct
"""


def test_what_is_said_in_a_call_is_a_contact():
    contacts = read("In a call, Okafor warned Dvorak.", IN_A_CALL, BOTH)
    assert [(c.parties, c.medium) for c in contacts] == [(("n1", "n2"), "phone")]


PLURAL = """
The DET 5 det
Czech ADJ 5 amod
and CCONJ 4 cc
Nigerian ADJ 2 conj
presidents NOUN 6 nsubj
met VERB 0 root
. PUNCT 6 punct
"""


def test_a_plural_subject_is_both_sides():
    text = "The Czech and Nigerian presidents met."
    pair = {
        "n1": {"mentions": ["The Czech and Nigerian presidents"], "type": "group", "sector": "GOV", "anonymous": True}
    }
    assert [contact.parties for contact in read(text, PLURAL, pair)] == [("n1",)]


TWICE = MET + "\n" + PHONED


def test_two_media_are_two_contacts():
    text = "Okafor met Dvorak. Okafor phoned Dvorak."
    both = {
        "n1": {"mentions": ["Okafor", "^Okafor"], "country": "NGA", "sector": "GOV"},
        "n2": {"mentions": ["Dvorak", "^Dvorak"], "country": "CZE", "sector": "GOV"},
    }
    assert [contact.medium for contact in read(text, TWICE, both)] == ["meeting", "phone"]


def contact(date: str | None, *parties: str, event: int = 0) -> Contact:
    return Contact(
        event=event,
        parties=parties,
        countries=(),
        medium="meeting",
        date=date,
        duration=None,
        place=None,
        initiative=None,
        previous=None,
        tone=None,
        tone_words=(),
        topics=(),
        outcome=(),
        status="occurred",
    )


@pytest.mark.parametrize(
    ("date", "before"),
    [
        pytest.param("2024-03-14", "2024-03-01", id="the latest of those before"),
        pytest.param("2024-03", "2024-02", id="a month, which may hold those of it"),
        pytest.param(None, None, id="no day"),
        pytest.param("2024-01-05", None, id="all others are later"),
    ],
)
def test_the_contact_before_is_the_latest_whose_days_are_over(date: str | None, before: str | None):
    text = "Okafor met Dvorak."
    told = [event(text, "met")]
    others = [contact("2024-03-01", "n2", "n1"), contact("2024-02", "n1", "n2"), contact("2024-03-12", "n1", "n3")]
    found = in_succession([contact(date, "n1", "n2"), *others], told)[0].previous
    assert (None if found is None else found.date) == before


def test_request_whose_preposition_hangs_elsewhere_is_read():
    """The tree may hang "at" on the verb: who asked for the meeting is still said, and the report is read."""
    table = """
    Okafor PROPN 2 nsubj
    met VERB 0 root
    Dvorak PROPN 2 obj
    at ADP 2 compound:prt
    Prague PROPN 7 nmod:poss
    's PART 5 case
    request NOUN 2 obl
    . PUNCT 2 punct
    """
    entities = {**BOTH, "n2": {"mentions": ["Dvorak", "Prague"], "country": "CZE", "sector": "GOV"}}
    (contact,) = read("Okafor met Dvorak at Prague's request.", table, entities)
    assert contact.initiative is not None


def test_letter_from_two_is_theirs():
    """The second of two has no preposition of its own, and was asked for it."""
    table = """
    Okafor PROPN 2 nsubj
    gave VERB 0 root
    Dvorak PROPN 2 iobj
    a DET 5 det
    letter NOUN 2 obj
    from ADP 7 case
    Lind PROPN 2 obl
    and CCONJ 9 cc
    Berg PROPN 7 conj
    . PUNCT 2 punct
    """
    writers = {
        "n3": {"mentions": ["Lind"], "country": "NOR", "sector": "GOV"},
        "n4": {"mentions": ["Berg"], "country": "DNK", "sector": "GOV"},
    }
    found = read("Okafor gave Dvorak a letter from Lind and Berg.", table, BOTH | writers)
    assert [(set(c.parties) >= {"n2", "n3"}, c.medium) for c in found] == [(True, "letter")]


def test_envoy_whose_name_ends_as_if_he_were_several_stands_for_no_land_that_he_is_sent_to():
    """Only several persons stand for the several lands within their words."""
    table = """
    Hans PROPN 7 nsubj
    , PUNCT 4 punct
    the DET 4 det
    envoy NOUN 1 appos
    for ADP 6 case
    Yemen PROPN 4 nmod
    phoned VERB 0 root
    Dvorak PROPN 7 obj
    . PUNCT 9 punct
    """
    entities = {**BOTH, "n1": {"mentions": ["Hans, the envoy for Yemen"], "country": "UN", "sector": "IGO"}}
    yemen = Place(span=Span(20, 25), start=5, end=6, name="Yemen", kind="location", country="YEM")
    (contact,) = read("Hans, the envoy for Yemen phoned Dvorak.", table, entities, places=[yemen])
    assert contact.countries == ("CZE",)
