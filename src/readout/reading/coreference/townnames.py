# SPDX-License-Identifier: Apache-2.0
"""Towns that the name head takes for persons or bodies: told by the words beside them, and known to the gazetteer.

"In Lombard", "a Chapin man", "Bowers, 19, of Martinez" and "the Northbrook-based chain" tell of places, whatever the head
makes of the names. A word of a person's longer name in the same report stays that person's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from readout.reading.encoding import Encoding
from readout.resources import (
    body_named,
    country_named,
    country_of_adjective,
    country_of_part,
    igo_named,
    outlet_named,
)
from readout.resources.gazetteer import packaged_gazetteer
from readout.resources.regions import division_abbreviated, region_named

if TYPE_CHECKING:
    from readout.reading.coreference.namedentities import Name

__all__ = ["with_towns"]

_PLACING = frozenset("in from to at near into outside around inside toward towards".split())
_INSIDE = frozenset("in near outside inside around throughout".split())
# What one has in somebody or something that is no place: "faith in Lincoln", "a stake in Fulham".
_HELD = frozenset(
    "faith confidence trust believe believes believed believer believers belief interest interested stake stakes "
    "share shares invest invests invested investment investor investors disappointed pride dressed clad".split()
)
_DIRECTION = re.compile(r"(?:north|south)(?:[- ]?(?:east|west))?|east|west|outskirts|upstream|downstream")
_PEOPLE = frozenset(
    "man woman men women resident residents native natives mother father couple teenager teenagers teen teens boy girl villagers "
    "homeowner homeowners schoolboy schoolgirl pensioner Mayor mayor Governor governor Gov. Sheriff sheriff councillor Councillor "
    "councilman Councilman police".split()
)
_DIVISION_WORDS = 3  # "North West Province"
_JOINED = frozenset("based born area".split())  # behind a hyphen: "Northbrook-based"
_LARGE = 100_000  # inhabitants of a town that one may know
_OLDEST = 120
_ARTICLES = frozenset({"al", "el"})
_SHARE = 3  # one in so many names of a town stands behind "in"


def with_towns(encoding: Encoding, names: Sequence[Name]) -> list[Name]:
    """Take for places what the words beside it tell to be a town, and the other names of its letters that are no body's."""
    parted = [_before_hyphen(encoding, name) for name in _whole(encoding, names)]
    borne = _borne(encoding, parted)
    inside = _named_inside(encoding, parted)
    told = {name for name in parted if name.type != "place" and _is_told(encoding, name, borne, inside)}
    told |= _listed_with_places(encoding, parted, borne)
    forms = {_form(encoding, name) for name in told} | _spoken_of(encoding, parted, borne)
    return [
        replace(name, type="place")
        if name in told or (name.type == "person" and _form(encoding, name) in forms)
        else name
        for name in parted
    ]


def _form(encoding: Encoding, name: Name) -> str:
    return encoding.span(name.start, name.end).of(encoding.text)


def _borne(encoding: Encoding, names: Sequence[Name]) -> Counter[str]:
    """Count the longer names of persons that have a word; particles are everybody's."""
    persons = {encoding.words[n.start : n.end] for n in names if n.type == "person" and n.end - n.start > 1}
    return Counter(
        word
        for words in persons
        if country_of_part(" ".join(words)) is None
        for word in set(words)
        if word[0].isupper()
    )


def _is_told(encoding: Encoding, name: Name, borne: Counter[str], inside: set[str]) -> bool:
    """Tell whether the words beside a name tell of a town, and the gazetteer knows it."""
    form, words = _form(encoding, name), encoding.words[name.start : name.end]
    if name.type == "person" and len(words) > 1 and country_of_part(form) is not None:
        return True  # "South Carolina"
    if _is_landmark(encoding, name) or _is_seat(encoding, name):
        return not _is_listed(form)
    own = name.type == "person" and len(words) > 1  # counted itself
    if any(borne[word] > own for word in words):
        return False
    if _is_in_division(encoding, name) or _is_datelined(encoding, name):
        return True
    if _is_taken(encoding, name):
        return not _is_listed(form) and _is_large(form)
    beside = (
        (name.type == "person" and form in inside)
        or _is_of_people(encoding, name)
        or _is_home(encoding, name)
        or _is_joined(encoding, name.end)
        or _is_with_article(encoding, name)
        or _is_won(encoding, name)
        or _is_hyphened_town(encoding, name)
        or (_is_bound_for(encoding, name) and _is_large(form))
    )
    return beside and not _is_listed(form) and _is_known(form)


def _listed_with_places(encoding: Encoding, names: Sequence[Name], borne: Counter[str]) -> set[Name]:
    """Return towns in a list of places behind a preposition or behind two of them: "in Tuwairij, Nasiriya and [Samawa]".

    Behind one place only large towns: "would withdraw from Goma and [Bukavu]".
    """
    found: set[Name] = set()
    row: list[Name] = []  # the places of the list so far
    is_over = False  # behind "and" a list has no more items after a comma
    for one, name in pairwise(names):
        if not row and one.type == "place":
            row = [one]
            is_over = False
        between = encoding.lower[one.end : name.start]
        is_joined = bool(row) and row[-1] is one and _is_next_in_list(encoding, one, name)
        if not is_joined or (is_over and between[:1] == (",",)):
            row = []
            continue
        is_over = between[-1:] in (("and",), ("or",))
        if name.type == "place":
            row.append(name)
            continue
        form = _form(encoding, name)
        is_single = name.type == "person" and name.end - name.start == 1 and form not in borne and not _is_listed(form)
        placed = encoding.lower[max(row[0].start - 1, 0)] in _PLACING
        if is_single and ((placed and _is_large(form)) or (len(row) > 1 and _is_in_country_of(form, row, encoding))):
            found.add(name)
            row.append(name)
        else:
            row = []
    return found


def _is_next_in_list(encoding: Encoding, one: Name, name: Name) -> bool:
    """Tell whether a name is the next item of a list; "In Rome, Santos, who leads Colombia" is none."""
    between = encoding.lower[one.end : name.start]
    if encoding.lower[name.end : name.end + 1] == (",",) and encoding.lower[name.end + 1 : name.end + 2] in _WHO:
        return False
    goes_on = encoding.lower[name.end : name.end + 1] in ((",",), ("and",), ("or",))
    return between in (("and",), ("or",), (",", "and")) or (between == (",",) and goes_on)


def _is_in_country_of(form: str, row: Sequence[Name], encoding: Encoding) -> bool:
    """Tell whether the gazetteer has a town of the name in a country that all places of a list may lie in."""
    gazetteer = packaged_gazetteer()
    countries = [_usual_countries(_form(encoding, place)) for place in row]
    return any(
        site.feature_class == "P" and all(site.country in of for of in countries if of)
        for site in gazetteer.named(form)
    ) and any(countries)


def _usual_countries(form: str) -> set[str | None]:
    """Return the countries of those who usually bear a name: "Paris" is in France, and hardly in Texas."""
    sites = packaged_gazetteer().named(form)
    most = max((site.population for site in sites), default=0)
    return {site.country for site in sites if site.population * _USUAL >= most}


_USUAL = 10  # the largest bearer has so many times the inhabitants of others who are meant as well


_WHO = frozenset({("who",), ("whose",), ("whom",)})


def _is_landmark(encoding: Encoding, name: Name) -> bool:
    """Tell whether something lies in a direction from what is named: "12 km south of [Archers Post]", known or not."""
    before = encoding.lower[max(name.start - 2, 0) : name.start]
    return before[1:] == ("of",) and _DIRECTION.fullmatch(before[0]) is not None


def _is_seat(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name is that for which somebody sits in a parliament: "the MP for [Clacton]", known or not."""
    before = encoding.lower[max(name.start - 2, 0) : name.start]
    if before[1:] != ("for",):
        return False
    return before[0] in _SITTING or (name.type == "person" and before[0] in _SPEAKING)


_SITTING = frozenset("mp mep tds td senator lawmaker congressman congresswoman".split())
_SPEAKING = frozenset("member representative deputy councillor".split())  # a body may have one too


def _is_taken(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name stands right behind a verb by which towns are taken, entered or fled: "overran [El Fasher]"."""
    before = encoding.lower[max(name.start - 2, 0) : name.start]
    is_marched_on = len(before) == 2 and before[1] == "on" and before[0] in _MARCHING
    verb = encoding.lower[max(name.start - 1, 0)]
    is_taken = is_marched_on or verb in _TAKING or (verb in _FLEEING and not _is_like_surname(_form(encoding, name)))
    return name.type == "person" and is_taken


def _is_like_surname(form: str) -> bool:
    """Tell whether a town lies where towns bear the names of people, who are fled and left too: "Johnson", "Harris"."""
    return not _usual_countries(form).isdisjoint(_OF_SETTLERS)


_OF_SETTLERS = frozenset("USA CAN GBR IRL AUS NZL".split())


_MARCHING = frozenset("march marched marching advance advanced advancing advances closed closing".split())


_TAKING = frozenset(
    "took take taking takes seized seize seizing captured capture capturing recaptured recapture retook retake overran overrun "
    "besieged besieging shelled shelling bombarded bombarding stormed storming".split()
)
_FLEEING = frozenset("enter entered entering flee fled fleeing evacuate evacuated evacuating".split())


def _is_won(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name is that of a seat won or held by so many votes: "held [Varanasi] by 152,513 votes and [Wayanad] by …"."""
    if name.type != "person" or encoding.lower[name.end : name.end + 1] != ("by",) or not name.start:
        return False
    number = encoding.lower[name.end + 1 : name.end + 2]
    counted = bool(number) and number[0][0].isdigit() and not _BALLOTS.isdisjoint(encoding.vocabulary)
    return counted and encoding.lower[name.start - 1] in _WINNING


_BALLOTS = frozenset({"votes", "vote", "seat", "seats", "constituency", "election"})
_WINNING = frozenset("won held retained lost carried regained kept took and".split())


def _is_hyphened_town(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name with one hyphen is that of a town, as those of persons hardly are: "Faya-Largeau"."""
    form = _form(encoding, name)
    if name.type != "person" or not _HYPHENED.fullmatch(form):
        return False
    return any(site.name == form and site.population >= _NOT_TINY for site in packaged_gazetteer().named(form))


_HYPHENED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_NOT_TINY = 10_000


def _is_bound_for(encoding: Encoding, name: Name) -> bool:
    """Tell whether somebody leaves for what is named, or leaves it: "departed for [Marseille]", "left [Goma] for Kisangani".

    Somebody is left on the bench or in the dark; "would not leave [Goma] until".
    """
    after, leaving = encoding.lower[name.end : name.end + 1], encoding.lower[max(name.start - 1, 0)]
    if after == ("for",) and leaving in _LEAVING:
        return True
    if leaving in _TO_LEAVE and after and after[0] in _UNTIL and not _is_like_surname(_form(encoding, name)):
        return True
    before = encoding.lower[max(name.start - _AWAY, 0) : name.start]
    return before[-1:] == ("for",) and not _LEAVING.isdisjoint(before)


_AWAY = 5  # words
_TO_LEAVE = frozenset({"leave", "leaves", "leaving"})
_UNTIL = frozenset(". until till unless before after by ; immediately within".split())
_LEAVING = frozenset(
    "departed departs depart departing leave leaves left leaving sailed sails sail sailing bound headed heading flew fly "
    "embarked".split()
)


def _is_large(form: str) -> bool:
    """Tell whether the gazetteer knows a large town of a name, or the table of regions has it."""
    return region_named(form) is not None or any(s.population >= _LARGE for s in packaged_gazetteer().named(form))


def _is_known(form: str) -> bool:
    """Tell whether the gazetteer or the table of regions has a name."""
    return region_named(form) is not None or bool(packaged_gazetteer().named(form))


def _is_with_article(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name with the Arabic article is that of a large town: "el-Fasher", which no person's name has in the table."""
    large = (site.population >= _LARGE for site in packaged_gazetteer().named(_form(encoding, name)))
    return encoding.lower[name.start] in _ARTICLES and name.end - name.start > 1 and any(large)


def _is_listed(form: str) -> bool:
    """Tell whether a table knows a body of the name, or a people."""
    is_people = country_of_adjective(form) is not None and country_named(form) is None
    return is_people or any(known(form) is not None for known in (body_named, igo_named, outlet_named))


def _named_inside(encoding: Encoding, names: Sequence[Name]) -> set[str]:
    """Return the names of which one in three stands behind "in" or "near": "in Sanders" is told of a person elsewhere."""
    every = Counter(_form(encoding, name) for name in names)
    placed = Counter(_form(encoding, name) for name in names if _is_inside(encoding, name))
    return {form for form, times in placed.items() if _SHARE * times >= every[form]}


def _is_inside(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name stands behind "in" or "near", and nothing is held in it."""
    owns = encoding.lower[name.end : name.end + 1] in (("'s",), ("’s",))
    return encoding.lower[max(name.start - 1, 0)] in _INSIDE and not owns and not _is_held(encoding, name)


def _is_held(encoding: Encoding, name: Name) -> bool:
    """Tell whether what stands before a name is told to be held in it: "faith in Lincoln"."""
    return not _HELD.isdisjoint(encoding.lower[max(name.start - 3, 0) : name.start])


def _is_of_people(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name stands before a word for those who live in a place: "Concord residents", "a Cork mother"."""
    return encoding.lower[name.end : name.end + 1] != () and encoding.words[name.end] in _PEOPLE


def _is_home(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name is that of somebody's home: "Bowers, 19, of Martinez"."""
    before = encoding.lower[max(name.start - 4, 0) : name.start]
    if len(before) < 4 or before[-1] != "of" or before[0] != "," or before[2] != ",":
        return False
    return before[1].isdigit() and int(before[1]) < _OLDEST


def _is_in_division(encoding: Encoding, name: Name) -> bool:
    """Tell whether a division that has a town of the name stands behind a comma: "Bethel, Vt.", "Sault Ste. Marie, Ontario"."""
    first = name.end + 1
    if encoding.words[name.end : first] != (",",) or encoding.words[first : first + 1] == ():
        return False
    found = _division_at(encoding, first)
    return found is not None and any(
        (site.country, site.admin1) == found and site.feature_class == "P"
        for site in packaged_gazetteer().named(_form(encoding, name))
    )


def _is_datelined(encoding: Encoding, name: Name) -> bool:
    """Tell whether a name in capitals opens a line and a country that has such a town follows it: "MAE SAI, Thailand -"."""
    first = name.end + 1
    if not encoding.line_starts[name.start] or not all(w.isupper() for w in encoding.words[name.start : name.end]):
        return False
    if encoding.words[name.end : first] != (",",):
        return False
    ends = range(min(first + _DIVISION_WORDS, len(encoding.words)), first, -1)
    country = next(
        (c for end in ends if (c := country_named(encoding.span(first, end).of(encoding.text))) is not None), None
    )
    sites = packaged_gazetteer().named(_form(encoding, name)) if country is not None else ()
    return any(site.country == country.iso3 and site.feature_class == "P" for site in sites) if country else False


def _division_at(encoding: Encoding, first: int) -> tuple[str | None, str | None] | None:
    """Return country and code of the first-level division that stands at a word, None if none does."""
    for end in range(min(first + _DIVISION_WORDS, len(encoding.words)), first, -1):
        form = encoding.span(first, end).of(encoding.text)
        if (short := division_abbreviated(form)) is not None:
            return short.country, short.admin1
        if form[0].isupper() and country_of_part(form) is not None:
            sites = (site for site in packaged_gazetteer().named(form) if site.feature_code == "ADM1")
            return next(((site.country, site.admin1) for site in sites), None)
    return None


def _is_joined(encoding: Encoding, end: int) -> bool:
    """Tell whether a hyphen and "based" follow without white space."""
    return (
        encoding.words[end : end + 1] == ("-",)
        and encoding.lower[end + 1 : end + 2] != ()
        and encoding.lower[end + 1] in _JOINED
        and encoding.spans[end].start == encoding.spans[end - 1].end
    )


def _before_hyphen(encoding: Encoding, name: Name) -> Name:
    """Leave "-based" away from the name of a town: "Albany-based"."""
    end = name.end - 2
    if end <= name.start or name.type == "person" or not _is_joined(encoding, end):
        return name
    bare = replace(name, end=end)
    return bare if packaged_gazetteer().named(_form(encoding, bare)) else name


def _whole(encoding: Encoding, names: Sequence[Name]) -> list[Name]:
    """Make one name of a town whose name has several hyphens, of which the head found parts: "Port-au-Prince"."""
    whole: list[Name] = []
    for name in names:
        if whole and name.start < whole[-1].end:
            continue
        first, last = _hyphenated(encoding, name)
        if encoding.words[first:last].count("-") > 1 and (first, last) != (name.start, name.end):
            town = replace(name, start=first, end=last, type="place")
            if packaged_gazetteer().named(_form(encoding, town)):
                name = town
        if whole and whole[-1].end > name.start:
            whole.pop()
        whole.append(name)
    return whole


def _hyphenated(encoding: Encoding, name: Name) -> tuple[int, int]:
    """Return the words around a name that hyphens without white space join to it."""
    words, spans = encoding.words, encoding.spans

    def joined(hyphen: int) -> bool:
        inside = 0 < hyphen < len(words) - 1 and words[hyphen] == "-"
        return inside and spans[hyphen - 1].end == spans[hyphen].start and spans[hyphen].end == spans[hyphen + 1].start

    first, last = name.start, name.end
    while joined(first - 1):
        first -= 2
    while joined(last):
        last += 2
    return first, last


def _spoken_of(encoding: Encoding, names: Sequence[Name], borne: Counter[str]) -> set[str]:
    """Return large towns that were taken for persons, of which the report speaks only as of towns: "withdrew from [Goma]"."""
    alone: dict[str, list[Name]] = {}
    for name in names:
        if name.type == "person" and name.end - name.start == 1:
            alone.setdefault(encoding.words[name.start], []).append(name)
    return {
        text
        for text, found in alone.items()
        if text not in borne
        and all(encoding.lower[max(0, name.start - 1)] in _PLACING and not _is_held(encoding, name) for name in found)
        and _is_large(text)
    }
