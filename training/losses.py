# SPDX-License-Identifier: Apache-2.0
"""What each head is trained to do."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

__all__ = ["arcs", "binary", "coreference", "crf", "crf_divergence", "divergence", "events", "labels", "told"]


def crf(emissions: Tensor, tags: Tensor, present: Tensor, transitions: Tensor) -> Tensor:
    """Negative log-likelihood of tag sequences under a linear-chain CRF, per word.

    Lafferty, McCallum and Pereira, Conditional Random Fields (2001); the forward recursion in log space.

    Args:
        emissions: Shape: (windows, words, tags).
        tags: Shape: (windows, words).
        present: True for real words, which come first. Shape: (windows, words).
        transitions: Score of tag j after tag i. Shape: (tags, tags).
    """
    gold = emissions.gather(2, tags[..., None])[..., 0]
    steps = transitions[tags[:, :-1], tags[:, 1:]]
    total = (gold * present).sum(1) + (steps * present[:, 1:]).sum(1)
    return (_log_partition(emissions, present, transitions) - total).sum() / present.sum()


def crf_divergence(emissions: Tensor, wanted: Tensor, present: Tensor, transitions: Tensor, earlier: Tensor) -> Tensor:
    """Kullback-Leibler divergence of a CRF's distribution over tag sequences from the one wanted, per word.

    Two CRFs may say the same by other emissions and transitions, so it is the sequences that are compared: Wang et al.,
    Structure-Level Knowledge Distillation for Multilingual Sequence Labeling (2020). The marginals of the one wanted are the
    gradient of its log-partition (Eisner, Inside-Outside and Forward-Backward Algorithms Are Just Backprop, 2016).

    Args:
        emissions: Of the network that learns. Shape: (windows, words, tags).
        wanted: Of the earlier one. The same shape.
        present: True for real words, which come first. Shape: (windows, words).
        transitions: Of the network that learns: score of tag j after tag i. Shape: (tags, tags).
        earlier: Of the earlier one. The same shape.
    """
    with torch.enable_grad():
        known, steps = wanted.detach().requires_grad_(), earlier.detach().requires_grad_()
        theirs = _log_partition(known, present, steps).sum()
        tags, pairs = torch.autograd.grad(theirs, (known, steps))
    apart = (tags * (wanted - emissions)).sum() + (pairs * (earlier - transitions)).sum()
    return (apart + _log_partition(emissions, present, transitions).sum() - theirs.detach()) / present.sum()


def _log_partition(emissions: Tensor, present: Tensor, transitions: Tensor) -> Tensor:
    """Return the log of the summed weight of all sequences of each window. Shape: (windows,)."""
    ends = (_ends_by_halves if emissions.is_cuda else _ends)(emissions, present, transitions)
    return torch.logsumexp(ends, dim=1)


def _ends(emissions: Tensor, present: Tensor, transitions: Tensor) -> Tensor:
    """Return the log of the summed weight of all sequences that end in each tag. Shape: (windows, tags)."""
    alpha = emissions[:, 0]
    for t in range(1, emissions.shape[1]):
        step = torch.logsumexp(alpha[:, :, None] + transitions[None], dim=1) + emissions[:, t]
        alpha = torch.where(present[:, t, None], step, alpha)
    return alpha


def _ends_by_halves(emissions: Tensor, present: Tensor, transitions: Tensor) -> Tensor:
    """Return what `_ends` does, joining neighbours pair by pair: more work, but few steps, which is what an accelerator likes."""
    count = emissions.shape[2]
    still = torch.full((count, count), -1e4, device=emissions.device).fill_diagonal_(0.0)
    each = torch.where(present[:, 1:, None, None], transitions + emissions[:, 1:, None, :], still)
    while each.shape[1] > 1:
        if each.shape[1] % 2:
            each = torch.cat([each, still.expand(len(each), 1, -1, -1)], dim=1)
        each = torch.logsumexp(each[:, 0::2, :, :, None] + each[:, 1::2, None, :, :], dim=3)
    return torch.logsumexp(emissions[:, 0, :, None] + each[:, 0], dim=1) if each.shape[1] else emissions[:, 0]


def labels(scores: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy; -1 in `gold` is left out."""
    return F.cross_entropy(scores.flatten(0, -2), gold.flatten(), ignore_index=-1)


def binary(scores: Tensor, gold: Tensor, *, positive: float) -> Tensor:
    """Binary cross entropy with positives weighted; -1 in `gold` is left out."""
    known = gold >= 0
    return F.binary_cross_entropy_with_logits(
        scores[known], gold[known].float(), pos_weight=torch.tensor(positive, device=scores.device)
    )


def arcs(dependents: Tensor, heads: Tensor, sentence: Tensor, gold: Tensor) -> Tensor:
    """Cross entropy of each word's head among the words of its sentence; a root is its own head.

    Dozat and Manning, Deep Biaffine Attention (2017), with the bilinear form folded into the two vectors.

    Args:
        dependents: Shape: (windows, words, d).
        heads: Shape: (windows, words, d).
        sentence: Number of the word's sentence in its window. Shape: (windows, words).
        gold: Index of the head in the window, -1 to leave the word out. Shape: (windows, words).
    """
    scores = dependents @ heads.transpose(1, 2) / dependents.shape[-1] ** 0.5
    scores = scores.masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e4)
    return labels(scores, gold)


def coreference(scores: Tensor, new: Tensor, groups: Tensor, own: Tensor) -> Tensor:
    """Negative marginal log-likelihood of the gold antecedents of each mention. Shape: (mentions,).

    Lee et al., End-to-end Neural Coreference Resolution (2017), over heads as Dobrovolskii, Word-Level Coreference (2021).

    Args:
        scores: Score of mention j as antecedent of mention i. Shape: (mentions, mentions).
        new: Score of mention i having no antecedent. Shape: (mentions,).
        groups: Gold group of each mention, in its document. Shape: (mentions,).
        own: True for mentions of one document. Shape: (mentions, mentions).
    """
    count = scores.shape[0]
    before = torch.ones(count, count, dtype=torch.bool, device=scores.device).tril(-1)
    gold = (groups[:, None] == groups[None, :]) & own & before
    table = torch.cat([new[:, None], scores.masked_fill(~before, -1e4)], dim=1)
    right = torch.cat([~gold.any(1, keepdim=True), gold], dim=1)
    return torch.logsumexp(table, 1) - torch.logsumexp(table.masked_fill(~right, -1e4), 1)


def told(types: Tensor, triggers: Tensor) -> Tensor:
    """Return the log-likelihood of each event type of pairs whose trigger word nobody marked.

    The trigger is a latent variable: P(type) is the sum over the words of P(word is the trigger) P(type | word).

    Args:
        types: Scores of the types at each word. Shape: (pairs, words, types).
        triggers: Score of each word as the pair's trigger, -inf where there is no word. Shape: (pairs, words).

    Returns:
        Shape: (pairs, types).
    """
    return torch.logsumexp(triggers.log_softmax(1)[..., None] + types.log_softmax(2), dim=1)


def events(likely: Tensor, right: Tensor, weight: Tensor) -> Tensor:
    """Negative log-likelihood of the right event types of pairs.

    Args:
        likely: Log-likelihood of each type. Shape: (pairs, types).
        right: True for the types of which one is right. Shape: (pairs, types).
        weight: Shape: (pairs,).
    """
    return -(torch.logsumexp(likely.masked_fill(~right, -1e4), dim=1) * weight).sum() / weight.sum()


def divergence(scores: Tensor, wanted: Tensor, *, temperature: float = 1.0, weight: Tensor | None = None) -> Tensor:
    """Kullback-Leibler divergence of the labels' distribution from the one wanted, a word.

    Hinton et al., Distilling the Knowledge in a Neural Network (2015): both may be flattened by a temperature.

    Args:
        scores: Shape: (words, labels).
        wanted: Shape: (words, labels).
        temperature: What the scores are divided by.
        weight: Of each word, as much as every other if None. Shape: (words,).
    """
    ours, theirs = (scores / temperature).log_softmax(-1), (wanted / temperature).log_softmax(-1)
    if weight is None:
        return F.kl_div(ours, theirs, reduction="batchmean", log_target=True) * temperature**2
    each = F.kl_div(ours, theirs, reduction="none", log_target=True).sum(-1)
    return (each * weight).sum() / weight.sum().clamp(min=1e-6) * temperature**2
