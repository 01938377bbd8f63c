# SPDX-License-Identifier: Apache-2.0
"""The clerk: writes down what a reading found, one line per statement, with a finger on the words.

The clerk decides nothing. What the layers left open stays open, with their reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from readout.reading.contacts.contact import Contact as FoundContact
from readout.reading.coreference.entities import Entity as FoundEntity
from readout.reading.coreference.entities import with_mentions
from readout.reading.events.actors import Code, with_codes
from readout.reading.events.events import Event as FoundEvent
from readout.reading.figures.figure import Figure as FoundFigure
from readout.reading.happenings.parties import Implied
from readout.reading.page.parts import Part
from readout.reading.places.homelands import with_homelands
from readout.reading.places.places import Place as FoundPlace
from readout.reading.reading import Reading
from readout.reading.statements.first_persons import FirstPerson
from readout.reading.statements.statements import Statement as FoundStatement
from readout.reading.times.sayings import Saying
from readout.reading.times.times import Time as FoundTime
from readout.record.record import (
    Anchor,
    Channel,
    Comparison,
    Contact,
    Entity,
    Event,
    Figure,
    Initiative,
    MadeBy,
    Mention,
    Note,
    PartInfo,
    Place,
    PreviousContact,
    Reason,
    Record,
    ReportInfo,
    Role,
    Statement,
    Time,
    Undecided,
)
from readout.report import Published, Report
from readout.version import __version__

__all__ = ["record_of", "unread_record"]

_PRINTED = {"headline", "standfirst", "byline", "dateline", "caption", "credit", "body", "source_line"}


def record_of(reading: Reading, *, model: str) -> Record:
    """Write down a reading.

    Args:
        reading: A report with the findings of all layers.
        model: Name and hash of the model that read it.
    """
    report = reading.report
    said = {saying.statement: saying for saying in reading.of(Saying)}
    speaking = {first.mention: first.speaker for first in reading.of(FirstPerson)}
    published = next(iter(reading.of(Published)), report.published)
    return Record(
        report=_report(report, reading.of(Part), published),
        entities=tuple(
            _entities(
                [
                    *with_homelands(
                        with_codes(with_mentions(reading.of(FoundEntity), speaking), reading.of(Code)),
                        reading.of(FoundPlace),
                    ),
                    *(implied.entity for implied in reading.of(Implied)),
                ]
            )
        ),
        statements=tuple(_statement(s, i, said.get(i)) for i, s in enumerate(reading.of(FoundStatement))),
        events=tuple(_event(event, i) for i, event in enumerate(reading.of(FoundEvent))),
        contacts=tuple(_contact(contact) for contact in reading.of(FoundContact)),
        times=tuple(_time(time) for time in reading.of(FoundTime)),
        figures=tuple(_figure(f) for f in reading.of(FoundFigure)),
        places=tuple(_place(place) for place in reading.of(FoundPlace)),
        notes=tuple(_notes(report, published)),
        made_by=MadeBy(__version__, model),
    )


def unread_record(report: Report, *, model: str, reason: str) -> Record:
    """Write down a report that could not be read for what it says, with the reason."""
    return Record(
        report=_report(report, (), report.published),
        entities=(),
        statements=(),
        notes=(Note(reason),),
        made_by=MadeBy(__version__, model),
    )


def _report(report: Report, parts: Sequence[Part], published: Published | None) -> ReportInfo:
    headline = next((part.span.of(report.text) for part in parts if part.kind == "headline"), None)
    return ReportInfo(
        id=report.id,
        url=report.url,
        publisher=report.publisher,
        title=report.title or headline,
        language=report.language,
        published=published,
        text=report.text,
        parts=tuple(PartInfo(p.kind, p.span.start, p.span.end) for p in parts if p.kind in _PRINTED),  # type: ignore[arg-type]
    )


def _entities(entities: Iterable[FoundEntity]) -> Iterable[Entity]:
    for entity in entities:
        yield Entity(
            id=entity.id,
            type=entity.type,
            name=entity.name,
            aliases=entity.aliases,
            roles=tuple(dict.fromkeys(Role(role.title, role.country, role.former) for role in entity.roles)),
            country=entity.country,
            sector=entity.sector,
            anonymous=entity.anonymous,
            mentions=tuple(Mention(m.span.start, m.span.end, m.form) for m in entity.mentions),
        )


def _statement(statement: FoundStatement, index: int, said: Saying | None) -> Statement:
    channel = Channel(statement.channel, statement.outlet) if statement.channel else None
    return Statement(
        id=f"s{index + 1}",
        kind=statement.kind,
        content=statement.content,
        cue=statement.cue,
        source=statement.source,
        speaker=statement.speaker,
        addressees=statement.addressees,
        relayed_by=statement.relayed_by,
        channel=channel,
        anonymous=statement.anonymous,
        said=None if said is None else said.value,
        nested_in=None if statement.parent is None else f"s{statement.parent + 1}",
        confidence=statement.confidence,
        condition=statement.condition,
        because=(
            *(Reason(s.field, s.rule, s.score, s.spans) for s in statement.because),
            *([] if said is None else [Reason("said", said.rule, None, said.spans)]),
        ),
        undecided=tuple(Undecided(o.field, o.reason, o.spans) for o in statement.undecided),
    )


def _time(time: FoundTime) -> Time:
    anchor = None if time.anchor is None else Anchor(time.anchor.value, time.anchor.basis, time.anchor.spans)
    return Time(
        start=time.span.start,
        end=time.span.end,
        type=time.type,
        value=time.value,
        mod=time.mod,
        quant=time.quant,
        freq=time.freq,
        first=time.first,
        last=time.last,
        anchor=anchor,
        rule=time.rule,
        undecided=time.undecided,
    )


def _event(event: FoundEvent, index: int) -> Event:
    return Event(
        id=f"v{index + 1}",
        type=event.type,
        mode=event.mode,
        status=event.status,
        actors=event.actors,
        recipients=event.recipients,
        date=event.date,
        duration=event.duration,
        place=event.place,
        evidence=event.evidences,
        trigger=event.triggers,
        according_to=None if event.according_to is None else f"s{event.according_to + 1}",
        confidence=event.confidence,
        contexts=event.contexts,
        status_words=event.status_words,
        instrument=event.instrument,
        issue=event.issue,
        because=tuple(Reason(s.field, s.rule, s.score, s.spans) for s in event.because),
        undecided=tuple(Undecided(o.field, o.reason, o.spans) for o in event.undecided),
    )


def _contact(contact: FoundContact) -> Contact:
    sought, before = contact.initiative, contact.previous
    return Contact(
        event=f"v{contact.event + 1}",
        parties=contact.parties,
        countries=contact.countries,
        medium=contact.medium,
        date=contact.date,
        duration=contact.duration,
        initiated_by=None
        if sought is None
        else Initiative(
            sought.country, None if sought.according_to is None else f"s{sought.according_to + 1}", sought.spans
        ),
        previous=None if before is None else PreviousContact(before.date, (before.span,)),
        tone=contact.tone,
        status=contact.status,
        place=contact.place,
        topics=contact.topics,
        tone_words=contact.tone_words,
        outcome=contact.outcome,
    )


def _figure(figure: FoundFigure) -> Figure:
    than = figure.comparison
    return Figure(
        start=figure.span.start,
        end=figure.span.end,
        low=_number(figure.low),
        high=_number(figure.high),
        modifier=figure.modifier,
        unit=figure.unit,
        of=figure.of,
        according_to=None if figure.statement is None else f"s{figure.statement + 1}",
        kind=figure.kind,
        of_span=figure.of_span,
        comparison=None
        if than is None
        else Comparison(
            direction=than.direction, low=_number(than.low), high=_number(than.high), unit=than.unit, spans=than.spans
        ),
        per=figure.per,
        per_span=figure.per_span,
    )


def _number(value: float | None) -> float | None:
    """Write a whole number as one: 12, not 12.0."""
    return int(value) if value is not None and value == int(value) else value


def _place(place: FoundPlace) -> Place:
    return Place(
        start=place.span.start,
        end=place.span.end,
        name=place.name,
        kind=place.kind,
        country=place.country,
        lat=place.lat,
        lon=place.lon,
        geonames_id=place.geonames_id,
        feature_class=place.feature_class,
        feature_code=place.feature_code,
        rule=place.rule,
        undecided=place.undecided,
    )


def _notes(report: Report, published: Published | None) -> Iterable[Note]:
    if report.language is None:
        yield Note("the text is too short to tell its language; it was read as English")
    if published is None:
        yield Note("no day of publication was given; relative dates cannot be resolved")
