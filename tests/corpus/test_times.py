# SPDX-License-Identifier: Apache-2.0
"""When statements were made, and times whose value depends on their sentence, read with the packaged model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from readout.model import Model
from readout.pipeline import layers_for
from readout.reading.page.parts import Part, Parts
from readout.reading.reading import Reading
from readout.record import Record
from readout.record.clerk import record_of
from readout.report import Published, Report
from readout.text import Span

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("times.yaml").read_text(encoding="utf-8"))


def read_case(text: str, model: Model) -> Record:
    """Read a sentence or two as body text published on a Friday."""
    reading = Reading(Report(text, language="en", published=Published("2022-05-13", "given")))
    for layer in layers_for(model):
        whole = [Part("body", Span(0, len(text)))]
        reading = reading.adding(Part, whole) if isinstance(layer, Parts) else layer(reading)
    return record_of(reading, model=model.name)


@pytest.mark.parametrize("case", [c for c in CASES if "said" in c], ids=lambda c: c["id"])
def test_statement_has_the_day_it_was_made(model: Model, case: dict[str, Any]):
    record = read_case(case["text"], model)
    assert [statement.said for statement in record.statements] == case["said"], case["why"]
    for statement in record.statements:
        reasons = [reason for reason in statement.because if reason.field == "said"]
        assert bool(reasons) == (statement.said is not None)
        assert all(reason.spans for reason in reasons)


@pytest.mark.parametrize("case", [c for c in CASES if "times" in c], ids=lambda c: c["id"])
def test_time_has_the_value_that_its_sentence_gives(model: Model, case: dict[str, Any]):
    record = read_case(case["text"], model)
    found = {case["text"][time.start : time.end]: time.value for time in record.times}
    assert found == case["times"], case["why"]
    kinds = {case["text"][time.start : time.end]: time.type for time in record.times}
    assert kinds | case.get("types", {}) == kinds, case["why"]


def test_day_of_publication_is_taken_from_the_dateline(model: Model):
    text = (
        "Ministers agree to reopen the border\n\n"
        "VIENNA, May 13, 2022 (Agency) — The two ministers agreed on Friday to reopen the border, officials said.\n\n"
        "They had met in Geneva on Monday and will meet again next month, a spokeswoman told reporters.\n"
    )
    reading = Reading(Report(text, language="en"))
    for layer in layers_for(model):
        reading = layer(reading)
    record = record_of(reading, model=model.name)
    published = record.report.published
    assert published is not None
    assert (published.value, published.basis) == ("2022-05-13", "stated")
    assert record.words(published.spans) == "May 13, 2022"
    assert {text[t.start : t.end]: t.value for t in record.times}["Monday"] == "2022-05-09"


def test_number_in_a_clock_time_is_no_figure(model: Model):
    record = read_case("The polls closed on Tuesday 22 June 2021 at 17.40 BST after 12 hours of queues.", model)
    assert "17.40" not in " ".join(record.words([figure.span]) for figure in record.figures)


def test_the_hour_of_a_story_is_of_its_day_not_of_that_of_the_dateline(model: Model):
    text = (
        "HODEIDAH, Yemen, 20 Nov 2023 (AFP) - Rebels hijacked a cargo ship in the Red Sea on Sunday afternoon, officials said.\n\n"
        "The ship was boarded from a helicopter at about 1 p.m. local time, a maritime agency said."
    )
    reading = Reading(Report(text, language="en"))
    for layer in layers_for(model):
        reading = layer(reading)
    found = {text[time.start : time.end]: time.value for time in record_of(reading, model=model.name).times}
    assert found["1 p.m. local time"] == "2023-11-19T13:00"
