# SPDX-License-Identifier: Apache-2.0
"""Reports as TimeML 1.2.1 documents, with their time expressions as TIMEX3: one XML file for each report.

The text stands in `TEXT`, character for character. A character that XML cannot hold is written as U+FFFD after an instruction
that names it, `<?readout char="000B"?>`: a reader that skips instructions, as all do, keeps its offsets, and one that heeds
them has the text back. The day of publication is the document's creation time, `t0`.

An expression that overlaps the one before it cannot be an element too. It stands as an empty TIMEX3 where that one ends, with
its offsets in `comment`. A value that is not known is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from readout.export.characters import NOT_IN_XML, REPLACEMENT, xml_attribute, xml_text
from readout.export.kept import Kept
from readout.export.shelves import Shelves
from readout.record import Record, Time

__all__ = ["TimemlFiles", "timeml"]

_ENDING = ".tml"
_ROOT = (
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">'
)


class TimemlFiles:
    """Writes a file for each report."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that they stand in."""
        self._shelves = Shelves(folder)

    def put(self, kept: Kept) -> None:
        """Write one report."""
        path = self._shelves.place(kept.record.report.id, ending=_ENDING)
        path.with_name(path.name + _ENDING).write_text(timeml(kept.record), encoding="utf-8", newline="")

    def end(self) -> None:
        """Do nothing: every file is whole."""

    def close(self) -> None:
        """Do nothing: nothing is left open."""


def timeml(record: Record) -> str:
    """Return a record's report as a TimeML document."""
    report = record.report
    head = ['<?xml version="1.0" encoding="UTF-8"?>\n', _ROOT, f"\n<DOCID>{xml_text(report.id)}</DOCID>\n"]
    if report.published is not None:
        day = xml_text(report.published.value)
        attributes = {"tid": "t0", "type": "DATE", "value": report.published.value, "temporalFunction": "false"}
        timex = _element({**attributes, "functionInDocument": "CREATION_TIME"}, day)
        head.append(f"<DCT>{timex}</DCT>\n")
    if report.title is not None:
        head.append(f"<TITLE>{xml_text(report.title)}</TITLE>\n")
    return "".join([*head, "<TEXT>", *_marked(record), "</TEXT>\n</TimeML>\n"])


def _marked(record: Record) -> Iterator[str]:
    """Yield the text with its times marked, piece by piece."""
    text, reached = record.report.text, 0
    ids = {(time.start, time.end): f"t{number}" for number, time in enumerate(record.times, 1)}
    for time in sorted(record.times, key=lambda time: (time.start, -time.end)):
        attributes = _attributes(record, time, ids)
        if time.start < reached:
            yield _element({**attributes, "comment": f"{time.start} {time.end}"}, "")
            continue
        yield _kept_text(text[reached : time.start])
        yield _element(attributes, _kept_text(time.span.of(text)))
        reached = time.end
    yield _kept_text(text[reached:])


def _attributes(record: Record, time: Time, ids: dict[tuple[int, int], str]) -> dict[str, str]:
    """Return a time's attributes in the order of the specification, without those that it does not have."""
    found = {
        "tid": ids[time.start, time.end],
        "type": time.type,
        "value": time.value or "",
        "quant": time.quant,
        "freq": time.freq,
        "mod": time.mod,
        "temporalFunction": "false" if time.anchor is None else "true",
        "anchorTimeID": _anchor_id(record, time, ids),
    }
    return {name: value for name, value in found.items() if value is not None}


def _anchor_id(record: Record, time: Time, ids: dict[tuple[int, int], str]) -> str | None:
    """Return the id of what a time is counted from, if that is the day of publication or a time of the text."""
    anchor, published = time.anchor, record.report.published
    if anchor is None:
        return None
    for span in anchor.spans:
        if (span.start, span.end) in ids:
            return ids[span.start, span.end]
    return "t0" if published is not None and anchor.value == published.value else None


def _element(attributes: dict[str, str], content: str) -> str:
    written = " ".join(f"{name}={xml_attribute(value)}" for name, value in attributes.items())
    return f"<TIMEX3 {written}>{content}</TIMEX3>" if content else f"<TIMEX3 {written}/>"


def _kept_text(text: str) -> str:
    """Return the text as XML, with an instruction before each character that stands for one that XML cannot hold."""
    pieces, reached = [], 0
    for found in NOT_IN_XML.finditer(text):
        pieces += [xml_text(text[reached : found.start()]), f'<?readout char="{ord(found[0]):04X}"?>', REPLACEMENT]
        reached = found.end()
    return "".join([*pieces, xml_text(text[reached:])])
