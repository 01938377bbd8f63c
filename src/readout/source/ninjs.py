# SPDX-License-Identifier: Apache-2.0
"""News items in ninjs, the JSON of the IPTC, of its three generations.

Generation 1 has `headline` and `body_text`, `body_xhtml`, …; 2 and 3 have lists `headlines` and `bodies`; 3 writes names
with capitals within them (`versionCreated`). Names are compared without regard to case, so one reading serves all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from readout.errors import SourceError
from readout.source.blocks import text_from_markup
from readout.source.days import day_from
from readout.source.details import Details
from readout.source.markup import markup_in
from readout.source.pieces import Pending
from readout.source.receipts import received_from_text, web_address, with_headline
from readout.source.received import Received

__all__ = ["is_ninjs", "pending_ninjs"]

# What only a news item has beside its `uri`.
_TELLING = frozenset(
    "headlines bodies versioncreated pubstatus body_text body_xhtml body_html $standard standard".split()
)
# Of the same words, those with paragraphs marked are taken first.
_MARKUP = ("html", "xml")
_MAIN_ROLES = frozenset({"", "main", "body", "html", "text", "richtext", "article", "story"})


def is_ninjs(value: Mapping[str, object]) -> bool:
    """Tell whether an object is a news item."""
    names = {name.lower() for name in value}
    return "uri" in names and bool(names & _TELLING)


def pending_ninjs(value: Mapping[str, object], *, address: str, label: str) -> Pending:
    """Make a report of a news item.

    Args:
        value: The item.
        address: Where it was found; that of its report is its `uri`, which its later versions share.
        label: What it is called in messages.
    """
    return Pending(address=address, make=partial(_received, value, address=address, label=label))


def _received(value: Mapping[str, object], *, address: str, label: str) -> Received:
    """Read an item."""
    item = {name.lower(): content for name, content in value.items()}
    _refuse_unpublished(item, label)
    text = _text_of(item, label)
    uri = _string(item, "uri")
    told = Details(
        basis="metadata",
        title=_title_of(item),
        author=_string(item, "byline", "by"),
        # Of this version: another version is another text, with another day.
        published=next(filter(None, (day_from(item.get(name)) for name in _DATES)), None),
        publisher=_publisher_of(item),
        url=web_address(uri),
        language=(_string(item, "language") or "").partition("-")[0].lower() or None,
    )
    return received_from_text(with_headline(text, told.title), address=uri or address, label=label, told=[told])


_DATES = ("versioncreated", "contentcreated", "firstcreated")


def _refuse_unpublished(item: Mapping[str, object], label: str) -> None:
    """Refuse what its publisher has taken back or not let go yet."""
    status = (_string(item, "pubstatus") or "usable").rpartition(":")[2].lower()
    if status != "usable":
        version = f" (version {item['version']})" if "version" in item else ""
        raise SourceError(
            f"{label} is a news item with the status {status!r}{version}: its publisher does not want it to be used; "
            "expected one that is usable: leave it out"
        )


def _text_of(item: Mapping[str, object], label: str) -> str:
    """Choose the body that is richest, and return its text."""
    bodies = sorted(_bodies(item), key=_rank)
    if not bodies:
        kind = _string(item, "type") or "unknown"
        raise SourceError(
            f"{label} is a news item of the type {kind!r} without a body; expected one with a text: leave it out"
        )
    _, kind, body = bodies[0]
    is_markup = any(mark in kind for mark in _MARKUP) or markup_in(body) is not None
    return text_from_markup(body, label=label) if is_markup else body


def _bodies(item: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Return the bodies of an item: role, media type and content."""
    for name, content in item.items():
        if name.startswith("body_") and isinstance(content, str) and content.strip():
            yield "", name, content
    for entry in _entries(item, "bodies"):
        content = _string(entry, "value")
        if content:
            yield _string(entry, "role") or "", _string(entry, "contenttype") or "", content


def _rank(body: tuple[str, str, str]) -> tuple[bool, bool]:
    """Return how far a body stands behind others: main ones first, then those with markup."""
    role, kind, _ = body
    return role.lower() not in _MAIN_ROLES, not any(mark in kind.lower() for mark in _MARKUP)


def _title_of(item: Mapping[str, object]) -> str | None:
    """Return the headline."""
    headlines = sorted(_entries(item, "headlines"), key=lambda entry: (_string(entry, "role") or "main") != "main")
    first = next(filter(None, (_string(entry, "value") for entry in headlines)), None)
    title = first or _string(item, "headline", "title")
    return text_from_markup(title, label="the headline") if title and "<" in title and ">" in title else title


def _publisher_of(item: Mapping[str, object]) -> str | None:
    """Return who gave the item out: its provider, its source, else who holds the rights."""
    for name in ("provider", "infosources", "infosource"):
        given = item.get(name)
        if isinstance(given, str) and given.strip():
            return given.strip()
        entries = [given] if isinstance(given, Mapping) else _entries(item, name)
        found = next(filter(None, (_string(_lowered(entry), "name", "literal") for entry in entries)), None)
        if found:
            return found
    return _string(item, "copyrightholder")


def _entries(item: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """Return a list's objects, their names in small letters."""
    given = item.get(name)
    return [_lowered(entry) for entry in given if isinstance(entry, Mapping)] if isinstance(given, list) else []


def _lowered(entry: Mapping[str, object]) -> Mapping[str, object]:
    return {key.lower(): content for key, content in entry.items()}


def _string(item: Mapping[str, object], *names: str) -> str | None:
    """Return the first of some properties that is a text."""
    for name in names:
        content = item.get(name)
        if isinstance(content, str) and content.strip():
            return content.strip()
    return None
