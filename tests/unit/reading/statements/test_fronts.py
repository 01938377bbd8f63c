# SPDX-License-Identifier: Apache-2.0
"""What stands in front of its teller is told, whatever phrase follows."""

from __future__ import annotations

import pytest

from readout.reading.statements.fronts import take_clauses_in_front
from tests.support.readings import draft_of, scene_of

RECALLED = """
{first} PROPN 2 nsubj
left VERB 0 root
Rome PROPN 2 obj
early ADV 2 advmod
, PUNCT 7 punct
aides NOUN 7 nsubj
said VERB 2 parataxis
, PUNCT 10 punct
after ADP 10 case
talks NOUN 2 obl
. PUNCT 2 punct
"""


def contents_with(first: str, found: str) -> list[str]:
    """Return what is told when the model has found only `found`."""
    scene = scene_of(f"{first} left Rome early, aides said, after talks.", RECALLED.format(first=first))
    draft = draft_of(scene, found, cue="said", source="aides")
    take_clauses_in_front([draft], scene)
    return [scene.span(content).of(scene.encoding.text) for content in draft.contents]


def test_the_clause_in_front_is_told():
    assert contents_with("Berg", "after talks") == ["Berg left Rome early", "after talks"]


@pytest.mark.parametrize("found", ["Berg left Rome early", "left Rome"])
def test_what_has_been_found_in_front_stays(found: str):
    assert contents_with("Berg", found) == [found]


def test_a_clause_that_somebody_else_tells_is_left():
    scene = scene_of("Berg left Rome early, aides said, after talks.", RECALLED.format(first="Berg"))
    taken, draft = draft_of(scene, "left Rome"), draft_of(scene, "after talks", cue="said", source="aides")
    take_clauses_in_front([taken, draft], scene)
    assert len(draft.contents) == 1


HOPES = """
He PRON 2 nsubj
hopes VERB 0 root
, PUNCT 5 punct
aides NOUN 5 nsubj
added VERB 2 parataxis
, PUNCT 2 punct
to PART 8 mark
stay VERB 2 xcomp
. PUNCT 2 punct
"""


def test_the_verb_that_an_infinitive_behind_its_teller_hangs_on_is_told():
    scene = scene_of("He hopes, aides added, to stay.", HOPES)
    draft = draft_of(scene, "to stay", cue="added", source="aides")
    take_clauses_in_front([draft], scene)
    assert [scene.span(content).of(scene.encoding.text) for content in draft.contents] == ["He hopes", "to stay"]
