# SPDX-License-Identifier: Apache-2.0
"""The readout in a terminal and in a pipe, and the explanation of one statement."""

from __future__ import annotations

import dataclasses
import io
import itertools

import pytest
from rich.console import Console

from readout.cli.explanation import draw_explanation
from readout.cli.terminal import draw
from readout.cli.wording import cast_of, entity_words, in_order, legible, relay_words, said_words, title_of
from readout.record import Entity, Note, PartInfo, Reason, Record, ReportInfo, Role, Statement
from readout.text import Span
from tests.support.odesa import RECORD


def drawn(record: Record = RECORD, *, width: int = 80) -> str:
    file = io.StringIO()
    draw(record, Console(file=file, width=width, highlight=False, markup=False, emoji=False))
    return file.getvalue()


def explained(statement: str, *, width: int = 80) -> str:
    file = io.StringIO()
    draw_explanation(RECORD, RECORD.statement(statement), Console(file=file, width=width, highlight=False))
    return file.getvalue()


def block(text: str, first_words: str) -> str:
    """Return the paragraph that begins with these words."""
    return next(found for found in text.split("\n\n") if found.lstrip().startswith(first_words))


def tiny(text: str, **changes: object) -> Record:
    """Return a record of one statement over the whole text."""
    statement = Statement(id="s1", kind="indirect", content=(Span(0, len(text)),), confidence=0.9)
    return Record(
        report=ReportInfo(id="x", text=text),
        entities=(),
        statements=(dataclasses.replace(statement, **changes),),  # type: ignore[arg-type]
    )


def test_head_has_notes_then_title_then_where_from():
    lines = drawn().splitlines()
    assert lines[0].startswith("Note  Two statements of this report are marked as unsure")
    assert lines[2] == "Missiles hit Odesa port a day after grain deal, Ukraine says"
    assert lines[3] == "Example Wire · 2022-07-23 (stated in the report) · 12 statements by 9 speakers"


def test_statement_tells_who_how_and_the_words():
    assert block(drawn(), "s4").splitlines() == [
        "s4   Oleh Nikolenko, foreign ministry’s spokesman (UKR)",
        "     wrote · social post · direct · said 2022-07-22",
        "       “It took less than 24 hours for the Russian Federation to launch a",
        "       missile attack on Odesa’s port,” … “breaking its promises.”",
    ]


def test_nested_statement_is_set_in_below_its_holder():
    lines = drawn().splitlines()
    held = lines.index("    s8   the Russians (RUS) → Turkish defence ministry")
    assert lines[held - 5] == "s7   Hulusi Akar, defence minister (TUR)"


def test_relay_channel_and_outlet_are_told():
    assert "said · broadcast (Suspilne) · via Suspilne · indirect" in drawn()


def test_unnamed_source_is_flagged_with_its_condition():
    shown = block(drawn(width=120), "s11")
    assert "A European diplomat [unnamed] → Reuters" in shown
    assert "asked not to be named because the talks were private" in shown


def test_undecided_speaker_is_left_open_with_the_reason():
    assert block(drawn(), "s12").splitlines() == [
        "s12  “He”: who that is was left open",
        "     said · indirect · unsure, 42\u00a0%",
        "       so",
        "     speaker left open: the diplomat and an insurer both fit",
    ]


def test_cast_lists_roles_countries_statements_and_mentions():
    row = next(line for line in drawn().splitlines() if line.startswith("Oleh Nikolenko"))
    assert row.split() == ["Oleh", "Nikolenko", "foreign", "ministry’s", "spokesman", "UKR", "2", "3"]


def test_sector_is_shown_where_there_is_room():
    assert "military" not in block(drawn(width=80), "People").replace("military command", "").replace(
        "Ukrainian military", ""
    )
    assert "intergovernmental" in block(drawn(width=120), "People")


def test_places_are_in_the_cast_only_if_they_speak():
    names = [member.entity.name for member in cast_of(RECORD)]
    assert "Ukraine" in names
    assert "Odesa" not in names


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 120, 200])
def test_no_line_is_wider_than_the_terminal(width: int):
    assert max(map(len, drawn(width=width).splitlines())) <= max(width, 32)


def test_lines_stay_readable_in_a_very_wide_terminal():
    assert max(map(len, drawn(tiny("word " * 500), width=400).splitlines())) <= 110


def test_drawing_in_a_pipe_has_neither_colour_nor_boxes():
    assert not set(drawn()) & set("\x1b│─┃━╭╰┌└|")


def test_drawing_in_a_terminal_has_colour():
    file = io.StringIO()
    draw(RECORD, Console(file=file, width=80, force_terminal=True, color_system="standard"))
    assert "\x1b[1m" in file.getvalue()


def test_long_words_are_shortened_to_four_lines():
    shown = block(drawn(tiny("word " * 500)), "s1").splitlines()
    assert len(shown) == 2 + 4
    assert shown[-1].endswith(" …")


def test_report_without_statements_is_drawn():
    record = Record(report=ReportInfo(id="x", text="Rain."), entities=(), statements=())
    assert drawn(record) == "Rain.\ndate unknown · 0 statements\n"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\x1b[2Jb", "a\ufffd[2Jb"),
        ("a\x9b31mb", "a\ufffd31mb"),
        ("a\u202eb\u202c", "ab"),
        ("a\ud800b", "a\ufffdb"),
        ("a\n\n b\tc\u00a0d", "a b c d"),
        ("[bold]a[/bold] :smile:", "[bold]a[/bold] :smile:"),
    ],
    ids=["escape", "c1", "direction", "surrogate", "space", "markup"],
)
def test_words_that_would_upset_a_terminal_are_made_legible(words: str, shown: str):
    assert legible(words) == shown


def test_hostile_words_everywhere_reach_no_terminal():
    evil = "x\x1b]0;owned\x07\u202e[red]\ud800"
    entity = Entity(id="n1", type="person", name=evil, aliases=(evil,))
    record = tiny(evil, speaker="n1", addressees=("n1",), relayed_by=("n1",), cue=(Span(0, len(evil)),))
    record = dataclasses.replace(record, entities=(entity,), notes=(Note(evil),))
    record = dataclasses.replace(record, report=dataclasses.replace(record.report, title=evil, publisher=evil))
    shown = drawn(record)
    assert not set(shown) & set("\x1b\x07\u202e\ud800")
    assert "[red]" in shown


def test_title_is_given_or_the_headline_or_the_first_words():
    report = RECORD.report
    headline = dataclasses.replace(RECORD, report=dataclasses.replace(report, title=None))
    bare = dataclasses.replace(RECORD, report=dataclasses.replace(report, title=None, parts=()))
    given = dataclasses.replace(RECORD, report=dataclasses.replace(report, title="Given"))
    assert [title_of(record) for record in (given, headline)] == [
        "Given",
        "Missiles hit Odesa port a day after grain deal, Ukraine says",
    ]
    assert title_of(bare).startswith("Missiles hit Odesa port")


def test_relays_stand_nearest_to_the_reader_first():
    statement = dataclasses.replace(RECORD.statement("s9"), relayed_by=("n10", "n13"))
    assert relay_words(RECORD, statement) == "via Suspilne, quoting Reuters"


def test_day_is_told_only_where_it_is_not_that_of_publication():
    assert said_words(RECORD, RECORD.statement("s1")) is None
    assert said_words(RECORD, RECORD.statement("s4")) == "said 2022-07-22"


def test_order_gives_every_statement_once_also_without_its_holder():
    statements = [
        Statement(id="s1", kind="indirect", content=(), confidence=1.0, nested_in="s3"),
        Statement(id="s2", kind="indirect", content=(), confidence=1.0, nested_in="gone"),
        Statement(id="s3", kind="indirect", content=(), confidence=1.0),
    ]
    record = dataclasses.replace(RECORD, statements=tuple(statements))
    assert [(nested.statement.id, nested.depth) for nested in in_order(record)] == [
        ("s2", 0),
        ("s3", 0),
        ("s1", 1),
    ]


def test_office_is_not_repeated_for_one_who_is_known_by_it_alone():
    entity = Entity(id="n1", type="person", name="the judge", roles=(Role("The judge", "USA"),))
    assert entity_words(entity) == "(USA)"
    unnamed = Entity(id="n1", type="person", aliases=("judge",), roles=(Role("Judge", "USA"),))
    assert entity_words(unnamed) == "(USA)"
    several = Entity(id="n1", type="group", aliases=("Prosecutors",), roles=(Role("Prosecutor", None),))
    assert entity_words(several) == ""


def test_office_of_one_with_a_name_is_told():
    """Its first alias is the title that stands before the name."""
    entity = Entity(
        id="n1", type="person", name="Ana Lima", aliases=("Prime Minister",), roles=(Role("Prime Minister", None),)
    )
    assert entity_words(entity) == "Prime Minister"


def test_part_other_than_the_body_is_told():
    record = tiny("Rain, says man")
    report = dataclasses.replace(record.report, parts=(PartInfo("source_line", 0, 14),))
    assert "indirect · source line" in drawn(dataclasses.replace(record, report=report))


def test_explanation_shows_words_in_context_rule_and_score():
    assert block(explained("s5"), "speaker").splitlines() == [
        "speaker",
        "  Oleh Nikolenko foreign ministry’s spokesman (UKR) [n3]",
        "  because: pronoun to the last speaker, score 0.84",
        "  …a missile attack on Odesa’s port,” »Oleh Nikolenko«, the foreign ministry’s",
        "    spokesman,…",
    ]


def test_explanation_tells_what_was_left_open_and_why():
    assert block(explained("s12"), "speaker").splitlines()[1] == ("  left open: the diplomat and an insurer both fit")


def test_explanation_leaves_out_fields_that_say_nothing():
    assert not any(line in ("relayed by", "nested in", "condition") for line in explained("s5").splitlines())


def test_explanation_keeps_reasons_for_fields_it_does_not_know():
    statement = RECORD.statement("s5")
    newer = dataclasses.replace(statement.because[0], field="mood")
    file = io.StringIO()
    draw_explanation(RECORD, dataclasses.replace(statement, because=(newer,)), Console(file=file, width=80))
    assert "mood\n  because: pronoun to the last speaker" in file.getvalue()


@pytest.mark.parametrize("statement", [statement.id for statement in RECORD.statements])
def test_every_statement_can_be_explained_at_every_width(statement: str):
    for width in (30, 80, 120):
        assert max(map(len, explained(statement, width=width).splitlines())) <= width


def test_context_stops_at_forty_characters_on_either_side():
    lines = [line for line in explained("s10", width=400).splitlines() if "»" in line]
    sides = itertools.chain.from_iterable((line.partition("»")[0], line.partition("«")[2]) for line in lines)
    assert max(len(side.strip(" …")) for side in sides) <= 40


def test_record_from_a_file_gives_a_terminal_no_orders():
    """Codes and dates of a record that somebody else wrote may hold anything: `readout explain` takes it from a file."""
    statement = dataclasses.replace(
        RECORD.statements[3], said="2022\x1b[2J", because=(Reason("speaker\x1b", "rule\x1b"),)
    )
    entities = tuple(dataclasses.replace(entity, country="R\x1b]0;owned\x07") for entity in RECORD.entities)
    record = dataclasses.replace(RECORD, entities=entities, statements=(statement,))
    file = io.StringIO()
    draw_explanation(record, statement, Console(file=file, width=80, highlight=False))
    assert {"\x1b", "\x07"}.isdisjoint(file.getvalue() + drawn(record))
    assert "2022�[2J" in file.getvalue()


def test_office_that_is_over_is_called_former() -> None:
    """Whoever was president is not shown as one."""
    entity = Entity(id="n1", type="person", name="Ana Petrova", roles=(Role("president", "BOL", former=True),))
    assert entity_words(entity) == "former president (BOL)"
