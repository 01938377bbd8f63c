# SPDX-License-Identifier: Apache-2.0
"""Reports as brat standoff: `ID.txt`, the text, and `ID.ann`, what was found in it; `annotation.conf` says what there is.

Text-bound annotations (T) are mentions of entities, statements, their cues and sources, places, times, figures, evidence and
triggers of events. Relations (R) join a statement to cue, source, speaker, addressee, relay, outlet and the statement around it;
events (E) have a line for each telling; attributes (A) give kinds and states; a note (#) has the id in the record and what brat
has no place for. Mentions of one entity are equivalent (*).

brat shows a document line by line, and reads its own files so: a span that runs over the end of a line is written as the pieces
on each line (`0 5;6 10`), also where it runs over a tab.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from readout.export.characters import json_line, writable
from readout.export.kept import Kept
from readout.export.shelves import Shelves
from readout.record import Entity, Event, Json, Mention, Record, Statement
from readout.text import Span

__all__ = ["CONFIGURATION", "BratFiles", "standoff"]

_ENTITY_TYPES = {
    "person": "Person", "organisation": "Organisation", "place": "Place", "group": "Group", "other": "Other",
}  # fmt: skip
_EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_PARTY = "<ENTITY>"

CONFIGURATION = f"""\
[entities]
{chr(10).join(_ENTITY_TYPES.values())}
Statement
Cue
Source
Evidence
Toponym
Timex
Figure

[relations]
CuedBy\tArg1:Statement, Arg2:Cue
SourcedBy\tArg1:Statement, Arg2:Source
Speaker\tArg1:Statement, Arg2:{_PARTY}
Addressee\tArg1:Statement, Arg2:{_PARTY}
RelayedBy\tArg1:Statement, Arg2:{_PARTY}
Outlet\tArg1:Statement, Arg2:{_PARTY}
NestedIn\tArg1:Statement, Arg2:Statement
AccordingTo\tArg1:<ANY>, Arg2:Statement
Equiv\tArg1:{_PARTY}, Arg2:{_PARTY}, <REL-TYPE>:symmetric-transitive

[events]
{chr(10).join(f"{event}{chr(9)}Actor*:{_PARTY}, Recipient*:{_PARTY}, Evidence?:Evidence" for event in _EVENTS)}

[attributes]
Kind\tArg:Statement, Value:direct|mixed|indirect
Anonymous\tArg:Statement
Status\tArg:<EVENT>, Value:occurred|ongoing|planned|requested|conditional|hypothetical|attempted|denied
PlaceKind\tArg:Toponym, Value:location|metonym|demonym|part_of_name
TimexType\tArg:Timex, Value:DATE|TIME|DURATION|SET
FigureKind\tArg:Figure, Value:count|money|percentage|measure|ratio
"""

# Where a line ends for brat's reader, which is Python's `splitlines`; and the tab that parts the columns of its lines.
_PIECES = re.compile("[^\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")


class BratFiles:
    """Writes two files for each report, and the configuration that brat shows them by."""

    def __init__(self, folder: Path) -> None:
        """Write the configuration; brat looks for it in the folders above a document too."""
        (folder / "annotation.conf").write_text(CONFIGURATION, encoding="utf-8", newline="\n")
        self._shelves = Shelves(folder)

    def put(self, kept: Kept) -> None:
        """Write one report."""
        record = kept.record
        path = self._shelves.place(record.report.id, ending=".txt")
        text = writable(record.report.text)
        path.with_name(f"{path.name}.txt").write_text(text, encoding="utf-8", newline="")
        path.with_name(f"{path.name}.ann").write_text(standoff(record), encoding="utf-8", newline="\n")

    def end(self) -> None:
        """Do nothing: every file is whole."""

    def close(self) -> None:
        """Do nothing: nothing is left open."""


def standoff(record: Record) -> str:
    """Return what stands in a record's `.ann` file."""
    return "".join(f"{line}\n" for line in _Standoff(record).lines())


class _Standoff:
    """The lines of one file, with what has been numbered so far."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._text = writable(record.report.text)
        self._lines: list[str] = []
        self._counts = dict.fromkeys("TREA#", 0)
        self._mentions: dict[str, list[tuple[Mention, str]]] = {}
        self._statements: dict[str, str] = {}

    def lines(self) -> list[str]:
        for entity in self._record.entities:
            self._entity(entity)
        for statement in self._record.statements:
            self._statement(statement)
        for statement in self._record.statements:
            self._statement_relations(statement)
        for event in self._record.events:
            self._event(event)
        self._facts()
        return self._lines

    def _entity(self, entity: Entity) -> None:
        marked = [(m, self._mark(_ENTITY_TYPES[entity.type], [m.span])) for m in entity.mentions]
        found = [(mention, id) for mention, id in marked if id is not None]
        self._mentions[entity.id] = found
        if len(found) > 1:
            self._lines.append(f"*\tEquiv {' '.join(id for _, id in found)}")
        if found:
            fields: dict[str, Json] = {"name": entity.name, "country": entity.country, "sector": entity.sector}
            self._note(found[0][1], entity.id, fields)

    def _statement(self, statement: Statement) -> None:
        id = self._mark("Statement", statement.content)
        if id is None:
            return
        self._statements[statement.id] = id
        self._attribute("Kind", id, statement.kind)
        if statement.anonymous:
            self._attribute("Anonymous", id)
        for name, kind, spans in (("CuedBy", "Cue", statement.cue), ("SourcedBy", "Source", statement.source)):
            other = self._mark(kind, spans)
            self._relation(name, id, other)
        channel = None if statement.channel is None else statement.channel.kind
        fields: dict[str, Json] = {"channel": channel, "said": statement.said, "confidence": statement.confidence}
        self._note(id, statement.id, fields)

    def _statement_relations(self, statement: Statement) -> None:
        id = self._statements.get(statement.id)
        outlet = statement.channel.outlet if statement.channel else None
        parties = [
            ("Speaker", [statement.speaker]),
            ("Addressee", statement.addressees),
            ("RelayedBy", statement.relayed_by),
            ("Outlet", [outlet]),
        ]
        for name, ids in parties:
            for entity in ids:
                self._relation(name, id, self._mention_near(entity, [*statement.source, *statement.cue]))
        self._relation("NestedIn", id, self._statements.get(statement.nested_in or ""))

    def _event(self, event: Event) -> None:
        """Write an event once for each telling, each with the party's mention that is nearest to it."""
        for number, words in enumerate(event.trigger or event.evidence):
            trigger = self._mark(event.type, [words])
            if trigger is None:
                continue
            id = self._next("E")
            evidence = event.evidence[number] if number < len(event.evidence) else None
            told = None if evidence is None else self._mark("Evidence", [evidence])
            roles = [("Actor", event.actors), ("Recipient", event.recipients)]
            arguments = [(name, self._mention_near(party, [words])) for name, ids in roles for party in ids]
            parties = _arguments([*arguments, ("Evidence", told)])
            self._lines.append(" ".join([f"{id}\t{event.type}:{trigger}", *parties]))
            self._attribute("Status", id, event.status)
            self._relation("AccordingTo", id, self._statements.get(event.according_to or ""))
            fields: dict[str, Json] = {"mode": event.mode, "date": event.date, "place": event.place}
            self._note(id, event.id, {**fields, "confidence": event.confidence})

    def _facts(self) -> None:
        for number, time in enumerate(self._record.times, 1):
            self._fact("Timex", time.span, "TimexType", time.type, f"t{number}", {"value": time.value, "mod": time.mod})
        for number, place in enumerate(self._record.places, 1):
            fields: dict[str, Json] = {"name": place.name, "country": place.country, "geonames_id": place.geonames_id}
            self._fact("Toponym", place.span, "PlaceKind", place.kind, f"p{number}", fields)
        for number, figure in enumerate(self._record.figures, 1):
            fields = {"low": figure.low, "high": figure.high, "unit": figure.unit, "of": figure.of}
            id = self._fact("Figure", figure.span, "FigureKind", figure.kind, f"f{number}", fields)
            self._relation("AccordingTo", id, self._statements.get(figure.according_to or ""))

    def _fact(
        self, kind: str, span: Span, attribute: str, value: str, name: str, fields: dict[str, Json]
    ) -> str | None:
        id = self._mark(kind, [span])
        if id is not None:
            self._attribute(attribute, id, value)
            self._note(id, name, fields)
        return id

    def _mark(self, kind: str, spans: Iterable[Span]) -> str | None:
        """Write a text-bound annotation and return its id; None if there is nothing to see at its spans."""
        pieces = [piece for span in spans for piece in _pieces(self._text, span)]
        if not pieces:
            return None
        id = self._next("T")
        offsets = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(piece.of(self._text) for piece in pieces)
        self._lines.append(f"{id}\t{kind} {offsets}\t{words}")
        return id

    def _relation(self, name: str, first: str | None, second: str | None) -> None:
        if first is not None and second is not None:
            self._lines.append(f"{self._next('R')}\t{name} Arg1:{first} Arg2:{second}")

    def _attribute(self, name: str, id: str, *value: str) -> None:
        self._lines.append(" ".join([f"{self._next('A')}\t{name}", id, *value]))

    def _note(self, id: str, name: str, fields: dict[str, Json]) -> None:
        """Write the id in the record, and those fields that have a value."""
        known = json_line({key: value for key, value in fields.items() if value is not None})
        one_line = " ".join(_PIECES.findall(writable(known)))  # U+2028 is no line's end to JSON, but it is to brat
        self._lines.append(f"{self._next('#')}\tAnnotatorNotes {id}\t{name} {one_line}")

    def _next(self, letter: str) -> str:
        self._counts[letter] += 1
        return f"{letter}{self._counts[letter]}"

    def _mention_near(self, entity: str | None, spans: Sequence[Span]) -> str | None:
        """Return the mention of an entity that stands within the spans, or else nearest to the first."""
        found = self._mentions.get(entity or "", [])
        if not found:
            return None
        inside = (id for mention, id in found if any(span.contains(mention.span) for span in spans))
        start = spans[0].start if spans else 0
        return next(inside, min(found, key=lambda each: abs(each[0].start - start))[1])


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Cut a span where brat has the end of a line or of a column."""
    return (Span(found.start(), found.end()) for found in _PIECES.finditer(text, span.start, span.end))


def _arguments(found: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """Yield the arguments of an event, several of one name numbered as brat numbers them: Actor, Actor2."""
    counts: dict[str, int] = {}
    for name, id in found:
        if id is not None:
            counts[name] = counts.get(name, 0) + 1
            yield f"{name}{counts[name] if counts[name] > 1 else ''}:{id}"
