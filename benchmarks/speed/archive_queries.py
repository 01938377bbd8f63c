# SPDX-License-Identifier: Apache-2.0
"""Time the first page of filtered queries over an archive of many statements, warm, on SQLite or PostgreSQL.

Every filter alone with a common and a rare value, then many of them in twos and threes drawn by chance, in every order: what a user
waits for between pressing Enter and seeing a page of 20, the words of the reports unpacked. To count what was found is timed apart.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine, text

import readout
from benchmarks.speed.inputs import EXAMPLES
from benchmarks.speed.made_archive import fill
from readout.archive.engine import open_engine, reading
from readout.archive.queries import ContactQuery, EventQuery, FigureQuery, Query, ReportQuery, StatementQuery
from readout.archive.results import Results
from readout.archive.versions import create_schema, is_empty

__all__ = ["DATABASES", "time_queries"]

DATABASES = ("sqlite", "postgresql")
_COMBINATIONS = 150
_PAGE = 20
_RUNS = 3

Found = dict[str, Any]


def time_queries(folder: Path, *, statements: int, database: str, address: str | None = None) -> Found:
    """Make the archive, unless there is one at an address, and time queries over it.

    Args:
        folder: Where it is made.
        statements: How many it is to hold.
        database: sqlite or postgresql.
        address: An archive to make or use there.
    """
    with _address(folder, database, address) as where:
        engine = open_engine(where)
        made: Found = {}
        if is_empty(engine):
            create_schema(engine)
            start = time.perf_counter()
            made = fill(engine, [readout.read(path.read_text("utf-8")) for path in EXAMPLES], statements=statements)
            made["seconds"] = time.perf_counter() - start
        timed = [_timed(engine, query) for query in _queries(engine)]
        engine.dispose()
    return {"made": made, "queries": len(timed), **_summed(timed)}


@contextmanager
def _address(folder: Path, database: str, address: str | None) -> Iterator[str]:
    if address is not None:
        yield address
    elif database == "sqlite":
        yield str(folder / "archive.sqlite")
    else:
        from tests.support.postgres import PostgreSQL

        with PostgreSQL.started() as server:
            yield server.new_database()


def _timed(engine: Engine, query: Query) -> Found:
    """Return the best of some runs, after one that warms: other programs of the machine come between, never the other way."""
    results: Results[Any] = Results(engine, query)
    results.page(_PAGE)
    walls, works = [], []
    for _ in range(_RUNS):
        wall, work = time.perf_counter(), time.process_time()
        page = results.page(_PAGE)
        walls.append(time.perf_counter() - wall)
        works.append(time.process_time() - work)
    wall = time.perf_counter()
    count = results.count()
    counted = time.perf_counter() - wall
    asked = {name: getattr(query, name) for name in query.__dataclass_fields__}
    plain = {name: value for name, value in asked.items() if value != query.__dataclass_fields__[name].default}
    label = f"{type(query).__name__.removesuffix('Query')} {plain}"
    return {
        "label": label,
        "ms": 1000 * min(walls),
        "median_ms": 1000 * median(walls),
        "work_ms": 1000 * min(works),
        "count_ms": 1000 * counted,
        "found": len(page.found),
        "count": str(count),
    }


def _summed(timed: Sequence[Found]) -> Found:
    found: Found = {}
    for name in ("ms", "median_ms", "work_ms", "count_ms"):
        ordered = sorted(one[name] for one in timed)
        found[name] = {"p50": median(ordered), "p95": ordered[int(0.95 * (len(ordered) - 1))], "max": ordered[-1]}
    found["slowest"] = sorted(timed, key=lambda one: -one["ms"])[:10]
    return found


def _queries(engine: Engine) -> Iterator[Query]:
    """Give every filter alone, with common and rare values, then combinations."""
    values = _values(engine)
    yield from (StatementQuery(), EventQuery(), ContactQuery(), FigureQuery(), ReportQuery())
    for kind, filters in values.items():
        for name, choices in filters.items():
            yield from (kind(**{name: choice}) for choice in choices)
    chance = random.Random(3)
    for _ in range(_COMBINATIONS):
        kind = chance.choice(
            [StatementQuery, StatementQuery, StatementQuery, EventQuery, ContactQuery, ReportQuery, FigureQuery]
        )
        filters = values[kind]
        chosen = {
            name: chance.choice(filters[name]) for name in chance.sample(sorted(filters), chance.choice([2, 2, 3]))
        }
        query = kind(**chosen)
        yield query
        if kind in (StatementQuery, EventQuery):
            sorts = ["confidence", "appearances", "added", "said" if kind is StatementQuery else "date"]
            yield replace(query, sort=chance.choice(sorts), oldest=chance.random() < 0.2)


def _values(engine: Engine) -> dict[type, dict[str, list[Any]]]:
    """Choose values of filters from the archive: the most common, the middle and a rare one of each."""
    with reading(engine) as connection:

        def ranked(query: str) -> list[Any]:
            return [row[0] for row in connection.execute(text(query))]

        speakers = ranked(
            "SELECT n.name FROM (SELECT speaker, count(*) AS c FROM statements WHERE speaker IS NOT NULL GROUP BY speaker) s "
            "JOIN names n ON n.id = s.speaker WHERE n.kind = 'person' ORDER BY s.c DESC, n.name"
        )
        publishers = ranked("SELECT name FROM names WHERE kind = 'publisher' ORDER BY id")
        types = ranked("SELECT type FROM events GROUP BY type ORDER BY count(*) DESC, type")
        modes = ranked("SELECT mode FROM events WHERE mode IS NOT NULL GROUP BY mode ORDER BY count(*) DESC, mode")
        units = ranked("SELECT unit FROM figures WHERE unit IS NOT NULL GROUP BY unit ORDER BY count(*) DESC, unit")
    names = [speakers[0], speakers[len(speakers) // 50], speakers[-1], speakers[0].split()[-1]]
    common: dict[str, list[Any]] = {
        "publisher": [publishers[0], publishers[-1]],
        "published": ["2021", "2019-03", "2022-05-13", "..2018-06"],
        "appearances": [2, 5, 40],
    }
    countries = ["AFG", "RUS", "ZMB", ("USA", "GBR")]
    words = [
        "said",
        "minister",
        "sanctions",
        '"joint statement"',
        "court OR parliament",
        "sanctions -minister",
        "genocide tweeted",
    ]
    stated: dict[str, list[Any]] = {
        "confidence": [0.6, 0.95, 0.99],
        "country": countries,
        "sector": ["GOV", "MIL", "SPY"],
        **common,
    }
    return {
        StatementQuery: {
            "words": words, "by": names, "to": names, "relayed_by": names, "about": [*names[:2], "Belarus", "Zambia"],
            "role": ["minister", "foreign minister", "spokeswoman"], "kind": ["direct", "mixed"],
            "channel": ["statement", "tweet", "letter"], "unnamed": [True, False],
            "said": ["2021", "2019-03", "2014", "2022-05-13"], **stated,
        },
        EventQuery: {
            "words": words, "who": names, "by": names, "to": names, "type": [types[0], types[-1]], "mode": [modes[0], modes[-1]],
            "status": ["occurred", "planned", "denied"], "place": ["Kyiv", "Belarus", "Geneva"], "according_to": names,
            "date": ["2021", "2019-03", "2022-05-13"], **stated,
        },
        ContactQuery: {
            "words": words, "who": names, "medium": ["meeting", "phone", "letter"], "status": ["occurred"],
            "date": ["2021", "2019-03"], **stated,
        },
        ReportQuery: {"words": words, "who": names, "country": countries, **common},
        FigureQuery: {
            "of": ["people", "entities", "votes"], "by": names, "country": countries, "kind": ["count", "money"],
            "unit": [units[0], units[-1]], "at_least": [10, 1e6, 1e12], "at_most": [0.5, 100], **common,
        },
    }  # fmt: skip
