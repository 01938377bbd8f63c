# SPDX-License-Identifier: Apache-2.0
"""A text with what is told of it, made into what every way in hands over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from readout.source.details import Details
from readout.source.published import published_from
from readout.source.received import Basis, Received
from readout.source.texts import report_from_text

__all__ = ["given_by_caller", "received_from_text", "web_address", "with_headline"]

# A headline stands among the first lines: below a rubric, above a standfirst.
_FIRST_LINES = 6


def received_from_text(text: str, *, address: str, label: str, told: Iterable[Details] = ()) -> Received:
    """Make a report of a text and of what is told of it.

    Args:
        text: The text, as it was found.
        address: Where it was found; the URL that is told of it counts more.
        label: What it is called in messages.
        told: What is told of it, by whose word counts most first.

    Raises:
        SourceError: If the text is none of a report.
    """
    values, basis = Details.weigh(told)
    url = values.get("url")
    report = report_from_text(
        text,
        name=label,
        published=values.get("published"),
        publisher=values.get("publisher"),
        title=values.get("title"),
        url=url,
    )
    # As of pages: the text tells its language; a whole table is labelled with one, whatever it holds.
    language = report.language or values.get("language")
    kept = {name: giver for name, giver in basis.items() if name != "language" or values["language"] == language}
    return Received(
        report=replace(report, language=language), address=url or address, author=values.get("author"), basis=kept
    )


def with_headline(text: str, headline: str | None) -> str:
    """Set a headline that is told apart before the text, as a page has it, unless the text begins with it.

    Args:
        text: The text.
        headline: Its headline.
    """
    if not headline or not _bare(text) or _bare(headline) in map(_bare, text.split("\n", _FIRST_LINES)[:_FIRST_LINES]):
        return text
    return f"{headline}\n\n{text}"


def _bare(line: str) -> str:
    """Return the letters and digits of a line."""
    return "".join(filter(str.isalnum, line.casefold()))


def given_by_caller(received: Received, given: Details) -> Received:
    """Let the caller's word count over what the source says.

    Args:
        received: The report as its way in hands it over.
        given: What the caller says of it.

    Raises:
        ConfigError: If the caller's date of publication is no ISO 8601 date.
    """
    values, said = Details.weigh([given])
    if not values:
        return received
    report = replace(
        received.report,
        url=values.get("url", received.report.url),
        publisher=values.get("publisher", received.report.publisher),
        title=values.get("title", received.report.title),
        published=published_from(values.get("published")) or received.report.published,
        language=values.get("language", received.report.language),
    )
    basis: dict[str, Basis] = {**received.basis, **said}
    return replace(
        received,
        report=report,
        address=values.get("url", received.address),
        author=values.get("author", received.author),
        basis=basis,
    )


def web_address(value: str | None) -> str | None:
    """Return an address of the web, or None for what is none, such as an identifier."""
    return value if value and value.lower().startswith(("http://", "https://")) else None
