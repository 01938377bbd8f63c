# SPDX-License-Identifier: Apache-2.0
"""What the parts of a page must agree on: the numbers of statements, the colours of speakers, the marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from readout.cli.facts import Fact, figure_facts, place_facts, time_facts
from readout.cli.page.layout import Block, blocks_of
from readout.cli.page.marks import Mark, Segment, segments_of
from readout.cli.wording import Nested, in_order
from readout.record import Record, Statement
from readout.text import Span

__all__ = ["FACTS", "Listed", "Plan"]

# The kinds of facts that are marked in the text, as the page calls one and several of them.
FACTS = {"figure": "Figures", "time": "Times", "place": "Places"}

# As many as can be told apart, also by readers who do not see red and green as two; then they begin anew.
_COLOURS = 8


@dataclass(frozen=True, slots=True)
class Listed:
    """A figure, time or place with its name on the page: `figure-3`; `words-figure-3-2` are its second words in the text."""

    kind: str
    name: str
    fact: Fact

    def words_name(self, span: Span) -> str:
        """Name the words of a span of the fact."""
        return f"words-{self.name}-{self.fact.spans.index(span) + 1}"


@dataclass(frozen=True, slots=True)
class Plan:
    """A record, ready to be laid out.

    Attributes:
        record: The record.
        order: Its statements as the cards stand.
        numbers: The number on the page of each statement, by its id.
        speakers: The place of each speaker in the order of speaking, by its id.
        blocks: The report in paragraphs.
        segments: The marked stretches of its text.
        begins: Numbers of the statements whose content begins at a position.
        ends: Numbers of the statements whose content ends at a position.
        facts: Figures, times and places as they are listed below the report.
    """

    record: Record
    order: Sequence[Nested]
    numbers: Mapping[str, int]
    speakers: Mapping[str, int]
    blocks: Sequence[Block]
    segments: Sequence[Segment]
    begins: Mapping[int, Sequence[int]]
    ends: Mapping[int, Sequence[int]]
    facts: Sequence[Listed]

    @classmethod
    def of(cls, record: Record) -> Plan:
        """Plan the page of a record."""
        order = list(in_order(record))
        numbers = {nested.statement.id: number for number, nested in enumerate(order, start=1)}
        speaking = dict.fromkeys(nested.statement.speaker for nested in order if nested.statement.speaker)
        blocks = blocks_of(record)
        begins, ends = _edges(record, numbers)
        facts = _facts(record)
        return cls(
            record=record,
            order=order,
            numbers=numbers,
            speakers={id: place for place, id in enumerate(speaking)},
            blocks=blocks,
            segments=segments_of([*_marks(record, numbers), *_inline_marks(blocks), *_fact_marks(facts)]),
            begins=begins,
            ends=ends,
            facts=facts,
        )

    def statement(self, number: int) -> Statement:
        """Return the statement with a number."""
        return self.order[number - 1].statement

    def colour(self, speaker: str | None) -> str:
        """Name the colour of a speaker: `k0`, `k1`, …, or `kx` where nobody is known to speak."""
        return "kx" if speaker is None else f"k{self.speakers[speaker] % _COLOURS}"

    def colour_of(self, number: int) -> str:
        """Name the colour of a statement's speaker."""
        return self.colour(self.statement(number).speaker)


def _marks(record: Record, numbers: Mapping[str, int]) -> Iterator[Mark]:
    for statement in record.statements:
        number = numbers[statement.id]
        roles = (("content", statement.content), ("cue", statement.cue), ("source", statement.source))
        for role, spans in roles:
            yield from (Mark(span, role, number) for span in _without_space(spans, record.report.text))


def _inline_marks(blocks: Iterable[Block]) -> Iterator[Mark]:
    for block in blocks:
        yield from (Mark(span, kind) for kind, span in block.inline)


def _facts(record: Record) -> list[Listed]:
    found = {"figure": figure_facts(record), "time": time_facts(record), "place": place_facts(record)}
    return [
        Listed(kind, f"{kind}-{number}", fact) for kind in FACTS for number, fact in enumerate(found[kind], start=1)
    ]


def _fact_marks(facts: Sequence[Listed]) -> Iterator[Mark]:
    for place, listed in enumerate(facts):
        yield from (Mark(span, listed.kind, fact=place) for span in listed.fact.spans)


def _edges(record: Record, numbers: Mapping[str, int]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for statement in record.statements:
        shown = _without_space(statement.content, record.report.text)
        if shown:
            begins.setdefault(shown[0].start, []).append(numbers[statement.id])
            ends.setdefault(shown[-1].end, []).append(numbers[statement.id])
    return begins, ends


def _without_space(spans: Iterable[Span], text: str) -> list[Span]:
    """Trim spans to their words: white space between blocks is not on the page, so nothing may hang on it."""
    trimmed = []
    for span in spans:
        words = span.of(text)
        start = span.start + len(words) - len(words.lstrip())
        if words.strip():
            trimmed.append(Span(start, start + len(words.strip())))
    return trimmed
