# SPDX-License-Identifier: Apache-2.0
"""The feeds that are watched, as a file in TOML names them.

[[feed]]
url = "https://example.org/world.rss"
publisher = "The Example"   # what its reports say of themselves counts less
every = "15m"               # the default; m, h and d are minutes, hours and days
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from readout.errors import ConfigError, SourceError
from readout.source.extras import missing_archive

__all__ = ["Watched", "read_watchlist"]

_FIELDS = ("url", "publisher", "every")
_DEFAULT = "15m"
_EVERY = re.compile(r"([0-9]{1,4})\s*([mhd])")
_SECONDS = {"m": 60, "h": 3600, "d": 86_400}
# A feed is made for programs that ask some times an hour.
_SHORTEST, _LONGEST = 60, 30 * 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A feed that is watched.

    Attributes:
        url: Its address.
        publisher: Who publishes what it names.
        every: Seconds between two visits.
    """

    url: str
    publisher: str | None
    every: float


def read_watchlist(path: Path) -> tuple[Watched, ...]:
    """Read the feeds to watch.

    Args:
        path: A file in TOML.

    Returns:
        The feeds in the file's order, each once.

    Raises:
        ConfigError: If there is no such file, or something in it is not as it must be; names the feed and the field.
    """
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(
            f"there is no file '{path}'; expected the feeds to watch, as docs/sources.md describes them"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"'{path}' cannot be read: {error}; expected a file in TOML, in UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"'{path}' is no TOML: {error}; expected [[feed]] with url, publisher and every") from error
    _check_names(written, ("feed",), f"'{path}'")
    tables = written.get("feed")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise ConfigError(f"'{path}' names no feeds; expected at least one [[feed]] with its url")
    feeds = tuple(_watched_from(table, f"'{path}', feed {number}") for number, table in enumerate(tables, 1))
    seen: dict[str, int] = {}
    for number, feed in enumerate(feeds, 1):
        if feed.url in seen:
            raise ConfigError(
                f"'{path}', feed {number} is feed {seen[feed.url]} again, {feed.url!r}; leave one of them out"
            )
        seen[feed.url] = number
    return feeds


def _watched_from(table: Mapping[str, object], place: str) -> Watched:
    _check_names(table, _FIELDS, place)
    publisher = table.get("publisher")
    if publisher is not None and (not isinstance(publisher, str) or not publisher.strip()):
        raise ConfigError(f'{place} has the publisher {publisher!r}; expected a name, such as "The Example"')
    return Watched(
        url=_url_of(table.get("url"), place),
        publisher=publisher,
        every=_seconds_of(table.get("every", _DEFAULT), place),
    )


def _check_names(table: Mapping[str, object], known: tuple[str, ...], place: str) -> None:
    for name in table:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"do you mean '{near[0]}'?" if near else f"it may have: {', '.join(known)}"
            raise ConfigError(f"{place} has '{name}', which is not known; {hint}")


def _url_of(value: object, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(
            f'{place} has the url {value!r}; expected the address of a feed, such as "https://example.org/world.rss"'
        )
    try:
        from readout.source.addresses import url_from

        return str(url_from(value))
    except ImportError as error:
        raise missing_archive("watching feeds", error) from error
    except SourceError as error:
        raise ConfigError(f"{place}: {error}") from error


def _seconds_of(value: object, place: str) -> float:
    match = _EVERY.fullmatch(value.strip()) if isinstance(value, str) else None
    seconds = int(match[1]) * _SECONDS[match[2]] if match else 0
    if not _SHORTEST <= seconds <= _LONGEST:
        raise ConfigError(
            f'{place} has every = {value!r}; expected a time from "1m" to "30d", such as "15m", "2h" or "1d"'
        )
    return float(seconds)
