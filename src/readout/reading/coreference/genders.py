# SPDX-License-Identifier: Apache-2.0
"""Gender as the words of a report tell it: courtesy, titles and nouns that mean a man or a woman, never a first name."""

from __future__ import annotations

from typing import Literal

from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.names import person_name
from readout.reading.encoding import Encoding
from readout.resources import find_office, kin_of_noun

__all__ = ["OWNERS", "OWNING", "Gender", "gender_of_name", "gender_of_noun"]

Gender = Literal["male", "female", ""]

OWNERS = frozenset("my our your his her its their whose".split())
OWNING = frozenset({"'s", "’s", "'", "’"})
_CLOSING = frozenset(", . ; : ) — – and ' \" ” ’".split())
_MEN = frozenset(
    "man boy gentleman king prince duke emperor lord sir "
    "chairman spokesman congressman policeman businessman fireman salesman cameraman actor guy monk priest mr".split()
)
_WOMEN = frozenset(
    "woman girl lady queen princess duchess empress "
    "chairwoman spokeswoman congresswoman policewoman businesswoman actress nun waitress bride mrs ms miss".split()
)


def gender_of_noun(noun: str) -> Gender:
    """Return the gender that a noun or a courtesy word says."""
    kin = kin_of_noun(noun)
    if kin is not None:
        return "male" if kin.gender == "m" else "female" if kin.gender == "f" else ""
    return "male" if noun in _MEN else "female" if noun in _WOMEN else ""


def gender_of_name(encoding: Encoding, mention: Mention) -> Gender:
    """Return the gender that the words at a person's name say, or nothing."""
    before = encoding.lower[mention.start - 1].rstrip(".") if mention.start else ""
    courtesy = person_name(" ".join(encoding.words[mention.start : mention.end])).courtesy
    gender = gender_of_noun(courtesy or (before if before in {"mr", "mrs", "ms", "miss"} else ""))
    return gender or _gender_of_title(encoding, mention.start) or _gender_beside(encoding, mention)


def _gender_of_title(encoding: Encoding, start: int) -> Gender:
    """Return the gender that the title in front of a name says: "the first lady, Ana Prado", "Queen Ana"."""
    end = start - 1 if start > 0 and encoding.words[start - 1] == "," else start
    title = find_office(encoding.words, end)
    told = None if title is None or title.plural else title.office.gender
    return "male" if told == "m" else "female" if told == "f" else ""


def _gender_beside(encoding: Encoding, mention: Mention) -> Gender:
    """Return the gender that a description right at a name says: "her husband, Bo Holt", "Ana Holt, the couple's daughter,"."""
    lower, start, end = encoding.lower, mention.start, mention.end
    if start > 0 and not encoding.line_starts[start]:
        is_parted = lower[start - 1] == "," and not OWNERS.isdisjoint(lower[max(0, start - 4) : start])
        is_closed = not is_parted or end == len(lower) or lower[end] in _CLOSING  # "To his mother, Holt was a riddle"
        if is_closed and (gender := gender_of_noun(lower[start - 1 - is_parted])):
            return gender
    closing = next((w for w in range(end + 2, min(end + 7, len(lower))) if lower[w] in {",", "."}), None)
    if closing is None or lower[end : end + 1] != (",",) or _begins_large(encoding, closing + 1):
        return ""
    is_owned = lower[end + 1] in OWNERS or not OWNING.isdisjoint(lower[end + 1 : closing])
    return gender_of_noun(lower[closing - 1]) if is_owned else ""


def _begins_large(encoding: Encoding, at: int) -> bool:
    """Tell whether a word, if there is one, begins with a capital: a name, before which a description stands in a list."""
    return at < len(encoding.words) and not encoding.line_starts[at] and encoding.words[at][:1].isupper()
