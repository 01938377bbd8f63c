# SPDX-License-Identifier: Apache-2.0
"""`readout archive …`: look after an archive, and say what was found."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from readout.archive.archive import Archive
from readout.archive.checking import check
from readout.archive.copying import backup, restore
from readout.archive.engine import name_of, open_engine
from readout.archive.mending import about, repair, vacuum
from readout.archive.versions import newest_schema, schema_of_archive, upgrade_schema
from readout.cli.adding import progress
from readout.cli.outputs import Sink, complain
from readout.cli.wording import counted
from readout.errors import ArchiveError

__all__ = ["back_up", "check_archive", "describe", "repair_archive", "restore_archive", "upgrade", "vacuum_archive"]


def _say(line: str) -> None:
    Sink(None).file.write(line + "\n")


def check_archive(address: str, *, as_json: bool, quiet: bool) -> int:
    """Name every fault of an archive; return 1 if there is one."""
    with Archive.open(address, create=False) as archive:
        total = len(archive)
        faults = mendable = 0
        with progress(total, doing="checking", shown=not quiet) as advance:
            for fault in check(archive.engine, progress=advance):
                if as_json:
                    _say(json.dumps(asdict(fault), ensure_ascii=False))
                else:
                    complain(f"{fault.where}: {fault.what}")
                faults += 1
                mendable += fault.mendable
        if as_json:
            return 1 if faults else 0
        if not faults:
            _say(f"{archive.name}: {counted(total, 'report')}, nothing wrong")
            return 0
        _say(f"{archive.name}: {counted(total, 'report')}, {counted(faults, 'fault')}")
        if mendable:
            _say(f"  {mendable:,} for 'readout archive repair' to make good")
        if faults > mendable:
            _say(
                f"  {faults - mendable:,} of what is kept: do as each says, or restore a backup: 'readout archive restore'"
            )
        return 1


def repair_archive(address: str, *, quiet: bool) -> int:
    """Make anew what can be made anew; return 1 if some of it could not."""
    with Archive.open(address, create=False) as archive:
        total = len(archive)
        with progress(total, doing="repairing", shown=not quiet) as advance:
            failed = repair(archive.engine, progress=advance)
        for line in failed:
            complain(line)
        _say(f"{archive.name}: copies and rows of {counted(total - len(failed), 'report')} made anew")
        return 1 if failed else 0


def back_up(address: str, to: Path) -> None:
    """Write a backup."""
    engine = open_engine(address)
    try:
        backup(engine, to)
    finally:
        engine.dispose()
    _say(f"{name_of(engine)}: backed up to '{to}', {to.stat().st_size / 1e6:,.1f} MB")


def restore_archive(source: Path, address: str, *, quiet: bool) -> None:
    """Make an archive from a backup."""
    engine = open_engine(address)
    with progress(None, doing="restoring", shown=not quiet) as advance:
        restore(source, engine, progress=advance)
    engine.dispose()
    with Archive.open(address, create=False) as archive:
        _say(f"{archive.name}: {counted(len(archive), 'report')} restored from '{source}'")


def vacuum_archive(address: str, *, old_readings: bool) -> None:
    """Give unused space back."""
    with Archive.open(address, create=False) as archive:
        before = about(archive.engine).bytes
        dropped = vacuum(archive.engine, old_readings=old_readings)
        after = about(archive.engine).bytes
        if old_readings:
            _say(f"{archive.name}: {counted(dropped, 'old reading')} taken out")
        _say(f"{archive.name}: {before / 1e6:,.1f} MB before, {after / 1e6:,.1f} MB now")


def upgrade(address: str) -> None:
    """Bring an archive's schema up to date."""
    engine = open_engine(address)
    found, newest = schema_of_archive(engine), newest_schema()
    if found is None:
        raise ArchiveError(f"{name_of(engine)} is no archive; 'readout add' makes one")
    upgrade_schema(engine)
    engine.dispose()
    _say(f"{name_of(engine)}: schema {newest}" + (", as it was" if found == newest else f"; it was {found}"))


def describe(address: str, *, as_json: bool) -> None:
    """Say what is in an archive."""
    with Archive.open(address, create=False) as archive:
        found = about(archive.engine)
        if as_json:
            makers = [{**asdict(maker), "readings": number} for maker, number in found.makers]
            _say(json.dumps({"archive": archive.name, **asdict(found), "makers": makers}, ensure_ascii=False, indent=2))
            return
        _say(archive.name)
        rows = {
            "texts": f"{found.texts:,}",
            "reports": f"{found.reports:,}",
            "appearances": f"{found.appearances:,}",
            "readings": f"{found.readings:,}",
            "not readable": f"{found.unread:,}",
            "corrections": f"{found.corrections:,}",
            "size": f"{found.bytes / 1e6:,.1f} MB",
            "schema": found.schema,
        }
        for name, value in rows.items():
            _say(f"  {name:13}{value}")
        for maker, number in found.makers:
            _say(f"  read by      Readout {maker.readout}, {maker.model}, tables {maker.tables[:12]}: {number:,}")
