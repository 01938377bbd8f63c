# SPDX-License-Identifier: Apache-2.0
"""What a participle says of a source is the source's, and not the cue's."""

from __future__ import annotations

from readout.reading.statements.cuebounds import begin_cues
from readout.reading.statements.nonstatements import is_contrary
from tests.support.readings import draft_of, scene_of

SHARED = """
Posts NOUN 4 nsubj
shared VERB 4 ccomp
often ADV 2 advmod
claim VERB 0 root
it PRON 6 nsubj
rained VERB 4 ccomp
. PUNCT 4 punct
"""

CONTRARY = """
Contrary ADJ 9 advmod
to ADP 3 case
what PRON 1 obl
posts NOUN 5 nsubj
claim VERB 3 acl:relcl
, PUNCT 9 punct
it PRON 9 nsubj
has AUX 9 aux
rained VERB 0 root
. PUNCT 9 punct
"""


def test_a_participle_behind_a_source_belongs_to_it():
    scene = scene_of("Posts shared often claim it rained.", SHARED)
    draft = draft_of(scene, "it rained", cue="shared often claim", source="Posts")
    begin_cues([draft], scene)
    assert [scene.span(r).of(scene.encoding.text) for r in (draft.cue, draft.source) if r] == [
        "claim",
        "Posts shared often",
    ]


def test_what_is_contrary_to_a_claim_is_not_claimed():
    scene = scene_of("Contrary to what posts claim, it has rained.", CONTRARY)
    assert is_contrary(draft_of(scene, "it has rained", cue="claim", source="posts"), scene)
