# SPDX-License-Identifier: Apache-2.0
"""Regions of the table that the name head takes for persons or bodies: "Masafer Yatta", "Khor Fakkan", "Kiryat Arba".

A name of several words that the table of regions holds is that of the place, unless it begins as names of men do ("Abu Musa") or
a person of the report has one of its words in a longer name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from readout.reading.encoding import Encoding
from readout.resources import body_named, igo_named, outlet_named
from readout.resources.regions import region_named

if TYPE_CHECKING:
    from readout.reading.coreference.namedentities import Name

__all__ = ["with_listed_regions"]

_OF_MEN = frozenset({"abu", "bin", "ibn", "umm", "st", "saint", "san", "santa"})
_PLACING = frozenset("in at near on of from to around across into outside through over and the".split())
_OF_PERSONS = frozenset("AHLPT")  # no buildings, which stand for who sits in them
_OF_BODIES = frozenset("HPT")  # nor states and regions, where they act as bodies do


def with_listed_regions(encoding: Encoding, names: Sequence[Name]) -> list[Name]:
    """Take names of several words for places where the table of regions has them."""
    names = _joined(encoding, names)
    persons = [encoding.words[n.start : n.end] for n in names if n.type == "person" and n.end - n.start > 1]
    return [replace(name, type="place") if _is_listed(encoding, name, persons) else name for name in names]


def _joined(encoding: Encoding, names: Sequence[Name]) -> list[Name]:
    """Make one name of two with at most a hyphen between them that the table has together: "Shatt al" and "Arab"."""
    joined: list[Name] = []
    for name in names:
        last = joined[-1] if joined else None
        if last is not None and encoding.lower[last.end : name.start] in ((), ("-",)):
            form = encoding.span(last.start, name.end).of(encoding.text)
            if region_named(form) is not None:
                joined[-1] = replace(last, end=name.end, type="place")
                continue
        joined.append(name)
    return joined


def _is_listed(encoding: Encoding, name: Name, persons: Sequence[tuple[str, ...]]) -> bool:
    words = encoding.words[name.start : name.end]
    if name.type == "place" or len(words) < 2 or words[0].lower() in _OF_MEN:
        return False
    before = encoding.words[max(0, name.start - 1)]
    if name.type == "person" and name.start and before.istitle() and before.lower() not in _PLACING:
        return False  # "Striker Diego Garcia scored"
    form = encoding.span(name.start, name.end).of(encoding.text)
    region, classes = region_named(form), _OF_BODIES if name.type == "organisation" else _OF_PERSONS
    if (
        region is None
        or region.feature_class not in classes
        or any(known(form) for known in (body_named, igo_named, outlet_named))
    ):
        return False
    return not any(set(words) & set(other) for other in persons if other != words)
