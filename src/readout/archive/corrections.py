# SPDX-License-Identifier: Apache-2.0
"""What persons say against readings. A correction names the reading it was made against and is never changed by a new one."""

from __future__ import annotations

import json

from sqlalchemy import Connection, Row, Select, select

from readout.archive.columns import insert_row, now, storable
from readout.archive.finding import counting_reading, record
from readout.archive.kept import Correction
from readout.archive.schema import corrections, reports
from readout.errors import ArchiveError, ConfigError
from readout.record.form import Json
from readout.text import Span

__all__ = ["correction_rows", "put_correction"]


def put_correction(
    connection: Connection,
    number: int,
    *,
    path: str,
    value: object,
    who: str,
    spans: tuple[Span, ...],
    reason: str | None,
) -> Correction:
    """Keep a correction of a report's reading that counts; see `Archive.correct`."""
    found = record(connection, number)
    _check_path(found.to_dict(), path)
    _check_spans(spans, len(found.report.text))
    row = {
        "report_id": number,
        "reading_id": connection.scalar(select(counting_reading()).select_from(reports).where(reports.c.id == number)),
        "path": path,
        "value": _json_of(value),
        "spans": json.dumps([[span.start, span.end] for span in spans]),
        "reason": storable(reason),
        "who": storable(_named(who)),
        "made": now(),
    }
    added = insert_row(connection, corrections, row)
    return _correction_from(connection.execute(_query().where(corrections.c.id == added)).one())


def _named(who: str) -> str:
    if not who.strip():
        raise ConfigError("found nobody, expected who makes the correction: a name or an address")
    return who.strip()


def _json_of(value: object) -> str:
    try:
        return json.dumps(value, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise ConfigError(f"the value {value!r} is no JSON ({error}); give it as the record's JSON has it") from error


def _check_path(plain: dict[str, Json], path: str) -> None:
    """Follow a path: names of fields, ids of things that have one, else their place in the list."""
    at: Json = plain
    for step in path.split("/"):
        if isinstance(at, dict) and step in at:
            at = at[step]
        elif isinstance(at, list) and (item := _item(at, step)) is not None:
            at = item
        else:
            raise ArchiveError(
                f"the record has nothing at '{path}': there is no '{step}'; give a path such as 'statements/s3/speaker'"
            )


def _item(items: list[Json], step: str) -> Json:
    named = (item for item in items if isinstance(item, dict) and item.get("id") == step)
    by_place = items[int(step)] if step.isdecimal() and int(step) < len(items) else None
    return next(named, by_place)


def _check_spans(spans: tuple[Span, ...], length: int) -> None:
    for span in spans:
        if not 0 <= span.start < span.end <= length:
            raise ConfigError(
                f"found [{span.start}, {span.end}], expected 0 <= start < end <= {length}, within the text"
            )


def correction_rows(connection: Connection, number: int | None) -> list[Correction]:
    """Return all corrections, or those of one report, in the order that they were made."""
    query = _query().order_by(corrections.c.id)
    if number is not None:
        query = query.where(corrections.c.report_id == number)
    return [_correction_from(row) for row in connection.execute(query)]


def _query() -> Select[tuple[object, ...]]:
    return select(corrections, reports.c.hash).join(reports, reports.c.id == corrections.c.report_id)


def _correction_from(row: Row[tuple[object, ...]]) -> Correction:
    return Correction(
        report=row.hash[:16],
        path=row.path,
        value=json.loads(row.value),
        spans=tuple(Span(start, end) for start, end in json.loads(row.spans)),
        reason=row.reason,
        who=row.who,
        made=row.made,
        reading=row.reading_id,
    )
