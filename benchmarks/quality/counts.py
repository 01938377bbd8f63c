# SPDX-License-Identifier: Apache-2.0
"""Precision, recall and their kin."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

__all__ = ["Counts", "calibration_error", "overlap"]


@dataclass(slots=True)
class Counts:
    """How many things people marked, how many were found, and how many of these are the same."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: AbstractSet[Hashable], found: AbstractSet[Hashable]) -> None:
        """Count two sets, in which equal members are the same thing."""
        self.count(len(gold), len(found), len(gold & found))

    def count(self, gold: int, found: int, right: int) -> None:
        """Add numbers."""
        self.gold += gold
        self.found += found
        self.right += right

    @property
    def precision(self) -> float:
        """Share of what was found that is right, 0 to 1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what people marked that was found, 0 to 1."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    def columns(self, label: str = "") -> dict[str, float]:
        """Return precision, recall and F1 as columns of a table."""
        lead = f"{label} " if label else ""
        return {f"{lead}P": self.precision, f"{lead}R": self.recall, f"{lead}F1": self.f1}


def overlap(left: AbstractSet[int], right: AbstractSet[int]) -> float:
    """Return the F1 of one set of words against the other; 1.0 where both are empty."""
    if not left and not right:
        return 1.0
    return 2 * len(left & right) / (len(left) + len(right))


def calibration_error(pairs: Iterable[tuple[float, bool]], *, bins: int = 10) -> float:
    """Return the expected calibration error: how far a stated confidence is from the share that is right.

    Naeini, Cooper and Hauskrecht (2015), "Obtaining well calibrated probabilities using Bayesian binning": bins of
    equal width, their gaps between mean confidence and share right, weighted by their numbers.

    Args:
        pairs: Confidence, 0 to 1, and whether it was right.
        bins: Number of bins.

    Returns:
        0 (perfect) to 1; 0 where there are no pairs.
    """
    filled: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in pairs:
        filled[min(int(confidence * bins), bins - 1)].append((confidence, right))
    total = sum(map(len, filled))
    return sum(abs(_gap(members)) for members in filled if members) / total if total else 0.0


def _gap(members: Sequence[tuple[float, bool]]) -> float:
    """Sum of confidence less number right."""
    return sum(confidence for confidence, _ in members) - sum(right for _, right in members)
