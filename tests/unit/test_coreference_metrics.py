# SPDX-License-Identifier: Apache-2.0
"""The metrics of `benchmarks.quality.coreference`, on the worked example of Pradhan et al., Scoring Coreference Partitions (2014)."""

from __future__ import annotations

import pytest

from benchmarks.quality.coreference import Scores, b_cubed, conll, muc

GOLD = [frozenset("abc"), frozenset("defg")]
FOUND = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]


def test_muc_counts_links() -> None:
    assert muc(GOLD, FOUND) == (2, 5, 2, 5)


def test_b_cubed_counts_shares() -> None:
    recalled, gold, precise, found = b_cubed(GOLD, FOUND)
    assert (recalled / gold, precise / found) == (pytest.approx(0.4167, abs=1e-4), pytest.approx(0.5))


def test_ceaf_aligns_one_to_one() -> None:
    pytest.importorskip("scipy")
    scores = Scores()
    scores.add(GOLD, FOUND)
    assert scores.figures()["CEAFe"] == pytest.approx(0.52)


def test_conll_is_one_for_equal_clusters() -> None:
    pytest.importorskip("scipy")
    assert conll(GOLD, GOLD) == pytest.approx(1.0)
