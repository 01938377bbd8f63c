# SPDX-License-Identifier: Apache-2.0
"""Who did what to whom, or is to do it, or did not, on whose word: events in the PLOVER ontology.

Triggers are found in the trees (`happenings`), their parties among the report's entities (`parties`), what is said of when and
where in their own clause (`circumstances`). Several tellings of one event are one event with several evidences (`tellings`). A
plain "said" is no event, nor is a noun without parties.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from readout.reading.attribution import READ
from readout.reading.circumstances import Circumstances, find_circumstances
from readout.reading.draft import Scene
from readout.reading.encoding import Encoding
from readout.reading.encounters import with_encounters
from readout.reading.entities import Directory, Entity
from readout.reading.evidence import OpenField, Support
from readout.reading.happenings import Happening, find_happenings
from readout.reading.parties import Implied, Parties, Party, innermost
from readout.reading.parts import Part
from readout.reading.places import Place
from readout.reading.reading import Reading
from readout.reading.sayings import Saying
from readout.reading.statements import Statement
from readout.reading.syntax import Syntax
from readout.reading.times import Time
from readout.resources import EventType
from readout.text import Span

__all__ = ["Event", "Events", "find_events"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that one party did to another or with it, as `readout.record.Event` states it.

    Attributes:
        type: PLOVER event type.
        mode: PLOVER mode, where the words give it.
        contexts: PLOVER contexts, where the words give them.
        status: occurred, ongoing, planned, requested, conditional, hypothetical, attempted or denied.
        status_words: The words that decided the status.
        triggers: The words that name it, one span for each telling.
        evidences: The words that tell of it, one span for each telling, in text order.
        actors: Ids of the entities that did it.
        recipients: Ids of those it was done to or with.
        date: ISO 8601, as TimeML writes it.
        duration: ISO 8601.
        place: Name of the place.
        instrument: The words that say with what.
        issue: The words that say about what.
        according_to: Index of the innermost statement that holds the first telling; None in the report's own voice.
        confidence: Probability that type and parties are right.
        because: What each field rests on.
        undecided: What was left open.
    """

    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Literal[
        "occurred", "ongoing", "planned", "requested", "conditional", "hypothetical", "attempted", "denied"
    ]  # fmt: skip
    status_words: tuple[Span, ...] = ()
    triggers: tuple[Span, ...]
    evidences: tuple[Span, ...]
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    date: str | None = None
    duration: str | None = None
    place: str | None = None
    instrument: tuple[Span, ...] = ()
    issue: tuple[Span, ...] = ()
    according_to: int | None = None
    confidence: float
    because: tuple[Support, ...] = ()
    undecided: tuple[OpenField, ...] = ()


@dataclass(frozen=True, slots=True)
class _Report:
    """What is known of the report besides its words."""

    statements: Sequence[Statement]
    sayings: Sequence[Saying]
    times: Sequence[Time]
    places: Sequence[Place]


def find_events(
    scene: Scene,
    parts: Sequence[Part],
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    sayings: Sequence[Saying],
    times: Sequence[Time],
    places: Sequence[Place],
) -> tuple[list[Event], list[Implied]]:
    """Find a report's events, in text order, and the entities that only they name."""
    parties = Parties(scene, entities, statements)
    readable = _readable(scene.encoding, parts)
    happenings = with_encounters(scene, parties, readable, find_happenings(scene, parties, readable))
    known = _Report(statements, sayings, times, places)
    events = [_event(scene, known, happening) for happening in happenings]
    return events, [Implied(entity) for entity in parties.implied.values()]


def _readable(encoding: Encoding, parts: Sequence[Part]) -> list[bool]:
    told = [part.span for part in parts if part.kind in READ]
    return [any(span.start <= word.start and word.end <= span.end for span in told) for word in encoding.spans]


def _event(scene: Scene, known: _Report, happening: Happening) -> Event:
    sentence = scene.syntax.sentence_of[happening.word]
    here = [t for t in known.times if scene.syntax.sentence_of[t.words[0]] == sentence]
    there = [p for p in known.places if scene.syntax.sentence_of[p.start] == sentence]
    around = find_circumstances(scene, happening, here, there)
    trigger = scene.span(happening.words)
    statement = innermost(known.statements, trigger)
    status, words = _status(scene, happening.word)
    date = around.date or _day_said(known, trigger)
    return Event(
        type=happening.trigger.type,
        mode=happening.trigger.mode,
        contexts=happening.trigger.contexts,
        status=status,
        status_words=words,
        triggers=(trigger,),
        evidences=(_evidence(scene, happening, around),),
        actors=tuple(p.id for p in happening.actors),
        recipients=tuple(p.id for p in happening.recipients),
        date=None if date is None else date[0],
        duration=None if around.duration is None else around.duration[0],
        place=None if around.place is None else around.place[0],
        instrument=around.instrument,
        issue=around.issue,
        according_to=statement,
        confidence=0.8 if happening.actors and happening.recipients else 0.6,
        because=tuple(_reasons(scene, happening, around, date)),
        undecided=tuple(_open(happening)),
    )


def _day_said(known: _Report, trigger: Span) -> tuple[str, Span] | None:
    """Date what is itself a saying ("urged", "condemned") by the day on which the statement was made."""
    for saying in known.sayings:
        cue = known.statements[saying.statement].cue
        if any(span.start <= trigger.start and trigger.end <= span.end for span in cue):
            return saying.value, saying.spans[0] if saying.spans else trigger
    return None


def _evidence(scene: Scene, happening: Happening, around: Circumstances) -> Span:
    """Return the words from the first to the last that the event is told by, within its sentence."""
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[happening.word]]
    spans = [scene.span(happening.words)]
    for head in (*happening.arguments, *(p.word for p in (*happening.actors, *happening.recipients))):
        if sentence.start <= head < sentence.end:
            spans.append(scene.span(scene.phrase(head)))
    if happening.verb is not None:
        spans.append(scene.encoding.spans[happening.verb])
    spans += [told[1] for told in (around.date, around.duration, around.place) if told is not None]
    spans += [*around.instrument, *around.issue]
    bounds = scene.encoding.span(sentence.start, sentence.end)
    inside = [s for s in spans if bounds.start <= s.start and s.end <= bounds.end]
    return Span(min(s.start for s in inside), max(s.end for s in inside))


def _reasons(scene: Scene, happening: Happening, around: Circumstances, date: tuple[str, Span] | None) -> list[Support]:
    trigger = scene.span(happening.words)
    found = [Support("type", f"trigger '{happening.trigger.lemma}'", None, (trigger,))]
    for field, parties in (("actors", happening.actors), ("recipients", happening.recipients)):
        found += [Support(field, party.rule, None, (_party_span(scene, party),)) for party in parties]
    for field, told in (("date", date), ("duration", around.duration), ("place", around.place)):
        if told is not None:
            rule = "in its clause" if field != "date" or around.date is not None else "day of the statement"
            found.append(Support(field, rule, None, (told[1],)))
    return found


def _party_span(scene: Scene, party: Party) -> Span:
    return scene.encoding.spans[party.word]


def _open(happening: Happening) -> list[OpenField]:
    if not happening.actors:
        return [OpenField("actors", "the words name nobody who did it")]
    return []


class Events:
    """The layer that finds events."""

    name = "events"
    requires: tuple[type, ...] = (Encoding, Syntax, Part, Entity, Statement, Saying, Time, Place)
    provides: tuple[type, ...] = (Event, Implied)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's events."""
        encoding, syntax, entities = reading.the(Encoding), reading.the(Syntax), reading.of(Entity)
        scene = Scene(encoding, syntax, Directory(entities, syntax))
        events, implied = find_events(
            scene,
            reading.of(Part),
            entities,
            reading.of(Statement),
            reading.of(Saying),
            reading.of(Time),
            reading.of(Place),
        )
        return reading.adding(Event, events).adding(Implied, implied)


_FUTURE = frozenset("will shall 'll ’ll wo would".split())
_DOUBT = frozenset("may might could can".split())


def _status(
    scene: Scene, word: int
) -> tuple[Literal["occurred", "planned", "hypothetical", "denied"], tuple[Span, ...]]:
    """Tell what the helpers of the verb say; what stands around it is not looked at."""
    children = scene.syntax.children(word)
    spans = scene.encoding.spans
    for child in children:
        if scene.lower(child) in {"not", "n't", "n’t", "never"}:
            return "denied", (spans[child],)
    for child in scene.syntax.children(word, "aux"):
        if scene.lower(child) in _FUTURE:
            return "planned", (spans[child],)
        if scene.lower(child) in _DOUBT:
            return "hypothetical", (spans[child],)
    return "occurred", ()
