# SPDX-License-Identifier: Apache-2.0
"""The day of publication as the caller gives it."""

from __future__ import annotations

import re
from datetime import date, datetime

from readout.errors import ConfigError
from readout.report import Published

__all__ = ["published_from"]

_YEAR_OR_MONTH = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def published_from(value: str | None) -> Published | None:
    """Read the date that the caller gives.

    Args:
        value: "2022", "2022-05", "2022-05-13", or a date and time in ISO 8601 of which the date is kept as
            written, in its own time zone; None where none is given.

    Returns:
        The date with the precision that it came with, or None.

    Raises:
        ConfigError: If it is no such date.
    """
    if value is None:
        return None
    given = value.strip()
    if _YEAR_OR_MONTH.fullmatch(given) and not given.startswith("0000"):
        return Published(given, "given")
    day = _day_of(given)
    if day is None:
        raise ConfigError(
            f"the date of publication {value!r} is no ISO 8601 date; "
            "expected YYYY, YYYY-MM, YYYY-MM-DD or a date with a time, such as 2022-05-13T14:30:00Z"
        )
    return Published(day.isoformat(), "given")


def _day_of(given: str) -> date | None:
    """Read a whole day, with or without a time."""
    # `fromisoformat` also reads weeks and digits without hyphens: forms that a slip of the keyboard makes.
    if not _DAY.match(given):
        return None
    try:
        return datetime.fromisoformat(given).date()
    except ValueError:
        return None
