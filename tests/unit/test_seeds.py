# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import time

import pytest

pytest.importorskip("pyarrow", reason="needs the extra 'tables'")

from tests.support.seeds import seeds


def test_are_the_same_at_any_time(monkeypatch: pytest.MonkeyPatch):
    """Otherwise a hunt that starts from them would be another one each time."""
    first = seeds()
    monkeypatch.setattr(time, "time", lambda: 1_000_000_000.0)
    assert [number for number, (one, other) in enumerate(zip(first, seeds(), strict=True)) if one != other] == []
