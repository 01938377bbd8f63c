# SPDX-License-Identifier: Apache-2.0
"""The map of a report's places: what is on it, where it lies, and how it says that there is none."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.cli import main
from readout.cli.map.chart import map_of
from readout.cli.map.files import write_map
from readout.cli.map.labels import Disc, labels_beside
from readout.cli.map.pins import open_places, pins_of
from readout.cli.map.views import view_of
from readout.errors import ConfigError
from readout.record import Place, Record, ReportInfo
from readout.resources.outlines import country_polygons
from tests.support.png import colours_of, size_of

TEXT = "Lviv, Kyiv and the Ukrainians; Kyiv said that Atlantis and Springfield lay near Lviv. </script><b>Oslo"


def place(words: str, kind: str = "location", after: int = 0, **fields: Any) -> Place:
    start = TEXT.index(words, after)
    return Place(**{"start": start, "end": start + len(words), "name": words, "kind": kind, **fields})


LVIV: dict[str, Any] = {"country": "UKR", "lat": 49.84, "lon": 24.02}
KYIV: dict[str, Any] = {"country": "UKR", "lat": 50.45, "lon": 30.52}
RECORD = Record(
    report=ReportInfo(id="x", text=TEXT, title="Two </script><b>towns", publisher="Example Gazette"),
    entities=(),
    statements=(),
    places=(
        place("Lviv", **LVIV),
        place("Kyiv", **KYIV),
        place("Ukrainians", "demonym", name="Ukraine", country="UKR", lat=49.0, lon=32.0),
        place("Kyiv", "metonym", 20, **KYIV),
        place("Kyiv", "metonym", 20, **KYIV),
        place("Atlantis", undecided="the gazetteer has no such name"),
        place("Springfield", undecided="several places bear the name"),
        place("Lviv", after=20, **LVIV),
    ),
)


def test_mentions_of_one_place_share_a_pin_that_tells_in_which_roles():
    kyiv, *others = pins_of(RECORD)
    assert (kyiv.name, kyiv.kind, kyiv.mentions) == ("Kyiv", "metonym", 3)
    assert kyiv.roles == "for its government 2, the place itself 1"
    assert [(pin.name, pin.mentions, pin.words) for pin in others] == [
        ("Lviv", 2, "“Lviv”"),
        ("Ukraine", 1, "“Ukrainians”"),
    ]


def test_places_left_open_are_listed_by_the_reason():
    assert open_places(RECORD) == {
        "the gazetteer has no such name": ["Atlantis"], "several places bear the name": ["Springfield"],
    }  # fmt: skip


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw small pictures: a test reads every pixel."""
    monkeypatch.setattr("readout.cli.map.files._SHARPNESS", 0.5)


@pytest.mark.usefixtures("small")
def test_picture_is_a_png_with_a_pin_of_each_kind(tmp_path: Path):
    write_map(RECORD, tmp_path / "map.png")
    data = (tmp_path / "map.png").read_bytes()
    width, height = size_of(data)
    assert width > 400
    assert height > 250
    colours = colours_of(data)

    def near(red: int, green: int, blue: int) -> int:
        return sum(n for (r, g, b), n in colours.items() if abs(r - red) + abs(g - green) + abs(b - blue) < 60)

    for colour in ((0x2F, 0x7B, 0xC0), (0xBD, 0x74, 0x28), (0x26, 0x8D, 0x73)):  # as they are over land
        assert near(*colour) > 8


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", ["map.html", "map.png"])
def test_same_record_gives_the_same_map(tmp_path: Path, name: str):
    (tmp_path / "again").mkdir()
    write_map(RECORD, tmp_path / name)
    write_map(RECORD, tmp_path / "again" / name)
    assert (tmp_path / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_words_of_a_report_cannot_end_the_script(tmp_path: Path):
    write_map(RECORD, tmp_path / "map.html")
    page = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "</script><b>" not in page
    assert page.count("</script>") == 1


def test_record_without_coordinates_says_what_was_left_open():
    record = dataclasses.replace(RECORD, places=RECORD.places[5:7])
    with pytest.raises(ConfigError, match="found 2 places left open, expected one with coordinates"):
        map_of(record)


def test_crowd_of_pins_is_drawn_once_more_and_closer():
    def heights(record: Record) -> int:
        return str(map_of(record).to_dict()).count("'type': 'mercator'")

    far = place("Oslo", country="NOR", lat=59.9, lon=10.7)
    towns = [place("Oslo", name=f"Town {n}", lat=48.0 + n / 5, lon=2.0 + n / 5) for n in range(5)]
    assert heights(RECORD) < heights(dataclasses.replace(RECORD, places=(far, place("Kyiv", **KYIV), *towns)))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--map", "map.svg", "--text", "Rain fell on Oslo."], "expected an ending .html or .png"),
        (["--map", "map", "--text", "Rain fell on Oslo."], "expected an ending .html or .png"),
        (["--map", "no/map.png", "--text", "Rain fell on Oslo."], "there is no folder 'no'"),
        (["--map", "map.png", "a.txt", "b.txt"], "--map draws one report, but 2 are named"),
    ],
)
def test_map_that_cannot_be_is_refused_before_anything_is_read(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as left:
        main(["read", *arguments])
    assert left.value.code == 2
    assert told in capsys.readouterr().err


def test_missing_extra_is_named_with_the_way_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr("readout.cli.outputs.find_spec", lambda name: None if name == "vl_convert" else object())
    with pytest.raises(SystemExit) as left:
        main(["read", "--map", "map.png", "--text", "Rain fell on Oslo."])
    assert left.value.code == 2
    assert "pip install 'readout-news[map]'" in capsys.readouterr().err


POINTS = st.lists(st.tuples(st.floats(-70, 75), st.floats(-180, 180)), min_size=1, max_size=12)


@given(POINTS)
def test_view_holds_all_its_points(points: list[tuple[float, float]]):
    view = view_of(points, width=800, height=500)
    for lat, lon in points:
        x, y = view.place(lat, lon)
        assert -1e-6 <= x <= 800 + 1e-6
        assert -1e-6 <= y <= 500 + 1e-6


def test_view_goes_over_the_date_line_where_that_is_nearer():
    view = view_of([(-18.1, 178.4), (-13.8, -171.8)], width=800, height=500)
    assert view.projection == "mercator"
    assert abs(view.middle) > 170
    assert view.place(-18.1, 178.4)[0] < view.place(-13.8, -171.8)[0]


@given(
    st.lists(st.tuples(st.integers(0, 800), st.integers(0, 500), st.text("abc", min_size=1, max_size=14)), max_size=25)
)
def test_names_never_lie_over_one_another(found: list[tuple[int, int, str]]):
    discs = [Disc(name, x, y, 6) for x, y, name in found]
    labels, left_out = labels_beside(discs, width=800, height=500)
    assert len(labels) + len(left_out) == len(discs)
    boxes = []
    for label in labels:
        left = label.x if label.align == "left" else label.x - 6.7 * len(label.name)
        boxes.append((left, label.y - 7.5, left + 6.7 * len(label.name), label.y + 7.5))
    for number, (a, b, c, d) in enumerate(boxes):
        assert a > 0
        assert c < 800
        for e, f, g, h in boxes[:number]:
            assert c < e or g < a or d < f or h < b


def test_outlines_are_closed_rings_within_the_world():
    rings = [ring for polygon in country_polygons() for ring in polygon]
    assert len(rings) > 1000
    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)
    assert all(-180.01 <= lon <= 180.01 and -90 <= lat <= 90 for ring in rings for lon, lat in ring)
