# SPDX-License-Identifier: Apache-2.0
"""The innermost statement that holds some words, however contents lie."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from readout.reading.statements.holding import Holding
from readout.reading.statements.statements import Statement
from readout.text import Span

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
EMPTY = Statement(
    kind="indirect", content=(), cue=(), source=(), speaker=None, addressees=(), relayed_by=(), channel=None, outlet=None,
    anonymous=False, parent=None, confidence=1.0, condition=(), because=(), undecided=(),
)  # fmt: skip


@given(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=8), SPANS)
def test_the_innermost_is_the_shortest_that_holds_all_of_it(contents: list[list[Span]], span: Span) -> None:
    statements = [replace(EMPTY, content=tuple(content)) for content in contents]
    holding = [
        (sum(part.end - part.start for part in content), index)
        for index, content in enumerate(contents)
        if any(part.contains(span) for part in content)
    ]
    assert Holding(statements).innermost(span) == (min(holding)[1] if holding else None)
