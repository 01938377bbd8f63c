# SPDX-License-Identifier: Apache-2.0
"""The rows of one record: what queries read of it, with the words and marks that it is found by."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from readout.archive.columns import storable
from readout.archive.names import held_name
from readout.archive.terms import Mark, mark, marks_of_days, number_of_day, stems
from readout.reading.times.almanac import interval_of
from readout.record import Entity, Event, Figure, Record, Statement
from readout.text import Span

__all__ = ["Cast", "Digest", "RecordRows", "Row"]

# A name is a few words; what is longer is a description that the report gives in place of one.
_LONGEST_NAME = 120

Row = dict[str, Any]
# What tells a statement, an event or a figure from others of its text.
Digest = tuple[str | float | None, ...]


class Cast:
    """Who and what of a record is worth a name of its own here, and where each is mentioned."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.by_id = {entity.id: entity for entity in record.entities}
        spots = [
            (mention.start, mention.end, entity)
            for entity in record.entities
            if entity.name is not None or entity.country is not None
            for mention in entity.mentions
        ]
        self._spots = sorted(spots, key=lambda spot: spot[:2])
        self._starts = [spot[0] for spot in self._spots]
        self._names: dict[str, tuple[str, str]] = {}
        self._places = sorted((place.start, place.country) for place in record.places if place.country)

    @cached_property
    def countries_of_places(self) -> dict[str, str]:
        """The country of each place, by its name in lists of events."""
        return {place.name: place.country for place in reversed(self.record.places) if place.country}

    def within(self, spans: Iterable[Span]) -> Iterator[Entity]:
        """Give entities that are mentioned within spans, as often as they are."""
        for span in spans:
            for start, end, entity in self._spots[bisect_left(self._starts, span.start) :]:
                if start >= span.end:
                    break
                if end <= span.end:
                    yield entity

    def countries_within(self, spans: Sequence[Span]) -> set[str]:
        """Return the countries of whom and what is mentioned within spans."""
        found = {entity.country for entity in self.within(spans) if entity.country}
        for span in spans:
            low = bisect_left(self._places, (span.start, ""))
            found |= {country for start, country in self._places[low:] if country and start < span.end}
        return found

    def name(self, id: str) -> tuple[str, str]:
        """Return what to call an entity, and its kind."""
        if id not in self._names:
            name = " ".join(self.record.name_of(id).split())[:_LONGEST_NAME]
            self._names[id] = storable(name) or "", self.by_id[id].type
        return self._names[id]

    def names(self) -> set[tuple[str, str]]:
        """Return every name that rows will point at, as databases hold it."""
        record = self.record
        others = [(event.place, "place") for event in record.events]
        others += [(role.words, "role") for entity in record.entities for role in entity.roles[:1]]
        others.append((record.report.publisher, "publisher"))
        named = {(name, kind) for written, kind in others if (name := held_name(written))}
        return named | {self.name(id) for id in self._named_ids()}

    def _named_ids(self) -> Iterator[str]:
        for statement in self.record.statements:
            yield from (id for id in (statement.speaker, statement.channel and statement.channel.outlet) if id)
            yield from statement.addressees
            yield from statement.relayed_by
            yield from (entity.id for entity in self.within(statement.content) if entity.name is not None)
        for event in self.record.events:
            yield from event.actors
            yield from event.recipients
        for contact in self.record.contacts:
            yield from contact.parties


@dataclass
class RecordRows:
    """The rows of one record, each with its words and marks under "terms"."""

    report_id: int
    record: Record
    cast: Cast
    numbers: Mapping[tuple[str, str], int]
    told: Mapping[str, set[Digest]] | None
    published_by: Sequence[str] = ()
    days: set[tuple[str, int]] = field(default_factory=set)
    _parties: dict[str, None] = field(default_factory=dict)

    @cached_property
    def day(self) -> int:
        """The day of publication, 0 where it is not known."""
        published = self.record.report.published
        bounds = _days_of(published.value) if published else None
        return number_of_day(bounds[0]) if bounds else 0

    @cached_property
    def publisher(self) -> int | None:
        """The number of the name of the publisher with whose title and day the report was read."""
        return self._number_of_name(self.record.report.publisher, "publisher")

    @cached_property
    def publishers(self) -> list[int]:
        """The numbers of the names of all who published the report."""
        others = (self.numbers[name, "publisher"] for name in self.published_by)
        return list(dict.fromkeys([*([self.publisher] if self.publisher is not None else []), *others]))

    def entry(self, rows: Mapping[str, Sequence[Row]]) -> Row:
        """Return what lists show of the report."""
        report = self.record.report
        return {
            "report_id": self.report_id,
            "title": storable(report.title),
            "publisher": self.publisher,
            "published": report.published.value if report.published else None,
            "again": self.told is not None,
            "contacts": len(self.record.contacts),
            **{kind: len(of_kind) for kind, of_kind in rows.items()},
        }

    def report_terms(self) -> list[str]:
        """Return the words of title and text, with the marks of who speaks and acts."""
        report = self.record.report
        marks = [*self._common(self.told is not None), *self._parties]
        if report.language:
            marks.append(mark(Mark.LANGUAGE, report.language))
        title = stems(report.title) if report.title and report.title not in report.text else []
        return [*marks, *title, *stems(report.text)]

    def statements(self) -> Iterator[Row]:
        """Make the rows of statements."""
        for number, statement in enumerate(self.record.statements, 1):
            words = self._stems(statement.content)
            speaker = self._entity(statement.speaker)
            channel = statement.channel
            digest: Digest = tuple(words)
            again = self.told is not None and digest in self.told["statements"]
            percent = int(statement.confidence * 100 + 1e-9)
            said = statement.said
            bounds = _days_of(said)
            role = speaker.roles[0].words if speaker and speaker.roles else None
            marks = [*self._common(again), *self._marks_of_statement(statement, speaker)]
            marks += self._dated("statements", bounds)
            marks.append(mark(Mark.CONFIDENCE, percent))
            self._parties.update(
                (name.replace(f"{name[:2]}", f"{name[0]}{Mark.WHO}", 1), None) for name in marks if name[1] in "btv"
            )
            self._parties.update((name, None) for name in marks if name[1] == Mark.COUNTRY)
            yield {
                "report_id": self.report_id,
                "number": number,
                "kind": statement.kind,
                "channel": channel.kind if channel else None,
                "outlet": self._number(channel.outlet) if channel and channel.outlet else None,
                "anonymous": statement.anonymous,
                "speaker": self._number(statement.speaker) if statement.speaker else None,
                "role": self._number_of_name(role, "role"),
                "country": speaker.country if speaker else None,
                "sector": speaker.sector if speaker else None,
                "addressees": self._list(statement.addressees),
                "relays": self._list(statement.relayed_by),
                "said": said,
                **_first_and_last(bounds),
                "confidence": percent,
                "spans": _written(statement.content),
                "again": again,
                "terms": [*marks, *words],
            }

    def events(self) -> Iterator[Row]:
        """Make the rows of events, each with the contacts that it made."""
        of_event = defaultdict(list)
        for contact in self.record.contacts:
            of_event[contact.event].append(contact)
        for number, event in enumerate(self.record.events, 1):
            words = self._stems(event.evidence)
            digest: Digest = (event.type, *words)
            again = self.told is not None and digest in self.told["events"]
            percent = int(event.confidence * 100 + 1e-9)
            bounds = _days_of(event.date)
            source = self._source(event.according_to)
            made = of_event[event.id][:1]  # two contacts of one event would be one contact told twice
            place_country = self.cast.countries_of_places.get(event.place) if event.place else None
            parties = dict.fromkeys([*event.actors, *event.recipients, *(id for c in made for id in c.parties)])
            marks = [*self._common(again), *self._marks_of_event(event, parties, place_country)]
            marks += self._dated("events", bounds)
            marks.append(mark(Mark.CONFIDENCE, percent))
            if source is not None:
                marks.append(mark(Mark.WORD_OF, source))
            for contact in made:
                marks += [mark(Mark.CONTACT), *([mark(Mark.MEDIUM, contact.medium)] if contact.medium else [])]
                words = [*words, *self._stems(contact.topics)]
            self._parties.update((mark(Mark.WHO, self._number(id)), None) for id in parties)
            self._parties.update((name, None) for name in marks if name[1] == Mark.COUNTRY)
            yield {
                "report_id": self.report_id,
                "number": number,
                "type": event.type,
                "mode": event.mode,
                "status": event.status,
                "actors": self._cast_list(event.actors),
                "recipients": self._cast_list(event.recipients),
                "date": event.date,
                **_first_and_last(bounds),
                "place": self._number_of_name(event.place, "place"),
                "place_country": place_country,
                "according_to": int(event.according_to[1:]) if event.according_to else None,
                "source": source,
                "confidence": percent,
                "spans": _written(event.evidence),
                "again": again,
                "terms": [*marks, *words],
                "contact": [
                    {
                        "medium": contact.medium,
                        "parties": self._cast_list(contact.parties),
                        "initiated_by": contact.initiated_by.country if contact.initiated_by else None,
                        "tone": storable(contact.tone),
                        "topics": _written(contact.topics) or None,
                        "duration": contact.duration,
                    }
                    for contact in made
                ],
            }

    def figures(self) -> Iterator[Row]:
        """Make the rows of figures."""
        for number, figure in enumerate(self.record.figures, 1):
            spans = [figure.span, *(span for span in (figure.of_span, figure.per_span) if span)]
            words = stems(figure.of) if figure.of else []
            digest: Digest = (figure.low, figure.high, figure.unit, *words)
            again = self.told is not None and digest in self.told["figures"]
            source = self._source(figure.according_to)
            marks = [*self._common(again), *self._marks_of_figure(figure, source)]
            yield {
                "report_id": self.report_id,
                "number": number,
                "kind": figure.kind,
                "unit": figure.unit,
                "low": figure.low,
                "high": figure.high,
                "modifier": storable(figure.modifier),
                "of": storable(figure.of),
                "according_to": int(figure.according_to[1:]) if figure.according_to else None,
                "source": source,
                "spans": _written(spans),
                "again": again,
                "terms": [*marks, *words],
            }

    def _common(self, again: bool) -> Iterator[str]:
        yield mark(Mark.AGAIN if again else Mark.FIRST)
        yield from (mark(Mark.PUBLISHER, number) for number in self.publishers)

    def _marks_of_statement(self, statement: Statement, speaker: Entity | None) -> Iterator[str]:
        if speaker is not None:
            yield mark(Mark.BY, self._number(speaker.id))
            yield from _marks_of_actor([speaker])
            for word in dict.fromkeys(word for role in speaker.roles for word in stems(role.title)):
                yield mark(Mark.ROLE, word)
        if statement.channel is not None:
            yield mark(Mark.CHANNEL, statement.channel.kind)
        if statement.anonymous:
            yield mark(Mark.UNNAMED)
        for letter, ids in ((Mark.TO, statement.addressees), (Mark.RELAY, statement.relayed_by)):
            yield from (mark(letter, self._number(id)) for id in dict.fromkeys(ids))
        named = (entity.id for entity in self.cast.within(statement.content) if entity.name is not None)
        yield from (mark(Mark.ABOUT, number) for number in dict.fromkeys(map(self._number, named)))
        for country in sorted(self.cast.countries_within(statement.content)):
            yield mark(Mark.ABOUT_COUNTRY, country)

    def _marks_of_event(self, event: Event, parties: Iterable[str], place_country: str | None) -> Iterator[str]:
        yield mark(Mark.TYPE, event.type)
        if event.mode:
            yield mark(Mark.MODE, event.mode)
        yield mark(Mark.STATUS, event.status)
        others = [
            id for id in parties if id not in event.actors
        ]  # those of the contact that the event does not have, too
        for letter, ids in ((Mark.BY, event.actors), (Mark.TO, others)):
            yield from (mark(letter, number) for number in dict.fromkeys(map(self._number, ids)))
        yield from _marks_of_actor([self.cast.by_id[id] for id in parties])
        if event.place:
            yield mark(Mark.PLACE, self._number_of_name(event.place, "place") or "")
        if place_country:
            yield mark(Mark.PLACE_COUNTRY, place_country)

    def _marks_of_figure(self, figure: Figure, source: int | None) -> Iterator[str]:
        yield mark(Mark.KIND, figure.kind)
        if figure.unit:
            yield mark(Mark.UNIT, figure.unit)
        if source is not None and figure.according_to is not None:
            yield mark(Mark.BY, source)
            speaker = self._entity(self.record.statement(figure.according_to).speaker)
            yield from _marks_of_actor([speaker] if speaker else [])

    def _dated(self, kind: str, bounds: tuple[str, str] | None) -> Iterator[str]:
        first, last = bounds or (None, None)
        self.days.add((kind, int(first.replace("-", "")) if first else 0))
        yield from marks_of_days(first, last)

    def _entity(self, id: str | None) -> Entity | None:
        return self.cast.by_id[id] if id is not None else None

    def _number(self, id: str) -> int:
        return self.numbers[self.cast.name(id)]

    def _number_of_name(self, name: str | None, kind: str) -> int | None:
        """Return the number of a name that is no entity's."""
        held = held_name(name)
        return self.numbers[held, kind] if held else None

    def _source(self, statement: str | None) -> int | None:
        """Return the number of the name of who made a statement."""
        speaker = self.record.statement(statement).speaker if statement is not None else None
        return self._number(speaker) if speaker is not None else None

    def _list(self, ids: Sequence[str]) -> str | None:
        return json.dumps([self._number(id) for id in ids], separators=(",", ":")) if ids else None

    def _cast_list(self, ids: Sequence[str]) -> str | None:
        found = [[self._number(id), self.cast.by_id[id].country, self.cast.by_id[id].sector] for id in ids]
        return json.dumps(found, separators=(",", ":")) if found else None

    def _stems(self, spans: Iterable[Span]) -> list[str]:
        return stems(" … ".join(span.of(self.record.report.text) for span in spans))


def _marks_of_actor(entities: Sequence[Entity]) -> Iterator[str]:
    found = [mark(Mark.COUNTRY, entity.country) for entity in entities if entity.country]
    found += [mark(Mark.SECTOR, entity.sector) for entity in entities if entity.sector]
    yield from dict.fromkeys(found)


def _days_of(value: str | None) -> tuple[str, str] | None:
    """Return the first and the last day of a time; None where it is open."""
    bounds = interval_of(value) if value else None
    return (bounds[0][:10], bounds[1][:10]) if bounds else None


def _first_and_last(bounds: tuple[str, str] | None) -> Row:
    first, last = bounds or (None, None)
    return {"first": number_of_day(first) if first else None, "last": number_of_day(last) if last else None}


def _written(spans: Iterable[Span]) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in spans)
