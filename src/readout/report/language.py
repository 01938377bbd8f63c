# SPDX-License-Identifier: Apache-2.0
"""Tell in which language a report is written, and above all whether that is English.

Readout reads English. Given anything else it says so instead of inventing a reading, so the one thing asked
of this module is to tell English from other languages, and never to take an English report, be it a
headline in capitals, a list of names or a table of scores, for something else. Which other language it is,
is a courtesy to the reader.

The method is two looks: at the script of the letters, and, for Latin letters, at function words. It
abstains (None) where there is too little text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from readout.report.function_words import FUNCTION_WORDS

__all__ = ["UNKNOWN_LANGUAGE", "language_of"]

# ISO 639-2: undetermined. A language that is not English and of which no list is kept.
UNKNOWN_LANGUAGE = "und"

# A report says what language it is in within its first pages; reading more costs time and changes nothing.
_LOOKED_AT = 40_000

# First code point of a run of Unicode blocks -> script. Letters only are counted, so gaps and signs do no
# harm.
_SCRIPT_STARTS = (
    (0x0000, "Latin"), (0x0370, "Greek"), (0x0400, "Cyrillic"), (0x0530, "Armenian"), (0x0590, "Hebrew"),
    (0x0600, "Arabic"), (0x0700, "other"), (0x0750, "Arabic"), (0x0780, "other"), (0x08A0, "Arabic"),
    (0x0900, "Devanagari"), (0x0980, "Bengali"), (0x0A00, "Gurmukhi"), (0x0A80, "Gujarati"),
    (0x0B00, "other"), (0x0B80, "Tamil"), (0x0C00, "Telugu"), (0x0C80, "Kannada"), (0x0D00, "Malayalam"),
    (0x0D80, "Sinhala"), (0x0E00, "Thai"), (0x0E80, "Lao"), (0x0F00, "Tibetan"), (0x1000, "Burmese"),
    (0x10A0, "Georgian"), (0x1100, "Hangul"), (0x1200, "Ethiopic"), (0x13A0, "other"), (0x1780, "Khmer"),
    (0x1800, "other"), (0x1C80, "Cyrillic"), (0x1C90, "Georgian"), (0x1CC0, "other"), (0x1D00, "Latin"),
    (0x1F00, "Greek"), (0x2000, "Latin"), (0x2C00, "other"), (0x2C60, "Latin"), (0x2C80, "other"),
    (0x3040, "Kana"), (0x3100, "Han"), (0x3130, "Hangul"), (0x3190, "Han"), (0x31F0, "Kana"),
    (0x3200, "Han"), (0xA000, "other"), (0xA720, "Latin"), (0xA800, "other"), (0xAC00, "Hangul"),
    (0xD7B0, "other"), (0xF900, "Han"), (0xFB00, "Latin"), (0xFB13, "Armenian"), (0xFB1D, "Hebrew"),
    (0xFB50, "Arabic"), (0xFE00, "other"), (0xFE70, "Arabic"), (0xFF00, "Latin"), (0xFF66, "Kana"),
    (0xFFA0, "Hangul"), (0x10000, "other"), (0x20000, "Han"), (0x323B0, "other"),
)  # fmt: skip
_STARTS = [start for start, _ in _SCRIPT_STARTS]
_SCRIPTS = [script for _, script in _SCRIPT_STARTS]

# Scripts that one language of the news writes, or one by far the most.
_LANGUAGE_OF_SCRIPT = {
    "Greek": "el", "Armenian": "hy", "Hebrew": "he", "Bengali": "bn", "Gurmukhi": "pa", "Gujarati": "gu",
    "Tamil": "ta", "Telugu": "te", "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si", "Thai": "th",
    "Lao": "lo", "Tibetan": "bo", "Burmese": "my", "Georgian": "ka", "Hangul": "ko", "Ethiopic": "am",
    "Khmer": "km", "Kana": "ja", "Han": "zh",
}  # fmt: skip

# Letters and words that tell languages of one script apart, most telling first; the first that is found
# often wins. The share is of all letters of that script.
_TELLING = {
    "Cyrillic": (
        ("uk", "іїєґ"),
        ("be", "ў"),
        ("mk", "ѓќѕ"),
        ("sr", "ђћјљњџ"),
        ("kk", "қңғұөү"),
        ("ru", "ыэё"),
    ),
    "Arabic": (("ur", "ٹڈڑےھ"), ("ps", "ټډړښځڅ"), ("ug", "ېۇۆۈ"), ("ckb", "ڕڵێۆ"), ("fa", "پچژگکی")),
}
_COMMONEST = {"Cyrillic": "bg", "Arabic": "ar", "Devanagari": "hi"}
# Persian's letters make up 10 % and more of a Persian text; in Arabic they occur in foreign names at most.
_TELLING_SHARE = 0.004

# A letter of these carries about as much as three of an alphabet: a Chinese report that names many firms is
# Chinese.
_DENSE_SCRIPTS = frozenset({"Han", "Kana", "Hangul"})
_DENSE_WEIGHT = 3

# One plain letter is no word here: "U.S.", "v", "it's" would all look Croatian.
_WORD = re.compile(r"[^\W\d_]{2,}|[^\W\d_\x00-\x7f]")

# Fewer letters than these say nothing: "Reuters", "NATO", a name.
_FEWEST_FOREIGN_LETTERS = 8
_FEWEST_WORDS = 4
# English prose has 35 to 50 function words of the list in a hundred, its tables and lists of names 5 to 15.
# Other languages reach 1 to 6 through words that look alike ("in", "a", "was", "die").
_ENGLISH_SHARE = 0.15
# To say that a Latin-letter text is not English, its own language's words must be this many times as
# frequent.
_MARGIN = 1.8
_FEWEST_FOREIGN_HITS = 4
# And these must be different words: "de" alone comes with the names in any report from Latin America.
_FEWEST_FOREIGN_WORDS = 3
_FOREIGN_SHARE = 0.1
# Not English, and no language of the list: only said of a text long enough to have had its function words.
_UNKNOWN_WORDS = 100
_UNKNOWN_ENGLISH_SHARE = 0.02


def language_of(text: str) -> str | None:
    """Tell the language of a text.

    Args:
        text: Any text; the first 40,000 characters are looked at.

    Returns:
        ISO 639-1 code (ISO 639-3 where there is none); "und" for a language that is not English and
        not known; None where there is too little to tell.
    """
    looked_at = text[:_LOOKED_AT]
    letters = _count_scripts(looked_at)
    if not letters:
        return None
    script = max(letters, key=lambda name: letters[name])
    if script == "Latin":
        return _language_in_latin(looked_at)
    if letters[script] < _FEWEST_FOREIGN_LETTERS:
        return None
    return _language_of_script(script, letters, looked_at)


def _count_scripts(text: str) -> Counter[str]:
    """Weigh the letters of a text by script."""
    letters: Counter[str] = Counter()
    for character, number in Counter(text).items():
        if character.isalpha():
            script = _SCRIPTS[bisect_right(_STARTS, ord(character)) - 1]
            letters[script] += number * (_DENSE_WEIGHT if script in _DENSE_SCRIPTS else 1)
    return letters


def _language_of_script(script: str, letters: Counter[str], text: str) -> str:
    """Tell the language of a text that is not in Latin letters."""
    if script == "Han" and letters["Kana"] * 10 > letters["Han"]:
        return "ja"
    if script == "Kana" and letters["Hangul"] > letters["Kana"]:
        return "ko"
    if script in _LANGUAGE_OF_SCRIPT:
        return _LANGUAGE_OF_SCRIPT[script]
    lowered = text.lower()
    for code, telling in _TELLING.get(script, ()):
        if sum(map(lowered.count, telling)) > max(1.0, _TELLING_SHARE * letters[script]):
            return code
    return _COMMONEST.get(script, UNKNOWN_LANGUAGE)


def _language_in_latin(text: str) -> str | None:
    """Tell the language of a text in Latin letters by its function words."""
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST_WORDS:
        return None
    hits = _count_function_words(words)
    english = hits.pop("en")
    if english >= _ENGLISH_SHARE * len(words) and english * _MARGIN > max(hits.values()):
        return "en"
    best = max(hits, key=lambda code: hits[code])
    needed = max(_FEWEST_FOREIGN_HITS, _FOREIGN_SHARE * len(words), _MARGIN * english)
    if hits[best] >= needed and len(FUNCTION_WORDS[best].intersection(words)) >= _FEWEST_FOREIGN_WORDS:
        return best
    if english >= 2 and english >= hits[best]:
        return "en"
    if len(words) >= _UNKNOWN_WORDS and english < _UNKNOWN_ENGLISH_SHARE * len(words):
        return UNKNOWN_LANGUAGE
    return None


def _count_function_words(words: Iterable[str]) -> dict[str, int]:
    """Count, for each language, the words that are among its function words."""
    numbers = Counter(words)
    return {code: sum(numbers[word] for word in known if word in numbers) for code, known in FUNCTION_WORDS.items()}
