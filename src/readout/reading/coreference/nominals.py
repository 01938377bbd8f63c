# SPDX-License-Identifier: Apache-2.0
"""Descriptions put together with whom they mean: by the same words, by an office, a noun or an owner, else by the ranking."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from readout.reading.coreference.allegiances import BACKED
from readout.reading.coreference.bodies import is_land
from readout.reading.coreference.capitals import capital_meant
from readout.reading.coreference.contradictions import (
    KIND_OF_OUTLET,
    are_ranked_apart,
    are_several,
    fits_side,
    identities_fit,
    is_dead,
    is_in_item,
    is_of_another,
    owners_fit,
)
from readout.reading.coreference.counterparts import counterpart_beside, counterpart_named
from readout.reading.coreference.counts import are_counted_apart
from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.generalwords import meant_in_general
from readout.reading.coreference.headlined import named_in_lead
from readout.reading.coreference.kinship import is_kin_of, is_one_alone, relatives
from readout.reading.coreference.knownkin import KnownKin
from readout.reading.coreference.latters import link_latter
from readout.reading.coreference.officeholders import Officeholders, is_held_by_many, leaves_office, takes_up_office
from readout.reading.coreference.officekeys import is_trade
from readout.reading.coreference.ownbodies import BodyHeads, is_led, own_body
from readout.reading.coreference.possessors import (
    give_commanders_country,
    give_compatriots_country,
    give_counterparts_office,
    give_owners_country,
    make_land,
    own_land,
)
from readout.reading.coreference.predicates import is_predicate
from readout.reading.coreference.pronouns import Pronouns
from readout.reading.coreference.rivals import irregulars_meant, rival_meant
from readout.reading.coreference.roles import Description
from readout.reading.coreference.spokespeople import body_spoken_for
from readout.reading.coreference.succession import predecessor_meant
from readout.reading.coreference.topics import topic_meant
from readout.resources import country_of_adjective, sector_of_noun

__all__ = ["Nominals"]

_CLAUSE = 16  # mentions looked back over for the subject of one's clause
_FAR = 300  # mentions looked back at for the state or organisation that an epithet means: keeps the cost linear too
_RIVAL = frozenset("rival competing other different neighbouring neighboring foreign".split())
_FIRMS = frozenset("corp corporation inc ltd limited plc llc gmbh ag co".split())
_PARAGRAPHS = 1  # looked back at
# Of which sectors the tables' bodies are that a noun alone may mean.
_OF_GROUPS = {
    noun: frozenset(sectors.split())
    for nouns, sectors in (
        ("group militia", "REB PRM"),
        ("movement organisation organization", "REB PRM PTY"),
        ("party", "PTY"),
    )
    for noun in nouns.split()
}
# Organisations that are called agencies, whatever they call themselves.
_AGENCIES = frozenset(
    f"igo:{code}"
    for code in "WHO UNHCR UNICEF WFP FAO IAEA ILO IOM UNESCO UNRWA UNDP UNEP UNFPA UNAIDS OCHA UNODC WMO ITU IMO ICAO".split()
)
_KINDS = frozenset({"person", "member", "group"})  # of which there are many in any report
_NEAR = 8  # mentions of one noun looked back at: keeps the cost linear

_SO_MANY = frozenset("hundreds thousands millions dozens scores tens billions".split())

_REPORTERS = frozenset({"correspondent", "reporter", "journalist"})


class Nominals:
    """The linking of descriptions, in text order."""

    def __init__(self, discourse: Discourse, pronouns: Pronouns) -> None:
        """Take what to link with; the names must have been linked."""
        self._discourse, self._pronouns = discourse, pronouns
        self._officeholders = Officeholders(discourse)
        self._heads = BodyHeads(discourse)
        self._nouns: dict[str, list[int]] = defaultdict(list)
        self._bodies: dict[str, list[int]] = defaultdict(list)
        self._owned: dict[tuple[str, str, int], int] = {}
        self._kin = KnownKin(discourse, pronouns.owner)

    def note(self, i: int) -> None:
        """Note a mention that later descriptions may go back to."""
        discourse, identity = self._discourse, self._discourse.identities[i]
        self._kin.note(i)
        if discourse.mentions[i].form == "nominal":
            self._nouns[discourse.facts[i].noun].append(i)
            is_owned = discourse.facts[i].definiteness == "owned" or is_kin_of(
                discourse.encoding, discourse.mentions[i]
            )
            if is_owned and (key := self._owned_key(i)) is not None:
                found = self._owned.setdefault(key, i)
                is_alike = discourse.saying(found) == discourse.saying(i)  # "his first wife" is not "his second wife"
                if found != i and is_alike and is_one_alone(discourse.facts[i].noun):
                    discourse.chains.join(found, i)  # "as [his father] campaigns", named only below
        if discourse.mentions[i].type == "organisation" and not self._is_signed(i):
            words = identity.head if identity is not None and identity.head else discourse.texts[i].lower()
            kinds = {"company", "firm"} if not _FIRMS.isdisjoint(words.replace(".", "").split()) else set()
            if any(word.endswith("bank") for word in words.split()):
                kinds |= {"bank", "lender"}  # "Nordbank"
            if identity is not None and identity.key in _AGENCIES:
                kinds |= {"agency"}
            is_passing = (
                is_led(discourse, i) and len(discourse.chains.members(i)) == 1
            )  # "the director of the Sunlight Foundation": not what "the foundation" is
            for word in (set(words.split()) | kinds) - self._allies(i):
                if not is_passing or not self._bodies[word]:
                    self._bodies[word].append(i)

    def _allies(self, i: int) -> set[str]:
        """Return whom a body only sides with: "the [army]-aligned government" is no army."""
        lower, mention = self._discourse.encoding.lower, self._discourse.mentions[i]
        before = lower[mention.start : mention.head]
        return {
            one
            for one, joint, how in zip(before, before[1:], before[2:], strict=False)
            if joint == "-" and how in BACKED
        }

    def _is_signed(self, i: int) -> bool:
        """Tell whether a body stands in brackets, as an agency does in a dateline: of that no report speaks on."""
        words, mention = self._discourse.encoding.words, self._discourse.mentions[i]
        return mention.start > 0 and words[mention.start - 1] == "(" and words[mention.end : mention.end + 1] == (")",)

    def link(self, i: int) -> None:
        """Put a description together with its antecedent, if it has one that is sure enough."""
        discourse = self._discourse
        self._make_outlet(i)
        give_counterparts_office(discourse, self._pronouns, i)
        self._officeholders.note_inferred(i)
        owner = self._pronouns.owner(i)
        if owner is not None and discourse.mentions[owner].form == "nominal":
            self.link(owner)  # "the alliance's secretary general": whose he is tells his country
        give_owners_country(discourse, i, owner)
        give_commanders_country(discourse, i)
        give_compatriots_country(discourse, i)
        make_land(discourse, i, self._pronouns.owner(i))
        is_whose = discourse.encoding.lower[discourse.mentions[i].start] == "whose"
        is_nobody = is_whose or discourse.is_generic(i)
        if self._is_named_here(i) and (found := self._unnamed_before(i)) is not None:
            discourse.chains.join(i, found)
            return
        if discourse.facts[i].is_other or is_nobody or self._are_named_here(i):
            return
        own = own_body(discourse, i, owner)
        if own is not None and discourse.chains.join(i, own):
            return
        if self._pronouns.is_joined(i):
            return
        if link_latter(discourse, i):
            return
        self._part_from_doer(i)
        if self._is_said_of_body(i):
            return
        if not self._is_only_said(i):
            found = self._by_rules(i, owner)
            if found is not None and discourse.chains.join(i, found):
                return
            if len(self._groups_near(i)) > 1 or i in self._officeholders.open:
                return  # nobody knows which group is "the group"
        best = self._pronouns.antecedents.choose(i, self._pronouns.owner)
        if best is not None and not self._heads.heads_other(i, best) and not self._is_no_reporter(i, best):
            discourse.chains.join(i, best)

    def _is_no_reporter(self, i: int, j: int) -> bool:
        """Tell whether "our correspondent" would be one whom nothing makes a journalist: “the Pentagon's Jon Holt said”."""
        discourse, mentions = self._discourse, self._discourse.mentions
        is_ours = discourse.encoding.lower[mentions[i].start] == "our" and discourse.quotations[mentions[i].head] < 0
        if not is_ours or discourse.facts[i].noun not in _REPORTERS:
            return False
        return all(one.sector != "MED" for k in discourse.some(j) for one in discourse.said_of(k))

    def _by_rules(self, i: int, owner: int | None) -> int | None:
        """Find whom the words of a description and its owner tell, without asking the ranking."""
        discourse = self._discourse
        found = own_land(discourse, i, self._pronouns.owner(i))
        found = capital_meant(discourse, i) if found is None else found
        found = predecessor_meant(discourse, i, self._pronouns.owner(i)) if found is None else found
        found = rival_meant(discourse, i, self._pronouns.owner(i)) if found is None else found
        found = counterpart_beside(discourse, i, self._pronouns.owner(i)) if found is None else found
        found = irregulars_meant(discourse, i) if found is None else found
        found = body_spoken_for(discourse, i, owner=self._pronouns.owner) if found is None else found
        found = self._heads.meant_by(i) if found is None else found
        found = self._by_words(i) if found is None else found
        found = counterpart_named(discourse, i) if found is None else found
        is_other = found is not None and (self._heads.heads_other(i, found) or is_dead(discourse, i, found))
        found = None if is_other or (found is not None and self._is_anothers(i, found)) else found
        fits = found is not None and is_in_item(discourse, i, found) and identities_fit(discourse, i, found)
        return found if fits else None

    def _is_anothers(self, i: int, found: int) -> bool:
        """Tell whether who is named only below is somebody else's: "[his spokesman] said", and then "Rage, its spokesman"."""
        mentions, owner = self._discourse.mentions, self._pronouns.owner
        below = (k for k in self._discourse.some(found) if k > i and mentions[k].form == "nominal")
        return any(not owners_fit(self._discourse, i, k, owner) for k in below)

    def _is_only_said(self, i: int) -> bool:
        """Tell whether somebody is not, or will only be, what a description says: whoever holds that office is not meant."""
        discourse, head = self._discourse, self._discourse.mentions[i].head
        is_alone = len(discourse.chains.members(i)) == 1 and discourse.facts[i].kind == "person"
        return is_alone and is_predicate(discourse.encoding, discourse.syntax, head)

    def _is_said_of_body(self, i: int) -> bool:
        """Tell whether an office is said of a state or body, and of nobody else: "the Union, which is [co-chairman of it]"."""
        discourse, syntax, head = self._discourse, self._discourse.syntax, self._discourse.mentions[i].head
        becomes = discourse.encoding.lower[syntax.heads[head]] in {"become", "becomes", "became"}
        becomes = becomes and syntax.is_relation(head, "xcomp", "obj")  # "Finland became [the 31st member]"
        if discourse.facts[i].kind != "person" or not (becomes or syntax.children(head, "cop")):
            return False
        subjects = set(syntax.children(syntax.heads[head] if becomes else head, "nsubj"))
        said_of = (j for j in range(i - 1, max(-1, i - _CLAUSE), -1) if discourse.mentions[j].head in subjects)
        is_which = any(discourse.encoding.lower[w] == "which" for w in subjects)
        return is_which or any(discourse.facts[j].kind in {"place", "organisation"} for j in said_of)

    def _are_named_here(self, i: int) -> bool:
        """Tell whether "the two" are two whom the sentence has named: "Obama told Netanyahu when [the two] met"."""
        discourse, mentions, sentence_of = self._discourse, self._discourse.mentions, self._discourse.syntax.sentence_of
        if discourse.facts[i].noun != "two" or mentions[i].end - mentions[i].start > len(("the", "two")):
            return False
        here = sentence_of[mentions[i].head]
        named = {
            discourse.chains.of(j)
            for j in range(max(0, i - _CLAUSE), i)
            if sentence_of[mentions[j].head] == here
            and mentions[j].form == "name"
            and discourse.facts[j].kind == "person"
        }
        return len(named) == 2

    def _is_named_here(self, i: int) -> bool:
        """Tell whether a name between commas says who a description is, and for the first time: "The envoy, [Ahmad Naderi],"."""
        discourse, mentions = self._discourse, self._discourse.mentions
        named = mentions[i + 1] if i + 1 < len(mentions) else None
        is_behind = named is not None and named.form == "name" and named.start == mentions[i].end + 1
        if not is_behind or discourse.facts[i].definiteness != "definite" or discourse.facts[i].kind != "person":
            return False
        return discourse.chains.of(i) == discourse.chains.of(i + 1) == i

    def _unnamed_before(self, i: int) -> int | None:
        """Find whom a report has spoken of without a name that a description gives now."""
        near = (self._by_noun(i), meant_in_general(self._discourse, i))
        return next((j for j in near if j is not None and not self._discourse.chains.is_named(j)), None)

    def _part_from_doer(self, i: int) -> None:
        """Say that whom somebody meets is not that somebody: "Kerr met Rios, the Omani minister and [his … counterpart]"."""
        discourse, syntax, at = self._discourse, self._discourse.syntax, self._discourse.mentions[i].head
        while syntax.is_relation(at, "conj", "appos") and syntax.heads[at] != at:
            at = syntax.heads[at]
        cases = [discourse.encoding.lower[w] for w in syntax.children(at, "case")]
        if discourse.facts[i].kind != "person" or not syntax.is_relation(at, "obj", "iobj", "obl") or "as" in cases:
            return
        subjects = set(syntax.children(syntax.heads[at], "nsubj"))
        for j in range(max(0, i - _CLAUSE), i):
            if discourse.mentions[j].head in subjects and discourse.mentions[j].form != "pronoun":
                discourse.chains.bar(i, j)

    def _by_words(self, i: int) -> int | None:
        definiteness = self._discourse.facts[i].definiteness
        if definiteness == "indefinite":
            return None
        found = self._by_repetition(i)
        if found is None and definiteness == "definite" and is_trade(self._discourse.facts[i].noun):
            found = topic_meant(self._discourse, i)
        if found is None:
            found = self._officeholders.meant_by(i)
            if found is not None and definiteness == "definite" and min(self._discourse.chains.members(found)) > i:
                before = meant_in_general(self._discourse, i)  # rather than one who is named only below
                found = found if before is None else before
        found = named_in_lead(self._discourse, i) if found is None else found
        if i in self._officeholders.open:
            return None
        if found is None and definiteness == "definite":
            found = self._by_epithet(i) if i in self._discourse.epithets else self._by_noun(i)
            found = topic_meant(self._discourse, i) if found is None else found
            found = meant_in_general(self._discourse, i) if found is None else found
            found = self._group_near(i) if found is None else found
        if found is None and definiteness == "owned":
            found = self._by_owner(i)
        return found

    def _by_repetition(self, i: int) -> int | None:
        """Find the latest description in the same words, if there is more than the noun: "the Liberal Party"."""
        discourse = self._discourse
        said, facts = discourse.saying(i), discourse.facts
        if facts[i].definiteness == "owned" or not (said or self._is_kind(i)):
            return None
        for j in reversed(self._nouns[facts[i].noun][-_NEAR:]):
            is_same = said == discourse.saying(j) and facts[j].number == facts[i].number
            if leaves_office(discourse, j) or self._is_said_in_passing(i, j):
                continue  # who resigned as prime minister is the prime minister no more
            is_same = is_same and not are_counted_apart(discourse, i, j) and not self._are_told_apart(i, j)
            if is_same and discourse.chains.agrees(i, j) and not discourse.holds(i, j):
                return j
        return None

    def _is_said_in_passing(self, i: int, j: int) -> bool:
        """Tell whether somebody is only said to have, or to have had, an office: "who served as [prime minister] in 2017"."""
        one, other = self._discourse.descriptions[i], self._discourse.descriptions[j]
        if one is None or other is None or not other.office or one.past:
            return False
        return other.past or (self._discourse.facts[j].definiteness == "bare" != self._discourse.facts[i].definiteness)

    def _are_told_apart(self, i: int, j: int) -> bool:
        """Tell whether a bare plural says where its people come from, or of what it is so many, and another does not say it."""
        facts, behind = self._discourse.facts, [self._told_behind(k) for k in (i, j)]
        return facts[i].definiteness == "bare" and bool(behind[0]) and behind[0] != behind[1]

    def _told_behind(self, i: int) -> tuple[str, ...]:
        """Return the words behind a noun that tell it apart: "soldiers [from Chad]", "hundreds [of cameras]"."""
        encoding, mention = self._discourse.encoding, self._discourse.mentions[i]
        behind = encoding.lower[mention.head + 1 : mention.end]
        counts = encoding.lower[mention.head] in _SO_MANY and behind[:1] == ("of",)
        return behind if behind[:1] == ("from",) or counts else ()

    def _is_kind(self, i: int) -> bool:
        """Tell whether a description is one bare plural, "witnesses", and no kind of people that news leaves unnamed."""
        facts = self._discourse.facts[i]
        entry = sector_of_noun(facts.noun)
        is_unnamed = facts.noun in _KINDS or (entry is not None and entry.anonymous)
        return facts.definiteness == "bare" and facts.number == "many" and not is_unnamed

    def _by_epithet(self, i: int) -> int | None:
        """Find the state or organisation named last of those that an epithet may mean: "the kingdom", "the bloc"."""
        discourse, means = self._discourse, self._discourse.epithets[i].means
        for j in range(i - 1, max(-1, i - _FAR), -1):
            identity = discourse.identities[j]
            is_whole = identity is not None and identity.key.startswith(("country:", "igo:"))
            if identity is not None and is_whole and identity.country in means and j not in discourse.left_out:
                return None if discourse.holds(i, j) else j
        return None

    def _group_near(self, i: int) -> int | None:
        """Find the armed group or party that "the group" means: the only one named in its paragraph or the one before."""
        near = self._groups_near(i)
        found = near[0] if len(near) == 1 else None
        return None if found is None or self._discourse.holds(i, found) else found

    def _groups_near(self, i: int) -> list[int]:
        """Return a mention of each armed group or party named near "the group", the nearest first."""
        discourse = self._discourse
        lines, mention = discourse.encoding.line_numbers, discourse.mentions[i]
        if discourse.facts[i].noun not in _OF_GROUPS or discourse.saying(i) or discourse.facts[i].number == "many":
            return []
        near: dict[int, int] = {}
        for j in range(i - 1, max(-1, i - _FAR), -1):
            identity = discourse.identities[j]
            if lines[mention.head] - lines[discourse.mentions[j].head] > _PARAGRAPHS:
                break
            is_group = identity is not None and identity.sector in _OF_GROUPS[discourse.facts[i].noun]
            is_free = discourse.mentions[j].form == "name" and j not in discourse.left_out
            if is_group and is_free and not self._is_in_description(j):
                near.setdefault(discourse.chains.of(j), j)
        return list(near.values())

    def _is_in_description(self, j: int) -> bool:
        """Tell whether a name only says of what kind another is: "Al-Shabaab, the [al-Qaeda] affiliate"."""
        mentions, upos = self._discourse.mentions, self._discourse.syntax.upos
        end = mentions[j].end
        within = (mentions[k] for k in range(max(0, j - 2), j) if mentions[k].form == "nominal")
        return any(m.start <= mentions[j].start and end <= m.head and upos[end] == "NOUN" for m in within)

    def _by_noun(self, i: int) -> int | None:
        """Find what "the official" or "the ministry" takes up: the latest of the same noun, or body of that name."""
        noun = self._discourse.facts[i].noun
        kind = KIND_OF_OUTLET.get(noun, noun)  # "the network" is a broadcaster
        near = [
            *self._nouns[noun][-_NEAR:],
            *self._bodies[noun][-_NEAR:],
            *(self._bodies[kind][-_NEAR:] if kind != noun else ()),
        ]
        return next((j for j in sorted(near, reverse=True) if self._takes_up(i, j)), None)

    def _takes_up(self, i: int, j: int) -> bool:
        discourse = self._discourse
        facts, other = discourse.facts[i], discourse.facts[j]
        if other.number != facts.number and (other.kind != "organisation" or discourse.mentions[j].form == "nominal"):
            return False  # "the group" is not "armed groups"
        # A report speaks of several countries and groups.
        is_of_many = is_held_by_many(facts.noun) or is_land(facts.noun) or facts.noun == "group"
        if other.definiteness == "indefinite" and not _RIVAL.isdisjoint(discourse.saying(j)):
            return False  # "the bank" is not "a rival bank"
        if discourse.is_generic(j) or (is_of_many and not discourse.is_near(i, j)):
            return False
        if not _same_words(discourse.descriptions[i], discourse.descriptions[j]) or not self._repeats(i, j):
            return False
        if is_of_another(discourse, i, j) or are_ranked_apart(discourse, i, j):
            return False
        if are_several(discourse, i, j) or leaves_office(discourse, j):
            return False
        return discourse.chains.agrees(i, j) and not discourse.holds(i, j) and fits_side(discourse, i, j)

    def _repeats(self, i: int, j: int) -> bool:
        """Tell whether an earlier mention says all that a description says: "the news agency" is not every agency."""
        said = set(self._discourse.saying(i)) - self._lands_of(i, j)
        return not said or said.issubset(self._discourse.naming(j))

    def _lands_of(self, i: int, j: int) -> set[str]:
        """Return the adjectives of a description that only say of what country a known body is: "the [French] broadcaster"."""
        known = {one.country for k in self._discourse.some(j) if (one := self._discourse.identities[k]) is not None}
        mention, words = self._discourse.mentions[i], self._discourse.encoding.words
        adjectives = {words[w]: country_of_adjective(words[w]) for w in range(mention.start, mention.head)}
        return {word.lower() for word, land in adjectives.items() if land is not None and land.iso3 in known}

    def _make_outlet(self, i: int) -> None:
        """Say that "the broadcaster" is no person where an outlet on air was named just before."""
        discourse, facts = self._discourse, self._discourse.facts[i]
        if (
            facts.noun != "broadcaster"
            or facts.kind != "person"
            or facts.definiteness != "definite"
            or facts.number == "many"
        ):
            return
        if any(discourse.is_near(i, j) for j in self._bodies["broadcaster"][-_NEAR:]):
            discourse.facts[i] = replace(facts, kind="organisation")
            discourse.descriptions[i] = None

    def _by_owner(self, i: int) -> int | None:
        """Find an earlier description of the same noun with the same owner: "his daughter", "Sam's daughter"."""
        key = self._owned_key(i)
        found = None if key is None else self._owned.get(key)
        return self._kin.meant_by(i, self._pronouns.owner(i)) if found is None else found

    def _owned_key(self, i: int) -> tuple[str, str, int] | None:
        owner, facts = self._pronouns.owner(i), self._discourse.facts[i]
        if owner is None:
            owner = next(iter(relatives(self._discourse, i)), None)
        return None if owner is None else (facts.noun, facts.number, self._discourse.chains.of(owner))


def _same_words(one: Description | None, other: Description | None) -> bool:
    """Tell whether a description may take up an earlier one: no country or office of its own."""
    if one is None or other is None:
        return True
    if (
        (one.country is not None and one.country != other.country)
        or one.past != other.past
        or one.of_body > other.of_body
    ):
        return False
    return not one.office or not other.office or takes_up_office(one.office, other.office)
