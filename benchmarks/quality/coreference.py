# SPDX-License-Identifier: Apache-2.0
"""Who is who, against GUM: whether pronouns and descriptions go back to the right one, and CoNLL F1.

A mention is known by its head word, since GUM's spans take in relative clauses and ours do not. Only persons,
organisations and places are compared, which is what a record keeps.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from readout.model import Model
from readout.reading.coreference.linking import link_mentions
from readout.reading.coreference.mentions import Form, Mention, find_mentions
from readout.reading.coreference.ranking import rank_antecedents
from readout.reading.encoding import Encoding, encode
from readout.reading.trees.syntax import Syntax, find_sentences, parse
from readout.text import Span

__all__ = ["GoldDocument", "Scores", "b_cubed", "ceaf_e", "conll", "measure", "muc", "read_documents", "resolved"]

GENRES = ("news", "interview", "bio", "speech")
_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
Clusters = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention as GUM has it: characters, characters of its head, type, group, whether its head is a proper noun."""

    span: Span
    head: Span
    kind: str
    group: str
    proper: bool


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document of GUM with its mentions of persons, organisations and places."""

    id: str
    genre: str
    text: str
    mentions: tuple[GoldMention, ...]


@dataclass(slots=True)
class Tally:
    """Right ones of all."""

    right: int = 0
    all: int = 0

    @property
    def share(self) -> float:
        """The share of right ones."""
        return self.right / self.all if self.all else 0.0


def read_documents(corpora: Path, split: str) -> Iterator[GoldDocument]:
    """Read GUM's documents, with the genres that the entity file knows."""
    path = corpora / "entities" / f"gum-{split}.jsonl"
    if path.is_file():
        text = path.read_text(encoding="utf-8")
    else:
        import gzip

        text = gzip.decompress(Path(f"{path}.gz").read_bytes()).decode("utf-8")
    for line in text.split("\n"):
        if line:
            record = json.loads(line)
            mentions = [
                GoldMention(
                    Span(item["start"], item["end"]),
                    Span(*item["head"]),
                    _KINDS[item["type"]],
                    item["group"],
                    item["proper"],
                )
                for item in record["entities"]
                if item["type"] in _KINDS
            ]
            mentions.sort(key=lambda m: (m.span.start, -m.span.end))
            yield GoldDocument(record["id"], record["genre"], record["text"], tuple(mentions))


def measure(model: Model, corpora: Path, split: str) -> dict[str, object]:
    """Measure coreference on GUM.

    Args:
        model: The model to read with.
        corpora: The folder of corpora.
        split: "dev" or "test".

    Returns:
        For each genre of interest and all of them together ("all"): the share of pronouns and nominals (persons and
        organisations that have an earlier mention) whose nearest earlier mention in our chain is of their gold
        group, mentions given; and CoNLL F1 over all genres, with gold mentions and end to end.
    """
    rows: dict[str, dict[str, Tally]] = {genre: defaultdict(Tally) for genre in (*GENRES, "all")}
    given, end_to_end = Scores(), Scores()
    for document in read_documents(corpora, split):
        encoding = encode(model, document.text)
        syntax = parse(encoding, find_sentences(encoding))
        mentions = gold_mentions(document, encoding, syntax)
        chains = link_mentions(encoding, syntax, mentions, rank_antecedents(encoding, syntax, mentions)).chains
        if document.genre in GENRES:
            for kind, right in resolved(document, mentions, chains):
                for genre in (document.genre, "all"):
                    rows[genre][kind].all += 1
                    rows[genre][kind].right += right
        given.add(
            _groups(document, by_head=False), [frozenset(document.mentions[i].span for i in chain) for chain in chains]
        )
        found = find_mentions(encoding, syntax)
        chains = link_mentions(encoding, syntax, found, rank_antecedents(encoding, syntax, found)).chains
        end_to_end.add(
            _groups(document, by_head=True),
            [frozenset(encoding.spans[found[i].head].start for i in chain) for chain in chains],
        )
    result: dict[str, object] = {genre: _figures(row) for genre, row in rows.items()}
    result["gold mentions"], result["end to end"] = given.figures(), end_to_end.figures()
    return result


def _figures(row: Mapping[str, Tally]) -> dict[str, float | int]:
    both = Tally(sum(row[k].right for k in ("pronoun", "nominal")), sum(row[k].all for k in ("pronoun", "nominal")))
    return {
        "mentions": both.all,
        "pronouns": row["pronoun"].share,
        "of them third person": row["third person"].share,
        "nominals": row["nominal"].share,
        "both": both.share,
    }


def gold_mentions(document: GoldDocument, encoding: Encoding, syntax: Syntax) -> list[Mention]:
    """Make the gold mentions into ours, on the product's words, one for one."""
    starts = [span.start for span in encoding.spans]

    def word(at: int) -> int:
        return max(0, bisect_right(starts, at) - 1)

    made = []
    for gold in document.mentions:
        start, end, head = word(gold.span.start), word(gold.span.end - 1) + 1, word(gold.head.start)
        form: Form = _form(gold, encoding.lower[head])
        kind = gold.kind
        if kind == "person" and form == "nominal" and encoding.lower[head].endswith("s"):
            kind = "group"
        if form == "name":
            start, end = _name_range(start, end, head, syntax)
        made.append(Mention(encoding.span(start, end), start, end, head, form, kind, 1.0))
    return made


_PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she "
    "her hers herself they them "
    "their theirs themselves it its itself who whom whose which that this these those".split()
)


def _form(gold: GoldMention, head: str) -> Form:
    if head in _PRONOUNS and not gold.proper:
        return "pronoun"
    return "name" if gold.proper else "nominal"


def _name_range(start: int, end: int, head: int, syntax: Syntax) -> tuple[int, int]:
    """Cut a gold mention down to the name at its head: GUM's spans hold titles and clauses."""
    low, high = head, head + 1
    while high < end and syntax.upos[high] in {"PROPN", "NUM"}:
        high += 1
    while low > start and syntax.upos[low - 1] == "PROPN":
        low -= 1
    return low, high


def resolved(
    document: GoldDocument, mentions: Sequence[Mention], chains: Sequence[Sequence[int]]
) -> Iterator[tuple[str, bool]]:
    """Yield for each pronoun and nominal with an earlier mention whether it is resolved rightly.

    Right is: the nearest earlier mention in our chain is of its gold group. A pronoun of the third person is yielded
    twice, the second time as "third person".
    """
    before: dict[int, int] = {}
    for chain in chains:
        before.update(zip(chain[1:], chain, strict=False))
    seen: set[str] = set()
    for i, (gold, mention) in enumerate(zip(document.mentions, mentions, strict=True)):
        if gold.group in seen and gold.kind in {"person", "organisation"} and mention.form != "name":
            right = i in before and document.mentions[before[i]].group == gold.group
            yield mention.form, right
            if mention.form == "pronoun" and document.text[gold.head.start : gold.head.end].lower() in _THIRD:
                yield "third person", right
        seen.add(gold.group)


_THIRD = frozenset("he him his himself she her hers herself they them their theirs themselves it its itself".split())


def _groups(document: GoldDocument, *, by_head: bool) -> list[frozenset[Hashable]]:
    groups: dict[str, set[Hashable]] = defaultdict(set)
    for gold in document.mentions:
        groups[gold.group].add(gold.head.start if by_head else gold.span)
    return [frozenset(group) for group in groups.values()]


@dataclass(slots=True)
class Part:
    """Sums of one metric over documents: numerators and denominators of recall and precision."""

    recalled: float = 0.0
    gold: float = 0.0
    precise: float = 0.0
    found: float = 0.0

    def add(self, recalled: float, gold: float, precise: float, found: float) -> None:
        """Add one document."""
        self.recalled += recalled
        self.gold += gold
        self.precise += precise
        self.found += found

    @property
    def f1(self) -> float:
        """Return the harmonic mean of recall and precision."""
        recall = self.recalled / self.gold if self.gold else 0.0
        precision = self.precise / self.found if self.found else 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


class Scores:
    """The three metrics of the CoNLL-2012 shared task, summed over documents; singletons are left out, as there."""

    def __init__(self) -> None:
        """Begin at zero."""
        self.parts = {"MUC": Part(), "B3": Part(), "CEAFe": Part()}

    def add(self, gold: Clusters, found: Clusters) -> None:
        """Add one document."""
        gold, found = ([c for c in clusters if len(c) > 1] for clusters in (gold, found))
        for name, metric in (("MUC", muc), ("B3", b_cubed), ("CEAFe", ceaf_e)):
            self.parts[name].add(*metric(gold, found))

    def figures(self) -> dict[str, float]:
        """Return the F1 of each metric and their mean."""
        f1 = {name: part.f1 for name, part in self.parts.items()}
        return {**f1, "CoNLL F1": sum(f1.values()) / len(f1)}


def conll(gold: Clusters, found: Clusters) -> float:
    """Return the CoNLL F1 of one document."""
    scores = Scores()
    scores.add(gold, found)
    return scores.figures()["CoNLL F1"]


def muc(gold: Clusters, found: Clusters) -> tuple[float, float, float, float]:
    """Count links kept (Vilain et al., A Model-Theoretic Coreference Scoring Scheme, 1995).

    Returns:
        Numerator and denominator of recall, then of precision.
    """
    return (*_links(gold, found), *_links(found, gold))


def _links(of: Clusters, by: Clusters) -> tuple[float, float]:
    owner = {mention: n for n, cluster in enumerate(by) for mention in cluster}
    kept = total = 0
    for cluster in of:
        pieces = len({owner[m] for m in cluster if m in owner}) + sum(m not in owner for m in cluster)
        kept += len(cluster) - pieces
        total += len(cluster) - 1
    return kept, total


def b_cubed(gold: Clusters, found: Clusters) -> tuple[float, float, float, float]:
    """Count the shared part of each mention's clusters (Bagga and Baldwin, 1998). Returns as `muc` does."""
    return (*_shares(gold, found), *_shares(found, gold))


def _shares(of: Clusters, by: Clusters) -> tuple[float, float]:
    owner = {mention: cluster for cluster in by for mention in cluster}
    shared = sum(len(cluster & owner[m]) / len(cluster) for cluster in of for m in cluster if m in owner)
    return shared, sum(len(cluster) for cluster in of)


def ceaf_e(gold: Clusters, found: Clusters) -> tuple[float, float, float, float]:
    """Align clusters one to one by the best sum of phi4. Returns as `muc`.

    Luo, On Coreference Resolution Performance Metrics (2005).
    """
    phi = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold]).reshape(len(gold), len(found))
    best = best_assignment(phi)
    return best, len(gold), best, len(found)


def best_assignment(gains: NDArray[np.float64]) -> float:
    """Return the greatest sum of gains with at most one of each row and column.

    Successive shortest paths with potentials (Kuhn, The Hungarian Method, 1955), cubic in the shorter side.

    Args:
        gains: None negative. Shape: (rows, columns).
    """
    costs = -(gains if gains.shape[0] <= gains.shape[1] else gains.T)
    rows, columns = costs.shape
    if not rows:
        return 0.0
    of_row, of_column = np.zeros(rows), np.zeros(columns + 1)
    owner = np.full(columns + 1, -1)  # row of each column; the last column stands for the row being placed
    for row in range(rows):
        owner[columns] = row
        _place(costs, owner, of_row, of_column)
    return float(-sum(costs[owner[c], c] for c in range(columns) if owner[c] >= 0))


def _place(
    costs: NDArray[np.float64], owner: NDArray[np.int64], of_row: NDArray[np.float64], of_column: NDArray[np.float64]
) -> None:
    """Place one more row along the shortest augmenting path."""
    columns = costs.shape[1]
    least, before = np.full(columns, np.inf), np.full(columns, columns)
    done = np.zeros(columns + 1, dtype=bool)
    at = columns
    while owner[at] >= 0:
        done[at] = True
        row = owner[at]
        reduced = costs[row] - of_row[row] - of_column[:columns]
        better = ~done[:columns] & (reduced < least)
        least[better], before[better] = reduced[better], at
        step_to = int(np.where(done[:columns], np.inf, least).argmin())
        step = least[step_to]
        of_row[owner[done]] += step
        of_column[done] -= step
        least[~done[:columns]] -= step
        at = step_to
    while at != columns:
        owner[at] = owner[before[at]]
        at = int(before[at])
