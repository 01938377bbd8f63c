# SPDX-License-Identifier: Apache-2.0
"""What the words beside the name of a place tell of it: in what it lies, what it is called, among what it is listed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.reading.places.candidates import distance_km, is_country
from readout.reading.places.distances import COUNTY_KM
from readout.resources.gazetteer import Site
from readout.resources.regions import division_abbreviated
from readout.text import Span

__all__ = [
    "called",
    "contained_in",
    "has_article",
    "is_called_building",
    "is_near_middle",
    "is_of_clock",
    "is_water",
    "lies_in",
    "listed_state",
    "of_kind",
]

_INSIDE = re.compile(r"\s?,\s{1,2}|\s?\(\s?|,?\s+in\s+(?:the\s+)?(?:state\s+of\s+)?")
_LIST_GOES_ON = re.compile(r"\s?,?\s+(?:and|or|&)\s+(?:the\s+)?[A-Z]")
_LISTED = re.compile(r",\s|,?\s+(?:and|or)\s+")
_OWNER = re.compile(
    r"['’]s?\s+|\s+(?:[\w'’-]+\s+){0,2}(?:city|town|village|capital|port|suburb|province|region|state|county|district|"
    r"hamlet|island|settlement)\s+of\s+"
)
_CALLED = re.compile(r"\s+(state|province|region|oblast|governorate|prefecture|krai|county|parish)\b", re.IGNORECASE)
_LIST_ITEM = r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"  # a hyphen is matched one way only: two cost exponential time
_LIST_CALLED = re.compile(
    rf"(?:(?:,|,?\s+(?:and|or))\s+{_LIST_ITEM}){{0,8}}\s+(state|province|region|oblast|governorate|prefecture|krai)s\b"
)
_CALLED_BEFORE = re.compile(
    rf"\b(state|province|region|oblast|governorate|prefecture|krai)s?\s+of\s+(?:{_LIST_ITEM}(?:,|,?\s+(?:and|or))\s+){{0,8}}$"
)
_GOVERNOR_OF = re.compile(r"\b(?:[Gg]overnor|[Aa]ttorney\s+[Gg]eneral|[Ll]egislature)\s+of\s+$")
_WORDS_BEFORE = 120  # characters
# Who governs, prosecutes or makes laws for a state, a region or a province, not for a town.
_GOVERNED = re.compile(
    r"(?:['’]s)?\s+(?:(?:regional|state|provincial|deputy|lieutenant|acting|former)\s+)*"
    r"(?:[Gg]overnor\b(?!\s+[Gg]eneral)|Gov\.|[Aa]ttorney\s+[Gg]eneral\b|[Ll]egislature\b|"
    r"(?:regional|state)\s+(?:administration|parliament|assembly|senator|senate|troopers|supreme\s+court)\b)"
)
_RIVERS = r"(?:(?:,|,?\s+(?:and|or))\s+[A-Z][\w’'-]+){1,4}\s+[Rr]ivers\b"
_WATER_BEHIND = re.compile(rf"\s+(?:river|[Rr]ivers)\b|{_RIVERS}")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_NO_NOUN = re.compile(
    r"\s*(?:[.;:!?)”\"]|$|\n|,\s+(?=[a-z]))|\s+(?:is|was|are|were|has|had|will|would|in|at|to|near|from|by|on|for|that|which|where|as|"
    r"into|rose|fell|flows|burst|reached|through|between|than|after|before)\b"
)
# Whose article it is in "the Tuam to Claremorris road".
_WAY = re.compile(
    r"(?:\s+to\s+|\s?[-–]\s?)[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s+"
    r"(?:road|line|motorway|railway|highway|route|train|service|flight|ferry|corridor|pipeline|bus|stretch|border|derby)\b"
)
_WATER_BEFORE = ("the river ", "the River ")
_COUNTRY_BEHIND = re.compile(
    r",\s+(?:a|an|the)\s+(?:[\w'’-]+\s+){0,4}(?:nation|country|republic|kingdom|sultanate|emirate)\b"
)
_COUNTRY_BEFORE = re.compile(r"\b(?:nations?|country|(?<!of\s)republic|kingdom)\s+of\s+$")
_BUILDING = (
    r"(?:prison|jail|penitentiary|detention\s+cent(?:re|er)|hospital|clinic|hotel|airport|airfield|airbase|base|camp|barracks|"
    r"stadium|school|church|mosque|monastery|restaurant|nightclub|mall|mine|refinery|museum)"
)
_MODIFIER = r"(?:(?!(?:with|of|in|near|at|by|that|who|whose|where|and|or|home|to|for|from|on|refugee|displacement)\b)[\w'’-]+\s+)"
_BUILDING_BEHIND = re.compile(
    rf",\s+(?:an?\s+{_MODIFIER}{{0,5}}|the\s+{_MODIFIER}{{1,5}}){_BUILDING}"
    r"(?=\s*(?:[,.;:)]|$)|\s+(?:in|on|at|near|outside|inside|where|that|which|for|of|run|built|with|and)\b)"
)
_NO_STATES = (" Province", " Region", " Governorate", " Oblast")
_AREA_KM = 400.0  # from the middle of an area such as the Punjab to that of a division of its name
_DIVISION, _COUNTY = frozenset({"ADM1"}), frozenset({"ADM2"})
_CALLED_CODES = {
    **dict.fromkeys(("state", "province", "region", "oblast", "governorate", "prefecture", "krai"), _DIVISION),
    **dict.fromkeys(("county", "parish"), _COUNTY),
}


def contained_in(
    text: str, spans: Sequence[Span], candidates: Sequence[tuple[Site, ...]]
) -> dict[int, tuple[Site, ...]]:
    """Return for mentions beside what they lie in, or what lies in them, the candidates that fit."""
    found: dict[int, tuple[Site, ...]] = {}
    for at in reversed(range(len(spans) - 1)):
        gap = text[spans[at].end : spans[at + 1].start]
        if len(gap) > 60:
            continue
        if _INSIDE.fullmatch(gap) and not _is_list(text, spans, at, candidates):
            _contain(found, candidates, at, at + 1)
        elif _OWNER.fullmatch(gap):
            _contain(found, candidates, at + 1, at)
    return found


def _is_list(text: str, spans: Sequence[Span], at: int, candidates: Sequence[tuple[Site, ...]]) -> bool:
    """Tell whether two names are rather items of a list: "Georgia, Florida and Texas", "Oxford, Reading and Swindon"."""
    if division_abbreviated(spans[at + 1].of(text)) is not None:
        return False
    after = text[spans[at + 1].end : spans[at + 1].end + 16]
    if not _LIST_GOES_ON.match(after):
        return False
    is_town = any(site.feature_class == "P" for site in candidates[at + 1][:1])
    return is_town or any(is_country(site) or site.feature_code == "ADM1" for site in candidates[at])


def _contain(
    found: dict[int, tuple[Site, ...]], candidates: Sequence[tuple[Site, ...]], inner: int, outer: int
) -> None:
    containers = found.get(outer, candidates[outer])
    pairs = [(i, o) for o in containers for i in candidates[inner] if lies_in(i, o)]
    if pairs:
        found[inner] = tuple(dict.fromkeys(i for i, _ in pairs))
        fitting = tuple(dict.fromkeys(o for _, o in pairs))
        if len(fitting) < len(containers):
            found[outer] = fitting


def lies_in(site: Site, other: Site) -> bool:
    """Tell whether a place lies in a country, division or county."""
    if other.feature_class != "A" or is_country(site) or site.country != other.country:
        return False
    if is_country(other):
        return True
    if site.feature_code == "ADM1" or site.admin1 != other.admin1:
        return False
    return other.feature_code == "ADM1" or distance_km(site, other) < COUNTY_KM


def is_water(text: str, span: Span) -> bool:
    """Tell whether a word calls a name a river: "the Aude river", "the river Aude", "the Tana River"."""
    if text.endswith(" River", span.start, span.end) and has_article(text, span):
        return True
    return _WATER_BEHIND.match(text, span.end) is not None or text[: span.start].endswith(_WATER_BEFORE)


def has_article(text: str, span: Span) -> bool:
    """Tell whether a name has an article of its own, as rivers have and towns have not: "the Lachlan rose"."""
    if _ARTICLE.search(text, max(span.start - 5, 0), span.start) is None:
        return False
    return _NO_NOUN.match(text, span.end) is not None and _WAY.match(text, span.end) is None


def called(text: str, span: Span, sites: tuple[Site, ...]) -> tuple[Site, ...]:
    """Return the candidates that are what the words beside a name call it: "Washington state", "Kharkiv and Sumy regions".

    A governor is one of a division: "Kharkiv Governor".

    "The Gulf state" is one on the Gulf, not a division of that name somewhere else. A division of which the word is part of
    the name comes before others: "Punjab province" is not the state.
    """
    before = text[max(span.start - _WORDS_BEFORE, 0) : span.start]
    word = _CALLED.match(text, span.end) or _LIST_CALLED.match(text, span.end) or _CALLED_BEFORE.search(before)
    if word is None:
        divisions = tuple(s for s in sites if s.feature_code in _DIVISION)
        governed = _GOVERNED.match(text, span.end) or _GOVERNOR_OF.search(before)
        return divisions if len(divisions) < len(sites) and governed else ()
    kind = word[1].lower()
    area = next((s for s in sites if s.country is None), None)
    fitting = tuple(
        s for s in sites if s.feature_code in _CALLED_CODES[kind] and (area is None or is_near_middle(s, area))
    )
    is_of_one = text.startswith(word[0], span.end) and word.re is _CALLED
    if is_of_one and (named := tuple(s for s in fitting if s.name.lower().endswith(f" {kind}"))):
        fitting = named
    elif kind == "state" and (bare := tuple(s for s in fitting if not s.name.endswith(_NO_STATES))):
        fitting = bare
    return fitting if len(fitting) < len(sites) else ()


def of_kind(text: str, span: Span, sites: tuple[Site, ...]) -> Site | None:
    """Return the country of a name that others bear too, where words beside it call it one: "Georgia, a former Soviet republic"."""
    state = next((site for site in sites if is_country(site)), None)
    if state is None or len(sites) == 1:
        return None
    told = _COUNTRY_BEHIND.match(text, span.end) or _COUNTRY_BEFORE.search(text, max(span.start - 40, 0), span.start)
    return state if told else None


def is_of_clock(text: str, span: Span) -> bool:
    """Tell whether a name says whose time a clock shows, as only those do that all know: "10 a.m. New York time"."""
    return text.startswith(" time", span.end) and not text[span.end + 5 : span.end + 6].isalpha()


def is_called_building(text: str, span: Span) -> bool:
    """Tell whether words behind a name say that it is a building's or a site's: "La Roca, [a maximum-security prison]"."""
    return _BUILDING_BEHIND.match(text, span.end) is not None


def is_near_middle(site: Site, area: Site) -> bool:
    """Tell whether a division lies so near to the middle of an area of its name that it is part of it."""
    return distance_km(site, area) < _AREA_KM


def listed_state(
    text: str, spans: Sequence[Span], at: int, sites: Sequence[Site], chosen: Sequence[Site | None]
) -> Site | None:
    """Return the state that a name means in a list of states: "Oregon or Washington".

    Args:
        text: The report.
        spans: Where the names stand, in text order.
        at: Which of them is asked for.
        sites: Its candidates.
        chosen: What each name means in the report as a whole.
    """
    own = next((site for site in sites if site.feature_code == "ADM1"), None)
    if own is None or len(sites) == 1:
        return None
    beside = [other for other in (at - 1, at + 1) if 0 <= other < len(spans)]
    listed = (o for o in beside if _LISTED.fullmatch(text[spans[min(o, at)].end : spans[max(o, at)].start]))
    others = [site for other in listed if (site := chosen[other]) is not None]
    return own if any(o.feature_code == "ADM1" and o.country == own.country and o != own for o in others) else None
