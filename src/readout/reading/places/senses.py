# SPDX-License-Identifier: Apache-2.0
"""What the name of a place means in a report, or why that was left open."""

from __future__ import annotations

from dataclasses import dataclass, replace

from readout.resources.gazetteer import Site

__all__ = ["FAR_AWAY", "NO_SUCH_NAME", "PART", "SEVERAL", "Sense", "inside"]

NO_SUCH_NAME = "the gazetteer has no such name"
SEVERAL = "several places bear the name"
PART = "part of the name"
FAR_AWAY = "a place far from all others that are named bears the name"


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name means: a place with the rule that chose it, or None with the reason; then at most its country is known."""

    site: Site | None
    rule: str
    country: str | None = None


def inside(form: str, holder: Site, rule: str) -> Sense:
    """Return what a name means of which no more is known than that it lies in a town or by it: the point, and no identifier."""
    site = replace(holder, geonames_id=None, name=form, feature_class="", feature_code="", population=0)
    return Sense(site, rule)
