# SPDX-License-Identifier: Apache-2.0
"""Which of a report's contacts came before another of the same parties: "they spoke on Monday … they had met in October".

Only what the days themselves tell is used: a contact without a day, or within the other's week or month, is before none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.reading.contacts.contact import Before, Contact
from readout.reading.events.event import Event
from readout.reading.times.almanac import interval_of

__all__ = ["in_succession"]


def in_succession(contacts: Sequence[Contact], events: Sequence[Event]) -> list[Contact]:
    """Give each contact that is told without one the contact before it, the latest that the report tells.

    Args:
        contacts: A report's contacts.
        events: Its events, whose evidence tells of the one before.
    """
    return [replace(c, previous=_before(c, contacts, events)) if c.previous is None else c for c in contacts]


def _before(contact: Contact, contacts: Sequence[Contact], events: Sequence[Event]) -> Before | None:
    days = _days(contact)
    earlier = [
        (ended[1], index)
        for index, other in enumerate(contacts)
        if days is not None and (ended := _days(other)) is not None and ended[1] < days[0] and _is_same(contact, other)
    ]
    if not earlier:
        return None
    other = contacts[max(earlier)[1]]
    return Before(other.date, events[other.event].evidences[0], "told in the same report")


def _days(contact: Contact) -> tuple[str, str] | None:
    return None if contact.date is None else interval_of(contact.date)


def _is_same(one: Contact, other: Contact) -> bool:
    """Tell whether two contacts are between the same parties, or the same two countries or more."""
    if set(one.parties) == set(other.parties):
        return True
    return len(set(one.countries)) > 1 and set(one.countries) == set(other.countries)
