# SPDX-License-Identifier: Apache-2.0
"""Attributions as the encoder sees them: spans of source, cue and content, and which belongs to which.

An attribution is built around its cue: every content fragment is linked to a cue, every cue to a source or to none, over the
whole report (a discontinuous content is two fragments with one cue). What journalism makes of them (channel, relay, nesting) is the
business of `readout.reading.statements`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from readout.model import best_tags, buckets, spans_of_tags
from readout.reading.encoding import Encoding

__all__ = ["Attribution", "WordRange", "find_attributions", "gaps", "tag_attributions"]

REACH = 24  # cues or sources on either side that a span may be linked to: keeps the cost linear in long reports

WordRange = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, in half-open ranges of words.

    Attributes:
        contents: Fragments of the content, in text order; never empty.
        cue: The cue, or None where content stands without one in reach.
        source: The source, or None where the cue has none.
        content_score: Mean probability of the content's tags, 0 to 1.
        cue_score: Probability of the link from content to cue (of the first fragment), 0 to 1.
        source_score: Probability of the link from cue to source, or of there being none.
    """

    contents: tuple[WordRange, ...]
    cue: WordRange | None
    source: WordRange | None
    content_score: float
    cue_score: float
    source_score: float


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
        encoding.scores.of("attribution"), heads.transitions["attribution"], encoding.lines if segments is None else segments
    )
    return spans_of_tags([labels[t] for t in tags.tolist()])


def gaps(queries: Sequence[WordRange], keys: Sequence[WordRange]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the class of the signed gap in words from each query to each key, and how many keys lie in between (0 to 3).

    Args:
        queries: Word ranges.
        keys: Word ranges.

    Returns:
        Two arrays of shape (queries, keys).
    """
    q, k = np.array(queries, dtype=np.int64).reshape(-1, 2), np.array(keys, dtype=np.int64).reshape(-1, 2)
    after = k[None, :, 0] - q[:, None, 1] + 1
    before = q[:, None, 0] - k[None, :, 1] + 1
    distance = np.where(after > 0, after, np.where(before > 0, -before, 0))
    low = np.minimum(q[:, None, 1], k[None, :, 1])
    high = np.maximum(q[:, None, 0], k[None, :, 0])
    inside = (k[None, None, :, 0] >= low[:, :, None]) & (k[None, None, :, 1] <= high[:, :, None])
    return buckets(distance), np.minimum(inside.sum(2), 3)


def find_attributions(encoding: Encoding, spans: Sequence[tuple[int, int, str]] | None = None) -> list[Attribution]:
    """Find the attributions of a report.

    Args:
        encoding: The words and their scores.
        spans: The spans to link; `tag_attributions(encoding)` if None.

    Returns:
        In the order of their first content fragment.
    """
    spans = tag_attributions(encoding) if spans is None else spans
    contents = [(s, e) for s, e, label in spans if label == "content"]
    cues = [(s, e) for s, e, label in spans if label == "cue"]
    sources = [(s, e) for s, e, label in spans if label == "source"]
    to_cue = _link(encoding, contents, cues, kind="cue")
    to_source = _link(encoding, cues, sources, kind="source")
    grouped: dict[int, list[int]] = {}
    alone: list[int] = []
    for index, (cue, _) in enumerate(to_cue):
        if cue is None:
            alone.append(index)
        else:
            grouped.setdefault(cue, []).append(index)
    certainty = _certainties(encoding)
    found = [
        Attribution(
            tuple(contents[i] for i in members),
            cues[cue],
            None if (source := to_source[cue][0]) is None else sources[source],
            float(np.mean([certainty[contents[i][0] : contents[i][1]].mean() for i in members])),
            to_cue[members[0]][1],
            to_source[cue][1],
        )
        for cue, members in grouped.items()
    ]
    for i in alone:
        start, end = contents[i]
        found.append(Attribution((contents[i],), None, None, float(certainty[start:end].mean()), 0.0, 0.0))
    return sorted(found, key=lambda a: a.contents)


def _certainties(encoding: Encoding) -> NDArray[np.float32]:
    """Probability of the content tags together at each word, without the transitions. Shape: (words,)."""
    scores = encoding.scores.of("attribution")
    labels = encoding.scores.heads.labels["attribution"]
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    return chances[:, [i for i, label in enumerate(labels) if label.endswith("content")]].sum(axis=1)  # type: ignore[no-any-return]


def _link(
    encoding: Encoding, queries: Sequence[WordRange], keys: Sequence[WordRange], *, kind: str
) -> list[tuple[int | None, float]]:
    """Link each query to its best key among the `REACH` nearest on either side; with the probability of the choice."""
    found: list[tuple[int | None, float]] = []
    starts = [key[0] for key in keys]
    for at in range(0, len(queries), REACH):
        some = queries[at : at + REACH]
        low = max(0, int(np.searchsorted(starts, some[0][0])) - REACH)
        high = int(np.searchsorted(starts, some[-1][1])) + REACH
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
