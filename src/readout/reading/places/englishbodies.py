# SPDX-License-Identifier: Apache-2.0
"""Bodies that towns have where English is spoken: "the Athens Police Department" is not that of Greece.

A report on Athens, Texas, may never name the state. What its police department, high school or school district is called
after lies in a country in which such bodies have these names. So does a town whose report names streets as they are written there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readout.resources.gazetteer import Site
from readout.text import Span

__all__ = ["beside_english_streets", "has_english_body", "is_where_english_is_spoken", "names_english_street"]

_BODY = re.compile(
    r"(?:\s+(?:City|County|Central|Senior|Junior|North|South|East|West|Community|Volunteer|Independent|Consolidated))*\s+"
    r"(?:Police\s+Department|Fire\s+(?:Department|Rescue)|Fire\s+Co\.|High\s+School(?!\s+(?:of|for)\b)|Elementary\b|Middle\s+School|"
    r"Public\s+(?:Library|Schools)|School\s+(?:District|Board)|Schools\b|Sheriff\b|Township\b|Parks\s+and\s+Recreation)"
)
_STREET = re.compile(
    r"\S\s+(?:(?:St|Rd|Ave|Blvd|Dr|Ln)\.|Pike|Turnpike)$|"
    r"^(?:North|South|East|West|[NSEW]\.)\s+\S+\s+(?:Street|Avenue|Road)$"
)
_ENGLISH = frozenset("USA CAN GBR IRL AUS NZL".split())


def has_english_body(text: str, span: Span) -> bool:
    """Tell whether a name is followed by a body of a kind that towns have where English is spoken."""
    return _BODY.match(text, span.end) is not None


def is_where_english_is_spoken(site: Site) -> bool:
    """Tell whether a place lies in a country whose towns have such bodies."""
    return site.country in _ENGLISH


def names_english_street(form: str) -> bool:
    """Tell whether a name is that of a street as papers write it where English is spoken: "Memphis St.", "N. Cedar Street"."""
    return _STREET.search(form) is not None


def beside_english_streets(text: str, spans: Sequence[Span], forms: Sequence[str]) -> Iterator[str]:
    """Yield the names that stand alone in a paragraph with streets as papers write them where English is spoken: "Memphis St.".

    Args:
        text: The report.
        spans: Where the names of places stand, in text order.
        forms: The names, as they are written there.
    """
    in_paragraph: dict[int, set[str]] = {}
    at, number = 0, 0
    for span, form in zip(spans, forms, strict=True):
        number += text.count("\n", at, span.start)
        at = span.start
        in_paragraph.setdefault(number, set()).add(form)
    for named in in_paragraph.values():
        others = {form for form in named if not names_english_street(form)}
        if len(others) == 1 < len(named):
            yield from others
