# SPDX-License-Identifier: Apache-2.0
"""What an archive holds, on its way out: everything, or what a query asks for. Memory stays flat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from sqlalchemy import Connection

from readout.archive import finding
from readout.archive.archive import Archive
from readout.archive.engine import reading
from readout.archive.found import Found
from readout.archive.kept import Correction
from readout.archive.queries import Query, kind_of
from readout.archive.results import Results
from readout.export.excerpts import excerpt_of
from readout.export.kept import Kept

__all__ = ["asked_of", "kept_in"]

_Corrections = Mapping[str, Sequence[Correction]]


def kept_in(archive: Archive) -> Iterator[Kept]:
    """Yield every record of an archive, in the order that the reports were added; those that could not be read are left out."""
    corrections = _corrections(archive)
    for page in finding.pages(archive.engine):
        with reading(archive.engine) as connection:
            found = [_kept(connection, number, corrections) for number in page]
        yield from (kept for kept in found if kept is not None)


def asked_of(archive: Archive, query: Query, *, whole: bool = False) -> Iterator[tuple[Kept, int]]:
    """Yield what a query asks for, report by report in the order of its list, with how many of its things are in each.

    Args:
        archive: Where to look.
        query: What to take; reports are taken whole.
        whole: Take all of every report in which something was found, not the excerpt.
    """
    corrections = _corrections(archive)
    kind = kind_of(query)
    results: Results[Found] = Results(archive.engine, query)
    for report, rows in groupby(results.numbers(), key=lambda row: row[0]):
        numbers = [number for _, number in rows]
        with reading(archive.engine) as connection:
            kept = _kept(connection, report, corrections)
        if kept is None:
            continue  # read anew, without success, since its number was found
        yield kept if whole or kind == "reports" else excerpt_of(kept, kind, numbers), len(numbers)


def _corrections(archive: Archive) -> _Corrections:
    """Return all corrections by report. Persons make them, one by one: there are few enough to hold."""
    found: dict[str, list[Correction]] = {}
    for correction in archive.corrections():
        found.setdefault(correction.report, []).append(correction)
    return found


def _kept(connection: Connection, number: int, corrections: _Corrections) -> Kept | None:
    record = finding.record_if_any(connection, number)
    if record is None:
        return None
    report = finding.report(connection, number)
    return Kept(
        record=record,
        addresses=tuple(place.address for place in report.appearances),
        text_number=report.text_number,
        kinship=report.kinship,
        corrections=tuple(corrections.get(report.id, ())),
    )
