# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make with "of", "to" and "at", and their mending: who is accused, asked or fired at, what tonnes are of."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import NOUNS, REACH, places

__all__ = [
    "give_accused",
    "give_asked",
    "give_between",
    "give_called",
    "give_receivers",
    "hand_over",
    "hang_accordings",
    "hang_contents",
    "hang_on_nearest",
    "keep_behind_verb",
    "open_charges",
    "part_cases",
    "raise_cases",
]

_AIMED = frozenset({"at", "against", "into"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_GIVES = frozenset(
    "hand hands handed handing give gives gave given giving send sends sent sending offer offers offered offering grant grants "
    "granted granting".split()
)
_GIVEN = frozenset(
    "ultimatum deadline warning aid assistance help loan loans support backing assurances guarantees".split()
)
_CHARGES = frozenset({"of", "from"})
_PARTED = frozenset({"with", "between", "to", "from", "against"})
_LOOSE = frozenset({"obl", "nmod", "obj"})
_SOON = 5  # words from a preposition to its noun
_ROWS = frozenset({"series", "string", "round", "number", "flurry", "set"})
_BRIEFED = frozenset({"briefed", "informed"})
_PHRASE = 8  # words from "according" to who says so
_CALLS = frozenset({"call", "calls", "called", "calling"})
_OBJECTS = frozenset({"obj", "iobj"})
_HANDS = frozenset("hand hands handed handing".split())


def give_accused(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb its object where the tree makes it the subject of what follows: "accused [Togo] of using force"."""
    for word in places(relations, "nsubj"):
        charge = heads[word]
        if not 0 < charge - word < REACH or not lower[charge].endswith("ing"):
            continue
        verb = heads[charge]
        marks = (w for w in range(word + 1, charge) if heads[w] == charge and relations[w] in {"mark", "case"})
        if not verb < word or upos[verb] != "VERB" or not any(lower[w] in _CHARGES for w in marks):
            continue
        near = range(verb + 1, min(verb + REACH, len(heads)))
        if not any(heads[w] == verb and relations[w] in _OBJECTS for w in near):
            heads[word], relations[word] = verb, "obj"


def open_charges(lower: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make what somebody is accused of a clause, where the tree makes its verb an adjective: "accuse him of [taking] bribes"."""
    for doing in places(relations, "amod", 2):
        of, noun = doing - 1, heads[doing]
        verb = heads[of]
        if not lower[doing].endswith("ing") or lower[of] not in _CHARGES:
            continue
        whom = any(heads[w] == verb and relations[w] in _OBJECTS for w in range(verb + 1, of))
        if verb < of and heads[noun] == verb and relations[noun] in {"obj", "obl"} and doing < noun and whom:
            heads[doing], relations[doing] = verb, "xcomp"
            heads[noun], relations[noun] = doing, "obj"
            heads[of], relations[of] = doing, "mark"


def give_asked(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a phrase its "to" where the tree hangs it on the verb behind: "appealed [to] the students to go home"."""
    for to in places(lower, "to"):
        below = heads[to]
        if relations[to] != "mark" or not 1 < below - to < REACH:
            continue
        if lower[below - 1] != "to" or heads[below - 1] != below:
            continue
        whom = next((w for w in range(to + 1, below) if upos[w] in NOUNS and heads[w] < to), None)
        if whom is not None and relations[whom] == "obl":
            heads[to], relations[to] = whom, "case"


def give_called(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give who is called on the "on" of the verb, or of what is asked: "called [on] Mr. Modi on Tuesday", "[on] Seoul to wait"."""
    for on in places(lower, "on", 1, len(lower) - 1):
        verb = on - 1
        is_part = relations[on] == "compound:prt" and heads[on] == verb
        is_mark = relations[on] == "mark" and heads[on] > on
        is_mark = is_mark or (relations[on] == "case" and upos[heads[on]] == "VERB")  # "[on] Mr. Lind to resign"
        if not (is_part or is_mark) or lower[verb] not in _CALLS:
            continue
        behind = range(on + 1, min(on + REACH, len(lower)))
        whom = next((w for w in behind if heads[w] == verb and relations[w] in {"obl", "obj"}), None)
        if whom is None or upos[whom] not in NOUNS:
            continue
        if not any(heads[w] == whom and relations[w] == "case" for w in range(on + 1, whom)):
            heads[on], relations[on], relations[whom] = whom, "case", "obl"


def give_between(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give "between" to the first of the two behind it, not to what stands in front: "talks in Riga [between] A and B"."""
    for between in places(lower, "between", 1, len(lower) - 1):
        if relations[between] != "case" or heads[between] > between:
            continue
        behind = range(between + 1, min(between + REACH, len(lower)))
        first = next((w for w in behind if upos[w] in NOUNS and heads[w] < between), None)
        if first is not None and relations[first] in {"nmod", "obl", "conj"}:
            heads[between], relations[first] = first, "nmod"


def give_receivers(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make the first of two objects of a verb of giving who receives the second: "handed [the emir] a letter"."""
    for thing in places(relations, "obj", 3):
        verb = heads[thing]
        if not verb + 1 < thing < verb + REACH or lower[verb] not in _GIVES:
            continue
        first = verb + 1
        if thing == first + 1 and lower[thing] in _GIVEN and upos[first] == "PROPN" and relations[first] == "compound":
            heads[first], relations[first] = verb, "iobj"  # "gives [France] ultimatum"
            continue
        objects = [w for w in range(verb + 1, thing) if heads[w] == verb and relations[w] == "obj"]
        if len(objects) != 1 or objects[0] + 1 == thing or upos[objects[0]] not in NOUNS:
            continue
        first = objects[0] + 1
        if heads[first] == thing and (lower[first] in _ARTICLES or upos[first] == "NUM"):
            relations[objects[0]] = "iobj"


def hang_accordings(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make on whose word something is said no subject of it, nor what they were briefed on a part of it.

    "He summoned the envoy, according to [two diplomats] briefed [on the meeting]".
    """
    for word in range(1, len(lower) - 1):
        if lower[word] == "according" and lower[word + 1] == "to":
            behind = range(word + 2, min(word + _PHRASE, len(lower)))
            noun = next((w for w in behind if relations[w] == "nsubj" and upos[w] in NOUNS), None)
            if noun is not None and heads[noun] < word:
                relations[noun], heads[word], relations[word] = "obl", noun, "case"
        elif lower[word] in _BRIEFED and relations[word] == "acl" and lower[word + 1] in {"on", "about"}:
            about = heads[word + 1]
            if (
                word < about < word + REACH
                and upos[about] in NOUNS
                and heads[about] < word
                and relations[about] == "obl"
            ):
                heads[about] = word


def hang_contents(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang what something is of on it, where the tree hangs both on the verb: "sent 60 tonnes [of humanitarian aid]".

    So "held a series [of meetings]".
    """
    for of in places(lower, "of", 1):
        noun, thing = heads[of], of - 1
        if relations[of] != "case" or upos[thing] not in NOUNS or not thing < of < noun:
            continue
        verb = heads[noun]
        both = relations[noun] == "obl" and heads[thing] == verb < thing and relations[thing] in _OBJECTS
        counted = any(heads[w] == thing and relations[w] == "nummod" for w in range(max(verb, thing - 4), thing))
        if both and (counted or lower[thing] in _ROWS):
            heads[noun], relations[noun] = thing, "nmod"


def hang_on_nearest(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a phrase right behind a verb's object on that verb, not on the one it is joined to: "rammed and fired at [them]"."""
    for case in places(relations, "case", 1):
        noun, thing = heads[case], case - 1
        if lower[case] not in _AIMED or not thing < case < noun:
            continue
        verb, first = heads[thing], heads[noun]
        joined = relations[verb] == "conj" and heads[verb] == first < verb < thing
        if joined and upos[verb] == "VERB" and relations[noun] == "obl" and relations[thing] == "obj":
            heads[noun] = verb


def keep_behind_verb(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a name behind "with" on the noun right before it, not on the subject: "Lind left a meeting with [Rau]".

    Nor is it a second object of the verb: "where she held talks with [Rau]".
    """
    for case in places(relations, "case", 2):
        name, noun = heads[case], case - 1
        if lower[case] != "with" or upos[noun] != "NOUN" or not case < name or heads[noun] == name:
            continue
        above = heads[name]
        from_subject = relations[name] == "nmod" and relations[above] == "nsubj" and above < heads[above] < case
        from_verb = relations[name] == relations[noun] == "obj" and heads[noun] == above
        if from_subject or from_verb:
            heads[name], relations[name] = noun, "nmod"


def raise_cases(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Give a preposition the noun of its phrase, not a name in front of that: "fired missiles [at] US forces"."""
    for case in places(relations, "case"):
        name = heads[case]
        noun = heads[name]
        if not case + 1 == name < noun == name + 1 or relations[name] not in {"compound", "amod"}:
            continue
        if upos[case] == "ADP" and upos[noun] in NOUNS and relations[noun] in _LOOSE:
            heads[case] = noun


def part_cases(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a preposition the noun behind it where the tree gives it that of the next: "talks [with] leaders on the sidelines"."""
    for mark in places(lower, "with", 1, len(lower) - 1):
        noun = next((w for w in range(mark + 1, min(mark + _SOON, len(lower))) if upos[w] in NOUNS), None)
        if relations[mark] != "mark" or heads[mark] > mark or noun is None or heads[noun] != heads[mark]:
            continue
        if relations[noun] == "obj":  # "held a series of meetings [with] visiting leaders"
            heads[mark], relations[mark], relations[noun] = noun, "case", "obl"
    for case in places(relations, "case"):
        other = heads[case]
        if lower[case] not in _PARTED or not case + 2 < other < case + _PHRASE:
            continue
        second = next((w for w in range(case + 2, other) if heads[w] == other and relations[w] == "case"), None)
        noun = None if second is None else second - 1
        if noun is None or upos[noun] not in NOUNS or case < heads[noun] <= other or relations[noun] not in _LOOSE:
            continue
        heads[case] = noun
        relations[noun] = "obl" if relations[noun] == "obj" else relations[noun]


def hand_over(lower: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make what is handed over an object, where the tree takes "over" for its preposition: "handed over the [bodies]"."""
    for over in places(relations, "case", 1):
        thing = heads[over]
        if (
            lower[over] == "over"
            and lower[over - 1] in _HANDS
            and heads[thing] == over - 1
            and relations[thing] == "obl"
        ):
            heads[over], relations[over] = over - 1, "compound:prt"
            relations[thing] = "obj"
