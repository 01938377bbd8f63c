# SPDX-License-Identifier: Apache-2.0
"""Time an export of many records, and watch its memory while it goes on."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.speed.copies import varied_copies
from readout.export import Kept, write_export
from readout.record import Record

__all__ = ["export_speed"]


def export_speed(form: str, records: list[Record], *, number: int) -> dict[str, Any]:
    """Export so many varied copies of some records.

    Returns:
        Seconds of the processor (other programs on the machine do not count), rows (the things in the records, mentions
        among them, and the records themselves), bytes written, and the
        resident memory in bytes at a quarter of the way and at its end: equal where memory is flat.
    """
    memory = []

    def counted() -> Iterator[Kept]:
        for i, record in enumerate(varied_copies(records, number)):
            if i == number // 4:
                memory.append(_resident())
            yield Kept(record=record)
        memory.append(_resident())

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        start = time.process_time()
        write_export(counted(), path, form=form)
        seconds = time.process_time() - start
        files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
        size = sum(each.stat().st_size for each in files)
    rows = sum(map(_rows, records)) * number // len(records)
    return {"seconds": seconds, "records": number, "rows": rows, "bytes": size, "memory": memory}


def _rows(record: Record) -> int:
    lists = (
        record.entities, record.statements, record.events, record.contacts, record.times, record.places, record.figures,
    )  # fmt: skip
    return 1 + sum(map(len, lists)) + sum(len(entity.mentions) for entity in record.entities)


def _resident() -> int:
    """Return the memory that this process holds now, in bytes; the most it ever held where the system does not tell."""
    path = Path("/proc/self/statm")
    if path.exists():
        import resource

        return int(path.read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
