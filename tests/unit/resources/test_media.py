# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import all_outlets, country, outlet_named

KINDS = {"agency", "newspaper", "broadcaster", "magazine", "site", "platform"}


@pytest.mark.parametrize(
    ("name", "country_code", "kind"),
    [
        ("TASS", "RUS", "agency"),
        ("Tass", "RUS", "agency"),
        ("TASS news agency", "RUS", "agency"),
        ("RIA Novosti", "RUS", "agency"),
        ("Interfax", "RUS", "agency"),
        ("Reuters", "GBR", "agency"),
        ("AFP", "FRA", "agency"),
        ("the AP", "USA", "agency"),
        ("Associated Press", "USA", "agency"),
        ("Xinhua", "CHN", "agency"),
        ("KCNA", "PRK", "agency"),
        ("Yonhap", "KOR", "agency"),
        ("IRNA", "IRN", "agency"),
        ("Anadolu Agency", "TUR", "agency"),
        ("SANA", "SYR", "agency"),
        ("dpa", "DEU", "agency"),
        ("PTI", "IND", "agency"),
        ("Al Jazeera", "QAT", "broadcaster"),
        ("Al-Jazeera", "QAT", "broadcaster"),
        ("BBC", "GBR", "broadcaster"),
        ("Rai 1", "ITA", "broadcaster"),
        ("ZDF", "DEU", "broadcaster"),
        ("Fox News", "USA", "broadcaster"),
        ("The New York Times", "USA", "newspaper"),
        ("Washington Post’s", "USA", "newspaper"),
        ("The Times", "GBR", "newspaper"),
        ("the Guardian", "GBR", "newspaper"),
        ("Süddeutsche Zeitung", "DEU", "newspaper"),
        ("Haaretz", "ISR", "newspaper"),
        ("Kommersant", "RUS", "newspaper"),
        ("Ukrainska Pravda", "UKR", "newspaper"),
        ("Der Spiegel", "DEU", "magazine"),
        ("Politico", "USA", "site"),
        ("X", "USA", "platform"),
        ("Telegram", "ARE", "platform"),
        ("Truth Social", "USA", "platform"),
        ("Weibo", "CHN", "platform"),
    ],
)
def test_outlet_named_knows_outlets(name: str, country_code: str, kind: str) -> None:
    outlet = outlet_named(name)
    assert outlet is not None
    assert (outlet.country, outlet.kind) == (country_code, kind)


def test_twitter_and_x_are_one() -> None:
    assert outlet_named("Twitter") is outlet_named("X")


@pytest.mark.parametrize("name", ["guardian", "Times", "the times", "time", "x", "Australian", "Atlantis", ""])
def test_outlet_named_gives_none_for_common_words(name: str) -> None:
    assert outlet_named(name) is None


@pytest.mark.parametrize(("name", "state"), [("TASS", True), ("KCNA", True), ("BBC", False), ("Reuters", False)])
def test_state_marks_outlets_that_speak_for_a_state(name: str, state: bool) -> None:
    outlet = outlet_named(name)
    assert outlet is not None
    assert outlet.state is state


def test_every_row_uses_known_codes() -> None:
    for outlet in all_outlets():
        assert outlet.kind in KINDS, outlet
        assert outlet.country is None or country(outlet.country) is not None, outlet


def test_every_name_in_the_table_is_found() -> None:
    assert [
        (one.name, n) for one in all_outlets() for n in (one.name, *one.aliases) if outlet_named(n) is not one
    ] == []
