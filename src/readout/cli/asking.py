# SPDX-License-Identifier: Apache-2.0
"""The commands that ask an archive, and their options; what they do stands in `answers` and `showing`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from inspect import Parameter
from pathlib import Path
from typing import Annotated, Any, Literal, TypedDict

import typer

from readout.archive.filters import LISTS, Listing
from readout.cli.files import file_option
from readout.cli.filters import argument, option, options_of_all, sort_option, with_parameters
from readout.cli.opening import DEFAULT, ArchiveOption, with_libraries

__all__ = ["FORMATS", "Shape", "asking"]

# For the help alone, which is not to load them; a test holds it to the list of formats.
FORMATS = "jsonl, csv, parquet, plover, icews, w3c, timeml, spacy, brat, graphml, gexf"

asking = typer.Typer(rich_markup_mode=None)

_Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]


def _shaping(name: str, default: object, takes: object) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=takes)


_ARCHIVE = _shaping("archive", DEFAULT, ArchiveOption)

# How a list is written: the same for all of them.
_SHAPE = (
    _shaping("oldest", False, Annotated[bool, typer.Option("--oldest", help="Turn the order around.")]),
    _shaping("limit", 20, Annotated[int, typer.Option("--limit", metavar="N", min=1, help="List so many.")]),
    _shaping("all", False, Annotated[bool, typer.Option("--all", help="List all.")]),
    _shaping(
        "after",
        None,
        Annotated[
            str | None, typer.Option("--after", metavar="PLACE", help="Go on behind a list; it ends with its place.")
        ],
    ),
    _shaping("json", False, _Json),
    _shaping("csv", False, Annotated[bool, typer.Option("--csv", help="Write CSV.")]),
    _ARCHIVE,
)


class Shape(TypedDict):
    """How a list is written."""

    address: str
    limit: int | None
    after: str | None
    form: Literal["table", "json", "csv"]
    sort: str
    oldest: bool


def _shape_of(given: Mapping[str, Any]) -> Shape:
    if given["json"] and given["csv"]:
        raise typer.BadParameter("found both --json and --csv, expected one form; leave one out")
    return Shape(
        address=given["archive"],
        limit=None if given["all"] else given["limit"],
        after=given["after"],
        form="json" if given["json"] else "csv" if given["csv"] else "table",
        sort=given["sort"],
        oldest=given["oldest"],
    )


def _add_command(listing: Listing) -> None:
    """Add the command of a list: an option for each of its filters, then how it is sorted and written."""

    def ask(**given: Any) -> None:
        shape = _shape_of(given)
        with with_libraries():
            from readout.cli.answers import answer

            answer(listing, shape, given)

    filters = [argument(each) if each.holds == "words" else option(each) for each in listing.filters]
    command = with_parameters(ask, [*filters, sort_option(listing), *_SHAPE])
    short = re.split("[:,]", listing.about)[0].rstrip(".") + "."
    asking.command(listing.command, help=listing.about, short_help=short)(command)


for _listing in LISTS:
    _add_command(_listing)


@asking.command(short_help="Show a record, or what it states in its context.")
def show(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Of a report (3f2a9c01b7d4e8aa) or of what it states (3f2a9c01b7d4e8aa/s3, /v2, /f1)."
        ),
    ],
    json: _Json = False,
    archive: ArchiveOption = DEFAULT,
) -> None:
    """Show the record of a report, or one thing that it states with its words in context."""
    with with_libraries():
        from readout.cli.showing import show as show_record

        show_record(archive, id, json=json)


_TO_EXPORT = (
    _shaping(
        "what",
        None,
        Annotated[
            str | None,
            typer.Argument(metavar="WHAT", help=f"{', '.join(each.kind for each in LISTS)}; everything by default."),
        ],
    ),
    _shaping(
        "form", Parameter.empty, Annotated[str, typer.Option("--format", metavar="NAME", help=f"One of: {FORMATS}.")]
    ),
    _shaping(
        "output",
        None,
        Annotated[
            Path | None,
            file_option(
                "--output",
                "-o",
                metavar="FILE|FOLDER",
                help="Write here; '-' is standard output, and the default for a format that is one file.",
            ),
        ],
    ),
)
_FORCE = Annotated[bool, typer.Option("--force", help="Replace an export that stands there already.")]
_QUIET = Annotated[bool, typer.Option("--quiet", help="Errors only on stderr: no progress, no remarks.")]


def _export(**given: Any) -> None:
    with with_libraries():
        from readout.cli.exporting import asked_for, run_export

        asked = asked_for(given["what"], given)
        raise typer.Exit(
            run_export(
                form=given["form"],
                output=given["output"],
                archive=given["archive"],
                asked=asked,
                force=given["force"],
                quiet=given["quiet"],
            )
        )


asking.command(
    "export",
    help="Write what the archive holds, or what is asked of it, in a form of other programs.",
    short_help="Write what the archive holds for other programs.",
)(
    with_parameters(
        _export,
        [*_TO_EXPORT, *options_of_all(), _ARCHIVE, _shaping("force", False, _FORCE), _shaping("quiet", False, _QUIET)],
    )
)
