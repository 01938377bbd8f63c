# SPDX-License-Identifier: Apache-2.0
"""The engine room: one ONNX session, its tokenizer and its heads. It takes words and gives arrays.

It has never heard of journalism: what the scores mean is the business of `readout.reading`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from readout.errors import ModelError
from readout.model.features import feature_ids
from readout.model.heads import Heads
from readout.model.pieces import Pieces
from readout.model.windows import cut_windows

__all__ = ["Model", "Scores"]

PACKAGED = Path(__file__).parent / "news-en"
BATCH = 4  # windows run at once: more is no faster on a CPU, and windows of unlike length would be padded
_INPUTS = {"ids", "features", "mask"}


@dataclass(frozen=True, slots=True)
class Scores:
    """Every head's scores for each word of a text.

    Attributes:
        rows: Shape: (words, width), float32.
        heads: The layout of a row.
        windows: The ranges of words that were encoded together.
    """

    rows: NDArray[np.float32]
    heads: Heads
    windows: tuple[tuple[int, int], ...]

    def of(self, head: str) -> NDArray[np.float32]:
        """Return one head's columns. Shape: (words, width of the head); a view."""
        start, end = self.heads.columns[head]
        return self.rows[:, start:end]


class Model:
    """The one encoder with all its heads."""

    def __init__(self, session: onnxruntime.InferenceSession, heads: Heads, pieces: Pieces) -> None:
        """Put the parts together; `Model.open` is the way in."""
        self._session = session
        self._pieces = pieces
        self.heads = heads

    @property
    def name(self) -> str:
        """Name and first digits of the hash: what a record says it was read with."""
        return f"{self.heads.name}+{self.heads.model_sha256[:12]}"

    @classmethod
    def open(cls, folder: Path | None = None, *, threads: int = 1) -> Model:
        """Open a model's folder and check that its parts belong together.

        Args:
            folder: Holds model.onnx, heads.json and tokenizer.json; the packaged one if None.
            threads: Threads of one encoder pass.

        Raises:
            ModelError: If a part is missing, or does not belong to the others.
        """
        folder = folder or PACKAGED
        heads = Heads.open(folder / "heads.json")
        path = folder / "model.onnx"
        try:
            data = path.read_bytes()
            pieces = Pieces.open(folder / "tokenizer.json")
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ModelError(
                f"cannot read the model in '{folder.name}': {error}. Install readout-news again."
            ) from error
        digest = hashlib.sha256(data).hexdigest()
        if digest != heads.model_sha256:
            raise ModelError(
                f"model.onnx has hash {digest[:12]}…, heads.json was written for {heads.model_sha256[:12]}…. "
                "The download is damaged or mixed: install readout-news again."
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        _check_session(session, heads)
        return cls(session, heads, pieces)

    def score(self, words: Sequence[str], line_starts: Sequence[bool]) -> Scores:
        """Encode a text's words.

        Args:
            words: The words in order, none empty.
            line_starts: Whether each word is the first of its line. The same length.

        Returns:
            The scores of all heads for each word, taken at its first piece.
        """
        cut = [self._pieces.of(word) for word in words]
        features = feature_ids(words, line_starts)
        windows = cut_windows(words, [len(ids) for ids in cut], line_starts)
        rows = np.zeros((len(words), self.heads.width), dtype=np.float32)
        lengths = [sum(len(cut[w]) for w in range(start, end)) for start, end in windows]
        order = sorted(range(len(windows)), key=lambda i: lengths[i])
        for at in range(0, len(order), BATCH):
            batch = [windows[i] for i in order[at : at + BATCH]]
            self._run(cut, features, batch, rows)
        return Scores(rows, self.heads, tuple(windows))

    def _run(
        self,
        cut: Sequence[tuple[int, ...]],
        features: Sequence[int],
        batch: Sequence[tuple[int, int]],
        rows: NDArray[np.float32],
    ) -> None:
        """Encode some windows of like length and put their words' scores into `rows`."""
        length = 2 + max(sum(len(cut[w]) for w in range(start, end)) for start, end in batch)
        ids = np.zeros((len(batch), length), dtype=np.int64)
        kinds = np.zeros((len(batch), length), dtype=np.int64)
        mask = np.zeros((len(batch), length), dtype=np.int32)
        firsts = []
        for row, (start, end) in enumerate(batch):
            line, kind, first = [self._pieces.start], [0], []
            for w in range(start, end):
                first.append(len(line))
                line += cut[w]
                kind += [features[w]] * len(cut[w])
            line.append(self._pieces.end)
            ids[row, : len(line)] = line
            kinds[row, : len(kind)] = kind
            mask[row, : len(line)] = 1
            firsts.append(first)
        (scores,) = self._session.run(["scores"], {"ids": ids, "features": kinds, "mask": mask})
        for row, (start, end) in enumerate(batch):
            rows[start:end] = scores[row, firsts[row]]


def _check_session(session: onnxruntime.InferenceSession, heads: Heads) -> None:
    inputs = {item.name for item in session.get_inputs()}
    outputs = session.get_outputs()
    if inputs != _INPUTS or [item.name for item in outputs] != ["scores"]:
        raise ModelError(
            f"model.onnx takes {sorted(inputs)} and gives {[item.name for item in outputs]}; "
            f"expected {sorted(_INPUTS)} and ['scores']. Install readout-news again."
        )
    if outputs[0].shape[-1] != heads.width:
        raise ModelError(
            f"model.onnx gives {outputs[0].shape[-1]} scores a piece, heads.json describes {heads.width}. "
            "Install readout-news again."
        )
