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
from training.batches import Batch, CorefTask, laid_out
from training.labels import UPOS
from training.network import ARC
from training.tables import coref_table, event_table, link_table

__all__ = ["KEPT", "kept_losses"]

Biases = Mapping[str, Tensor]

_LABELS = ("attribution", "names", "times", "mentions", "upos")
_FLAGS = ("sentence", "boilerplate")
# Heads that learn from few sentences: what they say elsewhere is no label.
_WHERE_LABELLED = {"actors": "actors", "status": "status"}

# How much each counts beside the losses of `training.train`.
KEPT = {
    "attribution": 3.0, "names": 1.0, "times": 1.0, "mentions": 0.5, "upos": 0.5, "sentence": 0.3, "boilerplate": 0.2,
    "arcs": 0.8, "relations": 0.5, "to_cue": 0.3, "to_source": 0.3, "antecedents": 1.0, "actors": 0.3, "status": 0.3,
    "events": 0.8,
}  # fmt: skip


def kept_losses(
    scores: Mapping[str, Tensor], wanted: Mapping[str, Tensor], batch: Batch, biases: Biases, earlier: Biases
) -> dict[str, Tensor]:
    """Return how far the scores of each kind are from those wanted, by the names of `KEPT`, for those that the batch has.

    Args:
        scores: Of the network that learns, by head. Shape: (words of the batch, width) each.
        wanted: Of the earlier network, which may have fewer heads. The same shapes.
        batch: What both have read.
        biases: Of the network that learns, by name.
        earlier: Of the earlier network.
    """
    present = batch.present
    found = {name: losses.divergence(scores[name], wanted[name]) for name in _LABELS}
    for name in _FLAGS:
        found[name] = losses.divergence(_either(scores[name]), _either(wanted[name]))
    right = _arcs(wanted, wanted, present)
    found["arcs"] = losses.divergence(_arcs(scores, wanted, present)[present], right[present])
    heads = right.argmax(-1)
    found["relations"] = losses.divergence(*(_relations(each, heads, present) for each in (scores, wanted)))
    for kind, links in (("cue", batch.to_cue), ("source", batch.to_source)):
        if links is not None:
            ours, theirs = link_table(links, scores, biases, kind), link_table(links, wanted, earlier, kind)
            found[f"to_{kind}"] = losses.divergence(ours, theirs, temperature=1.0, weight=links.weight)
    found["antecedents"] = _antecedents(scores, wanted, batch, biases, earlier)
    for name, labels in _WHERE_LABELLED.items():
        known = batch.labels[labels][present] >= 0
        if name in wanted and known.any():
            found[name] = losses.divergence(scores[name][known], wanted[name][known])
    if batch.pairs is not None and "event_type" in wanted:
        found["events"] = losses.divergence(
            *(event_table(batch.pairs, each) for each in (scores, wanted)), temperature=1.0
        )
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
    scores: Mapping[str, Tensor], wanted: Mapping[str, Tensor], batch: Batch, biases: Biases, earlier: Biases
) -> Tensor:
    """Return the divergence of what each mention that the earlier network sees goes back to, a mention.

    The tables are those of `reading.coreference`.
    """
    places = (wanted["mentions"].argmax(-1) > 0).nonzero()[:, 0]
    if not len(places):
        return scores["mentions"].new_zeros(())
    rank = torch.arange(len(places), device=places.device)
    classes = torch.from_numpy(buckets(np.arange(-len(places), len(places)))).to(places.device)
    pronoun = (wanted["upos"].argmax(-1)[places] == UPOS.index("PRON")).long()
    words, passage = batch.spelled[places], batch.passages[places]
    match = (words[:, None] == words[None, :]).long() + 2 * pronoun[:, None] + 4 * pronoun[None, :]
    own = passage[:, None] == passage[None, :]
    accompanied = (own.sum(1) > 1).float()
    task = CorefTask(places, classes[rank[:, None] - rank[None, :] + len(places)], match, own, places, accompanied)
    ours, theirs = _choices(task, scores, biases), _choices(task, wanted, earlier)
    return losses.divergence(ours, theirs, temperature=1.0, weight=accompanied)


def _choices(task: CorefTask, scores: Mapping[str, Tensor], biases: Biases) -> Tensor:
    """Score each mention as new and as going back to each one before it. Shape: (mentions, 1 + mentions)."""
    table = coref_table(task, scores, biases)
    before = torch.ones_like(table, dtype=torch.bool).tril(-1)
    return torch.cat([scores["new_entity"][task.positions], table.masked_fill(~before, -1e4)], dim=1)
