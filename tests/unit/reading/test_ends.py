# SPDX-License-Identifier: Apache-2.0
"""Texts that end where a rule looks for another word."""

from __future__ import annotations

import pytest

from readout.model import Model
from readout.pipeline import read


@pytest.mark.parametrize(
    "text",
    [
        "Ships were sent, according to a text by the Kremlin",
        "The unions called a strike",
        "TASS quoted Norwegian Foreign Minister Jonas Holm as accusing Moldova of a breach of",
        "The men were freed, the ministry said; “Nobody told us,”",
    ],
)
def test_a_text_may_end_without_a_full_stop(model: Model, text: str):
    assert read(text, model=model).report.text == text
