# SPDX-License-Identifier: Apache-2.0
"""Bare numbers that are ages by the noun before them: "a widow of 53", "women of 18-27", "her eldest, 22, was shot"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.counted import phrase_at
from readout.reading.trees.syntax import Syntax
from readout.resources import country_named, kin_of_noun, sector_of_noun

__all__ = ["is_age_of_somebody"]

# Whose age may stand behind "of"; "a father of three" and "a leader of 12" have something else there.
_SOMEBODY = frozenset(
    "man woman men women boy girl boys girls widow widows widower bachelor youth youths teenager teenagers lad pensioner "
    "schoolboy schoolgirl".split()
)
_BY_AGE = frozenset("youngest oldest eldest elder younger".split())
_PERSONS = frozenset("partner driver pilot suspect victim boy girl man woman widow widower teenager".split())
_GROUPS = frozenset("crew staff police personnel team family public press opposition media military army navy".split())
_NUMBERED = frozenset("number total toll figure score count age limit rate index price minimum maximum mark".split())
_ARTICLES = frozenset("the a an his her their its".split())
_YOUNGEST = 14
_OLDEST = 120
_CLOSED = ((",",), (".",), ("—",), ("–",), ("―",))
_GOES_ON = frozenset(
    ", . ; : with who whose and or but in from was is were are to at on must had has said when after while ) ”".split()
)


def is_age_of_somebody(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a bare number is the age of whom the words before it name."""
    lower, start, end = encoding.lower, amount.start, amount.end
    if amount.low >= _OLDEST or (amount.high or 0) >= _OLDEST or phrase_at(encoding, syntax, end) is not None:
        return False
    if start > 1 and lower[start - 1] == "of" and lower[start - 2] in _SOMEBODY:
        return not lower[end : end + 1] or lower[end] in _GOES_ON or syntax.upos[end] in {"VERB", "AUX"}
    if _is_in_brackets(encoding, syntax, amount):
        return True
    name = start - (2 if lower[start - 1] in {"then", "now"} else 1)  # "Xol, then 29, vanished"
    if _is_in_list_of_names(encoding, syntax, amount):
        return True
    if name < 1 or lower[name] != "," or lower[end : end + 1] not in _CLOSED:
        return False
    return (
        syntax.upos[name - 1] == "PROPN" or _is_somebody(lower[name - 1]) or _is_called(syntax, lower, name - 1, amount)
    )


def _is_in_list_of_names(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a number is the age of one of several who are named in full: "Rick Lind, 45; Ana Xol, 41; and …"."""
    lower, start, end = encoding.lower, amount.start, amount.end
    if start < 3 or lower[start - 1] != "," or lower[end : end + 1] != (";",) or not amount.digits or amount.low % 1:
        return False
    if not (_is_name(encoding, syntax, start - 2) and _is_name(encoding, syntax, start - 3)):
        return False
    if lower[start - 2] in _NO_SURNAMES or country_named(" ".join(encoding.words[start - 3 : start - 1])) is not None:
        return False
    sentence = syntax.sentences[syntax.sentence_of[start]]
    return amount.low >= _YOUNGEST and _TALLIED.isdisjoint(lower[sentence.start : sentence.end])


def _is_in_brackets(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a number in brackets is the age of whom the name before it means: "Dhaval Shah (34) of Surat", as in India.

    Not how many seats or medals those have whom the sentence lists.
    """
    lower, start, end = encoding.lower, amount.start, amount.end
    if start < 2 or lower[start - 1] != "(" or lower[end : end + 1] != (")",) or not amount.digits or amount.low % 1:
        return False
    if not _is_name(encoding, syntax, start - 2) or lower[start - 2] in _NO_SURNAMES:
        return False
    first = start - 3 if start > 2 and _is_name(encoding, syntax, start - 3) else start - 2
    if any(country_named(" ".join(encoding.words[at : start - 1])) is not None for at in (first, start - 2)):
        return False
    behind = lower[end + 1 : end + 3]
    known = _BEHIND_AGE | (_BEHIND_NAMES if first < start - 2 else set())
    sentence = syntax.sentences[syntax.sentence_of[start]]
    return (behind[:1] in known or behind in known) and _TALLIED.isdisjoint(lower[sentence.start : sentence.end])


def _is_name(encoding: Encoding, syntax: Syntax, word: int) -> bool:
    return syntax.upos[word] == "PROPN" and encoding.words[word][0].isupper() and not encoding.words[word].isupper()


_BEHIND_AGE = {(word,) for word in "of from who died".split()} | {
    (",", word) for word in "of from a an who whose son daughter wife husband resident residents".split()
}
# Behind one name alone it may be that of a town or party: "Sanaa (3) was worst hit".
_BEHIND_NAMES = {(word,) for word in "was were is has had and".split()} | {(",", "the")}
_NO_SURNAMES = frozenset(
    "pradesh nadu bengal kashmir state states city district county province party league cup".split()
)
_TALLIED = frozenset(
    "seats seat votes vote medals medal gold golds silver bronze goals goal points runs run wickets caps wins "
    "matches games set sets".split()
)


def _is_called(syntax: Syntax, lower: Sequence[str], noun: int, amount: Amount) -> bool:
    """Tell whether a bare number between commas says the age of whoever a noun with an article names: "the third mate, 25, had"."""
    is_one = syntax.upos[noun] == "NOUN" and not lower[noun].endswith("s") and lower[noun] not in _NUMBERED | _GROUPS
    named = any(lower[c] in _ARTICLES for c in syntax.children(noun, "det", "nmod:poss"))
    grown = amount.digits and amount.high is None and amount.low >= _YOUNGEST and amount.low % 1 == 0
    behind = syntax.upos[amount.end + 1 : amount.end + 2]
    is_told = lower[amount.end + 2 : amount.end + 3] == ("said",)  # "a third mate, 26, prosecutors said"
    goes_on = behind in (("VERB",), ("AUX",), ("PRON",), ("ADP",), ("CCONJ",)) or is_told
    return is_one and named and grown and goes_on and lower[amount.end] == ","


def _is_somebody(word: str) -> bool:
    """Tell whether a noun is of one person: "the farmer", "her eldest", "his wife"."""
    if word in _PERSONS | _BY_AGE or kin_of_noun(word) is not None:
        return True
    noun = sector_of_noun(word)
    return noun is not None and noun.person and not word.endswith("s") and word not in _GROUPS
