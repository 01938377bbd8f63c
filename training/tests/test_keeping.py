# SPDX-License-Identifier: Apache-2.0
"""What an earlier network says is a label of its own, and documents can be read passage by passage."""

from __future__ import annotations

import itertools

import pytest

from readout.model.pieces import Pieces

torch = pytest.importorskip("torch", reason="training dependencies are not installed")

from training import losses, train  # noqa: E402
from training.batches import Batch, Chunk, LinkTask, PairTask, collate, laid_out  # noqa: E402
from training.corpora import Attribution, Doc, passages_of  # noqa: E402
from training.keeping import KEPT, Scalars, kept_losses  # noqa: E402
from training.network import DISTANCES, HEADS, SEQUENCES, Network, network_of  # noqa: E402
from training.tables import looked_up  # noqa: E402
from training.train import Plan, Rates, all_losses, epoch_docs, like_lengths, pretrained_vocabulary  # noqa: E402

NEW = ("actors", "status", "event_type", "trigger_of_source", "source_of_trigger", "trigger_of_target",
       "target_of_trigger")  # fmt: skip
PRESENT = torch.tensor([[True, True, True, True], [True, True, False, False]])
BIASES = {
    **{f"{kind}_distance": torch.zeros(DISTANCES) for kind in ("cue", "source", "coref")},
    **{f"{kind}_between": torch.zeros(4) for kind in ("cue", "source")},
    "coref_match": torch.zeros(8),
}
SCALARS = Scalars(BIASES, {name: torch.zeros(HEADS[name], HEADS[name]) for name in SEQUENCES})


def batch_of(present: torch.Tensor) -> Batch:
    """Return a batch of one document whose words stand where they do, each spelled in its own way.

    Two contents and two cues, two cues and two sources are to be joined; one pair of words has an event at one of three words.
    """
    count, nothing = int(present.sum()), torch.zeros(0)
    two, gaps = torch.tensor([1, 2]), torch.zeros(2, 2, dtype=torch.long)
    links = LinkTask(two, two + 1, two + 2, two + 3, gaps, gaps, gaps == 0, torch.tensor([0, 1]), torch.ones(2) / 2)
    words = torch.arange(3)[None]
    pairs = PairTask(words, words[:, :1], words[:, 1:2], torch.ones(1, 17, dtype=torch.bool), torch.ones(1))
    labels = {name: torch.where(present, 0, -1) for name in ("actors", "status")}
    return Batch(
        nothing, nothing, nothing, nothing, present, labels, links, links, None, pairs, 0,
        torch.zeros(count, dtype=torch.long), torch.arange(count),
    )  # fmt: skip


BATCH = batch_of(PRESENT)


def scores_of(seed: int, *, without: tuple[str, ...] = ()) -> dict[str, torch.Tensor]:
    """Return scores as a network of random weights gives them for the six words of two windows."""
    chance = torch.Generator().manual_seed(seed)
    return {
        name: torch.randn(int(PRESENT.sum()), width, generator=chance)
        for name, width in HEADS.items()
        if name not in without
    }


def test_divergence_is_of_the_flattened_distributions():
    """Both sides are divided by the temperature; the result is scaled back, as Hinton and others have it."""
    ours, theirs = torch.tensor([[0.0, 1.0], [3.0, 0.0]]), torch.tensor([[2.0, 1.0], [3.0, 0.0]])
    p, q = (theirs / 2).softmax(-1), (ours / 2).softmax(-1)
    wanted = 4 * (p * (p / q).log()).sum() / 2
    torch.testing.assert_close(losses.divergence(ours, theirs, temperature=2.0), wanted)


def test_divergence_does_not_see_what_is_added_to_all_labels():
    """Scores that differ by the same number for every label are the same distribution."""
    scores = torch.tensor([[0.3, -2.0, 1.0]])
    torch.testing.assert_close(losses.divergence(scores + 7, scores), torch.tensor(0.0), atol=1e-5, rtol=0)


def sequence_weights(emissions, transitions):
    """Return the log-probability of every sequence of tags of one window, by adding each up."""
    words, tags = emissions.shape
    every = list(itertools.product(range(tags), repeat=words))
    total = [
        sum(emissions[w, tag] for w, tag in enumerate(each))
        + sum(transitions[a, b] for a, b in itertools.pairwise(each))
        for each in every
    ]
    return torch.stack(total).log_softmax(0)


def test_sequences_are_compared_as_a_whole():
    """The divergence of two CRFs is that of their distributions over all sequences, and its gradient goes to one of them."""
    torch.manual_seed(4)
    (ours, theirs), (steps, earlier) = torch.randn(2, 1, 3, 3), torch.randn(2, 3, 3)
    ours.requires_grad_()
    q, p = sequence_weights(ours[0], steps), sequence_weights(theirs[0], earlier)
    found = losses.crf_divergence(ours, theirs, torch.ones(1, 3, dtype=torch.bool), steps, earlier)
    torch.testing.assert_close(found, (p.exp() * (p - q)).sum() / 3)
    wanted = torch.autograd.grad((p.exp() * (p - q)).sum() / 3, ours)[0]
    torch.testing.assert_close(torch.autograd.grad(found, ours)[0], wanted)


def test_sequences_may_be_scored_in_another_way():
    """What is taken from the transitions and given to the emissions changes no sequence's weight."""
    torch.manual_seed(5)
    emissions, transitions, moved = torch.randn(1, 4, 3), torch.randn(3, 3), torch.randn(3)
    ours = emissions.clone()
    ours[:, 1:] += moved
    present = torch.ones(1, 4, dtype=torch.bool)
    found = losses.crf_divergence(ours, emissions, present, transitions - moved, transitions)
    torch.testing.assert_close(found, torch.tensor(0.0), atol=1e-5, rtol=0)


def test_what_is_named_is_kept_and_nothing_else():
    """Of a network that is kept for its antecedents nothing else counts."""
    kept = kept_losses(scores_of(2), scores_of(1), BATCH, SCALARS, SCALARS, what={"antecedents", "names"})
    assert kept.keys() == {"antecedents", "names"}


def test_nothing_is_lost_where_nothing_changed():
    """The earlier network's own scores are at no distance from themselves."""
    wanted = scores_of(1)
    kept = kept_losses(wanted, wanted, BATCH, SCALARS, SCALARS)
    assert kept.keys() == KEPT.keys()
    assert all(value.item() == pytest.approx(0, abs=1e-5) for value in kept.values())


@pytest.mark.parametrize("head", HEADS)
def test_every_head_is_held(head: str):
    """A change of any one head costs something."""
    wanted = scores_of(1)
    wanted["mentions"][:, 0] = -9  # every word is a mention
    moved = {**wanted, head: wanted[head] + 3 * torch.randn_like(wanted[head])}
    assert sum(value.item() for value in kept_losses(moved, wanted, BATCH, SCALARS, SCALARS).values()) > 1e-4


def test_a_network_without_event_heads_says_nothing_of_events():
    """An earlier network may have fewer heads: what it has not learned is not held."""
    kept = kept_losses(scores_of(2), scores_of(1, without=NEW), BATCH, SCALARS, SCALARS)
    assert KEPT.keys() - kept.keys() == {"actors", "status", "events"}


def test_arcs_are_held_within_the_sentences_of_the_earlier_network():
    """What a word scores as head in another sentence is never asked for, so it is not kept."""
    wanted = scores_of(1, without=NEW)
    wanted["sentence"] = torch.tensor([[5.0], [-5.0], [5.0], [-5.0], [5.0], [-5.0]])
    moved = dict(wanted)
    vectors = torch.eye(128)[:6]
    wanted |= {"arc_dependent": vectors, "arc_head": vectors}
    moved |= {"arc_dependent": vectors, "arc_head": vectors.clone()}
    moved["arc_head"][2] = vectors[2] + 9 * vectors[0]  # the third word as head of the first: of another sentence
    assert kept_losses(moved, wanted, BATCH, SCALARS, SCALARS)["arcs"].item() == pytest.approx(0, abs=1e-6)
    moved["arc_head"][1] = vectors[1] + 9 * vectors[0]
    assert kept_losses(moved, wanted, BATCH, SCALARS, SCALARS)["arcs"].item() > 0.01


def test_antecedents_are_held_to_those_that_the_earlier_network_chooses():
    """Vectors may turn as long as each mention goes back to what it went back to."""
    wanted = scores_of(1, without=NEW)
    wanted["mentions"][:, 0] = -9
    turn = torch.linalg.qr(torch.randn(96, 96, generator=torch.Generator().manual_seed(3)))[0]
    moved = dict(wanted) | {"anaphor": wanted["anaphor"] @ turn, "antecedent": wanted["antecedent"] @ turn}
    assert kept_losses(moved, wanted, BATCH, SCALARS, SCALARS)["antecedents"].item() == pytest.approx(0, abs=1e-5)
    moved["anaphor"] = wanted["anaphor"]
    assert kept_losses(moved, wanted, BATCH, SCALARS, SCALARS)["antecedents"].item() > 0.01


def test_what_is_no_mention_goes_back_to_nothing():
    """Where the earlier network sees no two mentions there is nothing to hold."""
    wanted = scores_of(1, without=NEW)
    wanted["mentions"][:, 0] = 99
    moved = dict(wanted) | {"anaphor": wanted["anaphor"] + 1}
    assert kept_losses(moved, wanted, BATCH, SCALARS, SCALARS)["antecedents"].item() == 0


def test_network_has_the_heads_of_its_weights():
    """A network from before there were event heads opens without them, and scores as it did."""
    torch.manual_seed(2)
    earlier = Network(vocabulary=50, positions=16, without=NEW).eval()
    again = network_of(
        earlier.state_dict() | {"words.weight": torch.zeros(30522, 384), "positions.weight": torch.zeros(512, 384)}
    )
    assert again.heads == earlier.heads
    states = torch.randn(2, 4, 384)
    for name, scores in earlier.score(states).items():
        torch.testing.assert_close(again.eval().score(states)[name], scores)


def test_present_words_are_scored_alone():
    """Leaving out the places that hold no word changes no score of the others."""
    torch.manual_seed(2)
    network = Network(vocabulary=50, positions=16).eval()
    states = torch.randn(2, 4, 384)
    for name, scores in network.score(states).items():
        found = network.score(states, PRESENT)[name]
        torch.testing.assert_close(found, scores[PRESENT], atol=1e-5, rtol=1e-4)
        torch.testing.assert_close(laid_out(found, PRESENT)[PRESENT], found)


def test_heads_that_were_there_learn_at_their_own_rate():
    """New heads take large steps; what is known, small ones."""
    rates = Rates(encoder=1.0, fresh=3.0, known=2.0)
    assert rates.of("layers.0.qkv.weight", ["layers.0.qkv.weight"]) == 1.0
    assert rates.of("plain.upos.weight", ["plain.upos.weight"]) == 2.0
    assert rates.of("plain.status.weight", ["plain.upos.weight"]) == 3.0


def test_groups_of_like_lengths_hold_every_window_once():
    """The longest window of a group is little above its shortest."""
    assert like_lengths([10, 12, 15, 40, 45, 200]) == [3, 2, 1]
    assert like_lengths([10, 12, 15, 40, 45, 200], apart=5.0) == [5, 1]


@pytest.fixture
def doc() -> Doc:
    """Return two sentences of one line, the second an attribution, and a link from the first into the second."""
    words = "Norland agreed . Estmark said it would not .".split()
    return Doc(
        "test", words, [True, *[False] * 8], sentences=[1, 0, 0, 1, 0, 0, 0, 0, 0], heads=[1, 1, 1, 4, 4, 7, 7, 4, 4],
        links=[Attribution([(5, 8)], (4, 5), (3, 4)), Attribution([(1, 5)], (0, 1), None)],
    )  # fmt: skip


def test_passage_keeps_what_lies_within(doc: Doc):
    """Heads and links are counted from the passage's own first word; a link that leaves it is dropped."""
    first, second = passages_of(doc)
    assert (first.words, first.heads, first.links) == (["Norland", "agreed", "."], [1, 1, 1], [])
    assert (second.line_starts[0], second.sentences) == (True, [1, 0, 0, 0, 0, 0])
    assert second.heads == [1, 1, 4, 4, 1, 1]
    assert second.links == [Attribution([(2, 5)], (1, 2), (0, 1))]
    assert second.upos is None


def test_source_outside_the_passage_is_none():
    """A line that names no source has a cue without one."""
    doc = Doc(
        "test", ["Norland", ":", "it", "agrees", ",", "it", "said"], [True, False, True, *[False] * 4],
        links=[Attribution([(2, 4)], (6, 7), (0, 1))],
    )  # fmt: skip
    _, line = passages_of(doc)
    assert line.links == [Attribution([(0, 2)], (4, 5), None)]


def test_share_of_the_documents_is_read_alone(doc: Doc):
    """The plan says how many documents are cut into passages."""
    assert len(epoch_docs({"test": [doc] * 20}, Plan(1, 100, 3, {"test": 1.0}, 0.0), epoch=0)) == 20
    assert len(epoch_docs({"test": [doc] * 20}, Plan(1, 100, 3, {"test": 1.0}, 1.0), epoch=0)) == 40
    assert 20 < len(epoch_docs({"test": [doc] * 20}, Plan(1, 100, 3, {"test": 1.0}, 0.5), epoch=0)) < 40


def test_biases_looked_up_learn_as_indexed_ones():
    """The gradient that is counted up in one go is the one that PyTorch adds entry by entry."""
    index, scale = torch.tensor([[0, 2, 2], [1, 2, 0]]), torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    ours, theirs = (torch.zeros(4, requires_grad=True) for _ in range(2))
    (looked_up(ours, index) * scale).sum().backward()
    (theirs[index] * scale).sum().backward()
    torch.testing.assert_close(ours.grad, theirs.grad)


def test_links_of_several_documents_count_as_if_each_were_read_alone():
    """One table holds the links of all documents of a batch; none of them finds its cue or source in another document."""
    torch.manual_seed(4)
    docs = []
    for number, words in enumerate(("He said it rained .", "Snow fell , she said , and it said no .")):
        each = Doc("polnear", words.split(), [True, *[False] * (len(words.split()) - 1)])
        said = words.split().index("said")
        each.links = [Attribution([(0, 1)], (said, said + 1), (said - 1, said))]
        if number:
            each.links.append(Attribution([(9, 10)], (8, 9), (7, 8)))
        docs.append(each)
    network, pieces = Network().eval(), Pieces(pretrained_vocabulary())
    chunks = [Chunk(doc, [(0, len(doc.words))], 2 + sum(len(pieces.of(word)) for word in doc.words)) for doc in docs]
    both, first, second = (collate(some, pieces) for some in (chunks, chunks[:1], chunks[1:]))
    found = [
        {
            name: value
            for name, value in all_losses(network, batch, train.scores_of(network, batch)).items()
            if name.startswith("to_")
        }
        for batch in (both, first, second)
    ]
    assert found[0].keys() == {"to_cue", "to_source"}
    for name, value in found[0].items():
        torch.testing.assert_close(value, (found[1][name] + found[2][name]) / 2)


def test_layers_below_stay_as_they_are():
    """What reads the states after some layers need not be trained again: nothing beneath learns, and all above does."""
    network = Network(vocabulary=40, size=24, layers=3, heads=2, inner=32, positions=16)
    train.freeze_below(network, 2)
    learning = {name for name, parameter in network.named_parameters() if parameter.requires_grad}
    assert not any(
        name.startswith(("words.", "positions.", "norm.", "case.", "layers.0.", "layers.1.")) for name in learning
    )
    assert any(name.startswith("layers.2.") for name in learning)
    assert {"shared.weight", "plain.names.weight", "transitions.names"} <= learning
