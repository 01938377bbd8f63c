# SPDX-License-Identifier: Apache-2.0
"""The words of a report as they are compared with those of others.

Two desks print the same sentence with other quotation marks, another spelling ("defence", "defense"), other figures ("five", "5")
and other abbreviations ("Nov", "November"; "U.S.", "US"). Words are therefore folded before they are compared. A fold only has
to be the same for both texts; it is never shown, so it may overdo things ("rise" becomes "rize" everywhere).

Everything here is the same on every machine and in every version of Python, but for letters that a newer Unicode adds: words are
hashed by BLAKE2b, never by `hash()`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from readout.reading.page.furniture import furniture_of

__all__ = ["SHINGLE", "Wording", "mix", "quoted_words", "wording_of"]

# Words in a shingle. Five in a row are seldom shared by chance ("the ministry said in a statement" is six); longer
# ones break at every word that a desk touches.
SHINGLE = 5

# Marks that stand for an apostrophe somewhere.
_APOSTROPHES = "'’‘ʼ`´"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*|\d+(?:[.,:]\d+)*|%")
_BLANK_LINES = re.compile(r"\n\s*\n")

# A paragraph of the story is a sentence of some length; headlines, bylines, captions and credits seldom end with a stop.
_LEAST_WORDS = 12
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_SAME = {
    **{word: str(number) for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split()
    )},
    **{word: str(10 * number) for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)},
    **{word: f"{number}{'st nd rd th'.split()[min(number, 4) - 1]}" for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1
    )},
    **{month[:3]: month for month in "january february march april june july august october november december".split()},
    **{day[:3]: day for day in "monday tuesday wednesday thursday friday sunday".split()},
    **dict(zip(
        "sept % cent programme programmes grey towards afterwards km kms metre metres tonne tonnes gen lt col sen rep gov dept "
        "govt whilst amongst tyre tyres kerb cheque cheques kph pc".split(),
        "september percent percent program programs gray toward afterward kilometer kilometer meter meters ton tons general "
        "lieutenant colonel senator representative governor department government while among tire tires curb check checks "
        "kmh percent".split(),
        strict=True,
    )),
    # What one desk writes and another leaves out.
    **dict.fromkeys("mr mrs ms mx per".split(), ""),
}  # fmt: skip

_SPELLINGS = (
    (re.compile(r"our(?=s?$|ed$|ing$|able$|ite|ful|hood|er|less)"), "or"),
    (re.compile(r"(?<=[^\W_]{2})([iy])s(?=e$|ed$|es$|er$|ers$|ing$|ation|able$)"), r"\1z"),
    (re.compile(r"(?<=[tbh])re(?=s?$)"), "er"),
    (re.compile(r"ll(?=ed$|ing$|er$|ers$|ation$)"), "l"),
    (re.compile(r"(?<=en)c(?=e$|es$|eless$)"), "s"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"a?e(?=ology|opa?ed)"), "e"),
)


@lru_cache(maxsize=1 << 15)
def _key(word: str) -> int:
    """Return the hash of a word, folded; 0 for one that is not compared."""
    folded = _fold(word)
    return (
        int.from_bytes(blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
        if folded
        else 0
    )


def _fold(word: str) -> str:
    folded = word.casefold().translate(_DROPPED)
    folded = _SAME.get(folded, folded)
    if len(folded) >= 5 and not folded[0].isdigit():
        for pattern, replacement in _SPELLINGS:
            folded = pattern.sub(replacement, folded)
    return folded


_DROPPED = str.maketrans(dict.fromkeys(f"{_APOSTROPHES}.,", ""))


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a report, in order.

    Attributes:
        text: The report's text.
        words: As they stand there.
        keys: Hash of each word, folded. Shape: (n_words,).
        shingles: Hash of each run of `SHINGLE` words; of all words where there are fewer. Shape: (n_words - SHINGLE + 1,), at
            least 1; 0 without words.
        paragraphs: Where each paragraph begins, in words.
        body: The story without what stands before and behind it (headline, byline, credits, invitations), in words. All words
            where it cannot be told.
    """

    text: str
    words: tuple[str, ...]
    keys: NDArray[np.uint64]
    shingles: NDArray[np.uint64]
    paragraphs: tuple[int, ...]
    body: range


def wording_of(text: str) -> Wording:
    """Cut a report into the words by which it is compared."""
    words: list[str] = []
    keys: list[int] = []
    starts: list[int] = []
    told: list[tuple[int, int, str]] = []
    for paragraph in _BLANK_LINES.split(text) if _BLANK_LINES.search(text) else text.split("\n"):
        start = len(words)
        found = _WORD.findall(paragraph)
        of_paragraph = [*map(_key, found)]
        if 0 in of_paragraph:
            found, of_paragraph = [*filter(_key, found)], [*filter(None, of_paragraph)]
        if found:
            words += found
            keys += of_paragraph
            starts.append(start)
            if len(found) >= _LEAST_WORDS and _ENDED.search(paragraph[-8:]):
                told.append((start, len(words), paragraph))
    hashes = np.array(keys, np.uint64)
    return Wording(text, tuple(words), hashes, _shingles(hashes), tuple(starts), _body(told, len(words)))


def _body(told: list[tuple[int, int, str]], n_words: int) -> range:
    """Return the story; everything, where the paragraphs told little of it (verse, lists, lines that were wrapped)."""
    while told and furniture_of(told[-1][2].strip()):
        told.pop()
    if told and 2 * (told[-1][1] - told[0][0]) >= n_words:
        return range(told[0][0], told[-1][1])
    return range(n_words)


def _shingles(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Hash each run of words: a polynomial in an odd constant, then the finaliser of SplitMix64 (Steele et al. 2014)."""
    if not len(keys):
        return keys
    size = min(SHINGLE, len(keys))
    mixed = np.zeros(len(keys) - size + 1, np.uint64)
    for offset in range(size):
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + keys[offset : len(keys) - size + 1 + offset]
    return mix(mixed)


def mix(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Spread numbers over all 64 bits."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


# Within a paragraph; a quotation may run on into the next without being closed.
_QUOTATION = re.compile(
    r"“[^“”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|(?<!\w)‘(?:[^‘’\n]|’(?=\w))*(?:’|$)|(?<!\w)'(?:[^'\n]|'(?=\w))*'(?!\w)",
    re.MULTILINE,
)


def quoted_words(wording: Wording) -> NDArray[np.bool_]:
    """Mark the words that stand in quotation marks. Shape: (n_words,)."""
    edges = np.array([edge for match in _QUOTATION.finditer(wording.text) for edge in match.span()], np.int64)
    starts = np.array([match.start() for match in _WORD.finditer(wording.text) if _key(match.group())], np.int64)
    inside: NDArray[np.bool_] = np.searchsorted(edges, starts, side="right") % 2 == 1
    return inside
