# SPDX-License-Identifier: Apache-2.0
"""The layers for pairs: what is told between two parties of a sentence.

They go on from the middle of the encoder, so they know what the sentence's window says, and read the sentence once more with
the two parties marked. They are run for the pairs that are asked about only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from readout.errors import ModelError
from readout.model.sessions import check_names, open_session

__all__ = ["Middle", "PairLayers"]

_LONGEST = 126  # pieces: longer sentences than they were trained on are read around the parties


@dataclass(frozen=True, slots=True)
class Middle:
    """The states in the middle of the encoder, of all windows of a text.

    Attributes:
        states: Of the windows one after the other, each with what stands at its both ends. Shape: (rows, size).
        words: The rows of each word's pieces, half-open. Shape: (words, 2).
        ends: The first and the last row of each word's window. Shape: (words, 2).
    """

    states: NDArray[np.float16]
    words: NDArray[np.int32]
    ends: NDArray[np.int32]

    @classmethod
    def of(
        cls, states: Sequence[NDArray[np.float16]], windows: Sequence[tuple[int, int]], firsts: NDArray[np.int32]
    ) -> Self:
        """Put the windows' states together.

        Args:
            states: Of each window. Shape: (pieces + 2, size) each.
            windows: The words of each, half-open.
            firsts: Where the first piece of each word stands among all pieces, and their number. Shape: (words + 1,).
        """
        words = np.stack([firsts[:-1], firsts[1:]], axis=1)
        ends = np.zeros_like(words)
        at = 0
        for number, ((start, end), each) in enumerate(zip(windows, states, strict=True)):
            words[start:end] += 2 * number + 1
            ends[start:end] = at, at + len(each) - 1
            at += len(each)
        return cls(np.concatenate(states), words, ends)


class PairLayers:
    """The graph that reads on from a `Middle`."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        """Take the session; `PairLayers.open` is the way in."""
        self._session = session

    @classmethod
    def open(cls, path: Path, sha256: str, labels: int, *, threads: int) -> Self:
        """Open the graph and check it.

        Raises:
            ModelError: If it is missing, another one, or gives another number of scores than there are labels.
        """
        session = open_session(path, sha256, threads=threads)
        check_names(session, path.name, {"states", "roles", "means"}, ["told"])
        width = session.get_outputs()[0].shape[-1]
        if width != labels:
            raise ModelError(
                f"{path.name} gives {width} scores a pair, heads.json has {labels} labels of events. "
                "Install readout-news again."
            )
        return cls(session)

    def chances(
        self, middle: Middle, sentence: tuple[int, int], source: Sequence[int], target: Sequence[int]
    ) -> NDArray[np.float32]:
        """Return how likely it is that nothing is told between two parties, and that each type is.

        Args:
            middle: Of the text.
            sentence: Half-open, non-empty range of words.
            source: Words of the sentence that stand for the party that acts.
            target: Those of the other party. A word of both is the source's.

        Returns:
            Probabilities that add up to one. Shape: (types + 1,).
        """
        rows = self._rows(middle, sentence, [*source, *target])
        roles, means = np.zeros(len(rows), dtype=np.int32), np.zeros((3, len(rows)), dtype=np.float32)
        for role, words in ((2, target), (1, source)):
            for first, end in middle.words[list(words)].tolist():
                roles[(first <= rows) & (rows < end)] = role
        means[2] = 1 / len(rows)
        for role in (1, 2):
            own = roles == role
            means[role - 1, own] = 1 / max(int(own.sum()), 1)
        (told,) = self._session.run(["told"], {"states": middle.states[rows], "roles": roles, "means": means})
        event = 1 / (1 + np.exp(told[0]))
        types = np.exp(told[1:] - told[1:].max())
        return np.concatenate([[1 - event], event * types / types.sum()]).astype(np.float32)

    @staticmethod
    def _rows(middle: Middle, sentence: tuple[int, int], parties: Sequence[int]) -> NDArray[np.int64]:
        """Return the rows to read: the sentence's, those around the parties if it is too long, and the ends of its window."""
        start, end = sentence
        first, last = int(middle.words[start, 0]), int(middle.words[end - 1, 1])
        if last - first > _LONGEST:
            known = int(middle.words[min(parties), 0]) if parties else first
            first = min(max(first, known - _LONGEST // 4), last - _LONGEST)
            last = first + _LONGEST
        return np.concatenate([middle.ends[start, :1], np.arange(first, last), middle.ends[start, 1:]])
