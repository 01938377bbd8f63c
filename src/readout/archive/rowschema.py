# SPDX-License-Identifier: Apache-2.0
"""The tables that queries read: small rows, made from records by `rows`, without a word that the text holds already.

**Numbers that sort.** An *entry* is a report as queries see it. Its number says when the report was published: a day that counts
backwards, then how many entries that day had before. Its rows have 128 times that number, and one more each. So the
newest come first on every walk by number, a year is a range of numbers, no table needs an index by date, and full
text comes sorted. A number is never given twice: what an index of full text still holds of rows that have gone leads
nowhere. A report with more rows of one kind than an entry has room for takes several entries.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Integer, SmallInteger, String, Table, Text, UniqueConstraint

from readout.archive.schema import _ID, metadata

__all__ = [
    "KINDS",
    "ROOM",
    "contacts",
    "days",
    "entries",
    "entries_of_days",
    "entry_id",
    "events",
    "figures",
    "ids_of_entry",
    "name_words",
    "names",
    "statements",
    "taken",
]

# 128 rows of a kind: few reports have more, and neighbours in the full-text index stay close, which keeps it small.
_ROOM_BITS = 7
ROOM = 1 << _ROOM_BITS
_OF_DAY_BITS = 21  # two million reports published on one day
_OF_DAY = 1 << _OF_DAY_BITS
_LAST_DAY = 1 << 22  # after the year 9999

# What has rows of its own with words and marks in an index of full text.
KINDS = ("entries", "statements", "events", "figures")


def entry_id(day: int, taken: int) -> int:
    """Return the number of an entry: the one that is taken as the so-manieth of its day, from 0; a later one comes first.

    Args:
        day: As `number_of_day` gives it; 0 where it is not known, which comes last.
        taken: How many entries of that day were given numbers before.

    Raises:
        OverflowError: If no more reports of one day can be told apart.
    """
    if day == 0:
        return (_LAST_DAY << _OF_DAY_BITS) + taken
    if taken >= _OF_DAY:
        raise OverflowError(f"the archive holds {_OF_DAY:,} reports of one day and has no room for more")
    return ((_LAST_DAY - day) << _OF_DAY_BITS) + _OF_DAY - 1 - taken


def ids_of_entry(entry: int) -> tuple[int, int]:
    """Return the lowest and the highest number that rows of an entry can have."""
    return entry << _ROOM_BITS, (entry << _ROOM_BITS) + ROOM - 1


def entries_of_days(first: int | None, last: int | None) -> tuple[int | None, int | None]:
    """Return the lowest and the highest number of entries published in these days, both included; None where there is no bound."""
    low = None if last is None else (_LAST_DAY - last) << _OF_DAY_BITS
    high = None if first is None else ((_LAST_DAY - first + 1) << _OF_DAY_BITS) - 1
    return low, high


names = Table(
    "names",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(12), nullable=False),  # person, organisation, place, group, other; publisher, role
    UniqueConstraint("name", "kind"),
    comment="Every name once; can be rebuilt",
)

name_words = Table(
    "name_words",
    metadata,
    Column("word", String(60), primary_key=True),  # a word's consonants in one spelling
    Column("name_id", _ID, ForeignKey("names.id"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
    comment="By which names are found, in whatever spelling; can be rebuilt",
)

entries = Table(
    "entries",
    metadata,
    Column("slot", _ID, primary_key=True),  # in the order that they were made
    Column("id", _ID, nullable=False, unique=True),
    Column("report_id", _ID, ForeignKey("reports.id"), nullable=False, index=True),
    Column("part", SmallInteger, nullable=False),  # 0, and more for a report that takes several
    Column("title", Text),
    Column("publisher", _ID, ForeignKey("names.id")),
    Column("published", String(10)),
    Column("again", Boolean, nullable=False),  # a copy of a report that was there before
    Column("statements", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("contacts", Integer, nullable=False),
    Column("figures", Integer, nullable=False),
    comment="What lists show of a report, which has one or several; can be rebuilt",
)

statements = Table(
    "statements",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),
    Column("report_id", _ID, nullable=False),
    Column("number", Integer, nullable=False),  # 3 for s3
    Column("kind", String(8), nullable=False),
    Column("channel", Text),
    Column("outlet", _ID),
    Column("anonymous", Boolean, nullable=False),
    Column("speaker", _ID),  # this and the ones below: numbers of names
    Column("role", _ID),
    Column("country", Text),
    Column("sector", Text),
    Column("addressees", Text),  # JSON: a list of numbers of names
    Column("relays", Text),
    Column("said", Text),  # as the record has it
    Column("first", Integer),  # its days, as `number_of_day` gives them
    Column("last", Integer),
    Column("confidence", SmallInteger, nullable=False),  # per cent, rounded down
    Column("spans", Text, nullable=False),  # "300-344,350-360"
    Column("again", Boolean, nullable=False),
    comment="Can be rebuilt",
)

events = Table(
    "events",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),
    Column("report_id", _ID, nullable=False),
    Column("number", Integer, nullable=False),
    Column("type", String(12), nullable=False),
    Column("mode", Text),
    Column("status", String(12), nullable=False),
    Column("actors", Text),  # JSON: a list of [number of a name, country, sector]
    Column("recipients", Text),
    Column("date", Text),
    Column("first", Integer),
    Column("last", Integer),
    Column("place", _ID),
    Column("place_country", Text),
    Column("according_to", Integer),  # the number of the statement
    Column("source", _ID),  # who made it
    Column("confidence", SmallInteger, nullable=False),
    Column("spans", Text, nullable=False),
    Column("again", Boolean, nullable=False),
    comment="Can be rebuilt",
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),  # that of its event
    Column("medium", Text),
    Column("parties", Text),  # JSON, as of events
    Column("initiated_by", Text),
    Column("tone", Text),
    Column("topics", Text),  # spans
    Column("duration", Text),
    comment="What a contact has beyond its event; can be rebuilt",
)

figures = Table(
    "figures",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),
    Column("report_id", _ID, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("unit", Text),
    Column("low", Float),
    Column("high", Float),
    Column("modifier", Text),
    Column("of", Text),
    Column("according_to", Integer),
    Column("source", _ID),
    Column("spans", Text, nullable=False),
    Column("again", Boolean, nullable=False),
    comment="Can be rebuilt",
)

days = Table(
    "days",
    metadata,
    Column("kind", String(10), primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),  # 20220513, or 0
    sqlite_with_rowid=False,
    comment="The first days of times that rows have, for lists sorted by them; can be rebuilt",
)

taken = Table(
    "taken",
    metadata,
    Column("day", Integer, primary_key=True, autoincrement=False),
    Column("entries", Integer, nullable=False),
    comment="How many numbers of entries were given for each day of publication; never less",
)
