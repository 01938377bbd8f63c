# SPDX-License-Identifier: Apache-2.0
"""What differs between a copy and the report that it is a copy of, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from readout.text import Span, words_of

__all__ = ["Difference", "differences_between"]

_SHAPES = str.maketrans("“”„«»‘’`´ʼ–—", '"""""' + "'''''" + "--")

Opcode = tuple[int, int, int, int]  # words of the one that stand in the place of words of the other

# Words of a stretch times words of the other beyond which it is shown as changed whole: aligning them takes memory for
# each pair, a bit each, and 20,000 words against 20,000 is a book against a book.
_LARGEST = 400_000_000

# So few words in common between two changes ("the", "of the") are chance: one change reads better than three.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two copies differ.

    Attributes:
        kind: What the second did with the words of the first.
        in_first: The words in the first text; None where words were added.
        in_second: The words in the second text; None where words were removed.
    """

    kind: Literal["added", "removed", "changed"]
    in_first: Span | None
    in_second: Span | None


def differences_between(first: str, second: str) -> list[Difference]:
    """Compare two texts word by word; white space and the shape of quotation marks do not count.

    Args:
        first: The earlier text.
        second: The copy.

    Returns:
        In the order of the texts; none where the words are the same. A paragraph that was moved is removed here and added there.
    """
    ours, theirs = words_of(first), words_of(second)
    found = _opcodes(
        *([word.of(text).translate(_SHAPES) for word in words] for text, words in ((first, ours), (second, theirs)))
    )
    return [_difference(ours[a:b], theirs[c:d]) for a, b, c, d in _merged(found)]


def _difference(ours: Sequence[Span], theirs: Sequence[Span]) -> Difference:
    kind: Literal["added", "removed", "changed"] = "changed" if ours and theirs else "removed" if ours else "added"
    return Difference(kind, _spanning(ours), _spanning(theirs))


def _spanning(words: Sequence[Span]) -> Span | None:
    return Span(words[0].start, words[-1].end) if words else None


def _opcodes(first: Sequence[str], second: Sequence[str]) -> Iterator[Opcode]:
    """Yield where two sequences differ, along their longest common subsequence."""
    head = _common(first, second)
    tail = _common(first[head:][::-1], second[head:][::-1])
    middle, other = first[head : len(first) - tail], second[head : len(second) - tail]
    if not middle and not other:
        return
    if len(middle) * len(other) > _LARGEST:
        yield (head, head + len(middle), head, head + len(other))
        return
    from rapidfuzz.distance import Indel

    for code in Indel.opcodes(middle, other):
        if code.tag != "equal":
            yield (head + code.src_start, head + code.src_end, head + code.dest_start, head + code.dest_end)


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    return next(
        (i for i, (one, other) in enumerate(zip(first, second, strict=False)) if one != other),
        min(len(first), len(second)),
    )


def _merged(found: Iterator[Opcode]) -> list[Opcode]:
    merged: list[Opcode] = []
    for code in found:
        if merged and code[0] - merged[-1][1] < _FEWEST and code[2] - merged[-1][3] < _FEWEST:
            merged[-1] = (merged[-1][0], code[1], merged[-1][2], code[3])
        else:
            merged.append(code)
    return merged
