# SPDX-License-Identifier: Apache-2.0
"""The exported graph gives what the network gives."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")
pytest.importorskip("onnx", reason="training dependencies are not installed")

from training.export import build, head_file  # noqa: E402
from training.labels import ATTRIBUTION, legal_transitions  # noqa: E402
from training.network import HEADS, Network  # noqa: E402


@pytest.fixture(scope="module")
def network():
    """A network with random weights: parity does not depend on what was learned."""
    torch.manual_seed(3)
    return Network(vocabulary=500, positions=64).eval()


def run(network, *, quantised):
    """Return the exported graph's scores and the network's own for the words of the same windows.

    The network takes the windows together, padded to the longest, as training does; the graph takes them one by one.
    """
    chance = np.random.default_rng(5)
    ids, features = chance.integers(0, 500, (3, 20)), chance.integers(0, 36, (3, 20))
    lengths, firsts = (20, 12, 7), ([1, 2, 5, 18], [1, 10], [3])
    mask = (np.arange(20) < np.array(lengths)[:, None]).astype(np.int64)
    data = build(network, quantised=quantised).SerializeToString()
    session = onnxruntime.InferenceSession(data, providers=["CPUExecutionProvider"])
    with torch.no_grad():
        together = network(torch.from_numpy(ids), torch.from_numpy(features), torch.from_numpy(mask)).numpy()
    found, wanted = [], []
    for row, (length, first) in enumerate(zip(lengths, firsts, strict=True)):
        given = {"ids": ids[row, :length], "features": features[row, :length], "firsts": np.array(first)}
        found.append(session.run(None, {name: array.astype(np.int32) for name, array in given.items()})[0])
        wanted.append(together[row, first])
    return np.concatenate(found), np.concatenate(wanted)


def test_float_export_equals_the_network(network):
    """Without quantisation only rounding is left between the two."""
    found, wanted = run(network, quantised=False)
    np.testing.assert_allclose(found, wanted, atol=2e-4)


def test_int8_export_stays_close_to_the_network(network):
    """Quantised weights and activations move a score by a small part of the scores' spread."""
    found, wanted = run(network, quantised=True)
    assert np.abs(found - wanted).mean() < 0.06 * wanted.std()


def test_head_file_describes_every_column(network):
    """The widths add up to the output's width, and no illegal transition is left open."""
    heads = json.loads(json.dumps(head_file(network, name="test", model_hash="0")))
    assert heads["widths"] == HEADS
    table = np.array(heads["transitions"]["attribution"])
    assert (table[~np.array(legal_transitions(ATTRIBUTION))] == -1e4).all()


def test_checkpoint_is_replaced_whole(tmp_path: Path):
    """A checkpoint is written beside the old one first: a kill in between leaves the old one."""
    from training.train import save

    save(tmp_path / "checkpoint.pt", step=1)
    save(tmp_path / "checkpoint.pt", step=2)
    assert torch.load(tmp_path / "checkpoint.pt", weights_only=True)["step"] == 2
    assert [p.name for p in tmp_path.iterdir()] == ["checkpoint.pt"]
