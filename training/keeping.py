# SPDX-License-Identifier: Apache-2.0
"""Keep what a network knows while it learns something new: an earlier network's outputs are labels for every word.

Corpora of events have no trees, names or attributions. Where only their own labels are learned, the encoder moves away from
what the other heads read in it. So the earlier network reads each batch too, and the new one is held to what it says (Li and
Hoiem, Learning without Forgetting, 2016; Hinton et al., Distilling the Knowledge in a Neural Network, 2015).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor

from readout.model.distance import buckets
from training import losses
from training.batches import Batch, laid_out
from training.labels import UPOS
from training.network import ARC, COREF

__all__ = ["KEPT", "kept_losses"]

_LABELS = ("attribution", "names", "times", "mentions", "upos")
_FLAGS = ("sentence", "boilerplate")
# Vectors that are compared with each other and what stands beside them: they need only stay where they are.
_LINKS = ("content_first", "content_last", "cue_of_content", "cue", "source_first", "source_last", "sourceless")

# How much each counts beside the losses of `training.train`.
KEPT = {
    "attribution": 3.0, "names": 1.0, "times": 1.0, "mentions": 0.5, "upos": 0.5, "sentence": 0.3, "boilerplate": 0.2,
    "arcs": 0.8, "relations": 0.5, "links": 0.6, "antecedents": 1.0,
}  # fmt: skip


def kept_losses(
    scores: Mapping[str, Tensor], wanted: Mapping[str, Tensor], batch: Batch, biases: Mapping[str, Tensor]
) -> dict[str, Tensor]:
    """Return how far the scores of each kind are from those wanted, by the names of `KEPT`.

    Args:
        scores: Of the network that learns, by head. Shape: (words of the batch, width) each.
        wanted: Of the earlier network, which may have fewer heads. The same shapes.
        batch: What both have read.
        biases: Of the earlier network, by name.
    """
    present = batch.present
    found = {name: losses.divergence(scores[name], wanted[name]) for name in _LABELS}
    for name in _FLAGS:
        found[name] = losses.divergence(_either(scores[name]), _either(wanted[name]))
    right = _arcs(wanted, wanted, present)
    found["arcs"] = losses.divergence(_arcs(scores, wanted, present)[present], right[present])
    heads = right.argmax(-1)
    found["relations"] = losses.divergence(*(_relations(each, heads, present) for each in (scores, wanted)))
    found["links"] = torch.stack([losses.distance(scores[name], wanted[name]) for name in _LINKS]).mean()
    found["antecedents"] = _antecedents(scores, wanted, batch, biases)
    return found


def _either(score: Tensor) -> Tensor:
    """Return the two labels' scores of a yes or no. Shapes: (words, 1) in, (words, 2) out."""
    return torch.cat([torch.zeros_like(score), score], dim=-1)


def _arcs(scores: Mapping[str, Tensor], wanted: Mapping[str, Tensor], present: Tensor) -> Tensor:
    """Score every word as head of every other one of its sentence, with the sentences that the earlier network sees."""
    sentence = (laid_out(wanted["sentence"], present)[..., 0] > 0).cumsum(1).masked_fill(~present, -1)
    dependents, heads = (laid_out(scores[name], present) for name in ("arc_dependent", "arc_head"))
    table = dependents @ heads.transpose(1, 2) / ARC**0.5
    return table.masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e4)


def _relations(scores: Mapping[str, Tensor], heads: Tensor, present: Tensor) -> Tensor:
    """Score the relations of the words to the heads given."""
    of_head = laid_out(scores["relation_of_head"], present)
    return scores["relation_of_dependent"] + of_head.gather(1, heads[..., None].expand_as(of_head))[present]


def _antecedents(
    scores: Mapping[str, Tensor], wanted: Mapping[str, Tensor], batch: Batch, biases: Mapping[str, Tensor]
) -> Tensor:
    """Return the divergence of what each mention that the earlier network sees goes back to, a mention.

    The tables are those of `reading.coreference`, with the earlier network's scalars of distance and of likeness on both sides.
    """
    mentions = wanted["mentions"].argmax(-1) > 0
    pronouns = wanted["upos"].argmax(-1) == UPOS.index("PRON")
    parts, count = [], 0
    for start, end in batch.passages:
        places = start + mentions[start:end].nonzero()[:, 0]
        if len(places) < 2:
            continue
        rank = np.arange(len(places))
        words, pronoun = batch.spelled[places], pronouns[places].long()
        match = (words[:, None] == words[None, :]).long() + 2 * pronoun[:, None] + 4 * pronoun[None, :]
        known = biases["coref_match"][match]
        known = known + biases["coref_distance"][torch.from_numpy(buckets(rank[:, None] - rank[None, :]))]
        ours, theirs = (_choices(each, places, known) for each in (scores, wanted))
        parts.append(losses.divergence(ours, theirs, temperature=1.0) * len(places))
        count += len(places)
    return torch.stack(parts).sum() / count if parts else scores["mentions"].new_zeros(())


def _choices(scores: Mapping[str, Tensor], places: Tensor, known: Tensor) -> Tensor:
    """Score each mention as new and as going back to each one before it. Shape: (mentions, 1 + mentions)."""
    table = scores["anaphor"][places] @ scores["antecedent"][places].T / COREF**0.5 + known
    before = torch.ones_like(table, dtype=torch.bool).tril(-1)
    return torch.cat([scores["new_entity"][places], table.masked_fill(~before, -1e4)], dim=1)
