# SPDX-License-Identifier: Apache-2.0
"""What letters and other places of a report tell of a name's type."""

from __future__ import annotations

import pytest

from readout.reading.coreference.namedentities import Name
from readout.reading.coreference.nametypes import of_told_type
from tests.support.readings import encoding_of


def types(text: str, names: list[tuple[int, int, str]]) -> list[str]:
    encoding = encoding_of(text)
    return [n.type for n in of_told_type(encoding, [Name(a, b, kind) for a, b, kind in names])]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("the union , DJ , asked for talks", [(3, 4, "person")], "organisation"),
        ("the president , AMLO , asked for talks", [(3, 4, "person")], "person"),
        ("THE UNION DJ ASKED FOR TALKS", [(2, 3, "person")], "person"),
        ("David came and DAVID spoke to us", [(3, 4, "person")], "person"),
        ("the agency Xinhua said on Friday", [(2, 3, "person")], "organisation"),
    ],
    ids=["capitals", "called by initials", "loud line", "written small elsewhere", "agency"],
)
def test_person_of_one_word(text: str, names: list[tuple[int, int, str]], expected: str):
    assert types(text, names) == [expected]


def test_words_of_a_person_are_one_elsewhere():
    assert types("with Ana Lima : Ana Lima has measured", [(1, 3, "person"), (4, 6, "place")]) == ["person", "person"]


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("On Friday Marine Le Pen appealed", 3, "Marine Le Pen"),
        ("On troops Marine Le Pen said no", 3, "Marine Le Pen"),
        ("the U.S. Marine John Bell fell", 3, "John Bell"),
        ("She said Marine John Bell fell", 3, "John Bell"),
    ],
    ids=["given name", "given name beside troops", "soldier", "soldier beside a woman"],
)
def test_marine_is_a_name_or_a_soldier(text: str, start: int, expected: str):
    encoding = encoding_of(text)
    found = next(of_told_type(encoding, [Name(start, start + 2, "person")]))
    assert encoding.span(found.start, found.end).of(text) == expected
