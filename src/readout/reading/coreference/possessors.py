# SPDX-License-Identifier: Apache-2.0
"""What a description takes from whom it belongs to: "Macron's adviser" a country, "his Russian counterpart" an office."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.officekeys import is_trade, office_key
from readout.reading.coreference.pronouns import Pronouns
from readout.reading.coreference.roles import COUNTERPARTS, OUTSIDERS, Description
from readout.reading.coreference.succession import is_new_in_office
from readout.resources import country, country_named, country_of_adjective, holders_named, igo, office_named

__all__ = [
    "give_commanders_country",
    "give_compatriots_country",
    "give_counterparts_office",
    "give_owners_country",
    "give_pronouns_countries",
    "give_titles_countries",
    "join_lands_beside",
    "make_land",
    "own_land",
]


def give_titles_countries(discourse: Discourse) -> None:
    """Give a title that somebody in office has to give their country: "Macron's diplomatic adviser", Emmanuel Bonne."""
    possessors = _possessors(discourse)
    for name, found in discourse.titles.items():
        for at, titled in enumerate(found):
            described = _of_owners_country(discourse, possessors, titled.description, name)
            found[at] = replace(titled, description=described)
    for i, each in enumerate(discourse.descriptions):
        if each is not None and discourse.facts[i].kind == "person":
            discourse.descriptions[i] = _of_owners_country(discourse, possessors, each, i)


def give_pronouns_countries(discourse: Discourse) -> None:
    """Give a title behind "his" the country of whom that means, once it is known: his spokeswoman Tammy Bruce."""
    pronouns = {mention.head: i for i, mention in enumerate(discourse.mentions) if mention.form == "pronoun"}
    for name, found in discourse.titles.items():
        for at, titled in enumerate(found):
            described = titled.description
            owner = pronouns.get(described.words[0] - 1)
            is_told = described.country is not None or described.noun in OUTSIDERS or not described.office
            if is_told or owner is None or discourse.encoding.lower[discourse.mentions[owner].head] not in _HIS:
                continue
            countries = discourse.countries(owner) or _countries_held(discourse, owner)
            if len(countries) == 1 and discourse.chains.of(owner) != discourse.chains.of(name):
                said = (one for member in discourse.some(owner) for one in discourse.said_of(member))
                sectors = {one.sector for one in said if one.office and not one.past}
                sector = sectors.pop() if described.sector is None and len(sectors) == 1 else described.sector
                found[at] = replace(titled, description=replace(described, country=countries.pop(), sector=sector))


_HIS = frozenset({"his", "her"})


def _of_owners_country(
    discourse: Discourse, possessors: Mapping[int, int], described: Description, bearer: int
) -> Description:
    """Return a description with the country of the person whose name and 's stand in it or right before it."""
    owner = possessors.get(described.words[0])
    if described.country is not None or owner is None or described.noun in OUTSIDERS or owner == bearer:
        return described
    countries = discourse.countries(owner)
    return replace(described, country=countries.pop()) if len(countries) == 1 else described


def _possessors(discourse: Discourse) -> dict[int, int]:
    """Return persons whose names have an 's, by their first word and by the word behind the 's."""
    found = {}
    for i, mention in enumerate(discourse.mentions):
        owns = discourse.encoding.lower[mention.end : mention.end + 1] in (("'s",), ("’s",))
        if owns and mention.form == "name" and discourse.facts[i].kind == "person":
            found[mention.start] = found[mention.end + 1] = i
    return found


def give_owners_country(discourse: Discourse, i: int, owner: int | None) -> None:
    """Give "its ministry" and "the bloc's envoy" the country of what owns them, and "his office" the side of who he is."""
    described, facts = discourse.descriptions[i], discourse.facts[i]
    whose = _of_whom(discourse, i)
    owner = owner if whose is None else whose
    if described is None or described.country is not None or owner is None:
        return
    known = discourse.identities[owner]
    end = discourse.mentions[owner].end
    behind = discourse.encoding.lower[end : end + 1]
    is_land = (
        known is not None and known.key.startswith("country:") and (behind in {("'s",), ("’s",)} or whose is not None)
    )  # "the North's leader"
    if (discourse.mentions[owner].form == "name" and not is_land) or facts.noun in OUTSIDERS:
        return
    if facts.noun == "office" and described.sector is None:
        sectors = {
            one.sector for m in discourse.some(owner) for one in discourse.said_of(m) if one.office and not one.past
        }
        if len(sectors) == 1:
            described = discourse.descriptions[i] = replace(described, sector=sectors.pop())
    if not (described.office or facts.kind == "organisation"):
        return
    for member in discourse.some(owner):
        identity = discourse.identities[member]
        if identity is not None and identity.key.startswith("country:"):
            discourse.descriptions[i] = replace(described, country=identity.country)
            return
        if identity is not None and identity.country is not None and described.office and facts.kind == "person":
            sector = identity.sector if described.sector is None or described.noun in _HEADS else described.sector
            discourse.descriptions[i] = replace(described, country=identity.country, sector=sector)
            return
    countries = discourse.countries(owner) or (_countries_held(discourse, owner) if described.office else set())
    if len(countries) == 1:
        country = countries.pop()
        of_igo = described.sector == "COP" and igo(country) is not None  # "his inspectors", of the IAEA
        sector = "IGO" if of_igo else described.sector
        described = discourse.descriptions[i] = replace(described, country=country, sector=sector)
    if described.noun in _HEADS - (_RANKS - {"president"}):  # "their leader", of unions, leads no state
        said = [one for member in discourse.some(owner) for one in discourse.said_of(member)]
        sectors = {one.sector for one in said if one.sector is not None}
        is_private = described.noun != "president" or sectors <= _PRIVATE  # "the company … its president"
        if len(sectors) == 1 and is_private and not any(one.is_person for one in said):
            discourse.descriptions[i] = replace(described, sector=sectors.pop())


def _of_whom(discourse: Discourse, i: int) -> int | None:
    """Return the name that "whose" at the beginning of a description stands for: Norway, "whose foreign minister" flew."""
    encoding, start = discourse.encoding, discourse.mentions[i].start
    if encoding.lower[start] != "whose":
        return None
    end = start - (encoding.words[start - 1] == ",")
    near = range(i - 1, max(-1, i - _NEAR), -1)
    return next((j for j in near if discourse.mentions[j].form == "name" and discourse.mentions[j].end == end), None)


def _countries_held(discourse: Discourse, who: int) -> set[str]:
    """Return the countries in which somebody of a full name is known to have held an office: one of late, or the one told.

    Which day it is, nobody knows here: an Israeli minister of 1990 gives a David Levy of today no country by his name alone.
    """
    members = discourse.some(who)
    names = [discourse.texts[k] for k in members if discourse.mentions[k].form == "name"]
    told = {one.office for k in members for one in discourse.said_of(k) if one.office}
    holders = (holder for name in names if " " in name for holder in holders_named(name))
    return {h.country for h in holders if any(not t.is_over(_LATELY) or office_key(t.office) in told for t in h.terms)}


_LATELY = "2010"  # a year: terms that ended before are those of people of whom news seldom speaks


def give_compatriots_country(discourse: Discourse, i: int) -> None:
    """Give a body right behind a name the country in front of that: "Russia's Ana Lima, [the foreign ministry]'s envoy"."""
    described, mention, encoding = discourse.descriptions[i], discourse.mentions[i], discourse.encoding
    is_body = discourse.facts[i].kind == "organisation" and discourse.facts[i].noun in _COMMANDED
    if described is None or described.country is not None or not is_body or encoding.words[mention.start - 1] != ",":
        return
    name = next((m for m in discourse.mentions[max(0, i - 3) : i] if m.end == mention.start - 1), None)
    if name is None or name.form != "name" or encoding.lower[name.start - 1 : name.start] not in _OWNS:
        return
    for start in range(max(0, name.start - 1 - _LAND), name.start - 1):
        land = country_named(encoding.span(start, name.start - 1).of(encoding.text))
        if land is not None:
            discourse.descriptions[i] = replace(described, country=land.iso3)
            return


_LAND = 3  # words of a country's name


def give_commanders_country(discourse: Discourse, i: int) -> None:
    """Give a government or an army the country of the person who orders it: "Yoon ordered [the government] to act".

    A government that a country's opposition opposes is that country's: "Norland's opposition party accused [the government]".
    """
    described, facts, syntax = discourse.descriptions[i], discourse.facts[i], discourse.syntax
    head = discourse.mentions[i].head
    verb = syntax.heads[head]
    if (
        described is None
        or described.country is not None
        or facts.definiteness != "definite"
        or facts.noun not in _COMMANDED
        or discourse.encoding.lower[verb] not in _ORDERS | _OPPOSES
        or not syntax.is_relation(head, "obj", "iobj")
    ):
        return
    subjects = set(syntax.children(verb, "nsubj"))
    who = next((j for j in range(i - 1, max(-1, i - _NEAR), -1) if discourse.mentions[j].head in subjects), None)
    if who is not None and discourse.encoding.lower[verb] in _OPPOSES:
        land = _land_of_opposition(discourse, who)
        discourse.descriptions[i] = replace(described, country=land)
        return
    if who is None or discourse.facts[who].kind != "person":
        return
    countries = discourse.countries(who) or _countries_held(discourse, who)
    if len(countries) == 1 and country(next(iter(countries))) is not None:
        discourse.descriptions[i] = replace(described, country=countries.pop())


def _land_of_opposition(discourse: Discourse, who: int) -> str | None:
    """Return the country of a party, or of its people, if only one is told."""
    identity, described = discourse.identities[who], discourse.descriptions[who]
    sides = {(one.country, one.sector) for one in (identity, described) if one is not None}
    lands = {land for land, sector in sides if sector in {"PTY", "OPP"} and land is not None}
    return lands.pop() if len(lands) == 1 else None


_OPPOSES = frozenset(
    "accuse accuses accused blame blames blamed criticise criticised criticize criticized denounced".split()
)
_COMMANDED = frozenset("government cabinet army military navy police force troop ministry".split())
_ORDERS = frozenset(
    "order orders ordered instruct instructs instructed direct directs directed task tasks tasked".split()
)
_NEAR = 12  # mentions from who orders to whom

# Whoever is one of a body is of the body's sector, whatever a state's is of.
_PRIVATE = frozenset({"BUS", "EDU", "NGO", "LAB"})
_RANKS = frozenset({"commander", "president", "secretary"})
_HEADS = frozenset("founder leader president secretary head chief chair chairman chairwoman commander".split())


def make_land(discourse: Discourse, i: int, owner: int | None) -> None:
    """Say that a country's neighbour or ally is a state, and another: "its northern neighbour"."""
    facts, described = discourse.facts[i], discourse.descriptions[i]
    if owner is None or described is None or facts.noun not in OUTSIDERS or facts.number == "many":
        return
    known = [identity for member in discourse.some(owner) if (identity := discourse.identities[member]) is not None]
    if any(identity.key.startswith("country:") for identity in known):
        discourse.facts[i] = replace(facts, kind="organisation", number="any")
        discourse.descriptions[i] = replace(described, country=None, is_person=False, sector="GOV", anonymous=False)
        _name_land(discourse, i)


def own_land(discourse: Discourse, i: int, owner: int | None) -> int | None:
    """Return a mention of the country that is an official's own: "Reina denied that [his country] had asked".

    Args:
        discourse: The mentions of the report.
        i: The description.
        owner: Whose country it is, put together with whom that means.
    """
    facts = discourse.facts[i]
    if owner is None or facts.noun not in _COUNTRIES or discourse.saying(i) or facts.number == "many":
        return None
    countries = discourse.countries(owner)
    if len(countries) != 1 or discourse.facts[owner].kind != "person":
        return None
    key = f"country:{next(iter(countries))}"
    for j in range(i - 1, max(-1, i - _FAR), -1):
        identity = discourse.identities[j]
        if identity is not None and identity.key == key and j not in discourse.left_out and not discourse.holds(i, j):
            return j
    return None


_COUNTRIES = frozenset({"country", "nation", "homeland"})
_FAR = 200  # mentions


def join_lands_beside(discourse: Discourse) -> None:
    """Join "an ally of both" between commas with the country named right before it."""
    words = discourse.encoding.words
    for i in range(1, len(discourse.mentions)):
        mention, facts = discourse.mentions[i], discourse.facts[i]
        if mention.form != "nominal" or facts.noun not in OUTSIDERS or facts.number == "many" or mention.start < 2:
            continue
        named, identity = discourse.mentions[i - 1], discourse.identities[i - 1]
        is_land = identity is not None and identity.key.startswith("country:") and named.end == mention.start - 1
        if is_land and words[mention.start - 1] == "," and words[mention.end : mention.end + 1] == (",",):
            described = discourse.descriptions[i]
            discourse.facts[i] = replace(facts, kind="place", number="any")
            discourse.descriptions[i] = None if described is None else replace(described, is_person=False, sector="GOV")
            discourse.chains.join(i - 1, i)


def _name_land(discourse: Discourse, i: int) -> None:
    """Join a country's neighbour or ally with the country named right behind: "Russia's closest ally, [Belarus],"."""
    words, end = discourse.encoding.words, discourse.mentions[i].end
    for j in range(i + 1, min(i + 4, len(discourse.mentions))):
        named, identity = discourse.mentions[j], discourse.identities[j]
        is_land = identity is not None and identity.key.startswith("country:")
        if (
            is_land
            and named.start == end + 1
            and words[end] == ","
            and words[named.end : named.end + 1] in ((",",), (".",))
        ):
            discourse.chains.join(i, j)
            return


# Counterparts


_OWNS = frozenset({("'s",), ("’s",), ("'",), ("’",)})


def give_counterparts_office(discourse: Discourse, pronouns: Pronouns, i: int) -> None:
    """Give "his Russian counterpart" the office of whom "his" means, and note it."""
    described = discourse.descriptions[i]
    is_colleague = described is not None and described.noun == "colleague" and described.country is not None
    is_predecessor = described is not None and described.noun == "predecessor" and discourse.facts[i].number == "one"
    if described is None or described.office or not (described.noun in COUNTERPARTS or is_colleague or is_predecessor):
        return
    if not _RIVAL.isdisjoint(discourse.encoding.lower[discourse.mentions[i].start : discourse.mentions[i].head]):
        return  # "his opposition counterpart" holds no office
    people = _people_near(discourse, i)
    if not is_predecessor:
        _own_counterpart(discourse, i)
    start = discourse.mentions[i].start
    before = {start} | ({start - 1} if discourse.encoding.lower[start - 1 : start] in _OWNS else set())
    owners = [j for j in people if discourse.holds(i, j) or discourse.mentions[j].end in before]
    # "Pentagon chief speaks with Russian counterpart": a headline leaves the owner out.
    owners = owners or [j for j in reversed(people) if j < i]
    found = next((o for j in owners if (o := _office_of(discourse, pronouns, j)) is not None), None)
    if found is not None:
        country = found.country if is_predecessor else described.country
        again = _with_office(described, found)
        again = _of_predecessor(again) if is_predecessor else again
        discourse.descriptions[i] = replace(again, country=country, past=described.past or is_predecessor)
        _note_in_titles(discourse, i, described, found)


_RIVAL = frozenset({"opposition", "shadow"})


def _note_in_titles(discourse: Discourse, i: int, described: Description, found: Description) -> None:
    """Give the office to the name that a counterpart stands right in front of as well: "met [Indian counterpart] Ana Rau"."""
    for name in range(i + 1, min(i + 1 + _BESIDE, len(discourse.mentions))):
        titles = discourse.titles.get(name, [])
        titles[:] = [
            replace(t, description=_with_office(t.description, found)) if t.description.words == described.words else t
            for t in titles
        ]


_BESIDE = 8  # mentions from a title to its name, or the last of several: "his counterparts Roy, Lind and Rau"


def _with_office(described: Description, found: Description) -> Description:
    """Return what is said of a counterpart with the office of the other."""
    return replace(
        described, noun=found.noun, title=_title_elsewhere(found, described.country), office=found.office,
        sector=found.sector, is_person=True, inferred=True, anonymous=False,
    )  # fmt: skip


def _of_predecessor(described: Description) -> Description:
    """Return an office without what says that it is held for the time being: that of an "acting president"'s predecessor."""
    title = " ".join(word for word in described.title.split() if not is_new_in_office(word.lower()))
    office = office_named(title) if title != described.title else None
    return described if office is None else replace(described, title=title, office=office_key(office.title))


# What an office is called where no other word is known; the key is that of `office_key`.
_ELSEWHERE = {
    "foreign minister": "foreign minister",
    "defence minister": "defence minister",
    "interior minister": "interior minister",
    "minister treasury": "finance minister",
    "chancellor": "head of government",
    "taoiseach": "head of government",
}


def _title_elsewhere(found: Description, country: str | None) -> str:
    """Return what to call a counterpart: a Secretary of State's is a foreign minister, and no Secretary of State."""
    if country is None or country == found.country or "minister" in found.title.lower():
        return found.title
    own = [word for word in found.title.split() if country_of_adjective(word) is None]
    if own[-1:] and own[-1].islower():
        own = [word for word in own if not word[:1].isupper()]  # of a "Bundesbank head" it is another bank's
    title = " ".join("spokesperson" if word in {"spokesman", "spokeswoman"} else word for word in own)
    return _ELSEWHERE.get(found.office, title)


def _people_near(discourse: Discourse, i: int) -> list[int]:
    near = [j for j in range(max(0, i - 3), min(len(discourse.mentions), i + 4)) if j != i]
    return [j for j in near if discourse.facts[j].kind == "person" or discourse.mentions[j].form == "pronoun"]


def _own_counterpart(discourse: Discourse, i: int) -> None:
    """Join "his" of "his counterpart" with the person named last in the sentence: a counterpart is somebody's beside him."""
    owner, mentions, sentence_of = i + 1, discourse.mentions, discourse.syntax.sentence_of
    if owner >= len(mentions) or not discourse.holds(i, owner) or not discourse.facts[owner].gender:
        return
    here = sentence_of[mentions[i].head]
    near = [j for j in range(i - 1, max(-1, i - 6), -1) if sentence_of[mentions[j].head] == here]
    doers = set(discourse.syntax.children(discourse.syntax.heads[mentions[i].head], "nsubj"))
    doing = next((j for j in near if mentions[j].form == "pronoun" and mentions[j].head in doers), None)
    if doing is not None and discourse.chains.agrees(owner, doing):
        discourse.chains.join(owner, doing)  # "[she] would raise it with [her] counterparts"
        return
    if discourse.syntax.is_relation(
        mentions[i].head, "nsubj"
    ):  # whose counterpart does the like is who did the one thing
        near = [j for j in near if discourse.syntax.is_relation(mentions[j].head, "nsubj", "appos")] or near
    for j in near or _subjects_before(discourse, i):
        is_person = mentions[j].form == "name" and discourse.facts[j].kind == "person"
        if is_person and discourse.chains.agrees(owner, j):
            discourse.chains.join(owner, j)
            return


def _subjects_before(discourse: Discourse, i: int) -> list[int]:
    """Return the subjects of the sentence before in the paragraph: "[Fidan] said no. His Greek counterpart disagreed"."""
    mentions, syntax, lines = discourse.mentions, discourse.syntax, discourse.encoding.line_numbers
    start, number = mentions[i].start, syntax.sentence_of[mentions[i].head]
    if syntax.sentences[number].start != start or not number:
        return []
    near = [j for j in range(i - 1, max(-1, i - _NEAR), -1) if syntax.sentence_of[mentions[j].head] == number - 1]
    near = [j for j in near if lines[mentions[j].head] == lines[start] and discourse.quotations[mentions[j].head] < 0]
    return [j for j in near if _is_main_subject(discourse, mentions[j].head)]


def _is_main_subject(discourse: Discourse, word: int) -> bool:
    verb = discourse.syntax.heads[word]
    return discourse.syntax.is_relation(word, "nsubj") and discourse.syntax.heads[verb] == verb


def _office_of(discourse: Discourse, pronouns: Pronouns, j: int) -> Description | None:
    """Return the first office that the report gives to whom a mention means."""
    if discourse.mentions[j].form == "pronoun":
        pronouns.link(j)
    for member in discourse.some(j):
        for found in discourse.said_of(member):
            if found.office and not found.past and not is_trade(found.title):
                return found
    return None
