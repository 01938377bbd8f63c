# SPDX-License-Identifier: Apache-2.0
"""What persons say against readings. A correction names the reading it was made against and is never changed by a new one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import cast

from sqlalchemy import Connection, Row, Select, select

from readout.archive.columns import insert_row, now, storable
from readout.archive.finding import counting_reading, record
from readout.archive.kept import Correction
from readout.archive.schema import corrections, reports
from readout.errors import ArchiveError, ConfigError, SchemaError
from readout.record import Record
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
    _check_value(found.to_dict(), path, json.loads(plain := _json_of(value)))
    _check_spans(spans, len(found.report.text))
    row = {
        "report_id": number,
        "reading_id": connection.scalar(select(counting_reading()).select_from(reports).where(reports.c.id == number)),
        "path": path,
        "value": plain,
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


def _check_value(plain: Json, path: str, value: Json) -> None:
    """Make sure that with the value at a path the record would still be one."""
    corrected = _replaced(plain, path.split("/"), value, path)
    try:
        Record.from_dict(cast("dict[str, Json]", corrected))
    except SchemaError as error:
        raise ConfigError(f"the value {_json_of(value)} does not fit at '{path}': {error}") from error


def _replaced(at: Json, steps: Sequence[str], value: Json, path: str) -> Json:
    """Put a value where a path leads: names of fields, ids of things that have one, else their place in the list."""
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(at, dict) and step in at:
        return {**at, step: _replaced(at[step], rest, value, path)}
    if isinstance(at, list) and (place := _place_of(at, step)) is not None:
        put = _replaced(at[place], rest, value, path)
        # None says that a whole thing is none: what else the record says of it is not looked at.
        return at if put is None else [*at[:place], put, *at[place + 1 :]]
    raise ArchiveError(
        f"the record has nothing at '{path}': there is no '{step}'; give a path such as 'statements/s3/speaker'"
    )


def _place_of(items: list[Json], step: str) -> int | None:
    named = next((i for i, item in enumerate(items) if isinstance(item, dict) and item.get("id") == step), None)
    by_place = int(step) if step.isdecimal() and int(step) < len(items) else None
    return by_place if named is None else named


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
