# SPDX-License-Identifier: Apache-2.0
"""Score which earlier mention each mention may go back to.

Word-level coreference (Dobrovolskii 2021): a mention is its head word; the encoder gives each word a vector as anaphor and
one as antecedent, and their dot product, with scalars for distance and for equal words, is the score.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from readout.model import buckets
from readout.reading.encoding import Encoding
from readout.reading.mentions import Mention
from readout.reading.syntax import Syntax

__all__ = ["match_classes", "rank_antecedents"]

REACH = 160  # mentions looked back at: keeps the cost linear; in GUM all but a few antecedents are nearer
_KEPT = 6
_LEAST = -4.0  # log odds against a new entity below which a candidate is not worth listing


def match_classes(words: Sequence[str], pronouns: Sequence[bool]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return a number for each different word, and 1 for each pronoun: what the match scalars are looked up by."""
    ids = {word: i for i, word in enumerate(dict.fromkeys(words))}
    return np.array([ids[word] for word in words], dtype=np.int64), np.array(pronouns, dtype=np.int64)


def rank_antecedents(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention]) -> list[list[tuple[int, float]]]:
    """Rank the antecedents of each mention.

    Args:
        encoding: The report's words and scores.
        syntax: Its trees.
        mentions: Mentions in text order.

    Returns:
        For each mention, at most 6 earlier mentions as (index, log odds against being the first of its entity), best first.
    """
    count = len(mentions)
    if not count:
        return []
    scores = encoding.scores
    heads = np.array([m.head for m in mentions])
    anaphors, antecedents = scores.of("anaphor")[heads], scores.of("antecedent")[heads]
    new = scores.of("new_entity")[heads, 0]
    number, pronoun = match_classes(
        [encoding.lower[h] for h in heads], [syntax.upos[h] == "PRON" for h in heads]
    )
    distance, match = scores.heads.biases["coref_distance"], scores.heads.biases["coref_match"]
    root = float(scores.heads.scales["coreference"]) ** 0.5
    ranked: list[list[tuple[int, float]]] = []
    for start in range(0, count, REACH):
        end, low = min(start + REACH, count), max(0, start - REACH)
        rows, columns = np.arange(start, end), np.arange(low, end)
        gap = rows[:, None] - columns[None, :]
        same = (number[start:end, None] == number[None, low:end]).astype(np.int64)
        kind = same + 2 * pronoun[start:end, None] + 4 * pronoun[None, low:end]
        table = anaphors[start:end] @ antecedents[low:end].T / root + distance[buckets(gap)] + match[kind]
        table = np.where((gap > 0) & (gap <= REACH), table - new[start:end, None], -np.inf)
        best = np.argsort(-table, axis=1, kind="stable")[:, :_KEPT]
        for row, columns_of_row in enumerate(best):
            found = [(low + int(c), float(table[row, c])) for c in columns_of_row]
            ranked.append([(index, score) for index, score in found if score > _LEAST])
    return ranked
