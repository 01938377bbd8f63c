# SPDX-License-Identifier: Apache-2.0
"""Where the names of places stand in a report: mentions of places, places inside other names, and what no mention holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.reading.coreference.facts import names_vessel
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.metonyms import is_government
from readout.reading.encoding import Encoding
from readout.reading.places.candidates import LANDSCAPE, is_body, is_known
from readout.reading.places.innerplaces import (
    NO_NAMES,
    PARTS,
    PLACED,
    SHORT,
    TOWN_ON,
    Inner,
    PlaceKind,
    PlaceName,
    form_of,
    is_adjective,
    is_division_called,
    names_inside,
)
from readout.reading.trees.syntax import Syntax
from readout.resources import (
    body_named,
    country_named,
    country_of_adjective,
    country_of_capital,
    igo_named,
    is_common_surname,
    is_currency_noun,
    outlet_named,
)
from readout.resources.gazetteer import Gazetteer, packaged_gazetteer
from readout.resources.names import fold_name
from readout.resources.regions import division_abbreviated, region_of_adjective

__all__ = ["find_names"]

_NOT_TINY = 10_000  # inhabitants from which a town may be meant by the name that somebody bears, too

_OFFICERS = frozenset("Mayor Governor Gov. Sheriff Sen. Rep. Councillor".split())
_STORMS = frozenset("Cyclone Hurricane Typhoon Supertyphoon Storm".split())  # bear names of towns, too
_WATERS = frozenset("sea gulf bay strait straits cape isle lake lakes".split())  # "the Sea of Azov"
_SIDES = frozenset({"North", "South", "East", "West", "Central"})  # "Cheshire East"
_REALMS = frozenset("republic kingdom emirate sultanate state".split())  # "the Democratic Republic of the Congo"
_MOST_BETWEEN = 3  # words: "-on-"
_OWNS = frozenset({"'s", "’s"})


def find_names(
    encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], gazetteer: Gazetteer
) -> list[PlaceName]:
    """Find places that are named, then those inside longer names, then what no mention holds."""
    every = [mention for mention in mentions if mention.form == "name"]
    named = [m for m in every if not names_vessel(encoding, m)]
    surnames, honoured = {encoding.words[m.end - 1] for m in every if m.type == "person"}, _honoured(encoding, every)
    found = [
        part
        for mention in named
        if not (mention.start and encoding.words[mention.start - 1] in _STORMS)
        and encoding.words[mention.start] not in _STORMS
        and not _is_surname(encoding, mention, surnames, gazetteer)
        and not _is_titled(encoding, mention, gazetteer)
        and not _is_honoured(encoding, mention, honoured, gazetteer)
        and (each := _named(encoding, syntax, mention, gazetteer)) is not None
        for part in _both_ends(encoding, each, gazetteer)
    ]
    storms = {word for at, word in enumerate(encoding.words) if _is_storm(encoding, at)}
    found = [each for each in found if not _is_of_storm(encoding, each, storms)]
    owned = _owned(encoding, gazetteer)
    held = _words(owned)
    found = _joined(encoding, [f for f in found if held.isdisjoint(range(f.start, f.end))] + owned, gazetteer)
    taken = _words(found)
    forms = {form_of(encoding, each.start, each.end) for each in found}
    inner = Inner({form for form in forms if is_known(form, gazetteer)}, gazetteer)
    for mention in named:
        if mention.type != "person" and taken.isdisjoint(range(mention.start, mention.end)):
            found += names_inside(encoding, mention, inner)
    others = [mention for mention in every if mention.type == "person" or names_vessel(encoding, mention)]
    taken = _words(found) | {word for mention in others for word in range(mention.start, mention.end)}
    found += _unheld(encoding, syntax, taken, inner)
    found = [each for each in found if not _is_of_storm(encoding, each, storms)]
    told = (each for each in found if not any(is_none(encoding, each) for is_none in _NO_PLACES))
    return [_with_region(encoding, each, inner) for each in told]


def _is_storm(encoding: Encoding, at: int) -> bool:
    """Tell whether a word is the name of a storm: "Typhoon [Pepito]", "Supertyphoon "[Egay]"."""
    before = at - 1 - (at > 1 and encoding.words[at - 1] in {'"', "“", "'", "‘"})
    return before >= 0 and encoding.words[before] in _STORMS and encoding.words[at].istitle()


def _is_of_storm(encoding: Encoding, found: PlaceName, storms: set[str]) -> bool:
    """Tell whether a name is that of a storm of the report: "[Florence] weakened", not "in [Florence]", "[Florence], Italy"."""
    form = form_of(encoding, found.start, found.end)
    if form not in storms or country_named(form) is not None:
        return False
    behind = encoding.words[found.end : found.end + 2]
    is_told = behind[:1] == (",",) and behind[1:] != () and behind[1][0].isupper()
    return _is_storm(encoding, found.start) or not (is_told or encoding.lower[max(found.start - 1, 0)] in PLACED)


_NUMBERED = frozenset("ward zone sector block gate camp area district unit loop".split())
_NUMBERED_AFTER_NAMES = frozenset("road highway route station precinct".split())  # "County Road 35", "Fire Station 2"


def _is_numbered(encoding: Encoding, found: PlaceName) -> bool:
    """Tell whether a name is the word for one of several that have numbers: "[Ward] 9", "[State Highway] 14"."""
    behind, last = encoding.words[found.end : found.end + 1], encoding.lower[found.end - 1]
    kinds = _NUMBERED if found.end - found.start == 1 else _NUMBERED_AFTER_NAMES
    return last in kinds and behind != () and behind[0].isdigit()


_MAKERS = frozenset(
    "chevrolet chevy toyota hyundai kia dodge gmc pontiac buick cadillac nissan honda jeep chrysler mazda mitsubishi subaru "
    "volkswagen isuzu".split()
)
_OF_MAKER = frozenset(
    "plant plants factory factories assembly works workers dealership dealer dealers motor motors".split()
)


def _is_model(encoding: Encoding, found: PlaceName) -> bool:
    """Tell whether a name is that of a car with its maker's: "a Dodge [Durango]", not "the Nissan [Smyrna] plant"."""
    behind = encoding.lower[found.end : found.end + 1]
    if encoding.lower[found.start] in _MAKERS:  # "a Hyundai Santa Fe", not Dodge City
        return found.end - found.start > 1 and encoding.lower[found.end - 1] not in _CALLED
    is_made = found.start > 0 and encoding.lower[found.start - 1] in _MAKERS
    is_made = is_made and country_named(form_of(encoding, found.start, found.end)) is None  # "Honda [Canada]"
    return is_made and (behind == () or behind[0] not in _OF_MAKER)


_CALLED = frozenset(
    "city county center centre park stadium arena raceway street road avenue field hall plaza tower".split()
)
_ERAS = frozenset({"B.C.", "BC", "B.C"})
_CENTURIES = frozenset({"century", "centuries", "millennium"})


def _is_era(encoding: Encoding, found: PlaceName) -> bool:
    """Tell whether letters count the years before Christ: "250 [B.C.]"."""
    if form_of(encoding, found.start, found.end) not in _ERAS or not found.start:
        return False
    before = encoding.lower[found.start - 1]
    is_year = before.isdigit() and int(before) < _MODERN and _OF_PROVINCE.isdisjoint(encoding.vocabulary)
    return before in _CENTURIES or is_year


_MODERN = 1800  # "in 2021 B.C. had"
_OF_PROVINCE = frozenset("canada canadian canadians columbia columbians vancouver victoria kelowna kamloops".split())
_OF_SOME = {
    ("State",),
    ("Centre",),
    ("Province",),
    ("Government",),
}  # Indian papers write the state's, the Union's and others' so


def _is_of_some(encoding: Encoding, found: PlaceName) -> bool:
    """Tell whether a name only says of which kind a place is: "the [State] will borrow"."""
    return encoding.words[found.start : found.end] in _OF_SOME


_FISCAL = re.compile(r"FY\d{2,4}")


def _is_fiscal(encoding: Encoding, found: PlaceName) -> bool:
    """Tell whether a name is the code of a fiscal year: "FY27"."""
    return _FISCAL.fullmatch(form_of(encoding, found.start, found.end)) is not None


_FEASTS = frozenset({"Christmas", "Easter"})


def _is_feast(encoding: Encoding, found: PlaceName) -> bool:
    """Tell whether a name is rather that of a feast than of a little town that bears it: "at [Christmas]"."""
    behind = encoding.words[found.end : found.end + 1]
    return encoding.words[found.start : found.end] in {(feast,) for feast in _FEASTS} and behind != (",",)


_SCALES = frozenset({("Richter",), ("Mercalli",)})
_CRUDE = frozenset({"crude", "barrel", "barrels", "bpd", "wti"})


def _is_of_measure(encoding: Encoding, found: PlaceName) -> bool:
    """Tell whether a name is part of a currency, a unit or a price: "US$", "US cents", "British thermal units", "Brent" of oil."""
    behind = encoding.words[found.end : found.end + 1]
    if encoding.words[found.start : found.end] in _SCALES:
        return True
    if behind == ("$",):
        return encoding.spans[found.end - 1].end == encoding.spans[found.end].start
    if encoding.words[found.start : found.end] == ("Brent",):
        return not encoding.vocabulary.isdisjoint(_CRUDE)
    return behind in (("cents",), ("cent",), ("thermal",)) and found.kind in {"demonym", "location", "part_of_name"}


_PLANETS = frozenset("Earth Mars Venus Jupiter Saturn Neptune".split())
_OF_SPACE = frozenset(
    "orbit orbits orbiting orbiter spacecraft spaceship nasa rover astronaut astronauts cosmonaut cosmonauts planet planets "
    "telescope asteroid asteroids comet".split()
)


def _is_division(words: Sequence[str]) -> bool:
    return any(site.feature_code == "ADM1" for word in words for site in packaged_gazetteer().named(word))


def _is_planet(encoding: Encoding, found: PlaceName) -> bool:
    """Tell whether a name is that of a planet after which a town is called, too: "above [Earth]", not "in [Mars], Pennsylvania"."""
    name, behind = encoding.words[found.start : found.end], encoding.words[found.end : found.end + 2]
    if len(name) > 1 or name[0] not in _PLANETS or (behind[:1] == (",",) and _is_division(behind[1:])):
        return False
    return name[0] == "Earth" or not _OF_SPACE.isdisjoint(encoding.vocabulary)


_NO_PLACES = (_is_planet, _is_of_measure, _is_numbered, _is_model, _is_era, _is_feast, _is_fiscal, _is_of_some)


def _joined(encoding: Encoding, found: Sequence[PlaceName], gazetteer: Gazetteer) -> list[PlaceName]:
    """Join what is one name of a town: "Stratford upon Avon", "Cox's Bazar", where each part was taken for a place of its own."""
    joined: list[PlaceName] = []
    for each in sorted(found, key=lambda f: f.start):
        last = joined[-1] if joined else None
        if last is not None and _goes_on(encoding, last.end, each.start):
            form = form_of(encoding, last.start, each.end)
            if is_known(form, gazetteer) or gazetteer.named(form.replace(" ", "-")):
                joined[-1] = replace(last, end=each.end)
                continue
        joined.append(each)
    return joined


def _owned(encoding: Encoding, gazetteer: Gazetteer) -> list[PlaceName]:
    """Find towns whose name holds that of an owner, which is no person of the report: "Cox's Bazar", "Lee's Summit"."""
    words = encoding.words
    return [
        PlaceName(at - 1, at + 2, "location")
        for at in range(1, len(words) - 1)
        if encoding.lower[at] in _OWNS
        and words[at - 1][0].isupper()
        and words[at + 1][0].isupper()
        and not (at + 2 < len(words) and words[at + 2][0].isupper() and not encoding.line_starts[at + 2])
        and not any(encoding.line_starts[at : at + 2])
        and gazetteer.named(form_of(encoding, at - 1, at + 2))
    ]


def _goes_on(encoding: Encoding, end: int, start: int) -> bool:
    """Tell whether what stands between two names may be inside one: "Stratford upon Avon", "Rostov-on-Don", "Cox's Bazar"."""
    between = [word for word in encoding.lower[end:start] if word != "-"]
    if between in (["of"], ["of", "the"]):
        return encoding.lower[end - 1] in _WATERS | _REALMS
    if not 0 < start - end <= _MOST_BETWEEN or len(between) > 1:
        return False
    return between[0] in TOWN_ON | _OWNS if between else encoding.lower[end - 1] in TOWN_ON


def _is_surname(encoding: Encoding, mention: Mention, surnames: set[str], gazetteer: Gazetteer) -> bool:
    """Tell whether what was taken for a place is rather a person who is named in full elsewhere, as "in Lind" would not be."""
    alone = mention.type == "place" and mention.end - mention.start == 1
    form, before = encoding.words[mention.start], encoding.lower[mention.start - 1] if mention.start else ""
    return (
        alone
        and form in surnames
        and before not in PLACED
        and not any(site.population >= _NOT_TINY for site in gazetteer.named(form))
    )


_TITLES = frozenset(
    "President Minister Premier Chancellor Senator Chairman Chairwoman Secretary Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Gen. General".split()
)


def _is_titled(encoding: Encoding, mention: Mention, gazetteer: Gazetteer) -> bool:
    """Tell whether what was taken for a place is rather somebody with a title: "President [Park Geun-hye]"."""
    long = mention.end - mention.start > 1 and mention.start > 0
    return (
        long
        and encoding.words[mention.start - 1] in _TITLES
        and not is_known(form_of(encoding, mention.start, mention.end), gazetteer)
    )


def _honoured(encoding: Encoding, names: Sequence[Mention]) -> set[str]:
    """Return the words of longer names that are no places, or of what is called after somebody: "Kenyatta National Hospital"."""
    longer = [m for m in names if m.end - m.start > 1]
    called = [m for m in longer if m.type != "place" or is_body(form_of(encoding, m.start, m.end))]
    return {encoding.words[word] for m in called for word in range(m.start, m.end)}


def _is_honoured(encoding: Encoding, mention: Mention, honoured: set[str], gazetteer: Gazetteer) -> bool:
    """Tell whether what was taken for a place is rather somebody after whom something is called: no place bears the name."""
    form, before = encoding.words[mention.start], encoding.lower[mention.start - 1] if mention.start else ""
    alone = mention.end - mention.start == 1 and form in honoured and before not in PLACED
    return alone and not is_known(form, gazetteer)


def _both_ends(encoding: Encoding, found: PlaceName, gazetteer: Gazetteer) -> tuple[PlaceName, ...]:
    """Return the two places that a hyphen joins to no name of one: "the Beijing-Guangzhou line"."""
    hyphens = [word for word in range(found.start + 1, found.end - 1) if encoding.words[word] in {"-", "–"}]
    if len(hyphens) != 1 or is_known(form_of(encoding, found.start, found.end), gazetteer):
        return (found,)
    ends = replace(found, end=hyphens[0]), replace(found, start=hyphens[0] + 1)
    return ends if all(is_known(form_of(encoding, e.start, e.end), gazetteer) for e in ends) else (found,)


def _words(found: Sequence[PlaceName]) -> set[int]:
    return {word for each in found for word in range(each.start, each.end)}


def _named(encoding: Encoding, syntax: Syntax, mention: Mention, gazetteer: Gazetteer) -> PlaceName | None:
    """Return the place that a mention names, None if it names something else or holds the name of a place."""
    form = encoding.text[mention.span.start : mention.span.end]
    if country_of_adjective(form) is not None and country_named(form) is None:
        return None
    if region_of_adjective(form) is not None and not is_known(form, gazetteer):
        return None  # "the Rohingya" are a people
    if is_currency_noun(form.lower()) and not is_known(form, gazetteer):
        return None  # "Naira falls"
    seat = country_of_capital(form) is not None
    if mention.type != "place" and not seat:
        return None
    if not seat and (igo_named(form) or outlet_named(form) or (body_named(form) and not is_known(form, gazetteer))):
        return None
    kind: PlaceKind = "metonym" if seat and is_government(encoding, syntax, mention) else "location"
    end = _end_of_name(encoding, mention, gazetteer)
    return PlaceName(_start_of_name(encoding, mention, form, gazetteer), end, kind)


def _end_of_name(encoding: Encoding, mention: Mention, gazetteer: Gazetteer) -> int:
    """Return where the name of a place ends, which goes on in a direction or the word for a landscape: "Cheshire East".

    A landscape that no gazetteer knows is taken for one where its word ends the name, not in "in Wales Lake District crews".
    """
    end = mention.end
    if end >= len(encoding.words) or encoding.line_starts[end] or encoding.words[end] not in LANDSCAPE | _SIDES:
        return end
    if is_known(form_of(encoding, mention.start, end + 1), gazetteer):
        return end + 1
    behind = encoding.words[end + 1 : end + 2]
    begins_another = behind != () and behind[0][0].isupper() and not encoding.line_starts[end + 1]
    return end + 1 if encoding.words[end] in LANDSCAPE and not begins_another else end


def _start_of_name(encoding: Encoding, mention: Mention, form: str, gazetteer: Gazetteer) -> int:
    """Return where the name of the place begins: "Northeast Georgia" is of Georgia, "North Carolina" is not of Carolina."""
    start = mention.start
    if encoding.words[start].islower() and encoding.words[start + 1 : mention.end][:1] != ():
        start += encoding.words[start + 1][0].isupper()  # "flattens Greenfield" of a headline is Greenfield
    while start + 1 < mention.end and encoding.lower[start] in PARTS:
        start += 1
    bare = (
        start > mention.start
        and not is_known(form, gazetteer)
        and is_known(form_of(encoding, start, mention.end), gazetteer)
    )
    return start if bare else mention.start


def _unheld(encoding: Encoding, syntax: Syntax, taken: set[int], inner: Inner) -> list[PlaceName]:
    """Find what no mention holds: adjectives, abbreviations of states, and names that the report has as places elsewhere."""
    found = []
    for word, form in enumerate(encoding.words):
        if (
            word not in taken
            and form[0].isupper()
            and (kind := _alone(encoding, syntax, word, form, inner)) is not None
        ):
            found.append(PlaceName(word, word + 1, kind))
    return found


def _with_region(encoding: Encoding, name: PlaceName, inner: Inner) -> PlaceName:
    """Return the division that an adjective is the name of together with its kind: "the Somali Region" lies in Ethiopia."""
    end = name.end + 1
    if (
        name.kind != "demonym"
        or end > len(encoding.words)
        or not is_division_called(form_of(encoding, name.start, end), inner.gazetteer)
    ):
        return name
    return PlaceName(name.start, end, "location")


def _alone(encoding: Encoding, syntax: Syntax, word: int, form: str, inner: Inner) -> PlaceKind | None:
    if is_adjective(form):
        return "demonym" if country_named(form) is None else "location"
    if _opens_dateline(encoding, word, inner):
        return "location"
    before = encoding.lower[word - 1] if word else ""
    if (before == "," or form.count(".") > 1) and division_abbreviated(form) is not None:
        return "location"
    if syntax.upos[word] == "PROPN" and len(form) >= SHORT and _is_of_officer(encoding, word, inner):
        return "location"
    beside = [encoding.words[at] for at in (word - 1, word + 1) if 0 <= at < len(encoding.words)]
    if any(other[0].isupper() for other in beside) or len(form) < SHORT or encoding.lower[word].rstrip(".") in NO_NAMES:
        return None
    if fold_name(form) in inner.keys or (
        before in PLACED and syntax.upos[word] == "PROPN" and inner.gazetteer.named(form)
    ):
        return "location"
    return None


def _opens_dateline(encoding: Encoding, word: int, inner: Inner) -> bool:
    """Tell whether a town in capitals opens a line before a colon, as Asian papers have their datelines: "IPOH: Police …"."""
    form = encoding.words[word]
    if not _opens_with_capitals(encoding, word) or len(form) < SHORT or encoding.lower[word] in NO_NAMES | _SECTIONS:
        return False
    if igo_named(form) or outlet_named(form) or body_named(form) or is_common_surname(form.title()):
        return False
    if sum(_opens_with_capitals(encoding, at) for at in range(len(encoding.words))) > 1:
        return False  # who speaks in a transcript
    towns = [s for s in inner.gazetteer.named(form) if s.feature_class == "P" and s.population >= _TOWN]
    return bool(towns) and not any(s.country in _NO_COLONS for s in towns)


def _opens_with_capitals(encoding: Encoding, word: int) -> bool:
    return (
        encoding.line_starts[word] and encoding.words[word].isupper() and encoding.words[word + 1 : word + 2] == (":",)
    )


_SECTIONS = frozenset("metro date nice split tours sale male".split())
_NO_COLONS = frozenset({"USA", "GBR", "IRL", "CAN", "AUS", "NZL"})  # whose papers write no such datelines
_TOWN = 50_000  # inhabitants


def _is_of_officer(encoding: Encoding, word: int, inner: Inner) -> bool:
    """Tell whether a word stands for the town or state whose mayor or governor is named behind it: "Sochi Mayor"."""
    if encoding.words[word + 1 : word + 2] == () or encoding.words[word + 1] not in _OFFICERS:
        return False
    form, key = encoding.words[word], encoding.lower[word]
    if word and encoding.words[word - 1][0].isupper() and not encoding.line_starts[word]:
        return False
    known = inner.gazetteer.named(form) if key not in NO_NAMES | PARTS else ()
    return any(site.feature_code == "ADM1" or site.population >= _NOT_TINY for site in known)
