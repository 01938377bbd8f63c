# SPDX-License-Identifier: Apache-2.0
"""Several to whom something was done, each on a day of his own: "met Lind on Sunday and Rau two days later" are two events.

One verb tells of all, so its happening is parted, and each part sees only the times and places that stand behind its own party.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.happenings.happening import Happening
from readout.reading.times.times import Time

__all__ = ["each_on_own_day"]

Words = tuple[int, int]


def each_on_own_day(scene: Scene, happening: Happening, times: Sequence[Time]) -> list[tuple[Happening, Words | None]]:
    """Part a happening whose recipients have a day each.

    Args:
        scene: Words and trees.
        happening: The happening.
        times: Times of its sentence.

    Returns:
        Each part with the words (half-open) whose times and places are its own; the happening itself, with None for all
        words, where it is one.
    """
    whole: list[tuple[Happening, Words | None]] = [(happening, None)]
    verb, others = happening.verb, sorted(happening.recipients, key=lambda party: party.word)
    if verb is None or verb != happening.word or len(others) < len(("one", "other")) or others[0].word < verb:
        return whole
    starts = [scene.phrase(party.word)[0] for party in others]
    end = _end(scene, others[-1].word)
    bounds = list(zip([verb, *starts[1:]], [*starts[1:], end], strict=True))
    days = [t for t in times if t.type in {"DATE", "TIME"} and t.value is not None and t.value[:1].isdigit()]
    for (_, last), party in zip(bounds, others, strict=True):
        if not any(party.word < t.words[0] and t.words[1] <= last for t in days) or _goes_on(scene, party.word, last):
            return whole
    return [
        (replace(happening, recipients=(party,), arguments=_within(happening.arguments, verb, part)), part)
        for party, part in zip(others, bounds, strict=True)
    ]


def _within(arguments: Sequence[int], verb: int, part: Words) -> tuple[int, ...]:
    """Return the arguments of a part: those in front of the verb are everybody's."""
    return tuple(w for w in arguments if w <= verb or part[0] <= w < part[1])


def _end(scene: Scene, word: int) -> int:
    """Return where what is said of the last one ends: at the next verb, or with the sentence."""
    stop = scene.syntax.sentences[scene.syntax.sentence_of[word]].end
    return next((w for w in range(word + 1, stop) if scene.syntax.upos[w] in VERBAL), stop)


def _goes_on(scene: Scene, word: int, end: int) -> bool:
    """Tell whether a verb between one and the next tells of something else: "met Lind, who [flew] in on Sunday, and Rau"."""
    return any(scene.syntax.upos[w] in VERBAL for w in range(word + 1, end))
