# SPDX-License-Identifier: Apache-2.0
"""A shipped model can be trained on."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")
onnx = pytest.importorskip("onnx", reason="training dependencies are not installed")

import readout.model  # noqa: E402
from training.export import build, build_pairs, head_file, kept_pieces  # noqa: E402
from training.restore import restore, restore_pairs  # noqa: E402
from training.train import pretrained_vocabulary  # noqa: E402

SHIPPED = Path(readout.model.__file__).parent / "news-en"


@pytest.fixture(scope="module")
def network():
    """The network of the shipped model."""
    return restore(SHIPPED).eval()


def constants(model):
    """Return the graph's constants by name."""
    return {each.name: onnx.numpy_helper.to_array(each) for each in model.graph.initializer}


def test_restored_network_exports_the_shipped_weights(network):
    """Nothing is lost between the file and the network: every 8-bit weight comes out as it went in."""
    shipped, again = (
        constants(onnx.load(SHIPPED / "model.onnx")),
        constants(build(network, rows=list(kept_pieces(pretrained_vocabulary()).values()))),
    )
    assert shipped.keys() == again.keys()
    for name, value in shipped.items():
        if value.dtype == np.int8:
            assert (np.abs(value.astype(int) - again[name]) <= 0).mean() > 0.9999, name
        else:
            np.testing.assert_allclose(value, again[name], atol=1e-5, err_msg=name)


def test_restored_layers_for_pairs_export_the_shipped_weights():
    """The same of the second file."""
    layers = restore_pairs(SHIPPED)
    assert layers is not None
    shipped, again = constants(onnx.load(SHIPPED / "pairs.onnx")), constants(build_pairs(layers))
    assert shipped.keys() == again.keys()
    for name, value in shipped.items():
        np.testing.assert_allclose(value.astype(float), again[name], atol=1e-5, err_msg=name)


def test_restored_network_keeps_transitions_and_biases(network):
    """The small scalars of `heads.json` come back too."""
    shipped = json.loads((SHIPPED / "heads.json").read_text(encoding="utf-8"))
    again = head_file(
        network, name=shipped["name"], model_hash=shipped["model_sha256"], pairs_hash=shipped["pairs_sha256"]
    )
    assert json.loads(json.dumps(again)) == shipped


def test_other_heads_are_refused(tmp_path):
    """A model of another release is not half loaded."""
    heads = json.loads((SHIPPED / "heads.json").read_text(encoding="utf-8"))
    heads["widths"] = {"attribution": 12}
    (tmp_path / "heads.json").write_text(json.dumps(heads), encoding="utf-8")
    with pytest.raises(ValueError, match="own release"):
        restore(tmp_path)
