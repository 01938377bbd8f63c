# SPDX-License-Identifier: Apache-2.0
"""Words, for any text at all."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from readout.text import words_of

# All of Unicode, lone surrogates too, with what the rules look at made frequent.
ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Mn"]),
        st.sampled_from("’'\"“”.,-@#/:nNtTsS019 \n\u00a0\u202e"),
    )
)


@given(ANY_TEXT)
@example("\ud800\udc00")
@example("Mr.\u2028J. R.\x1fcannot")
def test_between_words_stands_white_space_and_nothing_else(text: str):
    words = words_of(text)
    edges = [0, *(edge for word in words for edge in word), len(text)]
    assert edges == sorted(edges)
    gaps = zip(edges[::2], edges[1::2], strict=True)
    assert all(not text[start:end] or text[start:end].isspace() for start, end in gaps)


@given(ANY_TEXT)
def test_no_word_is_empty_or_holds_white_space(text: str):
    for word in words_of(text):
        assert word.start < word.end
        assert not any(map(str.isspace, word.of(text)))


@given(ANY_TEXT, ANY_TEXT)
def test_a_line_is_cut_alike_whatever_follows(text: str, following: str):
    """What stands behind two line ends has no bearing on the words before."""
    alone = words_of(text + "\n")
    assert words_of(text + "\n\n\n\n" + following)[: len(alone)] == alone
