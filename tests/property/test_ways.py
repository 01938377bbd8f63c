# SPDX-License-Identifier: Apache-2.0
"""Whatever comes in, it is a report or it is refused with a reason: nothing else comes out of the ways in.

The bytes are not quite any bytes: mostly files of some kind with a few bytes changed, cut or doubled, which come further.
A longer run, led by what code was reached: `python -m tests.fuzz.bytes_to_report`.
"""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("fastwarc", reason="needs the extra 'archive'")
pytest.importorskip("pyarrow", reason="needs the extra 'tables'")

from readout.report import Report  # after the skips
from readout.source.received import Received, Refused
from readout.source.ways import receive
from tests.support import wares
from tests.support.offline import Offline
from tests.support.seeds import seeds

pytestmark = pytest.mark.slow

SEEDS = seeds()


@st.composite
def changed_files(draw: st.DrawFn) -> bytes:
    """Take a file and change some of it."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(0, 40))
        match draw(st.sampled_from(["replace", "cut", "double", "end", "insert"])):
            case "replace":
                data[at : at + length] = draw(st.binary(min_size=length, max_size=length))
            case "cut":
                del data[at : at + length]
            case "double":
                data[at:at] = data[at : at + length]
            case "insert":
                data[at:at] = draw(st.binary(max_size=12))
            case _:
                del data[at:]
    return bytes(data)


def check(data: bytes) -> None:
    """Receive bytes, and look at what comes."""
    for piece in receive(["-"], stdin=io.BytesIO(data), fetcher=Offline()):
        match piece:
            case Received():
                assert isinstance(piece.report, Report)
                assert piece.report.text.strip()
                assert piece.address
                assert set(piece.basis) <= {"title", "author", "published", "publisher", "url", "language"}
            case Refused():
                assert piece.reason
                assert "stumble" not in piece.reason, piece.reason


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changed_files())
def test_changed_files_are_reports_or_refused(data: bytes):
    check(data)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
)
def test_any_bytes_are_reports_or_refused(data: bytes):
    check(data)


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            "text title url published publisher author language uri bodies headlines pubstatus body_text".split()
        ),
        st.recursive(
            st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=30),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
            max_leaves=6,
        ),
        max_size=6,
    )
)
def test_any_row_is_a_report_or_refused(row: dict[str, object]):
    check(json.dumps({**row, "text": row.get("text") or wares.TEXT}).encode() + b"\n{}\n")
