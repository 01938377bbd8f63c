# SPDX-License-Identifier: Apache-2.0
"""Write what an archive holds in a form of other programs: whole under its name, or not at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readout.cli.adding import progress
from readout.cli.opening import open_archive
from readout.cli.outputs import Sink, complain, remark
from readout.errors import ConfigError
from readout.export import FolderFormat, Kept, Streaming, Writing, check_place, format_named

if TYPE_CHECKING:
    from readout.archive.archive import Archive
    from readout.archive.kept import Correction

__all__ = ["kept_in", "run_export"]

# What a shell reports of a program that Ctrl-C ended.
_INTERRUPTED = 130


def run_export(*, form: str, output: Path | None, archive: str, force: bool, quiet: bool) -> int:
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
    with open_archive(archive) as found:
        writing = Streaming(chosen, Sink(None).file) if path is None else Writing(chosen, path, force=force)
        shown = not quiet and (path is not None or not sys.stdout.isatty())
        try:
            with progress(len(found), doing="exporting", shown=shown) as advance:
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
    # Persons make them, one by one: there are few enough to hold.
    corrections: dict[str, list[Correction]] = {}
    for correction in archive.corrections():
        corrections.setdefault(correction.report, []).append(correction)
    records = archive.records()
    record = next(records, None)
    for report in archive.reports():
        if record is None:
            return
        # A report that could not be read has no record; one that is added meanwhile may be in one of the two only.
        if record.report.id == report.id:
            yield Kept(
                record=record,
                addresses=tuple(place.address for place in report.appearances),
                text_number=report.text_number,
                kinship=report.kinship,
                corrections=tuple(corrections.get(report.id, ())),
            )
            record = next(records, None)
