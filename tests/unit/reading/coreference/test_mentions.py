# SPDX-License-Identifier: Apache-2.0
"""Names, as they are decoded and corrected by the tables."""

from __future__ import annotations

import pytest

from readout.pipeline import read
from readout.reading.coreference.namedentities import find_names
from tests.support.readings import encoding_of


@pytest.mark.parametrize(
    ("word", "kind"),
    [pytest.param("US", "place", id="a country"), pytest.param("American", "other", id="an adjective")],
)
def test_the_name_of_a_country_is_a_place(word: str, kind: str):
    encoding = encoding_of(f"{word} troops left.", names=[(word, "other")])
    assert [name.type for name in find_names(encoding)] == [kind]


def test_at_least_belongs_to_the_number_of_a_description():
    text = "An avalanche killed at least 48 climbers in Nepal."
    found = [text[m.start : m.end] for entity in read(text).entities for m in entity.mentions]
    assert "at least 48 climbers" in found
