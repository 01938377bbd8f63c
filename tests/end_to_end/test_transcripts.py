# SPDX-License-Identifier: Apache-2.0
"""Transcripts and interviews: whose turn it is, what is said word for word, and who "I" is."""

from __future__ import annotations

import readout

BRIEFING = """Department press briefing

MR PATEL: Secretary Blinken spoke today with Jordanian Foreign Minister Ayman Safadi. He also welcomed the release of two men.

QUESTION: Has the Secretary spoken to his Israeli counterpart?

MR PATEL: I have no calls to read out.

Go ahead, Shaun.

QUESTION: The prime minister said yesterday that he wants the troops to leave.

MR PATEL: We are in regular dialogue with the Iraqi Government."""

INTERVIEW = """Interview: 'We will not sign a bad deal', says Kosovo's premier

Albin Kurti, the prime minister of Kosovo, talks to our correspondent in Pristina.

Q: You met Aleksandar Vucic in Brussels. Did you shake hands?

A: No. I told him that mutual recognition must be at the centre.

Q: He says he signed nothing.

A: He refused to sign.

A spokesman for Mr Vucic did not comment on the interview."""


def turns_of(text: str) -> list[tuple[str, str, str | None, str]]:
    record = readout.read(text, published="2024-01-23")
    return [
        (record.words(s.source), s.kind, s.speaker and record.name_of(s.speaker), record.words(s.content))
        for s in record.statements
        if s.nested_in is None and record.words(s.cue) == ":"
    ]


def test_turns_of_a_briefing_are_said_word_for_word_by_whom_their_label_names():
    found = turns_of(BRIEFING)
    assert [(source, kind, speaker) for source, kind, speaker, _ in found] == [
        ("MR PATEL", "direct", "PATEL"),
        ("QUESTION", "direct", None),
        ("MR PATEL", "direct", "PATEL"),
        ("QUESTION", "direct", None),
        ("MR PATEL", "direct", "PATEL"),
    ]
    assert found[2][3] == "I have no calls to read out. … Go ahead, Shaun."


def test_what_is_told_within_a_turn_is_nested_in_it():
    record = readout.read(BRIEFING, published="2024-01-23")
    welcomed = next(s for s in record.statements if "welcomed" in record.words(s.cue))
    assert welcomed.speaker is not None
    assert record.name_of(welcomed.speaker) == "Blinken"
    assert welcomed.nested_in is not None
    (contact,) = record.contacts
    assert [record.name_of(party) for party in contact.parties] == ["Blinken", "Ayman Safadi"]


def test_answers_are_those_of_whom_the_interview_is_with():
    found = turns_of(INTERVIEW)
    assert [speaker for source, _, speaker, _ in found if source == "A"] == ["Albin Kurti", "Albin Kurti"]
    assert [speaker for source, _, speaker, _ in found if source == "Q"] == [None, None]
    record = readout.read(INTERVIEW)
    told = next(s for s in record.statements if record.words(s.source) == "I")
    assert told.speaker is not None
    assert record.name_of(told.speaker) == "Albin Kurti"


def test_behind_the_last_answer_the_report_speaks_again():
    assert "spokesman" not in turns_of(INTERVIEW)[-1][3]


def test_nobody_is_said_to_ask_and_he_is_whom_i_spoke_with():
    text = INTERVIEW.replace(
        "A: He refused to sign.", "A: I spoke with Marco Rubio by phone last week. He thanked Kosovo."
    )
    record = readout.read(text)
    question = next(s for s in record.statements if record.words(s.source) == "Q")
    assert [open_.reason for open_ in question.undecided] == ["the transcript does not say who asks"]
    he = text.index("He thanked")
    (entity,) = [e for e in record.entities if any(m.start == he for m in e.mentions)]
    assert entity.name == "Marco Rubio"


def test_the_president_is_not_whose_turn_it_is():
    """Who answers for a ministry speaks of his president, and is none for it."""
    record = readout.read(
        "Q: And the Qataris?\n\n"
        "MR HOLT: I have no readout. Secretary Rost met with Prime Minister Tamim Saleh in Doha on Friday. As the President said, "
        "we are grateful to Qatar for its mediation.\n\n"
        "Q: Will you go there?\n\n"
        "MR HOLT: I'm not going to say. I expect to."
    )
    holt = next(entity for entity in record.entities if entity.name == "HOLT")
    assert (holt.roles, holt.sector) == ((), None)
