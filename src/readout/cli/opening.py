# SPDX-License-Identifier: Apache-2.0
"""Which archive a command works on, and how it is opened."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from readout.errors import ConfigError

if TYPE_CHECKING:
    from readout.archive.archive import Archive

__all__ = ["DEFAULT", "ArchiveOption", "open_archive", "with_libraries"]

DEFAULT = "readout.sqlite"
"""The archive where none is named: a file in the folder that one works in."""

ArchiveOption = Annotated[
    str,
    typer.Option(
        "--archive",
        metavar="ADDRESS",
        envvar="READOUT_ARCHIVE",
        help="The archive: a file, or postgresql://USER@HOST/DATABASE.",
    ),
]
"""The option of every command on an archive."""

_LIBRARIES = frozenset("alembic fastwarc feedparser httpx lxml psycopg rapidfuzz sqlalchemy trafilatura".split())


def open_archive(address: str, *, create: bool = False) -> Archive:
    """Open the archive of a command.

    Raises:
        ConfigError: If the libraries of the archive are not installed.
        ArchiveError: As `Archive.open`.
    """
    with with_libraries():
        from readout.archive.archive import Archive

        return Archive.open(address, create=create)


@contextmanager
def with_libraries() -> Iterator[None]:
    """Say which extra a missing library belongs to.

    Raises:
        ConfigError: If a library of the archive is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        library = (error.name or "").partition(".")[0]
        if library not in _LIBRARIES:
            raise
        raise ConfigError(
            f"this command needs the libraries of the archive ('{library}' is not installed); "
            "run: pip install 'readout-news[archive]'"
        ) from error
