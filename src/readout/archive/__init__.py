# SPDX-License-Identifier: Apache-2.0
"""The cellar: what is kept, and how it is found again.

**What is never altered.** A *report* is a text that was received, known by the SHA-256 of its UTF-8; it is written once. An
*appearance* is a place where that text stood: an address, with the title, publisher, author and day that were given there. A
*reading* is the record that one version of code, model and tables (a *maker*) made of a report; the last one that could be
read counts. A *correction* is what a person says against a reading, with who and when. None of these rows is updated or deleted,
save by `vacuum`, which takes old readings out if it is asked to, and by `repair`, which gives up a record that is damaged.

**What can be rebuilt.** Everything else follows from those: which reports are copies of one *text*; the rows of statements,
events, contacts and figures that queries read; the full-text indexes; the sketches by which copies are found. `archive repair`
makes them anew.

**Identity.** A report is known by its hash, an appearance by its report and its address: adding either twice changes nothing and
says so. Another text at an address that is known already is a new *version* there; the old one stays.

**Texts.** Reports that are copies of each other (wire copy, trimmed, re-headlined, updated) share a *text*: ten copies of one
agency report are one source told ten times. Each report keeps its own reading, because spans point into its own words. The first
of a text is the one published first, whenever it was added; what the others say again is marked, and stays right as reports come.

**Acknowledged is kept.** `add` reports a report as added only after the transaction that holds report, appearance, reading and
rows has been committed: SQLite in WAL mode with `synchronous=FULL`, PostgreSQL with its default `synchronous_commit`.

**Two databases, one schema.** `Archive.open("news.sqlite")` or `Archive.open("postgresql://…")`; numbered migrations (Alembic)
lead from every released schema to the newest one, when somebody asks for it (`readout archive upgrade`), in one transaction. What
differs (full text) stands in one module. There is one writer at a time on both, and readers never wait.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from readout.errors import ConfigError

if TYPE_CHECKING:
    from readout.archive.archive import Archive

__all__ = ["Archive"]

_LIBRARIES = {"alembic", "psycopg", "rapidfuzz", "sqlalchemy"}

if not TYPE_CHECKING:  # a type checker that saw it would take every misspelt name for an object

    def __getattr__(name: str) -> object:
        """Fetch `Archive` when it is asked for: its libraries are an extra, and what needs none of them loads none."""
        if name not in __all__:
            raise AttributeError(f"module 'readout.archive' has no attribute {name!r}; it has: {', '.join(__all__)}")
        try:
            return import_module("readout.archive.archive").Archive
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in _LIBRARIES:
                raise
            raise ConfigError(
                f"an archive needs the libraries of the archive ('{error.name}' is not installed); "
                "run: pip install 'readout-news[archive]'"
            ) from error
