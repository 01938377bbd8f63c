# SPDX-License-Identifier: Apache-2.0
"""Tell what a file is: by its content, and by its name only where the content does not show it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable
from typing import Literal, TypeAlias

from readout.source.markup import markup_in

__all__ = ["HEAD", "Kind", "head_text", "kind_of"]

Kind: TypeAlias = Literal[
    "text", "page", "feed", "warc", "gzip", "zip", "parquet", "jsonl", "json", "csv", "newsml", "xml", "mail", "mbox"
]
"""What a file is taken for. "text" is also what is no text: its way in names it and refuses it."""

# So many bytes are looked at. A mail may carry pages of headers before its first line.
HEAD = 65_536

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"WARC/", "warc"), (b"\x1f\x8b", "gzip"), (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"PAR1", "parquet"),
)  # fmt: skip

# What is still of its kind where its beginning is damaged: of a web archive the rest may be whole.
_BINARY: tuple[tuple[str, Kind], ...] = ((".parquet", "parquet"), (".warc", "warc"), (".warc.gz", "gzip"))

_BY_ENDING: dict[str, Kind] = {
    ".warc": "warc", ".gz": "gzip", ".zip": "zip", ".parquet": "parquet", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "json", ".ninjs": "json", ".csv": "csv", ".tsv": "csv", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".rss": "feed", ".atom": "feed", ".xml": "xml", ".eml": "mail", ".mbox": "mbox",
}  # fmt: skip

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip

_FEED_ROOTS = frozenset({"rss", "feed", "RDF"})
_NEWS_ROOTS = frozenset(
    "newsItem packageItem newsMessage conceptItem knowledgeItem planningItem catalogItem nitf NewsML".split()
)
# The root's name, after what may stand before it: the declaration, comments, a document type. Groups are atomic, so
# that no file can be built that takes for ever.
_ROOT = re.compile(
    r"""(?>\s++ | <\?(?>.*?\?>) | <!--(?>.*?-->) | <![A-Za-z](?>[^<>\[]*+(?:\[(?>.*?\]\s*>)|>)))*+
        <(?:[\w.-]++:)?([A-Za-z_][\w.-]*+)""",
    re.DOTALL | re.VERBOSE,
)

_HEADER = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):[ \t\r\n]|[ \t]")
_MAIL_HEADERS = frozenset(
    b"from to date subject message-id mime-version received return-path delivered-to sender".split()
)
_JSON_START = re.compile(r'\{\s*(?:"|\})|\[\s*[\[{\]]')
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/')


def kind_of(head: bytes, name: str, *, is_table: Callable[[str], bool] = lambda line: False) -> Kind:
    """Tell what a file is.

    Args:
        head: Its first bytes, up to `HEAD` of them; none where it is empty or breaks before the first.
        name: Its name, for its ending.
        is_table: Tells whether a first line names the columns of a table of reports.
    """
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    text = head_text(head) if head else None
    if text is None:
        return next((kind for ending, kind in _BINARY if name.lower().endswith(ending)), "text")
    return _kind_of_text(text, head, name, is_table)


def _kind_of_text(text: str, head: bytes, name: str, is_table: Callable[[str], bool]) -> Kind:
    """Tell what a text file is."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<") and (kind := _kind_of_markup(start)):
        return kind
    if _JSON_START.match(start):
        return _kind_of_json(start, name)
    if head.startswith(b"From ") and _is_mail(head.partition(b"\n")[2]):
        return "mbox"
    if _is_mail(head):
        return "mail"
    if is_table(start.partition("\n")[0].rstrip("\r")):
        return "csv"
    if text and (named := _BY_ENDING.get(_ending(name))):
        return named
    return "page" if markup_in(text) == "HTML" else "text"


def _ending(name: str) -> str:
    """Return a name's last ending, in small letters."""
    dot = name.rfind(".")
    return name[dot:].lower() if dot >= 0 else ""


def head_text(head: bytes) -> str | None:
    """Read the first bytes of a file as text, roughly: bytes of no known encoding are replaced.

    Returns:
        The text, or None where it is binary.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if b"\0" not in head:
        return head.decode("utf-8", "replace")
    for encoding, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros = head[at::2].count(0), head[1 - at :: 2].count(0)
        if zeros[0] > len(head) / 6 and zeros[1] < zeros[0] / 10:
            return head.decode(encoding, "replace")
    return None


def _kind_of_markup(start: str) -> Kind | None:
    """Tell what begins with a tag; None where it does not look like a document."""
    root = _ROOT.match(start)
    if root and root[1] in _FEED_ROOTS:
        return "feed"
    if root and root[1] in _NEWS_ROOTS:
        return "newsml"
    match markup_in(start):
        case "HTML":
            return "page"
        case "XML":
            return "xml"
        case _:
            return None


def _kind_of_json(start: str, name: str) -> Kind:
    """Tell one document of JSON from a line for each report."""
    if _JSON_FEED.search(start):
        return "feed"
    first, line_end, _ = start.partition("\n")
    if not line_end:
        # One line, or the beginning of a very long one: read as a line either way, which has its limit.
        return "json" if start.startswith("[") or _ending(name) == ".json" else "jsonl"
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return "jsonl" if _ending(name) in {".jsonl", ".ndjson"} else "json"
    return "json" if start.startswith("[") else "jsonl"


def _is_mail(head: bytes) -> bool:
    """Tell whether bytes begin with the headers of a mail: nothing else, and two that every mail has."""
    if not _HEADER.match(head) or head[:1].isspace():
        return False
    names = set()
    for line in head.split(b"\n")[:400]:
        if not line.strip():
            break
        header = _HEADER.match(line + b"\n")
        if header is None:
            return False
        if header[1]:
            names.add(header[1].lower())
    return len(names & _MAIL_HEADERS) >= 2
