# SPDX-License-Identifier: Apache-2.0
"""Which names may be one name: short forms, initials, acronyms and other spellings, within one report.

Only strings are compared here; who is meant by a name that fits two is for `readout.reading.coreference.linking` to say. All
comparisons are for the names of one report: across reports "Shoygu" and "Shoigu" need more proof than their letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

from anyascii import anyascii

from readout.resources import fold_name

__all__ = [
    "PersonName",
    "given_fits",
    "is_acronym_of",
    "is_in_letters",
    "is_same_word",
    "organisation_words",
    "person_name",
    "persons_fit",
    "short_form_rank",
    "skeleton",
    "without_brackets",
]

_PARTICLES = frozenset(
    "de da do das dos del della di du des la le el al ul bin ben ibn bint van von der den ter ten zu abu ould "
    "as ad".split()
)
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv", "junior", "senior"))
_COURTESY = frozenset("mr mrs ms miss mx sir dame lord lady dr prof cllr rev sri shri smt".split())
_COMPANY = frozenset(
    "inc corp corporation ltd limited co company plc llc lp ag sa spa gmbh nv se holdings group".split()
)
_SMALL = frozenset("of the for and on in to at de la du des et y und e a".split())
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_BRACKETS = re.compile(r"[\[\](){}<>“”\"«»]")
# English short forms that share no beginning with the full one.
_NICKNAMES = {
    "bill": "william", "bob": "robert", "bobby": "robert", "dick": "richard", "joe": "joseph", "mike": "michael",
    "jim": "james",
    "jimmy": "james", "jack": "john", "tony": "anthony", "ted": "edward", "ned": "edward", "hank": "henry",
    "harry": "henry",
    "chuck": "charles", "peggy": "margaret", "liz": "elizabeth", "betty": "elizabeth", "beth": "elizabeth",
    "kate": "catherine",
    "sasha": "alexander", "volodya": "volodymyr", "bibi": "benjamin", "pepe": "jose", "nacho": "ignacio",
    "jenny": "jennifer",
}  # fmt: skip
# Letters that one name's spellings in Latin script exchange, longest first.
_SPELLINGS = (
    ("chvili", "shvili"),
    ("sch", "sh"), ("tch", "ch"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"),
    ("ph", "f"), ("ck", "k"),
    ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("j", "i"), ("y", "i"),
)  # fmt: skip
_LONG_ENOUGH = 4
_LONG_ENOUGH_TO_VARY = 6


def without_brackets(name: str) -> str:
    """Take out the brackets and quotation marks that an editor put into a name: "[Vladimir] Putin"."""
    return " ".join(_BRACKETS.sub(" ", name).split())


_SONS = frozenset({"bin", "ibn", "bint"})
_ARTICLES = frozenset({"al", "el"})


@dataclass(frozen=True)
class PersonName:
    """A person's name, cut in folded words.

    Attributes:
        words: Its words without courtesy, particles and generation; initials stand as single letters.
        generation: "jr", "iii" …, or empty.
        courtesy: "mr", "mrs" …, or empty.
        father: The word behind "bin": the father's name, by which nobody is called alone, but with "Bin" in front.
        half: The last word where a hyphen joins it to a surname before: "Sarkozy" of Carla Bruni-Sarkozy.
        articled: Whether the Arabic article stands before its last word: Sultan Al Jaber.
    """

    words: tuple[str, ...]
    generation: str = ""
    courtesy: str = ""
    father: str = ""
    half: str = field(default="", compare=False)
    articled: bool = field(default=False, compare=False)

    @property
    def surname(self) -> str:
        """The last word; empty for an empty name."""
        return self.words[-1] if self.words else ""

    @cached_property
    def is_full(self) -> bool:
        """Whether it has more than one word that is no initial, or an initial and a surname."""
        return len(self.words) > 1


@lru_cache(maxsize=65_536)
def person_name(name: str) -> PersonName:
    """Cut a person's name as a report writes it."""
    words: list[str] = []
    generation = courtesy = ""
    for raw in without_brackets(name).split():
        if _INITIALS.fullmatch(raw) and not (len(raw) > 2 and raw.count(".") == 1):
            words += [letter.lower() for letter in raw if letter.isalpha()]
            continue
        for word in fold_name(raw).split():
            if word in _GENERATIONS and words:
                generation = word
            elif word in _COURTESY and not words:
                courtesy = word
            else:
                words.append(word)
    # "Ben" and "Al" in front are given names as often as particles.
    kept = tuple(
        w for i, w in enumerate(words) if w not in _PARTICLES or (i == 0 and w in {"ben", "al"} and "-" not in name)
    )
    father = next((b for a, b in pairwise(words) if a in _SONS), "")
    is_sons = len(kept) > 1 or words[0:1] in (["bin"], ["ibn"])
    articled = len(words) > 1 and words[-2] in _ARTICLES
    return PersonName(
        kept or tuple(words), generation, courtesy, father if is_sons else "", _half(name, kept), articled
    )


def _half(name: str, words: Sequence[str]) -> str:
    """Return the last word of a name if a hyphen joins it to another that is written large and no particle."""
    parts = name.split()[-1].split("-") if name.split() else []
    is_two = len(parts) == 2 and all(part[:1].isupper() for part in parts) and len(words) > 1
    return words[-1] if is_two and fold_name(parts[0]) not in _PARTICLES else ""


@lru_cache(maxsize=65_536)
def _spelling(word: str) -> str:
    """Bring a word to one spelling: Shoygu and Shoigu, Zelenskyy and Zelensky, Kadhafi and Gaddafi (but for its G)."""
    plain = "".join(c for c in anyascii(word).lower() if c.isalpha())
    for written, sound in _SPELLINGS:
        plain = plain.replace(written, sound)
    plain = re.sub(r"([^i])ie(?=[^i])", r"\1e", plain)
    return re.sub(r"(.)\1+", r"\1", plain)


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Return the consonants of a word in one spelling: the key under which other spellings of it are looked for."""
    spelled = _spelling(word)
    bones = re.sub(r"(.)\1+", r"\1", re.sub("[aeiou]", "", spelled).replace("g", "k"))
    return bones if spelled[:1] not in "aeiou" else "a" + bones


def is_same_word(one: str, other: str) -> bool:
    """Tell whether two folded words are one name, perhaps in other letters.

    A short word must be equal. A feminine ending makes another name ("Navalny", "Navalnaya"), and so does one
    letter more ("Brown", "Browne").
    """
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG_ENOUGH or skeleton(one) != skeleton(other):
        return False
    a, b = _spelling(one), _spelling(other)
    if a == b:
        return True
    return (
        min(len(a), len(b)) >= _LONG_ENOUGH_TO_VARY
        and len(a) == len(b)
        and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    )


def given_fits(one: str, other: str) -> bool:
    """Tell whether two folded given names may be one person's: equal, an initial, a short or pet form."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1 or (len(short) > 2 and long.startswith(short)):
        return long.startswith(short)
    if _NICKNAMES.get(short, short) == _NICKNAMES.get(long, long):
        return True
    return is_same_word(one, other) or (
        len(short) > 2 and skeleton(one) == skeleton(other) and abs(len(one) - len(other)) < 3
    )


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return any(
        all(is_same_word(a, b) for a, b in zip(words[at : at + size], part, strict=True))
        for at in range(len(words) - size + 1)
    )


def persons_fit(one: PersonName, other: PersonName) -> bool:
    """Tell whether two full names may be one person's: equal, one in the other, with short forms or initials."""
    if one.generation and other.generation and one.generation != other.generation:
        return False
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if len(short.words) < 2:
        return False
    if _holds(long.words, short.words):
        return True
    if not is_same_word(one.surname, other.surname) or not given_fits(one.words[0], other.words[0]):
        return False
    middles = one.words[1:-1], other.words[1:-1]
    return not all(middles) or all(given_fits(a, b) for a, b in zip(*middles, strict=False))


def short_form_rank(full: PersonName, short: PersonName) -> int:
    """Rank how well a short form stands for a full name.

    Returns:
        3 for its last words, 2 for words in its middle, 1 for its first ones (a given name, or a surname that stands
        in front), 0 for none.
    """
    size = len(short.words)
    if not 0 < size <= len(full.words) or (short.generation and short.generation != full.generation):
        return 0

    def fits(at: int) -> bool:
        return all(
            len(a) > 1 and is_same_word(a, b) for a, b in zip(full.words[at : at + size], short.words, strict=True)
        )

    last = len(full.words) - size
    if short.father and size == 1:
        return 3 * (short.father == full.father)  # "Bin Salman"
    if short.words == (full.father,):
        return 0  # King Salman is the father of Mohammed bin Salman
    if fits(last):
        return 2 if short.words == (full.half,) else 3  # "Sarkozy" is Nicolas Sarkozy before Carla Bruni-Sarkozy
    if any(fits(at) for at in range(1, last)):
        return 2
    return int(fits(0))


def organisation_words(name: str) -> tuple[str, ...]:
    """Return the words that tell an organisation from others, folded: no article, no "Inc", one spelling."""
    words = fold_name(without_brackets(name)).split()
    kept = [w.replace("defense", "defence").replace("centre", "center") for w in words if w not in _SMALL]
    while len(kept) > 1 and kept[-1] in _COMPANY:
        kept.pop()
    return tuple(kept)


def is_in_letters(text: str) -> bool:
    """Tell whether a word is an acronym by its letters: "MAS", "MoD"."""
    return text.isupper() or (text[:1].isupper() and 2 * sum(letter.isupper() for letter in text) > len(text))


def is_acronym_of(short: str, name: str) -> bool:
    """Tell whether a word in capitals is made of a name's initials: "IAEA", "ECOWAS", "DoD".

    In order, small words counted or not. Each word gives its initial, and may give two letters more.
    """
    letters = [c for c in anyascii(short.replace(".", "")).lower() if c.isalpha()]
    words = [w for w in fold_name(without_brackets(name)).split() if w]
    if len(letters) < 2 or len(words) < 2 or sum(c.isupper() for c in short) < 2:
        return False
    return any(_spells(letters, some) for some in (words, [w for w in words if w not in _SMALL]))


def _spells(letters: list[str], words: list[str]) -> bool:
    """Match letters to initials, letting a word that is not the last give up to two letters more."""
    if not words or not letters:
        return not words and not letters
    if words[0][0] != letters[0]:
        return False
    word = words[0]
    for more in range(3):
        taken = "".join(letters[1 : 1 + more])
        if len(taken) == more and word[1:].startswith(taken) and _spells(letters[1 + more :], words[1:]):
            return True
    return False
