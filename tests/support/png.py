# SPDX-License-Identifier: Apache-2.0
"""Read a PNG's pixels, so that a test can see what was drawn: 8 bits a channel, not interlaced."""

from __future__ import annotations

import struct
import zlib

__all__ = ["colours_of", "size_of"]


def size_of(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return int(width), int(height)


def colours_of(data: bytes) -> dict[tuple[int, int, int], int]:
    """Count the pixels of each colour."""
    width, _ = size_of(data)
    depth, kind = data[24], data[25]
    assert (depth, kind) in {(8, 2), (8, 6)}
    channels = 3 if kind == 2 else 4
    packed, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    counts: dict[tuple[int, int, int], int] = {}
    for row in _rows(zlib.decompress(packed), width * channels, channels):
        for x in range(0, len(row), channels):
            colour = (row[x], row[x + 1], row[x + 2])
            counts[colour] = counts.get(colour, 0) + 1
    return counts


def _rows(raw: bytes, stride: int, step: int) -> list[bytearray]:
    """Undo the filters of PNG, row by row."""
    rows: list[bytearray] = []
    above = bytearray(stride)
    for at in range(0, len(raw), stride + 1):
        row = bytearray(raw[at + 1 : at + 1 + stride])
        filter = raw[at]
        for x in range(stride) if filter else ():
            left = row[x - step] if x >= step else 0
            corner = above[x - step] if x >= step else 0
            row[x] = (row[x] + _predicted(filter, left, above[x], corner)) & 255
        rows.append(row)
        above = row
    return rows


def _predicted(filter: int, left: int, above: int, corner: int) -> int:
    if filter < 4:
        return (0, left, above, (left + above) // 2)[filter]
    guess = left + above - corner
    return min((left, above, corner), key=lambda each: abs(guess - each))
