# SPDX-License-Identifier: Apache-2.0
"""Which of the reports of a text comes first, and what the earlier ones state.

The order in which reports were added says nothing: an archive may get today's copy before last week's report. First is what could
be read; then what was published earlier, days that are not known last; of one day the earlier version at an address, then the
longer one, which was rather cut than made longer; and where even that is the same, the smaller hash.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, bindparam, exists, select
from sqlalchemy import Row as SqlRow

from readout.archive.packing import text_if_whole
from readout.archive.recordrows import Digest
from readout.archive.rowschema import ROOM, entries, events, figures, statements
from readout.archive.schema import appearances, readings, reports
from readout.archive.terms import stems

__all__ = ["Told", "reports_in_order", "told_before", "told_by", "told_in_text"]

Told = Mapping[str, set[Digest]]
"""What was stated, as digests, under the names of the tables: statements, events, figures."""

_TABLES: dict[str, Table] = {"statements": statements, "events": events, "figures": figures}

_IS_READ = exists().where(readings.c.report_id == reports.c.id, readings.c.record.is_not(None))
_REPORTS = (
    select(reports.c.id, reports.c.words, reports.c.hash, _IS_READ.label("is_read"), appearances.c.published, appearances.c.version)
    .outerjoin(appearances, appearances.c.report_id == reports.c.id)
    .where(reports.c.text_id == bindparam("told"))
)  # fmt: skip
_LAST = "~"  # sorts behind every day


def reports_in_order(connection: Connection, text_id: int) -> list[int]:
    """Return the numbers of the reports of a text, the first first."""
    # Sorted here, since databases sort text by the rules of some language.
    best: dict[int, tuple[bool, str, int, int, str]] = {}
    for row in connection.execute(_REPORTS, {"told": text_id}):
        rank = not row.is_read, row.published or _LAST, row.version or 0, -row.words, row.hash
        best[row.id] = min(rank, best.get(row.id, rank))
    return sorted(best, key=best.__getitem__)


def told_before(connection: Connection, report_id: int) -> Told | None:
    """Return what earlier reports of the same text state; None for the first of its text."""
    text_id = connection.scalar(select(reports.c.text_id).where(reports.c.id == report_id))
    order = [] if text_id is None else reports_in_order(connection, text_id)
    if text_id is None or not order[: order.index(report_id)]:
        return None
    told = told_in_text(connection, text_id, again=False)
    before: Told = {kind: set() for kind in _TABLES}
    for number in order[: order.index(report_id)]:
        for kind, digests in told.get(number, before).items():
            before[kind].update(digests)
    return before


def told_by(connection: Connection, report_id: int, *, again: bool | None = None) -> Told:
    """Return what a report states.

    Args:
        connection: A transaction.
        report_id: The report; one without rows states nothing.
        again: Only what it states again, or only what no earlier report does; all of it if None.
    """
    return _told(connection, entries.c.report_id == report_id, again).get(report_id, {kind: set() for kind in _TABLES})


def told_in_text(connection: Connection, text_id: int, *, again: bool) -> Mapping[int, Told]:
    """Return what reports of a text state, as of `told_by`; those that state nothing are left out."""
    return _told(connection, entries.c.report_id.in_(select(reports.c.id).where(reports.c.text_id == text_id)), again)


def _told(connection: Connection, whose: ColumnElement[bool], again: bool | None) -> Mapping[int, Told]:
    """Return what reports state, with as few questions as there are kinds: a text may have been told a thousand times."""
    found: dict[int, Told] = {}
    words: dict[int, str] = {}  # unpacked only where something is found
    for kind, table in _TABLES.items():
        of_entry = table.c.id.between(entries.c.id * ROOM, entries.c.id * ROOM + (ROOM - 1))
        wanted = select(table).select_from(entries.join(table, of_entry)).where(whose)
        for row in connection.execute(wanted if again is None else wanted.where(table.c.again.is_(again))).all():
            if row.report_id not in words:
                packed = connection.execute(_TEXT, {"number": row.report_id}).scalar_one()
                words[row.report_id] = text_if_whole(packed)
            if not words[row.report_id]:
                continue  # Damaged: what it states cannot be told.
            told = found.setdefault(row.report_id, {kind: set() for kind in _TABLES})
            told[kind].add(_digest_of(kind, row, words[row.report_id]))
    return found


_TEXT = select(reports.c.text).where(reports.c.id == bindparam("number"))


def _digest_of(kind: str, row: SqlRow[Any], words: str) -> Digest:
    """Return what a row in the archive states, as the digest of a new one does."""
    if kind == "figures":
        return (row.low, row.high, row.unit, *stems(row.of or ""))
    spans = (span.partition("-") for span in row.spans.split(","))
    told = stems(" … ".join(words[int(start) : int(end)] for start, _, end in spans))
    return (row.type, *told) if kind == "events" else tuple(told)
