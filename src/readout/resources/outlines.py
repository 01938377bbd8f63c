# SPDX-License-Identifier: Apache-2.0
"""Outlines of countries, for the ground of a map."""

from __future__ import annotations

import gzip
import json
import pkgutil
from functools import cache
from itertools import accumulate

__all__ = ["Polygon", "country_polygons"]

Point = tuple[float, float]
Polygon = tuple[tuple[Point, ...], ...]


@cache
def country_polygons() -> tuple[Polygon, ...]:
    """Return the polygons of all countries: each an outer ring and its holes, of longitude and latitude in degrees."""
    topology = json.loads(gzip.decompress(pkgutil.get_data(__name__, "outlines.json.gz") or b""))
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs, ys = map(accumulate, zip(*arc, strict=True))
        arcs.append([(round(x * kx + x0, 2), round(y * ky + y0, 2)) for x, y in zip(xs, ys, strict=True)])
    shapes = topology["objects"]["countries"]["geometries"]
    return tuple(tuple(_ring(ring, arcs) for ring in polygon) for shape in shapes for polygon in shape["arcs"])


def _ring(numbers: list[int], arcs: list[list[Point]]) -> tuple[Point, ...]:
    """Join arcs to a ring: each begins where the last one ends, and a negative number means one walked backwards."""
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return tuple(ring)
