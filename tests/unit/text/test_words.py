# SPDX-License-Identifier: Apache-2.0
"""Words as Universal Dependencies cuts English."""

from __future__ import annotations

import pytest

from readout.text import words_of


def forms(text: str) -> list[str]:
    return [span.of(text) for span in words_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param(" \n\t ", "", id="white space only"),
        pytest.param("don't", "do n't", id="negation"),
        pytest.param("isn’t", "is n’t", id="negation, curly"),
        pytest.param("CAN'T", "CA N'T", id="negation in capitals"),
        pytest.param("cannot", "can not", id="cannot is two words"),
        pytest.param("Russia’s", "Russia ’s", id="possessive"),
        pytest.param("ministers' talks", "ministers ' talks", id="plural possessive"),
        pytest.param("we've they'll I'm he’d you're", "we 've they 'll I 'm he ’d you 're", id="contracted verbs"),
        pytest.param("O’Neill d'Orsay", "O’Neill d'Orsay", id="apostrophe within a name"),
        pytest.param("face-to-face", "face - to - face", id="hyphens stand alone"),
        pytest.param("and/or", "and / or", id="so do slashes"),
        pytest.param("U.S. a.m. U.N.", "U.S. a.m. U.N.", id="letters with stops"),
        pytest.param("Dong Jun. He on Jun. 3", "Dong Jun . He on Jun. 3", id="a name like a month"),
        pytest.param("Guðni Th. Jóhannesson", "Guðni Th. Jóhannesson", id="a given name cut short"),
        pytest.param(
            "Mr. Lind met Gov. Haas.", "Mr. Lind met Gov. Haas .", id="titles keep their stop, a sentence does not"
        ),
        pytest.param("on Feb. 3", "on Feb. 3", id="month"),
        pytest.param("J. R. Okafor", "J. R. Okafor", id="initials"),
        pytest.param("She wrote on X. Lind replied.", "She wrote on X . Lind replied .", id="a site is no initial"),
        pytest.param("Malcolm X. Reed left", "Malcolm X. Reed left", id="the same letter as an initial"),
        pytest.param("He said no. They left.", "He said no . They left .", id="no at the end of a sentence"),
        pytest.param("1,000.5 9:30 3rd 1990s", "1,000.5 9:30 3rd 1990s", id="numbers"),
        pytest.param("$5m", "$ 5 m", id="amount"),
        pytest.param("50%", "50 %", id="per cent"),
        pytest.param("Wait... what", "Wait ... what", id="dots"),
        pytest.param("so -- he", "so -- he", id="typed dash"),
        pytest.param("“Yes,” he", "“ Yes , ” he", id="curly marks"),
        pytest.param("``Yes''", "`` Yes ''", id="typed marks"),
        pytest.param("(Readout)", "( Readout )", id="brackets"),
        pytest.param("@lind #talks", "@lind #talks", id="handle and hashtag"),
        pytest.param(
            "see https://example.org/a?b=1.", "see https://example.org/a?b=1 .", id="an address lets its stop go"
        ),
        pytest.param("press@example.org", "press@example.org", id="mail"),
        pytest.param("three\u00a0days", "three days", id="no-break space parts words"),
        pytest.param("a\ud800b", "a \ud800 b", id="lone surrogate"),
        pytest.param("a\x00b", "a \x00 b", id="control character"),
        pytest.param("a\u202eb", "a \u202e b", id="mark of direction"),
    ],
)
def test_words_are_cut_as_in_treebanks(text: str, expected: str):
    assert forms(text) == expected.split(" ") if expected else forms(text) == []


def test_words_keep_their_place():
    text = "  Kyiv’s  “no”"
    assert [(span.start, span.end) for span in words_of(text)] == [(2, 6), (6, 8), (10, 11), (11, 13), (13, 14)]


@pytest.mark.parametrize(
    "unit",
    ["a", "'", ".", "a.", "n't", "don't", "www.", "http://", "x@", "a-", "1,", "A. ", "’s", "can", "@", "_"],
)
def test_words_of_hostile_repetition_cost_linear_time(unit: str):
    """A quadratic rule would need minutes for these."""
    text = unit * (400_000 // len(unit))
    assert "".join(forms(text)) == "".join(text.split())
