# SPDX-License-Identifier: Apache-2.0
"""Documents to batches: windows of word pieces with every head's labels laid beside them."""

from __future__ import annotations

import random
from collections.abc import Iterator
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

LONG = 254  # word pieces of a long window: read with `LIMIT`, which measures as well and is faster
UNREAD = "\ue000"  # a word that no piece is known of: the context has to tell
HIDDEN = 0.06  # of the words of half of the sentences that tell of events
WINDOWS_OF_CHUNK = 7  # windows of one document kept together; links and coreference do not reach beyond
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
    """Content fragments to cues, or cues to sources, of one chunk; positions count the words of the batch."""

    first: Tensor  # (n,) first word of each query
    last: Tensor  # (n,)
    key_first: Tensor  # (m,)
    key_last: Tensor  # (m,)
    distance: Tensor  # (n, m) buckets
    between: Tensor  # (n, m) other keys in between, 0 to 3
    gold: Tensor  # (n,) index of the right key; m for "none"


@dataclass(slots=True)
class CorefTask:
    """The mentions of one chunk by their head words."""

    positions: Tensor  # (n,)
    distance: Tensor  # (n, n) buckets, in mentions
    match: Tensor  # (n, n) classes, `match_classes`
    groups: Tensor  # (n,)


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
    to_cue: list[LinkTask]
    to_source: list[LinkTask]
    coreference: list[CorefTask]
    pairs: PairTask | None
    size: int  # word pieces
    passages: list[tuple[int, int]]  # where the words of each document, or of each part of a long one, begin and end
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
    roll = chance.random()
    limit = chance.randint(40, 70) if roll < 0.1 else LIMIT if roll < 0.3 else LONG
    windows = cut_windows(doc.words, lengths, doc.line_starts, limit=limit, first=chance.randint(limit // 3, limit))
    most = WINDOWS_OF_CHUNK * LONG // limit
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
    batch = Batch(
        torch.from_numpy(ids), torch.from_numpy(features), torch.from_numpy(mask), torch.from_numpy(firsts),
        torch.from_numpy(present), _labels(rows, width), [], [], [], None, int(mask.sum()), [], torch.tensor(spelled),
    )  # fmt: skip
    offset = 0
    found: list[tuple[list[int], list[int], list[int], Pair]] = []
    for chunk in chunks:
        place = _places(chunk, offset)
        _link_tasks(batch, chunk, place)
        found += _pairs(chunk, place)
        batch.passages.append((offset, offset + len(place)))
        offset += len(place)
    batch.pairs = _pair_task(found) if found else None
    return batch


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


def _link_task(
    queries: list[tuple[int, int]], keys: list[tuple[int, int]], gold: list[int], place: dict[int, int]
) -> LinkTask:
    distance, between = gaps(queries, keys)

    def at(words: list[int]) -> Tensor:
        return torch.tensor([place[w] for w in words])

    return LinkTask(
        at([a for a, _ in queries]), at([b - 1 for _, b in queries]), at([a for a, _ in keys]), at([b - 1 for _, b in keys]),
        torch.from_numpy(distance), torch.from_numpy(between), torch.tensor(gold),
    )  # fmt: skip


def _places(chunk: Chunk, offset: int) -> dict[int, int]:
    """Return where each word of a chunk stands among the words of the batch."""
    words = (word for start, end in chunk.windows for word in range(start, end))
    return {word: place for place, word in enumerate(words, offset)}


def _link_tasks(batch: Batch, chunk: Chunk, place: dict[int, int]) -> None:
    """Add the chunk's links and mentions to the batch."""

    def inside(span: tuple[int, int]) -> bool:
        return span[0] in place and span[1] - 1 in place

    links = [link for link in chunk.doc.links if inside(link.cue)]
    contents = [(content, i) for i, link in enumerate(links) for content in link.contents if inside(content)]
    cues = [link.cue for link in links]
    if contents:
        batch.to_cue.append(_link_task([c for c, _ in contents], cues, [i for _, i in contents], place))
    sources = sorted({link.source for link in links if link.source and inside(link.source)})
    if sources:
        gold = [sources.index(link.source) if link.source in sources else len(sources) for link in links]
        batch.to_source.append(_link_task(cues, sources, gold, place))
    if chunk.doc.groups is not None:
        heads = [w for w in sorted(place) if chunk.doc.groups[w] >= 0]
        if len(heads) > 1:
            batch.coreference.append(_coref_task(chunk.doc, heads, place))


def match_classes(words: list[str], upos: list[str]) -> np.ndarray:
    """Class 0 to 7 of each pair of head words: same word (1) + anaphor a pronoun (2) + antecedent a pronoun (4)."""
    ids = {word: i for i, word in enumerate(dict.fromkeys(words))}
    number = np.array([ids[word] for word in words])
    pronoun = np.array([tag == "PRON" for tag in upos]).astype(np.int64)
    same = (number[:, None] == number[None, :]).astype(np.int64)
    return same + 2 * pronoun[:, None] + 4 * pronoun[None, :]


def _coref_task(doc: Doc, heads: list[int], place: dict[int, int]) -> CorefTask:
    assert doc.groups is not None
    assert doc.upos is not None
    rank = np.arange(len(heads))
    return CorefTask(
        torch.tensor([place[h] for h in heads]),
        torch.from_numpy(buckets(rank[:, None] - rank[None, :])),
        torch.from_numpy(match_classes([doc.words[h].lower() for h in heads], [doc.upos[h] for h in heads])),
        torch.tensor([doc.groups[h] for h in heads]),
    )
