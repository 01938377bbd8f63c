# SPDX-License-Identifier: Apache-2.0
"""Web archives of five pages with a damage in one place, plain and packed as crawlers pack them."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support import wares

__all__ = ["Damaged", "damaged_archives"]

_GARBAGE = b"garbage\r\n" * 20


@dataclass(frozen=True, slots=True)
class Damaged:
    """An archive that gives some of its pages.

    Attributes:
        name: A file's name.
        data: Its bytes.
        says: Words that a refusal must have: what is wrong.
        pages: The numbers of the pages that come.
    """

    name: str
    data: bytes
    says: str
    pages: tuple[int, ...]


def damaged_archives() -> list[Damaged]:
    """Make all."""
    return [*_plain(), *_packed()]


def _records() -> list[bytes]:
    return [wares.record(f"https://news.example/{number}", wares.page(number)) for number in range(1, 6)]


def _with(parts: list[bytes], number: int, part: bytes) -> bytes:
    """Join, with another part in place of one; the first is number 1."""
    return b"".join([*parts[: number - 1], part, *parts[number:]])


def _plain() -> Iterator[Damaged]:
    records = _records()
    third = records[2]

    def case(name: str, part: bytes, says: str, *pages: int, number: int = 3) -> Damaged:
        return Damaged(f"{name}.warc", _with(records, number, part), says, pages)

    length = b"Content-Length: "
    others = 1, 2, 4, 5
    yield case("garbage", _GARBAGE + third, "180 bytes were left out", 1, 2, 3, 4, 5)
    yield case("version", third.replace(b"WARC/1.0", b"WARX/1.0"), "is damaged at byte 1,848", *others)
    yield case("no-length", third.replace(b"Content-Length", b"Content-Lexgth", 1), "Invalid", *others)
    yield case("long", third.replace(length, length + b"1"), "the next one begins", *others)
    yield case("very-long", third.replace(length, length + b"9999"), "the next one begins", *others)
    yield case("longest", third.replace(length, length + b"99999999"), "the next one begins", *others)
    yield case("short", third.replace(length + b"677", length + b"600"), "81 bytes", 1, 2, 3, 4, 5)
    yield case("killed", third[:-200], "the next one begins", *others)
    yield case("killed-at-once", third[:100], "the next one begins", *others)
    yield case("killed-in-number", third[: third.index(length) + 18], "the next one begins", *others)
    yield case("zeros", bytes(len(third)), "924 bytes were left out", *others)
    yield case("no-line-end", third[:-10] + bytes(10), "is damaged at byte", *others, 3)
    yield case("beginning", bytes(100) + records[0][100:], "is damaged at byte 0", 2, 3, 4, 5, number=1)
    yield case("end", records[4][:-60], "cut off", 1, 2, 3, 4, number=5)
    yield case("end-in-header", records[4][:60], "cut off", 1, 2, 3, 4, number=5)
    yield case("after", records[4] + _GARBAGE, "no other record", 1, 2, 3, 4, 5, number=5)


def _packed() -> Iterator[Damaged]:
    members = [wares.gz(record) for record in _records()]
    third = members[2]
    middle = len(third) // 2

    def case(name: str, part: bytes, says: str, *pages: int, number: int = 3) -> Damaged:
        return Damaged(f"{name}.warc.gz", _with(members, number, part), says, pages)

    others = 1, 2, 4, 5
    yield case("flipped", third[:middle] + bytes([third[middle] ^ 0xFF]) + third[middle + 1 :], "damaged", *others)
    yield case("checksum", third[:-8] + bytes(4) + third[-4:], "damaged", *others)
    yield case("size", third[:-1] + b"\x01", "damaged", *others)
    yield case("magic", b"\x00\x00" + third[2:], "damaged", *others)
    yield case("zeroed", b"\x01" + bytes(len(third) - 1), "damaged", *others)
    yield case("noise", _GARBAGE * 400 + third, "of the 72,000 bytes from 1,122 to 73,122", 1, 2, 3, 4, 5)
    yield case("stopped", third[:middle], "damaged", *others)
    yield case("stopped-at-once", third[:12], "damaged", *others)
    two = b"".join([members[0], members[1][:middle], third[:middle], *members[3:]])
    yield Damaged("two.warc.gz", two, "damaged", (1, 4, 5))
    # Stored and not packed, so that a wrong length leads into the next members.
    stored = gzip.compress(_records()[2], 0, mtime=0)
    yield case("stored", stored[:11] + b"\xff\x0f\x00\xf0" + stored[15:], "cut off", *others)
    yield case("first", members[0][:20] + bytes(40) + members[0][60:], "damaged", 2, 3, 4, 5, number=1)
    yield case("first-header", b"\x1f\x8b\x08" + bytes([0xFF] * 20) + members[0][23:], "damaged", 2, 3, 4, 5, number=1)
    yield case("overwritten", bytes(len(members[0])), "damaged", 2, 3, 4, 5, number=1)
    yield case("cut", members[4][:-60], "cut off", 1, 2, 3, 4, number=5)
    yield case("cut-in-header", members[4][:6], "cut off", 1, 2, 3, 4, number=5)
    yield case("trailing", members[4] + _GARBAGE, "damaged", 1, 2, 3, 4, 5, number=5)
    # All records in one member: nothing can be read behind a damage, since it is unpacked from its beginning on.
    whole = wares.gz(b"".join(_records()))
    yield Damaged("one-member.warc.gz", whole[:-20], "cut off", (1, 2, 3, 4))
