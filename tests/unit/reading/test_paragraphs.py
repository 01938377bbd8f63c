# SPDX-License-Identifier: Apache-2.0
"""Paragraphs, whatever parts them."""

from __future__ import annotations

import pytest

from readout.reading.paragraphs import paragraphs_of


def paragraphs(text: str) -> list[str]:
    return [paragraph.span.of(text) for paragraph in paragraphs_of(text)]


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\u2029", "\x85", " \n\u00a0\n"])
def test_every_kind_of_line_end_parts_paragraphs(end: str):
    assert paragraphs(f"One is here.{end}Two is there.") == ["One is here.", "Two is there."]


@pytest.mark.parametrize("text", ["", " ", "\n \u00a0\t\r\n"])
def test_white_space_is_no_paragraph(text: str):
    assert paragraphs(text) == []


def test_white_space_at_the_ends_belongs_to_no_paragraph():
    assert paragraphs(" \u00a0One\u00a0is \t\n  two \n") == ["One\u00a0is", "two"]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("a\nb", [0, 0]),
        ("a\r\nb", [0, 0]),
        ("a\n\nb", [0, 1]),
        ("a\r\n\r\nb", [0, 1]),
        ("a\n \t\nb\nc", [0, 1, 1]),
        ("\n\na\n\n\n\nb", [0, 1]),
    ],
)
def test_blank_lines_part_blocks(text: str, blocks: list[int]):
    assert [paragraph.block for paragraph in paragraphs_of(text)] == blocks


def broken(text: str, width: int) -> str:
    """Break a text into lines as a machine does: as many words as fit."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


PROSE = (
    "The council met for the third time this year, and for the third time it did not agree on the budget. Its "
    "chairman said that the members would meet again in May, if they could be persuaded to come. Nobody else was "
    "heard. The vote was put off until the summer, when the council has new members and, as some of them hope, a "
    "new chairman."
)


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
def test_lines_broken_at_a_width_are_joined(width: int):
    text = f"{broken(PROSE, width)}\n\n{broken(PROSE, width)}"
    assert [part.split() for part in paragraphs(text)] == [PROSE.split(), PROSE.split()]


def test_capitals_broken_raggedly_are_joined():
    text = broken(PROSE.upper(), 70)
    ragged = f"THE COUNCIL OF THE\n{broken(PROSE.upper().removeprefix('THE COUNCIL '), 70)}\n\n{text}"
    assert len(paragraphs(ragged)) == 2


def test_title_above_broken_lines_stays_apart():
    text = f"Council meets again\n{broken(PROSE, 70)}\n\n{broken(PROSE, 70)}"
    assert paragraphs(text)[0] == "Council meets again"


def test_list_of_short_lines_is_not_joined():
    lines = [
        "Winners:",
        "North: Jane Doe, farmer",
        "South: John Roe",
        "East: Ann Poe",
        "West: none",
    ]
    assert paragraphs("\n".join(lines)) == lines


def test_paragraph_to_a_line_is_not_joined():
    assert paragraphs("\n".join([PROSE] * 5)) == [PROSE] * 5


def test_a_speaker_in_capitals_begins_a_paragraph_whatever_the_width():
    text = (
        "QUESTION: How much money is there for the police in Haiti?\n"
        "SECRETARY-GENERAL: The fund has received sixty-seven million.\n\n"
        "QUESTION: Will there be elections in Haiti before long?\n"
        "SECRETARY-GENERAL: Not before a vote on the constitution.\n\n"
        "QUESTION: Did the gangs take Ganthier on Monday night?\n"
        "SECRETARY-GENERAL: The police went in and left it again.\n"
    )
    assert [paragraph.span.of(text).partition(":")[0] for paragraph in paragraphs_of(text)] == [
        "QUESTION",
        "SECRETARY-GENERAL",
    ] * 3
