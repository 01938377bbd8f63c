# SPDX-License-Identifier: Apache-2.0
"""Which span belongs to which: each content to a cue, each cue to a source or to none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from readout.model import buckets
from readout.reading.encoding import Encoding

__all__ = ["REACH", "Ranges", "attach", "gaps", "group_by_cue"]

REACH = 12  # cues or sources on either side that a span may be linked to: keeps the cost linear in long reports
_AT_ONCE = 512  # spans whose nearest are looked at together: bounds the memory

Ranges = NDArray[np.int64]


def gaps(queries: Sequence[tuple[int, int]], keys: Sequence[tuple[int, int]]) -> tuple[Ranges, Ranges]:
    """Return the class of the signed gap in words from each query to each key, and how many keys lie in between (0 to 3).

    Args:
        queries: Word ranges.
        keys: Word ranges in text order that do not overlap.

    Returns:
        Two arrays of shape (queries, keys).
    """
    q, k = np.array(queries, dtype=np.int64).reshape(-1, 2), np.array(keys, dtype=np.int64).reshape(-1, 2)
    near = np.broadcast_to(k, (len(q), *k.shape))
    return _gaps(q, near, k[:, 0], k[:, 1])


def _gaps(queries: Ranges, near: Ranges, starts: Ranges, ends: Ranges) -> tuple[Ranges, Ranges]:
    """Do the work of `gaps` for some keys of each query; `near` has the shape (queries, some keys, 2)."""
    first, last = queries[:, :1], queries[:, 1:]
    after, before = near[..., 0] - last + 1, first - near[..., 1] + 1
    distance = np.where(after > 0, after, np.where(before > 0, -before, 0))
    low, high = np.minimum(last, near[..., 1]), np.maximum(first, near[..., 0])
    inside = np.searchsorted(ends, high, side="right") - np.searchsorted(starts, low, side="left")
    return buckets(distance), np.clip(inside, 0, 3)


def attach(
    encoding: Encoding,
    queries: Ranges,
    keys: Ranges,
    *,
    kind: Literal["cue", "source"],
    reach: int = REACH,
    draws: tuple[Ranges, Ranges] | None = None,
) -> tuple[Ranges, NDArray[np.float32]]:
    """Attach each query to its best key among the nearest on either side.

    Several draws of spans in one text can be attached at once, as if they stood one behind the other.

    Args:
        encoding: The words and their scores.
        queries: Contents, for a cue; cues, for a source. In text order, draw by draw. Shape: (queries, 2).
        keys: Cues, or sources, likewise. Shape: (keys, 2).
        kind: What is looked for.
        reach: Keys on either side that are looked at.
        draws: The number of the draw of each query and of each key; all are of one if None.

    Returns:
        The index of each query's key, -1 for none, and the probability of that choice.
    """
    chosen, sure = np.full(len(queries), -1, dtype=np.int64), np.ones(len(queries), dtype=np.float32)
    if not len(keys):
        return chosen, sure
    # Far apart, so that no key of one draw is counted between two spans of another.
    width = 2 * len(encoding.words) + 2
    of_query, of_key = draws or (np.zeros(len(queries), np.int64), np.zeros(len(keys), np.int64))
    moved = keys + width * of_key[:, None]
    for start in range(0, len(queries), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        place = queries[some] + width * of_query[some][:, None]
        around = np.searchsorted(moved[:, 0], place[:, 1])[:, None] + np.arange(-reach, reach)
        near = np.clip(around, 0, len(keys) - 1)
        there = (around == near) & (of_key[near] == of_query[some][:, None])
        table = _scores(encoding, queries[some], keys, near, kind)
        distance, between = _gaps(place, moved[near], moved[:, 0], moved[:, 1])
        biases = encoding.scores.heads.biases
        table = table + biases[f"{kind}_distance"][distance] + biases[f"{kind}_between"][between]
        table = np.where(there, table, -np.inf)
        if kind == "source":
            none = encoding.scores.of("sourceless")[queries[some][:, 0]]
        else:
            none = np.where(there.any(axis=1, keepdims=True), -np.inf, 0.0).astype(np.float32)
        table = np.concatenate([table, none], axis=1)
        chances = np.exp(table - table.max(axis=1, keepdims=True))
        best = table.argmax(axis=1)
        rows = np.arange(len(best))
        sure[some] = chances[rows, best] / chances.sum(axis=1)
        is_none = best == 2 * reach
        chosen[some] = np.where(is_none, -1, near[rows, np.where(is_none, 0, best)])
    return chosen, sure


def _scores(encoding: Encoding, queries: Ranges, keys: Ranges, near: Ranges, kind: str) -> NDArray[np.float32]:
    """Return the learned score of each query with each of its keys, given by their index. Shape: (queries, keys of each)."""
    of = encoding.scores.of
    if kind == "cue":
        query = of("content_first")[queries[:, 0]] + of("content_last")[queries[:, 1] - 1]
        key = of("cue_of_content")[keys[:, 0]]
    else:
        query = of("cue")[queries[:, 0]]
        key = of("source_first")[keys[:, 0]] + of("source_last")[keys[:, 1] - 1]
    found: NDArray[np.float32] = np.matmul(key[near], query[:, :, None])[..., 0]
    found /= float(encoding.scores.heads.scales["link"]) ** 0.5
    return found


def group_by_cue(
    encoding: Encoding, contents: Ranges, cues: Ranges, links: Sequence[int]
) -> tuple[dict[int, list[int]], list[int]]:
    """Group the fragments by cue, each group within one line: the cue's own, or else the nearest that has any.

    A quotation that fills another paragraph than its cue's is a statement of its own.

    Args:
        encoding: The words.
        contents: Fragments. Shape: (fragments, 2).
        cues: Cues. Shape: (cues, 2).
        links: The cue of each fragment, -1 for none.

    Returns:
        The fragments of each cue that has any, and those that stand alone; by their index.
    """
    groups: dict[int, list[int]] = {}
    alone: list[int] = []
    lines = encoding.line_numbers
    line_of, line_of_cue = ([lines[start] for start in spans[:, 0].tolist()] for spans in (contents, cues))
    for index, cue in enumerate(links):
        if cue < 0:
            alone.append(index)
        else:
            groups.setdefault(cue, []).append(index)
    for cue, members in groups.items():
        if len(members) == 1:
            continue
        line = line_of_cue[cue]
        nearest = line_of[min(members, key=lambda i: abs(line_of[i] - line))]
        alone += [i for i in members if line_of[i] != nearest]
        groups[cue] = [i for i in members if line_of[i] == nearest]
    return groups, alone
