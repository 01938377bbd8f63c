# SPDX-License-Identifier: Apache-2.0
"""The page as HTML: everything of the text is on it, marks lie over one another, and nothing of it is alive."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.cli.page import page_of
from readout.cli.page.layout import blocks_of
from readout.cli.page.marks import Mark, segments_of, segments_within
from readout.record import Entity, Note, PartInfo, Reason, Record, ReportInfo, Role, Statement, Undecided
from readout.text import Span
from tests.support.odesa import RECORD, TEXT

VOID = {"meta", "link", "br"}


class Page(HTMLParser):
    """Collects the elements of a page, and the words of the report without the numbers set into it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        in_report = any(tag == "main" for tag, _ in self.open)
        in_number = any("ref" in (attributes.get("class") or "").split() for _, attributes in self.open)
        if in_report and not in_number:
            self.words += data

    def all(self, tag: str, name: str | None = None) -> list[dict[str, str | None]]:
        return [
            attributes
            for found, attributes in self.elements
            if found == tag and (name is None or name in (attributes.get("class") or "").split())
        ]


def squeezed(text: str) -> str:
    return "".join(text.split())


def record_of(text: str, *spans: tuple[int, int], parts: tuple[PartInfo, ...] = ()) -> Record:
    statements = [
        Statement(id=f"s{place}", kind="direct", content=(Span(*span),), confidence=0.9)
        for place, span in enumerate(spans, start=1)
    ]
    report = ReportInfo(id="x", text=text, parts=parts)
    return Record(report=report, entities=(), statements=tuple(statements))


def marks_on(html: str) -> list[tuple[str | None, str]]:
    """Return each marked segment with the numbers of its statements."""
    found = re.findall(r'<mark class="[^"]*" data-s="([\d ]+)">([^<]*)</mark>', html)
    return [(numbers, words) for numbers, words in found]


def test_page_holds_every_word_of_the_report_in_order():
    assert squeezed(Page(page_of(RECORD)).words) == squeezed(TEXT)


def test_page_is_the_same_each_time():
    assert page_of(RECORD) == page_of(RECORD)


def test_page_asks_for_nothing():
    html = page_of(RECORD)
    assert not re.search(r"\b(src|srcset|action|poster)=|@import|url\(", html)
    assert [link["href"] for link in Page(html).all("link")] == ["data:,"]


def test_policy_forbids_the_network_and_foreign_scripts():
    policy = next(meta["content"] for meta in Page(page_of(RECORD)).all("meta") if "http-equiv" in meta)
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_every_statement_has_a_card_and_a_number_that_lead_to_one_another():
    page = Page(page_of(RECORD))
    ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    targets = {
        (attributes["href"] or "")[1:]
        for _, attributes in page.elements
        if (attributes.get("href") or "").startswith("#")
    }
    assert {f"card-{number}" for number in range(1, 13)} <= targets
    assert {f"text-{number}" for number in range(1, 13)} <= targets
    assert targets <= ids


def test_ids_are_unique():
    ids = [attributes["id"] for _, attributes in Page(page_of(RECORD)).elements if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_headline_is_the_only_first_heading():
    page = Page(page_of(RECORD))
    assert [heading["class"] for heading in page.all("h1")] == ["headline"]


def test_title_is_the_heading_of_a_text_without_headline():
    record = dataclasses.replace(record_of("Rain. Sun."), report=ReportInfo(id="x", text="Rain.", title="Weather"))
    assert '<h1 class="title" dir="auto">Weather</h1>' in page_of(record)


def test_caption_and_credit_share_a_figure():
    figure = re.search(r"<figure>.*?</figure>", page_of(RECORD), re.DOTALL)
    assert figure
    assert "Firefighters" in figure[0]
    assert '<span class="m credit">(Example/Handout)</span>' in figure[0]


def test_dateline_stands_in_the_line_of_the_body():
    assert '<p class="body" dir="auto"><span class="m dateline">ODESA, July 23, 2022 —</span>' in page_of(RECORD)


def test_nested_words_belong_to_both_statements_the_inner_one_first():
    html = page_of(RECORD)
    assert (
        "8 7",
        "they “had absolutely nothing to do with this attack” and were looking into it very closely",
    ) in marks_on(html)
    assert 'class="m g-k4 source u-k5" data-s="8 7">the Russians' in html


def test_overlapping_statements_are_cut_where_they_cross():
    html = page_of(record_of("abcdef", (0, 4), (2, 6)))
    assert marks_on(html) == [("1", "ab"), ("1 2", "cd"), ("2", "ef")]


def test_statement_over_paragraphs_is_marked_in_each():
    html = page_of(record_of("One.\n\nTwo.", (0, 10)))
    assert marks_on(html) == [("1", "One."), ("1", "Two.")]
    assert html.count('id="text-1"') == 1
    report = html[html.index("<main") :]
    places = [report.index(words) for words in ('id="text-1"', "One.", "Two.", 'class="ref')]
    assert places == sorted(places)


def test_statement_that_ends_in_white_space_still_has_its_number():
    assert 'href="#card-1" data-n="1"' in page_of(record_of("One.\n\nTwo.", (0, 6)))


def test_statement_of_white_space_alone_harms_nothing():
    assert "Two." in page_of(record_of("One.\n\nTwo.", (4, 6)))


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("a\nb\n\nc", ["a\nb", "c"]),
        ("a\nb\nc", ["a", "b", "c"]),
        ("a\r\n\r\nb", ["a", "b"]),
        ("\n\n a \n\n\n", ["a"]),
        ("", []),
    ],
)
def test_paragraphs_end_at_blank_lines_or_else_at_lines(text: str, paragraphs: list[str]):
    assert [block.span.of(text) for block in blocks_of(record_of(text))] == paragraphs


def test_words_in_no_part_are_shown_apart():
    record = record_of("Body.\n\nFollow us.", parts=(PartInfo("body", 0, 5),))
    assert [block.kind for block in blocks_of(record)] == ["body", "other"]
    assert '<p class="other" dir="auto">Follow us.</p>' in page_of(record)


EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;\x00\x1b\ud800"


def evil_record() -> Record:
    span = Span(0, len(EVIL))
    entity = Entity(
        id="n1", type="person", name=EVIL, aliases=(EVIL + "2",), roles=(Role(EVIL, EVIL),), country=EVIL, sector=EVIL
    )
    statement = Statement(
        id=EVIL,
        kind="direct",
        content=(span,),
        cue=(span,),
        source=(span,),
        speaker="n1",
        addressees=("n1",),
        relayed_by=("n1",),
        said=EVIL,
        confidence=0.5,
        condition=(span,),
        because=(Reason(EVIL, EVIL, 0.5, (span,)),),
        undecided=(Undecided(EVIL, EVIL, (span,)),),
    )
    report = ReportInfo(id=EVIL, url=f"javascript:{EVIL}", publisher=EVIL, title=EVIL, language=EVIL, text=EVIL)
    return Record(report=report, entities=(entity,), statements=(statement,), notes=(Note(EVIL),))


def test_script_in_a_report_is_only_words():
    page = Page(page_of(evil_record()))
    assert len(page.all("script")) == 1
    assert page.all("img") == []
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert "<script>alert(1)</script>" in page.words


def test_address_of_an_unknown_kind_is_no_link():
    assert not any((link.get("href") or "").startswith("javascript") for link in Page(page_of(evil_record())).all("a"))


def test_page_can_always_be_written_as_utf8():
    html = page_of(evil_record())
    html.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", html)


def test_names_and_paragraphs_find_their_own_direction():
    text = "قال الوزير إن المحادثات جيدة"
    entity = Entity(id="n1", type="person", name="الوزير")
    record = dataclasses.replace(record_of(text, (4, 10)), entities=(entity,))
    record = dataclasses.replace(record, statements=(dataclasses.replace(record.statements[0], speaker="n1"),))
    html = page_of(record)
    assert "<bdi>الوزير</bdi>" in html
    assert '<p class="body" dir="auto">' in html


def test_thousand_speakers_and_statements_share_eight_colours():
    text = "word " * 1000
    entities = tuple(Entity(id=f"n{place}", type="person", name=f"N{place}") for place in range(1000))
    statements = tuple(
        Statement(
            id=f"s{place}",
            kind="direct",
            content=(Span(5 * place, 5 * place + 4),),
            speaker=f"n{place}",
            confidence=1.0,
        )
        for place in range(1000)
    )
    html = page_of(Record(report=ReportInfo(id="x", text=text), entities=entities, statements=statements))
    assert html.count('class="card k7 d0"') == 125


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 10)), max_size=8))
def test_segments_cover_a_block_once_with_the_marks_that_lie_over_them(found: list[tuple[int, int]]):
    marks = [Mark(Span(start, start + length), "content", place) for place, (start, length) in enumerate(found, 1)]
    block = Span(3, 33)
    covered = list(segments_within(block, segments_of(marks)))
    assert [segment.span.start for segment in covered] == [3, *(segment.span.end for segment in covered)][:-1]
    assert covered[-1].span.end == 33
    for segment in covered:
        for position in range(*segment.span):
            over = {mark.number for mark in marks if mark.span.start <= position < mark.span.end}
            assert {mark.number for mark in segment.marks} == over
