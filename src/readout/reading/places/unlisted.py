# SPDX-License-Identifier: Apache-2.0
"""Where a name lies that the gazetteer lacks, if the words beside it say so: "the Alder clinic in Lviv", "Lviv's Alder clinic".

Streets, schools, hospitals and hamlets are in no gazetteer that a package carries. What a report says of them is enough for
a map: the point of the town that they lie in. Of a country or a state only the country is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from readout.reading.places.candidates import is_body, is_country, is_region
from readout.reading.places.placewords import lies_in
from readout.reading.places.renown import LITTLE_KNOWN
from readout.reading.places.senses import NO_SUCH_NAME, Sense
from readout.resources.gazetteer import Site
from readout.text import Span

__all__ = ["with_holders"]

_GAP = 70  # characters between a name and that of what it lies in
_KINDS = (
    r"(?:city|town|village|suburb|outskirts|district|neighbou?rhood|capital|port|hamlet|settlement|camp|province|region|state|"
    r"county|area|municipality|governorate)"
)
_WORDS = r"(?:[a-z][\w'’-]*\s+)"
_BEHIND = (
    r"(?:(?:\s+(?:[Ii]nternational|national|general|central|military|police|railway|train|power|air|refugee|nuclear|primary|high))?"
    r"\s+(?:airport|airfield|hospital|clinic|mosque|church|cathedral|camp|station|base|plant|prison|school|university|hotel|"
    r"market|bridge|square|street|road|stadium|port|mine|refinery|dam|neighbou?rhood|district|suburb|area|village))?"
)
_CALLED = re.compile(_BEHIND)
_IN = re.compile(
    rf"{_BEHIND}\s+in\s+(?:the\s+)?(?:{_WORDS}{{0,4}}{_KINDS}\s+of\s+|(?:north|south|east|west|central|downtown)[a-z-]*\s+|{_WORDS}city\s+)?"
)
_COMMA = re.compile(rf"{_BEHIND},\s+(?:in\s+(?:the\s+)?)?")
_APPOSED = re.compile(rf",\s+(?:a|an|the)\s+{_WORDS}{{0,3}}{_KINDS}\s+(?:of|in|outside)\s+(?:the\s+)?{_WORDS}{{0,4}}")
_OWNED = re.compile(rf"['’]s\s+(?:{_WORDS}{{0,3}}{_KINDS}\s+of\s+)?")
_CLOSED = re.compile(r"\s*[,.;:!?)\]—–”\"]|\s*\(|\s*$|\s*\n")
_LONG = frozenset(
    "river creek lake canal sea bay mountains hills highway interstate motorway route railway line border".split()
)
_LISTED_BEFORE = re.compile(r"\w,\s+$")
_LIST_GOES_ON = re.compile(r",?\s+(?:and|or|&)\s+[A-Z]|,\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)?,?\s+and\s")


def with_holders(text: str, spans: Sequence[Span], forms: Sequence[str], senses: Sequence[Sense]) -> list[Sense]:
    """Place what the gazetteer lacks by what the words beside it say that it lies in, and the other mentions of that name."""
    holders = _lying_in(text, spans, [sense.site for sense in senses])
    own = {at: holder for at, holder in sorted(holders.items(), reverse=True) if _names_itself(text, spans[at])}
    of_form = {forms[at]: _inside(forms[at], holder) for at, holder in own.items()}
    told = {at: _inside(forms[at], holder) for at, holder in holders.items()}
    other = {at: of_form[form] for at, form in enumerate(forms) if form in of_form and senses[at].rule == NO_SUCH_NAME}
    return [told.get(at) or other.get(at) or sense for at, sense in enumerate(senses)]


def _inside(form: str, holder: Site) -> Sense:
    """Return what a name means of which no more is known than what it lies in."""
    if not _is_fine(holder):
        return Sense(None, NO_SUCH_NAME, holder.country)
    site = replace(holder, geonames_id=None, name=form, feature_class="", feature_code="", population=0)
    return Sense(site, f"the point is that of {holder.name}, in which it lies")


def _names_itself(text: str, span: Span) -> bool:
    """Tell whether a name is that of the place, not of whom an airport or a hospital is called after: "Kenyatta airport"."""
    behind = _CALLED.match(text, span.end)
    return behind is None or behind.end() == span.end


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
        inner, outer = (at + 1, at) if _OWNED.fullmatch(gap) else (at, at + 1)
        holder = sites[outer] or found.get(outer)
        if holder is None or holder.feature_class not in {"P", "A"} or is_region(holder):
            continue
        elsewhere = _IN.fullmatch(gap) is not None and _is_namesake(sites[inner], holder)
        if (elsewhere or _is_open(spans[inner].of(text), sites[inner], holder)) and (
            inner > outer or _IN.fullmatch(gap) or _APPOSED.fullmatch(gap) or _is_behind_comma(text, spans, at, holder)
        ):
            found[inner] = holder
    return found


def _is_open(form: str, site: Site | None, holder: Site) -> bool:
    """Tell whether it is not known where a name lies: nothing bears it, or what it is called after lies elsewhere.

    A river or a highway is longer than what it is told to be in.
    """
    if not _LONG.isdisjoint(form.lower().split()):
        return False
    return site is None or (is_body(form) and site.feature_class == "P" and site.country != holder.country)


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
