# SPDX-License-Identifier: Apache-2.0
"""What is told to somebody is found though the tree takes another verb for the main one."""

from __future__ import annotations

from readout.reading.attributions.quotes import find_quotations
from readout.reading.statements.quoted import Quoted
from readout.reading.statements.tellingsof import find_tellings_that
from tests.support.readings import scene_of

FOUND = """
Mothers NOUN 5 nsubj
of ADP 3 case
men NOUN 1 nmod
just ADV 5 advmod
found VERB 0 root
dead ADJ 5 xcomp
told VERB 5 advcl
them PRON 7 obj
that SCONJ 11 mark
it PRON 11 nsubj
rained VERB 7 ccomp
. PUNCT 5 punct
"""


def test_a_long_subject_tells_though_another_verb_has_it():
    scene = scene_of(
        "Mothers of men just found dead told them that it rained.",
        FOUND,
        {"n1": {"mentions": ["Mothers of men"], "type": "group"}},
    )
    quoted = Quoted(scene.encoding, find_quotations(scene.encoding.text))
    (found,) = find_tellings_that([], scene, quoted, [(0, len(scene.encoding.words))])
    told = [scene.span(r).of(scene.encoding.text) for r in (found.source, found.cue, *found.contents) if r]
    assert told == ["Mothers of men", "told", "it rained"]
