# SPDX-License-Identifier: Apache-2.0
"""Put the mentions of one report together, by rules that are sure and by the learned ranking.

In this order: names, then what the sentence itself says ("Haines, the director", "the man who"), then offices ("the
Ukrainian president"), then descriptions and pronouns in text order, each looking back. What cannot be decided is
left apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from readout.reading.bodies import bodies_fit, body_kinds, may_mean_country
from readout.reading.chains import Chains
from readout.reading.encoding import Encoding
from readout.reading.facts import Facts, corrected, facts_of
from readout.reading.identities import Identity, identify, is_adjective, settle_assumed
from readout.reading.mentions import Form, Mention
from readout.reading.naming import join_names, name_texts
from readout.reading.quotes import find_quotations
from readout.reading.roles import COUNTERPARTS, Description, describe
from readout.reading.structure import Titled, find_titles, join_by_structure
from readout.reading.syntax import Syntax
from readout.resources import country_of_adjective, office_named, sector_of_noun

__all__ = ["Linked", "Ranked", "Thresholds", "link_mentions"]

Ranked = Sequence[Sequence[tuple[int, float]]]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When the learned ranking is believed, in log odds against "new entity"; tuned on GUM.

    Attributes:
        personal: Least for he, she, I and you.
        neutral: Least for it and they.
        definite: Least for "the official", "his aide".
        bare: Least for a description without an article.
        indefinite: Least for "an official".
        back: Added for each sentence since a chain was last mentioned.
        quoted: Added where that mention is in a quotation that the pronoun is not in.
        forgotten: Added where it is too far back to be counted.
    """

    personal: float = -1.0
    neutral: float = -0.5
    definite: float = -1.0
    bare: float = -1.0
    indefinite: float = 0.0
    back: float = -0.5
    quoted: float = -0.5
    forgotten: float = -1.5


DEFAULT = Thresholds()


@dataclass(frozen=True, slots=True)
class Linked:
    """Who is who, in numbers of mentions.

    Attributes:
        chains: Mentions of one entity each, in text order; chains in the order of their first mention.
        forms: Each mention's form, corrected: what is written as a name is one.
        texts: Each mention's words, an editor's brackets left out.
        kinds: Each mention's type, corrected by the table of nouns.
        identities: What the tables know of each mention.
        descriptions: What each nominal says of its entity.
        titles: Titles beside names, by the number of the name.
        left_out: Mentions of nobody: the adjective in "Russian forces".
    """

    chains: list[list[int]]
    forms: list[Form]
    texts: list[str]
    kinds: list[str]
    identities: list[Identity | None]
    descriptions: list[Description | None]
    titles: dict[int, list[Titled]]
    left_out: frozenset[int]


def link_mentions(
    encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], ranked: Ranked, *, least: Thresholds = DEFAULT
) -> Linked:
    """Put mentions together.

    Args:
        encoding: The report's words.
        syntax: Its trees.
        mentions: In text order.
        ranked: What `rank_antecedents` says of them.
        least: When to believe it.
    """
    return _Linking(encoding, syntax, mentions, ranked, least).run()


class _Linking:
    """One run over one report; its steps share what they find."""

    def __init__(
        self, encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], ranked: Ranked, least: Thresholds
    ) -> None:
        mentions = [corrected(encoding, syntax, m) for m in mentions]
        self.encoding, self.syntax, self.mentions, self.ranked, self.least = encoding, syntax, mentions, ranked, least
        self.facts = [facts_of(encoding, syntax, m) for m in mentions]
        self.chains = Chains(self.facts, [i for i, m in enumerate(mentions) if m.form == "name"])
        self.texts = name_texts(encoding, mentions)
        self.identities = settle_assumed(
            [
                identify(encoding, syntax, m, text, facts.kind)
                for m, text, facts in zip(mentions, self.texts, self.facts, strict=True)
            ]
        )
        self.left_out = frozenset(
            i for i, m in enumerate(mentions)
            if m.form == "name" and m.type != "person" and self.identities[i] is None and is_adjective(encoding,
            syntax, m)
        )  # fmt: skip
        self.descriptions = [
            describe(encoding, syntax, _first_word(encoding, m), m.end, m.head) if m.form == "nominal" else None
            for m in mentions
        ]
        self.titles: dict[int, list[Titled]] = {}
        self.quotations = _words_in_quotations(encoding)
        self.offices: dict[str, dict[int, int]] = defaultdict(dict)
        self.office_nouns: dict[str, dict[int, int]] = defaultdict(dict)
        self.bodies: dict[str, list[int]] = defaultdict(list)
        self.nouns: dict[str, list[int]] = defaultdict(list)
        self.owned: dict[tuple[str, str, int], int] = {}

    def run(self) -> Linked:
        preferred = {i: dict(row) for i, row in enumerate(self.ranked) if self.mentions[i].form == "name"}
        join_names(self.encoding, self.mentions, self.texts, self.identities, self.chains, preferred)
        # "Austin spoke with his counterpart, Teodoro": whom two names name is two, whatever the tree makes of the commas.
        self.chains.settle(
            i for i, m in enumerate(self.mentions) if m.form == "name" and self.facts[i].kind == "person"
        )
        self.titles = find_titles(self.encoding, self.syntax, self.mentions)
        join_by_structure(self.encoding, self.syntax, self.mentions, self.titles, self.chains)
        self.left_out |= self._parts_of_titles()
        self._index_offices()
        for i, mention in enumerate(self.mentions):
            if mention.form == "pronoun":
                self._link_pronoun(i)
            elif mention.form == "nominal":
                self._link_nominal(i)
            self._index(i)
        chains = [c for members in self.chains.all() if (c := [i for i in members if i not in self.left_out])]
        return Linked(
            chains,
            [m.form for m in self.mentions],
            self.texts,
            [f.kind for f in self.facts],
            self.identities,
            self.descriptions,
            self.titles,
            self.left_out,
        )

    def _parts_of_titles(self) -> frozenset[int]:
        """Return what was taken for a body within a title: "Defense" in "US Defense Secretary"."""
        spans = sorted({titled.description.words for found in self.titles.values() for titled in found})
        starts = [start for start, _ in spans]
        found = set()
        for i, mention in enumerate(self.mentions):
            at = bisect_right(starts, mention.start) - 1
            inside = at >= 0 and mention.end <= spans[at][1]
            if inside and self.facts[i].kind in {"organisation", "other"} and self.identities[i] is None:
                found.add(i)
        return frozenset(found)

    def _index_offices(self) -> None:
        """Note who holds which office, over the whole report: "the Ukrainian president" may come before the name."""
        for name, titles in self.titles.items():
            for titled in titles:
                if titled.description.office:
                    self._note_office(titled.description, name)
        for i, described in enumerate(self.descriptions):
            if described is not None and described.office and self.chains.is_named(i):
                self._note_office(described, i)

    def _note_office(self, described: Description, holder: int) -> None:
        for holders in (self.offices[described.office], self.office_nouns[described.noun]):
            holders.setdefault(self.chains.of(holder), holder)

    def _index(self, i: int) -> None:
        """Note a mention that later descriptions may go back to."""
        if self.mentions[i].form == "nominal":
            self.nouns[self.facts[i].noun].append(i)
            if self.facts[i].definiteness == "owned" and (owner := self._owner(i)) is not None:
                self.owned.setdefault((self.facts[i].noun, self.facts[i].number, self.chains.of(owner)), i)
        identity = self.identities[i]
        if self.mentions[i].type == "organisation":
            words = identity.head if identity is not None and identity.head else self.texts[i].lower()
            for word in set(words.split()):
                self.bodies[word].append(i)

    def _link_nominal(self, i: int) -> None:
        facts = self.facts[i]
        self._counterpart(i)
        self._give_owners_country(i)
        if facts.is_other or self._is_joined(i) or self.encoding.lower[self.mentions[i].start] == "whose":
            return
        if facts.definiteness != "indefinite":
            found = self._by_repetition(i)
            if found is None:
                found = self._by_office(i)
            if found is None and facts.definiteness == "definite":
                found = self._by_noun(i)
            if found is None and facts.definiteness == "owned":
                found = self._by_owner(i)
            if found is not None and self.chains.join(i, found):
                return
        self._by_ranking(i)

    def _is_joined(self, i: int) -> bool:
        """Tell whether a description already has a named antecedent by the sentence itself or by its words."""
        owner = self._owner(i)
        if owner is not None and self.mentions[owner].form == "pronoun":
            self.chains.bar(i, owner)  # nobody is their own deputy
        return len(self.chains.members(i)) > 1 and (self.chains.is_named(i) or self.chains.of(i) < i)

    def _by_office(self, i: int) -> int | None:
        described = self.descriptions[i]
        if (
            described is None
            or not described.office
            or self.facts[i].number == "many"
            or self.facts[i].kind != "person"
        ):
            return None
        holders = [*self.offices[described.office].values()]
        if described.noun in _HELD_BY_MANY:
            holders = [name for name in holders if self._is_near(i, name)]
        holders = holders or [name for name in self._holders_by_noun(described) if name < i]
        if described.local:  # "the leader of Somaliland" is not Somalia's president
            holders = [name for name in holders if any(one.local for m in self._some(name) for one in self._said_of(m))]
        if len(holders) > _HOLDERS:
            holders = sorted(holders, key=lambda name: abs(name - i))[:_HOLDERS]
        fitting: dict[int, int] = {}
        for name in holders:
            if (
                self.chains.agrees(i, name)
                and self._countries_fit(described.country, name)
                and not self._holds(i, name)
            ):
                fitting[self.chains.of(name)] = name
        exact = {c: n for c, n in fitting.items() if described.country and described.country in self._countries(n)}
        found = exact or fitting
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_near(self, i: int, name: int) -> bool:
        """Tell whether a chain was mentioned in the same paragraph or the one before."""
        lines = self.encoding.line_numbers
        here = lines[self.mentions[i].head]
        return any(0 <= here - lines[self.mentions[j].head] <= 1 and j < i for j in self.chains.members(name))

    def _holders_by_noun(self, described: Description) -> list[int]:
        """Return who holds an office that a shorter word stands for: "the minister", "the Ivorian leader"."""
        keys = _LEADERS if described.noun in {"leader", "ruler", "strongman"} else ()
        found = [name for key in keys for name in self.offices[key].values()]
        if described.office == described.noun:
            found += self.office_nouns[described.noun].values()
        return found

    def _counterpart(self, i: int) -> None:
        """Give "his Russian counterpart" the office of whom "his" means, and note it."""
        described = self.descriptions[i]
        if described is None or described.noun not in COUNTERPARTS or described.office:
            return
        near = [j for j in range(max(0, i - 3), min(len(self.mentions), i + 4)) if j != i]
        people = [j for j in near if self.facts[j].kind == "person" or self.mentions[j].form == "pronoun"]
        start = self.mentions[i].start
        self._own_counterpart(i)
        owners = [j for j in people if self._holds(i, j) or start - 2 <= self.mentions[j].end - 1 < start]
        # "Pentagon chief speaks with Russian counterpart": a headline leaves the owner out.
        owners = owners or [j for j in reversed(people) if j < i]
        found = next((o for j in owners if (o := self._office_of(j)) is not None), None)
        if found is not None:
            self.descriptions[i] = replace(
                described,
                noun=found.noun,
                title=found.title,
                office=found.office,
                sector=found.sector,
                is_person=True,
                inferred=True,
            )

    def _own_counterpart(self, i: int) -> None:
        """Join "his" of "his counterpart" with the person named last in the sentence: a counterpart is somebody's beside him."""
        owner, sentence_of = i + 1, self.syntax.sentence_of
        if owner >= len(self.mentions) or not self._holds(i, owner) or not self.facts[owner].gender:
            return
        here = sentence_of[self.mentions[i].head]
        for j in range(i - 1, max(-1, i - 6), -1):
            if sentence_of[self.mentions[j].head] != here:
                return
            if self.mentions[j].form == "name" and self.facts[j].kind == "person" and self.chains.agrees(owner, j):
                self.chains.join(owner, j)
                return

    def _give_owners_country(self, i: int) -> None:
        """Give "its ministry" the country of what "its" means, and "his office" that of who he is."""
        described, owner = self.descriptions[i], self._owner(i)
        if (
            described is None
            or described.country is not None
            or owner is None
            or self.mentions[owner].form != "pronoun"
            or not (described.office or self.facts[i].kind == "organisation")
        ):
            return
        for member in self._some(owner):
            identity = self.identities[member]
            if identity is not None and identity.key.startswith("country:"):
                self.descriptions[i] = replace(described, country=identity.country)
                return
        countries = self._countries(owner)
        if len(countries) == 1:
            self.descriptions[i] = replace(described, country=countries.pop())

    def _office_of(self, j: int) -> Description | None:
        """Return the first office that the report gives to whom a mention means."""
        if self.mentions[j].form == "pronoun":
            self._link_pronoun(j)
        for member in self._some(j):
            for found in self._said_of(member):
                if found.office and not found.past and not _is_trade(found):
                    return found
        return None

    def _some(self, mention: int) -> Sequence[int]:
        """Return some mentions of a chain, all of them if they are few: what is asked of them, many say alike."""
        return self.chains.members(mention)[:_ENOUGH]

    def _said_of(self, member: int) -> list[Description]:
        """Return the titles beside a mention, and what the mention itself says."""
        described = self.descriptions[member]
        found = [titled.description for titled in self.titles.get(member, ())]
        return found if described is None else [*found, described]

    def _countries(self, name: int) -> set[str]:
        """Return the countries that the report gives a person with an office."""
        said = (one for member in self._some(name) for one in self._said_of(member))
        return {one.country for one in said if one.country is not None and not one.past}

    def _countries_fit(self, country: str | None, name: int) -> bool:
        known = self._countries(name) if country else set()
        return not known or country in known

    def _holds(self, i: int, j: int) -> bool:
        """Tell whether one mention stands within the other: "his" in "his counterpart"."""
        a, b = self.mentions[i], self.mentions[j]
        return a.start < b.end and b.start < a.end

    def _by_noun(self, i: int) -> int | None:
        """Find what "the official" or "the ministry" takes up: the latest of the same noun, or body of that name."""
        noun, many = self.facts[i].noun, self.facts[i].number
        described = self.descriptions[i]
        near = [*self.nouns[noun][-_NEAR:], *self.bodies[noun][-_NEAR:]]
        for j in sorted(near, reverse=True):
            if self.facts[j].number != many and self.facts[j].kind != "organisation":
                continue
            other = self.descriptions[j]
            apart = other is not None and described is not None and not _same_words(described, other)
            if self.encoding.lower[self.mentions[j].start] in _GENERIC or (
                noun in _HELD_BY_MANY and not self._is_near(i, j)
            ):
                continue
            if not apart and self._repeats(i, j) and self.chains.agrees(i, j) and not self._holds(i, j):
                return j
        return None

    def _by_repetition(self, i: int) -> int | None:
        """Find the latest description in the same words, if there is more than the noun: "the Liberal Party"."""
        said = self._saying(i)
        if not said or self.facts[i].definiteness == "owned":
            return None
        for j in reversed(self.nouns[self.facts[i].noun][-_NEAR:]):
            is_same = said == self._saying(j) and self.facts[j].number == self.facts[i].number
            if is_same and self.chains.agrees(i, j) and not self._holds(i, j):
                return j
        return None

    def _saying(self, i: int) -> list[str]:
        """Return the words of a description before its noun that tell it from others."""
        mention = self.mentions[i]
        return [self.encoding.lower[w] for w in range(mention.start, mention.head) if self.syntax.upos[w] in _SAYING]

    def _repeats(self, i: int, j: int) -> bool:
        """Tell whether an earlier mention says all that a description says: "the news agency" is not every agency."""
        said = set(self._saying(i))
        if not said:
            return True
        identity = self.identities[j]
        return said <= {*self.texts[j].lower().split(), *(identity.head.split() if identity is not None else ())}

    def _by_owner(self, i: int) -> int | None:
        """Find an earlier description of the same noun with the same owner: "his daughter", "Sam's daughter"."""
        owner = self._owner(i)
        return (
            None if owner is None else self.owned.get((self.facts[i].noun, self.facts[i].number, self.chains.of(owner)))
        )

    def _owner(self, i: int) -> int | None:
        """Return the mention that owns a description: it begins the description."""
        owner = i + 1
        if owner >= len(self.mentions) or self.mentions[owner].start > self.mentions[i].start + 1:
            return None
        if self.mentions[owner].end > self.mentions[i].head:
            return None
        if self.mentions[owner].form == "pronoun":
            self._link_pronoun(owner)
        return owner

    def _by_ranking(self, i: int) -> None:
        best = self._choose(i, _least_for(self.facts[i], self.least))
        if best is not None:
            self.chains.join(i, best)

    def _choose(self, i: int, least: float, *, singular_they: bool = False, only_deictic: bool = False) -> int | None:
        """Return the best antecedent that agrees and does not contradict what is known of its chain."""
        good = [
            (score, j)
            for j, score in self.ranked[i]
            if score >= least
            and not (only_deictic and self.facts[j].person not in {1, 2})
            and self._may_be(i, j)
            and self.chains.agrees(i, j, singular_they=singular_they)
        ]
        if not good or self.facts[i].person != 3:
            return good[0][1] if good else None
        salience = self._salience(i)
        if not self.facts[i].gender:  # "it" and "they" mean what was spoken of just now
            good = [(score, j) for score, j in good if self.chains.of(j) in salience]
        if len(good) < 2:
            return good[0][1] if good else None
        return max(good, key=lambda found: found[0] + salience.get(self.chains.of(found[1]), self.least.forgotten))[1]

    def _may_be(self, i: int, j: int) -> bool:
        if j in self.left_out or self._holds(i, j) or self._is_clause_mate(i, j) or self._is_another(i, j):
            return False
        if self.mentions[i].form == "nominal":
            first = self.encoding.lower[self.mentions[i].start]
            if first == "both" and self.facts[j].number != "many":  # "both sides" are two
                return False
            is_far = (self.facts[i].noun in _HELD_BY_MANY or self._is_new_office(i, j)) and not self._is_near(i, j)
            if self.facts[i].definiteness == "indefinite" and self.chains.is_named(j):
                return False
            if is_far or self.encoding.lower[self.mentions[j].start] in _GENERIC:
                return False
        fits = self._descriptions_fit(i, j) and self._identities_fit(i, j)
        return fits and self._bodies_fit(i, j) and self._owners_fit(i, j) and self._outlets_fit(i, j)

    def _is_new_office(self, i: int, j: int) -> bool:
        """Tell whether a description gives a named person the first office: who is named far above is hardly meant by it."""
        described = self.descriptions[i]
        if described is None or not described.office or not self.chains.is_named(j):
            return False
        return not any(one.office for member in self._some(j) for one in self._said_of(member))

    def _outlets_fit(self, i: int, j: int) -> bool:
        """Tell whether a medium is not taken for a body that is none: a commission is no newspaper."""
        if self.facts[i].kind != "organisation":
            return True
        one, others = self._is_outlet(i), {self._is_outlet(member) for member in self._some(j)}
        return one is None or (not one) not in others

    def _is_outlet(self, i: int) -> bool | None:
        """Tell whether a body's words, or the tables, say that it is a medium, or that it is none; None if they do not."""
        if self.facts[i].kind != "organisation":
            return None
        identity, entry = self.identities[i], sector_of_noun(self.facts[i].noun)
        sector = entry.sector if entry is not None else identity.sector if identity is not None else None
        return None if sector is None else sector == "MED"

    def _identities_fit(self, i: int, j: int) -> bool:
        """Tell whether the tables do not know that two are two."""
        one = self.identities[i]
        others = (identity for member in self._some(j) if (identity := self.identities[member]) is not None)
        return one is None or all(one.key == other.key for other in others)

    def _owners_fit(self, i: int, j: int) -> bool:
        """Tell whether two descriptions of one noun are not owned by two: "our office", "the mayor's office"."""
        one, other = self.facts[i], self.facts[j]
        if one.noun != other.noun or not one.definiteness == other.definiteness == "owned":
            return True
        owners = self._owner(i), self._owner(j)
        return None in owners or len({self.chains.of(owner) for owner in owners if owner is not None}) == 1

    def _bodies_fit(self, i: int, j: int) -> bool:
        """Tell whether a description may mean the body or country that a chain means, by its noun."""
        if self.mentions[i].form != "nominal":
            return True
        members = self._some(j)
        keys = [identity.key for member in members if (identity := self.identities[member]) is not None]
        if any(key.startswith("country:") for key in keys):
            return may_mean_country(self.facts[i].noun)
        known = frozenset[str]().union(*(self._body_kinds(member) for member in members))
        return bodies_fit(self.facts[i].noun, known, is_listed=any(key.startswith("body:") for key in keys))

    def _body_kinds(self, j: int) -> frozenset[str]:
        if self.mentions[j].form == "pronoun" or self.facts[j].kind == "person":
            return frozenset()
        if self.mentions[j].form == "nominal":
            return body_kinds([self.facts[j].noun])
        identity = self.identities[j]
        return body_kinds([*self.texts[j].lower().split(), *(identity.head.split() if identity is not None else ())])

    def _salience(self, i: int) -> dict[int, float]:
        """Tell how present each chain is before a pronoun: how far back its last mention is, and in whose words."""
        here = self.syntax.sentence_of[self.mentions[i].head]
        found: dict[int, float] = {}
        for j in range(i - 1, max(-1, i - 40), -1):
            back = here - self.syntax.sentence_of[self.mentions[j].head]
            if back > _SENTENCES_BACK:
                break
            inside = self.quotations[self.mentions[j].head] not in {-1, self.quotations[self.mentions[i].head]}
            score = self.least.back * back + self.least.quoted * inside
            chain = self.chains.of(j)
            found[chain] = max(score, found.get(chain, -9.0))
        return found

    def _is_of(self, country: str, members: Sequence[int]) -> bool:
        """Tell whether no member is known by the tables to be of another country."""
        known = (identity.country for member in members if (identity := self.identities[member]) is not None)
        return all(other in {None, country} for other in known)

    def _is_another(self, i: int, j: int) -> bool:
        """Tell whether a description repeats a noun of another: "an official … an official", "the Liberal … the Labour Party"."""
        one, other = self.facts[i], self.facts[j]
        if other.person or one.noun != other.noun:
            return False
        return one.definiteness == "indefinite" or self._named_apart(i, j)

    def _named_apart(self, i: int, j: int) -> bool:
        """Tell whether two descriptions are told apart by names before their noun."""
        names = [
            {self.encoding.lower[w] for w in range(m.start, m.head) if self.encoding.words[w][:1].isupper()} & set(said)
            for m, said in ((self.mentions[k], self._saying(k)) for k in (i, j))
        ]
        return bool(names[0] and names[1]) and not names[0] & names[1]

    def _descriptions_fit(self, i: int, j: int) -> bool:
        described = self.descriptions[i]
        if described is None:
            return True
        members = self._some(j)
        others = [one for member in members for one in self._said_of(member)]
        if described.country is not None and not self._is_of(described.country, members):
            return False
        if any(described.office and described.office == d.office and described.past != d.past for d in others):
            return False
        offices = {d.office for d in others if d.office}
        if described.office and offices and described.office not in offices:
            return False
        return all(_countries_agree(described, other) for other in others)

    def _is_clause_mate(self, i: int, j: int) -> bool:
        """Tell whether both are arguments of one verb and so are two, unless one is a reflexive: "he told him"."""
        a, b = self.mentions[i].head, self.mentions[j].head
        if self.encoding.lower[a].endswith(("self", "selves")):
            return False
        arguments = ("nsubj", "obj", "iobj")
        return (
            self.syntax.heads[a] == self.syntax.heads[b]
            and self.syntax.is_relation(a, *arguments)
            and self.syntax.is_relation(b, *arguments)
        )

    def _link_pronoun(self, i: int) -> None:
        facts = self.facts[i]
        if self._is_joined(i):
            return
        if facts.person in {1, 2}:
            self._link_deictic(i)
            return
        best = self._choose(i, _least_for(facts, self.least))
        if best is None and facts.noun in _PLURAL:
            best = self._choose(i, self.least.neutral, singular_they=True)
        if best is None and facts.gender:
            best = self._subject_after(i)
        if best is None and (facts.gender or facts.noun in _PLURAL):
            best = self._salient(i)
        if best is not None:
            self.chains.join(i, best)

    def _salient(self, i: int) -> int | None:
        """Find the most prominent of the last sentences: a subject before others, a near one before a far one."""
        sentence_of = self.syntax.sentence_of
        here = sentence_of[self.mentions[i].head]
        best: tuple[float, int] | None = None
        for j in range(i - 1, max(-1, i - 40), -1):
            back = here - sentence_of[self.mentions[j].head]
            if back > _SENTENCES_BACK:
                break
            if j in self.left_out or self.facts[j].person in {1, 2} or self._holds(i, j) or self._is_clause_mate(i, j):
                continue
            if self.chains.agrees(i, j):
                subject = self.syntax.is_relation(self.mentions[j].head, "nsubj")
                score = subject - 0.75 * back + 0.5 * self.chains.is_named(j)
                best = max(best, (score, j)) if best is not None else (score, j)
        return None if best is None else best[1]

    def _link_deictic(self, i: int) -> None:
        """Link "I" and "you" to their like only: who speaks is for the statements to say.

        In a quotation they go back to none outside it; elsewhere, in a speech or an interview, the ranking tells.
        """
        quotation = self.quotations[self.mentions[i].head]
        if quotation < 0:
            best = self._choose(i, self.least.personal, only_deictic=True)
        else:
            best = next((j for j, _ in self.ranked[i] if self._is_like_in_quotation(i, j, quotation)), None)
        if best is not None:
            self.chains.join(i, best)

    def _is_like_in_quotation(self, i: int, j: int, quotation: int) -> bool:
        one, other = self.facts[i], self.facts[j]
        return self.quotations[self.mentions[j].head] == quotation and (one.person, one.number) == (
            other.person,
            other.number,
        )

    def _subject_after(self, i: int) -> int | None:
        """Find the subject of the main clause behind a pronoun's own: "Before she left, Ardern thanked"."""
        head = self.mentions[i].head
        for clause in self.syntax.ancestors(head):
            if not self.syntax.is_relation(clause, "advcl"):
                continue
            main = self.syntax.heads[clause]
            subjects = [w for w in self.syntax.children(main, "nsubj") if w > clause]
            found = [j for j in range(i + 1, min(i + 8, len(self.mentions))) if self.mentions[j].head in subjects]
            return next((j for j in found if self.chains.agrees(i, j)), None)
        return None


# "The MP" is not the MP that the report named four paragraphs ago.
_HELD_BY_MANY = frozenset(
    "mp mep senator congressman congresswoman congressperson lawmaker legislator councillor deputy judge justice official "
    "officer member backbencher".split()
)
_GENERIC = frozenset(
    {"any", "every", "each", "no"}
)  # "any MP who votes for it": nobody, so nobody is meant by "the MP"
_LEADERS = ("president", "minister prime", "chancellor", "king", "queen", "leader supreme", "emir", "sultan", "leader")
_PLURAL = frozenset("they their them themselves theirs".split())
_SAYING = frozenset({"ADJ", "NOUN", "PROPN"})
_SENTENCES_BACK = 3
_ENOUGH = 64
_HOLDERS = 40
_NEAR = 8  # mentions of one noun looked back at: keeps the cost linear


def _is_trade(described: Description) -> bool:
    """Tell whether a title is what many are at a time: the counterpart of an official is no office's holder."""
    office = office_named(described.title)
    return office is not None and office.kind == "profession"


def _first_word(encoding: Encoding, mention: Mention) -> int:
    """Return the first word of a description, with a country's adjective that the tree has cut off."""
    before = mention.start - 1
    if (
        before >= 0
        and not encoding.line_starts[mention.start]
        and country_of_adjective(encoding.words[before]) is not None
    ):
        return before
    return mention.start


def _least_for(facts: Facts, least: Thresholds) -> float:
    if facts.person:
        return least.personal if facts.gender or facts.person in {1, 2} else least.neutral
    if facts.definiteness in {"definite", "owned"}:
        return least.definite
    return least.bare if facts.definiteness == "bare" else least.indefinite


def _same_words(one: Description, other: Description) -> bool:
    """Tell whether a description may take up an earlier one: no country or office of its own."""
    if (one.country is not None and one.country != other.country) or one.past != other.past:
        return False
    return not one.office or not other.office or one.office == other.office


def _countries_agree(one: Description, other: Description) -> bool:
    return one.country is None or other.country is None or one.country == other.country


def _words_in_quotations(encoding: Encoding) -> list[int]:
    """Return for each word the number of the quotation that it stands in, -1 outside."""
    found = [-1] * len(encoding.words)
    at = 0
    outer = (quotation for quotation in find_quotations(encoding.text) if quotation.depth == 0)
    for number, quotation in enumerate(outer):
        while at < len(found) and encoding.spans[at].start < quotation.span.start:
            at += 1
        while at < len(found) and encoding.spans[at].end <= quotation.span.end:
            found[at] = number
            at += 1
    return found
