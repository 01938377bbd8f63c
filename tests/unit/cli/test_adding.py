# SPDX-License-Identifier: Apache-2.0
"""What `readout add` and `readout reread` say of what came of their items."""

from __future__ import annotations

import json

import pytest

from readout.archive.kept import Outcome
from readout.cli.adding import Telling


def told(*outcomes: Outcome) -> Telling:
    telling = Telling()
    for outcome in outcomes:
        telling.tell(outcome)
    return telling


def refused(address: str, reason: str) -> Outcome:
    return Outcome(kind="refused", address=address, reason=reason)


def test_reason_that_came_once_stands_as_it_was():
    """It stood without its name and numbers, as if there were several: "'…' is cut off: N of N bytes"."""
    reason = "'a.warc' is cut off: 569 of 901 bytes are there; get the archive again"
    assert told(refused("a.warc", reason)).summary("news") == ["news: 1 refused", f"  1 x {reason}"]


@pytest.mark.parametrize(
    ("first", "second", "counted"),
    [
        (
            "'a.pdf' is a PDF document; save its text as a UTF-8 text file",
            "'b.pdf' is a PDF document; save its text as a UTF-8 text file",
            "'…' is a PDF document; save its text as a UTF-8 text file",
        ),
        (
            "line 2 of 'a.jsonl' has 17,300,000 characters, at 1.5 MB",
            "line 31 of 'b.jsonl' has 16,000,001 characters, at 12.25 MB",
            "line N of '…' has N characters, at N MB",
        ),
        ("the host 'x' has the address 10.0.0.1, no public one", "the host 'y' has the address 10.9.0.1, no public one",
         "the host '…' has the address N, no public one"),
    ],
)  # fmt: skip
def test_like_reasons_are_counted_together(first: str, second: str, counted: str):
    """UTF-8 was written as UTF-N, and a comma behind a number went with it."""
    lines = told(refused("a", first), refused("b", second)).summary("news")
    assert lines[1:] == [f"  2 x {counted}"]


def test_notes_of_records_are_counted(capsys: pytest.CaptureFixture[str]):
    """A folder of German reports was "added", and no word said that nothing had been read in them."""
    german, undated = "the report is in the language 'de'; nothing was read from it", "no day of publication was given"
    telling = Telling(as_json=True)
    for notes in ((german, undated), (undated,), ()):
        telling.tell(Outcome(kind="added", address="a", notes=notes))
    assert telling.summary("news") == ["news: 3 added", f"  2 x note: {undated}", f"  1 x note: {german}"]
    assert telling.exit_code == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["notes"] == [german, undated]


def test_reading_again_where_all_is_read_says_so():
    assert Telling(idle="nothing to read again").summary("news") == ["news: nothing to read again"]
