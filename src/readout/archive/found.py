# SPDX-License-Identifier: Apache-2.0
"""What a query gives: one frozen object for each thing that was found, with its words and where they stood."""

from __future__ import annotations

from dataclasses import dataclass, fields

__all__ = [
    "Found",
    "FoundContact",
    "FoundEvent",
    "FoundFigure",
    "FoundReport",
    "FoundStatement",
    "Party",
    "Source",
    "columns_of",
    "flat",
]

Plain = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part: name, country and sector, as the report has them."""

    name: str
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The report that something stands in.

    Attributes:
        report: Its id, the first 16 digits of its hash.
        title: As it was given, or its headline.
        publisher: Who published it where it was read with its title and day.
        published: When, ISO 8601, as exact as it is known.
        address: Where it stood first.
        reports: How many reports share its text.
        appearances: In how many places these stood.
        publishers: All who published the report itself.
        replaced_by: Id of the report that stood last where this one stood first, if others took its place everywhere.
    """

    report: str
    title: str | None
    publisher: str | None
    published: str | None
    address: str | None
    reports: int
    appearances: int
    publishers: tuple[str, ...] = ()
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReport:
    """A report: its id, its beginning or the words that were looked for, and how much it states."""

    id: str
    words: str
    statements: int
    events: int
    contacts: int
    figures: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """A statement; fields are those of `readout.record.Statement`, with names in place of ids.

    Attributes:
        id: Id of the report, and its own there: "3f2a9c01b7d4e8aa/s3".
        words: The words of the statement.
        speaker: What to call who makes it; None where that is not known.
        role: The speaker's office.
        country: The speaker's country.
        sector: The speaker's sector.
        unnamed: Whether the report keeps the name back.
        kind: direct, mixed or indirect.
        channel: How it was said.
        outlet: By whose channel.
        addressees: To whom.
        relayed_by: By whom it was passed on.
        said: When.
        confidence: How sure the record is, 0 to 1, in hundredths.
        again: Whether an earlier report of the same text has it already.
        source: The report.
    """

    id: str
    words: str
    speaker: str | None
    role: str | None
    country: str | None
    sector: str | None
    unnamed: bool
    kind: str
    channel: str | None
    outlet: str | None
    addressees: tuple[str, ...]
    relayed_by: tuple[str, ...]
    said: str | None
    confidence: float
    again: bool
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event; fields are those of `readout.record.Event`, with parties in place of ids.

    Attributes:
        id: Id of the report, and its own there: "3f2a9c01b7d4e8aa/v2".
        words: The words that tell of it, for each time that the report does.
        according_to: The id of the statement on whose word it stands, and `speaker` who makes that.
    """

    id: str
    words: str
    type: str
    mode: str | None
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: str | None
    place: str | None
    place_country: str | None
    according_to: str | None
    speaker: str | None
    confidence: float
    again: bool
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundContact:
    """A contact; its id is that of its event."""

    id: str
    words: str
    medium: str | None
    status: str
    parties: tuple[Party, ...]
    date: str | None
    duration: str | None
    place: str | None
    place_country: str | None
    initiated_by: str | None
    tone: str | None
    topics: str | None
    according_to: str | None
    speaker: str | None
    confidence: float
    again: bool
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A figure; "f3" is the third of its report."""

    id: str
    words: str
    kind: str
    low: float | None
    high: float | None
    unit: str | None
    modifier: str | None
    of: str | None
    according_to: str | None
    speaker: str | None
    again: bool
    source: Source


Found = FoundReport | FoundStatement | FoundEvent | FoundContact | FoundFigure

_PARTIES = "tuple[Party, ...]"  # as the fields above are declared

_NUMBERS: dict[str, type] = {
    "statements": int, "events": int, "contacts": int, "figures": int, "reports": int, "appearances": int, "confidence": float,
    "low": float, "high": float, "unnamed": bool, "again": bool,
}  # fmt: skip


def columns_of(kind: type[Found]) -> dict[str, type]:
    """Return the columns of a table of such things, with the type of their values: str, int, float or bool."""
    names: list[str] = []
    for field in fields(kind):
        if field.name != "source":
            names += [field.name, _countries_of(field.name)] if field.type == _PARTIES else [field.name]
    names += [field.name for field in fields(Source)]
    return {name: _NUMBERS.get(name, str) for name in names}


def _countries_of(parties: str) -> str:
    """Return the column for the countries of those in another column."""
    return f"{parties}_countries"


def flat(found: Found) -> dict[str, Plain]:
    """Return a thing as one row of a table: names joined by "; ", and so their countries; its report's fields beside its own."""
    row: dict[str, Plain] = {}
    for field in fields(found):
        value = getattr(found, field.name)
        if field.name != "source":
            row[field.name] = _plain(value)
        if field.type == _PARTIES:
            # As many as there are names, so that a place left empty is that of a name without a country.
            countries = [party.country or "" for party in value]
            row[_countries_of(field.name)] = "; ".join(countries) if any(countries) else None
    for field in fields(Source):
        row[field.name] = _plain(getattr(found.source, field.name))
    return row


def _plain(value: object) -> Plain:
    if isinstance(value, tuple):
        return "; ".join(one.name if isinstance(one, Party) else str(one) for one in value) or None
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"a {type(value).__name__} is no value of a table")
