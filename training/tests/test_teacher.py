# SPDX-License-Identifier: Apache-2.0
"""A teacher is MPNet by our names, and what an accelerator does differently comes to the same."""

from __future__ import annotations

import math
import time

import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")

from training import losses  # noqa: E402
from training.network import network_of, relative_buckets  # noqa: E402
from training.teacher import teacher_weights  # noqa: E402
from training.train import Clock, ahead, part_of_rate, started_from  # noqa: E402

SIZE, INNER, HEADS = 24, 32, 12


def mpnet_weights(pieces: int) -> dict[str, torch.Tensor]:
    """Return random weights of a small MPNet of two layers, as the reference implementation names them."""
    chance = torch.Generator().manual_seed(5)
    shapes = {
        "embeddings.word_embeddings.weight": (pieces, SIZE),
        "embeddings.position_embeddings.weight": (18, SIZE),
        "encoder.relative_attention_bias.weight": (32, HEADS),
    } | {f"embeddings.LayerNorm.{end}": (SIZE,) for end in ("weight", "bias")}
    for index in range(2):
        for name, (out, into) in {
            **{f"attention.attn.{each}": (SIZE, SIZE) for each in "qkvo"},
            "intermediate.dense": (INNER, SIZE),
            "output.dense": (SIZE, INNER),
        }.items():
            shapes |= {
                f"encoder.layer.{index}.{name}.weight": (out, into),
                f"encoder.layer.{index}.{name}.bias": (out,),
            }
        for name in ("attention", "output"):
            shapes |= {f"encoder.layer.{index}.{name}.LayerNorm.{end}": (SIZE,) for end in ("weight", "bias")}
    return {name: torch.randn(shape, generator=chance) for name, shape in shapes.items()}


def test_pieces_stand_in_our_order():
    """MPNet numbers the same pieces in another way, and has other names for the special ones."""
    theirs = {"<s>": 0, "<pad>": 1, "</s>": 2, "the": 3, "[UNK]": 4, "<mask>": 5}
    ours = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "[MASK]": 4, "the": 5}
    weights = mpnet_weights(len(theirs))
    found = teacher_weights(weights, theirs, ours)
    words = weights["embeddings.word_embeddings.weight"]
    torch.testing.assert_close(found["words.weight"], words[[1, 4, 0, 2, 5, 3]])
    assert len(found["positions.weight"]) == 16  # two of the rows are of no position


def test_teacher_begins_with_the_encoder_and_random_heads():
    """All of MPNet is taken; a network of our own goes on only from weights that have its encoder."""
    weights = teacher_weights(mpnet_weights(6), dict(zip("abcdef", range(6), strict=True)), {"b": 0, "a": 1})
    network = started_from(weights)
    state = network.state_dict()
    assert all(torch.equal(state[name], value) for name, value in weights.items())
    assert network_of(state).relative is not None
    del weights["layers.1.up.bias"]
    with pytest.raises(SystemExit, match=r"lack layers\.1\.up\.bias"):
        started_from(weights)


def test_near_distances_have_buckets_of_their_own():
    """The first eight of each side are told apart, far ones share, and the sides differ."""
    found = relative_buckets(torch.arange(200), 32)
    assert [int(found[i, 0]) for i in range(8)] == list(range(8))
    assert [int(found[0, i]) for i in range(1, 8)] == [16 + i for i in range(1, 8)]
    assert int(found[199, 0]) == int(found[140, 0]) == 15
    assert int(found[0, 199]) == 31


@pytest.mark.parametrize("length", [1, 2, 3, 7, 8, 40])
def test_sequences_are_summed_alike_step_by_step_and_by_halves(length: int):
    """Both ways of summing over all sequences give the same, for windows of any length."""
    chance = torch.Generator().manual_seed(length)
    emissions = torch.randn(3, length, 5, generator=chance)
    present = torch.arange(length)[None] < torch.tensor([length, max(1, length - 1), 1])[:, None]
    transitions = torch.randn(5, 5, generator=chance).masked_fill(torch.rand(5, 5, generator=chance) < 0.3, -1e4)
    one, other = (way(emissions, present, transitions) for way in (losses._ends, losses._ends_by_halves))
    torch.testing.assert_close(one.logsumexp(1), other.logsumexp(1), atol=1e-4, rtol=1e-5)


def test_rate_rises_and_falls():
    """It begins low, is whole after a twelfth of the run and ends at a fiftieth."""
    rates = [part_of_rate(step / 120) for step in range(130)]
    assert max(rates) == rates[10] == pytest.approx(1.0)
    assert rates[0] == 0.01
    assert rates[-1] == 0.02


def test_run_is_done_by_steps_or_by_minutes():
    """Whichever goes by first."""
    by_steps = Clock(40, None)
    assert [by_steps.done(step) for step in (0, 10, 40)] == [0, 0.25, 1]
    by_minutes = Clock(math.inf, 2, began=time.monotonic() - 60)
    assert by_minutes.done(1000) == pytest.approx(0.5, abs=0.1)
    assert Clock(40, 2, began=time.monotonic() - 60).done(30) == 0.75


def test_batches_laid_out_ahead_come_in_order():
    """Other processes make them; nothing is left out, and nothing comes twice."""
    assert list(ahead(lambda: iter(range(40)), float, processes=3)) == [float(step) for step in range(40)]
