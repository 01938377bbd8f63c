# SPDX-License-Identifier: Apache-2.0
"""Set what stands beside and below the report: the speakers, a card for each statement, people and bodies."""

from __future__ import annotations

from collections import Counter

from readout.cli.page.escape import joined, name, safe
from readout.cli.page.plan import Plan
from readout.cli.wording import (
    Member,
    Nested,
    cast_of,
    entity_words,
    has_unnamed_source,
    is_unsure,
    link_words,
    name_words,
    open_words,
    sector_words,
    speaker_words,
    sure_words,
)
from readout.record import Reason, Record, Statement

__all__ = ["cards", "cast", "speakers"]

# Further levels are drawn at this one: the column is narrow.
_DEEPEST = 3


def speakers(plan: Plan) -> str:
    """Return the key of colours; with JavaScript, each name shows only its own statements."""
    made = Counter(nested.statement.speaker for nested in plan.order)
    return "".join(_speaker(plan, id, made[id]) for id in plan.speakers)


def _speaker(plan: Plan, id: str, made: int) -> str:
    colour = plan.colour(id)
    called = f"{name(name_words(plan.record, id))} <small>{made}</small>"
    data = f'data-speaker="{plan.speakers[id]}" aria-pressed="false"'
    return f'<li><button type="button" class="g-{colour} u-{colour}" {data} disabled>{called}</button></li>\n'


def cards(plan: Plan) -> str:
    """Return a card for each statement."""
    return "".join(_card(plan, nested) for nested in plan.order)


def _card(plan: Plan, nested: Nested) -> str:
    """Set one card: who to whom, how, the words, and what is sure or open about it."""
    record, statement = plan.record, nested.statement
    number, colour = plan.numbers[statement.id], plan.colour(statement.speaker)
    speaker = "" if statement.speaker is None else f' data-speaker="{plan.speakers[statement.speaker]}"'
    data = f'data-n="{number}" data-colour="{colour}"{speaker}'
    return f"""<li class="card {colour} d{min(nested.depth, _DEEPEST)}" id="card-{number}" {data}>
<div class="face" role="group" tabindex="0" aria-labelledby="who-{number}" aria-describedby="how-{number}">
<h3 id="who-{number}"><a class="number" href="#text-{number}" tabindex="-1" \
aria-label="Statement {number}">{number}</a> {_who(record, statement)}</h3>
<p class="how" id="how-{number}">{_how(plan, statement)}</p>
<blockquote dir="auto">{safe(record.words(statement.content))}</blockquote>
{_doubts(record, statement)}{_reasons(record, statement)}</div>
</li>
"""


def _who(record: Record, statement: Statement) -> str:
    speaker = record.speaker_of(statement)
    shown = f'<b class="speaker">{name(speaker_words(record, statement))}</b>'
    if has_unnamed_source(record, statement):
        shown += ' <span class="flag">unnamed</span>'
    about = entity_words(speaker) if speaker else ""
    if about:
        shown += f'{"" if about.startswith("(") else ","} <span class="about">{name(about)}</span>'
    if statement.addressees:
        names = joined(name_words(record, id) for id in statement.addressees)
        shown += f' <span class="to"><span role="img" aria-label="to">→</span> {names}</span>'
    return shown


def _how(plan: Plan, statement: Statement) -> str:
    """Set the links of the chain, what holds the statement, and how sure it is."""
    shown = [f'<span class="{link}">{name(words)}</span>' for link, words in link_words(plan.record, statement)]
    if statement.nested_in is not None:
        holder = plan.numbers[statement.nested_in]
        shown.append(f'<a class="holder" href="#card-{holder}" tabindex="-1">within {holder}</a>')
    shown.append(f'<span class="sure{" low" if is_unsure(statement) else ""}">{sure_words(statement)}</span>')
    return " · ".join(shown)


def _doubts(record: Record, statement: Statement) -> str:
    """Tell on what condition the source is unnamed, and what was left open."""
    condition = safe(record.words(statement.condition))
    lines = [f'<p class="condition" dir="auto">Unnamed: “{condition}”</p>\n'] if condition else []
    lines += [f'<p class="open">{safe(open_words(item))}</p>\n' for item in statement.undecided]
    return "".join(lines)


def _reasons(record: Record, statement: Statement) -> str:
    """List what the fields rest on, folded away."""
    if not statement.because:
        return ""
    rows = "".join(_reason(record, reason) for reason in statement.because)
    summary = f"<summary>Why <small>{safe(statement.id)}</small></summary>"
    return f"<details>{summary}<table>\n{rows}</table></details>\n"


def _reason(record: Record, reason: Reason) -> str:
    score = "" if reason.score is None else f"{reason.score:.2f}"
    field = safe(reason.field.replace("_", " "))
    cells = "".join(f"<td>{cell}</td>" for cell in (safe(reason.rule), score, name(record.words(reason.spans))))
    return f'<tr><th scope="row">{field}</th>{cells}</tr>\n'


def cast(plan: Plan) -> str:
    """Return the table of who acts and speaks, with what the report says of them."""
    members = cast_of(plan.record)
    if not members:
        return ""
    rows = "".join(_member(plan, member) for member in members)
    return f"""<section class="cast" aria-label="People and bodies">
<h2>People and bodies</h2>
<table>
<thead><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">Country</th>
<th scope="col">Sector</th><th scope="col" class="n">Statements</th><th scope="col" class="n">Mentions</th>
</tr></thead>
<tbody>
{rows}</tbody>
</table>
</section>"""


def _member(plan: Plan, member: Member) -> str:
    entity = member.entity
    called = name_words(plan.record, entity.id)
    also = [alias for alias in entity.aliases if alias != called]
    shown = name(called)
    shown += ' <span class="flag">unnamed</span>' if entity.anonymous else ""
    shown += f" <small>also {joined(also)}</small>" if also else ""
    colour = f' class="u-{plan.colour(entity.id)}"' if entity.id in plan.speakers else ""
    facts = [joined(role.words for role in entity.roles), safe(entity.country or "")]
    facts.append(safe(sector_words(entity) or ""))
    counts = [str(member.statements or ""), str(len(entity.mentions))]
    cells = [f"<td>{fact}</td>" for fact in facts] + [f'<td class="n">{count}</td>' for count in counts]
    return f'<tr><th scope="row"{colour}>{shown}</th>{"".join(cells)}</tr>\n'
