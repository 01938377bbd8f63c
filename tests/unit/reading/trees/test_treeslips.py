# SPDX-License-Identifier: Apache-2.0
"""Slips of the trees that the words side by side put right; each tree here is one that the model gave to such words."""

from __future__ import annotations

import pytest

from readout.reading.trees.treeslips import mend


def mended(text: str) -> dict[str, str]:
    """Mend a tree written as word/POS/relation/head, heads counted from 0, and return "relation head" by word."""
    rows = [row.split("/") for row in text.split()]
    words, upos, relations = ([row[i] for row in rows] for i in range(3))
    heads = [int(row[3]) for row in rows]
    mend(words, [i == 0 for i in range(len(words))], upos, heads, relations)
    return {word: f"{relation} {words[head]}" for word, relation, head in zip(words, relations, heads, strict=True)}


def test_name_takes_the_place_of_its_title():
    """The tree hung title and name on the verb alike, with "of State" between them."""
    tree = mended(
        "Secretary/PROPN/nsubj/4 of/ADP/case/2 State/PROPN/nmod:desc/3 Nora/PROPN/nsubj/4 told/VERB/root/4 us/PRON/iobj/4"
    )
    assert (tree["Secretary"], tree["Nora"], tree["told"]) == ("nmod:desc Nora", "nsubj told", "root told")


def test_name_that_hangs_on_its_title_becomes_the_subject():
    """What hung on the title from outside hangs on the name then; the title keeps its own words."""
    tree = mended(
        "The/DET/det/1 undersecretary/NOUN/nsubj/4 Theresa/PROPN/appos/1 Lazaro/PROPN/flat/2 left/VERB/root/4"
    )
    assert tree["Theresa"] == "nsubj left"
    assert tree["undersecretary"] == "nmod:desc Theresa"
    assert tree["Lazaro"] == "flat Theresa"


def test_name_that_hangs_beyond_its_verb_is_the_subject():
    """The tree took the name for an apposition of the noun behind the verb."""
    tree = mended(
        "Defense/PROPN/compound/1 Secretary/PROPN/nmod:desc/2 Hugh/PROPN/appos/6 Merrow/PROPN/flat/2 called/VERB/root/4 "
        "his/PRON/nmod:poss/6 counterpart/NOUN/obj/4"
    )
    assert (tree["Hugh"], tree["Secretary"]) == ("nsubj called", "nmod:desc Hugh")


def test_and_joins_two_and_makes_no_apposition():
    """The tree took the second of two who spoke for another name of the first."""
    tree = mended("Otieno/PROPN/nsubj/3 and/CCONJ/cc/2 Lehto/PROPN/appos/0 spoke/VERB/root/3")
    assert (tree["Lehto"], tree["and"]) == ("conj Otieno", "cc Lehto")


def test_and_joins_two_where_the_first_is_an_apposition():
    """The tree took the second name for more of the first, which says who the counterpart is."""
    tree = mended(
        "He/PRON/nsubj/1 met/VERB/root/1 his/PRON/nmod:poss/3 counterpart/NOUN/obj/1 Anutin/PROPN/appos/3 and/CCONJ/cc/7 "
        "President/PROPN/nmod:desc/7 Manet/PROPN/flat/4"
    )
    assert (tree["Manet"], tree["Anutin"]) == ("conj counterpart", "appos counterpart")


def test_and_joins_two_where_the_second_has_a_title():
    """The conjunction hangs on the title, and the name on the first name."""
    tree = mended(
        "Belousov/PROPN/nsubj/5 and/CCONJ/cc/3 his/PRON/nmod:poss/3 counterpart/NOUN/nmod:desc/4 Guler/PROPN/flat/0 "
        "met/VERB/root/5"
    )
    assert tree["Guler"] == "conj Belousov"


def test_subject_hangs_on_its_verb_and_not_on_the_noun_behind():
    tree = mended(
        "Modi/PROPN/nsubj/4 spoke/VERB/root/1 to/ADP/case/4 his/PRON/nmod:poss/4 counterpart/NOUN/obl/1 again/ADV/advmod/1"
    )
    assert tree["Modi"] == "nsubj spoke"


def test_country_in_front_of_a_title_is_the_title_s():
    """One verb has one subject."""
    tree = mended(
        "U.S./PROPN/nsubj/4 Defense/PROPN/compound/2 Secretary/PROPN/nsubj/4 Hugh/PROPN/appos/2 called/VERB/root/4"
    )
    assert (tree["U.S."], tree["Hugh"]) == ("nmod Secretary", "nsubj called")


@pytest.mark.parametrize(
    "text",
    [
        "Ministers/NOUN/nsubj/2 Monday/PROPN/obl/2 met/VERB/root/2",
        "Ministers/NOUN/nsubj/2 Rau/PROPN/appos/0 left/VERB/root/2",
    ],
)
def test_what_is_no_title_of_a_name_stays(text: str):
    """A day, or a name behind several."""
    rows = [row.split("/") for row in text.split()]
    assert mended(text) == {row[0]: f"{row[2]} {rows[int(row[3])][0]}" for row in rows}


def test_verb_is_joined_to_the_one_before_it():
    """The tree joined "promised" to the "said" that follows, so that the ministry would have promised."""
    tree = mended(
        "Merrow/PROPN/nsubj/1 called/VERB/ccomp/9 him/PRON/obj/1 and/CCONJ/cc/4 promised/VERB/conj/9 help/NOUN/obj/4 "
        ",/PUNCT/punct/9 the/DET/det/8 ministry/NOUN/nsubj/9 said/VERB/root/9"
    )
    assert tree["promised"] == "conj called"


def test_noun_behind_a_verb_is_its_object():
    """Without a preposition, and with "both" in front, it is no phrase of time or place."""
    tree = mended("Cole/PROPN/nsubj/1 telephoned/VERB/root/1 both/DET/det/3 leaders/NOUN/obl/1")
    assert tree["leaders"] == "obj telephoned"
    far = mended(
        "ministry/NOUN/nsubj/1 condemned/VERB/root/1 the/DET/det/6 Tarsk/PROPN/compound/6 suicide/NOUN/compound/6 "
        "bomb/NOUN/compound/6 attack/NOUN/obl/1"
    )
    assert far["attack"] == "obj condemned"
    counted = mended(
        "group/NOUN/nsubj/1 freed/VERB/root/1 at/ADP/case/3 least/ADJ/nmod/4 19/NUM/nummod/5 Norlanders/PROPN/obl/1"
    )
    assert counted["Norlanders"] == "obj freed"
    day = mended("They/PRON/nsubj/1 met/VERB/root/1 both/DET/det/3 days/NOUN/obl/1")
    assert day["days"] == "obl met"


def test_object_stands_in_front_of_a_phrase_with_a_preposition():
    """Norland was defended, not claims."""
    tree = mended(
        "Trent/PROPN/nsubj/1 defended/VERB/root/1 Norland/PROPN/iobj/1 over/ADP/case/4 claims/NOUN/obj/1 of/ADP/case/6 "
        "fraud/NOUN/nmod/4"
    )
    assert (tree["Norland"], tree["claims"]) == ("obj defended", "obl defended")
    gave = mended(
        "Trent/PROPN/nsubj/1 gave/VERB/root/1 Norland/PROPN/iobj/1 over/ADV/advmod/4 ten/NUM/nummod/5 ships/NOUN/obj/1"
    )
    assert (gave["Norland"], gave["ships"]) == ("iobj gave", "obj gave")


def test_name_behind_a_verb_does_not_hang_on_a_noun_before_it():
    """The launch is Norland's, and Trent was found guilty."""
    tree = mended(
        "Council/PROPN/nsubj/1 condemned/VERB/root/1 Norland/PROPN/compound/0 's/PART/case/2 latest/ADJ/amod/5 launch/NOUN/obj/1"
    )
    assert tree["Norland"] == "nmod:poss launch"
    found = mended("court/NOUN/nsubj/1 found/VERB/root/1 Uma/PROPN/compound/0 Trent/PROPN/flat/2 guilty/VERB/obj/1")
    assert (found["Uma"], found["guilty"]) == ("obj found", "xcomp found")


def test_whom_it_is_said_to_is_no_subject_of_what_is_said():
    """Trent was told, and Prand was urged by who told him."""
    tree = mended(
        "He/PRON/nsubj/1 told/VERB/root/1 Trent/PROPN/nsubj/6 that/SCONJ/mark/6 he/PRON/nsubj/6 was/AUX/cop/6 glad/ADJ/ccomp/1 "
        "and/CCONJ/cc/8 urged/VERB/conj/6 Prand/PROPN/obj/8 to/PART/mark/11 rest/VERB/xcomp/8"
    )
    assert (tree["Trent"], tree["urged"]) == ("obj told", "conj told")


def test_noun_behind_and_joins_the_one_before_it():
    """The tree joined Rome to who was met."""
    tree = mended("Oslo/PROPN/nsubj/4 and/CCONJ/cc/2 Rome/PROPN/conj/5 had/AUX/aux/4 met/VERB/root/4 Trent/PROPN/obj/4")
    assert tree["Rome"] == "conj Oslo"


def test_the_first_of_two_objects_does_not_describe_the_subject():
    """Trent and Hall were thanked."""
    tree = mended(
        "Uma/PROPN/nsubj/1 thanked/VERB/root/1 president/NOUN/nmod:desc/3 Trent/PROPN/appos/0 and/CCONJ/cc/5 Hall/PROPN/obj/1"
    )
    assert (tree["Trent"], tree["Hall"]) == ("obj thanked", "conj Trent")


def test_name_behind_a_verb_is_not_more_of_one_before_it():
    """Hall was spoken with."""
    tree = mended("Uma/PROPN/nsubj/1 spoke/VERB/root/1 with/ADP/case/3 Cora/PROPN/flat/0 Hall/PROPN/flat/3")
    assert tree["Cora"] == "obl spoke"


def test_enumerated_officials_do_not_describe_each_other():
    """The chief, the minister and an aide are three."""
    tree = mended(
        "met/VERB/root/0 chief/NOUN/nmod:desc/2 Uma/PROPN/obj/0 ,/PUNCT/punct/5 minister/NOUN/nmod:desc/5 Cora/PROPN/appos/2 "
        "and/CCONJ/cc/7 aides/NOUN/conj/5"
    )
    assert (tree["Cora"], tree["aides"]) == ("conj Uma", "conj Uma")


def test_two_with_one_title_carry_it():
    """The two who signed are named behind what they were."""
    tree = mended(
        "signed/VERB/root/0 by/ADP/case/2 presidents/NOUN/obl:agent/0 Uma/PROPN/compound/2 Prand/PROPN/flat/3 and/CCONJ/cc/6 "
        "Cora/PROPN/conj/3 Hall/PROPN/flat/6"
    )
    assert (tree["Uma"], tree["presidents"]) == ("obl:agent signed", "nmod:desc Uma")


def test_name_is_not_torn_apart_by_the_verb():
    """The surname hung on who was met."""
    tree = mended("Uma/PROPN/nsubj/2 Prand/PROPN/flat/3 met/VERB/root/2 Cora/PROPN/obj/2 Hall/PROPN/flat/3")
    assert (tree["Prand"], tree["Hall"]) == ("flat Uma", "flat Cora")


def test_second_description_belongs_to_the_first():
    """The tree joined "father" to the name, as if the two were persons."""
    tree = mended(
        "with/ADP/case/1 Juan/PROPN/root/1 Soto/PROPN/flat/1 ,/PUNCT/punct/6 the/DET/det/6 former/ADJ/amod/6 "
        "leader/NOUN/appos/1 and/CCONJ/cc/8 father/NOUN/conj/1 of/ADP/case/10 Ana/PROPN/nmod/6"
    )
    assert tree["father"] == "conj leader"
    beside = mended(
        "Juan/PROPN/nsubj/8 Soto/PROPN/flat/0 ,/PUNCT/punct/4 the/DET/det/4 leader/NOUN/appos/0 ,/PUNCT/punct/0 and/CCONJ/cc/7 "
        "generals/NOUN/conj/0 met/VERB/root/8"
    )
    assert beside["generals"] == "conj Juan"


def test_owner_belongs_to_the_noun_behind_its_mark():
    """The tree hung the owner on a noun of the title before the verb."""
    tree = mended(
        "policy/NOUN/compound/1 chief/NOUN/nsubj/2 warned/VERB/root/2 Georgia/PROPN/nmod:poss/0 's/PART/case/3 "
        "government/NOUN/iobj/2"
    )
    assert tree["Georgia"] == "nmod:poss government"


def test_owner_behind_the_verb_is_of_the_noun_behind_its_mark():
    """The army that says so is Norland's; what was fired at was Tarsk."""
    tree = mended(
        "Tarsk/PROPN/nsubj/1 fired/VERB/ccomp/7 rockets/NOUN/obj/1 ,/PUNCT/punct/7 Norland/PROPN/compound/0 's/PART/case/4 "
        "army/NOUN/nsubj/7 said/VERB/root/7"
    )
    assert tree["Norland"] == "nmod:poss army"


def test_name_between_commas_is_who_holds_the_office():
    """An envoy to Yemen who is named behind it."""
    tree = mended(
        "envoy/NOUN/nsubj/7 to/ADP/case/2 Yemen/PROPN/nmod/0 ,/PUNCT/punct/4 Tim/PROPN/nmod/0 Lender/PROPN/flat/4 "
        ",/PUNCT/punct/0 met/VERB/root/7"
    )
    assert (tree["Tim"], tree["Yemen"]) == ("appos envoy", "nmod envoy")


def test_who_tells_is_no_second_subject_of_what_is_told():
    """The drones hit, and the governor said so."""
    tree = mended(
        "drones/NOUN/nsubj/1 hit/VERB/ccomp/6 it/PRON/obj/1 ,/PUNCT/punct/5 the/DET/det/5 governor/NOUN/nsubj/1 said/VERB/root/6"
    )
    assert (tree["governor"], tree["drones"]) == ("nsubj said", "nsubj hit")


def test_second_subject_behind_the_verb_is_its_object():
    """Those who were expelled expelled nobody."""
    tree = mended("Poland/PROPN/nsubj/1 expelled/VERB/root/1 45/NUM/nummod/3 diplomats/NOUN/nsubj/1")
    assert tree["diplomats"] == "obj expelled"


def test_names_joined_by_and_hang_together():
    """The tree hung both on the verb."""
    tree = mended(
        "spoke/VERB/root/0 to/ADP/case/2 Dar/PROPN/obl/0 and/CCONJ/cc/4 Ibarra/PROPN/obl/0 on/ADP/case/6 Saturday/PROPN/obl/0"
    )
    assert (tree["Ibarra"], tree["Saturday"]) == ("conj Dar", "obl spoke")


def test_nothing_hangs_on_a_noun_beyond_a_comma():
    """Who signed the charter does not belong to those who tell of it."""
    tree = mended(
        "It/PRON/nsubj:pass/2 was/AUX/aux:pass/2 signed/VERB/root/2 by/ADP/case/4 Hilu/PROPN/nmod/6 ,/PUNCT/punct/6 "
        "two/NUM/nsubj/7 told/VERB/parataxis/2 us/PRON/iobj/7"
    )
    assert tree["Hilu"] == "obl signed"


def test_name_is_that_of_the_nearest_office():
    """The tree made the general an apposition of the one whom he holds."""
    tree = mended(
        "met/VERB/root/0 Bazoum/PROPN/obj/0 and/CCONJ/cc/4 the/DET/det/4 leader/NOUN/conj/1 ,/PUNCT/punct/7 "
        "General/PROPN/nmod:desc/7 Tiani/PROPN/appos/1"
    )
    assert tree["Tiani"] == "appos leader"


def test_who_confers_is_no_passive_subject():
    """The tree made the leaders those to whom it is done."""
    tree = mended("leaders/NOUN/nsubj:pass/1 conferred/VERB/root/1 by/ADP/case/3 video/NOUN/obl/1")
    assert tree["leaders"] == "nsubj conferred"
    killed = mended("Three/NUM/nsubj:pass/1 killed/VERB/root/1 in/ADP/case/3 attack/NOUN/obl/1")
    assert killed["Three"] == "nsubj:pass killed"


def test_number_counts_the_noun_behind_it():
    """The tree hung "four" on the minister in front of the verb."""
    tree = mended(
        "minister/NOUN/nsubj/1 received/VERB/root/1 it/PRON/obj/1 from/ADP/case/6 four/NUM/nummod/0 European/ADJ/amod/6 "
        "commissioners/NOUN/obl/1"
    )
    assert tree["four"] == "nummod commissioners"


@pytest.mark.parametrize(
    "text",
    [
        "Lind/PROPN/compound/2 said/VERB/appos/0 it/NOUN/root/2",
        "by/ADP/case/1 Hilu/PROPN/nmod/3 left/VERB/acl/1 ,/NOUN/root/3",
    ],
)
def test_no_word_is_hung_below_itself(text: str):
    """A verb that hangs on the name in front of it does not get that name for its subject."""
    rows = [row.split("/") for row in text.split()]
    heads, relations = [int(row[3]) for row in rows], [row[2] for row in rows]
    mend([row[0] for row in rows], [i == 0 for i in range(len(rows))], [row[1] for row in rows], heads, relations)
    for word in range(len(heads)):
        above = [word]
        while heads[above[-1]] != above[-1]:
            above.append(heads[above[-1]])
            assert len(above) <= len(heads)


def test_verb_behind_a_clause_about_its_subject_tells():
    """The tree gave the saying verb two subjects: the name, and the verb that says what the name did."""
    tree = mended(
        "Rau/PROPN/nsubj/9 ,/PUNCT/punct/3 who/PRON/nsubj/3 chaired/VERB/acl:relcl/0 ,/PUNCT/punct/0 phoned/VERB/nsubj/9 "
        "Lind/PROPN/nsubj/5 ,/PUNCT/punct/9 officials/NOUN/nsubj/9 said/VERB/root/9"
    )
    assert (tree["Rau"], tree["phoned"], tree["Lind"]) == ("nsubj phoned", "ccomp said", "obj phoned")


def test_name_that_is_due_to_do_something_is_the_subject():
    """The tree hung the name on the object beyond the verb."""
    tree = mended(
        "Rau/PROPN/nsubj/6 is/AUX/cop/4 due/ADJ/advmod/4 to/PART/mark/4 receive/VERB/root/4 his/PRON/nmod:poss/6 "
        "counterpart/NOUN/obj/4"
    )
    assert tree["Rau"] == "nsubj receive"


def test_day_in_front_of_after_is_not_that_of_the_clause_behind():
    """What stands before the word that opens a clause belongs to the verb in front of it."""
    tree = mended(
        "Rau/PROPN/nsubj/1 agreed/VERB/root/1 on/ADP/case/3 Monday/PROPN/obl/5 after/SCONJ/mark/5 holding/VERB/advcl/1 "
        "talks/NOUN/obj/5"
    )
    assert tree["Monday"] == "obl agreed"


def test_span_in_front_of_after_stays():
    """ "Two days after talks ended" counts from the clause: there is no preposition."""
    tree = mended(
        "Rau/PROPN/nsubj/1 left/VERB/root/1 two/NUM/nummod/3 days/NOUN/obl/6 after/SCONJ/mark/6 talks/NOUN/nsubj/6 "
        "ended/VERB/advcl/1"
    )
    assert tree["days"] == "obl ended"


def test_subject_with_a_clause_of_its_own_is_parted_from_the_clause_before():
    """The tree joined it to the last noun in front, and left its verb without a subject."""
    tree = mended(
        "Oslo/PROPN/nsubj/1 urged/VERB/root/1 respect/NOUN/obj/1 for/ADP/case/4 borders/NOUN/nmod/2 ,/PUNCT/punct/7 and/CCONJ/cc/7 "
        "Turkey/PROPN/conj/4 ,/PUNCT/punct/10 which/PRON/nsubj/10 trains/VERB/acl:relcl/7 troops/NOUN/obj/10 ,/PUNCT/punct/13 "
        "said/VERB/conj/1 so/ADV/advmod/13"
    )
    assert (tree["Turkey"], tree["and"]) == ("nsubj said", "cc said")


def test_bare_charge_is_no_part_of_whom_it_is_laid_to():
    """The tree made "judges of bias" of what the judges are accused of; a bank with an article stays with its head."""
    tree = mended(
        "They/PRON/nsubj/1 accused/VERB/root/1 the/DET/det/3 judges/NOUN/obj/1 of/ADP/case/5 bias/NOUN/nmod/3"
    )
    assert tree["bias"] == "obl accused"
    kept = mended(
        "They/PRON/nsubj/1 accused/VERB/root/1 the/DET/det/3 head/NOUN/obj/1 of/ADP/case/6 the/DET/det/6 bank/NOUN/nmod/3"
    )
    assert kept["bank"] == "nmod head"


def test_talks_in_which_something_is_restated_hang_on_the_saying():
    """The tree made a defence in a call of it; what is to be raised in a meeting still is."""
    tree = mended(
        "He/PRON/nsubj/1 reaffirmed/VERB/root/1 plans/NOUN/obj/1 to/PART/mark/4 defend/VERB/acl/2 it/PRON/obj/4 in/ADP/case/8 "
        "a/DET/det/8 call/NOUN/obl/4"
    )
    assert tree["call"] == "obl reaffirmed"
    kept = mended(
        "He/PRON/nsubj/1 vowed/VERB/root/1 to/PART/mark/3 raise/VERB/xcomp/1 it/PRON/obj/3 in/ADP/case/7 "
        "a/DET/det/7 call/NOUN/obl/3"
    )
    assert kept["call"] == "obl raise"


def test_participle_in_front_of_a_noun_is_no_verb_of_its_own():
    """The tree made the convoy besiege the city that it reached."""
    tree = mended("It/PRON/nsubj/1 reaches/VERB/root/1 besieged/VERB/xcomp/1 Syrian/ADJ/amod/4 city/NOUN/obl/1")
    assert (tree["besieged"], tree["city"]) == ("amod city", "obj reaches")


def test_who_is_jailed_in_a_headline_did_nothing():
    """Headlines leave out the helper; who jails somebody has an object."""
    tree = mended("President/NOUN/nsubj/1 jailed/VERB/root/1 for/ADP/case/3 bribes/NOUN/obl/1")
    assert tree["President"] == "nsubj:pass jailed"
    kept = mended("President/NOUN/nsubj/1 jailed/VERB/root/1 rivals/NOUN/obj/1")
    assert kept["President"] == "nsubj jailed"


def test_name_that_is_made_part_of_a_name_beyond_its_verb_is_the_subject():
    """The tree made one name of both, over the title of the second."""
    tree = mended(
        "President/PROPN/nmod:desc/1 Ivan/PROPN/flat/5 Petrov/PROPN/flat/1 met/VERB/root/3 Minister/PROPN/nmod:desc/5 "
        "Anil/PROPN/obj/3"
    )
    assert (tree["Ivan"], tree["Petrov"]) == ("nsubj met", "flat Ivan")


def test_two_people_with_a_title_between_them_are_two():
    """The tree made one name of both; of "Trinidad and Tobago" there is one."""
    tree = mended(
        "Minister/PROPN/nmod:desc/1 Shigeru/PROPN/nsubj/7 Ito/PROPN/flat/1 and/CCONJ/cc/5 President/PROPN/nmod:desc/1 "
        "Min/PROPN/flat/1 Park/PROPN/flat/1 agreed/VERB/root/7"
    )
    assert (tree["Min"], tree["President"], tree["Park"]) == ("conj Shigeru", "nmod:desc Min", "flat Min")
    kept = mended("Trinidad/PROPN/nsubj/3 and/CCONJ/cc/2 Tobago/PROPN/flat/0 agreed/VERB/root/3")
    assert kept["Tobago"] == "flat Trinidad"


def test_countries_in_front_of_their_leaders_do_nothing_themselves():
    """A headline lists the countries whose leaders act; the tree made a subject of each."""
    tree = mended(
        "Japan/PROPN/nsubj/4 ,/PUNCT/punct/0 India/PROPN/flat/0 leaders/NOUN/nsubj/4 agree/VERB/root/4 now/ADV/advmod/4"
    )
    assert (tree["Japan"], tree["India"], tree["leaders"]) == ("compound leaders", "conj Japan", "nsubj agree")


def test_noun_right_before_a_verb_is_its_subject():
    """The tree made one word of both."""
    tree = mended("suicide/NOUN/compound/1 bomber/NOUN/compound/2 attacks/VERB/root/2 mosque/NOUN/obj/2")
    assert tree["bomber"] == "nsubj attacks"


def test_what_came_of_an_act_hangs_on_the_act():
    """The tree made two things that were said of the ambush and of the killing."""
    tree = mended(
        "They/PRON/nsubj/1 ambushed/VERB/ccomp/7 it/PRON/obj/1 ,/PUNCT/punct/4 killing/VERB/ccomp/7 two/NUM/obj/4 he/PRON/nsubj/7 "
        "said/VERB/root/7"
    )
    assert tree["killing"] == "advcl ambushed"


def test_what_stands_right_behind_a_verb_is_its_own():
    """The tree made the boat carry the dead."""
    tree = mended(
        "It/PRON/nsubj/1 carried/VERB/root/1 drugs/NOUN/obj/1 ,/PUNCT/punct/4 killing/VERB/advcl/1 11/NUM/nummod/6 "
        "people/NOUN/obj/1"
    )
    assert tree["people"] == "obj killing"
    kept = mended("It/PRON/nsubj/1 carried/VERB/root/1 eleven/NUM/nummod/4 more/ADJ/amod/4 people/NOUN/obj/1")
    assert kept["people"] == "obj carried"


def test_what_is_counted_hangs_on_its_number():
    """The tree made two subjects of the number and the counted."""
    tree = mended("Scores/NOUN/nsubj/3 of/ADP/case/2 nurses/NOUN/nsubj/3 rallied/VERB/root/3 there/ADV/advmod/3")
    assert (tree["nurses"], tree["Scores"]) == ("nmod Scores", "nsubj rallied")


def test_two_that_are_told_side_by_side_are_joined():
    """The tree hung both on the saying verb, and left the second without a subject."""
    tree = mended(
        "Rebels/NOUN/nsubj/1 stormed/VERB/ccomp/8 it/PRON/obj/1 and/CCONJ/cc/4 took/VERB/ccomp/8 six/NUM/obj/4 ,/PUNCT/punct/8 "
        "officials/NOUN/nsubj/8 said/VERB/root/8"
    )
    assert tree["took"] == "conj stormed"
    kept = mended(
        "Rebels/NOUN/nsubj/1 stormed/VERB/ccomp/8 it/PRON/obj/1 and/CCONJ/cc/5 soldiers/NOUN/nsubj/5 fled/VERB/ccomp/8 "
        ",/PUNCT/punct/8 officials/NOUN/nsubj/8 said/VERB/root/8"
    )
    assert kept["fled"] == "ccomp said"


def test_plural_with_an_object_is_a_verb():
    """Headlines have verbs that look like plurals; a noun has no object."""
    tree = mended("Court/NOUN/compound/1 sentences/NOUN/root/1 former/ADJ/amod/3 minister/NOUN/obj/1")
    assert (tree["Court"], tree["minister"]) == ("nsubj sentences", "obj sentences")
    kept = mended("Court/NOUN/compound/1 sentences/NOUN/root/1 for/ADP/case/3 ministers/NOUN/nmod/1")
    assert kept["Court"] == "compound sentences"


def test_noun_behind_as_is_the_subject_of_the_verb_behind_it():
    """The tree took "as thousands" for a phrase of the police."""
    tree = mended(
        "Police/NOUN/nsubj/1 fire/VERB/root/1 gas/NOUN/obj/1 as/ADP/case/4 thousands/NOUN/obl/1 march/VERB/advcl/1 "
        "against/ADP/case/7 Brandt/PROPN/obl/1"
    )
    assert (tree["thousands"], tree["march"], tree["as"]) == ("nsubj march", "advcl fire", "mark march")
    assert tree["Brandt"] == "obl march"


def test_name_in_front_of_what_helps_a_verb_is_the_subject():
    """The tree took the first name for a title of the second, over "will meet"."""
    tree = mended(
        "Anders/PROPN/nmod:desc/5 will/AUX/aux/2 meet/VERB/root/2 Lebanese/ADJ/amod/5 Premier/PROPN/nmod:desc/5 Saad/PROPN/nsubj/2"
    )
    assert (tree["Anders"], tree["Saad"]) == ("nsubj meet", "obj meet")


def test_who_stands_behind_by_is_no_second_subject():
    """The tree had the police chief and the president refuse the request."""
    tree = mended(
        "The/DET/det/1 chief/NOUN/nsubj/2 refused/VERB/root/2 a/DET/det/4 request/NOUN/obj/2 by/ADP/case/7 "
        "President/PROPN/nmod:desc/7 Ruto/PROPN/nsubj/2"
    )
    assert (tree["Ruto"], tree["chief"]) == ("nmod request", "nsubj refused")


def test_participle_between_two_objects_is_of_the_second():
    """The tree looted the country that the bronzes are handed to."""
    tree = mended(
        "Ruritania/PROPN/nsubj/1 hands/VERB/root/1 Togo/PROPN/obj/4 back/ADV/advmod/4 looted/VERB/xcomp/1 masks/NOUN/obj/4"
    )
    assert (tree["looted"], tree["masks"], tree["Togo"]) == ("amod masks", "obj hands", "iobj hands")


def test_clause_behind_a_name_and_a_comma_is_about_the_name():
    """The tree had the weapons close the ports."""
    tree = mended(
        "They/PRON/nsubj/1 sent/VERB/root/1 planes/NOUN/obj/1 with/ADP/case/4 arms/NOUN/obl/1 to/ADP/case/6 Togo/PROPN/obl/1 "
        ",/PUNCT/punct/9 which/PRON/nsubj/9 closed/VERB/acl:relcl/4 ports/NOUN/obj/9"
    )
    assert tree["closed"] == "acl:relcl Togo"
    kept = mended(
        "They/PRON/nsubj/1 sent/VERB/root/1 bombs/NOUN/obj/1 from/ADP/case/4 Togo/PROPN/nmod/2 ,/PUNCT/punct/7 "
        "which/PRON/nsubj/7 exploded/VERB/acl:relcl/2"
    )
    assert kept["exploded"] == "acl:relcl bombs"


def test_what_is_done_in_telling_hangs_on_the_telling():
    """The tree had those who fled accuse."""
    tree = mended(
        "They/PRON/nsubj/1 fled/VERB/ccomp/4 ,/PUNCT/punct/4 lawyers/NOUN/nsubj/4 said/VERB/root/4 ,/PUNCT/punct/6 "
        "accusing/VERB/advcl/1 guards/NOUN/obj/6"
    )
    assert tree["accusing"] == "advcl said"
    kept = mended(
        "They/PRON/nsubj/1 fled/VERB/ccomp/4 ,/PUNCT/punct/4 lawyers/NOUN/nsubj/4 said/VERB/root/4 ,/PUNCT/punct/6 "
        "leaving/VERB/advcl/1 guards/NOUN/obj/6"
    )
    assert kept["leaving"] == "advcl fled"


def test_infinitive_has_no_subject():
    """The tree had the diplomats meddle, and nobody told anything."""
    tree = mended(
        "He/PRON/nsubj/1 told/VERB/root/1 diplomats/NOUN/nsubj/5 not/PART/mark/5 to/PART/mark/5 meddle/VERB/ccomp/1"
    )
    assert tree["diplomats"] == "obj told"


def test_object_with_a_participle_in_front_is_its_nearest_verbs():
    """The tree gave the states, which are called united, to a verb further up."""
    tree = mended(
        "We/PRON/nsubj/1 take/VERB/root/1 measures/NOUN/obj/1 ,/PUNCT/punct/4 urging/VERB/advcl/1 the/DET/det/7 "
        "United/VERB/amod/7 States/PROPN/obj/1"
    )
    assert tree["States"] == "obj urging"


def test_and_joins_a_name_to_the_noun_before_it():
    """The tree had the one that only tells of it agree."""
    tree = mended(
        "Togo/PROPN/nsubj/1 agreed/VERB/ccomp/7 ,/PUNCT/punct/7 both/DET/det/4 sides/NOUN/nsubj/7 and/CCONJ/cc/6 "
        "Oman/PROPN/conj/0 said/VERB/root/7"
    )
    assert tree["Oman"] == "conj sides"


def test_object_in_front_of_its_verb_is_the_subject():
    """The tree found nobody that travelled."""
    tree = mended("Premier/PROPN/nmod:desc/1 Lind/PROPN/obj/2 travelled/VERB/root/2 to/ADP/case/4 Oslo/PROPN/obl/2")
    assert tree["Lind"] == "nsubj travelled"


def test_what_is_called_for_is_no_object():
    """The tree had the chief call a ceasefire."""
    tree = mended("Chief/NOUN/nsubj/1 calls/VERB/root/1 for/ADP/case/3 truce/NOUN/obj/1")
    assert tree["truce"] == "obl calls"
    tree = mended("He/PRON/nsubj/1 warned/VERB/root/1 against/ADP/case/3 hackers/NOUN/obj/1")
    assert tree["hackers"] == "obl warned"


def test_clause_behind_as_has_its_own_subject_and_outcome():
    """The tree had the rebels recall the envoys, and the state kill."""
    tree = mended(
        "Mali/PROPN/nsubj/1 recalled/VERB/root/1 envoys/NOUN/obj/1 as/SCONJ/mark/5 rebels/NOUN/nsubj/1 advanced/VERB/ccomp/1 "
        "on/ADP/case/7 Gao/PROPN/obl/5 ,/PUNCT/punct/9 killing/VERB/advcl/1 two/NUM/obj/9"
    )
    assert (tree["rebels"], tree["advanced"], tree["killing"]) == (
        "nsubj advanced",
        "advcl recalled",
        "advcl advanced",
    )


def test_what_is_appealed_for_is_what_is_asked():
    """The tree made an aim of it."""
    tree = mended(
        "She/PRON/nsubj/1 appealed/VERB/root/1 to/ADP/case/4 both/DET/det/4 sides/NOUN/obl/1 to/PART/mark/6 stop/VERB/advcl/1"
    )
    assert tree["stop"] == "xcomp appealed"


def test_how_and_when_stay_in_front_of_the_comma():
    """The tree hung both on who tells it."""
    tree = mended(
        "Lind/PROPN/nsubj/1 spoke/VERB/ccomp/9 by/ADP/case/3 phone/NOUN/obl/9 on/ADP/case/5 Sunday/PROPN/obl/9 ,/PUNCT/punct/5 "
        "the/DET/det/8 ministry/NOUN/nsubj/9 said/VERB/root/9"
    )
    assert (tree["phone"], tree["Sunday"], tree["ministry"]) == ("obl spoke", "obl spoke", "nsubj said")


def test_first_name_with_a_hyphen_is_the_subject():
    """The tree hung the name on the one behind the verb."""
    tree = mended(
        "Jean/PROPN/flat/6 -/PUNCT/punct/2 Luc/PROPN/flat/0 Horn/PROPN/flat/0 spoke/VERB/root/4 with/ADP/case/6 Ana/PROPN/obl/4 "
        "Berg/PROPN/flat/6"
    )
    assert tree["Jean"] == "nsubj spoke"


def test_later_words_of_a_name_come_back_to_the_first():
    """The tree hung them on the name before the verb."""
    tree = mended(
        "Lind/PROPN/nsubj/1 called/VERB/root/1 General/PROPN/nmod:desc/3 Omar/PROPN/obj/1 Hamad/PROPN/flat/0 Dagal/PROPN/flat/0 "
        "on/ADP/case/7 Sunday/PROPN/obl/1"
    )
    assert [tree[word] for word in ("Omar", "Hamad", "Dagal")] == ["obj called", "flat Omar", "flat Omar"]


def test_who_tells_stands_between_the_comma_and_the_verb():
    """Not among what is said, where the tree hung it; what has a preposition, or no comma in front, stays."""
    tree = mended(
        "Shells/NOUN/nsubj/1 hit/VERB/ccomp/7 homes/NOUN/obj/1 ,/PUNCT/punct/4 medics/NOUN/obl/1 and/CCONJ/cc/6 "
        "witnesses/NOUN/conj/4 said/VERB/root/7"
    )
    assert tree["medics"] == "nsubj said"
    tree = mended(
        "Shells/NOUN/nsubj/1 hit/VERB/ccomp/6 homes/NOUN/obj/1 ,/PUNCT/punct/5 in/ADP/case/5 Lima/PROPN/obl/1 said/VERB/root/6"
    )
    assert tree["Lima"] == "obl hit"


def test_noun_that_modifies_hangs_on_the_noun_behind_it():
    tree = mended(
        "Lind/PROPN/nsubj/1 slept/VERB/ccomp/6 ,/PUNCT/punct/5 two/NUM/nummod/5 Union/PROPN/compound/0 officials/NOUN/nsubj/6 "
        "said/VERB/root/6"
    )
    assert tree["Union"] == "compound officials"


def test_next_of_a_list_is_no_part_of_the_name_before_it():
    """The tree made the second of three a part of the first."""
    tree = mended(
        "Ghana/PROPN/nsubj/6 ,/PUNCT/punct/2 Togo/PROPN/compound/0 and/CCONJ/cc/4 others/NOUN/conj/0 have/AUX/aux/6 "
        "refused/VERB/root/6"
    )
    assert tree["Togo"] == "conj Ghana"


def test_nothing_is_joined_to_what_stands_behind_it():
    """The tree joined the gangs to a word of the next phrase."""
    tree = mended(
        "He/PRON/nsubj/1 blamed/VERB/root/1 forces/NOUN/obj/1 and/CCONJ/cc/4 gangs/NOUN/conj/6 for/ADP/case/6 some/NOUN/obl/1"
    )
    assert tree["gangs"] == "conj forces"


def test_what_an_act_leads_to_hangs_on_the_act():
    """The tree had the judge who tells of it defy."""
    tree = mended(
        "Togo/PROPN/nsubj/1 hanged/VERB/ccomp/5 three/NUM/obj/1 ,/PUNCT/punct/5 judges/NOUN/nsubj/5 said/VERB/root/5 "
        ",/PUNCT/punct/7 defying/VERB/ccomp/5 pleas/NOUN/obj/7"
    )
    assert tree["defying"] == "advcl hanged"


def test_name_behind_an_object_says_who_it_is():
    """The tree had the speaker beat somebody."""
    tree = mended(
        "Crowds/NOUN/nsubj/1 left/VERB/root/1 and/CCONJ/cc/3 beat/VERB/conj/1 the/DET/det/5 speaker/NOUN/obj/3 ,/PUNCT/punct/7 "
        "Ana/PROPN/nsubj/1 Rios/PROPN/flat/7"
    )
    assert tree["Ana"] == "appos speaker"


def test_second_word_of_a_headline_may_be_its_verb():
    """The tree piled up three nouns."""
    tree = mended("Rebels/NOUN/compound/1 shell/NOUN/compound/2 town/NOUN/root/2")
    assert (tree["Rebels"], tree["shell"], tree["town"]) == ("nsubj shell", "root shell", "obj shell")
    kept = mended("Sea/NOUN/compound/1 shell/NOUN/compound/2 shop/NOUN/root/2")
    assert kept["shell"] == "compound shop"


def test_phrase_in_front_is_of_the_clause_and_not_of_who_tells_it():
    """The tree hung the call on the palace's saying, as a clause."""
    tree = mended(
        "In/ADP/case/2 a/DET/det/2 call/NOUN/ccomp/8 ,/PUNCT/punct/2 they/PRON/nsubj/5 agreed/VERB/ccomp/8 ,/PUNCT/punct/8 "
        "ministers/NOUN/nsubj/8 said/VERB/root/8"
    )
    assert tree["call"] == "obl agreed"


@pytest.mark.parametrize(
    ("tree", "word", "arc"),
    [
        ("The/DET/det/3 ex/NOUN/nsubj/4 -/PUNCT/punct/3 premier/NOUN/nsubj/4 spoke/VERB/root/4", "ex", "compound premier"),
        ("A/DET/det/3 co/NOUN/nsubj/4 -/PUNCT/punct/1 owner/NOUN/appos/1 spoke/VERB/root/4", "owner", "nsubj spoke"),
        (
            "The/DET/det/3 president/NOUN/compound/3 -/PUNCT/punct/1 elect/PROPN/nsubj/4 spoke/VERB/root/4",
            "president",
            "nsubj spoke",
        ),
        (
            "Commander/NOUN/nmod:desc/5 -/PUNCT/punct/2 in/ADP/case/5 -/PUNCT/punct/2 Chief/PROPN/nmod:desc/5 Hlaing/PROPN/nsubj/6 "
            "spoke/VERB/root/6",
            "Chief",
            "nmod Commander",
        ),
    ],
    ids=["before", "apposition", "behind", "in-chief"],
)  # fmt: skip
def test_hyphen_makes_one_title(tree: str, word: str, arc: str):
    """The tree hung both halves on the verb, or the half that says what somebody is on the other."""
    assert mended(tree)[word] == arc


def test_a_title_that_breaks_off_is_left():
    """Nothing stands behind the last hyphen."""
    tree = mended("commander/NOUN/root/0 -/PUNCT/punct/0 in/ADP/case/0 -/PUNCT/punct/2")
    assert tree["commander"] == "root commander"


def test_name_before_a_clause_of_who_is_the_subject_of_the_verb_behind_it():
    """The tree hung the name on the object beyond the verb, across the clause."""
    tree = mended(
        "Retno/PROPN/appos/7 ,/PUNCT/punct/3 who/PRON/nsubj/3 spoke/VERB/acl:relcl/0 ,/PUNCT/punct/0 met/VERB/root/5 "
        "her/PRON/nmod:poss/7 counterpart/NOUN/obj/5"
    )
    assert tree["Retno"] == "nsubj met"


def test_what_somebody_is_accused_of_is_a_clause():
    """The tree made the verb an adjective of its object, and the object what is accused."""
    tree = mended(
        "They/PRON/nsubj/1 accuse/VERB/root/1 him/PRON/iobj/1 of/SCONJ/mark/1 taking/VERB/amod/5 millions/NOUN/obj/1"
    )
    assert (tree["taking"], tree["millions"], tree["of"]) == ("xcomp accuse", "obj taking", "mark taking")


def test_who_is_called_on_has_the_on():
    """The tree took "on" for a part of the verb: "called on Premier Modi on Tuesday"."""
    tree = mended(
        "Wang/PROPN/nsubj/1 called/VERB/root/1 on/ADP/compound:prt/1 Narendra/PROPN/obl/1 Modi/PROPN/flat/3 "
        "before/ADP/case/6 noon/NOUN/obl/1"
    )
    assert (tree["on"], tree["Narendra"]) == ("case Narendra", "obl called")


def test_on_whose_word_something_is_said_is_no_subject():
    """The tree made the source the second subject, and what it was briefed on a part of what is told."""
    tree = mended(
        "He/PRON/nsubj/1 summoned/VERB/root/1 him/PRON/obj/1 ,/PUNCT/punct/6 according/VERB/case/6 to/ADP/fixed/4 "
        "diplomats/NOUN/nsubj/1 briefed/VERB/acl/6 on/ADP/case/9 talks/NOUN/obl/1"
    )
    assert (tree["diplomats"], tree["talks"]) == ("obl summoned", "obl briefed")


def test_who_tells_is_no_subject_of_what_is_told():
    """The tree hung the subject on the clause, which has one of its own: "Lind said the plan was dead"."""
    tree = mended("Lind/PROPN/nsubj/5 said/VERB/root/1 the/DET/det/3 plan/NOUN/nsubj/5 was/AUX/cop/5 dead/ADJ/ccomp/1")
    assert (tree["Lind"], tree["plan"]) == ("nsubj said", "nsubj dead")


def test_who_is_given_something_receives_it():
    """The tree made two objects of "handed the emir a letter"; a list of two stays one."""
    tree = mended("She/PRON/nsubj/1 handed/VERB/root/1 the/DET/det/3 emir/NOUN/obj/1 a/DET/det/5 letter/NOUN/obj/1")
    assert (tree["emir"], tree["letter"]) == ("iobj handed", "obj handed")


def test_who_stands_behind_a_quotations_asked_asks():
    """The tree made who asks the one who is asked, and a noun of the quotation the one who asks."""
    tree = mended(
        "“/PUNCT/punct/4 How/ADV/advmod/2 many/ADJ/nsubj/6 are/AUX/cop/4 there/ADV/ccomp/6 ”/PUNCT/punct/4 asked/VERB/root/6 "
        "its/PRON/nmod:poss/8 leader/NOUN/iobj/6"
    )
    assert (tree["leader"], tree["many"]) == ("nsubj asked", "nsubj there")


def test_participle_with_its_phrase_belongs_to_the_subject_of_the_verb_behind():
    """The tree made "led" the verb of the militants, and gave what they did to somebody before."""
    tree = mended(
        "Togo/PROPN/nsubj/1 called/VERB/root/1 after/SCONJ/mark/4 militants/NOUN/nsubj/4 led/VERB/advcl/1 by/ADP/case/6 "
        "Keke/PROPN/obl/4 killed/VERB/advcl/1 a/DET/det/9 priest/NOUN/obj/7"
    )
    assert (tree["militants"], tree["led"], tree["after"]) == ("nsubj killed", "acl militants", "mark killed")


def test_name_behind_to_is_no_subject_of_a_participle():
    """The tree took "to" for the one of an infinitive."""
    tree = mended(
        "Salwai/PROPN/nsubj/1 wrote/VERB/root/1 to/PART/mark/4 Macron/PROPN/nsubj/4 asking/VERB/advcl/1 him/PRON/obj/4"
    )
    assert (tree["to"], tree["Macron"], tree["asking"]) == ("case Macron", "obl wrote", "advcl wrote")


def test_verb_of_the_past_is_not_joined_to_an_infinitive():
    """What they were given days to do was to leave; who gave them froze the accounts."""
    tree = mended(
        "Togo/PROPN/nsubj/1 gave/VERB/root/1 envoys/NOUN/iobj/1 days/NOUN/obj/1 to/PART/mark/5 leave/VERB/xcomp/1 "
        "and/CCONJ/cc/7 froze/VERB/conj/5 accounts/NOUN/obj/7"
    )
    assert tree["froze"] == "conj gave"


def test_day_in_the_middle_of_a_clause_is_the_day_of_that_clause():
    """The tree hung the day on the verb around, across the words of the clause."""
    tree = mended(
        "Troops/NOUN/nsubj/1 took/VERB/root/1 power/NOUN/obj/1 after/SCONJ/mark/5 Lind/PROPN/nsubj/5 sacked/VERB/advcl/1 "
        "Rau/PROPN/obj/5 on/ADP/case/8 Monday/PROPN/obl/1 to/PART/mark/10 clear/VERB/advcl/5 her/PRON/obj/10"
    )
    assert tree["Monday"] == "obl sacked"


def test_two_names_of_a_headline_are_two():
    """The tree took the second for more of the first one's name."""
    tree = mended(
        "Rubio/PROPN/nsubj/3 ,/PUNCT/punct/2 Lavrov/PROPN/flat/0 meet/VERB/root/3 in/ADP/case/5 Riyadh/PROPN/obl/3"
    )
    assert tree["Lavrov"] == "conj Rubio"


def test_noun_behind_a_semicolon_goes_with_its_own_verb():
    """The tree took it for another word for the marines before the semicolon."""
    tree = mended(
        "Chad/PROPN/nsubj/1 trains/VERB/root/1 marines/NOUN/obj/1 ;/PUNCT/punct/4 Togo/PROPN/appos/2 will/AUX/aux/6 "
        "help/VERB/conj/1 them/PRON/obj/6"
    )
    assert tree["Togo"] == "nsubj help"


def test_name_before_a_passive_verb_is_what_it_is_done_to():
    """The tree made the premier the owner of the blast behind the verb."""
    tree = mended(
        "Premier/NOUN/nmod:desc/1 Hariri/PROPN/nmod:poss/6 was/AUX/aux:pass/3 killed/VERB/root/3 in/ADP/case/6 a/DET/det/6 "
        "blast/NOUN/obl/3"
    )
    assert tree["Hariri"] == "nsubj:pass killed"


def test_clause_with_that_for_its_object_is_a_relative_one():
    """The tree called it a clause of what the demand is for."""
    tree = mended(
        "a/DET/det/1 demand/NOUN/root/1 that/PRON/obj/5 Rau/PROPN/nsubj/5 flatly/ADV/advmod/5 rejected/VERB/acl/1"
    )
    assert tree["rejected"] == "acl:relcl demand"


def test_harm_hangs_on_the_attack_and_not_on_what_its_target_did():
    """The tree made the crowd that defied a curfew kill three."""
    tree = mended(
        "They/PRON/nsubj/1 attacked/VERB/root/1 a/DET/det/3 crowd/NOUN/obj/1 that/PRON/nsubj/5 defied/VERB/acl:relcl/3 "
        "orders/NOUN/obj/5 ,/PUNCT/punct/8 killing/VERB/advcl/5 three/NUM/obj/8"
    )
    assert tree["killing"] == "advcl attacked"


def test_those_before_whom_somebody_acts_do_not_act():
    """The tree made the guests a second subject."""
    tree = mended(
        "Before/ADP/case/1 guests/NOUN/nsubj/4 ,/PUNCT/punct/1 Lind/PROPN/nsubj/4 apologised/VERB/root/4 to/ADP/case/6 "
        "them/PRON/obl/4"
    )
    assert (tree["guests"], tree["Lind"]) == ("obl apologised", "nsubj apologised")


@pytest.mark.parametrize(
    ("tree", "word", "wanted"),
    [
        (
            "In/ADP/case/2 a/DET/det/2 call/NOUN/nsubj/4 Lind/PROPN/nmod:poss/2 told/VERB/root/4 Rau/PROPN/obj/4",
            "Lind",
            "nsubj told",
        ),
        (
            "Togo/PROPN/nsubj/1 answered/VERB/root/1 ,/PUNCT/punct/6 a/DET/det/5 charge/NOUN/compound/5 Paris/PROPN/nsubj/6 "
            "rejected/VERB/advcl/1",
            "charge",
            "obj rejected",
        ),
        (
            "Togo/PROPN/nsubj/1 demands/VERB/root/1 talks/NOUN/obj/1 as/SCONJ/mark/5 Benin/PROPN/obj/5 defends/VERB/advcl/1 "
            "raid/NOUN/obj/5",
            "Benin",
            "nsubj defends",
        ),
        (
            "He/PRON/nsubj/1 asked/VERB/ccomp/9 Oslo/PROPN/obj/1 to/PART/mark/4 send/VERB/xcomp/1 troops/NOUN/obj/4 "
            ",/PUNCT/punct/9 officials/NOUN/nsubj/4 there/ADV/advmod/7 said/VERB/root/9",
            "officials",
            "nsubj said",
        ),
        (
            "Lind/PROPN/nsubj/3 ,/PUNCT/punct/3 since/ADV/advmod/3 confirmed/VERB/advcl/5 ,/PUNCT/punct/3 met/VERB/root/5 "
            "Rau/PROPN/obj/5",
            "Lind",
            "nsubj met",
        ),
    ],
    ids=["phrase before the subject", "charge", "behind as", "teller behind", "participle between"],
)
def test_subject_or_object_finds_its_verb(tree: str, word: str, wanted: str):
    """Each hung on the verb beside it, or on the noun in front."""
    assert mended(tree)[word] == wanted


@pytest.mark.parametrize(
    ("tree", "word", "wanted"),
    [
        (
            "They/PRON/nsubj/1 fired/VERB/root/1 to/PART/mark/3 turn/VERB/advcl/1 trucks/NOUN/obj/3 ,/PUNCT/punct/6 "
            "killing/VERB/advcl/1 two/NUM/obj/6 and/CCONJ/cc/9 wounding/VERB/conj/3 ten/NUM/obj/9",
            "wounding",
            "conj killing",
        ),
        (
            "Lind/PROPN/nsubj/1 hosted/VERB/root/1 Rau/PROPN/obj/1 ,/PUNCT/punct/5 who/PRON/nsubj/5 handed/VERB/acl:relcl/2 "
            "boats/NOUN/obj/5 and/CCONJ/cc/8 promised/VERB/conj/2 ten/NUM/obj/8",
            "promised",
            "conj handed",
        ),
        (
            "Lind/PROPN/nsubj/1 met/VERB/ccomp/6 Rau/PROPN/obj/1 ,/PUNCT/punct/6 an/DET/det/5 aide/NOUN/nsubj/6 "
            "said/VERB/root/6 ,/PUNCT/punct/9 and/CCONJ/cc/9 criticised/VERB/conj/6 NATO/PROPN/obj/9",
            "criticised",
            "conj met",
        ),
        (
            "“/PUNCT/punct/2 We/PRON/nsubj/2 won/VERB/ccomp/6 ”/PUNCT/punct/2 ,/PUNCT/punct/6 Lind/PROPN/nsubj/6 "
            "said/VERB/root/6 ,/PUNCT/punct/9 and/CCONJ/cc/9 criticised/VERB/conj/6 NATO/PROPN/obj/9",
            "criticised",
            "conj said",
        ),
        (
            "Togo/PROPN/nsubj/1 said/VERB/root/1 drones/NOUN/nsubj/3 landed/VERB/ccomp/1 there/ADV/advmod/3 and/CCONJ/cc/6 "
            "lodged/VERB/conj/3 protests/NOUN/obj/6",
            "lodged",
            "conj said",
        ),
        (
            "Togo/PROPN/nsubj/1 summoned/VERB/root/1 him/PRON/obj/1 after/SCONJ/mark/5 ships/NOUN/nsubj/5 fired/VERB/advcl/1 "
            ",/PUNCT/punct/7 injuring/VERB/conj/1 two/NUM/obj/7",
            "injuring",
            "advcl fired",
        ),
        (
            "talks/NOUN/root/0 with/ADP/case/4 him/PRON/nmod/0 in/ADP/case/4 Accra/PROPN/nmod/0",
            "with",
            "case him",
        ),
        (
            "review/NOUN/root/0 of/ADP/case/3 her/PRON/nmod:poss/3 use/NOUN/nmod/0",
            "of",
            "case use",
        ),
        (
            "rebels/NOUN/nsubj/1 freed/VERB/ccomp/6 sailors/NOUN/obj/1 they/PRON/nsubj:pass/5 had/AUX/aux/5 seized/VERB/ccomp/6 "
            "said/VERB/root/6 Lind/PROPN/nsubj/6",
            "seized",
            "acl:relcl sailors",
        ),
        (
            "Lind/PROPN/nsubj/5 closed/VERB/ccomp/5 ports/NOUN/obj/1 today/NOUN/obl/1 ,/PUNCT/punct/5 recalled/VERB/root/5 "
            "envoys/NOUN/obj/5 and/CCONJ/cc/8 froze/VERB/conj/1 aid/NOUN/obj/8",
            "recalled",
            "conj closed",
        ),
        (
            "envoys/NOUN/nsubj/4 led/VERB/acl/0 by/ADP/case/3 Lind/PROPN/nsubj/4 met/VERB/root/4 Rau/PROPN/obj/4",
            "Lind",
            "obl:agent led",
        ),
        (
            "Lind/PROPN/nsubj/1 shot/VERB/root/1 two/NUM/obj/1 ;/PUNCT/punct/1 Rau/PROPN/nsubj/5 phoned/VERB/parataxis/1 "
            "Berg/PROPN/obj/5 and/CCONJ/cc/8 demanded/VERB/conj/1 talks/NOUN/obj/8",
            "demanded",
            "conj phoned",
        ),
        (
            "ships/NOUN/nsubj/1 waited/VERB/root/1 and/CCONJ/cc/4 jets/NOUN/nsubj/4 crashed/VERB/conj/1 ,/PUNCT/punct/6 "
            "killing/VERB/advcl/1 two/NUM/obj/6",
            "killing",
            "advcl crashed",
        ),
        (
            "They/PRON/nsubj/1 reversed/VERB/root/1 fortunes/NOUN/obj/1 ,/PUNCT/punct/4 sending/VERB/advcl/1 rebels/NOUN/obj/4 "
            "home/ADV/advmod/4 and/CCONJ/cc/8 owning/VERB/conj/1 land/NOUN/obj/8",
            "owning",
            "conj reversed",
        ),
        (
            "when/SCONJ/mark/1 told/VERB/root/1 Rau/PROPN/nsubj/6 left/VERB/ccomp/1 ,/PUNCT/punct/6 Lind/PROPN/nsubj/6 "
            "smiled/VERB/conj/1",
            "Rau",
            "nsubj smiled",
        ),
        (
            "Lind/PROPN/nsubj/5 attacked/VERB/root/1 banks/NOUN/obj/1 and/CCONJ/cc/5 Rau/PROPN/nsubj/5 "
            "criticised/VERB/conj/1 NATO/PROPN/obj/5",
            "Lind",
            "nsubj criticised",
        ),
        (
            "in/ADP/case/1 letters/NOUN/obl/5 to/ADP/case/3 Lind/NOUN/nmod/1 he/PRON/nsubj/5 had/AUX/aux/6 written/VERB/ccomp/7 "
            "said/VERB/root/7",
            "written",
            "ccomp said",
        ),
    ],
    ids=[
        "participles",
        "in a relative clause",
        "across the teller",
        "teller of a quotation",
        "complaint",
        "harm in a clause",
        "pronoun",
        "owner",
        "clause without that",
        "list of acts",
        "leader",
        "behind a semicolon",
        "harm of a crash",
        "no harm",
        "behind when",
        "subject of its own",
        "letter that opens the sentence",
    ],
)
def test_verb_joins_the_one_it_belongs_to(tree: str, word: str, wanted: str):
    """Each hung on a verb or name further off; who has quoted somebody goes on himself."""
    assert mended(tree)[word] == wanted


def test_name_behind_a_phrase_of_place_is_the_subject():
    """The tree took where somebody was for who spoke, and the name for another of the place."""
    tree = mended(
        "In/ADP/case/2 the/DET/det/2 province/NOUN/nsubj/8 of/ADP/case/4 Tarsk/PROPN/nmod/2 ,/PUNCT/punct/6 Ana/PROPN/appos/2 "
        "Rau/PROPN/flat/6 said/VERB/root/8 so/ADV/advmod/8"
    )
    assert (tree["Ana"], tree["province"]) == ("nsubj said", "obl said")


def test_ambassadors_are_withdrawn_by_their_state():
    """The tree took them for some who closed the border, and the state for one that remembers it."""
    tree = mended(
        "Norland/PROPN/nsubj/1 recalled/VERB/root/1 its/PRON/nmod:poss/3 envoy/NOUN/nsubj/6 and/CCONJ/cc/5 Estmark/PROPN/conj/3 "
        "closed/VERB/ccomp/1 the/DET/det/8 border/NOUN/obj/6"
    )
    assert (tree["envoy"], tree["Estmark"], tree["closed"]) == ("obj recalled", "nsubj closed", "conj recalled")


def test_that_which_is_a_subject_opens_a_relative_clause():
    """The tree took what the truce would be for what was agreed."""
    tree = mended(
        "Norland/PROPN/nsubj/1 agreed/VERB/root/1 to/ADP/case/4 a/DET/det/4 truce/NOUN/obl/1 that/PRON/mark/8 would/AUX/aux/8 "
        "be/AUX/aux:pass/8 kept/VERB/ccomp/1"
    )
    assert (tree["that"], tree["kept"]) == ("nsubj:pass kept", "acl:relcl truce")


def test_that_which_opens_what_somebody_is_told_stays():
    """A clause about whom it is told stands behind the verb that tells it."""
    tree = mended(
        "Lind/PROPN/nsubj/1 told/VERB/root/1 reporters/NOUN/obj/1 that/PRON/mark/4 is/AUX/ccomp/1 wrong/ADJ/xcomp/4"
    )
    assert tree["is"] == "ccomp told"


def test_name_behind_the_short_form_of_a_body_is_of_its_head():
    """The tree took the director and the one who is named behind the brackets for two."""
    tree = mended(
        "with/ADP/case/1 Lind/PROPN/obl/1 and/CCONJ/cc/4 the/DET/det/4 director/NOUN/conj/1 of/ADP/case/6 Bank/PROPN/nmod/4 "
        "(/PUNCT/punct/8 NB/PROPN/appos/6 )/PUNCT/punct/8 ,/PUNCT/punct/11 Rafa/PROPN/conj/1 Rios/PROPN/flat/11"
    )
    assert tree["Rafa"] == "appos director"


def test_what_qualifies_a_title_hangs_on_the_title():
    """The tree hung "acting" on the name."""
    tree = mended("Thai/PROPN/amod/2 acting/VERB/amod/3 premier/NOUN/nmod:desc/3 Lind/PROPN/nsubj/4 left/VERB/root/4")
    assert tree["acting"] == "amod premier"


def test_comma_of_a_list_may_hang_on_its_first_name():
    """The list is one all the same, and reading it does not fail."""
    tree = (
        "Norland/PROPN/nsubj/5 ,/PUNCT/punct/0 Britain/PROPN/nsubj/5 and/CCONJ/cc/4 Chad/PROPN/conj/2 announced/VERB/root/5 "
        "talks/NOUN/obj/5"
    )
    assert mended(tree)["Britain"] == "conj Norland"
