# SPDX-License-Identifier: Apache-2.0
"""Towns that bear the name of a sea: "Creston, Winterset and Atlantic". A sea has an article, "the Atlantic", a town has none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.reading.places.candidates import distance_km
from readout.reading.places.distances import NEAR_KM
from readout.reading.places.senses import Sense
from readout.resources.gazetteer import Site
from readout.text import Span

__all__ = ["with_towns_for_seas"]

_LISTED = re.compile(r"[\w’'-]+(?:,|,?\s+and)\s+$|\b(?:in|from|near)\s+$")
_ENDS = re.compile(r"\s*(?:[.;:!?)]|$|\n|,)")
_BEFORE = 40  # characters
_WATER = "H"


def with_towns_for_seas(
    text: str, spans: Sequence[Span], senses: Sequence[Sense], candidates: Sequence[Sequence[Site]]
) -> list[Sense]:
    """Give the name of a sea without an article, in a list or behind "in", to the town of the name near another of the report."""
    found = list(senses)
    towns = {sense.site for sense in senses if sense.site is not None and sense.site.feature_class == "P"}
    for at, (span, sense) in enumerate(zip(spans, senses, strict=True)):
        if sense.site is None or sense.site.feature_class != _WATER or not _is_bare(text, span):
            continue
        near = [
            site
            for site in candidates[at]
            if site.feature_class == "P" and any(distance_km(site, town) <= NEAR_KM for town in towns)
        ]
        if len(near) == 1:
            found[at] = Sense(near[0], "a name without an article")
    return found


def _is_bare(text: str, span: Span) -> bool:
    """Tell whether a name stands alone, as the last of its phrase, with no article and no noun."""
    before = _LISTED.search(text, max(span.start - _BEFORE, 0), span.start)
    return before is not None and _ENDS.match(text, span.end) is not None
