# SPDX-License-Identifier: Apache-2.0
"""The commands and their options; what they do stands in `batch`, `outputs` and `explanation`."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from readout.cli.asking import FORMATS, asking
from readout.cli.files import file_option
from readout.cli.groups import group
from readout.cli.keeping import archive
from readout.cli.opening import DEFAULT, ArchiveOption, with_libraries
from readout.errors import ConfigError, ReadoutError, SchemaError, SourceError
from readout.version import __version__

__all__ = ["app", "main"]

app = typer.Typer(
    name="readout",
    help="Put the news on record: who said what to whom, through which channel, on whose relay.",
    rich_markup_mode=None,  # plain help: it starts faster and reads the same in a pipe
    pretty_exceptions_enable=False,
    add_completion=True,
)

places = group("Gazetteers: the places that names are looked up in.")
app.add_typer(places, name="places")
app.add_typer(archive, name="archive")
app.add_typer(asking)  # without a name: its commands stand beside `read`

# Typer's own errors (an unknown option) have this class. Versions differ in where it lives, some depend on
# click and others hold a copy, but BadParameter, UsageError, ClickException is the line in all of them.
_TYPER_ERROR = typer.BadParameter.__mro__[2]

_MISUSE, _FAILURE, _INTERRUPTED = 2, 1, 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code.

    Args:
        arguments: The words after `readout`; those of the process by default.
    """
    # What went wrong stands in one line on stderr; who wants the library's log sets up logging and calls it.
    logging.getLogger("readout").addHandler(logging.NullHandler())
    sys.exit(_exit_code(arguments))


def _exit_code(arguments: Sequence[str] | None) -> int:
    try:
        code = app(args=arguments, prog_name="readout", standalone_mode=False)
        sys.stdout.flush()
    except (SourceError, ConfigError, SchemaError) as error:
        return _complain(str(error), _MISUSE)
    except ReadoutError as error:
        return _complain(str(error), _FAILURE)
    except BrokenPipeError:
        # The reader of the pipe has had enough (`readout read … | head`). Python would flush once more on
        # exit and fail again, so that goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FAILURE
    except OSError as error:
        return _complain(f"cannot read or write {error.filename or 'the output'}: {error.strerror}", _MISUSE)
    except typer.Abort:
        return _INTERRUPTED
    except Exception as error:
        if not isinstance(error, _TYPER_ERROR):
            raise
        return _complain(_message_of(error), _MISUSE)
    return code if isinstance(code, int) else 0


def _message_of(error: Exception) -> str:
    """Return the message of one of Typer's errors, with the option that it is about and the command to look it up."""
    formatted = str(getattr(error, "format_message", error.__str__)()).rstrip(".")
    end = "" if formatted.endswith("?") else "."
    command = getattr(getattr(error, "ctx", None), "command_path", "readout")
    return f"{formatted}{end} Run '{command} --help' to see what there is."


def _complain(message: str, code: int) -> int:
    from readout.cli.outputs import complain

    complain(message)
    return code


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"readout {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _readout(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    """Put the news on record: who said what to whom, through which channel, on whose relay."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(_MISUSE)


@app.command(short_help="Read news reports: who said what to whom.")
def read(
    reports: Annotated[
        list[str] | None,
        typer.Argument(metavar="REPORT", help="Files to read; '-' is standard input, and the default in a pipe."),
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar="TEXT", help="Read these words.")] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication, ISO 8601: 2022-05-13.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(metavar="ADDRESS", help="Its address; kept, never fetched.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TITLE", help="Its title.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON; several reports make a list.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Write JSON, one line per report.")] = False,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="NAME", help=f"Write a form of other programs: {FORMATS}."),
    ] = None,
    html: Annotated[
        Path | None,
        file_option(help="Write a page to this file; for several reports, pages to this folder."),
    ] = None,
    map: Annotated[
        Path | None,
        file_option(help="Draw its places to this file, .html or .png; needs 'readout-news[map]'."),
    ] = None,
    output: Annotated[
        Path | None,
        file_option("--output", "-o", help="Write here instead of to the terminal."),
    ] = None,
    threads: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Reports read at once; by default as many as pays."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Let --format take the place of a folder that it wrote before.")
    ] = False,
    gazetteer: Annotated[
        Path | None,
        file_option(help="Look places up in this file, made by 'readout places build'."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Errors only on stderr: no progress, no remarks.")] = False,
) -> None:
    """Read news reports: their statements, who makes them, to whom, how, and on whose relay."""
    from readout.cli.batch import Given, names_of, run
    from readout.cli.outputs import open_outputs

    given = Given(text=text, published=published, publisher=publisher, url=url, title=title, gazetteer=gazetteer)
    names = names_of(reports or (), given)
    outputs = open_outputs(
        names, json=json, jsonl=jsonl, html=html, map=map, output=output, quiet=quiet, form=form, force=force
    )
    raise typer.Exit(run(names, given, outputs, workers=threads, quiet=quiet))


@app.command(short_help="Read reports and keep them in an archive.")
def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files, folders, addresses of the web, '-' for standard input: texts, pages, feeds, web archives, tables, "
            "news items, mails, and ZIP or gzip files of these.",
        ),
    ],
    archive: ArchiveOption = DEFAULT,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication of all of them, ISO 8601: 2022-05-13.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published all of them.")] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="WHAT=NAME",
            help="Which column of a table holds what: text=body; also title, url, published, publisher, author, language.",
        ),
    ] = None,
    threads: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Reports read at once; by default as many as pays.")
    ] = None,
    gazetteer: Annotated[
        Path | None,
        file_option(help="Look places up in this file, made by 'readout places build'."),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of your own network too.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Write one line of JSON for each report, once it is on the disk.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Errors only: no progress, no summary.")] = False,
) -> None:
    """Read reports and keep them in an archive; what is there already is not read again."""
    from readout.cli.adding import Telling, add, received

    with with_libraries():
        items = received(sources, published=published, publisher=publisher, columns=column or (), private=allow_private)
        telling = Telling(as_json=json, quiet=quiet)
        raise typer.Exit(add(sources, items, archive, telling=telling, workers=threads, gazetteer=gazetteer))


@app.command(short_help="Watch feeds and add their reports to an archive.")
def watch(
    feeds: Annotated[
        Path, typer.Argument(metavar="FEEDS.toml", help="The feeds to watch: [[feed]] url, publisher, every.")
    ],
    archive: ArchiveOption = DEFAULT,
    once: Annotated[bool, typer.Option("--once", help="Visit each feed once and stop.")] = False,
    state: Annotated[
        Path | None,
        file_option(help="What the watch remembers; FEEDS.watch.json beside the list by default."),
    ] = None,
    gazetteer: Annotated[
        Path | None,
        file_option(help="Look places up in this file, made by 'readout places build'."),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of your own network too.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say only which feeds failed.")] = False,
) -> None:
    """Watch feeds and add the reports that they name to an archive, until Ctrl-C."""
    from readout.cli.watching import watch_into

    with with_libraries():
        raise typer.Exit(
            watch_into(
                archive, feeds, once=once, state=state, gazetteer=gazetteer, allow_private=allow_private, quiet=quiet
            )
        )


@app.command(short_help="Read again what an older Readout has read.")
def reread(
    archive: ArchiveOption = DEFAULT,
    threads: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Reports read at once; by default as many as pays.")
    ] = None,
    gazetteer: Annotated[
        Path | None,
        file_option(help="Look places up in this file, made by 'readout places build'."),
    ] = None,
    json: Annotated[
        bool, typer.Option("--json", help="Write one line of JSON for each report, once it is on the disk.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Errors only: no progress, no summary.")] = False,
) -> None:
    """Read the reports of an archive again that an older Readout, model or table has read, the newest first."""
    from readout.cli.adding import Telling, read_again

    telling = Telling(as_json=json, quiet=quiet, idle="nothing to read again: this Readout has read all of it")
    raise typer.Exit(read_again(archive, telling=telling, workers=threads, gazetteer=gazetteer))


@places.command(short_help="Build a gazetteer of a dump of GeoNames.")
def build(
    dump: Annotated[
        Path, typer.Argument(metavar="DUMP", help="allCountries.zip of GeoNames, or the zip of one country.")
    ],
    to: Annotated[Path, file_option("--to", help="Write the gazetteer here.")] = Path("gazetteer.sqlite"),
    min_population: Annotated[
        int, typer.Option(min=0, metavar="N", help="Leave out towns and villages with fewer inhabitants.")
    ] = 0,
    quiet: Annotated[bool, typer.Option("--quiet", help="Errors only on stderr: no progress, no remarks.")] = False,
) -> None:
    """Build a gazetteer of every place in a dump of GeoNames, for 'readout read --gazetteer'."""
    from readout.cli.places import build_gazetteer

    build_gazetteer(dump, to, min_population=min_population, quiet=quiet)


@app.command(short_help="Show what a statement rests on.")
def explain(
    record: Annotated[Path, typer.Argument(metavar="RECORD.json", help="What 'readout read --json' wrote.")],
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="The id of a statement in it: s3.")],
) -> None:
    """Show what a statement rests on: its words in context, the rules and scores, and what was left open."""
    from rich.console import Console

    from readout.cli.explanation import draw_explanation
    from readout.cli.outputs import Sink
    from readout.record import Record

    try:
        written = record.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"'{record}' cannot be read as a record: {error}") from error
    found = Record.from_json(written)
    try:
        wanted = found.statement(statement)
    except KeyError as error:
        raise ConfigError(error.args[0]) from error
    draw_explanation(found, wanted, Console(file=Sink(None).file, highlight=False, markup=False, emoji=False))


actors = group("How persons and bodies are coded.")
app.add_typer(actors, name="actors")


@actors.command("explain", short_help="Show country and sector of whom words name.")
def explain_actor(
    words: Annotated[str, typer.Argument(metavar="WORDS", help="A name, a title, a description: 'Russian forces'.")],
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day as of which to look persons up, ISO 8601: 2023-07-30.")
    ] = None,
) -> None:
    """Show country and sector of whom some words name, and the words and tables that they come from."""
    from rich.console import Console

    from readout.cli.actors import draw_actors
    from readout.cli.outputs import Sink
    from readout.model import Model
    from readout.source.published import published_from

    if not words.strip():
        raise ConfigError("found no words; expected a name or a description, such as 'Russian forces'.")
    console = Console(file=Sink(None).file, highlight=False, markup=False, emoji=False)
    if not draw_actors(words, Model.open(), console, published=published_from(date)):
        raise ConfigError(f"found nobody in '{words}'; expected a name or a description, such as 'Russian forces'.")
