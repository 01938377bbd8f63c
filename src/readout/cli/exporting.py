# SPDX-License-Identifier: Apache-2.0
"""Write what an archive holds in a form of other programs: whole under its name, or not at all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from readout.cli.outputs import Sink, complain, remark
from readout.errors import ConfigError
from readout.export import FolderFormat, Kept, Streaming, Writing, check_place, format_named

if TYPE_CHECKING:
    from readout.archive.archive import Archive

__all__ = ["kept_in", "run_export"]

# What a shell reports of a program that Ctrl-C ended.
_INTERRUPTED = 130


def run_export(*, form: str, output: Path | None, archive: str | None, force: bool, quiet: bool) -> int:
    """Write everything, and return the exit code.

    Raises:
        ConfigError: If there is no such format, it cannot be written there, or what is needed is not installed.
        ArchiveError: If there is no archive, or it cannot be read.
    """
    chosen = format_named(form)
    path = None if output is None or str(output) == "-" else output
    if path is None and isinstance(chosen, FolderFormat):
        raise ConfigError(f"format '{form}' is several files; say where with --output FOLDER")
    if path is not None:
        check_place(path, folder=isinstance(chosen, FolderFormat), force=force)
    with _opened(archive) as found:
        writing = Streaming(chosen, Sink(None).file) if path is None else Writing(chosen, path, force=force)
        try:
            with _progress(len(found), shown=not quiet and (path is not None or not sys.stdout.isatty())) as advance:
                for kept in kept_in(found):
                    writing.put(kept)
                    advance()
            writing.keep()
        except KeyboardInterrupt:
            writing.drop()
            complain("stopped: nothing was written" if path is not None else "stopped")
            return _INTERRUPTED
        except BaseException:
            writing.drop()
            raise
    if isinstance(writing, Writing) and not quiet:
        remark(f"wrote {writing.count:,} reports to {path}")
    return 0


def kept_in(archive: Archive) -> Iterator[Kept]:
    """Yield every record of an archive, in the order that the reports were added; memory stays flat."""
    records = archive.records()
    record = next(records, None)
    for report in archive.reports():
        if record is None:
            return
        # A report that could not be read has no record; one that is added meanwhile may be in one of the two only.
        if record.report.id == report.id:
            addresses = tuple(place.address for place in report.appearances)
            yield Kept(record=record, addresses=addresses, text_number=report.text_number, kinship=report.kinship)
            record = next(records, None)


def _opened(address: str | None) -> Archive:
    if find_spec("sqlalchemy") is None:
        raise ConfigError(
            "'readout export' needs the libraries of the archive; run: pip install 'readout-news[archive]'"
        )
    from readout.archive.archive import Archive

    return Archive.open(create=False) if address is None else Archive.open(address, create=False)


@contextmanager
def _progress(total: int, *, shown: bool) -> Iterator[Callable[[], None]]:
    """Show a bar on stderr, if that is a terminal."""
    if not shown or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("exporting"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("exporting", total=total)
        yield lambda: progress.advance(task)
