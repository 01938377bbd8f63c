# SPDX-License-Identifier: Apache-2.0
"""What a query comes down to in an archive: words and marks, a range of numbers, and what is left to check on each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from readout.archive.names import FoundName, names_like
from readout.archive.periods import days_of_period
from readout.archive.queries import (
    ContactQuery,
    EventQuery,
    FigureQuery,
    Query,
    ReportQuery,
    StatementQuery,
)
from readout.archive.rowschema import entries_of_days, ids_of_entry
from readout.archive.terms import Mark, mark, number_of_day, stems
from readout.archive.values import country_code
from readout.archive.wanted import All, AnyOf, Phrase, Wanted, wanted_words
from readout.errors import ConfigError

__all__ = ["Meant", "Plan", "plan_of"]

# More marks of years than this are no help: nearly every row has one of them.
_MOST_YEARS = 60


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a name was taken for.

    Attributes:
        field: The filter.
        asked: As it was asked.
        names: The names in the archive that it may stand for; none if there is none.
    """

    field: str
    asked: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How to find what a query asks for.

    Attributes:
        table: The table of rows.
        wanted: The words and marks that a row must have.
        low: Lowest number, None for no bound.
        high: Highest number.
        checks: Conditions on columns of the row, which is called `s`, in SQL that both databases know.
        values: The values in them.
        appearances: In how many places the text must have stood.
        sort: What the rows are sorted by: published, first, added, confidence or appearances.
        oldest: Whether the order is turned around.
        meant: Whom the names were taken for.
        nothing: Whether no row can meet it.
    """

    table: str
    wanted: All
    low: int | None
    high: int | None
    checks: tuple[str, ...]
    values: dict[str, object]
    appearances: int | None
    sort: str
    oldest: bool
    meant: tuple[Meant, ...]
    nothing: bool


def plan_of(connection: Connection, query: Query) -> Plan:
    """Work out how to find what a query asks for; names are looked up now."""
    building = _Building(connection, query)
    return building.plan()


_TABLES = {
    ReportQuery: "entries",
    StatementQuery: "statements",
    EventQuery: "events",
    ContactQuery: "events",
    FigureQuery: "figures",
}
_SORTS = {"said": "first", "date": "first"}


class _Building:
    """Collects the parts of a plan, one filter after the other."""

    def __init__(self, connection: Connection, query: Query) -> None:
        self._connection = connection
        self._query = query
        self._parts: list[Wanted] = []
        self._checks: list[str] = []
        self._values: dict[str, object] = {}
        self._meant: list[Meant] = []
        self._nothing = False

    def plan(self) -> Plan:
        """Go through the filters."""
        query = self._query
        # What a publisher printed is asked for whether or not another had told it before.
        if not query.publisher:
            told = [Phrase((mark(Mark.FIRST),))]
            self._parts.append(AnyOf((*told, Phrase((mark(Mark.AGAIN),)))) if query.copies else told[0])
        self._common(query)
        match query:
            case ReportQuery():
                self._any_mark(Mark.LANGUAGE, query.language)
            case StatementQuery():
                self._statements(query)
            case EventQuery():
                self._events(query)
            case ContactQuery():
                self._parts.append(Phrase((mark(Mark.CONTACT),)))
                self._any_mark(Mark.MEDIUM, query.medium)
                self._parties(query)
            case FigureQuery():
                self._figures(query)
        low, high = self._days(query.published)
        return Plan(
            table=_TABLES[type(query)],
            wanted=All(tuple(self._parts)),
            low=low,
            high=high,
            checks=tuple(self._checks),
            values=self._values,
            appearances=query.appearances if (query.appearances or 1) > 1 else None,
            sort=_SORTS.get(query.sort, query.sort),
            oldest=query.oldest,
            meant=tuple(self._meant),
            nothing=self._nothing,
        )

    def _common(self, query: Query) -> None:
        words = query.of if isinstance(query, FigureQuery) else query.words
        if words is not None:
            self._parts.extend(wanted_words(words).parts)
        self._any_name(Mark.PUBLISHER, "publisher", query.publisher, kind="publisher")
        if isinstance(query, ReportQuery | EventQuery | ContactQuery):
            for who in query.who:
                self._party(who)
            for code in query.country:
                self._any_mark(Mark.COUNTRY, (code,))
        else:
            self._any_name(Mark.BY, "by", query.by)
            self._any_mark(Mark.COUNTRY, query.country)
        if not isinstance(query, ReportQuery):
            self._any_mark(Mark.SECTOR, query.sector)
        if isinstance(query, StatementQuery | EventQuery | ContactQuery) and query.confidence:
            self._check("s.confidence >= :confidence", confidence=-int(-query.confidence * 100 // 1))

    def _statements(self, query: StatementQuery) -> None:
        self._any_name(Mark.TO, "to", query.to)
        self._any_name(Mark.RELAY, "relayed by", query.relayed_by)
        if query.about:
            self._any_of(
                [*self._named(Mark.ABOUT, "about", query.about), *_marks(Mark.ABOUT_COUNTRY, _countries(query.about))]
            )
        if query.role:
            self._any_of(list(map(_role, query.role)))
        self._any_mark(Mark.CHANNEL, query.channel)
        if query.kind:
            self._check(_in("s.kind", "kind", query.kind), **_numbered("kind", query.kind))
        if query.unnamed:
            self._parts.append(Phrase((mark(Mark.UNNAMED),)))
        elif query.unnamed is False:
            self._check("NOT s.anonymous")
        self._period("statements", query.said)

    def _events(self, query: EventQuery) -> None:
        self._any_name(Mark.BY, "by", query.by)
        self._any_name(Mark.TO, "to", query.to)
        self._any_mark(Mark.TYPE, query.type)
        self._any_mark(Mark.MODE, query.mode)
        self._parties(query)

    def _parties(self, query: EventQuery | ContactQuery) -> None:
        self._any_mark(Mark.STATUS, query.status)
        self._any_name(Mark.WORD_OF, "according to", query.according_to)
        if query.place:
            self._any_of(
                [*self._named(Mark.PLACE, "place", query.place), *_marks(Mark.PLACE_COUNTRY, _countries(query.place))]
            )
        self._period("events", query.date)

    def _figures(self, query: FigureQuery) -> None:
        self._any_mark(Mark.KIND, query.kind)
        self._any_mark(Mark.UNIT, query.unit)
        if query.at_least is not None:
            self._check("COALESCE(s.high, s.low) >= :at_least", at_least=query.at_least)
        if query.at_most is not None:
            self._check("s.low <= :at_most", at_most=query.at_most)

    # The parts -------------------------------------------------------------------------------------------------------

    def _check(self, condition: str, **values: object) -> None:
        self._checks.append(condition)
        self._values |= values

    def _any_of(self, parts: Sequence[Wanted]) -> None:
        """Ask for one of several; where there is none to ask for, nothing can be found."""
        if parts:
            self._parts.append(parts[0] if len(parts) == 1 else AnyOf(tuple(parts)))
        else:
            self._nothing = True

    def _any_mark(self, letter: str, values: Sequence[str]) -> None:
        if values:
            self._any_of(_marks(letter, values))

    def _any_name(self, letter: str, field: str, asked: Sequence[str], *, kind: str | None = None) -> None:
        if asked:
            self._any_of(self._named(letter, field, asked, kind=kind))

    def _party(self, who: str) -> None:
        """Ask for somebody on whichever side of an event."""
        if isinstance(self._query, ReportQuery):
            self._any_name(Mark.WHO, "who", (who,))
            return
        acts = self._named(Mark.BY, "who", (who,))
        self._meant.pop()
        self._any_of([*acts, *self._named(Mark.TO, "who", (who,))])

    def _named(self, letter: str, field: str, asked: Sequence[str], *, kind: str | None = None) -> list[Wanted]:
        numbers: dict[int, None] = {}
        for one in asked:
            found: list[FoundName] = names_like(self._connection, one, kind=kind)
            if kind is None:
                self._meant.append(Meant(field, one, tuple(dict.fromkeys(name.name for name in found))))
            numbers |= dict.fromkeys(name.number for name in found)
        return [Phrase((mark(letter, number),)) for number in numbers]

    def _days(self, period: str | None) -> tuple[int | None, int | None]:
        if period is None:
            return None, None
        first, last = (number_of_day(day) if day else None for day in days_of_period(period))
        low, high = entries_of_days(first if first is not None else 1, last)  # a day that is not known is in no period
        if isinstance(self._query, ReportQuery):
            return low, high
        return (None if low is None else ids_of_entry(low)[0]), (None if high is None else ids_of_entry(high)[1])

    def _period(self, kind: str, period: str | None) -> None:
        """Ask for a time that touches a period."""
        if period is None:
            return
        first, last = days_of_period(period)
        if first is not None:
            self._check("s.last >= :first_day", first_day=number_of_day(first))
        if last is not None:
            self._check("s.first <= :last_day", last_day=number_of_day(last))
        query = text("SELECT min(day), max(day) FROM days WHERE kind = :kind AND day > 0")
        lowest, highest = self._connection.execute(query, {"kind": kind}).one()
        if lowest is None:
            self._nothing = True
            return
        low = max(first or "0001-01-01", _iso(lowest))
        high = min(last or "9999-12-31", _iso(highest))
        marks = [mark(Mark.WIDE), *_marks_between(low, high)]
        if len(marks) <= _MOST_YEARS:
            self._any_of([Phrase((one,)) for one in marks])


def _iso(day: int) -> str:
    return f"{day // 10_000:04}-{day // 100 % 100:02}-{day % 100:02}"


def _marks_between(first: str, last: str) -> Iterator[str]:
    """Give marks of months and whole years that cover a period."""
    if first > last:
        return
    for year in range(int(first[:4]), int(last[:4]) + 1):
        low = int(first[5:7]) if year == int(first[:4]) else 1
        high = int(last[5:7]) if year == int(last[:4]) else 12
        if (low, high) == (1, 12):
            yield mark(Mark.YEAR, f"{year:04}")
        else:
            yield from (mark(Mark.MONTH, f"{year:04}{month:02}") for month in range(low, high + 1))


def _marks(letter: str, values: Iterable[str]) -> list[Wanted]:
    return [Phrase((mark(letter, value),)) for value in values]


def _role(words: str) -> Wanted:
    found = stems(words)
    if not found:
        raise ConfigError(
            f"found no word in the role '{words}'; expected words of an office, such as 'defence minister'"
        )
    parts = [Phrase((mark(Mark.ROLE, word),)) for word in dict.fromkeys(found)]
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _countries(names: Iterable[str]) -> list[str]:
    """Return the codes of those that are countries."""
    found = []
    for name in names:
        try:
            found.append(country_code(name))
        except ConfigError:
            continue
    return found


def _in(column: str, name: str, values: Sequence[str]) -> str:
    return f"{column} IN ({', '.join(f':{name}_{at}' for at in range(len(values)))})"


def _numbered(name: str, values: Sequence[str]) -> dict[str, object]:
    return {f"{name}_{at}": value for at, value in enumerate(values)}
