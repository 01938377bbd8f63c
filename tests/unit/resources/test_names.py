# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import NameIndex, fold_name, longest_phrase_at, longest_phrase_before, phrase_key, reach_from


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("RUSSIA", "russia"),
        ("the Netherlands", "netherlands"),
        ("Russia's", "russia"),
        ("Russia’s", "russia"),
        ("the Philippines’", "philippines"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Cote d'Ivoire", "cote divoire"),
        ("Tromsø", "tromso"),
        ("Łódź", "lodz"),
        ("U.S.S.R.", "ussr"),
        ("U. S.", "us"),
        ("Guinea-Bissau", "guinea bissau"),
        ("Trinidad & Tobago", "trinidad and tobago"),
        ("  St.  Kitts ", "st kitts"),
        ("the", "the"),
        ("", ""),
        ("...", ""),
    ],
)
def test_fold_name_drops_what_spellings_differ_in(name: str, key: str) -> None:
    assert fold_name(name) == key


@pytest.fixture
def index() -> NameIndex[str]:
    index: NameIndex[str] = NameIndex("test")
    index.add(["WHO", "World Health Organization"], "health")
    index.add(["The Times"], "paper")
    index.add(["Guardian", "AT&T"], "other", capitalised=["Guardian"])
    return index


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("WHO", "health"),
        ("the WHO’s", "health"),
        ("W.H.O.", "health"),
        ("w.h.o.", "health"),
        ("who", None),
        ("Who", None),
        ("world health organization", "health"),
        ("The Times", "paper"),
        ("the Times", "paper"),
        ("the times", None),
        ("Times", None),
        ("Guardian", "other"),
        ("the Guardian", "other"),
        ("guardian", None),
        ("AT&T", "other"),
        ("", None),
        ("\ud800", None),
    ],
)
def test_name_index_finds_common_words_only_as_names(index: NameIndex[str], name: str, thing: str | None) -> None:
    assert index.get(name) == thing


def test_name_index_refuses_one_name_for_two_things(index: NameIndex[str]) -> None:
    with pytest.raises(ValueError, match="gives 'World Health Organization' to two things"):
        index.add(["World Health Organization"], "another")


@pytest.mark.parametrize(
    ("phrase", "key"),
    [("Vice-President", "vice president"), ("Lt. Gen.", "lt gen"), ("chargé d’affaires", "chargé d'affaires")],
)
def test_phrase_key_drops_stops_and_hyphens(phrase: str, key: str) -> None:
    assert phrase_key(phrase) == key


def test_longest_phrase_at_prefers_the_longest_and_passes_over_hyphens() -> None:
    words = ["the", "co", "-", "founder", "of", "it"]
    assert longest_phrase_at(words, 1, {"co", "co founder"}, most=reach_from(["co", "co founder"])) == ("co founder", 4)


def test_longest_phrase_at_gives_none_where_nothing_starts() -> None:
    assert longest_phrase_at(["a", "b"], 1, {"a"}, most=reach_from({"a"})) is None


def test_longest_phrase_before_prefers_the_longest() -> None:
    words = ["former", "vice", "-", "president", "Smith"]
    assert longest_phrase_before(
        words, 4, {"president", "vice president"}, most=lambda word: 2 * (word == "president")
    ) == (
        "vice president",
        1,
    )


def test_longest_phrase_before_looks_at_no_more_words_than_most() -> None:
    assert longest_phrase_before(["a", "b", "c"], 3, {"a b c"}, most=lambda _: 2) is None
