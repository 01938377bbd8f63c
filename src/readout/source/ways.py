# SPDX-License-Identifier: Apache-2.0
"""Every way in: from paths, folders, addresses and standard input to the reports that are there.

What a thing is, is told by its content, and only where that does not show it by its name. A thing that gives no report
is refused with a reason that says what was found, and touches none of the others. Containers are looked into piece by
piece, so memory stays flat however large they are.
"""

from __future__ import annotations

import io
import logging
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import partial
from typing import BinaryIO, TypeAlias, TypeVar

from readout.errors import ReadoutError, SourceError
from readout.source.delimited import rows_of_csv
from readout.source.details import Details
from readout.source.documents import parcels_of_json
from readout.source.encoding import refuse_known_files, text_from_bytes
from readout.source.feeds import entries_of, receive_entry
from readout.source.fetching import Fetcher
from readout.source.files import STANDARD_INPUT
from readout.source.folders import files_in, found_at
from readout.source.gzips import BrokenMember, Unzipped
from readout.source.jsonlines import rows_of_jsonl
from readout.source.limits import LARGEST_REPORT, check_size
from readout.source.mail import parcels_of_mail, parcels_of_mbox
from readout.source.newsml import parcels_of_newsml
from readout.source.pages import received_from_page
from readout.source.parcels import Found, Opened, Parcel, Parcels, Pending
from readout.source.parquet import rows_of_parquet
from readout.source.published import published_from
from readout.source.receipts import given_by_caller, received_from_text
from readout.source.received import Received, Refused
from readout.source.sniffing import HEAD, Kind, kind_of
from readout.source.streams import Lasting, bounded, with_head
from readout.source.tables import Columns
from readout.source.warc import pages_in_warc
from readout.source.zips import members_of_zip

__all__ = ["receive"]

log = logging.getLogger(__name__)

_T = TypeVar("_T")
_Way: TypeAlias = Callable[[Opened], Parcels]

# A page of a megabyte is rare; crawlers cut pages off at one or at five.
_LARGEST_PAGE = 10_000_000
_LARGEST_FEED = 20_000_000

_OTHER_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]+://")

# Texts that lie about in folders and are no reports.
_NO_REPORTS = tuple(
    ".toml .yaml .yml .ini .cfg .conf .py .js .ts .css .sh .bat .c .h .java .go .rs .sql .svg .ipynb".split()
)


def receive(
    sources: Iterable[str],
    *,
    given: Details | None = None,
    columns: Mapping[str, str] | None = None,
    fetcher: Fetcher | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Received | Refused]:
    """Receive the reports that are at some places.

    Args:
        sources: Paths of files and folders, addresses of the web, "-" for standard input. Files may be texts, pages,
            feeds, web archives (WARC), tables (JSONL, CSV, Parquet), news items (ninjs, NewsML-G2), mails, and ZIP
            or gzip files of these.
        given: What the caller says of all of them; counts more than what they say.
        columns: Which column of a table holds what: "text", "title", "url", "published", "publisher", "author" or
            "language" to a column's name, or to a path such as "source.name"; what is not named is guessed.
        fetcher: What addresses are fetched with; one of our own if None.
        stdin: Where "-" is read from, open for bytes; None where there is none.

    Returns:
        For each report what was received, and for each thing that gave none why not; in the order of the sources.

    Raises:
        ConfigError: If `given` has a date that is no ISO 8601 date, or `columns` names something else than details.
    """
    published_from(given.published if given else None)
    return _Reception(given=given, columns=Columns.of(columns or {}), fetcher=fetcher, stdin=stdin).receive(sources)


class _Reception:
    """One call of `receive`: the ways in, with what they need."""

    def __init__(
        self, *, given: Details | None, columns: Columns, fetcher: Fetcher | None, stdin: BinaryIO | None
    ) -> None:
        self._given = given
        self._columns = columns
        self._fetcher = fetcher
        self._own_fetcher: Fetcher | None = None
        self._stdin = stdin
        self._ways: dict[Kind, _Way] = {
            "text": _text,
            "page": _page,
            "feed": self._feed,
            "warc": pages_in_warc,
            "gzip": _unzipped,
            "zip": members_of_zip,
            "parquet": partial(rows_of_parquet, columns=columns),
            "jsonl": partial(rows_of_jsonl, columns=columns),
            "json": partial(parcels_of_json, columns=columns),
            "csv": partial(rows_of_csv, columns=columns),
            "newsml": parcels_of_newsml,
            "xml": _other_xml,
            "mail": parcels_of_mail,
            "mbox": parcels_of_mbox,
        }

    def receive(self, sources: Iterable[str]) -> Iterator[Received | Refused]:
        """Go through the sources."""
        try:
            for source in sources:
                for parcel in self._through(source, self._at(source)):
                    yield self._as_given(parcel)
        finally:
            if self._own_fetcher:
                self._own_fetcher.close()

    def _as_given(self, parcel: Received | Refused) -> Received | Refused:
        """Let the caller's word count."""
        return given_by_caller(parcel, self._given) if self._given and isinstance(parcel, Received) else parcel

    def _through(self, address: str, parcels: Parcels) -> Iterator[Received | Refused]:
        """Make reports of parcels, and look into those that hold others. Nothing that one does touches the next."""
        with closing(parcels):  # type: ignore[type-var]  # all of them are generators
            while (parcel := _attempt(address, partial(next, parcels, None))) is not None:
                match parcel:
                    case Received() | Refused():
                        yield parcel
                    case Pending():
                        yield _attempt(parcel.address, parcel.make)
                    case Found():
                        yield from self._through(parcel.address, self._within(parcel))

    def _at(self, source: str) -> Parcels:
        """Find what is at a source."""
        if source == STANDARD_INPUT:
            yield Found(address=STANDARD_INPUT, name="", open=self._standard_input)
        elif source.lower().startswith(("http://", "https://")):
            yield self._fetched(source)
        elif _OTHER_SCHEME.match(source):
            raise SourceError(
                f"{source!r} is an address that is not fetched; expected one with http or https, or a path"
            )
        elif os.path.isdir(source):
            yield from _some(files_in(source), f"{source!r} has no files (hidden ones are left out)")
        else:
            yield found_at(source)

    def _within(self, found: Found) -> Parcels:
        """Look into one thing."""
        with closing(found.open()) as stream:
            head, stream = _with_head(stream, found)
            opened = Opened(found=found, stream=stream, head=head)
            kind = kind_of(head, found.name, is_table=self._columns.are_named_in)
            log.debug("%s is taken for: %s", opened.label, kind)
            yield from _some(self._ways[kind](opened), f"{opened.label} has no reports (it was taken for: {kind})")

    def _standard_input(self) -> BinaryIO:
        """Open standard input, which stays open afterwards."""
        if self._stdin is None:
            raise SourceError("'-' means standard input, and there is none; give a file's path")
        return io.BufferedReader(Lasting(self._stdin))

    def _fetched(self, url: str) -> Found:
        """Fetch an address."""
        answer = self._fetch_with().fetch(url)
        return Found(
            address=answer.url_final,
            name=answer.url_final.partition("?")[0],
            open=partial(io.BytesIO, answer.body),
            url=answer.url_final,
            content_type=answer.content_type,
        )

    def _fetch_with(self) -> Fetcher:
        """Return the fetcher, made when it is first needed."""
        if self._fetcher:
            return self._fetcher
        if self._own_fetcher is None:
            self._own_fetcher = Fetcher()
        return self._own_fetcher

    def _feed(self, opened: Opened) -> Parcels:
        """Receive the reports that a feed names."""
        data = bounded(opened.stream, _LARGEST_FEED, label=opened.label, what="a feed")
        found = opened.found
        for entry in entries_of(data, address=found.address, content_type=found.content_type).entries:
            make = partial(receive_entry, entry, self._fetch_with(), address=found.address)
            yield Pending(address=entry.link or f"{found.address}!/{entry.id}", make=make)


def _with_head(stream: BinaryIO, found: Found) -> tuple[bytes, BinaryIO]:
    """Read the beginning of something found."""
    try:
        return with_head(stream, HEAD)
    except BrokenMember:
        # Of a web archive, what follows its first member may be whole; the stream breaks again when it is read.
        if not found.name.lower().endswith(".warc"):
            raise
        return b"", stream


def _attempt(address: str, call: Callable[[], _T]) -> _T | Refused:
    """Call, and turn whatever goes wrong into a refusal that names it.

    This is the one place that catches everything: here reports are isolated from each other.
    """
    try:
        return call()
    except ReadoutError as error:
        return Refused(address=address, reason=str(error))
    except OSError as error:
        return Refused(address=address, reason=f"{address!r} cannot be read: {error.strerror or error}; get it again")
    except Exception as error:
        log.warning("%s: unexpected %s", address, type(error).__name__, exc_info=True)
        what = f"{type(error).__name__}: {error}"[:300]
        return Refused(
            address=address, reason=f"{address!r} made Readout stumble ({what}); it was left out: please report this"
        )


def _some(parcels: Iterable[Parcel], otherwise: str) -> Parcels:
    """Hand parcels on, and refuse what has none: nothing is left out in silence."""
    count = 0
    for parcel in parcels:
        count += 1
        yield parcel
    if not count:
        raise SourceError(f"{otherwise}; expected at least one: check what was given")


def _text(opened: Opened) -> Parcels:
    """Read a text file, or name what it is when it is none."""
    refuse_known_files(opened.head, name=opened.label)
    if opened.found.name.lower().endswith(_NO_REPORTS):
        raise SourceError(
            f"{opened.label} is named as a program, a style or a setting; expected a report: give it a name that ends in "
            ".txt if it is one"
        )
    data = opened.stream.read(LARGEST_REPORT + 1)
    make = partial(_received_text, data, opened)
    yield Pending(address=opened.found.address, make=make)


def _received_text(data: bytes, opened: Opened) -> Received:
    """Make a report of a text file."""
    check_size(len(data), name=opened.label, unit="bytes")
    text = text_from_bytes(data, name=opened.label)
    url = opened.found.url
    told = [Details(basis="page", url=url)] if url else []
    return received_from_text(text, address=opened.found.address, label=opened.label, told=told)


def _page(opened: Opened) -> Parcels:
    """Read a page."""
    data = bounded(opened.stream, _LARGEST_PAGE, label=opened.label, what="a page")
    found = opened.found
    make = partial(received_from_page, data, address=found.address, url=found.url, content_type=found.content_type)
    yield Pending(address=found.address, make=make)


def _unzipped(opened: Opened) -> Parcels:
    """Look into a gzip file."""
    found = opened.found
    name = found.name.removesuffix(".gz").removesuffix(".GZ").removesuffix(".gzip")
    if found.depth >= 3:
        raise SourceError(f"{opened.label} lies in more than three containers; unpack it and give the files in it")
    yield Found(
        address=found.address,
        name=name,
        open=lambda: io.BufferedReader(Unzipped(opened.stream, label=opened.label), HEAD),
        depth=found.depth + 1,
        url=found.url,
    )


def _other_xml(opened: Opened) -> Parcels:
    """Refuse XML of a form that is not read."""
    raise SourceError(
        f"{opened.label} is XML of a form that Readout does not read; expected NewsML-G2, NITF, a feed (RSS, Atom) or a "
        "page: save its text as a text file and give that"
    )
