# SPDX-License-Identifier: Apache-2.0
"""Events on our own sentences: those that rules were written on, and those that were held aside.

An event is found when its trigger and type are those of the case, where several may be right. Status, mode, date, place,
parties and on whose word it is are shares of the events that were found. An event that is optional counts neither way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.quality.contacts import is_mention, read_case
from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.record import Event, Record

__all__ = ["SETS", "compare", "load", "measure_event_cases"]

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "corpus"
SETS = {"written on": "events.yaml", "held aside": "events_held.yaml"}

Wanted = Mapping[str, Any]


def load(name: str) -> list[dict[str, Any]]:
    """Read one of the `SETS`."""
    found: list[dict[str, Any]] = yaml.safe_load((FOLDER / SETS[name]).read_text(encoding="utf-8"))
    return found


def measure_event_cases(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure both sets; `corpora` is not read, the cases are our own."""
    for name in SETS:
        counts, right, asked = Counts(), Counter[str](), Counter[str]()
        for case in load(name):
            record = read_case(case["text"], model, whole=False)
            wanted, got, extra = compare(case, record)
            counts.count(wanted, len(got) + extra, len(got))
            for want, event in got:
                for field, is_right in _fields(record, want, event):
                    asked[field] += 1
                    right[field] += is_right
        shares = {field: right[field] / asked[field] for field in sorted(asked)}
        yield Table(f"events/{name}", {TOTAL: {**counts.columns(), **shares}}, ("F1", "status"))


def compare(case: Mapping[str, Any], record: Record) -> tuple[int, list[tuple[Wanted, Event]], int]:
    """Compare the events of a case with those of its record.

    Returns:
        How many were wanted, the pairs of wanted and found, and how many were found beyond these and the optional ones.
    """
    left = list(record.events)
    wanted = [want for want in case["events"] if not want.get("optional")]
    got = [(want, event) for want in wanted if (event := _take(case["text"], want, left)) is not None]
    for want in case["events"]:
        if want.get("optional"):
            _take(case["text"], want, left)
    return len(wanted), got, len(left)


def _take(text: str, want: Wanted, left: list[Event]) -> Event | None:
    """Take the event that is meant out of those left."""
    types = {reading.split()[0].partition("/")[0] for reading in _each(want["is"])}
    places = [(text.index(words), text.index(words) + len(words)) for words in _each(want["trigger"])]
    for event in left:
        meets = any(s.start < end and start < s.end for s in event.trigger for start, end in places)
        if meets and event.type in types:
            left.remove(event)
            return event
    return None


def _fields(record: Record, want: Wanted, event: Event) -> Iterator[tuple[str, bool]]:
    readings = [reading.split() for reading in _each(want["is"])]
    mine = [(kind, status) for kind, status in readings if kind.partition("/")[0] == event.type]
    yield "status", any(status == event.status for _, status in mine)
    if any("/" in kind for kind, _ in mine):
        yield "mode", any(kind.partition("/")[2] in {event.mode or "", ""} for kind, _ in mine)
    if "date" in want:
        yield "date", event.date == (None if want["date"] is None else str(want["date"]))
    if "place" in want:
        yield "place", event.place == want["place"]
    if "according_to" in want:
        yield "according_to", _is_told_by(record, event, want["according_to"])
    sides = (event.actors, event.recipients)
    straight = _are(record, sides[0], want["actors"]) and _are(record, sides[1], want["recipients"])
    crossed = _are(record, sides[1], want["actors"]) and _are(record, sides[0], want["recipients"])
    clean = not any(
        is_mention(id, _each(each), record) for each in want.get("without", ()) for id in (*sides[0], *sides[1])
    )
    yield "parties", clean and (straight or (bool(want.get("symmetric")) and crossed))


def _is_told_by(record: Record, event: Event, words: str | None) -> bool:
    """Tell whether an event stands on the word of who is meant; None means that the report tells it."""
    speakers = [s.speaker for s in record.statements if s.id == event.according_to]
    if words is None or not speakers:
        return words is None and not speakers
    return speakers[0] is not None and is_mention(speakers[0], [words], record)


def _are(record: Record, ids: Sequence[str], words: Sequence[Any]) -> bool:
    """Tell whether each of some words means one of some entities; nothing else is asked where there are none."""
    return all(any(is_mention(id, _each(each), record) for id in ids) for each in words)


def _each(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]
