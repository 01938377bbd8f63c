# SPDX-License-Identifier: Apache-2.0
"""A report's text and its record as bytes, and back: exact, and a sixth of their JSON.

A record is kept without its report's text, which is kept once; without fields that have their default; with spans as the distance
from the span before and a length, since small numbers pack better. Both are deflated, the record with a dictionary of the
format's own words. The first byte says which form it is, so that a later one can read this one.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import zlib
from functools import cache
from pathlib import Path
from typing import Final

from readout.errors import ArchiveError, SchemaError
from readout.record import Record
from readout.record.form import Json
from readout.text import Span

__all__ = ["MEND", "pack_record", "pack_text", "text_if_whole", "unpack_record", "unpack_text"]

log = logging.getLogger(__name__)

# One byte in front of each. A new form gets a new number; the old ones are read for ever.
_TEXT: Final = b"\x01"
_RECORD: Final = b"\x01"

# Deflate without header: the archive has its own hashes.
_WINDOW: Final = -15
_LEVEL: Final = 7  # 9 packs 1 % tighter in twice the time
_MEMORY: Final = 9

# What makes a damaged record anew, since its text is kept apart from it.
MEND: Final = "run 'readout archive repair' and then 'readout reread' to make it anew"

# A report has at most 2 million characters; a record of one may be long, but not without end.
_LARGEST: Final = 1 << 28


@cache
def _words() -> bytes:
    """Read the dictionary; the form of records is bound to it, so it is never changed."""
    return (Path(__file__).parent / "packing.words.txt").read_bytes()


def pack_text(text: str) -> bytes:
    """Pack a text; lone surrogates, which UTF-8 does not have, are kept too."""
    return _TEXT + _deflated(text.encode("utf-8", "surrogatepass"))


def unpack_text(packed: bytes) -> str:
    """Give the text back, code point for code point.

    Raises:
        ArchiveError: If it is damaged.
    """
    try:
        return _inflated(packed, form=_TEXT).decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        raise ArchiveError(f"a text is damaged: {error}; restore a backup with 'readout archive restore'") from error


def text_if_whole(packed: bytes) -> str:
    """Give the text back, or no words where it is damaged: that is a copy of nothing, and in nobody's way."""
    try:
        return unpack_text(packed)
    except ArchiveError as error:
        log.warning("%s", error)
        return ""


def pack_record(record: Record) -> bytes:
    """Pack a record without its report's text."""
    return _RECORD + _deflated(_written(record), words=_words())


def unpack_record(packed: bytes, text: str) -> Record:
    """Give the record back as it was, with the text that it is of.

    Raises:
        ArchiveError: If it is damaged, or does not belong to the text.
    """
    try:
        plain = _Places().read(json.loads(_inflated(packed, form=_RECORD, words=_words())))
        plain["report"]["text"] = text  # type: ignore[index, call-overload]  # checked by from_dict, as everything is
        return Record.from_dict(plain)  # type: ignore[arg-type]  # the same
    except (ValueError, KeyError, TypeError, SchemaError) as error:
        raise ArchiveError(f"a record is damaged: {error}; {MEND}") from error


def _written(record: Record) -> bytes:
    plain = _Places().written(record)
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


class _Places:
    """Where the span before began: both ways walk a record in the same order."""

    def __init__(self) -> None:
        self._before = 0

    def written(self, value: object) -> Json:
        """Write a value of a record as plain JSON, shortened."""
        if isinstance(value, Span):
            return list(self._shorter(value.start, value.end))
        if isinstance(value, tuple):
            return [self.written(item) for item in value]
        kind: type = type(value)
        if not dataclasses.is_dataclass(kind):
            return value  # type: ignore[return-value]  # the record's form has only these
        found: dict[str, Json] = {}
        for name, default in _fields_of(kind):
            item = getattr(value, name)
            if name == "text" or item == default:
                continue
            if name == "end":
                found["start"], found["end"] = self._shorter(_whole(found["start"]), item)
            else:
                found[name] = item if name == "start" else self.written(item)
        return found

    def _shorter(self, start: int, end: int) -> tuple[int, int]:
        step, self._before = start - self._before, start
        return step, end - start

    def read(self, value: Json) -> Json:
        """Undo `written`, as far as a record's form does not do it itself."""
        if isinstance(value, list):
            return self._longer(*value) if _is_span(value) else [self.read(item) for item in value]
        if not isinstance(value, dict):
            return value
        found: dict[str, Json] = {}
        for name, item in value.items():
            if name == "end":
                found["start"], found["end"] = self._longer(value["start"], item)
            elif name != "start":
                found[name] = self.read(item)
        return found

    def _longer(self, step: Json, length: Json) -> list[Json]:
        self._before += _whole(step)
        return [self._before, self._before + _whole(length)]


def _whole(value: Json) -> int:
    if type(value) is not int:
        raise ValueError(f"found {value!r}, expected a whole number")
    return value


def _is_span(value: list[Json]) -> bool:
    return len(value) == 2 and type(value[0]) is int and type(value[1]) is int


@cache
def _fields_of(kind: type) -> tuple[tuple[str, object], ...]:
    """Give each field's name and default; what has none is always written."""
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


def _deflated(data: bytes, *, words: bytes = b"") -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WINDOW, _MEMORY, zdict=words)
    return packer.compress(data) + packer.flush()


def _inflated(packed: bytes, *, form: bytes, words: bytes = b"") -> bytes:
    if packed[:1] != form:
        raise ArchiveError(
            f"found a row in form {packed[:1].hex() or 'none'}, expected {form.hex()}: "
            "it is damaged, or was written by a newer Readout; install that, or run 'readout archive check'"
        )
    unpacker = zlib.decompressobj(_WINDOW, zdict=words)
    try:
        data = unpacker.decompress(packed[1:], _LARGEST)
    except zlib.error as error:
        raise ArchiveError(f"a row is damaged: {error}; run 'readout archive check'") from error
    if not unpacker.eof or unpacker.unused_data:
        raise ArchiveError("a row is damaged: its end is missing; run 'readout archive check'")
    return data
