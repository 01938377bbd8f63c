# SPDX-License-Identifier: Apache-2.0
"""Write the trained network as the folder that the product opens: model.onnx and pairs.onnx (int8), heads.json, vocabulary.txt.

    python -m training.export --run DIR --pairs DIR --to src/readout/model/news-en --name news-en-1

The graph is written node by node, not traced: so it is the fused one from the start (ONNX's Attention; FastGelu,
SkipLayerNormalization and DynamicQuantizeMatMul of ONNX Runtime's contributed operators), with weights quantised to int8 a
column and activations
quantised as they come. It takes one window at a time, so that nothing is padded and attention needs no mask, and it knows where
words begin: the last layer and the heads are worked out there only. `training/tests` compares it with the network in PyTorch.
The layers for pairs are a graph of their own, since they are run for some sentences only; they go on from the other's `middle`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from readout.model.heads import FORMAT
from readout.model.windows import LIMIT
from training.labels import EVENT_TYPES, MENTIONS, RELATIONS, STATUS, UPOS, legal_transitions
from training.network import ARC, COREF, EVENT, LINK, MIDDLE, SEQUENCES, Network, PairLayers, network_of, pair_layers_of
from training.train import pretrained_vocabulary

__all__ = ["Graph", "build", "build_pairs", "export", "kept_pieces"]

Array = NDArray[np.float32]
MICROSOFT = "com.microsoft"
LAYERS, ATTENTION_HEADS = 6, 12
LABELS = {
    **SEQUENCES, "mentions": MENTIONS, "upos": UPOS, "relations": RELATIONS, "status": STATUS, "event_type": EVENT_TYPES,
}  # fmt: skip


class Graph:
    """Collects nodes and weights; every method returns the name of what it made."""

    def __init__(self, *, quantised: bool = True) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.quantised = quantised

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Store a weight."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, operator: str, inputs: list[str], name: str, *, domain: str = "", **options: object) -> str:
        """Add a node of one output, which carries its name."""
        self.nodes.append(helper.make_node(operator, inputs, [name], name=name, domain=domain, **options))
        return name

    def packed(self, name: str, weight: Array) -> tuple[str, str]:
        """Store a weight as int8 with one scale a column; return the names of both."""
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-8) / 127.0
        whole = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
        return self.constant(f"{name}.int8", whole), self.constant(f"{name}.scale", scale.astype(np.float32))

    def linear(self, x: str, weight: Array, bias: Array | None, name: str) -> str:
        """Multiply by a weight of shape (inputs, outputs) and add the bias, if any."""
        if not self.quantised:
            product = self.node("MatMul", [x, self.constant(f"{name}.weight", weight)], f"{name}.product")
        else:
            whole, scale = self.packed(name, weight)
            inputs = [x, whole, scale] + ([] if bias is None else ["", self.constant(f"{name}.bias", bias)])
            return self.node("DynamicQuantizeMatMul", inputs, name, domain=MICROSOFT)
        return product if bias is None else self.node("Add", [product, self.constant(f"{name}.bias", bias)], name)

    def attention(self, x: str, weight: Array, bias: Array, name: str, *, at: str | None = None) -> str:
        """Self-attention without its output layer; `weight` holds query, key and value side by side.

        With `at`, only for the pieces at these positions; they still attend to all.
        """
        together = self.linear(x, weight, bias, f"{name}.qkv")
        size = self.constant(f"{name}.sizes", np.full(3, weight.shape[1] // 3, dtype=np.int64))
        parts = [f"{name}.query", f"{name}.key", f"{name}.value"]
        self.nodes.append(helper.make_node("Split", [together, size], parts, name=f"{name}.split", axis=-1))
        if at is not None:
            parts[0] = self.node("Gather", [parts[0], at], f"{name}.query.at", axis=1)
        # Not MultiHeadAttention of the contributed operators: on a CPU it takes half as long again.
        return self.node("Attention", parts, name, q_num_heads=ATTENTION_HEADS, kv_num_heads=ATTENTION_HEADS)

    def norm(self, x: str, residual: str, weight: Array, bias: Array, name: str) -> str:
        """Add the residual and normalise."""
        # Not Add and LayerNormalization: in ONNX Runtime 1.28 they take four times as long (from 1.30 it is the other way).
        inputs = [x, residual, self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias)]
        return self.node("SkipLayerNormalization", inputs, name, domain=MICROSOFT, epsilon=1e-12)


def kept_pieces(vocabulary: Mapping[str, int]) -> dict[str, int]:
    """Return the pieces that English news is written with, and their ids: no placeholders, no other scripts.

    One in fourteen of BERT's is neither, and they take 0.8 MB. What is left out is read as an unknown piece.
    """
    found = {piece: id for piece, id in vocabulary.items() if _is_english(piece.removeprefix("##"))}
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def _is_english(piece: str) -> bool:
    if piece.startswith("[unused"):
        return False
    letters = (unicodedata.name(char, "") for char in piece if char.isalpha())
    return all(name.startswith(("LATIN", "GREEK", "CYRILLIC", "MODIFIER")) for name in letters)


def build(network: Network, *, quantised: bool = True, rows: Sequence[int] | None = None) -> onnx.ModelProto:
    """Write the network as an ONNX model; of the pieces, those of `rows` only, all if None.

    Inputs `ids` and `features`, shape (pieces,), of one window, and `firsts`, shape (words,): the positions of the words' first
    pieces, each int32. Outputs `scores` float32, shape (words, widths of all heads in the order of `training.network.HEADS`), and
    `middle` float16, shape (pieces, size): the states that the layers for pairs go on from.
    """
    state = {name: value.detach().float().numpy() for name, value in network.state_dict().items()}
    if rows is not None:
        state["words.weight"] = state["words.weight"][list(rows)]
    graph = Graph(quantised=quantised)
    x = _embedding(graph, state)
    for index in range(LAYERS):
        x = _layer(graph, state, f"layers.{index}.", x, at="firsts" if index == LAYERS - 1 else None)
        if index == MIDDLE - 1:
            small = graph.node("Cast", [x], "middle.small", to=TensorProto.FLOAT16)
            graph.node("Squeeze", [small, "zero"], "middle")
    _heads(graph, state, list(network.heads), x)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT32, [length])
        for name, length in (("ids", "pieces"), ("features", "pieces"), ("firsts", "words"))
    ]
    outputs = [
        helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["words", sum(network.heads.values())]),
        helper.make_tensor_value_info("middle", TensorProto.FLOAT16, ["pieces", state["words.weight"].shape[1]]),
    ]
    return _model(graph, inputs, outputs)


def build_pairs(layers: PairLayers, *, quantised: bool = True) -> onnx.ModelProto:
    """Write the layers for pairs as an ONNX model of one pair a run.

    Inputs `states` float16, shape (pieces, size), `roles` int32, shape (pieces,), and `means` float32, shape (3, pieces), as
    `PairLayers` takes them. Output `told` float32, shape (types + 1,).
    """
    state = {name: value.detach().float().numpy() for name, value in layers.state_dict().items()}
    graph = Graph(quantised=quantised)
    zero = graph.constant("zero", np.zeros(1, dtype=np.int64))
    wide = graph.node("Cast", ["states"], "wide", to=TensorProto.FLOAT)
    role = graph.node("Gather", [graph.constant("roles.weight", state["roles.weight"]), "roles"], "role")
    x = graph.node("Unsqueeze", [graph.node("Add", [wide, role], "marked"), zero], "sentence")
    for index in range(len(layers.layers)):
        x = _layer(graph, state, f"layers.{index}.", x)
    mean = graph.node("MatMul", ["means", graph.node("Squeeze", [x, zero], "pieces")], "mean")
    flat = graph.node("Reshape", [mean, graph.constant("flat", np.array([1, -1], dtype=np.int64))], "parties")
    hidden = graph.linear(flat, state["hidden.weight"].T, None, "hidden")
    added = graph.constant("hidden.added", state["hidden.bias"])
    hidden = graph.node("FastGelu", [hidden, added], "hidden.gelu", domain=MICROSOFT)
    told = graph.linear(hidden, state["told.weight"].T, state["told.bias"], "types")
    graph.node("Squeeze", [told, zero], "told")
    size, types = state["roles.weight"].shape[1], len(state["told.bias"])
    inputs = [
        helper.make_tensor_value_info("states", TensorProto.FLOAT16, ["pieces", size]),
        helper.make_tensor_value_info("roles", TensorProto.INT32, ["pieces"]),
        helper.make_tensor_value_info("means", TensorProto.FLOAT, [3, "pieces"]),
    ]
    return _model(graph, inputs, [helper.make_tensor_value_info("told", TensorProto.FLOAT, [types])])


def _model(
    graph: Graph, inputs: Sequence[onnx.ValueInfoProto], outputs: Sequence[onnx.ValueInfoProto]
) -> onnx.ModelProto:
    made = helper.make_graph(graph.nodes, "readout", list(inputs), list(outputs), graph.weights)
    opsets = [helper.make_opsetid("", 23), helper.make_opsetid(MICROSOFT, 1)]  # Attention came with 23
    return helper.make_model(made, opset_imports=opsets, ir_version=11, producer_name="readout")


def _layer(graph: Graph, state: Mapping[str, Array], name: str, x: str, *, at: str | None = None) -> str:
    """Write one layer of the encoder; with `at`, for the pieces at these positions only."""

    def linear(x: str, part: str, *, biased: bool = True) -> str:
        bias = state[f"{name}{part}.bias"] if biased else None
        return graph.linear(x, state[f"{name}{part}.weight"].T, bias, name + part)

    def norm(x: str, residual: str, part: str) -> str:
        return graph.norm(x, residual, state[f"{name}{part}.weight"], state[f"{name}{part}.bias"], name + part)

    mixed = graph.attention(x, state[name + "qkv.weight"].T, state[name + "qkv.bias"], name + "attention", at=at)
    if at is not None:
        x = graph.node("Gather", [x, at], name + "firsts", axis=1)
    x = norm(linear(mixed, "out"), x, "norm1")
    up = linear(x, "up", biased=False)
    added = graph.constant(name + "up.added", state[name + "up.bias"])
    return norm(linear(graph.node("FastGelu", [up, added], name + "gelu", domain=MICROSOFT), "down"), x, "norm2")


def _embedding(graph: Graph, state: dict[str, Array]) -> str:
    words = state["words.weight"]
    if graph.quantised:
        scale = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-8) / 127.0
        whole = graph.constant("words.int8", np.round(words / scale).astype(np.int8))
        small = graph.node("Gather", [whole, "ids"], "words.small")
        wide = graph.node("Cast", [small], "words.wide", to=TensorProto.FLOAT)
        scales = graph.node("Gather", [graph.constant("words.scale", scale.astype(np.float32)), "ids"], "words.scales")
        word = graph.node("Mul", [wide, scales], "words")
    else:
        word = graph.node("Gather", [graph.constant("words.weight", words), "ids"], "words")
    # One row for each combination of case, quotation and line start, as `readout.model.features.feature_ids` counts them.
    table = (
        state["case.weight"][:, None, None] + state["quote.weight"][None, :, None] + state["line.weight"][None, None]
    ).reshape(-1, words.shape[1])
    feature = graph.node("Gather", [graph.constant("features.weight", table), "features"], "feature")
    length = graph.node("Shape", ["ids"], "length")
    zero = graph.constant("zero", np.zeros(1, dtype=np.int64))
    places = graph.constant("positions.weight", state["positions.weight"][: LIMIT + 2])  # no window has more pieces
    positions = graph.node("Slice", [places, zero, length, zero], "position")
    known = graph.node("Unsqueeze", [graph.node("Add", [word, feature], "known"), zero], "window")
    placed = graph.node("Unsqueeze", [positions, zero], "placed")
    return graph.norm(known, placed, state["norm.weight"], state["norm.bias"], "norm")


def _heads(graph: Graph, state: dict[str, Array], heads: list[str], x: str) -> None:
    plain = [name for name in heads if f"plain.{name}.weight" in state]
    paired = [name for name in heads if name not in plain]
    shared = graph.linear(x, state["shared.weight"].T, None, "shared")
    hidden = graph.node(
        "FastGelu", [shared, graph.constant("shared.added", state["shared.bias"])], "hidden", domain=MICROSOFT
    )
    outputs = []
    for group, names, source in (("plain", plain, x), ("paired", paired, hidden)):
        weight = np.concatenate([state[f"{group}.{name}.weight"] for name in names]).T
        bias = np.concatenate([state[f"{group}.{name}.bias"] for name in names])
        outputs.append(graph.linear(source, weight, bias, group))
    if [*plain, *paired] != heads:
        raise ValueError("the heads that stand alone must come first in HEADS: the output is laid out in that order")
    together = graph.node("Concat", outputs, "together", axis=-1)
    graph.node("Squeeze", [together, "zero"], "scores")


def head_file(network: Network, *, name: str, model_hash: str, pairs_hash: str | None = None) -> dict[str, object]:
    """Return what `heads.json` holds: the layout of the output, labels, transitions and scalars; and of which files."""

    def rounded(values: torch.Tensor) -> list[object]:
        return json.loads(json.dumps(values.detach().double().numpy().round(5).tolist()))  # type: ignore[no-any-return]

    return {
        "format": FORMAT,
        "name": name,
        "model_sha256": model_hash,
        "pairs_sha256": pairs_hash,
        "widths": network.heads,
        "labels": {kind: labels for kind, labels in LABELS.items() if kind in network.heads or kind == "relations"},
        "scales": {"arc": ARC, "link": LINK, "coreference": COREF, "event": EVENT},
        "transitions": {
            kind: rounded(network.transitions[kind].masked_fill(~torch.tensor(legal_transitions(tags)), -1e4))
            for kind, tags in SEQUENCES.items()
            if kind in network.heads
        },
        "biases": {kind: rounded(values) for kind, values in network.biases.items()},
    }


def export(
    run: Path,
    folder: Path,
    *,
    name: str,
    pairs: Path | None = None,
    quantised: bool = True,
    without: Collection[str] = (),
) -> None:
    """Write the folder from the network of a run (its end, or its checkpoint if it has not ended), `without` some heads.

    Args:
        run: Holds the network.
        folder: Where to write.
        name: Of the model.
        pairs: The run of `training.pairs` that holds the layers for pairs, if there are to be any.
        quantised: Whether weights become int8.
        without: Heads to leave out.
    """
    path = run / "network.pt"
    state = torch.load(path if path.exists() else run / "checkpoint.pt", weights_only=True)
    network = network_of(state["network"], without=without)
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    kept = kept_pieces(pretrained_vocabulary())
    data = build(network, quantised=quantised, rows=list(kept.values())).SerializeToString(deterministic=True)
    (folder / "model.onnx").write_bytes(data)
    told = None
    if pairs is not None:
        layers = pair_layers_of(torch.load(pairs / "pairs.pt", weights_only=True)["pairs"]).eval()
        told = build_pairs(layers, quantised=quantised).SerializeToString(deterministic=True)
        (folder / "pairs.onnx").write_bytes(told)
    heads = head_file(
        network, name=name, model_hash=hashlib.sha256(data).hexdigest(),
        pairs_hash=None if told is None else hashlib.sha256(told).hexdigest(),
    )  # fmt: skip
    (folder / "heads.json").write_text(json.dumps(heads, indent=1) + "\n", encoding="utf-8")
    (folder / "vocabulary.txt").write_text("".join(f"{piece}\n" for piece in kept), encoding="utf-8")


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description="Export the trained network as the product's model folder.")
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, help="run of training.pairs whose layers for pairs to write too")
    parser.add_argument("--name", required=True)
    parser.add_argument("--float", action="store_true", help="keep float32, to tell quantisation's cost")
    parser.add_argument("--without", nargs="*", default=[], metavar="HEAD", help="heads to leave out")
    options = parser.parse_args()
    export(
        options.run, options.to, name=options.name, pairs=options.pairs, quantised=not options.float,
        without=options.without,
    )  # fmt: skip


if __name__ == "__main__":
    main()
