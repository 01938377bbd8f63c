# SPDX-License-Identifier: Apache-2.0
"""The metrics of `benchmarks.quality.coreference`.

On the worked example of Pradhan et al., Scoring Coreference Partitions of Predicted Mentions (2014).
"""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.quality.coreference import Scores, b_cubed, best_assignment, conll, muc

GOLD = [frozenset("abc"), frozenset("defg")]
FOUND = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


def test_muc_counts_links() -> None:
    assert muc(GOLD, FOUND) == (2, 5, 2, 5)


def test_b_cubed_counts_shares() -> None:
    recalled, gold, precise, found = b_cubed(GOLD, FOUND)
    assert [recalled / gold, precise / found] == pytest.approx([0.4167, 0.5], abs=1e-4)


def test_ceaf_aligns_one_to_one() -> None:
    scores = Scores()
    scores.add(GOLD, FOUND)
    assert scores.figures()["CEAFe"] == pytest.approx(0.52)


def test_conll_is_one_for_equal_clusters() -> None:
    assert conll(GOLD, GOLD) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("gains", "best"),
    [([[1.0, 2.0], [3.0, 5.0]], 6.0), ([[4.0, 1.0, 3.0], [2.0, 0.0, 5.0]], 9.0), ([[1.0], [2.0], [3.0]], 3.0)],
    ids=["square", "wide", "tall"],
)
def test_assignment_is_best(gains: list[list[float]], best: float) -> None:
    assert best_assignment(np.array(gains)) == best
