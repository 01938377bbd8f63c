# SPDX-License-Identifier: Apache-2.0
"""Speech within speech."""

from __future__ import annotations

import pytest

from readout.reading.attributions.quotes import find_quotations
from readout.reading.clauses.scene import Scene
from readout.reading.statements.draft import Draft
from readout.reading.statements.nesting import find_nested, nest
from readout.reading.statements.quoted import Quoted
from tests.support.readings import draft_of, scene_of

WARNED = """
Kyiv PROPN 2 nsubj
said VERB 0 root
Moscow PROPN 5 nsubj
had AUX 5 aux
warned VERB 2 ccomp
that SCONJ 9 mark
it PRON 9 nsubj
would AUX 9 aux
reply VERB 5 ccomp
. PUNCT 2 punct
"""


def nested_in(scene: Scene, *drafts: Draft) -> list[tuple[str, str, str]]:
    """Return content, cue and source of what is found within drafts."""
    text = scene.encoding.text
    quoted = Quoted(scene.encoding, find_quotations(text))
    return [
        (scene.span(d.contents[0]).of(text), scene.span(d.cue).of(text), scene.span(d.source).of(text))
        for d in find_nested(drafts, scene, quoted)
        if d.cue and d.source
    ]


def test_a_reporting_verb_with_its_own_clause_is_a_statement_within():
    scene = scene_of("Kyiv said Moscow had warned that it would reply.", WARNED)
    outer = draft_of(scene, "Moscow had warned that it would reply", cue="said", source="Kyiv")
    assert nested_in(scene, outer) == [("it would reply", "had warned", "Moscow")]


def test_what_lies_outside_every_content_is_not_looked_at():
    scene = scene_of("Kyiv said Moscow had warned that it would reply.", WARNED)
    assert nested_in(scene, draft_of(scene, "it would reply", cue="had warned", source="Moscow")) == []


def test_a_clause_that_leaves_the_content_is_none_of_it():
    scene = scene_of("Kyiv said Moscow had warned that it would reply.", WARNED)
    assert nested_in(scene, draft_of(scene, "Moscow had warned that it", cue="said", source="Kyiv")) == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param(("Moscow PROPN", "We PRON"), "the speaker's own saying", id="first person"),
        pytest.param(("had AUX 5 aux", "never ADV 5 advmod"), "nothing was said", id="negated"),
        pytest.param(("warned VERB", "slept VERB"), "no reporting verb", id="another verb"),
        pytest.param(("Moscow PROPN 5 nsubj", "Moscow PROPN 5 obl"), "nobody says it", id="no subject"),
    ],
)
def test_no_statement_is_found_where_nobody_else_said_anything(change: tuple[str, str], why: str):
    table = WARNED.replace(*change)
    text = "Kyiv said Moscow had warned that it would reply."
    for old, new in [(change[0].split()[0], change[1].split()[0])]:
        text = text.replace(old, new)
    content = text.removeprefix("Kyiv said ").removesuffix(".")
    scene = scene_of(text, table)
    assert nested_in(scene, draft_of(scene, content, cue="said", source="Kyiv")) == [], why


# Parents -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def scene() -> Scene:
    words = "a b c d e f g h i j".split()
    return scene_of(" ".join(words), "\n".join(f"{w} NOUN {1 if n else 0} dep" for n, w in enumerate(words)))


def test_the_smallest_statement_that_holds_all_of_another_is_its_parent(scene: Scene):
    outer, middle = draft_of(scene, "a b c d e f g h i j"), draft_of(scene, "c d e f g h", cue="b", source="a")
    inner = draft_of(scene, "f g", cue="e", source="d")
    nest([inner, outer, middle])
    assert inner.parent is middle
    assert middle.parent is outer
    assert outer.parent is None


def test_a_statement_whose_cue_stands_outside_is_not_within(scene: Scene):
    outer, other = draft_of(scene, "c d e f g"), draft_of(scene, "e f", cue="h", source="i")
    nest([outer, other])
    assert other.parent is None


def test_a_statement_between_the_pieces_of_another_is_not_within(scene: Scene):
    broken, between = draft_of(scene, "a b", "h i j"), draft_of(scene, "d e", cue="c", source="f")
    nest([broken, between])
    assert between.parent is None


def test_two_statements_of_the_same_words_are_not_within_each_other(scene: Scene):
    one, other = draft_of(scene, "c d e"), draft_of(scene, "c d e")
    nest([one, other])
    assert (one.parent, other.parent) == (None, None)


def test_nesting_anew_forgets_parents_that_were_dropped(scene: Scene):
    outer, inner = draft_of(scene, "a b c d e f g h i j"), draft_of(scene, "f g", cue="e", source="d")
    nest([outer, inner])
    nest([inner])
    assert inner.parent is None


def test_twenty_thousand_statements_are_nested_in_no_time():
    """All pairs would take hours."""
    drafts = [Draft([(10 * n, 10 * n + 9)], None, None, 0.9) for n in range(20_000)]
    inner = [Draft([(10 * n + 3, 10 * n + 6)], None, None, 0.9) for n in range(20_000)]
    nest([*drafts, *inner])
    assert all(draft.parent is drafts[n] for n, draft in enumerate(inner))
