# SPDX-License-Identifier: Apache-2.0
"""The one list of filters: what each takes, and which list of an archive has it.

Queries (`readout.archive.queries`) have a field for each, in this order, and the commands that ask an archive an option.
Nothing is imported here that the help of a command would have to wait for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["LISTS", "Filter", "Holds", "Kind", "Listing", "lists_with"]

Kind = Literal["reports", "statements", "events", "contacts", "figures"]
"""What an archive lists."""

Holds = Literal["words", "several", "period", "whole", "number", "flag", "either"]
"""What a filter takes: words to look for; one value or several; a period; a number; no value; yes or no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One filter.

    Attributes:
        name: The field of a query; with dashes, the option of a command.
        holds: What it takes.
        about: What it says, as help has it.
        metavar: What stands for its value there.
    """

    name: str
    holds: Holds
    about: str
    metavar: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list of an archive.

    Attributes:
        kind: What it lists.
        command: The command that asks for it.
        about: What that does, as help has it.
        filters: In the order of the fields of its query.
        sorts: What it can be sorted by, the usual first.
    """

    kind: Kind
    command: str
    about: str
    filters: tuple[Filter, ...]
    sorts: tuple[str, ...]

    def has(self, name: str) -> bool:
        """Tell whether the list has a filter."""
        return any(each.name == name for each in self.filters)

    def filter(self, name: str) -> Filter:
        """Return the filter of this name, which the list must have."""
        return next(each for each in self.filters if each.name == name)


def lists_with(name: str) -> tuple[Listing, ...]:
    """Return the lists that have a filter."""
    return tuple(each for each in LISTS if each.has(name))


def _several(name: str, metavar: str, about: str) -> Filter:
    return Filter(name=name, holds="several", metavar=metavar, about=about)


_WORDS = Filter(
    name="words",
    holds="words",
    metavar="WORDS",
    about='Words in any form; "two words" side by side, OR, -not this (behind --).',
)
_BY = _several("by", "NAME", "Who speaks or acts, in any spelling; may be repeated.")
_TO = _several("to", "NAME", "To whom; may be repeated.")
_WHO = _several("who", "NAME", "Who takes part, on either side; of several, all do.")
_COUNTRY = _several("country", "CODE", "Of whom: RUS, Russia, NATO; may be repeated.")
_SECTOR = _several("sector", "CODE", "Of whom: GOV, MIL, MED, …; may be repeated.")
_PLACE = _several("place", "NAME", "Where: a place or a country.")
_STATUS = _several("status", "STATUS", "occurred, planned, denied, …")
_ACCORDING_TO = _several("according_to", "NAME", "On whose word.")
_DATE = Filter(name="date", holds="period", metavar="PERIOD", about="When it happened: 2022-05, 2022-03..2022-05.")
_PUBLISHER = _several("publisher", "NAME", "Who published the report.")
_PUBLISHED = Filter(
    name="published",
    holds="period",
    metavar="PERIOD",
    about="When it was published: 2022, 2022-03..2022-05-13, ..2021.",
)
_APPEARANCES = Filter(
    name="appearances", holds="whole", metavar="N", about="The text stood in so many places at least."
)
_CONFIDENCE = Filter(name="confidence", holds="number", metavar="X", about="The record is at least so sure, 0 to 1.")
_COPIES = Filter(name="copies", holds="flag", about="List what copies of a report tell again, too.")

_OF_REPORT = (_PUBLISHER, _PUBLISHED, _APPEARANCES)

LISTS: tuple[Listing, ...] = (
    Listing(
        kind="reports",
        command="search",
        about="Find reports by their words, by who is in them, and by where and when they stood.",
        filters=(
            _WORDS,
            _several("who", "NAME", "Who speaks, is spoken to, or takes part."),
            _COUNTRY,
            _PUBLISHER,
            _several("language", "CODE", "ISO 639-1: en."),
            _PUBLISHED,
            _APPEARANCES,
            _COPIES,
        ),
        sorts=("published", "added", "appearances"),
    ),
    Listing(
        kind="statements",
        command="statements",
        about="Find statements: who said what to whom, how, when, and by whose relay.",
        filters=(
            _WORDS,
            _BY,
            _TO,
            _several("relayed_by", "NAME", "Who passed it on."),
            _several("about", "NAME", "Who, what or which country is named in it."),
            _several("role", "WORDS", "Words of the speaker's office."),
            _COUNTRY,
            _SECTOR,
            _several("kind", "KIND", "direct, mixed or indirect."),
            _several("channel", "KIND", "tweet, interview, letter, …"),
            Filter(name="unnamed", holds="either", about="Only of unnamed sources, or only of others."),
            Filter(name="said", holds="period", metavar="PERIOD", about="When it was said: 2022-03..2022-05."),
            *_OF_REPORT,
            _CONFIDENCE,
            _COPIES,
        ),
        sorts=("published", "said", "added", "confidence", "appearances"),
    ),
    Listing(
        kind="events",
        command="events",
        about="Find events: who did what to whom, when, where, and on whose word.",
        filters=(
            _WORDS,
            _WHO,
            _BY,
            _TO,
            _COUNTRY,
            _SECTOR,
            _several("type", "TYPE", "PLOVER: CONSULT, AID, ASSAULT, …"),
            _several("mode", "MODE", "PLOVER: visit, arrest, …"),
            _STATUS,
            _PLACE,
            _ACCORDING_TO,
            _DATE,
            *_OF_REPORT,
            _CONFIDENCE,
            _COPIES,
        ),
        sorts=("published", "date", "added", "confidence", "appearances"),
    ),
    Listing(
        kind="contacts",
        command="contacts",
        about="Find contacts: calls, meetings, visits and letters between persons and governments.",
        filters=(
            _WORDS,
            _WHO,
            _COUNTRY,
            _SECTOR,
            _several("medium", "MEDIUM", "phone, meeting, visit, letter, …"),
            _STATUS,
            _PLACE,
            _ACCORDING_TO,
            _DATE,
            *_OF_REPORT,
            _CONFIDENCE,
            _COPIES,
        ),
        sorts=("published", "date", "added", "confidence", "appearances"),
    ),
    Listing(
        kind="figures",
        command="figures",
        about="Find figures: how many, how much, and given by whom.",
        filters=(
            Filter(name="of", holds="words", metavar="OF", about="Words of what is counted."),
            _BY,
            _COUNTRY,
            _SECTOR,
            _several("kind", "KIND", "count, money, percentage, measure, ratio."),
            _several("unit", "UNIT", "person, USD, percent, kilometre, …"),
            Filter(name="at_least", holds="number", metavar="N", about="No less than this."),
            Filter(name="at_most", holds="number", metavar="N", about="No more than this."),
            *_OF_REPORT,
            _COPIES,
        ),
        sorts=("published", "added", "appearances"),
    ),
)
"""All lists, with their filters."""
