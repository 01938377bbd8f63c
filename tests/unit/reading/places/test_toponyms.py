# SPDX-License-Identifier: Apache-2.0
"""Which place a name means, from the names of a report and what stands between them: no model is needed."""

import re

import pytest

from readout.reading.places.senses import FAR_AWAY, NO_SUCH_NAME, SEVERAL, Sense
from readout.reading.places.toponyms import resolve_names
from readout.resources.gazetteer import Gazetteer, Site, packaged_gazetteer, write_gazetteer
from readout.text import Span

# First words of many towns; with others before them, still more.
SECOND = (
    "Albany Alexandria Arlington Ashland Athens Auburn Augusta Aurora Bedford Bristol Burlington Cambridge Canton "
    "Charleston Chester Clayton Cleveland Clinton Columbia Columbus Concord Dallas Dayton Denver Dover Dublin "
    "Durham Easton Fairfield Fairview Franklin Fremont Georgetown Glasgow Greenville Hamilton Hampton Hanover "
    "Harrison Hudson Jackson Jamestown Kingston Lancaster Lebanon Lexington Lincoln London Madison Manchester "
    "Marion Milford Milton Monroe Newport Newton Norwood Oakland Oxford Palmyra Paris Salem "
).split()

MARK = re.compile(r"\[(.+?)\]")


def resolved(marked: str, gazetteer: Gazetteer | None = None):
    """Resolve the names that stand in square brackets."""
    text, spans = "", []
    for part in re.split(r"(\[.+?\])", marked):
        if match := MARK.fullmatch(part):
            spans.append(Span(len(text), len(text) + len(match[1])))
            part = match[1]
        text += part
    return resolve_names(text, spans, gazetteer=gazetteer or packaged_gazetteer())


def where(marked: str) -> list[tuple[str | None, str | None] | None]:
    return [sense.site and (sense.site.country, sense.site.admin1) for sense in resolved(marked)]


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("Floods hit [Paris], [Texas], on Friday.", ("USA", "TX")),
        ("He was born in [Lebanon], [Pa.], and lives there.", ("USA", "PA")),
        ("[GARY], [Ind.] (AP) — The mayor resigned.", ("USA", "IN")),
        ("A farm near [London] ([Ontario]) burned.", ("CAN", "08")),
        ("They met in [Birmingham] in [Alabama].", ("USA", "AL")),
        ("Police in [Durham], [N.C.], and elsewhere agreed.", ("USA", "NC")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_name_lies_in_what_is_named_behind_it(marked, first):
    assert where(marked)[0] == first
    assert resolved(marked)[0].rule == "containment"


def test_a_name_lies_in_what_owns_it():
    assert where("the [Texas] town of [Paris]")[1] == ("USA", "TX")
    assert where("[Ontario]'s [London] was quiet")[1] == ("CAN", "08")


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("He was flown to [Guayaquil] and taken to [La Roca], a maximum-security prison.", None),
        ("He was moved to [San Juan], a high-security prison near the capital.", None),
        ("She lay in [Garza], a private clinic, in March.", None),
        ("He was held at [Ramstein], a [German] air base.", "DEU"),
        ("He was held in [Bagram], a military base north of [Kabul].", "AFG"),
        ("She died in [Tours], a town with a prison.", "FRA"),
        ("They fled to [Dadaab], a refugee camp.", "KEN"),
    ],
    ids=lambda value: value or "nowhere",
)
def test_a_building_is_no_town_that_bears_its_name_elsewhere(marked, country):
    names = [part for part in MARK.findall(marked) if part not in {"Guayaquil", "German", "Kabul"}]
    site = resolved(marked)[MARK.findall(marked).index(names[0])].site
    assert (site and site.country) == country


def test_islands_and_hospitals_are_not_those_of_a_city_or_county_elsewhere():
    assert resolved("[Vanuatu] and the [Santa Cruz Islands]")[1].site is None
    assert where("the [Grant Medical Center] in [Columbus], [Ohio]")[0] == ("USA", "OH")


def test_a_list_is_no_containment():
    """There is a Florida in Colombia, but what goes on with "and" is a list."""
    assert where("voters in [Florida], [Colombia] and [Peru]")[0] == ("USA", "FL")


def test_one_sense_goes_for_the_whole_report():
    text = "Fire broke out in [Paris], [Texas]. In [Paris] the mayor thanked the crews."
    assert where(text)[2] == ("USA", "TX")


def test_a_second_sense_holds_where_the_words_tell_of_it():
    text = "She left [Paris], [France], for [Paris], [Texas]. "
    assert where(text) == [("FRA", "11"), ("FRA", None), ("USA", "TX"), ("USA", "TX")]


def test_georgia_is_the_country_or_the_state_by_what_else_is_named():
    assert where("[Georgia] and [Armenia] met in [Tbilisi] about [Abkhazia].")[0] == ("GEO", None)
    assert where("Voters in [Georgia] and [Alabama] went to [Atlanta], [Macon] and [Savannah].")[0] == ("USA", "GA")


def test_a_bare_name_is_the_better_known_place():
    assert where("He flew to [Birmingham].")[0] == ("GBR", "ENG")
    assert where("He flew to [Washington].")[0] == ("USA", "DC")
    assert where("He flew to [New York].")[0] == ("USA", "NY")


def test_the_word_behind_a_name_says_which_it_is():
    """One mention is told of by it, not the others."""
    state, capital = resolved("Fires burned in [Washington] state, officials in [Washington] said.")
    assert state.site is not None
    assert capital.site is not None
    assert (state.site.feature_code, state.rule) == ("ADM1", "the word behind it")
    assert capital.site.feature_code == "PPLC"


def test_a_city_is_meant_by_the_name_of_its_state_unless_words_tell():
    """The country and its capital beside it say nothing of that."""
    text = "The council met in [New York]. The [United States] and [Egypt] sent their ministers, [Washington] said."
    city = resolved(text)[0].site
    assert city is not None
    assert city.feature_code == "PPL"
    assert [sense.site and sense.site.feature_code for sense in resolved("[Albany], [New York]")] == ["PPL", "ADM1"]


def test_a_town_is_meant_before_the_district_of_its_name():
    """However often the report names the country: that says nothing of either."""
    text = "Rebels took [Goma] and [Bukavu]. [Congo] and the [Democratic Republic of Congo] are one, [Kinshasa] said."
    assert [sense.site and sense.site.feature_code for sense in resolved(text)[:2]] == ["PPL", "PPL"]


def test_a_name_in_a_list_of_states_is_a_state():
    senses = resolved("Fires burned in [Oregon] and [Washington]. Cases rose in [Missouri], [New York] and [Utah].")
    assert [sense.site and sense.site.feature_code for sense in senses] == ["ADM1"] * 5


def test_a_state_is_no_hamlet_of_a_state_nearby():
    """There is a Florida in the State of New York."""
    assert where("She moved from [Newark] and [Paterson] in [New Jersey] to [Florida].")[3] == ("USA", "FL")


def test_a_country_is_no_hamlet_of_its_name_however_many_towns_are_named():
    """There is a Cuba in the State of New York, and a Jamaica."""
    towns = "[Pensacola], [Apalachicola], [Tallahassee], [Dothan], [Mobile], [Georgia], [Ohio], [Alabama] and [Florida]"
    assert where(f"The storm left [Cuba] and [Jamaica] for {towns}.")[:2] == [("CUB", None), ("JAM", None)]


def test_towns_in_a_list_do_not_lie_in_each_other():
    senses = resolved("Bills for customers in [London], [Oxford], [Reading] and [Swindon] went up.")
    assert [sense.rule for sense in senses].count("containment") == 0
    assert senses[2].site is not None
    assert senses[2].site.feature_class == "P"


@pytest.mark.parametrize(
    ("name", "usual"),
    [("Kharkov Region", "Kharkiv Oblast"), ("Bryansk Region", "Bryansk Oblast"), ("Rostov Region", "Rostov")],
)
def test_a_region_is_not_its_capital(name: str, usual: str):
    place = resolved(f"Drones were shot down over the [{name}].")[0].site
    assert place is not None
    assert (place.feature_code, place.name[: len(usual)]) == ("ADM1", usual)


def test_a_city_of_the_world_does_not_draw_towns_far_from_it():
    """Geneva in the State of New York lies 350 kilometres from the city."""
    assert where("After talks in [Geneva] the envoy flew to [New York].")[0] == ("CHE", "GE")


def test_a_village_by_chance_of_the_name_in_a_country_nobody_spoke_of_is_left_open():
    text = "They fled from [Garni] to [El Obeid], [Kosti], [Omdurman] and [Nyala] in [Sudan]."
    assert resolved(text)[0] == Sense(None, FAR_AWAY)
    assert where("The temple of [Garni] in [Armenia] is near [Yerevan], [Abovyan] and [Artashat].")[0] == ("ARM", "05")


def test_a_town_that_bears_a_name_goes_before_one_that_only_other_languages_call_so():
    """Belém, a city in Brazil, is "Bethlehem" in German."""
    place = resolved("Pilgrims came to [Bethlehem] from [Ramallah] and [Hebron].")[0].site
    assert place is not None
    assert place.country == "PSE"
    assert where("Ships left [Odessa].")[0] == ("UKR", "17")  # which has a namesake in Texas


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("the [Hudson] river", "Hudson River"),
        ("the river [Thames]", "Thames"),
        ("the [Aude] river", None),
        ("[Aude] voted", "Aude"),
    ],
)
def test_a_river_is_no_town_or_county_that_is_called_after_it(marked: str, name: str | None):
    site = resolved(marked)[0].site
    assert (site and site.name) == name


def test_a_region_of_the_table_is_no_hamlet_of_its_name():
    """There is a Middle East in Maryland."""
    (*_, sense) = resolved("[Baltimore], [Annapolis], [Towson] and [Columbia] sent troops to the [Middle East].")
    assert sense.site is not None
    assert sense.site.feature_code == "RGN"


def test_a_capital_is_no_hamlet_where_its_country_is_named():
    """There is a Havana in Florida."""
    text = "[Miami], [Tampa] and [Tallahassee] in [Florida] watched as [Cuba] closed the airport of [Havana]."
    assert where(text)[-1] == ("CUB", "02")


def test_a_building_lies_in_the_town_it_is_called_after_and_a_hamlet_does_not():
    assert where("the [Manila Cathedral]") == [("PHL", "NCR")]
    assert resolved("the [Manila Cathedral]")[0].rule == "part of the name"
    assert resolved("the hamlet of [Rio Verdolo]") == [Sense(None, NO_SUCH_NAME)]


@pytest.mark.parametrize("name", ["NATO", "EU", "OPEC"])
def test_capitals_of_an_organisation_are_no_town(name):
    """There are towns of Eu in France and Nato in the Philippines."""
    assert resolved(f"[{name}]")[0].site is None


def test_a_name_is_near_the_other_names_of_the_report():
    text = "Crews from [Harrisburg], [Hershey] and [Palmyra] came to [Lebanon]."
    assert where(text)[3] == ("USA", "PA")


@pytest.mark.parametrize(
    ("name", "country", "code"),
    [
        ("Donbas", "UKR", "RGN"),
        ("Bab al-Mandab", None, "STRT"),
        ("the Sahel", None, "RGN"),
        ("Kashmiri", None, "RGN"),
        ("Texans", "USA", "ADM1"),
        ("French", "FRA", "PCLI"),
        ("northern Iraq", "IRQ", "PCLI"),
        ("the city of Sumy", "UKR", "PPL"),
        ("B.C.", "CAN", "ADM1"),
        ("Burma", "MMR", "PCLI"),
        ("Bavaria", "DEU", "ADM1"),
        ("Mt. Vernon", "USA", "PPL"),
    ],
)
def test_regions_adjectives_abbreviations_and_old_names_are_known(name, country, code):
    (sense,) = resolved(f"[{name}]")
    assert sense.site is not None
    assert (sense.site.country, sense.site.feature_code) == (country, code)


def test_a_division_in_the_table_of_regions_has_the_id_of_the_gazetteer():
    (sense,) = resolved("[Bavaria]")
    assert sense.site is not None
    assert (sense.site.name, sense.site.geonames_id) == ("Bavaria", 2951839)


def test_an_unknown_name_is_left_open_with_the_reason():
    assert resolved("[Qwertzburg]") == [Sense(None, NO_SUCH_NAME)]


@pytest.fixture
def twins(tmp_path):
    """Two hamlets of one name and size in two countries."""
    path = tmp_path / "twins.sqlite"
    sites = [
        Site(n, "Tump", land, "1", "P", "PPL", lat, 0.0, 900) for n, land, lat in ((1, "GBR", 51.0), (2, "FRA", 44.0))
    ]
    write_gazetteer([(site, ()) for site in sites], path)
    return Gazetteer(path)


def test_two_places_alike_are_left_open(twins):
    (sense,) = resolved("[Tump]", twins)
    assert (sense.site, sense.rule) == (None, SEVERAL)


def test_a_list_of_thousands_of_names_costs_no_square_of_them():
    names = [f"{first} {second}" for first in ("San", "Santa", "New", "Fort", "Lake") for second in SECOND]
    senses = resolved(", ".join(f"[{name}]" for name in [*SECOND, *names] * 8))
    assert len(senses) == 8 * 6 * len(SECOND)
    assert {sense.rule for sense in senses} >= {"population", NO_SUCH_NAME}


def test_no_names_give_no_senses():
    assert resolved("Nothing here.") == []


def test_a_blank_has_no_sense():
    assert resolved("[ ]") == [Sense(None, NO_SUCH_NAME)]


def test_governments_at_a_conference_do_not_move_it_home():
    marked = "[Russia] and the [United States] met in [Geneva]. [Washington] and the [U.S.] delegation left [Geneva]."
    assert [place and place[0] for place in where(marked)][2] == "CHE"


def test_only_one_washington_is_a_capital():
    capitals = [site for site in packaged_gazetteer().named("Washington") if site.feature_code == "PPLC"]
    assert [site.admin1 for site in capitals] == ["DC"]


@pytest.mark.parametrize(
    ("name", "country", "usual"),
    [
        ("Letur", "ESP", "Letur"),
        ("Kobane", "SYR", "Kobani"),
        ("Cologne", "DEU", "Cologne"),
        ("Deir al-Zour", "SYR", "Deir ez-Zor"),
        ("Galkayo", "SOM", "Galkayo"),
        ("Chibok", "NGA", "Chibok"),
        ("Mosul Dam", "IRQ", "Mosul Dam"),
    ],
)
def test_places_in_the_news_are_there_by_the_names_that_english_has_for_them(name: str, country: str, usual: str):
    site = resolved(f"It happened near [{name}].")[0].site
    assert site is not None
    assert (site.country, site.name) == (country, usual)


def test_provinces_and_villages_beyond_english_are_in_the_gazetteer():
    gazetteer = packaged_gazetteer()
    assert [s.feature_code for s in gazetteer.named("Laguna") if s.country == "PHL"] == ["ADM2"]
    assert [s.population for s in gazetteer.named("Burin") if s.country == "PSE"] == [2_500]


def test_a_sea_has_its_identifier_and_the_gulf_is_one():
    assert [sense.site.geonames_id for sense in resolved("the [Mediterranean] and the [Gulf]")] == [363196, 235616]


def test_a_country_is_not_its_capital_though_other_languages_call_that_so():
    assert (
        resolved("[Mexican] police and the army of [Mexico] searched [Tijuana] and [Guadalajara].")[1].site.feature_code
        == "PCLI"
    )


def test_what_stands_near_a_capital_is_not_meant_because_the_capital_is_named():
    """Not the one in Maryland; those in England and Massachusetts are about as large."""
    assert resolved("[Cambridge] Analytica had the data, the commission in [Washington] said.")[0] == Sense(
        None, SEVERAL
    )


@pytest.mark.parametrize(
    ("name", "usual"),
    [("Rastan", "Ar Rastan"), ("Hodeidah", "Hodeida"), ("al-Ramadi", "Ramadi"), ("Fasher", "El Fasher")],
)
def test_an_arabic_name_is_found_with_or_without_its_article(name, usual):
    assert resolved(f"They fled from [{name}].")[0].site.name == usual


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("University of Alberta", "Alberta"),
        ("Russian Higher School of Economics", "Russia"),
        ("Mexican Senate", "Mexico"),
        ("Liverpool FC", "Liverpool"),
        ("Kazakh", "Kazakhstan"),
        ("KAZAKH", "Kazakhstan"),
    ],
)
def test_a_body_lies_in_what_it_is_called_after(name, place):
    assert resolved(f"He spoke to the [{name}] of it.")[0].site.name == place


def test_a_university_abroad_lies_where_it_is_said_to():
    assert resolved("at the [American University of Beirut]")[0].site.name == "Beirut"


@pytest.mark.parametrize(
    "name",
    [
        "Atlantic Avenue",
        "Frenchmen Street",
        "Russian Embassy",
        "British International School",
        "Central Mental Hospital",
    ],
)
def test_a_street_an_embassy_and_a_bare_direction_lie_nowhere(name: str):
    assert resolved(f"He stood before the [{name}].")[0].site is None


@pytest.mark.parametrize("name", ["West", "South", "Centre"])
def test_a_direction_is_no_place(name: str):
    """ "The West" is a camp, "the Centre" India's government: no region of that name is meant."""
    (sense,) = resolved(f"He blamed the [{name}].")
    assert sense.site is None


def test_a_state_on_an_area_is_no_division_of_its_name():
    """A province of Papua New Guinea is called Gulf, a region of Burkina Faso Sahel."""
    for word in ("Gulf", "Sahel"):
        assert where(f"The [{word}] state agreed to talks.") == [(None, None)]


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("Farmers in [Punjab] drove to [Amritsar]. [Pakistan] was silent.", "IND"),
        ("Floods in [Punjab] reached [Multan], [India] said.", "PAK"),
        ("[Indian] farmers in [Punjab] burn straw.", "IND"),
        ("[India] and [Pakistan] share [Punjab].", None),
        ("[Amritsar] and [Multan] lie in [Punjab].", None),
    ],
)
def test_an_area_that_a_border_parts_is_the_division_on_the_side_that_the_report_tells_of(marked, country):
    names = re.findall(MARK, marked)
    assert resolved(marked)[names.index("Punjab")].site.country == country


def test_the_kind_that_is_part_of_its_name_tells_which_division_is_meant():
    assert where("[Punjab] province was hit.") == [("PAK", "04")]
    assert where("[Punjab] state was hit.") == [("IND", "23")]


def test_words_for_a_country_beside_a_name_tell_of_the_country():
    assert where("He left [Georgia], a former Soviet republic, for [Atlanta], [Georgia].") == [
        ("GEO", None),
        ("USA", "GA"),
        ("USA", "GA"),
    ]


def test_a_township_is_not_the_capital_of_its_name():
    assert resolved("The road in [Washington Township] is shut.")[0].site is None


def test_a_castle_lies_in_the_small_town_of_its_name_where_the_report_tells_of_its_country():
    assert where("The king left [London] and [Reading], [England], for [Lancaster Castle].")[-1] == ("GBR", "ENG")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Krasnodar Region", "38"),
        ("Stavropol Region", "70"),
        ("Perm Territory", "90"),
        ("Donetsk People's Republic", "05"),
        ("Luhansk People’s Republic", "14"),
    ],
)
def test_a_division_is_known_by_its_seat_and_its_kind(name, code):
    (sense,) = resolved(f"Drones fell in the [{name}].")
    assert (sense.site.feature_code, sense.site.admin1) == ("ADM1", code)


def test_a_clock_shows_the_time_of_the_city_that_all_know():
    """A town in the Donetsk Oblast is called New York, too."""
    marked = "Shells hit [Toretsk] and [Pokrovsk] in the [Donetsk Oblast]. It meets at 10 a.m. [New York] time."
    assert resolved(marked)[-1].site.country == "USA"


def test_letters_that_nothing_bears_are_the_initials_of_one_other_name():
    assert where("Floods hit [Punjab] and [KP]. In [Khyber Pakhtunkhwa], [Pakistan], they ebbed.")[1] == ("PAK", "03")
    assert resolved("Floods hit [KP] and [Punjab].")[0].site is None


def test_a_city_is_meant_before_its_division_where_its_country_is_told():
    assert resolved("Troops entered [Kherson], [Ukraine].")[0].site.feature_class == "P"
    assert resolved("Troops entered [Kherson] region, [Ukraine].")[0].site.feature_code == "ADM1"


def test_a_union_of_states_is_not_the_continent_in_its_name():
    assert resolved("The [EU] agreed. The [European Union] has a budget.")[0].site is None


def test_a_river_has_an_article_and_a_small_town_has_none():
    sense = resolved("In [Victoria], [Australia], the flood moved towards the [Murray]. [Echuca] was cut off.")[2]
    assert sense.site is not None
    assert sense.site.name == "Murray River"
    assert resolved("In [Ohio] they fished where the [Clinton] rose.")[1] == Sense(None, NO_SUCH_NAME)


@pytest.mark.parametrize(
    "text", ["They met in the [Bronx].", "They met in [The Hague].", "Jets hit the [Aleppo] countryside."]
)
def test_a_large_town_may_have_an_article_and_a_noun_behind_it_may(text: str):
    assert resolved(text)[0].site is not None


def test_the_names_of_several_rivers_are_no_towns():
    senses = resolved("Along the [Campaspe] and [Goulburn] rivers in [Victoria] people were told to leave.")
    assert [sense.site for sense in senses[:2]] == [None, None]


def test_a_village_of_a_country_that_is_not_named_among_three_that_are_stays_open():
    text = "[Liberia], [Guinea] and [Sierra Leone] closed their borders. In [Monrovia] schools shut, and in [Foya] markets did."
    assert resolved(text)[4] == Sense(None, FAR_AWAY)


def test_a_town_that_is_spelled_otherwise_today_is_not_the_city_that_all_know():
    text = "[Kharkiv], [Odesa] and [Kherson] were shelled, [Ukraine] told the [New York] Times. [Mykolaiv] was hit, and [Dnipro]."
    assert resolved(text)[4].site.country == "USA"


def test_a_river_of_which_a_county_has_the_name_is_not_the_county():
    assert resolved("The [Tana River] burst its banks in [Kenya].")[0].site is None


@pytest.mark.parametrize("name", ["Cap Manuel Prison", "Al-Aqsa Martyrs Hospital"])
def test_a_building_is_not_in_a_place_with_which_its_name_merely_begins(name: str):
    assert resolved(f"He was at [{name}].")[0].site is None


def test_three_letters_are_no_code_of_a_town():
    assert resolved("The army retook [Ber], east of [Timbuktu], [Mali] said.")[0].site is None


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("Three died in the [Kharkiv] and [Sumy] regions.", ["Kharkiv Oblast", "Sumy Oblast"]),
        (
            "Homes fell in [Ishikawa], [Toyama] and [Gifu] prefectures.",
            ["Ishikawa Prefecture", "Toyama Prefecture", "Gifu Prefecture"],
        ),
        ("They fought in the provinces of [Herat] and [Helmand].", ["Herat Province", "Helmand"]),
    ],
    ids=["behind", "of three", "before"],
)
def test_the_word_beside_a_list_says_of_each_name_what_it_is(marked: str, names: list[str]):
    assert [sense.site.name for sense in resolved(marked) if sense.site] == names


def test_the_word_beside_a_list_does_not_say_which_of_two_divisions_has_it_in_its_name():
    assert where("mines in the [North West] and [Limpopo] provinces of [South Africa]")[0] == ("ZAF", "10")


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Kharkiv] Gov. Oleh Syniehubov spoke.", "Kharkiv Oblast"),
        ("[Washington] Attorney General Bob Ferguson sued.", "Washington State"),
        ("[New York]'s attorney general sued.", "New York State"),
        ("a [Kyiv] regional administration official", "Kyiv Oblast"),
        ("[Kharkiv] Mayor Ihor Terekhov spoke.", "Kharkiv"),
    ],
)
def test_a_governor_is_one_of_a_division(marked: str, name: str):
    assert [sense.site.name for sense in resolved(marked) if sense.site] == [name]


def test_a_town_with_a_police_department_lies_where_english_is_spoken():
    assert where("The [Athens] Police Department arrested a man.")[0] == ("USA", "GA")
    assert where("[Athens] police arrested a man.") == [("GRC", "ESYE31")]
    assert where("He went to the [Moscow] High School of Economics.") == [("RUS", "48")]


def test_a_capital_has_no_little_known_namesake_in_its_country():
    marked = (
        "[NEW YORK]: indicted in [Manhattan], [New York]. [WASHINGTON]: on Monday, a judge spoke. [Brooklyn] was quiet."
    )
    capital = resolved(marked)[3].site
    assert capital is not None
    assert capital.feature_code == "PPLC"


def test_a_river_far_from_all_that_is_named_is_left_open():
    marked = "Cars fell into the [Red River] near [Hanoi], in [Haiphong], [Viet Tri] and [Nam Dinh], in [Vietnam]."
    assert resolved(marked)[0].site is None
    assert where("The [Red River] rose near [Shreveport], in [Louisiana].")[0] == ("USA", None)


def test_a_direction_in_the_name_of_a_division_may_be_translated():
    assert where("Cases rose in [North Ubangi] and [Upper Uele].") == [("COD", "26"), ("COD", "16")]


def test_who_governs_a_country_of_the_name_of_a_state_governs_the_state():
    assert where("the president of [Georgia] left; the governor of [Georgia] stayed") == [("GEO", None), ("USA", "GA")]


def test_regions_of_somalia_have_their_english_names():
    assert [sense.site.country for sense in resolved("in [Middle Shabelle] and [Hiraan]") if sense.site] == [
        "SOM",
        "SOM",
    ]


def test_streets_written_as_where_english_is_spoken_tell_of_a_town_there():
    assert where("A man was held on [Clarksville St.] in [Paris].")[1] == ("USA", "TX")
    assert where("A man was held on the [Clarksville] street in [Paris].")[1] == ("FRA", "11")


def test_a_town_of_the_table_of_regions_is_no_namesake_by_chance():
    marked = "[Khor Fakkan], [France], [Germany], [Italy] and [Spain] were named."
    assert where(marked)[0] == ("ARE", None)


@pytest.mark.parametrize(
    ("marked", "states"),
    [
        ("[Huntsville] put out a fire in [Walker County].", ["TX", "TX"]),
        ("Police in [Richmond] and [Berea] helped the sheriff of [Madison County].", ["KY", "KY", "KY"]),
    ],
)
def test_a_county_and_the_town_by_its_middle_tell_of_each_other(marked: str, states: list[str]):
    assert where(marked) == [("USA", state) for state in states]


def test_a_county_of_the_name_of_a_town_does_not_stand_for_the_town():
    names = [sense.site.name for sense in resolved("From [New York], [Manhattan] and [Brooklyn]") if sense.site]
    assert names[0] == "New York City"


def test_a_small_capital_tells_of_the_towns_by_it():
    assert [
        sense.country or (sense.site and sense.site.country)
        for sense in resolved("[SAN SALVADOR]: [San Vicente] shook.")
    ] == [
        "SLV",
        "SLV",
    ]


def test_a_saint_written_short_is_not_the_name_of_the_past_of_a_capital():
    site = resolved("[St George] lost four nurses.")[0].site
    assert site is None or site.country != "SLE"


def test_a_county_may_be_written_short():
    assert where("A man of [Loudon Co.] died in [Knoxville].")[0] == ("USA", "TN")


@pytest.mark.parametrize(
    ("marked", "point"),
    [
        ("[GREENFIELD], [Iowa] — A tornado struck. In [Greenfield] homes fell, as in [Springfield].", (41.3, -94.5)),
        ("[Creston], [Winterset] and [Atlantic].", (41.4, -95.0)),
        ("Fire crews of [Wenatchee] and of [Okanogan], [Chelan] and [Douglas] counties.", (47.5, -120.2)),
        ("In [Des Moines] and in [Montgomery], [Adams] and [Adair] counties.", (41.4, -94.5)),
        ("Storms from the [Atlantic].", (10.0, -25.0)),
        ("It happened on the [Tuam] to Claremorris road.", (53.5, -8.8)),
    ],
)
def test_a_name_has_the_point_that_its_report_tells(marked: str, point: tuple[float, float]):
    """Capitals make no other name; counties of a list share a state; a sea has an article, and a road may have one."""
    senses = resolved(marked)
    sense = senses[2] if len(senses) > 3 and "GREENFIELD" in marked else senses[-1]
    assert sense.site is not None
    assert (round(sense.site.lat, 1), round(sense.site.lon, 1)) == point


@pytest.mark.parametrize(
    "marked",
    [
        "The [Cow Creek] fire.",
        "He was due at [Lambton House].",
        "A shelter in the [Nodaway Valley].",
    ],
)
def test_what_lies_in_no_town_of_the_name_is_left_open(marked: str):
    """A creek is not the town that bore its name once, a mansion not where its family came from, a valley no county."""
    assert resolved(marked)[-1].site is None


def test_a_chamber_of_a_state_is_of_the_state():
    assert where("The [Texas House] voted.") == [("USA", "TX")]


def test_the_south_is_the_other_korea_where_one_is_named():
    """Half of another country it may be where the report names one of those."""
    assert where("[North Korea] blew up roads to the [South].")[-1] == ("KOR", None)
    assert where("[Sudan] and [North Korea] signed it. The [South] did not.")[-1] is None
    assert where("[Vermont] is far from the [South].")[-1] is None


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("[PARIS], [Texas] — A storm tore through [Paris].", "USA"),
        ("[PARIS], [Texas] — They will sing in [Paris], the [French] embassy said, and in [Lyon].", "FRA"),
        ("[MOSCOW], [Idaho] — They will sing in [Moscow], the [Russian] ministry said.", "RUS"),
    ],
)
def test_a_dateline_names_its_town_unless_the_world_knows_another_that_the_report_tells_of(marked: str, country: str):
    town, _, named = where(marked)[:3]
    assert town is not None
    assert town[0] == "USA"
    assert named is not None
    assert named[0] == country


@pytest.mark.parametrize(
    ("marked", "first"),
    [
        ("In [Austin], [Travis] and [Hays] counties opened shelters, [Texas] said.", "Austin"),
        ("In [Jackson], [Hinds] and [Rankin] counties told people to leave, [Mississippi] said.", "Jackson"),
        ("In [Travis], [Hays] and [Williamson] counties schools closed, [Texas] said.", "Travis County"),
        ("Courts of [Dallas], [Tarrant] and [Collin] counties in [Texas].", "Dallas County"),
    ],
)
def test_a_town_in_front_of_a_list_of_counties_is_none(marked: str, first: str):
    """Austin County and Jackson County are far from the towns; Dallas is in its county."""
    sites = [sense.site for sense in resolved(marked)]
    assert sites[0] is not None
    assert sites[0].name == first
    assert all(site is not None and site.feature_code == "ADM2" for site in sites[1:3])


def test_the_south_is_no_korea_where_states_of_another_country_are_named():
    plants = resolved(
        "Hyundai of [South Korea] will build in [Alabama]. Carmakers like the [South]; [Ohio] and the [North] lost."
    )
    assert [plants[2].site, plants[4].site] == [None, None]
    assert where("[South Korea] fired on Monday; the [North] kept still.")[1] == ("PRK", None)
    assert where("[North Korea]'s missile could reach [Alaska], the [South] said.")[2] == ("KOR", None)
