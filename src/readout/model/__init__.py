# SPDX-License-Identifier: Apache-2.0
"""The encoder: words in, arrays of scores out, and the decoding of sequences and trees."""

from __future__ import annotations

from readout.model.crf import best_tags, spans_of_tags
from readout.model.distance import buckets
from readout.model.heads import Heads
from readout.model.lattice import Lattice
from readout.model.model import Model, Scores
from readout.model.pairs import Middle, PairLayers
from readout.model.products import dot_products
from readout.model.tree import decode_tree

__all__ = [
    "Heads",
    "Lattice",
    "Middle",
    "Model",
    "PairLayers",
    "Scores",
    "best_tags",
    "buckets",
    "decode_tree",
    "dot_products",
    "spans_of_tags",
]
