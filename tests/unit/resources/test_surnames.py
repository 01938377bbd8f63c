# SPDX-License-Identifier: Apache-2.0
"""Common surnames."""

from __future__ import annotations

import pytest

from readout.resources import holders_called, is_common_surname
from readout.resources._tables import rows


@pytest.mark.parametrize(("name", "expected"), [("Kim", True), ("SINGH", True), ("Macron", False)])
def test_is_common_surname(name: str, expected: bool) -> None:
    assert is_common_surname(name) is expected


def test_every_surname_is_of_a_holder() -> None:
    assert [name for row in rows("surnames") for name in row["surnames"] if not holders_called(name)] == []
