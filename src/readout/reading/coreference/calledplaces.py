# SPDX-License-Identifier: Apache-2.0
"""Places with the word for what they are: "the village of Tiné" is Tiné, "Helmand province" is Helmand.

A province is not joined to a name that a town bears, too: "Kharkiv" alone is the town, "Kharkiv region" is not.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.coreference.chains import Chains
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.resources import country_named
from readout.resources.gazetteer import packaged_gazetteer

__all__ = ["join_called_place"]

_TOWNS = frozenset("village town city hamlet settlement township commune municipality port island".split())
_AREAS = frozenset("province region state governorate oblast district county prefecture peninsula".split())
_ARTICLES = frozenset({"a", "an", "capital"})  # "a city of Tyre's wealth", "the capital city of Chad"
_INSIDE = 4  # mentions that may stand within "the village of Tiné, in Wadi Fira province"
_SMALL = 10_000  # inhabitants below which a town does not take the name of a province


def join_called_place(encoding: Encoding, mentions: Sequence[Mention], i: int, chains: Chains) -> None:
    """Join a description of a place with the name that stands in it."""
    mention, head = mentions[i], encoding.lower[mentions[i].head]
    if mention.form != "nominal" or mention.type != "place" or head not in _TOWNS | _AREAS:
        return
    is_called = encoding.lower[mention.head + 1 : mention.head + 2] == ("of",) and _ARTICLES.isdisjoint(
        encoding.lower[mention.start : mention.head]
    )
    if chains.is_named(i):
        return
    for j in range(max(0, i - _INSIDE), min(i + _INSIDE + 1, len(mentions))):
        named = mentions[j]
        if named.form != "name" or named.type != "place":
            continue
        is_of_country = country_named(encoding.span(named.start, named.end).of(encoding.text)) is not None
        if (is_called and named.start == mention.head + 2 and not is_of_country) or (
            head in _AREAS and _is_area(encoding, mention, named)
        ):
            chains.join(i, j)
            return


def _is_area(encoding: Encoding, mention: Mention, named: Mention) -> bool:
    """Tell whether a name right before the word for an area is borne by no town: "Helmand province"."""
    if named.end != mention.head or not mention.start <= named.start <= mention.start + 1:
        return False
    sites = packaged_gazetteer().named(encoding.span(named.start, named.end).of(encoding.text))
    return bool(sites) and not any(site.feature_class == "P" and site.population >= _SMALL for site in sites)
