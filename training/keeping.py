# SPDX-License-Identifier: Apache-2.0
"""Keep what a network knows while it learns something new: an earlier network's outputs are labels for every word.

Corpora of events have no trees, names or attributions. Where only their own labels are learned, the encoder moves away from
what the other heads read in it. So the earlier network reads each batch too, and the new one is held to what it says (Li and
Hoiem, Learning without Forgetting, 2016; Hinton et al., Distilling the Knowledge in a Neural Network, 2015).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from readout.model.distance import buckets
from training import losses
from training.batches import Batch, CorefTask, laid_out
from training.labels import UPOS, legal_transitions
from training.network import ARC, SEQUENCES, Network
from training.tables import coref_table, event_table, link_table

__all__ = ["KEPT", "Scalars", "kept_losses"]

_LABELS = ("mentions", "upos")
_FLAGS = ("sentence", "boilerplate")
# Heads that learn from few sentences: what they say elsewhere is no label.
_WHERE_LABELLED = ("actors", "status")

# How much each counts beside the losses of `training.train`.
KEPT = {
    "attribution": 3.0, "names": 1.0, "times": 1.0, "mentions": 0.5, "upos": 0.5, "sentence": 0.3, "boilerplate": 0.2,
    "arcs": 0.8, "relations": 0.5, "to_cue": 0.3, "to_source": 0.3, "antecedents": 1.0, "actors": 0.3, "status": 0.3,
    "events": 0.8,
}  # fmt: skip


class Scalars(NamedTuple):
    """What a network holds beside its heads, by name: biases of distances, and scores of one tag after another."""

    biases: Mapping[str, Tensor]
    transitions: Mapping[str, Tensor]

    @classmethod
    def of(cls, network: Network) -> Scalars:
        """Return those of a network."""
        return cls(network.biases, network.transitions)


def kept_losses(
    scores: Mapping[str, Tensor], wanted: Mapping[str, Tensor], batch: Batch, ours: Scalars, theirs: Scalars,
    *, what: Collection[str] = KEPT.keys(),
) -> dict[str, Tensor]:  # fmt: skip
    """Return how far the scores of each kind are from those wanted, by the names of `KEPT`, for those that the batch has.

    Args:
        scores: Of the network that learns, by head. Shape: (words of the batch, width) each.
        wanted: Of the earlier network, which may have fewer heads. The same shapes.
        batch: What both have read.
        ours: Of the network that learns.
        theirs: Of the earlier network.
        what: Names of those to return.
    """
    present = batch.present
    found: dict[str, Tensor] = {}
    for name in what & SEQUENCES.keys():
        known = (batch.labels[name] >= 0).any(1) if name in _WHERE_LABELLED else present.any(1)
        if name in wanted and known.any():
            found[name] = _sequences(name, scores, wanted, present, known, ours, theirs)
    for name in _LABELS:
        if name in what:
            found[name] = losses.divergence(scores[name], wanted[name])
    for name in _FLAGS:
        if name in what:
            found[name] = losses.divergence(_either(scores[name]), _either(wanted[name]))
    if {"arcs", "relations"} & set(what):
        right = _arcs(wanted, wanted, present)
        found["arcs"] = losses.divergence(_arcs(scores, wanted, present)[present], right[present])
        heads = right.argmax(-1)
        found["relations"] = losses.divergence(*(_relations(each, heads, present) for each in (scores, wanted)))
    for kind, links in (("cue", batch.to_cue), ("source", batch.to_source)):
        if links is not None and f"to_{kind}" in what:
            tables = (link_table(links, each, of.biases, kind) for each, of in ((scores, ours), (wanted, theirs)))
            found[f"to_{kind}"] = losses.divergence(*tables, weight=links.weight)
    if "antecedents" in what:
        found["antecedents"] = _antecedents(scores, wanted, batch, ours.biases, theirs.biases)
    if "status" in what and "status" in wanted and (known := batch.labels["status"][present] >= 0).any():
        found["status"] = losses.divergence(scores["status"][known], wanted["status"][known])
    if "events" in what and batch.pairs is not None and "event_type" in wanted:
        found["events"] = losses.divergence(*(event_table(batch.pairs, each) for each in (scores, wanted)))
    return {name: value for name, value in found.items() if name in what}


def _sequences(
    name: str, scores: Mapping[str, Tensor], wanted: Mapping[str, Tensor], present: Tensor, rows: Tensor,
    ours: Scalars, theirs: Scalars,
) -> Tensor:  # fmt: skip
    """Return the divergence of the tag sequences of the windows of some `rows`. Shape of `rows`: (windows,)."""
    illegal = ~torch.tensor(legal_transitions(SEQUENCES[name]), device=present.device)
    emissions, known = (laid_out(each[name], present)[rows] for each in (scores, wanted))
    transitions, earlier = (each.transitions[name].masked_fill(illegal, -1e4) for each in (ours, theirs))
    return losses.crf_divergence(emissions, known, present[rows], transitions, earlier)


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
    scores: Mapping[str, Tensor], wanted: Mapping[str, Tensor], batch: Batch,
    biases: Mapping[str, Tensor], earlier: Mapping[str, Tensor],
) -> Tensor:  # fmt: skip
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
    return losses.divergence(ours, theirs, weight=accompanied)


def _choices(task: CorefTask, scores: Mapping[str, Tensor], biases: Mapping[str, Tensor]) -> Tensor:
    """Score each mention as new and as going back to each one before it. Shape: (mentions, 1 + mentions)."""
    table = coref_table(task, scores, biases)
    before = torch.ones_like(table, dtype=torch.bool).tril(-1)
    return torch.cat([scores["new_entity"][task.positions], table.masked_fill(~before, -1e4)], dim=1)
