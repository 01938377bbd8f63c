# SPDX-License-Identifier: Apache-2.0
"""Set names beside their pins so that none lies over another: greedily, the first in the list first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Disc", "Label", "labels_beside"]

_LETTER, _HEIGHT, _AIR = 6.7, 15.0, 3.0  # pixels of a letter in the labels' size, on average and with some room
_EDGE = 9.0  # pixels between a name and the edge of the map


@dataclass(frozen=True, slots=True)
class Disc:
    """A pin with its name, in pixels."""

    name: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Label:
    """A name with the middle of its left or right edge, in pixels."""

    name: str
    x: float
    y: float
    align: str


_Box = tuple[float, float, float, float]


def labels_beside(discs: Sequence[Disc], *, width: int, height: int) -> tuple[list[Label], list[str]]:
    """Return the labels that have room, and the names that have none."""
    taken = [(d.x - d.radius, d.y - d.radius, d.x + d.radius, d.y + d.radius) for d in discs]
    labels: list[Label] = []
    left_out: list[str] = []
    for number, disc in enumerate(discs):
        others = taken[:number] + taken[number + 1 :]
        spot = next((s for s in _spots(disc) if _is_free(_box(s), others, width, height)), None)
        if spot is None:
            left_out.append(disc.name)
        else:
            labels.append(spot)
            taken.append(_box(spot))
    return labels, left_out


def _spots(disc: Disc) -> list[Label]:
    """List where a name can stand, the best first: right, left, above, below, and the corners."""
    aside, over = disc.radius + _AIR + 1, disc.radius + _AIR + _HEIGHT / 2
    half = _LETTER * len(disc.name) / 2
    return [
        Label(disc.name, disc.x + aside, disc.y, "left"),
        Label(disc.name, disc.x - aside, disc.y, "right"),
        Label(disc.name, disc.x - half, disc.y - over, "left"),
        Label(disc.name, disc.x - half, disc.y + over, "left"),
        Label(disc.name, disc.x + aside * 0.7, disc.y - over * 0.7, "left"),
        Label(disc.name, disc.x + aside * 0.7, disc.y + over * 0.7, "left"),
        Label(disc.name, disc.x - aside * 0.7, disc.y - over * 0.7, "right"),
        Label(disc.name, disc.x - aside * 0.7, disc.y + over * 0.7, "right"),
    ]


def _box(label: Label) -> _Box:
    wide = _LETTER * len(label.name)
    left = label.x if label.align == "left" else label.x - wide
    return left, label.y - _HEIGHT / 2, left + wide, label.y + _HEIGHT / 2


def _is_free(box: _Box, taken: Sequence[_Box], width: int, height: int) -> bool:
    left, top, right, bottom = box
    if left < _EDGE or top < _EDGE or right > width - _EDGE or bottom > height - _EDGE:
        return False
    return all(right < a or left > c or bottom < b or top > d for a, b, c, d in taken)
