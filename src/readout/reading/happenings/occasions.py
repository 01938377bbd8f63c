# SPDX-License-Identifier: Apache-2.0
"""Tell whether a sentence with a word of meeting or calling tells of a contact: no game, story, habit, wish, no calling names."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.clauses.clauses import Clause
from readout.reading.clauses.courtesycalls import is_courtesy_call
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.times.times import Time

__all__ = ["is_general", "is_occasion"]

_GAMES = frozenset(
    "match game final semifinal semi-final quarterfinal quarter-final qualifier qualifying goal penalty penalties coach league cup "
    "season playoff playoffs tournament championship team squad stadium halftime innings inning".split()
)
# Words of games that other reports have too: "his trade team", "a final statement", "the Arab League"; one alone tells nothing.
_OF_MUCH = frozenset("team squad season goal penalty penalties final league game coach".split())
_PARKS = frozenset({"lodge", "reserve", "park", "ranger", "rangers"})  # "at a game lodge"
_STORIES = frozenset("play film movie novel book opera series episode drama comedy musical thriller".split())
_HABITS = frozenset(
    "usually often regularly always sometimes generally routinely annually yearly weekly monthly daily whenever".split()
)
_WISHED = frozenset("for toward towards without despite".split())  # "called for talks", "without talks"
_STAGES = frozenset("conference interview speech rally briefing debate podium forum".split())
_TIMES = frozenset({"time", "hour", "hours", "minutes"})  # "called him for the second time"
_NAMED = frozenset("as to for".split())  # "called as a witness", "called to order"


def is_occasion(scene: Scene, word: int, times: Sequence[Time]) -> bool:
    """Tell whether what a word names happened at one time between those who deal with each other.

    Args:
        scene: Words and trees.
        word: Head word of the trigger.
        times: The report's times.
    """
    return not (
        _is_played(scene, word) or _is_habit(scene, word, times) or _is_wish(scene, word) or _is_naming(scene, word)
    )


def is_general(scene: Scene, word: int) -> bool:
    """Tell whether a verb in the present tense may tell of what is done as a rule; headlines use it for the past."""
    if scene.syntax.upos[word] != "VERB":
        return False
    clause = Clause(scene.encoding, scene.syntax, word)
    return clause.tense == "present" and not clause.is_progressive()


def _is_played(scene: Scene, word: int) -> bool:
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[word]]
    words = range(sentence.start, sentence.end)
    found = {scene.lower(w) for w in words if scene.lower(w) in _GAMES and scene.lower(w + 1) not in _PARKS}
    game = len(found) > 1 or bool(found - _OF_MUCH)
    return game or any(scene.lower(w) in _STORIES and scene.case_of(w) == "in" for w in words)


def _is_habit(scene: Scene, word: int, times: Sequence[Time]) -> bool:
    sentence_of = scene.syntax.sentence_of
    sets = any(
        t.type == "SET" and sentence_of[t.words[0]] == sentence_of[word] and _is_of_clause(scene, t.words[0], word)
        for t in times
    )
    return sets or any(scene.lower(c) in _HABITS for c in scene.syntax.children(word))


def _is_of_clause(scene: Scene, time: int, word: int) -> bool:
    """Tell whether a time is that of a word's clause: not "spoke, and agreed that they would meet [every month]"."""
    return word in _up_to_verb(scene, time) or _up_to_verb(scene, word)[-1] == _up_to_verb(scene, time)[-1]


def _up_to_verb(scene: Scene, word: int) -> list[int]:
    """Return a word and those above it up to the first verb."""
    found = [word]
    while scene.syntax.upos[found[-1]] != "VERB" and scene.syntax.heads[found[-1]] != found[-1]:
        found.append(scene.syntax.heads[found[-1]])
    return found


def _is_wish(scene: Scene, word: int) -> bool:
    if scene.syntax.upos[word] != "NOUN" or scene.case_of(word) not in _WISHED:
        return False
    where = scene.syntax.heads[word]  # "was in [Muscat] for talks"
    return scene.case_of(where) != "in" or not scene.syntax.children(where, "cop")


def _is_naming(scene: Scene, word: int) -> bool:
    """Tell whether somebody is not phoned but called something: "called him a liar"."""
    if not scene.lower(word).startswith("call") or scene.syntax.upos[word] != "VERB":
        return False
    if is_courtesy_call(scene, word):
        return False
    if scene.encoding.lower[word + 1 : word + 2] in {("on",), ("upon",), ("for",)}:  # "called on him to resign"
        return True
    if any(scene.case_of(c) in _NAMED and scene.lower(c) not in _TIMES for c in scene.syntax.children(word, "obl")):
        return True
    things = scene.syntax.children(word, "obj", "xcomp", "iobj")
    return len([c for c in things if scene.syntax.upos[c] not in VERBAL]) > 1
