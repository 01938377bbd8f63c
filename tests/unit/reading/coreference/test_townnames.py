# SPDX-License-Identifier: Apache-2.0
"""Towns that were taken for persons or bodies, told by the words beside them: no model is needed."""

from __future__ import annotations

import pytest

from readout.reading.coreference.namedentities import Name
from readout.reading.coreference.townnames import with_towns
from tests.support.readings import encoding_of, place_of


def types(text: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    """Return names with their types; each was taken for what is given ("^": the last place of the words)."""
    encoding = encoding_of(text)
    taken = [Name(*place_of(encoding, words), kind) for words, kind in names]  # type: ignore[arg-type]
    found = with_towns(encoding, taken)
    return [(encoding.span(name.start, name.end).of(text), name.type) for name in found]


@pytest.mark.parametrize(
    ("text", "name", "taken"),
    [
        ("Some 1,700 people were held in Samos, most of them Syrians.", "Samos", "person"),
        ("A Cork mother was told of it by letter.", "Cork", "other"),
        ("Tillsonburg Mayor Stephen Molnar was there.", "Tillsonburg", "person"),
        ("Kevin Lund, 24, of Elkhart, was charged.", "Elkhart", "organisation"),
        ("They came from Sault Ste. Marie, Ontario, by bus.", "Sault Ste. Marie", "person"),
        ("South Carolina Gov. Nikki Haley signed it.", "South Carolina", "person"),
        ("The road is cut 12 km south of Archers Post.", "Archers Post", "organisation"),
        ("Troops fought on the outskirts of Novoprokopivka.", "Novoprokopivka", "person"),
    ],
)
def test_the_words_beside_a_name_tell_that_it_is_a_town(text: str, name: str, taken: str):
    assert (name, "place") in types(text, (name, taken))


def test_what_is_based_in_a_town_leaves_its_name_bare():
    assert types("The Albany-based chain closed.", ("Albany-based", "other")) == [("Albany", "place")]


@pytest.mark.parametrize(
    ("text", "name", "taken"),
    [
        ("Voters had little faith in Lincoln.", "Lincoln", "person"),
        ("A former Army man was charged.", "Army", "organisation"),
        ("The brothers were raised on faith in God.", "God", "person"),
    ],
)
def test_a_namesake_of_a_town_stays_a_person_or_body(text: str, name: str, taken: str):
    assert types(text, (name, taken)) == [(name, taken)]


def test_who_is_told_of_as_a_person_elsewhere_is_no_town():
    encoding = encoding_of("In Sanders they see a fighter. Sanders won, Sanders spoke, and Sanders left.")
    names = [Name(at, at + 1, "person") for at, word in enumerate(encoding.words) if word == "Sanders"]
    assert {name.type for name in with_towns(encoding, names)} == {"person"}


def test_a_surname_that_the_report_tells_in_full_is_no_town():
    text = "Anna Lombard was in town. They put it in Lombard and left."
    assert ("Lombard", "person") in types(text, ("Anna Lombard", "person"), ("^Lombard", "person"))


def test_the_particle_of_a_town_is_no_word_of_a_person():
    text = "Children were vaccinated in Deir al-Balah, said Abdul Abu al-Jidyan."
    assert ("Deir al-Balah", "place") in types(text, ("Deir al-Balah", "person"), ("Abdul Abu al-Jidyan", "person"))
