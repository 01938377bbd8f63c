# SPDX-License-Identifier: Apache-2.0
"""A page gives the same report on any day, as `test_system_date` has it of a record."""

from __future__ import annotations

import subprocess
import sys

from tests.support.webpages import LINKED_DATA, page

# Dates of every kind that a page may have without stating when its report was published.
UNDATED = page(
    head='<link rel="canonical" href="https://harbourtimes.example/2022/05/13/crossing"><!-- made 2022-05-13 -->',
    after="<p>Updated 13 May 2022</p><p>Posted today</p><time>yesterday</time><p>© 2031</p>",
)
FUTURE = page(head='<meta name="date" content="2030-01-01">')

# Replaces every clock that Python code can ask, before anything of Readout is imported.
PROGRAM = """
import datetime, sys, time
year = int(sys.argv[1])
class Day(datetime.date):
    @classmethod
    def today(cls): return cls(year, 1, 2)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls(year, 1, 2, 3, 4, tzinfo=tz)
    @classmethod
    def today(cls): return cls(year, 1, 2)
    @classmethod
    def utcnow(cls): return cls(year, 1, 2, 3, 4)
datetime.date, datetime.datetime = Day, Moment
time.time = lambda: (year - 1970) * 31_556_952.0
from readout.source.pages import received_from_page
sys.stdout.reconfigure(encoding="utf-8")
for page in sys.argv[2:]:
    print(received_from_page(page.encode(), address="https://harbourtimes.example/2022/05/13/crossing"))
"""


def received_in(year: int) -> str:
    command = [sys.executable, "-c", PROGRAM, str(year), UNDATED, FUTURE, page(head=LINKED_DATA)]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout


def test_page_gives_the_same_report_whatever_the_day():
    received = received_in(1999)
    assert received == received_in(2031)
    undated, future, dated = received.splitlines()
    assert "published=None" in undated
    # The page says so, and the day on which it is read is no reason to doubt it.
    assert "value='2030-01-01'" in future
    assert "value='2024-03-12'" in dated
