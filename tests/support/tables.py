# SPDX-License-Identifier: Apache-2.0
"""Records from the rows of their tables, without the code that wrote them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, get_args, get_type_hints

from readout.record import Contact, Entity, Event, Figure, Place, Record, ReportInfo, Statement, Time

__all__ = ["records_from_rows"]

Row = Mapping[str, Any]

_KINDS = {
    "entities": Entity, "statements": Statement, "events": Event, "contacts": Contact, "times": Time, "places": Place,
    "figures": Figure,
}  # fmt: skip


def records_from_rows(tables: Mapping[str, Iterable[Row]]) -> list[Record]:
    """Put records together again, in the order of the table of reports."""
    found = {}
    for row in tables["reports"]:
        made_by = row["made_by_readout"] and {"readout": row["made_by_readout"], "model": row["made_by_model"]}
        found[row["id"]] = {
            "report": _plain(ReportInfo, row), "notes": row["notes"], "made_by": made_by, **{name: [] for name in _KINDS},
        }  # fmt: skip
    mentions: dict[tuple[str, str], list[Row]] = {}
    for row in tables["mentions"]:
        mentions.setdefault((row["report"], row["entity"]), []).append(
            {name: row[name] for name in ("start", "end", "form")}
        )
    for name, kind in _KINDS.items():
        for row in tables[name]:
            extra = {"mentions": mentions.get((row["report"], row["id"]), [])} if name == "entities" else {}
            found[row["report"]][name].append(_plain(kind, {**row, **extra}))
    return [Record.from_dict(each) for each in found.values()]


def _plain(kind: type, row: Row, prefix: str = "") -> dict[str, Any] | None:
    """Return an object in JSON's form, from columns that have its fields' names with a prefix; None if all are empty."""
    hints, values = get_type_hints(kind), {}
    for field in dataclasses.fields(kind):
        hint, name = hints[field.name], prefix + field.name
        inner = [each for each in (hint, *get_args(hint)) if isinstance(each, type) and dataclasses.is_dataclass(each)]
        values[field.name] = row[name] if name in row else _plain(inner[0], row, f"{name}_")
    return None if prefix and all(value is None for value in values.values()) else values
