# SPDX-License-Identifier: Apache-2.0
"""Attributions as the encoder sees them: spans of source, cue and content, and which belongs to which.

An attribution is built around its cue: every content fragment is linked to a cue, every cue to a source or to none, over the
whole report (a discontinuous content is two fragments with one cue). What journalism makes of them (channel, relay, nesting) is the
business of `readout.reading.statements.statements`.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from readout.model import Lattice, best_tags, spans_of_tags
from readout.reading.attributions.attachment import attach, group_by_cue
from readout.reading.attributions.doubt import DRAWN, shares_of
from readout.reading.encoding import Encoding
from readout.reading.page.parts import Part
from readout.reading.reading import Reading

__all__ = [
    "LEAST",
    "READ",
    "Attribution",
    "Attributions",
    "WordRange",
    "confidence",
    "find_attributions",
    "link_spans",
    "readable_segments",
    "tag_attributions",
]

READ = {"headline", "standfirst", "caption", "body"}  # parts in which people are quoted
LEAST = 0.3  # share of draws that must hold an attribution too: of those that fewer hold, one in five is right
ROLES = ("source", "cue", "content")
_CHANCE = 0.01  # of a word to begin or end a content: the bounds of less likely ones are not looked at
_SURE = 0.75  # of both bounds: no other span can be likelier
_MOST = 24  # such words on either side, the likeliest

_START, _END = itemgetter(0), itemgetter(1)  # of a span

WordRange = tuple[int, int]
Tagged = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, in half-open ranges of words.

    Attributes:
        contents: Fragments of the content, in text order; empty for a cue that none was linked to, where asked for.
        cue: The cue, or None where content stands without one in reach.
        source: The source, or None where the cue has none.
        content_score: Mean probability of the content's words being content, 0 to 1.
        cue_score: Probability of the link from content to cue (of the first fragment) and of the cue's words being one.
        source_score: Probability of the link from cue to source, or of there being none, and of the source's words.
        share: Share of the draws that hold it too, 0 to 1; 0 without cue, 1 for a cue alone.
    """

    contents: tuple[WordRange, ...]
    cue: WordRange | None
    source: WordRange | None
    content_score: float
    cue_score: float
    source_score: float
    share: float


def readable_segments(encoding: Encoding, parts: Sequence[Part]) -> list[WordRange]:
    """Return the lines, or the stretches of them, in which statements are looked for, as ranges of words."""
    segments: list[WordRange] = []
    spans = [part.span for part in parts if part.kind in READ]
    at = 0
    for start, end in encoding.lines:
        while at < len(spans) and spans[at].end <= encoding.spans[start].start:
            at += 1
        later = at
        while later < len(spans) and spans[later].start < encoding.spans[end - 1].end:
            first = bisect_left(encoding.spans, spans[later].start, start, end, key=_START)
            last = bisect_right(encoding.spans, spans[later].end, start, end, key=_END)
            if first < last:
                segments.append((first, last))
            later += 1
    return segments


def confidence(attribution: Attribution) -> float:
    """Return the probability that an attribution is right: content and source found and linked.

    A logistic function of the share of draws that hold it, fitted on PolNeAR's development part by
    `python -m training.calibrate`; `benchmarks.quality` reports its expected calibration error.
    """
    share = min(max(attribution.share, 0.5 / DRAWN), 1 - 0.5 / DRAWN)
    return 1.0 / (1.0 + math.exp(-_CALIBRATION[0] - _CALIBRATION[1] * math.log(share / (1.0 - share))))


_CALIBRATION = (-0.224, 0.868)


def tag_attributions(encoding: Encoding, segments: Sequence[WordRange] | None = None) -> list[Tagged]:
    """Find the spans of sources, cues and contents.

    Args:
        encoding: The words and their scores.
        segments: Ranges within which spans must lie; the lines if None.

    Returns:
        (start, end, "source" | "cue" | "content") in text order.
    """
    segments = encoding.lines if segments is None else segments
    return _tag(encoding, segments, _lattice(encoding, segments))


def _lattice(encoding: Encoding, segments: Sequence[WordRange]) -> Lattice:
    return Lattice(encoding.scores.of("attribution"), encoding.scores.heads.transitions["attribution"], segments)


def _tag(encoding: Encoding, segments: Sequence[WordRange], lattice: Lattice) -> list[Tagged]:
    heads = encoding.scores.heads
    labels = heads.labels["attribution"]
    tags = best_tags(encoding.scores.of("attribution"), heads.transitions["attribution"], segments)
    spans = spans_of_tags([labels[t] for t in tags.tolist()])
    bounds = sorted(edge for segment in segments for edge in segment)
    number = {label: i for i, label in enumerate(labels)}
    marks = (number["B-content"], number["I-content"], number["E-content"], number["S-content"])
    edges = _Edges.of(lattice, marks)
    found: list[Tagged] = []
    for place, (start, end, role) in enumerate(spans):
        if role == "content":
            low = bounds[bisect_right(bounds, start) - 1]
            high = bounds[bisect_left(bounds, end)]
            low = max(low, found[-1][1]) if found else low
            high = min(high, spans[place + 1][0]) if place + 1 < len(spans) else high
            start, end = _likeliest((start, end), (low, high), lattice, edges)
        found.append((start, end, role))
    return found


class _Edges(NamedTuple):
    """How likely each word is to be the first and the last of a content, and the labels that say so."""

    first: NDArray[np.float32]
    last: NDArray[np.float32]
    marks: tuple[int, int, int, int]

    @classmethod
    def of(cls, lattice: Lattice, marks: tuple[int, int, int, int]) -> Self:
        begin, _, end, single = (lattice.chances[:, mark] for mark in marks)
        return cls(begin + single, end + single, marks)


def _likeliest(span: WordRange, room: WordRange, lattice: Lattice, edges: _Edges) -> WordRange:
    """Return the likeliest of the contents that overlap with one by half.

    The best sequence is not made of the likeliest spans: other sequences may agree on other bounds.
    """
    if edges.first[span[0]] >= _SURE and edges.last[span[1] - 1] >= _SURE:
        return span
    length = span[1] - span[0]
    low, high = max(room[0], span[0] - 2 * length), min(room[1], span[1] + 2 * length)
    starts = _likely(edges.first[low : span[1]]) + low
    lasts = _likely(edges.last[span[0] : high]) + span[0]
    if not len(starts) or not len(lasts):
        return span
    i, j = starts[:, None], lasts[None, :] + 1
    shared = np.minimum(j, span[1]) - np.maximum(i, span[0])
    table = lattice.span_chances(starts, lasts, edges.marks) * (4 * shared >= length + j - i)
    best = int(table.argmax())
    if table.flat[best] <= 0.0:
        return span
    row, column = divmod(best, len(lasts))
    return int(starts[row]), int(lasts[column]) + 1


def _likely(chances: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the places of the chances that are not small, in order; the greatest few if there are many."""
    places = np.flatnonzero(chances >= _CHANCE)
    if len(places) > _MOST:
        places = np.sort(places[np.argsort(-chances[places], kind="stable")[:_MOST]])
    return places


def find_attributions(
    encoding: Encoding,
    segments: Sequence[WordRange] | None = None,
    *,
    least: float = LEAST,
    loose: bool = False,
) -> list[Attribution]:
    """Find the attributions of a report.

    Args:
        encoding: The words and their scores.
        segments: Ranges within which spans lie; the lines if None.
        least: Share of draws that must hold an attribution too.
        loose: Give contents without a cue, and cues with a source but without contents, as well.

    Returns:
        In the order of their first content fragment.
    """
    segments = encoding.lines if segments is None else segments
    lattice = _lattice(encoding, segments)
    linked = link_spans(encoding, _tag(encoding, segments, lattice), lattice)
    whole = [a for a in linked if a.contents and a.cue]
    shares = shares_of(encoding, lattice, [(a.contents, a.source) for a in whole])
    found = [replace(a, share=share) for a, share in zip(whole, shares, strict=True) if share >= least]
    if loose:
        found += [a for a in linked if not (a.contents and a.cue)]
    return sorted(found, key=lambda a: a.contents)


def link_spans(encoding: Encoding, spans: Sequence[Tagged], lattice: Lattice | None = None) -> list[Attribution]:
    """Link spans to attributions.

    Args:
        encoding: The words and their scores.
        spans: As `tag_attributions` gives them.
        lattice: The label sequences, for the scores; those within the lines if None.

    Returns:
        Each cue with contents or a source, and each content without a cue; their `share` is not looked for.
    """
    of = {role: [(start, end) for start, end, label in spans if label == role] for role in ROLES}
    contents, cues, sources = (np.array(of[r], np.int64).reshape(-1, 2) for r in ("content", "cue", "source"))
    certain = _Certainty(encoding, lattice or _lattice(encoding, encoding.lines))
    to_cue, cue_chance = attach(encoding, contents, cues, kind="cue")
    to_source, source_chance = attach(encoding, cues, sources, kind="source")
    groups, alone = group_by_cue(encoding, contents, cues, to_cue.tolist())
    found = []
    for index, cue in enumerate(of["cue"]):
        members = groups.get(index, [])
        source = of["source"][to_source[index]] if to_source[index] >= 0 else None
        if not members and source is None:
            continue
        fragments = tuple(of["content"][i] for i in members)
        content_score = certain.of(fragments, "content") if members else 0.0
        cue_score = (float(cue_chance[members[0]]) if members else 1.0) * certain.of([cue], "cue")
        source_score = float(source_chance[index]) * (certain.of([source], "source") if source else 1.0)
        found.append(Attribution(fragments, cue, source, content_score, cue_score, source_score, 1.0))
    for index in alone:
        fragment = of["content"][index]
        found.append(Attribution((fragment,), None, None, certain.of([fragment], "content"), 0.0, 0.0, 0.0))
    return sorted(found, key=lambda a: a.contents)


class _Certainty:
    """The mean probability of a role over the words of spans."""

    def __init__(self, encoding: Encoding, lattice: Lattice) -> None:
        labels = encoding.scores.heads.labels["attribution"]
        self._of = {
            role: lattice.chances[:, [i for i, label in enumerate(labels) if label[2:] == role]].sum(axis=1)
            for role in ROLES
        }

    def of(self, spans: Sequence[WordRange], role: str) -> float:
        chances = self._of[role]
        means = [np.add.reduce(chances[start:end]) / np.float32(end - start) for start, end in spans]
        return float(means[0] if len(means) == 1 else np.mean(means))


class Attributions:
    """The layer that finds attributions in the parts of a report in which people are quoted."""

    name = "attributions"
    requires: tuple[type, ...] = (Encoding, Part)
    provides: tuple[type, ...] = (Attribution,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's attributions."""
        encoding = reading.the(Encoding)
        segments = readable_segments(encoding, reading.of(Part))
        return reading.adding(Attribution, find_attributions(encoding, segments, loose=True))
