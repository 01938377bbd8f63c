# SPDX-License-Identifier: Apache-2.0
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readout.model import Model
from readout.reading.encoding import encode
from readout.reading.figures.figures import find_figures
from readout.reading.trees.syntax import find_sentences, parse

PIECES = "$ 5 10 - to million 4,200 half a of people percent one in between and US two thirds / hours £ lasted an \n .".split(
    " "
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES), max_size=15).map(" ".join))
def test_figures_lie_on_words_and_never_end_below_their_beginning(model: Model, text: str):
    encoding = encode(model, text)
    found = find_figures(encoding, parse(encoding, find_sentences(encoding))) if encoding.words else []
    starts, ends = {s.start for s in encoding.spans}, {s.end for s in encoding.spans}
    for figure in found:
        assert figure.span.start in starts
        assert figure.span.end in ends
        assert figure.high is None or figure.low <= figure.high
