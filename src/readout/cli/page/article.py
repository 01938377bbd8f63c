# SPDX-License-Identifier: Apache-2.0
"""Set the report: its blocks as a reader of news knows them, with the statements marked in place."""

from __future__ import annotations

from collections.abc import Iterator

from readout.cli.page.escape import safe
from readout.cli.page.marks import Mark, Segment, segments_within
from readout.cli.page.plan import Plan
from readout.cli.wording import speaker_words

__all__ = ["article"]


def article(plan: Plan) -> str:
    """Return the blocks of the report; captions and credits that follow one another share a figure."""
    return "".join(_blocks(plan))


def _blocks(plan: Plan) -> Iterator[str]:
    in_figure = has_headline = False
    for block in plan.blocks:
        is_caption = block.kind in ("caption", "credit")
        if is_caption != in_figure:
            yield "<figure><figcaption>\n" if is_caption else "</figcaption></figure>\n"
            in_figure = is_caption
        tag = "h1" if block.kind == "headline" and not has_headline else "p"
        has_headline = has_headline or tag == "h1"
        words = "".join(_segment(plan, segment) for segment in segments_within(block.span, plan.segments))
        yield f'<{tag} class="{block.kind}" dir="auto">{words}</{tag}>\n'
    if in_figure:
        yield "</figcaption></figure>\n"


def _segment(plan: Plan, segment: Segment) -> str:
    """Set one segment between the anchors of statements that begin and the numbers of those that end."""
    anchors = "".join(f'<a class="at" id="text-{number}"></a>' for number in plan.begins.get(segment.span.start, ()))
    refs = "".join(_ref(plan, number) for number in reversed(plan.ends.get(segment.span.end, ())))
    return anchors + _marked(plan, segment) + refs


def _marked(plan: Plan, segment: Segment) -> str:
    words = _as_fact(plan, segment, safe(segment.span.of(plan.record.report.text)))
    contents = [mark for mark in segment.marks if mark.role == "content"]
    others = [mark for mark in segment.marks if mark.role != "content" and mark.fact is None]
    if not contents and not others:
        return words
    # Who points at a cue means its own statement, not the one it lies in; so cues and sources come first.
    numbers = dict.fromkeys(str(mark.number) for mark in [*others, *contents] if mark.number)
    data = f' data-s="{" ".join(numbers)}"' if numbers else ""
    tag = "mark" if contents else "span"
    return f'<{tag} class="{_look(plan, contents, others)}"{data}>{words}</{tag}>'


def _as_fact(plan: Plan, segment: Segment, words: str) -> str:
    """Link words that give a figure, time or place to its line below: the innermost one; those around it are only marked."""
    for mark in segment.marks:
        if mark.fact is None:
            continue
        listed = plan.facts[mark.fact]
        name = f' id="{listed.words_name(mark.span)}"' if mark.span.start == segment.span.start else ""
        if words.startswith(("<a ", "<span ")):
            words = f'<span class="fact {mark.role}"{name} tabindex="-1">{words}</span>'
        else:
            told = safe(": ".join(part for part in listed.fact.line if part))
            link = f'href="#{listed.name}" title="{told}" tabindex="-1"'
            words = f'<a class="fact {mark.role}"{name} {link}>{words}</a>'
    return words


def _look(plan: Plan, contents: list[Mark], others: list[Mark]) -> str:
    """Name the look: the innermost content colours the ground, the next one draws a line."""
    classes = ["m"]
    classes += [f"g-{plan.colour_of(mark.number)}" for mark in contents[:1]]
    classes += [f"l-{plan.colour_of(mark.number)}" for mark in contents[1:2]]
    classes += [mark.role for mark in others]
    classes += [f"u-{plan.colour_of(mark.number)}" for mark in others if mark.number][:1]
    return " ".join(dict.fromkeys(classes))


def _ref(plan: Plan, number: int) -> str:
    label = safe(f"Statement {number}, {speaker_words(plan.record, plan.statement(number))}")
    return (
        f'<a class="ref u-{plan.colour_of(number)}" href="#card-{number}" data-n="{number}" '
        f'aria-label="{label}">{number}</a>'
    )
