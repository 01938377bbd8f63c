# SPDX-License-Identifier: Apache-2.0
import pytest

from readout.reading.trees.verbforms import is_bare, is_participle, is_past


@pytest.mark.parametrize(
    ("form", "past", "participle", "bare"),
    [
        ("crossed", True, True, False),
        ("fell", True, True, False),
        ("taken", False, True, True),  # no list of participles: "taken" is only known by its end
        ("cut", False, True, True),
        ("need", False, False, True),
        ("proceed", False, False, True),
        ("visits", False, False, False),
        ("pass", False, False, True),
        ("shelling", False, False, False),
        ("visit", False, False, True),
    ],
)
def test_a_form_tells_its_tense(form: str, past: bool, participle: bool, bare: bool):
    assert (is_past(form), is_participle(form), is_bare(form)) == (past, participle, bare)
