# SPDX-License-Identifier: Apache-2.0
"""A path or standard input to a report."""

from __future__ import annotations

from typing import BinaryIO

from readout.errors import SourceError
from readout.report import Report
from readout.source.limits import LARGEST_REPORT
from readout.source.texts import report_from_bytes

__all__ = ["STANDARD_INPUT", "read_source"]

STANDARD_INPUT = "-"

# No file system takes a longer path: what is longer is a report's text given in the place of its file.
_LONGEST_PATH = 4096


def read_source(
    argument: str,
    *,
    stdin: BinaryIO | None = None,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Report:
    """Read the report that a command's argument names.

    Args:
        argument: A file's path, or "-" for standard input.
        stdin: Where "-" is read from, open for bytes; None where there is none.
        published: As in `report_from_text`, like the following.
        publisher: Who published it.
        url: Its address.
        title: Its title, where it is known apart from the text.

    Returns:
        The report.

    Raises:
        SourceError: If the file cannot be opened or is no report.
        ConfigError: If `published` is no ISO 8601 date.
    """
    is_input = argument == STANDARD_INPUT
    data = _read_input(stdin) if is_input else _read_file(argument)
    # `repr`, because a path may hold line breaks and bytes that are no characters.
    name = "standard input" if is_input else repr(argument)
    return report_from_bytes(data, name=name, published=published, publisher=publisher, url=url, title=title)


def _read_input(stdin: BinaryIO | None) -> bytes:
    """Read standard input, up to one byte more than the limit."""
    if stdin is None:
        raise SourceError("'-' means standard input, and there is none; give a file's path")
    try:
        return stdin.read(LARGEST_REPORT + 1)
    except (OSError, ValueError) as error:
        raise SourceError(f"standard input cannot be read: {error}; give a file's path") from error


def _read_file(path: str) -> bytes:
    """Read a file, up to one byte more than the limit."""
    if "\n" in path or len(path) > _LONGEST_PATH:
        raise SourceError(
            f"{path[:40]!r}… is no path but a text; expected a file's path: "
            "give a text through standard input, with '-' as the path"
        )
    try:
        with open(path, "rb") as file:
            return file.read(LARGEST_REPORT + 1)
    except (OSError, ValueError) as error:
        raise SourceError(_why_not(path, error)) from error


def _why_not(path: str, error: OSError | ValueError) -> str:
    """Say why a file could not be read, and what to do."""
    match error:
        case FileNotFoundError():
            return f"there is no file {path!r}; check the path, or give '-' to read standard input"
        case IsADirectoryError():
            return f"{path!r} is a directory; expected a file: give the reports in it by their names"
        case PermissionError():
            return f"{path!r} may not be read by this user; change its permissions or read a copy"
        case OSError(strerror=str(reason)):
            return f"{path!r} cannot be read: {reason}; check the path"
        case _:
            return f"{path!r} cannot be read: {error}; check the path"
