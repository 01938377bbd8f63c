# SPDX-License-Identifier: Apache-2.0
"""What speaks against two mentions being one: their places, their words, and what is known of the earlier one's chain."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from readout.reading.coreference.allegiances import land_in_brackets
from readout.reading.coreference.bodies import bodies_fit, body_kinds, is_insurgent, may_mean_country
from readout.reading.coreference.capitals import is_no_such_place
from readout.reading.coreference.counts import are_counted_apart, is_where
from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.documentkinds import are_unlike_documents
from readout.reading.coreference.items import number_of_item
from readout.reading.coreference.knownholders import is_known_elsewhere
from readout.reading.coreference.officebodies import is_of_another_body
from readout.reading.coreference.officeholders import is_held_by_many, takes_up_office
from readout.reading.coreference.officekeys import is_trade
from readout.reading.coreference.portfolios import have_two_portfolios
from readout.reading.coreference.roles import Description
from readout.resources import channel_of, country_named, cue_verb, kin_of_noun, sector_of_noun

__all__ = [
    "KIND_OF_OUTLET",
    "Owner",
    "are_ranked_apart",
    "are_several",
    "fits_side",
    "identities_fit",
    "is_dead",
    "is_in_item",
    "is_of_another",
    "may_be",
    "owners_fit",
    "speaks_of_others",
]

Owner = Callable[[int], int | None]
"""Returns the mention that owns a description, put together with whom it means."""


def may_be(discourse: Discourse, i: int, j: int, *, owner: Owner) -> bool:
    """Tell whether nothing that is known forbids that a mention takes up an earlier one.

    Args:
        discourse: The mentions of the report.
        i: The mention that is to be understood.
        j: The earlier one.
        owner: Tells who owns a description.
    """
    if j in discourse.left_out or discourse.holds(i, j) or discourse.is_clause_mate(i, j):
        return False
    if _is_named_below(discourse, i, j) or _only_carries(discourse, i, j):
        return False
    if (
        not is_in_item(discourse, i, j)
        or _is_no_source(discourse, i, j)
        or _is_not_own_land(discourse, i, j, owner)
        or _only_hears(discourse, i, j)
    ):
        return False
    if (
        is_where(discourse, i, j)
        or _is_another(discourse, i, j)
        or (discourse.mentions[i].form == "nominal" and _is_beyond(discourse, i, j))
    ):
        return False
    fits = _descriptions_fit(discourse, i, j) and identities_fit(discourse, i, j)
    return (
        fits and _bodies_fit(discourse, i, j) and owners_fit(discourse, i, j, owner) and _outlets_fit(discourse, i, j)
    )


def _is_named_below(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a pronoun's own clause goes on to name one, who is another then: "[he] flew home and is to meet Lind".

    Principle C of the binding theory (Chomsky 1981), for arguments alone: "he" may have signed "the Lind bill".
    """
    syntax, head = discourse.syntax, discourse.mentions[i].head
    if discourse.mentions[i].form != "pronoun" or not syntax.is_relation(head, "nsubj", "nsubj:pass"):
        return False
    verb, sentence = syntax.heads[head], syntax.sentence_of[head]
    for k in discourse.some(j):
        at = discourse.mentions[k].head
        is_named = discourse.mentions[k].form == "name" and discourse.facts[k].kind == "person"
        if not is_named or at <= head or syntax.sentence_of[at] != sentence:
            continue
        if syntax.is_relation(at, "nsubj", "nsubj:pass", "obj", "iobj", "obl") and verb in syntax.ancestors(at):
            between = discourse.encoding.words[head:at]
            return not any(word in _MARKS for word in between)  # who speaks may name himself
    return False


def _only_carries(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether one is an outlet that carries the words in which a pronoun stands: "[it] will pay," he told Reuters."""
    quotation = discourse.quotations[discourse.mentions[i].head]
    if discourse.mentions[i].form != "pronoun" or quotation < 0:
        return False
    members = discourse.some(j)
    is_outlet = any(one is not None and one.sector == "MED" for k in members for one in (discourse.identities[k],))
    verbs = {discourse.encoding.lower[discourse.syntax.heads[discourse.mentions[k].head]] for k in members}
    is_spoken_of = any(discourse.quotations[discourse.mentions[k].head] >= 0 for k in members)
    return is_outlet and not is_spoken_of and not _CARRYING.isdisjoint(verbs)


_CARRYING = frozenset("told tells carried quoted cited published aired broadcast reported reports said".split())
_MARKS = frozenset({"“", '"', "”"})


def _is_no_source(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether one is an unnamed source, and the other somebody of whom more is told: "[a source] told", "[the laureate]"."""
    if discourse.mentions[i].form == "pronoun":
        return False
    members = [k for k in discourse.some(j) if discourse.mentions[k].form != "pronoun"]
    nouns = {discourse.facts[k].noun for k in members}
    if discourse.facts[i].noun == "source":
        is_named = any(discourse.mentions[k].form == "name" for k in members)
        is_source = any(discourse.facts[k].noun in _SOURCES or _serves_unnamed(discourse, k) for k in members)
        return bool(members) and (is_named or not is_source)  # "an official told AFP. [The source] said"
    return "source" in nouns and discourse.facts[i].noun not in _SOURCES


def _serves_unnamed(discourse: Discourse, i: int) -> bool:
    """Tell whether somebody is brought in by what he does for a side alone: "a rebel commander"."""
    entry = sector_of_noun(discourse.facts[i].noun)
    return (
        discourse.facts[i].definiteness == "indefinite"
        and entry is not None
        and entry.sector not in {None, "CVL", "CRM"}
    )


_SOURCES = frozenset("source person official diplomat insider aide man woman one other two".split())


def _is_not_own_land(discourse: Discourse, i: int, j: int, owner: Owner) -> bool:
    """Tell whether somebody of another country owns the one: "Lind told Trump that [his country] would", and "[the U.S.]"."""
    identity = discourse.identities[j]
    if discourse.facts[i].noun not in _LANDS or identity is None or not identity.key.startswith("country:"):
        return False
    whose = owner(i)
    countries = set() if whose is None or discourse.facts[whose].kind != "person" else discourse.countries(whose)
    return len(countries) == 1 and identity.country not in countries


_LANDS = frozenset({"country", "nation", "homeland"})


def _only_hears(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether one is the press that hears what is said, of which a quotation and the next sentences say no more."""
    facts, mentions, syntax = discourse.facts, discourse.mentions, discourse.syntax
    if facts[i].person != 3 or facts[i].number != "many" or facts[j].noun not in {"reporter", "journalist"}:
        return False
    head = mentions[j].head
    verb = syntax.heads[head]
    lower, end = discourse.encoding.lower, mentions[j].end
    if lower[syntax.heads[mentions[i].head]] in _PRESSING:
        return False  # "told reporters that it had failed. They asked her why"
    is_told = syntax.is_relation(head, "obj", "iobj", "obl") and cue_verb(lower[verb]) is not None
    is_told = is_told and lower[end : end + 1] not in {("to",), ("not",)}  # "told reporters to leave. They refused"
    return is_told and syntax.sentence_of[mentions[i].head] != syntax.sentence_of[head]


_PRESSING = frozenset("ask asked press pressed question questioned".split())


def is_in_item(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether an earlier mention, or one of its chain, stands in the same item of a digest; true of all that is none."""
    if not discourse.items:
        return True
    here = number_of_item(discourse.items, discourse.mentions[i].head)
    return any(number_of_item(discourse.items, discourse.mentions[k].head) == here for k in (j, *discourse.some(j)))


def _is_beyond(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description cannot reach an earlier mention: too many, already named, too far above, or nobody."""
    facts = discourse.facts[i]
    if _is_beyond_epithet(discourse, i, j):
        return True
    if facts.noun in _NO_ORGAN and any(discourse.facts[member].noun in _ORGANS for member in discourse.some(j)):
        return True  # "the group" is no ministry
    if facts.noun in _UNIONS and any(discourse.facts[member].kind == "place" for member in discourse.some(j)):
        return True  # "the bloc" is not Brussels
    if facts.noun == "administration" and _is_land_but(discourse, j, "USA"):
        return True  # of governments only that of the United States is called so, unless a name says whose it is
    if _is_message(facts.noun) and (discourse.chains.is_named(j) or _is_of_doers(discourse, j)):
        return True  # "the statement" is not the ministry, nor the office
    if is_no_such_place(discourse, i, j) or are_unlike_documents(discourse, i, j):
        return True
    if facts.noun in _LANDS and (_is_no_land(discourse, j) or discourse.facts[j].kind == "organisation"):
        return True
    if _is_anothers(discourse, i, j) or are_several(discourse, i, j) or are_counted_apart(discourse, i, j):
        return True
    if facts.kind == "organisation" and (_is_named_within(discourse, i, j) or _is_one_of_many(discourse, i, j)):
        return True
    if facts.kind == "organisation" and (is_of_another(discourse, i, j) or _is_told_which(discourse, i, j)):
        return True
    if discourse.encoding.lower[discourse.mentions[i].start] == "both" and discourse.facts[j].number != "many":
        return True  # "both sides" are two
    other = discourse.facts[j]
    is_whose = facts.definiteness == other.definiteness == "owned" and facts.noun != other.noun
    if is_whose and facts.kind == other.kind == "person" and not discourse.chains.is_named(j):
        return True  # "the mill's owner" is not "her cousin"
    if _are_persons(discourse, i) and other.kind == "organisation" and not other.person and facts.noun != other.noun:
        return True  # "the two ministers" are no ministry
    is_one = other.kind == "organisation" and other.number != "many"
    if (is_one or discourse.chains.is_named(j)) and speaks_of_others(discourse, i, j):
        return True  # "analysts said" speaks of new ones, not of the ministry
    if _is_crowned(discourse, i, j) or _serves(discourse, i, j) or is_dead(discourse, i, j):
        return True
    is_far = (is_held_by_many(facts.noun) or _is_new_office(discourse, i, j)) and not discourse.is_near(i, j)
    if facts.noun == "other" and discourse.facts[j].noun == "one":
        return True  # "One of them stayed, the other left"
    described = discourse.descriptions[i]
    is_past = described is not None and described.past and bool(described.office) and not is_trade(described.noun)
    if described is not None and is_past and _had_no_office(discourse, described.office, j):
        return True  # "the ex-president" is not "his guest"
    if described is not None and described.anonymous and facts.definiteness == "indefinite" and facts.number == "one":
        return True  # "a person briefed on the call" is nobody who was spoken of
    if (facts.definiteness == "indefinite" or facts.noun == "other") and discourse.chains.is_named(j):
        return True
    return is_far or discourse.is_generic(j)


_NO_ORGAN = frozenset("group organisation organization charity".split())
_ORGANS = frozenset("ministry department government parliament court presidency cabinet".split())


def _had_no_office(discourse: Discourse, office: str, j: int) -> bool:
    """Tell whether a report says of somebody nothing of an office that another mention says is over."""
    return all(one.office != office for member in discourse.some(j) for one in discourse.said_of(member))


def _is_land_but(discourse: Discourse, j: int, country: str) -> bool:
    """Tell whether a chain is a state, and another than the one given."""
    known = (discourse.identities[k] for k in discourse.some(j))
    return any(one is not None and one.key.startswith("country:") and one.country != country for one in known)


def is_of_another(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description says whose it is by a name that an earlier mention has not: "the party of [Slesers]"."""
    syntax, encoding = discourse.syntax, discourse.encoding
    behind = syntax.children(discourse.mentions[i].head, "nmod")
    of = [w for w in behind if any(encoding.lower[c] == "of" for c in syntax.children(w, "case"))]
    names = {encoding.words[w] for w in of if syntax.upos[w] == "PROPN"}
    if not names:
        return False
    texts = " ".join(discourse.texts[k] for k in discourse.some(j))
    near = encoding.words[discourse.mentions[j].start : discourse.mentions[j].end]
    countries = {land.iso3 for name in names if (land := country_named(name)) is not None}
    known = {one.country for k in discourse.some(j) if (one := discourse.identities[k]) is not None}
    return not any(name in texts or name in near for name in names) and not countries & known


def _is_told_which(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a clause right behind a noun says which body is meant, and the earlier is not called so: "the group he led"."""
    head, syntax = discourse.mentions[i].head, discourse.syntax
    clauses = [w for w in syntax.children(head, "acl") if syntax.is_relation(w, "acl:relcl")]
    if not clauses or discourse.encoding.words[head + 1 : head + 2] == (",",):
        return False
    return all(discourse.facts[k].noun != discourse.facts[i].noun for k in discourse.some(j))


def _is_one_of_many(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description of one body goes back to several: "the regime" is not "the armed groups"."""
    if discourse.facts[i].number != "one" or discourse.facts[i].definiteness == "indefinite":
        return False
    facts = [discourse.facts[k] for k in discourse.some(j) if discourse.mentions[k].form == "nominal"]
    words = [
        discourse.encoding.lower[discourse.mentions[k].head]
        for k in discourse.some(j)
        if discourse.mentions[k].form == "nominal"
    ]
    is_many = [fact.number == "many" and word not in _ONE_BODY for fact, word in zip(facts, words, strict=True)]
    return bool(is_many) and all(is_many) and not discourse.chains.is_named(j)


_ONE_BODY = frozenset("police forces troops authorities media paramilitaries".split())


def _is_message(noun: str) -> bool:
    """Tell whether a noun means what is said or sent, not who says it."""
    return channel_of([noun]) is not None and sector_of_noun(noun) is None


def _is_of_doers(discourse: Discourse, j: int) -> bool:
    """Tell whether a chain has a description of people or a body that is no message."""
    nominals = [k for k in discourse.some(j) if discourse.mentions[k].form == "nominal"]
    kinds = {discourse.facts[k].kind for k in nominals if not _is_message(discourse.facts[k].noun)}
    return bool(kinds & {"organisation", "person", "group"})


def _is_anothers(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a quotation speaks of "our" own, and an earlier mention is outside of it: “our soldiers” are no enemy's."""
    lower, mentions, quotations = discourse.encoding.lower, discourse.mentions, discourse.quotations
    here, first = quotations[mentions[i].head], lower[mentions[i].start]
    is_own = here >= 0 and first in {"our", "my", "your"}
    return is_own and quotations[mentions[j].head] != here and lower[mentions[j].start] != first


def are_several(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description is of two or more, and what an earlier one means is one that has a name: "the two armies"."""
    facts, lower, mention = discourse.facts[i], discourse.encoding.lower, discourse.mentions[i]
    counted = not _COUNTS.isdisjoint(lower[mention.start : mention.head]) or lower[mention.head] in _OF_STATES_AND_SIDES
    if facts.number != "many" or not counted:
        return False
    return any(
        (discourse.mentions[k].form == "name" or discourse.identities[k] is not None)
        and discourse.facts[k].kind in {"place", "organisation", "person"}
        for k in discourse.some(j)
    )


_COUNTS = frozenset("two both three four five six".split())
_OF_STATES_AND_SIDES = frozenset("sides parties allies neighbours neighbors rivals foes countries nations".split())


def speaks_of_others(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a plural without "the" has a noun that nobody of a chain is called by: "critics", after the supporters."""
    facts = discourse.facts[i]
    if (
        facts.definiteness not in {"bare", "indefinite"}
        or facts.number != "many"
        or facts.kind not in {"person", "group"}
    ):
        return False
    called = {discourse.facts[member].noun for member in discourse.some(j) if not discourse.facts[member].person}
    return bool(called) and facts.noun not in called


def _are_persons(discourse: Discourse, i: int) -> bool:
    """Tell whether a description is of several persons, by its noun: "the ministers"."""
    facts, noun = discourse.facts[i], sector_of_noun(discourse.facts[i].noun)
    is_persons = noun is not None and noun.person and not noun.group
    return is_persons and facts.number == "many" and facts.definiteness in {"definite", "owned"}


def _is_beyond_epithet(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description can only mean other states than an earlier mention: "the kingdom" is not China."""
    epithet = discourse.epithets.get(i)
    known = {one.country for member in discourse.some(j) if (one := discourse.identities[member]) is not None}
    return epithet is not None and epithet.of_state and bool(known - {None}) and not known & epithet.means


def _is_no_land(discourse: Discourse, j: int) -> bool:
    """Tell whether a chain is a place that is no country: "his country" is not Istanbul, "the country" not "the palace"."""
    nouns = {discourse.facts[k].noun for k in discourse.some(j) if discourse.mentions[k].form == "nominal"}
    if nouns and not any(may_mean_country(noun) for noun in nouns) and not discourse.chains.is_named(j):
        return True
    names = [
        k for k in discourse.some(j) if discourse.mentions[k].form == "name" and discourse.facts[k].kind == "place"
    ]
    known = [discourse.identities[k] for k in names]
    return bool(names) and not any(one is not None and one.key.startswith("country:") for one in known)


_OF_STATES = frozenset(
    {"USA", "AUS", "BRA", "DEU", "IND", "MEX", "MMR", "MYS", "NGA", "VEN"}
)  # "the state" is one of theirs
_LANDS = frozenset({"country", "nation"})
_OF_THE_STATE = frozenset({"army", "military", "navy"})
_UNIONS = frozenset({"bloc", "alliance", "union", "league", "organisation", "organization"})


def _is_new_office(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description gives a named person the first office: who is named far above is hardly meant by it."""
    described = discourse.descriptions[i]
    if described is None or not described.office or not discourse.chains.is_named(j):
        return False
    return not any(one.office for member in discourse.some(j) for one in discourse.said_of(member))


def _serves(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether "her spokesman" would be somebody with a name whom the report has not called so."""
    facts = discourse.facts[i]
    if facts.noun not in _SERVING or facts.definiteness != "owned" or not discourse.chains.is_named(j):
        return False
    members = discourse.some(j)
    nouns = {one.noun for k in members for one in discourse.said_of(k)} | {discourse.facts[k].noun for k in members}
    return facts.noun not in nouns


def is_dead(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether "the late emir" would be somebody whom the report calls late nowhere."""
    lower, mention = discourse.encoding.lower, discourse.mentions[i]
    described = discourse.descriptions[i]
    if "late" not in lower[mention.start : mention.head] or described is None or not described.office:
        return False  # "his late son" is "his son"
    members = [discourse.mentions[k] for k in discourse.some(j)]
    return not any("late" in lower[max(0, m.start - 2) : m.head] for m in members)


_SERVING = frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney counsel adviser advisor aide bodyguard driver assistant secretary "
    "doctor".split()
)


def _is_crowned(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description is of a crown or see that a named person has not by the report: "the late Queen" is no premier."""
    described = discourse.descriptions[i]
    if described is None or described.office not in _CROWNS or not discourse.chains.is_named(j):
        return False
    return all(one.office != described.office for member in discourse.some(j) for one in discourse.said_of(member))


_CROWNS = frozenset({"king", "queen", "emperor", "empress", "pope", "crown prince"})


# Two of one noun


def _is_another(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description repeats a noun of another: "an official … an official", "the Liberal … the Labour Party"."""
    one, other = discourse.facts[i], discourse.facts[j]
    if other.person or one.noun != other.noun:
        return False
    if are_ranked_apart(discourse, i, j) or _are_told_of_apart(discourse, i, j):
        return True
    return one.definiteness == "indefinite" or _named_apart(discourse, i, j) or have_two_portfolios(discourse, i, j)


def _are_told_of_apart(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether bare plurals have other words before their noun: "Health officials" are not "army officials"."""
    own, noun = _kind_of_bare(discourse, i), discourse.facts[i].noun
    others = (_kind_of_bare(discourse, k) for k in discourse.some(j) if discourse.facts[k].noun == noun)
    return bool(own) and any(other and own.isdisjoint(other) for other in others)


def _kind_of_bare(discourse: Discourse, i: int) -> set[str]:
    facts, mention = discourse.facts[i], discourse.mentions[i]
    if facts.definiteness != "bare" or facts.number != "many":
        return set()
    upos, lower = discourse.syntax.upos, discourse.encoding.lower
    return {lower[w] for w in range(mention.start, mention.head) if upos[w] not in _NO_KIND}


_NO_KIND = frozenset({"DET", "NUM", "ADJ", "ADV", "PUNCT"})


def are_ranked_apart(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether one of two descriptions of one noun is of somebody below the other: "the [under]-secretary-general"."""
    if discourse.facts[i].noun != discourse.facts[j].noun or discourse.mentions[j].form != "nominal":
        return False
    lower, both = discourse.encoding.lower, (discourse.mentions[i], discourse.mentions[j])
    below = [not _BELOW.isdisjoint(lower[mention.start : mention.head]) for mention in both]
    return below[0] != below[1]


_BELOW = frozenset({"under", "deputy", "vice", "assistant"})


def _named_apart(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether two descriptions are told apart by names before their noun."""
    one, other = _names_before(discourse, i), _names_before(discourse, j)
    return bool(one and other) and not one & other


def _names_before(discourse: Discourse, i: int) -> set[str]:
    mention, encoding = discourse.mentions[i], discourse.encoding
    capital = {encoding.lower[w] for w in range(mention.start, mention.head) if encoding.words[w][:1].isupper()}
    return capital & set(discourse.saying(i))


def _is_named_within(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description of a body holds a name of which nothing was said: "the UN agency" is not aid groups."""
    names = _names_before(discourse, i)
    members = discourse.some(j)
    words = {word.lower() for member in members for word in discourse.texts[member].split()}
    described = discourse.descriptions[i]
    own = {described.country} if described is not None and described.country is not None else set()
    return bool(names) and not names & words and not own & discourse.countries(j)


def owners_fit(discourse: Discourse, i: int, j: int, owner: Owner) -> bool:
    """Tell whether two descriptions of one noun are not owned by two: "our office", "the mayor's office"."""
    one, other = discourse.facts[i], discourse.facts[j]
    if kin_of_noun(one.noun) is not None and _is_other_kin(discourse, i, j, owner):
        return False
    if one.definiteness == "owned" and one.noun in _FORCES and _are_foes(discourse, i, j, owner):
        return False
    if one.noun == other.noun and one.definiteness == "owned" and other.definiteness == "bare":
        return _is_of_owner(discourse, i, j, owner)
    if one.noun != other.noun or not one.definiteness == other.definiteness == "owned":
        return True
    owners = owner(i), owner(j)
    if owners[1] is None and discourse.encoding.lower[discourse.mentions[j].start] == "whose":
        return False  # "Nielsen, [whose party] won" is not "her party"
    return None in owners or len({discourse.chains.of(each) for each in owners if each is not None}) == 1


def _are_foes(discourse: Discourse, i: int, j: int, owner: Owner) -> bool:
    """Tell whether a leader of rebels owns forces, and an earlier body is a state's army, or the other way round."""
    own = owner(i)
    leading = [] if own is None else [one.sector for k in discourse.some(own) for one in discourse.said_of(k)]
    bodies = [one.sector for k in discourse.some(j) for one in (discourse.identities[k],) if one is not None]
    pairs = {(one in _ARMED_AGAINST, other in _ARMED_AGAINST) for one in leading for other in bodies if one and other}
    return bool(pairs) and pairs <= {(True, False), (False, True)}


_FORCES = frozenset("force forces troop troops fighter fighters army soldier soldiers man men militia".split())
_ARMED_AGAINST = frozenset({"REB", "PRM", "UAF"})


def _is_of_owner(discourse: Discourse, i: int, j: int, owner: Owner) -> bool:
    """Tell whether whose a description is by its first words may be the owner: "its spokesman" is no "army spokesman"."""
    said = {w for w in discourse.saying(j) if (one := sector_of_noun(w)) is not None and one.group}
    own = owner(i)
    if not said or own is None:
        return True
    return any(said & set(discourse.naming(k)) for k in discourse.some(own))


def _is_other_kin(discourse: Discourse, i: int, j: int, owner: Owner) -> bool:
    """Tell whether an earlier mention is another relative, or an aide, of the same person: his sister or his lawyer."""
    nouns = [(k, discourse.facts[k].noun) for k in discourse.some(j)]
    others = [(k, noun) for k, noun in nouns if noun != discourse.facts[i].noun]
    owners = [o for k, n in others if (kin_of_noun(n) or n in _SERVING) and (o := owner(k)) is not None]
    served = [o for k, n in others if n in _SERVING and (o := owner(k)) is not None]
    own = owner(i)
    if own is not None and any(not discourse.chains.is_named(o) for o in served):
        return True  # "[His] lawyer", of whom it is not known whose he is
    return own is not None and any(discourse.chains.of(o) == discourse.chains.of(own) for o in owners)


# What is said of them


def _descriptions_fit(discourse: Discourse, i: int, j: int) -> bool:
    described = discourse.descriptions[i]
    if described is None:
        return True
    members = discourse.some(j)
    others = [one for member in members for one in discourse.said_of(member)]
    if described.country is not None and not _is_of(discourse, described.country, members):
        return False
    if is_of_another_body(discourse, i, j):
        return False
    if any(described.office and described.office == d.office and described.past != d.past for d in others):
        return False
    if described.of_body and any(d.office == described.office and not d.of_body for d in others):
        return False  # "the president of the bank" is not President Holt
    offices = {d.office for d in others if d.office}
    if described.office and offices and not any(takes_up_office(described.office, office) for office in offices):
        return False
    return all(_countries_agree(described, other) for other in others)


def _is_of(discourse: Discourse, country: str, members: Sequence[int]) -> bool:
    """Tell whether no member is known by the tables, or by brackets behind a name, to be of another country."""
    ends = [discourse.mentions[member].end for member in members if discourse.mentions[member].form == "name"]
    if any(land not in {None, country} for land in (land_in_brackets(discourse.encoding, end) for end in ends)):
        return False
    known = (identity.country for member in members if (identity := discourse.identities[member]) is not None)
    if not all(other in {None, country} for other in known):
        return False
    return not any(is_known_elsewhere(discourse, country, member) for member in members)


def _countries_agree(one: Description, other: Description) -> bool:
    return one.country is None or other.country is None or one.country == other.country


# What the tables know


def identities_fit(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether the tables do not know that two are two."""
    one = discourse.identities[i]
    others = (identity for member in discourse.some(j) if (identity := discourse.identities[member]) is not None)
    return one is None or all(one.key == other.key for other in others)


_OF_STATES_ONLY = frozenset("ministry junta cabinet embassy presidency".split())
_OF_NO_STATE = frozenset({"NGO", "IGO", "MED", "BUS", "MNC"})


def _bodies_fit(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description may mean the body or country that a chain means, by its noun."""
    if discourse.mentions[i].form != "nominal":
        return True
    noun, members = discourse.facts[i].noun, discourse.some(j)
    known_as = [identity for member in members if (identity := discourse.identities[member]) is not None]
    if not fits_side(discourse, i, j):
        return False
    if noun == "commission" and "high" in discourse.saying(i):  # an embassy, and no body of whatever name
        return any(discourse.facts[member].noun == noun for member in members)
    if (
        noun == "office" and discourse.saying(i) and discourse.chains.is_named(j)
    ):  # "the presidential office" is no staff
        return any(noun in discourse.naming(member) for member in members)
    nouns = {discourse.facts[member].noun for member in members} & _BRANCHES
    if noun in _BRANCHES and nouns and noun not in nouns:
        return False  # "the army" is not the navy
    if noun in _OF_STATES_ONLY and any(identity.sector in _OF_NO_STATE for identity in known_as):
        return False  # "his ministry" is not Human Rights Watch
    if noun in _OF_STATES_ONLY and not known_as and discourse.facts[j].kind == "place":
        return False  # "the junta" is not Asia
    keys = [identity.key for identity in known_as]
    if noun in _OF_ONE_STATE and any(key.startswith("igo:") for key in keys):
        return False  # "the army" is not the Organization of American States
    if any(key.startswith("country:") for key in keys):
        is_federal = noun == "state" and any(key.removeprefix("country:") in _OF_STATES for key in keys)
        return may_mean_country(noun) and not is_federal
    known = frozenset[str]().union(*(_body_kinds(discourse, member) for member in members))
    if noun == "agency" and (known & _NO_AGENCIES or any(one.key == "igo:UN" for one in known_as)):
        return False
    is_listed = any(key.startswith("body:") for key in keys)
    if noun == "government" and not known and not is_listed and discourse.chains.is_named(j):
        return False  # a society under whatever name does not govern
    return bodies_fit(noun, known, is_listed=is_listed)


_NO_AGENCIES = frozenset("party court parliament army newspaper bank company university hospital church".split())
_BRANCHES = frozenset("army navy guard marine".split())
_OF_ONE_STATE = frozenset("army military navy police government ministry cabinet regime embassy".split())


def fits_side(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a description of those who fight is not of the other side: no rebels are "the army", no ministry "the group"."""
    noun, described = discourse.facts[i].noun, discourse.descriptions[i]
    members = discourse.some(j)
    sectors = {identity.sector for member in members if (identity := discourse.identities[member]) is not None}
    sectors |= {one.sector for member in members for one in discourse.said_of(member) if member != i}
    if noun in _OF_THE_STATE and (sectors & _AGAINST_STATES or any(is_insurgent(discourse.texts[m]) for m in members)):
        return False  # a militia that calls itself a force is not "the military"
    if noun in _RULING and {discourse.facts[member].noun for member in members} & _GROUPS:
        return False
    against = noun == "group" or (described is not None and described.sector in _AGAINST_STATES)
    return not (against and sectors & _OF_STATE_SECTORS)


_RULING = frozenset("regime government junta administration".split())
_GROUPS = frozenset("group militia movement rebel insurgent".split())
_AGAINST_STATES = frozenset({"PRM", "REB", "UAF"})
_OF_STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG"})


def _body_kinds(discourse: Discourse, j: int) -> frozenset[str]:
    if discourse.mentions[j].form == "pronoun" or discourse.facts[j].kind == "person":
        return frozenset()
    if discourse.mentions[j].form == "nominal":
        return body_kinds([discourse.facts[j].noun])
    return body_kinds(discourse.naming(j))


def _outlets_fit(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether a medium is not taken for a body that is none: a commission is no newspaper."""
    if discourse.facts[i].kind != "organisation":
        return True
    kind = KIND_OF_OUTLET.get(discourse.facts[i].noun)
    known = [identity for member in discourse.some(j) if (identity := discourse.identities[member]) is not None]
    if kind is not None and any(one.key.startswith("outlet:") and not one.head.endswith(kind) for one in known):
        return False  # "the network" is no newspaper
    one, others = _is_outlet(discourse, i), {_is_outlet(discourse, member) for member in discourse.some(j)}
    return one is None or (not one) not in others


KIND_OF_OUTLET = {
    "network": "broadcaster", "broadcaster": "broadcaster", "channel": "broadcaster", "station": "broadcaster",
    "paper": "newspaper", "newspaper": "newspaper", "tabloid": "newspaper", "magazine": "magazine", "agency": "agency",
}  # fmt: skip


def _is_outlet(discourse: Discourse, i: int) -> bool | None:
    """Tell whether a body's words, or the tables, say that it is a medium, or that it is none; None if they do not."""
    if discourse.facts[i].kind != "organisation":
        return None
    identity, entry = discourse.identities[i], sector_of_noun(discourse.facts[i].noun)
    sector = entry.sector if entry is not None else identity.sector if identity is not None else None
    return None if sector is None else sector == "MED"
