# SPDX-License-Identifier: Apache-2.0
"""Events and contacts as a reader at a terminal sees them."""

from __future__ import annotations

import dataclasses
import io

import pytest
from rich.console import Console

from readout.cli.events import contact_lines, event_lines
from readout.cli.page import page_of
from readout.cli.terminal import draw
from readout.record import Contact, Entity, Event, Initiative, PreviousContact, Record, ReportInfo, Statement
from readout.text import Span

TEXT = "Petrova will meet Dvorak in Tarsk, the ministry said."
EVENT = Event(
    id="v1", type="CONSULT", status="planned", actors=("n1",), recipients=("n2",), place="Tarsk",
    evidence=(Span(0, 33),), trigger=(Span(13, 17),), according_to="s1", confidence=0.8,
)  # fmt: skip
RECORD = Record(
    report=ReportInfo(id="x", text=TEXT),
    entities=(
        Entity(id="n1", type="person", name="Petrova", country="NOR"),
        Entity(id="n2", type="person", name="Dvorak"),
    ),
    statements=(Statement(id="s1", kind="indirect", content=(Span(0, 33),), confidence=0.9),),
    events=(EVENT,),
)


def test_an_event_tells_who_to_whom_and_first_what_keeps_it_from_being_a_deed():
    assert event_lines(RECORD) == [
        (
            "v1 CONSULT Petrova (NOR) → Dvorak",
            "planned · in Tarsk · nobody named (s1) · “Petrova will meet Dvorak in Tarsk”",
        )
    ]


def test_what_is_told_of_an_event_stands_below_it_however_long_its_parties_are():
    file = io.StringIO()
    draw(RECORD, Console(file=file, width=60, highlight=False, markup=False, emoji=False))
    lines = file.getvalue().splitlines()
    at = lines.index("v1 CONSULT Petrova (NOR) → Dvorak")
    assert lines[at + 1 : at + 3] == [
        "   planned · in Tarsk · nobody named (s1) · “Petrova will",
        "   meet Dvorak in Tarsk”",
    ]


def test_an_event_that_nobody_is_said_to_have_done_says_so():
    event = dataclasses.replace(
        EVENT, type="ASSAULT", mode="firearms", status="occurred", actors=(), recipients=("n2",)
    )
    ((head, told),) = event_lines(dataclasses.replace(RECORD, events=(event,)))
    assert head == "v1 ASSAULT (firearms) nobody named → Dvorak"
    assert told.startswith("in Tarsk")


def test_more_evidences_are_counted():
    event = dataclasses.replace(EVENT, evidence=(Span(0, 17), Span(18, 24)), according_to=None)
    ((_, told),) = event_lines(dataclasses.replace(RECORD, events=(event,)))
    assert told == "planned · in Tarsk · “Petrova will meet” and 1 more"


def test_a_contact_tells_who_sought_it_and_of_the_one_before():
    contact = Contact(
        event="v1", parties=("n1", "n2"), medium="phone", date="2022-05-13", status="denied", tone="frosty",
        initiated_by=Initiative("NOR", "s1"), previous=PreviousContact("2022-02-18"),
    )  # fmt: skip
    assert contact_lines(dataclasses.replace(RECORD, contacts=(contact,))) == [
        (
            "phone: Petrova (NOR) – Dvorak",
            "denied · 2022-05-13 · sought by NOR · nobody named (s1) · the one before: 2022-02-18 · tone: frosty · v1",
        )
    ]


@pytest.mark.parametrize("words", ["<h2>Events</h2>", "v1 CONSULT Petrova (NOR) → Dvorak"])
def test_the_page_lists_the_events(words: str):
    assert words in page_of(RECORD)
