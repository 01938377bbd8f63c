# SPDX-License-Identifier: Apache-2.0
"""Who is heard or recorded as saying something says it, and nobody else."""

from __future__ import annotations

from readout.reading.statements.hearings import give_to_the_heard
from tests.support.readings import draft_of, scene_of

RECORDS = """
It PRON 2 nsubj
records VERB 0 root
callers NOUN 2 obj
saying VERB 2 xcomp
that SCONJ 7 mark
it PRON 7 nsubj
burned VERB 4 ccomp
. PUNCT 2 punct
"""


def test_who_is_recorded_as_saying_it_says_it():
    entities = {"n1": {"mentions": ["callers"], "type": "group"}}
    scene = scene_of("It records callers saying that it burned.", RECORDS, entities)
    draft = draft_of(scene, "that it burned", cue="records", source="It")
    give_to_the_heard([draft], scene)
    assert [scene.span(r).of(scene.encoding.text) for r in (draft.cue, draft.source) if r] == ["saying", "callers"]
