# SPDX-License-Identifier: Apache-2.0
"""How sure an attribution is: how many other labellings of the same scores hold it too.

The best sequence of labels is one of many, and what is in it may be in few of the others. So sequences are drawn at random,
each as often as the model holds it likely, and linked like the best one; the share of draws that hold an attribution is
its probability, links and all. Measured against products of single probabilities in decision 10.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from readout.model import Lattice
from readout.reading.attributions.attachment import Ranges, attach, group_by_cue
from readout.reading.encoding import Encoding

__all__ = ["DRAWN", "shares_of"]

DRAWN = 16  # draws; with 32 and 64 the figures are within noise of these
_REACH = 4  # cues and sources on either side: further ones are hardly ever meant, and time is short
_SAME = 0.5  # overlap (F1 of words) from which two contents, or two sources, are the same
_BLOCK = 64  # words of a stretch by which contents are found again

WordRange = tuple[int, int]
Said = tuple[tuple[WordRange, ...], WordRange | None]  # content and source


def shares_of(encoding: Encoding, lattice: Lattice, said: Sequence[Said]) -> list[float]:
    """Return the share of draws that hold each attribution.

    A draw holds it if it has one with a cue whose content and source overlap with these by half.

    Args:
        encoding: The words and their scores.
        lattice: The label sequences of the attribution head.
        said: Contents, one fragment at least, with their source.
    """
    if not said:
        return []
    held: dict[Said, int] = {}  # the draws that hold it, as the bits of a number
    for draw, found in _drawn(encoding, lattice):
        held[found] = held.get(found, 0) | 1 << draw
    drawn = list(held.items())
    stretches: dict[int, list[int]] = {}
    for number, (found, _) in enumerate(drawn):
        for stretch in _stretches(found):
            stretches.setdefault(stretch, []).append(number)
    return [_share(one, drawn, stretches) for one in said]


def _share(one: Said, drawn: Sequence[tuple[Said, int]], stretches: dict[int, list[int]]) -> float:
    near = {number for stretch in _stretches(one) for number in stretches.get(stretch, ())}
    draws = 0
    for (contents, source), held in (drawn[number] for number in near):
        if _overlap(one[0], contents) >= _SAME and _are_same(one[1], source):
            draws |= held
    return draws.bit_count() / DRAWN


def _stretches(said: Said) -> set[int]:
    return {stretch for start, end in said[0] for stretch in range(start // _BLOCK, (end - 1) // _BLOCK + 1)}


def _are_same(one: WordRange | None, other: WordRange | None) -> bool:
    if one is None or other is None:
        return one is other
    return _overlap((one,), (other,)) >= _SAME


def _overlap(some: Sequence[WordRange], others: Sequence[WordRange]) -> float:
    """Return the F1 of the words of two lists of ranges."""
    shared, words = 0, sum([end - start for start, end in others])
    for a, b in some:
        words += b - a
        for c, d in others:
            if a < d and c < b:
                shared += (b if b < d else d) - (a if a > c else c)
    return 2 * shared / words


def _drawn(encoding: Encoding, lattice: Lattice) -> Iterator[tuple[int, Said]]:
    """Yield the attributions of each draw, with its number."""
    spans = _spans(encoding, lattice)
    (in_content, contents), (in_cue, cues), (in_source, sources) = (spans[r] for r in ("content", "cue", "source"))
    to_cue, _ = attach(encoding, contents, cues, kind="cue", reach=_REACH, draws=(in_content, in_cue))
    to_source, _ = attach(encoding, cues, sources, kind="source", reach=_REACH, draws=(in_cue, in_source))
    ranges, sources_of = ([(start, end) for start, end in some.tolist()] for some in (contents, sources))
    draw_of, source_of = in_cue.tolist(), to_source.tolist()
    groups, _ = group_by_cue(encoding, contents, cues, to_cue.tolist())
    for cue, members in groups.items():
        source = sources_of[source_of[cue]] if source_of[cue] >= 0 else None
        yield draw_of[cue], (tuple([ranges[i] for i in members]), source)


def _spans(encoding: Encoding, lattice: Lattice) -> dict[str, tuple[Ranges, Ranges]]:
    """Return the spans of each role in all draws: the number of the draw, and the range of words."""
    labels = encoding.scores.heads.labels["attribution"]
    tags = lattice.samples(DRAWN)
    width = tags.shape[1]
    begins = np.flatnonzero(np.array([label[0] in "BS" for label in labels])[tags])
    ends = np.flatnonzero(np.array([label[0] in "ES" for label in labels])[tags])
    end_of = ends[np.minimum(np.searchsorted(ends, begins), len(ends) - 1)] if len(ends) else begins
    draw, start = np.divmod(begins, max(width, 1))
    end = end_of - draw * width + 1
    is_whole = (end > start) & (end <= width)
    role_of = np.array([label[2:] for label in labels])[tags.reshape(-1)[begins]]
    found = {}
    for role in ("content", "cue", "source"):
        here = is_whole & (role_of == role)
        found[role] = (draw[here], np.stack([start[here], end[here]], axis=1))
    return found
