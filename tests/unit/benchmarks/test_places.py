# SPDX-License-Identifier: Apache-2.0
import pytest

from benchmarks.quality.places import _given, _Tally, distance_km


def marked(text: str, *names: tuple[str, float | None, float | None, int | None]):
    return {
        "text": text,
        "toponyms": [
            {"start": text.index(name), "end": text.index(name) + len(name), "lat": lat, "lon": lon, "geonames_id": id}
            for name, lat, lon, id in names
        ],
    }


def test_distance_is_that_on_the_globe():
    assert distance_km((51.5, -0.12), (48.86, 2.35)) == pytest.approx(343, abs=3)


def test_given_names_are_resolved_from_their_spans():
    record = marked(
        "Rain fell on Paris and Kyiv, not on Qwertzburg or Lviv.",
        ("Paris", 33.66, -95.56, 4717560),
        ("Kyiv", 50.45, 30.52, None),
        ("Qwertzburg", 1.0, 1.0, 7),
        ("Lviv", None, None, None),
    )
    rows = _given([record])
    assert rows["all"] == {"with coordinates": 3, "resolved": 1 / 3, "right of those given a place": 1 / 2}
    assert rows["with a GeoNames id"] == {"with coordinates": 2, "resolved": 0.0, "right of those given a place": 0.0}


def test_a_name_left_open_counts_as_not_resolved():
    tally = _Tally()
    tally.add({"lat": 1.0, "lon": 1.0}, None)
    tally.add({"lat": 1.0, "lon": 1.0}, (1.5, 1.5))
    tally.add({"lat": 1.0, "lon": 1.0}, (9.0, 9.0))
    assert tally.columns == {"with coordinates": 3, "resolved": 1 / 3, "right of those given a place": 1 / 2}
