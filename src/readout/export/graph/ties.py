# SPDX-License-Identifier: Apache-2.0
"""The ties that one record tells of, between those whom it names."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from readout.archive.filters import Kind
from readout.record import Entity, Record, Statement

__all__ = ["Days", "Node", "Tie", "days_of", "node_of", "ties_of"]

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_YEARS = re.compile(r"(\d{4})(?:/(\d{4}))?")


@dataclass(frozen=True, slots=True)
class Node:
    """By what a node is known: its name (empty for unnamed ones), its country, and the sector of unnamed ones."""

    name: str
    country: str
    sector: str = ""

    @property
    def label(self) -> str:
        """Return what to write beside it."""
        return self.name or " ".join(["unnamed,", self.country, self.sector]).rstrip()


@dataclass(frozen=True, slots=True)
class Days:
    """A first and a last day, ISO 8601."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Tie:
    """One tie between two nodes."""

    source: Node
    target: Node
    relation: str
    type: str
    status: str
    days: Days | None


def node_of(entity: Entity) -> Node | None:
    """Return the node that an entity belongs to; None for one that is known neither by name nor by country."""
    if entity.name is not None and not entity.anonymous:
        return Node(entity.name, entity.country or "")
    return None if entity.country is None else Node("", entity.country, entity.sector or "")


def ties_of(record: Record, *, only: Kind | None = None) -> Iterator[Tie]:
    """Yield the ties of a record, or those of one kind of thing in it; none leads from a node to itself."""
    nodes = {entity.id: node_of(entity) for entity in record.entities}
    published = record.report.published
    told = None if published is None else days_of(published.value)
    for source, target, relation, type, status, value in _found(record, only):
        first, second = nodes[source], nodes[target]
        if first is None or second is None or first == second:
            continue
        if relation == "contact" and (second.name, second.country) < (first.name, first.country):
            first, second = second, first
        yield Tie(first, second, relation, type, status, days_of(value) or told)


def days_of(value: str | None) -> Days | None:
    """Return the days that a TIMEX3 value of a day, week, month, year or two years stands for; None for any other."""
    try:
        return None if value is None else _days(value)
    except ValueError:  # a day that no calendar has
        return None


def _days(value: str) -> Days | None:
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return Days(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
    if found := _MONTH.fullmatch(value):
        _, length = calendar.monthrange(int(found[1]), int(found[2]))
        return Days(f"{value}-01", f"{value}-{length}")
    if found := _YEARS.fullmatch(value):
        return Days(f"{found[1]}-01-01", f"{found[2] or found[1]}-12-31")
    if re.match(r"\d{4}-\d{2}-\d{2}(?:T|$)", value):
        day = date.fromisoformat(value[:10]).isoformat()
        return Days(day, day)
    return None


def _found(record: Record, only: Kind | None) -> Iterator[tuple[str, str, str, str, str, str | None]]:
    """Yield source, target, relation, type, status and TIMEX3 value, with the ids of entities."""
    for statement in record.statements if only in (None, "statements") else ():
        yield from _said(record, statement)
    for event in record.events if only in (None, "events") else ():
        for actor in event.actors:
            for recipient in event.recipients:
                yield actor, recipient, "event", event.type, event.status, event.date
    for contact in record.contacts if only in (None, "contacts") else ():
        for one, other in combinations(contact.parties, 2):
            yield one, other, "contact", contact.medium or "", contact.status, contact.date


def _said(record: Record, statement: Statement) -> Iterator[tuple[str, str, str, str, str, str | None]]:
    speaker = statement.speaker
    if speaker is None:
        return
    channel = statement.channel.kind if statement.channel else ""
    for addressee in statement.addressees:
        yield speaker, addressee, "told", channel, "", statement.said
    for relay in statement.relayed_by:
        yield relay, speaker, "relayed", "", "", statement.said
    for entity in record.entities:
        if any(content.contains(mention.span) for mention in entity.mentions for content in statement.content):
            yield speaker, entity.id, "spoke_of", statement.kind, "", statement.said
