# SPDX-License-Identifier: Apache-2.0
"""The values of filters: in which forms they may be given, and what is said of one that is none."""

from __future__ import annotations

import pytest

from readout.archive.queries import EventQuery, FigureQuery, ReportQuery, StatementQuery
from readout.archive.values import country_code, sector_code, unit_name
from readout.errors import ConfigError


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("MIL", "MIL"),
        ("mil", "MIL"),
        ("military", "MIL"),
        ("army", "MIL"),
        ("Judiciary", "JUD"),
        ("non-governmental", "NGO"),
    ],
)
def test_sector_is_known_by_code_and_by_words(given: str, code: str):
    assert sector_code(given) == code
    assert StatementQuery(sector=given).sector == (code,)


def test_unknown_sector_is_told_with_what_the_codes_mean():
    """It was "perhaps 'PRM'?", with codes alone."""
    with pytest.raises(ConfigError, match=r"there is no sector 'zebra'; there are: .*GOV \(government\)"):
        sector_code("zebra")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("USD", "USD"), ("usd", "USD"), ("dollars", "USD"), ("Canadian dollars", "CAD"), ("euro", "EUR"), ("km", "kilometre"),
        ("%", "percent"), ("people", "person"), ("person", "person"), ("countries", "countries"), ("tonne", "tonne"),
    ],
)  # fmt: skip
def test_unit_is_known_in_other_words(given: str, name: str):
    """Nothing was found for a unit that was not written as records write it, and nothing was said."""
    assert unit_name(given) == name
    assert FigureQuery(unit=given).unit == (name,)


def test_language_is_a_code():
    assert ReportQuery(language="EN").language == ("en",)
    with pytest.raises(ConfigError, match="found language 'german', expected a code"):
        ReportQuery(language="german")


@pytest.mark.parametrize(
    ("query", "filter", "message"),
    [
        (EventQuery, {"status": "done"}, "there is no status 'done'; there are: occurred, "),
        (EventQuery, {"type": "CONSULTS"}, "there is no type of event 'CONSULTS', perhaps 'CONSULT'; there are: "),
    ],
)
def test_unknown_value_is_told_with_those_there_are(query: type, filter: dict[str, str], message: str):
    with pytest.raises(ConfigError) as told:
        query(**filter)
    assert str(told.value).startswith(message)


def test_unknown_country_is_told_with_the_nearest():
    with pytest.raises(ConfigError, match=r"no country 'Rusia', perhaps RUS \(Russia\); expected a code"):
        country_code("Rusia")
