# SPDX-License-Identifier: Apache-2.0
"""The tables that queries read: small rows, made from records by `rows`, without a word that the text holds already.

**Numbers that sort.** A row's number says when its report was published: a day that counts backwards, a slot, a number within the slot.
So the newest come first on every walk by number, a day or a year is a range of numbers, and no table needs an index by date.
A *slot* is given to each indexing of a report and never again: what an index of full text still holds of an earlier one leads
nowhere. A report with more rows of one kind than a slot has room for takes several.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from readout.archive.schema import _ID, metadata

__all__ = [
    "KINDS",
    "ROOM",
    "base_of",
    "contacts",
    "days",
    "entries",
    "events",
    "figures",
    "ids_of_days",
    "name_words",
    "names",
    "statements",
]

# 128 rows of a kind: few reports have more, and neighbours in the full-text index stay close, which keeps it small.
_ROOM_BITS = 7
ROOM = 1 << _ROOM_BITS
_SLOT_BITS = 30  # a thousand million readings
_LAST_SLOT = (1 << _SLOT_BITS) - 1
_DAY_BITS = 22  # until after the year 9999
_LAST_DAY = (1 << _DAY_BITS) - 1

# What has rows of its own with words and marks in an index of full text.
KINDS = ("entries", "statements", "events", "figures")


def base_of(day: int, slot: int) -> int:
    """Return the number of the first row of a slot; `day` is 0 where it is not known, which comes last."""
    if slot > _LAST_SLOT:
        raise OverflowError(f"the archive has given out all its {_LAST_SLOT} slots; rebuild its rows")
    return ((_LAST_DAY - day) << (_SLOT_BITS + _ROOM_BITS)) | ((_LAST_SLOT - slot) << _ROOM_BITS)


def ids_of_days(first: int | None, last: int | None) -> tuple[int | None, int | None]:
    """Return the lowest and the highest number of rows published in these days, both included; None where there is no bound."""
    low = None if last is None else (_LAST_DAY - last) << (_SLOT_BITS + _ROOM_BITS)
    high = None if first is None else ((_LAST_DAY - first + 1) << (_SLOT_BITS + _ROOM_BITS)) - 1
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
    Column("slot", _ID, primary_key=True),
    Column("id", BigInteger, nullable=False, unique=True),  # of its own row in the full text, and the first of its slot
    Column("report_id", _ID, ForeignKey("reports.id"), nullable=False, index=True),
    Column("part", SmallInteger, nullable=False),  # 0, and more for a report that takes several slots
    Column("title", Text),
    Column("publisher", _ID, ForeignKey("names.id")),
    Column("published", String(10)),
    Column("again", Boolean, nullable=False),  # a copy of a report that was there before
    Column("statements", Integer, nullable=False),
    Column("events", Integer, nullable=False),
    Column("contacts", Integer, nullable=False),
    Column("figures", Integer, nullable=False),
    sqlite_autoincrement=True,  # a slot is never given twice
    comment="One for each slot of a report: what lists show of it; can be rebuilt",
)

statements = Table(
    "statements",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),
    Column("report_id", _ID, nullable=False),
    Column("number", Integer, nullable=False),  # 3 for s3
    Column("kind", String(8), nullable=False),
    Column("channel", String(24)),
    Column("outlet", _ID),
    Column("anonymous", Boolean, nullable=False),
    Column("speaker", _ID),  # this and the ones below: numbers of names
    Column("role", _ID),
    Column("country", String(8)),
    Column("sector", String(8)),
    Column("addressees", Text),  # JSON: a list of numbers of names
    Column("relays", Text),
    Column("said", String(40)),  # as the record has it
    Column("first", Integer),  # its days, as `number_of_day` gives them
    Column("last", Integer),
    Column("confidence", SmallInteger, nullable=False),  # per cent, rounded down
    Column("spans", Text, nullable=False),  # "300-344,350-360"
    Column("digest", BigInteger, nullable=False),  # CRC-32 of its stems
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
    Column("mode", String(24)),
    Column("status", String(12), nullable=False),
    Column("actors", Text),  # JSON: a list of [number of a name, country, sector]
    Column("recipients", Text),
    Column("date", String(40)),
    Column("first", Integer),
    Column("last", Integer),
    Column("place", _ID),
    Column("place_country", String(8)),
    Column("according_to", Integer),  # the number of the statement
    Column("source", _ID),  # who made it
    Column("confidence", SmallInteger, nullable=False),
    Column("spans", Text, nullable=False),
    Column("digest", BigInteger, nullable=False),
    Column("again", Boolean, nullable=False),
    comment="Can be rebuilt",
)

contacts = Table(
    "contacts",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),  # that of its event
    Column("medium", String(24)),
    Column("parties", Text),  # JSON, as of events
    Column("initiated_by", String(8)),
    Column("tone", Text),
    Column("topics", Text),  # spans
    Column("duration", String(24)),
    comment="What a contact has beyond its event; can be rebuilt",
)

figures = Table(
    "figures",
    metadata,
    Column("id", _ID, primary_key=True, autoincrement=False),
    Column("report_id", _ID, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String(12), nullable=False),
    Column("unit", String(24)),
    Column("low", Float),
    Column("high", Float),
    Column("modifier", Text),
    Column("of", Text),
    Column("according_to", Integer),
    Column("source", _ID),
    Column("spans", Text, nullable=False),
    Column("digest", BigInteger, nullable=False),
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
