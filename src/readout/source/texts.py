# SPDX-License-Identifier: Apache-2.0
"""A text, or the bytes of one, to a report."""

from __future__ import annotations

from readout.errors import SourceError
from readout.report import Report, language_of
from readout.source.encoding import text_from_bytes
from readout.source.limits import check_size
from readout.source.markup import markup_in
from readout.source.published import published_from

__all__ = ["report_from_bytes", "report_from_text"]


def report_from_text(
    text: str,
    *,
    name: str = "the text",
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Report:
    """Make a report of a text.

    Args:
        text: The text of one report. It is kept as it is, with control characters, marks of direction and
            lone surrogates.
        name: What the text is called in messages.
        published: ISO 8601 date of publication: "2022", "2022-05", "2022-05-13" or a date with a time.
        publisher: Who published it.
        url: Its address.
        title: Its title, where it is known apart from the text.

    Returns:
        The report, with its language worked out.

    Raises:
        SourceError: If the text is empty, too long, or the source of a web page.
        ConfigError: If `published` is no ISO 8601 date.
    """
    check_size(len(text), name=name, unit="characters")
    _refuse_blank(text, name)
    markup = markup_in(text)
    if markup:
        raise SourceError(
            f"{name} is {markup}, a page's source; expected the text of a report: "
            "open the page, save its text (in a browser: Save as, Text) and read that"
        )
    return Report(text, url, publisher, title, published_from(published), language_of(text))


def report_from_bytes(
    data: bytes,
    *,
    name: str = "the data",
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Report:
    """Make a report of the bytes of a text file.

    Args:
        data: UTF-8, UTF-16 or UTF-32; other encodings are detected.
        name: What the bytes are called in messages: a file's name in quotes, "standard input".
        published: As in `report_from_text`, like the following.
        publisher: Who published it.
        url: Its address.
        title: Its title, where it is known apart from the text.

    Returns:
        The report.

    Raises:
        SourceError: If the bytes are no text, or the text is none of a report.
        ConfigError: If `published` is no ISO 8601 date.
    """
    check_size(len(data), name=name, unit="bytes")
    text = text_from_bytes(data, name=name)
    return report_from_text(text, name=name, published=published, publisher=publisher, url=url, title=title)


def _refuse_blank(text: str, name: str) -> None:
    """Refuse a text in which there is nothing to see."""
    if any(character.isprintable() and not character.isspace() for character in text):
        return
    found = "empty" if not text else "only white space or characters that cannot be seen"
    raise SourceError(f"{name} is {found}; expected the text of a report")
