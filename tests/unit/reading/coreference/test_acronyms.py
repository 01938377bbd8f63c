# SPDX-License-Identifier: Apache-2.0
"""Acronyms in brackets are the bodies before them."""

from __future__ import annotations

import pytest

from readout.reading.coreference.acronyms import bracketed
from readout.reading.coreference.mentions import Mention
from tests.support.readings import encoding_of


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Movement Toward Socialism (MAS) left", [(0, 3, "organisation"), (4, 5, "organisation")], [(0, 1)]),
        ("Federal Reserve Board (US) left", [(0, 3, "organisation"), (4, 5, "place")], []),
        ("Ana Lima (PTI) left", [(0, 2, "person"), (3, 4, "organisation")], []),
        ("Movement Toward Socialism and MAS left", [(0, 3, "organisation"), (4, 5, "organisation")], []),
    ],
)
def test_acronym_in_brackets_is_found_behind_a_body(
    text: str, names: list[tuple[int, int, str]], found: list[tuple[int, int]]
):
    encoding = encoding_of(text)
    mentions = [Mention(encoding.span(a, b), a, b, b - 1, "name", kind, 1.0) for a, b, kind in names]
    assert list(bracketed(encoding, mentions)) == found
