# SPDX-License-Identifier: Apache-2.0
"""Statements, from hand-made scores, trees and entities to the finished findings."""

from __future__ import annotations

import pytest

import readout
from readout.reading.attributions.attribution import Attribution, confidence, find_attributions, readable_segments
from readout.reading.coreference.entities import Entity
from readout.reading.page.parts import Part
from readout.reading.statements.statements import Statement, find_statements
from readout.text import Span
from tests.support.readings import encoding_of, entity_of, syntax_of

TEXT = "“It is true,” Lind said. She left.\n\n“Nobody wanted them in the first place.”"
TABLE = """
“ PUNCT 4 punct
It PRON 4 nsubj
is AUX 4 cop
true ADJ 0 root
, PUNCT 4 punct
” PUNCT 4 punct
Lind PROPN 8 nsubj
said VERB 4 parataxis
. PUNCT 4 punct

She PRON 2 nsubj
left VERB 0 root
. PUNCT 2 punct

“ PUNCT 3 punct
Nobody PRON 3 nsubj
wanted VERB 0 root
them PRON 3 obj
in ADP 8 case
the DET 8 det
first ADJ 8 amod
place NOUN 3 obl
. PUNCT 3 punct
” PUNCT 3 punct
"""


def find(
    text: str = TEXT,
    table: str = TABLE,
    *,
    spans: list[tuple[str, str]],
    links: dict[str, str],
    people: dict[str, list[str]],
    parts: list[Part] | None = None,
) -> list[Statement]:
    syntax = syntax_of(table)
    encoding = encoding_of(text, spans=spans, links=links)
    entities: list[Entity] = [entity_of(encoding, syntax, id, *mentions) for id, mentions in people.items()]
    parts = [Part("body", Span(0, len(text)))] if parts is None else parts
    found = find_attributions(encoding, readable_segments(encoding, parts))
    return find_statements(encoding, syntax, parts, entities, found)


SPANS = [("“It is true,”", "content"), ("Lind", "source"), ("said", "cue")]
LINKS = {"“It is true,”": "said", "said": "Lind"}
LIND = {"n1": ["Lind"]}


def words(spans: tuple[Span, ...], text: str = TEXT) -> list[str]:
    return [span.of(text) for span in spans]


def test_a_statement_has_the_characters_of_its_words():
    statement = find(spans=SPANS, links=LINKS, people=LIND)[0]
    assert words(statement.content) == ["“It is true,”"]
    assert (words(statement.cue), words(statement.source)) == (["said"], ["Lind"])
    assert (statement.kind, statement.speaker, statement.parent) == ("direct", "n1", None)


def test_a_quotation_that_the_model_did_not_find_goes_on_from_the_speaker():
    _, statement = find(spans=SPANS, links=LINKS, people=LIND)
    assert words(statement.content) == ["“Nobody wanted them in the first place.”"]
    assert (statement.cue, statement.source, statement.speaker) == ((), (), "n1")


def test_a_content_cut_short_is_grown_to_its_quotation():
    spans = [("It is true", "content"), ("Lind", "source"), ("said", "cue")]
    statement = find(spans=spans, links={"It is true": "said", "said": "Lind"}, people=LIND)[0]
    assert words(statement.content) == ["“It is true,”"]


def test_nothing_is_found_outside_the_parts_that_are_read():
    assert find(spans=SPANS, links=LINKS, people=LIND, parts=[Part("boilerplate", Span(0, len(TEXT)))]) == []


def test_a_speaker_that_nobody_is_known_for_is_open_with_the_reason():
    statement = find(spans=SPANS, links=LINKS, people={})[0]
    assert statement.speaker is None
    assert [left.field for left in statement.undecided] == ["speaker"]


def test_every_field_that_is_filled_has_its_reason():
    statement = find(spans=SPANS, links=LINKS, people=LIND)[0]
    assert {"content", "cue", "source", "speaker"} <= {reason.field for reason in statement.because}


def test_no_words_have_no_statements():
    encoding = encoding_of("")
    syntax = syntax_of("x X 0 root")
    assert find_statements(encoding, syntax, [], [], []) == []


def test_an_unnamed_source_with_a_condition_is_anonymous():
    text = "An official, who asked not to be named, said it rained."
    table = """
An DET 2 det
official NOUN 11 nsubj
, PUNCT 5 punct
who PRON 5 nsubj
asked VERB 2 acl:relcl
not PART 8 advmod
to PART 8 mark
be AUX 8 aux:pass
named VERB 5 xcomp
, PUNCT 5 punct
said VERB 0 root
it PRON 13 nsubj
rained VERB 11 ccomp
. PUNCT 11 punct
"""
    source = "An official, who asked not to be named"
    encoding, syntax = encoding_of(text), syntax_of(table)
    found = Attribution(((11, 13),), (10, 11), (0, 9), 0.9, 0.9, 0.9, 1.0)
    nameless = entity_of(encoding, syntax, "n1", "An official")
    parts = [Part("body", Span(0, len(text)))]
    unnamed = Entity("n1", "person", None, (), (), None, None, False, nameless.mentions)
    (statement,) = find_statements(encoding, syntax, parts, [unnamed], [found])
    assert statement.anonymous
    assert words(statement.condition, text) == ["who asked not to be named"]
    assert words(statement.source, text) == [source]
    (statement,) = find_statements(encoding, syntax, parts, [nameless], [found])
    assert not statement.anonymous
    assert statement.condition == ()


# Segments ------------------------------------------------------------------------------------------------------------


def segments(text: str, *parts: tuple[str, str]) -> list[str]:
    encoding = encoding_of(text)
    made = [Part(kind, Span(text.index(w), text.index(w) + len(w))) for w, kind in parts]  # type: ignore[arg-type]
    return [encoding.span(*found).of(text) for found in readable_segments(encoding, made)]


def test_segments_are_the_lines_of_parts_that_are_read():
    text = "Talks fail\n\nBy Lind\n\nThey met.\n\nThey left.\n\nFollow us"
    parts = [
        ("Talks fail", "headline"), ("By Lind", "byline"), ("They met.", "body"), ("They left.", "body"),
        ("Follow us", "boilerplate"),
    ]  # fmt: skip
    assert segments(text, *parts) == ["Talks fail", "They met.", "They left."]


def test_segments_of_a_line_with_several_parts_are_its_stretches():
    text = "BONN, May 3 — They met. (Reporting by Lind)"
    parts = [("BONN, May 3 —", "dateline"), ("They met.", "body"), ("(Reporting by Lind)", "byline")]
    assert segments(text, *parts) == ["They met."]


def test_segments_of_no_parts_are_none():
    assert segments("They met.") == []


# Confidence ----------------------------------------------------------------------------------------------------------


def attribution(share: float) -> Attribution:
    return Attribution(((0, 1),), (1, 2), (2, 3), 0.9, 0.9, 0.9, share)


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_confidence_is_a_probability(share: float):
    assert 0.0 < confidence(attribution(share)) < 1.0


def test_confidence_grows_with_the_draws_that_hold_it():
    assert confidence(attribution(0.9)) > confidence(attribution(0.4))


def test_whom_a_condition_names_is_not_spoken_to(model):
    text = (
        "A senior Lebanese official, who asked not to be named because he was not authorised to speak to the media, "
        "said the government had not received a new proposal."
    )
    (said,) = readout.read(text, model=model).statements
    assert said.condition
    assert said.addressees == ()
