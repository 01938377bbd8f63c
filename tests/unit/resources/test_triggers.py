# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import get_args

import pytest

from readout.record import EventType
from readout.resources import (
    all_triggers,
    is_light_verb,
    mode_by_complement,
    noun_triggers_at,
    phrase_key,
    verb_triggers,
)

SLOTS = {"obj", "iobj", "clause", "owner"}
ASKED = {"assist", "change", "yield", "meet"}
MODES = {
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "AID": {"economic", "military", "humanitarian", "asylum"},
    "RETREAT": {"withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"},
    "CONCEDE": {"ceasefire"},
    "REQUEST": ASKED,
    "REJECT": ASKED,
    "ACCUSE": {"disapprove", "allege", "investigate"},
    "THREATEN": {"restrict", "ban", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "execute", "sexual", "assassinate", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "heavy-weapons", "aerial", "drone", "crowd-control", "massacre", "unconventional", "cleansing",
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("form", "types"),
    [
        ("withdrew", {"RETREAT", "SANCTION", "CONCEDE"}),
        ("Condemned", {"ACCUSE"}),
        ("shelling", {"ASSAULT"}),
        ("thought", set()),
    ],
)
def test_a_verb_has_its_senses_in_any_form(form: str, types: set[str]):
    assert {trigger.type for trigger in verb_triggers(form)} == types


@pytest.mark.parametrize(
    ("words", "lemma", "end"),
    [
        (["air", "strikes", "on"], "air strike", 2),
        (["phone", "call"], "phone call", 2),
        (["talks"], "talk", 1),
        (["air"], None, 0),
    ],
)
def test_the_longest_noun_counts(words: list[str], lemma: str | None, end: int):
    found = noun_triggers_at(words, 0)
    assert (None if found is None else (found[0][0].lemma, found[1])) == (None if lemma is None else (lemma, end))


def test_light_verbs_are_known_in_any_form():
    assert [is_light_verb(form) for form in ("held", "launching", "attacked")] == [True, True, False]


def test_types_and_modes_are_those_of_the_codebook():
    for trigger in all_triggers():
        assert trigger.type in get_args(EventType), trigger.lemma
        assert trigger.mode is None or trigger.mode in MODES[trigger.type], trigger.lemma


def test_every_word_of_the_table_is_found_again():
    for trigger in all_triggers():
        senses = verb_triggers(trigger.lemma) if trigger.part == "verb" else ()
        found = noun_triggers_at(phrase_key(trigger.lemma).split(), 0) if trigger.part == "noun" else None
        assert trigger in (senses or (found[0] if found else ())), trigger.lemma


@pytest.mark.parametrize(
    ("type", "word", "mode"),
    [
        ("REQUEST", "release", "yield"),
        ("REJECT", "meet", "meet"),
        ("THREATEN", "arrest", "arrest"),
        ("ACCUSE", "release", None),
    ],
)
def test_a_complement_tells_the_mode(type: str, word: str, mode: str | None):
    assert mode_by_complement(type, word) == mode
