# SPDX-License-Identifier: Apache-2.0
"""Draw a record for a reader at a terminal: who said what to whom, how, and on whose relay, at a glance.

Colour helps and is never needed: everything stands in words too, so the same drawing goes through a pipe.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from readout.cli.events import contact_lines, event_lines
from readout.cli.facts import anchor_words, figure_lines, place_lines, time_lines
from readout.cli.lines import stripped, wrapped
from readout.cli.wording import (
    Member,
    Nested,
    cast_of,
    entity_words,
    has_unnamed_source,
    in_order,
    is_unsure,
    legible,
    link_words,
    name_words,
    open_words,
    published_words,
    sector_words,
    speaker_words,
    summary_words,
    sure_words,
    title_of,
    without_orders,
)
from readout.record import Record, Statement

__all__ = ["draw"]

# Longer lines are hard to read back to their start, however wide the terminal.
_WIDEST = 110
# Enough to know a statement again; the whole of it is in the text and in the JSON.
_WORD_LINES = 4
# Each level of nesting moves this far to the right, but not beyond the third: words need room.
_STEP, _DEEPEST = 4, 3
# More people than this are a list nobody takes in; the rest are counted.
_CAST_SHOWN = 20
# The same for figures, times and places.
_FACTS_SHOWN = 15
# In a narrower terminal the roles need the columns more.
_ROOM_FOR_SECTOR = 100
_GAP = 2
_INDENT = 3  # of what is told below an event, as wide as its number
_TOLD_BELOW = frozenset({"Events", "Contacts"})  # parties are long: a second column beside them would be a narrow one


def draw(record: Record, console: Console) -> None:
    """Print the readout of one record."""
    record = without_orders(record)
    width = min(console.width, _WIDEST)
    for line in _head(record, console, width):
        console.print(line, no_wrap=True, overflow="ignore", crop=False)
    gutter = 2 + max((len(legible(statement.id)) for statement in record.statements), default=0)
    for nested in in_order(record):
        console.print()
        for line in _statement(record, nested, console, width=width, gutter=gutter):
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
    _draw_cast(record, console, width)
    _draw_facts(record, console, width)


def _head(record: Record, console: Console, width: int) -> Iterator[Text]:
    """Give notes, title, and where it comes from: what a reader must know first comes first."""
    for note in record.notes:
        yield from wrapped(Text.assemble(("Note  ", "bold yellow"), legible(note.reason)), console, width, 6)
    yield from wrapped(Text(legible(title_of(record)), style="bold"), console, width)
    facts = [record.report.publisher, published_words(record), summary_words(record)]
    yield from wrapped(Text(" · ".join(legible(fact) for fact in facts if fact), style="dim"), console, width)


def _statement(record: Record, nested: Nested, console: Console, *, width: int, gutter: int) -> Iterator[Text]:
    """Give the lines of one statement: who to whom; how; the words; what was left open."""
    statement = nested.statement
    indent = _STEP * min(nested.depth, _DEEPEST)
    margin = " " * (indent + gutter)
    room = max(20, width - len(margin))
    lines = wrapped(_who(record, statement), console, room, 4)
    lines += wrapped(_how(record, statement), console, room)
    words = Text(legible(record.words(statement.content)))
    lines += [Text("  ") + line for line in _shortened(words, console, room - 2)]
    for item in statement.undecided:
        lines += wrapped(Text(open_words(item), style="dim italic"), console, room, 2)
    label = Text(" " * indent + legible(statement.id).ljust(gutter), style="bold cyan")
    for position, line in enumerate(lines):
        yield label + line if position == 0 else Text(margin) + line


def _who(record: Record, statement: Statement) -> Text:
    line = Text()
    line.append(speaker_words(record, statement), style="bold" if statement.speaker else "yellow")
    speaker = record.speaker_of(statement)
    if has_unnamed_source(record, statement):
        line.append(" [unnamed]", style="bold yellow")
    about = entity_words(speaker) if speaker else ""
    if about:
        line.append(f" {about}" if about.startswith("(") else f", {about}")
    if statement.addressees:
        names = ", ".join(name_words(record, id) for id in statement.addressees)
        line.append(" → ", style="bold cyan").append(names, style="bold")
    return line


def _how(record: Record, statement: Statement) -> Text:
    line = Text(" · ".join(words for _, words in link_words(record, statement)), style="cyan")
    if statement.condition:
        line.append(f" · {legible(record.words(statement.condition))}", style="yellow")
    if is_unsure(statement):
        line.append(f" · {sure_words(statement)}", style="yellow")
    return line


def _shortened(words: Text, console: Console, width: int) -> list[Text]:
    """Break words to the width; past so many lines they end in an ellipsis."""
    lines = [stripped(line) for line in words.wrap(console, width)]
    if len(lines) <= _WORD_LINES:
        return lines
    last = lines[_WORD_LINES - 1]
    last.truncate(width - 2)
    return [*lines[: _WORD_LINES - 1], stripped(last).append(" …")]


def _draw_cast(record: Record, console: Console, width: int) -> None:
    """Print who acts and speaks; the sector only where there is room for it."""
    members = cast_of(record)
    if not members:
        return
    wide = width >= _ROOM_FOR_SECTOR
    rows = [_member(record, member, with_sector=wide) for member in members[:_CAST_SHOWN]]
    heads = ["People and bodies", "role", "country", *(["sector"] if wide else []), "says", "mentions"]
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="dim")
    for place, (head, columns) in enumerate(zip(heads, _widths(heads, rows, width), strict=True)):
        justify: Literal["left", "right"] = "right" if place >= len(heads) - 2 else "left"
        table.add_column(head, width=columns, no_wrap=True, overflow="ellipsis", justify=justify)
    for row in rows:
        table.add_row(*map(Text, row))
    console.print()
    console.print(table, crop=False, overflow="ignore")
    if len(members) > _CAST_SHOWN:
        console.print(Text(f"and {len(members) - _CAST_SHOWN} more; --json has them all", style="dim"))


def _widths(heads: list[str], rows: list[list[str]], width: int) -> list[int]:
    """Share out the columns of the terminal: names and roles get what the others leave, as far as they need it."""
    needed = [max(map(cell_len, column)) for column in zip(heads, *rows, strict=True)]
    left = max(24, width - sum(needed[2:]) - _GAP * (len(heads) - 1))
    name = min(needed[0], max(left // 2, left - needed[1]))
    return [name, min(needed[1], left - name), *needed[2:]]


def _member(record: Record, member: Member, *, with_sector: bool) -> list[str]:
    entity = member.entity
    roles = [*(["unnamed"] if entity.anonymous else []), *(legible(role.words) for role in entity.roles)]
    cells = [name_words(record, entity.id), "; ".join(roles), entity.country or ""]
    cells += [sector_words(entity) or ""] if with_sector else []
    return [*map(legible, cells), str(member.statements or ""), str(len(entity.mentions))]


def _draw_facts(record: Record, console: Console, width: int) -> None:
    """Print events, contacts, figures, times and places, each under its own head, and what would settle times left open."""
    sections = {
        "Events": event_lines(record),
        "Contacts": contact_lines(record),
        "Figures": figure_lines(record),
        "Times": time_lines(record),
        "Places": place_lines(record),
    }
    for head, rows in sections.items():
        if rows:
            lines = _fact_lines(head, rows, console, width)
            remark = anchor_words(record) if head == "Times" else None
            lines += wrapped(Text(remark, style="yellow"), console, width) if remark else []
            console.print()
            for line in lines:
                console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _fact_lines(head: str, rows: list[tuple[str, str]], console: Console, width: int) -> list[Text]:
    shown = rows[:_FACTS_SHOWN]
    column = min(width // 2, max(cell_len(words) for words, _ in shown)) + _GAP
    lines = [Text(head, style="dim")]
    for words, told in shown:
        line = Text(words, style="bold")
        if head in _TOLD_BELOW:
            lines += [
                *wrapped(line, console, width, _INDENT),
                *wrapped(Text(" " * _INDENT + told), console, width, _INDENT),
            ]
            continue
        line.append(" " * max(_GAP, column - cell_len(words))).append(told, style="not bold")
        lines += wrapped(stripped(line), console, width, column)
    if len(rows) > len(shown):
        lines.append(Text(f"and {len(rows) - len(shown)} more; --json has them all", style="dim"))
    return lines
