# SPDX-License-Identifier: Apache-2.0
"""Networks that are no media."""

from __future__ import annotations

import pytest

from readout.reading.coreference.networks import is_other_network


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Sudan Doctors Network", True),
        ("Darfur Network for Human Rights", True),
        ("Cable News Network", False),
        ("Food Network", False),
        ("Doctors Without Borders", False),
    ],
)
def test_network_that_says_of_whom_it_is_is_no_medium(name: str, told: bool):
    assert is_other_network(name.split()) is told
