# SPDX-License-Identifier: Apache-2.0
"""A damage within one record of a web archive costs that record, and none of the others."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("fastwarc", reason="needs the extra 'archive'")
pytest.importorskip("trafilatura", reason="needs the extra 'archive'")

from readout.source.received import Received, Refused  # after the skips
from readout.source.ways import receive
from tests.support import wares

RECORDS = [wares.record(f"https://news.example/{number}", wares.page(number)) for number in range(5)]
MEMBERS = [wares.gz(record) for record in RECORDS]
TEXTS = {
    piece.address: piece.report.text
    for piece in receive(["-"], stdin=io.BytesIO(b"".join(RECORDS)))
    if isinstance(piece, Received)
}


@st.composite
def damages(draw: st.DrawFn, parts: list[bytes]) -> tuple[int, bytes]:
    """Draw which record is damaged, and what stands in its place."""
    # Not the first: it says what the file is, and here it has no name that would.
    number = draw(st.integers(1, len(parts) - 1))
    part = parts[number]
    start = draw(st.integers(0, len(part) - 1))
    end = draw(st.integers(start, len(part)))
    put = draw(st.one_of(st.just(b""), st.binary(max_size=40), st.just(bytes(end - start))))
    return number, part[:start] + put + part[end:]


def outcome(parts: list[bytes], number: int, part: bytes) -> tuple[dict[str, str], list[str]]:
    data = b"".join([*parts[:number], part, *parts[number + 1 :]])
    pieces = list(receive(["-"], stdin=io.BytesIO(data)))
    texts = {piece.address: piece.report.text for piece in pieces if isinstance(piece, Received)}
    return texts, [piece.reason for piece in pieces if isinstance(piece, Refused)]


def others(number: int) -> dict[str, str]:
    return {address: text for address, text in TEXTS.items() if not address.endswith(f"/{number}")}


@settings(max_examples=150)
@given(damages(MEMBERS))
def test_of_a_packed_archive_all_others_come_and_the_damage_is_told(damaged: tuple[int, bytes]):
    number, part = damaged
    texts, reasons = outcome(MEMBERS, number, part)
    assert {**TEXTS, **texts} == TEXTS  # a checksum holds: none comes that is not as it was
    assert others(number).items() <= texts.items()
    # Zeros between two members are padding, and nothing is nothing.
    assert texts == TEXTS or reasons or not part.strip(b"\0")


@settings(max_examples=150)
@given(damages(RECORDS))
def test_of_an_archive_all_others_come(damaged: tuple[int, bytes]):
    number, part = damaged
    texts, _ = outcome(RECORDS, number, part)
    assert others(number).items() <= texts.items()
