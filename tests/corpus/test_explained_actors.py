# SPDX-License-Identifier: Apache-2.0
"""What `readout actors explain` says of the holders of offices, with the real model."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from readout.cli.actors import draw_actors
from readout.report import Published

if TYPE_CHECKING:
    from readout.model import Model


@pytest.mark.parametrize(
    ("words", "day", "told"),
    [
        ("Emmanuel Macron", "2023-07-30", ["FRA  GOV", "president, FRA, since 2017-05-14"]),
        ("President Hollande", "2013-07-30", ["FRA  GOV", "president, FRA, 2012-05-15 to 2017-05-14"]),
        ("Barack Obama", "2018-07-13", ["USA  sector unknown", "former, Barack Obama, president, USA, 2009-01-20"]),
        ("Jens Stoltenberg", None, ["country unknown", "not used", "NATO, 2014-10-01 to 2024-10-01", "NOR"]),
        ("Jane Nobody", None, ["country unknown"]),
    ],
)
def test_terms_are_shown(model: Model, words: str, day: str | None, told: list[str]) -> None:
    written = StringIO()
    published = None if day is None else Published(day, "given")
    assert draw_actors(f"{words} spoke.", model, Console(file=written, width=200), published=published)
    assert [part for part in told if part not in written.getvalue()] == []
