# SPDX-License-Identifier: Apache-2.0
"""The stem of an English word, so that "met", "meeting" and "meetings" need not all be typed.

M. F. Porter, "An algorithm for suffix stripping", Program 14 (3), 1980, pages 130-137, with the three small
departures of its author's own program (tartarus.org/martin/PorterStemmer): words of two letters stay, "-bli" becomes
"-ble", "-logi" becomes "-log". Done here and not by the databases, so that both find the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

__all__ = ["stem_of"]

# A word as its consonants and vowels: runs of "c" and "v".
_MEASURE = re.compile(r"v+c+")

_STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "alli": "al", "entli": "ent",
    "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al", "iveness": "ive", "fulness": "ful",
    "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble", "logi": "log",
}  # fmt: skip
_STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
_STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive",
    "ize",
)  # fmt: skip


def _longest_first(suffixes: Collection[str]) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(sorted(suffixes, key=len, reverse=True)) + ")$")


_ENDING_2, _ENDING_3, _ENDING_4 = map(_longest_first, (_STEP_2, _STEP_3, _STEP_4))


@lru_cache(maxsize=131_072)
def stem_of(word: str) -> str:
    """Return the stem of a word in small letters; a word that is not of the letters a to z stays as it is."""
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return word
    word = _without_endings(_without_plural(word))
    if word.endswith("y") and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(word, _ENDING_2, _STEP_2)
    word = _replaced(word, _ENDING_3, _STEP_3)
    return _tidied(_without_suffix(word))


def _shape(word: str) -> str:
    """Write "c" for each consonant and "v" for each vowel; "y" is a vowel behind a consonant."""
    shape = ""
    for letter in word:
        is_vowel = letter in "aeiou" or (letter == "y" and shape.endswith("c"))
        shape += "v" if is_vowel else "c"
    return shape


def _measure(word: str) -> int:
    return len(_MEASURE.findall(_shape(word)))


def _is_short(word: str) -> bool:
    """Tell whether a word ends in consonant, vowel, consonant, the last not w, x or y."""
    return _shape(word).endswith("cvc") and word[-1] not in "wxy"


def _ends_double(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and _shape(word)[-1] == "c"


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_endings(word: str) -> str:
    """Take off "-ed" and "-ing"."""
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            bare = word[: -len(ending)]
            return _mended(bare) if "v" in _shape(bare) else word
    return word


def _mended(bare: str) -> str:
    if bare.endswith(("at", "bl", "iz")):
        return bare + "e"
    if _ends_double(bare) and bare[-1] not in "lsz":
        return bare[:-1]
    return bare + "e" if _measure(bare) == 1 and _is_short(bare) else bare


def _replaced(word: str, ending: re.Pattern[str], replacements: dict[str, str]) -> str:
    found = ending.search(word)
    if found is None or not _measure(word[: found.start()]):
        return word
    return word[: found.start()] + replacements[found[0]]


def _without_suffix(word: str) -> str:
    found = _ENDING_4.search(word)
    if found is None:
        return word
    bare = word[: found.start()]
    if _measure(bare) < 2 or (found[0] == "ion" and not bare.endswith(("s", "t"))):
        return word
    return bare


def _tidied(word: str) -> str:
    if word.endswith("e"):
        bare = word[:-1]
        measure = _measure(bare)
        if measure > 1 or (measure == 1 and not _is_short(bare)):
            word = bare
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
