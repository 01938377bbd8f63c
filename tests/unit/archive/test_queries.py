# SPDX-License-Identifier: Apache-2.0

from __future__ import annotations

import dataclasses
from typing import get_args, get_type_hints

import pytest

from readout.archive.filters import LISTS, Listing
from readout.archive.names import names_like, numbers_of_names
from readout.archive.periods import days_of_period
from readout.archive.queries import QUERIES, ContactQuery, EventQuery, FigureQuery, ReportQuery, StatementQuery
from readout.archive.rowschema import entries_of_days, entry_id, names
from readout.archive.schema import metadata
from readout.errors import ConfigError


@pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.kind)
def test_queries_have_the_filters_of_the_list(listing: Listing) -> None:
    names = [filter.name for filter in listing.filters]
    assert [field.name for field in dataclasses.fields(QUERIES[listing.kind])] == [*names, "sort", "oldest"]
    assert get_args(get_type_hints(QUERIES[listing.kind])["sort"]) == listing.sorts


def test_values_are_brought_to_their_one_form() -> None:
    query = StatementQuery(country=["russia", "usa"], sector="mil", channel="press conference", by="Shoigu")
    assert (query.country, query.sector, query.channel, query.by) == (
        ("RUS", "USA"),
        ("MIL",),
        ("press_conference",),
        ("Shoigu",),
    )


@pytest.mark.parametrize(
    ("kind", "values", "message"),
    [
        (StatementQuery, {"country": "Ukrain"}, "perhaps UKR"),
        (StatementQuery, {"sector": "MILI"}, "MIL .military.,"),
        (StatementQuery, {"kind": "quoted"}, "there are: direct, mixed, indirect"),
        (StatementQuery, {"channel": "twet"}, "perhaps 'tweet'"),
        (EventQuery, {"type": "ASAULT"}, "perhaps 'ASSAULT'"),
        (EventQuery, {"status": "done"}, "there are: occurred"),
        (ContactQuery, {"medium": "fone"}, "perhaps 'phone'"),
        (FigureQuery, {"kind": "sum"}, "there are: count"),
        (StatementQuery, {"sort": "relevance"}, "expected one of: published"),
        (ReportQuery, {"published": "May"}, "expected a day, a month or a year"),
        (ReportQuery, {"published": ".."}, "expected a day, a month or a year"),
        (ReportQuery, {"published": "2022..2021"}, "ends before it begins"),
        (ReportQuery, {"appearances": 0}, "from 1"),
        (StatementQuery, {"confidence": 2.0}, "from 0 to 1"),
        (StatementQuery, {"by": " "}, "empty value for by"),
    ],
)
def test_wrong_values_are_errors_that_say_what_there_is(kind: type, values: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        kind(**values)


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2022-05-13", ("2022-05-13", "2022-05-13")),
        ("2022-02", ("2022-02-01", "2022-02-28")),
        ("2022-03..2022-05-13", ("2022-03-01", "2022-05-13")),
        ("..2021", (None, "2021-12-31")),
        ("2022-W19..", ("2022-05-09", None)),
    ],
)
def test_period_has_a_first_and_a_last_day(period: str, days: tuple[str | None, str | None]) -> None:
    assert days_of_period(period) == days


def test_numbers_put_the_newest_first_and_the_undated_last() -> None:
    newest, older, undated = entry_id(738_000, 0), entry_id(737_999, 5), entry_id(0, 0)
    assert entry_id(738_000, 1) < newest < older < undated
    low, high = entries_of_days(738_000, 738_000)
    assert (low or 0) <= newest <= (high or 0) < older


@pytest.fixture(scope="module")
def connection():
    from sqlalchemy import create_engine

    engine = create_engine("sqlite://")
    with engine.begin() as opened:
        metadata.create_all(opened, tables=[names, metadata.tables["name_words"]])
        held = [
            ("Sergey Shoygu", "person"), ("Shoigu", "person"), ("Larisa Shoigu", "person"), ("Kim Jong Un", "person"),
            ("Navalnaya", "person"), ("Navalny", "person"), ("International Atomic Energy Agency", "organisation"),
            ("IAEA", "organisation"), ("Russian Defense Ministry", "organisation"),
            ("Ukrainian Ministry of Defence", "organisation"),
            ("U.N. Security Council", "organisation"), ("The Example Times", "publisher"), ("Defence Minister", "role"),
        ]  # fmt: skip
        numbers_of_names(opened, held)
        yield opened
    engine.dispose()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Sergei Shoigu", {"Sergey Shoygu", "Shoigu"}),
        ("Shoigu", {"Sergey Shoygu", "Shoigu", "Larisa Shoigu"}),
        ("Навальный", {"Navalny"}),
        ("Navalny", {"Navalny"}),
        ("IAEA", {"International Atomic Energy Agency", "IAEA"}),
        ("International Atomic Energy Agency", {"International Atomic Energy Agency", "IAEA"}),
        ("defence ministry", {"Russian Defense Ministry", "Ukrainian Ministry of Defence"}),
        ("UN", {"U.N. Security Council"}),
        ("Nobody", set()),
        ("", set()),
        ("?!", set()),
    ],
)
def test_names_are_found_in_other_spellings(connection, asked: str, found: set[str]) -> None:
    assert {name.name for name in names_like(connection, asked)} == found


def test_publishers_are_found_without_article_or_case(connection) -> None:
    assert [name.name for name in names_like(connection, "example TIMES", kind="publisher")] == ["The Example Times"]
