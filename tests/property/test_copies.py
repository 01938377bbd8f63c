# SPDX-License-Identifier: Apache-2.0
"""Copies, for any text at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.quality.desk import base_text, paragraphs_of
from readout.archive.likeness import Kinship, likeness_of
from readout.archive.sketching import sketch_of
from readout.archive.wording import quoted_words, wording_of

ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Zs", "Mn"]),
        st.sampled_from("’'\"“”‘.,-%aAbBnN019 \n\u00a0\r\t"),
    )
)

# Paragraphs of two tellings of one event and of another: what is made of these is alike in part.
PARAGRAPHS = st.lists(
    st.sampled_from([p for name in ("suez-1", "suez-2", "kigali-1") for p in paragraphs_of(base_text(name))]),
    max_size=10,
)
STORIES = PARAGRAPHS.map("\n\n".join)
SPACES = st.sampled_from([" ", "\n", "\n\n", "\r\n", "\t", " \n ", "\u00a0", "   "])
MARKS = st.sampled_from(["“”‘’", "\"\"''", "””’’", "““‘‘"])


@given(ANY_TEXT)
@example("\ud800\udc00")
@example("İ")
def test_a_text_is_a_copy_of_itself(text: str):
    found = likeness_of(wording_of(text), wording_of(text))
    assert found is not None
    assert found.kinship is Kinship.COPY


@given(ANY_TEXT)
def test_a_wording_holds_together(text: str):
    wording = wording_of(text)
    assert len(wording.words) == len(wording.keys) == len(quoted_words(wording))
    assert 0 <= wording.body.start <= wording.body.stop <= len(wording.words)
    assert all(word in text for word in wording.words)
    numbers = sketch_of(wording)
    assert len(set(numbers)) == len(numbers)
    assert all(0 <= number < 2**47 for number in numbers)
    assert bool(numbers) == bool(wording.words)


@given(st.one_of(ANY_TEXT, STORIES), st.data())
def test_white_space_does_not_count(text: str, data: st.DataObject):
    """Such a copy is found by its sketch, whatever else is kept, and is the same words."""
    other = re.sub(r"\s+", lambda _: data.draw(SPACES), text)
    one, spaced = wording_of(text), wording_of(other)
    found = likeness_of(spaced, one)
    assert found is not None
    assert found.kinship is Kinship.COPY
    assert sketch_of(one)[:1] == sketch_of(spaced)[:1]


@given(STORIES, MARKS)
def test_the_shape_of_quotation_marks_does_not_count(text: str, marks: str):
    other = text.translate({ord("“"): marks[0], ord("”"): marks[1], ord("‘"): marks[2], ord("’"): marks[3]})
    found = likeness_of(wording_of(other), wording_of(text))
    assert found is not None
    assert found.kinship is Kinship.COPY


@given(STORIES, STORIES)
def test_likeness_is_mutual(one: str, other: str):
    there, back = likeness_of(wording_of(one), wording_of(other)), likeness_of(wording_of(other), wording_of(one))
    assert (there and there.kinship.reverse) == (back and back.kinship)


@given(STORIES, STORIES)
@settings(max_examples=50)
def test_what_is_alike_is_found(one: str, other: str):
    """No two of these are copies without a number of their sketches in common: what is found does not hang on luck."""
    if likeness_of(wording_of(one), wording_of(other)) is not None and wording_of(one).words:
        assert set(sketch_of(wording_of(one))) & set(sketch_of(wording_of(other)))


@given(STORIES, STORIES)
@settings(max_examples=50)
def test_differences_lead_from_one_text_to_the_other(one: str, other: str):
    pytest.importorskip("rapidfuzz", reason="needs the extra 'archive'")
    from readout.archive.differences import differences_between

    made, at = [], 0
    for found in differences_between(one, other):
        if found.in_first:
            made.append(one[at : found.in_first.start])
            at = found.in_first.end
        elif found.in_second:  # added behind what the last kept word ends
            before = len("".join(other[: found.in_second.start].split())) - len("".join("".join(made).split()))
            end = at + next(i for i in range(len(one) - at + 1) if len("".join(one[at : at + i].split())) == before)
            made.append(one[at:end])
            at = end
        if found.in_second:
            made.append(found.in_second.of(other))
    made.append(one[at:])
    squeezed = str.maketrans("“”‘’–—", "\"\"''--")
    assert "".join("".join(made).split()).translate(squeezed) == "".join(other.split()).translate(squeezed)
