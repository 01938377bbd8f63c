# SPDX-License-Identifier: Apache-2.0
"""Verbs of saying with nothing told, and the ones beside them that tell something."""

from __future__ import annotations

import pytest

import readout


@pytest.mark.parametrize(
    "text",
    [
        "President Kask ordered the capture of the harbour in 1998.",
        "The colonel who ordered the raid on the village has fled.",
        "The minister thanked her host for the warm welcome.",
        "Estonia summons Peruvian ambassador over fishing dispute",
        "The ministry summoned the envoy to protest the raid.",
        "Mediators failed to persuade the colonel to step down.",
        "The colonel resigned on Sunday, ending speculation about his future.",
        "The tour fuelled speculation about a new pact.",
        "The singer rolled out a new line of shirts.",
    ],
    ids=[
        "order",
        "order in a clause",
        "thank",
        "summon",
        "summon to",
        "persuade",
        "ending speculation",
        "speculation",
        "deed",
    ],
)
def test_a_cue_with_nothing_told_is_no_statement(text: str, model):
    assert readout.read(text, model=model).statements == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The governor ordered that schools be closed.", "schools be closed"),
        ("“We will go on,” Kask continued.", "“We will go on,”"),
        ("Kask rejected the plan.", "the plan"),
        ("Kask is trying to persuade allies that the plan can work.", "the plan can work"),
        ("There was speculation that he would resign.", "he would resign"),
    ],
    ids=["order that", "quoted", "stance", "persuade that", "speculation that"],
)
def test_a_cue_with_something_told_stays_a_statement(text: str, content: str, model):
    record = readout.read(text, model=model)
    assert [record.words(s.content) for s in record.statements] == [content]


def test_a_content_at_the_very_end_of_a_report_is_read(model):
    text = "Tunisia’s president dismissed the prime minister."
    assert readout.read(text, model=model).statements == ()
