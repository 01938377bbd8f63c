# SPDX-License-Identifier: Apache-2.0
"""Lists of what was found, as tables for a terminal.

Ids and days never break. Where a terminal is too narrow for columns of words beside each other, they stand below each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

from readout.archive.found import (
    Found,
    FoundContact,
    FoundEvent,
    FoundFigure,
    FoundReport,
    FoundStatement,
    Party,
    Source,
)
from readout.cli.wording import counted, legible

__all__ = ["draw_list"]

# Enough to know a statement again; the whole of it is in the JSON, and what `readout show` shows.
_LONGEST = 220
# Two columns of an id and a day, and three of words that are not all broken.
_WIDE = 110

Parts = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: an id, a day, and cells of words, each of some parts; what is empty is left out."""

    id: str
    day: str | None
    cells: tuple[Parts, ...]


def draw_list(found: Sequence[Found], console: Console) -> None:
    """Print what was found, at least one thing, all of a kind."""
    names, row_of = _LISTS[type(found[0])]
    rows = [row_of(one) for one in found]
    stacked = console.width < _WIDE
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold", pad_edge=False)
    for position, name in enumerate((*names[:2], ", ".join(names[2:])) if stacked else names):
        table.add_column(name, no_wrap=position < 2, overflow="fold", style="cyan" if position == 0 else "")
    for row in rows:
        day = row.day if row.day and "X" not in row.day else "–"  # XXXX-WXX-1, some Monday, is no day
        table.add_row(row.id, day, *(_stacked(row.cells) if stacked else map(_joined, row.cells)))
    console.print(table)


def _joined(parts: Parts) -> str:
    return "\n".join(filter(None, parts))


def _stacked(cells: tuple[Parts, ...]) -> Iterator[str]:
    """Give all cells as one, each of them a line but for the last, which is words and what is told of them."""
    *heads, last = cells
    yield "\n".join(
        filter(None, [*(" · ".join(filter(None, head)).replace(" · →", " →") for head in heads), _joined(last)])
    )


def _shown(words: str | None) -> str:
    plain = legible(words or "")
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 2].rsplit(" ", 1)[0] + " …"


def _told(source: Source, again: bool = False) -> str:
    told = [", ".join(map(legible, source.publishers[:3]))]
    if len(source.publishers) > 3:
        told[0] += f" and {len(source.publishers) - 3} more"
    if source.appearances > 1:
        told.append(f"stood in {source.appearances} places")
    if again:
        told.append("told before")
    if source.replaced_by:
        told.append(f"replaced by {source.replaced_by}")
    return " · ".join(part for part in told if part)


def _report(one: FoundReport) -> _Row:
    counts = (counted(one.statements, "statement"), counted(one.events, "event"), counted(one.contacts, "contact"))
    told = " · ".join(filter(None, [_told(one.source), ", ".join(counts)]))
    lines = dict.fromkeys([legible(one.source.title or ""), _shown(one.words), told])
    return _Row(one.id, one.source.published, (tuple(lines),))


def _statement(one: FoundStatement) -> _Row:
    who = (
        legible(one.speaker or "unclear") + (" [unnamed]" if one.unnamed else ""),
        ", ".join(legible(part) for part in (one.role, one.country) if part),
        f"→ {', '.join(map(legible, one.addressees))}" if one.addressees else "",
    )
    how = (
        one.channel and one.channel.replace("_", " "),
        f"relayed by {', '.join(one.relayed_by)}" if one.relayed_by else "",
        one.said and f"said {one.said}",
        _told(one.source, one.again),
    )
    return _Row(one.id, one.source.published, (who, (_shown(one.words), legible(" · ".join(filter(None, how))))))


def _event(one: FoundEvent) -> _Row:
    what = (one.type + (f" ({one.mode})" if one.mode else ""), one.status, legible(one.place or ""))
    sides = (_cast(one.actors), f"→ {_cast(one.recipients)}" if one.recipients else "")
    return _Row(one.id, one.date, (what, sides, _evidence(one)))


def _contact(one: FoundContact) -> _Row:
    how = ((one.medium or "contact").replace("_", " "), one.status, legible(one.place or ""))
    return _Row(one.id, one.date, (how, (_cast(one.parties),), _evidence(one)))


def _evidence(one: FoundEvent | FoundContact) -> Parts:
    word = f"according to {legible(one.speaker)}" if one.speaker else ""
    return _shown(one.words), " · ".join(filter(None, [word, _told(one.source, one.again)]))


def _figure(one: FoundFigure) -> _Row:
    words = legible(one.words)
    # "About 20 million" has its modifier in itself, as most have.
    modifier = one.modifier if one.modifier and one.modifier.casefold() not in words.casefold() else ""
    number = " ".join(filter(None, [modifier, words, f"({one.unit})" if one.unit else ""]))
    counts = _shown(one.of) if one.of and one.of.casefold() not in words.casefold() else ""
    word = f"according to {legible(one.speaker)}" if one.speaker else ""
    return _Row(one.id, one.source.published, ((number, counts), (word, _told(one.source, one.again))))


def _cast(parties: Sequence[Party]) -> str:
    return ", ".join(legible(party.name) + (f" ({party.country})" if party.country else "") for party in parties)


_LISTS: dict[type[Found], tuple[tuple[str, ...], Callable[[Any], _Row]]] = {
    FoundReport: (("report", "published", "what it says"), _report),
    FoundStatement: (("statement", "published", "who", "what"), _statement),
    FoundEvent: (("event", "date", "what", "who", "words"), _event),
    FoundContact: (("contact", "date", "how", "between", "words"), _contact),
    FoundFigure: (("figure", "published", "how many", "on whose word"), _figure),
}
