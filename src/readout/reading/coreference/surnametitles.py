# SPDX-License-Identifier: Apache-2.0
"""Which of two bearers of a surname is meant by the noun in front of it: "the activist Park", "Professor Park"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from readout.reading.coreference.facts import singular_of
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding

__all__ = ["prefer_titled"]

# Words behind a full name in which its bearer may be told of: ", a professor at", ", who leads the activists".
_BEHIND = 12
_SEVERAL = 2  # bearers of one surname
_IN_FRONT = 3  # words in front of it: "the human rights activist"
_SURE = 100.0  # over any log odds
_NOUNS = frozenset({"NOUN", "PROPN"})
_STOPS = frozenset({".", ";", "”", '"', ":"})


def prefer_titled(
    encoding: Encoding,
    upos: Sequence[str],
    mentions: Sequence[Mention],
    texts: Sequence[str],
    preferred: Mapping[int, dict[int, float]],
) -> None:
    """Prefer for a surname behind a noun the earlier bearer of whom that noun is told, if it is told of one alone.

    Args:
        encoding: The words.
        upos: Their parts of speech.
        mentions: All mentions, in text order.
        texts: Their words.
        preferred: By names, the log odds of earlier mentions; changed in place.
    """
    full: dict[str, set[str]] = {}  # by each word of their names, the full names so far
    told: dict[
        tuple[str, str], dict[str, int]
    ] = {}  # by such a word and a noun, of whom it is told: the last mention of each
    for i in preferred:
        words = texts[i].lower().split()
        if mentions[i].type != "person" or not words:
            continue
        if len(words) > 1:
            nouns, name = _told_of(encoding, upos, mentions[i]), texts[i].lower()
            for word in dict.fromkeys(words):
                full.setdefault(word, set()).add(name)
                for noun in nouns:
                    told.setdefault((word, noun), {})[name] = i
            continue
        if len(full.get(words[0], ())) < _SEVERAL:
            continue
        before = mentions[i].start - 1
        if before < 0 or upos[before] not in _NOUNS | {"ADJ"}:
            continue
        bearers = told.get((words[0], singular_of(encoding.lower[before])), {})
        if len(bearers) == 1:
            preferred[i].update(dict.fromkeys(bearers.values(), _SURE))


def _told_of(encoding: Encoding, upos: Sequence[str], mention: Mention) -> set[str]:
    """Return the nouns in front of a full name and, between commas, behind it."""
    lower, found = encoding.lower, set[str]()
    for word in range(mention.start - 1, max(-1, mention.start - 1 - _IN_FRONT), -1):
        if upos[word] not in _NOUNS:
            break
        found.add(singular_of(lower[word]))
    if lower[mention.end : mention.end + 1] == (",",):
        for word in range(mention.end + 1, min(mention.end + 1 + _BEHIND, len(lower))):
            if lower[word] in _STOPS | {","}:
                break
            if upos[word] in _NOUNS:
                found.add(singular_of(lower[word]))
    return found
