# SPDX-License-Identifier: Apache-2.0
"""Which reports are copies of each other: ten copies of one agency report are one text told ten times.

A report is placed when it is added. Its sketch gives candidates, the check of `likeness` says which of them it is a copy of,
and it joins their text. A report that is like reports of two texts shows that both are one, and joins them, unless it has one
passage from each: then it is a digest, and stays with the text that it shares most with.

**Order.** Being a copy is a matter of two texts, whichever came first, and a text is what is connected by it; so the order in which
reports are added does not change which share a text. It can in three cases. Two writers that add copies at the same moment may
not see each other's (the archive lets in one at a time, but nothing here depends on that). A digest may be added before what it
is made of, and then stands between the two. And where more than `CANDIDATES` reports share a report's passages, only the
likeliest are read. `rebuild` places every report anew in the order of their ids, which joins what two writers parted.

**Sketches.** Only what a report's own original does not hold already is kept of its sketch, and no number is kept for more than
`HOLDERS` reports: so a footer that a publisher sets under everything costs a bounded look-up, and says nothing.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, ScalarSelect, bindparam, delete, func, insert, select, update

from readout.archive.likeness import Kinship, Likeness, likeness_of
from readout.archive.schema import appearances, reports, sketches, texts
from readout.archive.sketching import sketch_of
from readout.archive.wording import Wording, wording_of

__all__ = [
    "CANDIDATES",
    "HOLDERS",
    "Placement",
    "Rebuilt",
    "count_places",
    "place",
    "places_of_text",
    "rebuild",
    "turn",
]

logger = logging.getLogger(__name__)

Unpack = Callable[[bytes], str]
"""Turns what `reports.text` holds into the text."""

# Reports whose texts are read for one that is placed: each takes about half a millisecond.
CANDIDATES = 8

# Reports that a number of a sketch is kept for at most.
HOLDERS = 64

# Values in one statement: SQLite before 3.32 takes no more than 999.
_AT_ONCE = 500

# Made once: to put a statement together takes longer than to run it.
_HOLDERS = select(sketches.c.value, sketches.c.report_id).where(
    sketches.c.value.in_(bindparam("values", expanding=True))
)
_TEXTS = select(reports.c.id, reports.c.text_id, reports.c.text).where(
    reports.c.id.in_(bindparam("ids", expanding=True))
)
_TEXT_OF = select(reports.c.text_id).where(reports.c.id == bindparam("number"))
_KEEP = insert(sketches)
_NAME = (
    update(reports)
    .where(reports.c.id == bindparam("number"))
    .values(text_id=bindparam("told"), copy_of=bindparam("parent"), kinship=bindparam("how"))
)
_SOURCE = texts.alias()
_MOVE = (
    update(texts)
    .where(texts.c.id == bindparam("number"))
    .values({
        column: texts.c[column] + select(_SOURCE.c[column]).where(_SOURCE.c.id == bindparam("source")).scalar_subquery()
        for column in ("reports", "appearances")
    })
)  # fmt: skip
_EMPTY = update(texts).where(texts.c.id == bindparam("number")).values(reports=0, appearances=0)
_DROP = delete(texts).where(texts.c.id == bindparam("number"))


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a report was placed.

    Attributes:
        text_id: The text that it tells.
        copy_of: The report that it is a copy of; None if it is the first of its text.
        kinship: How it is a copy of that one.
        joined: Texts that turned out to be the same one; their reports were moved to it, and their rows are left empty.
    """

    text_id: int
    copy_of: int | None = None
    kinship: Kinship | None = None
    joined: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Copy:
    """A report that the new one is a copy of."""

    report_id: int
    text_id: int
    likeness: Likeness


def place(connection: Connection, *, report_id: int, text: str, unpack: Unpack) -> Placement:
    """Place a report that was just added, and keep its sketch.

    Args:
        connection: Within the transaction that adds the report.
        report_id: The report. Its row is there, with a text of its own, which is deleted if it turns out to be a copy.
        text: Its text.
        unpack: How texts are unpacked.

    Returns:
        Where it was placed; its row and those of the texts say so too.
    """
    wording = wording_of(text)
    sketch = sketch_of(wording)
    holders = _holders(connection, sketch, but=report_id)
    copies = _copies(connection, wording, _candidates(holders), unpack)
    own = connection.execute(_TEXT_OF, {"number": report_id}).scalar_one()
    placement = _settle(connection, report_id, copies) or Placement(own)
    if placement.text_id != own:
        connection.execute(_MOVE, {"number": placement.text_id, "source": own})
        connection.execute(_DROP, {"number": own})
    _keep_sketch(connection, report_id, sketch, holders, placement.copy_of)
    return placement


def _holders(connection: Connection, sketch: Sequence[int], *, but: int) -> Mapping[int, list[int]]:
    """Return the reports that share each number of a sketch."""
    found: dict[int, list[int]] = defaultdict(list)
    for start in range(0, len(sketch), _AT_ONCE):
        for value, report_id in connection.execute(_HOLDERS, {"values": sketch[start : start + _AT_ONCE]}):
            if report_id != but:
                found[value].append(report_id)
    return found


def _candidates(holders: Mapping[int, list[int]]) -> list[int]:
    """Return the reports to compare with, the likeliest first: a number that few share says more."""
    votes: dict[int, float] = defaultdict(float)
    for found in holders.values():
        for report_id in found:
            votes[report_id] += 1 / len(found)
    return sorted(votes, key=lambda report_id: (-votes[report_id], report_id))[:CANDIDATES]


def _copies(connection: Connection, wording: Wording, candidates: Sequence[int], unpack: Unpack) -> list[_Copy]:
    """Return the candidates that are copies, those that share most first; only the one with the same words if there is one."""
    found: list[_Copy] = []
    rows = {row.id: row for row in connection.execute(_TEXTS, {"ids": candidates})} if candidates else {}
    for report_id in (number for number in candidates if number in rows):
        likeness = likeness_of(wording, wording_of(unpack(rows[report_id].text)))
        if likeness is not None:
            found.append(_Copy(report_id, rows[report_id].text_id, likeness))
            if likeness.kinship is Kinship.COPY:
                return found[-1:]
    return sorted(found, key=lambda copy: (-copy.likeness.words, copy.report_id))


def _settle(connection: Connection, report_id: int, copies: Sequence[_Copy]) -> Placement | None:
    """Write down which text a report tells; None if it is a copy of none."""
    if not copies:
        return None
    tied = _tied(copies)
    text_id = min(tied)
    first = tied[text_id]
    _name(connection, report_id, text_id, first.report_id, first.likeness.kinship)
    joined = tuple(sorted(tied.keys() - {text_id}))
    for other in joined:
        _join(connection, other, text_id, by=report_id, through=tied[other])
    return Placement(text_id, first.report_id, first.likeness.kinship, joined)


def _name(connection: Connection, report_id: int, text_id: int, copy_of: int | None, kinship: Kinship | None) -> None:
    how = None if kinship is None else kinship.value
    connection.execute(_NAME, {"number": report_id, "told": text_id, "parent": copy_of, "how": how})


def _tied(copies: Sequence[_Copy]) -> dict[int, _Copy]:
    """Return the texts that a report tells, each with the report of it that is most like it.

    A text whose passages are none of those that the likest one has stays apart: the report is a digest of both.
    """
    best = copies[0].likeness
    tied: dict[int, _Copy] = {}
    for copy in copies:
        if 2 * int((copy.likeness.shared & best.shared).sum()) >= copy.likeness.words:
            tied.setdefault(copy.text_id, copy)
    return tied


def _join(connection: Connection, other: int, text_id: int, *, by: int, through: _Copy) -> None:
    """Move the reports of a text to another, and turn their tree so that it hangs on the report that joins them."""
    turn(connection, through.report_id, by, through.likeness.kinship.reverse)
    connection.execute(update(reports).where(reports.c.text_id == other).values(text_id=text_id))
    connection.execute(_MOVE, {"number": text_id, "source": other})
    connection.execute(_EMPTY, {"number": other})
    logger.info("texts %d and %d are one: report %d is a copy of both", text_id, other, by)


def turn(connection: Connection, report_id: int, parent: int | None, kinship: Kinship | None) -> None:
    """Turn the tree of a text so that one of its reports is at its root, or hangs on a report of another tree.

    Args:
        connection: A transaction that writes.
        report_id: Which report.
        parent: What it is a copy of from now on; None for the first of its text.
        kinship: How it is a copy of that.
    """
    current: int | None = report_id
    while current is not None:
        above, was = connection.execute(
            select(reports.c.copy_of, reports.c.kinship).where(reports.c.id == current)
        ).one()
        how = None if kinship is None else kinship.value
        connection.execute(update(reports).where(reports.c.id == current).values(copy_of=parent, kinship=how))
        current, parent = above, current
        kinship = Kinship(was).reverse if was else None


def _keep_sketch(
    connection: Connection, report_id: int, sketch: Iterable[int], holders: Mapping[int, list[int]], copy_of: int | None
) -> None:
    new = [v for v in sketch if copy_of not in (found := holders.get(v, ())) and len(found) < HOLDERS]
    if new:
        connection.execute(_KEEP, [{"value": value, "report_id": report_id} for value in new])


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What `rebuild` did.

    Attributes:
        reports: How many were placed.
        texts_before: How many texts there were.
        texts: How many there are.
    """

    reports: int
    texts_before: int
    texts: int


def rebuild(connection: Connection, *, unpack: Unpack) -> Rebuilt:
    """Place every report anew, in the order of their ids, within the given transaction.

    A text keeps its id where its first report stays the first of it. Rows of texts without reports are deleted.
    """
    texts_before = _count(connection)
    connection.execute(delete(sketches))
    placed = 0
    for report_id in _ids(connection):
        _place_anew(connection, report_id, unpack)
        placed += 1
    _count_anew(connection)
    return Rebuilt(placed, texts_before, _count(connection))


def _count(connection: Connection) -> int:
    return connection.execute(select(func.count(func.distinct(reports.c.text_id)))).scalar_one()


def _ids(connection: Connection) -> Iterator[int]:
    """Yield the ids of all reports in order, page by page."""
    last = -1
    while page := connection.execute(
        select(reports.c.id).where(reports.c.id > last).order_by(reports.c.id).limit(_AT_ONCE)
    ).scalars().all():  # fmt: skip
        yield from page
        last = page[-1]


def _place_anew(connection: Connection, report_id: int, unpack: Unpack) -> None:
    """Place a report among those with smaller ids, the only ones whose sketches are there."""
    text_id, packed = connection.execute(
        select(reports.c.text_id, reports.c.text).where(reports.c.id == report_id)
    ).one()
    wording = wording_of(unpack(packed))
    sketch = sketch_of(wording)
    holders = _holders(connection, sketch, but=report_id)
    placement = _settle(connection, report_id, _copies(connection, wording, _candidates(holders), unpack))
    if placement is None:
        placement = Placement(_own_text(connection, report_id, text_id))
        _name(connection, report_id, placement.text_id, None, None)
    _keep_sketch(connection, report_id, sketch, holders, placement.copy_of)


def _own_text(connection: Connection, report_id: int, text_id: int) -> int:
    """Return a text for the first report of one: that which it has, unless a report before it has it."""
    taken = select(reports.c.id).where(reports.c.text_id == text_id, reports.c.id < report_id).limit(1)
    if connection.execute(taken).first() is None:
        return text_id
    return int(connection.execute(insert(texts).values(reports=0, appearances=0).returning(texts.c.id)).scalar_one())


def places_of_text() -> ScalarSelect[int]:
    """Return in how many places a row of `texts` stood: versions that replaced each other at an address stood in one."""
    return (
        select(func.count(appearances.c.address.distinct()))
        .select_from(appearances.join(reports))
        .where(reports.c.text_id == texts.c.id)
        .scalar_subquery()
    )


def count_places(connection: Connection, text_id: int) -> None:
    """Count anew in how many places a text stood."""
    connection.execute(update(texts).where(texts.c.id == text_id).values(appearances=places_of_text()))


def _count_anew(connection: Connection) -> None:
    """Count the reports and places of every text, and delete the texts without reports."""
    told = select(func.count()).where(reports.c.text_id == texts.c.id).scalar_subquery()
    connection.execute(update(texts).values(reports=told, appearances=places_of_text()))
    connection.execute(delete(texts).where(texts.c.reports == 0))
