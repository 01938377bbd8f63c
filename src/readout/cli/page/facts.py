# SPDX-License-Identifier: Apache-2.0
"""Set events, contacts, figures, times and places in tables below the report."""

from __future__ import annotations

from readout.cli.events import contact_lines, event_lines
from readout.cli.facts import anchor_words, figure_lines, place_lines, time_lines
from readout.cli.page.escape import name, safe
from readout.record import Record

__all__ = ["facts"]


def facts(record: Record) -> str:
    """Return a section for each of events, contacts, figures, times and places that the record has."""
    tables = [
        ("Events", "event", event_lines(record)),
        ("Contacts", "contact", contact_lines(record)),
        ("Figures", "figure", figure_lines(record)),
        ("Times", "words", time_lines(record)),
        ("Places", "place", place_lines(record)),
    ]
    advice = anchor_words(record)
    return "".join(
        _table(head, column, rows, remark=advice if head == "Times" else None) for head, column, rows in tables if rows
    )


def _table(head: str, column: str, rows: list[tuple[str, str]], *, remark: str | None) -> str:
    lines = "".join(f'<tr><th scope="row">{name(words)}</th><td>{safe(told)}</td></tr>\n' for words, told in rows)
    note = f"<p>{safe(remark)}</p>\n" if remark else ""
    return f"""<section class="cast" aria-label="{head}">
<h2>{head}</h2>
{note}<table>
<thead><tr><th scope="col">{column}</th><th scope="col">what the report tells</th></tr></thead>
<tbody>
{lines}</tbody>
</table>
</section>
"""
