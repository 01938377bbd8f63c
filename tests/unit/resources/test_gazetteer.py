# SPDX-License-Identifier: Apache-2.0
from readout.resources.gazetteer import Site, packaged_gazetteer, write_gazetteer

HILL = Site(7, "Hill", "GBR", "ENG", "P", "PPL", 51.5, -0.5, 9000)


def test_the_most_populous_place_of_a_name_comes_first():
    sites = packaged_gazetteer().named("Birmingham")
    assert [site.country for site in sites][:2] == ["GBR", "USA"]


def test_a_name_is_found_whatever_its_case_and_accents():
    assert packaged_gazetteer().named("zurich") == packaged_gazetteer().named("Zürich") != ()


def test_the_same_places_give_the_same_bytes(tmp_path):
    files = [tmp_path / name for name in ("one.sqlite", "two.sqlite")]
    for file in files:
        write_gazetteer([(HILL, ["Tump"])], file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_name_with_a_lone_surrogate_is_no_place():
    assert packaged_gazetteer().named("\ud800") == ()
