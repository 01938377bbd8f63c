# SPDX-License-Identifier: Apache-2.0
"""What the model says is told between two parties of a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from readout.model import PairLayers, Scores

__all__ = ["EventScores", "event_scores"]


@dataclass(frozen=True, slots=True)
class EventScores:
    """The answers of the layers for pairs about one report.

    Attributes:
        labels: "none" and the types.
        between: Gives for a sentence, as a half-open range of words, and for the words of the party that acts and of the other one
            the probability of each label. Shape of what it gives: (labels,).
    """

    labels: tuple[str, ...]
    between: Callable[[tuple[int, int], Sequence[int], Sequence[int]], NDArray[np.float32]]

    def of_pair(self, sentence: tuple[int, int], source: Sequence[int], target: Sequence[int]) -> dict[str, float]:
        """Return the probability of each label for what one party does to the other in a sentence."""
        return dict(zip(self.labels, self.between(sentence, source, target).tolist(), strict=True))


def event_scores(scores: Scores, pairs: PairLayers | None) -> EventScores | None:
    """Return what the model says of events; None if it has no layers for pairs, or the report no words."""
    if pairs is None or scores.middle is None:
        return None
    return EventScores(scores.heads.labels["event_type"], partial(pairs.chances, scores.middle))
