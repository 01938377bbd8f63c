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


SAYS = """
Lind PROPN 11 nsubj:pass
, PUNCT 4 punct
who PRON 4 nsubj
says VERB 1 acl:relcl
he PRON 7 nsubj:pass
was AUX 7 aux:pass
deposed VERB 4 ccomp
, PUNCT 4 punct
has AUX 11 aux
been AUX 11 aux:pass
held VERB 0 root
with ADP 14 case
his PRON 14 nmod:poss
wife NOUN 11 obl
. PUNCT 11 punct
"""


def test_a_relative_clause_tells_nothing_of_the_clause_around_it():
    scene = scene_of("Lind, who says he was deposed, has been held with his wife.", SAYS)
    draft = draft_of(scene, "he was deposed, has been held with his wife", cue="says", source="who")
    part_own_clauses([draft], scene)
    assert [scene.span(r).of(scene.encoding.text) for r in draft.contents] == ["he was deposed"]
