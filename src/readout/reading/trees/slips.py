# SPDX-License-Identifier: Apache-2.0
"""What the mendings of trees share: parts of speech and relations, how far they look, and what hangs below what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

__all__ = ["DAYS", "NOUNS", "REACH", "ROLES", "SPEECH_ACTS", "STYLES", "has_subject", "is_below", "places"]

ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
NOUNS = frozenset({"NOUN", "PROPN"})
STYLES = frozenset({"H.E.", "H.H.", "H.M.", "H.R.H.", "HRH"})  # forms of address in front of names
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march april may june july "
    "august september october november december day week month year night weekend morning".split()
)
SPEECH_ACTS = frozenset(  # what a teller rather does than those told of
    "accused blamed thanked urged pledged praised criticised criticized condemned denounced".split()
)
_DEEPEST = 300  # words of the longest sentence that has a tree
REACH = 60  # words to either side of a name in which its modifiers are looked for


def places(values: Sequence[str], wanted: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where a value stands among others, from a start to an end; what is mended behind a place counts."""
    at, end = start - 1, len(values) if end is None else end
    with suppress(ValueError):  # there is none behind the last
        while True:
            at = values.index(wanted, at + 1, end)
            yield at


def is_below(word: int, name: int, heads: Sequence[int], own: int) -> bool:
    """Tell whether a word hangs below a name by another way than over the word `own`, so that the name cannot hang on it."""
    for _ in range(_DEEPEST):
        if word in {name, own} or heads[word] == word:
            break
        word = heads[word]
    return word == name and word != own


def has_subject(verb: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Tell whether a verb has a subject, or a helper that makes it passive."""
    near = range(max(verb - 40, 0), min(verb + 40, len(heads)))
    return any(heads[w] == verb and relations[w].startswith(("nsubj", "csubj", "aux:pass")) for w in near)
