# SPDX-License-Identifier: Apache-2.0
"""The words of a report and where its lines begin."""

from __future__ import annotations

import pytest

from readout.reading.encoding import Encoding, encode
from readout.text import Span
from tests.support.readings import RandomModel


def encoded(text: str, words: list[Span] | None = None) -> Encoding:
    return encode(RandomModel(), text, words)  # type: ignore[arg-type]


def line_forms(text: str) -> list[str]:
    encoding = encoded(text)
    return [" ".join(encoding.words[start:end]) for start, end in encoding.lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("one line", ["one line"], id="one"),
        pytest.param("\n\n a b \n\n c", ["a b", "c"], id="blank lines and blanks"),
        pytest.param("a\r\nb\rc", ["a", "b", "c"], id="line ends of other systems"),
        pytest.param("a\u2028b\u2029c\x85d", ["a", "b", "c", "d"], id="line ends of Unicode"),
    ],
)
def test_lines_are_the_text_s_paragraphs(text: str, expected: list[str]):
    assert line_forms(text) == expected


def test_lines_broken_at_a_fixed_width_are_one():
    """A statement over the break of a line is one statement."""
    text = (
        "The foreign minister said on Monday that the talks with the\n"
        "neighbouring country would go on until both sides had come to\n"
        "an agreement on the border, the fishing grounds and the bridge\n"
        "that was closed in the spring, and that nobody would leave the\n"
        "table before that.\n\nThe other side was silent.\n"
    )
    assert [line.split()[0] for line in line_forms(text)] == ["The", "The"]
    assert len(line_forms(text)) == 2


def test_words_that_are_given_are_kept():
    encoding = encoded("cannot go\nhome", [Span(0, 6), Span(7, 9), Span(10, 14)])
    assert encoding.words == ("cannot", "go", "home")
    assert encoding.line_starts == (True, False, True)


def test_a_range_of_words_has_its_characters():
    encoding = encoded("  Kyiv  said so")
    assert encoding.span(0, 2) == Span(2, 12)


def test_lower_case_has_as_many_words():
    assert encoded("Kyiv İst SAID").lower == ("kyiv", "i̇st", "said")
