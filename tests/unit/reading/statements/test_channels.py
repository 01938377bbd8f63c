# SPDX-License-Identifier: Apache-2.0
"""To whom and through what, and under which condition."""

from __future__ import annotations

import pytest

import readout
from readout.reading.clauses.scene import Scene
from readout.reading.coreference.entities import Entity
from readout.reading.statements.anonymity import find_condition
from readout.reading.statements.channels import find_addressees, find_channel
from readout.reading.statements.draft import Draft
from tests.support.readings import draft_of, scene_of

LIND = "n1"
MEDIUM = {"type": "organisation", "sector": "MED"}
TOLD = """
Lind PROPN 2 nsubj
told VERB 0 root
Haas PROPN 2 obj
it PRON 5 nsubj
rained VERB 2 ccomp
. PUNCT 2 punct
"""


def with_speaker(scene: Scene, draft: Draft, id: str = LIND) -> Draft:
    draft.speaker = scene.directory.entity(id)
    return draft


def ids(entities: list[Entity]) -> list[str]:
    return [entity.id for entity in entities]


def test_who_is_told_is_the_addressee():
    scene = scene_of("Lind told Haas it rained.", TOLD, {LIND: ["Lind"], "n2": ["Haas"]})
    draft = with_speaker(scene, draft_of(scene, "it rained", cue="told", source="Lind"))
    find_addressees(draft, scene)
    assert ids(draft.addressees) == ["n2"]
    assert [span.of(scene.encoding.text) for span in draft.because[-1].spans] == ["Haas"]


def test_nobody_is_told_who_is_unknown():
    scene = scene_of("Lind told Haas it rained.", TOLD, {LIND: ["Lind"]})
    draft = with_speaker(scene, draft_of(scene, "it rained", cue="told", source="Lind"))
    find_addressees(draft, scene)
    assert draft.addressees == []


def test_who_is_told_within_the_content_is_no_addressee():
    scene = scene_of(
        "Lind said Haas rained.",
        "Lind PROPN 2 nsubj\nsaid VERB 0 root\nHaas PROPN 4 nsubj\nrained VERB 2 ccomp\n. PUNCT 2 punct",
        {LIND: ["Lind"], "n2": ["Haas"]},
    )  # fmt: skip
    draft = with_speaker(scene, draft_of(scene, "Haas rained", cue="said", source="Lind"))
    find_addressees(draft, scene)
    assert draft.addressees == []


INTERVIEW = """
In ADP 3 case
an DET 3 det
interview NOUN 8 obl
with ADP 5 case
Kanal PROPN 3 nmod
, PUNCT 3 punct
Lind PROPN 8 nsubj
said VERB 0 root
it PRON 10 nsubj
rained VERB 8 ccomp
. PUNCT 8 punct
"""


def test_a_phrase_beside_the_cue_is_the_channel_with_its_outlet():
    scene = scene_of(
        "In an interview with Kanal, Lind said it rained.",
        INTERVIEW,
        {LIND: ["Lind"], "n2": {"mentions": ["Kanal"], **MEDIUM}},
    )
    draft = with_speaker(scene, draft_of(scene, "it rained", cue="said", source="Lind"))
    find_channel(draft, scene)
    assert draft.channel == "interview"
    assert draft.outlet is scene.directory.entity("n2")


def test_a_channel_within_the_content_is_not_the_statement_s():
    scene = scene_of(
        "Lind said it rained in an interview.",
        "Lind PROPN 2 nsubj\nsaid VERB 0 root\nit PRON 4 nsubj\nrained VERB 2 ccomp\nin ADP 7 case\nan DET 7 det\n"
        "interview NOUN 4 obl\n. PUNCT 2 punct",
        {LIND: ["Lind"]},
    )
    draft = with_speaker(scene, draft_of(scene, "it rained in an interview", cue="said", source="Lind"))
    find_channel(draft, scene)
    assert draft.channel is None


def test_a_verb_may_tell_the_channel():
    scene = scene_of(
        "Lind tweeted it rained.",
        "Lind PROPN 2 nsubj\ntweeted VERB 0 root\nit PRON 4 nsubj\nrained VERB 2 ccomp\n. PUNCT 2 punct",
        {LIND: ["Lind"]},
    )
    draft = with_speaker(scene, draft_of(scene, "it rained", cue="tweeted", source="Lind"))
    find_channel(draft, scene)
    assert draft.channel == "tweet"


def test_what_an_official_tells_legislators_is_testimony():
    scene = scene_of(
        "Lind told senators it rained.", TOLD.replace("Haas PROPN", "senators NOUN"),
        {LIND: ["Lind"], "n2": {"mentions": ["senators"], "type": "group", "sector": "LEG"}},
    )  # fmt: skip
    draft = with_speaker(scene, draft_of(scene, "it rained", cue="told", source="Lind"))
    find_addressees(draft, scene)
    find_channel(draft, scene)
    assert draft.channel == "testimony"


# Conditions ----------------------------------------------------------------------------------------------------------

UNNAMED = "An official, who asked not to be named, said it rained."
UNNAMED_TABLE = """
An DET 2 det
official NOUN 11 nsubj
, PUNCT 5 punct
who PRON 5 nsubj
asked VERB 2 acl:relcl
not PART 8 advmod
to PART 8 mark
be AUX 8 aux:pass
named VERB 5 xcomp
, PUNCT 5 punct
said VERB 0 root
it PRON 13 nsubj
rained VERB 11 ccomp
. PUNCT 11 punct
"""


def conditions(scene: Scene, draft: Draft) -> list[str]:
    find_condition(draft, scene)
    return [scene.span(r).of(scene.encoding.text) for r in draft.condition]


def test_the_words_of_an_unnamed_source_s_condition_are_found():
    scene = scene_of(UNNAMED, UNNAMED_TABLE, {LIND: {"mentions": ["An official"], "anonymous": True}})
    draft = with_speaker(
        scene, draft_of(scene, "it rained", cue="said", source="An official, who asked not to be named")
    )
    assert conditions(scene, draft) == ["who asked not to be named"]


def test_a_named_source_has_no_condition_of_another_s():
    """In one sentence, Lind and somebody unnamed speak; the condition is not Lind's."""
    scene = scene_of(UNNAMED, UNNAMED_TABLE, {LIND: {"mentions": ["An official"], "anonymous": False}})
    draft = with_speaker(scene, draft_of(scene, "it rained", cue="said", source="An official"))
    assert conditions(scene, draft) == []


@pytest.mark.parametrize("content", ["official, who asked not to be named"])
def test_a_condition_within_the_content_is_not_the_source_s(content: str):
    scene = scene_of(UNNAMED, UNNAMED_TABLE, {})
    assert conditions(scene, draft_of(scene, content, cue="said")) == []


def test_a_statement_without_source_and_cue_has_no_condition():
    scene = scene_of(UNNAMED, UNNAMED_TABLE, {})
    assert conditions(scene, draft_of(scene, "it rained")) == []


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Lind told the Italian daily La Repubblica that the talks had failed.", "La Repubblica"),
        ("“We are ready,” Lind told the Norwegian tabloid Verdens Gang on Tuesday.", "Verdens Gang"),
        ("Lind told Poland's public broadcaster TVP that the army was ready.", "TVP"),
    ],
)
def test_an_outlet_is_told_by_its_name_whatever_stands_in_front_of_it(text: str, addressee: str, model):
    record = readout.read(text, model=model)
    (said,) = record.statements
    assert [record.name_of(one) for one in said.addressees] == [addressee]


def test_the_outlet_of_an_interview_may_stand_behind_the_day_it_came_out(model):
    record = readout.read(
        "In an interview published on Sunday by the daily Morgenposten, Lind said she would go.", model=model
    )
    (said,) = record.statements
    assert said.channel is not None
    assert said.channel.kind == "interview"
    assert said.channel.outlet is not None
    assert record.name_of(said.channel.outlet) == "Morgenposten"


def test_where_it_was_written_stands_in_front_of_that():
    """The tree hangs the site on the verb of what is written."""
    scene = scene_of(
        "Lind wrote on Telegram that rain fell.",
        "Lind PROPN 2 nsubj\nwrote VERB 0 root\non ADP 4 case\nTelegram PROPN 7 obl\nthat SCONJ 7 mark\nrain NOUN 7 nsubj\n"
        "fell VERB 2 ccomp\n. PUNCT 2 punct",
        {LIND: ["Lind"]},
    )
    draft = with_speaker(scene, draft_of(scene, "rain fell", cue="wrote", source="Lind"))
    find_channel(draft, scene)
    assert draft.channel == "social_post"
