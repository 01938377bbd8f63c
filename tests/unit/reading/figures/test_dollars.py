# SPDX-License-Identifier: Apache-2.0
"""Whose dollars a bare "$" stands for."""

from __future__ import annotations

from typing import Any

import pytest

from readout.model import Model
from readout.pipeline import read

REPORTS: list[tuple[str, list[str | None]]] = [
    (
        "CANBERRA (AAP) - Australia will spend $500 million on ships. The yard paid $US20 million for steel.",
        ["AUD", "USD"],
    ),
    ("CANBERRA (Reuters) - Australia will spend A$500 million on ships. The yard paid $20 million.", ["AUD", "USD"]),
    ("TORONTO (The Canadian Press) — The province will spend $40 million on roads.", ["CAD"]),
    ("WASHINGTON (The Canadian Press) — The U.S. Senate passed a $1.9 trillion aid package.", ["USD"]),
    ("The mine in Australia cost US$500 million, and the state paid $30 million for a road.", ["USD", "AUD"]),
    ("A mine cost US$500 million, and $30 million went from Australia to New Zealand.", ["USD", None]),
    ("The fund held $US4.5 billion ($5.8 billion) in Kuala Lumpur.", ["USD", None]),
    ("Ecuador sold bonds of US$500 million and spent $30 million.", ["USD", "USD"]),
    ("The council of Ballarat will spend $3 million on its town centre.", ["AUD"]),
    ("The council of Ballarat will spend $3 million on a bridge.", [None]),
    ("The council of Ballarat will buy American buses for $3 million.", ["USD"]),
    ("The council of Ballarat will spend $3 million on the Labour Centre.", [None]),
    ("Brent crude rose to $80 a barrel after a storm hit Canada.", ["USD"]),
    ("The World Bank will lend Guyana $50 million for roads.", ["USD"]),
    ("Taiwan will spend $3 million on its neighbours.", ["USD"]),
    ("The council of Duluth will spend $3 million on its town centre.", ["USD"]),
    ("Sales in Hong Kong fell to HK$29 billion in May, and to $277 billion in all.", ["HKD", None]),
    ("Sales in Hong Kong fell to HK$29 billion ($3.7 billion) in May.", ["HKD", "USD"]),
    ("Floods hit Canterbury\n\nBy Jo Lee, RNZ News\n\nNew Zealand will spend $3 million.\n\nIt rained.", ["NZD"]),
    ("AUCKLAND, New Zealand (AP) — New Zealand will spend $30 million on trains.", ["USD"]),
]


@pytest.mark.parametrize(("text", "units"), REPORTS, ids=[text for text, _ in REPORTS])
def test_bare_dollars_are_those_of_the_house(model: Model, text: str, units: list[str | None]):
    assert [figure.unit for figure in read(text, model=model).figures if figure.kind == "money"] == units


def test_bare_dollars_are_those_of_the_publisher(model: Model):
    text = "Canada will spend $40 million on roads."
    told: dict[str, Any] = {"publisher": "Toronto Star"}
    assert [figure.unit for figure in read(text, model=model, **told).figures] == ["CAD"]
