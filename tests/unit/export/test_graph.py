# SPDX-License-Identifier: Apache-2.0
"""The network of a collection, as NetworkX reads it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from readout.export.graph.ties import Days, days_of
from readout.record import Entity, Mention, Record, ReportInfo, Statement
from readout.report import Published
from readout.text import Span
from tests.support.exported import FULL, exported


def told(day: str, *, sector: str = "GOV", listener: str | None = "Moe") -> Record:
    """Return a record in which Petrova tells somebody something about Tarsk."""
    text = f"Petrova told Moe about Tarsk on {day}."
    return Record(
        report=ReportInfo(id=f"{day}{listener}", text=text, published=Published(day, "given")),
        entities=(
            Entity(id="n1", type="person", name="Petrova", country="NOR", sector=sector, mentions=(Mention(0, 7, "name"),)),
            Entity(id="n2", type="person", name=listener, country="CZE", sector="MIL", mentions=(Mention(13, 16, "name"),)),
            Entity(id="n3", type="place", name="Tarsk", mentions=(Mention(23, 28, "name"),)),
        ),
        statements=(
            Statement(id="s1", kind="indirect", content=(Span(17, 28),), speaker="n1", addressees=("n2",), confidence=0.9),
        ),
    )  # fmt: skip


@pytest.fixture(params=["graphml", "gexf"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(path: Path, form: str):
    networkx = pytest.importorskip("networkx")
    return networkx.read_graphml(path) if form == "graphml" else networkx.read_gexf(path)


def network(tmp_path: Path, form: str, *records: Record):
    """Export records, and return nodes by label, and edges by labels and relation."""
    graph = read(exported(tmp_path / f"out.{form}", form, records), form)
    names = {node: data["label"] for node, data in graph.nodes(data=True)}
    edges = {(names[one], names[other], data["relation"]): data for one, other, data in graph.edges(data=True)}
    return {data["label"]: data for _, data in graph.nodes(data=True)}, edges


def days_in(data: dict[str, str]) -> tuple[str | None, str | None]:
    return data.get("first", data.get("start")), data.get("last", data.get("end"))


def test_same_name_and_country_are_one_node(form: str, tmp_path: Path):
    nodes, edges = network(tmp_path, form, told("2024-03-02"), told("2024-03-01"))
    assert set(nodes) == {"Petrova", "Moe", "Tarsk"}
    assert (nodes["Petrova"]["reports"], nodes["Petrova"]["mentions"]) == (2, 2)
    assert set(edges) == {("Petrova", "Moe", "told"), ("Petrova", "Tarsk", "spoke_of")}
    assert edges["Petrova", "Moe", "told"]["weight"] == 2
    assert days_in(edges["Petrova", "Moe", "told"]) == ("2024-03-01", "2024-03-02")


def test_sector_is_what_most_reports_say(form: str, tmp_path: Path):
    records = [told("2024-03-01", sector="OPP"), told("2024-03-02"), told("2024-03-03")]
    nodes, _ = network(tmp_path, form, *records)
    assert nodes["Petrova"]["sector"] == "GOV"


def test_the_unnamed_are_one_node_for_country_and_sector(form: str, tmp_path: Path):
    nodes, edges = network(tmp_path, form, told("2024-03-01", listener=None))
    assert nodes["unnamed, CZE MIL"]["type"] == "unnamed"
    assert ("Petrova", "unnamed, CZE MIL", "told") in edges


def test_the_unnamed_of_no_country_are_left_out(form: str, tmp_path: Path):
    record = told("2024-03-01")
    bare = dataclasses.replace(record.entities[1], name=None, country=None)
    nodes, _ = network(
        tmp_path, form, dataclasses.replace(record, entities=(record.entities[0], bare, record.entities[2]))
    )
    assert set(nodes) == {"Petrova", "Tarsk"}


def test_events_and_contacts_have_their_kinds(form: str, tmp_path: Path):
    _, edges = network(tmp_path, form, FULL)
    russia, turkey = FULL.name_of("n7"), FULL.name_of("n6")
    contact = edges.get((russia, turkey, "contact")) or edges[turkey, russia, "contact"]
    assert contact["type"] == "phone"
    assert days_in(contact) == ("2022-07-01", "2022-07-31")
    assault = edges[russia, "Ukraine", "event"]
    assert (assault["type"], assault["status"]) == ("ASSAULT", "occurred")


def test_markup_and_controls_in_names_do_no_harm(form: str, tmp_path: Path):
    record = told("2024-03-01")
    odd = dataclasses.replace(record.entities[0], name='A & <B> "C"\x00\udc00')
    nodes, _ = network(tmp_path, form, dataclasses.replace(record, entities=(odd, *record.entities[1:])))
    assert 'A & <B> "C"\ufffd\ufffd' in nodes


def test_report_without_a_day_has_edges_without_days(form: str, tmp_path: Path):
    record = told("2024-03-01")
    undated = dataclasses.replace(record, report=dataclasses.replace(record.report, published=None))
    _, edges = network(tmp_path, form, undated)
    assert days_in(edges["Petrova", "Moe", "told"]) == (None, None)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("1999/2000", "1999-01-01", "2000-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-W09", "2024-02-26", "2024-03-03"),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02-29T10:30", "2024-02-29", "2024-02-29"),
    ],
)
def test_days_of_a_value(value: str, first: str, last: str):
    assert days_of(value) == Days(first, last)


@pytest.mark.parametrize(
    "value", [None, "", "XXXX-WXX-5", "PT1H", "2023-02-29", "2024-13", "2024-W60", "PRESENT_REF", "2024-SU"]
)
def test_other_values_have_no_days(value: str | None):
    assert days_of(value) is None
