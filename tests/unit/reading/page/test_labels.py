# SPDX-License-Identifier: Apache-2.0
"""Who speaks in a transcript, by its labels; and what only looks like a label."""

from __future__ import annotations

import pytest

from readout.reading.page.labels import find_labels
from readout.reading.page.parts import Part
from readout.text import Span


def test_a_q_set_apart_by_a_wide_space_is_a_label():
    """As the White House prints its briefings."""
    paragraphs = [
        "Q    Have they spoken?",
        "MS. LIND:  Not today.",
        "Q\u00a0 And since?",
        "MS. LIND:  No.",
        "Q of the day",
    ]
    text = "\n\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    spans = [Span(start, start + len(paragraph)) for start, paragraph in zip(starts, paragraphs, strict=True)]
    found = find_labels(text, [Part("body", span) for span in spans])
    assert [label.span.of(text) for label in found] == ["Q", "MS. LIND", "Q", "MS. LIND"]
    assert [label.mark.of(text) for label in found] == ["", ":", "", ":"]


def labels_of(*paragraphs: str) -> list[tuple[str, str]]:
    text = "\n".join(paragraphs)
    parts, at = [], 0
    for paragraph in paragraphs:
        parts.append(Part("body", Span(at, at + len(paragraph))))
        at += len(paragraph) + 1
    found = find_labels(text, parts)
    assert all(label.mark.of(text) in {":", "."} and label.mark.start == label.span.end for label in found)
    return [(label.span.of(text), label.role) for label in found]


def test_speakers_in_capitals_and_their_questioners():
    assert labels_of(
        "MR PATEL: Good afternoon.",
        "QUESTION: Any calls?",
        "MR PATEL: None.",
        "Go ahead, Shaun.",
        "QUESTION (Interpretation): Why?",
    ) == [("MR PATEL", "name"), ("QUESTION", "question"), ("MR PATEL", "name"), ("QUESTION (Interpretation)", "name")]


def test_letters_for_question_and_answer():
    assert labels_of("Q: Did you meet?", "A: We did.", "Q: When?", "A: In May.") == [
        ("Q", "question"), ("A", "answer"), ("Q", "question"), ("A", "answer"),
    ]  # fmt: skip
    assert [role for _, role in labels_of("Q. Did you meet?", "A. We did.", "Q. When?")] == [
        "question",
        "answer",
        "question",
    ]


def test_names_in_small_letters_that_come_again():
    assert [name for name, _ in labels_of("Anna Lind: Welcome.", "Otieno: Thank you.", "Anna Lind: So?", "Otieno: So.")] == [
        "Anna Lind", "Otieno", "Anna Lind", "Otieno",
    ]  # fmt: skip


def test_who_asks_once_between_the_turns_of_one_speaker():
    assert [name for name, _ in labels_of("Reuters: Why?", "Ana Lind: It rains.", "Kyodo News: Where?", "Ana Lind: Here.")] == [
        "Reuters", "Ana Lind", "Kyodo News", "Ana Lind",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Background: It began in May.", "Analysis: Nobody won.", "What next: Talks."],
        ["A court ruled.", "A dog barked.", "A ship sank."],
        ["Q: Only one?", "The minister left.", "The envoy came."],
        ["WATCH: The speech", "He left.", "She came.", "It rained.", "READ: The text", "It snowed.", "It froze.", "MORE: News"],
        ["KYIV: The army withdrew.", "It rained.", "It snowed."],
    ],
)  # fmt: skip
def test_what_is_no_transcript(paragraphs: list[str]):
    assert labels_of(*paragraphs) == []


def test_points_of_a_box_of_facts_and_lines_of_a_table_are_no_speakers():
    assert (
        labels_of("WHERE: In 102 townships.", "WHO: 57 parties.", "WAR: The army took Ann.", "COST: 7,600 died.") == []
    )
    assert labels_of("SJB: 40 seats", "ITAK: 8 seats", "NDF: 5 seats", "SLPP: 3 seats") == []


def test_who_is_named_in_full_first_and_by_surname_then_speaks_twice():
    found = labels_of("KATE LIND: Is it over?", "OLE MOE: No.", "LIND: When will it be?", "MOE: Soon.")
    assert [name for name, _ in found] == ["KATE LIND", "OLE MOE", "LIND", "MOE"]


def test_points_of_a_fact_check_are_nobody():
    """They come again and are written in capitals, but nobody speaks."""
    assert (
        labels_of("CLAIM: The dam was blown up.", "VERDICT: False.", "CLAIM: The mayor fled.", "THE FACTS: He stayed.")
        == []
    )
