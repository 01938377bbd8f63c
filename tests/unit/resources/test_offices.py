# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import (
    SECTORS,
    all_offices,
    country,
    find_office,
    honorific_named,
    office_at,
    office_named,
    office_state,
)


@pytest.mark.parametrize(
    ("text", "title", "sector", "kind"),
    [
        ("president", "president", "GOV", "office"),
        ("Vice-President", "vice president", "GOV", "office"),
        ("Prime Minister", "prime minister", "GOV", "office"),
        ("Secretary of Defense", "secretary of defense", "MIL", "office"),
        ("Defence Minister", "defence minister", "MIL", "office"),
        ("foreign minister", "foreign minister", "GOV", "office"),
        ("Minister of the Interior", "minister of the interior", "GOV", "office"),
        ("Labour Minister", "labour minister", "GOV", "office"),
        ("Labor Secretary", "labor secretary", "GOV", "office"),
        ("Health Minister", "health minister", "HLH", "office"),
        ("director of national intelligence", "director of national intelligence", "GOV", "office"),
        ("king", "king", "GOV", "office"),
        ("Gen.", "general", "MIL", "rank"),
        ("Lt. Gen.", "lieutenant general", "MIL", "rank"),
        ("Lieutenant-General", "lieutenant general", "MIL", "rank"),
        ("Sen.", "senator", "LEG", "office"),
        ("MP", "member of parliament", "LEG", "office"),
        ("lawmakers", "lawmaker", "LEG", "office"),
        ("congressmen", "congressman", "LEG", "office"),
        ("attorneys general", "attorney general", "JUD", "office"),
        ("judge", "judge", "JUD", "office"),
        ("police chief", "police chief", "COP", "office"),
        ("ambassador", "ambassador", "GOV", "office"),
        ("Kremlin spokesman", "kremlin spokesman", "GOV", "speaker_for"),
        ("secretaries of state", "secretary of state", "GOV", "office"),
        ("CEO", "chief executive officer", "BUS", "office"),
        ("analyst", "analyst", "EDU", "profession"),
        ("professor", "professor", "EDU", "profession"),
        ("journalist", "journalist", "MED", "profession"),
        ("rebel leader", "rebel leader", "REB", "office"),
        ("archbishop", "archbishop", "REL", "office"),
    ],
)
def test_office_named_knows_titles(text: str, title: str, sector: str, kind: str) -> None:
    office = office_named(text)
    assert office is not None
    assert (office.title, office.sector, office.kind) == (title, sector, kind)


@pytest.mark.parametrize("text", ["spokesman", "head", "chairwoman", "leader"])
def test_the_sector_of_a_title_that_any_body_has_is_left_open(text: str) -> None:
    office = office_named(text)
    assert office is not None
    assert office.sector is None


@pytest.mark.parametrize("text", ["Shoygu", "Mr", "the", "ministry", ""])
def test_office_named_gives_none_for_other_words(text: str) -> None:
    assert office_named(text) is None


@pytest.mark.parametrize(
    ("words", "end", "title"),
    [
        (["Russian", "Defence", "Minister", "Sergey", "Shoygu"], 3, "defence minister"),
        (["US", "Vice", "-", "President", "Harris"], 4, "vice president"),
        (["the", "US", "director", "of", "national", "intelligence"], 6, "director of national intelligence"),
        (["Lt.", "Gen.", "Smith"], 2, "lieutenant general"),
        (["Foreign", "Ministers", "Baerbock"], 2, "foreign minister"),
    ],
)
def test_office_at_gives_the_longest_office_before_a_word(words: list[str], end: int, title: str) -> None:
    office = office_at(words, end)
    assert office is not None
    assert office.title == title


@pytest.mark.parametrize("end", [0, 1, 4])
def test_office_at_gives_none_where_no_office_ends(end: int) -> None:
    assert office_at(["Russian", "Defence", "Minister", "Sergey", "Shoygu"], end) is None


def test_find_office_tells_its_place_and_number() -> None:
    match = find_office(["former", "Vice", "-", "Presidents", "Cheney"], 4)
    assert match is not None
    assert (match.start, match.end, match.plural) == (1, 4, True)


@pytest.mark.parametrize(
    ("text", "gender"), [("spokeswoman", "f"), ("spokesman", "m"), ("king", "m"), ("president", None), ("nurse", None)]
)
def test_gender_is_told_only_by_the_word(text: str, gender: str | None) -> None:
    office = office_named(text)
    assert office is not None
    assert office.gender == gender


@pytest.mark.parametrize(("text", "code"), [("Taoiseach", "IRL"), ("pope", "VAT"), ("Pentagon chief", "USA")])
def test_offices_of_one_country_tell_it(text: str, code: str) -> None:
    office = office_named(text)
    assert office is not None
    assert office.country == code


@pytest.mark.parametrize(
    ("word", "gender"),
    [("Mr.", "m"), ("Mrs", "f"), ("Ms.", "f"), ("Dr", None), ("Sir", "m"), ("Dame", "f"), ("Lord", "m")],
)
def test_honorific_named_tells_gender_where_the_form_does(word: str, gender: str | None) -> None:
    honorific = honorific_named(word)
    assert honorific is not None
    assert honorific.gender == gender


def test_honorific_named_gives_none_for_other_words() -> None:
    assert honorific_named("president") is None


@pytest.mark.parametrize(
    ("word", "state"),
    [("former", "former"), ("ex", "former"), ("Acting", "acting"), ("elect", "incoming"), ("red", None)],
)
def test_office_state_tells_whether_it_is_held(word: str, state: str | None) -> None:
    assert office_state(word) == state


def test_every_office_uses_known_codes() -> None:
    for office in all_offices():
        assert office.sector is None or office.sector in SECTORS, office
        assert office.kind in {"office", "rank", "profession", "speaker_for"}, office
        assert office.gender in {None, "m", "f"}, office
        assert office.country is None or country(office.country) is not None, office


def test_every_title_in_the_table_is_found() -> None:
    assert [office.title for office in all_offices() if office_named(office.title) is None] == []


def test_no_office_begins_with_a_stop() -> None:
    match = find_office(["day", ".", "Presidential", "candidates", "Clinton"], 4)
    assert match is not None
    assert match.start == 2
