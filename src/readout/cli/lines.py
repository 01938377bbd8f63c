# SPDX-License-Identifier: Apache-2.0
"""Break words into lines of a terminal, with their styles and in the columns that they really take."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

__all__ = ["stripped", "wrapped"]


def wrapped(line: Text, console: Console, width: int, hanging: int = 0) -> list[Text]:
    """Break a line to the width; further lines hang in by some columns."""
    first, *rest = line.wrap(console, width) or [Text()]
    if not rest:
        return [first]
    left = line[len(first.plain) :]
    left = left[len(left.plain) - len(left.plain.lstrip()) :]
    further = left.wrap(console, max(1, width - hanging))
    return [stripped(first), *(Text(" " * hanging) + stripped(part) for part in further)]


def stripped(line: Text) -> Text:
    """Take the white space from the end of a line, in place, and return it."""
    line.rstrip()
    return line
