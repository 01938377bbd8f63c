# SPDX-License-Identifier: Apache-2.0
"""The commands that ask an archive, and their options; what they do stands in `answers` and `showing`."""

from __future__ import annotations

from typing import Annotated, Literal, TypedDict

import typer

from readout.cli.opening import DEFAULT, ArchiveOption, with_libraries

__all__ = ["asking"]

asking = typer.Typer(rich_markup_mode=None)

_Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS", help='Words in any form; "two words" side by side, OR, -not this (behind --).'),
]
_Several = list[str] | None
_By = Annotated[
    _Several, typer.Option("--by", metavar="NAME", help="Who speaks or acts, in any spelling; may be repeated.")
]
_To = Annotated[_Several, typer.Option("--to", metavar="NAME", help="To whom; may be repeated.")]
_Who = Annotated[
    _Several, typer.Option("--who", metavar="NAME", help="Who takes part, on either side; of several, all do.")
]
_Country = Annotated[
    _Several, typer.Option("--country", metavar="CODE", help="Of whom: RUS, Russia, NATO; may be repeated.")
]
_Sector = Annotated[
    _Several, typer.Option("--sector", metavar="CODE", help="Of whom: GOV, MIL, MED, …; may be repeated.")
]
_Place = Annotated[_Several, typer.Option("--place", metavar="NAME", help="Where: a place or a country.")]
_Status = Annotated[_Several, typer.Option("--status", metavar="STATUS", help="occurred, planned, denied, …")]
_AccordingTo = Annotated[_Several, typer.Option("--according-to", metavar="NAME", help="On whose word.")]
_Date = Annotated[
    str | None, typer.Option("--date", metavar="PERIOD", help="When it happened: 2022-05, 2022-03..2022-05.")
]
_Publisher = Annotated[_Several, typer.Option("--publisher", metavar="NAME", help="Who published the report.")]
_Published = Annotated[
    str | None,
    typer.Option("--published", metavar="PERIOD", help="When it was published: 2022, 2022-03..2022-05-13, ..2021."),
]
_Appearances = Annotated[
    int | None, typer.Option("--appearances", metavar="N", min=1, help="The text stood in so many places at least.")
]
_Confidence = Annotated[
    float | None, typer.Option("--confidence", metavar="X", help="The record is at least so sure, 0 to 1.")
]
_Copies = Annotated[bool, typer.Option("--copies", help="List what copies of a report tell again, too.")]
_Oldest = Annotated[bool, typer.Option("--oldest", help="Turn the order around.")]
_Limit = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="List so many.")]
_All = Annotated[bool, typer.Option("--all", help="List all.")]
_After = Annotated[
    str | None, typer.Option("--after", metavar="PLACE", help="Go on behind a list; it ends with its place.")
]
_Json = Annotated[bool, typer.Option("--json", help="Write JSON.")]
_Csv = Annotated[bool, typer.Option("--csv", help="Write CSV.")]


def _sorts(words: str) -> object:
    return typer.Option("--sort", metavar="ORDER", help=f"By {words}; the newest or the most first.")


class _Lists(TypedDict):
    """How a list is written."""

    address: str
    limit: int | None
    after: str | None
    form: Literal["table", "json", "csv"]


def _lists(archive: str, limit: int, whole: bool, after: str | None, json: bool, csv: bool) -> _Lists:
    if json and csv:
        raise typer.BadParameter("found both --json and --csv, expected one form; leave one out")
    return _Lists(
        address=archive,
        limit=None if whole else limit,
        after=after,
        form="json" if json else "csv" if csv else "table",
    )


@asking.command()
def search(
    words: _Words = None,
    who: Annotated[
        _Several, typer.Option("--who", metavar="NAME", help="Who speaks, is spoken to, or takes part.")
    ] = None,
    country: _Country = None,
    publisher: _Publisher = None,
    language: Annotated[_Several, typer.Option("--language", metavar="CODE", help="ISO 639-1: en.")] = None,
    published: _Published = None,
    appearances: _Appearances = None,
    copies: _Copies = False,
    sort: Annotated[str, _sorts("published, added, appearances")] = "published",
    oldest: _Oldest = False,
    limit: _Limit = 20,
    all: _All = False,
    after: _After = None,
    json: _Json = False,
    csv: _Csv = False,
    archive: ArchiveOption = DEFAULT,
) -> None:
    """Find reports by their words, by who is in them, and by where and when they stood."""
    lists = _lists(archive, limit, all, after, json, csv)
    with with_libraries():
        from readout.cli.answers import answer

        answer(
            "search", lists, words=words, who=who, country=country, publisher=publisher, language=language,
            published=published,
            appearances=appearances, copies=copies, sort=sort, oldest=oldest,
        )  # fmt: skip


@asking.command()
def statements(
    words: _Words = None,
    by: _By = None,
    to: _To = None,
    relayed_by: Annotated[_Several, typer.Option("--relayed-by", metavar="NAME", help="Who passed it on.")] = None,
    about: Annotated[
        _Several, typer.Option("--about", metavar="NAME", help="Who, what or which country is named in it.")
    ] = None,
    role: Annotated[_Several, typer.Option("--role", metavar="WORDS", help="Words of the speaker's office.")] = None,
    country: _Country = None,
    sector: _Sector = None,
    kind: Annotated[_Several, typer.Option("--kind", metavar="KIND", help="direct, mixed or indirect.")] = None,
    channel: Annotated[_Several, typer.Option("--channel", metavar="KIND", help="tweet, interview, letter, …")] = None,
    unnamed: Annotated[
        bool | None, typer.Option("--unnamed/--named", help="Only of unnamed sources, or only of others.")
    ] = None,
    said: Annotated[
        str | None, typer.Option("--said", metavar="PERIOD", help="When it was said: 2022-03..2022-05.")
    ] = None,
    publisher: _Publisher = None,
    published: _Published = None,
    appearances: _Appearances = None,
    confidence: _Confidence = None,
    copies: _Copies = False,
    sort: Annotated[str, _sorts("published, said, added, confidence, appearances")] = "published",
    oldest: _Oldest = False,
    limit: _Limit = 20,
    all: _All = False,
    after: _After = None,
    json: _Json = False,
    csv: _Csv = False,
    archive: ArchiveOption = DEFAULT,
) -> None:
    """Find statements: who said what to whom, how, when, and by whose relay."""
    lists = _lists(archive, limit, all, after, json, csv)
    with with_libraries():
        from readout.cli.answers import answer

        answer(
            "statements", lists, words=words, by=by, to=to, relayed_by=relayed_by, about=about, role=role,
            country=country,
            sector=sector, kind=kind, channel=channel, unnamed=unnamed, said=said, publisher=publisher,
            published=published,
            appearances=appearances, confidence=confidence, copies=copies, sort=sort, oldest=oldest,
        )  # fmt: skip


@asking.command()
def events(
    words: _Words = None,
    who: _Who = None,
    by: _By = None,
    to: _To = None,
    country: _Country = None,
    sector: _Sector = None,
    type: Annotated[_Several, typer.Option("--type", metavar="TYPE", help="PLOVER: CONSULT, AID, ASSAULT, …")] = None,
    mode: Annotated[_Several, typer.Option("--mode", metavar="MODE", help="PLOVER: visit, arrest, …")] = None,
    status: _Status = None,
    place: _Place = None,
    according_to: _AccordingTo = None,
    date: _Date = None,
    publisher: _Publisher = None,
    published: _Published = None,
    appearances: _Appearances = None,
    confidence: _Confidence = None,
    copies: _Copies = False,
    sort: Annotated[str, _sorts("published, date, added, confidence, appearances")] = "published",
    oldest: _Oldest = False,
    limit: _Limit = 20,
    all: _All = False,
    after: _After = None,
    json: _Json = False,
    csv: _Csv = False,
    archive: ArchiveOption = DEFAULT,
) -> None:
    """Find events: who did what to whom, when, where, and on whose word."""
    lists = _lists(archive, limit, all, after, json, csv)
    with with_libraries():
        from readout.cli.answers import answer

        answer(
            "events", lists, words=words, who=who, by=by, to=to, country=country, sector=sector, type=type, mode=mode,
            status=status, place=place, according_to=according_to, date=date, publisher=publisher,
            published=published, appearances=appearances,
            confidence=confidence, copies=copies, sort=sort, oldest=oldest,
        )  # fmt: skip


@asking.command()
def contacts(
    words: _Words = None,
    who: _Who = None,
    country: _Country = None,
    sector: _Sector = None,
    medium: Annotated[
        _Several, typer.Option("--medium", metavar="MEDIUM", help="phone, meeting, visit, letter, …")
    ] = None,
    status: _Status = None,
    place: _Place = None,
    according_to: _AccordingTo = None,
    date: _Date = None,
    publisher: _Publisher = None,
    published: _Published = None,
    appearances: _Appearances = None,
    confidence: _Confidence = None,
    copies: _Copies = False,
    sort: Annotated[str, _sorts("published, date, added, confidence, appearances")] = "published",
    oldest: _Oldest = False,
    limit: _Limit = 20,
    all: _All = False,
    after: _After = None,
    json: _Json = False,
    csv: _Csv = False,
    archive: ArchiveOption = DEFAULT,
) -> None:
    """Find contacts: calls, meetings, visits and letters between persons and governments."""
    lists = _lists(archive, limit, all, after, json, csv)
    with with_libraries():
        from readout.cli.answers import answer

        answer(
            "contacts", lists, words=words, who=who, country=country, sector=sector, medium=medium,
            status=status, place=place,
            according_to=according_to, date=date, publisher=publisher, published=published, appearances=appearances,
            confidence=confidence, copies=copies, sort=sort, oldest=oldest,
        )  # fmt: skip


@asking.command()
def figures(
    of: Annotated[list[str] | None, typer.Argument(metavar="OF", help="Words of what is counted.")] = None,
    by: _By = None,
    country: _Country = None,
    sector: _Sector = None,
    kind: Annotated[
        _Several, typer.Option("--kind", metavar="KIND", help="count, money, percentage, measure, ratio.")
    ] = None,
    unit: Annotated[_Several, typer.Option("--unit", metavar="UNIT", help="person, USD, percent, kilometre, …")] = None,
    at_least: Annotated[float | None, typer.Option("--at-least", metavar="N", help="No less than this.")] = None,
    at_most: Annotated[float | None, typer.Option("--at-most", metavar="N", help="No more than this.")] = None,
    publisher: _Publisher = None,
    published: _Published = None,
    appearances: _Appearances = None,
    copies: _Copies = False,
    sort: Annotated[str, _sorts("published, added, appearances")] = "published",
    oldest: _Oldest = False,
    limit: _Limit = 20,
    all: _All = False,
    after: _After = None,
    json: _Json = False,
    csv: _Csv = False,
    archive: ArchiveOption = DEFAULT,
) -> None:
    """Find figures: how many, how much, and given by whom."""
    lists = _lists(archive, limit, all, after, json, csv)
    with with_libraries():
        from readout.cli.answers import answer

        answer(
            "figures", lists, of=of, by=by, country=country, sector=sector, kind=kind, unit=unit, at_least=at_least,
            at_most=at_most, publisher=publisher, published=published, appearances=appearances,
            copies=copies, sort=sort, oldest=oldest,
        )  # fmt: skip


@asking.command()
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
