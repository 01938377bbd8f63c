# SPDX-License-Identifier: Apache-2.0
r"""Average two networks of one descent: what one has learned anew is kept, what both know is taken from the middle.

    python -m training.average --first training/runs/shipped/network.pt --second training/runs/3/network.pt \
      --alone actors status event_type --to training/runs/middle/network.pt

Weights that were trained on from the same weights lie in one basin, and the point between them is often better than either
(Wortsman et al., Robust fine-tuning of zero-shot models, 2022).
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Mapping
from pathlib import Path

import torch
from torch import Tensor

__all__ = ["average"]


def average(
    first: Mapping[str, Tensor], second: Mapping[str, Tensor], *, share: float, alone: Collection[str]
) -> dict[str, Tensor]:
    """Return the weighted mean of two networks' weights.

    Args:
        first: Weights by name.
        second: The same names.
        share: How much the second counts, 0 to 1.
        alone: Heads that only the second has learned; they are taken from it as they are.
    """
    return {
        name: value if set(name.split(".")) & set(alone) else (1 - share) * first[name] + share * value
        for name, value in second.items()
    }


def main() -> None:
    """Parse the command line and average."""
    parser = argparse.ArgumentParser(description="Average two networks of one descent.")
    parser.add_argument("--first", type=Path, required=True, help="network.pt")
    parser.add_argument("--second", type=Path, required=True, help="network.pt that was trained on from the first")
    parser.add_argument("--share", type=float, default=0.5, help="how much the second counts")
    parser.add_argument("--alone", nargs="*", default=[], metavar="HEAD", help="heads that only the second knows")
    parser.add_argument("--to", type=Path, required=True)
    options = parser.parse_args()
    first, second = (torch.load(path, weights_only=True)["network"] for path in (options.first, options.second))
    options.to.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"network": average(first, second, share=options.share, alone=options.alone)}, options.to)


if __name__ == "__main__":
    main()
