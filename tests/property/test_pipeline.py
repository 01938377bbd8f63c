# SPDX-License-Identifier: Apache-2.0
"""Whole readings, of mixtures of sentences and of any text at all."""

from __future__ import annotations

import itertools
import json

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from readout.model import Model
from readout.pipeline import layers_for, read, read_report
from readout.reading.reading import Reading
from readout.record import Record
from readout.report import Report
from tests.support.readings import RandomModel
from tests.support.records import check_form

SENTENCES = (
    "“We are ready to talk,” Foreign Minister Ana Petrova said.",
    "Petrova said: “We are ready. And we will wait.”",
    "“It is true,” he said, “and it will remain true.”",
    "“The pipeline is intact,” the agency Interpress reported, quoting the energy ministry.",
    "The ministry said the talks would go on, Interpress reported.",
    "Haas told lawmakers that the army had warned that it would “not stand by”.",
    "A senior official, who asked not to be named because the talks are private, told Interpress that nobody knew.",
    "According to Okafor, the bridge is closed.",
    "“The talks have failed.",
    "“Nobody wanted them in the first place.”",
    "In an interview with Radio Nord on Friday, she called the plan ‘a spit in the face’.",
    "WASHINGTON, May 13 (Interpress) — The defence ministry called the report \"false\".",
    "By Jane Roe",
    "The so-called “peace train” left the capital at noon.",
    "Said who?",
    "”",
    "No comment",
    "Lind wrote on Telegram: “They [the ministers] never asked us”",
)  # fmt: skip
REPORTS = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.sampled_from([" ", "\n", "\n\n", "\r\n", "\u00a0", "  \t", "\u2028"])),
    min_size=1, max_size=12,
).map(lambda parts: "".join(sentence + gap for sentence, gap in parts))  # fmt: skip
ANY_TEXT = st.text(
    st.one_of(st.characters(), st.sampled_from("“”\"'’‘.,\n —aA1\ud800\u202e")), min_size=1, max_size=200
)
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(REPORTS)
def test_offsets_of_a_record_point_into_the_text_as_given(model: Model, text: str):
    record = json.loads(read(text, model=model).to_json())
    assert record["report"]["text"] == text
    check_form(record)


@FEW
@given(REPORTS)
def test_a_record_is_read_back_as_it_was_written(model: Model, text: str):
    record = read(text, model=model)
    assert Record.from_json(record.to_json()) == record


@FEW
@given(REPORTS)
def test_a_report_read_twice_gives_the_same_characters(model: Model, text: str):
    assert read(text, model=model).to_json() == read(text, model=model).to_json()


@FEW
@given(REPORTS, st.integers(0, 10))
def test_layers_leave_the_report_alone_and_what_others_found(text: str, seed: int):
    report = Report(text, language="en")
    reading, held = Reading(report), dict[type, tuple[object, ...]]()
    for layer in layers_for(RandomModel(seed=seed)):  # type: ignore[arg-type]
        reading = layer(reading)
        assert reading.report is report
        assert report.text == text
        assert all(reading.of(kind) == found for kind, found in held.items())
        held |= {kind: reading.of(kind) for kind in layer.provides}


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(ANY_TEXT, st.integers(0, 10**6))
@example("A-", 0)  # a capital and a hyphen end the text
def test_any_text_with_any_scores_becomes_a_record(text: str, seed: int):
    """The model may say anything: no score may break a layer or move a span out of the text."""
    assume(not any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in itertools.pairwise(text)))
    record = read_report(Report(text, language="en"), model=RandomModel(seed=seed))  # type: ignore[arg-type]
    check_form(json.loads(record.to_json()))
    assert Record.from_json(record.to_json()) == record


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(REPORTS, st.integers(0, 10**6))
def test_a_report_with_any_scores_becomes_a_record(text: str, seed: int):
    record = read_report(Report(text, language="en"), model=RandomModel(seed=seed))  # type: ignore[arg-type]
    check_form(json.loads(record.to_json()))
    assert Record.from_json(record.to_json()) == record
