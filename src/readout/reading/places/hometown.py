# SPDX-License-Identifier: Apache-2.0
"""The one town that a report is about, where its streets, schools and hamlets lie if no words beside them say in which.

A local report names its town once or twice and then streets, halls and hamlets that no gazetteer has. Where nearly all towns that
it names lie together, and most of its places are of their country, such a name has the point of the town that is named most.
What may stand anywhere (universities, embassies) or is long (rivers, highways) stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from readout.reading.places.candidates import distance_km, is_body, is_street
from readout.reading.places.distances import NEAR_KM
from readout.reading.places.renown import LITTLE_KNOWN
from readout.reading.places.senses import FAR_AWAY, NO_SUCH_NAME, Sense, inside
from readout.resources import igo_named
from readout.resources.gazetteer import Site
from readout.text import Span

__all__ = ["with_hometown"]

_TOGETHER_KM = 60.0  # a town and what is driven to from it
# How many mentions of towns lie together, which part of all such mentions, and which part of the places lie in their country:
# for what only a town has, and for a name that does not say what it is.
_FOR_STREETS = (1, 0.6, 0.4)
_FOR_HAMLETS = (2, 0.75, 0.6)
_IN_TOWNS = frozenset(
    "street st road rd avenue ave boulevard blvd lane drive square crescent terrace alley plaza court way hall chapel church "
    "cathedral mosque synagogue temple cemetery hospital clinic infirmary hospice school elementary library museum theatre theater "
    "cinema gallery arena stadium gym park playground gardens estate flats apartments neighbourhood neighborhood quarter ward "
    "suburb station depot market mall bazaar pier wharf bridge restaurant hotel inn pub cafe café prison jail armory armoury "
    "barracks courthouse campus center centre".split()
)
_SIDE = re.compile(r"\s+(?:north|south|east|west|[nsew]\.?)$", re.IGNORECASE)
_NAMED_FIRST = re.compile(r"(?:rue|calle|avenida|via|rua|jalan|plaza|barangay|hotel|colonia)\s+[A-ZÀ-Ý]", re.IGNORECASE)
# What may stand anywhere, though it has the form of a thing in a town.
_ANYWHERE = re.compile(
    r"\b(?:universit\w+|college|institute|embassy|consulate|united|nations?|national|european|seismolog\w+|meteorolog\w+|geolog\w+|international|supreme|federal|high\s+court|trump|"
    r"republic|region|province|oblast|state|islands?|mountains?|mount|hills|parkway|highway|interstate|motorway|route|railway|line|border|"
    r"river|creek|canal|lake|bay|sea|strait|desert|lagoon)\b",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:in|near|outside|inside|from|around|into|through|to|towards?|"
    r"(?<!island )(?<!islet )(?<!capital )(?<!coast )(?<!leader )(?<!president )(?<!kingdom )(?<!emirate )of)\s+(?:the\s+)?"
    r"(?:(?:village|town|hamlet|settlement|community|suburb|area|camp|outskirts|edge)s?\s+of\s+)?$"
)
_MOST_TOWNS = 60  # of a report that may be about one: they are compared in pairs
_BEFORE = 40  # characters before a name
_BY_CHANCE = frozenset({"only one", "population"})
_RULE = "the point is that of {}, the town that the report is about"


def with_hometown(text: str, spans: Sequence[Span], forms: Sequence[str], senses: Sequence[Sense]) -> list[Sense]:
    """Place what the gazetteer lacks at the town that the report is about, if it is about one."""
    places = [s.site for f, s in zip(forms, senses, strict=True) if s.site and not _is_called_after(f)]
    of_streets, of_hamlets = _home(places, *_FOR_STREETS), _home(places, *_FOR_HAMLETS)
    if of_streets is None:
        return list(senses)
    found = {
        form: inside(form, of_streets, _RULE.format(of_streets.name))
        for form, sense in zip(forms, senses, strict=True)
        if _is_of_town(form) and (_is_open(sense) or _is_namesake(sense, of_streets))
    }
    if of_hamlets is not None:
        found |= {
            form: inside(form, of_hamlets, _RULE.format(of_hamlets.name))
            for form, span, sense in zip(forms, spans, senses, strict=True)
            if form not in found and _is_open(sense) and _is_hamlet(text, span, form)
        }
    return [sense if _is_told(sense) else found.get(form, sense) for form, sense in zip(forms, senses, strict=True)]


def _home(places: Sequence[Site], enough: int, of_towns: float, of_places: float) -> Site | None:
    """Return the town by which nearly all towns lie that are named, counted by mentions."""
    counts = Counter(site for site in places if site.feature_class == "P")
    if len(counts) > _MOST_TOWNS:
        return None
    near = {town: sum(n for each, n in counts.items() if distance_km(town, each) <= _TOGETHER_KM) for town in counts}
    home = max(counts, key=lambda town: (near[town], counts[town], town.population), default=None)
    if home is None or near[home] < max(enough, of_towns * counts.total()):
        return None
    countries = [site.country for site in places if site.country is not None]
    return home if sum(country == home.country for country in countries) >= of_places * len(countries) else None


def _is_open(sense: Sense) -> bool:
    return sense.site is None and sense.rule in {NO_SUCH_NAME, FAR_AWAY} and sense.country is None


def _is_told(sense: Sense) -> bool:
    """Tell whether words beside a name say where it lies."""
    return sense.country is not None or (sense.site is not None and not sense.site.feature_class)


def _is_namesake(sense: Sense, home: Site) -> bool:
    """Tell whether a street has the name of a hamlet far away: "Washington Square" is one in Pennsylvania."""
    site = sense.site
    by_chance = site is not None and sense.rule in _BY_CHANCE and site.feature_class == "P"
    return site is not None and by_chance and site.population < LITTLE_KNOWN and distance_km(site, home) > NEAR_KM


def _is_called_after(form: str) -> bool:
    """Tell whether a name is that of what is called after a place, wherever it lies."""
    return is_body(form) or is_street(form) or _is_of_town(form)


def _is_of_town(form: str) -> bool:
    """Tell whether a name is that of a street, a building or a quarter, which lies in some town."""
    words = _SIDE.sub("", form).split()
    is_kind = len(words) > 1 and (words[-1].lower().rstrip(".") in _IN_TOWNS or _NAMED_FIRST.match(form) is not None)
    return is_kind and _ANYWHERE.search(form) is None


def _is_hamlet(text: str, span: Span, form: str) -> bool:
    """Tell whether the words before a name say that somebody or something is at it, and nothing says that it is large or long."""
    if igo_named(form) or form.isupper() or not form[:1].isupper() or is_body(form) or _ANYWHERE.search(form):
        return False
    return _AT.search(text, max(span.start - _BEFORE, 0), span.start) is not None
