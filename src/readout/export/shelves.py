# SPDX-License-Identifier: Apache-2.0
"""Where formats with a file of its own for each report put it: a thousand reports to a folder."""

from __future__ import annotations

from pathlib import Path

__all__ = ["Shelves"]

# Annotation tools list a folder at a time, and file systems grow slow long after people do.
_PER_SHELF = 1000


class Shelves:
    """Gives each report a place: `0001/ID`, …; a second report with the same id becomes `ID-2`."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that all of them stand in."""
        self._folder = folder
        self._count = 0

    def place(self, id: str, *, ending: str) -> Path:
        """Return a free path for the next report, without its ending, in a folder that is there.

        Args:
            id: The report's id.
            ending: The ending of the file that will be written there; by it a place that is taken is known.
        """
        shelf = self._folder / f"{self._count // _PER_SHELF + 1:04}"
        if self._count % _PER_SHELF == 0:
            shelf.mkdir()
        self._count += 1
        stem, number = _file_name(id), 1
        while (path := shelf / (stem if number == 1 else f"{stem}-{number}")).with_name(path.name + ending).exists():
            number += 1
        return path


def _file_name(id: str) -> str:
    """Return the id as a file's name: a record that was read from JSON may hold any text as its id."""
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in id)[:100] or "-"
