# SPDX-License-Identifier: Apache-2.0
"""Names that the name head cut off or in two are made whole, and no others."""

from __future__ import annotations

from readout.reading.coreference.namebounds import with_whole_names
from readout.reading.coreference.namedentities import Name
from tests.support.readings import encoding_of, syntax_of


def whole(text: str, names: list[tuple[int, int, str]]) -> list[str]:
    encoding = encoding_of(text)
    syntax = syntax_of("\n".join(f"{w} PROPN {'0 root' if i == 0 else '1 flat'}" for i, w in enumerate(encoding.words)))
    given = [Name(start, end, kind) for start, end, kind in names]  # type: ignore[arg-type]
    return [encoding.span(n.start, n.end).of(text) for n in with_whole_names(encoding, syntax, given)]


def test_acronym_in_brackets_spells_the_first_word():
    text = "Economic Community of West African States (ECOWAS)"
    assert whole(text, [(1, 6, "organisation"), (7, 8, "organisation")])[0] == text.removesuffix(" (ECOWAS)")


def test_two_bodies_that_and_joins_stay_two():
    text = "the Ministry of Health and Reuters"
    assert whole(text, [(1, 4, "organisation"), (5, 6, "organisation")]) == ["Ministry of Health", "Reuters"]


def test_month_without_a_day_is_no_part_of_a_body():
    assert whole("in May Union", [(2, 3, "organisation")]) == ["Union"]


def test_quotation_mark_glues_nothing():
    assert whole("called 'Union' by", [(2, 3, "organisation")]) == ["Union"]


def test_to_in_front_of_a_name_is_its_first_word():
    assert whole("they elected President To Lam to the post", [(4, 5, "person")]) == ["To Lam"]


def test_son_and_senior_are_told_apart():
    assert whole("Joseph Biden, Jr. spoke", [(0, 2, "person")]) == ["Joseph Biden, Jr."]
    assert whole("Ola Lind, Sr VP of the bank", [(0, 2, "person")]) == ["Ola Lind"]
