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
    stretches: dict[int, list[Said]] = {}
    for found in held:
        for stretch in _stretches(found):
            stretches.setdefault(stretch, []).append(found)
    return [_share(one, held, stretches) for one in said]


def _share(one: Said, held: dict[Said, int], stretches: dict[int, list[Said]]) -> float:
    near = {found for stretch in _stretches(one) for found in stretches.get(stretch, ())}
    draws = 0
    for found in near:
        if _overlap(one[0], found[0]) >= _SAME and _are_same(one[1], found[1]):
            draws |= held[found]
    return draws.bit_count() / DRAWN


def _stretches(said: Said) -> set[int]:
    return {stretch for start, end in said[0] for stretch in range(start // _BLOCK, (end - 1) // _BLOCK + 1)}


def _are_same(one: WordRange | None, other: WordRange | None) -> bool:
    if one is None or other is None:
        return one is other
    return _overlap((one,), (other,)) >= _SAME


def _overlap(some: Sequence[WordRange], others: Sequence[WordRange]) -> float:
    """Return the F1 of the words of two lists of ranges."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)
    return 2 * shared / sum(end - start for start, end in (*some, *others))


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
