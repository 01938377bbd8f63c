# SPDX-License-Identifier: Apache-2.0
"""Periods as they are asked for: a day, a month or a year, or two of them with ".." between, either left out for no bound."""

from __future__ import annotations

import re

from readout.errors import ConfigError
from readout.reading.times.almanac import interval_of

__all__ = ["days_of_period"]


def days_of_period(period: str) -> tuple[str | None, str | None]:
    """Return the first and the last day of a period, None for a bound that is left out.

    Raises:
        ConfigError: If it is no period.
    """
    first, dots, last = period.strip().partition("..")
    if not dots:
        last = first
    low = _bounds(first)[0] if first.strip() else None
    high = _bounds(last)[1] if last.strip() else None
    if low is None and high is None:
        raise _no_period(period)
    if low is not None and high is not None and low > high:
        raise ConfigError(f"the period '{period}' ends before it begins; expected the earlier day first")
    return low, high


def _bounds(day: str) -> tuple[str, str]:
    found = interval_of(day.strip()) if re.fullmatch(r"\d{4}(-.+)?", day.strip()) else None
    if found is None:
        raise _no_period(day)
    return found[0][:10], found[1][:10]


def _no_period(found: str) -> ConfigError:
    return ConfigError(
        f"found '{found}', expected a day, a month or a year in ISO 8601, or two with '..' between: "
        "2022-05-13, 2022-05, 2022-03..2022-05"
    )
