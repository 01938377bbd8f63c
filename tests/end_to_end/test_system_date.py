# SPDX-License-Identifier: Apache-2.0
"""The day of running never enters a record."""

from __future__ import annotations

import subprocess
import sys

TEXT = (
    "GENEVA, May 13 (Reuters) - The two ministers spoke on Friday, officials said, and will meet again next week. "
    "“We spoke for an hour,” the spokesman said in a statement late on Friday. It was their first call since Feb. 18. "
    "“The border will open tomorrow,” one of them had said on Monday."
)

# Replaces every clock that Python code can ask, before anything of Readout is imported.
PROGRAM = """
import datetime, sys, time
year = int(sys.argv[1])
class Day(datetime.date):
    @classmethod
    def today(cls): return cls(year, 1, 2)
class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return cls(year, 1, 2, 3, 4)
    @classmethod
    def today(cls): return cls(year, 1, 2)
datetime.date, datetime.datetime = Day, Moment
time.time = lambda: (year - 1970) * 31_556_952.0
import readout
sys.stdout.reconfigure(encoding="utf-8")
for published in (None, "2022-05-13"):
    print(readout.read(sys.argv[2], published=published).to_json())
"""


def read_in(year: int) -> bytes:
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(year), TEXT], capture_output=True, check=True)
    return done.stdout


def test_record_is_the_same_whatever_the_day():
    here = read_in(1999)
    assert here == read_in(2031)
    assert b'"2022-05-13"' in here
    assert b"1999" not in here
