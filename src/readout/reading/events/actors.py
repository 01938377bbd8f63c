# SPDX-License-Identifier: Apache-2.0
"""Country and sector of those that take part in events, where names and titles alone did not tell them.

"Its troops" are the owner's, "a court in Bavaria" is Germany's, the "Nigerian Senate" is Nigeria's and a legislature: all from the
words of the report and the tables. A person of whom the report says nothing is looked up among the holders of offices at its
date, and else stays unknown. `explain` gives the words behind a code.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.allegiances import BACKED, allegiance_of, is_of_several
from readout.reading.coreference.bodies import is_insurgent, is_union
from readout.reading.coreference.entities import Directory, Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.coreference.loosenouns import has_usual_sector
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.networks import is_other_network
from readout.reading.coreference.roles import OUTSIDERS, Role
from readout.reading.encoding import Encoding
from readout.reading.events.aides import served_by
from readout.reading.events.event import Event
from readout.reading.events.homeland import Homeland, homeland_of, seat_in_front
from readout.reading.events.incumbents import Incumbency, incumbency_of
from readout.reading.evidence import Support
from readout.reading.page.parts import Part
from readout.reading.places.places import Place
from readout.reading.reading import Reading
from readout.reading.statements.statements import Statement
from readout.reading.trees.syntax import Syntax
from readout.report import Published
from readout.resources import body_named, country, find_office, sector_of_noun

__all__ = ["Actors", "Code", "day_published", "explain", "find_codes", "with_codes"]

_IN = frozenset({"in", "of", "from", "at"})
_LONGEST_NOUN = 3
_WATERS = frozenset(
    "Sea Ocean Strait Straits Gulf Channel".split()
)  # no country's, whatever country they are called after


@dataclass(frozen=True, slots=True)
class Code:
    """What an entity's own words add to what is known of it.

    Attributes:
        entity: Id of the entity.
        country: Alpha-3 or IGO code; None where it was known before, or is not told.
        sector: PLOVER sector; None where it was known before, or is not told.
        because: The words.
        role: The office of a person of whom the words tell none, from the table of holders.
    """

    entity: str
    country: str | None
    sector: str | None
    because: tuple[Support, ...]
    role: Role | None = None


def find_codes(
    scene: Scene, entities: Sequence[Entity], parties: Collection[str], places: Sequence[Place], day: str | None = None,
    home: Homeland | None = None,
) -> list[Code]:  # fmt: skip
    """Code entities that lack a country or a sector, in their order.

    Args:
        scene: The report.
        entities: All of its entities.
        parties: Ids of those to code; places, named bodies, and persons whom the table of holders knows, are coded without.
        places: Its places.
        day: When it was published, as exactly as that is known: the table of holders is asked for that day.
        home: The country that it is about.
    """
    found, near = [], _Near(scene, places)
    seats = {place.start: place for place in places if place.country is not None}
    for entity in entities:
        held = incumbency_of(scene, entity, day)
        if held is not None:
            found.append(_held_code(scene, entity, held))
            continue
        is_named = entity.type in {"organisation", "person"} and entity.name is not None
        is_coded = entity.id in parties or entity.type == "place" or is_named
        if is_coded and (entity.country is None or entity.sector is None):
            country = _first(_countries(scene, entity, near, day)) if entity.country is None else None
            sector = _first(_sectors(scene, entity)) if entity.sector is None else None
            if country is None:
                country = _at_home(scene, replace(entity, sector=entity.sector or (sector and sector[0])), home, seats)
            supports = [s for told in (country, sector) if told is not None for s in [told[1]]]
            if supports:
                found.append(Code(entity.id, country and country[0], sector and sector[0], tuple(supports)))
        elif (owned := _at_home(scene, entity, home, seats)) is not None:
            found.append(Code(entity.id, owned[0], None, (owned[1],)))
    return found


def _at_home(
    scene: Scene, entity: Entity, home: Homeland | None, seats: Mapping[int, Place]
) -> tuple[str, Support] | None:
    if (seat := seat_in_front(scene, entity, seats)) is not None:
        return seat
    because = None if home is None else home.owns(scene, entity)
    return None if home is None or because is None else (home.country, because)


def _held_code(scene: Scene, entity: Entity, held: Incumbency) -> Code:
    sector = None if entity.sector is not None else held.sector
    told = _first(_sectors(scene, entity)) if entity.sector is None and sector is None else None
    supports = (held.because,) if told is None else (held.because, told[1])
    return Code(entity.id, held.country, sector or (told and told[0]), supports, held.role)


def _first(found: Iterator[tuple[str, Support]]) -> tuple[str, Support] | None:
    return next(found, None)


def _described(entity: Entity) -> list[Mention]:
    return [m for m in entity.mentions if m.form != "pronoun"]


def _with_own_words(scene: Scene, entity: Entity) -> list[Mention]:
    """Return names and descriptions but for letters in brackets behind another of them, which a table may know as others'."""
    own = _described(entity)
    ends = {m.end for m in own}
    words, text = scene.encoding.words, scene.encoding.text
    behind = (m for m in own if m.form == "name" and m.start - 1 in ends and words[m.start - 1] == "(")
    given = {letters for m in behind if (letters := m.span.of(text)).isupper()}
    return [m for m in own if m.span.of(text) not in given]


def _held_land(scene: Scene, owner: Entity, day: str | None) -> str | None:
    """Return the country of which somebody is known by the table of holders: of "Vucic's government" Serbia."""
    held = incumbency_of(scene, owner, day)
    return None if held is None else held.country


class _Near:
    """The places of known countries by the words that they stand at and hang on, so that a mention asks a few, not all."""

    def __init__(self, scene: Scene, places: Sequence[Place]) -> None:
        self._places = [place for place in places if place.kind == "location" and place.country is not None]
        self._at: dict[int, list[int]] = defaultdict(list)
        self._below: dict[int, list[int]] = defaultdict(list)
        for number, place in enumerate(self._places):
            self._at[place.start].append(number)
            for word in range(place.start, place.end):
                self._below[scene.syntax.heads[word]].append(number)

    def of(self, mention: Mention) -> list[Place]:
        """Return those that begin inside a mention, or of which a word hangs on its head, in their order."""
        inside = (number for word in range(mention.start, mention.end) for number in self._at.get(word, ()))
        return [self._places[number] for number in sorted({*inside, *self._below.get(mention.head, ())})]


def _countries(scene: Scene, entity: Entity, near: _Near, day: str | None) -> Iterator[tuple[str, Support]]:
    """Yield the countries that the words of an entity's mentions give, the surest rule first."""
    served = served_by(scene, entity)
    if served is not None and (land := served[0].country or _held_land(scene, served[0], day)) is not None:
        yield land, Support("country", "whom they serve", None, (scene.encoding.spans[served[1]],))
    if entity.name is not None and (entity.type == "person" or not _WATERS.isdisjoint(entity.name.split()[-1:])):
        return
    described = [m for m in _described(entity) if not is_of_several(scene.encoding, m.start, m.end, m.head)]
    own = set(_with_own_words(scene, entity))
    for mention in described:
        outside = singular_of(scene.lower(mention.head)) in OUTSIDERS
        for owner in () if outside else scene.syntax.children(mention.head, "nmod:poss"):
            owned = scene.directory.at_head(owner)
            land = None if owned is None else owned.country or _held_land(scene, owned, day)
            if land is not None:
                yield land, Support("country", "owner", None, (scene.encoding.spans[owner],))
        side = allegiance_of(scene.encoding, mention.start, _own_end(scene, mention)) if mention in own else None
        if side is not None and side.sector in _OF_STATES and entity.sector in _AGAINST_STATES:
            side = None  # "the ADF, another armed group": the letters are those of a state's army too
        is_shared = scene.encoding.words[mention.start] in scene.directory.shared
        if side is not None and is_shared and (entity.name is None or body_named(entity.name) is None):
            side = None  # "the DPP" of Tokyo, where that of Taipei is named too
        if side is not None and side.country is not None and not side.assumed:
            yield side.country, Support("country", f"{side.kind} in its words", None, (scene.span(side.words),))
    for mention in described:
        for place in near.of(mention):
            if place.country is not None and _is_of(scene, mention, place):
                yield place.country, Support("country", "place in its words", None, (place.span,))


_OF_STATES = frozenset({"GOV", "MIL"})
_AGAINST_STATES = frozenset({"PRM", "REB", "UAF"})


def _own_end(scene: Scene, mention: Mention) -> int:
    """Return where what a mention says of itself ends, before a clause: "states" that border Niger are not Niger's."""
    behind = range(mention.head + 1, mention.end)
    if _is_posted(scene, mention):
        return next((w for w in behind if scene.lower(w) in _AT), mention.end)
    return next(
        (w for w in behind if scene.syntax.upos[w] in {"VERB", "AUX"} or scene.lower(w) in _RELATIVES), mention.end
    )


_RELATIVES = frozenset({"that", "who", "whom", "whose", "which", "where"})


def _is_posted(scene: Scene, mention: Mention) -> bool:
    """Tell whether somebody is of another country than where they are: "a Western [diplomat] in Addis Ababa"."""
    before = scene.encoding.lower[mention.start : mention.head]
    return singular_of(scene.lower(mention.head)) in _POSTED or not _FROM_ABROAD.isdisjoint(before)


_AT = frozenset({"in", "at"})
_POSTED = frozenset(
    "diplomat envoy ambassador correspondent reporter peacekeeper embassy consulate expatriate tourist".split()
)
_FROM_ABROAD = frozenset("western foreign european asian arab african international".split())


def _is_of(scene: Scene, mention: Mention, place: Place) -> bool:
    """Tell whether a place is what a mention names, stands inside it, or depends on its head: "a court in Bavaria"."""
    if _is_posted(scene, mention) and not _AT.isdisjoint(scene.encoding.lower[mention.head : place.start]):
        return False
    if scene.lower(place.end) == "-" and scene.lower(place.end + 1) in BACKED:
        return False  # "US-backed forces" are not American
    if mention.start <= place.start and place.end <= mention.end:
        if place.start >= _own_end(scene, mention):
            return False
        return mention.span != place.span or mention.type == "place"
    heads = [w for w in range(place.start, place.end) if scene.syntax.heads[w] == mention.head]
    return any(scene.syntax.is_relation(w, "nmod") and scene.case_of(w) in _IN for w in heads)


def _sectors(scene: Scene, entity: Entity) -> Iterator[tuple[str, Support]]:
    """Yield the sectors that the last words of an entity's names and descriptions give."""
    if entity.type == "place" and entity.country is not None and entity.name is not None and _is_country(scene, entity):
        yield "GOV", Support("sector", "a country", None, (entity.mentions[0].span,))
    served = served_by(scene, entity)
    if served is not None and served[0].sector == "GOV":
        yield "GOV", Support("sector", "whom they serve", None, (scene.encoding.spans[served[1]],))
    for mention in _with_own_words(scene, entity):
        if not has_usual_sector(scene.encoding, mention.head):
            continue
        if entity.name is not None and singular_of(scene.lower(mention.head)) in OUTSIDERS:
            continue  # "its ally, the Union Party": what it is to another
        if mention.form == "name" and is_insurgent(mention.span.of(scene.encoding.text)):
            yield "REB", Support("sector", "name of insurgents", None, (mention.span,))
        if mention.form == "name" and is_union(mention.span.of(scene.encoding.text)):
            yield "LAB", Support("sector", "name of a union", None, (mention.span,))
        body = body_named(mention.span.of(scene.encoding.text))
        if body is not None:
            yield body.sector, Support("sector", "table of bodies", None, (mention.span,))
        for at in range(mention.start, mention.end - 1) if entity.type == "organisation" else ():
            whole = sector_of_noun(scene.encoding.span(at, mention.end).of(scene.encoding.text))
            if whole is not None and whole.sector is not None and " of " in whole.noun:  # "Chamber of Commerce"
                yield whole.sector, Support("sector", "table of nouns", None, (scene.span((at, mention.end)),))
        for size in range(min(_LONGEST_NOUN, mention.head + 1 - mention.start), 0, -1):
            words = scene.encoding.span(mention.head + 1 - size, mention.head + 1)
            noun = sector_of_noun(words.of(scene.encoding.text)) or sector_of_noun(
                singular_of(words.of(scene.encoding.text).lower())
            )
            if is_other_network(scene.encoding.words[mention.start : mention.end]):
                continue
            if noun is not None and noun.sector is not None and entity.type != "person":
                yield noun.sector, Support("sector", "table of nouns", None, (words,))


def _is_country(scene: Scene, entity: Entity) -> bool:
    words = [m for m in entity.mentions if m.form == "name"]
    sides = [allegiance_of(scene.encoding, m.start, m.end) for m in words]
    return any(side is not None and (side.kind, side.country) == ("country", entity.country) for side in sides)


def with_codes(entities: Sequence[Entity], codes: Sequence[Code]) -> list[Entity]:
    """Give entities what their codes add, in the same order."""
    by_id = {code.entity: code for code in codes}
    return [entity if (code := by_id.get(entity.id)) is None else _with_code(entity, code) for entity in entities]


def _with_code(entity: Entity, code: Code) -> Entity:
    is_union = entity.country is None and code.country is not None and country(code.country) is None
    return replace(
        entity,
        country=entity.country or code.country,
        sector="IGO" if is_union and entity.sector == "GOV" else entity.sector or code.sector,  # of no state
        roles=entity.roles or (() if code.role is None else (code.role,)),
    )


def explain(scene: Scene, entity: Entity, code: Code | None) -> list[Support]:
    """Tell which words give an entity its country and its sector, as far as the tables have them."""
    found = [] if code is None else list(code.because)
    for mention in _with_own_words(scene, entity):
        start = _before(scene, mention)
        side = allegiance_of(scene.encoding, start, mention.end)
        if side is not None and side.country is not None and side.country == entity.country:
            found.append(Support("country", f"table of names: {side.kind}", None, (scene.span(side.words),)))
        office = find_office(scene.encoding.words, mention.start)
        if office is not None and office.office.sector == entity.sector:
            words = scene.span((office.start, mention.start))
            found.append(Support("sector", f"table of offices: {office.office.title}", None, (words,)))
        for at in range(start, mention.end):
            noun = sector_of_noun(scene.encoding.words[at])
            if noun is not None and noun.sector is not None and noun.sector == entity.sector:
                found.append(Support("sector", f"table of nouns: {noun.noun}", None, (scene.encoding.spans[at],)))
        if side is not None and side.sector is not None and side.sector == entity.sector:
            found.append(Support("sector", f"table of bodies: {side.kind}", None, (scene.span(side.words),)))
    return list(dict.fromkeys(found))


def _before(scene: Scene, mention: Mention) -> int:
    """Return where the title in front of a name begins: up to the sentence's start or the last stop before it."""
    start = mention.start
    bounds = scene.syntax.sentences[scene.syntax.sentence_of[start]]
    while start > bounds.start and scene.syntax.upos[start - 1] in {"PROPN", "NOUN", "ADJ", "PART"}:
        start -= 1
    return start


class Actors:
    """The layer that codes those who take part in events, those who speak, and places."""

    name = "actors"
    requires: tuple[type, ...] = (Part, Encoding, Syntax, Entity, Published, Place, Statement, Event)
    provides: tuple[type, ...] = (Code,)

    def __call__(self, reading: Reading) -> Reading:
        """Code the report's actors."""
        entities, syntax = reading.of(Entity), reading.the(Syntax)
        scene = Scene(reading.the(Encoding), syntax, Directory(entities, syntax))
        parties = {id for event in reading.of(Event) for id in (*event.actors, *event.recipients)}
        parties |= {statement.speaker for statement in reading.of(Statement) if statement.speaker is not None}
        places = reading.of(Place)
        home = homeland_of(scene, reading.of(Part), places, reading.of(Statement), entities)
        return reading.adding(Code, find_codes(scene, entities, parties, places, day_published(reading), home))


def day_published(reading: Reading) -> str | None:
    """Return when a report was published: what its text says, or else what was given with it."""
    published = next(iter(reading.of(Published)), reading.report.published)
    return None if published is None else published.value
