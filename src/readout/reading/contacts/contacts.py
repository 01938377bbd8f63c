# SPDX-License-Identifier: Apache-2.0
"""The ledger's entries: every call, meeting, visit, letter or message between persons of office, bodies or governments.

A contact is made of CONSULT events that took place; what is planned, refused, asked for or tried stays an event with its status.
Remarks to the press, sport, fiction and habits are no contacts. Several accounts are of one contact: those of the same parties that
no date or medium tells apart, and the nouns that speak of it again ("the call").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from readout.reading.attributions.attribution import READ
from readout.reading.clauses.scene import Scene
from readout.reading.contacts.contact import Contact, Initiative
from readout.reading.contacts.dealings import (
    Initiator,
    find_before,
    find_duration,
    find_initiator,
    find_outcome,
    find_tone,
    find_topics,
)
from readout.reading.contacts.recollections import recollections
from readout.reading.contacts.separately import are_apart, are_callers_apart, each_apart, is_in_two_places
from readout.reading.contacts.succession import in_succession
from readout.reading.coreference.entities import Directory, Entity
from readout.reading.encoding import Encoding
from readout.reading.events.actors import Code, with_codes
from readout.reading.events.circumstances import lies_ahead
from readout.reading.events.event import Event
from readout.reading.events.tellings import may_hold
from readout.reading.happenings.accounts import Account, account_at, date_of, is_of_another_time, later_accounts
from readout.reading.happenings.chairs import are_of_one_body, is_chaired
from readout.reading.happenings.contactverbs import is_called_in
from readout.reading.happenings.occasions import is_general, is_occasion
from readout.reading.happenings.parties import Implied, Parties
from readout.reading.happenings.sides import Sides, is_official, is_press
from readout.reading.page.parts import Part
from readout.reading.places.places import Place
from readout.reading.reading import Reading
from readout.reading.statements.statements import Statement
from readout.reading.times.times import Time
from readout.reading.trees.syntax import Syntax
from readout.resources import country
from readout.text import Span

__all__ = ["Contacts", "find_contacts"]

_BRIEF = frozenset({"headline", "standfirst", "caption"})  # parts that tell of the past in the present tense
_SIGNED = frozenset({"byline", "credit"})
_NEAR = 4  # paragraphs
_WORDS = 60  # of a paragraph, in front of "the two"
_PAIR = frozenset("both two they sides parties".split())
_BEFORE = frozenset("last previously earlier".split())
_TOOK_PLACE = frozenset({"occurred", "ongoing"})
_ONE_WAY = frozenset({"letter", "message", "visit"})  # these need two sides that are told apart


@dataclass(slots=True, eq=False)
class _Draft:
    """A contact in the making."""

    events: list[int]
    accounts: list[Account]
    parties: list[str]
    countries: list[str]
    date: str | None
    place: str | None
    recalled: list[Account] = field(default_factory=list)

    @property
    def medium(self) -> str | None:
        told = [a for a in self.accounts if a.medium is not None]
        best = next((a for a in told if a.sure), told[0] if told else None)
        return best.medium if best is not None else "meeting" if self.place else None

    @property
    def is_sure(self) -> bool:
        return any(account.sure for account in self.accounts)


@dataclass(frozen=True, slots=True)
class _Report:
    scene: Scene
    sides: Sides
    events: Sequence[Event]
    statements: Sequence[Statement]
    times: Sequence[Time]
    readable: Sequence[bool]
    brief: Sequence[bool]
    signed: Sequence[bool]
    starts: Sequence[int]

    def word_at(self, span: Span) -> int:
        """Return the head word of a trigger: "summoned the ambassador", "phone call"."""
        words = (bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))
        return self.scene.head_of(words)


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
    report = _Report(
        scene,
        Sides(scene, {entity.id: entity for entity in entities}, places),
        events,
        statements,
        times,
        _inside(scene, [part.span for part in parts if part.kind in READ]),
        _inside(scene, [part.span for part in parts if part.kind in _BRIEF]),
        _inside(scene, [part.span for part in parts if part.kind in _SIGNED]),
        [span.start for span in scene.encoding.spans],
    )
    drafts: list[_Draft] = []
    for index, event in enumerate(events):
        for draft in _drafts(report, index, event):
            _put(report, drafts, draft)
    _retell(report, drafts)
    parties = Parties(scene, entities, statements)
    _recall(report, drafts)
    # "Their first call since the war" is said of those of whom its sentence tells.
    telling = {scene.syntax.sentence_of[account.word] for draft in drafts for account in draft.accounts}
    return in_succession([_contact(report, parties, draft, telling) for draft in drafts], events)


def _inside(scene: Scene, spans: Sequence[Span]) -> list[bool]:
    """Tell of each word whether it lies in one of some spans."""
    words = scene.encoding.spans
    inside = [False] * len(words)
    for span in spans:
        at = bisect_left(words, span.start, key=lambda word: word.start)
        while at < len(words) and words[at].end <= span.end:
            inside[at] = True
            at += 1
    return inside


# What is a contact


def _drafts(report: _Report, index: int, event: Event) -> list[_Draft]:
    """Make contacts of an event: none, one, or one for each medium that its tellings name."""
    words = [report.word_at(span) for span in event.triggers]
    if not _is_dealing(report, event, words):
        return []
    accounts = [account_at(report.scene, word, mode=None) for word in words]
    if not any(account.sure for account in accounts):
        accounts = [account_at(report.scene, word, mode=event.mode) for word in words]
    drafts: list[_Draft] = []
    for group in _by_medium(accounts):
        two_places = (a.word for a in group if is_in_two_places(report.scene, a.word))  # told of as one of them too
        each_alone = (a.word for a in group if are_apart(report.scene, a.word))
        apart = _apart(report, event, next(two_places, next(each_alone, group[0].word)))
        found = [draft for each in apart if (draft := _draft(report, index, each, group)) is not None]
        for later in found if drafts else ():
            later.date = later.place = None  # the event has them of one telling, and which is not known
        drafts += found
    return drafts


def _apart(report: _Report, event: Event, word: int) -> list[Event]:
    """Return an event once for each with whom somebody deals by himself: "held separate meetings with Lind and Rau"."""
    sides = report.sides
    abroad = event.mode == "visit" and all(e.type == "place" for e in sides.of(event.recipients))  # one after the other
    if not abroad and not are_apart(report.scene, word):
        return [event]
    actors, others = (
        [e.id for e in sides.resolved(sides.without_titles(sides.of(side), word), word)]
        for side in (event.actors, event.recipients)
    )
    pairs = each_apart(actors, others, callers=are_callers_apart(report.scene, word))
    parted = bool(pairs) and is_in_two_places(report.scene, word)  # then each has his own
    place = None if parted else event.place
    return [replace(event, actors=one, recipients=other, place=place) for one, other in pairs] or [event]


def _by_medium(accounts: Sequence[Account]) -> list[list[Account]]:
    """Part what was told of as one where the words name two media: they met, and they phoned."""
    groups: list[list[Account]] = []
    for account in accounts:
        fitting = (g for g in groups if not (account.sure and any(a.sure and _differ(a, account) for a in g)))
        group = next(fitting, None)
        if group is None:
            groups.append([account])
        else:
            group.append(account)
    return groups


def _differ(one: Account, other: Account) -> bool:
    return one.medium != other.medium and {one.medium, other.medium} != {"meeting", "visit"}


def _draft(report: _Report, index: int, event: Event, accounts: list[Account]) -> _Draft | None:
    sides, first = report.sides, accounts[0].word
    known = sides.without_titles(sides.of((*event.actors, *event.recipients)), first)
    goal: Entity | None = None
    if accounts[0].medium == "visit":
        goal = sides.visited(first)
        known += [goal] if goal is not None and len(known) == 1 and goal not in known else []
        where = [e for e in known if e.type == "place"]
    else:
        where = [e for e in known if sides.is_only_where(e, first)]
        known = sides.resolved([e for e in known if e not in where], first)
    parties = [e for e in known if is_official(e)]
    countries = list(dict.fromkeys(land for e in parties for land in sides.countries(e)))
    elsewhere = goal not in known and any(e.type == "place" for e in known)  # "visited Tarsk and [Orm]"
    if (
        goal is not None
        and goal.country is not None
        and not elsewhere
        and len(countries) == 1
        and goal.country not in countries
    ):
        countries.append(goal.country)  # whom one visits there is of there, if the words do not say otherwise
    if not _are_sides(report, known, parties, countries, accounts[0]) or _is_of_one_side(event, known, parties):
        return None
    if is_chaired(report.scene, first, report.scene.syntax.heads[first]) and are_of_one_body(parties):
        return None  # two of one side, whatever table told of which
    place = event.place or next((e.name for e in where), None) or sides.place_behind(first, parties)
    days = (date_of(report.scene, account.word, report.times) for account in accounts)
    date = event.date or next((day for day in days if day is not None), None)
    date = None if date is not None and date.startswith("XXXX-XX-XX") else date  # "that morning"
    if any(str(t.value).partition("T")[0] == date and lies_ahead(t) for t in report.times):
        date = None  # of what is to be done on Jan. 1, which was agreed at a dinner before
    return _Draft([index], accounts, [e.id for e in parties], countries, date, place)


def _is_dealing(report: _Report, event: Event, words: Sequence[int]) -> bool:
    """Tell whether an event took place and is one between those who deal with each other."""
    if event.status not in _TOOK_PLACE or event.mode == "third-party":
        return False
    if event.type != "CONSULT" and not _is_summons(report.scene, words[0]):
        return False
    known = report.sides.of((*event.actors, *event.recipients))
    if any(is_press(e) or _is_author(report, e) for e in known) or not all(
        is_occasion(report.scene, w, report.times) for w in words
    ):
        return False
    named = any(e.type == "person" and e.name is not None for e in known)
    return named or report.brief[words[0]] or not is_general(report.scene, words[0])


def _is_summons(scene: Scene, word: int) -> bool:
    """Tell whether a word tells of an envoy who is summoned, or "called in"."""
    return scene.lower(word).startswith("summon") or is_called_in(scene, word)


def _is_author(report: _Report, entity: Entity) -> bool:
    """Tell whether somebody is only named as the author of the report: "talks by phone", and below "By Ann Lee and Ed Roy"."""
    named = [m.head for m in entity.mentions if m.form != "pronoun"]
    return bool(named) and all(report.signed[word] for word in named)


def _are_sides(
    report: _Report, known: Sequence[Entity], parties: Sequence[Entity], countries: Sequence[str], account: Account
) -> bool:
    """Tell whether there are two sides: two parties, or one that says that it is two."""
    if len(parties) > 1:
        return account.medium != "visit" or not report.sides.is_at_home(parties)
    if not parties or len(known) != 1:
        return False
    several = report.sides.is_several(parties[0], account.word, countries)
    return several and (account.medium not in _ONE_WAY or len(countries) > 1)


def _is_of_one_side(event: Event, known: Sequence[Entity], parties: Sequence[Entity]) -> bool:
    """Tell whether all who are left are on one side, since the other is of nobody's: "observers met Lind and Rau separately"."""
    left = {e.id for e in parties}
    one, other = ({e.id for e in known if e.id in side} for side in (event.actors, event.recipients))
    return len(left) > 1 and any(
        gone and not gone & left and left <= kept for gone, kept in ((one, other), (other, one))
    )


# What is one contact


def _put(report: _Report, drafts: list[_Draft], draft: _Draft) -> None:
    """Add an account to the contact that it tells of again, or begin a new one."""
    for other in reversed(drafts):
        if _is_same(report, other, draft):
            if _specific(report, draft) > _specific(report, other) and len(draft.parties) >= len(other.parties):
                other.parties, other.countries = draft.parties, draft.countries or other.countries
            other.events += draft.events
            other.accounts += draft.accounts
            other.date, other.place = other.date or draft.date, other.place or draft.place
            other.parties += [p for p in draft.parties if p not in other.parties and len(other.parties) < 2]
            other.countries += [c for c in draft.countries if c not in other.countries and len(other.countries) < 2]
            return
    drafts.append(draft)


def _specific(report: _Report, draft: _Draft) -> int:
    """Rank how exactly an account names its parties: "Denmark" less than "Denmark's foreign minister" less than her name."""
    kinds = {"person": 2, "organisation": 2, "group": 1, "place": 0, "other": 0}
    known = [report.sides.entities[id] for id in draft.parties]
    return sum(kinds[e.type] + (e.type == "person" and e.name is not None) for e in known)


def _is_same(report: _Report, one: _Draft, other: _Draft) -> bool:
    if one.events[-1] == other.events[0] and set(one.parties) != set(other.parties):
        return False  # each was met by himself
    if one.date and other.date and not (one.date.startswith(other.date) or other.date.startswith(one.date)):
        return False
    if other.date and not one.date and _is_earlier(report, other):
        return False
    if _is_aside(report, one, other):
        return True
    if _is_written(one) != _is_written(other) and (_is_spoken(report, one) or _is_spoken(report, other)):
        return False  # "a message from Roy, who had spoken with Lind"
    if _is_answer(report, one, other):
        return False
    if (
        one.medium != other.medium
        and one.is_sure
        and other.is_sure
        and {one.medium, other.medium} != {"meeting", "visit"}
    ):
        return False
    if set(one.parties) != set(other.parties) and (_is_held_apart(one, other) or _is_held_apart(other, one)):
        return False
    if _is_vague(report, other):
        return _may_be_they(report, one, other)
    if _is_kind(report, one, other):
        return True
    if _are_others(report, one, other) or _is_with_both(report, one, other) or _is_with_both(report, other, one):
        return False
    small, large = sorted((set(one.parties), set(other.parties)), key=len)
    if small <= large:
        return True
    lands = set(one.countries), set(other.countries)
    return len(lands[0]) > 1 and lands[0] == lands[1]


def _is_written(draft: _Draft) -> bool:
    return draft.medium in {"letter", "message"}


def _is_spoken(report: _Report, draft: _Draft) -> bool:
    """Tell whether a contact is first told by a verb of speaking, whichever way it was done: "had spoken with"."""
    return report.scene.lower(draft.accounts[0].word) in _SPOKEN


_SPOKEN = frozenset("speak speaks spoke spoken speaking talked talking".split())


def _is_held_apart(one: _Draft, other: _Draft) -> bool:
    """Tell whether one was held at a place and the other not face to face: the talks in Malaysia were no call of two of these."""
    return one.place is not None and not one.is_sure and other.is_sure and other.medium in _AFAR


_AFAR = frozenset({"phone", "video_call", "letter", "message"})


def _are_others(report: _Report, one: _Draft, other: _Draft) -> bool:
    """Tell whether two contacts are each between named persons who are not the same: other ministers of the same states.

    Of two and two it is enough that one is another: whoever shook the premier's hand may have rung the foreign minister.
    """
    sides = [report.sides.of(draft.parties) for draft in (one, other)]
    named = all(len(s) > 1 and all(e.type == "person" and e.name is not None for e in s) for s in sides)
    are_pairs = all(len(s) == len({e.id for e in s}) == _PAIR_SIZE for s in sides)
    shared = set(one.parties) & set(other.parties)
    return (named and (not shared or (are_pairs and len(shared) < _PAIR_SIZE))) or _come_from_one_land(*sides)


def _come_from_one_land(one: Sequence[Entity], other: Sequence[Entity]) -> bool:
    """Tell whether one country is there in one person and then in another: the premier saw Rau in Tarsk, his envoy flew to Orm."""
    first, second = (
        {(e.country, e.id) for e in side if e.type == "person" and e.name is not None and e.country is not None}
        for side in (one, other)
    )
    lands = {land for land, _ in first} & {land for land, _ in second}
    return any(not any(one in second for one in first if one[0] == land) for land in lands)


_PAIR_SIZE = 2


def _is_with_both(report: _Report, pair: _Draft, third: _Draft) -> bool:
    """Tell whether a third deals with both of a pair: "Berg called Rios on Monday", "Dahl spoke to both leaders later"."""
    known = set(pair.parties)
    if len(known) < 2:
        return False
    sides = [(set(report.events[i].actors), set(report.events[i].recipients)) for i in third.events]
    return any(known <= one and other and not known & other for a, b in sides for one, other in ((a, b), (b, a)))


def _is_earlier(report: _Report, draft: _Draft) -> bool:
    """Tell whether an account is of a contact before others: "the two last met in May"."""
    words = (c for account in draft.accounts for c in report.scene.syntax.children(account.word, "advmod"))
    return any(report.scene.lower(word) in _BEFORE for word in words)


def _is_answer(report: _Report, one: _Draft, other: _Draft) -> bool:
    """Tell whether two letters went both ways: "Kim wrote to Putin", who "had written to Kim in January"."""
    if one.medium not in {"letter", "message"} or one.medium != other.medium or set(one.parties) != set(other.parties):
        return False
    first, second = report.events[one.events[0]], report.events[other.events[0]]
    return bool(first.recipients) and first.actors == second.recipients and second.actors == first.recipients


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
    entity = report.sides.entities[draft.parties[0]]
    return entity.name is None and all(_PAIR & set(a.lower().split()[:2]) for a in entity.aliases)


def _may_be_they(report: _Report, one: _Draft, vague: _Draft) -> bool:
    """Tell whether those of a contact may be called as a vague one calls its two: a premier is none of "the two generals"."""
    called = report.sides.entities[vague.parties[0]].aliases
    known = report.sides.of(one.parties)
    return any(all(may_hold(each, alias.lower().split()[-1]) for each in known) for alias in called)


def _is_kind(report: _Report, one: _Draft, other: _Draft) -> bool:
    """Tell whether the parties are only named by their kind: "the first meeting between a president and a leader of …"."""
    known = report.sides.of(other.parties)
    kinds = all(e.name is None and e.aliases and e.aliases[0].lower().split()[0] in {"a", "an"} for e in known)
    return len(known) > 1 and kinds and bool(one.countries) and set(one.countries) <= set(other.countries)


def _retell(report: _Report, drafts: list[_Draft]) -> None:
    """Give the nouns that speak of a contact again to the last one before them that they fit."""
    told = {index for draft in drafts for index in draft.events}
    taken = frozenset(
        report.word_at(span)
        for index, event in enumerate(report.events)
        if index in told or event.status not in _TOOK_PLACE
        for span in event.triggers
    )
    for account in later_accounts(report.scene, report.readable, taken, report.times):
        fitting = [d for d in drafts if _fits(d, account) and _is_near(report, d, account)]
        if is_of_another_time(report.scene, account.word):
            fitting = [d for d in fitting if not _is_dated_by(report, d, account)]
        before = [d for d in fitting if d.accounts[0].word < account.word]
        if before:
            _add(max(before, key=lambda d: max(a.word for a in d.accounts if a.word < account.word)), account)
        elif fitting and _is_close(report, fitting[0], account):
            _add(fitting[0], account)


def _recall(report: _Report, drafts: list[_Draft]) -> None:
    """Give what is told of the contact before to the last one in front of it: "The two had last met in May"."""
    for word in recollections(report.scene, report.readable):
        before = [d for d in drafts if d.accounts[0].word < word]
        nearest = max(before, key=lambda d: max(a.word for a in d.accounts if a.word < word), default=None)
        if nearest is not None and _speaks_of(report, nearest, word):
            nearest.recalled.append(Account(word, None, False))


def _speaks_of(report: _Report, draft: _Draft, word: int) -> bool:
    """Tell whether "the two" may be who dealt with each other: told just above, or one of them is named beside it."""
    lines = report.scene.lines
    if any(lines[word] - lines[account.word] in {0, 1} for account in draft.accounts):
        return True
    beside = {
        e.id for w in range(max(0, word - _WORDS), word) if lines[w] == lines[word] and (e := report.scene.entity_of(w))
    }
    return bool(beside & set(draft.parties))


def _is_dated_by(report: _Report, draft: _Draft, account: Account) -> bool:
    """Tell whether the sentence of a contact only says by another when it was: "Lind met Roth ahead of Friday's summit"."""
    sentence_of = report.scene.syntax.sentence_of
    return any(sentence_of[a.word] == sentence_of[account.word] for a in draft.accounts)


def _add(draft: _Draft, account: Account) -> None:
    draft.accounts.append(account)
    draft.date = draft.date or account.date


def _fits(draft: _Draft, account: Account) -> bool:
    if account.date and draft.date and not (account.date.startswith(draft.date) or draft.date.startswith(account.date)):
        return False
    if account.medium is None:
        return draft.medium not in _ONE_WAY
    if draft.medium is None:
        return account.medium != "visit"
    if draft.medium == account.medium:
        return True
    return not draft.is_sure and account.medium in {"phone", "video_call", "meeting"}


def _is_near(report: _Report, draft: _Draft, account: Account) -> bool:
    """Tell whether "the talks" are near enough for those that were told; "the call" may come much later."""
    lines = report.scene.lines
    return account.medium is not None or min(abs(lines[a.word] - lines[account.word]) for a in draft.accounts) <= _NEAR


def _is_close(report: _Report, draft: _Draft, account: Account) -> bool:
    lines = report.scene.lines
    return lines[draft.accounts[0].word] == lines[account.word]


# What is said of it


def _contact(report: _Report, parties: Parties, draft: _Draft, telling: Collection[int]) -> Contact:
    scene, accounts = report.scene, sorted(draft.accounts, key=lambda a: a.word)
    length = find_duration(scene, accounts, report.times)
    tone, before = (
        find_tone(scene, accounts),
        find_before(scene, accounts, report.times, telling)
        or find_before(scene, draft.recalled, report.times, telling),
    )
    first = report.events[draft.events[0]]
    issue = tuple(s for s in first.issue[:1] if not any(s.contains(t.span) for t in report.times))
    return Contact(
        event=draft.events[0],
        parties=tuple(draft.parties),
        countries=tuple(draft.countries),
        medium=draft.medium,
        date=draft.date,
        duration=length[0] if length else None,
        place=draft.place if draft.medium in {"meeting", "visit"} else None,
        initiative=_initiative(report, parties, draft, find_initiator(scene, parties, accounts)),
        previous=None if before is not None and before.date is not None and before.date == draft.date else before,
        tone=tone[0] if tone else None,
        tone_words=(tone[1],) if tone else (),
        topics=find_topics(scene, accounts, report.times) or issue,
        outcome=find_outcome(scene, accounts),
        status="ongoing" if first.status == "ongoing" else "occurred",
    )


def _initiative(report: _Report, parties: Parties, draft: _Draft, found: Initiator | None) -> Initiative | None:
    entity = None if found is None else parties.entity(found.party.id)
    if found is None or entity is None or entity.country is None or country(entity.country) is None:
        return None
    if len(draft.countries) > 1 and entity.country not in draft.countries:
        return None  # another's call to the same: each has his own
    span = report.scene.span(found.words)
    return Initiative(entity.country, parties.on_whose_word(span), (span,))


class Contacts:
    """The layer that finds contacts."""

    name = "contacts"
    requires: tuple[type, ...] = (Encoding, Syntax, Part, Entity, Statement, Time, Place, Event, Implied, Code)
    provides: tuple[type, ...] = (Contact,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's contacts."""
        encoding, syntax = reading.the(Encoding), reading.the(Syntax)
        entities = [
            *with_codes(reading.of(Entity), reading.of(Code)),
            *(implied.entity for implied in reading.of(Implied)),
        ]
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
