# SPDX-License-Identifier: Apache-2.0
"""The files in a ZIP file, each as if it lay in a folder. A member's name is only a name: nothing is written anywhere."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import BinaryIO, cast

from readout.errors import SourceError
from readout.source.gzips import check_ratio
from readout.source.parcels import Found, Opened, Parcel, Parcels
from readout.source.received import Refused
from readout.source.streams import Guarded, seekable

__all__ = ["members_of_zip"]

# A day of an agency has thousands.
_MOST_MEMBERS = 200_000
_DEEPEST = 3
_ENCRYPTED = 0x1

# What a ZIP file is that is no archive, by a member that it has.
_DOCUMENTS = (
    ("word/document.xml", "a Word document (docx)"),
    ("xl/workbook.xml", "an Excel workbook (xlsx)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (pptx)"),
    ("META-INF/container.xml", "an EPUB book"),
    ("META-INF/MANIFEST.MF", "a Java program (jar)"),
    ("AndroidManifest.xml", "an Android program (apk)"),
    ("content.xml", "an OpenDocument file (odt, ods)"),
    ("Index/Document.iwa", "a Pages document"),
)


def members_of_zip(opened: Opened) -> Parcels:
    """Look into a ZIP file.

    Args:
        opened: The file.

    Yields:
        Its files in its order, without hidden ones; refusals for those that cannot be read.

    Raises:
        SourceError: If it is damaged, a document, a bomb, or nested too deep.
    """
    if opened.found.depth >= _DEEPEST:
        raise SourceError(f"{opened.label} lies in more than {_DEEPEST} containers; unpack it and give the files in it")
    with closing(seekable(opened.stream, label=opened.label)) as stream, _archive(stream, opened.label) as archive:
        infos = archive.infolist()
        size = stream.seek(0, 2)
        _refuse_documents(archive, opened.label)
        _refuse_bombs(infos, size, opened.label)
        yield from _members(opened, archive, infos)


def _archive(stream: object, label: str) -> zipfile.ZipFile:
    """Read the directory of a ZIP file."""
    try:
        return zipfile.ZipFile(cast(BinaryIO, stream))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SourceError(f"{label} is a damaged ZIP file: {error}; get it again") from error


def _refuse_documents(archive: zipfile.ZipFile, label: str) -> None:
    """Name a document that is a ZIP file inside."""
    names = set(archive.namelist())
    for member, what in _DOCUMENTS:
        if member in names and (member != "content.xml" or "mimetype" in names):
            raise SourceError(f"{label} is {what}; expected reports: save its text as a UTF-8 text file and give that")


def _refuse_bombs(infos: list[zipfile.ZipInfo], size: int, label: str) -> None:
    """Refuse a file made to fill a disk, by what its directory says."""
    if len(infos) > _MOST_MEMBERS:
        raise SourceError(
            f"{label} has {len(infos):,} files, more than {_MOST_MEMBERS:,}; unpack it and give the folder"
        )
    # Members that share their bytes are how a small file unpacks to petabytes.
    if sum(info.compress_size for info in infos) > size:
        raise SourceError(f"{label} has files that lie over each other: it was made to fill a disk; leave it out")
    check_ratio(sum(info.file_size for info in infos), size, label=label)


def _members(opened: Opened, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> Iterator[Parcel]:
    """Return the files."""
    seen: Counter[str] = Counter()
    for info in infos:
        # Not `is_dir`, which asks a name for its last letter: a damaged file has members without a name.
        if info.filename.endswith("/") or _is_hidden(info.filename):
            continue
        seen[info.filename] += 1
        count = seen[info.filename]
        name = info.filename if count == 1 else f"{info.filename} ({count})"
        address = f"{opened.found.address}!/{name}"
        if info.flag_bits & _ENCRYPTED:
            yield Refused(
                address=address, reason=f"{address!r} is encrypted; unpack it with its password and give the file"
            )
        else:
            yield Found(
                address=address,
                name=info.filename.rpartition("/")[2],
                open=partial(_member, archive, info, address),
                depth=opened.found.depth + 1,
            )


def _is_hidden(name: str) -> bool:
    """Tell whether a path leads through something hidden, as of files that a Mac adds."""
    steps = name.replace("\\", "/").split("/")
    return any((step.startswith(".") and step not in {".", ".."}) or step == "__MACOSX" for step in steps)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, address: str) -> BinaryIO:
    """Open a member; what its bytes turn out to be damaged by is said with its address."""
    try:
        return cast(BinaryIO, Guarded(archive.open(info), _FAILURES, partial(_damaged, address)))
    except _FAILURES as error:
        raise _damaged(address, error) from error


# `NotImplementedError` and `RuntimeError`: a way of packing that Python does not have, such as Deflate64.
_FAILURES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def _damaged(address: str, error: BaseException) -> SourceError:
    return SourceError(
        f"{address!r} cannot be unpacked: {error}; get the ZIP file again, or unpack it with another program"
    )
