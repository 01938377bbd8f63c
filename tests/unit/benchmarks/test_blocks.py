# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from benchmarks.quality.blocks import bio_spans, plain_text


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        pytest.param("B-cue I-cue O", {(0, 2, "cue")}, id="plain"),
        pytest.param("B-cue B-cue", {(0, 1, "cue"), (1, 2, "cue")}, id="side by side"),
        pytest.param("O I-cue I-cue", {(1, 3, "cue")}, id="begins with I after O"),
        pytest.param("B-cue I-source", {(0, 1, "cue"), (1, 2, "source")}, id="I of another kind"),
        pytest.param("B-cue I-cue", {(0, 2, "cue")}, id="runs to the end"),
        pytest.param("O O", set(), id="none"),
    ],
)
def test_bio_spans_follow_conlleval(labels, expected):
    assert bio_spans(labels.split()) == expected


def test_plain_text_undoes_the_treebanks_forms():
    assert plain_text(["``", "It", "is", "-LRB-", "so", "-RRB-", "''"])[0] == "“ It is ( so ) ”"


def test_plain_text_places_each_token():
    text, spans = plain_text(["``", "No", "-LSB-", "x", "''"])
    assert [span.of(text) for span in spans] == ["“", "No", "[", "x", "”"]
