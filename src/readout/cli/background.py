# SPDX-License-Identifier: Apache-2.0
"""What an archive knows of a report beside its record: where it stood, what it is a copy of, and what persons say against it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from rich.text import Text

from readout.archive.archive import Archive
from readout.archive.differences import Difference, differences_between
from readout.archive.kept import Appearance, Correction, KeptReport
from readout.cli.wording import counted, legible, name_words
from readout.record import Record

__all__ = ["background_lines", "correction_lines"]

# Enough to see what kind of copy it is; the texts themselves tell the rest.
_DIFFERENCES = 5
_LONGEST = 100
# A wire report may have hundreds.
_COPIES = 10


def background_lines(archive: Archive, report: KeptReport) -> Iterator[Text]:
    """Tell where a report stood, of what it is a copy, and who tells it again."""
    yield Text()
    yield Text(f"Stood in {counted(len(report.appearances), 'place')}", style="bold")
    for place in report.appearances:
        facts = [place.published, place.publisher, place.address, _version(archive, report, place)]
        yield Text("  " + " · ".join(legible(fact) for fact in facts if fact))
    others = [other for other in archive.copies(report.number) if other.number != report.copy_of]
    if report.copy_of is None and not others:
        return
    yield Text()
    yield Text("Copies", style="bold")
    if report.copy_of is not None:
        yield from _parent(archive.report(report.copy_of), report)
    if others:
        named = [f"{other.id} ({other.kinship})" if other.kinship else other.id for other in others[:_COPIES]]
        more = f" and {len(others) - _COPIES} more" if len(others) > _COPIES else ""
        # Only of the first of a text is it known that the others came later.
        told = "told again by" if report.copy_of is None else "also told by"
        yield Text(f"  {told} {', '.join(named)}{more}")


def _version(archive: Archive, report: KeptReport, place: Appearance) -> str | None:
    """Tell which of several texts that stood at an address a report is."""
    versions = archive.versions(place.address)
    if len(versions) < 2:
        return None
    others = ", ".join(f"{id} is version {number}" for number, id in versions if id != report.id)
    return f"version {place.version}; {others}"


def _parent(parent: KeptReport, report: KeptReport) -> Iterator[Text]:
    found = differences_between(parent.text, report.text)
    told = "no word differs" if not found else counted(len(found), "difference")
    yield Text(f"  a copy ({report.kinship}) of {parent.id}; {told}")
    for difference in found[:_DIFFERENCES]:
        yield Text(f"    {_difference(difference, parent.text, report.text)}")
    if len(found) > _DIFFERENCES:
        yield Text(f"    and {len(found) - _DIFFERENCES} more")


def _difference(difference: Difference, first: str, second: str) -> str:
    before = _quoted(difference.in_first.of(first)) if difference.in_first else ""
    after = _quoted(difference.in_second.of(second)) if difference.in_second else ""
    return f"{before} became {after}" if before and after else f"added {after}" if after else f"left out {before}"


def _quoted(words: str) -> str:
    plain = legible(words)
    return f"“{plain}”" if len(plain) <= _LONGEST else f"“{plain[: _LONGEST - 2].rsplit(' ', 1)[0]} …”"


def correction_lines(record: Record, corrections: Sequence[Correction], part: str = "") -> Iterator[Text]:
    """Tell what persons say against a record, or against one thing in it: the record itself is as it was read."""
    wanted = _paths_of(record, part)
    chosen = [each for each in corrections if not part or "/".join(each.path.split("/")[:2]) in wanted]
    if chosen:
        yield Text()
        yield Text("Corrections", style="bold")
    for each in chosen:
        reason = f": {legible(each.reason)}" if each.reason else ""
        yield Text(
            f"  {legible(each.path)} should be {_value(record, each)}, says {legible(each.who)} on {each.made[:10]}{reason}"
        )


def _paths_of(record: Record, part: str) -> set[str]:
    """Return how paths of corrections begin that are about a statement, an event with its contact, or a figure."""
    if not part:
        return set()
    kind = {"s": "statements", "v": "events", "f": "figures"}[part[0]]
    about = {f"{kind}/{part}", f"{kind}/{int(part[1:]) - 1}"}
    contacts = (number for number, contact in enumerate(record.contacts) if contact.event == part)
    return about | {f"contacts/{number}" for number in contacts}


def _value(record: Record, correction: Correction) -> str:
    value = correction.value
    if isinstance(value, str):
        named = any(entity.id == value for entity in record.entities)
        return f"{value} ({name_words(record, value)})" if named else legible(value)
    return "left open" if value is None else legible(json.dumps(value, ensure_ascii=False))
