# SPDX-License-Identifier: Apache-2.0
"""A record goes out as JSON and comes back the same; what is wrong in it is named by its path."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readout.errors import SchemaError
from readout.record import (
    Channel,
    Contact,
    Entity,
    Event,
    Figure,
    Initiative,
    Mention,
    Note,
    Place,
    PreviousContact,
    Reason,
    Record,
    ReportInfo,
    Statement,
    Time,
    Undecided,
)
from readout.record.form import shallow_from_value
from readout.report import Published
from readout.text import Span
from tests.support.odesa import RECORD, at

# Every list filled, so that every type goes through JSON and back.
FULL = dataclasses.replace(
    RECORD,
    events=(
        Event(
            id="v1",
            type="ASSAULT",
            mode="aerial",
            status="occurred",
            actors=("n7",),
            recipients=("n1",),
            date="2022-07-23",
            evidence=(at("Two Russian Kalibr missiles struck the port of Odesa"),),
            trigger=(at("struck"),),
            according_to="s3",
            confidence=0.5,
        ),
    ),
    contacts=(
        Contact(
            event="v1",
            parties=("n6", "n7"),
            countries=("TUR", "RUS"),
            medium="phone",
            date="2022-07-23",
            duration="PT1H",
            initiated_by=Initiative("TUR", "s7"),
            previous=PreviousContact("2022-07-22", (at("less than a day"),)),
            tone="calm",
        ),
    ),
    times=(Time(start=0, end=8, type="DATE", value="2022-07-23"),),
    places=(Place(start=13, end=18, name="Odesa", kind="location", country="UKR", lat=46.5, lon=30.7, geonames_id=1),),
    figures=(Figure(start=0, end=8, low=2, modifier="two", unit="missile", of="missiles", according_to="s3"),),
)


def plain(record: Record = RECORD) -> dict[str, Any]:
    """Return a record as JSON values that a test may spoil."""
    return json.loads(record.to_json())


@pytest.mark.parametrize("indent", [None, 2])
def test_json_round_trip_gives_the_same_record(indent: int | None):
    assert Record.from_json(FULL.to_json(indent=indent)) == FULL


def test_json_holds_what_the_plain_values_hold() -> None:
    assert json.loads(FULL.to_json()) == FULL.to_dict()


def test_a_record_holds_no_other_values() -> None:
    with pytest.raises(TypeError, match="cannot hold a value of type 'object'"):
        shallow_from_value(object())


def test_json_round_trip_gives_the_same_characters():
    written = FULL.to_json(indent=2)
    assert Record.from_json(written).to_json(indent=2) == written


def test_keys_stand_in_the_published_order():
    assert list(plain()) == [
        "format", "report", "entities", "statements", "events", "contacts", "times", "places", "figures",
        "notes", "made_by",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        ("report", "id url publisher title language published text parts"),
        ("entities", "id type name aliases roles country sector anonymous mentions"),
        (
            "statements",
            "id kind content cue source speaker addressees relayed_by channel anonymous said nested_in "
            "confidence condition because undecided",
        ),
        (
            "events",
            "id type mode status actors recipients date duration place evidence trigger according_to confidence "
            "contexts status_words instrument issue because undecided",
        ),
        (
            "contacts",
            "event parties countries medium date duration initiated_by previous tone status place topics tone_words "
            "outcome",
        ),
        ("times", "start end type value mod quant freq first last anchor rule undecided"),
        ("places", "start end name kind country lat lon geonames_id feature_class feature_code rule undecided"),
        ("figures", "start end low high modifier unit of according_to kind of_span comparison per per_span"),
    ],
)
def test_keys_of_each_thing_stand_in_the_published_order(path: str, keys: str):
    value = plain(FULL)[path]
    first = value[0] if isinstance(value, list) else value
    assert list(first) == keys.split()


def test_spans_are_pairs():
    assert plain()["statements"][0]["cue"] == [[56, 60]]


def test_parts_and_mentions_have_their_ends_as_fields():
    assert plain()["report"]["parts"][0] == {"kind": "headline", "start": 0, "end": 60}
    assert plain()["entities"][0]["mentions"][0] == {"start": 48, "end": 55, "form": "name"}


def test_letters_stand_as_they_are():
    assert "António" in RECORD.to_json()


def lone(text: str) -> Record:
    return Record(report=ReportInfo(id="x", text=text), entities=(), statements=())


@pytest.mark.parametrize("text", ["a\ud800b", "\udfff", "x\udc80\udc81", "\udc00\ud800", "\ud83d x \ude00"])
def test_lone_surrogates_survive(text: str):
    written = lone(text).to_json()
    assert Record.from_json(written.encode("utf-8").decode("utf-8")).report.text == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_survives(text: str):
    assert Record.from_json(lone(text).to_json()).report.text == text


def test_number_is_written_as_it_was_read():
    spoilt = plain(FULL)
    spoilt["figures"][0]["low"] = 6000000
    assert '"low":6000000,' in Record.from_dict(spoilt).to_json()


def test_unknown_fields_are_left_out():
    extended = plain()
    extended["weather"] = "fair"
    extended["statements"][0]["mood"] = {"x": [1]}
    assert Record.from_dict(extended) == RECORD


def test_fields_added_later_may_be_missing():
    old = plain()
    for name in ("notes", "made_by"):
        del old[name]
    for statement in old["statements"]:
        for name in ("condition", "because", "undecided"):
            del statement[name]
    read = Record.from_dict(old)
    assert (read.notes, read.made_by, read.statements[4].undecided) == ((), None, ())


def spoil(record: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """Set the value at a path such as `statements.0.kind`."""
    *outer, last = path.split(".")
    found: Any = record
    for step in outer:
        found = found[int(step) if isinstance(found, list) else step]
    found[int(last) if isinstance(found, list) else last] = value
    return record


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("format", "readout/2", "format: found 'readout/2', expected one of readout/1"),
        ("report", [], "report: found [], expected an object"),
        ("report.text", None, "report.text: found null, expected text"),
        ("report.published", "2022", "report.published: found '2022', expected an object"),
        (
            "report.published.basis",
            "guessed",
            "report.published.basis: found 'guessed', expected one of given, stated, inferred",
        ),
        ("entities", {}, "entities: found {}, expected a list"),
        ("entities.2.anonymous", 1, "entities[2].anonymous: found 1, expected true or false"),
        ("statements.3.kind", "spoken", "statements[3].kind: found 'spoken', expected one of direct, mixed, indirect"),
        ("statements.0.confidence", "high", "statements[0].confidence: found 'high', expected a number"),
        ("statements.0.confidence", True, "statements[0].confidence: found True, expected a number"),
        ("statements.0.content.0", [1, 2, 3], "statements[0].content[0]: found [1, 2, 3], expected two whole numbers"),
        ("statements.0.content.0", [1, 2.5], "statements[0].content[0]: found [1, 2.5], expected two whole numbers"),
        ("statements.0.content.0", [9, 9], "statements[0].content[0]: found [9, 9], expected 0 <= start < end <= "),
        ("statements.0.content.0", [-1, 9], "statements[0].content[0]: found [-1, 9], expected 0 <= start"),
        ("statements.0.content.0", [0, 99999], "statements[0].content[0]: found [0, 99999], expected 0 <= start"),
        ("report.parts.0.end", 99999, "report.parts[0]: found [0, 99999], expected 0 <= start"),
        ("entities.0.mentions.1.start", 99999, "entities[0].mentions[1]: found [99999, "),
        ("statements.0.speaker", "n99", "statements[0].speaker: found 'n99', expected the id of something"),
        ("statements.0.addressees", ["n99"], "statements[0].addressees: found 'n99'"),
        ("statements.8.relayed_by.0", "s1", "statements[8].relayed_by: found 's1'"),
        ("statements.8.channel.outlet", "n99", "statements[8].channel.outlet: found 'n99'"),
        ("statements.7.nested_in", "n1", "statements[7].nested_in: found 'n1'"),
        ("statements.7.nested_in", "s8", "statements[7].nested_in: found 's8', which comes back to itself"),
        ("statements.1.id", "s1", "statements[1].id: found 's1' a second time"),
        ("entities.1.id", "n1", "entities[1].id: found 'n1' a second time"),
        ("events.0.according_to", "v1", "events[0].according_to: found 'v1'"),
        ("contacts.0.event", "v9", "contacts[0].event: found 'v9'"),
        ("contacts.0.previous.evidence.0", [5, 4], "contacts[0].previous.evidence[0]: found [5, 4]"),
        ("figures.0.according_to", "v1", "figures[0].according_to: found 'v1'"),
    ],
)
def test_wrong_field_is_named_with_what_was_found_and_expected(path: str, value: object, message: str):
    with pytest.raises(SchemaError) as caught:
        Record.from_dict(spoil(plain(FULL), path, value))
    assert str(caught.value).startswith(message)


def test_missing_field_is_named():
    spoilt = plain()
    del spoilt["statements"][2]["content"]
    with pytest.raises(SchemaError, match=r"^statements\[2\]\.content: found nothing, expected a list"):
        Record.from_dict(spoilt)


def test_long_value_is_shortened_in_the_message():
    with pytest.raises(SchemaError) as caught:
        Record.from_dict(spoil(plain(), "statements.0.kind", "x" * 10_000))
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("written", ["", "{", "[1, 2", "[" * 100_000, "no"], ids=len)
def test_what_is_no_json_is_an_error(written: str):
    with pytest.raises(SchemaError, match="found no JSON"):
        Record.from_json(written)


@pytest.mark.parametrize("written", ["[]", "null", "3", '"text"'])
def test_json_that_is_no_object_is_an_error(written: str):
    with pytest.raises(SchemaError, match=r"^the record: found .*, expected an object"):
        Record.from_json(written)


def test_ring_of_nesting_is_an_error():
    spoilt = spoil(plain(), "statements.6.nested_in", "s8")
    with pytest.raises(SchemaError, match="comes back to itself"):
        Record.from_dict(spoilt)


def test_record_is_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        RECORD.report.text = "other"  # type: ignore[misc]


def test_entity_and_statement_are_found_by_id():
    assert RECORD.entity("n6").name == "Hulusi Akar"
    assert RECORD.statement("s8").nested_in == "s7"


@pytest.mark.parametrize("id", ["x", "n2", "n01", "1"])
def test_entity_is_found_wherever_it_stands(id: str):
    entities = tuple(Entity(id=found, type="person", name=found) for found in ("n2", "1", "x", "n01"))
    record = Record(report=ReportInfo(id="x", text="a"), entities=entities, statements=())
    assert record.entity(id).name == id


def test_unknown_id_lists_those_there_are():
    with pytest.raises(KeyError, match=r"no statement 's99'; there are: s1, s2, .*, s12"):
        RECORD.statement("s99")
    with pytest.raises(KeyError, match=r"no entity 'x'; there are: n1, "):
        RECORD.entity("x")


def test_words_joins_fragments():
    spans = RECORD.statement("s5").content
    assert RECORD.words(spans) == (
        "President Vladimir Putin … had “spat in the face” of UN Secretary-General António Guterres"
    )
    assert RECORD.words([]) == ""


def test_speaker_of_a_statement():
    speaker = RECORD.speaker_of(RECORD.statement("s4"))
    assert speaker is not None
    assert speaker.id == "n3"
    assert RECORD.speaker_of(RECORD.statement("s12")) is None


def test_name_of_an_unnamed_entity_is_what_the_report_calls_it():
    assert RECORD.name_of("n12") == "A European diplomat"


def test_name_of_prefers_a_description_to_a_pronoun():
    mentions = (Mention(0, 2, "pronoun"), Mention(3, 14, "nominal"))
    entity = Entity(id="n1", type="person", mentions=mentions)
    record = Record(report=ReportInfo(id="x", text="He the officer"), entities=(entity,), statements=())
    assert record.name_of("n1") == "the officer"


@pytest.mark.parametrize(
    "value", [Channel("tweet"), Reason("cue", "head", 0.5), Undecided("speaker", "two fit"), Note("not in English")]
)
def test_small_types_are_values(value: object):
    assert value == dataclasses.replace(value)  # type: ignore[type-var]


def test_published_spans_are_kept():
    published = Published("2022-07-23", "inferred", (Span(0, 8),))
    report = dataclasses.replace(RECORD.report, published=published)
    record = dataclasses.replace(RECORD, report=report)
    assert Record.from_json(record.to_json()).report.published == published


def test_statement_needs_only_what_every_statement_has():
    statement = Statement(id="s1", kind="direct", content=(Span(0, 1),), confidence=1.0)
    assert (statement.speaker, statement.addressees, statement.channel) == (None, (), None)
