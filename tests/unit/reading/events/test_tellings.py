# SPDX-License-Identifier: Apache-2.0
"""Which tellings are of one event."""

from __future__ import annotations

import pytest

import readout
from readout.model import Model
from readout.reading.events.event import Event
from readout.reading.events.tellings import merge_tellings
from readout.reading.happenings.parties import Parties
from readout.text import Span
from tests.support.readings import named_in, scene_of

PAIR = """
Norland PROPN 2 nsubj
met VERB 0 root
Estmark PROPN 2 obj
. PUNCT 2 punct
"""


def pact(date: str | None) -> Event:
    return Event(
        type="AGREE", status="occurred", triggers=(Span(8, 11),), evidences=(Span(0, 19),), actors=("n1",),
        recipients=("n2",), date=date, confidence=0.8,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "events"),
    [
        ((None, "2001"), 2), ((None, "2016-01"), 2), ((None, "2023-03-10"), 1), (("2023-03", "2023-03-10"), 1),
        ((None, None), 1),
    ],
    ids=["a pact of years ago", "a month long past", "the day of the news", "a month and its day", "no date"],
)  # fmt: skip
def test_what_has_no_date_is_the_news_and_no_pact_of_the_past(dates: tuple[str | None, str | None], events: int):
    scene = scene_of("Norland met Estmark.", PAIR, {"n1": ["Norland"], "n2": ["Estmark"]})
    parties = Parties(scene, [named_in(scene, "n1"), named_in(scene, "n2")], [])
    assert len(merge_tellings([pact(date) for date in dates], set(), parties)) == events


def support(actors: tuple[str, ...], recipients: tuple[str, ...]) -> Event:
    return Event(
        type="SUPPORT", status="occurred", triggers=(Span(8, 11),), evidences=(Span(0, 19),), actors=actors,
        recipients=recipients, confidence=0.8,
    )  # fmt: skip


def test_who_backs_somebody_is_not_the_one_who_is_backed():
    """Of "Norland approved the bid" and "Estmark praised Norland" each is an act of its own."""
    scene = scene_of("Norland met Estmark.", PAIR, {"n1": ["Norland"], "n2": ["Estmark"]})
    parties = Parties(scene, [named_in(scene, "n1"), named_in(scene, "n2")], [])
    assert len(merge_tellings([support(("n1",), ()), support(("n2",), ("n1",))], set(), parties)) == 2


def test_an_invitation_is_not_what_both_agreed_on():
    """Of "Norland and Estmark agreed" and "Estmark invited Norland" the second is one side's."""
    scene = scene_of("Norland met Estmark.", PAIR, {"n1": ["Norland"], "n2": ["Estmark"]})
    parties = Parties(scene, [named_in(scene, "n1"), named_in(scene, "n2")], [])
    invited = Event(
        type="AGREE", status="occurred", triggers=(Span(8, 11),), evidences=(Span(0, 19),), actors=("n2",),
        recipients=("n1",), confidence=0.8,
    )  # fmt: skip
    assert len(merge_tellings([pact(None), invited], set(), parties, one_sided={1})) == 2
    assert len(merge_tellings([pact(None), invited], set(), parties)) == 1


def read(text: str, model: Model) -> list[tuple[str, list[str], list[str]]]:
    """Read a headline and a paragraph, and return the type and the parties of each event."""
    record = readout.read(text, published="2024-03-15", model=model)
    called = {entity.id: entity.name or entity.aliases[0] for entity in record.entities}
    return [(e.type, [called[id] for id in e.actors], [called[id] for id in e.recipients]) for e in record.events]


HEADLINES = {
    "a third that signed": (
        "Poland and Lithuania sign border pact\n\nPoland, Lithuania and Latvia signed a border pact in Riga on Monday.",
        ("SUPPORT", ["Poland"], ["Lithuania", "Latvia"]),
    ),
    "a second that condemned": (
        "Ghana condemns strikes on Tarsk\n\nGhana and Togo on Friday condemned the air strikes on Tarsk.",
        ("ACCUSE", ["Ghana", "Togo"], []),
    ),
    "where it was is no victim": (
        "Gunmen attack bus in Kenya\n\nGunmen attacked a bus in northern Kenya on Monday, killing two people, police said.",
        ("ASSAULT", ["Gunmen"], ["two people"]),
    ),
    "called by one noun": (
        "Rebels seize town in eastern Congo\n\nM23 rebels captured the town of Kitshanga in eastern Congo on Thursday.",
        ("ASSAULT", ["M23"], ["Kitshanga"]),
    ),
}


@pytest.mark.parametrize("case", list(HEADLINES))
def test_what_a_headline_tells_is_told_once_and_in_full(case: str, model: Model):
    text, wanted = HEADLINES[case]
    found = [event for event in read(text, model) if event[0] == wanted[0]]
    assert len(found) == 1
    assert found[0][1] == wanted[1]
    assert set(wanted[2]) <= set(found[0][2])


def test_what_others_do_is_no_telling_of_the_headlines_event(model: Model):
    """Rebels of another country took another town: both are told."""
    text = "Rebels seize town in eastern Congo\n\nMalian soldiers captured the town of Kidal in Mali on Thursday."
    assert len([event for event in read(text, model) if event[0] == "ASSAULT"]) == 2
