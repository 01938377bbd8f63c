# SPDX-License-Identifier: Apache-2.0
"""The cellar: what is kept, and how it is found again.

**What is never altered.** A *report* is a text that was received, known by the SHA-256 of its UTF-8; it is written once. An
*appearance* is a place where that text stood: an address, with the title, publisher, author and day that were given there. A
*reading* is the record that one version of code, model and tables (a *maker*) made of a report. A *correction* is what a person
says against a reading, with who and when. None of these rows is updated or deleted, save by `vacuum` under its own rules.

**What can be rebuilt.** Everything else follows from those: which reports are copies of one *text*; the rows of statements,
events, contacts and figures that queries read; the full-text indexes; the sketches by which copies are found. `archive repair`
makes them anew.

**Identity.** A report is known by its hash, an appearance by its report and its address: adding either twice changes nothing and
says so. Another text at an address that is known already is a new *version* there; the old one stays.

**Texts.** Reports that are copies of each other (wire copy, trimmed, re-headlined, updated) share a *text*: ten copies of one
agency report are one source told ten times. Each report keeps its own reading, because spans point into its own words.

**Acknowledged is kept.** `add` reports a report as added only after the transaction that holds report, appearance, reading and
rows has been committed: SQLite in WAL mode with `synchronous=FULL`, PostgreSQL with its default `synchronous_commit`.

**Two databases, one schema.** `Archive.open("news.sqlite")` or `Archive.open("postgresql://…")`; numbered migrations (Alembic)
lead from every released schema to the newest one. What differs (full text) stands in one module.
"""
