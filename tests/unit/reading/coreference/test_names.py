# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.reading.coreference.names import (
    is_acronym_of,
    is_same_word,
    organisation_words,
    person_name,
    persons_fit,
    short_form_rank,
    without_brackets,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("shoygu", "shoigu"), ("zelenskyy", "zelensky"), ("zelenskiy", "zelenskyy"), ("kadhafi", "gaddafi"),
        ("qaddafi", "gaddafi"), ("sisi", "sissi"), ("yanukovych", "yanukovich"), ("hussein", "hussain"),
        ("tymoshenko", "timoshenko"), ("assad", "asad"), ("netanyahu", "netanyahou"),
    ],
)  # fmt: skip
def test_word_is_same_in_another_spelling(one: str, other: str) -> None:
    assert is_same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("korea", "kosovo"), ("iran", "iraq"), ("austria", "australia"), ("slovakia", "slovenia"),
        ("khamenei", "khomeini"),
        ("navalny", "navalnaya"), ("brown", "browne"), ("ivanov", "ivanova"), ("xi", "li"), ("kerry", "kelly"),
    ],
)  # fmt: skip
def test_word_is_another_name(one: str, other: str) -> None:
    assert not is_same_word(one, other)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ursula von der Leyen", ("ursula", "leyen")),
        ("Abdel Fattah el-Sisi", ("abdel", "fattah", "sisi")),
        ("George H.W. Bush", ("george", "h", "w", "bush")),
        ("Mr. Putin’s", ("putin",)),
        ("[Vladimir] Putin", ("vladimir", "putin")),
        ("Ben Bernanke", ("ben", "bernanke")),
        ("Al Gore", ("al", "gore")),
    ],
)
def test_person_name_cuts_particles_courtesy_and_brackets(name: str, words: tuple[str, ...]) -> None:
    assert person_name(name).words == words


def test_person_name_knows_generation_and_courtesy() -> None:
    name = person_name("Mrs. Mary Poe Jr.")
    assert (name.courtesy, name.generation) == ("mrs", "jr")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Joe Biden", "Joseph R. Biden Jr."), ("J. Smith", "John Smith"), ("Sergei Lavrov", "Sergey Lavrov"),
        ("Luiz Inácio Lula da Silva", "Lula da Silva"), ("Bashar al-Assad", "Bashar Assad"),
        ("Muammar Gaddafi", "Moammar Kadhafi"), ("Recep Tayyip Erdoğan", "Tayyip Erdogan"),
    ],
)  # fmt: skip
def test_full_names_fit(one: str, other: str) -> None:
    assert persons_fit(person_name(one), person_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("George W. Bush", "George H.W. Bush"), ("Bill Clinton", "Hillary Clinton"), ("Kim Jong Un", "Kim Jong Il"),
        ("Hafez al-Assad", "Bashar al-Assad"), ("Joe Biden", "Hunter Biden"), ("Martin King Jr.", "Martin King Sr."),
        ("Lee Jong-sup", "Lee Jong-seok"),
    ],
)  # fmt: skip
def test_full_names_of_two_do_not_fit(one: str, other: str) -> None:
    assert not persons_fit(person_name(one), person_name(other))


@pytest.mark.parametrize(
    ("full", "short", "rank"),
    [
        ("Vladimir Putin", "Mr. Putin", 3), ("Ursula von der Leyen", "Von der Leyen", 3),
        ("Andrés Manuel López Obrador", "López Obrador", 3), ("Luiz Inácio Lula da Silva", "Lula", 2),
        ("Lee Jong-sup", "Lee", 1), ("Vladimir Putin", "Medvedev", 0), ("George W. Bush", "W.", 0),
    ],
)  # fmt: skip
def test_short_form_rank(full: str, short: str, rank: int) -> None:
    # "Lula da Silva" loses its particle, so "Lula" stands in the middle.
    assert short_form_rank(person_name(full), person_name(short)) == rank


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("IAEA", "The International Atomic Energy Agency"), ("ECOWAS", "The Economic Community of West African States"),
        ("DoD", "Department of Defense"), ("U.N.", "United Nations"), ("NATO", "North Atlantic Treaty Organization"),
    ],
)  # fmt: skip
def test_acronym_of_a_name(short: str, name: str) -> None:
    assert is_acronym_of(short, name)


@pytest.mark.parametrize(
    ("short", "name"),
    [("IMF", "International Atomic Energy Agency"), ("Who", "World Health Organization"), ("US", "Us")],
)
def test_no_acronym_of_a_name(short: str, name: str) -> None:
    assert not is_acronym_of(short, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministry of Defence", "the Ministry of Defense"), ("Boeing Co.", "Boeing"),
        ("Centre for Peace", "Center for Peace"),
    ],
)  # fmt: skip
def test_organisation_words_are_equal(one: str, other: str) -> None:
    assert organisation_words(one) == organisation_words(other)


def test_without_brackets_leaves_the_words() -> None:
    assert without_brackets("President [Vladimir] Putin") == "President Vladimir Putin"
