# SPDX-License-Identifier: Apache-2.0
"""Where contents end: nothing of a later sentence, outside quotation marks."""

from __future__ import annotations

from readout.reading.attributions.quotes import find_quotations
from readout.reading.statements.quoted import Quoted
from readout.reading.statements.strays import drop_strays
from tests.support.readings import draft_of, scene_of

WARNED = """
Lind PROPN 2 nsubj
warned VERB 0 root
it PRON 4 nsubj
rained VERB 2 ccomp
. PUNCT 2 punct

He PRON 2 nsubj
apologised VERB 0 root
to ADP 4 case
those PRON 2 obl
who PRON 6 nsubj
waited VERB 4 acl:relcl
. PUNCT 2 punct
"""


def test_words_within_a_later_sentence_are_not_what_was_warned():
    scene = scene_of("Lind warned it rained. He apologised to those who waited.", WARNED, {"n1": ["Lind"]})
    draft = draft_of(scene, "it rained", "those who waited", cue="warned", source="Lind")
    drop_strays([draft], scene, Quoted(scene.encoding, find_quotations(scene.encoding.text)))
    assert [scene.span(content).of(scene.encoding.text) for content in draft.contents] == ["it rained"]
