# SPDX-License-Identifier: Apache-2.0
"""What a number counts: the noun phrase behind it, and whether those are people."""

from __future__ import annotations

from readout.reading.amounts import Amount
from readout.reading.encoding import Encoding
from readout.reading.syntax import Syntax
from readout.resources import country_of_adjective, sector_of_noun

__all__ = ["MONTHS", "counted_words", "is_person", "phrase_at"]

MONTHS = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. apr. jun. "
    "jul. aug. sept. sep. oct. nov. dec.".split()
)
_PEOPLE = {
    "people", "persons", "person", "men", "women", "children", "man", "woman", "child", "boys", "girls", "dead",
    "wounded", "fans", "tourists", "leaders", "members", "others", "injured", "missing", "crew", "staff", "personnel",
}  # fmt: skip
_NOUNLIKE = {"dead", "wounded", "injured", "missing", "others"}
_NEAR_TIMES = {("last",), ("this",), ("next",), ("each",), ("every",)}
_TIMES = {(word,) for word in "day week month quarter year night weekend decade summer winter spring autumn".split()}
# What "in" tells of a sum that is not what it is for: "$190 million in the second half", "$66.40 in premarket trading".
_NO_GOODS = set(
    "year month week day quarter half trading session morning afternoon evening total advance return".split()
)
_PRONOUNS = {"it", "them", "us", "you", "whom", "which"}
_FILLER = {"more", "other", "additional", "further", "-"}


def counted_words(encoding: Encoding, syntax: Syntax, amount: Amount) -> tuple[int, int] | None:
    """Return the words that name what is counted."""
    if (
        encoding.lower[amount.end : amount.end + 1] in _NEAR_TIMES
        and encoding.lower[amount.end + 1 : amount.end + 2] in _TIMES
    ):
        return None  # "441.8 million last week"
    lower, at = encoding.lower, amount.end
    if at >= len(lower) or encoding.line_starts[at] or amount.kind == "multiple":
        return None
    if amount.kind == "count" and lower[at] in {"a", "an", "the"}:  # "6,000 a week": how often, not of what
        return None
    if amount.kind == "count" and lower[at] == "-":
        return _compounded(syntax, at + 1)
    if lower[at] == "of" or (amount.kind == "money" and lower[at] in {"in", "worth"}):
        at += 1 + (lower[at : at + 2] == ("worth", "of"))
        while at < len(lower) and syntax.upos[at] == "DET" and amount.kind == "money":
            at += 1
        if at < len(lower) and lower[at] in _PRONOUNS:  # "one-tenth of it light crude": of it, and no crude is counted
            return None
        phrase = phrase_at(encoding, syntax, at, nouns_only=amount.kind == "money")
        owner = phrase is not None and lower[phrase[1] : phrase[1] + 1] in {
            ("'s",),
            ("’s",),
        }  # "23 of the state's 67 counties"
        return None if owner else phrase
    if amount.kind == "ratio" and syntax.upos[at] in {"DET", "PRON"}:
        return phrase_at(encoding, syntax, at)
    return phrase_at(encoding, syntax, at) if amount.kind in {"count", "ratio"} else None


def _compounded(syntax: Syntax, at: int) -> tuple[int, int] | None:
    """Return the noun that a hyphen joins to its number: "nation" of "the 27-nation bloc"; "5,000-strong" has none."""
    return (at, at + 1) if at < len(syntax.upos) and syntax.upos[at] == "NOUN" else None


def phrase_at(encoding: Encoding, syntax: Syntax, start: int, *, nouns_only: bool = False) -> tuple[int, int] | None:
    """Return the noun phrase that begins here, without what follows its noun."""
    at, end = start, start
    if at < len(encoding.words) and syntax.upos[at] in {"DET", "PRON"}:
        at += 1
    while at < len(encoding.words) and not (at > start and encoding.line_starts[at]):
        upos = syntax.upos[at]
        if (
            (upos == "NOUN" and encoding.words[at][0].isalnum())
            or (upos == "ADJ" and encoding.lower[at] in _NOUNLIKE)
            or (upos == "PROPN" and country_of_adjective(encoding.words[at]))
        ):
            if encoding.lower[at] in MONTHS or (end > start and syntax.heads[at] != at and _is_apart(syntax, at, end)):
                break
            end = at + 1
        elif (
            upos not in {"ADJ", "PROPN"}
            and encoding.lower[at] != "-"
            and not (at > start and encoding.lower[at - 1] == "-")
            and not (upos == "VERB" and syntax.is_relation(at, "amod", "compound"))
        ):
            break
        at += 1
    if end == start or (nouns_only and encoding.lower[end - 1] in _NO_GOODS):
        return None
    while start < end - 1 and encoding.lower[start] in _FILLER:
        start += 1
    return start, end


def _is_apart(syntax: Syntax, word: int, end: int) -> bool:
    """Tell whether a noun behind the counted one is not of its phrase: "20 people Monday"."""
    return syntax.is_relation(word, "obl", "nsubj", "obj", "root") and syntax.heads[end - 1] != word


def is_person(encoding: Encoding, word: int) -> bool:
    """Tell whether a counted noun is one of people."""
    noun = sector_of_noun(encoding.lower[word])
    if encoding.lower[word] in {"families", "family", "households"}:
        return False
    if encoding.lower[word] in _PEOPLE or (noun is not None and noun.person):
        return True
    return encoding.words[word][:1].isupper() and country_of_adjective(encoding.words[word]) is not None
