# SPDX-License-Identifier: Apache-2.0
"""What the model's event heads add to the rules: they drop what is surely none, and find what no rule tells of.

The rules speak first, since they name the words of their reasons, and their types stand; the probability that the heads give
them stands in `because`. Learned from sentences that all tell of an event, they find one too many in other news: alone they
are believed only of verbs between states and those in office.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readout.reading.draft import Scene
from readout.reading.eventscores import NONE, EventScores
from readout.reading.happenings import Happening
from readout.reading.parties import Parties, Party
from readout.resources import EventType, Trigger, cue_verb

__all__ = ["SURE", "Opinion", "Sureness", "second_opinion"]


_SAYING = frozenset("speech writing belief assessment knowledge perception claim announcement question emotion".split())


@dataclass(frozen=True, slots=True)
class Sureness:
    """How sure the heads must be, as probabilities.

    Attributes:
        none: To drop what the rules found.
        alone: To tell of an event that no rule found.
        trigger: Of one word being its trigger.
    """

    none: float = 0.995
    alone: float = 0.65
    trigger: float = 0.3


SURE = Sureness()


@dataclass(frozen=True, slots=True)
class Opinion:
    """A happening with what the heads say of it; None where they were not asked.

    Attributes:
        happening: The happening.
        chance: Probability of its type.
        none: Probability that nothing is told between its parties.
    """

    happening: Happening
    chance: float | None = None
    none: float | None = None


def second_opinion(
    scene: Scene,
    parties: Parties,
    found: Sequence[Happening],
    scores: EventScores,
    readable: Sequence[bool],
    sure: Sureness = SURE,
) -> list[Opinion]:
    """Ask the heads about the happenings that the rules found, and for others."""
    kept = [_judged(scene, happening, scores) for happening in found]
    taken = {w for o in kept for w in range(*o.happening.words)}
    others = [o for o in _alone(scene, parties, scores, readable, sure) if o.happening.word not in taken]
    return sorted([*kept, *others], key=lambda o: o.happening.words)


def _judged(scene: Scene, happening: Happening, scores: EventScores) -> Opinion:
    """Return a happening with what the heads say of it, if both its sides are there to be asked about."""
    if not happening.actors or not happening.recipients or happening.again:
        return Opinion(happening)
    source, target = _words(scene, happening.actors), _words(scene, happening.recipients)
    chances = scores.of_pair(_sentence(scene, happening.word), source, target)
    return Opinion(happening, chances.get(happening.trigger.type, 0.0), chances[NONE])


def _type(label: str) -> EventType:
    kind: EventType = label  # type: ignore[assignment]
    return kind


def _sentence(scene: Scene, word: int) -> tuple[int, int]:
    sentence = scene.syntax.sentences[scene.syntax.sentence_of[word]]
    return sentence.start, sentence.end


def _words(scene: Scene, sides: Sequence[Party]) -> list[int]:
    """Return the words of the phrases of some parties."""
    return [w for p in sides for w in range(*scene.phrase(p.word if p.argument is None else p.argument))]


def _alone(
    scene: Scene, parties: Parties, scores: EventScores, readable: Sequence[bool], sure: Sureness
) -> Iterator[Opinion]:
    """Yield what the heads find by themselves: a trigger that they are sure of, with the pair that points to it best."""
    for sentence in scene.syntax.sentences:
        bounds = (sentence.start, sentence.end)
        triggers = [
            w for w in range(*bounds) if readable[w] and scores.types[w, 0] < 1 - sure.alone and _may_tell(scene, w)
        ]
        if not triggers:
            continue
        sides = [p for w in range(*bounds) if (p := _party_at(scene, parties, w)) is not None]
        for word in triggers:
            opinion = _with_pair(scene, scores, bounds, word, sides, sure)
            if opinion is not None:
                yield opinion


def _may_tell(scene: Scene, word: int) -> bool:
    """Tell whether a word may tell of an event by itself: a verb that does not only bring in what somebody says."""
    cue = cue_verb(scene.lower(word))
    return scene.syntax.upos[word] == "VERB" and (cue is None or cue.kind not in _SAYING)


def _party_at(scene: Scene, parties: Parties, word: int) -> Party | None:
    """Return the party that a word heads in its own right: no modifier of another noun."""
    entity = scene.directory.at_head(word)
    if entity is None or entity.type == "other" or scene.syntax.is_relation(word, "compound", "flat", "nmod:desc"):
        return None
    found = parties.of([word], owned=False)
    return found[0] if found and parties.is_official(found[0].id) else None


def _with_pair(
    scene: Scene, scores: EventScores, bounds: tuple[int, int], word: int, sides: Sequence[Party], sure: Sureness
) -> Opinion | None:
    best: tuple[float, Party, Party] | None = None
    for source in sides:
        for target in sides:
            if source.id != target.id:
                fit = scores.link("source", word, source.word) + scores.link("target", word, target.word)
                if best is None or fit > best[0]:
                    best = (fit, source, target)
    if best is None:
        return None
    _, source, target = best
    chances = scores.of_pair(bounds, _words(scene, [source]), _words(scene, [target]))
    label = max((each for each in chances if each != NONE), key=lambda each: chances[each])
    pointed = scores.triggers(bounds, _words(scene, [source]), _words(scene, [target]))[word - bounds[0]]
    if chances[label] < sure.alone or pointed < sure.trigger:
        return None
    trigger = Trigger(
        lemma=scene.lower(word), part="verb" if scene.syntax.upos[word] == "VERB" else "noun", type=_type(label), mode=None,
        contexts=(), sources=(), targets=(), objects=frozenset(), near=frozenset(), next=frozenset(), subjects=frozenset(),
        clause="", party=False, mutual=False, weak=True, martial=False, official=False,
    )  # fmt: skip
    verb = word if trigger.part == "verb" else None
    happening = Happening(trigger, word, (word, word + 1), verb, (source,), (target,), (source.word, target.word))
    return Opinion(happening, chances[label], chances[NONE])
