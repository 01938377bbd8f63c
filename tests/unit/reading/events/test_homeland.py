# SPDX-License-Identifier: Apache-2.0
"""Whose the officials and bodies are of which a report does not say it: of the country that it is about."""

from __future__ import annotations

import pytest

from readout.model import Model
from readout.pipeline import read_report, reading_of
from readout.reading.events.actors import Code
from readout.report import Report

TALLINN = "TALLINN, Nov. 18 (AP) - Estonia will spend more on its army next year, the finance ministry said on Tuesday."
GENERAL = "Peru's congress speaker resigned on Tuesday after a week of protests.\n\nJorge Salas will be followed by his deputy.\n\n"


def countries_of(text: str, model: Model) -> dict[str, str | None]:
    """Return the country of everybody by the words of the first mention."""
    record = read_report(Report(text, language="en"), model=model)
    return {e.name or text[e.mentions[0].start : e.mentions[0].end]: e.country for e in record.entities if e.mentions}


def test_a_ministry_is_of_the_country_of_the_dateline(model: Model):
    assert countries_of(TALLINN, model)["the finance ministry"] == "EST"


def test_what_the_country_rests_on_is_told(model: Model):
    """The words of the dateline stand behind the code, beside those for the body itself."""
    codes = reading_of(Report(TALLINN, language="en"), model=model).of(Code)
    (because,) = [s for code in codes for s in code.because if code.country == "EST" and "dateline" in s.rule]
    assert [span.of(TALLINN) for span in because.spans] == ["TALLINN", "the finance ministry"]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Finance Minister Jurgen Ligi told reporters that Latvia would follow.", "Jurgen Ligi"),
        ("Police said two men had been detained.", "Police"),
        ("The opposition voted against the bill.", "The opposition"),
        ("The far-right EKRE party voted against the bill.", "EKRE"),
    ],
)
def test_officials_and_bodies_without_a_country_are_of_the_same_one(sentence: str, who: str, model: Model):
    assert countries_of(f"{TALLINN}\n\n{sentence}", model)[who] == "EST"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ambassador Jonas Meyer declined to comment.", "Jonas Meyer"),
        ("Secretary of State Alan Reed arrived on Wednesday.", "Alan Reed"),
        ("Russia rejected the charge, the defence ministry said.", "the defence ministry"),
        ("In Riga the interior ministry said that it had no news.", "the interior ministry"),
        ("A ministry that had lost the papers apologised.", "A ministry"),
        ("Estonia has no ties with China's ruling Communist Party, he said.", "Communist Party"),
    ],
    ids=["envoy", "secretary", "another country's", "in another capital", "any", "another country's party"],
)
def test_who_may_be_of_another_country_stays_open(sentence: str, who: str, model: Model):
    assert countries_of(f"{TALLINN}\n\n{sentence}", model).get(who) != "EST"


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("In Riga, Interior Minister Janis Ozols called for calm.", "Janis Ozols"),
        ("In Riga, the interior ministry called for calm.", "the interior ministry"),
    ],
)
def test_the_capital_right_in_front_tells_whose_they_are(sentence: str, who: str, model: Model):
    assert countries_of(f"{TALLINN}\n\n{sentence}", model)[who] == "LVA"


def test_a_town_in_front_is_only_where_somebody_is(model: Model):
    text = f"{TALLINN}\n\nIn Davos, Interior Minister Janis Ozols called for calm."
    assert countries_of(text, model)["Janis Ozols"] != "CHE"


def test_the_only_country_of_headline_and_opening_will_do(model: Model):
    """Papers that set no dateline name the country in headline and first paragraph."""
    text = f"Peru speaker resigns\n\n{GENERAL}“I have no regrets,” Interior Minister Rosa Quispe said."
    assert countries_of(text, model)["Rosa Quispe"] == "PER"


def test_two_countries_in_the_opening_decide_nothing(model: Model):
    opening = "Peru and Chile speakers meet\n\nPeru's speaker met Chile's on Tuesday."
    text = f"{opening}\n\nThe talks were short.\n\nInterior Minister Rosa Quispe left."
    assert countries_of(text, model)["Rosa Quispe"] is None


def test_a_digest_has_no_country_of_its_own(model: Model):
    """Every item has its dateline, and is about its own."""
    items = f"{TALLINN}\n\nLIMA, Nov. 18 (AP) - Peru will hold elections in May, the electoral court said on Tuesday."
    assert countries_of(items, model)["the finance ministry"] is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "WASHINGTON (AP) - The United States will sign, it said.\n\nPrime Minister Jon Lunde shook hands.",
            "Jon Lunde",
        ),
        ("LONDON (AP) - Britain will sign, it said on Friday.\n\nPresident Jan Hora shook hands.", "Jan Hora"),
    ],
    ids=["no prime minister in Washington", "no president in London"],
)
def test_an_office_that_a_state_has_not_is_of_a_guest(text: str, who: str, model: Model):
    assert countries_of(text, model)[who] is None
