# SPDX-License-Identifier: Apache-2.0
"""Words for where somebody is or what they hold, which are no entities."""

from __future__ import annotations

import pytest

from readout import read
from readout.model import Model


@pytest.mark.parametrize("word", ["office", "exile"])
def test_what_somebody_leaves_or_goes_into_without_an_article_is_no_entity(model: Model, word: str) -> None:
    text = (
        "Yingluck Shinawatra left office in 2014. She has lived in exile since, and her brother came back from exile."
    )
    record = read(text, model=model)
    assert word not in {text[m.start : m.end] for entity in record.entities for m in entity.mentions}
