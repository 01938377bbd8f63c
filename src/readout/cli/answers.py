# SPDX-License-Identifier: Apache-2.0
"""`readout search`, `statements`, `events`, `contacts`, `figures`: a list of what was found, and how to see more."""

from __future__ import annotations

import csv
import dataclasses
import json
import os
import shlex
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from readout.archive.engine import without_password
from readout.archive.filters import Listing
from readout.archive.found import Found, columns_of, flat
from readout.archive.plans import Meant
from readout.archive.queries import QUERIES
from readout.archive.results import Page, Results
from readout.cli.asking import Shape
from readout.cli.filters import given_of, options_written
from readout.cli.lists import draw_list
from readout.cli.opening import DEFAULT, open_archive
from readout.cli.outputs import Sink, remark
from readout.cli.wording import legible
from readout.export.characters import writable
from readout.export.tables.separated import guarded

__all__ = ["answer", "meant_words"]


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
        if shape["form"] == "csv" and shape["limit"] is None:
            # As they come, so that memory stays flat.
            _write_csv(results.behind(shape["after"]), results.kind, sink)
            return
        page = _page(results, shape)
        more = _command(listing, given, shape, page.after) if page.after else None
        if shape["form"] == "csv":
            _write_csv(page.found, results.kind, sink)
            for line in _end(results, page, listing.kind, shape, more):
                remark(line)
            return
        if shape["form"] == "json":
            _write_json(results, page, more, sink)
            return
        console = Console(file=sink.file, highlight=False, markup=False, emoji=False)
        if page.found:
            draw_list(page.found, console)
            console.print()
        for line in _end(results, page, listing.kind, shape, more):
            console.print(Text(line), soft_wrap=True)


def _page(results: Results[Any], shape: Shape) -> Page[Any]:
    if shape["limit"] is None:
        return Page(tuple(results.behind(shape["after"])), None)
    return results.page(shape["limit"], after=shape["after"])


def _write_csv(rows: Iterable[Found], kind: type[Found], sink: Sink) -> None:
    writer = csv.DictWriter(sink.file, list(columns_of(kind)), lineterminator="\n")
    writer.writeheader()
    for found in rows:
        writer.writerow({name: _csv(value) for name, value in flat(found).items()})


def _csv(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    # As in exports: whoever writes news could write a formula, and a spreadsheet would run it.
    return guarded(writable(value)) if isinstance(value, str) else value


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
    if page.found:
        part = f"{shown:,} of " if more or shown != count.number else ""
        yield f"{part}{number}, {_order(shape)}"
    else:
        yield f"nothing found: no {noun} fit"
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
    # An event has a day of its own, and one who reads "newest first" above days in no order is misled.
    by = {"published": " published", "added": " added", "said": " said", "date": " happened"}.get(sort, "")
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
    if shape["address"] not in (DEFAULT, os.environ.get("READOUT_ARCHIVE")):
        words += ["--archive", without_password(shape["address"])]
    if shape["form"] != "table":
        words.append(f"--{shape['form']}")
    words += ["--after", after]
    typed = given.get("words") or given.get("of")
    return shlex.join([*words, *(["--", typed] if typed else [])])
