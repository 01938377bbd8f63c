# SPDX-License-Identifier: Apache-2.0
"""A row of a table to a report: which column holds what, as the caller says or as the names suggest."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from readout.errors import ConfigError, SourceError
from readout.source.blocks import text_from_markup
from readout.source.days import day_from
from readout.source.details import Details
from readout.source.markup import markup_in
from readout.source.pages import received_from_page
from readout.source.parcels import Opened, Parcels, Pending
from readout.source.receipts import received_from_text, web_address
from readout.source.received import Received, Refused

__all__ = ["Columns", "Rows"]

log = logging.getLogger(__name__)

# Names under which tables hold the details, likeliest first; compared by their letters and digits alone.
_USUAL = {
    "text": "text body content article articletext articlebody bodytext maintext fulltext contenttext plaintext story "
    "html contenthtml bodyhtml bodyxhtml rawhtml",
    "title": "title headline heading",
    "url": "url link canonicalurl canonicallink permalink weburl sourceurl uri href",
    "published": "published publishedat publisheddate datepublished publishdate datepublish pubdate publicationdate "
    "date datetime",
    "publisher": "publisher publishername source sourcename outlet publication sitename site newspaper sourcedomain domain",
    "author": "author authors byline by creator writer",
    "language": "language lang languagecode",
}

_NOT_LETTERS = re.compile(r"[^a-z0-9]")
# A name of a column is short; a first line with longer cells is one of prose.
_LONGEST_NAME = 40
# So many rows without a text in a row at the start: the table has none, and saying so once is enough.
_HOPELESS = 20
_SHAPES = 100


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds which detail.

    Attributes:
        named: Details to columns, as the caller says.
    """

    named: Mapping[str, str]

    @staticmethod
    def of(named: Mapping[str, str]) -> Columns:
        """Check what the caller says.

        Raises:
            ConfigError: If something else than a detail is named.
        """
        for detail in named:
            if detail not in _USUAL:
                raise ConfigError(f"a column cannot be named for {detail!r}; choose from: {', '.join(_USUAL)}")
        return Columns(dict(named))

    def are_named_in(self, line: str) -> bool:
        """Tell whether a first line names columns: that of the text, and of one detail more."""
        for delimiter in ",;\t|":
            cells = [cell.strip().strip('"') for cell in line.split(delimiter)]
            if len(cells) > 1 and all(len(cell) <= _LONGEST_NAME for cell in cells):
                # What the caller names must be there too: all files of a folder are looked at with the same names.
                found = {detail for detail, column in self.chosen(cells).items() if column in cells}
                if "text" in found and len(found) > 1:
                    return True
        return False

    def chosen(self, names: list[str]) -> dict[str, str]:
        """Choose a column for each detail that has one.

        Args:
            names: The table's columns.

        Returns:
            Details to columns; a path such as "source.name" stands for itself.
        """
        plain = {_plain(name): name for name in reversed(names)}
        chosen = {}
        for detail, usual in _USUAL.items():
            if detail in self.named:
                chosen[detail] = self.named[detail]
            else:
                found = next((plain[name] for name in usual.split() if name in plain), None)
                if found is not None:
                    chosen[detail] = found
        return chosen


def _plain(name: str) -> str:
    return _NOT_LETTERS.sub("", name.lower())


@dataclass(slots=True)
class Rows:
    """The rows of one table on their way to reports.

    Attributes:
        opened: The table.
        columns: What the caller says of its columns.
        unit: What a row is called in messages: "line", "row", "item".
        without_text: How many rows had no text.
        has_text: Whether one had.
        unread_dates: How many dates were not understood.
    """

    opened: Opened
    columns: Columns
    unit: str = "line"
    without_text: int = 0
    has_text: bool = False
    unread_dates: int = 0
    _chosen: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict)

    def address(self, number: int) -> str:
        """Return the address of a row, by its line or its number in the table."""
        return f"{self.opened.found.address}!/{number}"

    def label(self, number: int) -> str:
        """Return what a row is called in messages."""
        return f"{self.unit} {number} of {self.opened.label}"

    def check(self, names: list[str]) -> None:
        """Refuse a table none of whose columns holds the text.

        Args:
            names: Its columns.

        Raises:
            SourceError: If none does.
        """
        chosen = self.columns.chosen(names)
        text = chosen.get("text")
        if text is None or not {text, text.partition(".")[0]} & set(names):
            raise SourceError(f"{self.opened.label} has no text: {_why_no_text(dict.fromkeys(names), chosen)}")

    def refused(self, number: int, reason: str) -> Refused:
        """Refuse a row."""
        return Refused(address=self.address(number), reason=f"{self.label(number)} {reason}")

    def parcels(self, number: int, row: Mapping[str, object]) -> Parcels:
        """Make a report of a row.

        Args:
            number: Its line, or its number where the table has no lines.
            row: Its cells by their columns.

        Raises:
            SourceError: If this and all rows before it have no text.
        """
        chosen = self._columns_of(row)
        text = _text_in(row, chosen.get("text"))
        if text:
            self.has_text = True
            make = partial(self._received, number, text, row, chosen)
            yield Pending(address=self.address(number), make=make)
            return
        yield self.refused(number, f"has no text: {_why_no_text(row, chosen)}")
        self.without_text += 1
        if not self.has_text and self.without_text == _HOPELESS:
            raise SourceError(f"{self.opened.label} has no text in its first rows: {_why_no_text(row, chosen)}")

    def close(self) -> None:
        """Log what was left out of the rows."""
        if self.unread_dates:
            log.warning("%s: %d dates were not understood and left out", self.opened.label, self.unread_dates)

    def _columns_of(self, row: Mapping[str, object]) -> dict[str, str]:
        names = tuple(row)
        if names not in self._chosen:
            # Rows of JSON may all differ; the few shapes that most of them have are kept.
            if len(self._chosen) > _SHAPES:
                self._chosen.clear()
            self._chosen[names] = self.columns.chosen(list(names))
        return self._chosen[names]

    def _received(self, number: int, text: str, row: Mapping[str, object], chosen: Mapping[str, str]) -> Received:
        told = self._details(row, chosen)
        address, label = self.address(number), self.label(number)
        if markup_in(text) != "HTML":
            return received_from_text(text, address=address, label=label, told=[told])
        if "<body" in text[:50_000].lower():
            data = text.encode("utf-8", "replace")
            return received_from_page(data, address=told.url or address, url=told.url, encoding="utf-8", otherwise=told)
        return received_from_text(text_from_markup(text, label=label), address=address, label=label, told=[told])

    def _details(self, row: Mapping[str, object], chosen: Mapping[str, str]) -> Details:
        """Read what a row says of its report."""
        said = {detail: _value_at(row, path) for detail, path in chosen.items()}
        published = said.get("published")
        day = day_from(published)
        if day is None and _words(published):
            self.unread_dates += 1
            log.debug("%s: the date %r is not understood", self.opened.label, published)
        return Details(
            basis="table",
            title=_words(said.get("title")),
            author=_words(said.get("author")),
            published=day,
            publisher=_words(said.get("publisher")),
            url=web_address(_words(said.get("url"))),
            language=_language(_words(said.get("language"))),
        )


def _why_no_text(row: Mapping[str, object], chosen: Mapping[str, str]) -> str:
    """Say why there is no text, and what to do."""
    listed = f"its columns: {', '.join(map(repr, list(row)[:30])) or 'none'}"
    name = chosen.get("text")
    if name is None:
        return f"none of its columns is known to hold it; name the one that does (text=NAME); {listed}"
    match _value_at(row, name):
        case list() | tuple():
            return f"{name!r} holds a list; name the path to the text in it, from 0 (text={name}.0); {listed}"
        case Mapping() as held:
            within = next(iter(held), "NAME")
            return (
                f"{name!r} holds {', '.join(map(repr, list(held)[:30]))}; name the one (text={name}.{within}); {listed}"
            )
        case _:
            return f"{name!r} is missing, empty or no text; {listed}"


def _text_in(row: Mapping[str, object], path: str | None) -> str | None:
    """Return the text as it stands, None where there is none to see."""
    value = _value_at(row, path) if path is not None else None
    return value if isinstance(value, str) and not value.isspace() and value else None


def _value_at(row: Mapping[str, object], path: str) -> object:
    """Return a cell, or what is at a path through what lies in it."""
    if path in row:
        return row[path]
    value: object = row
    for step in path.split("."):
        match value:
            case Mapping():
                value = value.get(step)
            case list() if step.isdecimal() and int(step) < len(value):
                value = value[int(step)]
            case _:
                return None
    return value


def _words(value: object) -> str | None:
    """Return a cell's words: of a list all of them, of an object its name."""
    match value:
        case str():
            return " ".join(value.split()) or None
        case list():
            return ", ".join(_listed(value)) or None
        case Mapping():
            return _words(value.get("name") or value.get("title"))
        case float() if math.isnan(value):
            return None
        case bool() | None:
            return None
        case _:
            return str(value)


def _listed(values: list[object]) -> Iterator[str]:
    for value in values[:50]:
        words = None if isinstance(value, list) else _words(value)
        if words:
            yield words


def _language(value: str | None) -> str | None:
    """Return the two letters of a language tag such as "en-GB"."""
    first = re.split(r"[-_]", value.lower())[0] if value else ""
    return first if len(first) == 2 and first.isalpha() else None
