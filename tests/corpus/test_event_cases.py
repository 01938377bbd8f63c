# SPDX-License-Identifier: Apache-2.0
"""The cases of events and contacts themselves: their words stand in their texts, and the sets cover what they say they do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from readout.record import EventStatus, EventType

FOLDER = Path(__file__).parent
EVENTS = ("events.yaml", "events_held.yaml")
CONTACTS = ("contacts.yaml", "contacts_held.yaml", "contact_reports.yaml", "contact_reports_held.yaml")


def load(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return found


def leaves(value: Any) -> list[str]:
    return [leaf for one in value for leaf in leaves(one)] if isinstance(value, list) else [value] if value else []


def words_of(case: dict[str, Any]) -> Iterator[str]:
    for event in case.get("events", ()):
        for name in ("trigger", "actors", "recipients", "without", "according_to"):
            yield from leaves(event.get(name))
    for contact in case.get("contacts", ()):
        for name in ("parties", "place", "tone", "outcome", "topics", "according_to"):
            yield from leaves(contact.get(name))
        yield from leaves(contact.get("previous", {}).get("words"))
        yield from leaves(contact.get("initiated_by", {}).get("according_to"))


@pytest.mark.parametrize("name", [*EVENTS, *CONTACTS])
def test_words_of_every_case_stand_in_its_text(name: str):
    assert not [(case["id"], words) for case in load(name) for words in words_of(case) if words not in case["text"]]


@pytest.mark.parametrize("name", [*EVENTS, *CONTACTS])
def test_every_case_has_its_own_id_and_says_why_it_is_hard(name: str):
    cases = load(name)
    assert len({case["id"] for case in cases}) == len(cases)
    assert all(case["why"] for case in cases)


def test_event_cases_cover_every_type_and_status():
    readings = [
        reading for name in EVENTS for case in load(name) for event in case["events"] for reading in leaves(event["is"])
    ]
    assert {reading.split()[0].split("/")[0] for reading in readings} == set(get_args(EventType))
    assert {reading.split()[1] for reading in readings} == set(get_args(EventStatus))


def test_half_of_the_contact_cases_have_no_contact():
    shares = [bool(case["contacts"]) for name in CONTACTS for case in load(name)]
    assert 0.4 < sum(shares) / len(shares) < 0.6
