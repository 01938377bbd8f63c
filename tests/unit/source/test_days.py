# SPDX-License-Identifier: Apache-2.0
"""The day in a date."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from readout.source.days import day_from

READ = {
    "2022-05-13": "2022-05-13",
    "2022-05": "2022-05",
    "2022": "2022",
    "2022-05-13T23:30:00-05:00": "2022-05-13",
    "2022-05-13 14:30:00.123456+00": "2022-05-13",
    "2022/5/3": "2022-05-03",
    "2022.05.13": "2022-05-13",
    "20220513": "2022-05-13",
    "20220513T143000Z": "2022-05-13",
    "20220513143000": "2022-05-13",
    "Fri, 13 May 2022 14:30:00 GMT": "2022-05-13",
    "13 May 2022": "2022-05-13",
    "13-May-2022": "2022-05-13",
    "May 13, 2022, 2:30 PM": "2022-05-13",
    "13/05/2022": "2022-05-13",
    "05/13/2022 08:00": "2022-05-13",
    "05.05.2022": "2022-05-05",
    "1652452200": "2022-05-13",
    "1652452200000": "2022-05-13",
}
UNREAD = [
    "", "05/06/2022", "5.6.2022", "2022-13-01", "2022-02-30", "31/02/2022", "yesterday", "2022-W19", "12", "0000", "99999999999",
    "May 2022 was warm", "13/13/2022",
]  # fmt: skip


@pytest.mark.parametrize(("written", "day"), READ.items(), ids=READ)
def test_day_is_read(written: str, day: str):
    assert day_from(written) == day


@pytest.mark.parametrize("written", UNREAD)
def test_what_is_ambiguous_or_none_is_not_read(written: str):
    assert day_from(written) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (datetime(2022, 5, 13, 23, tzinfo=UTC), "2022-05-13"), (date(2022, 5, 13), "2022-05-13"), (1652452200, "2022-05-13"),
        (1652452200.5, "2022-05-13"), (20220513, "2022-05-13"), (2022, "2022"), (True, None), (None, None), ([2022], None),
        (float("inf"), None), (float("nan"), None), (-1, None),
    ],
)  # fmt: skip
def test_values_of_tables(value: object, day: str | None):
    assert day_from(value) == day
