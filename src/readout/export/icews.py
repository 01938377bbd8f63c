# SPDX-License-Identifier: Apache-2.0
"""Events as the tab-separated rows that users of ICEWS load: one row for each pair of source and target.

The first columns are those of the ICEWS event files, in their order; what ICEWS does not have follows. The CAMEO code is the root
that a PLOVER type comes from, the intensity the codebook's value for the type. A cell that nothing is known for is empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from readout.record import Entity, Event, Record

__all__ = ["ICEWS_COLUMNS", "icews_rows"]

ICEWS_COLUMNS = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity",
    "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City", "District",
    "Province", "Country", "Latitude", "Longitude",
    "Event Mode", "Contexts", "Status", "According To", "Confidence", "Start", "End",
)  # fmt: skip

# CAMEO root and intensity (the PLOVER codebook's values) of each type.
_CODES = {
    "AGREE": ("03", 4.2), "CONSULT": ("04", 2.1), "SUPPORT": ("05", 4.6), "COOPERATE": ("06", 6.8), "AID": ("07", 7.4),
    "CONCEDE": ("08", 5.0), "RETREAT": ("08", 7.6), "REQUEST": ("10", -5.0), "ACCUSE": ("11", -2.0), "REJECT": ("12", -4.2),
    "THREATEN": ("13", -5.1), "PROTEST": ("14", -6.6), "MOBILIZE": ("15", -5.3), "SANCTION": ("16", -5.2),
    "COERCE": ("17", -7.2), "ASSAULT": ("19", -9.3),
}  # fmt: skip


def icews_rows(record: Record) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a record's events, as wide as `ICEWS_COLUMNS`, with neither tabs nor line breaks in a cell."""
    for event in record.events:
        sources: list[Entity | None] = [record.entity(id) for id in event.actors] or [None]
        targets: list[Entity | None] = [record.entity(id) for id in event.recipients] or [None]
        for source in sources:
            for target in targets:
                yield tuple(" ".join(cell.split()) for cell in _row(record, event, source, target))


def _row(record: Record, event: Event, source: Entity | None, target: Entity | None) -> Iterator[str]:
    code, intensity = _CODES[event.type]
    place = next((p for p in record.places if p.name == event.place), None)
    yield f"{record.report.id[:16]}-{event.id}"
    yield event.date or ""
    yield from _side(record, source)
    yield event.type
    yield code
    yield str(intensity)
    yield from _side(record, target)
    yield record.report.id
    yield ""
    yield record.report.publisher or ""
    yield event.place or ""
    yield ""
    yield ""
    yield (place.country or "") if place else ""
    yield "" if place is None or place.lat is None else str(place.lat)
    yield "" if place is None or place.lon is None else str(place.lon)
    yield event.mode or ""
    yield "; ".join(event.contexts)
    yield event.status
    yield event.according_to or ""
    yield str(event.confidence)
    yield str(event.evidence[0].start) if event.evidence else ""
    yield str(event.evidence[0].end) if event.evidence else ""


def _side(record: Record, entity: Entity | None) -> tuple[str, str, str]:
    if entity is None:
        return "", "", ""
    return record.name_of(entity.id), entity.sector or "", entity.country or ""
