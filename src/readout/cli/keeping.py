# SPDX-License-Identifier: Apache-2.0
"""The commands below `readout archive`; what they do stands in `archive`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from readout.cli.groups import group
from readout.cli.opening import DEFAULT, ArchiveOption, with_libraries

__all__ = ["archive"]

archive = group("Look after an archive.")

_Quiet = Annotated[bool, typer.Option("--quiet", help="Errors only on stderr: no progress.")]


@archive.command()
def info(
    archive: ArchiveOption = DEFAULT, json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False
) -> None:
    """Say what is in an archive."""
    with with_libraries():
        from readout.cli.archive import describe

        describe(archive, as_json=json)


@archive.command(short_help="Look whether an archive is whole.")
def check(
    archive: ArchiveOption = DEFAULT,
    json: Annotated[
        bool, typer.Option("--json", help="Write one line of JSON for each fault, and nothing else.")
    ] = False,
    quiet: _Quiet = False,
) -> None:
    """Look whether an archive is whole: every hash, span, reference, count and row. Nothing is changed."""
    with with_libraries():
        from readout.cli.archive import check_archive

        raise typer.Exit(check_archive(archive, as_json=json, quiet=quiet))


@archive.command(short_help="Make anew what follows from the rest.")
def repair(archive: ArchiveOption = DEFAULT, quiet: _Quiet = False) -> None:
    """Make anew what follows from the rest: copies, counts, and the rows that searches read."""
    with with_libraries():
        from readout.cli.archive import repair_archive

        raise typer.Exit(repair_archive(archive, quiet=quiet))


@archive.command()
def backup(
    to: Annotated[Path, typer.Argument(metavar="TO", help="A new file.")], archive: ArchiveOption = DEFAULT
) -> None:
    """Write one state of an archive to a file, while others use it."""
    with with_libraries():
        from readout.cli.archive import back_up

        back_up(archive, to)


@archive.command(short_help="Make an archive from a backup.")
def restore(
    source: Annotated[Path, typer.Argument(metavar="FROM", help="What 'readout archive backup' wrote.")],
    archive: ArchiveOption = DEFAULT,
    quiet: _Quiet = False,
) -> None:
    """Make an archive from a backup, on either database; one that is there is not replaced."""
    with with_libraries():
        from readout.cli.archive import restore_archive

        restore_archive(source, archive, quiet=quiet)


@archive.command()
def vacuum(
    archive: ArchiveOption = DEFAULT,
    old_readings: Annotated[
        bool,
        typer.Option("--old-readings", help="Take out readings that newer ones replaced and that no correction names."),
    ] = False,
) -> None:
    """Give the space back that nothing uses any more."""
    with with_libraries():
        from readout.cli.archive import vacuum_archive

        vacuum_archive(archive, old_readings=old_readings)


@archive.command(short_help="Bring the tables of an older Readout up to date.")
def upgrade(archive: ArchiveOption = DEFAULT) -> None:
    """Bring the tables of an older Readout up to date; make a backup first."""
    with with_libraries():
        from readout.cli.archive import upgrade as upgrade_archive

        upgrade_archive(archive)
