# SPDX-License-Identifier: Apache-2.0
"""Build a gazetteer of all places of GeoNames from a dump that the user has."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from readout.cli.outputs import remark
from readout.errors import ConfigError
from readout.resources.gazetteer import write_gazetteer
from readout.resources.geonames import sites_in_dump

__all__ = ["build_gazetteer"]


def build_gazetteer(dump: Path, to: Path, *, min_population: int, quiet: bool) -> None:
    """Write the gazetteer of a dump and say how many places it holds.

    Raises:
        SourceError: If the dump cannot be read, was cut off, or is none.
        ConfigError: If the gazetteer cannot be written there, or nothing would be in it.
    """
    if not to.parent.is_dir():
        raise ConfigError(f"there is no folder '{to.parent}' to write '{to.name}' in; make it first")
    if to.is_dir():
        raise ConfigError(f"'{to}' is a folder, expected a file to write; add a name")
    with _progress(shown=not quiet and sys.stderr.isatty()) as advance:
        count = write_gazetteer(sites_in_dump(dump, min_population=min_population), to, progress=advance)
    if not quiet:
        remark(f"wrote {to}: {count:,} places, {to.stat().st_size / 1_000_000:,.1f} MB")


@contextmanager
def _progress(*, shown: bool) -> Iterator[Callable[[int], None] | None]:
    """Count the places on stderr, if that is a terminal; how many will come is not known before the end."""
    if not shown:
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} places"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("places", total=None)
        yield lambda count: progress.update(task, completed=count)
