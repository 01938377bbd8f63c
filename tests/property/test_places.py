# SPDX-License-Identifier: Apache-2.0
"""Whatever the model says and whichever words are taken for names, places keep their form."""

from __future__ import annotations

import itertools

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from readout.pipeline import read_report
from readout.reading.places.toponyms import resolve_names
from readout.report import Report
from readout.resources.gazetteer import packaged_gazetteer
from readout.text import Span
from tests.support.readings import RandomModel

WORDS = "Paris Texas , Pa. the Georgia ( ) New York Kyiv ' s in Springfield and London city of County Korean Donbas West 7 É"
TEXTS = st.lists(st.sampled_from(WORDS.split()), max_size=25).map(" ".join)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@example("Paris " * 15 + "(", 115)  # mentions without a word: of a person, of a place
@example("(", 0)
@given(TEXTS, st.integers(0, 10**6))
def test_places_follow_each_other_and_never_overlap(text: str, seed: int):
    places = read_report(Report(text, language="en"), model=RandomModel(seed=seed)).places  # type: ignore[arg-type]
    assert all(one.end <= two.start for one, two in itertools.pairwise(places))
    assert all((place.undecided is None) == (place.lat is not None) == (place.rule is not None) for place in places)


@settings(max_examples=200)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), max_size=12))
def test_any_words_get_a_sense_or_a_reason(text: str, ranges: list[tuple[int, int]]):
    spans = sorted(Span(start, min(start + length, len(text))) for start, length in ranges if start < len(text))
    senses = resolve_names(text, spans, gazetteer=packaged_gazetteer())
    assert len(senses) == len(spans)
    assert all(sense.rule for sense in senses)
    assert senses == resolve_names(text, spans, gazetteer=packaged_gazetteer())
