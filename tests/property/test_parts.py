# SPDX-License-Identifier: Apache-2.0
"""Whatever the text, its parts cover it once and in order."""

from __future__ import annotations

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from readout.reading.page.parts import PartKind, find_parts

# Lines that the rules know, in any order, between lines of any characters.
LINES = st.sampled_from(
    """
    Ministers sign accord|By Jane Doe|PARIS (AP) — The ministers met.|PARIS (AP) —|May 3, 2022|Related:|Share|___
    |A man walks past the palace (AP Photo/Jane Doe)|[File: Jane Doe/AP]|Getty Images|Reuters|world|(AP) -
    |The ministers met on Sunday, a spokesman said.|— Jane Doe|By A B, Reuters PARIS (AP) — Yes.|;|(|“|SMITH: No.
    |The talks will go on. (Reporting by Jane Doe)|Source: Reuters|Jane Doe is the author of a book.|a\tb|\ud800
    |Image caption, A dam|A tale;|NEW DELHI: The talks|| \u00a0
    """.strip()
    .replace("\n    ", "")
    .split("|")
)
ANY_LINE = st.text(alphabet=st.characters(), max_size=30) | LINES
TEXTS = st.lists(ANY_LINE, max_size=12).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", " "]).map(lambda end: end.join(lines))
)


@given(TEXTS)
def test_parts_are_in_order_and_do_not_overlap(text: str):
    end = 0
    for part in find_parts(text):
        assert end <= part.span.start < part.span.end <= len(text)
        end = part.span.end


@given(TEXTS)
def test_parts_have_no_white_space_at_their_ends(text: str):
    for part in find_parts(text):
        assert part.span.of(text) == part.span.of(text).strip()


@given(TEXTS)
def test_parts_hold_all_but_white_space(text: str):
    """But for the dash or colon behind a dateline, and the comma before one."""
    covered: set[int] = set()
    for part in find_parts(text):
        covered.update(range(*part.span))
    left = {text[place] for place in range(len(text)) if place not in covered and not text[place].isspace()}
    assert left <= set(",—–―-_:")


@given(TEXTS)
def test_parts_are_of_known_kinds(text: str):
    assert {part.kind for part in find_parts(text)} <= set(get_args(PartKind))


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str):
    assert find_parts(text) == find_parts(text)
