# SPDX-License-Identifier: Apache-2.0
"""Archives of released schemas, as rows that are never changed: `python -m tests.support.released` writes those of the newest.

Run it once, before a release that has a new schema; what is kept of older ones stays as it is.
"""

from __future__ import annotations

import json
import tempfile
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, MetaData, select

from readout.archive.archive import Archive
from readout.archive.copying import TABLES
from readout.archive.engine import reading, writing
from readout.archive.versions import newest_schema, prepare_file, upgrade_schema
from readout.text import Span
from tests.support.archives import FRESH, MAKER, TALKS, TALKS_RECORD, received, record_of

__all__ = ["RELEASED", "load"]

FOLDER = Path(__file__).parent / "schemas"
RELEASED = sorted(path.stem for path in FOLDER.glob("*.json"))


def load(engine: Engine, schema: str) -> list[str]:
    """Make an archive of a released schema with rows in it, and return its records as JSON."""
    kept = json.loads((FOLDER / f"{schema}.json").read_text(encoding="utf-8"))
    prepare_file(engine)
    upgrade_schema(engine, to=schema)
    found = MetaData()
    with writing(engine) as connection:
        found.reflect(connection, only=list(kept["tables"]))
        for name, rows in kept["tables"].items():
            connection.execute(found.tables[name].insert(), [_opened(row) for row in rows])
    records: list[str] = kept["records"]
    return records


def _opened(row: dict[str, Any]) -> dict[str, Any]:
    return {name: b64decode(value["bytes"]) if isinstance(value, dict) else value for name, value in row.items()}


def _closed(value: object) -> object:
    return {"bytes": b64encode(value).decode()} if isinstance(value, bytes) else value


def write() -> Path:
    """Write an archive of the newest schema: versions, appearances, a copy, a failure, a correction, two makers."""
    update = TALKS + " They will meet again in June, she added."
    other = "The bridge of Tunis opens in May, said the mayor on Friday, and it will be free for all."
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "archive.sqlite") as archive:
        archive.add(
            received(title="Talks fail", publisher="Example Wire", published="2022-05-13"), TALKS_RECORD, maker=MAKER
        )
        archive.add(received(address="https://other.example/1"), TALKS_RECORD, maker=MAKER)
        archive.add(received(update), record_of(update), maker=MAKER)
        archive.add(received(other, "bridge.txt"), "no such word", maker=MAKER)
        archive.correct(1, "statements/s1/speaker", None, who="ann", spans=[Span(0, 5)], reason="unnamed")
        archive.add_readings([(1, record_of(TALKS, says="the police", model=FRESH.model))], maker=FRESH)
        with reading(archive.engine) as connection:
            tables = {
                table.name: [
                    {name: _closed(value) for name, value in row.items()}
                    for row in connection.execute(select(table)).mappings()
                ]
                for table in TABLES
            }
        records = [record.to_json() for record in archive.records()]
    FOLDER.mkdir(exist_ok=True)
    path = FOLDER / f"{newest_schema()}.json"
    path.write_text(json.dumps({"records": records, "tables": tables}, indent=1) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    write()
