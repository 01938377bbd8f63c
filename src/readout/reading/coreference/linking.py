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

from readout.reading.coreference.antecedents import Ranked, Thresholds
from readout.reading.coreference.discourse import Discourse, discourse_of
from readout.reading.coreference.identities import Identity, is_state, settle_assumed
from readout.reading.coreference.mentions import Form, Mention
from readout.reading.coreference.naming import join_names
from readout.reading.coreference.nominals import Nominals
from readout.reading.coreference.possessors import give_titles_countries, join_lands_beside
from readout.reading.coreference.pronouns import Pronouns
from readout.reading.coreference.roles import Description
from readout.reading.coreference.structure import join_by_structure
from readout.reading.coreference.titled import Titled, find_titles
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import cue_verb, find_office

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
    discourse = discourse_of(encoding, syntax, mentions)
    _link_names(discourse, ranked)
    _link_titles(discourse)
    _part_subjects(discourse)
    _part_witnesses(discourse)
    _join_clients(discourse)
    _part_owners(discourse)
    pronouns = Pronouns(discourse, ranked, least)
    nominals = Nominals(discourse, pronouns)
    quoted = _quoted_pronouns(discourse)
    _part_told(discourse, quoted)
    for i, mention in enumerate(discourse.mentions):
        if mention.form == "pronoun" and i not in quoted:
            pronouns.link(i)
        elif mention.form == "nominal":
            nominals.link(i)
        nominals.note(i)
    for i in sorted(quoted):
        pronouns.link(i)
    return _linked(discourse)


def _quoted_pronouns(discourse: Discourse) -> set[int]:
    """Return the pronouns of the third person in quotations, which wait until it is known who speaks: “She lies,” he said."""
    facts, quotations = discourse.facts, discourse.quotations
    return {i for i, m in enumerate(discourse.mentions) if facts[i].person == 3 and quotations[m.head] >= 0}


def _part_told(discourse: Discourse, quoted: set[int]) -> None:
    """Say that nobody to whom a quotation is told is "they" or "he" in it: "“[They] want me gone,” he told [reporters]"."""
    _part_tellers(discourse, quoted)
    told = [j for j, m in enumerate(discourse.mentions) if discourse.quotations[m.head] < 0 and _is_told(discourse, j)]
    if not told:
        return
    sentence_of, lines = discourse.syntax.sentence_of, discourse.encoding.line_numbers
    heads = [m.head for m in discourse.mentions]
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for j in told:
        sentence = discourse.syntax.sentences[sentence_of[heads[j]]]
        if any(discourse.quotations[w] >= 0 for w in range(sentence.start, sentence.end)):
            by_sentence[sentence_of[heads[j]]].append(j)
    for i in quoted:
        number = sentence_of[heads[i]]
        for j in (j for near in (number - 1, number, number + 1) for j in by_sentence.get(near, ())):
            if lines[heads[j]] == lines[heads[i]]:
                discourse.chains.bar(i, j)


def _is_told(discourse: Discourse, j: int) -> bool:
    """Tell whether something is told to whom a mention means: "told [reporters]", "spoke to [the crowd]"."""
    syntax, head = discourse.syntax, discourse.mentions[j].head
    cue = cue_verb(discourse.encoding.lower[syntax.heads[head]])
    if cue is None or discourse.mentions[j].form == "pronoun":
        return False
    if syntax.is_relation(head, "obj", "iobj"):
        return cue.addressee == "obj" and cue.kind == "speech"
    return syntax.is_relation(head, "obl") and _is_to(discourse, head)


def _link_names(discourse: Discourse, ranked: Ranked) -> None:
    names = [i for i, m in enumerate(discourse.mentions) if m.form == "name"]
    preferred = {i: dict(ranked[i]) for i in names}
    _part_joined(discourse, names)
    genders = _genders_by_pronouns(discourse, ranked)
    join_names(
        discourse.encoding,
        discourse.mentions,
        discourse.texts,
        discourse.identities,
        discourse.chains,
        preferred,
        genders,
    )
    # "Austin spoke with his counterpart, Teodoro": whom two names name is two, whatever the tree makes of the commas.
    discourse.chains.settle(i for i in names if discourse.facts[i].kind == "person")


def _part_joined(discourse: Discourse, names: Sequence[int]) -> None:
    """Say that two whose names "and" joins are not one for their surname: "Mrs. Holt and former President Bo Holt"."""
    encoding, mentions, upos = discourse.encoding, discourse.mentions, discourse.syntax.upos
    persons = [i for i in names if discourse.facts[i].kind == "person"]
    for one, other in pairwise(persons):
        if discourse.texts[one].split()[-1] != discourse.texts[other].split()[-1]:
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


def _part_subjects(discourse: Discourse) -> None:
    """Say that nobody is whom his own verbs are done to: "[He] told Trent, and assured [Prand]", "[Lind] called, urging [him]"."""
    syntax = discourse.syntax
    named: dict[int, list[int]] = defaultdict(list)
    pronouns: dict[int, int] = {}
    for i, mention in enumerate(discourse.mentions):
        if mention.form == "name" and discourse.facts[i].kind == "person":
            named[mention.head].append(i)
        elif mention.form == "pronoun" and discourse.facts[i].noun in _OBJECTS:
            pronouns[mention.head] = i
    for i, mention in enumerate(discourse.mentions):
        if not syntax.is_relation(mention.head, "nsubj"):
            continue
        verb = syntax.heads[mention.head]
        shared = [c for c in syntax.children(verb, "conj") if not syntax.children(c, "nsubj", "nsubj:pass", "aux:pass")]
        for each in (verb, *shared, *_beside(discourse, verb)):
            for word in syntax.children(each, "obj", "iobj", "obl"):
                is_done = syntax.relations[word] in {"obj", "iobj"} or _is_to(discourse, word)
                if is_done and word in pronouns and pronouns[word] > i:
                    discourse.chains.bar(i, pronouns[word])
        if mention.form != "pronoun":
            continue
        done = [c for each in (verb, *shared) for c in syntax.children(each, "obj", "iobj", "obl")]
        for head in (*done, *_doers(syntax, verb)):
            for j in named[head]:
                discourse.chains.bar(i, j)


def _part_tellers(discourse: Discourse, quoted: set[int]) -> None:
    """Say that who says a quotation is "I" in it, and neither "he" nor "they": "“[He] told me,” [Lind] said"."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for i in quoted:
        by_sentence[syntax.sentence_of[discourse.mentions[i].head]].append(i)
    for j, mention in enumerate(discourse.mentions) if by_sentence else ():
        verb = syntax.heads[mention.head]
        inside = by_sentence.get(syntax.sentence_of[mention.head])
        if (
            mention.form == "pronoun"
            or not inside
            or discourse.quotations[mention.head] >= 0
            or not syntax.is_relation(mention.head, "nsubj")
        ):
            continue
        if cue_verb(lower[verb]) is not None and discourse.quotations[verb] < 0 and _tells_quotation(discourse, verb):
            for i in inside:
                discourse.chains.bar(i, j)


def _tells_quotation(discourse: Discourse, verb: int) -> bool:
    """Tell whether what a verb says is a quotation: its clause stands in marks, or it stands within a clause that does."""
    syntax = discourse.syntax
    told = [w for w in syntax.children(verb, "ccomp", "parataxis") if discourse.quotations[w] >= 0]
    return bool(told) or (syntax.is_relation(verb, "parataxis") and discourse.quotations[syntax.heads[verb]] >= 0)


def _is_to(discourse: Discourse, word: int) -> bool:
    """Tell whether a word stands behind "to" and no other preposition."""
    return [discourse.encoding.lower[w] for w in discourse.syntax.children(word, "case")] == ["to"]


_OBJECTS = frozenset("him her them it".split())


def _beside(discourse: Discourse, verb: int) -> list[int]:
    """Return the verbs in -ing beside a verb, which have its subject: "called her, [urging] them to stop"."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    clauses = [c for c in syntax.children(verb, "advcl") if lower[c].endswith("ing")]
    return [c for c in clauses if not syntax.children(c, "nsubj", "nsubj:pass", "aux:pass", "mark")]


def _doers(syntax: Syntax, verb: int) -> list[int]:
    """Return by whom the subject of a verb has something done to it: "Pressed by [a lawmaker], he replied"."""
    clauses = [c for c in syntax.children(verb, "advcl") if not syntax.children(c, "nsubj", "nsubj:pass")]
    return [word for clause in clauses for word in syntax.children(clause, "obl:agent")]


def _part_witnesses(discourse: Discourse) -> None:
    """Say that no pronoun beside it is who has only seen a document: "in a letter seen by [Interpress], [they] said"."""
    lower, sentence_of = discourse.encoding.lower, discourse.syntax.sentence_of
    for i, mention in enumerate(discourse.mentions):
        if lower[max(0, mention.start - 2) : mention.start] not in _SEEN_BY:
            continue
        for j, other in enumerate(discourse.mentions[i : i + _NEAR], start=i):
            if other.form == "pronoun" and sentence_of[other.head] == sentence_of[mention.head]:
                discourse.chains.bar(i, j)


_SPEAK_FOR = frozenset(
    "lawyer attorney solicitor barrister counsel spokesman spokeswoman spokesperson agent publicist doctor office".split()
)
_THEIRS = {"he": "his", "she": "her"}


def _join_clients(discourse: Discourse) -> None:
    """Join of whom somebody speaks for another with that other: "[Her] lawyer, Jan Hora, said [she] would appeal"."""
    syntax, lower = discourse.syntax, discourse.encoding.lower
    owners = {
        m.head: i for i, m in enumerate(discourse.mentions) if m.form == "pronoun" and lower[m.head] in {"his", "her"}
    }
    if not owners:
        return
    for i, mention in enumerate(discourse.mentions):
        clause = syntax.heads[mention.head]
        if lower[mention.head] not in _THEIRS or not syntax.is_relation(mention.head, "nsubj"):
            continue
        teller = syntax.heads[clause]
        if not syntax.is_relation(clause, "ccomp") or teller > clause:
            continue
        subjects = set(syntax.children(teller, "nsubj"))
        for owner in range(max(0, teller - _TITLE), teller):
            served = syntax.heads[owner]
            if owner not in owners or lower[owner] != _THEIRS[lower[mention.head]] or lower[served] not in _SPEAK_FOR:
                continue
            if served in subjects or not subjects.isdisjoint(syntax.ancestors(served)):
                discourse.chains.join(owners[owner], i)


_TITLE = 12  # words from "her lawyer" to the verb, with his name and age between


def _part_owners(discourse: Discourse) -> None:
    """Say that nobody is their own adviser: "[the president]'s adviser"."""
    for i in range(len(discourse.mentions)):
        owner = discourse.owner(i)
        if owner is not None and discourse.encoding.lower[discourse.mentions[owner].end] in {"'s", "’s", "'", "’"}:
            discourse.chains.bar(i, owner)


_SEEN_BY = frozenset((seen, "by") for seen in ("seen", "obtained", "reviewed", "viewed"))
_NEAR = 8  # mentions behind


def _link_titles(discourse: Discourse) -> None:
    encoding, syntax, mentions = discourse.encoding, discourse.syntax, discourse.mentions
    discourse.titles = find_titles(encoding, syntax, mentions)
    _settle_assumed(discourse)
    _settle_namesakes(discourse)
    join_by_structure(encoding, syntax, mentions, discourse.titles, discourse.chains, discourse.quotations)
    discourse.left_out |= _parts_of_titles(discourse)
    give_titles_countries(discourse)
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

    def settled(one: Description | None) -> Description | None:
        return replace(one, country="USA", local=True) if one is not None and one.country == "GEO" else one

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
        if inside and (
            discourse.facts[i].kind in {"organisation", "other"} or _is_in_office(discourse, i, spans[at][1])
        ):
            found.add(i)
        elif inside and mention.form == "nominal" and mention.end < spans[at][1] and spans[at] in offices:
            found.add(i)  # "Justice" in "the Justice Minister"
        elif mention.form == "name" and discourse.facts[i].kind == "person":
            if inside and mention.start == spans[at][0] and mention.end < spans[at][1]:
                persons.add(i)  # "Unification" in "Unification Minister", unless somebody is called so
            else:
                borne.update(discourse.texts[i].split())
    return frozenset(found | {i for i in persons if not borne & set(discourse.texts[i].split())})


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
