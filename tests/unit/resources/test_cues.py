# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import CUE_KINDS, all_cues, cue_noun, cue_phrase, cue_phrase_at, cue_verb, cue_verb_at


@pytest.mark.parametrize(
    ("form", "lemma", "kind", "addressee"),
    [
        ("said", "say", "speech", "to"),
        ("Says", "say", "speech", "to"),
        ("told", "tell", "speech", "obj"),
        ("informing", "inform", "speech", "obj"),
        ("explained", "explain", "speech", "to"),
        ("pointed out", "point out", "speech", "to"),
        ("wrote", "write", "writing", "to"),
        ("tweeted", "tweet", "writing", "to"),
        ("asked", "ask", "request", "obj"),
        ("urging", "urge", "request", "obj"),
        ("begged", "beg", "request", "obj"),
        ("denies", "deny", "denial", None),
        ("rebutted", "rebut", "denial", None),
        ("swore", "swear", "claim", None),
        ("alleges", "allege", "claim", None),
        ("thought", "think", "belief", None),
        ("foresaw", "foresee", "assessment", None),
        ("forecast", "forecast", "assessment", None),
        ("knew", "know", "knowledge", None),
        ("saw", "see", "perception", None),
        ("feared", "fear", "emotion", None),
        ("undertook", "undertake", "promise", "to"),
        ("threatening", "threaten", "threat", None),
        ("warned", "warn", "warning", "obj"),
        ("agreed", "agree", "agreement", "with"),
        ("announced", "announce", "announcement", None),
        ("quizzed", "quiz", "question", "obj"),
        ("admitted", "admit", "speech", "to"),
        ("signalled", "signal", "speech", "to"),
        ("signaled", "signal", "speech", "to"),
    ],
)
def test_cue_verb_knows_all_forms(form: str, lemma: str, kind: str, addressee: str | None) -> None:
    cue = cue_verb(form)
    assert cue is not None
    assert (cue.lemma, cue.kind, cue.addressee) == (lemma, kind, addressee)


@pytest.mark.parametrize(("form", "relays"), [("reported", True), ("quoting", True), ("cites", True), ("said", False)])
def test_relays_marks_verbs_that_pass_on_the_words_of_another(form: str, relays: bool) -> None:
    cue = cue_verb(form)
    assert cue is not None
    assert cue.relays is relays


@pytest.mark.parametrize("form", ["walked", "garden", "sayed", ""])
def test_cue_verb_gives_none_for_other_words(form: str) -> None:
    assert cue_verb(form) is None


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("statements", "statement", "speech"),
        ("claim", "claim", "claim"),
        ("accusations", "accusation", "claim"),
        ("warning", "warning", "warning"),
        ("announcement", "announcement", "announcement"),
        ("remarks", "remark", "speech"),
        ("denial", "denial", "denial"),
        ("theories", "theory", "claim"),
    ],
)
def test_cue_noun_knows_both_numbers(form: str, lemma: str, kind: str) -> None:
    cue = cue_noun(form)
    assert cue is not None
    assert (cue.lemma, cue.kind) == (lemma, kind)


def test_cue_phrase_knows_according_to() -> None:
    cue = cue_phrase("According to")
    assert cue is not None
    assert cue.kind == "speech"


def test_cue_verb_at_takes_particles_along() -> None:
    found = cue_verb_at(["he", "hit", "back", "on", "Friday"], 1)
    assert found is not None
    assert (found[0].lemma, found[1]) == ("hit back", 3)


def test_cue_phrase_at_takes_the_longest() -> None:
    found = cue_phrase_at(["was", "quoted", "as", "saying", "that"], 0)
    assert found is not None
    assert (found[0].lemma, found[1]) == ("was quoted as saying", 4)


def test_cue_verb_at_gives_none_where_no_cue_starts() -> None:
    assert cue_verb_at(["he", "said"], 0) is None


def test_every_cue_uses_known_kinds() -> None:
    for cue in all_cues():
        assert cue.part in {"verb", "noun", "phrase"}, cue
        assert cue.kind in CUE_KINDS, cue
        assert cue.addressee in {None, "obj", "to", "with"}, cue


def test_no_form_belongs_to_two_cues_of_one_part() -> None:
    look_up = {"verb": cue_verb, "noun": cue_noun, "phrase": cue_phrase}
    found = [(cue, form) for cue in all_cues() for form in (cue.lemma, *cue.forms)]
    assert [form for cue, form in found if look_up[cue.part](form) is not cue] == []


def test_every_kind_has_a_verb() -> None:
    assert {cue.kind for cue in all_cues() if cue.part == "verb"} == set(CUE_KINDS)
