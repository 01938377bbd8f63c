# SPDX-License-Identifier: Apache-2.0
"""Bodies that towns have where English is spoken: "the Athens Police Department" is not that of Greece.

A report on Athens, Texas, may never name the state. What its police department, high school or school district is called
after lies in a country in which such bodies have these names.
"""

from __future__ import annotations

import re

from readout.resources.gazetteer import Site
from readout.text import Span

__all__ = ["has_english_body", "is_where_english_is_spoken"]

_BODY = re.compile(
    r"(?:\s+(?:City|County|Central|Senior|Junior|North|South|East|West|Community|Volunteer|Independent|Consolidated))*\s+"
    r"(?:Police\s+Department|Fire\s+(?:Department|Rescue)|Fire\s+Co\.|High\s+School(?!\s+(?:of|for)\b)|Elementary\b|Middle\s+School|"
    r"Public\s+(?:Library|Schools)|School\s+(?:District|Board)|Schools\b|Sheriff\b|Township\b|Parks\s+and\s+Recreation)"
)
_ENGLISH = frozenset("USA CAN GBR IRL AUS NZL".split())


def has_english_body(text: str, span: Span) -> bool:
    """Tell whether a name is followed by a body of a kind that towns have where English is spoken."""
    return _BODY.match(text, span.end) is not None


def is_where_english_is_spoken(site: Site) -> bool:
    """Tell whether a place lies in a country whose towns have such bodies."""
    return site.country in _ENGLISH
