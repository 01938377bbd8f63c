# SPDX-License-Identifier: Apache-2.0
"""The set of pairs: that it is what its program makes, and that the judge can be wrong."""

from __future__ import annotations

import json
from collections import Counter

import pytest

pytest.importorskip("sqlalchemy", reason="needs the extra 'archive'")

from benchmarks.quality.copies import judge, load
from benchmarks.quality.copy_pairs import PAIRS, Drawer
from benchmarks.quality.desk import write


def test_the_pairs_are_those_that_the_program_draws():
    kept = json.loads(PAIRS.read_text(encoding="utf-8"))
    assert kept == json.loads(json.dumps([pair for held in (False, True) for pair in Drawer(held=held).pairs()]))


def test_there_are_300_pairs_and_no_family_is_in_both_halves():
    halves = [load(held=held) for held in (False, True)]
    assert [len(half) for half in halves] == [150, 150]
    bases = [{str(pair[side][0]).partition(":")[0] for pair in half for side in ("first", "second")} for half in halves]
    assert not bases[0] & bases[1]
    assert Counter(pair["copy"] for half in halves for pair in half) == {True: 168, False: 132}


def test_no_pair_is_one_text_twice():
    assert all(write(pair["first"]) != write(pair["second"]) for pair in load(held=False))


def test_a_verdict_can_be_wrong():
    pair = {**load(held=False)[0], "copy": False}
    assert not judge(pair).is_right


@pytest.mark.parametrize("kind", ["wire", "trimmed", "told anew", "same template"])
def test_some_pairs_are_judged_right(kind: str):
    some = [pair for pair in load(held=False) if pair["kind"] == kind][:3]
    assert [judge(pair).is_right for pair in some] == [True] * 3
