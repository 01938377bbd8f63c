# SPDX-License-Identifier: Apache-2.0
"""Persons known by the table of holders, in the cases of `holders.yaml`, with the real model and all layers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from readout import read

if TYPE_CHECKING:
    from readout.model import Model
    from readout.record import Entity

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("holders.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_holders_are_known_and_others_are_not(model: Model, case: dict[str, Any]) -> None:
    record = read(case["text"], published=case["published"], model=model)
    called: dict[str, list[Entity]] = {}
    for entity in record.entities:
        called.setdefault(entity.name or "", []).append(entity)
    for wanted in case["expected"]:
        found = called.get(wanted["name"])
        assert found, f"nobody (more) is called {wanted['name']}"
        entity = found.pop(0) if sum(one["name"] == wanted["name"] for one in case["expected"]) > 1 else found[0]
        told = {
            "country": entity.country,
            "sector": entity.sector,
            "roles": [role.title for role in entity.roles],
        }
        assert {field: told[field] for field in wanted if field != "name"} == {
            field: value for field, value in wanted.items() if field != "name"
        }


def test_a_contact_has_the_countries_that_the_table_tells(model: Model) -> None:
    record = read("Emmanuel Macron called Viktor Orban on Monday.", published="2023-09-12", model=model)
    assert [contact.countries for contact in record.contacts] == [("FRA", "HUN")]
