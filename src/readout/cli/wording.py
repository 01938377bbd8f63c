# SPDX-License-Identifier: Apache-2.0
"""Say in words what fields of a record hold: the same words in the terminal and on the page.

Nothing is decided here. A field that the record leaves open is shown as open.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar, cast

from readout.record import Entity, Record, Statement, Undecided
from readout.resources.sectors import SECTOR_WORDS
from readout.text import Span

__all__ = [
    "Member",
    "Nested",
    "cast_of",
    "channel_words",
    "counted",
    "entity_words",
    "has_unnamed_source",
    "in_order",
    "is_unsure",
    "legible",
    "link_words",
    "name_words",
    "open_words",
    "part_of",
    "percent",
    "published_words",
    "relay_words",
    "said_words",
    "sector_words",
    "span_around",
    "speaker_words",
    "summary_words",
    "sure_words",
    "title_of",
    "without_orders",
]

T = TypeVar("T")

# A reader should look twice below this: about every second such statement has something wrong.
_UNSURE_BELOW = 0.6

_INVISIBLE = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")

# The piece of a word at an end of a cut text, where there is a whole word after or before it.
_CUT_START, _CUT_END = re.compile(r"^\S*\s+(?=\S)"), re.compile(r"(?<=\S)\s+\S*$")

# Kinds of entities that act and speak; places are added where they do.
_PEOPLE_AND_BODIES = ("person", "organisation", "group")


def legible(words: str) -> str:
    """Make words of a report safe to show on one line of a terminal.

    A report may hold escape sequences, marks that turn the direction of writing, and surrogates that no
    terminal can be sent. What cannot be shown becomes U+FFFD; the record keeps it as it was.
    """
    words = " ".join(words.split())
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("\ufffd", _INVISIBLE.sub("", words)))


def without_orders(value: T) -> T:
    """Return a record, or a part of one, without what a terminal would obey in its codes, dates and names; its text stays.

    A record that Readout made has codes of its tables there, but a record in a file may have been written by anyone.
    """
    if isinstance(value, str):
        return cast("T", legible(value))
    if isinstance(value, tuple) and not isinstance(value, Span):
        return cast("T", tuple(map(without_orders, value)))
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    names = (field.name for field in dataclasses.fields(value) if field.name != "text")
    return cast("T", dataclasses.replace(value, **{name: without_orders(getattr(value, name)) for name in names}))


def title_of(record: Record) -> str:
    """Return the report's title, else its headline, else the first words of its text."""
    if record.report.title:
        return record.report.title
    text = record.report.text
    headline = next((part.span.of(text) for part in record.report.parts if part.kind == "headline"), None)
    return headline or text.strip()[:80] or "Report without words"


def published_words(record: Record) -> str:
    """Tell the day of publication, and how it is known unless it was simply given."""
    published = record.report.published
    if published is None:
        return "date unknown"
    basis = {"given": "", "stated": " (stated in the report)", "inferred": " (inferred)"}
    return published.value + basis[published.basis]


def summary_words(record: Record) -> str:
    """Count statements and those who make them: "7 statements by 4 speakers"."""
    speakers = {statement.speaker for statement in record.statements if statement.speaker}
    made = counted(len(record.statements), "statement")
    return f"{made} by {counted(len(speakers), 'speaker')}" if speakers else made


def counted(number: int, noun: str) -> str:
    """Count things: "1 report", "2,000 reports"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def sector_words(entity: Entity) -> str | None:
    """Return the sector in words; a code that has none here stays a code."""
    return entity.sector and SECTOR_WORDS.get(entity.sector, entity.sector)


def name_words(record: Record, id: str) -> str:
    """Return what to call an entity, on one line."""
    return legible(record.name_of(id))


def entity_words(entity: Entity) -> str:
    """Describe an entity after its name: "Secretary of Defense (USA)", "(RUS)", or nothing."""
    title = legible(entity.roles[0].words) if entity.roles else ""
    called = entity.name or next(iter(entity.aliases), "")
    if called.casefold() in {title.casefold(), f"{title}s".casefold()}:
        title = ""  # one who is known by the office alone, or several: "Prosecutors"
    country = (entity.roles[0].country if entity.roles else None) or entity.country
    return " ".join(word for word in (title, f"({country})" if country else "") if word)


def speaker_words(record: Record, statement: Statement) -> str:
    """Name who made a statement; if that was left open, with the words that the report has."""
    if statement.speaker is not None:
        return name_words(record, statement.speaker)
    source = legible(record.words(statement.source))
    return f"“{source}”: who that is was left open" if source else "nobody named"


def channel_words(record: Record, statement: Statement) -> str | None:
    """Tell the channel and its outlet: "interview (Rai 1)"."""
    channel = statement.channel
    if channel is None:
        return None
    kind = channel.kind.replace("_", " ")
    return kind if channel.outlet is None else f"{kind} ({name_words(record, channel.outlet)})"


def relay_words(record: Record, statement: Statement) -> str | None:
    """Tell who passed it on, nearest to the reader first: "via TASS, quoting Interfax"."""
    if not statement.relayed_by:
        return None
    return "via " + ", quoting ".join(name_words(record, id) for id in statement.relayed_by)


def said_words(record: Record, statement: Statement) -> str | None:
    """Tell the day it was said, where that is not the day of publication."""
    published = record.report.published
    same = published is not None and published.value == statement.said
    return None if same or statement.said is None else f"said {statement.said}"


def part_of(record: Record, statement: Statement) -> str | None:
    """Name the part of the report that a statement stands in, unless it is the body."""
    start = statement.content[0].start if statement.content else 0
    kind = next((part.kind for part in record.report.parts if part.start <= start < part.end), "body")
    return None if kind == "body" else kind.replace("_", " ")


def percent(share: float) -> str:
    """Write a probability for readers: "93 %"."""
    return f"{share:.0%}".replace("%", "\u00a0%")


def is_unsure(statement: Statement) -> bool:
    """Tell whether a reader should look twice."""
    return statement.confidence < _UNSURE_BELOW


def link_words(record: Record, statement: Statement) -> list[tuple[str, str]]:
    """Tell how it was said, link by link, each with its name: cue, channel, relay, kind, part, day."""
    links = [
        ("verb", legible(record.words(statement.cue))),
        ("channel", channel_words(record, statement)),
        ("relay", relay_words(record, statement)),
        ("kind", statement.kind),
        ("part", part_of(record, statement)),
        ("said", said_words(record, statement)),
    ]
    return [(name, words) for name, words in links if words]


def sure_words(statement: Statement) -> str:
    """Write the confidence for readers: "93 % sure", and plainly where it is low."""
    share = percent(statement.confidence)
    return f"unsure, {share}" if is_unsure(statement) else f"{share} sure"


def open_words(item: Undecided) -> str:
    """Tell what was left open, and why."""
    return f"{item.field.replace('_', ' ')} left open: {legible(item.reason)}"


def has_unnamed_source(record: Record, statement: Statement) -> bool:
    """Tell whether the report keeps the source's name back."""
    speaker = record.speaker_of(statement)
    return statement.anonymous or (speaker is not None and speaker.anonymous)


@dataclass(frozen=True, slots=True)
class Nested:
    """A statement with how deep it lies in others: 0 when nothing holds it."""

    statement: Statement
    depth: int


def in_order(record: Record) -> Iterator[Nested]:
    """Give every statement once, in the record's order, each right after the one that holds it."""
    known = {statement.id for statement in record.statements}
    held: dict[str | None, list[Statement]] = {}
    for statement in record.statements:
        holder = statement.nested_in if statement.nested_in in known else None
        held.setdefault(holder, []).append(statement)
    waiting = [Nested(statement, 0) for statement in reversed(held.get(None, []))]
    while waiting:
        nested = waiting.pop()
        yield nested
        inner = held.get(nested.statement.id, [])
        waiting += [Nested(statement, nested.depth + 1) for statement in reversed(inner)]


@dataclass(frozen=True, slots=True)
class Member:
    """Someone who acts or speaks in a report, with the number of statements made."""

    entity: Entity
    statements: int


def cast_of(record: Record) -> list[Member]:
    """List the people and bodies of a report, those who say most first.

    Places are among them only where they speak, are spoken to, or pass something on: "Washington believes".
    """
    made: dict[str, int] = {}
    named: set[str] = set()
    for statement in record.statements:
        if statement.speaker:
            made[statement.speaker] = made.get(statement.speaker, 0) + 1
        named.update(statement.addressees, statement.relayed_by)
    members = [
        Member(entity, made.get(entity.id, 0))
        for entity in record.entities
        if entity.type in _PEOPLE_AND_BODIES or entity.id in made or entity.id in named
    ]
    return sorted(members, key=lambda member: (-member.statements, -len(member.entity.mentions)))


def span_around(span: Span, *, text: str, chars: int) -> tuple[str, str, str]:
    """Return the words before, in and after a span, each legible, for showing words in their context."""
    start, end = max(0, span.start - chars), min(len(text), span.end + chars)
    before, after = text[start : span.start], text[span.end : end]
    if start > 0:
        before = "…" + _CUT_START.sub("", before)
    if end < len(text):
        after = _CUT_END.sub("", after) + "…"
    return (
        legible(before) + (" " if before[-1:].isspace() else ""),
        legible(span.of(text)),
        (" " if after[:1].isspace() else "") + legible(after),
    )
