# SPDX-License-Identifier: Apache-2.0
"""Who says "I" in a quotation."""

from __future__ import annotations

import pytest

from readout.model import Model
from readout.pipeline import read

SAID = [
    pytest.param(
        "“I have seen the files,” Lind said. “My office will publish them, and we will not wait.”",
        {"Lind": ["I", "Lind", "My"]},
        id="a person is I, but whom a person means by we is open",
    ),
    pytest.param(
        "“We will appeal,” the company said in a statement. “Our lawyers are ready.”",
        {"the company": ["We", "the company", "Our"]},
        id="a body is we",
    ),
    pytest.param(
        "“He told me, ‘I will not sign,’ and I left,” Petrova said.",
        {"Petrova": ["me", "I", "Petrova"]},
        id="a quotation within is another's",
    ),
    pytest.param(
        "“They claim that I lied,” said Marek Dvorak.",
        {"Marek Dvorak": ["I", "Marek Dvorak"]},
        id="what is told within is in the words of who tells it",
    ),
    pytest.param(
        "I was there when Lind said she would stay.",
        {"Lind": ["Lind", "she"]},
        id="outside of quotation marks the writer speaks",
    ),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_first_persons_are_the_speaker_s(model: Model, text: str, expected: dict[str, list[str]]):
    record = read(text, model=model)
    found = {text[e.mentions[0].start : e.mentions[0].end]: e for e in record.entities}
    by_words = {text[m.start : m.end]: e for e in found.values() for m in e.mentions if m.form != "pronoun"}
    for name, mentions in expected.items():
        assert [text[m.start : m.end] for m in by_words[name].mentions] == mentions
