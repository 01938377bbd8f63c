# SPDX-License-Identifier: Apache-2.0
"""Whose rupees and pesos a report means that names no country."""

from __future__ import annotations

import pytest

from readout import read
from readout.model import Model


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Losses crossed Rs 400 crore in Shimla and Mandi, the chief minister said.", "INR"),
        ("The city of Monterrey paid 300 million pesos, the mayor said.", "MXN"),
        ("Losses crossed Rs 400 crore in Shimla and in Lahore, officials said.", None),
        ("Losses crossed Rs 400 crore, the chief minister said.", None),
        ("The family of Naivasha spent Sh480,000, the mayor said.", "KES"),
        ("The family spent Sh480,000, the mayor said.", None),
        ("The city of Makurdi will spend N50m on boats, the governor said.", "NGN"),
    ],
)
def test_towns_tell_the_currency_where_no_country_is_named(model: Model, text: str, unit: str | None):
    """Local papers do not name their country; towns of two countries with rupees leave it open."""
    del model
    (figure,) = read(text).figures
    assert figure.unit == unit
