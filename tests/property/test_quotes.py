# SPDX-License-Identifier: Apache-2.0
"""Whatever the text, quotations lie in it, in order, and one within the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readout.reading.attributions.quotes import Quotation, find_quotations
from readout.text import Span
from tests.support.patience import patience

TEXTS = st.text(alphabet=st.sampled_from("“”„‟«»‹›‘’‚\"'`「」ab sS.,690\n\u00a0—(\ud800"), max_size=200)


def overlaps_partly(one: Span, two: Span) -> bool:
    return one.overlaps(two) and not one.contains(two) and not two.contains(one)


@given(TEXTS)
def test_spans_lie_in_the_text_and_hold_their_words(text: str):
    for quotation in find_quotations(text):
        assert 0 <= quotation.span.start < quotation.inner.start < quotation.inner.end <= len(text)
        assert quotation.span.contains(quotation.inner)
        assert quotation.inner.of(text) == quotation.inner.of(text).strip()


@given(TEXTS)
def test_quotations_are_sorted_and_nested(text: str):
    found = find_quotations(text)
    assert found == sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end))
    for place, quotation in enumerate(found):
        assert not any(overlaps_partly(quotation.span, other.span) for other in found[place + 1 :])


@given(TEXTS)
def test_depth_counts_the_quotations_around(text: str):
    found = find_quotations(text)
    for quotation in found:
        around = [other for other in found if other != quotation and other.span.contains(quotation.span)]
        assert quotation.depth == len(around)


@given(TEXTS)
def test_quotation_does_not_leave_its_paragraph(text: str):
    for quotation in find_quotations(text):
        assert "\n\n" not in quotation.span.of(text)


@given(TEXTS)
def test_closed_quotation_ends_in_a_mark(text: str):
    for quotation in find_quotations(text):
        assert quotation.closed == (quotation.span.end > quotation.inner.end and is_mark(quotation, text))


def is_mark(quotation: Quotation, text: str) -> bool:
    return text[quotation.span.end - 1] in "”“’'\"»«›‹」‘"


@given(TEXTS)
def test_only_a_quotation_at_the_outside_goes_on(text: str):
    assert not any(quotation.continued and quotation.depth for quotation in find_quotations(text))


@given(st.lists(st.text(alphabet="ab ,.", min_size=1).filter(str.strip), min_size=1, max_size=8))
def test_what_is_put_in_marks_is_found(contents: list[str]):
    text = " he said ".join(f"“{content}”" for content in contents)
    assert [quotation.inner.of(text) for quotation in find_quotations(text)] == [
        content.strip() for content in contents
    ]


def test_hundred_thousand_marks_are_paired_in_seconds():
    """Quadratic work on these would take the better part of an hour."""
    text = '“ ‘ a ’s " b' * 20_000
    with patience():
        find_quotations(text)
