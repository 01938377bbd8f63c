# SPDX-License-Identifier: Apache-2.0
"""Lists that are sorted by their own date ask the database no more often than they must."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, insert

from readout.archive.engine import open_engine, reading, writing
from readout.archive.packing import pack_text
from readout.archive.plans import plan_of
from readout.archive.queries import StatementQuery
from readout.archive.rows import index_record
from readout.archive.schema import reports, texts
from readout.archive.versions import create_schema
from readout.archive.walks import walk_of
from readout.record import Record
from tests.support.archived import made_records

_YEARS = range(1990, 2000)


def said_over_years() -> Iterator[Record]:
    """Yield records whose statements were made on days of their own, some in each month of ten years."""
    days = (f"{year}-{month:02}-{day:02}" for year in _YEARS for month in range(1, 13) for day in (3, 17))
    for record in made_records(120, seed=4):
        said = [dataclasses.replace(one, said=next(days, None), kind="direct") for one in record.statements]
        yield dataclasses.replace(record, statements=tuple(said))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(tmp_path / "archive.sqlite")
    create_schema(engine)
    with writing(engine) as connection:
        for number, record in enumerate(said_over_years(), 1):
            connection.execute(insert(texts).values(id=number, reports=1, appearances=1))
            row = {"id": number, "hash": record.report.id.ljust(64, "0"), "text": pack_text(record.report.text)}
            connection.execute(insert(reports).values(**row, words=1, text_id=number))
            index_record(connection, number, record)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("oldest", [False, True])
@pytest.mark.parametrize(("few", "most"), [(500, 25), (20, 150)], ids=["by years", "by months"])
def test_days_without_a_row_that_fits_cost_nothing_of_their_own(
    engine: Engine, oldest: bool, few: int, most: int, monkeypatch: pytest.MonkeyPatch
):
    """Of 240 days hardly any has a statement by Austin: before, each of them was a query."""
    monkeypatch.setattr("readout.archive.sqlitewalks._FEW", 3)
    monkeypatch.setattr("readout.archive.sqlitewalks._FEW_OF_SPAN", few)
    asked: list[str] = []
    query = StatementQuery(by="Austin", sort="said", oldest=oldest)
    with reading(engine) as connection:
        plan = plan_of(connection, query)
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append(given[2]))
        found = walk_of(connection, plan).page(1000, None)
    assert len(found) > 20
    assert len(asked) <= most
