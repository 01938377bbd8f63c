# SPDX-License-Identifier: Apache-2.0
"""`readout search`, `statements`, `events`, `contacts`, `figures`: a list of what was found, and how to see more."""

from __future__ import annotations

import csv
import dataclasses
import json
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from readout.archive.filters import Listing
from readout.archive.found import (
    Found,
    FoundContact,
    FoundEvent,
    FoundFigure,
    FoundReport,
    FoundStatement,
    Party,
    Source,
    columns_of,
    flat,
)
from readout.archive.plans import Meant
from readout.archive.queries import QUERIES
from readout.archive.results import Page, Results
from readout.cli.asking import Shape
from readout.cli.filters import given_of, options_written
from readout.cli.opening import DEFAULT, open_archive
from readout.cli.outputs import Sink, remark
from readout.cli.wording import legible

__all__ = ["answer", "meant_words"]

# Enough to know a statement again; the whole of it is in the JSON, and what `readout show` shows.
_LONGEST = 220


def answer(listing: Listing, shape: Shape, values: Mapping[str, Any]) -> None:
    """Write what was found.

    Args:
        listing: The list that was asked for.
        shape: How it is written.
        values: Its filters, as the options have them.
    """
    given = given_of(listing, values)
    query = QUERIES[listing.kind](**{**given, "sort": shape["sort"], "oldest": shape["oldest"]})
    with open_archive(shape["address"]) as archive:
        results: Results[Any] = Results(archive.engine, query)
        sink = Sink(None)
        if shape["form"] == "csv":
            _write_csv(_rows(results, shape), results.kind, sink)
            return
        page = _page(results, shape)
        more = _command(listing, given, shape, page.after) if page.after else None
        if shape["form"] == "json":
            _write_json(results, page, more, sink)
            return
        console = Console(file=sink.file, highlight=False, markup=False, emoji=False)
        if page.found:
            console.print(_TABLES[results.kind](page.found))
        for line in _end(results, page, listing.kind, shape, more):
            console.print(Text(line), soft_wrap=True)


def _page(results: Results[Any], shape: Shape) -> Page[Any]:
    if shape["limit"] is None:
        return Page(tuple(results), None)
    return results.page(shape["limit"], after=shape["after"])


def _rows(results: Results[Any], shape: Shape) -> Iterable[Found]:
    """Give rows as they come where all are wanted, so that memory stays flat."""
    if shape["limit"] is None:
        return results
    page = results.page(shape["limit"], after=shape["after"])
    if page.after:
        remark(f"there are more; go on with --after {page.after}, or take --all")
    return page.found


def _write_csv(rows: Iterable[Found], kind: type[Found], sink: Sink) -> None:
    writer = csv.DictWriter(sink.file, list(columns_of(kind)), lineterminator="\n")
    writer.writeheader()
    for found in rows:
        writer.writerow({name: _csv(value) for name, value in flat(found).items()})


def _csv(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _write_json(results: Results[Any], page: Page[Any], more: str | None, sink: Sink) -> None:
    count = results.count()
    written = {
        "count": count.number,
        "exact": count.exact,
        "after": page.after,
        "more": more,
        "meant": [dataclasses.asdict(one) for one in results.meant()],
        "found": [dataclasses.asdict(one) for one in page.found],
    }
    sink.file.write(json.dumps(written, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n")


def _end(results: Results[Any], page: Page[Any], noun: str, shape: Shape, more: str | None) -> Iterator[str]:
    """Say how many there are, whom names were taken for, and how to see more."""
    count = results.count()
    shown = len(page.found)
    number = f"{count} {noun if count.number != 1 else noun.removesuffix('s')}"
    yield "" if page.found else f"nothing found: no {noun} fit"
    if page.found:
        yield (
            f"{shown:,} of {number}, {_order(shape)}" if more or shown != count.number else f"{number}, {_order(shape)}"
        )
    yield from map(meant_words, results.meant())
    if more:
        yield f"more: {more}"


def meant_words(meant: Meant) -> str:
    """Say whom a name was taken for."""
    names = ", ".join(map(legible, meant.names[:8]))
    names += f" and {len(meant.names) - 8} more" if len(meant.names) > 8 else ""
    return f"{meant.field} '{legible(meant.asked)}': {names or 'no such name in the archive'}"


def _order(shape: Shape) -> str:
    sort, oldest = shape["sort"], shape["oldest"]
    first = {"confidence": ("surest", "least sure"), "appearances": ("most told", "least told")}.get(
        sort, ("newest", "oldest")
    )
    by = {"published": "", "added": " added", "said": " said", "date": " happened"}.get(sort, "")
    return f"{first[oldest]}{by} first"


def _command(listing: Listing, given: Mapping[str, Any], shape: Shape, after: str) -> str:
    """Write the command for the next page."""
    words = ["readout", listing.command, *options_written(listing, given)]
    if shape["sort"] != listing.sorts[0]:
        words += ["--sort", shape["sort"]]
    if shape["oldest"]:
        words.append("--oldest")
    if shape["limit"] != 20:
        words += ["--limit", str(shape["limit"])]
    if shape["address"] != DEFAULT:
        words += ["--archive", shape["address"]]
    words += ["--after", after]
    typed = given.get("words") or given.get("of")
    return shlex.join([*words, *(["--", typed] if typed else [])])


# The tables --------------------------------------------------------------------------------------------------------------


def _table(*columns: str) -> Table:
    """Lay out a table: ids and days never break, the last column takes what is left."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="bold", pad_edge=False)
    for position, name in enumerate(columns):
        fixed = position < 2
        table.add_column(name, no_wrap=fixed, overflow="fold", style="cyan" if position == 0 else "")
    return table


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
    return " · ".join(part for part in told if part)


def _reports(found: Iterable[FoundReport]) -> Table:
    table = _table("report", "published", "what it says")
    for one in found:
        counts = f"{one.statements} statements, {one.events} events, {one.contacts} contacts"
        lines = [
            legible(one.source.title or ""),
            _shown(one.words),
            " · ".join(filter(None, [_told(one.source), counts])),
        ]
        table.add_row(one.id, one.source.published or "–", "\n".join(line for line in dict.fromkeys(lines) if line))
    return table


def _statements(found: Iterable[FoundStatement]) -> Table:
    table = _table("statement", "published", "who", "what")
    for one in found:
        who = legible(one.speaker or "unclear") + (" [unnamed]" if one.unnamed else "")
        about = ", ".join(legible(part) for part in (one.role, one.country) if part)
        to = f"→ {', '.join(map(legible, one.addressees))}" if one.addressees else ""
        how = [
            one.channel and one.channel.replace("_", " "),
            one.relayed_by and f"relayed by {', '.join(one.relayed_by)}",
        ]
        how += [one.said and f"said {one.said}", _told(one.source, one.again)]
        lines = [_shown(one.words), legible(" · ".join(part for part in how if part))]
        table.add_row(
            one.id,
            one.source.published or "–",
            "\n".join(filter(None, [who, about, to])),
            "\n".join(filter(None, lines)),
        )
    return table


def _events(found: Iterable[FoundEvent]) -> Table:
    table = _table("event", "date", "what", "who", "words")
    for one in found:
        what = [one.type + (f" ({one.mode})" if one.mode else ""), one.status, legible(one.place or "")]
        sides = [_cast(one.actors), f"→ {_cast(one.recipients)}" if one.recipients else ""]
        word = f"according to {legible(one.speaker)}" if one.speaker else ""
        lines = [_shown(one.words), " · ".join(filter(None, [word, _told(one.source, one.again)]))]
        table.add_row(one.id, one.date or "–", *("\n".join(filter(None, part)) for part in (what, sides, lines)))
    return table


def _contacts(found: Iterable[FoundContact]) -> Table:
    table = _table("contact", "date", "how", "between", "words")
    for one in found:
        how = [(one.medium or "contact").replace("_", " "), one.status, legible(one.place or "")]
        word = f"according to {legible(one.speaker)}" if one.speaker else ""
        lines = [_shown(one.words), " · ".join(filter(None, [word, _told(one.source, one.again)]))]
        table.add_row(
            one.id, one.date or "–", "\n".join(filter(None, how)), _cast(one.parties), "\n".join(filter(None, lines))
        )
    return table


def _figures(found: Iterable[FoundFigure]) -> Table:
    table = _table("figure", "published", "how many", "of", "according to")
    for one in found:
        number = " ".join(filter(None, [one.modifier, legible(one.words), f"({one.unit})" if one.unit else ""]))
        word = "\n".join(filter(None, [legible(one.speaker or ""), _told(one.source, one.again)]))
        table.add_row(one.id, one.source.published or "–", number, _shown(one.of), word)
    return table


def _cast(parties: Iterable[Party]) -> str:
    return ", ".join(legible(party.name) + (f" ({party.country})" if party.country else "") for party in parties)


_TABLES: dict[type[Found], Callable[[Any], Table]] = {
    FoundReport: _reports,
    FoundStatement: _statements,
    FoundEvent: _events,
    FoundContact: _contacts,
    FoundFigure: _figures,
}
