# SPDX-License-Identifier: Apache-2.0
"""Fetch what is shown of rows whose numbers are known: a page at a time, a handful of look-ups for each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, func, literal, select

from readout.archive.found import (
    Found,
    FoundContact,
    FoundEvent,
    FoundFigure,
    FoundReport,
    FoundStatement,
    Party,
    Source,
)
from readout.archive.packing import unpack_text
from readout.archive.queries import ContactQuery, EventQuery, FigureQuery, Query, ReportQuery, StatementQuery
from readout.archive.rowschema import contacts, entries, events, figures, names, statements
from readout.archive.schema import appearances, reports, texts
from readout.archive.terms import stems

__all__ = ["fetch", "fetch_numbers"]

_DIGITS = 16  # of a report's id
_EXTRACT = 240  # characters of a report that a list shows


def fetch(connection: Connection, query: Query, ids: Sequence[int]) -> list[Found]:
    """Return what rows with these numbers show, in the order of the numbers given."""
    if not ids:
        return []
    match query:
        case StatementQuery():
            rows = connection.execute(select(statements).where(statements.c.id.in_(ids))).all()
            make: Callable[[Row[Any], _Known], Found] = _statement
        case EventQuery():
            rows = connection.execute(select(events).where(events.c.id.in_(ids))).all()
            make = _event
        case ContactQuery():
            columns = [column for column in contacts.c if column.name != "id"]
            joined = select(events, *columns).join(contacts, contacts.c.id == events.c.id)
            rows = connection.execute(joined.where(events.c.id.in_(ids))).all()
            make = _contact
        case FigureQuery():
            rows = connection.execute(select(figures).where(figures.c.id.in_(ids))).all()
            make = _figure
        case ReportQuery():
            rows = connection.execute(select(entries).where(entries.c.id.in_(ids))).all()
            wanted = frozenset(stems(query.words)) if query.words else frozenset()
            make = lambda row, known: _report(row, known, wanted)  # noqa: E731
    known = _known(connection, rows)
    made = {row.id: make(row, known) for row in rows}
    return [made[id] for id in ids if id in made]


def fetch_numbers(connection: Connection, query: Query, ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return for rows with these numbers, in their order, the number of the report and their own in it, from 1."""
    match query:
        case ReportQuery():
            wanted = select(entries.c.id, entries.c.report_id, literal(1)).where(entries.c.id.in_(ids))
        case StatementQuery():
            wanted = _numbered(statements, ids)
        case FigureQuery():
            wanted = _numbered(figures, ids)
        case EventQuery() | ContactQuery():
            wanted = _numbered(events, ids)
    found = {id: (report, number) for id, report, number in connection.execute(wanted)}
    return [found[id] for id in ids if id in found]


def _numbered(table: Table, ids: Sequence[int]) -> Select[tuple[int, int, int]]:
    return select(table.c.id, table.c.report_id, table.c.number).where(table.c.id.in_(ids))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows of a page point at."""

    names: Mapping[int, str]
    sources: Mapping[int, Source]
    texts: Mapping[int, str]

    def name(self, number: int | None) -> str | None:
        return None if number is None else self.names.get(number)

    def list(self, written: str | None) -> tuple[str, ...]:
        return tuple(self.names[number] for number in json.loads(written)) if written else ()

    def cast(self, written: str | None) -> tuple[Party, ...]:
        return tuple(Party(self.names[number], *rest) for number, *rest in json.loads(written)) if written else ()

    def words(self, row: Row[Any], spans: str | None = None) -> str:
        """Return the words at spans of a row, fragments joined by " … ", with blanks for line ends."""
        text = self.texts[row.report_id]
        found = []
        for span in (row.spans if spans is None else spans).split(","):
            start, _, end = span.partition("-")
            found.append(text[int(start or 0) : int(end or 0)])
        return " ".join(" … ".join(found).split())


_NAMED = ("speaker", "role", "outlet", "place", "source", "publisher")
_LISTED = ("addressees", "relays")
_CAST = ("actors", "recipients", "parties")


def _known(connection: Connection, rows: Sequence[Row[Any]]) -> _Known:
    numbers: set[int] = set()
    for row in rows:
        fields = row._mapping
        numbers |= {fields[name] for name in _NAMED if fields.get(name) is not None}
        for name in _LISTED:
            numbers.update(json.loads(fields.get(name) or "[]"))
        for name in _CAST:
            numbers.update(party[0] for party in json.loads(fields.get(name) or "[]"))
    report_ids = sorted({row.report_id for row in rows})
    shown, bodies = _reports(connection, report_ids)
    return _Known(_names(connection, numbers), shown, bodies)


def _names(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    query = select(names.c.id, names.c.name).where(names.c.id.in_(sorted(numbers)))
    return {row.id: row.name for row in connection.execute(query)}


def _reports(connection: Connection, ids: Sequence[int]) -> tuple[dict[int, Source], dict[int, str]]:
    """Return what is shown of reports, and their texts."""
    first = select(appearances.c.report_id, func.min(appearances.c.id).label("id"))
    first_of = first.where(appearances.c.report_id.in_(ids)).group_by(appearances.c.report_id).subquery()
    addresses = select(appearances.c.report_id, appearances.c.address).join(first_of, first_of.c.id == appearances.c.id)
    address_of = {row.report_id: row.address for row in connection.execute(addresses)}
    printed = select(appearances.c.report_id, appearances.c.publisher, func.min(appearances.c.id).label("first"))
    printed = printed.where(appearances.c.report_id.in_(ids), appearances.c.publisher.is_not(None))
    publishers_of: dict[int, list[str]] = {}
    printed = printed.group_by(appearances.c.report_id, appearances.c.publisher).order_by("first")
    for report_id, publisher, _ in connection.execute(printed):
        publishers_of.setdefault(report_id, []).append(publisher)
    query = (
        select(
            reports.c.id, reports.c.hash, reports.c.text, entries.c.title, entries.c.published,
            names.c.name.label("publisher"), texts.c.reports, texts.c.appearances,
        )
        .join(entries, (entries.c.report_id == reports.c.id) & (entries.c.part == 0))
        .join(texts, texts.c.id == reports.c.text_id)
        .outerjoin(names, names.c.id == entries.c.publisher)
        .where(reports.c.id.in_(ids))
    )  # fmt: skip
    sources, bodies = {}, {}
    replaced_by = _replaced(connection, ids)
    for row in connection.execute(query):
        bodies[row.id] = unpack_text(row.text)
        sources[row.id] = Source(
            report=row.hash[:_DIGITS],
            title=row.title,
            publisher=row.publisher,
            published=row.published,
            address=address_of.get(row.id),
            reports=row.reports,
            appearances=row.appearances,
            publishers=tuple(publishers_of.get(row.id, [row.publisher] if row.publisher else [])),
            replaced_by=replaced_by.get(row.id),
        )
    return sources, bodies


def _replaced(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    """Return which text stood last where reports stood first: of those alone in whose place another came everywhere."""
    here, later = appearances.alias(), appearances.alias()
    query = (
        select(here.c.report_id, reports.c.hash)
        .outerjoin(later, (later.c.address == here.c.address) & (later.c.version > here.c.version))
        .outerjoin(reports, reports.c.id == later.c.report_id)
        .where(here.c.report_id.in_(ids))
        .order_by(here.c.id.desc(), later.c.version)  # so that the last one where it stood first is what is left
    )
    found: dict[int, str] = {}
    stands: set[int] = set()
    for report_id, digest in connection.execute(query):
        if digest is None:
            stands.add(report_id)
        else:
            found[report_id] = digest[:_DIGITS]
    return {report_id: digest for report_id, digest in found.items() if report_id not in stands}


def _statement(row: Row[Any], known: _Known) -> FoundStatement:
    source = known.sources[row.report_id]
    return FoundStatement(
        id=f"{source.report}/s{row.number}",
        words=known.words(row),
        speaker=known.name(row.speaker),
        role=known.name(row.role),
        country=row.country,
        sector=row.sector,
        unnamed=row.anonymous,
        kind=row.kind,
        channel=row.channel,
        outlet=known.name(row.outlet),
        addressees=known.list(row.addressees),
        relayed_by=known.list(row.relays),
        said=row.said,
        confidence=row.confidence / 100,
        again=row.again,
        source=source,
    )


def _event(row: Row[Any], known: _Known) -> FoundEvent:
    source = known.sources[row.report_id]
    return FoundEvent(
        id=f"{source.report}/v{row.number}",
        words=known.words(row),
        type=row.type,
        mode=row.mode,
        status=row.status,
        actors=known.cast(row.actors),
        recipients=known.cast(row.recipients),
        date=row.date,
        place=known.name(row.place),
        place_country=row.place_country,
        according_to=f"{source.report}/s{row.according_to}" if row.according_to else None,
        speaker=known.name(row.source),
        confidence=row.confidence / 100,
        again=row.again,
        source=source,
    )


def _contact(row: Row[Any], known: _Known) -> FoundContact:
    source = known.sources[row.report_id]
    return FoundContact(
        id=f"{source.report}/v{row.number}",
        words=known.words(row),
        medium=row.medium,
        status=row.status,
        parties=known.cast(row.parties),
        date=row.date,
        duration=row.duration,
        place=known.name(row.place),
        place_country=row.place_country,
        initiated_by=row.initiated_by,
        tone=row.tone,
        topics=known.words(row, row.topics) if row.topics else None,
        according_to=f"{source.report}/s{row.according_to}" if row.according_to else None,
        speaker=known.name(row.source),
        confidence=row.confidence / 100,
        again=row.again,
        source=source,
    )


def _figure(row: Row[Any], known: _Known) -> FoundFigure:
    source = known.sources[row.report_id]
    return FoundFigure(
        id=f"{source.report}/f{row.number}",
        words=known.words(row, row.spans.partition(",")[0]),
        kind=row.kind,
        low=row.low,
        high=row.high,
        unit=row.unit,
        modifier=row.modifier,
        of=row.of,
        according_to=f"{source.report}/s{row.according_to}" if row.according_to else None,
        speaker=known.name(row.source),
        again=row.again,
        source=source,
    )


def _report(row: Row[Any], known: _Known, wanted: frozenset[str]) -> FoundReport:
    source = known.sources[row.report_id]
    return FoundReport(
        id=source.report,
        words=_extract(known.texts[row.report_id], wanted),
        statements=row.statements,
        events=row.events,
        contacts=row.contacts,
        figures=row.figures,
        source=source,
    )


def _extract(text: str, wanted: frozenset[str]) -> str:
    """Return the paragraph with most of the words that were looked for, the first of several, cut to what a list can show."""
    best, most = "", -1
    for paragraph in filter(None, (" ".join(part.split()) for part in text.split("\n"))):
        found = len(wanted.intersection(stems(paragraph)))
        if found > most:
            best, most = paragraph, found
        if found == len(wanted):
            break
    return best if len(best) <= _EXTRACT else best[: _EXTRACT - 2].rsplit(" ", 1)[0] + " …"
