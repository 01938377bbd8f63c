# SPDX-License-Identifier: Apache-2.0
"""The ledger's entries: every call, meeting, visit, letter or message between persons of office, bodies or governments.

A contact is made of CONSULT events that took place; what is planned, refused, asked for or tried stays an event with its status.
Remarks to the press, sport, fiction and habits are no contacts. Several accounts are one contact: those of the same parties that
no date or medium tells apart, and the nouns that speak of it again ("the call").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.reading.attribution import READ
from readout.reading.clauses import Clause
from readout.reading.dealings import (
    Before,
    Initiator,
    find_before,
    find_duration,
    find_initiator,
    find_outcome,
    find_tone,
    find_topics,
)
from readout.reading.draft import VERBAL, Scene
from readout.reading.encoding import Encoding
from readout.reading.entities import Directory, Entity
from readout.reading.event import Event
from readout.reading.evidence import Support
from readout.reading.facts import singular_of
from readout.reading.mentions import Mention
from readout.reading.parties import Implied, Parties, innermost
from readout.reading.parts import Part
from readout.reading.places import Place
from readout.reading.reading import Reading
from readout.reading.statements import Statement
from readout.reading.syntax import Syntax
from readout.reading.accounts import Account, later_accounts, account_at
from readout.reading.times import Time
from readout.resources import country, office_named, sector_of_noun
from readout.text import Span

__all__ = ["Contact", "Contacts", "find_contacts"]

_OFFICIAL = frozenset("GOV MIL LEG IGO REB OPP SPY COP JUD ELI PTY UAF PRM".split())
_GAMES = frozenset(
    "match game final semifinal semi-final quarterfinal quarter-final qualifier qualifying goal penalty penalties coach league cup "
    "season playoff playoffs tournament championship team squad stadium halftime innings inning".split()
)
_STORIES = frozenset("play film movie novel book opera series episode drama comedy musical thriller".split())
_TITLE = 3  # words between a country and the name behind its title: "U.S. Secretary of State Rex Tillerson"
_BRIEF = frozenset({"headline", "standfirst", "caption"})
_PRESS = frozenset("radio tv television news newspaper daily weekly magazine times herald tribune gazette broadcaster press".split())
_PAIR = frozenset("both two they".split())
_HABITS = frozenset("usually often regularly always sometimes generally routinely annually yearly weekly monthly daily whenever".split())


@dataclass(frozen=True, slots=True)
class Initiative:
    """Who sought a contact: country, the statement that says so (None in the report's own voice), and the words."""

    country: str
    according_to: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact, as `readout.record.Contact` states it.

    Attributes:
        event: Index of the first event that tells it.
        parties: Ids of those in contact.
        countries: Their countries, ISO 3166-1 alpha-3, each once, in the order of the parties.
        medium: One of `readout.reading.accounts.MEDIA`, None where the words leave it open.
        date: ISO 8601.
        duration: ISO 8601.
        place: Name.
        initiative: Who sought it.
        previous: What is told of the one before.
        tone: The report's word for it.
        tone_words: Where that stands.
        topics: The words that say what it was about.
        outcome: The words that say what came of it.
        status: occurred or ongoing.
        because: What medium, duration and initiative rest on.
    """

    event: int
    parties: tuple[str, ...]
    countries: tuple[str, ...]
    medium: str | None
    date: str | None
    duration: str | None
    place: str | None
    initiative: Initiative | None
    previous: Before | None
    tone: str | None
    tone_words: tuple[Span, ...]
    topics: tuple[Span, ...]
    outcome: tuple[Span, ...]
    status: Literal["occurred", "ongoing"]


@dataclass(slots=True, eq=False)
class _Draft:
    """A contact in the making."""

    events: list[int]
    accounts: list[Account]
    parties: list[str]
    countries: list[str]
    date: str | None
    duration: str | None
    place: str | None

    @property
    def medium(self) -> str | None:
        media = [t.medium for t in self.accounts if t.sure and t.medium] or [t.medium for t in self.accounts if t.medium]
        return media[0] if media else "meeting" if self.place else None

    @property
    def is_sure(self) -> bool:
        return any(t.sure for t in self.accounts)


@dataclass(frozen=True, slots=True)
class _Report:
    scene: Scene
    entities: Mapping[str, Entity]
    events: Sequence[Event]
    statements: Sequence[Statement]
    times: Sequence[Time]
    places: Sequence[Place]
    readable: Sequence[bool]
    present: Sequence[bool]
    starts: Sequence[int]

    def word_at(self, span: Span) -> int:
        """Return the last word of a trigger, which heads it."""
        return max(bisect_left(self.starts, span.end) - 1, 0)


def find_contacts(
    scene: Scene,
    parts: Sequence[Part],
    entities: Sequence[Entity],
    events: Sequence[Event],
    statements: Sequence[Statement],
    times: Sequence[Time],
    places: Sequence[Place],
) -> list[Contact]:
    """Find a report's contacts, in the order of their first account."""
    told = [part.span for part in parts if part.kind in READ]
    readable = [any(s.start <= w.start and w.end <= s.end for s in told) for w in scene.encoding.spans]
    brief = [part.span for part in parts if part.kind in _BRIEF]
    present = [any(s.start <= w.start and w.end <= s.end for s in brief) for w in scene.encoding.spans]
    starts = [span.start for span in scene.encoding.spans]
    report = _Report(scene, {e.id: e for e in entities}, events, statements, times, places, readable, present, starts)
    drafts: list[_Draft] = []
    for index, event in enumerate(events):
        draft = _draft(report, index, event)
        if draft is not None:
            _put(report, drafts, draft)
    _retell(report, drafts)
    parties = Parties(scene, entities, statements)
    return [_contact(report, parties, draft) for draft in drafts]


# What is a contact


def _draft(report: _Report, index: int, event: Event) -> _Draft | None:
    words = [report.word_at(span) for span in event.triggers]
    if event.status not in {"occurred", "ongoing"} or event.mode == "third-party":
        return None
    if event.type != "CONSULT" and not report.scene.lower(words[0]).startswith("summon"):
        return None
    ids = list(dict.fromkeys((*event.actors, *event.recipients)))
    known = [report.entities[id] for id in ids if id in report.entities]
    if any(_is_press(e) for e in known) or any(_is_no_dealing(report, w) for w in words):
        return None
    if _is_general(report, words[0]) and not any(e.type == "person" and e.name is not None for e in known):
        return None
    accounts = [account_at(report.scene, w, mode=event.mode) for w in words]
    known = [e for e in known if not _is_in_title(report, e, known, words[0])]
    place = event.place
    if accounts[0].medium == "visit":
        place = place or next((e.name for e in known if e.type == "place"), None)
    else:
        where = [e for e in known if _is_only_where(report, e, words[0])]
        known = _resolved(report, [e for e in known if e not in where])
        place = place or next((e.name for e in where), None) or _place_behind(report, words[0])
    parties = [e.id for e in known if _is_official(e)]
    countries = list(dict.fromkeys(c for id in parties for c in _countries(report, report.entities[id])))
    if len(parties) < 2 and not (len(known) == 1 and parties and _is_several(report, known[0], words[0], countries)):
        return None
    if len(parties) < 2 and accounts[0].medium in {"letter", "message", "visit"} and len(countries) < 2:
        return None
    if accounts[0].medium == "visit" and len(countries) == 1 and len(parties) > 1 and _is_at_home(report, parties):
        return None
    return _Draft([index], accounts, parties, countries, event.date, event.duration, place)


def _is_only_where(report: _Report, entity: Entity, word: int) -> bool:
    """Tell whether a place is where they met and none of them: "met in Nairobi"."""
    if entity.type != "place":
        return False
    near = list(_near(report, entity, word))
    return bool(near) and all(report.scene.case_of(m.head) in {"in", "at", "near"} for m in near)


def _is_in_title(report: _Report, entity: Entity, known: Sequence[Entity], word: int) -> bool:
    """Tell whether a country or an office only stands in another party's title: "U.S. President Donald Trump"."""
    if entity.type != "place" and (entity.type != "person" or entity.name is not None):
        return False
    others = [m for e in known if e is not entity and e.type == "person" for m in _near(report, e, word)]
    if entity.type == "person":
        return any(m.end == o.start for m in _near(report, entity, word) for o in others if o.form == "name")
    named = [m for m in _near(report, entity, word) if m.form == "name"]
    return bool(named) and all(
        any(o.start <= m.start and m.end <= o.head or _leads_to(report.scene, m.end, o.start) for o in others)
        for m in named
    )


def _leads_to(scene: Scene, end: int, start: int) -> bool:
    """Tell whether only words of a title stand between two places."""
    between = range(end, start)
    return end <= start and len(between) <= _TITLE and all(scene.syntax.upos[w] in {"NOUN", "PROPN", "ADJ"} for w in between)


def _place_behind(report: _Report, word: int) -> str | None:
    """Return the nearest place behind a word in its clause: "held talks with the president in Jeddah"."""
    scene = report.scene
    for place in report.places:
        if place.kind != "location" or scene.syntax.sentence_of[place.start] != scene.syntax.sentence_of[word]:
            continue
        between = range(word + 1, place.start)
        near = place.start > word and scene.encoding.lower[place.start - 1] in {"in", "at", "near"}
        if near and not any(scene.syntax.upos[w] in VERBAL for w in between):
            return place.name
    return None


def _resolved(report: _Report, known: Sequence[Entity]) -> list[Entity]:
    """Put two persons of one office for "the two foreign ministers", where the report names just two."""
    if len(known) != 1 or known[0].name is not None or not any(a.lower().startswith("the two ") for a in known[0].aliases):
        return list(known)
    office = singular_of(known[0].aliases[0].split()[-1].lower())
    holders = [
        e
        for e in report.entities.values()
        if e.type == "person" and e.name is not None and any(_is_office(r.title, office, known[0]) for r in e.roles)
    ]
    return holders if len(holders) == 2 else list(known)


def _is_office(title: str, office: str, pair: Entity) -> bool:
    words, wanted = title.lower().split(), pair.aliases[0].lower().split()[2:-1]
    return bool(words) and (words[-1] == office or office == "leader") and set(wanted) <= set(words)


def _is_press(entity: Entity) -> bool:
    names = [name for name in (entity.name, *entity.aliases) if name]
    return entity.sector == "MED" or any(_noun(n) == "MED" or _PRESS & set(n.lower().split()) for n in names)


def _noun(words: str) -> str | None:
    entry = sector_of_noun(words.split()[-1].lower()) if words.split() else None
    return entry.sector if entry is not None else None


def _is_official(entity: Entity) -> bool:
    """Tell whether somebody holds an office or speaks for a body, as far as the words tell."""
    if entity.type in {"organisation", "place"} or entity.name is not None:
        return True
    if any(office_named(role.title) is not None for role in entity.roles):
        return True
    return entity.sector in _OFFICIAL or entity.country is not None or any(_noun(a) in _OFFICIAL for a in entity.aliases)


def _is_no_dealing(report: _Report, word: int) -> bool:
    """Tell whether the sentence is about a game, a story or a habit."""
    scene = report.scene
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[word]]
    words = range(sentence.start, sentence.end)
    if any(scene.lower(w) in _GAMES for w in words) or _is_no_act(scene, word):
        return True
    if any(scene.lower(w) in _STORIES and scene.case_of(w) == "in" for w in words):
        return True
    return any(_is_habit(report, t, word) for t in report.times) or any(
        scene.lower(c) in _HABITS for c in scene.syntax.children(word)
    )


def _is_no_act(scene: Scene, word: int) -> bool:
    """Tell whether a noun is only what is wished for ("called for talks"), or "called" is no phoning ("as a witness", "a liar")."""
    if scene.syntax.upos[word] == "NOUN":
        return scene.case_of(word) in {"for", "toward", "towards", "without", "despite"}
    if not scene.lower(word).startswith("call"):
        return False
    cases = {scene.case_of(c) for c in scene.syntax.children(word, "obl")}
    named = [c for c in scene.syntax.children(word, "obj", "xcomp", "iobj") if scene.syntax.upos[c] not in VERBAL]
    return bool(cases & {"as", "to", "for"}) or len(named) > 1


def _is_general(report: _Report, word: int) -> bool:
    """Tell whether the present tense tells of what is done as a rule; headlines and captions use it for the past."""
    scene = report.scene
    if scene.syntax.upos[word] != "VERB" or report.present[word]:
        return False
    clause = Clause(scene.encoding, scene.syntax, word)
    return clause.tense() == "present" and not clause.is_progressive()


def _is_at_home(report: _Report, parties: Sequence[str]) -> bool:
    """Tell whether a visit goes to a place of the visitor's own country: "visited the south"."""
    known = [report.entities[id] for id in parties]
    return any(e.type == "place" for e in known) and len({e.country for e in known}) == 1


def _is_habit(report: _Report, time: Time, word: int) -> bool:
    sentence_of = report.scene.syntax.sentence_of
    return time.type == "SET" and sentence_of[time.words[0]] == sentence_of[word]


def _is_several(report: _Report, entity: Entity, word: int, countries: Sequence[str]) -> bool:
    """Tell whether one mention stands for both sides: "the two ministers", "the Polish and Lithuanian presidents"."""
    return len(countries) > 1 or any(
        singular_of(report.scene.lower(m.head)) != report.scene.lower(m.head)
        or report.scene.lower(m.head) in {"they", "both", "two"}
        for m in _near(report, entity, word)
    )


def _near(report: _Report, entity: Entity, word: int) -> Iterator[Mention]:
    sentence_of = report.scene.syntax.sentence_of
    return (m for m in entity.mentions if sentence_of[m.head] == sentence_of[word])


def _countries(report: _Report, entity: Entity) -> list[str]:
    """Return the countries that a party stands for; several for "the foreign ministers of Peru and Bolivia"."""
    own = [entity.country] if entity.country is not None and country(entity.country) is not None else []
    found = []
    for mention in entity.mentions:
        head = mention.head
        if singular_of(report.scene.lower(head)) != report.scene.lower(head):
            inside = set(report.scene.syntax.subtree(head))
            found += [p.country for p in report.places if p.country and p.start in inside]
    return list(dict.fromkeys(found)) if len(set(found)) > 1 else own or found


# What is one contact


def _put(report: _Report, drafts: list[_Draft], draft: _Draft) -> None:
    """Add an account to the contact that it tells of again, or begin a new one."""
    for other in reversed(drafts):
        if _is_same(report, other, draft):
            if _specific(report, draft) > _specific(report, other) and len(draft.parties) >= len(other.parties):
                other.parties, other.countries = draft.parties, draft.countries or other.countries
            other.events += draft.events
            other.accounts += draft.accounts
            other.date, other.duration = other.date or draft.date, other.duration or draft.duration
            other.place = other.place or draft.place
            other.parties += [p for p in draft.parties if p not in other.parties and len(other.parties) < 2]
            other.countries += [c for c in draft.countries if c not in other.countries and len(other.countries) < 2]
            return
    drafts.append(draft)


def _specific(report: _Report, draft: _Draft) -> int:
    """Rank how exactly an account names its parties: "Denmark" less than "Denmark's foreign minister" less than her name."""
    kinds = {"person": 2, "organisation": 2, "group": 1, "place": 0, "other": 0}
    known = [report.entities[id] for id in draft.parties]
    return sum(kinds[e.type] + (e.type == "person" and e.name is not None) for e in known)


def _is_same(report: _Report, one: _Draft, other: _Draft) -> bool:
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if _is_aside(report, one, other):
        return True
    if one.medium != other.medium and one.is_sure and other.is_sure and {one.medium, other.medium} != {"meeting", "visit"}:
        return False
    if _is_vague(report, other):
        return True
    small, large = sorted((set(one.parties), set(other.parties)), key=len)
    if small <= large:
        return True
    lands = set(one.countries), set(other.countries)
    return len(lands[0]) > 1 and lands[0] == lands[1]


def _is_aside(report: _Report, one: _Draft, other: _Draft) -> bool:
    """Tell whether a sentence tells in passing what went on at the meeting: "summoned him and handed him a note"."""
    sentence_of = report.scene.syntax.sentence_of
    together = sentence_of[one.accounts[-1].word] == sentence_of[other.accounts[0].word]
    writing = other.medium in {"letter", "message"} and one.medium in {"meeting", "visit"}
    return together and writing and other.date is None and set(one.parties) == set(other.parties)


def _is_vague(report: _Report, draft: _Draft) -> bool:
    """Tell whether the parties are only "both sides", "the two leaders": those of a contact told before."""
    if len(draft.parties) != 1 or draft.countries:
        return False
    entity = report.entities[draft.parties[0]]
    return entity.name is None and all(_PAIR & set(a.lower().split()[:2]) for a in entity.aliases)


def _retell(report: _Report, drafts: list[_Draft]) -> None:
    """Give the nouns that speak of a contact again to the last one before them that they fit."""
    told = {index for draft in drafts for index in draft.events}
    taken = frozenset(
        report.word_at(span)
        for index, event in enumerate(report.events)
        if index in told or event.status not in {"occurred", "ongoing"}
        for span in event.triggers
    )
    for account in later_accounts(report.scene, report.readable, taken, report.times):
        fitting = [d for d in drafts if _fits(d, account)]
        before = [d for d in fitting if d.accounts[0].word < account.word]
        if before:
            _add(max(before, key=lambda d: max(t.word for t in d.accounts if t.word < account.word)), account)
        elif fitting and _is_close(report, fitting[0], account):
            _add(fitting[0], account)


def _add(draft: _Draft, account: Account) -> None:
    draft.accounts.append(account)
    draft.date = draft.date or account.date


def _fits(draft: _Draft, account: Account) -> bool:
    if account.date and draft.date and account.date != draft.date:
        return False
    if account.medium is None or draft.medium is None or draft.medium == account.medium:
        return True
    return not draft.is_sure and account.medium in {"phone", "video_call", "meeting"}


def _is_close(report: _Report, draft: _Draft, account: Account) -> bool:
    lines = report.scene.lines
    return lines[draft.accounts[0].word] == lines[account.word]


# What is said of it


def _contact(report: _Report, parties: Parties, draft: _Draft) -> Contact:
    scene, accounts = report.scene, sorted(draft.accounts, key=lambda t: t.word)
    length = find_duration(scene, accounts, report.times)
    tone = find_tone(scene, accounts)
    first = report.events[draft.events[0]]
    issue = [span for e in draft.events for span in report.events[e].issue]
    return Contact(
        event=draft.events[0],
        parties=tuple(draft.parties),
        countries=tuple(draft.countries),
        medium=draft.medium,
        date=draft.date,
        duration=length[0] if length else None,
        place=draft.place,
        initiative=_initiative(report, find_initiator(scene, parties, accounts)),
        previous=find_before(scene, accounts, report.times),
        tone=tone[0] if tone else None,
        tone_words=(tone[1],) if tone else (),
        topics=find_topics(scene, accounts) or tuple(issue[:1]),
        outcome=find_outcome(scene, accounts),
        status="ongoing" if first.status == "ongoing" else "occurred",
    )


def _initiative(report: _Report, found: Initiator | None) -> Initiative | None:
    if found is None or found.party.id not in report.entities:
        return None
    land = report.entities[found.party.id].country
    if land is None or country(land) is None:
        return None
    span = report.scene.span(found.words)
    return Initiative(land, innermost(report.statements, span), (span,))


class Contacts:
    """The layer that finds contacts."""

    name = "contacts"
    requires: tuple[type, ...] = (Encoding, Syntax, Part, Entity, Statement, Time, Place, Event, Implied)
    provides: tuple[type, ...] = (Contact,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's contacts."""
        encoding, syntax = reading.the(Encoding), reading.the(Syntax)
        entities = [*reading.of(Entity), *(implied.entity for implied in reading.of(Implied))]
        found = find_contacts(
            Scene(encoding, syntax, Directory(entities, syntax)),
            reading.of(Part),
            entities,
            reading.of(Event),
            reading.of(Statement),
            reading.of(Time),
            reading.of(Place),
        )
        return reading.adding(Contact, found)
