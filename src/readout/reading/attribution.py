# SPDX-License-Identifier: Apache-2.0
"""Attributions as the encoder sees them: spans of source, cue and content, and which belongs to which.

An attribution is built around its cue: every content fragment is linked to a cue, every cue to a source or to none, over the
whole report (a discontinuous content is two fragments with one cue). What journalism makes of them (channel, relay, nesting) is the
business of `readout.reading.statements`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readout.model import best_tags, buckets, spans_of_tags, tag_chances
from readout.reading.encoding import Encoding
from readout.reading.parts import Part
from readout.reading.reading import Reading

__all__ = [
    "READ",
    "Attribution",
    "Attributions",
    "WordRange",
    "confidence",
    "find_attributions",
    "gaps",
    "readable_segments",
    "tag_attributions",
]

READ = {"headline", "standfirst", "caption", "body"}  # parts in which people are quoted
REACH = 24  # cues or sources on either side that a span may be linked to: keeps the cost linear in long reports
_BETWEEN = 200  # keys among the queries that are linked at once: more of them than queries are chaff

WordRange = tuple[int, int]


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
    """

    contents: tuple[WordRange, ...]
    cue: WordRange | None
    source: WordRange | None
    content_score: float
    cue_score: float
    source_score: float


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
            inside = [w for w in range(start, end) if spans[later].contains(encoding.spans[w])]
            if inside:
                segments.append((inside[0], inside[-1] + 1))
            later += 1
    return segments


def confidence(attribution: Attribution) -> float:
    """Return the probability that an attribution is right: content and source found and linked.

    A logistic function of the model's three scores, fitted on PolNeAR's development part by
    `python -m training.calibrate`; `benchmarks.quality` reports its expected calibration error.
    """
    scores = (attribution.content_score, attribution.cue_score, attribution.source_score)
    total = _CALIBRATION[0] + sum(
        weight * math.log(max(score, 1e-4)) for weight, score in zip(_CALIBRATION[1:], scores, strict=True)
    )
    return 1.0 / (1.0 + math.exp(-total))


_CALIBRATION = (1.912, 5.105, -0.473, 0.916)


def tag_attributions(encoding: Encoding, segments: Sequence[WordRange] | None = None) -> list[tuple[int, int, str]]:
    """Find the spans of sources, cues and contents.

    Args:
        encoding: The words and their scores.
        segments: Ranges within which spans must lie; the lines if None.

    Returns:
        (start, end, "source" | "cue" | "content") in text order.
    """
    heads = encoding.scores.heads
    labels = heads.labels["attribution"]
    tags = best_tags(
        encoding.scores.of("attribution"),
        heads.transitions["attribution"],
        encoding.lines if segments is None else segments,
    )
    return spans_of_tags([labels[t] for t in tags.tolist()])


def gaps(queries: Sequence[WordRange], keys: Sequence[WordRange]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the class of the signed gap in words from each query to each key, and how many keys lie in between (0 to 3).

    Args:
        queries: Word ranges.
        keys: Word ranges in text order that do not overlap.

    Returns:
        Two arrays of shape (queries, keys).
    """
    q, k = np.array(queries, dtype=np.int64).reshape(-1, 2), np.array(keys, dtype=np.int64).reshape(-1, 2)
    after = k[None, :, 0] - q[:, None, 1] + 1
    before = q[:, None, 0] - k[None, :, 1] + 1
    distance = np.where(after > 0, after, np.where(before > 0, -before, 0))
    low = np.minimum(q[:, None, 1], k[None, :, 1])
    high = np.maximum(q[:, None, 0], k[None, :, 0])
    inside = np.searchsorted(k[:, 1], high, side="right") - np.searchsorted(k[:, 0], low, side="left")
    return buckets(distance), np.clip(inside, 0, 3)


def find_attributions(
    encoding: Encoding,
    spans: Sequence[tuple[int, int, str]] | None = None,
    *,
    segments: Sequence[WordRange] | None = None,
    bare: bool = False,
) -> list[Attribution]:
    """Find the attributions of a report.

    Args:
        encoding: The words and their scores.
        spans: The spans to link; `tag_attributions(encoding, segments)` if None.
        segments: Ranges within which spans lie; the lines if None.
        bare: Give cues with a source that no content was linked to as well, without contents.

    Returns:
        In the order of their first content fragment.
    """
    segments = encoding.lines if segments is None else segments
    spans = tag_attributions(encoding, segments) if spans is None else spans
    contents, cues, sources = (
        [(s, e) for s, e, role in spans if role == wanted] for wanted in ("content", "cue", "source")
    )
    certainty = _Certainty(encoding, segments)
    to_cue = _link(encoding, contents, cues, kind="cue")
    to_source = _link(encoding, cues, sources, kind="source")
    found = []
    groups = _grouped(encoding, contents, cues, [cue for cue, _ in to_cue])
    if bare:
        used = {cue for cue, _ in groups}
        groups += [(cue, []) for cue in range(len(cues)) if cue not in used and to_source[cue][0] is not None]
    for cue, members in groups:
        fragments = tuple(contents[i] for i in members)
        content_score = certainty.of(fragments, "content") if fragments else 0.0
        if cue is None:
            found.append(Attribution(fragments, None, None, content_score, 0.0, 0.0))
            continue
        chosen, chance = to_source[cue]
        source = None if chosen is None else sources[chosen]
        cue_score = (to_cue[members[0]][1] if members else 1.0) * certainty.of([cues[cue]], "cue")
        source_score = chance * (certainty.of([source], "source") if source else 1.0)
        found.append(Attribution(fragments, cues[cue], source, content_score, cue_score, source_score))
    return sorted(found, key=lambda a: a.contents)


class _Certainty:
    """The mean probability of a role over the words of spans."""

    def __init__(self, encoding: Encoding, segments: Sequence[WordRange]) -> None:
        heads = encoding.scores.heads
        chances = tag_chances(encoding.scores.of("attribution"), heads.transitions["attribution"], segments)
        labels = heads.labels["attribution"]
        self._of = {
            role: chances[:, [i for i, label in enumerate(labels) if label[2:] == role]].sum(axis=1)
            for role in ("source", "cue", "content")
        }

    def of(self, spans: Sequence[WordRange], role: str) -> float:
        chances = self._of[role]
        means = [np.add.reduce(chances[start:end]) / np.float32(end - start) for start, end in spans]
        return float(means[0] if len(means) == 1 else np.mean(means))


def _grouped(
    encoding: Encoding, contents: Sequence[WordRange], cues: Sequence[WordRange], links: Sequence[int | None]
) -> list[tuple[int | None, list[int]]]:
    """Group the fragments by cue, each group within one line: the cue's own, or else the nearest that has any.

    A quotation that fills another paragraph than its cue's is a statement of its own.
    """
    line_of = np.cumsum(encoding.line_starts)
    groups: dict[int, list[int]] = {}
    alone: list[int] = []
    for index, cue in enumerate(links):
        if cue is None:
            alone.append(index)
        else:
            groups.setdefault(cue, []).append(index)
    found: list[tuple[int | None, list[int]]] = []
    for cue, members in groups.items():
        line = line_of[cues[cue][0]]
        nearest = min(members, key=lambda i: abs(int(line_of[contents[i][0]] - line)))
        together = [i for i in members if line_of[contents[i][0]] == line_of[contents[nearest][0]]]
        found.append((cue, together))
        alone += [i for i in members if i not in together]
    return found + [(None, [i]) for i in alone]


def _link(
    encoding: Encoding, queries: Sequence[WordRange], keys: Sequence[WordRange], *, kind: str
) -> list[tuple[int | None, float]]:
    """Link each query to its best key among the `REACH` nearest on either side; with the probability of the choice."""
    found: list[tuple[int | None, float]] = []
    starts = [key[0] for key in keys]
    while len(found) < len(queries):
        some = list(queries[len(found) : len(found) + REACH])
        low = max(0, bisect_left(starts, some[0][0]) - REACH)
        while len(some) > 1 and bisect_left(starts, some[-1][1]) > low + 2 * REACH + _BETWEEN:
            del some[len(some) // 2 :]
        high = min(bisect_left(starts, some[-1][1]) + REACH, low + 3 * REACH + _BETWEEN)
        found += [(None if k is None else low + k, p) for k, p in _choose(encoding, some, keys[low:high], kind)]
    return found


def _choose(
    encoding: Encoding, queries: Sequence[WordRange], keys: Sequence[WordRange], kind: str
) -> list[tuple[int | None, float]]:
    scores, biases = encoding.scores, encoding.scores.heads.biases
    if not keys:
        return [(None, 1.0)] * len(queries)
    first, last = [q[0] for q in queries], [q[1] - 1 for q in queries]
    if kind == "cue":
        query = scores.of("content_first")[first] + scores.of("content_last")[last]
        key = scores.of("cue_of_content")[[k[0] for k in keys]]
    else:
        query = scores.of("cue")[first]
        key = scores.of("source_first")[[k[0] for k in keys]] + scores.of("source_last")[[k[1] - 1 for k in keys]]
    distance, between = gaps(queries, keys)
    table = query @ key.T / float(scores.heads.scales["link"]) ** 0.5
    table = table + biases[f"{kind}_distance"][distance] + biases[f"{kind}_between"][between]
    if kind == "source":
        table = np.concatenate([table, scores.of("sourceless")[first]], axis=1)
    chances = np.exp(table - table.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    best = chances.argmax(axis=1).tolist()
    return [(None if b == len(keys) else b, float(row[b])) for b, row in zip(best, chances, strict=True)]


class Attributions:
    """The layer that finds attributions in the parts of a report in which people are quoted."""

    name = "attributions"
    requires: tuple[type, ...] = (Encoding, Part)
    provides: tuple[type, ...] = (Attribution,)

    def __call__(self, reading: Reading) -> Reading:
        """Find the report's attributions."""
        encoding = reading.the(Encoding)
        segments = readable_segments(encoding, reading.of(Part))
        return reading.adding(Attribution, find_attributions(encoding, segments=segments, bare=True))
