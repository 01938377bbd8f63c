# SPDX-License-Identifier: Apache-2.0
"""Whose a body, an office or a group is, where its name alone does not say so or says more than one country."""

from __future__ import annotations

import pytest

import readout


def _country(text: str, words: str, model) -> str | None:
    record = readout.read(text, model=model)
    (found,) = [e for e in record.entities if words in (e.name, *e.aliases)]
    return found.country


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        (
            "Seoul said the rocket flew far. The National Security Council denounced it.",
            "National Security Council",
            None,
        ),
        (
            "Estonia's president met officers in Tallinn. National Security Council secretary Juhan Saar said all was calm.",
            "Juhan Saar",
            None,
        ),
        ("National Security Council spokesman Tom Reed said Washington would reply.", "Tom Reed", "USA"),
        (
            "Canadian Prime Minister Luc Roy called a vote. The Conservative Party said it was ready.",
            "Conservative Party",
            None,
        ),
    ],
    ids=["body elsewhere", "office elsewhere", "at home", "the titles tell of elsewhere"],
)
def test_a_name_that_many_states_have_is_not_given_to_one_that_the_report_passes_over(
    text: str, words: str, country: str | None, model
):
    assert _country(text, words, model) == country


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The foreign ministers of Norway and Chile said no.", "The foreign ministers of Norway and Chile"),
        ("French and German officials said yes.", "French and German officials"),
        ("Officials in Ankara and Baghdad said the pipe would reopen.", "Officials in Ankara and Baghdad"),
    ],
    ids=["of", "adjectives", "in capitals"],
)
def test_people_of_two_countries_have_the_country_of_neither(text: str, words: str, model):
    assert _country(text, words, model) is None


def test_a_counterpart_is_not_who_meets_him(model):
    text = "Foreign Minister Sanna Lehto met Kenyan Foreign Minister Peter Otieno, the Omani minister and his Qatari counterpart."
    assert _country(text, "Sanna Lehto", model) is None
    assert _country(text, "Peter Otieno", model) == "KEN"
    assert _country(text, "his Qatari counterpart", model) == "QAT"


def test_a_vice_minister_is_not_of_the_country_of_an_outlet_called_vice(model):
    assert _country("Vice Foreign Minister Kenji Arai summoned the envoy on Monday.", "Kenji Arai", model) is None
