# SPDX-License-Identifier: Apache-2.0
"""Write what an archive holds, or what is asked of it, in a form of other programs: whole under its name, or not at all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readout.archive.filters import LISTS, Listing, lists_with
from readout.archive.found import Found
from readout.archive.plans import Meant
from readout.archive.queries import QUERIES, Query
from readout.archive.results import Results
from readout.cli.adding import progress
from readout.cli.answers import meant_words
from readout.cli.filters import given_of, name_of
from readout.cli.opening import open_archive
from readout.cli.outputs import Sink, complain, remark
from readout.errors import ConfigError
from readout.export import FolderFormat, Format, Streaming, Writing, check_place, format_named
from readout.export.archived import asked_of, kept_in

if TYPE_CHECKING:
    from readout.archive.archive import Archive
    from readout.export import Kept

__all__ = ["Asked", "asked_for", "run_export"]

# What a shell reports of a program that Ctrl-C ended.
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of an archive, and the words that it was asked in."""

    listing: Listing
    query: Query
    given: Mapping[str, Any]


def asked_for(what: str | None, filters: Mapping[str, Any]) -> Asked | None:
    """Read what is to go out; None for everything.

    Args:
        what: The name of a list, or None.
        filters: The values of all filters that there are, as the options have them.

    Raises:
        ConfigError: If there is no such list, it has no such filter, or a value is wrong.
    """
    # Words are one option for all lists; figures have them of what is counted.
    given = {name: value for each in LISTS for name, value in given_of(each, filters).items()}
    if what is None and not given:
        return None
    listing = next((each for each in LISTS if each.kind == (what or "reports")), None)
    if listing is None:
        raise ConfigError(f"there is no list '{what}'; there are: {', '.join(each.kind for each in LISTS)}")
    if listing.has("of") and "words" in given:
        given["of"] = given.pop("words")
    for name in given:
        if not listing.has(name):
            raise _no_filter(listing, name)
    return Asked(listing, QUERIES[listing.kind](**given), given)


def _no_filter(listing: Listing, name: str) -> ConfigError:
    lists = lists_with(name)
    kinds, option = [each.kind for each in lists], name_of(lists[0].filter(name))
    return ConfigError(
        f"{option} is no filter of {listing.kind}, but of {', '.join(kinds)}; "
        f"say which to take: readout export {kinds[0]} {option} …"
    )


def run_export(*, form: str, output: Path | None, archive: str, asked: Asked | None, force: bool, quiet: bool) -> int:
    """Write everything, or what was asked for, and return the exit code.

    Raises:
        ConfigError: If there is no such format, it has no rows of what is asked for, it cannot be written there, or what is
            needed is not installed.
        ArchiveError: If there is no archive, or it cannot be read.
    """
    chosen = format_named(form)
    path = None if output is None or str(output) == "-" else output
    if path is None and isinstance(chosen, FolderFormat):
        raise ConfigError(f"format '{form}' is several files; say where with --output FOLDER")
    if asked is not None:
        _check_rows(chosen, asked.listing)
    if path is not None:
        check_place(path, folder=isinstance(chosen, FolderFormat), force=force)
    with open_archive(archive) as found:
        export = _Export(found, chosen, asked)
        writing: Streaming | Writing = (
            Streaming(chosen, Sink(None).file)
            if path is None
            else Writing(chosen, path, force=force, asked=export.about())
        )
        shown = not quiet and (path is not None or not sys.stdout.isatty())
        try:
            with progress(None if asked else len(found), doing="exporting", shown=shown) as advance:
                export.write(writing, advance)
            writing.keep()
        except KeyboardInterrupt:
            writing.drop()
            complain("stopped: nothing was written" if path is not None else "stopped")
            return _INTERRUPTED
        except BaseException:
            writing.drop()
            raise
        if not quiet:
            for line in export.told(path):
                remark(line)
    return 0


def _check_rows(form: Format, listing: Listing) -> None:
    """Make sure that a format has what is asked for, so that nobody takes an empty file for an answer."""
    if listing.kind != "reports" and form.rows and listing.kind not in form.rows:
        raise ConfigError(
            f"format '{form.name}' has nothing of {listing.kind}, but of {', '.join(form.rows)}; "
            "ask for one of these, or take another format"
        )


class _Export:
    """One export: what goes out, and what to say of it."""

    def __init__(self, archive: Archive, form: Format, asked: Asked | None) -> None:
        self._archive = archive
        self._asked = asked
        self._whole = not form.rows or asked is None or asked.listing.kind == "reports"
        self._reports = self._things = 0

    def about(self) -> dict[str, Any]:
        """Return what was asked for, as a folder keeps it."""
        return {"list": self._asked.listing.kind, **self._asked.given} if self._asked else {}

    def write(self, writing: Streaming | Writing, advance: Callable[[], None]) -> None:
        """Write what goes out, record by record."""
        for kept, things in self._taken():
            writing.put(kept)
            self._reports += 1
            self._things += things
            advance()

    def _taken(self) -> Iterator[tuple[Kept, int]]:
        if self._asked is None:
            yield from ((kept, 1) for kept in kept_in(self._archive))
        else:
            yield from asked_of(self._archive, self._asked.query, whole=self._whole)

    def told(self, path: Path | None) -> Iterator[str]:
        """Say what was written, and whom names were taken for; to standard output only that it was nothing."""
        kind = self._asked.listing.kind if self._asked else "reports"
        reports = _counted(self._reports, "reports")
        if self._asked and not self._reports:
            yield f"nothing found: no {kind} fit" + (f"; '{path}' is empty of them" if path else "")
        elif path is not None:
            things = _counted(self._things, kind)
            if kind == "reports":
                yield f"wrote {reports} to {path}"
            elif self._whole:
                yield f"wrote {reports} to {path}, with {things} that fit"
            else:
                yield f"wrote {things} of {reports} to {path}"
        if self._asked and (path is not None or not self._reports):
            yield from map(meant_words, self._meant(self._asked.query))

    def _meant(self, query: Query) -> tuple[Meant, ...]:
        results: Results[Found] = Results(self._archive.engine, query)
        return results.meant()


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun.removesuffix('s') if number == 1 else noun}"
