# SPDX-License-Identifier: Apache-2.0
"""What can be asked of an archive: one frozen object for each kind of thing, checked when it is made.

A filter takes one value or several; of several, one is enough, save `who` and `country` of events and contacts, where
all must take part: `country=("USA", "RUS")` are the contacts between the two. Different filters all hold at once. A
period is a day, a month or a year, or two of them with ".." between, either left out for no bound: "2022-05",
"2022-03..2022-05-13", "..2021". What happened or was said within a span of time is found where the span touches the
period; `published` is one day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from readout.errors import ConfigError
from readout.reading.accounts import MEDIA
from readout.reading.almanac import interval_of
from readout.record import EventStatus, EventType, FigureKind, StatementKind
from readout.resources.channels import CHANNELS
from readout.resources.countries import all_countries, country, country_named, country_of_adjective
from readout.resources.igos import all_igos, igo, igo_named
from readout.resources.sectors import SECTORS

__all__ = [
    "ContactQuery",
    "EventQuery",
    "FigureQuery",
    "Query",
    "ReportQuery",
    "Several",
    "StatementQuery",
    "days_of_period",
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
        _check(self, country=country_code)
        _check_common(self)


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
        _check(
            self,
            country=country_code,
            sector=_one_of("sector", SECTORS),
            kind=_one_of("kind of statement", get_args(StatementKind)),
            channel=_one_of("channel", CHANNELS),
        )
        _check_common(self)


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
        _check(
            self,
            country=country_code,
            sector=_one_of("sector", SECTORS),
            type=_one_of("type of event", get_args(EventType)),
            mode=_mode,
            status=_one_of("status", get_args(EventStatus)),
        )
        _check_common(self)


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
        _check(
            self,
            country=country_code,
            sector=_one_of("sector", SECTORS),
            medium=_one_of("medium", MEDIA),
            status=_one_of("status", get_args(EventStatus)),
        )
        _check_common(self)


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
        _check(
            self,
            country=country_code,
            sector=_one_of("sector", SECTORS),
            kind=_one_of("kind of figure", get_args(FigureKind)),
        )
        _check_common(self)


Query = ReportQuery | StatementQuery | EventQuery | ContactQuery | FigureQuery

_SORTS = {
    ReportQuery: ("published", "added", "appearances"),
    StatementQuery: ("published", "said", "added", "confidence", "appearances"),
    EventQuery: ("published", "date", "added", "confidence", "appearances"),
    ContactQuery: ("published", "date", "added", "confidence", "appearances"),
    FigureQuery: ("published", "added", "appearances"),
}
_SEVERAL = (
    "who", "by", "to", "relayed_by", "about", "role", "country", "sector", "kind", "channel", "type", "mode", "status", "place",
    "according_to", "medium", "unit", "publisher", "language",
)  # fmt: skip


def _check(query: Query, **codes: Callable[[str], str]) -> None:
    """Make every filter a tuple of values in their one form."""
    for name in _SEVERAL:
        given = getattr(query, name, None)
        if given is None:
            continue
        values = (given,) if isinstance(given, str) else tuple(given)
        for value in values:
            if not value.strip():
                raise ConfigError(f"found an empty value for {name}; expected one, or leave it out")
        made = tuple(map(codes[name], values)) if name in codes else values
        object.__setattr__(query, name, made)  # frozen for everybody else


def _check_common(query: Query) -> None:
    if query.sort not in _SORTS[type(query)]:
        raise ConfigError(f"found sort '{query.sort}', expected one of: {', '.join(_SORTS[type(query)])}")
    for name in ("published", "said", "date"):
        period = getattr(query, name, None)
        if period is not None:
            days_of_period(period)
    if query.appearances is not None and query.appearances < 1:
        raise ConfigError(f"found {query.appearances} appearances, expected a whole number from 1")
    confidence = getattr(query, "confidence", None)
    if confidence is not None and not 0 <= confidence <= 1:
        raise ConfigError(f"found confidence {confidence}, expected a number from 0 to 1, such as 0.9")


def _one_of(what: str, known: Iterable[str]) -> Callable[[str], str]:
    """Return what checks a value against a list, whatever its case and whether it has "-" or "_"."""
    by_key = {_loose(value): value for value in known}

    def checked(given: str) -> str:
        if _loose(given) in by_key:
            return by_key[_loose(given)]
        near = get_close_matches(_loose(given), by_key, n=1, cutoff=0.5)
        hint = f"perhaps '{by_key[near[0]]}'? " if near else ""
        raise ConfigError(f"there is no {what} '{given}'; {hint}There are: {', '.join(by_key.values())}")

    return checked


def _loose(value: str) -> str:
    return re.sub(r"[-_\s]+", "_", value.strip().lower())


def country_code(given: str) -> str:
    """Return the code of a country or an intergovernmental organisation, given that or a name.

    Raises:
        ConfigError: If it is neither; the message names the nearest.
    """
    code = given.strip().upper()
    if country(code) is not None or igo(code) is not None:
        return code
    found = country_named(given) or country_of_adjective(given)
    if found is not None:
        return found.iso3
    body = igo_named(given)
    if body is not None:
        return body.code
    raise ConfigError(
        f"there is no country '{given}'{_nearest_country(given)}; expected a code of ISO 3166-1 alpha-3 (RUS), of an "
        "intergovernmental organisation, or a name"
    )


def _nearest_country(given: str) -> str:
    known = {one.name.lower(): one.iso3 for one in all_countries()} | {
        body.code.lower(): body.code for body in all_igos()
    }
    known |= {one.iso3.lower(): one.iso3 for one in all_countries()}
    near = get_close_matches(given.strip().lower(), known, n=1, cutoff=0.6)
    return f", perhaps {known[near[0]]} ({near[0].title()})?" if near else ""


def _mode(given: str) -> str:
    """Return a mode as records write it; which there are is for the triggers to say, and grows with them."""
    return re.sub(r"[_\s]+", "-", given.strip().lower())


def days_of_period(period: str) -> tuple[str | None, str | None]:
    """Return the first and the last day of a period, None for a bound that is left out.

    Raises:
        ConfigError: If it is no period.
    """
    first, dots, last = period.strip().partition("..")
    if not dots:
        last = first
    low = _bounds(first)[0] if first.strip() else None
    high = _bounds(last)[1] if last.strip() else None
    if low is None and high is None:
        raise _no_period(period)
    if low is not None and high is not None and low > high:
        raise ConfigError(f"the period '{period}' ends before it begins; expected the earlier day first")
    return low, high


def _bounds(day: str) -> tuple[str, str]:
    found = interval_of(day.strip()) if re.fullmatch(r"\d{4}(-.+)?", day.strip()) else None
    if found is None:
        raise _no_period(day)
    return found[0][:10], found[1][:10]


def _no_period(found: str) -> ConfigError:
    return ConfigError(
        f"found '{found}', expected a day, a month or a year in ISO 8601, or two with '..' between: "
        "2022-05-13, 2022-05, 2022-03..2022-05"
    )
