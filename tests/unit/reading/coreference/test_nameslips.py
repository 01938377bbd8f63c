# SPDX-License-Identifier: Apache-2.0
"""What the name head took for one name is put right, whatever the tree of the sentence."""

from __future__ import annotations

import pytest

from readout.reading.coreference.namedentities import Name
from readout.reading.coreference.nameslips import mend_names, party_label
from tests.support.readings import encoding_of, syntax_of

STUDIO = """
Studio PROPN 2 compound
Nord PROPN 3 nsubj
told VERB 0 root
The DET 6 det
Daily PROPN 6 compound
Harbor PROPN 3 obj
"""


def told(text: str, names: list[tuple[int, int, str]], tree: str | None = None) -> list[tuple[str, str]]:
    encoding = encoding_of(text)
    syntax = syntax_of(
        tree or "\n".join(f"{w} PROPN {'0 root' if i == 0 else '1 flat'}" for i, w in enumerate(encoding.words))
    )
    given = [Name(start, end, kind) for start, end, kind in names]  # type: ignore[arg-type]
    return [(encoding.span(n.start, n.end).of(text), n.type) for n in mend_names(encoding, syntax, given)]


def test_name_over_a_verb_is_two():
    assert told("Studio Nord told The Daily Harbor", [(0, 6, "organisation")], STUDIO) == [
        ("Studio Nord", "organisation"), ("The Daily Harbor", "organisation"),
    ]  # fmt: skip


def test_country_that_owns_a_name_is_a_name_of_its_own():
    names = [(0, 4, "organisation"), (5, 7, "person")]
    assert told("France’s Anna Lemaire; Anna Lemaire", names) == [
        ("France", "place"), ("Anna Lemaire", "person"), ("Anna Lemaire", "person"),
    ]  # fmt: skip


def test_name_that_holds_an_s_of_its_own_stays_whole():
    assert told("Moody’s Investors Service", [(0, 4, "organisation")]) == [
        ("Moody’s Investors Service", "organisation")
    ]


def test_title_in_small_letters_is_no_part_of_a_name():
    assert told("U.S. Republican presidential candidate Dan Holt", [(0, 6, "other")]) == [
        ("U.S.", "place"),
        ("Dan Holt", "person"),
    ]


def test_acronym_in_brackets_is_of_the_kind_of_what_it_abbreviates():
    names = [(0, 3, "organisation"), (4, 5, "person"), (6, 7, "person")]
    assert told("Registrar of Societies (ROS) ROS", names) == [
        ("Registrar of Societies", "organisation"), ("ROS", "organisation"), ("ROS", "organisation"),
    ]  # fmt: skip


def test_title_before_a_name_that_is_no_kind_of_name_is_left_out():
    assert told("U.S. President Dan Holt", [(0, 4, "other")]) == [("U.S.", "place"), ("Dan Holt", "person")]


def test_name_that_is_all_title_is_none():
    assert told("Chinese State Councilor", [(0, 3, "organisation")]) == []


def test_state_that_looks_like_a_person_is_a_place():
    assert told("Nevada", [(0, 1, "person")]) == [("Nevada", "place")]
    assert told("Virginia Holt Virginia", [(0, 2, "person"), (2, 3, "person")])[1] == ("Virginia", "person")


@pytest.mark.parametrize(
    ("words", "end"), [("D - Mont.", 3), ("R – N.Y.", 3), ("D - day", None), ("D Mont.", None), ("X - Ray", None)]
)
def test_label_of_party_and_state(words: str, end: int | None):
    assert party_label(words.split(), 0) == end
