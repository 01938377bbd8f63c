# SPDX-License-Identifier: Apache-2.0
"""The record of the strike on Odesa with every list filled, and a way to export it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from readout.export import Kept, write_export
from readout.record import (
    Anchor,
    Comparison,
    Contact,
    Event,
    Figure,
    Initiative,
    Place,
    PreviousContact,
    Record,
    Time,
)
from tests.support.odesa import RECORD, at

__all__ = ["FULL", "exported"]

_STRUCK = at("struck", after="Kalibr missiles")
_TOLD = at("had told his ministry")
_DAY = at("July 23, 2022", after="ODESA, ")
_SATURDAY = at("Saturday")

FULL = dataclasses.replace(
    RECORD,
    events=(
        Event(
            id="v1",
            type="ASSAULT",
            mode="aerial",
            status="occurred",
            actors=("n7",),
            recipients=("n1",),
            date="2022-07-23",
            place="Odesa",
            evidence=(at("Two Russian Kalibr missiles struck the port of Odesa"), at("missile attack on Odesa’s port")),
            trigger=(_STRUCK, at("attack on Odesa")._replace(end=at("attack on Odesa").start + 6)),
            according_to="s1",
            confidence=0.5,
            contexts=("military",),
        ),
        Event(
            id="v2",
            type="CONSULT",
            mode="phone",
            status="occurred",
            actors=("n7",),
            recipients=("n6",),
            evidence=(_TOLD,),
            trigger=(_TOLD,),
            confidence=0.75,
        ),
    ),
    contacts=(
        Contact(
            event="v2",
            parties=("n6", "n7"),
            countries=("TUR", "RUS"),
            medium="phone",
            date="2022-07",
            duration="PT1H",
            initiated_by=Initiative("TUR", "s7"),
            previous=PreviousContact("2022-07-22", (at("less than a day"),)),
            tone="calm",
        ),
    ),
    times=(
        Time(start=_DAY.start, end=_DAY.end, type="DATE", value="2022-07-23", rule="date"),
        Time(
            start=_SATURDAY.start,
            end=_SATURDAY.end,
            type="DATE",
            value="2022-07-23",
            anchor=Anchor("2022-07-23", "published"),
        ),
        Time(start=at("24 hours").start, end=at("24 hours").end, type="DURATION", value="PT24H", mod="LESS_THAN"),
    ),
    places=(Place(start=13, end=18, name="Odesa", kind="location", country="UKR", lat=46.5, lon=30.7, geonames_id=1),),
    figures=(
        Figure(
            start=0,
            end=8,
            low=2,
            modifier="two",
            unit="missile",
            of="missiles",
            according_to="s1",
            of_span=at("missiles", after="Kalibr"),
            comparison=Comparison(direction="up", low=1.5),
            per="launcher",
            per_span=at("missiles", after="Kalibr"),
        ),
    ),
)  # fmt: skip


def exported(path: Path, form: str, records: Iterable[Record] = (FULL,)) -> Path:
    """Write records to a path, and return it."""
    write_export((Kept(record=record) for record in records), path, form=form)
    return path
