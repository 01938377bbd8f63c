# SPDX-License-Identifier: Apache-2.0
"""Who holds which office by one report, so that "the Ukrainian president" is found even before the name stands."""

from __future__ import annotations

from collections import defaultdict

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.knownholders import KnownHolders, is_any_leader, is_known_elsewhere
from readout.reading.coreference.officebodies import is_of_another_body
from readout.reading.coreference.officekeys import is_rank
from readout.reading.coreference.roles import Description
from readout.resources import igo, sector_of_noun

__all__ = ["Officeholders", "is_held_by_many", "takes_up_office"]

# "The MP" is not the MP that the report named four paragraphs ago.
_HELD_BY_MANY = frozenset(
    "mp mep senator congressman congresswoman congressperson lawmaker legislator councillor deputy judge justice official "
    "officer member backbencher".split()
)
_LEADERS = ("president", "minister prime", "chancellor", "king", "queen", "leader supreme", "emir", "sultan", "leader")
_SENT = "ambassador"  # the office of envoys too
_HOLDERS = 40
_LEAD = 3  # lines, the headline among them


def is_held_by_many(noun: str) -> bool:
    """Tell whether an office is one that many hold at a time, so that its noun means one named just now or nobody named."""
    return noun in _HELD_BY_MANY


def takes_up_office(shorter: str, longer: str) -> bool:
    """Tell whether an office may be meant by fewer of its words: "the spokesman" is the ministry spokesman.

    Who is only a deputy is not meant by the office itself.
    """
    more = set(longer.split()) - set(shorter.split())
    return set(shorter.split()) <= set(longer.split()) and not more & _SECOND


def leaves_office(discourse: Discourse, i: int) -> bool:
    """Tell whether a description names an office that somebody gave up or lost: "resigned as [prime minister]"."""
    syntax, lower, head = discourse.syntax, discourse.encoding.lower, discourse.mentions[i].head
    cases = {lower[w] for w in syntax.children(head, "case")}
    verb = syntax.heads[head]
    if not cases & {"as", "from"} or lower[verb] not in _LEAVING:
        return False
    return _HOPED.isdisjoint(lower[w] for w in syntax.children(verb, "aux", "mark", "advmod"))


_LEAVING = frozenset(
    "resigned quit stepped ousted sacked fired dismissed removed deposed retired impeached toppled overthrown".split()
)
_HOPED = frozenset("would could should may might must if not n't n’t never".split())
_OF_ONE_PARTY = frozenset({"CHN", "VNM", "LAO", "CUB", "PRK"})  # whose party's secretary is the leader
_RUNNING = frozenset(
    "run runs ran running stand stands stood standing campaigned campaigning bid candidate vie vying".split()
)
_SPEAKING = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_HEADS = frozenset({"head", "chief", "chair", "director", "boss"})
_BESIDE = 6  # mentions from one party of a clause to another
_SECOND = frozenset("prime vice deputy assistant under acting interim former".split())


class Officeholders:
    """The named persons with an office, over the whole report."""

    def __init__(self, discourse: Discourse) -> None:
        """Note who holds which office, by the titles beside names and by descriptions joined to names."""
        self._discourse = discourse
        self.open = set[int]()  # descriptions of which nobody knows whom of two they mean
        self._known = KnownHolders(discourse)
        self._offices: dict[str, dict[int, int]] = defaultdict(dict)
        self._nouns: dict[str, dict[int, int]] = defaultdict(dict)
        in_titles = set[int]()
        for name, titles in discourse.titles.items():
            for titled in titles:
                self._note(titled.description, name)
                in_titles.update(range(*titled.description.words))
        for i, described in enumerate(discourse.descriptions):
            if discourse.mentions[i].head in in_titles and discourse.mentions[i].end == discourse.mentions[i].start + 1:
                continue  # "Minister" of a title "Prime Minister"
            if described is not None and discourse.chains.is_named(i):
                self._note(described, i)

    def note_inferred(self, i: int) -> None:
        """Note a named person whose office is only told by whose counterpart he is."""
        described = self._discourse.descriptions[i]
        if described is not None and described.inferred and self._discourse.chains.is_named(i):
            self._note(described, i)

    def _note(self, described: Description, holder: int) -> None:
        if not described.office or self._is_first(described):
            return
        chain = self._discourse.chains.of(holder)
        self._offices[described.office].setdefault(chain, holder)
        if not _SECOND & set(described.office.split()):  # "the president" is no vice president
            self._nouns[described.noun].setdefault(chain, holder)

    def _is_first(self, described: Description) -> bool:
        """Tell whether a description is of who held an office first: "the country's [first] prime minister" holds it no more."""
        lower, (start, end) = self._discourse.encoding.lower, described.words
        title = len(described.title.split())
        return any(
            lower[w] == "first" and lower[w + 1] == described.title.lower().split()[0]
            for w in range(start, end - title)
        )

    def meant_by(self, i: int) -> int | None:
        """Return the one holder of the office that a description gives, if there is one that fits."""
        discourse = self._discourse
        described, facts = discourse.descriptions[i], discourse.facts[i]
        if described is None or not described.office or facts.number == "many" or facts.kind != "person":
            return None
        if facts.definiteness == "bare" and self._is_run_for(i):
            return None
        fitting = {
            discourse.chains.of(name): name
            for name in self._candidates(i, described)
            if discourse.chains.agrees(i, name)
            and self._countries_fit(described.country, name)
            and not self._is_of_another_land(i, name)
            and not self._is_another_envoy(i, described, name)
            and not is_of_another_body(discourse, i, name)
            and not self._speaks_for_another(i, described, name)
            and not (described.inferred and self._is_countryman(i, name))
            and not discourse.holds(i, name)
            and not self._is_beside_in_clause(i, name)
        }
        own = described.country
        if described.of_body or self._is_of_owner(i, described):
            fitting = {chain: name for chain, name in fitting.items() if self._heads_body(described.office, name)}
        else:  # "the president" is not the president of a bank, if anybody else may be meant
            of_state = {chain: name for chain, name in fitting.items() if not self._heads_body(described.office, name)}
            known = None if of_state or not fitting else self._known_by(i, described)
            fitting = of_state or ({} if own or known is not None else fitting)
        exact = {c: n for c, n in fitting.items() if own and own in discourse.countries(n)}
        if (
            own and facts.definiteness == "definite" and is_rank(described.noun)
        ):  # "the Thai general" is not a general of whose country nothing is said
            fitting = exact
        found = exact or fitting
        if is_rank(described.title) and facts.definiteness == "definite":  # "the general" is nobody named only below
            found = {c: n for c, n in found.items() if min(discourse.chains.members(n)) < i}
        if is_rank(described.title) and self._line(i) == 0:  # a headline's general is named in the lead
            found = {c: n for c, n in found.items() if self._line(min(discourse.chains.members(n))) < _LEAD}
        if described.past:  # "the former minister" is not who is named below as minister
            before = {c: n for c, n in found.items() if min(discourse.chains.members(n)) < i}
            found = before | {c: n for c, n in found.items() if self._was(described, n) and not self._is_another(n)}
            once = {c: n for c, n in found.items() if self._is_past(described, n)}
            found = once or {c: n for c, n in found.items() if not self._is_in_office(described, n)}
        if not found:
            return None if described.of_body else self._known_by(i, described)
        if not described.past:  # "the president" is not the former one
            there = {chain: name for chain, name in found.items() if not self._is_past(described, name)}
            only = {chain: name for chain, name in found.items() if not self._was(described, name)}
            found = there or only
            if not found and is_any_leader(described):
                return self._known_by(i, described)
        if len(found) > 1:  # of several, the one whom the report has introduced by then
            found = {c: n for c, n in found.items() if min(discourse.chains.members(n)) < i} or found
        if len(found) > 1 and facts.definiteness == "definite":
            here = {chain: name for chain, name in found.items() if self._is_named_in_paragraph(i, name)}
            found = here if len(here) == 1 else found
        if len(found) == 1:
            return next(iter(found.values()))
        near = [name for name in found.values() if self._is_spoken_of_near(i, name)]
        if described.country is None and len(near) > 1 and any(discourse.countries(name) for name in near):
            self.open.add(i)  # "the president", where those of two states were named just now
            return None
        known = self._known_by(i, described)  # "the Hungarian leader", where the report names two heads of government
        return known if known is not None and discourse.chains.of(known) in found else None

    def _is_beside_in_clause(self, i: int, name: int) -> bool:
        """Tell whether somebody is named as another party of the clause: "[The premier] thanked Meloni" is not she."""
        near = (j for j in self._discourse.chains.members(name) if abs(j - i) < _BESIDE)
        return any(self._discourse.mentions[j].form == "name" and self._discourse.is_clause_mate(i, j) for j in near)

    def _known_by(self, i: int, described: Description) -> int | None:
        """Return whom the table of holders knows in an office, but not for "its leader" of a party."""
        of_states = described.country is not None and igo(described.country) is not None  # "the U.N. secretary-general"
        is_of_none = self._is_of_body(i) or self._is_of_party(i, described)
        return None if is_of_none and not of_states else self._known.meant_by(i, described)

    def _is_spoken_of_near(self, i: int, name: int) -> bool:
        return any(j < i and self._discourse.is_near(i, j) for j in self._discourse.chains.members(name))

    def _is_named_in_paragraph(self, i: int, name: int) -> bool:
        """Tell whether somebody is named before a description in its paragraph."""
        mentions, lines = self._discourse.mentions, self._discourse.encoding.line_numbers
        here = lines[mentions[i].head]
        members = self._discourse.chains.members(name)
        return any(j < i and mentions[j].form == "name" and lines[mentions[j].head] == here for j in members)

    def _candidates(self, i: int, described: Description) -> list[int]:
        discourse = self._discourse
        holders = [*self._offices[described.office].values()]
        if is_held_by_many(described.noun):
            holders = [name for name in holders if discourse.is_near(i, name)]
        # "The Japanese leader" may be the premier, though another is called leader; "the spokesman" is rather the one
        # called presidential spokesman before than one who is named below.
        are_below = all(min(discourse.chains.members(name)) > i for name in holders)
        # So is "the minister" a finance minister as well as "Minister of State Lind".
        if are_below or is_any_leader(described) or described.office == "minister":
            holders += [name for name in self._by_noun(i, described) if name < i and name not in holders]
        if described.local:  # "the leader of Somaliland" is not Somalia's president
            holders = [name for name in holders if self._is_local(name)]
        if len(holders) > _HOLDERS:
            holders = sorted(holders, key=lambda name: abs(name - i))[:_HOLDERS]
        return holders

    def _line(self, i: int) -> int:
        return int(self._discourse.encoding.line_numbers[self._discourse.mentions[i].head])

    def _is_of_body(self, i: int) -> bool:
        """Tell whether who owns a description is a body that is no state: "[the party] … its leader" is no president."""
        owner = self._discourse.owner(i)
        known = () if owner is None else [self._discourse.identities[k] for k in self._discourse.some(owner)]
        bodies = [one for one in known if one is not None]
        if owner is not None and self._discourse.facts[owner].kind == "group" and not bodies:
            return True  # "the coca growers' leader"
        return any(one.type == "organisation" and one.sector != "GOV" for one in bodies)

    def _is_of_party(self, i: int, described: Description) -> bool:
        """Tell whether a leader is called by a name in front that is no land's: "the Green leader"."""
        discourse, mention, words = self._discourse, self._discourse.mentions[i], self._discourse.encoding.words
        named = {words[w].lower() for w in range(mention.start, mention.head) if words[w][:1].isupper()}
        is_named = (
            described.country is None and words[mention.head].islower() and not named.isdisjoint(discourse.saying(i))
        )
        return is_named and is_any_leader(described)

    def _is_of_owner(self, i: int, described: Description) -> bool:
        """Tell whether somebody is the head of a body that owns the description, and leads no state: "the committee's head"."""
        owner = self._discourse.owner(i)
        is_body = owner is not None and self._discourse.facts[owner].kind == "organisation"
        return is_body and described.office in _HEADS and described.country is None

    def _by_noun(self, i: int, described: Description) -> list[int]:
        """Return who holds an office that a shorter word stands for: "the minister", "the Ivorian leader"."""
        keys: tuple[str, ...] = _LEADERS if is_any_leader(described) and not self._is_of_body(i) else ()
        if keys and described.country in _OF_ONE_PARTY:
            keys = (*keys, "general secretary")
        found = [name for key in keys for name in self._offices[key].values()]
        if " " not in described.office:
            found += self._nouns[described.noun].values()
        return found

    def _is_past(self, described: Description, name: int) -> bool:
        """Tell whether all that a report says of somebody's office says that it is over; a leader may have any high one."""
        offices = {described.office, *(_LEADERS if is_any_leader(described) else ())}
        said = [
            one.past
            for member in self._discourse.some(name)
            for one in self._discourse.said_of(member)
            if one.office in offices or (one.office and takes_up_office(described.office, one.office))
        ]
        return (bool(said) and all(said)) or self._has_left(described.office, name)

    def _is_another(self, name: int) -> bool:
        """Tell whether the report calls somebody "another ex-president", after one of whom it has spoken."""
        return any(self._discourse.facts[member].is_other for member in self._discourse.some(name))

    def _is_in_office(self, described: Description, name: int) -> bool:
        """Tell whether somebody leads a state or government by the report, so that "the ex-president" is one before."""
        said = (one for member in self._discourse.some(name) for one in self._discourse.said_of(member))
        return described.office in _LEADERS and any(one.office == described.office and not one.past for one in said)

    def _was(self, described: Description, name: int) -> bool:
        """Tell whether somebody is only known to have been the head of state or government who is spoken of."""
        said = [one for member in self._discourse.some(name) for one in self._discourse.said_of(member)]
        offices = {described.office, *(_LEADERS if is_any_leader(described) and not described.past else ())}
        of_office = [one.past for one in said if one.office in offices]
        return (described.past or described.office in _LEADERS) and bool(of_office) and all(of_office)

    def _has_left(self, office: str, name: int) -> bool:
        """Tell whether somebody gave up the office, as the report says: "resigned as prime minister in May"."""
        discourse = self._discourse
        of_office = [
            member
            for member in discourse.some(name)
            if (one := discourse.descriptions[member]) is not None and one.office == office
        ]
        return any(leaves_office(discourse, member) for member in of_office)

    def _heads_body(self, office: str, name: int) -> bool:
        """Tell whether all that a report says of somebody's office says that it is one of a body that is no state."""
        said = [one for member in self._discourse.some(name) for one in self._discourse.said_of(member)]
        of_office = [one.of_body for one in said if one.office == office]
        return bool(of_office) and all(of_office)

    def _is_local(self, name: int) -> bool:
        return any(one.local for member in self._discourse.some(name) for one in self._discourse.said_of(member))

    def _is_of_another_land(self, i: int, name: int) -> bool:
        """Tell whether "its prime minister" is of a country just named, and who has the office above may be of another."""
        discourse = self._discourse
        if discourse.encoding.lower[discourse.mentions[i].start] not in {"its", "their"} or discourse.countries(name):
            return False
        lines = discourse.encoding.line_numbers
        here = lines[discourse.mentions[i].head]
        return all(lines[discourse.mentions[member].head] != here for member in discourse.chains.members(name))

    def _is_another_envoy(self, i: int, described: Description, name: int) -> bool:
        """Tell whether the ambassador is not the envoy who is named only below: all states send some, and the UN does."""
        discourse = self._discourse
        if described.office != _SENT or any(member <= i for member in discourse.chains.members(name)):
            return False
        said = [one for member in discourse.some(name) for one in discourse.said_of(member) if one.office]
        return all(one.noun != described.noun and one.country != (described.country or "") for one in said)

    def _is_run_for(self, i: int) -> bool:
        """Tell whether somebody only wants an office: "who ran for [president of Kenya] five times"."""
        syntax, lower, head = self._discourse.syntax, self._discourse.encoding.lower, self._discourse.mentions[i].head
        cases = {lower[w] for w in syntax.children(head, "case")}
        return "for" in cases and lower[syntax.heads[head]] in _RUNNING

    def _speaks_for_another(self, i: int, described: Description, name: int) -> bool:
        """Tell whether "armed forces spokesman" is not one who is named only below, and not as that of any forces."""
        discourse = self._discourse
        if described.noun not in _SPEAKING or any(member <= i for member in discourse.chains.members(name)):
            return False
        bodies = {w for w in discourse.saying(i) if (one := sector_of_noun(w)) is not None and one.group}
        words = discourse.encoding.lower
        said = (one.words for member in discourse.some(name) for one in discourse.said_of(member))
        return bool(bodies) and not any(bodies & set(words[start:end]) for start, end in said)

    def _is_countryman(self, i: int, name: int) -> bool:
        """Tell whether somebody is of the country of whose counterpart is spoken of, and so is no counterpart."""
        owner = self._discourse.owner(i)
        return owner is not None and bool(self._discourse.countries(owner) & self._discourse.countries(name))

    def _countries_fit(self, country: str | None, name: int) -> bool:
        if country is None:
            return True
        known = self._discourse.countries(name)
        if known:
            return country in known
        said = (one for member in self._discourse.some(name) for one in self._discourse.said_of(member))
        once = {one.country for one in said if one.past and one.country is not None and one.office}
        if once and country not in once:
            return False
        return not any(is_known_elsewhere(self._discourse, country, member) for member in self._discourse.some(name))
