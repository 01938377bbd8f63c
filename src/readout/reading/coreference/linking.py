# SPDX-License-Identifier: Apache-2.0
"""Put the mentions of one report together, by rules that are sure and by the learned ranking.

In this order: names, then what the sentence itself says ("Haines, the director", "the man who"), then offices ("the
Ukrainian president"), then descriptions and pronouns in text order, each looking back; those in quotations last. What
cannot be decided is left apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from readout.reading.coreference.acronyms import bracketed
from readout.reading.coreference.agednames import join_aged_names
from readout.reading.coreference.aliases import join_aliases, known_as
from readout.reading.coreference.antecedents import Ranked, Thresholds
from readout.reading.coreference.congresses import settle_congress
from readout.reading.coreference.declarations import join_declarers
from readout.reading.coreference.describedlands import described_lands
from readout.reading.coreference.discourse import Discourse, discourse_of
from readout.reading.coreference.families import join_generations, kin_introduced, part_kin, part_parents
from readout.reading.coreference.headedparts import give_heads_sides
from readout.reading.coreference.identities import Identity, is_office_of_state, is_state, settle_assumed
from readout.reading.coreference.interviews import find_interview, join_interviewee
from readout.reading.coreference.items import item_starts
from readout.reading.coreference.kinsurnames import join_kins_owners
from readout.reading.coreference.mentions import Form, Mention
from readout.reading.coreference.namedbehind import join_named_behind
from readout.reading.coreference.naming import join_names
from readout.reading.coreference.namings import join_bynames
from readout.reading.coreference.nominals import Nominals
from readout.reading.coreference.ownbodies import is_led
from readout.reading.coreference.ownsubjects import join_own_subjects
from readout.reading.coreference.partings import (
    join_clients,
    part_owners,
    part_subjects,
    part_tellers,
    part_terms,
    part_told,
    part_turns,
    part_witnesses,
)
from readout.reading.coreference.partners import join_partners
from readout.reading.coreference.partylands import settle_described
from readout.reading.coreference.possessors import (
    give_pronouns_countries,
    give_titles_countries,
    join_lands_beside,
)
from readout.reading.coreference.pronouns import Pronouns
from readout.reading.coreference.quotedselves import join_quoted_selves, join_selves_late
from readout.reading.coreference.roles import Description
from readout.reading.coreference.selves import part_speakers
from readout.reading.coreference.sharedtitles import share_lands, share_titles
from readout.reading.coreference.structure import join_by_structure
from readout.reading.coreference.surnametitles import prefer_titled
from readout.reading.coreference.titled import Titled, find_titles
from readout.reading.coreference.unnamedspeakers import join_unnamed
from readout.reading.coreference.voices import give_voices_bodies
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import find_office
from readout.text import Span

__all__ = ["Linked", "link_mentions"]

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
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    ranked: Ranked,
    *,
    labels: Sequence[Span] = (),
    datelines: Sequence[Span] = (),
    least: Thresholds = DEFAULT,
) -> Linked:
    """Put mentions together.

    Args:
        encoding: The report's words.
        syntax: Its trees.
        mentions: In text order.
        ranked: What `rank_antecedents` says of them.
        labels: Where a transcript names who speaks.
        datelines: Of several, each opens an item of a digest.
        least: When to believe it.
    """
    discourse = discourse_of(encoding, syntax, mentions)
    discourse.items = item_starts(encoding, datelines)
    _link_names(discourse, ranked)
    _link_titles(discourse)
    join_aged_names(discourse)
    part_turns(discourse, labels)
    part_subjects(discourse)
    part_tellers(discourse)
    join_unnamed(discourse)
    join_own_subjects(discourse)
    join_kins_owners(discourse)
    part_witnesses(discourse)
    part_terms(discourse)
    join_named_behind(discourse)
    join_clients(discourse)
    part_owners(discourse)
    part_speakers(discourse)
    interview = None if labels else find_interview(discourse)
    if interview is not None:
        join_interviewee(discourse, interview)
    pronouns = Pronouns(discourse, ranked, least, interview)
    nominals = Nominals(discourse, pronouns)
    quoted = _quoted_pronouns(discourse)
    part_told(discourse, quoted)
    join_quoted_selves(discourse)
    for i, mention in enumerate(discourse.mentions):
        if mention.form == "pronoun" and i not in quoted:
            pronouns.link(i)
        elif mention.form == "nominal":
            nominals.link(i)
        nominals.note(i)
    for i in sorted(quoted):
        pronouns.link(i)
    join_selves_late(discourse)
    join_declarers(discourse)
    give_pronouns_countries(discourse)
    give_heads_sides(discourse)
    for name, description in known_as(encoding, discourse.mentions):
        discourse.chains.join(name, description)
    return _linked(discourse)


def _quoted_pronouns(discourse: Discourse) -> set[int]:
    """Return the pronouns of the third person in quotations, which wait until it is known who speaks: “She lies,” he said."""
    facts, quotations = discourse.facts, discourse.quotations
    return {i for i, m in enumerate(discourse.mentions) if facts[i].person == 3 and quotations[m.head] >= 0}


def _link_names(discourse: Discourse, ranked: Ranked) -> None:
    names = [i for i, m in enumerate(discourse.mentions) if m.form == "name"]
    preferred = {i: dict(ranked[i]) for i in names}
    prefer_titled(discourse.encoding, discourse.syntax.upos, discourse.mentions, discourse.texts, preferred)
    _part_joined(discourse, names)
    part_kin(discourse, names)
    part_parents(discourse)
    genders = _genders_by_pronouns(discourse, ranked)
    join_names(
        discourse.encoding,
        discourse.mentions,
        discourse.texts,
        discourse.identities,
        discourse.chains,
        preferred,
        genders,
        kin_introduced(discourse, names),
    )
    join_generations(discourse, names)
    for one, other in bracketed(discourse.encoding, discourse.mentions):
        discourse.chains.join(one, other)
    join_aliases(discourse.encoding, discourse.mentions, discourse.chains)
    join_bynames(discourse.encoding, discourse.syntax, discourse.mentions, discourse.chains)
    # "Austin spoke with his counterpart, Teodoro": whom two names name is two, whatever the tree makes of the commas.
    chains = discourse.chains
    called = {chains.of(i) for i, _ in known_as(discourse.encoding, discourse.mentions)}
    chains.settle(i for i in names if discourse.facts[i].kind == "person" and chains.of(i) not in called)


def _part_joined(discourse: Discourse, names: Sequence[int]) -> None:
    """Say that two whose names "and" joins are not one for their surname: "Mrs. Holt and former President Bo Holt"."""
    encoding, mentions, upos = discourse.encoding, discourse.mentions, discourse.syntax.upos
    persons = [i for i in names if discourse.facts[i].kind == "person"]
    for one, other in pairwise(persons):
        if discourse.texts[one].split()[-1:] != discourse.texts[other].split()[-1:]:
            continue
        end, start = mentions[one].end, mentions[other].start
        between = range(end + 1, start)
        is_joined = encoding.lower[end : end + 1] in (("and",), ("or",)) and len(between) < _TITLE
        if is_joined and all(upos[w] in _IN_TITLES for w in between):
            discourse.chains.bar(one, other)


_TITLE = 6  # words
_IN_TITLES = frozenset({"ADJ", "NOUN", "PROPN", "PRON", "ADV", "PUNCT"})


def _genders_by_pronouns(discourse: Discourse, ranked: Ranked) -> dict[int, str]:
    """Return the gender of the pronouns that most likely go back to each name, where they are of one."""
    told: dict[int, set[str]] = defaultdict(set)
    for i in range(len(discourse.mentions)):
        gender = discourse.facts[i].gender
        if discourse.mentions[i].form == "pronoun" and gender and ranked[i]:
            best, score = ranked[i][0]
            if score > 0 and discourse.mentions[best].form == "name" and discourse.facts[best].kind == "person":
                told[best].add(gender)
    return {i: genders.pop() for i, genders in told.items() if len(genders) == 1}


def _link_titles(discourse: Discourse) -> None:
    encoding, syntax, mentions = discourse.encoding, discourse.syntax, discourse.mentions
    discourse.titles = find_titles(encoding, syntax, mentions)
    settle_described(discourse)
    settle_congress(discourse)
    _settle_assumed(discourse)
    _settle_namesakes(discourse)
    join_partners(discourse)
    for described, land in described_lands(encoding, syntax, mentions).items():
        discourse.chains.join(described, land)
    join_by_structure(encoding, syntax, mentions, discourse.titles, discourse.chains, discourse.quotations)
    share_titles(discourse)
    share_lands(discourse)
    discourse.left_out |= _parts_of_titles(discourse) | _names_called(discourse)
    give_titles_countries(discourse)
    give_voices_bodies(discourse)
    join_lands_beside(discourse)


def _settle_assumed(discourse: Discourse) -> None:
    """Take the assumed country from bodies and offices of a report that speaks of other countries."""
    titled = [one.description for found in discourse.titles.values() for one in found]
    is_wrong = settle_assumed(discourse.identities, [*titled, *discourse.descriptions])
    discourse.identities[:] = [
        replace(one, country=None) if one and is_wrong(one) else one for one in discourse.identities
    ]
    discourse.descriptions[:] = [
        replace(one, country=None) if one and is_wrong(one) else one for one in discourse.descriptions
    ]
    for found in discourse.titles.values():
        found[:] = [
            replace(t, description=replace(t.description, country=None)) if is_wrong(t.description) else t
            for t in found
        ]


def _settle_namesakes(discourse: Discourse) -> None:
    """Give offices of the American state of Georgia their country, where the report speaks of that."""
    if not any(is_state(identity) for identity in discourse.identities):
        return
    is_both = any(identity is not None and identity.country == "GEO" for identity in discourse.identities)

    def settled(one: Description | None) -> Description | None:
        if one is None or one.country != "GEO" or (is_both and not is_office_of_state(one.title)):
            return one
        return replace(one, country="USA", local=True)

    discourse.descriptions[:] = [settled(one) for one in discourse.descriptions]
    for found in discourse.titles.values():
        found[:] = [replace(t, description=settled(t.description) or t.description) for t in found]


def _parts_of_titles(discourse: Discourse) -> frozenset[int]:
    """Return what was taken for a body within a title: "Defense" in "US Defense Secretary"."""
    offices = _offices(discourse)
    spans = sorted({titled.description.words for found in discourse.titles.values() for titled in found} | offices)
    starts = [start for start, _ in spans]
    found, persons, borne = set(), set(), set()
    for i, mention in enumerate(discourse.mentions):
        at = bisect_right(starts, mention.start) - 1
        inside = at >= 0 and mention.end <= spans[at][1] and discourse.identities[i] is None
        inside = inside and not is_led(discourse, i)
        if inside and (
            discourse.facts[i].kind in {"organisation", "other"} or _is_in_office(discourse, i, spans[at][1])
        ):
            found.add(i)
        elif inside and mention.form == "nominal" and mention.end < spans[at][1] and spans[at] in offices:
            found.add(i)  # "Justice" in "the Justice Minister"
        elif mention.form == "name" and discourse.facts[i].kind == "person":
            owns = _owns_title(discourse, i)
            if inside and mention.start == spans[at][0] and mention.end < spans[at][1] and not owns:
                persons.add(i)  # "Unification" in "Unification Minister", unless somebody is called so
            else:
                borne.update(discourse.texts[i].split())
    return frozenset(found | {i for i in persons if not borne & set(discourse.texts[i].split())})


def _owns_title(discourse: Discourse, i: int) -> bool:
    """Tell whether somebody's own lawyer or aide is named: "[Lind]'s lawyer", not "[Ford]'s chief executive"."""
    end = discourse.mentions[i].end
    behind = discourse.encoding.lower[end : end + 4]
    is_of_firm = not _HEADS_OF_FIRMS.isdisjoint(behind[1:2]) and behind[2:] != ("of", "staff")
    return behind[:1] in {("'s",), ("’s",)} and not is_of_firm


_HEADS_OF_FIRMS = frozenset("chief ceo chairman chairwoman analyst economist".split())


def _names_called(discourse: Discourse) -> frozenset[int]:
    """Return what somebody is only called by another, in quotation marks: called Lind a “murderous terrorist”."""
    syntax, lower, quotations = discourse.syntax, discourse.encoding.lower, discourse.quotations
    found = set()
    for i, mention in enumerate(discourse.mentions):
        verb = syntax.heads[mention.head]
        is_quoted = mention.form == "nominal" and quotations[mention.head] >= 0
        if not is_quoted or lower[verb] not in _CALLING or quotations[verb] >= 0 or verb > mention.head:
            continue
        cases = {lower[w] for w in syntax.children(mention.head, "case")}
        called = (w for w in range(verb + 1, mention.start) if syntax.upos[w] in _NAMING)
        if cases <= {"as"} and any(syntax.heads[w] in {verb, mention.head} for w in called):
            found.add(i)  # but not "called [“the minister”] a liar", "called on [“the ministers”]"
    return frozenset(found)


_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_CALLING = frozenset(
    "call calls called calling label labels labelled labeled labelling brand brands branded branding dub dubs dubbed".split()
)


def _offices(discourse: Discourse) -> set[tuple[int, int]]:
    """Return the words of offices of several words by which somebody is called without a name: "the Environment Secretary"."""
    found = set()
    for mention in discourse.mentions:
        start = mention.start + (discourse.encoding.lower[mention.start] == "the")
        if mention.form != "nominal" or discourse.encoding.words[mention.head] not in {"Secretary", "Minister"}:
            continue
        if all(word[:1].isupper() for word in discourse.encoding.words[start : mention.head + 1]):
            found.add((start, mention.head + 1))
    return found


def _is_in_office(discourse: Discourse, i: int, end: int) -> bool:
    """Tell whether a name is only a word of an office: "Defence" in "Defence Minister", but not whose adviser somebody is."""
    mention, office = discourse.mentions[i], find_office(discourse.encoding.words, end)
    return mention.form == "name" and office is not None and office.start <= mention.start


def _linked(discourse: Discourse) -> Linked:
    left_out = discourse.left_out
    return Linked(
        [c for members in discourse.chains.all() if (c := [i for i in members if i not in left_out])],
        [m.form for m in discourse.mentions],
        discourse.texts,
        [f.kind for f in discourse.facts],
        discourse.identities,
        discourse.descriptions,
        discourse.titles,
        left_out,
    )
