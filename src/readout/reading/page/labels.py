# SPDX-License-Identifier: Apache-2.0
"""Find who speaks in a transcript or an interview, as its paragraphs are labelled: "MR PATEL: …", "Q: … A: …", "Merkel: …".

A paragraph that begins with a few words and a colon may be anything: "Background: …". So the paragraphs decide together: there are
several labels, they come again or are written as no headline is, and most paragraphs between the first and the last have one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from readout.reading.page.parts import Part
from readout.reading.reading import Reading
from readout.text import Span

__all__ = ["Label", "Labels", "find_labels"]

_NAME = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,5}(?: \([^()\n]{2,40}\))?"
_LABEL = re.compile(
    rf"(?P<label>{_NAME})(?P<colon> ?:)(?=\s+\S)|(?P<letter>[QA])(?P<stop>\.)(?=\s+\S)|(?P<bare>Q)(?=(?:[ \u00a0]{{2,}}|\t)\S)"
)
_QUESTIONS = frozenset({"q", "question", "questioner", "reporter"})
_ANSWERS = frozenset({"a", "answer"})
_SMALL = frozenset("de da do dos du von van der den al el ul bin ibn la le di".split())  # within names
_TEXTS = frozenset(
    "claim claims verdict fact facts fact-check assessment rating conclusion correction clarification background context analysis "
    "summary note update myth reality".split()
)  # what a point of a fact check is called by, or a note of the editors: nobody who speaks
_FEWEST = 3  # labelled paragraphs
_AGAIN = 2  # times that one who speaks in a conversation does so, by surname: "KATE LIND", then "LIND"
_SHARE = 0.4  # of the paragraphs from the first to the last label that have one


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks in a paragraph.

    Attributes:
        span: The label without its colon: "MR PATEL", "Q".
        mark: The colon or stop behind it; empty behind a "Q" that only a wide space sets apart, as in briefings of the White House.
        role: "question" and "answer" for those that are called only so, else "name".
    """

    span: Span
    mark: Span
    role: str


def find_labels(text: str, parts: Sequence[Part]) -> list[Label]:
    """Find the labels of a transcript.

    Args:
        text: The report's text.
        parts: Its parts; only paragraphs of the body, and of what is taken for the line below the headline, have labels.

    Returns:
        Labels in text order; none where the report is no transcript.
    """
    paragraphs = [part.span for part in parts if part.kind in {"body", "standfirst"}]
    found = [(n, label) for n, span in enumerate(paragraphs) if (label := _label_at(text, span)) is not None]
    names = Counter(label.span.of(text) for _, label in found)
    kept = [(n, label) for n, label in found if _is_speaker(label, names[label.span.of(text)], text)]
    sure = {n for n, label in kept if label.role == "name"}
    kept += [(n, label) for n, label in found if n not in sure and _is_answered(n, label, sure, text)]
    kept.sort(key=lambda each: each[0])
    if len(kept) < _FEWEST or len({label.span.of(text) for _, label in kept}) < 2:
        return []
    if max(Counter(label.span.of(text).split()[-1] for _, label in kept).values()) < _AGAIN:
        return []  # the points of a box of facts, "WHERE: …", or the lines of a table
    if len({label.role for _, label in kept}) == 1 and kept[0][1].role != "name":
        return []  # questions alone, or answers
    first, last = kept[0][0], kept[-1][0]
    return [label for _, label in kept] if len(kept) >= _SHARE * (last - first + 1) else []


def _label_at(text: str, paragraph: Span) -> Label | None:
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    if match is None:
        return None
    if match["letter"]:
        role = "question" if match["letter"] == "Q" else "answer"
        return Label(Span(*match.span("letter")), Span(*match.span("stop")), role)
    if match["bare"]:
        return Label(Span(*match.span("bare")), Span(match.end("bare"), match.end("bare")), "question")
    name = match["label"].lower()
    role = "question" if name in _QUESTIONS else "answer" if name in _ANSWERS else "name"
    return Label(Span(*match.span("label")), Span(match.end("colon") - 1, match.end("colon")), role)


def _is_speaker(label: Label, times: int, text: str) -> bool:
    """Tell whether a label may be a speaker's: a letter, words in capitals, or a name that comes again."""
    if label.role != "name":
        return True
    words = re.sub(r" \(.*", "", label.span.of(text)).split()
    if words[-1].lower() in _TEXTS:
        return False
    if all(word.upper() == word for word in words if word.lower() not in _SMALL) and any(len(w) > 1 for w in words):
        return True
    return times > 1 and _is_written_as_name(label, text)


def _is_answered(number: int, label: Label, sure: Collection[int], text: str) -> bool:
    """Tell whether a name that does not come again stands between the turns of one that does: "Reuters: Can you confirm it?"."""
    is_text = label.span.of(text).split()[-1].lower() in _TEXTS
    return label.role == "name" and not is_text and number + 1 in sure and _is_written_as_name(label, text)


def _is_written_as_name(label: Label, text: str) -> bool:
    words = re.sub(r" \(.*", "", label.span.of(text)).split()
    return all(word[:1].isupper() or word.lower() in _SMALL for word in words)


class Labels:
    """The layer that finds who speaks in a transcript, by its labels."""

    name = "labels"
    requires: tuple[type, ...] = (Part,)
    provides: tuple[type, ...] = (Label,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's labels."""
        return reading.adding(Label, find_labels(reading.report.text, reading.of(Part)))
