# SPDX-License-Identifier: Apache-2.0
"""Draw the map with Altair: pins and names over outlines, a closer view where pins crowd, and what was left open beside."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import pi
from typing import Any, Literal

import altair as alt

from readout.cli.map.labels import Disc, Label, labels_beside
from readout.cli.map.pins import KINDS, Pin, open_places, pins_of
from readout.cli.map.views import View, view_of
from readout.cli.wording import legible, published_words, title_of
from readout.errors import ConfigError
from readout.record import Record
from readout.resources.outlines import Polygon, country_polygons

__all__ = ["map_of"]

_WIDTH, _HEIGHT, _CLOSER = 860, 520, 420  # pixels of the map, and the height of its closer view
_LOOKS = {  # of a kind: colour and shape; the colours are told apart also by those who do not see red and green as two
    "location": ("#0b63b5", "circle"),
    "metonym": ("#b05a00", "square"),
    "demonym": ("#00795a", "diamond"),
    "part_of_name": ("#6b6b6b", "triangle-up"),
}
_SEA, _LAND, _BORDER, _TEXT, _QUIET = "#e8eff4", "#faf8f3", "#c3bdb0", "#1c1c1a", "#5d5c57"
_SMALLEST, _LARGEST = 90.0, 620.0  # square pixels of a pin
_CROWD = 46.0  # pixels between pins from which on they are of one crowd
_NARROW = 0.4  # share of the map's width and height within which a crowd is worth a closer view
_PANEL, _PANEL_LETTERS, _LINE = 250, 40, 17  # width in pixels and letters, height of a line
_Chart = Any  # Altair's methods do not tell which of its charts they return
_FOOT = "Outlines: Natural Earth. Places: GeoNames, CC BY 4.0."


@dataclass(frozen=True, slots=True)
class _Scales:
    """What all views of a map share: the kinds of pins, and how often the place mentioned most is."""

    kinds: tuple[str, ...]
    most: int

    def area(self, pin: Pin) -> float:
        """Return the area of a pin in square pixels, which grows with its mentions."""
        return _SMALLEST + (_LARGEST - _SMALLEST) * (pin.mentions - 1) / max(1, self.most - 1)


def map_of(record: Record) -> alt.TopLevelMixin:
    """Return the map of a record's places.

    Raises:
        ConfigError: If the record has no place with coordinates.
    """
    pins, left_open = pins_of(record), open_places(record)
    if not pins:
        found = f"{sum(map(len, left_open.values()))} places left open" if left_open else "no place"
        raise ConfigError(f"there is nothing to draw on a map: found {found}, expected one with coordinates")
    view = view_of([(pin.lat, pin.lon) for pin in pins], width=_WIDTH, height=_HEIGHT)
    crowd = _crowd(pins, view)
    apart = [pin for pin in pins if pin not in crowd]
    scales = _Scales(tuple(kind for kind in KINDS if any(pin.kind == kind for pin in pins)), pins[0].mentions)
    drawn, unnamed = _drawn(pins, view, scales, named=apart, frame=_frame(crowd, view))
    parts = [drawn]
    if crowd:
        closer = view_of([(pin.lat, pin.lon) for pin in crowd], width=_WIDTH, height=_CLOSER)
        drawn, further = _drawn(crowd, closer, scales, named=crowd)
        parts.append(
            drawn.properties(title=alt.Title("Closer: what lies in the dashed frame", anchor="start", fontSize=13))
        )
        unnamed += further
    maps = alt.vconcat(*parts, spacing=14) if crowd else parts[0]
    panel = _panel(left_open, unnamed, height=_HEIGHT + (_CLOSER if crowd else 0))
    whole = alt.hconcat(maps, panel, spacing=18) if panel else alt.hconcat(maps)
    dressed: alt.TopLevelMixin = _dressed(whole, record)
    return dressed


def _dressed(chart: _Chart, record: Record) -> _Chart:
    count = len(record.places)
    mentions = f"{count} mention{'' if count == 1 else 's'} of places"
    facts = [record.report.publisher, published_words(record), mentions, _FOOT]
    lines = textwrap.wrap(legible(title_of(record)), 90) or [""]
    subtitle = " · ".join(legible(fact) for fact in facts if fact)
    title = alt.Title(lines, subtitle=subtitle, anchor="start", offset=12)
    return (
        chart.properties(title=title, background="#fdfcf9", padding=16)
        .configure(font="sans-serif")
        .configure_view(stroke=_BORDER)
        .configure_title(fontSize=17, subtitleFontSize=12, color=_TEXT, subtitleColor=_QUIET, font="sans-serif")
        .configure_legend(
            orient="bottom",
            direction="horizontal",
            titleFontSize=12,
            labelFontSize=12,
            labelColor=_TEXT,
            titleColor=_QUIET,
        )
    )


def _drawn(
    pins: Sequence[Pin], view: View, scales: _Scales, *, named: Sequence[Pin], frame: Mapping[str, float] | None = None
) -> tuple[_Chart, list[str]]:
    """Draw pins on their ground, name those that are to be named, and return which names had no room."""
    discs = [Disc(pin.name, *view.place(pin.lat, pin.lon), (scales.area(pin) / pi) ** 0.5) for pin in pins]
    ordered = [disc for disc, pin in zip(discs, pins, strict=True) if pin in named]
    others = [Disc("", disc.x, disc.y, disc.radius) for disc, pin in zip(discs, pins, strict=True) if pin not in named]
    labels, unnamed = labels_beside([*ordered, *others], width=view.width, height=view.height)
    layers: list[Any] = [_ground(view)]
    if frame:
        box = alt.Chart(alt.InlineData(values=[{**frame}])).mark_rect(
            fill=None, stroke=_TEXT, strokeDash=[4, 3], opacity=0.6
        )
        layers.append(box.encode(x=_pixels("left"), y=_pixels("top"), x2="right:Q", y2="bottom:Q"))
    layers.append(_pins(pins, scales))
    layers += _names(labels)
    projection = alt.Projection(
        type=view.projection, rotate=[-view.middle, 0, 0], scale=view.scale, translate=list(view.shift), precision=0.3
    )
    chart: _Chart = alt.layer(*layers).properties(width=view.width, height=view.height)
    chart.projection = projection
    return chart, [name for name in unnamed if name]


def _names(labels: Sequence[Label]) -> Iterator[_Chart]:
    """Write the names, each over a halo in the colour of the land."""
    sides: tuple[Literal["left", "right"], ...] = ("left", "right")
    for align in sides:
        rows = [{"name": each.name, "x": each.x, "y": each.y} for each in labels if each.align == align and each.name]
        if rows:
            base = alt.Chart(alt.InlineData(values=rows)).encode(x=_pixels("x"), y=_pixels("y"), text="name:N")
            yield base.mark_text(align=align, baseline="middle", fontSize=12, stroke=_LAND, strokeWidth=3, opacity=0.9)
            yield base.mark_text(align=align, baseline="middle", fontSize=12, color=_TEXT)


def _pixels(field: str) -> Any:
    """Encode a position that is in pixels already."""
    channel = alt.X if field in {"x", "left"} else alt.Y
    return channel(f"{field}:Q", scale=None, axis=None)


def _pins(pins: Sequence[Pin], scales: _Scales) -> _Chart:
    rows = [
        {
            "Place": f"{pin.name} ({pin.country})" if pin.country else pin.name, "lat": pin.lat, "lon": pin.lon,
            "kind": KINDS[pin.kind], "Mentioned as": pin.roles, "Mentions": pin.mentions, "Words": pin.words,
        }
        for pin in sorted(pins, key=lambda pin: -pin.mentions)
    ]  # fmt: skip
    names, looks = [KINDS[kind] for kind in scales.kinds], [_LOOKS[kind] for kind in scales.kinds]
    steps = sorted({1, max(1, round(scales.most / 2)), scales.most})
    return (
        alt.Chart(alt.InlineData(values=rows))
        .mark_point(filled=True, opacity=0.85, stroke="#ffffff", strokeWidth=1)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            color=alt.Color("kind:N", scale=alt.Scale(domain=names, range=[c for c, _ in looks]), title="mentioned as"),
            shape=alt.Shape("kind:N", scale=alt.Scale(domain=names, range=[s for _, s in looks]), title="mentioned as"),
            size=alt.Size(
                "Mentions:Q",
                scale=alt.Scale(domain=[1, max(2, scales.most)], range=[_SMALLEST, _LARGEST]),
                legend=alt.Legend(values=steps, format="d", title="mentions", symbolFillColor=_QUIET),
            ),
            tooltip=["Place:N", "Mentions:Q", "Mentioned as:N", "Words:N"],
        )
    )


def _ground(view: View) -> _Chart:
    """Draw the sea and those countries that the view shows a piece of."""
    shapes = [polygon for polygon in country_polygons() if _is_seen(polygon, view)]
    features = [{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": polygon}} for polygon in shapes]
    sea = alt.Chart(alt.InlineData(values=[{}])).mark_rect(color=_SEA).encode(
        x=alt.value(0), y=alt.value(0), x2=alt.value(view.width), y2=alt.value(view.height)
    )  # fmt: skip
    land = alt.Chart(alt.InlineData(values=features)).mark_geoshape(
        fill=_LAND, stroke=_BORDER, strokeWidth=0.7, clip=True
    )
    return sea + land


def _is_seen(polygon: Polygon, view: View) -> bool:
    spots = [view.place(lat, lon) for lon, lat in polygon[0]]
    xs, ys = [x for x, _ in spots], [y for _, y in spots]
    return max(xs) > 0 and min(xs) < view.width and max(ys) > 0 and min(ys) < view.height


def _crowd(pins: Sequence[Pin], view: View) -> list[Pin]:
    """Return the most pins that stand so near to one another that a closer view helps: by single linkage."""
    spots = [view.place(pin.lat, pin.lon) for pin in pins]
    groups: list[set[int]] = []
    for number, (x, y) in enumerate(spots):
        near = [g for g in groups if any((spots[i][0] - x) ** 2 + (spots[i][1] - y) ** 2 < _CROWD**2 for i in g)]
        groups = [g for g in groups if g not in near] + [{number}.union(*near)]
    largest = max(groups, key=len)
    found = [pins[i] for i in sorted(largest)]
    frame = _frame(found, view)
    small = (
        frame
        and max((frame["right"] - frame["left"]) / view.width, (frame["bottom"] - frame["top"]) / view.height) < _NARROW
    )
    return found if len(found) >= 4 and small else []


def _frame(pins: Sequence[Pin], view: View) -> dict[str, float] | None:
    if not pins:
        return None
    xs, ys = zip(*(view.place(pin.lat, pin.lon) for pin in pins), strict=True)
    return {"left": min(xs) - 14, "right": max(xs) + 14, "top": min(ys) - 14, "bottom": max(ys) + 14}


def _panel(left_open: Mapping[str, Sequence[str]], unnamed: Sequence[str], *, height: int) -> _Chart | None:
    """List what is not on the map, by its reason, and names that had no room."""
    blocks = [(f"Left open: {reason}", names) for reason, names in left_open.items()]
    blocks += [("No room for the name", list(dict.fromkeys(unnamed)))] if unnamed else []
    lines: list[tuple[str, bool]] = []
    for head, names in blocks:
        lines += [(line, True) for line in textwrap.wrap(head, _PANEL_LETTERS)]
        lines += [(line, False) for line in textwrap.wrap(", ".join(names), _PANEL_LETTERS)] + [("", False)]
    room = height // _LINE - 1
    if len(lines) > room:
        lines = [*lines[: room - 1], ("… and more: the record lists them all", True)]
    if not lines:
        return None
    rows = [{"line": line, "x": 4, "y": 12 + _LINE * at, "head": head} for at, (line, head) in enumerate(lines)]
    return (
        alt.Chart(
            alt.InlineData(values=rows), width=_PANEL, height=_LINE * len(lines) + 8, view=alt.ViewConfig(stroke=None)
        )
        .mark_text(align="left", baseline="middle", fontSize=12, limit=_PANEL)
        .encode(
            x=_pixels("x"),
            y=_pixels("y"),
            text="line:N",
            color=alt.condition("datum.head", alt.value(_QUIET), alt.value(_TEXT)),
        )
    )
