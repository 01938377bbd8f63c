# SPDX-License-Identifier: Apache-2.0
"""Who is who in the cases of `entities.yaml`, with the real model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.entity_cases import check, load

if TYPE_CHECKING:
    from readout.model import Model

# Of all that the cases ask for. A floor, since the hard cases are there to show what is open; raise it, never lower it.
FLOOR = 0.93


def test_entities_are_found_in_the_cases(model: Model) -> None:
    misses: list[str] = []
    total = 0
    for case in load():
        wrong, compared = check(model, case)
        misses += [f"{case['id']}: {line}" for line in wrong]
        total += compared
    assert 1 - len(misses) / total >= FLOOR, "\n".join(misses)


def test_cases_have_ids_of_their_own() -> None:
    ids = [case["id"] for case in load()]
    assert len(ids) == len(set(ids))
