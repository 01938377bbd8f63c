# SPDX-License-Identifier: Apache-2.0
"""The clerk writes down what a reading found, and decides nothing."""

from __future__ import annotations

import pytest

from readout.reading.coreference.entities import Entity as FoundEntity
from readout.reading.coreference.mentions import Mention as FoundMention
from readout.reading.coreference.roles import Role as FoundRole
from readout.reading.encoding import Encoding
from readout.reading.evidence import OpenField, Support
from readout.reading.page.parts import Part
from readout.reading.reading import Reading
from readout.reading.statements.statements import Statement as FoundStatement
from readout.record import Channel, Mention, Reason, Record, Role, Statement, Undecided
from readout.record.clerk import record_of, unread_record
from readout.report import Published, Report
from readout.text import Span
from readout.version import __version__

TEXT = "Talks fail\n\n“No,” Lind told Haas, an aide said, asking not to be named."
REPORT = Report(TEXT, publisher="Example Wire", published=Published("2022-05-13", "given"), language="en")


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def mention(words: str, form: str = "name") -> FoundMention:
    return FoundMention(at(words), 0, 1, 0, form, "person", 1.0)  # type: ignore[arg-type]


LIND = FoundEntity(
    "n1", "person", "Lind", ("Lind", "the mayor"),
    (FoundRole("mayor", "SWE", at("Lind")), FoundRole("mayor", "SWE", at("Haas"))),
    "SWE", "GOV", False, (mention("Lind"),),
)  # fmt: skip
HAAS = FoundEntity("n2", "person", "Haas", (), (), None, None, False, (mention("Haas"),))
AIDE = FoundEntity("n3", "person", None, ("an aide",), (), None, "GOV", True, (mention("an aide", "nominal"),))


def found(**fields: object) -> FoundStatement:
    given: dict[str, object] = {
        "kind": "direct", "content": (at("“No,”"),), "cue": (at("told"),), "source": (at("Lind"),), "speaker": "n1",
        "addressees": ("n2",), "relayed_by": (), "channel": None, "outlet": None, "anonymous": False, "parent": None,
        "confidence": 0.9, "condition": (), "because": (), "undecided": (),
    }  # fmt: skip
    return FoundStatement(**(given | fields))  # type: ignore[arg-type]


def recorded(*statements: FoundStatement, report: Report = REPORT) -> Record:
    parts = [Part("headline", at("Talks fail")), Part("body", Span(12, len(TEXT)))]
    reading = Reading(report).adding(Part, parts).adding(FoundEntity, [LIND, HAAS, AIDE])
    return record_of(reading.adding(FoundStatement, statements), model="hand+0")


def test_a_statement_is_written_down_field_for_field():
    (statement,) = recorded(found()).statements
    assert statement == Statement(
        id="s1", kind="direct", content=(at("“No,”"),), cue=(at("told"),), source=(at("Lind"),), speaker="n1",
        addressees=("n2",), confidence=0.9,
    )  # fmt: skip


def test_statements_are_numbered_and_nested_by_their_numbers():
    record = recorded(found(), found(parent=0, speaker="n3"))
    assert [(s.id, s.nested_in) for s in record.statements] == [("s1", None), ("s2", "s1")]


def test_a_channel_has_its_outlet():
    assert recorded(found(channel="interview", outlet="n2")).statements[0].channel == Channel("interview", "n2")


def test_an_unnamed_source_keeps_its_condition():
    (statement,) = recorded(found(speaker="n3", anonymous=True, condition=(at("asking not to be named"),))).statements
    assert statement.anonymous
    assert statement.condition == (at("asking not to be named"),)


def test_what_was_left_open_stays_open_with_the_reason():
    left = OpenField("speaker", "two fit", (at("Lind"), at("Haas")))
    (statement,) = recorded(found(speaker=None, undecided=(left,))).statements
    assert statement.speaker is None
    assert statement.undecided == (Undecided("speaker", "two fit", (at("Lind"), at("Haas"))),)


def test_reasons_keep_their_scores_and_words():
    (statement,) = recorded(found(because=(Support("cue", "link head", 0.5, (at("told"),)),))).statements
    assert statement.because == (Reason("cue", "link head", 0.5, (at("told"),)),)


def test_entities_are_written_down_with_their_mentions():
    lind, _, aide = recorded().entities
    assert (lind.id, lind.name, lind.country, lind.sector) == ("n1", "Lind", "SWE", "GOV")
    assert lind.mentions == (Mention(*at("Lind"), "name"),)
    assert lind.roles == (Role("mayor", "SWE"),)
    assert (aide.name, aide.anonymous) == (None, True)


def test_the_headline_is_the_title_unless_one_was_given():
    assert recorded().report.title == "Talks fail"
    assert recorded(report=Report(TEXT, title="Another", language="en")).report.title == "Another"


def test_boilerplate_is_no_part_of_a_record():
    reading = Reading(REPORT).adding(Part, [Part("boilerplate", Span(0, 10)), Part("body", Span(12, 20))])
    record = record_of(reading.adding(FoundEntity, []).adding(FoundStatement, []), model="hand+0")
    assert [part.kind for part in record.report.parts] == ["body"]


def test_a_record_names_what_made_it():
    made_by = recorded().made_by
    assert made_by is not None
    assert (made_by.readout, made_by.model) == (__version__, "hand+0")


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(REPORT, [], id="all is known"),
        pytest.param(
            Report(TEXT, language="en"),
            ["no day of publication was given; relative dates cannot be resolved"],
            id="no date",
        ),
        pytest.param(
            Report(TEXT, published=Published("2022", "given")),
            ["the text is too short to tell its language; it was read as English"],
            id="no language",
        ),
    ],
)
def test_notes_say_what_is_not_known(report: Report, expected: list[str]):
    assert [note.reason for note in recorded(report=report).notes] == expected


def test_a_record_that_was_not_read_has_the_text_and_the_reason():
    record = unread_record(REPORT, model="hand+0", reason="it is in French")
    assert (record.report.text, record.entities, record.statements) == (TEXT, (), ())
    assert [note.reason for note in record.notes] == ["it is in French"]


def test_a_written_record_passes_its_own_check():
    record = recorded(found(), found(parent=0, speaker="n3", channel="interview", outlet="n2"))
    assert Record.from_json(record.to_json()) == record


def test_a_reading_needs_no_encoding_to_be_written_down():
    """The clerk looks at findings only."""
    assert Reading(REPORT).of(Encoding) == ()
    assert record_of(Reading(REPORT), model="hand+0").statements == ()
