# SPDX-License-Identifier: Apache-2.0
"""To which of two statements of one speaker a quotation behind both belongs."""

from __future__ import annotations

from readout.reading.attributions.quotes import find_quotations
from readout.reading.clauses.scene import Scene
from readout.reading.statements.continuations import pass_on_quotations
from readout.reading.statements.draft import Draft
from readout.reading.statements.quoted import Quoted
from tests.support.readings import draft_of, place_of, scene_of

SENTENCES = ("Berg says Rome is far .", "Then adds Oslo is near .", "“ It was a long way by train that day . ”")
QUOTATION = "“It was a long way by train that day.”"


def scene_for() -> Scene:
    blocks = []
    for sentence in SENTENCES:
        words = sentence.split()
        rows = [f"{w} {'NOUN' if w.isalpha() else 'PUNCT'} {1 if n else 0} dep" for n, w in enumerate(words)]
        blocks.append("\n".join(rows))
    text = f"Berg says Rome is far. Then adds Oslo is near. {QUOTATION}"
    return scene_of(text, "\n\n".join(blocks), {"berg": ["Berg"], "rios": ["Rome"]})


def passed_on(last: str) -> tuple[Scene, list[Draft]]:
    """Return two drafts with the quotation at the first one, when the second is told by who the word `last` stands for."""
    scene = scene_for()
    first = draft_of(scene, "Rome is far", QUOTATION, cue="says", source="Berg")
    second = draft_of(scene, "Oslo is near", cue="adds", source="Then")
    first.speaker = scene.directory.of_words(*place_of(scene.encoding, "Berg"))
    second.speaker = scene.directory.of_words(*place_of(scene.encoding, last))
    pass_on_quotations([second, first], scene, Quoted(scene.encoding, find_quotations(scene.encoding.text)))
    return scene, [first, second]


def said(scene: Scene, draft: Draft) -> list[str]:
    return [scene.span(content).of(scene.encoding.text) for content in draft.contents]


def test_a_quotation_goes_on_with_what_the_speaker_said_last():
    scene, (first, second) = passed_on("Berg")
    assert said(scene, first) == ["Rome is far"]
    assert said(scene, second) == ["Oslo is near", QUOTATION]


def test_a_quotation_stays_where_somebody_else_speaks_between():
    scene, (first, _) = passed_on("Rome")
    assert said(scene, first) == ["Rome is far", QUOTATION]
