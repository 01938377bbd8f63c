# SPDX-License-Identifier: Apache-2.0
"""Train the layers for pairs: what is told between two parties of a sentence. The network below them stays as it is.

    python -m training.pairs --corpora DIR --network training/runs/1/network.pt --run training/runs/pairs

The states that they read on from are worked out once, with each sentence alone and among others, since in a report it has
neighbours. A type is learned from the sentences that tell of an event only, and whether there is one from all pairs. What
other runs say of a pair, in the mean, can be learned beside the label: of runs over the same states by `--teachers`, and of those
over a larger network by what they wrote down (`--tell`, then `--told`), also of pairs that have no label (`--more`).
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from readout.model.features import feature_ids
from readout.model.pieces import Pieces
from readout.model.windows import LIMIT
from training.corpora import Doc, Pair, pair_docs, read_lines
from training.labels import EVENT_TYPES
from training.network import MIDDLE, Network, PairLayers, pair_layers_of
from training.train import part_of_rate, pretrained_vocabulary, save, started_from

__all__ = ["Example", "Laid", "examples_of", "lay_out", "loss_of", "told_by"]

log = logging.getLogger(__name__)

UNKNOWN = tuple(EVENT_TYPES)  # of a pair that nobody has labelled: any type is as right


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as the network reads it in one window, with what stands at both ends of the window.

    Attributes:
        states: Shape: (pieces, size), half precision.
        words: The word of the sentence that each piece is of, -1 at both ends. As many as pieces.
    """

    states: Tensor
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of a sentence, with the readings of the sentence in several windows; the first of them alone.

    Attributes:
        readings: Of the sentence.
        pair: Two parties.
        told: What other runs say of it, as probabilities, if any were asked. Shape: (types with "none",).
    """

    readings: tuple[Reading, ...]
    pair: Pair
    told: Tensor | None = None

    @property
    def pieces(self) -> int:
        """Number of pieces."""
        return len(self.readings[0].words)


@dataclass(frozen=True, slots=True)
class Laid:
    """A batch: what `PairLayers` takes, and what is right."""

    states: Tensor
    roles: Tensor
    means: Tensor
    mask: Tensor
    right: Tensor  # (pairs, types with "none") True for those of which one is right
    weight: Tensor  # (pairs,)
    told: Tensor | None  # (pairs, types with "none") by other runs

    def to(self, device: torch.device) -> Laid:
        """Return the batch on a device."""
        values = (getattr(self, each.name) for each in fields(self))
        return Laid(*(value if value is None else value.to(device) for value in values))


def examples_of(
    network: Network, docs: Sequence[Doc], *, windows: int, seed: int, layers: int = MIDDLE
) -> list[Example]:
    """Read each sentence by so many layers, alone and in so many windows less one among others; give its pairs."""
    pieces, chance = Pieces(pretrained_vocabulary()), random.Random(seed)
    network.eval()
    found = []
    for doc in docs:
        readings = [_reading(network, pieces, doc, [], [], layers)]
        for _ in range(windows - 1):
            room = LIMIT - readings[0].states.shape[0] + 2
            left = chance.randint(0, max(room, 0))
            before = _neighbours(docs, pieces, left, chance)
            after = _neighbours(docs, pieces, room - left, chance)
            readings.append(_reading(network, pieces, doc, before, after, layers))
        found += [Example(tuple(readings), pair) for pair in doc.pairs]
    return found


def _neighbours(docs: Sequence[Doc], pieces: Pieces, room: int, chance: random.Random) -> list[str]:
    """Return the words of sentences that fill the room, as far as whole ones fit."""
    words: list[str] = []
    while True:
        more = chance.choice(docs).words
        room -= sum(len(pieces.of(word)) for word in more)
        if room < 0:
            return words
        words += more


@torch.no_grad()
def _reading(network: Network, pieces: Pieces, doc: Doc, before: list[str], after: list[str], layers: int) -> Reading:
    words = [*before, *doc.words, *after]
    cut = [pieces.of(word) for word in words]
    known = feature_ids(words, [index in {0, len(before)} for index in range(len(words))])
    ids = torch.tensor([[pieces.start, *(id for word in cut for id in word), pieces.end]])
    features = torch.tensor([[0, *(one for word, one in zip(cut, known, strict=True) for _ in word), 0]])
    states = network.encode(ids, features, torch.ones_like(ids), layers=layers)[0]
    start = 1 + sum(map(len, cut[: len(before)]))
    own = cut[len(before) : len(before) + len(doc.words)]
    end = start + sum(map(len, own))
    kept = torch.cat([states[:1], states[start:end], states[-1:]]).half()
    return Reading(kept, (-1, *(index for index, word in enumerate(own) for _ in word), -1))


def lay_out(examples: Sequence[Example], chance: random.Random | None = None) -> Laid:
    """Lay examples side by side, each in one of its readings by chance; without `chance`, in the first."""
    length = max(example.pieces for example in examples)
    size = examples[0].readings[0].states.shape[1]
    states = torch.zeros(len(examples), length, size)
    roles = torch.zeros(len(examples), length, dtype=torch.long)
    means, mask = torch.zeros(len(examples), 3, length), torch.zeros(len(examples), length)
    for row, example in enumerate(examples):
        reading = chance.choice(example.readings) if chance else example.readings[0]
        count = len(reading.words)
        states[row, :count] = reading.states.float()
        mask[row, :count], means[row, 2, :count] = 1, 1 / count
        for role, side in ((1, example.pair.source), (2, example.pair.target)):
            own = [i for i, word in enumerate(reading.words) if side and side[0] <= word < side[1]]
            roles[row, own] = role
            means[row, role - 1, own] = 1 / max(len(own), 1)
    right = torch.tensor([[label in example.pair.types for label in EVENT_TYPES] for example in examples])
    weight = torch.tensor([example.pair.weight for example in examples])
    told = [example.told for example in examples if example.told is not None]
    return Laid(states, roles, means, mask, right, weight, torch.stack(told) if told else None)


def told_by(layers: PairLayers, laid: Laid) -> Tensor:
    """Return the log-likelihood of "none" and of each type. Shape: (pairs, types + 1)."""
    scores = layers(laid.states, laid.roles, laid.means, laid.mask)
    quiet, types = scores[:, :1], scores[:, 1:].log_softmax(-1)
    return torch.cat([F.logsigmoid(quiet), F.logsigmoid(-quiet) + types], dim=1)


def loss_of(likely: Tensor, laid: Laid, wanted: Tensor | None = None) -> Tensor:
    """Negative log-likelihood of the right ones, with the divergence from what is `wanted`, if anything is.

    Args:
        likely: Log-likelihoods. Shape: (pairs, types + 1).
        laid: The batch.
        wanted: Probabilities by teachers. Shape: as `likely`.
    """
    loss = -torch.logsumexp(likely.masked_fill(~laid.right, -1e4), dim=1)
    if wanted is not None:
        loss = loss + (wanted * (wanted.clamp(min=1e-6).log() - likely)).sum(1)
    return (loss * laid.weight).sum() / laid.weight.sum()


def _chosen(
    examples: Sequence[Example], shares: Mapping[tuple[str, ...], float], chance: random.Random
) -> list[Example]:
    """Return a share of the pairs of each kind, by their types; all of those that are not named."""
    return [example for example in examples if chance.random() < shares.get(example.pair.types, 1.0)]


def _batches(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[list[Example]]:
    """Give the examples in batches of like length, the batches in random order."""
    order = sorted(examples, key=lambda example: example.pieces + 12 * chance.random())
    starts = list(range(0, len(order), size))
    chance.shuffle(starts)
    for start in starts:
        yield order[start : start + size]


@torch.no_grad()
def tell(layers: PairLayers, examples: Sequence[Example]) -> Tensor:
    """Return the probability of "none" and of each type, with the sentences alone. Shape: (pairs, types + 1)."""
    layers.eval()
    device = layers.roles.weight.device
    order = sorted(range(len(examples)), key=lambda index: examples[index].pieces)
    rows = [order[at : at + 64] for at in range(0, len(order), 64)]
    told = torch.cat([told_by(layers, lay_out([examples[i] for i in row]).to(device)).exp().cpu() for row in rows])
    return told[torch.tensor(order).argsort()]


def measure(told: Tensor, held: Sequence[Example]) -> dict[str, float]:
    """Return the accuracy of types, macro F1 of those that occur, and how far pairs with and without an event lie apart."""
    both = EVENT_TYPES.index("CONCEDE"), EVENT_TYPES.index("RETREAT")
    folded = told.clone()
    folded[:, both[0]] += folded[:, both[1]]
    folded[:, [0, both[1]]] = 0
    sure = [
        i for i, e in enumerate(held) if e.pair.weight == 1 and len(e.pair.types) < 3 and "none" not in e.pair.types
    ]
    gold = [EVENT_TYPES.index(held[i].pair.types[0]) for i in sure]
    found = folded[sure].argmax(1).tolist()
    pairs = list(zip(gold, found, strict=True))
    each = [2 * pairs.count((kind, kind)) / (gold.count(kind) + found.count(kind)) for kind in set(gold)]
    without = [i for i, e in enumerate(held) if e.pair.types == ("none",) and e.pair.weight < 1]
    apart = (told[without, 0][:, None] > told[sure, 0][None, :]).float().mean().item()
    return {
        "accuracy": sum(g == f for g, f in pairs) / len(pairs), "macro F1": sum(each) / len(each), "none apart": apart,
    }  # fmt: skip


def unlabelled_docs(path: Path) -> Iterator[Doc]:
    """Read sentences with pairs of parties of which nobody has said what is told between them.

    Each line has `words` and `pairs`: the first word of the source and the one behind its last, then those of the target.
    """
    for record in read_lines(path):
        doc = Doc("pairs", record["words"], [True, *[False] * (len(record["words"]) - 1)])
        doc.pairs = [Pair((a, b), (c, d), UNKNOWN) for a, b, c, d, *_ in record["pairs"]]
        yield doc


def train(options: argparse.Namespace) -> None:
    """Run the training; it takes minutes, so it has no checkpoints."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = started_from(torch.load(options.network, weights_only=True)["network"])
    files = ("plv", "cameo_ner", "cameo_class")
    held, known = (
        list(pair_docs(*(options.corpora / f"relation/{name}-{part}.jsonl" for name in files)))
        for part in ("dev", "train")
    )
    below = options.middle
    examples = examples_of(network, known, windows=options.windows, seed=0, layers=below)
    more = [doc for path in options.more for doc in unlabelled_docs(path)]
    further = examples_of(network, more, windows=1, seed=0, layers=below)
    apart = examples_of(network, held, windows=1, seed=0, layers=below)
    if options.told:
        told = torch.stack([torch.load(path, weights_only=True)["told"] for path in options.told]).mean(0)
        if len(told) != len(examples) + len(further):
            raise SystemExit(
                f"{len(told)} pairs were told of, there are {len(examples) + len(further)}: give the same --more"
            )
        examples = [replace(each, told=one) for each, one in zip([*examples, *further], told, strict=True)]
    log.info("%d pairs to learn from, %d held out", len(examples), len(apart))
    layers = layers_over(network, below).to(device)
    teachers = [
        pair_layers_of(torch.load(run / "pairs.pt", weights_only=True)["pairs"]).eval().to(device)
        for run in options.teachers
    ]
    heads = [weight for name, weight in layers.named_parameters() if not name.startswith(("layers.", "relative."))]
    known_weights = [weight for name, weight in layers.named_parameters() if name.startswith(("layers.", "relative."))]
    optimizer = torch.optim.AdamW(
        [{"params": known_weights, "lr": options.rate}, {"params": heads, "lr": options.heads_rate}], weight_decay=0.01
    )
    chance = random.Random(options.seed)
    shares = {("none",): options.quiet, UNKNOWN: options.unlabelled}
    epochs = [list(_batches(_chosen(examples, shares, chance), options.size, chance)) for _ in range(options.epochs)]
    total, done, began = sum(map(len, epochs)), 0, time.monotonic()
    scale = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: part_of_rate(step / total))
    for number, batches in enumerate(epochs):
        layers.train()
        sums = 0.0
        for batch in batches:
            laid = lay_out(batch, chance).to(device)
            with torch.no_grad():
                said = [told_by(each, laid).exp() for each in teachers]
                said += [laid.told] if laid.told is not None else []
            loss = loss_of(told_by(layers, laid), laid, torch.stack(said).mean(0) if said else None)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
            optimizer.step()
            scale.step()
            sums, done = sums + loss.item(), done + 1
        log.info(
            "epoch %d of %d, %d s, loss %.3f", number + 1, options.epochs, time.monotonic() - began, sums / len(batches)
        )
    figures = measure(tell(layers, apart), apart)
    log.info("held out: %s", json.dumps({name: round(value, 3) for name, value in figures.items()}))
    options.run.mkdir(parents=True, exist_ok=True)
    save(options.run / "pairs.pt", pairs=layers.state_dict())
    if options.tell:
        save(options.run / "told.pt", told=tell(layers, [*examples, *further]), held=tell(layers, apart))


def layers_over(network: Network, below: int) -> PairLayers:
    """Return layers for pairs that begin as the network's own above the first `below`."""
    size, inner = network.words.embedding_dim, network.layers[0].up.out_features
    relative = network.relative.num_embeddings if network.relative is not None else 0
    layers = PairLayers(size=size, layers=len(network.layers) - below, inner=inner, relative=relative)
    layers.layers.load_state_dict(network.layers[below:].state_dict())
    if network.relative is not None and layers.relative is not None:
        layers.relative.load_state_dict(network.relative.state_dict())
    return layers


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description="Train the layers that say what is told between two parties.")
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--network", type=Path, required=True, help="network.pt to read sentences with")
    parser.add_argument("--run", type=Path, required=True, help="folder for pairs.pt")
    parser.add_argument(
        "--teachers", type=Path, nargs="*", default=[], help="earlier runs to learn from beside the labels"
    )
    parser.add_argument("--middle", type=int, default=MIDDLE, help="layers of the network that stay as they are")
    parser.add_argument("--tell", action="store_true", help="write what the run says of every pair, as told.pt")
    parser.add_argument("--told", type=Path, nargs="*", default=[], help="told.pt of runs to learn from likewise")
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="pairs without a label, one sentence a line")
    parser.add_argument("--unlabelled", type=float, default=0.3, help="share of these, an epoch")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--size", type=int, default=32, help="pairs in a batch")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--heads-rate", type=float, default=1e-3)
    parser.add_argument("--quiet", type=float, default=0.3, help="share of the pairs without an event, an epoch")
    parser.add_argument("--windows", type=int, default=3, help="windows in which each sentence is read")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
