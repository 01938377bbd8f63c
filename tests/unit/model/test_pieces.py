# SPDX-License-Identifier: Apache-2.0
"""Word pieces: what the vocabulary has, longest first."""

from __future__ import annotations

import pytest

from readout.model.pieces import LONGEST, Pieces

VOCABULARY = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] . , ! ' ’ - [ ] sep un ##aff ##able ##a ##ff ##s to ##ward kyiv cafe 北 京 i "
    "##stanbul"
).split()
PIECES = Pieces({piece: number for number, piece in enumerate(VOCABULARY)})


def cut(word: str) -> str:
    return " ".join(VOCABULARY[piece] for piece in PIECES.of(word))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("to", "to", id="whole"),
        pytest.param("unaffable", "un ##aff ##able", id="the longest piece first"),
        pytest.param("towards", "to ##ward ##s", id="ends with a short piece"),
        pytest.param("KYIV", "kyiv", id="case is dropped"),
        pytest.param("café", "cafe", id="accents are dropped"),
        pytest.param("cafe\u0301", "cafe", id="so are combining ones"),
        pytest.param("İstanbul", "i ##stanbul", id="a letter that grows when lowered"),
        pytest.param("un-to", "un - to", id="punctuation stands alone"),
        pytest.param("北京", "北 京", id="so do ideographs"),
        pytest.param("[SEP]", "[ sep ]", id="a special piece spelled out is text"),
        pytest.param("unx", "[UNK]", id="all or nothing"),
        pytest.param("unx.", "[UNK] .", id="what is unknown ends at punctuation"),
        pytest.param("\x00", "[UNK]", id="a control character alone"),
        pytest.param("k\x00yiv", "kyiv", id="a control character within"),
        pytest.param("ky\u202eiv", "kyiv", id="a mark of direction within"),
        pytest.param("\ud800", "[UNK]", id="a lone surrogate alone"),
        pytest.param("ky\udfffiv", "kyiv", id="a lone surrogate within"),
        pytest.param("\ufffd", "[UNK]", id="the replacement character"),
        pytest.param("\u0301", "[UNK]", id="an accent alone"),
        pytest.param("s" * 101, "[UNK]", id="too long a run"),
    ],
)
def test_pieces_of_a_word(word: str, expected: str):
    assert cut(word) == expected


def test_no_word_has_more_pieces_than_the_longest():
    assert cut("." * 5000) == " ".join("." * LONGEST)


@pytest.mark.parametrize("unit", ["a", ".", "北", "é", "a.", "\x00"])
def test_pieces_of_a_word_of_a_million_characters(unit: str):
    assert 1 <= len(PIECES.of(unit * (1_000_000 // len(unit)))) <= LONGEST


def test_pieces_are_remembered_only_up_to_a_number(monkeypatch: pytest.MonkeyPatch):
    """A stream of millions of reports must not fill the memory with words."""
    monkeypatch.setattr("readout.model.pieces._REMEMBERED", 10)
    pieces = Pieces({piece: number for number, piece in enumerate(VOCABULARY)})
    for number in range(100):
        pieces.of(f"to{number}")
    assert len(pieces._known) <= 10
    assert pieces.of("towards") == PIECES.of("towards")


def test_pieces_need_the_special_ones():
    with pytest.raises(KeyError):
        Pieces({"to": 0})
