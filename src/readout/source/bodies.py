# SPDX-License-Identifier: Apache-2.0
"""The body of an answer, unpacked no further than a limit.

What is packed a thousand times smaller than it is must not be unpacked first and measured then.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from readout.errors import SourceError

__all__ = ["ACCEPTED", "body_from"]

# What is asked for, and so all that has to be understood. Brotli and Zstandard would need libraries that can stop in time.
ACCEPTED = b"gzip, deflate"

_AUTOMATIC, _GZIP, _RAW = zlib.MAX_WBITS | 32, zlib.MAX_WBITS | 16, -zlib.MAX_WBITS


def body_from(chunks: Iterable[bytes], *, encoding: str, limit: int, name: str) -> bytes:
    """Read a body.

    Args:
        chunks: What arrives.
        encoding: The header Content-Encoding.
        limit: Bytes that it may have, unpacked.
        name: What it is called in messages.

    Returns:
        The body, unpacked.

    Raises:
        SourceError: If it has more, is damaged, or is packed otherwise than asked for.
    """
    kind = encoding.strip().lower()
    if kind in {"", "identity"}:
        return _joined(chunks, limit, name)
    if kind not in {"gzip", "x-gzip", "deflate"}:
        raise SourceError(
            f"{name} is packed as {kind!r}; expected gzip, deflate or nothing: its server ignores what is asked for"
        )
    return _joined(_unpacked(chunks, limit, name, is_gzip=kind != "deflate"), limit, name)


def _joined(chunks: Iterable[bytes], limit: int, name: str) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise SourceError(
                f"{name} has more than {limit:,} bytes, which is more than is fetched; give the page of one report"
            )
    return bytes(body)


def _unpacked(chunks: Iterable[bytes], limit: int, name: str, *, is_gzip: bool) -> Iterable[bytes]:
    """Unpack chunk by chunk, each up to one byte more than the limit."""
    unpacker = None
    for chunk in chunks:
        if unpacker is None:
            if not chunk:
                continue
            # Some servers send "deflate" without its frame; its first byte tells.
            unpacker = zlib.decompressobj(_GZIP if is_gzip else _AUTOMATIC if chunk[0] & 0x0F == 8 else _RAW)
        try:
            yield unpacker.decompress(chunk, limit + 1)
        except zlib.error as error:
            raise SourceError(f"{name} cannot be unpacked: {error}; try again later") from error
        if unpacker.unconsumed_tail:
            # Only there when more than the limit came out.
            return
    if unpacker is not None and not unpacker.eof:
        raise SourceError(f"{name} ends in the middle of what is packed; try again later")
