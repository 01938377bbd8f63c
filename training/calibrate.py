# SPDX-License-Identifier: Apache-2.0
"""Fit the confidence of statements: a logistic function of the share of draws that hold it.

    python -m training.calibrate --corpora DIR [--model DIR]

Prints the numbers that stand in `readout.reading.attributions.attribution`. Fitted on PolNeAR's development part; the
error it prints is five-fold.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from readout.model import Model
from readout.reading.attributions.attribution import find_attributions
from readout.reading.attributions.doubt import DRAWN
from readout.reading.encoding import Encoding, encode

__all__ = ["fit"]

Span = list[int]


def overlap(a: list[Span], b: list[Span]) -> float:
    """F1 of the characters of two lists of spans; 1 where both are empty."""
    left = {i for s, e in a for i in range(s, e)}
    right = {i for s, e in b for i in range(s, e)}
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def judged(model: Model, path: Path) -> Iterator[tuple[float, bool]]:
    """Give the share of each attribution found, and whether a gold one is meant by it."""
    for line in path.open(encoding="utf-8"):
        record = json.loads(line)
        encoding = encode(model, record["text"])
        for found in find_attributions(encoding):
            content = characters(encoding, list(found.contents))
            source = characters(encoding, [found.source] if found.source else [])
            right = any(
                overlap(content, gold["content"]) >= 0.5 and overlap(source, gold["source"]) >= 0.5
                for gold in record["attributions"]
            )
            yield found.share, right


def characters(encoding: Encoding, ranges: list[tuple[int, int]]) -> list[Span]:
    """Return word ranges as characters."""
    return [list(encoding.span(*r)) for r in ranges]


def fit(shares: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Fit a logistic regression on the log odds of the shares by Newton's method; the first weight is the constant."""
    x = columns(shares)
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (right - chance) - 1e-3 * weights
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + 1e-3 * np.eye(x.shape[1])
        weights += np.linalg.solve(bend, slope)
    return weights


def columns(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what the logistic function is of: a constant and the log odds. Shape: (attributions, 2)."""
    inside = np.clip(shares, 0.5 / DRAWN, 1 - 0.5 / DRAWN)
    return np.stack([np.ones(len(shares)), np.log(inside / (1 - inside))], axis=1)


def calibration_error(chance: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Expected calibration error over ten bins of equal width (Guo et al. 2017)."""
    bins = np.minimum((chance * 10).astype(int), 9)
    return float(
        sum(
            abs(chance[bins == b].mean() - right[bins == b].mean()) * (bins == b).mean()
            for b in range(10)
            if (bins == b).any()
        )
    )


def main() -> None:
    """Parse the command line, fit, and print."""
    parser = argparse.ArgumentParser(description="Fit the confidence of statements.")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=None)
    options = parser.parse_args()
    rows = list(judged(Model.open(options.model, threads=2), options.corpora / "attribution/polnear-dev.jsonl"))
    shares, right = np.array([s for s, _ in rows]), np.array([r for _, r in rows])
    held = np.zeros(len(right))
    folds = np.arange(len(right)) * 5 // len(right)
    for fold in range(5):
        weights = fit(shares[folds != fold], right[folds != fold])
        held[folds == fold] = 1 / (1 + np.exp(-columns(shares[folds == fold]) @ weights))
    print("weights", np.round(fit(shares, right), 3).tolist())
    print(
        f"attributions {len(right)}, right {right.mean():.3f}, calibration error, five-fold {calibration_error(held, right):.4f}"
    )


if __name__ == "__main__":
    main()
