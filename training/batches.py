# SPDX-License-Identifier: Apache-2.0
"""Documents to batches: windows of word pieces with every head's labels laid beside them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import numpy as np
import torch
from torch import Tensor

from readout.model.distance import buckets
from readout.model.features import feature_ids
from readout.model.pieces import Pieces
from readout.model.windows import LIMIT, cut_windows
from readout.reading.attributions.attachment import gaps
from training.corpora import Doc, Pair
from training.labels import EVENT_TYPES, MENTIONS, RELATIONS, STATUS, UPOS
from training.network import SEQUENCES

__all__ = ["Batch", "CorefTask", "LinkTask", "PairTask", "batches_of", "collate", "disguise", "gathered", "laid_out"]

UNREAD = "\ue000"  # a word that no piece is known of: the context has to tell
HIDDEN = 0.06  # of the words of half of the sentences that tell of events
CHUNK = 14 * LIMIT  # word pieces of one document kept together; links and coreference do not reach beyond
_INDEX = {
    kind: {"": -1, **{label: i for i, label in enumerate(labels)}}
    for kind, labels in {
        **SEQUENCES,
        "mentions": MENTIONS,
        "upos": UPOS,
        "relations": RELATIONS,
        "status": STATUS,
        "event_type": EVENT_TYPES,
    }.items()
}


@dataclass(slots=True)
class LinkTask:
    """Content fragments to cues, or cues to sources; positions count the words of the batch.

    All chunks of a batch are one task, for an accelerator waits as long for a small table as for a large one.
    """

    first: Tensor  # (n,) first word of each query
    last: Tensor  # (n,)
    key_first: Tensor  # (m,)
    key_last: Tensor  # (m,)
    distance: Tensor  # (n, m) buckets
    between: Tensor  # (n, m) other keys in between, 0 to 3
    own: Tensor  # (n, m) True for keys of the query's chunk
    gold: Tensor  # (n,) index of the right key; m for "none"
    weight: Tensor  # (n,) every chunk counts as much; 1 in all


@dataclass(slots=True)
class CorefTask:
    """The mentions by their head words; all chunks of a batch are one task."""

    positions: Tensor  # (n,)
    distance: Tensor  # (n, n) buckets, in mentions, as bytes: the table is large
    match: Tensor  # (n, n) classes, `match_classes`, as bytes
    own: Tensor  # (n, n) True for mentions of one chunk
    groups: Tensor  # (n,)
    weight: Tensor  # (n,) every chunk counts as much; 1 in all


@dataclass(slots=True)
class PairTask:
    """All pairs of actors of a batch; positions count the words of the batch, -1 where there is none."""

    words: Tensor  # (n, w) of the sentence: one of them is the trigger
    source: Tensor  # (n, a) of the one who acts
    target: Tensor  # (n, b)
    right: Tensor  # (n, types) True for the types of which one is right
    weight: Tensor  # (n,)


@dataclass(slots=True)
class Batch:
    """One step's input. Word tensors have shape (windows, words); -1 is "no label"."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    firsts: Tensor
    present: Tensor
    labels: dict[str, Tensor]
    to_cue: LinkTask | None
    to_source: LinkTask | None
    coreference: CorefTask | None
    pairs: PairTask | None
    size: int  # word pieces
    passages: Tensor  # (words of the batch,) number of the document, or of the part of a long one, that each word is of
    spelled: Tensor  # (words of the batch,) a number for each spelling in lower case

    def to(self, device: torch.device) -> Batch:
        """Return the batch with all its tensors on a device."""
        found: Batch = _moved(self, device)
        return found


def _moved(value: Any, device: torch.device) -> Any:
    if isinstance(value, Tensor):
        return value.to(device)
    if isinstance(value, dict):
        return {name: _moved(each, device) for name, each in value.items()}
    if isinstance(value, list):
        return [_moved(each, device) for each in value]
    if is_dataclass(value):
        return type(value)(**{each.name: _moved(getattr(value, each.name), device) for each in fields(value)})
    return value


@dataclass(slots=True)
class Chunk:
    """Some consecutive windows of one document."""

    doc: Doc
    windows: list[tuple[int, int]]
    pieces: int  # of its windows


def laid_out(values: Tensor, present: Tensor) -> Tensor:
    """Lay values of a batch's words out in rows, zero beside them. Shapes: (n, width) and (windows, words) in."""
    return values.new_zeros(*present.shape, values.shape[-1]).masked_scatter(present[..., None], values)


def disguise(doc: Doc, chance: random.Random) -> Doc:
    """Return the document with its surface varied: all capitals, all lower case, other quotation marks, words hidden."""
    roll = chance.random()
    words = doc.words
    if roll < 0.04:
        words = [w.upper() for w in words]
    elif roll < 0.06:
        words = [w.lower() for w in words]
    elif roll < 0.20:
        words = ['"' if w in {"“", "”", "``", "''"} else "'" if w in {"‘", "’"} else w.replace("’", "'") for w in words]
    if doc.pairs and chance.random() < 0.5:
        words = [UNREAD if w.isalnum() and chance.random() < HIDDEN else w for w in words]
    return replace(doc, words=words)


def chunks_of(doc: Doc, pieces: Pieces, chance: random.Random) -> Iterator[Chunk]:
    """Cut a document into chunks, with windows cut at other places each time."""
    lengths = [len(pieces.of(word)) for word in doc.words]
    limit = chance.randint(40, 70) if chance.random() < 0.1 else LIMIT
    windows = cut_windows(doc.words, lengths, doc.line_starts, limit=limit, first=chance.randint(limit // 3, limit))
    most = CHUNK // limit
    for start in range(0, len(windows), most):
        some = windows[start : start + most]
        yield Chunk(doc, some, sum(sum(lengths[first:last]) + 2 for first, last in some))


def batches_of(docs: list[Doc], pieces: Pieces, *, seed: int, size: int) -> Iterator[Batch]:
    """Give the documents once, in a random order, in batches of about `size` word pieces."""
    return (collate(chunks, pieces) for chunks in gathered(docs, pieces, seed=seed, size=size))


def gathered(docs: list[Doc], pieces: Pieces, *, seed: int, size: int) -> Iterator[list[Chunk]]:
    """Give what each of `batches_of` is made of: nearly all the work is in making it."""
    chance = random.Random(seed)
    order = list(docs)
    chance.shuffle(order)
    held: list[Chunk] = []
    held_pieces = 0
    for doc in order:
        for chunk in chunks_of(disguise(doc, chance), pieces, chance):
            held.append(chunk)
            held_pieces += chunk.pieces
            if held_pieces >= size:
                yield held
                held, held_pieces = [], 0
    if held:
        yield held


def collate(chunks: list[Chunk], pieces: Pieces) -> Batch:
    """Lay chunks side by side."""
    rows = [(chunk, start, end) for chunk in chunks for start, end in chunk.windows]
    cut = [[pieces.of(word) for word in chunk.doc.words[start:end]] for chunk, start, end in rows]
    length = max(sum(map(len, row)) for row in cut) + 2
    width = max(len(row) for row in cut)
    ids = np.zeros((len(rows), length), dtype=np.int64)
    features, mask = np.zeros_like(ids), np.zeros_like(ids)
    firsts = np.zeros((len(rows), width), dtype=np.int64)
    present = np.zeros((len(rows), width), dtype=bool)
    for r, ((chunk, start, end), row) in enumerate(zip(rows, cut, strict=True)):
        known = feature_ids(chunk.doc.words[:end], chunk.doc.line_starts[:end])[start:]
        at = 1
        ids[r, 0] = pieces.start
        for w, word in enumerate(row):
            ids[r, at : at + len(word)] = word
            features[r, at : at + len(word)] = known[w]
            firsts[r, w], present[r, w] = at, True
            at += len(word)
        ids[r, at] = pieces.end
        mask[r, : at + 1] = 1
    numbers: dict[str, int] = {}
    spelled = [
        numbers.setdefault(word.lower(), len(numbers))
        for chunk, start, end in rows
        for word in chunk.doc.words[start:end]
    ]
    places, offset = [], 0
    for chunk in chunks:
        places.append(_places(chunk, offset))
        offset += len(places[-1])
    both = list(zip(chunks, places, strict=True))
    pairs = [pair for each in both for pair in _pairs(*each)]
    return Batch(
        torch.from_numpy(ids), torch.from_numpy(features), torch.from_numpy(mask), torch.from_numpy(firsts),
        torch.from_numpy(present), _labels(rows, width), _link_task([_to_cue(*each) for each in both]),
        _link_task([_to_source(*each) for each in both]), _coref_task(both), _pair_task(pairs) if pairs else None,
        int(mask.sum()), torch.tensor([number for number, place in enumerate(places) for _ in place]), torch.tensor(spelled),
    )  # fmt: skip


def _pairs(chunk: Chunk, place: dict[int, int]) -> Iterator[tuple[list[int], list[int], list[int], Pair]]:
    """Give each pair of a chunk with the places of its sentence's words, its source's and its target's."""
    if len(chunk.windows) > 1:  # the corpora of pairs are single sentences: one that is cut in two is left out
        return
    for pair in chunk.doc.pairs:
        ends = [[place[w] for w in range(*end)] if end else [] for end in (pair.source, pair.target)]
        yield list(place.values()), ends[0], ends[1], pair


def _pair_task(found: list[tuple[list[int], list[int], list[int], Pair]]) -> PairTask:
    def padded(rows: list[list[int]]) -> Tensor:
        longest = max(1, *map(len, rows))
        return torch.tensor([row + [-1] * (longest - len(row)) for row in rows])

    words, source, target, pairs = (list(column) for column in zip(*found, strict=True))
    right = torch.tensor([[label in pair.types for label in EVENT_TYPES] for pair in pairs])
    return PairTask(padded(words), padded(source), padded(target), right, torch.tensor([pair.weight for pair in pairs]))


def _labels(rows: list[tuple[Chunk, int, int]], width: int) -> dict[str, Tensor]:
    kinds = (*_INDEX, "sentences", "boilerplate", "heads", "sentence")
    table = {kind: np.full((len(rows), width), -1, dtype=np.int64) for kind in kinds}
    for r, (chunk, start, end) in enumerate(rows):
        doc, size = chunk.doc, end - start
        for kind, index in _INDEX.items():
            values: list[str] | None = getattr(doc, kind)
            if values is not None:
                table[kind][r, :size] = [index[v] for v in values[start:end]]
        for kind in ("sentences", "boilerplate"):
            flags: list[int] | None = getattr(doc, kind)
            if flags is not None:
                table[kind][r, :size] = flags[start:end]
        if doc.heads is not None and doc.sentences is not None:
            table["sentence"][r, :size] = np.cumsum(doc.sentences[start:end])
            table["heads"][r, :size] = [h - start if start <= h < end else -1 for h in doc.heads[start:end]]
    return {kind: torch.from_numpy(values) for kind, values in table.items()}


@dataclass(frozen=True, slots=True)
class _Links:
    """The links of one chunk of one kind: spans in words of the batch, with the words of the document for the distances."""

    queries: list[tuple[int, int]]
    keys: list[tuple[int, int]]
    gold: list[int]  # of the keys; their number for "none"
    place: dict[int, int]


def _places(chunk: Chunk, offset: int) -> dict[int, int]:
    """Return where each word of a chunk stands among the words of the batch."""
    words = (word for start, end in chunk.windows for word in range(start, end))
    return {word: place for place, word in enumerate(words, offset)}


def _inside(span: tuple[int, int], place: dict[int, int]) -> bool:
    return span[0] in place and span[1] - 1 in place


def _to_cue(chunk: Chunk, place: dict[int, int]) -> _Links:
    links = [link for link in chunk.doc.links if _inside(link.cue, place)]
    contents = [(content, i) for i, link in enumerate(links) for content in link.contents if _inside(content, place)]
    return _Links([content for content, _ in contents], [link.cue for link in links], [i for _, i in contents], place)


def _to_source(chunk: Chunk, place: dict[int, int]) -> _Links:
    links = [link for link in chunk.doc.links if _inside(link.cue, place)]
    sources = sorted({link.source for link in links if link.source and _inside(link.source, place)})
    gold = [sources.index(link.source) if link.source in sources else len(sources) for link in links]
    return _Links([link.cue for link in links], sources, gold, place)


def _link_task(links: list[_Links]) -> LinkTask | None:
    """Lay the links of all chunks that have any in one table, one block for each chunk."""
    known = [each for each in links if each.queries and each.keys]
    if not known:
        return None
    shape = sum(len(each.queries) for each in known), sum(len(each.keys) for each in known)
    distance, between, own = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape, bool)
    gold: list[int] = []
    row = column = 0
    for each in known:
        block = slice(row, row + len(each.queries)), slice(column, column + len(each.keys))
        distance[block], between[block] = gaps(each.queries, each.keys)
        own[block] = True
        gold += [column + i if i < len(each.keys) else shape[1] for i in each.gold]
        row, column = block[0].stop, block[1].stop

    def at(spans: Iterable[tuple[dict[int, int], int]]) -> Tensor:
        return torch.tensor([place[word] for place, word in spans])

    return LinkTask(
        at((each.place, a) for each in known for a, _ in each.queries),
        at((each.place, b - 1) for each in known for _, b in each.queries),
        at((each.place, a) for each in known for a, _ in each.keys),
        at((each.place, b - 1) for each in known for _, b in each.keys),
        torch.from_numpy(distance), torch.from_numpy(between), torch.from_numpy(own), torch.tensor(gold),
        _weights([len(each.queries) for each in known]),
    )  # fmt: skip


def _weights(counts: list[int]) -> Tensor:
    """Return what each member of some groups counts when the mean is over the groups, and over the members of each."""
    return torch.tensor([1 / (len(counts) * count) for count in counts for _ in range(count)])


def match_classes(words: list[str], upos: list[str]) -> np.ndarray:
    """Class 0 to 7 of each pair of head words: same word (1) + anaphor a pronoun (2) + antecedent a pronoun (4)."""
    ids = {word: i for i, word in enumerate(dict.fromkeys(words))}
    number = np.array([ids[word] for word in words])
    pronoun = np.array([tag == "PRON" for tag in upos]).astype(np.int64)
    same = (number[:, None] == number[None, :]).astype(np.int64)
    return same + 2 * pronoun[:, None] + 4 * pronoun[None, :]


def _coref_task(chunks: list[tuple[Chunk, dict[int, int]]]) -> CorefTask | None:
    known = []
    for chunk, place in chunks:
        if chunk.doc.groups is not None:
            heads = [w for w in sorted(place) if chunk.doc.groups[w] >= 0]
            if len(heads) > 1:
                known.append((chunk.doc, heads, place))
    if not known:
        return None
    heads_of = [(doc, head) for doc, heads, _ in known for head in heads]
    number = np.array([i for i, (_, heads, _) in enumerate(known) for _ in heads])
    rank = np.arange(len(heads_of))
    return CorefTask(
        torch.tensor([place[head] for _, heads, place in known for head in heads]),
        torch.from_numpy(buckets(rank[:, None] - rank[None, :]).astype(np.uint8)),
        torch.from_numpy(
            match_classes(
                [doc.words[h].lower() for doc, h in heads_of], [(doc.upos or [])[h] for doc, h in heads_of]
            ).astype(np.uint8)
        ),
        torch.from_numpy(number[:, None] == number[None, :]),
        torch.tensor([(doc.groups or [])[h] for doc, h in heads_of]),
        _weights([len(heads) for _, heads, _ in known]),
    )
