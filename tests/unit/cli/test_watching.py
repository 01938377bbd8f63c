# SPDX-License-Identifier: Apache-2.0
"""What is said of a visit to a feed."""

from __future__ import annotations

import pytest

from readout.archive.kept import Outcome
from readout.cli.watching import line_of
from readout.source.watching import Visit

ADDED = Outcome(kind="added", address="https://example.org/a")


@pytest.mark.parametrize(
    ("visit", "told"),
    [
        (Visit(url="u", kind="read", outcomes=[ADDED, ADDED]), "u: 2 added; next visit "),
        (Visit(url="u", kind="read", outcomes=[ADDED], waiting=2), "u: 1 added, 2 could not be had yet; next visit "),
        (Visit(url="u", kind="read", waiting=1), "u: nothing new, 1 could not be had yet; next visit "),
        (Visit(url="u", kind="unchanged"), "u: nothing new; next visit "),
        (Visit(url="u", kind="left alone"), "u: failed lately and is left alone; next visit "),
        (Visit(url="u", kind="failed", reason="no answer"), "u: no answer; next visit "),
    ],
    ids=["added", "added, and more to come", "all to come", "unchanged", "left alone", "failed"],
)
def test_line_tells_what_came_of_a_visit(visit: Visit, told: str):
    """Pages that could not be had yet were not told, and neither was a feed that was passed over."""
    assert line_of(visit).startswith(told)
