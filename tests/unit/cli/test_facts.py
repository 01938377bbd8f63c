# SPDX-License-Identifier: Apache-2.0
"""Figures, times and places as a reader at a terminal sees them."""

from __future__ import annotations

import dataclasses
import io
from typing import Any

import pytest
from rich.console import Console

from readout.cli.facts import anchor_words, figure_lines, figure_words, place_lines, time_lines
from readout.cli.page import page_of
from readout.cli.terminal import draw
from readout.record import Comparison, Figure, Place, Record, ReportInfo, Statement, Time
from readout.report import Published
from readout.text import Span

TEXT = "On Friday more than 4,200 families left Lviv, up from 3,000; Lviv was quiet on Friday and Ukrainian."


def at(words: str, start: int = 0) -> Any:
    begin = TEXT.index(words, start)
    return {"start": begin, "end": begin + len(words)}


RECORD = Record(
    report=ReportInfo(id="x", text=TEXT),
    entities=(),
    statements=(Statement(id="s1", kind="indirect", content=(Span(0, 10),), confidence=0.9),),
    times=(
        Time(**at("Friday"), type="DATE", value="XXXX-WXX-5", undecided="no day of publication"),
        Time(**at("Friday", 20), type="DATE", value="XXXX-WXX-5", undecided="no day of publication"),
    ),
    places=(
        Place(**at("Lviv"), name="Lviv", kind="location", country="UKR"),
        Place(**at("Lviv", 50), name="Lviv", kind="location", country="UKR"),
        Place(**at("Ukrainian"), name="Ukraine", kind="demonym", country="UKR"),
    ),
    figures=(
        Figure(
            **at("more than 4,200"), low=4200, modifier="more than", of="families", according_to="s1",
            comparison=Comparison(direction="up", low=3000),
        ),
    ),
)  # fmt: skip


def drawn(record: Record) -> str:
    file = io.StringIO()
    draw(record, Console(file=file, width=80, highlight=False, markup=False, emoji=False))
    return file.getvalue()


def test_figure_tells_what_is_counted_compared_with_what_and_on_whose_word():
    assert figure_lines(RECORD) == [("more than 4,200", "families · up from 3,000 · nobody named (s1)")]


@pytest.mark.parametrize(
    ("text", "low", "counted", "words"),
    [
        ("Tens of thousands of people fled.", 10_000, "people", "“Tens of thousands”"),
        ("two-thirds of the wards were shut.", 0.6667, "wards", "“two-thirds”"),
        ("Nine people fled.", 9, "people", "9"),
        ("6.1 million people fled.", 6_100_000, "people", "6,100,000"),
    ],
)
def test_rough_numbers_are_shown_in_the_words_of_the_report(text: str, low: float, counted: str, words: str):
    at = text.index(counted)
    figure = Figure(start=0, end=at + len(counted), low=low, of=counted, of_span=Span(at, at + len(counted)))
    record = dataclasses.replace(
        RECORD, report=ReportInfo(id="x", text=text), figures=(figure,), times=(), places=(), statements=()
    )
    assert figure_lines(record) == [(words, counted)]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(start=0, end=1, low=6100000, unit="USD", kind="money"), "6,100,000 USD"),
        (Figure(start=0, end=1, low=4.5, high=5, unit="percent", of="voters"), "4.5–5\u00a0%"),
        (Figure(start=0, end=1, low=30, unit="kilometre", kind="measure"), "30 kilometre"),
        (Figure(start=0, end=1, low=30, unit="tonne", kind="measure", of="grain"), "30 tonne"),
        (Figure(start=0, end=1, low=12345678901234), "12,345,678,901,234"),
        (Figure(start=0, end=1), "number left open"),
        (Figure(start=0, end=1, low=81, unit="person"), "81 people"),
        (Figure(start=0, end=1, low=1, high=1, unit="person"), "1 person"),
    ],
    ids=["money", "range", "measure", "measure-of", "long", "open", "people", "one"],
)
def test_figure_keeps_its_unit_and_rounds_nothing(figure, words):
    assert figure_words(figure) == words


def test_times_of_one_value_stand_together_with_the_reason_why_they_are_open():
    assert time_lines(RECORD) == [("“Friday”", "XXXX-WXX-5 open: no day of publication")]


def test_mentions_of_one_place_are_counted_apart_from_its_people():
    assert place_lines(RECORD) == [("Lviv", "UKR · 2 times"), ("Ukraine", "UKR · its people")]


def test_readout_says_once_how_to_settle_open_dates():
    assert drawn(RECORD).count("--published") == 1


def test_day_of_publication_needs_no_advice():
    report = dataclasses.replace(RECORD.report, published=Published("2022-05-13", "given"))
    assert anchor_words(dataclasses.replace(RECORD, report=report)) is None


def test_number_of_days_that_is_not_told_asks_for_no_day_of_publication():
    time = Time(start=0, end=1, type="DURATION", value="PXD")
    assert anchor_words(dataclasses.replace(RECORD, times=(time,))) is None


def test_record_without_them_has_no_such_sections():
    bare = dataclasses.replace(RECORD, times=(), places=(), figures=())
    assert not {"Figures", "Times", "Places"} & set(drawn(bare).splitlines())


@pytest.mark.parametrize("head", ["Figures", "Times", "Places"])
def test_page_has_a_section_for_each(head):
    assert f'aria-label="{head}"' in page_of(RECORD)


def test_page_says_how_to_settle_open_dates():
    assert page_of(RECORD).count("--published") == 1


def test_page_of_a_record_without_them_has_no_such_sections():
    bare = dataclasses.replace(RECORD, times=(), places=(), figures=())
    assert 'aria-label="Figures"' not in page_of(bare)


def test_words_of_the_report_cannot_become_markup():
    place = dataclasses.replace(RECORD.places[0], name="<b>Lviv")
    assert "<b>Lviv" not in page_of(dataclasses.replace(RECORD, places=(place,)))


def test_words_of_facts_are_linked_to_their_line_and_the_line_to_each_of_them():
    html = page_of(RECORD)
    assert (
        '<a class="fact place" id="words-place-1-1" href="#place-1" title="Lviv: UKR · 2 times" tabindex="-1">Lviv</a>'
        in html
    )
    for name in ("words-place-1-1", "words-place-1-2", "words-figure-1-1", "words-time-1-2"):
        assert html.count(f'href="#{name}"') == html.count(f'id="{name}"') == 1


def test_fact_over_the_edge_of_a_statement_is_cut_and_named_once():
    html = page_of(dataclasses.replace(RECORD, times=(), figures=(Figure(**at("Friday more"), low=1),)))
    assert html.count('id="words-figure-1-1"') == 1  # the statement ends within "On Friday more"
    assert html.count('href="#figure-1"') == 2


def test_words_that_are_two_facts_lead_to_the_shorter_one_and_bear_both_names():
    html = page_of(dataclasses.replace(RECORD, figures=(Figure(**at("Friday more"), low=1),)))
    assert (
        '<span class="fact figure" id="words-figure-1-1" tabindex="-1"><a class="fact time" id="words-time-1-1"' in html
    )


def test_legend_has_a_switch_for_each_kind_that_the_record_has():
    assert page_of(RECORD).count('data-fact="') == 3
    assert page_of(dataclasses.replace(RECORD, figures=(), times=())).count('data-fact="') == 1
    assert 'class="legend"' not in page_of(dataclasses.replace(RECORD, figures=(), times=(), places=()))


@pytest.mark.parametrize(
    ("text", "low", "modifier", "shown"),
    [
        ("several hundred", 100, "several", "“several hundred”"),
        ("A few thousand", 1000, "a few", "“A few thousand”"),
        ("tens of thousands", 10_000, None, "“tens of thousands”"),
        ("several 100", 100, "several", "several 100"),
        ("more than two hundred", 200, "more than", "more than 200"),
    ],
)
def test_several_hundred_are_shown_in_the_words_of_the_report(
    text: str, low: float, modifier: str | None, shown: str
) -> None:
    figure = Figure(start=0, end=len(text), low=low, modifier=modifier)
    record = Record(report=ReportInfo(id="x", text=text), entities=(), statements=(), figures=(figure,))
    assert figure_lines(record)[0][0] == shown
