# SPDX-License-Identifier: Apache-2.0
"""Tell whether one who deals with several deals with each by himself: "separate meetings with both", "telephoned both".

Those on the other side have not met each other then, and the ledger has a contact for each. A meeting with several is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.scene import Scene
from readout.reading.coreference.facts import singular_of

__all__ = ["are_apart", "are_callers_apart", "each_apart", "is_in_two_places"]

_APART = frozenset("separate separately individually bilateral".split())
_CALLS = frozenset("calls conversations letters messages telegrams".split())
_TO_ONE = frozenset("phone phoned phones telephone telephoned telephones rang".split())
_TOGETHER = frozenset("trilateral three-way four-way conference joint group video joined".split())
_REACH = 3  # words in front of a verb's clause's noun that may part it


def are_apart(scene: Scene, word: int) -> bool:
    """Tell whether a word of contact is said of several one by one.

    Args:
        scene: Words and trees.
        word: The verb or noun that tells of the contact.
    """
    lower, sentence = scene.lower(word), scene.syntax.sentences[scene.syntax.sentence_of[word]]
    beside = {scene.lower(c) for c in scene.syntax.children(word, "advmod", "amod", "compound")}
    near = beside | set(scene.encoding.lower[max(word - _REACH, sentence.start) : min(word + _REACH, sentence.end)])
    if near & _TOGETHER:
        return False
    if scene.syntax.upos[word] == "VERB":
        return bool(near & _APART) or _is_in_separate(scene, word) or lower in _TO_ONE or is_in_two_places(scene, word)
    in_row = scene.case_of(word) == "of" and scene.lower(scene.syntax.heads[word]) == "series"
    return lower in _CALLS or ((bool(beside & _APART) or in_row) and singular_of(lower) != lower)


def _is_in_separate(scene: Scene, verb: int) -> bool:
    """Tell whether a verb's contacts are counted behind it: "spoke with both [in separate calls]"."""
    occasions = (w for w in scene.syntax.children(verb, "obl") if scene.case_of(w) in {"in", "during", "at"})
    several = (w for w in occasions if singular_of(scene.lower(w)) != scene.lower(w))
    return any(_APART & {scene.lower(c) for c in scene.syntax.children(w, "amod")} for w in several)


def is_in_two_places(scene: Scene, verb: int) -> bool:
    """Tell whether each of two persons is met at a place of his own: "met Lind in Tarsk and Rau in Orm"."""
    syntax = scene.syntax
    seen = [w for c in syntax.children(verb, "obj", "obl") for w in (c, *syntax.children(c, "conj")) if w > verb]
    persons = [w for w in sorted(set(seen)) if (e := scene.entity_of(w)) is not None and e.type == "person"]
    if len(persons) != len(("one", "other")):
        return False
    end = syntax.sentences[syntax.sentence_of[verb]].end
    for start, stop in ((persons[0], persons[1]), (persons[1], end)):
        stop = next((w for w in range(start, stop) if syntax.upos[w] in {"VERB", "AUX"} or scene.lower(w) == ","), stop)
        if not any(scene.lower(w) == "in" and _leads_to_place(scene, w) for w in range(start + 1, stop)):
            return False
    return True


def _leads_to_place(scene: Scene, preposition: int) -> bool:
    where = scene.entity_of(scene.syntax.heads[preposition])
    return where is not None and where.type == "place"


def are_callers_apart(scene: Scene, word: int) -> bool:
    """Tell whether several who act may each have acted by himself: not where "Lind and Rau telephoned the premier"."""
    if scene.lower(word) not in _TO_ONE:
        return True
    near = scene.encoding.lower[max(word - _REACH, 0) : word + _REACH]
    return not _APART.isdisjoint(near)


def each_apart(
    actors: Sequence[str], recipients: Sequence[str], *, callers: bool = True
) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return who deals with whom, where one side or both are several: the first with each of the others, or each with the other.

    Args:
        actors: Who deals.
        recipients: With whom.
        callers: Whether several who act may be parted too.
    """
    if actors and len(recipients) > 1:
        return [(tuple(actors), (other,)) for other in recipients]
    if callers and len(recipients) == 1 and len(actors) > 1:
        return [((one,), tuple(recipients)) for one in actors]
    return []
