# SPDX-License-Identifier: Apache-2.0
"""Events in the forms of PLOVER and ICEWS."""

from __future__ import annotations

import dataclasses

from readout.export import ICEWS_COLUMNS, icews_rows, plover_events
from readout.record import Entity, Event, Place, Record, ReportInfo, Statement
from readout.text import Span

TEXT = "Petrova and Moe will meet\tDvorak in Tarsk, the ministry said."
RECORD = Record(
    report=ReportInfo(id="0123456789abcdef0123", text=TEXT, publisher="Gazette", language="en"),
    entities=(
        Entity(id="n1", type="person", name="Petrova", country="NOR", sector="GOV"),
        Entity(id="n2", type="person", name="Moe"),
        Entity(id="n3", type="person", name="Dvorak", country="CZE"),
        Entity(id="n4", type="organisation", name="Ministry"),
    ),
    statements=(Statement(id="s1", kind="indirect", content=(Span(0, 41),), speaker="n4", confidence=0.9),),
    events=(
        Event(
            id="v1", type="CONSULT", mode="visit", status="planned", actors=("n1", "n2"), recipients=("n3",), place="Tarsk",
            date="2024-03", evidence=(Span(0, 41),), trigger=(Span(21, 25),), according_to="s1", confidence=0.8,
            contexts=("diplomatic",),
        ),
    ),
    places=(Place(start=36, end=41, name="Tarsk", kind="location", country="NOR", lat=60.5, lon=10.25),),
)  # fmt: skip


def test_plover_has_lists_of_parties_and_the_status_among_its_contexts():
    (event,) = plover_events(RECORD)
    source = event["source"]
    assert isinstance(source, list)
    assert [actor["name"] for actor in source if isinstance(actor, dict)] == ["Petrova", "Moe"]
    assert event["context"] == ["diplomatic", "future"]
    assert (event["event"], event["mode"], event["date"], event["according_to"]) == (
        "CONSULT",
        "visit",
        "2024-03",
        "Ministry",
    )
    assert event["location"] == {"name": "Tarsk", "country": "NOR", "lat": 60.5, "lon": 10.25, "geonames_id": None}


def test_an_event_that_occurred_has_no_context_of_its_status():
    done = dataclasses.replace(RECORD, events=(dataclasses.replace(RECORD.events[0], status="occurred", contexts=()),))
    (event,) = plover_events(done)
    assert event["context"] == []


def test_icews_has_a_row_for_each_pair_and_each_row_all_columns():
    rows = list(icews_rows(RECORD))
    assert [len(row) for row in rows] == [len(ICEWS_COLUMNS)] * 2
    first = dict(zip(ICEWS_COLUMNS, rows[0], strict=True))
    assert (first["Source Name"], first["Source Sectors"], first["Source Country"]) == ("Petrova", "GOV", "NOR")
    assert (first["CAMEO Code"], first["Status"], first["Start"], first["End"]) == ("04", "planned", "0", "41")
    assert (first["Latitude"], first["Country"]) == ("60.5", "NOR")


def test_a_party_that_is_not_named_is_an_empty_cell():
    alone = dataclasses.replace(RECORD, events=(dataclasses.replace(RECORD.events[0], actors=(), place=None),))
    (row,) = icews_rows(alone)
    cells = dict(zip(ICEWS_COLUMNS, row, strict=True))
    assert (cells["Source Name"], cells["Target Name"], cells["City"]) == ("", "Dvorak", "")
