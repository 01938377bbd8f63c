# SPDX-License-Identifier: Apache-2.0
"""A clause belongs to the verb in front of it."""

from __future__ import annotations

from readout.reading.statements.ownclauses import part_own_clauses
from tests.support.readings import draft_of, scene_of

NOTE = """
Experts NOUN 2 nsubj
note VERB 0 root
that SCONJ 5 mark
it PRON 5 nsubj
rained VERB 2 ccomp
. PUNCT 2 punct

It PRON 2 nsubj
claimed VERB 0 root
so ADV 2 advmod
. PUNCT 2 punct
"""


def test_a_clause_with_that_is_told_in_front_of_it():
    scene = scene_of(
        "Experts note that it rained. It claimed so.", NOTE, {"n1": {"mentions": ["Experts"], "type": "group"}}
    )
    draft = draft_of(scene, "that it rained", cue="claimed", source="It")
    part_own_clauses([draft], scene)
    assert [scene.span(r).of(scene.encoding.text) for r in (draft.cue, draft.source) if r] == ["note", "Experts"]
