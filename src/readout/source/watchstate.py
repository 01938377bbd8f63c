# SPDX-License-Identifier: Apache-2.0
"""What a watch remembers of its feeds from one run to the next: one small file in JSON, replaced as a whole.

A run that is killed leaves the file as it was after the last feed: what came since is fetched again, and the archive finds that it
has it. Nothing can be lost by it, since an entry is remembered only once the archive has said what became of it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from readout.errors import ConfigError

__all__ = ["Memory", "WatchState", "key_of"]

_FORMAT = "readout-watch/1"
# Entries remembered of a feed beyond those that it still has. Some feeds bring an old one back.
_MOST_SEEN = 2000
# 60 bits of a hash tell the entries of one feed apart.
_KEY_DIGITS = 15


def key_of(value: str) -> str:
    """Return a short key for an entry's name, which may be of any length."""
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:_KEY_DIGITS]


@dataclass(slots=True, kw_only=True)
class Memory:
    """What is remembered of one feed.

    Attributes:
        etag: What its server gave as `ETag`.
        modified: What it gave as `Last-Modified`.
        next: When it is visited next, in seconds since 1970.
        failures: Visits in a row that failed.
        seen: For each entry that is settled, its key and that of its last change.
        failed: For each entry that could not be had, its key and how often it was tried.
    """

    etag: str | None = None
    modified: str | None = None
    next: float = 0.0
    failures: int = 0
    seen: dict[str, str] = field(default_factory=dict)
    failed: dict[str, int] = field(default_factory=dict)

    def forget(self, current: set[str]) -> None:
        """Forget the oldest entries that the feed has no more."""
        gone = [key for key in self.seen if key not in current]
        for key in gone[: max(0, len(gone) - _MOST_SEEN)]:
            del self.seen[key]
        self.failed = {key: number for key, number in self.failed.items() if key in current}


class WatchState:
    """The memories of all feeds of a watch, by address."""

    def __init__(self, path: Path, *, archive: str) -> None:
        """Read the file, if it is there and of the same archive.

        Args:
            path: The file.
            archive: What the reports are added to: another archive has seen none of the entries.

        Raises:
            ConfigError: If it is there and cannot be read.
        """
        self._path = path
        self._archive = archive
        self._feeds = _read(path, archive)

    def of(self, url: str) -> Memory:
        """Return what is remembered of a feed; changes of it are kept with the next `save`."""
        return self._feeds.setdefault(url, Memory())

    def save(self) -> None:
        """Write the file, as a whole or not at all.

        Raises:
            OSError: If it cannot be written.
        """
        written = {
            "format": _FORMAT,
            "archive": self._archive,
            "feeds": {url: asdict(memory) for url, memory in self._feeds.items()},
        }
        descriptor, name = tempfile.mkstemp(dir=self._path.parent, prefix=f".{self._path.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(written, file, separators=(",", ":"))
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self._path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise


def _read(path: Path, archive: str) -> dict[str, Memory]:
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
        if written["format"] != _FORMAT:
            raise ValueError(f"its format is {written['format']!r}")
        feeds = {str(url): _memory_from(memory) for url, memory in written["feeds"].items()}
        return feeds if written["archive"] == archive else {}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ConfigError(
            f"'{path}' cannot be read as what a watch remembers ({error}); delete it to begin anew: the archive knows what it has"
        ) from error


def _memory_from(written: Mapping[str, object]) -> Memory:
    """Read a memory; unlike what a person writes, this is checked for its form only."""
    memory = Memory(**written)  # type: ignore[arg-type]
    default = Memory()
    for each in fields(Memory):
        value, expected = getattr(memory, each.name), getattr(default, each.name)
        allowed = (
            (str, type(None)) if expected is None else (int, float) if isinstance(expected, float) else type(expected)
        )
        if not isinstance(value, allowed):
            raise ValueError(f"{each.name} is {value!r}")
    return memory
