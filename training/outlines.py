# SPDX-License-Identifier: Apache-2.0
"""Build the packaged outlines of countries from Natural Earth (public domain), as the npm package world-atlas has them (ISC).

npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz && python -m training.outlines package/countries-50m.json

Maps of a report show some hundred kilometres to the whole world on a few hundred pixels, so lines are simplified and islets left
out: the base install stays under 200 MB.
"""

from __future__ import annotations

import gzip
import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).resolve().parents[1] / "src" / "readout" / "resources" / "outlines.json.gz"
_GRID = 0.02  # degrees, about 2 km: a step of the packaged coordinates
_TOLERANCE = 0.03  # degrees by which a line may be off
_ISLET = 0.12  # degrees: a ring that is smaller both ways is left out

Point = tuple[float, float]


def _points(topology: Any) -> list[list[Point]]:
    """Undo the delta encoding: each arc as longitudes and latitudes."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        xs, ys = map(accumulate, zip(*arc, strict=True))
        arcs.append([(x * kx + x0, y * ky + y0) for x, y in zip(xs, ys, strict=True)])
    return arcs


def _simplified(line: list[Point]) -> list[Point]:
    """Leave out what is nearer to the line than the tolerance: Douglas and Peucker, Cartographica 10 (1973)."""
    kept, stack = {0, len(line) - 1}, [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda i: _distance(line[i], line[first], line[last]))
        if _distance(line[far], line[first], line[last]) > _TOLERANCE:
            kept.add(far)
            stack += [(first, far), (far, last)]
    return [line[i] for i in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length)) if length else 0.0
    return float(((x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2) ** 0.5)


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    return [point for n in numbers for point in (arcs[n] if n >= 0 else arcs[~n][::-1])]


def _is_islet(ring: list[Point]) -> bool:
    return all(max(p[i] for p in ring) - min(p[i] for p in ring) < _ISLET for i in (0, 1))


def _turn(ring: list[Point]) -> float:
    """Return twice the area, which is negative for a ring that goes clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True))


def _polygons(geometry: Any, arcs: list[list[Point]], simple: list[list[Point]]) -> list[list[list[int]]]:
    """Give a country's polygons without islets, and without what the simpler lines turn inside out.

    A map draws a ring that goes the other way round as the whole world but for what is in it.
    """
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    kept = []
    for polygon in polygons:
        rings = [r for r in polygon if _turn(_ring(r, arcs)) * _turn(_ring(r, simple)) > 0]
        if polygon[0] in rings and not _is_islet(_ring(polygon[0], arcs)):
            kept.append(rings)
    return kept


def _on_grid(line: list[Point]) -> list[Point]:
    return [(round((x + 180) / _GRID), round((y + 90) / _GRID)) for x, y in line]


def _encoded(grid: list[Point]) -> list[list[float]]:
    steps = [grid[0], *((x - px, y - py) for (px, py), (x, y) in pairwise(grid))]
    moved = [list(step) for i, step in enumerate(steps) if i == 0 or step != (0, 0)]
    return moved if len(moved) > 1 else [*moved, [0, 0]]


def build(topology: Any) -> Any:
    """Return the topology with simpler arcs, and only those that a country still has."""
    arcs = _points(topology)
    shapes = [g for g in topology["objects"]["countries"]["geometries"] if g.get("arcs")]
    simple = [_on_grid(_simplified(arc)) for arc in arcs]
    polygons = [_polygons(shape, arcs, simple) for shape in shapes]
    used = sorted({a if a >= 0 else ~a for shape in polygons for polygon in shape for ring in polygon for a in ring})
    number = {old: new for new, old in enumerate(used)}

    def renumbered(arc: int) -> int:
        return number[arc] if arc >= 0 else ~number[~arc]

    geometries = [
        {"type": "MultiPolygon", "arcs": [[[renumbered(a) for a in ring] for ring in polygon] for polygon in shape]}
        for shape in polygons
    ]
    return {
        "type": "Topology",
        "transform": {"scale": [_GRID, _GRID], "translate": [-180, -90]},
        "objects": {"countries": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": [_encoded(simple[old]) for old in used],
    }


def main() -> None:
    """Write the packaged file from the one named."""
    topology = build(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    text = json.dumps(topology, separators=(",", ":"))
    OUT.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(
        f"{OUT.name}: {len(text):,} characters, {OUT.stat().st_size:,} bytes, {sum(map(len, topology['arcs'])):,} points"
    )


if __name__ == "__main__":
    main()
