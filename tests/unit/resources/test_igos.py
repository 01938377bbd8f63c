# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import all_countries, all_igos, igo, igo_named


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the U.N.", "UN"),
        ("United Nations", "UN"),
        ("UN Security Council", "UNSC"),
        ("U.N. refugee agency", "UNHCR"),
        ("NATO", "NATO"),
        ("Nato", "NATO"),
        ("EU", "EU"),
        ("Brussels", "EU"),
        ("European Commission", "EC"),
        ("African Union", "AU"),
        ("OSCE", "OSCE"),
        ("Asean", "ASEAN"),
        ("Opec", "OPEC"),
        ("IMF", "IMF"),
        ("World Bank", "WB"),
        ("WTO", "WTO"),
        ("WHO", "WHO"),
        ("World Health Organisation", "WHO"),
        ("IAEA", "IAEA"),
        ("ICC", "ICC"),
        ("World Court", "ICJ"),
        ("G-7", "G7"),
        ("Group of 20", "G20"),
        ("BRICS", "BRICS"),
        ("SCO", "SCO"),
        ("Arab League", "LAS"),
        ("OAS", "OAS"),
        ("Ecowas", "ECOWAS"),
        ("GCC", "GCC"),
        ("OIC", "OIC"),
        ("CIS", "CIS"),
        ("CSTO", "CSTO"),
        ("League of Nations", "LON"),
        ("Warsaw Pact", "WARSAW"),
    ],
)
def test_igo_named_knows_names_and_acronyms(name: str, code: str) -> None:
    found = igo_named(name)
    assert found is not None
    assert found.code == code


def test_the_red_cross_is_no_organisation_of_states() -> None:
    found = igo_named("Red Cross")
    assert found is not None
    assert found.sector == "NGO"


@pytest.mark.parametrize("name", ["who", "Who", "un", "quad", "Atlantis", ""])
def test_igo_named_gives_none_for_common_words(name: str) -> None:
    assert igo_named(name) is None


def test_no_code_is_that_of_a_country() -> None:
    assert {one.code for one in all_igos()} & {one.iso3 for one in all_countries()} == set()


def test_codes_are_unique_and_found() -> None:
    assert [one for one in all_igos() if igo(one.code) is not one] == []
    assert igo("NOPE") is None


def test_every_name_in_the_table_is_found() -> None:
    assert [(one.code, n) for one in all_igos() for n in (one.name, *one.aliases) if igo_named(n) is not one] == []
