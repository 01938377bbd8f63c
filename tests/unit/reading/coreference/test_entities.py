# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.reading.coreference.entities import Directory, Entities, Entity, find_entities, with_mentions
from readout.reading.reading import Reading
from readout.report import Report
from tests.support.readings import place_of
from tests.support.told import Told, tell


def one(told: Told, words: str, **ranked: object) -> Entity:
    place = place_of(told.encoding, words)
    return next(e for e in told.entities() if any((m.start, m.end) == place for m in e.mentions))


class TestPersons:
    def test_title_gives_role_country_and_sector(self) -> None:
        told = tell(
            "Russian/ADJ Defence/NOUN Minister/NOUN Sergey/PROPN Shoygu/PROPN spoke/VERB ./PUNCT | "
            "Shoigu/PROPN left/VERB",
            {"Sergey Shoygu": "person", "Shoigu": "person"},
        )
        (entity,) = told.entities()
        assert (entity.name, entity.country, entity.sector) == ("Sergey Shoygu", "RUS", "MIL")
        assert [(role.title, role.country) for role in entity.roles] == [("Defence Minister", "RUS")]
        assert {"Russian Defence Minister", "Sergey Shoygu", "Shoigu"} <= set(entity.aliases)

    def test_two_of_one_surname_stay_two(self) -> None:
        told = tell(
            "Bill/PROPN Clinton/PROPN met/VERB Hillary/PROPN Clinton/PROPN",
            {"Bill Clinton": "person", "Hillary Clinton": "person"},
        )
        assert len(told.entities()) == 2

    def test_bare_surname_goes_to_the_latest(self) -> None:
        told = tell(
            "Bill/PROPN Clinton/PROPN met/VERB Hillary/PROPN Clinton/PROPN | Clinton/PROPN left/VERB",
            {"Bill Clinton": "person", "Hillary Clinton": "person", "^Clinton": "person"},
        )
        assert told.groups() == [["Bill Clinton"], ["Hillary Clinton", "Clinton"]]

    def test_courtesy_rules_out_who_is_a_woman(self) -> None:
        told = tell(
            "Mrs./PROPN Hillary/PROPN Clinton/PROPN left/VERB | Bill/PROPN Clinton/PROPN stayed/VERB | "
            "Mrs./PROPN Clinton/PROPN waved/VERB",
            {"Hillary Clinton": "person", "Bill Clinton": "person", "^Clinton": "person"},
        )
        assert told.groups() == [["Hillary Clinton", "Clinton"], ["Bill Clinton"]]

    def test_headline_surname_in_capitals_finds_the_full_name(self) -> None:
        told = tell(
            "MACRON/PROPN ARRIVES/VERB | Emmanuel/PROPN Macron/PROPN arrived/VERB",
            {"MACRON": "person", "Emmanuel Macron": "person"},
        )
        assert [entity.name for entity in told.entities()] == ["Emmanuel Macron"]

    def test_bracketed_given_name_belongs_to_the_surname(self) -> None:
        told = tell(
            "We/PRON assess/VERB President/PROPN [/PUNCT Vladimir/PROPN ]/PUNCT Putin/PROPN waits/VERB",
            {"Vladimir": "person", "Putin": "person"},
        )
        (entity,) = told.entities()
        assert entity.name == "Vladimir Putin"
        assert "President [Vladimir] Putin".replace("[", "[ ").replace("]", " ]") in entity.aliases

    def test_apposition_gives_the_role(self) -> None:
        told = tell(
            "Avril/PROPN Haines/PROPN ,/PUNCT the/DET US/PROPN director/NOUN of/ADP national/ADJ "
            "intelligence/NOUN ,/PUNCT spoke/VERB",
            {"Avril Haines": "person", "the US director of national intelligence": "person"},
        )
        (entity,) = told.entities()
        assert (entity.country, entity.sector) == ("USA", "GOV")

    def test_office_finds_its_holder(self) -> None:
        told = tell(
            "Ukrainian/ADJ President/PROPN Volodymyr/PROPN Zelenskyy/PROPN met/VERB Joe/PROPN Biden/PROPN | "
            "The/DET Ukrainian/ADJ president/NOUN smiled/VERB",
            {"Volodymyr Zelenskyy": "person", "Joe Biden": "person", "The Ukrainian president": "person"},
        )
        assert told.groups() == [["Volodymyr Zelenskyy", "The Ukrainian president"], ["Joe Biden"]]

    def test_office_finds_its_holder_by_another_title_before_the_name(self) -> None:
        told = tell(
            "The/DET Pentagon/PROPN chief/NOUN called/VERB | US/PROPN Defense/PROPN Secretary/PROPN "
            "Lloyd/PROPN Austin/PROPN spoke/VERB",
            {"The Pentagon chief": "person", "Lloyd Austin": "person"},
        )
        assert told.groups() == [["The Pentagon chief", "Lloyd Austin"]]

    def test_the_ambassador_is_not_the_envoy_who_is_named_below(self) -> None:
        told = tell(
            "The/DET ambassador/NOUN left/VERB | UN/PROPN envoy/NOUN Leo/PROPN Sintra/PROPN spoke/VERB",
            {"The ambassador": "person", "Leo Sintra": "person"},
        )
        assert told.groups() == [["The ambassador"], ["Leo Sintra"]]

    def test_office_of_another_country_stays_apart(self) -> None:
        told = tell(
            "Ukrainian/ADJ President/PROPN Volodymyr/PROPN Zelenskyy/PROPN spoke/VERB | The/DET Polish/ADJ "
            "president/NOUN smiled/VERB",
            {"Volodymyr Zelenskyy": "person", "The Polish president": "person"},
        )
        assert len(told.entities()) == 2

    def test_counterpart_has_the_office_of_the_other(self) -> None:
        told = tell(
            "US/PROPN Defense/PROPN Secretary/PROPN Lloyd/PROPN Austin/PROPN called/VERB his/PRON "
            "Chinese/ADJ counterpart/NOUN",
            {"Lloyd Austin": "person", "his Chinese counterpart": "person", "his": "person"},
        )
        entity = one(told, "his Chinese counterpart")
        assert (entity.country, entity.sector, entity.roles[0].title) == ("CHN", "MIL", "defence minister")

    def test_gender_is_told_by_a_pronoun_and_by_no_name(self) -> None:
        told = tell(
            "Ana/PROPN Petrova/PROPN met/VERB Sam/PROPN Fell/PROPN | She/PRON smiled/VERB | He/PRON left/VERB",
            {"Ana Petrova": "person", "Sam Fell": "person", "She": "person", "He": "person"},
        )
        # The ranking is wrong on purpose: a rule that knew first names would overrule it, and none may.
        ranked = {"She": [("Sam Fell", 2.0)], "He": [("Sam Fell", 3.0), ("Ana Petrova", 1.0)]}
        assert told.groups(ranked) == [["Ana Petrova", "He"], ["Sam Fell", "She"]]

    def test_pronoun_that_begins_a_paragraph_means_who_alone_is_named_above(self) -> None:
        told = tell(
            "Jorge/PROPN Quiroga/PROPN waited/VERB || Voters/NOUN left/VERB || Rodrigo/PROPN Paz/PROPN won/VERB || "
            "In/ADP time/NOUN he/PRON spoke/VERB",
            {"Jorge Quiroga": "person", "Voters": "group", "Rodrigo Paz": "person", "he": "person"},
            arcs={"Paz": ("won", "nsubj"), "Quiroga": ("waited", "nsubj"), "he": ("spoke", "nsubj")},
        )
        # The ranking is wrong on purpose.
        assert told.groups({"he": [("Jorge Quiroga", 2.0), ("Rodrigo Paz", -0.5)]})[-1] == ["Rodrigo Paz", "he"]

    def test_statement_is_no_office(self) -> None:
        told = tell(
            "An/DET office/NOUN spoke/VERB | It/PRON closed/VERB | the/DET statement/NOUN said/VERB",
            {"An office": "organisation", "It": "other", "the statement": "other"},
        )
        ranked = {"It": [("An office", 3.0)], "the statement": [("It", 3.0)]}
        assert told.groups(ranked) == [["An office", "It"], ["the statement"]]

    def test_country_is_no_palace(self) -> None:
        told = tell(
            "The/DET palace/NOUN opened/VERB | the/DET country/NOUN waited/VERB",
            {"The palace": "place", "the country": "place"},
        )
        assert told.groups({"the country": [("The palace", 3.0)]}) == [["The palace"], ["the country"]]

    def test_surname_of_whom_somebody_spoke_to_is_no_body(self) -> None:
        told = tell(
            "Zuzana/PROPN Caputova/PROPN won/VERB | They/PRON spoke/VERB to/ADP Caputova/PROPN",
            {"Zuzana Caputova": "person", "^Caputova": "organisation"},
            arcs={"^Caputova": ("spoke", "obl")},
        )
        assert told.groups() == [["Zuzana Caputova", "Caputova"]]

    def test_capacity_is_the_subject(self) -> None:
        told = tell(
            "Ana/PROPN Petrova/PROPN served/VERB as/ADP ambassador/NOUN",
            {"Ana Petrova": "person", "ambassador": "person"},
            arcs={"Petrova": ("served", "nsubj"), "ambassador": ("served", "obl"), "as": ("ambassador", "case")},
        )
        (entity,) = told.entities()
        assert [role.title for role in entity.roles] == ["ambassador"]

    @pytest.mark.parametrize(("word", "former"), [("former", True), ("current", False)])
    def test_office_that_is_over_is_a_former_one(self, word: str, former: bool) -> None:
        told = tell(
            f"The/DET {word}/ADJ president/NOUN ,/PUNCT Ana/PROPN Petrova/PROPN ,/PUNCT left/VERB",
            {f"The {word} president": "person", "Ana Petrova": "person"},
            arcs={"president": ("left", "nsubj"), "Petrova": ("president", "appos"), word: ("president", "amod")},
        )
        (entity,) = told.entities()
        assert [(role.title, role.former) for role in entity.roles] == [("president", former)]

    def test_predicate_that_is_denied_says_nothing(self) -> None:
        told = tell(
            "Ana/PROPN Petrova/PROPN is/AUX not/PART the/DET president/NOUN",
            {"Ana Petrova": "person", "the president": "person"},
            root="president",
            arcs={"Petrova": ("president", "nsubj"), "is": ("president", "cop"), "not": ("president", "advmod")},
        )
        assert len(told.entities()) == 2

    @pytest.mark.parametrize(("quoted", "entities"), [(True, 2), (False, 1)])
    def test_what_a_speaker_calls_somebody_is_no_role(self, quoted: bool, entities: int) -> None:
        opening, closing = ("“/PUNCT ", " ”/PUNCT") if quoted else ("", "")
        told = tell(
            f"{opening}Ana/PROPN Petrova/PROPN is/AUX a/DET fraud/NOUN{closing}",
            {"Ana Petrova": "person", "a fraud": "person"},
            root="fraud",
            arcs={"Petrova": ("fraud", "nsubj"), "is": ("fraud", "cop")},
        )
        assert len(told.entities()) == entities


class TestBodies:
    def test_acronym_joins_its_name(self) -> None:
        told = tell(
            "The/DET West/PROPN Harbour/PROPN Authority/PROPN met/VERB | The/DET WHA/PROPN left/VERB",
            {"West Harbour Authority": "organisation", "WHA": "organisation"},
        )
        assert len(told.entities()) == 1

    def test_ministry_is_known_by_country_and_words(self) -> None:
        told = tell(
            "The/DET Russian/ADJ defence/NOUN ministry/NOUN spoke/VERB | Russia/PROPN 's/PART "
            "Ministry/PROPN of/ADP Defence/PROPN agreed/VERB",
            {"The Russian defence ministry": "organisation", "Ministry of Defence": "organisation"},
        )
        (entity,) = told.entities()
        assert (entity.country, entity.sector, entity.anonymous) == ("RUS", "MIL", False)

    def test_the_ministry_takes_up_the_ministry(self) -> None:
        told = tell(
            "Poland/PROPN 's/PART foreign/ADJ ministry/NOUN spoke/VERB | The/DET ministry/NOUN left/VERB",
            {"Poland 's foreign ministry": "organisation", "The ministry": "organisation"},
        )
        assert told.groups() == [["Poland 's foreign ministry", "The ministry"]]

    def test_ministries_of_two_countries_are_two(self) -> None:
        told = tell(
            "Qatar/PROPN 's/PART foreign/ADJ ministry/NOUN spoke/VERB | Egypt/PROPN 's/PART foreign/ADJ "
            "ministry/NOUN left/VERB",
            {"Qatar 's foreign ministry": "organisation", "Egypt 's foreign ministry": "organisation"},
        )
        assert len(told.entities()) == 2


class TestCountries:
    @pytest.mark.parametrize("name", ["US", "the U.S.", "America", "the United States"])
    def test_country_has_the_name_of_the_table(self, name: str) -> None:
        words = " ".join(f"{word}/{'DET' if word == 'the' else 'PROPN'}" for word in name.split())
        told = tell(f"{words} spoke/VERB", {name.removeprefix("the "): "place"})
        (entity,) = told.entities()
        assert (entity.name, entity.country, entity.sector, entity.type) == ("United States", "USA", "GOV", "place")

    def test_capital_that_speaks_is_the_country(self) -> None:
        told = tell(
            "Kyiv/PROPN denied/VERB it/PRON | Ukraine/PROPN agreed/VERB",
            {"Kyiv": "place", "Ukraine": "place"},
            arcs={"Kyiv": ("denied", "nsubj")},
        )
        assert told.groups() == [["Kyiv", "Ukraine"]]

    def test_capital_as_a_place_stays_itself(self) -> None:
        told = tell(
            "Ukraine/PROPN spoke/VERB in/ADP Kyiv/PROPN",
            {"Kyiv": "place", "Ukraine": "place"},
            arcs={"Kyiv": ("spoke", "obl")},
        )
        assert [entity.name for entity in told.entities()] == ["Ukraine", "Kyiv"]

    @pytest.mark.parametrize("words", ["The/DET Russians/PROPN", "The/DET Russian/ADJ side/NOUN"])
    def test_people_and_side_are_the_country(self, words: str) -> None:
        phrase = " ".join(item.split("/")[0] for item in words.split())
        mention = phrase if phrase.endswith("side") else "Russians"
        told = tell(f"{words} left/VERB | Russia/PROPN agreed/VERB", {mention: "group", "^Russia": "place"})
        assert [entity.name for entity in told.entities()] == ["Russia"]

    def test_adjective_is_no_mention(self) -> None:
        told = tell("Russian/PROPN forces/NOUN left/VERB", {"Russian": "other", "Russian forces": "organisation"})
        assert told.groups() == [["Russian forces"]]


class TestUnnamed:
    def test_the_official_takes_up_an_official(self) -> None:
        told = tell(
            "A/DET US/PROPN official/NOUN spoke/VERB | The/DET official/NOUN left/VERB",
            {"A US official": "person", "The official": "person"},
        )
        (entity,) = told.entities()
        assert (entity.name, entity.anonymous, entity.country) == (None, True, "USA")

    @pytest.mark.parametrize(
        "second", ["An/DET official/NOUN", "A/DET second/ADJ official/NOUN", "Another/DET official/NOUN"]
    )
    def test_another_official_is_another(self, second: str) -> None:
        words = " ".join(item.split("/")[0] for item in second.split())
        told = tell(
            f"The/DET official/NOUN spoke/VERB | {second} left/VERB", {"The official": "person", words: "person"}
        )
        assert len(told.entities({words: [("The official", 5.0)]})) == 2

    def test_officials_are_not_the_official(self) -> None:
        told = tell(
            "Officials/NOUN spoke/VERB | The/DET official/NOUN left/VERB",
            {"Officials": "group", "The official": "person"},
        )
        assert len(told.entities()) == 2


class TestPronouns:
    def test_pronoun_follows_the_ranking_where_it_agrees(self) -> None:
        told = tell(
            "NATO/PROPN thanked/VERB Ana/PROPN Petrova/PROPN | She/PRON smiled/VERB",
            {"NATO": "organisation", "Ana Petrova": "person", "She": "person"},
        )
        assert told.groups({"She": [("NATO", 4.0), ("Ana Petrova", 1.0)]}) == [["NATO"], ["Ana Petrova", "She"]]

    def test_it_is_no_person(self) -> None:
        told = tell(
            "Ana/PROPN Petrova/PROPN joined/VERB NATO/PROPN | It/PRON grew/VERB",
            {"Ana Petrova": "person", "NATO": "organisation", "It": "other"},
        )
        assert told.groups({"It": [("Ana Petrova", 4.0), ("NATO", 1.0)]}) == [["Ana Petrova"], ["NATO", "It"]]

    def test_they_may_be_one_person_if_nobody_else_is_there(self) -> None:
        told = tell("Sam/PROPN Fell/PROPN spoke/VERB | They/PRON left/VERB", {"Sam Fell": "person", "They": "person"})
        assert told.groups({"They": [("Sam Fell", 1.0)]}) == [["Sam Fell", "They"]]

    def test_two_arguments_of_one_verb_are_two(self) -> None:
        told = tell(
            "Ana/PROPN Petrova/PROPN saw/VERB her/PRON",
            {"Ana Petrova": "person", "her": "person"},
            arcs={"Petrova": ("saw", "nsubj"), "her": ("saw", "obj")},
        )
        assert told.groups({"her": [("Ana Petrova", 3.0)]}) == [["Ana Petrova"]]

    def test_i_in_a_quotation_is_left_to_the_statements(self) -> None:
        told = tell(
            "“/PUNCT I/PRON know/VERB ,/PUNCT ”/PUNCT Ana/PROPN Petrova/PROPN said/VERB",
            {"I": "person", "Ana Petrova": "person"},
        )
        assert told.groups() == [["Ana Petrova"]]

    def test_pronoun_before_its_name(self) -> None:
        told = tell(
            "Before/SCONJ she/PRON left/VERB ,/PUNCT Jacinda/PROPN Ardern/PROPN thanked/VERB them/PRON",
            {"she": "person", "Jacinda Ardern": "person"},
            root="thanked",
            arcs={"left": ("thanked", "advcl"), "she": ("left", "nsubj"), "Ardern": ("thanked", "nsubj")},
        )
        assert told.groups() == [["she", "Jacinda Ardern"]]


class TestDirectory:
    def test_phrase_is_found_by_its_head(self) -> None:
        told = tell(
            "Lloyd/PROPN Austin/PROPN 's/PART aide/NOUN spoke/VERB",
            {"Lloyd Austin": "person", "Lloyd Austin 's aide": "person"},
            arcs={
                "Austin": ("aide", "nmod:poss"),
                "Lloyd": ("Austin", "flat"),
                "'s": ("Austin", "case"),
                "aide": ("spoke", "nsubj"),
            },
        )
        directory = Directory(told.entities(), told.syntax)
        found = directory.of_words(*place_of(told.encoding, "Lloyd Austin 's aide"))
        assert found is not None
        assert found.name is None

    def test_owner_is_not_the_phrase(self) -> None:
        told = tell(
            "Austin/PROPN 's/PART tweet/NOUN spread/VERB",
            {"Austin": "person"},
            arcs={"Austin": ("tweet", "nmod:poss"), "'s": ("Austin", "case"), "tweet": ("spread", "nsubj")},
        )
        directory = Directory(told.entities(), told.syntax)
        assert directory.of_words(*place_of(told.encoding, "Austin 's tweet")) is None


def test_entities_are_numbered_in_the_order_of_first_mention() -> None:
    told = tell("Ana/PROPN met/VERB NATO/PROPN", {"NATO": "organisation", "Ana": "person"})
    assert [(entity.id, entity.name) for entity in told.entities()] == [("n1", "Ana"), ("n2", "NATO")]


def test_with_mentions_gives_a_pronoun_to_its_speaker() -> None:
    told = tell("“/PUNCT I/PRON know/VERB ”/PUNCT said/VERB Ana/PROPN", {"I": "person", "Ana": "person"})
    entities = told.entities()
    (entity,) = with_mentions(entities, {told.mentions[0]: "n1"})
    assert [m.span.of(told.encoding.text) for m in entity.mentions] == ["I", "Ana"]


def test_no_mentions_no_entities() -> None:
    told = tell("It/PRON rained/VERB", {})
    assert find_entities(told.encoding, told.syntax, []) == []


def test_layer_adds_entities_to_the_reading() -> None:
    told = tell("Ana/PROPN Petrova/PROPN left/VERB", {"Ana Petrova": "person"})
    reading = Reading(Report(told.encoding.text, None, None, None, None, "en"))
    for finding in (told.encoding, told.syntax):
        reading = reading.adding(type(finding), [finding])
    reading = reading.adding(type(told.mentions[0]), told.mentions)
    assert [entity.name for entity in Entities()(reading).of(Entity)] == ["Ana Petrova"]
