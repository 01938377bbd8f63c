# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from readout.resources import COMMITMENT_CLASSES, COMMITMENT_PARTS, all_commitments, commitment_of


@pytest.mark.parametrize(
    ("form", "part", "frame", "kind"),
    [
        ("managed", "verb", "to", "implicative"),
        ("Fails", "verb", "to", "counter"),
        ("forgot", "verb", "to", "counter"),
        ("forgot", "verb", "that", "factive"),
        ("refusing", "verb", "to", "refuse"),
        ("denied", "verb", "that", "denial"),
        ("called off", "verb", "np", "counter"),
        ("put off", "verb", "np", "postponed"),
        ("urged", "verb", "to", "request"),
        ("sought", "verb", "to", "attempt"),
        ("kept", "verb", "ing", "aspect"),
        ("kept", "verb", ":from", "counter"),
        ("threats", "noun", ":of", "possibility"),
        ("refusal", "noun", "to", "refuse"),
        ("due", "adjective", "to", "plan"),
        ("able", "adjective", "to", "able"),
        ("would-be", "modifier", "np", "possibility"),
        ("thwarted", "modifier", "np", "attempt"),
    ],
)
def test_commitment_of_a_form_in_a_frame(form: str, part: str, frame: str, kind: str) -> None:
    found = commitment_of(form, part)
    assert found is not None
    assert found.commits[frame] == kind


@pytest.mark.parametrize(("form", "part"), [("stone", "verb"), ("managed", "noun"), ("", "verb")])
def test_commitment_of_another_word_is_none(form: str, part: str) -> None:
    assert commitment_of(form, part) is None


def test_commitments_have_known_parts_classes_and_frames() -> None:
    frames = {"to", "ing", "that", "np", "done", "subj", "compound"}
    for each in all_commitments():
        assert each.part in COMMITMENT_PARTS
        assert each.commits
        assert set(each.commits.values()) <= set(COMMITMENT_CLASSES)
        assert all(frame in frames or frame.startswith(":") for frame in each.commits)


def test_every_class_is_in_the_table() -> None:
    assert {kind for each in all_commitments() for kind in each.commits.values()} == set(COMMITMENT_CLASSES)


def test_a_form_belongs_to_one_word_of_its_part() -> None:
    keys = [(each.part, form) for each in all_commitments() for form in {each.lemma, *each.forms}]
    assert len(keys) == len(set(keys))
