# SPDX-License-Identifier: Apache-2.0
"""What the heads that compare words say of the tasks of a batch, as tables of scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from training import losses
from training.batches import CorefTask, LinkTask, PairTask
from training.network import COREF, EVENT, LINK

__all__ = ["coref_table", "event_table", "link_table", "looked_up"]

NEVER = -1e4  # of what is not to be chosen

Scores = Mapping[str, Tensor]  # by head; shape: (words of the batch, width) each


class _LookedUp(torch.autograd.Function):
    """Indexing whose gradient is counted up in one go: PyTorch adds one entry after the other, and millions share a few biases."""

    @staticmethod
    def forward(bias: Tensor, index: Tensor) -> Tensor:
        return bias[index.long()]

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Tensor, Tensor], output: Tensor) -> None:
        bias, index = inputs
        ctx.save_for_backward(index)
        ctx.count = len(bias)

    @staticmethod
    def backward(ctx: Any, gradient: Tensor) -> tuple[Tensor, None]:  # type: ignore[override]
        (index,) = ctx.saved_tensors
        found = torch.bincount(index.flatten().long(), weights=gradient.flatten(), minlength=ctx.count)
        return found.to(gradient.dtype), None


def looked_up(bias: Tensor, index: Tensor) -> Tensor:
    """Return the bias of each entry of a table of classes. Shapes: (classes,) and any in, as the second out."""
    found: Tensor = _LookedUp.apply(bias, index)  # type: ignore[no-untyped-call]
    return found


def link_table(task: LinkTask, scores: Scores, biases: Mapping[str, Tensor], kind: str) -> Tensor:
    """Score each key of each query, those of its chunk; the last column of a "source" table is "no source".

    Args:
        task: The queries and the keys.
        scores: Of the network.
        biases: Of the network, by name.
        kind: "cue" for contents that look for their cue, "source" for cues that look for their source.
    """
    if kind == "cue":
        query = scores["content_first"][task.first] + scores["content_last"][task.last]
        key = scores["cue_of_content"][task.key_first]
    else:
        query = scores["cue"][task.first]
        key = scores["source_first"][task.key_first] + scores["source_last"][task.key_last]
    table = query @ key.T / LINK**0.5
    table = (
        table
        + looked_up(biases[f"{kind}_distance"], task.distance)
        + looked_up(biases[f"{kind}_between"], task.between)
    )
    table = table.masked_fill(~task.own, NEVER)
    return torch.cat([table, scores["sourceless"][task.first]], dim=1) if kind == "source" else table


def coref_table(task: CorefTask, scores: Scores, biases: Mapping[str, Tensor]) -> Tensor:
    """Score each mention as the antecedent of each other one of its chunk. Shape: (mentions, mentions)."""
    table = scores["anaphor"][task.positions] @ scores["antecedent"][task.positions].T / COREF**0.5
    table = table + looked_up(biases["coref_distance"], task.distance) + looked_up(biases["coref_match"], task.match)
    return table.masked_fill(~task.own, NEVER)


def event_table(task: PairTask, scores: Scores) -> Tensor:
    """Return the log-likelihood of each type of event between the actors of each pair. Shape: (pairs, types).

    An actor is the mean of its words.
    """
    words = task.words.clamp(min=0)
    types = scores["event_type"][words]
    triggers = torch.zeros(task.words.shape, device=words.device)
    for role, places in (("source", task.source), ("target", task.target)):
        known = (places >= 0).float()
        actor = (scores[f"{role}_of_trigger"][places.clamp(min=0)] * known[..., None]).sum(1)
        actor = actor / known.sum(1, keepdim=True).clamp(min=1)
        triggers = triggers + (scores[f"trigger_of_{role}"][words] * actor[:, None]).sum(2) / EVENT**0.5
    # Where no actor is marked, the trigger is the word that is most of an event by itself.
    alone = (task.source < 0).all(1, keepdim=True)
    triggers = torch.where(alone, torch.logsumexp(types[..., 1:], 2) - types[..., 0], triggers)
    return losses.told(types, triggers.masked_fill(task.words < 0, NEVER))
