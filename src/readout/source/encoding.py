# SPDX-License-Identifier: Apache-2.0
"""Bytes to text: which encoding, or that these are no text at all."""

from __future__ import annotations

import codecs

from readout.errors import SourceError
from readout.report import language_of

__all__ = ["encoding_of", "escaping", "refuse_known_files", "text_from_bytes"]

# How well-known files begin that people hand over by mistake, and what to do about each.
_SAVE_TEXT = "save its text as a UTF-8 text file and read that"
_UNPACK = "unpack it and read the files in it"
_SIGNATURES = (
    (b"%PDF-", "a PDF document", _SAVE_TEXT),
    (b"{\\rtf", "an RTF document", _SAVE_TEXT),
    (b"%!PS", "a PostScript document", _SAVE_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _SAVE_TEXT),
    (b"PK\x03\x04", "a zip archive or an Office document (docx, odt, epub)", f"{_UNPACK}, or {_SAVE_TEXT}"),
    (b"\x1f\x8b", "a gzip file", _UNPACK),
    (b"BZh", "a bzip2 file", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz file", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _SAVE_TEXT),
    (b"\xff\xd8\xff", "a JPEG image", _SAVE_TEXT),
    (b"GIF8", "a GIF image", _SAVE_TEXT),
    (b"II*\x00", "a TIFF image", _SAVE_TEXT),
    (b"MM\x00*", "a TIFF image", _SAVE_TEXT),
    (b"RIFF", "a WebP image or a recording", _SAVE_TEXT),
    (b"OggS", "a recording", _SAVE_TEXT),
    (b"ID3", "a recording", _SAVE_TEXT),
    (b"SQLite format 3\x00", "an SQLite database", "export its reports as text files"),
    (b"PAR1", "a Parquet table", "export its reports as text files"),
    (b"ARROW1", "an Arrow table", "write it as Parquet"),
    (b"ORC", "an ORC table", "write it as Parquet"),
    (b"Obj\x01", "an Avro table", "write it as Parquet"),
    (b"\x7fELF", "a program", "give a text file"),
    (b"MZ", "a program", "give a text file"),
    (b"\xcf\xfa\xed\xfe", "a program", "give a text file"),
    (b"\xca\xfe\xba\xbe", "a program", "give a text file"),
    (b"\0asm", "a program", "give a text file"),
    (b"BM", "a BMP image", _SAVE_TEXT),
    (b"\x1aE\xdf\xa3", "a recording", _SAVE_TEXT),
    (b"fLaC", "a recording", _SAVE_TEXT),
)

# And how others go on after some bytes that vary.
_SIGNATURES_WITHIN = (
    (4, b"ftyp", "a recording or a HEIF image", _SAVE_TEXT),
    (257, b"ustar", "a tar archive", _UNPACK),
)

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# In UTF-16, English text has a NUL as every other byte; in a binary file they fall on both sides.
_UTF16_SHARE = 0.35

# Detection needs a sample, not the whole; its cost grows with what it is given.
_SAMPLE = 200_000

# Code pages that differ from a Western one in a few letters only, so that an English text with one "é" can be
# taken for Polish or Turkish. English reports that are not UTF-8 are Windows-1252 nearly always (as HTML5
# assumes), else Mac Roman.
_WESTERN_FAMILIES = {
    "cp1252": "cp1250 cp1254 cp1257 cp1258 latin_1 hp_roman8 iso8859_2 iso8859_9 iso8859_15 iso8859_16",
    "mac_roman": "mac_latin2 mac_iceland mac_turkish mac_romanian mac_croatian",
}
_WESTERN = {name: western for western, names in _WESTERN_FAMILIES.items() for name in names.split()}


def text_from_bytes(data: bytes, *, name: str) -> str:
    """Decode a report.

    UTF-8 first, and UTF-16 or UTF-32 where a byte order mark or the pattern of NUL bytes says so; what is
    none of these is detected. The byte order mark is not part of the text.

    Args:
        data: The bytes as they were read.
        name: What they were read from, for messages.

    Returns:
        The text, with every other character kept.

    Raises:
        SourceError: If the bytes are no text or in no encoding that could be found.
    """
    refuse_known_files(data, name=name)
    return _decode(data, encoding_of(data, name=name), name=name)


def encoding_of(data: bytes, *, name: str) -> str:
    """Find the encoding of a text.

    Args:
        data: All of it, or a beginning of it that ends at a character's end.
        name: What it was read from, for messages.

    Returns:
        Its name as Python knows it; one that takes the byte order mark away where there is one.

    Raises:
        SourceError: If the bytes are no text or in no encoding that could be found.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if b"\x00" in data:
        return _utf16_of(data, name)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _detect(data, name)
    return "utf-8"


def refuse_known_files(data: bytes, *, name: str) -> None:
    """Say what a file is when it is plainly no text.

    Args:
        data: The file, or its beginning.
        name: What it was read from, for messages.

    Raises:
        SourceError: If it begins as some known kind of file does that is no text.
    """
    for at, signature, what, advice in _SIGNATURES_WITHIN:
        if data[at : at + len(signature)] == signature and _has_controls(data[: at + 8]):
            raise SourceError(f"{name} is {what}; expected the text of a report: {advice}")
    for signature, what, advice in _SIGNATURES:
        # Some of these are also the first letters of a word, "GIF8" and "RIFF"; a report has no control
        # characters.
        if data.startswith(signature) and (signature[:1] in b"%{" or _has_controls(data[:64])):
            raise SourceError(f"{name} is {what}; expected the text of a report: {advice}")


def _has_controls(head: bytes) -> bool:
    """Tell whether bytes are there that no plain text begins with."""
    return any(byte < 0x09 or 0x0E <= byte < 0x20 or byte >= 0x80 for byte in head)


def _utf16_of(data: bytes, name: str) -> str:
    """Tell UTF-16 without a mark from a binary file, by where its NUL bytes stand."""
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _UTF16_SHARE and even < odd / 10:
        return "utf-16-le"
    if even > _UTF16_SHARE and odd < even / 10:
        return "utf-16-be"
    raise SourceError(
        f"{name} is binary: it has NUL bytes, the first at byte {data.index(0)}; "
        "expected the text of a report: give a text file, best in UTF-8"
    )


def _detect(data: bytes, name: str) -> str:
    """Find the encoding of bytes that are not UTF-8."""
    # Fetched here because it costs 50 ms, and nearly every report is UTF-8.
    from charset_normalizer import from_bytes

    # A sample may end within a character of several bytes: cut it at a line's end where there is one.
    sample = data[:_SAMPLE]
    sample = sample[: sample.rfind(b"\n") + 1] or sample
    best = from_bytes(sample).best()
    if best is None:
        raise SourceError(
            f"{name} is in no encoding that could be found (it is not UTF-8); expected the text of a report: "
            "save it as UTF-8 and read that"
        )
    western = _WESTERN.get(best.encoding)
    return western if western and _is_english_in(western, sample) else best.encoding


def _is_english_in(encoding: str, sample: bytes) -> bool:
    """Tell whether bytes are English in this encoding."""
    try:
        return language_of(sample.decode(encoding)) == "en"
    except UnicodeDecodeError:
        return False


def _decode(data: bytes, encoding: str, *, name: str) -> str:
    """Decode all of the bytes, or say where that fails."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name} looks like {encoding} but cannot be decoded: {error.reason} at byte {error.start}; "
            "save it as UTF-8 and read that"
        ) from error


_ESCAPE = "readout-escape"


def escaping(encoding: str) -> str:
    """Return how bytes that are no characters are handled: each stands as a lone surrogate, U+DC80 to U+DCFF.

    Python's "surrogateescape" does that, but refuses the half characters of UTF-16 and UTF-32.
    """
    if not codecs.lookup(encoding).name.startswith(("utf-16", "utf-32")):
        return "surrogateescape"
    codecs.register_error(_ESCAPE, _escape)
    return _ESCAPE


def _escape(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "\udcff" * (error.end - error.start), error.end
