# SPDX-License-Identifier: Apache-2.0
"""What the model's event heads say: how much of an event each word is, and what is told between two parties.

The trigger of a pair is not known, so it is summed over: P(type | source, target) = Σ P(trigger = w | source, target) P(type | w),
over the words w of the sentence. P(w) is the softmax of how well source and target point to w, a party being the mean of its words.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from readout.model import Scores

__all__ = ["NONE", "EventScores", "event_scores"]

_HEADS = ("event_type", "trigger_of_source", "source_of_trigger", "trigger_of_target", "target_of_trigger")
NONE = "none"


@dataclass(frozen=True, slots=True)
class EventScores:
    """The event heads' scores for a report's words.

    Attributes:
        types: Probability of each type at each word. Shape: (words, types).
        labels: The types, the first of them "none".
        pointing: Vectors of each head of `_HEADS` but the first. Shape: (words, width) each.
        scale: Width of the vectors whose products are compared.
    """

    types: NDArray[np.float32]
    labels: tuple[str, ...]
    pointing: dict[str, NDArray[np.float32]]
    scale: int

    def triggers(self, sentence: tuple[int, int], source: Sequence[int], target: Sequence[int]) -> NDArray[np.float32]:
        """Return the probability that each word of a sentence is the trigger of what is told between two parties.

        Args:
            sentence: Half-open range of words.
            source: Words of the party that acts; may be empty.
            target: Words of the other party; may be empty.

        Returns:
            Shape: (words of the sentence,). Without parties, by how much of an event each word is alone.
        """
        start, end = sentence
        found = np.zeros(end - start, dtype=np.float32)
        for role, words in (("source", source), ("target", target)):
            if words:
                actor = self.pointing[f"{role}_of_trigger"][list(words)].mean(axis=0)
                found += self.pointing[f"trigger_of_{role}"][start:end] @ actor / np.float32(self.scale) ** 0.5
        if not source and not target:
            quiet = np.clip(self.types[start:end, 0], 1e-6, 1 - 1e-6)
            found = np.log(1 - quiet) - np.log(quiet)
        return _softmax(found)

    def of_pair(self, sentence: tuple[int, int], source: Sequence[int], target: Sequence[int]) -> dict[str, float]:
        """Return the probability of each type of what is told between two parties of a sentence."""
        chances = self.triggers(sentence, source, target) @ self.types[sentence[0] : sentence[1]]
        return dict(zip(self.labels, chances.tolist(), strict=True))

    def link(self, role: Literal["source", "target"], trigger: int, word: int) -> float:
        """Return how well a word fits as source or target of a trigger."""
        pointing, pointed = self.pointing[f"trigger_of_{role}"][trigger], self.pointing[f"{role}_of_trigger"][word]
        return float(np.dot(pointing, pointed)) / math.sqrt(self.scale)

    def at(self, word: int) -> dict[str, float]:
        """Return the probability of each type at one word."""
        return dict(zip(self.labels, self.types[word].tolist(), strict=True))


def event_scores(scores: Scores) -> EventScores | None:
    """Return what the event heads say; None if the model has no such heads."""
    if any(head not in scores.heads.columns for head in _HEADS):
        return None
    labels = scores.heads.labels["event_type"]
    return EventScores(
        _softmax(scores.of("event_type")), labels, {h: scores.of(h) for h in _HEADS[1:]}, scores.heads.scales["event"]
    )


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    found: NDArray[np.float32] = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found /= found.sum(axis=-1, keepdims=True)
    return found
