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

from readout.model.pairs import Middle  # noqa: E402
from readout.model.pairs import PairLayers as ExportedLayers  # noqa: E402
from training.export import build, build_pairs, head_file  # noqa: E402
from training.labels import ATTRIBUTION, legal_transitions  # noqa: E402
from training.network import HEADS, MIDDLE, Network, PairLayers  # noqa: E402


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


def test_export_gives_the_states_in_the_middle(network):
    """What the layers for pairs go on from is what the network has after so many layers."""
    chance = np.random.default_rng(6)
    ids, features = chance.integers(0, 500, 20), chance.integers(0, 36, 20)
    session = onnxruntime.InferenceSession(build(network, quantised=False).SerializeToString())
    given = {"ids": ids, "features": features, "firsts": np.array([1, 4])}
    found = session.run(["middle"], {name: array.astype(np.int32) for name, array in given.items()})[0]
    with torch.no_grad():
        wanted = network.encode(
            *(torch.from_numpy(each)[None] for each in (ids, features, np.ones_like(ids))), layers=MIDDLE
        )
    np.testing.assert_allclose(found, wanted[0].numpy(), atol=5e-3)


def pair_chances(layers, *, quantised):
    """Return the chances of a pair by the exported graph and by PyTorch: five words, the second in two pieces."""
    states = np.random.default_rng(7).standard_normal((8, 384)).astype(np.float16)
    firsts = np.array([0, 1, 3, 4, 5, 6], dtype=np.int32)
    exported = ExportedLayers(
        onnxruntime.InferenceSession(build_pairs(layers, quantised=quantised).SerializeToString())
    )
    found = exported.chances(Middle.of([states], [(0, 5)], firsts), (0, 5), [1], [3, 4])
    roles = torch.tensor([[0, 0, 1, 1, 0, 2, 2, 0]])
    means = torch.stack([(roles == 1) / 2, (roles == 2) / 2, torch.ones(1, 8) / 8], dim=1)
    with torch.no_grad():
        scores = layers(torch.from_numpy(states).float()[None], roles, means, torch.ones(1, 8))[0]
    event = torch.sigmoid(-scores[0])
    return found, torch.cat([(1 - event)[None], event * scores[1:].softmax(0)]).numpy()


def test_exported_layers_for_pairs_equal_the_network():
    """As for the encoder: rounding only without quantisation, a small part of the spread with it."""
    torch.manual_seed(4)
    layers = PairLayers().eval()
    found, wanted = pair_chances(layers, quantised=False)
    np.testing.assert_allclose(found, wanted, atol=1e-4)
    found, wanted = pair_chances(layers, quantised=True)
    np.testing.assert_allclose(found, wanted, atol=0.02)


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
