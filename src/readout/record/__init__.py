# SPDX-License-Identifier: Apache-2.0
"""Hold what one report states, in the public form that `docs/record.md` describes.

A `Record` is data and nothing else: frozen dataclasses whose fields stand in the order of the JSON object. It
is made from a reading by the clerk, written with `Record.to_json` and read back with `Record.from_json`,
which takes nothing on
trust: an unknown value, a span outside the text or an id that names nothing is a `SchemaError` that says
    where.

Within format `readout/1` fields may be added and none renamed. So a reader skips fields it does not know, and
a field that was added later has a default.
"""

from __future__ import annotations

from readout.record.check import check_record
from readout.record.form import Json
from readout.record.record import (
    FORMAT,
    Anchor,
    AnchorBasis,
    Channel,
    Comparison,
    Contact,
    Entity,
    EntityType,
    Event,
    EventStatus,
    EventType,
    Figure,
    FigureKind,
    Initiative,
    MadeBy,
    Mention,
    MentionForm,
    Note,
    PartInfo,
    PartKind,
    Place,
    PlaceKind,
    PreviousContact,
    Reason,
    Record,
    ReportInfo,
    Role,
    Statement,
    StatementKind,
    Time,
    TimeType,
    Undecided,
)

__all__ = [
    "FORMAT",
    "Anchor",
    "AnchorBasis",
    "Channel",
    "Comparison",
    "Contact",
    "Entity",
    "EntityType",
    "Event",
    "EventStatus",
    "EventType",
    "Figure",
    "FigureKind",
    "Initiative",
    "Json",
    "MadeBy",
    "Mention",
    "MentionForm",
    "Note",
    "PartInfo",
    "PartKind",
    "Place",
    "PlaceKind",
    "PreviousContact",
    "Reason",
    "Record",
    "ReportInfo",
    "Role",
    "Statement",
    "StatementKind",
    "Time",
    "TimeType",
    "Undecided",
    "check_record",
]
