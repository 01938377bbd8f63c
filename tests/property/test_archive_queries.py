# SPDX-License-Identifier: Apache-2.0
"""Every filter finds what a look at each record finds, on both databases."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Engine, insert

from readout.archive.engine import open_engine, reading, writing
from readout.archive.names import names_like
from readout.archive.packing import pack_text
from readout.archive.periods import days_of_period
from readout.archive.plans import plan_of
from readout.archive.queries import (
    ContactQuery,
    EventQuery,
    FigureQuery,
    Query,
    ReportQuery,
    StatementQuery,
)
from readout.archive.results import Results
from readout.archive.rows import forget_rows, index_publisher, index_record
from readout.archive.schema import appearances, reports, texts
from readout.archive.terms import stems
from readout.archive.versions import create_schema
from readout.archive.wanted import is_met, wanted_words
from readout.reading.times.almanac import interval_of
from readout.record import Event, Record, Statement
from tests.support.archived import made_records

_REPORTS = 25
_ASKED = 30


@dataclass(frozen=True)
class Kept:
    """A record in the archive, and in how many places its text stood."""

    number: int
    record: Record
    appearances: int
    publishers: tuple[str | None, ...]


_OTHERS = ("Daily Example", "Example Times")


def keep(engine: Engine, records: list[Record], *, seed: int) -> list[Kept]:
    """Put records into an archive, as texts of their own; some have other publishers too, before or after they are indexed."""
    chance = random.Random(seed)
    kept = [
        Kept(
            number,
            record,
            chance.choice([1, 1, 2, 5]),
            (record.report.publisher, *chance.sample(_OTHERS, chance.choice([0, 0, 1, 2]))),
        )
        for number, record in enumerate(records, 1)
    ]
    with writing(engine) as connection:
        for one in kept:
            connection.execute(insert(texts).values(id=one.number, reports=1, appearances=one.appearances))
            connection.execute(
                insert(reports).values(
                    id=one.number,
                    hash=one.record.report.id.ljust(64, "0"),
                    text=pack_text(one.record.report.text),
                    words=1,
                    text_id=one.number,
                )
            )
            late = chance.random() < 0.5
            for at, publisher in enumerate(one.publishers):
                place = {"address": f"{one.number}/{at}", "version": 1, "basis": "{}", "added": "2026-01-01T00:00:00Z"}
                if not late:
                    connection.execute(insert(appearances).values(report_id=one.number, publisher=publisher, **place))
            index_record(connection, one.number, one.record)
            for publisher in one.publishers[1:] if late else ():
                index_publisher(connection, one.number, str(publisher))
    return kept


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Engine, list[Kept]]]:
    """Fill an archive once for all tests that only look."""
    if request.param == "sqlite":
        address = str(tmp_path_factory.mktemp("queries") / "archive.sqlite")
    else:
        address = request.getfixturevalue("postgres").new_database()
    engine = open_engine(address)
    create_schema(engine)
    yield engine, keep(engine, made_records(_REPORTS, seed=5), seed=5)
    engine.dispose()


@pytest.mark.parametrize("kind", [StatementQuery, EventQuery, ContactQuery, FigureQuery, ReportQuery])
def test_queries_find_what_a_look_at_each_record_finds(filled: tuple[Engine, list[Kept]], kind: Any) -> None:
    engine, kept = filled
    chance = random.Random(kind.__name__)
    for _ in range(_ASKED):
        query = random_query(kind, chance)
        found = [each.id for each in results_of(engine, query)]
        assert sorted(found) == sorted(looked_up(engine, kept, query)), query
        assert len(found) == results_of(engine, query).count().number


@pytest.mark.parametrize("kind", [StatementQuery, EventQuery, ContactQuery, FigureQuery, ReportQuery])
@pytest.mark.parametrize("oldest", [False, True], ids=["newest", "oldest"])
def test_pages_of_every_order_together_are_the_whole_list(
    filled: tuple[Engine, list[Kept]], kind: Any, oldest: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine, kept = filled
    number_of = {one.record.report.id: one.number for one in kept}
    for few in (2000, 20):  # few are sorted whole, many are walked through by shelves: both give one order
        for name in (
            "sqlitewalks._FEW",
            "sqlitewalks._FEW_OF_SPAN",
            "sqlitewalks._COMMON",
            "postgresqlwalks._FEW",
            "postgresqlwalks._LOOKED_AT",
            "postgresqlwalks._REPORTS_LOOKED_AT",
        ):
            monkeypatch.setattr(f"readout.archive.{name}", few)
        for sort in sorts_of(kind):
            for filters in ({}, {"appearances": 2}):
                results: Results[Any] = Results(engine, kind(sort=sort, oldest=oldest, **filters))
                whole = list(results)
                pages = list(paged(results, 9))
                assert [each.id for each in pages] == [each.id for each in whole], (sort, filters, few)
                keys = [order_of(each, sort, number_of) for each in whole]
                assert keys == sorted(keys, reverse=not oldest and sort != "said" and sort != "date"), (
                    sort,
                    filters,
                    few,
                )


def results_of(engine: Engine, query: Query) -> Results[Any]:
    return Results(engine, query)


def paged(results: Results[Any], size: int) -> Iterator[Any]:
    after = None
    while True:
        page = results.page(size, after=after)
        yield from page.found
        after = page.after
        if after is None:
            return


def order_of(found: Any, sort: str, number_of: dict[str, int]) -> Any:
    source = found.source
    match sort:
        case "added":
            return number_of[source.report]
        case "appearances":
            return source.appearances
        case "confidence":
            return found.confidence
        case "published":
            return (interval_of(source.published) or ("",))[0] if source.published else ""
    return 0  # times that may be open are looked at below


def test_lists_by_their_own_date_end_with_what_has_none(filled: tuple[Engine, list[Kept]]) -> None:
    engine, _ = filled
    days = [
        interval_of(found.said) if found.said else None for found in results_of(engine, StatementQuery(sort="said"))
    ]
    known = [bounds[0] for bounds in days if bounds]
    assert known == sorted(known, reverse=True)
    assert all(bounds is None for bounds in days[len(known) :])


def test_rows_that_were_forgotten_are_not_found(archive_address: str) -> None:
    engine = open_engine(archive_address)
    create_schema(engine)
    kept = keep(engine, made_records(_REPORTS, seed=6), seed=6)
    gone = kept[:12]
    with writing(engine) as connection:
        for one in gone:
            forget_rows(connection, one.number)
        index_record(connection, gone[0].number, gone[0].record)
    left = [gone[0], *kept[12:]]
    for query in (StatementQuery(), StatementQuery(words="grain"), EventQuery(), ReportQuery(words="deal")):
        assert sorted(each.id for each in results_of(engine, query)) == sorted(looked_up(engine, left, query))
    engine.dispose()


def sorts_of(kind: type[Query]) -> tuple[str, ...]:
    if kind is StatementQuery:
        return ("published", "said", "added", "confidence", "appearances")
    if kind in (EventQuery, ContactQuery):
        return ("published", "date", "added", "confidence", "appearances")
    return ("published", "added", "appearances")


# Queries at random ------------------------------------------------------------------------------------------------------

_WORDS = (
    "grain",
    "ship",
    '"grain ships"',
    "wheat OR odesa",
    "deal -talks",
    "leaving",
    "nothing",
    '"deal that both"',
    "signing -odesa OR port",
)
_NAMES = (
    "Sergei Shoigu",
    "Shoigu",
    "Austin",
    "IAEA",
    "defence ministry",
    "Tass",
    "Nobody Atall",
    "Baerbock",
    "officials",
)
_PERIODS = ("2022", "2022-03..2022-06", "..2022-05-13", "2022-06..", "2021-11-20..2021-11-30", "1990")
_CHOICES: dict[str, tuple[Any, ...]] = {
    "words": _WORDS,
    "of": ("refugee", "grain", '"tonnes of wheat"', "wheat -refugees"),
    "who": (*_NAMES, ("Austin", "Shoigu")),
    "by": (*_NAMES, ("Austin", "TASS")),
    "to": _NAMES,
    "relayed_by": _NAMES,
    "about": (*_NAMES, "Ukraine", "Russia"),
    "according_to": _NAMES,
    "role": ("defence minister", "minister", "secretary", ("foreign", "secretary")),
    "country": ("RUS", "United States", ("RUS", "USA"), "IAEA", "FRA"),
    "sector": ("MIL", "gov", ("MIL", "LEG")),
    "kind": ("direct", ("direct", "mixed")),
    "channel": ("tweet", "press conference", ("tweet", "phone")),
    "unnamed": (True, False),
    "said": _PERIODS,
    "date": _PERIODS,
    "published": _PERIODS,
    "publisher": (
        "The Example Times",
        "example times",
        "GAZETTE",
        "nobody",
        "daily example",
        ("gazette", "Daily Example"),
    ),
    "language": ("en", "fr"),
    "appearances": (1, 2, 5, 9),
    "confidence": (0.5, 0.915, 1),
    "type": ("CONSULT", ("AID", "assault")),
    "mode": ("visit",),
    "status": ("occurred", ("planned", "occurred")),
    "place": ("Kyiv",),
    "medium": ("phone", ("phone", "meeting")),
    "unit": ("person", "tonne"),
    "at_least": (100, 500.0),
    "at_most": (100, 500.0),
}


def random_query(kind: type[Query], chance: random.Random) -> Query:
    names = [name for name in kind.__dataclass_fields__ if name in _CHOICES]
    values = {}
    for name in chance.sample(names, chance.choice([0, 1, 1, 2, 2, 3])):
        choices = ("count", "measure") if kind is FigureQuery and name == "kind" else _CHOICES[name]
        values[name] = chance.choice(choices)
    return kind(**values, sort=chance.choice(sorts_of(kind)), oldest=chance.random() < 0.3)  # type: ignore[arg-type]


# The same by looking ------------------------------------------------------------------------------------------------------


def looked_up(engine: Engine, kept: list[Kept], query: Query) -> list[str]:
    """Return the ids of what fits, each record looked at as a whole."""
    with reading(engine) as connection:
        plan_of(connection, query)

        def same(asked: str, name: str | None) -> bool:
            return any(found.name == name for found in names_like(connection, asked))

        looks: dict[type, Any] = {
            StatementQuery: _Look(same).statements,
            EventQuery: _Look(same).events,
            ContactQuery: _Look(same).contacts,
            FigureQuery: _Look(same).figures,
            ReportQuery: _Look(same).reports,
        }
        look = looks[type(query)]
        return [
            f"{one.record.report.id}{id}" for one in kept if _fits_report(one, query) for id in look(one.record, query)
        ]


def _fits_report(one: Kept, query: Query) -> bool:
    info = one.record.report
    printed = {_plain(name or "") for name in one.publishers}
    if query.publisher and printed.isdisjoint(map(_plain, query.publisher)):
        return False
    if query.appearances and one.appearances < query.appearances:
        return False
    return query.published is None or _is_in(
        info.published.value if info.published else None, query.published, first_only=True
    )


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")


def _is_in(value: str | None, period: str, *, first_only: bool = False) -> bool:
    bounds = interval_of(value) if value else None
    if bounds is None:
        return False
    low, high = days_of_period(period)
    first, last = bounds[0][:10], bounds[0][:10] if first_only else bounds[1][:10]
    return (low is None or last >= low) and (high is None or first <= high)


def _percent(confidence: float) -> int:
    return int(confidence * 100 + 1e-9)


class _Look:
    def __init__(self, same: Callable[[str, str | None], bool]) -> None:
        self.same = same

    def _any(self, asked: Sequence[str], names: Sequence[str | None]) -> bool:
        return not asked or any(self.same(one, name) for one in asked for name in names)

    def statements(self, record: Record, query: StatementQuery) -> Iterator[str]:
        for statement in record.statements:
            if self._fits_statement(record, statement, query):
                yield f"/{statement.id}"

    def _fits_statement(self, record: Record, statement: Statement, query: StatementQuery) -> bool:
        speaker = record.speaker_of(statement)
        within = [
            entity
            for entity in record.entities
            for mention in entity.mentions
            if any(span.start <= mention.start and mention.end <= span.end for span in statement.content)
        ]
        named: list[str | None] = [record.name_of(entity.id) for entity in within if entity.name]
        lands = {"Ukraine": "UKR", "Russia": "RUS"}
        return all(
            (
                not query.words or _words_fit(query.words, record.words(statement.content)),
                self._any(query.by, [record.name_of(speaker.id)] if speaker else []),
                self._any(query.to, [record.name_of(id) for id in statement.addressees]),
                self._any(query.relayed_by, [record.name_of(id) for id in statement.relayed_by]),
                self._any(query.about, named)
                or any(
                    lands.get(asked) == entity.country for asked in query.about for entity in within if entity.country
                ),
                not query.role
                or any(
                    set(stems(asked))
                    <= {word for role in (speaker.roles if speaker else ()) for word in stems(role.title)}
                    for asked in query.role
                ),
                not query.country or (speaker is not None and speaker.country in query.country),
                not query.sector or (speaker is not None and speaker.sector in query.sector),
                not query.kind or statement.kind in query.kind,
                not query.channel or (statement.channel is not None and statement.channel.kind in query.channel),
                query.unnamed is None or statement.anonymous is query.unnamed,
                query.said is None or _is_in(statement.said, query.said),
                query.confidence is None or _percent(statement.confidence) >= query.confidence * 100,
            )
        )

    def events(self, record: Record, query: EventQuery) -> Iterator[str]:
        for event in record.events:
            sides = [record.name_of(id) for id in event.actors], [record.name_of(id) for id in event.recipients]
            if (
                self._fits_event(record, event, query)
                and self._any(query.by, list(sides[0]))
                and self._any(query.to, list(sides[1]))
                and (not query.type or event.type in query.type)
                and (not query.mode or event.mode in query.mode)
            ):
                yield f"/{event.id}"

    def contacts(self, record: Record, query: ContactQuery) -> Iterator[str]:
        events = {event.id: event for event in record.events}
        for contact in record.contacts:
            if self._fits_event(record, events[contact.event], query) and (
                not query.medium or contact.medium in query.medium
            ):
                yield f"/{contact.event}"

    def _fits_event(self, record: Record, event: Event, query: EventQuery | ContactQuery) -> bool:
        parties = [record.entity(id) for id in (*event.actors, *event.recipients)]
        source = record.speaker_of(record.statement(event.according_to)) if event.according_to else None
        return all(
            (
                not query.words or _words_fit(query.words, record.words(event.evidence)),
                all(self._any((who,), [record.name_of(party.id) for party in parties]) for who in query.who),
                all(any(party.country == code for party in parties) for code in query.country),
                not query.sector or any(party.sector in query.sector for party in parties),
                not query.status or event.status in query.status,
                not query.place,
                self._any(query.according_to, [record.name_of(source.id)] if source else []),
                query.date is None or _is_in(event.date, query.date),
                query.confidence is None or _percent(event.confidence) >= query.confidence * 100,
            )
        )

    def figures(self, record: Record, query: FigureQuery) -> Iterator[str]:
        for number, figure in enumerate(record.figures, 1):
            source = record.speaker_of(record.statement(figure.according_to)) if figure.according_to else None
            assert figure.low is not None
            if all(
                (
                    not query.of or _words_fit(query.of, figure.of or ""),
                    self._any(query.by, [record.name_of(source.id)] if source else []),
                    not query.country or (source is not None and source.country in query.country),
                    not query.sector or (source is not None and source.sector in query.sector),
                    not query.kind or figure.kind in query.kind,
                    not query.unit or figure.unit in query.unit,
                    query.at_least is None or (figure.high or figure.low) >= query.at_least,
                    query.at_most is None or figure.low <= query.at_most,
                )
            ):
                yield f"/f{number}"

    def reports(self, record: Record, query: ReportQuery) -> Iterator[str]:
        ids = {
            id
            for statement in record.statements
            for id in (statement.speaker, *statement.addressees, *statement.relayed_by)
            if id
        }
        parties = {id for event in record.events for id in (*event.actors, *event.recipients)}
        speakers = {statement.speaker for statement in record.statements if statement.speaker}
        lands = {record.entity(id).country for id in speakers | parties}
        title = record.report.title or ""
        if all(
            (
                not query.words or _words_fit(query.words, f"{title}\n{record.report.text}"),
                all(self._any((who,), [record.name_of(id) for id in ids | parties]) for who in query.who),
                all(code in lands for code in query.country),
                not query.language or record.report.language in query.language,
            )
        ):
            yield ""


def _words_fit(typed: str, words: str) -> bool:
    return is_met(wanted_words(typed), stems(words))
