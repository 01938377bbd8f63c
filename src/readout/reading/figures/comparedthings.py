# SPDX-License-Identifier: Apache-2.0
"""What a bare number counts with which another is compared: "202 homes, up from 153", "killed 50, up from 37".

The two are of one thing, or they could not be compared; the words of that thing are told once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from readout.reading.figures.figure import Figure

__all__ = ["with_compared_things"]


def with_compared_things(figures: Sequence[Figure]) -> list[Figure]:
    """Give bare numbers what the figures count that they are compared with."""
    found = list(figures)
    place_of: Mapping[int, int] = {figure.span.end: place for place, figure in enumerate(figures)}
    for at, figure in enumerate(figures):
        than = place_of.get(figure.comparison.spans[-1].end) if figure.comparison else None
        if than is None or than == at:
            continue
        bare, told = (at, than) if _is_bare(figure) else (than, at)
        if not _is_bare(found[bare]) or found[told].kind != "count":
            continue
        one = found[told]
        found[bare] = replace(found[bare], unit=one.unit, of=one.of, of_span=one.of_span)
        if bare == than and figure.comparison is not None:
            found[at] = replace(found[at], comparison=replace(figure.comparison, unit=one.unit))
    return found


def _is_bare(figure: Figure) -> bool:
    return figure.kind == "count" and figure.unit is None and figure.of is None
