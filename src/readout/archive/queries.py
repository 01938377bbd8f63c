# SPDX-License-Identifier: Apache-2.0
"""What can be asked of an archive: one frozen object for each kind of thing, checked when it is made.

A filter takes one value or several; of several, one is enough, save `who` and `country` of events and contacts, where
all must take part: `country=("USA", "RUS")` are the contacts between the two. Different filters all hold at once. A
period is a day, a month or a year, or two of them with ".." between, either left out for no bound: "2022-05",
"2022-03..2022-05-13", "..2021". What happened or was said within a span of time is found where the span touches the
period; `published` is one day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.archive.filters import LISTS, Kind
from readout.archive.periods import days_of_period
from readout.archive.values import CODES
from readout.errors import ConfigError

__all__ = [
    "QUERIES",
    "ContactQuery",
    "EventQuery",
    "FigureQuery",
    "Query",
    "ReportQuery",
    "Several",
    "StatementQuery",
    "kind_of",
]

Several = str | Sequence[str]
"""One value or several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportQuery:
    """Which reports.

    Attributes:
        words: Words of title and text, as `readout.archive.wanted` reads them.
        who: Who speaks, is spoken to, or takes part in an event, in any spelling.
        country: Whose speakers or parties.
        publisher: Who published it.
        language: ISO 639-1 code.
        published: A period.
        appearances: In so many places at least did its text stand.
        copies: Give copies of a report that was there before, too.
        sort: By day of publication, by when they were added, or by the number of appearances; the newest or most first.
        oldest: Turn the order around.
    """

    words: str | None = None
    who: Several = ()
    country: Several = ()
    publisher: Several = ()
    language: Several = ()
    published: str | None = None
    appearances: int | None = None
    copies: bool = False
    sort: Literal["published", "added", "appearances"] = "published"
    oldest: bool = False

    def __post_init__(self) -> None:
        """Check every value."""
        _check(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQuery:
    """Which statements.

    Attributes:
        words: Words of the statement.
        by: Who makes it, in any spelling: a name, a surname, words of a body's name, an acronym.
        to: Who is addressed.
        relayed_by: Who passed it on.
        about: Who or what is named in it; the name of a country finds its people and places too.
        role: Words of the speaker's office: "defence minister".
        country: The speaker's, as ISO 3166-1 alpha-3, the code of an intergovernmental organisation, or a name.
        sector: The speaker's PLOVER sector.
        kind: direct, mixed or indirect.
        channel: How it was said.
        unnamed: Whether the report keeps the speaker's name back.
        said: A period in which it was said.
        publisher: Who published the report.
        published: A period in which the report was published.
        appearances: In so many places at least did the report's text stand.
        confidence: At least so sure is the record of it, 0 to 1.
        copies: Give what a copy of a report says again, too.
        sort: By day of publication, by when it was said, by when the report was added, by confidence, or by appearances; the
            newest or most first.
        oldest: Turn the order around.
    """

    words: str | None = None
    by: Several = ()
    to: Several = ()
    relayed_by: Several = ()
    about: Several = ()
    role: Several = ()
    country: Several = ()
    sector: Several = ()
    kind: Several = ()
    channel: Several = ()
    unnamed: bool | None = None
    said: str | None = None
    publisher: Several = ()
    published: str | None = None
    appearances: int | None = None
    confidence: float | None = None
    copies: bool = False
    sort: Literal["published", "said", "added", "confidence", "appearances"] = "published"
    oldest: bool = False

    def __post_init__(self) -> None:
        """Check every value."""
        _check(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuery:
    """Which events.

    Attributes:
        words: Words of what tells of it.
        who: Who takes part, on either side; of several, all do.
        by: Who did it.
        to: To whom or with whom.
        country: Whose parties; of several, all take part.
        sector: The PLOVER sector of a party.
        type: PLOVER event type.
        mode: PLOVER mode.
        status: Whether it happened.
        place: Where: the name of a place, or a country.
        according_to: Who says so.
        date: A period in which it happened.
        publisher: Who published the report.
        published: A period in which the report was published.
        appearances: In so many places at least did the report's text stand.
        confidence: At least so sure is the record of it, 0 to 1.
        copies: Give what a copy of a report tells again, too.
        sort: By day of publication, by its own date, by when the report was added, by confidence, or by appearances.
        oldest: Turn the order around.
    """

    words: str | None = None
    who: Several = ()
    by: Several = ()
    to: Several = ()
    country: Several = ()
    sector: Several = ()
    type: Several = ()
    mode: Several = ()
    status: Several = ()
    place: Several = ()
    according_to: Several = ()
    date: str | None = None
    publisher: Several = ()
    published: str | None = None
    appearances: int | None = None
    confidence: float | None = None
    copies: bool = False
    sort: Literal["published", "date", "added", "confidence", "appearances"] = "published"
    oldest: bool = False

    def __post_init__(self) -> None:
        """Check every value."""
        _check(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactQuery:
    """Which contacts; the fields are those of `EventQuery`, with the medium: phone, video_call, meeting, visit, letter, message."""

    words: str | None = None
    who: Several = ()
    country: Several = ()
    sector: Several = ()
    medium: Several = ()
    status: Several = ()
    place: Several = ()
    according_to: Several = ()
    date: str | None = None
    publisher: Several = ()
    published: str | None = None
    appearances: int | None = None
    confidence: float | None = None
    copies: bool = False
    sort: Literal["published", "date", "added", "confidence", "appearances"] = "published"
    oldest: bool = False

    def __post_init__(self) -> None:
        """Check every value."""
        _check(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureQuery:
    """Which figures.

    Attributes:
        of: Words of what is counted.
        by: Who gives it.
        country: The country of who gives it.
        sector: The PLOVER sector of who gives it.
        kind: count, money, percentage, measure or ratio.
        unit: person, USD, percent, kilometre, …
        at_least: No less than this.
        at_most: No more than this.
        publisher: Who published the report.
        published: A period in which the report was published.
        appearances: In so many places at least did the report's text stand.
        copies: Give what a copy of a report tells again, too.
        sort: By day of publication, by when the report was added, or by appearances.
        oldest: Turn the order around.
    """

    of: str | None = None
    by: Several = ()
    country: Several = ()
    sector: Several = ()
    kind: Several = ()
    unit: Several = ()
    at_least: float | None = None
    at_most: float | None = None
    publisher: Several = ()
    published: str | None = None
    appearances: int | None = None
    copies: bool = False
    sort: Literal["published", "added", "appearances"] = "published"
    oldest: bool = False

    def __post_init__(self) -> None:
        """Check every value."""
        _check(self)


Query = ReportQuery | StatementQuery | EventQuery | ContactQuery | FigureQuery

QUERIES: Mapping[Kind, type[Query]] = {
    "reports": ReportQuery,
    "statements": StatementQuery,
    "events": EventQuery,
    "contacts": ContactQuery,
    "figures": FigureQuery,
}
"""What asks for each list."""

_LISTS = {QUERIES[listing.kind]: listing for listing in LISTS}


def kind_of(query: Query) -> Kind:
    """Return which list a query asks for."""
    return _LISTS[type(query)].kind


def _check(query: Query) -> None:
    """Bring every filter to its one form: several values to a tuple, each value to its code."""
    listing = _LISTS[type(query)]
    codes = CODES[listing.kind]
    for filter in listing.filters:
        given = getattr(query, filter.name)
        if filter.holds == "several":
            _check_several(query, filter.name, given, codes.get(filter.name, str))
        elif filter.holds == "period" and given is not None:
            days_of_period(given)
    _check_numbers(query)


def _check_several(query: Query, name: str, given: Several, code: Callable[[str], str]) -> None:
    values = (given,) if isinstance(given, str) else tuple(given)
    for value in values:
        if not value.strip():
            raise ConfigError(f"found an empty value for {name}; expected one, or leave it out")
    object.__setattr__(query, name, tuple(map(code, values)))  # frozen for everybody else


def _check_numbers(query: Query) -> None:
    sorts = _LISTS[type(query)].sorts
    if query.sort not in sorts:
        raise ConfigError(f"found sort '{query.sort}', expected one of: {', '.join(sorts)}")
    if query.appearances is not None and query.appearances < 1:
        raise ConfigError(f"found {query.appearances} appearances, expected a whole number from 1")
    confidence = getattr(query, "confidence", None)
    if confidence is not None and not 0 <= confidence <= 1:
        raise ConfigError(f"found confidence {confidence}, expected a number from 0 to 1, such as 0.9")
