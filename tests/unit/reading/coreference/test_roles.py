# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.reading.coreference.allegiances import allegiance_of
from readout.reading.coreference.officekeys import office_key
from readout.reading.coreference.roles import describe
from readout.reading.coreference.titles import title_after, title_before
from tests.support.readings import place_of
from tests.support.told import tell


def test_title_before_takes_country_and_office() -> None:
    told = tell("On/ADP Friday/PROPN Russian/ADJ Defence/NOUN Minister/NOUN Sergey/PROPN Shoygu/PROPN spoke/VERB", {})
    words = title_before(told.encoding, told.syntax, place_of(told.encoding, "Sergey")[0])
    assert words == place_of(told.encoding, "Russian Defence Minister")


def test_title_before_takes_of() -> None:
    told = tell("Secretary/PROPN of/ADP Defense/PROPN Lloyd/PROPN Austin/PROPN spoke/VERB", {})
    assert title_before(told.encoding, told.syntax, 3) == (0, 3)


@pytest.mark.parametrize("verb", ["told/VERB reporters/NOUN", "after/ADP lunch/NOUN", "in/ADP Kyiv/PROPN"])
def test_title_before_takes_no_other_words(verb: str) -> None:
    told = tell(f"He/PRON was/AUX {verb} Austin/PROPN left/VERB", {})
    assert title_before(told.encoding, told.syntax, place_of(told.encoding, "Austin")[0]) is None


def test_title_after_ends_at_the_comma() -> None:
    told = tell(
        "Avril/PROPN Haines/PROPN ,/PUNCT the/DET US/PROPN director/NOUN of/ADP national/ADJ "
        "intelligence/NOUN ,/PUNCT said/VERB",
        {},
    )
    assert title_after(told.encoding, told.syntax, 2) == place_of(told.encoding, "US director of national intelligence")


def test_title_after_is_no_clause() -> None:
    told = tell("With/ADP Macron/PROPN ,/PUNCT the/DET president/NOUN said/VERB ,/PUNCT all/PRON went/VERB", {})
    assert title_after(told.encoding, told.syntax, 2) is None


@pytest.mark.parametrize(
    ("tagged", "title", "country", "sector"),
    [
        ("Russian/ADJ Defence/NOUN Minister/NOUN", "Defence Minister", "RUS", "MIL"),
        ("Russia/PROPN 's/PART defence/NOUN minister/NOUN", "defence minister", "RUS", "MIL"),
        ("the/DET president/NOUN of/ADP Italy/PROPN", "president", "ITA", "GOV"),
        (
            "US/PROPN director/NOUN of/ADP national/ADJ intelligence/NOUN",
            "director of national intelligence",
            "USA",
            "GOV",
        ),
        ("Pentagon/PROPN chief/NOUN", "Pentagon chief", "USA", "MIL"),
        ("the/DET EU/PROPN 's/PART foreign/ADJ policy/NOUN chief/NOUN", "foreign policy chief", "EU", "IGO"),
        ("Former/ADJ prime/ADJ minister/NOUN", "prime minister", None, "GOV"),
        ("a/DET spokesman/NOUN for/ADP Bolsonaro/PROPN", "spokesman", None, None),
        ("the/DET US/PROPN ambassador/NOUN to/ADP Russia/PROPN", "ambassador", "USA", "GOV"),
        ("the/DET two/NUM countries/NOUN '/PART leaders/NOUN", "leader", None, "GOV"),
        ("your/PRON captain/NOUN", "captain", None, "MIL"),
    ],
)
def test_describe_gives_title_country_and_sector(
    tagged: str, title: str, country: str | None, sector: str | None
) -> None:
    told = tell(tagged, {})
    described = describe(told.encoding, told.syntax, 0, len(told.encoding.words))
    assert described is not None
    assert (described.title, described.country, described.sector) == (title, country, sector)


def test_describe_knows_what_is_past() -> None:
    told = tell("Former/ADJ French/ADJ president/NOUN", {})
    described = describe(told.encoding, told.syntax, 0, 3)
    assert described is not None
    assert described.past


def test_describe_knows_who_speaks_without_a_name() -> None:
    told = tell("a/DET senior/ADJ US/PROPN official/NOUN", {})
    described = describe(told.encoding, told.syntax, 0, 4)
    assert described is not None
    assert described.anonymous


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("defence minister", "Secretary of Defense"), ("defence minister", "Minister of National Defence"),
        ("chairwoman", "chairman"), ("foreign minister", "Secretary of State"), ("premier", "prime minister"),
        ("foreign minister", "minister for foreign affairs"), ("Foreign Secretary", "foreign minister"),
    ],
)  # fmt: skip
def test_office_key_is_one_for_one_office(one: str, other: str) -> None:
    assert office_key(one) == office_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("president", "vice president"), ("defence minister", "finance minister"), ("secretary-general", "general")],
)
def test_office_key_tells_offices_apart(one: str, other: str) -> None:
    assert office_key(one) != office_key(other)


def test_allegiance_is_not_to_the_state_of_a_rivers_name() -> None:
    told = tell("the/DET Niger/PROPN Delta/PROPN Forum/PROPN", {})
    assert allegiance_of(told.encoding, 0, 4) is None
    told = tell("the/DET Niger/PROPN Army/PROPN Council/PROPN", {})
    side = allegiance_of(told.encoding, 0, 4)
    assert side is not None
    assert side.country == "NER"


def test_allegiance_takes_the_longest_name() -> None:
    told = tell("the/DET South/ADJ Korean/ADJ minister/NOUN", {})
    side = allegiance_of(told.encoding, 0, 4)
    assert side is not None
    assert side.country == "KOR"
