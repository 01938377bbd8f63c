# SPDX-License-Identifier: Apache-2.0
"""The page around the report and its cards: head, notes, policy, style and script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from readout.cli.page.article import article
from readout.cli.page.cards import cards, cast, speakers
from readout.cli.page.escape import name, safe
from readout.cli.page.facts import facts, legend
from readout.cli.page.plan import Plan
from readout.cli.wording import published_words, summary_words, title_of
from readout.record import Record

__all__ = ["page_of"]


def page_of(record: Record) -> str:
    """Return the page of one record, the same record always as the same characters."""
    plan = Plan.of(record)
    style, script = _packaged("page.css"), _packaged("page.js")
    language = f' lang="{safe(record.report.language)}"' if record.report.language else ""
    policy = f"default-src 'none'; img-src data:; style-src {_hash(style)}; script-src {_hash(script)}"
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="color-scheme" content="light dark">
<title>{safe(title_of(record))} · Readout</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<a class="skip" href="#statements">Skip to the statements</a>
{_head(plan)}<div class="columns">
<main class="report" aria-label="The report"{language}>
{article(plan)}</main>
<section class="side" id="statements" aria-label="Statements" tabindex="-1">
<div class="top"><h2>Statements</h2><p class="status" role="status" id="status"></p></div>
<ul class="speakers" aria-label="Show the statements of">
{speakers(plan)}</ul>
<ol class="cards">
{cards(plan)}</ol>
</section>
</div>
{cast(plan)}
{facts(plan)}{_foot(record)}
<script>{script}</script>
</body>
</html>
"""


@cache
def _packaged(file: str) -> str:
    return files("readout.cli.page").joinpath(file).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """Name a source as a content security policy does, so that nothing else runs or styles."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def _head(plan: Plan) -> str:
    """Set the bar at the top, the notes, and the title if the text has no headline."""
    record = plan.record
    facts = [record.report.publisher, published_words(record), summary_words(record)]
    shown = " · ".join(name(fact) for fact in facts if fact)
    notes = "".join(f'<p class="note" role="note"><b>Note</b> {safe(note.reason)}</p>\n' for note in record.notes)
    has_headline = any(part.kind == "headline" for part in record.report.parts)
    title = "" if has_headline else f'<h1 class="title" dir="auto">{safe(title_of(record))}</h1>\n'
    return f"""<header class="bar">
<p class="brand">Readout</p>
<p class="facts">{shown}{_address(record.report.url)}</p>
{legend(plan)}<button type="button" id="theme" hidden>Theme: as the system</button>
</header>
{notes}{title}"""


def _address(url: str | None) -> str:
    """Link the report's address; one of another kind (`javascript:`) is only shown."""
    if not url:
        return ""
    if not url.startswith(("https://", "http://")):
        return f" · {name(url)}"
    return f' · <a href="{safe(url)}" rel="noreferrer">{safe(url)}</a>'


def _foot(record: Record) -> str:
    made_by = record.made_by
    maker = f"Readout {safe(made_by.readout)}, model {safe(made_by.model)}" if made_by else "Readout"
    return f"""<footer class="foot">
<p>Read by {maker}. Every field of the record points to the words it rests on.</p>
<p class="keys"><kbd>j</kbd> <kbd>k</kbd> next and previous statement · <kbd>Enter</kbd> from card to text and
back · <kbd>Esc</kbd> let go</p>
</footer>"""
