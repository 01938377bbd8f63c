# SPDX-License-Identifier: Apache-2.0
"""The whole words of an office of which the tree has only some: "[Vice] President", "Secretary [of State]"."""

from __future__ import annotations

from readout.reading.encoding import Encoding
from readout.resources import find_office, office_named

__all__ = ["whole_office"]

_LONGEST = 5  # words of an office behind its noun


def whole_office(encoding: Encoding, start: int, end: int, head: int) -> tuple[int, int]:
    """Return the words of a description by an office in capitals right before a name, with all words of the office.

    Args:
        encoding: The words.
        start: First word of the description.
        end: Word after its last.
        head: The noun in it.
    """
    words = encoding.words
    if end != head + 1 or not words[head][:1].isupper() or office_named(words[head]) is None:
        return start, end  # "UN" of "UN Secretary-General" is no office
    for stop in range(end, min(end + _LONGEST, len(words))):
        office = find_office(words, stop)
        is_own = office is not None and not office.plural and office.start <= head
        if office is not None and is_own and words[stop][:1].isupper() and words[stop - 1][:1].isupper():
            return min(start, office.start), stop
    return start, end
