# SPDX-License-Identifier: Apache-2.0
"""What ministries and those who lead them are for: "the finance ministry" is not "the foreign ministry"."""

from __future__ import annotations

from readout.reading.coreference.discourse import Discourse

__all__ = ["have_two_portfolios"]

_HELD = frozenset("ministry minister secretary department committee commission ministries ministers".split())
_PORTFOLIOS = frozenset(
    "finance foreign defence interior health education trade economy energy agriculture transport justice labour environment "
    "culture sports tourism information communications water oil petroleum mining industry commerce planning housing home "
    "security treasury external immigration intelligence science technology infrastructure budget electoral election ethics "
    "appropriations".split()
)
_SPELLED = {
    "defense": "defence",
    "labor": "labour",
    "external": "foreign",
    "home": "interior",
    "treasury": "finance",
    "election": "electoral",
}


def have_two_portfolios(discourse: Discourse, i: int, j: int) -> bool:
    """Tell whether two descriptions of ministries, or of those who lead them, name two different portfolios."""
    if discourse.facts[i].noun not in _HELD or discourse.facts[i].noun != discourse.facts[j].noun:
        return False
    one, other = ({_SPELLED.get(w, w) for w in discourse.saying(k)} & _PORTFOLIOS for k in (i, j))
    return bool(one and other) and one.isdisjoint(other)
