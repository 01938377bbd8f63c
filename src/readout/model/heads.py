# SPDX-License-Identifier: Apache-2.0
"""What `heads.json` says of the network's output: which columns are whose, their labels, and the learned scalars."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from readout.errors import ModelError

__all__ = ["FORMAT", "Heads"]

# 1: model.onnx took several padded windows and gave scores for every piece; 2: no middle, and no layers for pairs
FORMAT = "readout-model/3"


@dataclass(frozen=True, slots=True)
class Heads:
    """The layout of one score vector and everything small that decoding needs.

    Attributes:
        columns: Columns of each head in the output, half-open.
        labels: Labels of each classifying head, in the order of its columns.
        transitions: Score of label j after label i for the heads decoded as sequences. Shape: (labels, labels).
        biases: Learned scalars by class of distance or match.
        scales: Width of the vectors whose dot product compares two words; the product is divided by its root.
        pairs_sha256: Hash of the layers for pairs; None if the model has none. They score the labels of `event_type`.
    """

    name: str
    model_sha256: str
    columns: Mapping[str, tuple[int, int]]
    labels: Mapping[str, tuple[str, ...]]
    transitions: Mapping[str, NDArray[np.float32]]
    biases: Mapping[str, NDArray[np.float32]]
    scales: Mapping[str, int]
    pairs_sha256: str | None = None

    @property
    def width(self) -> int:
        """Number of scores for each word piece."""
        return max(end for _, end in self.columns.values())

    @classmethod
    def open(cls, path: Path) -> Heads:
        """Read the file.

        Raises:
            ModelError: If the file is missing, is no JSON, or is of another format.
        """
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise ModelError(f"cannot read the model's '{path.name}': {error}. Install readout-news again.") from error
        given = found.get("format") if isinstance(found, dict) else type(found).__name__
        if given != FORMAT:
            raise ModelError(
                f"the model is of format '{given}'; this version reads '{FORMAT}'. Install both from one release."
            )
        try:
            heads = cls._of(found)
            heads._check()
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise ModelError(
                f"the model's '{path.name}' is not whole: {error!r}. Install readout-news again."
            ) from error
        return heads

    @classmethod
    def _of(cls, found: Mapping[str, Any]) -> Heads:
        columns, at = {}, 0
        for head, width in found["widths"].items():
            columns[head] = (at, at + width)
            at += width
        return cls(
            name=found["name"],
            model_sha256=found["model_sha256"],
            columns=columns,
            labels={head: tuple(labels) for head, labels in found["labels"].items()},
            transitions={head: np.array(rows, dtype=np.float32) for head, rows in found["transitions"].items()},
            biases={kind: np.array(values, dtype=np.float32) for kind, values in found["biases"].items()},
            scales=found["scales"],
            pairs_sha256=found["pairs_sha256"],
        )

    def _check(self) -> None:
        for head, labels in self.labels.items():
            start, end = self.columns["relation_of_head" if head == "relations" else head]
            if end - start != len(labels):
                raise ModelError(
                    f"head '{head}' has {end - start} columns and {len(labels)} labels; the numbers must agree. "
                    "Install readout-news again."
                )
        for head, table in self.transitions.items():
            if table.shape != (len(self.labels[head]),) * 2:
                raise ModelError(
                    f"head '{head}' has transitions of shape {table.shape} for {len(self.labels[head])} labels; "
                    "expected a square of them. Install readout-news again."
                )
