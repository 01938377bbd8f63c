# SPDX-License-Identifier: Apache-2.0
"""The engine room: the encoder's ONNX session, its tokenizer and its heads. It takes words and gives arrays.

It has never heard of journalism: what the scores mean is the business of `readout.reading`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from readout.errors import ModelError
from readout.model.features import feature_ids
from readout.model.heads import Heads
from readout.model.pairs import Middle, PairLayers
from readout.model.pieces import Pieces
from readout.model.sessions import check_names, open_session
from readout.model.windows import cut_windows

__all__ = ["Model", "Scores"]

PACKAGED = Path(__file__).parent / "news-en"


@dataclass(frozen=True, slots=True)
class Scores:
    """Every head's scores for each word of a text.

    Attributes:
        rows: Shape: (words, width), float32.
        heads: The layout of a row.
        windows: The ranges of words that were encoded together.
        middle: What the layers for pairs go on from; None where nothing was kept for them.
    """

    rows: NDArray[np.float32]
    heads: Heads
    windows: tuple[tuple[int, int], ...]
    middle: Middle | None = None

    def of(self, head: str) -> NDArray[np.float32]:
        """Return one head's columns. Shape: (words, width of the head); a view."""
        start, end = self.heads.columns[head]
        return self.rows[:, start:end]


def _name_of(heads: Heads) -> str:
    both = heads.model_sha256 + heads.pairs_sha256 if heads.pairs_sha256 else None
    return f"{heads.name}+{(heads.model_sha256 if both is None else hashlib.sha256(both.encode()).hexdigest())[:12]}"


class Model:
    """The one encoder with all its heads."""

    def __init__(
        self, session: onnxruntime.InferenceSession, heads: Heads, pieces: Pieces, pairs: PairLayers | None = None
    ) -> None:
        """Put the parts together; `Model.open` is the way in."""
        self._session = session
        self._pieces = pieces
        self.heads = heads
        self.pairs = pairs

    @property
    def name(self) -> str:
        """Name and first digits of the hash of both files: what a record says it was read with."""
        return _name_of(self.heads)

    @staticmethod
    def packaged_name() -> str:
        """Return the name of the packaged model without opening it."""
        return _name_of(Heads.open(PACKAGED / "heads.json"))

    @classmethod
    def open(cls, folder: Path | None = None, *, threads: int = 1) -> Model:
        """Open a model's folder and check that its parts belong together.

        Args:
            folder: Holds model.onnx, heads.json, vocabulary.txt and, with layers for pairs, pairs.onnx; the packaged one if None.
            threads: Threads of one encoder pass.

        Raises:
            ModelError: If a part is missing, or does not belong to the others.
        """
        folder = folder or PACKAGED
        heads = Heads.open(folder / "heads.json")
        try:
            pieces = Pieces.open(folder / "vocabulary.txt")
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                f"cannot read the model in '{folder.name}': {error}. Install readout-news again."
            ) from error
        session = open_session(folder / "model.onnx", heads.model_sha256, threads=threads)
        _check_session(session, heads)
        pairs = None
        if heads.pairs_sha256 is not None:
            pairs = PairLayers.open(
                folder / "pairs.onnx", heads.pairs_sha256, len(heads.labels["event_type"]), threads=threads
            )
        return cls(session, heads, pieces, pairs)

    def score(self, words: Sequence[str], line_starts: Sequence[bool]) -> Scores:
        """Encode a text's words.

        Args:
            words: The words in order, none empty.
            line_starts: Whether each word is the first of its line. The same length.

        Returns:
            The scores of all heads for each word, taken at its first piece.
        """
        cut = [self._pieces.of(word) for word in words]
        lengths = [len(ids) for ids in cut]
        windows = cut_windows(words, lengths, line_starts)
        ids = np.fromiter(chain.from_iterable(cut), dtype=np.int32)
        features = np.repeat(np.array(feature_ids(words, line_starts), dtype=np.int32), lengths)
        firsts = np.cumsum([0, *lengths], dtype=np.int32)
        rows = np.empty((len(words), self.heads.width), dtype=np.float32)
        middles = []
        for start, end in windows:
            # One at a time: several at once are no faster on a CPU, and unlike ones would be padded.
            pieces = slice(firsts[start], firsts[end])
            rows[start:end], middle = self._run(ids[pieces], features[pieces], firsts[start:end] - firsts[start])
            middles.append(middle)
        kept = Middle.of(middles, windows, firsts) if self.pairs is not None and windows else None
        return Scores(rows, self.heads, tuple(windows), kept)

    def _run(
        self, ids: NDArray[np.int32], features: NDArray[np.int32], firsts: NDArray[np.int32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float16]]:
        """Encode one window.

        Args:
            ids: Its word pieces. Shape: (pieces,).
            features: What is known of each piece's word. Shape: (pieces,).
            firsts: Where the first piece of each word stands among them. Shape: (words,).

        Returns:
            The scores, shape (words, width), and the states in the middle of the encoder, shape (pieces + 2, size).
        """
        framed, known = np.zeros((2, len(ids) + 2), dtype=np.int32)
        framed[0], framed[1:-1], framed[-1] = self._pieces.start, ids, self._pieces.end
        known[1:-1] = features
        given = {"ids": framed, "features": known, "firsts": firsts + np.int32(1)}
        scores, middle = self._session.run(["scores", "middle"], given)
        return scores, middle


def _check_session(session: onnxruntime.InferenceSession, heads: Heads) -> None:
    check_names(session, "model.onnx", {"ids", "features", "firsts"}, ["scores", "middle"])
    width = session.get_outputs()[0].shape[-1]
    if width != heads.width:
        raise ModelError(
            f"model.onnx gives {width} scores a word, heads.json describes {heads.width}. Install readout-news again."
        )
