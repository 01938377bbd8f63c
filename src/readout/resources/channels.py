# SPDX-License-Identifier: Apache-2.0
"""Channels: by what means a source said something, told from the words for it.

The kinds are those of `docs/record.md`. Whether the words are about the statement at all ("in a statement",
but not "the statement was met with laughter") is for the reader of the sentence to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from readout.resources._tables import Row, rows
from readout.resources.phrases import Reach, longest_phrase_at, phrase_key, reach_from

__all__ = ["CHANNELS", "channel_nouns", "channel_of", "channel_of_verb"]

CHANNELS = (
    "article", "book", "broadcast", "court_filing", "document", "email", "interview", "letter", "message",
    "phone", "poll", "press_conference", "report", "social_post", "speech", "statement", "testimony",
    "tweet", "video",
)  # fmt: skip


# A word that ends a noun and begins what is said of it: "a letter | to the newspaper".
_BREAKS = frozenset(
    {"about", "after", "and", "as", "at", "before", "between", "but", "by", "during", "for", "from", "in", "into"}
    | {"of", "on", "or", "over", "that", "to", "when", "where", "which", "while", "who", "with"}
    | {",", ";", ":", "(", ")", "—", "–"}
)


def channel_of(phrase_words: Sequence[str]) -> str | None:
    """Return the channel that a noun phrase names.

    The head of the phrase decides: a "television interview" is an interview, and so is "an interview with the
    broadcaster"; "a statement posted on Twitter" is a statement. Phrases that are one thing are taken as one:
    "a post on X" is a tweet.

    Args:
        phrase_words: The words of the phrase, with or without its article: "a", "joint", "press",
            "conference".

    Returns:
        One of `CHANNELS`, or None.
    """
    channel = None
    for kind in _kinds_in_first_noun(phrase_words):
        channel = kind
    return channel


def channel_nouns() -> frozenset[str]:
    """Return all nouns and phrases for channels, in lower case, hyphens as blanks."""
    return frozenset(_nouns())


def channel_of_verb(lemma: str) -> str | None:
    """Return the channel that a verb tells by itself: "tweet", "testify"; None for most ("write")."""
    return _verbs().get(phrase_key(lemma))


def _kinds_in_first_noun(words: Sequence[str]) -> Iterator[str]:
    """Yield the channel of each match up to the first break behind one: "radio interview" gives two."""
    place = 0
    has_found = False
    while place < len(words) and not (has_found and words[place].lower() in _BREAKS):
        found = longest_phrase_at(words, place, _nouns(), most=_reach())
        if found is None:
            place += 1
            continue
        key, place = found
        has_found = True
        yield _nouns()[key]


@cache
def _table() -> tuple[Row, ...]:
    return tuple(rows("channels"))


@cache
def _nouns() -> dict[str, str]:
    return {phrase_key(noun): row["channel"] for row in _table() for noun in row["nouns"]}


@cache
def _verbs() -> dict[str, str]:
    return {phrase_key(verb): row["channel"] for row in _table() for verb in row.get("verbs", ())}


@cache
def _reach() -> Reach:
    return reach_from(_nouns())
