# SPDX-License-Identifier: Apache-2.0
"""What sure heads change of what the rules found, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from readout.reading.events.eventscores import EventScores
from readout.reading.events.secondopinion import BY_MODEL, Opinion, second_opinion
from readout.reading.happenings.happenings import find_happenings
from readout.reading.happenings.parties import Parties
from tests.support.readings import named_in, scene_of

TABLE = """
Rebels NOUN 2 nsubj
attacked VERB 0 root
Tarsk PROPN 2 obj
. PUNCT 2 punct
"""
LABELS = ("none", "CONSULT", "ASSAULT")


def scores_of(told: dict[tuple[int, ...], list[float]], labels: tuple[str, ...] = LABELS) -> EventScores:
    """Make answers for the words of the other party; whoever it is, the same one acts."""
    return EventScores(labels, lambda _sentence, _source, target: np.array(told[tuple(target)], dtype=np.float32))


def opinion_of(chances: list[float]) -> Opinion:
    """Ask for an opinion when these are the chances of none, CONSULT and ASSAULT between the two parties."""
    scene = scene_of("Rebels attacked Tarsk.", TABLE, {"n1": ["Rebels"], "n2": ["Tarsk"]})
    parties = Parties(scene, [named_in(scene, "n1"), named_in(scene, "n2")], [])
    found = find_happenings(scene, parties, [True] * 4)
    (opinion,) = second_opinion(scene, parties, found, scores_of({(2,): chances}))
    return opinion


@pytest.mark.parametrize("chances", [[0.0, 0.0, 1.0], [0.6, 0.4, 0.0], [0.02, 0.97, 0.01]])
def test_the_type_that_the_rules_give_stands(chances: list[float]):
    """The heads tell how likely it is, and leave it as it is."""
    assert opinion_of(chances).happening.trigger.type == "ASSAULT"


def test_an_opinion_says_how_likely_the_type_is():
    assert opinion_of([0.1, 0.2, 0.7]).chance == pytest.approx(0.7, abs=1e-3)


def recipients(chances: list[float]) -> list[str]:
    """Ask for an opinion on an attack of which the rules found only who made it."""
    scene = scene_of("Rebels attacked Tarsk.", TABLE, {"n1": ["Rebels"], "n2": ["Tarsk"]})
    parties = Parties(scene, [named_in(scene, "n1"), named_in(scene, "n2")], [])
    found = [replace(h, recipients=()) for h in find_happenings(scene, parties, [True] * 4)]
    (opinion,) = second_opinion(scene, parties, found, scores_of({(2,): chances}))
    return [party.id for party in opinion.happening.recipients]


@pytest.mark.parametrize(
    ("chances", "wanted"),
    [
        pytest.param([0.01, 0.01, 0.98], ["n2"], id="sure"),
        pytest.param([0.3, 0.0, 0.7], [], id="not sure"),
        pytest.param([0.0, 0.99, 0.01], [], id="sure of another type"),
    ],
)
def test_a_party_that_the_rules_lack_is_told_where_the_model_is_sure(chances: list[float], wanted: list[str]):
    assert recipients(chances) == wanted


def test_a_party_that_the_model_found_says_so():
    scene = scene_of("Rebels attacked Tarsk.", TABLE, {"n1": ["Rebels"], "n2": ["Tarsk"]})
    parties = Parties(scene, [named_in(scene, "n1"), named_in(scene, "n2")], [])
    found = [replace(h, recipients=()) for h in find_happenings(scene, parties, [True] * 4)]
    (opinion,) = second_opinion(scene, parties, found, scores_of({(2,): [0.0, 0.0, 1.0]}))
    assert [party.rule for party in opinion.happening.recipients] == [BY_MODEL]


CHARGE = """
Estmark PROPN 2 nsubj
accused VERB 0 root
Norland PROPN 2 obj
of ADP 6 case
the DET 6 det
shelling NOUN 2 obl
of ADP 8 case
Tarsk PROPN 6 nmod
. PUNCT 2 punct
"""


def test_the_nearest_party_comes_first_and_a_mere_place_never():
    """The model is surer of the shelled town, which stands deeper, and as sure of the town by itself."""
    scene = scene_of(
        "Estmark accused Norland of the shelling of Tarsk.",
        CHARGE,
        {
            "n1": {"mentions": ["Estmark"], "type": "place", "country": "EST"},
            "n2": {"mentions": ["Norland"], "type": "place", "country": "NOR"},
            "n3": {"mentions": ["Tarsk"], "type": "place"},
        },
    )
    parties = Parties(scene, [named_in(scene, id) for id in ("n1", "n2", "n3")], [])
    labels = ("none", "ACCUSE")
    found = [
        replace(h, recipients=()) for h in find_happenings(scene, parties, [True] * 9) if h.trigger.type == "ACCUSE"
    ]
    for chance, wanted in ((0.8, ["n2"]), (0.2, [])):
        told: dict[tuple[int, ...], list[float]] = {(2,): [1 - chance, chance], (7,): [0.0, 1.0], (5,): [1.0, 0.0]}
        (opinion,) = second_opinion(scene, parties, found, scores_of(told, labels))
        assert [party.id for party in opinion.happening.recipients] == wanted


def test_what_is_sent_is_not_whom_it_is_sent_against():
    table = """
    Petrova PROPN 2 nsubj
    mobilised VERB 0 root
    troops NOUN 2 obj
    . PUNCT 2 punct
    """
    troops = {"mentions": ["troops"], "type": "group", "sector": "MIL", "anonymous": True}
    scene = scene_of("Petrova mobilised troops.", table, {"n1": ["Petrova"], "n2": troops})
    parties = Parties(scene, [named_in(scene, "n1"), named_in(scene, "n2")], [])
    found = find_happenings(scene, parties, [True] * 4)
    (opinion,) = second_opinion(scene, parties, found, scores_of({(2,): [0.0, 1.0]}, ("none", "MOBILIZE")))
    assert [p.id for p in opinion.happening.actors] == ["n1"]
    assert opinion.happening.recipients == ()


def test_giving_way_in_words_and_in_deeds_are_one_to_the_model():
    """What it learned from has one class for both, so neither is the surer for the other being less likely."""
    table = "Rebels NOUN 2 nsubj\nfreed VERB 0 root\nTarsk PROPN 2 obj\n. PUNCT 2 punct\n"
    scene = scene_of("Rebels freed Tarsk.", table, {"n1": ["Rebels"], "n2": ["Tarsk"]})
    parties = Parties(scene, [named_in(scene, "n1"), named_in(scene, "n2")], [])
    found = find_happenings(scene, parties, [True] * 4)
    scores = scores_of({(2,): [0.0, 0.4, 0.5, 0.1]}, ("none", "CONCEDE", "RETREAT", "ASSAULT"))
    (opinion,) = second_opinion(scene, parties, found, scores)
    assert opinion.happening.trigger.type in {"CONCEDE", "RETREAT"}
    assert opinion.chance == pytest.approx(0.9, abs=1e-3)


def test_support_is_not_for_whose_it_is():
    table = """
    Petrova PROPN 2 nsubj
    reaffirmed VERB 0 root
    Tarsk PROPN 5 nmod:poss
    's PART 3 case
    support NOUN 2 obj
    . PUNCT 2 punct
    """
    scene = scene_of("Petrova reaffirmed Tarsk's support.", table, {"n1": ["Petrova"], "n2": ["Tarsk"]})
    parties = Parties(scene, [named_in(scene, "n1"), named_in(scene, "n2")], [])
    found = find_happenings(scene, parties, [True] * 6)
    scores = scores_of({(2, 3): [0.0, 1.0], (2, 3, 4): [0.0, 1.0]}, ("none", "SUPPORT"))
    (opinion,) = second_opinion(scene, parties, found, scores)
    assert [p.id for p in opinion.happening.actors] == ["n1"]
    assert opinion.happening.recipients == ()
