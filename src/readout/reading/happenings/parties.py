# SPDX-License-Identifier: Apache-2.0
"""Who the words of an event's party stand for, as entities of the report.

A thing stands for its owner ("Germany's rules", "positions of the Syrian army"), an adjective for its country ("Israeli air
strike"): a country that the report names only so has no entity yet and gets one (`Implied`). "I" and "we" in a quotation are its
speaker.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from readout.reading.clauses.arguments import conjuncts, owners, phrases
from readout.reading.clauses.others import is_the_other
from readout.reading.clauses.pairs import pair_before
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.coreference.loosenouns import are_sides
from readout.reading.coreference.mentions import Mention
from readout.reading.happenings.faiths import is_of_faith
from readout.reading.happenings.membership import named_members, pair_behind, states_behind
from readout.reading.happenings.quantities import (
    counted_by,
    is_count,
    is_share,
    is_violence,
    number_of,
    whole_of_share,
)
from readout.reading.statements.holding import Holding
from readout.reading.statements.statements import Statement
from readout.resources import country, country_named, country_of_adjective, is_in_family, noun_triggers_at
from readout.text import Span

__all__ = ["ARMED", "BEHIND_BORDER", "THE_TWO", "Implied", "Parties", "Party"]

THE_TWO = "the two"  # the rule of a pair that was named before
BEHIND_BORDER = "behind the border"  # the rule of who is on the other side of a border

_FIRST = frozenset("i me my myself we us our ourselves".split())
_TAKE_BACK = frozenset(
    "withdrew withdraws withdraw recalled recalls recall suspended suspends suspend halted halts halt cut cuts froze freezes "
    "slashed".split()
)
_TAKEN_BACK = frozenset("aid ambassador assistance contingent envoy flight funding soldier support troop".split())
_ONE_PERSON = frozenset("he she him her".split())
_SECOND = frozenset("you your yourself yourselves".split())
_PAPERS = frozenset(
    "paper statement article report letter law bill system language post tweet editorial column speech accord agreement deal pact "
    "treaty resolution plan text draft".split()
)
_TITLE = 7  # words of a title at most between a country and the name: "US Secretary of State for the Army"
_WE = frozenset("we us our ourselves".split())
_OFFICIAL = frozenset("GOV MIL LEG IGO OPP REB PTY COP JUD SPY".split())
ARMED = frozenset("MIL REB UAF COP PRM CRM SPY".split())
_WITHIN = frozenset({"in"})  # says whose a thing is only where nothing else does: "a Norlandic proposal in the council"
_HOMES = frozenset("apartment farm home house mansion office residence villa".split())
_DIVISIONS = frozenset(
    "city county district governorate municipality oblast prefecture province region state town".split()
)
_OF_STATES = frozenset({"GOV", "MIL", "LEG", "SPY"})
_BODIES = frozenset(
    {"MIL", "COP", "SPY"}
)  # "Greek and Irish troops" are two forces; "the Greek and Irish presidents" two persons
_SAID = frozenset("said says that".split())  # right before "it", which is then who says so
_ONLY_BESIDE = {
    (w,) for w in "drafted backed brokered sponsored mediated proposed supported funded occupied facing".split()
}
_PREFIXES = frozenset("pan anti pro non ex inter trans post pre latin".split())
_OF_WORLD = frozenset({"world", "western", "european", "regional", "global", "major"})
_AMERICAS = frozenset({"latin", "central", "south", "north", "meso", "native"})
_HYPHENS = frozenset("-‑")
_TRADE = frozenset("imports exports purchases sales shipments deliveries supplies".split())
_STATES = frozenset("countries nations states governments powers".split())
_OF_STATE = frozenset(
    "minister president premier chancellor ambassador envoy spokesman spokeswoman spokesperson king emir sultan".split()
)
_SIDES = frozenset({"person", "organisation", "group", "place"})


@dataclass(frozen=True, slots=True)
class Implied:
    """An entity that no mention of the mentions layer stands for: the country of an adjective beside an event's noun."""

    entity: Entity


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody at a word.

    Attributes:
        id: Of the entity.
        word: Head word.
        rule: How the entity was found from the word.
        direct: Whether the word itself stands for it, and not its owner.
        argument: Head word of the phrase that stands where the trigger has its party: "decision" in "Trump's decision".
    """

    id: str
    word: int
    rule: str
    direct: bool = True
    argument: int | None = None


@dataclass(slots=True)
class Parties:
    """Find the entities that words stand for."""

    scene: Scene
    entities: Sequence[Entity]
    statements: Sequence[Statement]
    implied: dict[str, Entity] = field(default_factory=dict)
    _holding: Holding = field(init=False)

    def __post_init__(self) -> None:
        self._holding = Holding(self.statements)

    def on_whose_word(self, span: Span) -> int | None:
        """Return the index of the innermost statement whose content holds a span."""
        return self._holding.innermost(span)

    def of(self, words: Sequence[int], *, owned: bool) -> list[Party]:
        """Return who some head words stand for, each once.

        Args:
            words: Head words.
            owned: Whether something may stand for its owner.
        """
        found: dict[str, Party] = {}
        for word in words:
            for party in self._at(word, owned=owned):
                found.setdefault(party.id, replace(party, argument=word))
        others = list(found.values())
        return [
            p
            for p in others
            if not (self._leads_to_name(p, others) or self._is_only_of(p, others) or self._are_named(p, others))
        ]

    def _are_named(self, party: Party, others: Iterable[Party]) -> bool:
        """Tell whether a plural only says what those are whose names stand right behind: "the leaders Lind, Rau and Berg"."""
        group, word = self.entity(party.id), party.word
        if group is None or group.name is not None or group.type != "group":
            return False
        behind = [c for c in self.scene.syntax.children(word, "appos") if c == word + 1]
        names = {w for c in behind for w in conjuncts(self.scene, c)}
        return len(names & {other.word for other in others}) > 1

    def _is_only_of(self, party: Party, others: Iterable[Party]) -> bool:
        """Tell whether a party without a name is that of the country right before it: "Ghana and Togo ministers" are two."""
        entity = self.entity(party.id)
        unnamed = entity is not None and entity.name is None and entity.type in {"group", "person"}
        return unnamed and any(other.word == party.word - 1 and self.is_place(other) for other in others)

    def _leads_to_name(self, party: Party, others: Iterable[Party]) -> bool:
        """Tell whether a country or body only stands in the title of another party: "US Secretary of State Marco Rubio"."""
        body = self.is_kind(party, "organisation")  # "OAS Secretary-General Ana Rios"
        if not (self.is_place(party) or body):
            return False
        owning = self.scene.lower(party.word + 1) in {"'s", "’s"}  # "Britain's Rishi Sunak", whatever joins the two
        for other in others:
            named, between = self.entity(other.id), range(party.word + 1 + owning, other.word)
            person = named is not None and named.type == "person" and named.name is not None
            beyond = other.word > party.word and len(between) <= _TITLE
            words = [w for w in between if not (body and self.scene.lower(w) == "-")]
            if person and beyond and self.scene.is_title(words):
                return True
        return False

    def _at(self, word: int, *, owned: bool) -> list[Party]:
        if any(self.scene.lower(c) in {"which", "what"} for c in self.scene.syntax.children(word, "det")):
            return []  # "did not say which side had called": that is asked
        if is_the_other(self.scene, word):
            return []
        pronoun = self._of_quotation(word)
        if pronoun is not None:
            return [pronoun]
        members = [self.entity_at(member) for member in named_members(self.scene, word)]
        if members:
            return [Party(entity.id, word, "named behind it") for entity in members if entity is not None]
        if is_share(self.scene, word):
            whole = whole_of_share(self.scene, word)
            return [] if whole is None else self._at(whole, owned=False)
        other = counted_by(self.scene, word)
        if other is None:
            other = number_of(self.scene, word)
        if other is not None:
            return self._at(other, owned=owned)
        if is_count(self.scene, word):
            return []
        pair = pair_before(self.scene, self.entities, word)
        if pair is not None:
            return [Party(entity.id, word, THE_TWO) for entity in pair]
        tellers = self._tellers(word)
        if tellers:
            return [Party(entity.id, word, "those who say it") for entity in tellers]
        if self._is_teller_done_to(word):
            return []  # "Amnesty said they had been tortured": whoever they are, not Amnesty
        body = self._teller(word)
        if body is not None:
            return [Party(body.id, word, "who says it")]
        beyond = self._beyond_border(word)
        if beyond is not None:
            return [beyond]
        land = self._land_of_owner(word)
        if land is not None:
            return [land]
        for lands in (self._lands_in_front(word), self._states_behind(word)):
            if len(lands) > 1:
                return lands
        entity = self.entity_at(word)
        if singular_of(self.scene.lower(word)) in _PAPERS:  # "a policy paper welcoming the plans" is its author's
            return self.owner_of(word)
        if entity is not None and entity.type != "person" and self.scene.lower(word) in _ONE_PERSON:
            return []  # "gave her safe passage": whoever she is, she is no town
        if (
            entity is not None
            and entity.type == "person"
            and entity.name is not None
            and self.scene.lower(word) == "them"
        ):
            return []  # "took the bronzes and plundered them": not the minister
        if entity is not None and entity.type in _SIDES:
            owner = self.owner_of(word) if owned and self._is_part(entity, word) else []
            return owner or [Party(entity.id, word, "word")]
        named = [c for c in self._after_title(word) if self.entity_at(c) is not None]
        if named:
            return self._at(named[0], owned=False)
        if is_in_family(singular_of(self.scene.lower(word))):
            return []  # what is done to a brother of the commander is done to the brother
        people = self._people(word) or self._division(word) or self._so_many(word) or self._powers(word)
        if people is not None:
            return [people]
        return self.owner_of(word) if owned else []

    def _tellers(self, word: int) -> list[Entity]:
        """Return the several who say something of themselves: of "Togo and Benin said [they] had agreed" both."""
        syntax = self.scene.syntax
        verb = syntax.heads[word]
        if self.scene.lower(word) != "they" or not (
            syntax.is_relation(word, "nsubj") and syntax.is_relation(verb, "ccomp")
        ):
            return []
        heads = [w for s in syntax.children(syntax.heads[verb], "nsubj") for w in conjuncts(self.scene, s)]
        known = [entity for w in heads if (entity := self.entity_at(w)) is not None and entity.type in _SIDES]
        own = self.entity_at(word)
        return known if 1 < len(known) == len(heads) and (own is None or own in known) else []

    def _is_teller_done_to(self, word: int) -> bool:
        """Tell whether "they" to whom something is done have been taken for the body that tells of it."""
        entity = self.entity_at(word)
        if self.scene.lower(word) != "they" or not self.scene.syntax.is_relation(word, "nsubj:pass"):
            return False
        statement = self.on_whose_word(self.scene.encoding.spans[word])
        speaker = None if statement is None else self.statements[statement].speaker
        return entity is not None and entity.type == "organisation" and entity.id == speaker

    def _teller(self, word: int) -> Entity | None:
        """Return the state or body that says or does something of which "it" is the subject.

        Of "Norland said [it] stood with its ally" and of "Norland expelled envoys whom [it] accused of spying" Norland.
        """
        syntax = self.scene.syntax
        clause = syntax.heads[word]
        if self.scene.lower(word) != "it" or not syntax.is_relation(word, "nsubj"):
            return None
        if syntax.relations[clause] == "acl:relcl" and syntax.is_relation(syntax.heads[clause], "obj"):
            subject = self.scene.subject(syntax.heads[syntax.heads[clause]])
        elif syntax.is_relation(clause, "ccomp") and self.scene.encoding.lower[max(0, word - 1)] in _SAID:
            subject = self.scene.subject(syntax.heads[clause])
        else:
            return None
        entity = None if subject is None else self.scene.entity_of(subject)
        return entity if entity is not None and entity.type in {"organisation", "place"} else None

    def _beyond_border(self, word: int) -> Party | None:
        """Return who is on the other side of a border: "massed troops on its border with [Norland]"."""
        if singular_of(self.scene.lower(word)) not in {"border", "frontier", "boundary"}:
            return None
        for other in phrases(self.scene, word, "with"):
            entity = self.entity_at(other)
            if entity is not None and entity.type == "place":
                return Party(entity.id, other, BEHIND_BORDER)
        return None

    def _land_of_owner(self, word: int) -> Party | None:
        """Return the country that a person's country is: "Bolivia's Evo Morales, whose [country] broke off relations"."""
        if self.scene.lower(word) not in {"country", "nation", "homeland"}:
            return None
        town = self.entity_at(word)
        if town is not None and town.type == "place" and town.sector is None and town.country is not None:
            around = country(town.country)  # "the country" behind a dateline is no town
            return None if around is None else Party(self._country(around.iso3, around.name, word), word, "its country")
        for party in self.owner_of(word):
            owner = self.entity(party.id)
            land = country(owner.country) if owner is not None and owner.type == "person" and owner.country else None
            if land is not None:
                return Party(self._country(land.iso3, land.name, word), word, "the owner's country", direct=False)
        return None

    def _lands_in_front(self, word: int) -> list[Party]:
        """Return the countries and bodies whose people a plural names: "[Togo] and [EU] officials", "[Irish] and [Greek] ships"."""
        entity = self.entity_at(word)
        if entity is None or entity.name is not None or singular_of(self.scene.lower(word)) == self.scene.lower(word):
            return []
        is_peer = self.scene.lower(word) == "counterparts"
        relations = ("compound", "amod") if is_peer or entity.sector in _BODIES else ("compound",)
        for first in self.scene.syntax.children(word, *relations):
            named = [self._land_at(w) for w in conjuncts(self.scene, first)]
            found = {party.id: party for party in named if party is not None}
            if 1 < len(found) == len(named):
                return list(found.values())
        beside = self.scene.syntax.children(word, *relations)
        lands = {party.id: party for w in beside if (party := self._land_at(w)) is not None}
        joined = bool(beside) and "and" in self.scene.encoding.lower[beside[0] : word]
        return list(lands.values()) if len(lands) > 1 and joined else []

    def _states_behind(self, word: int) -> list[Party]:
        """Return the states whose holders of office a plural names: "the presidents of [Kenya] and [Uganda]"."""
        entity = self.entity_at(word)
        if entity is None or entity.name is not None:
            return []
        if entity.sector not in _OF_STATES and not (entity.sector is None and entity.roles):
            return []
        named = [self.entity_at(head) for head in states_behind(self.scene, word)]
        noun = None if named else pair_behind(self.scene, word)
        pair = (None if noun is None else pair_before(self.scene, self.entities, noun)) or ()
        found = [e for e in (*named, *pair) if e is not None]
        of_lands = (
            bool(found) and found[0].type != "person"
        )  # and one more: "… of Italy and Britain and [the EU's envoy]"
        return [Party(e.id, word, "whose they are") for e in found if of_lands or e.type != "person"]

    def _land_at(self, word: int) -> Party | None:
        """Return the country or body that a word in front of a plural names."""
        entity = self.entity_at(word)
        known = entity is not None and (entity.country is not None or entity.type == "organisation")
        if entity is not None and known and entity.name is not None and entity.type != "person":
            return Party(entity.id, word, "country in front")
        words = self.scene.encoding.words
        land = country_of_adjective(" ".join(words[max(0, word - 1) : word + 1])) or country_of_adjective(words[word])
        return Party(self._country(land.iso3, land.name, word), word, "country in front") if land is not None else None

    def _is_part(self, entity: Entity, word: int) -> bool:
        """Tell whether a place is only described as part of another: "the country's east", "Chad's northern region"."""
        described = any(m.head == word and m.form == "nominal" for m in entity.mentions)
        owned = bool(self.scene.syntax.children(word, "nmod:poss"))
        if not owned and singular_of(self.scene.lower(word)) in _HOMES:  # "the home of the prime minister"
            whose = (self.entity_at(w) for w in phrases(self.scene, word, "of"))
            owned = any(owner is not None and owner.type == "person" for owner in whose)
        return entity.type == "place" and described and owned

    def _after_title(self, word: int) -> list[int]:
        """Return the names behind a title: "Secretary of State Karen Whitlock"."""
        syntax = self.scene.syntax
        return [
            c
            for c in syntax.children(word, "appos", "flat", "nmod")
            if syntax.is_relation(c, "appos") or (c > word and syntax.upos[c] == "PROPN" and not self.scene.case_of(c))
        ]

    def entity_at(self, word: int) -> Entity | None:
        """Return the entity whose mention a word heads, or is part of."""
        if is_violence(self.scene, word):
            return None
        directory = self.scene.directory
        own = directory.at_head(word)
        if own is not None:
            return own
        found = directory.of_words(word, word + 1)
        return None if found is not None and self._is_said_of(found, word) else found

    def _is_said_of(self, entity: Entity, word: int) -> bool:
        """Tell whether a word only says what an entity without a name is of: "sale" in "an inquiry into the sale"."""
        around = next((m for m in entity.mentions if m.start <= word < m.end), None)
        if entity.name is not None or around is None or around.form != "nominal" or not around.head < word:
            return False
        return self.scene.syntax.is_relation(word, "nmod") and bool(self.scene.case_of(word))

    def entity(self, id: str) -> Entity | None:
        """Return the entity with this id."""
        known = self.scene.directory.entity(id)
        return known or next((e for e in self.implied.values() if e.id == id), None)

    def is_kind(self, party: Party, *kinds: str) -> bool:
        """Tell whether a party is known and of one of these types."""
        entity = self.entity(party.id)
        return entity is not None and entity.type in kinds

    def is_known(self, id: str) -> bool:
        """Tell whether an entity has a name or a country."""
        entity = self.entity(id)
        return entity is not None and (entity.name is not None or entity.country is not None)

    def is_public(self, id: str) -> bool:
        """Tell whether an entity is a state, a body, or acts for one: the words give it a country, office or sector."""
        entity = self.entity(id)
        if entity is None:
            return False
        if self._are_sides(entity):
            return True
        acts_for = entity.country is not None or entity.sector in _OFFICIAL or bool(entity.roles)
        return acts_for if entity.type in {"person", "group", "place"} else entity.sector != "CVL"

    def is_official(self, id: str) -> bool:
        """Tell whether an entity is of a state or of those who rule or fight: what has a country or such a sector."""
        entity = self.entity(id)
        if entity is None:
            return False
        return entity.country is not None or entity.sector in _OFFICIAL or self._are_sides(entity)

    def _are_sides(self, entity: Entity) -> bool:
        """Tell whether somebody are the sides of a conflict or a pact, be they states or rebels: "both sides"."""
        return entity.name is None and are_sides(self.scene.encoding, entity.mentions[0].head)

    def is_armed(self, id: str) -> bool:
        """Tell whether an entity is of those who fight."""
        entity = self.entity(id)
        return entity is not None and entity.sector in ARMED

    def is_press(self, id: str) -> bool:
        """Tell whether an entity is of the media."""
        entity = self.entity(id)
        return entity is not None and entity.sector == "MED"

    def are_several(self, parties: Sequence[Party]) -> bool:
        """Tell whether a side is one group that acts for states or bodies, and so may be both sides of what is mutual."""
        if len(parties) != 1:
            return False
        entity = self.entity(parties[0].id)
        if entity is None:
            return False
        return (entity.type == "group" and entity.sector in _OFFICIAL) or self._are_sides(entity)

    def is_mere_place(self, party: Party) -> bool:
        """Tell whether a party is a place that stands for nobody: "the bar", no country or seat of one."""
        entity = self.entity(party.id)
        if entity is None or entity.type != "place" or entity.country is not None:
            return False
        return not any(self.scene.lower(m.head) in _STATES for m in entity.mentions)  # "Western countries"

    def is_building(self, id: str) -> bool:
        """Tell whether an entity is a place or a body, and nobody who could be carried: "embassies in Norland"."""
        entity = self.entity(id)
        return entity is not None and entity.type in {"place", "organisation"}

    def is_place(self, party: Party) -> bool:
        """Tell whether a party is a place, be it a country."""
        entity = self.entity(party.id)
        return entity is not None and entity.type == "place"

    def is_state_of(self, party: Party, actors: Sequence[Party]) -> bool:
        """Tell whether a party is the very state that one of the actors is of: "its foreign ministry warned that Norland would"."""
        state = self.entity(party.id)
        own = [e for a in actors if (e := self.entity(a.id)) is not None and e.type != "place"]
        return state is not None and state.type == "place" and any(e.country == state.country is not None for e in own)

    def owner_of(self, word: int) -> list[Party]:
        """Return whose the thing at a word is: "Israel's rules", "positions of the army", "a US resolution"."""
        owning = self._owning(word)
        found = (
            self._owner(word, owning - _WITHIN)
            or self.of_adjective(word, named=False)
            or self.of_adjective(word)
            or self._owner(word, owning & _WITHIN)
            or self._maker(word)
        )
        return [found] if found is not None else []

    def _maker(self, word: int) -> Party | None:
        """Return whose goods are traded: "halted imports of [Japanese] seafood"."""
        if self.scene.lower(word) not in _TRADE:
            return None
        found = (self.of_adjective(thing, named=False) for thing in phrases(self.scene, word, "of"))
        return next((party for party in found if party is not None), None)

    def _owner(self, word: int, prepositions: frozenset[str]) -> Party | None:
        for owner in owners(self.scene, word, prepositions):
            entity = self.entity_at(owner)
            if self.scene.lower(owner) in {"its", "their"} and self._is_taken_back(word):
                continue
            if entity is not None and entity.type == "place" and self.scene.lower(owner) in _ONE_PERSON | {"his"}:
                continue  # "her arrest" is no town's
            if entity is not None and prepositions == _WITHIN and entity.type == "place" and entity.country is None:
                continue  # "a boat in the Caribbean" is no sea's
            if entity is not None and prepositions == _WITHIN and self._is_only_venue(word, entity):
                continue
            if entity is not None and entity.type in _SIDES:
                return Party(entity.id, owner, "owner", direct=False)
        return None

    def _is_taken_back(self, noun: int) -> bool:
        """Tell whether somebody takes back what only he can have given: "Chad halted its aid" says nothing of whose else it was."""
        verb = self.scene.syntax.heads[noun]
        if self.scene.lower(verb) not in _TAKE_BACK or not self.scene.syntax.is_relation(noun, "obj"):
            return False
        subjects = (self.entity_at(w) for w in self.scene.syntax.children(verb, "nsubj"))
        given = singular_of(self.scene.lower(noun)) in _TAKEN_BACK
        return given and any(e is not None and e.type in {"place", "organisation"} for e in subjects)

    def _is_only_venue(self, noun: int, place: Entity) -> bool:
        """Tell whether a town is only where talks are: "boycotted the talks in [Cairo]"."""
        told = noun_triggers_at(self.scene.encoding.words, noun)
        is_contact = told is not None and all(trigger.type == "CONSULT" for trigger in told[0])
        return is_contact and _is_town(place)

    def is_town(self, party: Party) -> bool:
        """Tell whether a party is a place that is no state."""
        entity = self.entity(party.id)
        return entity is not None and _is_town(entity)

    def is_city(self, party: Party) -> bool:
        """Tell whether a party is a place and no land, be it a capital that stands for one elsewhere."""
        entity = self.entity(party.id)
        return entity is not None and entity.type == "place" and country_named(entity.name or "") is None

    def _owning(self, noun: int) -> frozenset[str]:
        """Return the prepositions behind which a noun's owner stands: of "the bombing of Dresden" Dresden is none."""
        found = noun_triggers_at(self.scene.encoding.words, noun)
        acted_on = found is not None and any("of" in trigger.targets for trigger in found[0])
        return frozenset({"by", "from"}) if acted_on else frozenset({"of", "in", "from", "by", "between"})

    def of_adjective(self, noun: int, *, named: bool = True) -> Party | None:
        """Return who an adjective or, if wanted, a name in front of a noun names: "Israeli air strike", "NATO air strike"."""
        for child in range(self.scene.phrase(noun)[0], noun):
            if not self.scene.syntax.is_relation(child, "amod", "compound", "nmod"):
                continue
            if (
                child > 1
                and self.scene.lower(child - 2) in _PREFIXES
                and self.scene.encoding.words[child - 1] in _HYPHENS
            ):
                continue  # "the Pan-American highway", "post-Soviet wars"
            if (
                self.scene.lower(child + 1) in _HYPHENS
                and self.scene.encoding.lower[child + 2 : child + 3] in _ONLY_BESIDE
            ):
                continue  # "a French-drafted resolution" is the council's
            behind = self.scene.encoding.words[child + 2 : child + 3]
            if self.scene.lower(child + 1) in _HYPHENS and behind and country_of_adjective(behind[0]):
                continue  # "Kyrgyz-Tajik clashes" are no more the one's than the other's
            if self.scene.lower(child) == "american" and child and self.scene.lower(child - 1) in _AMERICAS:
                continue  # "Latin American presidents"
            land = country_of_adjective(self.scene.encoding.words[child])
            if land is not None:
                return Party(self._country(land.iso3, land.name, child), child, "adjective", direct=False)
            entity = self.entity_at(child) if named else None
            if entity is not None and entity.name is not None and entity.type in _SIDES and entity.type != "place":
                return Party(entity.id, child, "name in front", direct=False)
        return None

    def _people(self, word: int) -> Party | None:
        """Return those whom a noun names by their country or faith alone: "3,000 Haitians", "six Catholics"."""
        if is_of_faith(self.scene.lower(word)):
            return Party(self._group(word, None, "CVL"), word, "people of a faith")
        land = country_of_adjective(self.scene.encoding.words[word])
        syntax = self.scene.syntax
        is_plural = syntax.upos[word] in {"NOUN", "PROPN"} and self.scene.lower(word).endswith("s")
        is_counted = syntax.upos[word] in {"NOUN", "PROPN", "ADJ"} and bool(syntax.children(word, "nummod"))
        if land is None or not (is_plural or is_counted):  # "three [Sudanese]"
            return None
        return Party(self._group(word, land.iso3, "CVL"), word, "people of a country")

    def _powers(self, word: int) -> Party | None:
        """Return the states that "powers" alone calls so: "six world [powers]"."""
        if self.scene.lower(word) != "powers" or self.scene.syntax.upos[word] != "NOUN":
            return None
        before = {self.scene.lower(c) for c in self.scene.syntax.children(word, "compound", "amod")}
        return None if before.isdisjoint(_OF_WORLD) else Party(self._group(word, None, "GOV"), word, "powers")

    def _so_many(self, word: int) -> Party | None:
        """Return those whom a number alone names, to whom something else was done: "24 were killed and [87] wounded"."""
        verb = self.scene.syntax.heads[word]
        alone = self.scene.syntax.upos[word] == "NUM" and self.scene.syntax.is_relation(word, "nsubj:pass")
        if not alone or not self.scene.syntax.is_relation(verb, "conj"):
            return None
        return Party(self._group(word, None, None), word, "so many")

    def _group(self, word: int, iso3: str | None, sector: str | None) -> str:
        """Return the id of those whom a noun phrase names, of whom no mention is known."""
        start, end = self.scene.phrase(word)
        mention = Mention(self.scene.span((start, end)), start, end, word, "nominal", "group", 1.0)
        alias = mention.span.of(self.scene.encoding.text)
        id = f"n{len(self.entities) + len(self.implied) + 1}"
        group = Entity(id, "group", None, (alias,), (), iso3, sector, False, (mention,))
        return self.implied.setdefault(f"{iso3} {start}", group).id

    def _division(self, word: int) -> Party | None:
        """Return the town or region whose name stands in front of what it is: "[Khost] province"."""
        before = self.entity_at(word - 1) if word and self.scene.lower(word) in _DIVISIONS else None
        is_there = before is not None and before.type == "place" and before.name is not None
        if before is None or not is_there or self.scene.syntax.heads[word - 1] != word:
            return None
        return Party(before.id, word, "name in front")

    def _country(self, iso3: str, name: str, word: int) -> str:
        for entity in self.entities:
            if entity.type == "place" and entity.country == iso3 and entity.name == name:
                return entity.id
        known = self.implied.get(iso3)
        span = self.scene.encoding.spans[word]
        mention = Mention(span, word, word + 1, word, "name", "place", 1.0)
        if known is None:
            id = f"n{len(self.entities) + len(self.implied) + 1}"
            alias = span.of(self.scene.encoding.text)
            known = Entity(id, "place", name, (alias,), (), iso3, "GOV", False, (mention,))
        elif mention not in known.mentions:
            mentions = tuple(sorted((*known.mentions, mention), key=lambda m: m.start))
            known = Entity(known.id, "place", name, known.aliases, (), iso3, "GOV", False, mentions)
        self.implied[iso3] = known
        return known.id

    def _of_quotation(self, word: int) -> Party | None:
        lower = self.scene.lower(word)
        if (lower not in _FIRST and lower not in _SECOND) or self.scene.encoding.words[word] == "US":
            return None
        statement = self.on_whose_word(self.scene.encoding.spans[word])
        if statement is None:
            return None
        said = self.statements[statement]
        id = said.speaker if lower in _FIRST else next(iter(said.addressees), None)
        if id is None or (lower in _WE and not self._speaks_for_others(id)):
            return None
        land = self._land_of(id) if lower in _WE else None
        if land is not None:  # "China has given us a loan": not to the minister
            return Party(land.id, word, "the speaker's country")
        return Party(id, word, "speaker" if lower in _FIRST else "addressee")

    def _land_of(self, id: str) -> Entity | None:
        """Return the country that a person of its government speaks for, if the report names it."""
        speaker = self.entity(id)
        if speaker is None or speaker.type != "person" or speaker.sector != "GOV" or speaker.country is None:
            return None
        titles = {role.title.lower().split()[-1] for role in speaker.roles if role.title}
        if titles.isdisjoint(_OF_STATE):  # not a governor or a mayor
            return None
        lands = (e for e in self.entities if e.type == "place" and e.country == speaker.country and e.name is not None)
        return next((e for e in lands if country_named(e.name or "") is not None), None)

    def _speaks_for_others(self, id: str) -> bool:
        """Tell whether "we" may be the speaker's own side: a body, or somebody in office."""
        entity = self.entity(id)
        return entity is not None and (entity.type != "person" or entity.sector in _OFFICIAL)


def _is_town(place: Entity) -> bool:
    return place.type == "place" and place.sector is None
