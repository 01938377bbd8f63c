# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from benchmarks.quality.corpora import UsedFile
from benchmarks.quality.floors import EPSILON, Floors, Regression

FILE = UsedFile("a" * 64, 100)
FLOORS = Floors("dev", "m+1", {"x/all/F1": 0.9, "y/all/F1": 0.8}, {"x.jsonl": FILE})


def complaints(figures, files=None, tables=("x",)):
    return FLOORS.complaints(figures, files or {"x.jsonl": FILE}, tables=tables)


def test_a_figure_at_its_floor_is_no_complaint():
    assert complaints({"x/all/F1": 0.9}) == []


def test_a_figure_below_its_floor_by_less_than_epsilon_is_no_complaint():
    assert complaints({"x/all/F1": 0.9 - EPSILON / 2}) == []


def test_a_figure_below_its_floor_is_named_with_both_numbers():
    (complaint,) = complaints({"x/all/F1": 0.89})
    assert complaint.startswith("x/all/F1 is 0.8900, below its floor of 0.9000")


def test_a_floor_without_a_figure_is_a_complaint_if_its_table_was_measured():
    (complaint,) = complaints({})
    assert complaint.startswith("x/all/F1 has a floor and was not measured")


def test_floors_of_tables_that_were_not_measured_are_passed_over():
    assert complaints({"x/all/F1": 0.95}, tables=["x"]) == []


def test_a_check_without_any_floor_is_a_complaint():
    (complaint,) = complaints({"z/all/F1": 0.9}, tables=["z"])
    assert complaint.startswith("nothing that was measured has a floor")


def test_a_changed_corpus_is_a_complaint():
    (complaint,) = complaints({"x/all/F1": 0.9}, {"x.jsonl": UsedFile("b" * 64, 100)})
    assert complaint.startswith("x.jsonl is not the file that the floors were measured on")


def test_update_raises_floors_and_keeps_the_others():
    assert FLOORS.updated({"x/all/F1": 0.95}, {}, model="m+2").figures == {"x/all/F1": 0.95, "y/all/F1": 0.8}


def test_update_refuses_to_lower_a_floor():
    with pytest.raises(Regression, match=r"x/all/F1: 0\.9000 -> 0\.8900"):
        FLOORS.updated({"x/all/F1": 0.89}, {}, model="m+2")


def test_update_lowers_a_floor_when_it_is_allowed():
    assert FLOORS.updated({"x/all/F1": 0.89}, {}, model="m+2", allow_regression=True).figures["x/all/F1"] == 0.89


def test_floors_are_the_same_after_writing_and_reading(tmp_path):
    FLOORS.write(tmp_path / "floors.json")
    assert Floors.read(tmp_path / "floors.json") == FLOORS


def test_floors_without_a_file_are_none(tmp_path):
    assert Floors.read(tmp_path / "floors.json").figures == {}
