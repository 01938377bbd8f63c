# SPDX-License-Identifier: Apache-2.0
"""Where a name lies that the gazetteer lacks, if the words beside it say so: "the Alder clinic in Lviv", "Lviv's Alder clinic".

Streets, schools, hospitals and hamlets are in no gazetteer that a package carries. What a report says of them is enough for
a map: the point of the town that they lie in. Of a country or a state only the country is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readout.reading.places.candidates import distance_km, is_body, is_country, is_region, is_street
from readout.reading.places.distances import NEAR_KM
from readout.reading.places.placewords import lies_in
from readout.reading.places.renown import LITTLE_KNOWN
from readout.reading.places.senses import NO_SUCH_NAME, Sense, inside
from readout.resources.gazetteer import Site
from readout.resources.regions import division_abbreviated
from readout.text import Span

__all__ = ["with_holders"]

# What lies in or at the town that it is called after, beside the buildings and bodies that are.
_AROUND_TOWNS = frozenset(
    "lagoon beach bay hills heights docks harbour harbor marina crossing checkpoint pier reserve forest estate district area "
    "plant base dam mine refinery bazaar suburb quarter".split()
)
_GAP = 70  # characters between a name and that of what it lies in
_KINDS = (
    r"(?:city|town|village|suburb|outskirts|district|neighbou?rhood|capital|port|hamlet|settlement|camp|province|region|state|"
    r"county|area|municipality|governorate)"
)
_WORDS = r"(?:[a-z][\w'’-]*\s+)"
_BEHIND = (
    r"(?:(?:\s+(?:[Ii]nternational|national|general|central|military|police|railway|train|power|air|refugee|nuclear|primary|high))?"
    r"\s+(?:airport|airfield|hospital|clinic|mosque|church|cathedral|camp|station|base|plant|prison|jail|penitentiary|barracks|"
    r"school|university|hotel|stadium|palace|"
    r"market|bridge|square|street|road|port|mine|refinery|dam|neighbou?rhood|district|suburb|area|village))?"
)
_CALLED = re.compile(_BEHIND)
_IN = re.compile(
    rf"{_BEHIND}\s+in\s+(?:the\s+)?(?:{_WORDS}{{0,4}}{_KINDS}\s+of\s+|(?:north|south|east|west|central|downtown)[a-z-]*\s+|{_WORDS}city\s+)?"
)
_COMMA = re.compile(rf"{_BEHIND},\s+(?:in\s+(?:the\s+)?)?")
_COMMA_IN = re.compile(r",\s+in\s+(?:the\s+)?")
_APPOSED = re.compile(rf",\s+(?:a|an|the)\s+{_WORDS}{{0,3}}{_KINDS}\s+(?:of|in|outside)\s+(?:the\s+)?{_WORDS}{{0,4}}")
_SETTLED = frozenset("village neighbourhood neighborhood district suburb area camp port".split())
_OWNED = re.compile(rf"['’]s\s+(?:{_WORDS}{{0,3}}{_KINDS}\s+of\s+)?")
# Where the words call a name a town, port or district they lie in what is named, whatever well-known place bears the name.
_OF_KIND = re.compile(
    rf"(?:['’]s)?\s+(?!(?:in|at|near|of|to|from|on|and|or|outside|the|is|was)\b){_WORDS}{{0,3}}{_KINDS}\s+of\s+"
)
_OWNS, _JOINED = re.compile(r"['’]s\s+"), re.compile(r",\s+|,?\s+(?:and|or|&)\s+")
_PARTS = re.compile(
    r"\s+(?:areas|districts|neighbou?rhoods|suburbs|quarters|wards|boroughs|streets|squares|markets|camps)\b"
)
_KIND_BEFORE = re.compile(rf"\b{_KINDS}\s+of\s+$")
_CLOSED = re.compile(r"\s*[,.;:!?)\]—–”\"]|\s*\(|\s*$|\s*\n")
_LONG = frozenset(
    "river creek lake canal sea bay mountains hills highway interstate motorway route railway line border".split()
)
_LISTED_BEFORE = re.compile(r"\w,\s+$")
_LIST_GOES_ON = re.compile(r",?\s+(?:and|or|&)\s+[A-Z]|,\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?,?\s+and\s")


def with_holders(text: str, spans: Sequence[Span], forms: Sequence[str], senses: Sequence[Sense]) -> list[Sense]:
    """Place what the gazetteer lacks by what the words beside it say that it lies in, and the other mentions of that name."""
    sites = [sense.site for sense in senses]
    holders = _parts_of_towns(text, spans, sites) | _lying_in(text, spans, sites)
    own = {at: holder for at, holder in sorted(holders.items(), reverse=True) if _names_itself(text, spans[at])}
    of_form = {forms[at]: _inside(forms[at], holder) for at, holder in own.items()}
    told = {at: _inside(forms[at], holder) for at, holder in holders.items()}
    elsewhere = {forms[at] for at in own if _is_called_elsewhere(text, spans, at, senses[at].site, own[at])}
    other = {
        at: of_form[form]
        for at, form in enumerate(forms)
        if form in of_form and (senses[at].rule == NO_SUCH_NAME or form in elsewhere)
    }
    after = _called_after(forms, senses)
    return [told.get(at) or other.get(at) or after.get(forms[at]) or sense for at, sense in enumerate(senses)]


def _called_after(forms: Sequence[str], senses: Sequence[Sense]) -> dict[str, Sense]:
    """Place what the gazetteer lacks and is called after a town that the report names, too: "Wajima Port" beside "Wajima".

    A little-known town that lies elsewhere than most of what the report names only bears the name by chance.
    """
    sites = {form: s.site for form, s in zip(forms, senses, strict=True) if s.site is not None}
    named = Counter(site.country for site in sites.values())
    home = {country for country, number in named.items() if number == max(named.values())}
    towns = {
        form: site
        for form, site in sites.items()
        if _is_fine(site) and (site.population >= LITTLE_KNOWN or (site.country in home and named[site.country] > 1))
    }
    found = {}
    for form, sense in zip(forms, senses, strict=True):
        words = form.split()
        if sense.site is not None or sense.rule != NO_SUCH_NAME or is_street(form) or not _is_called_after(words):
            continue
        holder = next(
            (towns[each] for end in range(len(words) - 1, 0, -1) if (each := " ".join(words[:end])) in towns), None
        )
        if holder is not None:
            found[form] = _inside(form, holder)
    return found


def _is_called_after(words: Sequence[str]) -> bool:
    return len(words) > 1 and (is_body(" ".join(words)) or words[-1].lower() in _AROUND_TOWNS)


def _inside(form: str, holder: Site) -> Sense:
    """Return what a name means of which no more is known than what it lies in."""
    if not _is_fine(holder):
        return Sense(None, NO_SUCH_NAME, holder.country)
    return inside(form, holder, f"the point is that of {holder.name}, in which it lies")


def _names_itself(text: str, span: Span) -> bool:
    """Tell whether a name is that of the place, not of whom an airport or a hospital is called after: "Kenyatta airport"."""
    behind = _CALLED.match(text, span.end)
    return behind is None or behind.end() == span.end or behind[0].split()[-1] in _SETTLED


def _lying_in(text: str, spans: Sequence[Span], sites: Sequence[Site | None]) -> dict[int, Site]:
    """Return what names that mean nothing yet lie in, by the words that stand between two names.

    Args:
        text: The report.
        spans: Where the names stand, in text order.
        sites: What each means, None where that is open.
    """
    found: dict[int, Site] = {}
    for at in reversed(range(len(spans) - 1)):  # from behind: "Mill Road in Estey, N.B."
        gap = text[spans[at].end : spans[at + 1].start]
        if len(gap) > _GAP:
            continue
        inner, outer = (at + 1, at) if _OWNED.fullmatch(gap) or _OF_KIND.fullmatch(gap) else (at, at + 1)
        holder = sites[outer] or found.get(outer)
        if holder is None or holder.feature_class not in {"P", "A"} or is_region(holder):
            continue
        is_in = _IN.fullmatch(gap) is not None or _COMMA_IN.fullmatch(gap) is not None
        is_in = is_in or (
            _COMMA.fullmatch(gap) is not None and _is_state(text, spans[outer], holder)
        )  # "Emerson, Man.,"
        elsewhere = (is_in and _is_namesake(sites[inner], holder)) or _is_called_elsewhere(
            text, spans, inner, sites[inner], holder
        )
        if (elsewhere or _is_open(_with_body(text, spans[inner]), sites[inner], holder)) and (
            inner > outer
            or _OF_KIND.fullmatch(gap)
            or _IN.fullmatch(gap)
            or _APPOSED.fullmatch(gap)
            or _is_behind_comma(text, spans, at, holder)
        ):
            found[inner] = holder
    return found


def _is_open(form: str, site: Site | None, holder: Site) -> bool:
    """Tell whether it is not known where a name lies: nothing bears it, or what it is called after lies elsewhere.

    A river or a highway is longer than what it is told to be in.
    """
    if not _LONG.isdisjoint(form.lower().split()):
        return False
    is_elsewhere = site is not None and site.feature_class in {"P", "A"} and not is_country(site)
    return site is None or (is_body(form) and is_elsewhere and site.country != holder.country)


def _parts_of_towns(text: str, spans: Sequence[Span], sites: Sequence[Site | None]) -> dict[int, Site]:
    """Return the towns of which names in a list are parts: "Dhaka's Uttara, Rampura and Jatrabari areas"."""
    found: dict[int, Site] = {}
    for at, holder in enumerate(sites[:-2]):
        gap = text[spans[at].end : spans[at + 1].start]
        if holder is None or holder.feature_class != "P" or not _OWNS.fullmatch(gap):
            continue
        last = at + 1
        while last + 1 < len(spans) and _JOINED.fullmatch(text[spans[last].end : spans[last + 1].start]):
            last += 1
        if last > at + 1 and _PARTS.match(text, spans[last].end):
            found |= {part: holder for part in range(at + 1, last + 1) if _is_not_near(sites[part], holder)}
    return found


def _is_not_near(site: Site | None, holder: Site) -> bool:
    return site is None or (site.feature_class == "P" and distance_km(site, holder) > NEAR_KM)


def _is_called_elsewhere(text: str, spans: Sequence[Span], at: int, site: Site | None, holder: Site) -> bool:
    """Tell whether the words call a name a town of another country than the one in which its best-known bearer lies.

    "The town of Palma in northern Mozambique", "the Mozambican town of Palma", "Palma, a town in Mozambique".
    """
    if site is None or not is_country(holder) or holder.country in {None, site.country}:
        return False
    if at + 1 < len(spans):
        behind = text[spans[at].end : spans[at + 1].start]
        called = _KIND_BEFORE.search(text, max(spans[at].start - _GAP, 0), spans[at].start)
        if (called and _IN.fullmatch(behind)) or _APPOSED.fullmatch(behind):
            return True
    return at > 0 and _OF_KIND.fullmatch(text[spans[at - 1].end : spans[at].start]) is not None


def _is_state(text: str, span: Span, holder: Site) -> bool:
    """Tell whether a name is that of a state or province, abbreviated or with a comma behind it, as behind a town."""
    closed = division_abbreviated(span.of(text)) is not None or _CLOSED.match(text, span.end) is not None
    return holder.feature_code == "ADM1" and closed


def _is_namesake(site: Site | None, holder: Site) -> bool:
    """Tell whether a little-known town lies in another division or country than the words say: it only bears the name."""
    small = site is not None and site.feature_class == "P" and site.population < LITTLE_KNOWN
    return (
        site is not None
        and small
        and holder.feature_code != "ADM2"
        and holder.feature_class == "A"
        and not lies_in(site, holder)
    )


def _with_body(text: str, span: Span) -> str:
    """Return a name with the word for the building behind it, if one stands there: "Litoral penitentiary"."""
    behind = _CALLED.match(text, span.end)
    return text[span.start : behind.end()] if behind else span.of(text)


def _is_behind_comma(text: str, spans: Sequence[Span], at: int, holder: Site) -> bool:
    """Tell whether a comma alone stands between a name and what it lies in: "Estey, N.B.".

    Not between items of a list, nor behind a phrase that opens a clause: "Beyond Estey, London has …".
    """
    behind = text[spans[at].end : spans[at + 1].start]
    if holder.feature_class == "P" and "in" not in behind and not _CLOSED.match(text, spans[at + 1].end):
        return False
    if not _COMMA.fullmatch(behind):
        return False
    listed = _LISTED_BEFORE.search(text, max(spans[at].start - 4, 0), spans[at].start)
    return not listed and not _LIST_GOES_ON.match(text, spans[at + 1].end)


def _is_fine(site: Site) -> bool:
    """Tell whether a place is so small that its point is that of what lies in it."""
    return site.feature_class == "P" or (site.feature_code == "ADM2" and not is_country(site))
