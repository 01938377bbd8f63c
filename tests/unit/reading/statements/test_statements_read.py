# SPDX-License-Identifier: Apache-2.0
"""Statements of whole sentences and paragraphs, read with the packaged model: what is said, and by whom."""

from __future__ import annotations

import pytest

import readout


def _said(text: str, model) -> list[tuple[str | None, str]]:
    record = readout.read(text, model=model)
    outer = [s for s in record.statements if s.nested_in is None]
    return [(None if s.speaker is None else record.name_of(s.speaker), record.words(s.content)) for s in outer]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“Norland will wait,” the ministry quoted Kask as saying on Monday.",
            [("Kask", "“Norland will wait,”")],
        ),
        (
            "The army entered the town on Friday, the ministry said, and met no resistance.",
            [("the ministry", "The army entered the town on Friday … and met no resistance")],
        ),
        (
            "President Marc Roy spoke with Rios by telephone on Monday, his office said, but the mine was not discussed.",
            [("his office", "President Marc Roy spoke with Rios by telephone on Monday … the mine was not discussed")],
        ),
    ],
    ids=["quoted as saying", "a day behind the clause", "a clause that is added"],
)
def test_what_is_said_is_whole(text: str, said: list[tuple[str, str]], model):
    assert _said(text, model) == said


def test_he_is_who_spoke_before_in_the_paragraph(model):
    text = (
        "Prime Minister Ingrid Kask met the president on Tuesday.\n\n"
        "Rebane’s wife and his lawyer said they had been given no notice. “We learnt of it from the television,” said the "
        "lawyer, Tor Vik. He said Rebane had been allowed only two visits."
    )
    assert _said(text, model)[-1] == ("Tor Vik", "Rebane had been allowed only two visits")


def test_a_title_that_begins_with_a_body_is_the_person_s(model):
    text = "In Washington, State Department spokeswoman Karen Mills said the United States welcomed the news."
    assert _said(text, model) == [("Karen Mills", "the United States welcomed the news")]


def test_who_has_only_seen_a_letter_is_not_who_wrote_it(model):
    text = (
        "LIMA (Interpress) - Finance Minister Julio Vargas resigned on Tuesday. In a letter seen by Interpress, he said the "
        "cabinet had been misled."
    )
    assert _said(text, model)[-1] == ("Julio Vargas", "the cabinet had been misled")


def test_mediators_from_two_states_are_not_one_of_these(model):
    text = "The generals spoke directly on Sunday, mediators from Oman and Qatar said, raising faint hopes of a truce."
    said, *_ = _said(text, model)
    assert said[0] is not None
    assert said[0].startswith("mediators")
    assert said[1] == "The generals spoke directly on Sunday"


def test_minutes_that_are_counted_are_no_document(model):
    text = "The envoy, leaving the ministry after about 20 minutes, told journalists that nothing had changed."
    (said,) = readout.read(text, model=model).statements
    assert said.channel is None


def test_what_was_said_earlier_was_not_said_on_that_day(model):
    text = "On Monday, Rubiales said that he had been wrong. He had earlier called his critics idiots."
    record = readout.read(text, published="2023-08-24", model=model)
    assert [(record.words(s.cue), s.said) for s in record.statements] == [
        ("said", "2023-08-21"),
        ("had earlier called", None),
    ]


def test_a_relative_clause_keeps_its_day_and_lends_no_channel():
    """Trump "telephoned both leaders on Saturday and threatened"; when he "wrote on Truth Social" is not told."""
    record = readout.read(
        "U.S. President Donald Trump, who telephoned both leaders on Saturday and threatened to withhold trade deals, wrote on "
        "Truth Social that he had told his trade team to restart negotiations.",
        published="2025-07-29",
    )
    told = {record.words(s.cue): (s.said, s.channel and s.channel.kind) for s in record.statements}
    assert told["threatened"] == ("2025-07-26", None)
    assert told["wrote"] == (None, "social_post")
