# SPDX-License-Identifier: Apache-2.0
"""Sources that name several: a statement of each."""

from __future__ import annotations

import pytest

import readout


def _speakers(text: str, model) -> list[str]:
    record = readout.read(text, model=model)
    return [record.name_of(s.speaker) for s in record.statements if s.speaker is not None and s.nested_in is None]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Two people drowned in the flood, villagers and medics said.", ["villagers", "medics"]),
        ("Peru and Ghana said they would send doctors.", ["Peru", "Ghana"]),
        ("Lawyers, nurses and teachers said they would march.", ["Lawyers", "nurses", "teachers"]),
        (
            "Prime Minister Eva Lind and her Peruvian counterpart Jorge Rios said the pact would be signed in May.",
            ["Eva Lind", "Jorge Rios"],
        ),
        (
            "Peru, Ghana and Japan, the three parties to the pact, said the steps were unlawful.",
            ["Peru", "Ghana", "Japan"],
        ),
    ],
    ids=["bare plurals", "states", "three", "persons with titles", "closed by an apposition"],
)
def test_a_source_that_names_several_makes_a_statement_of_each(text: str, speakers: list[str], model):
    assert _speakers(text, model) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Kwame Addo, the former president of Ghana and head of the observer mission, said the vote was fair.",
            ["Kwame Addo"],
        ),
        ("The Peruvian Ministry of Trade and Industry said exports fell.", ["Ministry of Trade and Industry"]),
        ("Rios, Peru's foreign minister and a former judge, said the talks would go on.", ["Rios"]),
    ],
    ids=["title that goes on", "name with and", "apposition of two nouns"],
)
def test_what_is_joined_within_one_name_or_title_is_one_speaker(text: str, speakers: list[str], model):
    assert _speakers(text, model) == speakers


def test_statements_of_several_share_their_words(model):
    record = readout.read('"We will stay," Rios and Lind said in a joint statement.', model=model)
    one, other = record.statements
    assert (one.content, one.cue, one.source, one.kind) == (other.content, other.cue, other.source, other.kind)
    assert one.nested_in is None
    assert other.nested_in is None
