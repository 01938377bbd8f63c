# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import SECTORS, all_nouns, sector_of_noun
from readout.resources.sectors import SECTOR_WORDS


@pytest.mark.parametrize(
    ("form", "sector"),
    [
        ("troops", "MIL"),
        ("soldiers", "MIL"),
        ("army", "MIL"),
        ("Forces", "MIL"),
        ("rebels", "REB"),
        ("militants", "REB"),
        ("gunmen", "UAF"),
        ("militiamen", "PRM"),
        ("lawmakers", "LEG"),
        ("police", "COP"),
        ("officers", "COP"),
        ("protesters", "CVL"),
        ("residents", "CVL"),
        ("people", "CVL"),
        ("officials", "GOV"),
        ("authorities", "GOV"),
        ("ministry", "GOV"),
        ("diplomats", "GOV"),
        ("journalists", "MED"),
        ("doctors", "HLH"),
        ("refugees", "REF"),
        ("UN officials", "IGO"),
        ("U.N. officials", "IGO"),
        ("sources", None),
        ("aide", None),
        ("person familiar with the matter", None),
        ("counterpart", None),
    ],
)
def test_sector_of_noun_knows_both_numbers(form: str, sector: str | None) -> None:
    noun = sector_of_noun(form)
    assert noun is not None
    assert noun.sector == sector


@pytest.mark.parametrize("form", ["table", "Shoygu", ""])
def test_sector_of_noun_gives_none_for_other_nouns(form: str) -> None:
    assert sector_of_noun(form) is None


@pytest.mark.parametrize(
    ("form", "anonymous"),
    [
        ("official", True),
        ("sources", True),
        ("aides", True),
        ("diplomat", True),
        ("people familiar with the matter", True),
        ("witness", True),
        ("government", False),
        ("protesters", False),
        ("lawmakers", False),
        ("troops", False),
    ],
)
def test_anonymous_marks_nouns_that_hide_a_source(form: str, anonymous: bool) -> None:
    noun = sector_of_noun(form)
    assert noun is not None
    assert noun.anonymous is anonymous


@pytest.mark.parametrize(("form", "person", "group"), [("official", True, False), ("ministry", False, True)])
def test_persons_and_groups_are_told_apart(form: str, person: bool, group: bool) -> None:
    noun = sector_of_noun(form)
    assert noun is not None
    assert (noun.person, noun.group) == (person, group)


def test_every_noun_uses_known_codes_and_is_a_person_or_a_group() -> None:
    for noun in all_nouns():
        assert noun.sector is None or noun.sector in SECTORS, noun
        assert noun.person != noun.group, noun


def test_every_form_in_the_table_is_found() -> None:
    forms = [(noun, form) for noun in all_nouns() for form in (noun.noun, noun.plural) if form]
    assert [form for noun, form in forms if sector_of_noun(form) is not noun] == []


def test_every_sector_has_words_of_its_own():
    """A page names no sector by three letters: police were "COP" there, and "police" found nothing in an archive."""
    assert set(SECTOR_WORDS) == {*SECTORS, "UNK"}
    assert len(set(SECTOR_WORDS.values())) == len(SECTOR_WORDS)
