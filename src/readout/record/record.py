# SPDX-License-Identifier: Apache-2.0
"""The types of a record, field for field in the order of its JSON form.

All spans are half-open, in code points of `Record.report.text`. All ids hold within one record only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeVar

from readout.errors import SchemaError
from readout.record.check import check_record
from readout.record.form import Json, plain_from_value, shallow_from_value, value_from_plain
from readout.report import Published
from readout.text import Span

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
]

FORMAT: Final = "readout/1"

PartKind = Literal["headline", "standfirst", "byline", "dateline", "caption", "credit", "body", "source_line"]
EntityType = Literal["person", "organisation", "place", "group", "other"]
MentionForm = Literal["name", "nominal", "pronoun"]
StatementKind = Literal["direct", "mixed", "indirect"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
EventStatus = Literal[
    "occurred", "ongoing", "planned", "requested", "conditional", "hypothetical", "attempted", "denied"
]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceKind = Literal["location", "metonym", "demonym", "part_of_name"]
AnchorBasis = Literal["published", "said", "text"]
FigureKind = Literal["count", "money", "percentage", "measure", "ratio"]

# json.dumps leaves a lone surrogate as it is, and no file can then be written in UTF-8.
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class PartInfo:
    """A part of the report, such as its headline or a caption.

    Attributes:
        kind: What part it is.
        start: Where it begins.
        end: Where it ends.
    """

    kind: PartKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Return where the part stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInfo:
    """The report that was read, with its whole text.

    Attributes:
        id: A hash of the text; the same text has the same id.
        url: The report's address, if it was given.
        publisher: Who published it, if that was given.
        title: The title that was given with it, or its headline.
        language: ISO 639-1 code, or None when it was not recognised.
        published: The day of publication and how it is known, or None.
        text: The text as it was given, no character replaced.
        parts: Headline, captions, body and so on, in text order.
    """

    id: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    language: str | None = None
    published: Published | None = None
    text: str
    parts: tuple[PartInfo, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """An office that the report gives to a person.

    Attributes:
        title: The office, as the report has it.
        country: The country it is held for, ISO 3166-1 alpha-3.
        former: Whether the report says that it is over: "the former president".
    """

    title: str
    country: str | None = None
    former: bool = False

    @property
    def words(self) -> str:
        """The title as one would say it: "former president"."""
        return f"former {self.title}" if self.former else self.title


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named or referred to.

    Attributes:
        start: Where its words begin.
        end: Where they end.
        form: By name, by description (nominal) or by pronoun.
    """

    start: int
    end: int
    form: MentionForm

    @property
    def span(self) -> Span:
        """Return where the mention stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Someone or something that the report mentions, with every mention of it.

    Attributes:
        id: `n1`, `n2`, …
        type: What it is.
        name: Its fullest name in the report; None when the report does not name it.
        aliases: Other names and descriptions, as the report has them.
        roles: Offices that the report gives it.
        country: ISO 3166-1 alpha-3, or the code of an intergovernmental organisation.
        sector: PLOVER sector code: GOV, MIL, LEG, MED, IGO, REB, CVL, …
        anonymous: Whether the report keeps its name back, as in "a senior official".
        mentions: In text order.
    """

    id: str
    type: EntityType
    name: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None
    sector: str | None = None
    anonymous: bool = False
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """How something was said.

    Attributes:
        kind: speech, interview, tweet, social_post, statement, press_conference, testimony, phone, letter,
            broadcast, report, …
        outlet: Id of the entity whose channel it was: the broadcaster that had the interview.
    """

    kind: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field of a statement or an event is what it is.

    Attributes:
        field: The field's name: `speaker`, `content`, …
        rule: What decided: the name of a rule, or of a head of the model.
        score: The model's probability, or None for a rule that has none.
        spans: The words that it was decided by.
    """

    field: str
    rule: str
    score: float | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecided:
    """A field that was left open.

    Attributes:
        field: The field's name.
        reason: Why, in words.
        spans: The words in question.
    """

    field: str
    reason: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that the report attributes to someone.

    Attributes:
        id: `s1`, `s2`, … in text order.
        kind: All inside quotation marks (direct), a part of it (mixed), or none (indirect).
        content: What was said; more than one span when the report interrupts it.
        cue: The words that attribute it: "said", "according to".
        source: The words that name who said it.
        speaker: Id of the entity who said it.
        addressees: Ids of those it was said to.
        relayed_by: Ids of those who passed it on, nearest to the reader first.
        channel: How it was said, if the report tells.
        anonymous: Whether the report keeps the source's name back.
        said: The day it was said, ISO 8601.
        nested_in: Id of the statement whose content holds this one.
        confidence: Calibrated probability that the statement is right.
        condition: The words that give the reason for, or the condition of, anonymity.
        because: What each field rests on.
        undecided: What was left open, and why.
    """

    id: str
    kind: StatementKind
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    addressees: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()
    channel: Channel | None = None
    anonymous: bool = False
    said: str | None = None
    nested_in: str | None = None
    confidence: float
    condition: tuple[Span, ...] = ()
    because: tuple[Reason, ...] = ()
    undecided: tuple[Undecided, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that one party did to another or with it, in the PLOVER ontology.

    Attributes:
        id: `v1`, `v2`, …
        type: The PLOVER event type.
        mode: The PLOVER mode, if any.
        status: Whether it happened.
        actors: Ids of those who did it.
        recipients: Ids of those it was done to or with.
        date: ISO 8601, as TimeML writes it.
        duration: ISO 8601, `PT1H`.
        place: Where: the name of the most exact place that its words give.
        evidence: The words that tell of it: one span for each time that the report does, in text order.
        trigger: The words that name it, in each evidence.
        according_to: Id of the statement on whose word it stands; None when the report says it in its own
            voice.
        confidence: Calibrated probability that the event is right.
        contexts: PLOVER contexts that its words give: military, economic, election, …
        status_words: The words that the status was decided by.
        instrument: The words that say with what: "with drones".
        issue: The words that say about what: "over the border".
        because: What each field rests on.
        undecided: What was left open, and why.
    """

    id: str
    type: EventType
    mode: str | None = None
    status: EventStatus
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    date: str | None = None
    duration: str | None = None
    place: str | None = None
    evidence: tuple[Span, ...] = ()
    trigger: tuple[Span, ...] = ()
    according_to: str | None = None
    confidence: float
    contexts: tuple[str, ...] = ()
    status_words: tuple[Span, ...] = ()
    instrument: tuple[Span, ...] = ()
    issue: tuple[Span, ...] = ()
    because: tuple[Reason, ...] = ()
    undecided: tuple[Undecided, ...] = ()


@dataclass(frozen=True, slots=True)
class Initiative:
    """Who sought a contact, as the report tells it.

    Attributes:
        country: The country that sought it, ISO 3166-1 alpha-3.
        according_to: Id of the statement that says who sought it; None when the report says it in its own voice.
        spans: The words that say who sought it.
    """

    country: str | None = None
    according_to: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class PreviousContact:
    """A contact that the same parties had had before.

    Attributes:
        date: When that was, ISO 8601.
        evidence: The words that tell of it.
    """

    date: str | None = None
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A call, meeting, visit or letter between persons or governments.

    Attributes:
        event: Id of the event it is made from.
        parties: Ids of those in contact.
        countries: Their countries, ISO 3166-1 alpha-3, in the parties' order.
        medium: phone, meeting, visit, letter, …
        date: ISO 8601, as TimeML writes it.
        duration: ISO 8601, `PT1H`.
        initiated_by: Who sought it, and on whose word.
        previous: The contact before this one, if the report tells of it.
        tone: The report's own word for it.
        status: Whether it took place, as the event's.
        place: Where, as the event's.
        topics: The words that say what it was about.
        tone_words: The words that tell its tone.
        outcome: The words that say what came of it.
    """

    event: str
    parties: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    medium: str | None = None
    date: str | None = None
    duration: str | None = None
    initiated_by: Initiative | None = None
    previous: PreviousContact | None = None
    tone: str | None = None
    status: EventStatus = "occurred"
    place: str | None = None
    topics: tuple[Span, ...] = ()
    tone_words: tuple[Span, ...] = ()
    outcome: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """The time that another one is counted from.

    Attributes:
        value: TIMEX3 value.
        basis: The report's day of publication (published), the day a statement was made (said), or another time of the
            text (text).
        spans: The words that give it, if the text does.
    """

    value: str
    basis: AnchorBasis
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression with its TIMEX3 type, and its value as far as the report allows to know it.

    Attributes:
        start: Where its words begin.
        end: Where they end.
        type: TIMEX3 type.
        value: TIMEX3 value; an open form such as `XXXX-WXX-5` where the report gives no anchor.
        mod: TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, …
        quant: Of a SET: EVERY, EACH, …
        freq: Of a SET: `2X`.
        first: First day (or minute) of the interval that the value stands for, ISO 8601; None when it is open.
        last: Last day (or minute) of it, inclusive.
        anchor: What it was counted from, if it was.
        rule: The rule that gave the value.
        undecided: Why the value is open, if it is.
    """

    start: int
    end: int
    type: TimeType
    value: str | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    first: str | None = None
    last: str | None = None
    anchor: Anchor | None = None
    rule: str | None = None
    undecided: str | None = None

    @property
    def span(self) -> Span:
        """Return where the expression stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A mention of a place: itself or standing for something else.

    Attributes:
        start: Where the name begins.
        end: Where it ends.
        name: The place's usual name, in the gazetteer if it is there, else as written.
        kind: The place itself (location), a government or institution named by its seat (metonym), an adjective or noun
            of its people (demonym), or a name that is part of another, as in "Bank of England" (part_of_name).
        country: ISO 3166-1 alpha-3.
        lat: Degrees north.
        lon: Degrees east.
        geonames_id: GeoNames identifier.
        feature_class: GeoNames feature class: A, P, H, L, T, …
        feature_code: GeoNames feature code: PCLI, PPLC, …
        rule: What decided which place it is.
        undecided: Why it was left open, if it was.
    """

    start: int
    end: int
    name: str
    kind: PlaceKind
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    rule: str | None = None
    undecided: str | None = None

    @property
    def span(self) -> Span:
        """Return where the name stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the report compares a figure with: "up from 3 million in March".

    Attributes:
        direction: up, down or same.
        low: The earlier number, if given.
        high: The upper end, if it is a range.
        unit: As of a figure.
        spans: The words that say so.
    """

    direction: Literal["up", "down", "same"]
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that the report gives.

    Attributes:
        start: Where its words begin.
        end: Where they end.
        low: The number, or the lower end of a range; negative below zero.
        high: The upper end of a range.
        modifier: "more than", "about", as the report has it.
        unit: What is counted or measured in: person, USD (ISO 4217), percent, kilometre, …
        of: What is counted, in the report's words.
        according_to: Id of the statement on whose word it stands; None when the report says it in its own
            voice.
        kind: A number of things (count), a sum of money, a percentage, a quantity with a unit (measure), a part of a
            whole or a multiple, which is above 1 (ratio).
        of_span: The words that `of` gives.
        comparison: What it is compared with.
        per: What it is told for each of: day, litre, 100,000 people. A unit's own name may hold it: kilometre per hour.
        per_span: The words that `per` gives.
    """

    start: int
    end: int
    low: float | None = None
    high: float | None = None
    modifier: str | None = None
    unit: str | None = None
    of: str | None = None
    according_to: str | None = None
    kind: FigureKind = "count"
    of_span: Span | None = None
    comparison: Comparison | None = None
    per: str | None = None
    per_span: Span | None = None

    @property
    def span(self) -> Span:
        """Return where the figure stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the record should know first, such as that the report is not in English.

    Attributes:
        reason: What that is, in words.
        spans: The words that it is about, if it is about certain ones.
    """

    reason: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made the record.

    Attributes:
        readout: The version of Readout.
        model: The name of the model, with its hash.
    """

    readout: str
    model: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What one report states, on whose word.

    Attributes:
        format: The name of this form.
        report: The report that was read.
        entities: Who and what it mentions, in the order of first mention.
        statements: What it attributes to someone, in text order.
        events: What happened, or was planned, asked for or denied.
        contacts: Contacts that took place.
        times: Time expressions.
        places: Mentions of places.
        figures: Numbers.
        notes: What to know before the rest is used.
        made_by: What made the record.
    """

    format: Literal["readout/1"] = FORMAT
    report: ReportInfo
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...] = ()
    contacts: tuple[Contact, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    made_by: MadeBy | None = None

    def entity(self, id: str) -> Entity:
        """Return the entity with this id.

        Raises:
            KeyError: If there is none; the message lists the ids there are.
        """
        entity = _found(self.entities, id)
        if entity is not None:
            return entity
        raise KeyError(f"no entity '{id}'; there are: {', '.join(e.id for e in self.entities) or 'none'}")

    def statement(self, id: str) -> Statement:
        """Return the statement with this id.

        Raises:
            KeyError: If there is none; the message lists the ids there are.
        """
        statement = _found(self.statements, id)
        if statement is not None:
            return statement
        raise KeyError(f"no statement '{id}'; there are: {', '.join(s.id for s in self.statements) or 'none'}")

    def words(self, spans: Iterable[Span]) -> str:
        """Return the words that spans point at, as the text has them; fragments are joined by " … "."""
        return " … ".join(span.of(self.report.text) for span in spans)

    def speaker_of(self, statement: Statement) -> Entity | None:
        """Return who made the statement, or None when that was left undecided."""
        return None if statement.speaker is None else self.entity(statement.speaker)

    def name_of(self, id: str) -> str:
        """Return what to call an entity: its name, or else the first words that the report has for it."""
        entity = self.entity(id)
        if entity.name is not None:
            return entity.name
        described = [mention for mention in entity.mentions if mention.form != "pronoun"] or entity.mentions
        return next((m.span.of(self.report.text) for m in described), next(iter(entity.aliases), entity.id))

    def to_dict(self) -> dict[str, Json]:
        """Return the record as plain values, keys in the published order."""
        return _object(plain_from_value(self))

    def to_json(self, indent: int | None = None) -> str:
        """Write the record as JSON, the same record always as the same characters.

        Letters stand as they are; only lone surrogates, which no encoding can hold, are escaped. A high
        surrogate that is directly followed by a low one reads back as the one character that JSON takes the
        two for.
        """
        separators = (",", ":") if indent is None else None
        written = json.dumps(
            self,
            default=shallow_from_value,
            ensure_ascii=False,
            allow_nan=False,
            check_circular=False,  # nothing in it can hold what it is in
            indent=indent,
            separators=separators,
        )
        return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)

    @classmethod
    def from_dict(cls, obj: Mapping[str, object]) -> Record:
        """Read a record from plain values; fields that this version does not know are left out.

        Raises:
            SchemaError: If a field is missing or wrong, a span leaves the text, or an id names nothing. The
                message has the field's path, what was found and what was expected.
        """
        record = value_from_plain(cls, obj)
        check_record(record)
        return record

    @classmethod
    def from_json(cls, text: str) -> Record:
        """Read a record from JSON.

        Raises:
            SchemaError: If it is not JSON, or as for `from_dict`.
        """
        try:
            found = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise SchemaError(
                f"the record: found no JSON ({error}), expected what 'readout read --json' writes"
            ) from error
        return cls.from_dict(found)


class _Numbered(Protocol):
    @property
    def id(self) -> str: ...


_NumberedT = TypeVar("_NumberedT", bound=_Numbered)


def _found(things: Sequence[_NumberedT], id: str) -> _NumberedT | None:
    """Find a thing by its id: where its number says it stands, and only if it does not stand there by looking."""
    number = int(id[1:]) if id[1:].isdecimal() else 0
    if 0 < number <= len(things) and things[number - 1].id == id:
        return things[number - 1]
    return next((thing for thing in things if thing.id == id), None)


def _object(value: Json) -> dict[str, Json]:
    """Narrow the plain form of a dataclass, which is always an object."""
    if not isinstance(value, dict):
        raise TypeError(f"expected an object, found {type(value).__name__}")
    return value
