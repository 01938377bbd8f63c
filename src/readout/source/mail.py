# SPDX-License-Identifier: Apache-2.0
"""Newsletters and reports that came by mail: single mails (.eml) and boxes of them (mbox).

The plain text of a mail is taken where it has one, since nothing has to be left out of it; else its page. Forwarded mails
are read as mails of their own. Other attachments are not opened: save them, and give them by themselves.
"""

from __future__ import annotations

import binascii
import logging
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr
from functools import partial

from readout.errors import SourceError
from readout.source.blocks import text_from_markup
from readout.source.days import day_from
from readout.source.details import Details
from readout.source.encoding import text_from_bytes
from readout.source.pages import received_from_page
from readout.source.parcels import Opened, Parcels, Pending
from readout.source.receipts import received_from_text, web_address
from readout.source.received import Received, Refused
from readout.source.streams import bounded

__all__ = ["parcels_of_mail", "parcels_of_mbox"]

log = logging.getLogger(__name__)

# Mail servers take 25 MB, which is a third more in base64.
_LARGEST = 40_000_000
_LINE = 1 << 16
# A mail within a mail within a mail; deeper is made to do harm.
_DEEPEST = 10
# "View this newsletter in your browser" is no plain text of a newsletter.
_SHORTEST = 200


def parcels_of_mail(opened: Opened) -> Parcels:
    """Make a report of a mail, and of each that it forwards.

    Args:
        opened: The mail.

    Raises:
        SourceError: If it is larger than a mail can be.
    """
    data = bounded(opened.stream, _LARGEST, label=opened.label, what="a mail")
    yield from _parcels(data, opened.found.address, opened.label)


def parcels_of_mbox(opened: Opened) -> Parcels:
    """Make reports of the mails of a box.

    Args:
        opened: The box: mails one after the other, each after a line that begins with "From ".
    """
    for number, data in enumerate(_mails(opened), start=1):
        address, label = f"{opened.found.address}!/{number}", f"mail {number} of {opened.label}"
        if len(data) > _LARGEST:
            yield Refused(
                address=address, reason=f"{label} has more than {_LARGEST:,} bytes; it was left out: split the box"
            )
        else:
            yield from _parcels(data, address, label)


def _mails(opened: Opened) -> Iterator[bytes]:
    """Cut a box up; of a mail that is too long only the beginning is kept."""
    lines: list[bytes] = []
    size, is_blank = 0, True
    while line := opened.stream.readline(_LINE):
        if is_blank and line.startswith(b"From "):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size <= _LARGEST:
            lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        is_blank = not line.strip(b"\r\n")
    if lines:
        yield b"".join(lines)


def _parcels(data: bytes, address: str, label: str) -> Parcels:
    """Make reports of a mail and of those in it."""
    # The older policy: the newer one reads each header by a grammar, and fails on headers that are none.
    message = message_from_bytes(data, policy=compat32)
    mails = list(_with_forwarded(message, _DEEPEST))
    for number, mail in enumerate(mails):
        where = address if number == 0 else f"{address}!/{number}"
        name = label if number == 0 else f"forwarded mail {number} of {label}"
        if number or not _only_forwards(mail, len(mails)):
            yield Pending(address=where, make=partial(_received, mail, address=where, label=name))


def _with_forwarded(message: Message, deepest: int) -> Iterator[Message]:
    """Return a mail and those that it forwards, in order."""
    yield message
    for part in _parts(message):
        if part.get_content_type() == "message/rfc822" and deepest:
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                yield from _with_forwarded(inner[0], deepest - 1)


def _parts(message: Message) -> Iterator[Message]:
    """Return the parts of one mail, not those of mails within it."""
    stack = [message]
    while stack:
        part = stack.pop()
        yield part
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_type() != "message/rfc822":
            stack.extend(each for each in reversed(inner) if isinstance(each, Message))


def _only_forwards(message: Message, count: int) -> bool:
    """Tell whether a mail has no words of its own beside what it forwards."""
    return count > 1 and not any(_bodies(message))


def _received(message: Message, *, address: str, label: str) -> Received:
    """Make a report of one mail."""
    told = _details(message)
    bodies = dict(reversed(list(_bodies(message))))
    plain, page = bodies.get("text/plain"), bodies.get("text/html")
    if plain is None and page is None:
        held = ", ".join(sorted({part.get_content_type() for part in _parts(message) if not part.is_multipart()}))
        raise SourceError(
            f"{label} is a mail without a text (it holds: {held or 'nothing'}); expected a newsletter or a report: save what "
            "is attached, and give that"
        )
    if plain is not None and (page is None or len(_decoded(plain, label).strip()) >= _SHORTEST):
        return received_from_text(_decoded(plain, label), address=address, label=label, told=[told])
    return _received_page(_decoded(page or message, label), told, address=address, label=label)


def _received_page(markup: str, told: Details, *, address: str, label: str) -> Received:
    """Make a report of a mail that is a page; of one without an article, of all its words."""
    try:
        # What the mail says counts more than what its markup says: newsletters are made from templates.
        return received_from_page(
            markup.encode("utf-8", "replace"), address=told.url or address, url=told.url, encoding="utf-8", given=told
        )
    except SourceError:
        return received_from_text(text_from_markup(markup, label=label), address=address, label=label, told=[told])


def _bodies(message: Message) -> Iterator[tuple[str, Message]]:
    """Return the texts of a mail by their type, without attachments."""
    for part in _parts(message):
        kind = part.get_content_type()
        if kind in {"text/plain", "text/html"} and not part.is_multipart() and not _is_attached(part):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                yield kind, part
        elif not part.is_multipart():
            log.debug("attachment left out: %s", kind)


def _is_attached(part: Message) -> bool:
    told = str(part.get("Content-Disposition") or "")  # no str by itself where a byte is not ASCII
    return told.strip().lower().startswith("attachment")


def _decoded(part: Message, label: str) -> str:
    """Decode a part by the encoding that it declares, else by what its bytes look like."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    declared = part.get_content_charset()
    if declared and declared != "us-ascii":
        try:
            return _lines(data.decode(declared))
        except (LookupError, ValueError):
            log.debug("%s: its encoding is not %s", label, declared)
    return _lines(text_from_bytes(data, name=label))


def _lines(text: str) -> str:
    """End lines as texts do: mail transports them with two characters."""
    return text.replace("\r\n", "\n")


def _details(message: Message) -> Details:
    """Read what the headers say."""
    name, sender = parseaddr(_header(message, "From"))
    archived = _header(message, "Archived-At").strip("<> ")
    return Details(
        basis="mail",
        title=_header(message, "Subject") or None,
        published=day_from(_header(message, "Date")),
        publisher=name.strip() or sender.rpartition("@")[2] or None,
        url=web_address(archived),
    )


def _header(message: Message, name: str) -> str:
    """Return a header's words, decoded as far as they can be."""
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        return " ".join(str(make_header(decode_header(raw))).split())
    except (HeaderParseError, LookupError, ValueError, binascii.Error):
        return " ".join(str(raw).encode("ascii", "replace").decode("ascii").split())
