# SPDX-License-Identifier: Apache-2.0
"""What a report says again that an earlier one of its text says: held right whatever order reports are added in.

Which report is the earlier one is told by `precedence`. Where a report comes in between, those behind it say again what it
says too; where the first of a text turns out to be another one, the tree of its copies is turned. So an archive gives the same
answers whichever of two copies came first.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence

from sqlalchemy import Connection, func, select, update

from readout.archive.copies import turn
from readout.archive.finding import record_if_any
from readout.archive.precedence import Told, reports_in_order, told_by, told_in_text
from readout.archive.rows import forget_rows, index_record
from readout.archive.rowschema import entries
from readout.archive.schema import reports
from readout.errors import ArchiveError
from readout.record import Record

__all__ = ["index_in_order", "put_in_order", "root", "root_all"]

logger = logging.getLogger(__name__)


def index_in_order(connection: Connection, report_id: int, record: Record) -> None:
    """Make the rows of a report's record anew, and those of later reports of its text that say again what it says, or no more.

    Args:
        connection: A transaction that writes; the reading is there, so that the report's place in its text is known.
        report_id: Number of the report.
        record: What it states.
    """
    text_id: int = connection.execute(select(reports.c.text_id).where(reports.c.id == report_id)).scalar_one()
    order = reports_in_order(connection, text_id)
    was_first = _root(connection, text_id, order)
    later = order[order.index(report_id) + 1 :]
    before = told_by(connection, report_id, again=False) if later else {}
    forget_rows(connection, report_id)
    index_record(connection, report_id, record)
    others = [number for number in order if number != report_id]
    if others and was_first not in (report_id, others[0]):
        # From before the order was what it is now.
        put_in_order(connection, text_id)
    elif later:
        for number in _touched(connection, text_id, later, before, told_by(connection, report_id)):
            _index_anew(connection, number)


def put_in_order(connection: Connection, text_id: int) -> None:
    """Make the rows of all reports of a text anew, after texts were joined or reports changed places in it."""
    order = reports_in_order(connection, text_id)
    _root(connection, text_id, order)
    for number in order:
        _index_anew(connection, number)


def root(connection: Connection, text_id: int) -> None:
    """Turn the tree of a text so that its first report is the root."""
    _root(connection, text_id, reports_in_order(connection, text_id))


def root_all(connection: Connection) -> None:
    """Turn the trees of all texts so."""
    several = select(reports.c.text_id).group_by(reports.c.text_id).having(func.count() > 1)
    for text_id in connection.scalars(several).all():
        root(connection, text_id)


def _root(connection: Connection, text_id: int, order: Sequence[int]) -> int | None:
    """Turn a text's tree so that the first of its reports is the root; return which one was."""
    roots = connection.scalars(
        select(reports.c.id).where(reports.c.text_id == text_id, reports.c.copy_of.is_(None))
    ).all()
    if order and order[0] not in roots:
        turn(connection, order[0], None, None)
    return roots[0] if len(roots) == 1 else None


def _touched(connection: Connection, text_id: int, later: Sequence[int], before: Told, now: Told) -> list[int]:
    """Return the later reports whose rows are others by what an earlier one states now, or no more."""
    firsts = connection.scalars(
        select(entries.c.report_id).join(reports).where(reports.c.text_id == text_id, ~entries.c.again)
    )
    touched = set(firsts)
    touched |= {number for number, told in told_in_text(connection, text_id, again=False).items() if _share(told, now)}
    lost = {kind: digests - now[kind] for kind, digests in before.items()}
    if any(lost.values()):
        again = told_in_text(connection, text_id, again=True)
        touched |= {number for number, told in again.items() if _share(told, lost)}
    return [number for number in later if number in touched]


def _share(one: Told, other: Told) -> bool:
    return any(digests & other[kind] for kind, digests in one.items())


def _index_anew(connection: Connection, number: int) -> None:
    """Make the rows of a report anew; among those sorted by when they were added it stays where it is.

    The rows of one that is damaged are left as they are: it is in no other's way, and `check` names it.
    """
    try:
        record = record_if_any(connection, number)
    except ArchiveError as error:
        logger.warning("%s", error)
        return
    slots = connection.execute(select(entries.c.part, entries.c.slot).where(entries.c.report_id == number)).all()
    forget_rows(connection, number)
    if record is None:
        return
    index_record(connection, number, record)
    for part, slot in slots:
        connection.execute(
            update(entries).where(entries.c.report_id == number, entries.c.part == part).values(slot=slot)
        )
