# SPDX-License-Identifier: Apache-2.0
"""Read a shipped model folder back into a network, so that training can go on from what is in the repository.

    python -m training.restore --model src/readout/model/news-en --to training/runs/shipped/network.pt

The weights come back as the product uses them: rounded to 8 bits. What rounding took away is small (a scale for each
column) and the first steps of training mend it; exporting the network unchanged gives the shipped int8 weights again.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from itertools import count
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from readout.model.features import CASES, LINES, QUOTES
from training.network import HEADS, Network, PairLayers, pair_layers_of
from training.train import pretrained_vocabulary

__all__ = ["restore", "restore_pairs"]

Array = NDArray[np.float32]


class _Weights:
    """The constants of the graph by name, int8 ones multiplied out."""

    def __init__(self, path: Path) -> None:
        graph = onnx.load(path).graph
        self._found = {each.name: numpy_helper.to_array(each) for each in graph.initializer}

    def has(self, name: str) -> bool:
        """Tell whether there is such a constant."""
        return name in self._found

    def of(self, name: str) -> Tensor:
        """Return a constant as it stands."""
        return torch.from_numpy(self._found[name].astype(np.float32))

    def linear(self, name: str) -> Tensor:
        """Return a weight of shape (outputs, inputs), as PyTorch keeps it."""
        return (self.of(f"{name}.int8") * self.of(f"{name}.scale")).T.contiguous()


def restore(folder: Path) -> Network:
    """Return the network of a folder that `training.export` wrote.

    Raises:
        ValueError: If the folder's heads are not those of `training.network.HEADS`.
    """
    heads = json.loads((folder / "heads.json").read_text(encoding="utf-8"))
    if any(HEADS.get(name) != width for name, width in heads["widths"].items()):
        raise ValueError(
            f"the model in '{folder}' has heads {heads['widths']}; training now makes {HEADS}. "
            "Use the training code of the model's own release."
        )
    network = Network(without=HEADS.keys() - heads["widths"].keys())
    weights = _Weights(folder / "model.onnx")
    state = {
        **_embeddings(weights, _words(weights, folder, len(network.words.weight)), network.positions.num_embeddings),
        **_layers(weights),
        **_heads(weights, network, list(heads["widths"])),
    }
    for kind, rows in heads["transitions"].items():
        table = torch.tensor(rows)
        state[f"transitions.{kind}"] = table.masked_fill(table <= -1e4, 0.0)  # illegal ones are masked when used
    state.update({f"biases.{kind}": torch.tensor(values) for kind, values in heads["biases"].items()})
    network.load_state_dict(state, strict=False)
    return network


def restore_pairs(folder: Path) -> PairLayers | None:
    """Return the layers for pairs of a folder that `training.export` wrote; None if it has none."""
    path = folder / "pairs.onnx"
    if not path.exists():
        return None
    weights = _Weights(path)
    return pair_layers_of(
        {
            "roles.weight": weights.of("roles.weight"),
            **_layers(weights),
            "hidden.weight": weights.linear("hidden"),
            "hidden.bias": weights.of("hidden.added"),
            "told.weight": weights.linear("types"),
            "told.bias": weights.of("types.bias"),
        }
    )


def _padded(rows: Tensor, count: int) -> Tensor:
    """Add rows of zeros: the graph holds no position that a window cannot have."""
    return torch.cat([rows, rows.new_zeros(count - len(rows), rows.shape[1])])


def _words(weights: _Weights, folder: Path, count: int) -> Tensor:
    """Put the rows of the pieces that the folder keeps where the whole vocabulary has them; zeros for the others."""
    vocabulary = pretrained_vocabulary()
    kept = (folder / "vocabulary.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    rows = weights.of("words.int8") * weights.of("words.scale")
    words = rows.new_zeros(count, rows.shape[1])
    words[[vocabulary[piece] for piece in kept]] = rows
    return words


def _embeddings(weights: _Weights, words: Tensor, positions: int) -> dict[str, Tensor]:
    # The graph holds one row for each combination of the three features: their sum. Any split that adds up to it will do.
    sums = weights.of("features.weight").view(CASES, QUOTES, LINES, -1)
    return {
        "words.weight": words,
        "positions.weight": _padded(weights.of("positions.weight"), positions),
        "norm.weight": weights.of("norm.weight"),
        "norm.bias": weights.of("norm.bias"),
        "case.weight": sums[:, 0, 0],
        "quote.weight": sums[0, :, 0] - sums[0, 0, 0],
        "line.weight": sums[0, 0, :] - sums[0, 0, 0],
    }


def _layers(weights: _Weights) -> dict[str, Tensor]:
    state = {}
    for index in count():
        if not weights.has(f"layers.{index}.norm1.weight"):
            break
        at = f"layers.{index}."
        for part, name, bias in (
            ("qkv", "attention.qkv", "attention.qkv.bias"),
            ("out", "out", "out.bias"),
            ("up", "up", "up.added"),
            ("down", "down", "down.bias"),
        ):
            state[f"{at}{part}.weight"] = weights.linear(at + name)
            state[f"{at}{part}.bias"] = weights.of(at + bias)
        for norm in ("norm1", "norm2"):
            state[f"{at}{norm}.weight"] = weights.of(f"{at}{norm}.weight")
            state[f"{at}{norm}.bias"] = weights.of(f"{at}{norm}.bias")
    return state


def _heads(weights: _Weights, network: Network, known: Iterable[str]) -> dict[str, Tensor]:
    state = {"shared.weight": weights.linear("shared"), "shared.bias": weights.of("shared.added")}
    for group, heads in (("plain", network.plain), ("paired", network.paired)):
        names = [name for name in known if name in heads]
        sizes = [HEADS[name] for name in names]
        for end, together in (("weight", weights.linear(group)), ("bias", weights.of(f"{group}.bias"))):
            state.update({f"{group}.{n}.{end}": part for n, part in zip(names, together.split(sizes), strict=True)})
    return state


def main() -> None:
    """Parse the command line and restore."""
    parser = argparse.ArgumentParser(description="Read a shipped model back into a network to train on.")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True, help="network.pt to write; pairs.pt comes beside it")
    options = parser.parse_args()
    network = restore(options.model)
    options.to.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"network": network.state_dict()}, options.to)
    pairs = restore_pairs(options.model)
    if pairs is not None:
        torch.save({"pairs": pairs.state_dict()}, options.to.with_name("pairs.pt"))


if __name__ == "__main__":
    main()
