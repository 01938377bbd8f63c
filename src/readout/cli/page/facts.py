# SPDX-License-Identifier: Apache-2.0
"""Set events, contacts, figures, times and places in tables below the report, and what switches their marks in the text."""

from __future__ import annotations

from collections.abc import Sequence

from readout.cli.events import contact_lines, event_lines
from readout.cli.facts import anchor_words
from readout.cli.page.escape import name, safe
from readout.cli.page.plan import FACTS, Listed, Plan

__all__ = ["facts", "legend"]

_COLUMNS = {"figure": "figure", "time": "words", "place": "place"}


def legend(plan: Plan) -> str:
    """Return a button for each kind of facts: it says how they are marked in the text, and shows or hides them."""
    buttons = "".join(_button(kind, _of_kind(plan, kind)) for kind in FACTS)
    return f'<div class="legend" role="group" aria-label="Marked in the text">{buttons}</div>\n' if buttons else ""


def _button(kind: str, rows: Sequence[Listed]) -> str:
    if not rows:
        return ""
    count = sum(len(row.fact.spans) for row in rows)
    shown = f'<span class="fact {kind}">{FACTS[kind]}</span> <small>{count}</small>'
    return f'<button type="button" data-fact="{kind}" aria-pressed="true" disabled>{shown}</button>'


def facts(plan: Plan) -> str:
    """Return a section for each of events, contacts, figures, times and places that the record has."""
    told = _told("Events", "event", event_lines(plan.record)) + _told("Contacts", "contact", contact_lines(plan.record))
    return told + "".join(_table(plan, kind, rows) for kind in FACTS if (rows := _of_kind(plan, kind)))


def _told(head: str, column: str, rows: Sequence[tuple[str, str]]) -> str:
    """Return the section of what is not marked in the text by itself."""
    if not rows:
        return ""
    lines = "".join(f'<tr><th scope="row">{name(words)}</th><td>{safe(told)}</td></tr>\n' for words, told in rows)
    return f"""<section class="cast" aria-label="{head}">
<h2>{head}</h2>
<table>
<thead><tr><th scope="col">{column}</th><th scope="col">what the report tells</th></tr></thead>
<tbody>
{lines}</tbody>
</table>
</section>
"""


def _of_kind(plan: Plan, kind: str) -> list[Listed]:
    return [listed for listed in plan.facts if listed.kind == kind]


def _table(plan: Plan, kind: str, rows: Sequence[Listed]) -> str:
    advice = anchor_words(plan.record) if kind == "time" else None
    note = f"<p>{safe(advice)}</p>\n" if advice else ""
    head = FACTS[kind]
    return f"""<section class="cast told" aria-label="{head}">
<h2>{head}</h2>
{note}<table>
<thead><tr><th scope="col">{_COLUMNS[kind]}</th><th scope="col">what the report tells</th></tr></thead>
<tbody>
{"".join(map(_row, rows))}</tbody>
</table>
</section>
"""


def _row(listed: Listed) -> str:
    """Set one line: its words lead to their first place in the text, numbers to the further ones."""
    first, *further = listed.fact.spans
    more = "".join(
        f' <a class="more" href="#{listed.words_name(span)}" aria-label="{safe(listed.fact.words)}, mention {number}">{number}</a>'
        for number, span in enumerate(further, start=2)
    )
    link = f'<a href="#{listed.words_name(first)}">{name(listed.fact.words)}</a>{more}'
    return f'<tr id="{listed.name}"><th scope="row">{link}</th><td>{safe(listed.fact.told)}</td></tr>\n'
