# SPDX-License-Identifier: Apache-2.0
"""Two who are called together."""

from __future__ import annotations

import pytest

from readout.model import Model
from readout.pipeline import reading_of
from readout.reading.clauses.pairs import pair_called
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Directory, Entity
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.report import Report

NAMED = "Chilean President Ana Rios met Peruvian President Luis Vega on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(NAMED + "The two presidents signed an accord.", ["Ana Rios", "Luis Vega"], id="by office"),
        pytest.param(NAMED + "Both leaders signed an accord.", ["Ana Rios", "Luis Vega"], id="by rank"),
        pytest.param(NAMED + "The two judges signed an accord.", None, id="of another office"),
        pytest.param("The two presidents signed an accord.", None, id="nobody named"),
    ],
)
def test_two_are_those_whom_the_report_has_named(model: Model, text: str, expected: list[str] | None):
    reading = reading_of(Report(text, language="en"), model=model)
    entities = reading.of(Entity)
    scene = Scene(reading.the(Encoding), reading.the(Syntax), Directory(entities, reading.the(Syntax)))
    asked = next(e for e in entities if any(a.lower().startswith(("the two", "both")) for a in e.aliases))
    found = pair_called(scene, entities, asked, asked.mentions[0].start)
    assert (None if found is None else [entity.name for entity in found]) == expected


def test_nobody_is_compared_mention_by_mention(model: Model, monkeypatch: pytest.MonkeyPatch):
    """In a long text, comparing all whom it names by all their mentions took two thirds of the time."""
    reading = reading_of(Report(NAMED + "Both leaders signed an accord.", language="en"), model=model)
    entities = reading.of(Entity)
    scene = Scene(reading.the(Encoding), reading.the(Syntax), Directory(entities, reading.the(Syntax)))
    asked = next(e for e in entities if any(a.lower().startswith("both") for a in e.aliases))

    def compared(one: Entity, other: object) -> bool:
        raise AssertionError("compared")

    monkeypatch.setattr(Entity, "__eq__", compared)
    assert pair_called(scene, entities, asked, asked.mentions[0].start) is not None
