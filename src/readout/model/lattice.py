# SPDX-License-Identifier: Apache-2.0
"""All label sequences at once, each as likely as a linear-chain CRF holds it.

`readout.model.crf` finds the best sequence; here is what the others say: how likely each label and each span is, and
sequences drawn at random, as often as they are likely. The recursions are those of Sutton and McCallum, An Introduction to
Conditional Random Fields (2012), section 4, scaled at each step in place of logarithms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from readout.model.crf import side_by_side

__all__ = ["Lattice"]

_FORBIDDEN = -1_000.0  # transitions below are illegal ones
_LEAST = 1e-30
_SIDE_BY_SIDE = 256  # segments drawn at once: a million lines of one word must not need a million tables
_AT_ONCE = 8_192  # words drawn at once, but for a longer segment
_DICE = 997  # rows of random numbers; a longer segment uses them again


class Lattice:
    """The distribution over the label sequences of a text's segments."""

    def __init__(
        self,
        emissions: NDArray[np.float32],
        transitions: NDArray[np.float32],
        segments: Sequence[tuple[int, int]],
    ) -> None:
        """Weigh the sequences that end at each word. O(words x labels²).

        Args:
            emissions: Score of each label at each word. Shape: (words, labels).
            transitions: Score of label j after label i. Shape: (labels, labels).
            segments: Half-open ranges of words; no sequence crosses from one to the next.
        """
        self._segments = sorted((s for s in segments if s[1] > s[0]), key=lambda s: s[0] - s[1])
        self._order, self._steps = side_by_side(self._segments)
        self._step = np.exp(np.maximum(transitions, -60.0))
        self._step[transitions < _FORBIDDEN] = 0.0
        self._closing = np.where(transitions[:, 0] < _FORBIDDEN, 0.0, 1.0).astype(np.float32)
        # So that none is quite 0.
        local = np.exp(np.maximum(emissions - emissions.max(axis=1, keepdims=True, initial=-1e30), -40.0))
        self._local = local[self._order]
        laid = np.zeros_like(self._local)
        before = self._step[0]  # as if "O" stood before
        for now, then in pairwise([*self._steps, slice(0, 0)]):
            laid[now] = _shares(before * self._local[now])
            before = laid[now][: _length(then)] @ self._step
        self._forward = np.zeros_like(emissions)
        self._forward[self._order] = laid

    @cached_property
    def chances(self) -> NDArray[np.float32]:
        """The probability of each label at each word, given the whole segment.

        Shape: (words, labels); rows of words in a segment add up to 1, others are 0.
        """
        laid = self._forward[self._order]
        backward = np.tile(self._closing, (len(self._segments), 1))
        for now in reversed(self._steps):
            behind = backward[: _length(now)]
            laid[now] *= behind
            behind[:] = _shares((self._local[now] * behind) @ self._step.T)
        chances = np.zeros_like(self._forward)
        chances[self._order] = _shares(laid)
        return chances

    def samples(self, count: int) -> NDArray[np.int8]:
        """Draw label sequences, each as often as it is likely: forward filtering, backward sampling.

        The random numbers are always the same ones: what is drawn for a segment depends on nothing but the segment.
        At each word they are spread evenly over the sequences, which makes shares of few sequences twice as sharp.

        Args:
            count: How many to draw.

        Returns:
            Label of each word, 0 ("O") outside all segments. Shape: (count, words).
        """
        dice = _dice(count)
        drawn = np.zeros((count, len(self._forward)), dtype=np.int8)
        for segments in _in_batches(self._segments):
            order, steps = side_by_side(segments)
            moved = [t + 7 * (end - start) for t, now in enumerate(steps) for start, end in segments[: _length(now)]]
            choices = self._choices(order, dice[np.array(moved) % _DICE])
            flat = choices.reshape(-1)
            throws = np.arange(count)[:, None] * choices[0].size + np.arange(len(order))
            last = np.full((count, len(segments)), len(self._closing))
            laid = np.empty((count, len(order)), dtype=np.int8)
            for now in reversed(steps):
                live = last[:, : _length(now)]
                live[:] = flat.take(throws[:, now] + live * len(order))
                laid[:, now] = live
            drawn[:, order] = laid
        return drawn

    def _choices(self, words: NDArray[np.int64], thrown: NDArray[np.float32]) -> NDArray[np.int8]:
        """Return the label that each throw of the dice gives a word, before each label and, as one more, before the end.

        Args:
            words: Any number of words.
            thrown: Shape: (words, throws).

        Returns:
            Shape: (throws, labels + 1, words).
        """
        into = np.concatenate([self._step, self._closing[:, None]], axis=1)
        # Words side by side in memory: the same is done for all of them.
        sums = np.ascontiguousarray(self._forward[words].T)[:, None, :] * into[:, :, None]
        for before, now in pairwise(sums):
            now += before
        limits = np.ascontiguousarray(thrown.T)[:, None, :] * sums[-1]
        choices = np.zeros(limits.shape, dtype=np.int8)
        for each in sums[:-1]:
            choices += each <= limits
        return choices

    def span_chances(
        self, starts: NDArray[np.int64], lasts: NDArray[np.int64], labels: tuple[int, int, int, int]
    ) -> NDArray[np.float32]:
        """Return how likely the words from each start to each last word are to be one span, exactly.

        A sequence drawn backward is a Markov chain, so a span's chance is a product along its words.

        Args:
            starts: First words, within one segment.
            lasts: Last words, within the same segment.
            labels: Numbers of the labels that begin a span, go on, end it, and make one up alone.

        Returns:
            0 where the last word is before the first. Shape: (starts, lasts).
        """
        begin, inside, end, single = labels
        low, high = min(starts.min(), lasts.min()), max(starts.max(), lasts.max()) + 1
        forward = self._forward[low:high]
        ahead = np.maximum(forward @ self._step, _LEAST)

        def log_chance_of(label: int, *, before: int) -> NDArray[np.float32]:
            chance = forward[:, label] * self._step[label, before] / ahead[:, before]
            logs: NDArray[np.float32] = np.log(np.maximum(chance, _LEAST)).astype(np.float32)
            return logs

        gone = np.concatenate([[0.0], np.cumsum(log_chance_of(inside, before=inside), dtype=np.float64)])
        i, j = starts[:, None] - low, lasts[None, :] - low
        previous = np.maximum(j - 1, 0)
        inner = gone[previous] - gone[np.minimum(i + 1, previous)]
        long = log_chance_of(begin, before=inside)[i] + inner + log_chance_of(inside, before=end)[previous]
        chain = np.where(j > i + 1, long, log_chance_of(begin, before=end)[i])
        chances = self.chances[low:high]
        found: NDArray[np.float32] = np.where(
            j > i, np.exp(np.minimum(chain, 0.0)) * chances[:, end][j], chances[:, single][j] * (j == i)
        )
        return found


def _length(step: slice) -> int:
    return int(step.stop - step.start)


def _shares(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return each row in parts of its sum."""
    sums: NDArray[np.float32] = np.maximum(np.add.reduce(weights, axis=1, keepdims=True), _LEAST, dtype=np.float32)
    return weights / sums


@cache
def _dice(count: int) -> NDArray[np.float32]:
    """Return random numbers below 1, in each row one from each of `count` equal parts. Shape: (rows, count)."""
    # This old generator's stream is frozen: the same numbers whatever numpy is installed.
    chance = np.random.RandomState(0)
    parts = chance.random_sample((_DICE, count)).argsort(axis=1)
    dice: NDArray[np.float32] = ((parts + chance.random_sample((_DICE, count))) / count).astype(np.float32)
    return dice


def _in_batches(segments: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield segments to be drawn side by side, in their order: as many as are few, and have few words together."""
    batch: list[tuple[int, int]] = []
    words = 0
    for segment in segments:
        size = segment[1] - segment[0]
        if batch and (len(batch) == _SIDE_BY_SIDE or words + size > _AT_ONCE):
            yield batch
            batch, words = [], 0
        batch.append(segment)
        words += size
    if batch:
        yield batch
