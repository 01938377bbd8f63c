# SPDX-License-Identifier: Apache-2.0
"""Show what a statement rests on: for each field its words in their context, the rule and the score."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from readout.cli.lines import wrapped
from readout.cli.wording import (
    channel_words,
    entity_words,
    legible,
    name_words,
    part_of,
    percent,
    span_around,
    speaker_words,
    without_orders,
)
from readout.record import Record, Statement
from readout.text import Span

__all__ = ["draw_explanation"]

# So much of the text is shown on either side of the words in question.
_CONTEXT_CHARS = 40

_FIELDS = (
    "content", "cue", "source", "speaker", "addressees", "relayed_by", "channel", "anonymous", "condition",
    "said", "nested_in", "kind", "confidence",
)  # fmt: skip


def draw_explanation(record: Record, statement: Statement, console: Console) -> None:
    """Print why each field of a statement is what it is, and what was left undecided and why."""
    record, statement = without_orders(record), without_orders(statement)
    about = [statement.id, statement.kind, part_of(record, statement) or "body"]
    console.print(Text(" · ".join([*about, percent(statement.confidence)]), style="bold cyan"))
    for field in [*_FIELDS, *_further(statement)]:
        lines = list(_field(record, statement, field))
        if lines:
            console.print()
            console.print(Text(field.replace("_", " "), style="bold"))
        for line in lines:
            for piece in wrapped(Text("  ") + line, console, console.width, 4):
                console.print(piece, no_wrap=True, overflow="ignore", crop=False)


def _further(statement: Statement) -> list[str]:
    """Name fields that a newer Readout gives reasons for and this one does not know."""
    named = [reason.field for reason in statement.because] + [item.field for item in statement.undecided]
    return [field for field in dict.fromkeys(named) if field not in _FIELDS]


def _field(record: Record, statement: Statement, field: str) -> Iterator[Text]:
    """Give a field's value, its words, what decided it, and why it was left open."""
    value = _value(record, statement, field)
    if value:
        yield Text(value)
    shown = _spans(statement, field)
    for span in shown:
        yield _in_context(record, span)
    for reason in statement.because:
        if reason.field == field:
            score = "" if reason.score is None else f", score {reason.score:.2f}"
            yield Text(f"because: {legible(reason.rule)}{score}", style="green")
            yield from (_in_context(record, span) for span in reason.spans if span not in shown)
    for open_field in statement.undecided:
        if open_field.field == field:
            yield Text(f"left open: {legible(open_field.reason)}", style="yellow")
            yield from (_in_context(record, span) for span in open_field.spans if span not in shown)


def _spans(statement: Statement, field: str) -> tuple[Span, ...]:
    spans = {
        "content": statement.content,
        "cue": statement.cue,
        "source": statement.source,
        "condition": statement.condition,
    }
    return spans.get(field, ())


def _value(record: Record, statement: Statement, field: str) -> str | None:
    """Write the value of a field that is not itself a list of spans."""
    values = {
        "speaker": statement.speaker and _entity(record, statement.speaker),
        "addressees": "; ".join(_entity(record, id) for id in statement.addressees),
        "relayed_by": ", from ".join(_entity(record, id) for id in statement.relayed_by),
        "channel": channel_words(record, statement),
        "anonymous": "the source's name is kept back" if statement.anonymous else None,
        "said": statement.said,
        "nested_in": statement.nested_in and _holder(record, statement.nested_in),
        "kind": statement.kind,
        "confidence": percent(statement.confidence),
    }
    return values.get(field)


def _entity(record: Record, id: str) -> str:
    about = entity_words(record.entity(id))
    return f"{name_words(record, id)} {about} [{id}]".replace("  ", " ")


def _holder(record: Record, id: str) -> str:
    holder = record.statement(id)
    return f"{id}, {speaker_words(record, holder)}: {legible(record.words(holder.cue))}"


def _in_context(record: Record, span: Span) -> Text:
    before, words, after = span_around(span, text=record.report.text, chars=_CONTEXT_CHARS)
    return Text.assemble((before, "dim"), (f"»{words}«", "bold underline"), (after, "dim"))
