# SPDX-License-Identifier: Apache-2.0
"""`readout show ID`: a record of the archive, or one thing in it with its words in context."""

from __future__ import annotations

import json as json_of
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from readout.cli.background import background_lines, correction_lines
from readout.cli.events import contact_lines, event_lines
from readout.cli.explanation import draw_explanation
from readout.cli.facts import figure_words
from readout.cli.lines import wrapped
from readout.cli.opening import open_archive
from readout.cli.outputs import Sink
from readout.cli.terminal import draw
from readout.cli.wording import (
    counted,
    legible,
    link_words,
    published_words,
    span_around,
    speaker_words,
    title_of,
    without_orders,
)
from readout.errors import ConfigError
from readout.record import Figure, Record, Statement
from readout.record.form import plain_from_value
from readout.text import Span

__all__ = ["show"]

_CONTEXT_CHARS = 160


def show(address: str, id: str, *, json: bool) -> None:
    """Show what an id names.

    Raises:
        ConfigError: If it is no id, or the report has nothing of this name.
    """
    report, _, part = id.strip().partition("/")
    with open_archive(address) as archive:
        record = archive.record(report)
        sink = Sink(None)
        if json:
            value = plain_from_value(_part(record, part)) if part else record.to_dict()
            sink.file.write(
                json_of.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"
            )
            return
        console = Console(file=sink.file, highlight=False, markup=False, emoji=False)
        if not part:
            draw(record, console)
            _print(background_lines(archive, archive.report(report)), console)
            _print(correction_lines(without_orders(record), archive.corrections(report)), console)
            return
        record = without_orders(record)
        found = _part(record, part)
        _print(_head(record), console)
        if isinstance(found, Statement):
            _print(_statement(record, found), console)
            console.print()
            draw_explanation(record, found, console)
        elif isinstance(found, Figure):
            _print(_in_context(record, [found.span]), console)
            _print(_figure(record, found), console)
        else:
            _print(_in_context(record, found.evidence), console)
            _print(_event(record, found.id), console)
        _print(correction_lines(record, archive.corrections(report), part), console)


def _part(record: Record, part: str):  # type: ignore[no-untyped-def]  # a statement, an event or a figure
    number = int(part[1:]) if part[1:].isdecimal() else 0
    things: dict[str, Sequence[object]] = {"s": record.statements, "v": record.events, "f": record.figures}
    known = things.get(part[:1], ())
    if not 0 < number <= len(known):
        raise ConfigError(
            f"the report has no '{part}'; it has {counted(len(record.statements), 'statement')} (s1, s2, …), "
            f"{counted(len(record.events), 'event')} (v1, …) and {counted(len(record.figures), 'figure')} (f1, …)"
        )
    return known[number - 1]


def _print(lines: Iterator[Text], console: Console) -> None:
    for line in lines:
        for piece in wrapped(line, console, min(console.width, 110), 2):
            console.print(piece, no_wrap=True, overflow="ignore", crop=False)


def _head(record: Record) -> Iterator[Text]:
    yield Text(legible(title_of(record)), style="bold")
    yield Text(" · ".join(filter(None, [legible(record.report.publisher or ""), published_words(record)])), style="dim")
    yield Text()


def _statement(record: Record, statement: Statement) -> Iterator[Text]:
    yield from _in_context(record, statement.content)
    yield Text(speaker_words(record, statement), style="bold")
    for name, words in link_words(record, statement):
        yield Text(f"  {name}: {words}")


def _figure(record: Record, figure: Figure) -> Iterator[Text]:
    facts = [figure_words(figure), figure.of and legible(figure.of), figure.kind]
    yield Text(" · ".join(fact for fact in facts if fact), style="bold")
    if figure.according_to:
        yield Text(
            f"  according to {figure.according_to}: {speaker_words(record, record.statement(figure.according_to))}"
        )


def _event(record: Record, id: str) -> Iterator[Text]:
    at = next(position for position, event in enumerate(record.events) if event.id == id)
    head, told = event_lines(record)[at]
    yield Text(head, style="bold")
    yield Text(f"  {told}")
    for contact, (head, told) in zip(record.contacts, contact_lines(record), strict=True):
        if contact.event == id:
            yield Text(head, style="bold")
            yield Text(f"  {told}")


def _in_context(record: Record, spans: Sequence[Span]) -> Iterator[Text]:
    for span in spans:
        before, words, after = span_around(span, text=record.report.text, chars=_CONTEXT_CHARS)
        yield Text.assemble(before, (words, "bold"), after)
    yield Text()
