# SPDX-License-Identifier: Apache-2.0
"""A group whose members are named right behind it: "two journalists, Wa Lone and Kyaw Soe Oo", "his counterparts Fidan and Lind".

The members take part, and not once more their group; so do the states whose holders of office a plural names ("the presidents of
Kenya and Uganda"). The words are read in their order, since trees hang the names of such a list on any of the nouns before it.
"""

from __future__ import annotations

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of

__all__ = ["named_among", "named_members", "pair_behind", "states_behind"]

_COUNTS = {word: n for n, word in enumerate("two three four five six seven eight".split(), 2)}
_DEFINITE = frozenset("the his her its their both".split())
_FARTHEST = 12  # words from a group to the first name: "the heads of both countries' state security committees, …"
_BEYOND = 20  # words from a group to "including", over where and when
_BEFORE = 6  # words in front of a group: "the Thai and Cambodian prime ministers"
_ENDS = frozenset({",", ".", "(", "—", "–"})
_OF_STATES = frozenset({"of", "from"})
_OWNS = frozenset({"'s", "’s"})
_JOINTS = ((",", "and"), ("and", "of"), ("and", "from"), ("and",), (",",))
_DOWN = 3  # nouns from a group to the countries that it is of: "the directors of operations of the two countries"


def named_members(scene: Scene, word: int) -> list[int]:
    """Return the head words of those who are named as the persons that a plural noun stands for; none if it is not sure."""
    syntax, lower = scene.syntax, scene.encoding.lower
    if syntax.upos[word] != "NOUN" or singular_of(lower[word]) == lower[word]:
        return []
    sentence = syntax.sentences[syntax.sentence_of[word]]
    first = _first_name(scene, word, sentence.end)
    if first is None:
        return []
    names, at = [], first
    joined = closed = False
    while (found := _name_at(scene, at)) is not None:
        head, at = found
        names.append(head)
        if joined:
            closed = True
            break
        if lower[at : at + 1] == (",",):
            at += 1
        if lower[at : at + 1] == ("and",):
            joined, at = True, at + 1
    set_off = lower[first - 1] == ","
    ended = at >= sentence.end or lower[at] in _ENDS or not set_off
    return names if closed and ended and _are_persons(scene, names) and _are_as_many(scene, word, len(names)) else []


def named_among(scene: Scene, word: int) -> list[int]:
    """Return the head words of the names of some that a plural stands for: "several leaders on Monday, including [Lind]"."""
    lower, upos = scene.encoding.lower, scene.syntax.upos
    if upos[word] != "NOUN" or singular_of(lower[word]) == lower[word]:
        return []
    end = scene.syntax.sentences[scene.syntax.sentence_of[word]].end
    for at in range(word + 1, min(word + _BEYOND, end)):
        if upos[at] in {"VERB", "AUX", "SCONJ"} and lower[at] != "including":
            return []
        if lower[at] == "including" or lower[at : at + 2] == ("among", "them"):
            return _names_from(scene, at + 1 + (lower[at] == "among"), end)
    return []


def _names_from(scene: Scene, at: int, end: int) -> list[int]:
    """Return the head words of a list of names with their titles, up to what is none: "French President [A], Chancellor [B]"."""
    names: list[int] = []
    while at < end:
        found = scene.directory.mention_at(at)
        if scene.lower(at) in {",", "and"}:
            at += 1
        elif found is not None and found[0].form == "name" and found[1].type == "person":
            at = found[0].end
            if scene.lower(at) in _OWNS:
                break  # "including [Lind]'s Unity party"
            names.append(found[0].head)
        elif scene.syntax.upos[at] in {"NOUN", "PROPN", "ADJ", "PART", "DET"}:
            at += 1  # of a title
        else:
            break
    return names


def states_behind(scene: Scene, word: int) -> list[int]:
    """Return the head words of the states whose people a plural noun names: "the leaders of [Togo], [Benin] and [Ghana]"."""
    lower = scene.encoding.lower
    if singular_of(lower[word]) == lower[word] or scene.lower(word + 1) not in _OF_STATES:
        return []
    end = scene.syntax.sentences[scene.syntax.sentence_of[word]].end
    names: list[int] = []
    at = word + 2
    while (found := _state_at(scene, at, end)) is not None:
        names.append(found[0])
        at = found[1]
        joint = next((joint for joint in _JOINTS if lower[at : at + len(joint)] == joint), None)
        if joint is None:
            break
        at += len(joint)
    return names if len(names) > 1 and "and" in lower[names[-2] : names[-1]] else []


def pair_behind(scene: Scene, word: int) -> int | None:
    """Return the noun by which a plural noun's people are of two: "the army chiefs of the two [countries]"."""
    if singular_of(scene.lower(word)) == scene.lower(word):
        return None
    at = word
    for _ in range(_DOWN):
        below = [c for c in scene.syntax.children(at, "nmod") if c > at and scene.case_of(c) in _OF_STATES]
        if not below:
            return None
        at = below[-1]
        if {scene.lower(c) for c in scene.syntax.children(at, "nummod", "det")} & {"two", "both"}:
            return at
    return None


def _state_at(scene: Scene, start: int, end: int) -> tuple[int, int] | None:
    """Return the head and the end of the name of a state or a body of states that begins at a word, or behind its article.

    A list of states may go on with somebody in office: "the ministers of Italy, Britain and [the EU's foreign policy chief]".
    """
    at = start + 1 if scene.lower(start) == "the" else start
    found = scene.directory.mention_at(start) or scene.directory.mention_at(at)
    if found is not None and at < end and found[0].form == "nominal" and found[1].type == "person":
        mention, entity = found
        is_owned = any(mention.start <= w < mention.head for w in scene.syntax.children(mention.head, "nmod:poss"))
        return (mention.head, mention.end) if is_owned and entity.country is not None else None
    if at >= end or found is None or found[1].type not in {"place", "organisation"}:
        return None
    mention, entity = found
    return (mention.head, mention.end) if mention.form == "name" and entity.country is not None else None


def _first_name(scene: Scene, word: int, end: int) -> int | None:
    """Return where the first name behind a group begins: right behind it, or behind the comma that ends its phrase."""
    upos, lower = scene.syntax.upos, scene.encoding.lower
    if _name_at(scene, word + 1) is not None:
        return word + 1
    for at in range(word + 1, min(word + _FARTHEST, end)):
        if lower[at] == ",":
            return at + 1 if _name_at(scene, at + 1) is not None else None
        if upos[at] in {"VERB", "AUX", "PUNCT", "SCONJ"}:
            return None
    return None


def _name_at(scene: Scene, start: int) -> tuple[int, int] | None:
    """Return the head and the end of the name that begins at a word."""
    if start >= len(scene.encoding.words) or scene.syntax.upos[start] != "PROPN":
        return None
    found = scene.directory.mention_at(start)
    if found is None:
        return None
    mention = found[0]
    is_name = mention.form == "name" and mention.start == start
    end = mention.end
    if is_name and scene.lower(end) == "of":  # "Rousseff of Brazil and Mujica of Uruguay"
        land = _state_at(scene, end + 1, len(scene.encoding.words))
        end = land[1] if land is not None else end
    return (mention.head, end) if is_name else None


def _are_persons(scene: Scene, names: list[int]) -> bool:
    """Tell whether one name at least is a person's, and none a body's: of the others the reader may be mistaken."""
    types = {entity.type for name in names if (entity := scene.directory.at_head(name)) is not None}
    return "person" in types and not types & {"organisation", "group"}


def _are_as_many(scene: Scene, word: int, many: int) -> bool:
    """Tell whether a group is of so many: by its number, or as one of persons that is meant as a whole."""
    before = scene.encoding.lower[max(scene.phrase(word)[0], word - _BEFORE) : word]
    count = next((_COUNTS[w] for w in before if w in _COUNTS), None)
    if count is not None:
        return count == many
    return not _DEFINITE.isdisjoint(before) and not any(w[:1].isdigit() for w in before)
