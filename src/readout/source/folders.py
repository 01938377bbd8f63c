# SPDX-License-Identifier: Apache-2.0
"""The files of a folder and of the folders in it, in the order of their names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from readout.errors import SourceError
from readout.source.parcels import Found
from readout.source.received import Refused

__all__ = ["files_in", "found_at"]

# No file system takes a longer path: what is longer is a report's text given in the place of its file.
_LONGEST_PATH = 4096


def found_at(path: str) -> Found:
    """Return the file at a path, not yet opened.

    Raises:
        SourceError: If it can be no path.
    """
    if "\n" in path or len(path) > _LONGEST_PATH:
        raise SourceError(
            f"{path[:40]!r}… is no path but a text; expected a file, a folder or an address: "
            "give a text through standard input, with '-' as the path"
        )
    if not path:
        raise SourceError(
            "found an empty path; expected a file, a folder or an address: '.' is the folder that you are in"
        )
    return Found(address=_plain(path), name=os.path.basename(path), open=partial(_opened, path))


def _plain(path: str) -> str:
    """Return a path without "./" in front: `readout add .` and `readout add *.txt` find a file at one address."""
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path or "."


def files_in(folder: str) -> Iterator[Found | Refused]:
    """Walk through a folder.

    Hidden files and folders are left out. A folder is walked through once, however many links lead to it.

    Args:
        folder: Its path, as it was given; the files' addresses begin with it.

    Yields:
        Its files, and refusals for what cannot be opened or is no file.
    """
    seen: set[tuple[int, int]] = set()
    # A stack and no recursion: folders can be nested deeper than Python calls.
    waiting: list[Iterator[os.DirEntry[str] | Refused]] = [_entries(folder, seen)]
    while waiting:
        entry = next(waiting[-1], None)
        match entry:
            case None:
                waiting.pop()
            case Refused():
                yield entry
            case _ if _is_folder(entry):
                waiting.append(_entries(entry.path, seen))
            case _:
                yield _file_of(entry)


def _entries(folder: str, seen: set[tuple[int, int]]) -> Iterator[os.DirEntry[str] | Refused]:
    """Return what is in a folder, nothing where it was seen already."""
    try:
        status = os.stat(folder)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        return iter((Refused(address=folder, reason=_why_not(folder, error)),))
    if (status.st_dev, status.st_ino) in seen:
        return iter(())
    seen.add((status.st_dev, status.st_ino))
    return (entry for entry in entries if not entry.name.startswith("."))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def _file_of(entry: os.DirEntry[str]) -> Found | Refused:
    """Return a file, or why this is none."""
    path = _plain(entry.path)
    try:
        is_file = entry.is_file()
    except OSError as error:
        return Refused(address=path, reason=_why_not(path, error))
    if is_file:
        return found_at(entry.path)
    if entry.is_symlink():
        return Refused(address=path, reason=f"{path!r} is a link to what is not there; mend or remove it")
    reason = f"{path!r} is a pipe, a socket or a device; expected a file: give what comes out of it with '-'"
    return Refused(address=path, reason=reason)


def _opened(path: str) -> BinaryIO:
    """Open a file, or say why it cannot be opened."""
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise SourceError(_why_not(path, error)) from error


def _why_not(path: str, error: OSError | ValueError) -> str:
    """Say why a file could not be opened, and what to do."""
    match error:
        case FileNotFoundError():
            return f"there is no file or folder {path!r}; check the path, or give '-' to read standard input"
        case PermissionError():
            return f"{path!r} may not be read by this user; change its permissions or read a copy"
        case OSError(strerror=str(reason)):
            return f"{path!r} cannot be read: {reason}; check the path"
        case _:
            return f"{path!r} cannot be read: {error}; check the path"
