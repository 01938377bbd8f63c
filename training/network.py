# SPDX-License-Identifier: Apache-2.0
"""One encoder, many heads.

The encoder is BERT as in MiniLM-L6-H384 (Devlin et al. 2019; Wang et al. 2020) with a learned embedding of each word's
features (letter case, quotation, line start) added to the word embeddings. Every head looks at the first piece of a word. Whatever
compares two words (tree, links, coreference) is a dot product of two vectors that the heads give each word, plus a few
scalars looked up by distance, so that the exported network gives everything in one pass and decoding needs numpy only.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from readout.model.features import CASES, LINES, QUOTES
from training.labels import ACTORS, ATTRIBUTION, EVENT_TYPES, MENTIONS, NAMES, RELATIONS, STATUS, TIMES, UPOS

__all__ = [
    "DISTANCES",
    "HEADS",
    "MIDDLE",
    "ROLES",
    "SEQUENCES",
    "Network",
    "PairLayers",
    "load_pretrained",
    "network_like",
    "network_of",
    "pair_layers_of",
]

ARC, LINK, COREF, EVENT = 128, 48, 96, 48
SEQUENCES = {"attribution": ATTRIBUTION, "names": NAMES, "times": TIMES, "actors": ACTORS}  # heads decoded as a CRF
MIDDLE = 2  # layers below the states that `PairLayers` reads on from
ROLES = 3  # of a piece in a pair: neither party's, the source's, the target's
DISTANCES = 24  # signed logarithmic buckets, `readout.model.decode.bucket`

# What the network gives for each word piece, in this order; name and width.
HEADS: dict[str, int] = {
    "attribution": len(ATTRIBUTION),
    "names": len(NAMES),
    "mentions": len(MENTIONS),
    "sentence": 1,
    "boilerplate": 1,
    "upos": len(UPOS),
    "times": len(TIMES),
    "actors": len(ACTORS),
    "status": len(STATUS),
    "event_type": len(EVENT_TYPES),
    "relation_of_dependent": len(RELATIONS),
    "relation_of_head": len(RELATIONS),
    "arc_dependent": ARC,
    "arc_head": ARC,
    "content_first": LINK,
    "content_last": LINK,
    "cue_of_content": LINK,
    "cue": LINK,
    "source_first": LINK,
    "source_last": LINK,
    "sourceless": 1,
    "anaphor": COREF,
    "antecedent": COREF,
    "new_entity": 1,
    "trigger_of_source": EVENT,
    "source_of_trigger": EVENT,
    "trigger_of_target": EVENT,
    "target_of_trigger": EVENT,
}


def locked_dropout(x: Tensor, rate: float, training: bool) -> Tensor:
    """Drop the same features at every position of a window (Gal and Ghahramani 2016): a tenth of the random numbers."""
    if not training or not rate:
        return x
    keep = torch.empty(x.shape[0], 1, x.shape[-1], dtype=x.dtype, device=x.device).bernoulli_(1 - rate)
    return x * (keep / (1 - rate))


class Layer(nn.Module):
    """One transformer layer with normalisation after each half, as BERT has it."""

    def __init__(self, size: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm1, self.norm2 = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Shape of `x` and of the result: (windows, pieces, size); of `mask`: (windows, 1 or heads, 1 or pieces, pieces), added."""
        batch, length, size = x.shape
        q, k, v = (part.view(batch, length, self.heads, -1).transpose(1, 2) for part in self.qkv(x).split(size, dim=-1))
        # On a CPU written out: the fused form's backward pass is slower. No dropout on the weights: it costs a quarter of the step.
        if x.is_cuda:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        else:
            weights = (q @ k.transpose(-1, -2) * (size // self.heads) ** -0.5 + mask.to(q.dtype)).softmax(-1)
            mixed = weights.to(v.dtype) @ v
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, size))
        x = self.norm1(x + locked_dropout(mixed, self.dropout, self.training))
        return self.norm2(
            x + locked_dropout(self.down(F.gelu(self.up(x), approximate="tanh")), self.dropout, self.training)
        )


def attention_bias(mask: Tensor, relative: nn.Embedding | None) -> Tensor:
    """Return what is added to the attention of each piece: nothing is seen of what the mask leaves out.

    Args:
        mask: 1 where there is a piece. Shape: (windows, pieces).
        relative: A bias by distance, one number a head, if the network has one.

    Returns:
        Shape: (windows, 1 or heads, 1 or pieces, pieces).
    """
    bias = (1.0 - mask[:, None, None, :]) * -10_000.0
    if relative is None:
        return bias
    places = relative_buckets(torch.arange(mask.shape[1], device=mask.device), relative.num_embeddings)
    return bias + relative(places).permute(2, 0, 1)[None]


class Network(nn.Module):
    """The encoder and its heads: all of `HEADS` but those it is made `without`, in that order, as `heads`."""

    def __init__(
        self, *, vocabulary: int = 30522, size: int = 384, layers: int = 6, heads: int = 12, inner: int = 1536,
        positions: int = 512, dropout: float = 0.1, relative: int = 0, without: Collection[str] = (),
    ) -> None:  # fmt: skip
        super().__init__()
        # A bias of attention by distance, as MPNet has it (Song et al. 2020, after T5); MiniLM has none.
        self.relative = nn.Embedding(relative, heads) if relative else None
        self.words = nn.Embedding(vocabulary, size)
        self.positions = nn.Embedding(positions, size)
        self.case, self.quote, self.line = (
            nn.Embedding(CASES, size),
            nn.Embedding(QUOTES, size),
            nn.Embedding(LINES, size),
        )
        for table in (self.case, self.quote, self.line):
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, heads, inner, dropout) for _ in range(layers))
        self.dropout = dropout
        self.shared = nn.Linear(size, size)  # one hidden layer for the heads that compare words
        self.heads = {name: width for name, width in HEADS.items() if name not in without}
        alone = set(tuple(HEADS)[: tuple(HEADS).index("relation_of_dependent")])
        plain = [name for name in self.heads if name in alone]
        self.plain = nn.ModuleDict({name: nn.Linear(size, HEADS[name]) for name in plain})
        self.paired = nn.ModuleDict(
            {name: nn.Linear(size, width) for name, width in self.heads.items() if name not in alone}
        )
        self.transitions = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(HEADS[name], HEADS[name])) for name in SEQUENCES if name in self.heads}
        )
        self.biases = nn.ParameterDict(
            {
                "cue_distance": nn.Parameter(torch.zeros(DISTANCES)),
                "cue_between": nn.Parameter(torch.zeros(4)),
                "source_distance": nn.Parameter(torch.zeros(DISTANCES)),
                "source_between": nn.Parameter(torch.zeros(4)),
                "coref_distance": nn.Parameter(torch.zeros(DISTANCES)),
                "coref_match": nn.Parameter(torch.zeros(8)),
            }
        )

    def encode(self, ids: Tensor, features: Tensor, mask: Tensor, *, layers: int | None = None) -> Tensor:
        """Return the states of the pieces, after so many `layers` or all.

        Shapes: all arguments (windows, pieces), result (windows, pieces, size).
        """
        positions = torch.arange(ids.shape[1], device=ids.device)
        line, rest = features % LINES, features // LINES
        x = self.words(ids) + self.positions(positions) + self.case(rest // QUOTES) + self.quote(rest % QUOTES)
        x = locked_dropout(self.norm(x + self.line(line)), self.dropout, self.training)
        bias = attention_bias(mask.to(x.dtype), self.relative)
        for layer in self.layers[:layers]:
            x = layer(x, bias)
        return x

    def score(self, states: Tensor, present: Tensor | None = None) -> dict[str, Tensor]:
        """Return every head's scores for the states given.

        Args:
            states: Shape: (..., size).
            present: Which of them to score, all if None. Shape: (...).

        Returns:
            Shape: (..., width) each; with `present`, (states present, width).
        """
        dropped = locked_dropout(states, self.dropout, self.training)
        if present is not None:
            dropped = dropped[present]
        hidden = F.dropout(F.gelu(self.shared(dropped), approximate="tanh"), self.dropout, self.training)
        scores = {name: head(dropped) for name, head in self.plain.items()}
        scores.update({name: head(hidden) for name, head in self.paired.items()})
        return {name: scores[name].float() for name in self.heads}

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Return all scores side by side, as the exported network gives them. Shape: (windows, pieces, sum of widths)."""
        return torch.cat(list(self.score(self.encode(ids, features, mask)).values()), dim=-1)


class PairLayers(nn.Module):
    """What is told between two parties: the encoder's last layers once more, for this question alone.

    They read the encoder's states after `MIDDLE` layers, of one sentence, with a vector added to each party's pieces. It does
    what the markers of Baldini Soares et al., Matching the Blanks (2019), do, but is no word: the layers below stay shared.
    """

    def __init__(
        self, *, size: int = 384, layers: int = 2, heads: int = 12, inner: int = 1536, dropout: float = 0.1,
        relative: int = 0,
    ) -> None:  # fmt: skip
        super().__init__()
        self.relative = nn.Embedding(relative, heads) if relative else None
        self.roles = nn.Embedding(ROLES, size)
        nn.init.normal_(self.roles.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(size, heads, inner, dropout) for _ in range(layers))
        self.hidden, self.told = nn.Linear(3 * size, size), nn.Linear(size, len(EVENT_TYPES))
        self.dropout = dropout

    def forward(self, states: Tensor, roles: Tensor, means: Tensor, mask: Tensor) -> Tensor:
        """Score what is told between the two parties of each sentence.

        Args:
            states: Of the sentence's pieces, and of what stands at both ends of its window. Shape: (pairs, pieces, size).
            roles: Whose each piece is: 0 neither's, 1 the source's, 2 the target's. Shape: (pairs, pieces).
            means: How much each piece counts in the mean of the source, of the target, of all. Shape: (pairs, 3, pieces).
            mask: 1 where there is a piece. Shape: (pairs, pieces).

        Returns:
            First the logit of no event, then those of the types, which compete with each other only. Shape: (pairs, types + 1).
        """
        x = states + self.roles(roles)
        bias = attention_bias(mask.to(x.dtype), self.relative)
        for layer in self.layers:
            x = layer(x, bias)
        hidden = F.gelu(self.hidden((means @ x).flatten(1)), approximate="tanh")
        return self.told(F.dropout(hidden, self.dropout, self.training))  # type: ignore[no-any-return]


def pair_layers_of(weights: Mapping[str, Tensor]) -> PairLayers:
    """Return the layers that the weights are of."""
    count = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    inner, size = weights["layers.0.up.weight"].shape
    relative = weights["relative.weight"].shape[0] if "relative.weight" in weights else 0
    layers = PairLayers(size=size, layers=count, inner=inner, relative=relative)
    layers.load_state_dict(dict(weights))
    return layers


def relative_buckets(positions: Tensor, count: int) -> Tensor:
    """Return T5's bucket of how far each position is from each other one: near ones exactly, far ones by logarithm up to 128.

    Raffel et al., Exploring the Limits of Transfer Learning (2020). Shapes: (pieces,) in, (pieces, pieces) out.
    """
    half = count // 2
    gap = positions[:, None] - positions[None, :]
    far, exact = gap.abs(), half // 2
    steps = torch.log(far.clamp(min=1).float() / exact) / math.log(128 / exact) * (half - exact)
    return (gap < 0).long() * half + torch.where(far < exact, far, (exact + steps.long()).clamp(max=half - 1))


def network_like(weights: Mapping[str, Tensor], *, without: Collection[str] = ()) -> Network:
    """Return a network of the size that the weights have, without some heads, its own weights at random."""
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    inner, size = weights["layers.0.up.weight"].shape
    relative = weights["relative.weight"].shape[0] if "relative.weight" in weights else 0
    return Network(
        vocabulary=weights["words.weight"].shape[0], size=size, layers=layers, inner=inner, relative=relative,
        positions=weights["positions.weight"].shape[0], without=without,
    )  # fmt: skip


def network_of(weights: Mapping[str, Tensor], *, without: Collection[str] = ()) -> Network:
    """Return the network that the weights are of, with the heads that they have, `without` some."""
    known = {part for name in weights for part in name.split(".")}
    network = network_like(weights, without={*without, *(HEADS.keys() - known)})
    network.load_state_dict({name: weights[name] for name in network.state_dict()})
    return network


def load_pretrained(network: Network, folder: Path) -> None:
    """Load MiniLM's weights (`model.safetensors`, names as in the reference implementation of BERT).

    Raises:
        ValueError: If a weight of the encoder is missing from the file, or the file holds one that has no place.
    """
    weights = load_file(folder / "model.safetensors")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    weights.pop("embeddings.position_ids", None)
    for name in ("pooler.dense.weight", "pooler.dense.bias"):
        weights.pop(name, None)
    take = weights.pop
    kind = take("embeddings.token_type_embeddings.weight")[0]
    state = {
        "words.weight": take("embeddings.word_embeddings.weight") + kind,
        "positions.weight": take("embeddings.position_embeddings.weight"),
        "norm.weight": take("embeddings.LayerNorm.weight"),
        "norm.bias": take("embeddings.LayerNorm.bias"),
    }
    for index in range(config["num_hidden_layers"]):
        old, new = f"encoder.layer.{index}.", f"layers.{index}."
        for end in ("weight", "bias"):
            parts = [take(f"{old}attention.self.{name}.{end}") for name in ("query", "key", "value")]
            state[f"{new}qkv.{end}"] = torch.cat(parts)
            state[f"{new}out.{end}"] = take(f"{old}attention.output.dense.{end}")
            state[f"{new}norm1.{end}"] = take(f"{old}attention.output.LayerNorm.{end}")
            state[f"{new}up.{end}"] = take(f"{old}intermediate.dense.{end}")
            state[f"{new}down.{end}"] = take(f"{old}output.dense.{end}")
            state[f"{new}norm2.{end}"] = take(f"{old}output.LayerNorm.{end}")
    if weights:
        raise ValueError(f"the pretrained file holds weights without a place: {sorted(weights)}")
    known = {name for name in network.state_dict() if name.startswith(("words", "positions", "norm.", "layers."))}
    if known - state.keys():
        raise ValueError(f"the pretrained file lacks: {sorted(known - state.keys())}")
    network.load_state_dict(state, strict=False)
