# SPDX-License-Identifier: Apache-2.0
"""From degrees to pixels: a view that holds given points, in Mercator's projection or, for half the world, Equal Earth.

Equal Earth: Šavrič, Patterson & Jenny, International Journal of Geographical Information Science 33 (2019). Both are as
Vega draws them, so that labels can be set where pins will be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, log, pi, radians, sin, sqrt, tan
from typing import Literal

__all__ = ["View", "view_of"]

_MARGIN = 56  # pixels around the outermost pins: room for labels
_LEAST_SPAN = radians(8)  # a view never shows less: the outlines are too coarse for it
_WORLD = radians(130)  # from this width on the poles must not grow
_EQUAL_EARTH = (1.340264, -0.081106, 0.000893, 0.003796)
_FARTHEST = 84.0  # degrees from the equator at which Mercator is cut


@dataclass(frozen=True, slots=True)
class View:
    """A piece of the world on a rectangle.

    Attributes:
        projection: As Vega names it.
        middle: The longitude in the middle, in degrees.
        scale: Pixels for a radian at the equator.
        shift: Where the equator crosses the middle longitude, in pixels from the left and the top.
        width: Of the rectangle, in pixels.
        height: Of the rectangle, in pixels.
    """

    projection: Literal["mercator", "equalEarth"]
    middle: float
    scale: float
    shift: tuple[float, float]
    width: int
    height: int

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Return where a point lies, in pixels from the left and the top."""
        x, y = _projected(self.projection, lat, _turned(lon, self.middle))
        return self.shift[0] + self.scale * x, self.shift[1] - self.scale * y


def view_of(points: Sequence[tuple[float, float]], *, width: int, height: int, margin: int = _MARGIN) -> View:
    """Choose the view that holds points of latitude and longitude, as large as they can be shown."""
    middle, span = _middle(lon for _, lon in points)
    projection: Literal["mercator", "equalEarth"] = "equalEarth" if span > _WORLD else "mercator"
    flat = [_projected(projection, lat, _turned(lon, middle)) for lat, lon in points]
    left, right = min(x for x, _ in flat), max(x for x, _ in flat)
    low, high = min(y for _, y in flat), max(y for _, y in flat)
    inner_width, inner_height = width - 2 * margin, height - 2 * margin
    least = _LEAST_SPAN
    scale = min(inner_width / max(right - left, least), inner_height / max(high - low, least))
    shift = width / 2 - scale * (left + right) / 2, height / 2 + scale * (low + high) / 2
    return View(projection, middle, scale, shift, width, height)


def _turned(lon: float, middle: float) -> float:
    """Return a longitude counted from the middle, between -180 and 180."""
    return (lon - middle + 180) % 360 - 180


def _middle(longitudes: Iterable[float]) -> tuple[float, float]:
    """Return the middle longitude in degrees and the width in radians, leaving out the widest gap of the circle."""
    found = sorted({lon % 360 for lon in longitudes})
    gaps = [(after - before, after) for before, after in pairwise([*found, found[0] + 360])]
    gap, start = max(gaps)
    return (start + (360 - gap) / 2 + 180) % 360 - 180, radians(360 - gap)


def _projected(projection: str, lat: float, lon: float) -> tuple[float, float]:
    if projection == "mercator":
        return radians(lon), log(tan(pi / 4 + radians(max(-_FARTHEST, min(_FARTHEST, lat))) / 2))
    a1, a2, a3, a4 = _EQUAL_EARTH
    t = asin(sqrt(3) / 2 * sin(radians(lat)))
    t2, t6 = t * t, t**6
    x = 2 * sqrt(3) * radians(lon) * cos(t) / (3 * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
    return x, t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
