# SPDX-License-Identifier: Apache-2.0
"""Who the sides of a contact are: persons of office, bodies and governments; what countries they stand for.

An event's parties are taken as they are, less those that only stand in another's title or say where it was. Nobody is made an
official whom the words do not make one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from readout.reading.clauses.pairphrases import is_pair
from readout.reading.clauses.pairs import pair_called
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.coreference.mentions import Mention
from readout.reading.happenings.accounts import is_noun_of_contact, is_of_another_time
from readout.reading.happenings.membership import named_among
from readout.reading.places.places import Place
from readout.resources import country, country_of_adjective, office_named, sector_of_noun

__all__ = ["Sides", "is_official", "is_press"]

_OFFICIAL = frozenset("GOV MIL LEG IGO REB OPP SPY COP JUD ELI PTY UAF PRM REL".split())
_PRESS = frozenset(
    "radio tv television news newspaper daily weekly magazine times herald tribune gazette broadcaster press".split()
)
_TITLE = 3  # words between a country and the name behind its title: "U.S. Secretary of State Rex Tillerson"
_WHERE = frozenset("in at near".split())
_STANDING = frozenset({"representing"})


def is_press(entity: Entity) -> bool:
    """Tell whether somebody is of the press, by sector or name."""
    names = [name for name in (entity.name, *entity.aliases) if name]
    return entity.sector == "MED" or any(_sector(n) == "MED" or _PRESS & set(n.lower().split()) for n in names)


def is_official(entity: Entity) -> bool:
    """Tell whether somebody holds an office or speaks for a body, as far as the words tell; whoever is named may."""
    if entity.type in {"organisation", "place"} or entity.name is not None:
        return True
    offices = [office for role in entity.roles if (office := office_named(role.title)) is not None]
    if any(office.kind == "office" for office in offices):
        return True  # the heads of companies too
    if entity.sector is not None:
        return entity.sector in _OFFICIAL
    if offices:
        return True
    is_of_state = entity.country is not None and not _is_people(entity)
    return is_of_state or any(_sector(alias) in _OFFICIAL for alias in entity.aliases)


def _is_people(entity: Entity) -> bool:
    """Tell whether some are only of a country: "300,000 Germans"."""
    last = [" ".join(alias.split()[-size:]) for alias in entity.aliases for size in (1, 2)]
    return entity.type == "group" and any(country_of_adjective(words) is not None for words in last)


def _sector(words: str) -> str | None:
    last = words.split()[-1:]
    entry = sector_of_noun(last[0].lower()) if last else None
    return entry.sector if entry is not None else None


@dataclass(frozen=True, slots=True)
class Sides:
    """The entities and places of a report, as parties of its contacts."""

    scene: Scene
    entities: Mapping[str, Entity]
    places: Sequence[Place]

    def of(self, ids: Iterable[str]) -> list[Entity]:
        """Return entities by their ids, each once."""
        return [self.entities[id] for id in dict.fromkeys(ids) if id in self.entities]

    def without_titles(self, known: Sequence[Entity], word: int) -> list[Entity]:
        """Leave out those that only stand in another party's title beside a word: "U.S. President Donald Trump"."""
        return [entity for entity in known if not self._is_in_title(entity, known, word)]

    def _is_in_title(self, entity: Entity, known: Sequence[Entity], word: int) -> bool:
        if entity.type != "place" and (entity.type != "person" or entity.name is not None):
            return False
        others = [m for e in known if e is not entity and e.type == "person" for m in self._near(e, word)]
        own = list(self._near(entity, word))
        if entity.type == "person":
            return any(m.end == o.start for m in own for o in others if o.form == "name")
        named = [m for m in own if m.form == "name"]
        return bool(named) and all(any(self._leads_to(m, o) for o in others) for m in named)

    def _leads_to(self, country_name: Mention, person: Mention) -> bool:
        if person.start <= country_name.start and country_name.end <= person.head:
            return True
        between = range(country_name.end, person.start)
        return country_name.end <= person.start and len(between) <= _TITLE and self.scene.is_title(between)

    def is_only_where(self, entity: Entity, word: int) -> bool:
        """Tell whether a place is where they met and none of them: "met in Nairobi"."""
        near = list(self._near(entity, word))
        return entity.type == "place" and bool(near) and all(self.scene.case_of(m.head) in _WHERE for m in near)

    def place_behind(self, word: int, parties: Sequence[Entity]) -> str | None:
        """Return the place right behind a word or one of the parties: "held talks with the president in Jeddah"."""
        syntax = self.scene.syntax
        edges = {word, *(w for e in parties for m in self._near(e, word) for w in range(m.start, m.end))}
        for place in self.places:
            if place.kind != "location" or syntax.sentence_of[place.start] != syntax.sentence_of[word]:
                continue
            if place.start <= word + 1 or self.scene.encoding.lower[place.start - 1] not in _WHERE:
                continue
            before = place.start - 2
            is_noun = is_noun_of_contact(self.scene, before) and not is_of_another_time(self.scene, before)
            if before in edges or is_noun:
                return place.name
        return None

    def visited(self, word: int) -> Entity | None:
        """Return the town or land right behind a word that tells of a visit, with its country: "arrived in Tampere"."""
        upos = self.scene.syntax.upos
        for place in self.places:
            between = range(word + 1, place.start)
            if place.kind != "location" or place.country is None or not 0 <= place.start - word - 1 <= _TITLE:
                continue
            found = self.scene.directory.at_head(place.end - 1)
            if found is not None and found.type == "place" and all(upos[w] in {"ADP", "DET", "ADJ"} for w in between):
                known = self.entities.get(found.id, found)
                return known if known.country is not None else replace(known, country=place.country)
        return None

    def resolved(self, known: Sequence[Entity], word: int) -> list[Entity]:
        """Put the persons for "the two foreign ministers" and "both leaders", where it is sure who they are."""
        entities = list(self.entities.values())
        found: list[Entity] = []
        for entity in known:
            pair = pair_called(self.scene, entities, entity, word) if self._may_be_pair(entity, word) else None
            found += pair or self._named_among(entity, word) or [entity]
        return list(dict.fromkeys(found))

    def _may_be_pair(self, entity: Entity, word: int) -> bool:
        """Tell whether a sentence may call some two: not "world leaders", who are later taken for "the two leaders"."""
        called = [m.head for m in self._near(entity, word) if m.form == "nominal"]
        return not called or any(is_pair(self.scene, head) for head in called)

    def _named_among(self, entity: Entity, word: int) -> list[Entity]:
        """Return the persons of whom some are said to be: "met several leaders, including [Lind] and [Rau]"."""
        if entity.name is not None or entity.type != "group":
            return []
        heads = [head for m in self._near(entity, word) for head in named_among(self.scene, m.head)]
        named = [self.scene.directory.at_head(head) for head in heads]
        return [e for e in named if e is not None and e.type == "person"]

    def is_several(self, entity: Entity, word: int, countries: Sequence[str]) -> bool:
        """Tell whether one party stands for both: "the two ministers", "the Polish and Lithuanian presidents"."""
        one = entity.type == "person" and entity.name is not None
        return len(countries) > 1 or (not one and any(self._is_plural(m.head) for m in self._near(entity, word)))

    def is_at_home(self, known: Sequence[Entity]) -> bool:
        """Tell whether a visit goes to a place of the visitor's own country."""
        lands = {entity.country for entity in known}
        return len(known) > 1 and len(lands) == 1 and None not in lands and any(e.type == "place" for e in known)

    def countries(self, entity: Entity) -> list[str]:
        """Return the countries that a party stands for; several for "the foreign ministers of Peru and Bolivia"."""
        found: list[str] = []
        where: set[str | None] = set()
        one = entity.type == "person" and entity.name is not None  # "Hans", which ends as if he were several
        for head in (m.head for m in entity.mentions if not one and self._is_plural(m.head)):
            inside = set(self.scene.syntax.subtree(head)) - self._told_of(head)
            for place in (p for p in self.places if p.country is not None and p.start in inside):
                if self.scene.encoding.lower[max(0, place.start - 1)] in _WHERE:
                    where.add(place.country)  # "the two ministers in Basel" are not Switzerland's
                else:
                    found.append(str(place.country))
        if not found and entity.name is None:
            found = self._lands_of_theirs(entity)
        known = entity.country is not None and country(entity.country) is not None
        own = [entity.country] if known and not (entity.name is None and entity.country in where) else []
        several = list(dict.fromkeys(found))
        return several if len(several) > 1 else [c for c in own if c is not None] or several

    def _lands_of_theirs(self, entity: Entity) -> list[str]:
        """Return the two lands whose "[their] presidents" some are: those that do something together before, in the sentence."""
        syntax, lower = self.scene.syntax, self.scene.encoding.lower
        for mention in entity.mentions:
            if lower[mention.start] != "their" or not self._is_plural(mention.head):
                continue
            start = syntax.sentences[syntax.sentence_of[mention.start]].start
            for word in range(start, mention.start):
                if not syntax.is_relation(word, "nsubj"):
                    continue
                joined = (self.scene.entity_of(w) for w in (word, *syntax.children(word, "conj")))
                lands = [e.country for e in joined if e is not None and e.type == "place" and e.country is not None]
                if len(set(lands)) == len(("one", "other")):
                    return lands
        return []

    def _told_of(self, head: int) -> set[int]:
        """Return the words of clauses that tell of some: "the soldiers [freed by Mali]" are not Mali's."""
        clauses = self.scene.syntax.children(head, "acl", "acl:relcl")
        return {w for c in clauses if self.scene.lower(c) not in _STANDING for w in self.scene.syntax.subtree(c)}

    def _is_plural(self, word: int) -> bool:
        lower = self.scene.lower(word)
        return singular_of(lower) != lower or lower in {"they", "both", "two"}

    def _near(self, entity: Entity, word: int) -> Iterator[Mention]:
        sentence_of = self.scene.syntax.sentence_of
        return (m for m in entity.mentions if sentence_of[m.head] == sentence_of[word])
