# SPDX-License-Identifier: Apache-2.0
"""What ends a content and is no part of it."""

from __future__ import annotations

import pytest

from readout.reading.statements.tails import leave_out_marks
from tests.support.readings import draft_of, encoding_of, scene_of


@pytest.mark.parametrize(
    ("text", "content", "left"),
    [
        ("“It is over . Both said no talks are due.”", "no talks are due.”", "no talks are due"),
        ('"It is over . Both said no talks are due."', 'no talks are due."', "no talks are due"),
        ("Both said no talks are “due.”", "no talks are “due.”", "no talks are “due.”"),
    ],
    ids=["curly", "straight", "its own mark"],
)
def test_a_mark_that_closes_what_began_before_is_left_out(text: str, content: str, left: str):
    words = encoding_of(text).words
    table = "\n".join(f"{word} NOUN {1 if n else 0} {'dep' if n else 'root'}" for n, word in enumerate(words))
    scene = scene_of(text, table)
    draft = draft_of(scene, content, cue="said")
    leave_out_marks([draft], scene)
    assert scene.span(draft.contents[-1]).of(text) == left
