# SPDX-License-Identifier: Apache-2.0
"""An archive of reports and what they state; how it keeps them is told in `readout.archive`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Engine, select

from readout.archive import finding
from readout.archive.corrections import correction_rows, put_correction
from readout.archive.engine import PATIENCE, name_of, open_engine, patiently, reading, writing
from readout.archive.found import FoundContact, FoundEvent, FoundFigure, FoundReport, FoundStatement
from readout.archive.kept import Addition, Correction, KeptReport, Maker, Outcome, hash_of, is_passing
from readout.archive.queries import ContactQuery, EventQuery, FigureQuery, ReportQuery, StatementQuery
from readout.archive.results import Results
from readout.archive.schema import reports
from readout.archive.shelves import put, put_maker, put_reading
from readout.archive.versions import check_schema, check_there, create_schema, is_empty
from readout.errors import ReadoutError
from readout.record import Record
from readout.source.received import Received
from readout.text import Span

__all__ = ["DEFAULT", "Archive"]

DEFAULT: Final = "readout.sqlite"
"""Where an archive is when nobody says where: in the folder that one works in."""


class Archive:
    """An open archive; use it in a `with`, or close it."""

    def __init__(self, engine: Engine) -> None:
        """Use connections of this engine; `Archive.open` is the way in."""
        self.engine = engine
        self.patience = PATIENCE

    @classmethod
    def open(cls, address: str | Path = DEFAULT, *, create: bool = True) -> Archive:
        """Open an archive.

        Args:
            address: A path, `sqlite:///PATH` or `postgresql://USER@HOST/DATABASE`.
            create: Make it if there is none.

        Raises:
            ArchiveError: If it cannot be reached, is something else or of another schema; or there is none.
            ConfigError: If that is no address of an archive.
        """
        engine = open_engine(address)
        try:
            _check_or_create(engine, create=create)
        except ReadoutError:
            engine.dispose()
            raise
        return cls(engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @property
    def name(self) -> str:
        """Name it for a message: its path or address, never its password."""
        return name_of(self.engine)

    # In ---------------------------------------------------------------------------------------------------------------

    def knows(self, text: str) -> bool:
        """Tell whether there is a report with this very text."""

        def look() -> bool:
            with reading(self.engine) as connection:
                return connection.scalar(select(reports.c.id).where(reports.c.hash == hash_of(text))) is not None

        return patiently(self.engine, look, patience=self.patience)

    def add(self, received: Received, reading: Record | str, *, maker: Maker) -> Outcome:
        """Keep one report; when this returns, it is on the disk.

        Args:
            received: The report, and where it was found.
            reading: Its record, or why it could not be read.
            maker: What read it.
        """
        return self.add_all([Addition(received=received, reading=reading, maker=maker)])[0]

    def add_all(self, additions: Sequence[Addition]) -> list[Outcome]:
        """Keep several reports in one transaction: all of them, or none if something is raised.

        Returns:
            What came of each, in order. They are on the disk.

        Raises:
            ArchiveError: If the archive cannot be written; a server that is away is waited for first.
        """

        def write() -> list[Outcome]:
            with writing(self.engine) as connection:
                numbers = {each.maker: put_maker(connection, each.maker) for each in additions}
                return [put(connection, each, maker=numbers[each.maker]) for each in additions]

        return patiently(self.engine, write, patience=self.patience)

    def add_readings(self, read: Sequence[tuple[int, Record | str]], *, maker: Maker) -> None:
        """Keep new readings of reports that are here, in one transaction.

        Args:
            read: The number of each report, with its record or why it could not be read.
            maker: What read them.
        """

        def write() -> None:
            with writing(self.engine) as connection:
                maker_id = put_maker(connection, maker)
                for number, made in read:
                    first = finding.first_appearance(connection, number)
                    put_reading(connection, made, report=number, appearance=first, maker=maker_id)

        patiently(self.engine, write, patience=self.patience)

    # Out --------------------------------------------------------------------------------------------------------------

    def report(self, id: int | str) -> KeptReport:
        """Return a report.

        Args:
            id: Its number in this archive, or its id (the first digits of its hash, eight at least).

        Raises:
            ArchiveError: If there is none, or several begin with these digits.
        """
        with reading(self.engine) as connection:
            return finding.report(connection, finding.number_of(connection, id))

    def record(self, id: int | str) -> Record:
        """Return the record that counts of a report: the last one that was made of it.

        Raises:
            ArchiveError: If there is no such report, or it could not be read.
        """
        with reading(self.engine) as connection:
            return finding.record(connection, finding.number_of(connection, id))

    def copies(self, id: int | str) -> Iterator[KeptReport]:
        """Give the other reports that tell the same text, in the order that they were added.

        Raises:
            ArchiveError: If there is no such report.
        """
        with reading(self.engine) as connection:
            numbers = finding.copies(connection, finding.number_of(connection, id))
        return map(self.report, numbers)

    def versions(self, address: str) -> list[tuple[int, str]]:
        """Return which texts stood at an address, the oldest first: the number of each version and the id of its report."""
        if is_passing(address):
            return []
        with reading(self.engine) as connection:
            return finding.versions(connection, address)

    def reports(self) -> Iterator[KeptReport]:
        """Give every report in the order that they were added; memory stays flat."""
        for page in finding.pages(self.engine):
            with reading(self.engine) as connection:
                found = [finding.report(connection, number) for number in page]
            yield from found

    def records(self) -> Iterator[Record]:
        """Give the record that counts of every report that could be read, in the order that they were added."""
        for page in finding.pages(self.engine):
            with reading(self.engine) as connection:
                found = [finding.record_if_any(connection, number) for number in page]
            yield from (record for record in found if record is not None)

    def __iter__(self) -> Iterator[KeptReport]:
        return self.reports()

    def __len__(self) -> int:
        with reading(self.engine) as connection:
            return finding.count(connection)

    def outdated(self, maker: Maker) -> Iterator[KeptReport]:
        """Give the reports that this maker has not read yet, the newest first; more may be added meanwhile."""
        for page in finding.outdated_pages(self.engine, maker):
            yield from (patiently(self.engine, partial(self.report, number), patience=self.patience) for number in page)

    def count_outdated(self, maker: Maker) -> int:
        """Count the reports that this maker has not read yet."""
        with reading(self.engine) as connection:
            return finding.count_outdated(connection, maker)

    # Found again --------------------------------------------------------------------------------------------------------

    def search(self, query: ReportQuery) -> Results[FoundReport]:
        """Find reports; nothing is fetched before the results are looked at."""
        return Results(self.engine, query)

    def statements(self, query: StatementQuery) -> Results[FoundStatement]:
        """Find statements."""
        return Results(self.engine, query)

    def events(self, query: EventQuery) -> Results[FoundEvent]:
        """Find events."""
        return Results(self.engine, query)

    def contacts(self, query: ContactQuery) -> Results[FoundContact]:
        """Find contacts."""
        return Results(self.engine, query)

    def figures(self, query: FigureQuery) -> Results[FoundFigure]:
        """Find figures."""
        return Results(self.engine, query)

    # Corrections ------------------------------------------------------------------------------------------------------

    def correct(
        self,
        id: int | str,
        path: str,
        value: object,
        *,
        who: str,
        spans: Iterable[Span] = (),
        reason: str | None = None,
    ) -> Correction:
        """Keep what a person says against the reading that counts; the reading stays as it is.

        Args:
            id: Of the report.
            path: The field: `statements/s3/speaker`.
            value: What it should be, as the record's JSON has it; None for a whole thing (`statements/s3`) that is none.
            who: Who says so.
            spans: The words that say so.
            reason: Why, in the person's words.

        Raises:
            ArchiveError: If there is no such report, or no such field in its record.
            ConfigError: If the value is no JSON or does not fit in the record, or a span leaves the text.
        """
        with writing(self.engine) as connection:
            number = finding.number_of(connection, id)
            return put_correction(
                connection, number, path=path, value=value, who=who, spans=tuple(spans), reason=reason
            )

    def corrections(self, id: int | str | None = None) -> list[Correction]:
        """Return all corrections, or those of one report, in the order that they were made."""
        with reading(self.engine) as connection:
            number = None if id is None else finding.number_of(connection, id)
            return correction_rows(connection, number)


def _check_or_create(engine: Engine, *, create: bool) -> None:
    if create and is_empty(engine):
        create_schema(engine)
        return
    check_there(engine)
    check_schema(engine)
