# SPDX-License-Identifier: Apache-2.0
"""What a query gives as a table of PyArrow, of polars and of pandas: the same rows and columns."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

pytest.importorskip("pyarrow", reason="needs the extra 'tables'")
pytest.importorskip("polars", reason="needs polars")
pytest.importorskip("pandas", reason="needs pandas")

from sqlalchemy import Engine, insert

from readout.archive.engine import open_engine, writing
from readout.archive.found import Found
from readout.archive.packing import pack_text
from readout.archive.queries import ContactQuery, EventQuery, FigureQuery, ReportQuery, StatementQuery
from readout.archive.results import Results
from readout.archive.rows import index_record
from readout.archive.schema import reports, texts
from readout.archive.versions import create_schema
from tests.support.archived import made_records

QUERIES = [ReportQuery, StatementQuery, EventQuery, ContactQuery, FigureQuery]
kinds = pytest.mark.parametrize("query", QUERIES, ids=[kind.__name__ for kind in QUERIES])


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = open_engine(tmp_path_factory.mktemp("frames") / "news.sqlite")
    create_schema(engine)
    with writing(engine) as connection:
        for number, record in enumerate(made_records(30, seed=3), 1):
            packed = pack_text(record.report.text)
            connection.execute(insert(texts).values(id=number, reports=1, appearances=1))
            row = {"id": number, "hash": record.report.id.ljust(64, "0"), "text": packed, "words": 1, "text_id": number}
            connection.execute(insert(reports).values(row))
            index_record(connection, number, record)
    yield engine
    engine.dispose()


def plain(value: object) -> object:
    """Return a value as Python has it: pandas has no None among numbers."""
    return None if isinstance(value, float) and math.isnan(value) else value


@kinds
def test_all_have_the_same_rows(engine: Engine, query: type[StatementQuery]):
    results: Results[Found] = Results(engine, query())
    rows = results.to_arrow().to_pylist()
    assert len(rows) == results.count(None).number > 3
    assert results.to_polars().to_dicts() == rows
    frame = results.to_pandas()
    assert [{name: plain(value) for name, value in row.items()} for row in frame.to_dict("records")] == rows


@kinds
def test_columns_are_there_where_nothing_is_found(engine: Engine, query: type[StatementQuery]):
    some: Results[Found] = Results(engine, query())
    nothing: Results[Found] = Results(engine, query(publisher="Nobody Atall"))
    names = some.to_arrow().column_names
    assert nothing.to_arrow().column_names == nothing.to_polars().columns == list(nothing.to_pandas().columns) == names
    assert nothing.to_polars().schema == some.to_polars().schema
    assert len(nothing.to_pandas()) == 0
