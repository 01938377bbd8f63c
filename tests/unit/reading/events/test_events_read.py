# SPDX-License-Identifier: Apache-2.0
"""Events of sentences as they are read, model and all."""

from __future__ import annotations

import readout
from readout.model import Model


def test_a_ministry_threatens_no_state_of_its_own(model: Model):
    """Of "warned that Moscow would" the town stands for who warns, or for who is warned of."""
    own, other = (
        readout.read(f"{whose} take measures.", model=model).events
        for whose in (
            "Russia's foreign ministry warned that Moscow would",
            "Norway's foreign ministry warned Moscow that it would",
        )
    )
    assert [event.recipients for event in own] == [()]
    assert [len(event.recipients) for event in other] == [1]


def test_how_long_after_is_no_length(model: Model):
    """What happened a year before something else did not last a year."""
    text = "Police fired tear gas on Wednesday, a year after demonstrators stormed parliament."
    events = readout.read(text, model=model).events
    assert [event.duration for event in events] == [None] * len(events) != []


def test_a_day_that_is_not_known_is_no_date(model: Model):
    """Of what happened two days before some day of last month it is open when it did, and the time says why."""
    text = "Ministers met last month. Two days earlier, rebels attacked the town of Gao."
    record = readout.read(text, model=model, published="2022-05-13")
    (attack,) = (event for event in record.events if event.type == "ASSAULT")
    assert attack.date is None
    (open_one,) = (time for time in record.times if time.undecided)
    assert "month" in str(open_one.undecided)


def test_an_explosion_is_an_attack_where_the_report_tells_of_attackers(model: Model):
    """By itself it may be an accident, and one of gas is."""
    told = ["", " Militants claimed responsibility."]
    blasts = ["An explosion in a market killed six traders.", "A gas explosion in a market killed six traders."]
    found = [[len(readout.read(blast + more, model=model).events) for more in told] for blast in blasts]
    assert found == [[0, 1], [0, 0]]


def test_a_country_in_capitals_is_no_pronoun_of_the_speaker(model: Model):
    """Of "US strikes boat, killing two, Trump says" the killing was read as that of "us", and so of Trump."""
    text = "US strikes Iranian boat, killing two, Trump says\n\nPresident Donald Trump said the boat had carried arms."
    record = readout.read(text, model=model)
    doers = {record.name_of(id) for event in record.events if event.type == "ASSAULT" for id in event.actors}
    assert doers == {"United States"}


def test_the_place_of_a_cause_is_not_the_events(model):
    record = readout.read("Bolivia severed diplomatic ties with Israel over the war in Gaza.", model=model)
    assert [event.place for event in record.events] == [None]


def test_an_adviser_is_of_whom_they_serve(model: Model):
    """An adviser "to President Trump" has the president's country, one who was his adviser once has not."""
    text = "{} to President Donald Trump, met President Felix Tshisekedi in Kinshasa."
    served, past = (
        readout.read(text.format(who), model=model, published="2025-04-03").entities[0]
        for who in ("Massad Boulos, an adviser", "Massad Boulos, a former adviser")
    )
    assert (served.country, served.sector) == ("USA", "GOV")
    assert past.country is None


def test_two_who_chair_the_meeting_of_others_for_one_country_have_not_met_each_other(model: Model):
    """With somebody of one's own country one is on one chair; with somebody of another one, at one table."""
    text = (
        "Norwegian Foreign Minister Jonas Holm, who chaired the meeting with {} envoy Lars Rau, said Serbia had agreed."
    )
    own, other = (readout.read(text.format(whose), model=model) for whose in ("Norwegian", "Kenyan"))
    assert [event.type for event in own.events if event.type == "CONSULT"] == []
    assert own.contacts == ()
    assert [contact.countries for contact in other.contacts] == [("NOR", "KEN")]


def test_two_of_one_union_are_known_by_the_table_of_holders(model: Model):
    """The table is asked after the events; no contact is told of two of one body of which one has the chair."""
    text = "Josep Borrell, who chaired the meeting with EU envoy Miroslav Lajcak, said Serbia and Kosovo had agreed."
    assert readout.read(text, model=model, published="2023-02-27").contacts == ()


def test_the_first_to_come_since_a_war_is_no_earlier_contact(model: Model):
    """Only what was first itself since a day tells of the contact before: talks, not a leader, and no day of a war."""
    text = "Moon Jae-in and Kim Jong-un met on Friday. Kim was the first {} since the {}."
    came = text.format("North Korean leader to set foot in the South", "1950-53 war")
    assert [contact.previous for contact in readout.read(came, model=model).contacts] == [None]
    talks = "Moon Jae-in and Kim Jong-un met on Friday, the first such talks since the 2007 summit."
    assert [c.previous and c.previous.date for c in readout.read(talks, model=model).contacts] == ["2007"]


def test_the_year_of_a_protocol_is_not_when_its_guarantors_met(model: Model):
    """A day that only says which thing is meant dates no contact."""
    text = (
        "Negotiators from Ecuador and Peru have been meeting in Brasilia under the guarantors of the 1942 Rio Protocol."
    )
    assert [contact.date for contact in readout.read(text, model=model).contacts] == [None]


def test_the_place_of_what_is_avenged_is_not_the_events(model: Model):
    """What was done in Kenya is why something was done elsewhere."""
    text = "American cruise missiles pounded sites on Thursday in retaliation for the deadly bombings of U.S. embassies in Kenya."
    record = readout.read(text, model=model, published="2024-03-15")
    assert [event.place for event in record.events if event.date == "2024-03-14"] == [None]


def test_what_was_said_of_one_contact_is_not_said_of_the_next(model: Model):
    """The sentence behind tells of a meeting of others."""
    text = (
        "Armenian Foreign Minister Zohrab Anan discussed the situation with U.S. Secretary of State Jonas Holm in a phone call, "
        "their first since the fighting broke out on Sunday. Turkish Foreign Minister Mevlut Aydin met Finnish President "
        "Aino Lehto in Ankara."
    )
    contacts = readout.read(text, model=model).contacts
    assert [contact.previous is not None for contact in contacts] == [True, False]
