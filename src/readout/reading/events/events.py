# SPDX-License-Identifier: Apache-2.0
"""Who did what to whom, or is to do it, or did not, on whose word: events in the PLOVER ontology.

Triggers are found in the trees (`happenings`), their parties among the report's entities (`parties`), what is said of when and
where in their own clause (`circumstances`). Several tellings of one event are one event with several evidences (`tellings`). A
plain "said" is no event, nor is a noun without parties.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from readout.model import Model
from readout.reading.attributions.attribution import readable_segments
from readout.reading.clauses.afterwards import led_to_plan
from readout.reading.clauses.arguments import complement, patients
from readout.reading.clauses.clauses import Clause
from readout.reading.clauses.negatedobjects import done_to_none
from readout.reading.clauses.scene import Scene
from readout.reading.clauses.status import Status, status_of
from readout.reading.coreference.entities import Directory, Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.encoding import Encoding
from readout.reading.events.actors import day_published
from readout.reading.events.circumstances import Circumstances, find_circumstances, lies_ahead
from readout.reading.events.eachown import Words, each_on_own_day
from readout.reading.events.event import Event
from readout.reading.events.eventscores import EventScores, event_scores
from readout.reading.events.nonevents import is_charge, is_habit, is_worth_telling, not_twice
from readout.reading.events.secondopinion import Opinion, second_opinion
from readout.reading.events.tellings import merge_tellings
from readout.reading.events.timelines import day_of_line, heading_days
from readout.reading.events.travellers import lands_known
from readout.reading.evidence import OpenField, Support
from readout.reading.happenings.accounts import medium_of
from readout.reading.happenings.concludedtalks import is_concluded
from readout.reading.happenings.encounters import with_encounters
from readout.reading.happenings.expectedvisits import is_expected_visit
from readout.reading.happenings.happening import Happening
from readout.reading.happenings.happenings import find_happenings, without_purposes
from readout.reading.happenings.parties import Implied, Parties, Party
from readout.reading.happenings.unanswered import is_unanswered
from readout.reading.page.parts import Part
from readout.reading.places.places import Place
from readout.reading.reading import Reading
from readout.reading.statements.holding import Holding
from readout.reading.statements.statements import Statement
from readout.reading.times.sayings import Saying
from readout.reading.times.times import Time
from readout.reading.trees.syntax import Syntax
from readout.report import Published
from readout.resources import is_in_set, verb_triggers
from readout.text import Span

__all__ = ["Event", "Events", "find_events"]

_SHORT = frozenset({"headline", "standfirst"})
_ONE_SIDED = frozenset("invite offer promise pledge vow commit".split())


@dataclass(frozen=True, slots=True)
class _Report:
    """What is known of the report besides its words."""

    parts: Sequence[Part]
    statements: Sequence[Statement]
    sayings: Sequence[Saying]
    times_in: Mapping[int, Sequence[Time]]  # by the number of the sentence
    places_in: Mapping[int, Sequence[Place]]
    holding: Holding
    headed: Mapping[int, Time]  # the day at the head of a line of a timeline, by the number of the line
    written: Place | None = None  # where the report was written, by its dateline


def find_events(
    scene: Scene,
    parts: Sequence[Part],
    entities: Sequence[Entity],
    statements: Sequence[Statement],
    sayings: Sequence[Saying],
    times: Sequence[Time],
    places: Sequence[Place],
    scores: EventScores | None = None,
    day: str | None = None,
) -> tuple[list[Event], list[Implied]]:
    """Find a report's events, in text order, and the entities that only they name; without `scores`, by rules alone.

    The `day` is that of the report, as exactly as it is known.
    """
    parties = Parties(scene, entities, statements)
    readable = _readable(scene.encoding, parts)
    found = with_encounters(scene, parties, readable, find_happenings(scene, parties, readable))
    holding = Holding(statements)
    happenings = [_without_tellers(scene, statements, holding, h) for h in without_purposes(scene, found)]
    times_in, places_in = defaultdict[int, list[Time]](list), defaultdict[int, list[Place]](list)
    for time in times:
        times_in[scene.syntax.sentence_of[time.words[0]]].append(time)
    for place in places:
        places_in[scene.syntax.sentence_of[place.start]].append(place)
    headed, written = heading_days(scene, times), _written_at(parts, places)
    known = _Report(parts, statements, sayings, times_in, places_in, holding, headed, written)
    opinions = (
        [Opinion(happening) for happening in happenings]
        if scores is None
        else second_opinion(scene, parties, happenings, scores)
    )
    parted = [
        (replace(opinion, happening=part), words)
        for opinion in opinions
        for part, words in each_on_own_day(scene, opinion.happening, times_in.get(_sentence(scene, opinion), ()))
    ]
    dated = [(opinion.happening, _event(scene, known, opinion, words)) for opinion, words in parted]
    dated = [
        (h, e)
        for h, e in dated
        if not is_habit(scene, known.parts, h, e) and not is_charge(scene, known.statements, h, e)
    ]
    dated = _as_expulsions(parties, dated)
    lands = lands_known(scene, (e for _, e in dated), places, day)
    told = [(h, e) for h, e in not_twice(scene, dated) if is_worth_telling(parties, h, e, lands)]
    again = {index for index, (happening, _) in enumerate(told) if happening.again}
    things = [_things(scene, parts, happening, event) for happening, event in told]
    one_sided = {index for index, (happening, _) in enumerate(told) if happening.trigger.lemma in _ONE_SIDED}
    first = {index for index, (_, event) in enumerate(told) if _is_short(parts, event)}
    recalled = {index for index, (happening, _) in enumerate(told) if _is_recalled(scene, happening)}
    merged = merge_tellings([e for _, e in told], again, parties, things, one_sided, first, recalled)
    return _numbered(merged, list(parties.implied.values()), len(entities))


def _as_expulsions(parties: Parties, dated: Sequence[tuple[Happening, Event]]) -> list[tuple[Happening, Event]]:
    """Take whom a state expels for envoys, where the report tells of envoys expelled: "Canada expelled four", "23 Russians".

    But not whom the words call something else: "4,000 migrants", "four executives of the firm".
    """
    known = [h.trigger for h, _ in dated if h.trigger.mode == "expel" and "diplomatic" in h.trigger.contexts]
    if not known:
        return list(dated)
    type, mode, contexts = known[0].type, known[0].mode, known[0].contexts
    return [
        (
            replace(h, trigger=replace(h.trigger, type=type, mode=mode, contexts=contexts)),
            replace(e, type=type, mode=mode, contexts=contexts),
        )
        if h.trigger.mode == "deport" and h.trigger.lemma == "expel" and _may_be_envoys(parties, e)
        else (h, e)
        for h, e in dated
    ]


def _may_be_envoys(parties: Parties, event: Event) -> bool:
    """Tell whether states act, and whom they act on has no calling but one of the state's."""
    actors = [parties.entity(id) for id in event.actors]
    whom = [parties.entity(id) for id in event.recipients]
    by_states = all(e is not None and (e.type in {"place", "organisation"} and e.sector in _STATES) for e in actors)
    return by_states and all(e is not None and e.sector in _STATES | {"CVL"} for e in whom)


_STATES = frozenset({None, "GOV"})


def _without_tellers(
    scene: Scene, statements: Sequence[Statement], holding: Holding, happening: Happening
) -> Happening:
    """Leave out of the recipients who only tells of it, by a slip of the tree: "Sisi agreed with Biden, [his office] said"."""
    said = holding.innermost(scene.span(happening.words))
    if said is None:
        return happening
    telling = [span for span in statements[said].source if not any(c.contains(span) for c in statements[said].content)]
    if any(t.contains(scene.encoding.spans[p.word]) for t in telling for p in happening.actors):
        return happening  # "[Togo and Benin] agreed to reopen the border after talks": between those who say so
    kept = [p for p in happening.recipients if not any(t.contains(scene.encoding.spans[p.word]) for t in telling)]
    return happening if len(kept) == len(happening.recipients) else replace(happening, recipients=tuple(kept))


def _things(scene: Scene, parts: Sequence[Part], happening: Happening, event: Event) -> frozenset[str]:
    """Return what it was done to that is no party, or what was asked for; a headline has words of its own, and tells nothing."""
    if event.type == "CONSULT":  # a letter is no meeting, in the headline or below it, and a handshake no call
        medium, sure = medium_of(scene, happening.word, mode=event.mode)
        if medium in {"letter", "message"}:
            return frozenset({"writing"})
        return frozenset({_FACE_TO_FACE.get(medium or "", medium or "")} - {""}) if sure else frozenset()
    if event.type == "ASSAULT" and happening.trigger.part == "verb":  # a truce that is broken, and shots that are fired
        return frozenset({"truce"} if "truce" in happening.trigger.objects else {"attack"})
    if happening.verb is None or _is_short(parts, event):
        return frozenset()
    if event.type == "ACCUSE" and happening.trigger.lemma == "accuse":
        charge = complement(scene, happening.verb)
        return frozenset() if charge is None else _kinds_of_deed(scene, charge)
    if event.type == "REQUEST":
        asked = complement(scene, happening.verb)
        return frozenset() if asked is None else frozenset({scene.lower(asked)})
    heads = {p.word for p in (*happening.actors, *happening.recipients)}
    nouns = (w for w in patients(scene, happening.verb) if scene.syntax.upos[w] == "NOUN" and w not in heads)
    return frozenset(singular_of(scene.lower(w)) for w in nouns)


_FACE_TO_FACE = {"visit": "meeting"}


def _is_recalled(scene: Scene, happening: Happening) -> bool:
    """Tell whether the last time is told that something was done, which is never the news: "the two last met in May"."""
    verb = happening.word if happening.verb is None else happening.verb
    beside = {scene.lower(c) for c in scene.syntax.children(verb, "advmod")} | {scene.lower(max(verb - 1, 0))}
    return "last" in beside


def _is_short(parts: Sequence[Part], event: Event) -> bool:
    """Tell whether an event is told in the headline or the line below it."""
    return any(part.kind in _SHORT and part.span.contains(event.triggers[0]) for part in parts)


def _numbered(events: Sequence[Event], implied: Sequence[Entity], known: int) -> tuple[list[Event], list[Implied]]:
    """Keep the implied entities that an event needs, and number them on from the others."""
    used = {id for event in events for id in (*event.actors, *event.recipients)}
    kept = [entity for entity in implied if entity.id in used]
    ids = {entity.id: f"n{known + number}" for number, entity in enumerate(kept, 1)}

    def renamed(parties: Sequence[str]) -> tuple[str, ...]:
        return tuple(ids.get(id, id) for id in parties)

    again = [replace(e, actors=renamed(e.actors), recipients=renamed(e.recipients)) for e in events]
    return again, [Implied(replace(entity, id=ids[entity.id])) for entity in kept]


def _readable(encoding: Encoding, parts: Sequence[Part]) -> list[bool]:
    readable = [False] * len(encoding.words)
    for start, end in readable_segments(encoding, parts):
        readable[start:end] = [True] * (end - start)
    return readable


def _sentence(scene: Scene, opinion: Opinion) -> int:
    return scene.syntax.sentence_of[opinion.happening.word]


def _kinds_of_deed(scene: Scene, verb: int) -> frozenset[str]:
    """Return what a verb may tell of, else the verb: who is accused of "arming" rebels is again by "supporting" them."""
    kinds = frozenset(
        _HELP if trigger.type in _HELPING else trigger.type for trigger in verb_triggers(scene.lower(verb))
    )
    return kinds or frozenset({scene.lower(verb)})


_HELP = "help"
_HELPING = frozenset({"AID", "SUPPORT", "COOPERATE"})


def _event(scene: Scene, known: _Report, opinion: Opinion, own: Words | None) -> Event:
    """Make the event of a happening; if it has words of its `own`, only what stands there says when and where."""
    happening, sentence = opinion.happening, _sentence(scene, opinion)
    here, there = known.times_in.get(sentence, ()), known.places_in.get(sentence, ())
    if own is not None:
        here = [t for t in here if own[0] <= t.words[0] < own[1]]
        there = [p for p in there if p.start < happening.word or own[0] <= p.start < own[1]]  # "In Paris, he met" all
    around = find_circumstances(scene, happening, here, there, own=own)
    if around.place is None and known.written is not None and _is_here(scene, happening):
        around = replace(around, place=(known.written.name, known.written.span))
    trigger = scene.span(happening.words)
    statement = known.holding.innermost(trigger)
    status = done_to_none(scene, happening.word, status_of(scene.encoding, scene.syntax, happening.word))
    done_so = status.rule == "purpose" and _is_done_so(scene, happening)
    if status.value == "occurred" and is_unanswered(scene, happening):
        status = replace(status, value="attempted", happened="did_not")
    elif (is_expected_visit(happening) and status.value != "denied") or (
        status.value == "occurred" and _is_called(happening)
    ):
        status = replace(status, value="planned", happened="unknown")
    elif (
        done_so
        or _is_threat_made(scene, happening, status)
        or _has_led_to_plan(scene, happening, status, around.date, here)
        or _is_performed(scene, happening)
        or _is_concluded(scene, happening, status)
        or _is_voted(scene, happening, status)
        or _is_decreed(scene, happening, status)
    ):
        status = replace(status, value="occurred", cues=(), happened="happened")
    dated = around.date
    if status.value == "occurred" and dated is not None and any(t.span == dated[1] and lies_ahead(t) for t in here):
        if happening.trigger.part == "noun" and happening.trigger.type == "CONSULT":
            # "the visit on January 27 has become meaningless", in a report of the 21st
            status = replace(status, value="planned", happened="unknown", rule="its day is to come")
        else:
            dated = None
    said = _day_said(known, trigger)
    if said is not None and any(t.span == said[1] and lies_ahead(t) for t in here):
        said = None  # nobody has said anything on a day to come
    date = dated or said
    if date is None and statement is None and status.value == "occurred":
        date = day_of_line(scene, happening, known.headed, here)
    return Event(
        type=happening.trigger.type,
        mode=happening.trigger.mode,
        contexts=happening.trigger.contexts,
        status=status.value,
        status_words=status.cues,
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
        confidence=_confidence(opinion),
        because=tuple(_reasons(scene, opinion, around, date, status)),
        undecided=tuple(_open(happening)),
    )


def _written_at(parts: Sequence[Part], places: Sequence[Place]) -> Place | None:
    """Return the one town of the report's one dateline."""
    datelines = [part.span for part in parts if part.kind == "dateline"]
    inside = [p for p in places if len(datelines) == 1 and datelines[0].contains(p.span) and p.feature_class == "P"]
    return inside[0] if len(inside) == 1 else None


def _is_here(scene: Scene, happening: Happening) -> bool:
    """Tell whether something is said to be done where the report was written: "met [here] Saturday with the president"."""
    acts = {happening.word, happening.word if happening.verb is None else happening.verb}
    beside = {scene.lower(c) for act in acts for c in scene.syntax.children(act, "advmod")}
    return "here" in beside | {scene.lower(max(acts) + 1)}


def _is_done_so(scene: Scene, happening: Happening) -> bool:
    """Tell whether a purpose is reached by the act that it is of: "formed a chain to protest", "rallied to demand his release"."""
    if happening.trigger.type == "PROTEST":
        return True
    above = verb_triggers(scene.encoding.words[scene.syntax.heads[happening.word]])
    spoken = any(t.type in {"PROTEST", "CONSULT"} and t.mode != "visit" for t in above)
    return spoken and happening.trigger.type in {"REQUEST", "ACCUSE"}


def _is_threat_made(scene: Scene, happening: Happening, status: Status) -> bool:
    """Tell whether a threat is made on a condition: "has threatened both with sanctions unless they yield"."""
    clause = Clause(scene.encoding, scene.syntax, happening.word)
    made = clause.tense in {"past", "perfect"} and clause.would() is None
    return happening.trigger.type == "THREATEN" and status.value == "conditional" and made


def _has_led_to_plan(
    scene: Scene, happening: Happening, status: Status, date: tuple[str, Span] | None, times: Sequence[Time]
) -> bool:
    """Tell whether talks have been held before what was agreed then: "offered to send an envoy after a call with"."""
    ahead = date is not None and any(t.span == date[1] and lies_ahead(t) for t in times)
    talks = happening.trigger.type == "CONSULT" and status.value != "denied" and not ahead
    return talks and led_to_plan(scene, happening.word)


def _is_concluded(scene: Scene, happening: Happening, status: Status) -> bool:
    """Tell whether talks that seem to be denied only came to their end: "ended talks without a deal"."""
    verb = scene.syntax.heads[happening.word]
    ended = happening.trigger.type == "CONSULT" and happening.trigger.part == "noun" and status.value == "denied"
    return (
        ended
        and is_concluded(scene, verb, [happening.word])
        and status_of(scene.encoding, scene.syntax, verb).value == "occurred"
    )


def _is_called(happening: Happening) -> bool:
    """Tell whether a strike is only called: "unions called a general strike"."""
    return happening.trigger.type == "PROTEST" and happening.trigger.lemma == "call"


def _is_voted(scene: Scene, happening: Happening, status: Status) -> bool:
    """Tell whether a vote itself is what it is for: a council that "voted to demand a ceasefire" demanded it."""
    vote = scene.syntax.heads[happening.word]
    removed = happening.trigger.mode == "expel" and "political_institutions" in happening.trigger.contexts
    spoken = removed or happening.trigger.type in {"ACCUSE", "REJECT", "REQUEST", "SUPPORT"}
    return (
        spoken
        and status.value == "planned"
        and scene.lower(vote) in {"voted", "votes"}
        and status_of(scene.encoding, scene.syntax, vote).value == "occurred"
    )


def _is_decreed(scene: Scene, happening: Happening, status: Status) -> bool:
    """Tell whether who may do so ordered that envoys go: "the president ordered the expulsion of 60 diplomats"."""
    order = scene.syntax.heads[happening.word]
    expelled = happening.trigger.mode == "expel" and happening.trigger.part == "noun"
    return (
        expelled
        and status.value == "requested"
        and any(is_in_set("envoys", singular_of(scene.lower(p.word))) for p in happening.recipients)
        and scene.lower(order) in {"ordered", "orders"}
        and status_of(scene.encoding, scene.syntax, order).value == "occurred"
    )


def _is_performed(scene: Scene, happening: Happening) -> bool:
    """Tell whether to say that one would like to do something is to do it: "I would like to thank them"."""
    wish = scene.syntax.heads[happening.word]
    said = happening.trigger.lemma in _PERFORMED and scene.lower(wish) in {"like", "want", "wish"}
    first = (scene.lower(c) for c in scene.syntax.children(wish, "nsubj"))
    negated = any(scene.lower(c) in {"not", "n't", "n’t"} for c in scene.syntax.children(wish, "advmod"))
    return (
        said
        and scene.syntax.is_relation(happening.word, "xcomp")
        and not negated
        and any(w in {"i", "we"} for w in first)
    )


_PERFORMED = frozenset("thank congratulate apologise apologize welcome condemn commend praise salute".split())
_BOTH, _ONE = 0.8, 0.6  # share of events that are right when both sides are found, when one is


def _confidence(opinion: Opinion) -> float:
    """Return how sure an event is: by its sides, and half by the heads where they were asked."""
    happening = opinion.happening
    sides = _BOTH if happening.actors and happening.recipients else _ONE
    return round(sides if opinion.chance is None else (sides + opinion.chance) / 2, 4)


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


def _reasons(
    scene: Scene, opinion: Opinion, around: Circumstances, date: tuple[str, Span] | None, status: Status
) -> list[Support]:
    happening = opinion.happening
    trigger = scene.span(happening.words)
    found = [Support("type", f"trigger '{happening.trigger.lemma}'", None, (trigger,))]
    if opinion.chance is not None:
        found.append(Support("type", "event heads", round(opinion.chance, 4), (trigger,)))
    found.append(Support("status", status.rule, None, status.cues))
    for field, parties in (("actors", happening.actors), ("recipients", happening.recipients)):
        found += [Support(field, party.rule, None, (_party_span(scene, party),)) for party in parties]
    for field, told in (("date", date), ("duration", around.duration), ("place", around.place)):
        if told is not None:
            rule = "in its clause" if field != "date" or around.date is not None else "day of the statement"
            found.append(Support(field, rule, None, (told[1],)))
    return found


def _party_span(scene: Scene, party: Party) -> Span:
    """Return the whole phrase that stands for a party."""
    return scene.span(scene.phrase(party.word if party.argument is None else party.argument))


def _open(happening: Happening) -> list[OpenField]:
    if not happening.actors:
        return [OpenField("actors", "the words name nobody who did it")]
    return []


class Events:
    """The layer that finds events."""

    name = "events"
    requires: tuple[type, ...] = (Encoding, Syntax, Part, Published, Entity, Statement, Saying, Time, Place)
    provides: tuple[type, ...] = (Event, Implied)

    def __init__(self, model: Model) -> None:
        """Ask the given model what is told between parties."""
        self._pairs = model.pairs

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
            event_scores(encoding.scores, self._pairs),
            day_published(reading),
        )
        return reading.adding(Event, events).adding(Implied, implied)
