# SPDX-License-Identifier: Apache-2.0
"""Score which earlier mention each mention may go back to.

Word-level coreference (Dobrovolskii 2021): a mention is its head word; the encoder gives each word a vector as anaphor and
one as antecedent, and their dot product, with scalars for distance and for equal words, is the score.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from readout.model import buckets, dot_products
from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax

__all__ = ["rank_antecedents"]

REACH = 160  # mentions looked back at: keeps the cost linear; in GUM all but a few antecedents are nearer
_KEPT = 12
_LEAST = -4.0  # log odds against a new entity below which a candidate is not worth listing


def rank_antecedents(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention]) -> list[list[tuple[int, float]]]:
    """Rank the antecedents of each mention.

    Args:
        encoding: The report's words and scores.
        syntax: Its trees.
        mentions: Mentions in text order.

    Returns:
        For each mention, at most 12 earlier mentions as (index, log odds against being the first of its entity), best first.
    """
    count = len(mentions)
    if not count:
        return []
    scores = encoding.scores
    heads = np.array([m.head for m in mentions])
    anaphors, antecedents = scores.of("anaphor")[heads], scores.of("antecedent")[heads]
    new = scores.of("new_entity")[heads, 0]
    ids: dict[str, int] = {}
    number = np.array([ids.setdefault(encoding.lower[h], len(ids)) for h in heads])
    pronoun = np.array([syntax.upos[h] == "PRON" for h in heads]).astype(np.int64)
    distance, match = scores.heads.biases["coref_distance"], scores.heads.biases["coref_match"]
    root = float(scores.heads.scales["coreference"]) ** 0.5
    ranked: list[list[tuple[int, float]]] = []
    by_gap = distance[buckets(np.arange(2 * REACH))]
    by_kind = match.reshape(2, 2, 2)  # antecedent a pronoun, anaphor a pronoun, same word
    for start in range(0, count, REACH):
        end, low = min(start + REACH, count), max(0, start - REACH)
        gap = np.arange(start, end)[:, None] - np.arange(low, end)[None, :]
        same = (number[start:end, None] == number[None, low:end]).astype(np.int64)
        kind = by_kind[pronoun[None, low:end], pronoun[start:end, None], same]
        table = dot_products(anaphors[start:end], antecedents[low:end]) / root + by_gap[np.maximum(gap, 0)] + kind
        table = np.where((gap > 0) & (gap <= REACH), table - new[start:end, None], -np.inf)
        kept = min(_KEPT, table.shape[1])
        near = np.argpartition(-table, kept - 1, axis=1)[:, :kept]
        for values, columns in zip(np.take_along_axis(table, near, axis=1).tolist(), near.tolist(), strict=True):
            found = sorted((pair for pair in zip(values, columns, strict=True) if pair[0] > _LEAST), reverse=True)
            ranked.append([(low + column, value) for value, column in found])
    return ranked
