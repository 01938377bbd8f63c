# SPDX-License-Identifier: Apache-2.0
"""Dumps of GeoNames, small ones in the same form."""

import zipfile
from pathlib import Path

import pytest

from readout.errors import ConfigError, SourceError
from readout.resources.gazetteer import Gazetteer, open_gazetteer, write_gazetteer
from readout.resources.geonames import sites_in_dump


def line(
    id: int, name: str, others: str, lat: str, lon: str, kind: str, code: str, land: str, admin1: str, people: str
) -> str:
    columns = [str(id), name, name, others, lat, lon, kind, code, land, "", admin1, "", "", "", people, "", "120"]
    return "\t".join([*columns, "Europe/Kyiv", "2024-01-01"])


LINES = [
    line(1, "Novyi Luh", "New Meadow,Новий Луг,Novi Lug", "49.1", "31.2", "P", "PPL", "UA", "13", "3400"),
    line(690791, "Ukrayina", "Ukraine", "49", "32", "A", "PCLI", "UA", "00", "44622516"),
    line(2, "Mala", "", "49.2", "31.3", "P", "PPL", "UA", "13", "0"),
    line(3, "Ozero", "Lake Ozero", "49.3", "31.1", "H", "LK", "UA", "13", "0"),
    line(4, "M-06", "", "49.3", "31.1", "R", "RD", "UA", "13", "0"),
    line(5, "Nyzhni Luhy", "", "49.4", "31.1", "L", "RGN", "", "", ""),
]


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "UA.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "The dump of one country.")
        archive.writestr("UA.txt", "\n".join(LINES) + "\n")
    return path


def test_places_of_a_dump_with_their_names(dump: Path):
    found = {site.name: (site, tuple(names)) for site, names in sites_in_dump(dump)}
    meadow, names = found["Novyi Luh"]
    assert (meadow.country, meadow.admin1, meadow.population) == ("UKR", "13", 3400)
    assert names == ("Novyi Luh", "New Meadow", "Novi Lug")


def test_a_country_bears_its_english_name_and_those_of_the_tables(dump: Path):
    names = {site.name: names for site, names in sites_in_dump(dump)}["Ukraine"]
    assert "Ukrayina" in names


def test_roads_are_left_out_and_what_lies_in_no_country_stays(dump: Path):
    sites = {site.name: site for site, _ in sites_in_dump(dump)}
    assert "M-06" not in sites
    assert sites["Nyzhni Luhy"].country is None


def test_small_towns_can_be_left_out_and_lakes_stay(dump: Path):
    names = [site.name for site, _ in sites_in_dump(dump, min_population=1000)]
    assert names == ["Novyi Luh", "Ukraine", "Ozero", "Nyzhni Luhy"]


def test_a_text_file_is_read_like_the_zip(dump: Path, tmp_path: Path):
    text = tmp_path / "UA.txt"
    text.write_text("\n".join(LINES), encoding="utf-8")
    assert list(map(str, sites_in_dump(text))) == list(map(str, sites_in_dump(dump)))


def test_what_was_built_is_found_by_every_name(dump: Path, tmp_path: Path):
    path = tmp_path / "ua.sqlite"
    counts: list[int] = []
    assert write_gazetteer(sites_in_dump(dump), path, progress=counts.append) == 5
    assert open_gazetteer(path).named("new meadow") == Gazetteer(path).named("Novyi Luh") != ()
    assert [file.name for file in tmp_path.iterdir() if file.suffix in {".rows", ".part"}] == []


def test_a_zip_that_was_cut_off_is_an_error_that_says_so(dump: Path):
    dump.write_bytes(dump.read_bytes()[:-60])
    with pytest.raises(SourceError, match="was cut off"):
        list(sites_in_dump(dump))


def test_a_zip_with_damaged_data_is_an_error(dump: Path, tmp_path: Path):
    """The end of the file is whole, so that the zip opens, but what it holds is not."""
    data = bytearray(dump.read_bytes())
    at = data.index(b"UA.txt") + 40
    data[at : at + 40] = bytes(40)
    dump.write_bytes(data)
    with pytest.raises(SourceError, match=r"was cut off|no dump"):
        list(sites_in_dump(dump))


@pytest.mark.parametrize(
    ("text", "found"), [("no table\n", "line 1: found 1 columns"), ("", "it is empty")], ids=["other text", "nothing"]
)
def test_another_file_is_an_error_that_tells_what_was_found(tmp_path: Path, text: str, found: str):
    path = tmp_path / "notes.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=found):
        list(sites_in_dump(path))


def test_a_number_that_is_none_is_an_error_with_its_line(tmp_path: Path):
    path = tmp_path / "UA.txt"
    path.write_text("\n".join([LINES[0], LINES[2].replace("49.2", "north")]), encoding="utf-8")
    with pytest.raises(SourceError, match=r"line 2: .*north"):
        list(sites_in_dump(path))


def test_a_zip_without_a_table_is_an_error_that_tells_what_it_holds(tmp_path: Path):
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("beach.jpg", b"\xff")
    with pytest.raises(SourceError, match=r"it holds: beach\.jpg"):
        list(sites_in_dump(path))


def test_a_dump_that_is_not_there_is_an_error(tmp_path: Path):
    with pytest.raises(SourceError, match="cannot be read"):
        list(sites_in_dump(tmp_path / "none.zip"))


def test_nothing_is_left_of_a_gazetteer_that_failed(dump: Path, tmp_path: Path):
    path = tmp_path / "old.sqlite"
    path.write_bytes(b"kept")
    dump.write_bytes(dump.read_bytes()[:-60])
    with pytest.raises(SourceError):
        write_gazetteer(sites_in_dump(dump), path)
    assert path.read_bytes() == b"kept"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["UA.zip", "old.sqlite"]


def test_another_file_is_no_gazetteer(dump: Path, tmp_path: Path):
    with pytest.raises(ConfigError, match="is no gazetteer"):
        open_gazetteer(dump)
    with pytest.raises(ConfigError, match="there is no gazetteer"):
        open_gazetteer(tmp_path / "none.sqlite")
