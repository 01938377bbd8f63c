# SPDX-License-Identifier: Apache-2.0
"""Whose words they are, and who passes them on."""

from __future__ import annotations

import pytest

import readout
from readout.reading.clauses.scene import Scene
from readout.reading.evidence import Support
from readout.reading.statements.draft import Draft
from readout.reading.statements.relays import drop_relays, is_outlet
from readout.reading.statements.speakers import resolve_speaker
from readout.reading.statements.speakingpronouns import settle_pronouns
from tests.support.readings import draft_of, scene_of

LIND = "n1"
MEDIUM = {"type": "organisation", "sector": "MED"}


def speaker_of(draft: Draft, scene: Scene) -> str | None:
    resolve_speaker(draft, scene)
    return draft.speaker.id if draft.speaker else None


def test_the_source_s_entity_is_the_speaker():
    scene = scene_of(
        "“No,” Mayor Lind said.",
        "“ PUNCT 2 punct\nNo INTJ 0 root\n, PUNCT 2 punct\n” PUNCT 2 punct\nMayor NOUN 6 compound\nLind PROPN 7 nsubj\n"
        "said VERB 2 parataxis\n. PUNCT 2 punct",
        {LIND: ["Lind"]},
    )
    draft = draft_of(scene, "“No,”", cue="said", source="Mayor Lind")
    assert speaker_of(draft, scene) == LIND
    (reason,) = draft.because
    assert reason.field == "speaker"
    assert reason.spans


def test_a_source_that_nobody_stands_for_is_left_open_with_its_words():
    scene = scene_of("They said no", "They PRON 2 nsubj\nsaid VERB 0 root\nno INTJ 2 obj")
    draft = draft_of(scene, "no", cue="said", source="They")
    assert speaker_of(draft, scene) is None
    (left,) = draft.undecided
    assert (left.field, [span.of("They said no") for span in left.spans]) == ("speaker", ["They"])


def test_no_source_at_all_is_left_open():
    scene = scene_of("“No”", "“ PUNCT 2 punct\nNo INTJ 0 root\n” PUNCT 2 punct")
    draft = draft_of(scene, "“No”")
    assert speaker_of(draft, scene) is None
    assert [left.field for left in draft.undecided] == ["speaker"]


def test_the_cue_s_subject_is_the_source_where_the_model_found_none():
    scene = scene_of("Lind said no", "Lind PROPN 2 nsubj\nsaid VERB 0 root\nno INTJ 2 obj", {LIND: ["Lind"]})
    draft = draft_of(scene, "no", cue="said")
    assert speaker_of(draft, scene) == LIND
    assert draft.source == (0, 1)


QUOTING = """
“ PUNCT 2 punct
No INTJ 0 root
, PUNCT 2 punct
” PUNCT 2 punct
Interpress PROPN 6 nsubj
said VERB 2 parataxis
, PUNCT 8 punct
quoting VERB 6 advcl
the DET 10 det
ministry NOUN 8 obj
. PUNCT 2 punct
"""


def test_whom_a_medium_quotes_is_the_speaker_and_the_medium_passes_it_on():
    """ "…, TASS said, quoting the ministry": speaker the ministry, relayed by TASS."""
    scene = scene_of(
        "“No,” Interpress said, quoting the ministry.", QUOTING,
        {"n1": {"mentions": ["Interpress"], **MEDIUM}, "n2": {"mentions": ["the ministry"], "type": "organisation"}},
    )  # fmt: skip
    draft = draft_of(scene, "“No,”", cue="said", source="Interpress")
    assert speaker_of(draft, scene) == "n2"
    assert [entity.id for entity in draft.relayed_by] == ["n1"]
    assert draft.source == (8, 10)


def test_the_owner_of_a_document_is_the_speaker():
    scene = scene_of(
        "Lind’s tweet said no",
        "Lind PROPN 3 nmod:poss\n’s PART 1 case\ntweet NOUN 4 nsubj\nsaid VERB 0 root\nno INTJ 4 obj",
        {LIND: ["Lind"]},
    )
    draft = draft_of(scene, "no", cue="said", source="Lind’s tweet")
    assert speaker_of(draft, scene) == LIND
    assert draft.channel == "tweet"


def test_a_source_that_is_the_report_s_first_word_looks_at_no_other():
    """What stands before the first word is nothing, not the last word of the report."""
    scene = scene_of(
        "Tweets said no to Lind’s",
        "Tweets NOUN 2 nsubj\nsaid VERB 0 root\nno INTJ 2 obj\nto ADP 5 case\nLind PROPN 2 obl\n’s PART 5 case",
        {LIND: ["Lind"]},
    )
    draft = draft_of(scene, "no", cue="said", source="Tweets")
    assert speaker_of(draft, scene) is None


# Relays --------------------------------------------------------------------------------------------------------------

TWO_CUES = """
The DET 2 det
ministry NOUN 3 nsubj
said VERB 9 ccomp
it PRON 5 nsubj
rained VERB 3 ccomp
, PUNCT 9 punct
the DET 8 det
agency NOUN 9 nsubj
reported VERB 0 root
. PUNCT 9 punct
"""


@pytest.fixture
def scene() -> Scene:
    return scene_of(
        "The ministry said it rained, the agency reported.", TWO_CUES,
        {"n1": {"mentions": ["The ministry"], "type": "organisation"}, "n2": {"mentions": ["the agency"], **MEDIUM}},
    )  # fmt: skip


def pair(scene: Scene) -> tuple[Draft, Draft]:
    inner = draft_of(scene, "it rained", cue="said", source="The ministry")
    outer = draft_of(scene, "The ministry said it rained", cue="reported", source="the agency")
    inner.speaker, outer.speaker = scene.directory.entity("n1"), scene.directory.entity("n2")
    return inner, outer


def test_a_medium_s_statement_that_only_holds_another_becomes_its_relay(scene: Scene):
    inner, outer = pair(scene)
    assert drop_relays([inner, outer], scene) == [inner]
    assert [entity.id for entity in inner.relayed_by] == ["n2"]


def test_a_statement_of_who_is_no_medium_stays(scene: Scene):
    inner, outer = pair(scene)
    outer.speaker = inner.speaker
    assert drop_relays([inner, outer], scene) == [inner, outer]
    assert inner.relayed_by == []


def test_drafts_that_are_alike_are_not_taken_for_each_other(scene: Scene):
    """One of two equal drafts is dropped, and it is that one."""
    inner, outer = pair(scene)
    twin = pair(scene)[1]
    twin.speaker = inner.speaker
    kept = drop_relays([inner, outer, twin], scene)
    assert len(kept) == 2
    assert kept[1] is twin


def test_a_person_is_no_outlet(scene: Scene):
    assert is_outlet(scene.directory.entity("n2"))
    assert not is_outlet(scene.directory.entity("n1"))
    assert not is_outlet(None)


# Pronouns ------------------------------------------------------------------------------------------------------------

SHE = """
Lind PROPN 2 nsubj
said VERB 0 root
no INTJ 2 obj
. PUNCT 2 punct

She PRON 2 nsubj
added VERB 0 root
more ADJ 2 obj
. PUNCT 2 punct
"""


def test_a_pronoun_that_attributes_goes_back_to_who_spoke_last():
    scene = scene_of("Lind said no. She added more.", SHE, {LIND: ["Lind"]})
    first = draft_of(scene, "no", cue="said", source="Lind")
    second = draft_of(scene, "more", cue="added", source="She")
    for draft in (first, second):
        resolve_speaker(draft, scene)
    settle_pronouns([first, second], scene)
    assert second.speaker is first.speaker
    assert second.undecided == []


def test_a_pronoun_does_not_go_back_to_who_spoke_within_another_s_words():
    scene = scene_of("Lind said no. She added more.", SHE, {LIND: ["Lind"]})
    first = draft_of(scene, "no", cue="said", source="Lind")
    second = draft_of(scene, "more", cue="added", source="She")
    for draft in (first, second):
        resolve_speaker(draft, scene)
    first.parent = Draft([(0, 3)], None, None, 0.9)
    settle_pronouns([first, second], scene)
    assert second.speaker is None


def test_the_owner_of_a_document_is_the_speaker_where_the_document_is_a_mention_too():
    """ "Lind’s tweet" is a mention that begins with "Lind": the owner is the shorter one."""
    scene = scene_of(
        "Lind’s tweet said no",
        "Lind PROPN 3 nmod:poss\n’s PART 1 case\ntweet NOUN 4 nsubj\nsaid VERB 0 root\nno INTJ 4 obj",
        {LIND: ["Lind"], "n2": {"mentions": ["Lind’s tweet"], "type": "other"}},
    )
    draft = draft_of(scene, "no", cue="said", source="Lind’s tweet")
    assert speaker_of(draft, scene) == LIND


def test_a_pronoun_goes_to_the_only_person_that_its_paragraph_names(model):
    text = (
        "President Ilham Aliyev spoke in Baku on Monday and thanked the army.\n\n"
        "Armenian Prime Minister Nikol Pashinyan was the first to break the news, in a post on Facebook. "
        "The decision was painful for all, he wrote."
    )
    record = readout.read(text, model=model)
    (wrote,) = [statement for statement in record.statements if record.words(statement.cue) == "wrote"]
    assert wrote.speaker is not None
    assert record.name_of(wrote.speaker) == "Nikol Pashinyan"


def test_a_court_that_rules_is_a_speaker_and_no_channel(model):
    record = readout.read("A court in Lusaka said on Monday that the block on the website was unlawful.", model=model)
    (said,) = record.statements
    assert said.channel is None
    assert said.speaker is not None
    assert "court" in record.name_of(said.speaker).lower()


def test_a_source_taken_for_another_leaves_its_reasons_behind():
    """What led to the source before is no reason for the one that took its place."""
    draft = Draft(
        [(5, 9)], (4, 5), (0, 1), 0.9, because=[Support("source", "link head", 0.9), Support("cue", "link head", 0.8)]
    )
    draft.take_source((2, 4), "subject of the cue")
    assert (draft.source, [(s.field, s.rule) for s in draft.because]) == (
        (2, 4), [("cue", "link head"), ("source", "subject of the cue")],
    )  # fmt: skip


def test_a_source_of_the_next_sentence_is_not_that_of_who():
    """The link goes to the next sentence, the tree's clause hangs on the verb: "[Berg], who told them it rained"."""
    scene = scene_of(
        "Lind thanked Berg, who said it rained. Haas laughed.",
        "Lind PROPN 2 nsubj\nthanked VERB 0 root\nBerg PROPN 2 obj\n, PUNCT 6 punct\nwho PRON 6 nsubj\nsaid VERB 2 advcl\n"
        "it PRON 8 nsubj\nrained VERB 6 ccomp\n. PUNCT 2 punct\n\nHaas PROPN 2 nsubj\nlaughed VERB 0 root\n. PUNCT 2 punct",
        {LIND: ["Lind"], "n2": ["Berg"], "n3": ["Haas"]},
    )
    assert speaker_of(draft_of(scene, "it rained", cue="said", source="Haas"), scene) == "n2"
