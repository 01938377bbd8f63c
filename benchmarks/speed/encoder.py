# SPDX-License-Identifier: Apache-2.0
"""The encoder alone, and the most that 8-bit matrix products reach here at the very shapes that it has.

The share tells how much of the machine the encoder uses: what is missing to 100 % goes into attention, normalisation,
rounding to eight bits, and memory.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import onnxruntime

from readout.model.model import PACKAGED
from readout.model.windows import LIMIT

__all__ = ["encoder_speed", "product_peak", "shapes_of"]

PIECES = LIMIT + 2
ROWS = 4 * PIECES  # of the products whose peak is measured: with one window the weights are fetched too often


def _session(model: bytes | str, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _median_seconds(work: Callable[[], object], seconds: float) -> float:
    """Run again and again for so long; the median, after two runs to warm up."""
    work()
    work()
    times: list[float] = []
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or len(times) < 3:
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def encoder_speed(*, threads: int, seconds: float = 6.0) -> float:
    """Return word pieces per second through the packaged network: full windows, nine words to ten pieces."""
    session = _session(str(PACKAGED / "model.onnx"), threads)
    random = np.random.default_rng(0)
    feed = {
        "ids": random.integers(1000, 20_000, PIECES, dtype=np.int32),
        "features": np.zeros(PIECES, dtype=np.int32),
        "firsts": np.array([at for at in range(1, PIECES - 1) if at % 10], dtype=np.int32),
    }
    return PIECES / _median_seconds(lambda: session.run(None, feed), seconds)


def shapes_of(path: Path = PACKAGED / "model.onnx") -> Counter[tuple[int, int]]:
    """Return the shapes of the network's 8-bit weights that rows are multiplied with, and how often each occurs."""
    import onnx

    model = onnx.load(str(path))
    bytes_wide = {onnx.TensorProto.INT8, onnx.TensorProto.UINT8}
    shapes = {t.name: tuple(t.dims) for t in model.graph.initializer if t.data_type in bytes_wide and len(t.dims) == 2}
    products = (node for node in model.graph.node if node.op_type != "Gather")  # the embeddings are looked up
    return Counter(shapes[name] for node in products for name in node.input if name in shapes)


def product_peak(*, threads: int, seconds: float = 6.0) -> dict[str, float]:
    """Return how fast onnxruntime multiplies bytes at the network's shapes, nothing else around it.

    Returns:
        "operations": operations (a multiplication, an addition) per second, each shape weighted as the network has it;
        "per_piece": operations that one word piece takes.
    """
    shapes = shapes_of()
    each = seconds / len(shapes)
    taken = sum(number * _product_seconds(shape, threads, each) for shape, number in shapes.items())
    per_piece = sum(2 * inner * outer * number for (inner, outer), number in shapes.items())
    return {"operations": ROWS * per_piece / taken, "per_piece": per_piece}


def _product_seconds(shape: tuple[int, int], threads: int, seconds: float) -> float:
    random = np.random.default_rng(0)
    session = _session(_product(random.integers(-127, 127, shape, dtype=np.int8)).SerializeToString(), threads)
    rows = random.integers(0, 255, (ROWS, shape[0]), dtype=np.uint8)
    return _median_seconds(lambda: session.run(None, {"rows": rows}), seconds)


def _product(weights: np.ndarray) -> Any:
    """Return an ONNX model of one MatMulInteger by constant weights."""
    from onnx import TensorProto, helper, numpy_helper

    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["rows", "weights"], ["sums"])],
        "product",
        [helper.make_tensor_value_info("rows", TensorProto.UINT8, [None, weights.shape[0]])],
        [helper.make_tensor_value_info("sums", TensorProto.INT32, [None, weights.shape[1]])],
        [numpy_helper.from_array(weights, "weights")],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
