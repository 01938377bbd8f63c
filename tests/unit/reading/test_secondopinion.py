# SPDX-License-Identifier: Apache-2.0
"""What sure heads change of what the rules found, and what they leave alone."""

from __future__ import annotations

import numpy as np
import pytest

from readout.reading.eventscores import EventScores
from readout.reading.happenings import find_happenings
from readout.reading.parties import Parties
from readout.reading.secondopinion import Opinion, second_opinion
from tests.support.readings import named_in, scene_of

TABLE = """
Rebels NOUN 2 nsubj
attacked VERB 0 root
Tarsk PROPN 2 obj
. PUNCT 2 punct
"""
LABELS = ("none", "CONSULT", "ASSAULT")


def opinion_of(chances: list[float]) -> Opinion:
    """Ask heads that have these chances of none, CONSULT and ASSAULT at the verb, to which both parties point."""
    scene = scene_of("Rebels attacked Tarsk.", TABLE, {"n1": ["Rebels"], "n2": ["Tarsk"]})
    entities = [named_in(scene, "n1"), named_in(scene, "n2")]
    parties = Parties(scene, entities, [])
    types = np.array([[1, 0, 0], chances, [1, 0, 0], [1, 0, 0]], dtype=np.float32)
    points = {name: np.zeros((4, 1), np.float32) for name in ("trigger_of_source", "trigger_of_target")}
    points |= {name: np.ones((4, 1), np.float32) for name in ("source_of_trigger", "target_of_trigger")}
    for name in ("trigger_of_source", "trigger_of_target"):
        points[name][1] = 20
    readable = [True] * 4
    found = find_happenings(scene, parties, readable)
    scores = EventScores(types, LABELS, points, 1)
    (opinion,) = second_opinion(scene, parties, found, scores, readable)
    return opinion


@pytest.mark.parametrize("chances", [[0.0, 0.0, 1.0], [0.6, 0.4, 0.0], [0.02, 0.97, 0.01]])
def test_the_type_that_the_rules_give_stands(chances: list[float]):
    """The heads tell how likely it is, and leave it as it is."""
    assert opinion_of(chances).happening.trigger.type == "ASSAULT"


def test_an_opinion_says_how_likely_the_type_is_and_how_likely_nothing():
    found = opinion_of([0.1, 0.2, 0.7])
    assert found.chance == pytest.approx(0.7, abs=1e-3)
    assert found.none == pytest.approx(0.1, abs=1e-3)
