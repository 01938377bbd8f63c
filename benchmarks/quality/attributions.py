# SPDX-License-Identifier: Apache-2.0
"""Attributions in whole reports, against those that people marked (PolNeAR)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts, calibration_error, overlap
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.reading import attribution as reader
from readout.reading.encoding import Encoding, encode
from readout.text import Span, words_of

__all__ = ["ROLES", "Attributed", "Marks", "Tally", "gold_marks", "match", "measure_agreement", "measure_reports"]

ROLES = ("source", "cue", "content")
ENOUGH = 0.5  # overlap from which content, or source, counts as found


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution as sets of words; `source` is empty where it has none. `confidence` is 0 to 1."""

    content: frozenset[int]
    source: frozenset[int]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Marks:
    """What somebody, or something, marked in one text.

    Attributes:
        spans: (first word, word after the last, role), each once however many attributions share it.
        attributions: The attributions.
    """

    spans: frozenset[tuple[int, int, str]]
    attributions: tuple[Attributed, ...]

    def words(self, role: str) -> set[int]:
        """Return the words in a role."""
        return {word for start, end, label in self.spans if label == role for word in range(start, end)}


def gold_marks(words: Sequence[Span], attributions: Iterable[Mapping[str, Sequence[Sequence[int]]]]) -> Marks:
    """Bring one annotator's attributions, in characters, to words: a word has a role if any character of it has."""
    spans: set[tuple[int, int, str]] = set()
    found = []
    for item in attributions:
        ranges = {role: [_words_at(words, start, end) for start, end in item[role]] for role in ROLES}
        spans |= {(start, end, role) for role, some in ranges.items() for start, end in some if end > start}
        found.append(Attributed(_within(ranges["content"]), _within(ranges["source"])))
    return Marks(frozenset(spans), tuple(found))


def _words_at(words: Sequence[Span], start: int, end: int) -> tuple[int, int]:
    """Return the half-open range of words that the characters touch."""
    return (bisect_right(words, start, key=lambda word: word.end), bisect_left(words, end, key=lambda word: word.start))


def _within(ranges: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(word for start, end in ranges for word in range(start, end))


def model_marks(encoding: Encoding) -> Marks:
    """Let the model's heads mark a text."""
    spans = reader.tag_attributions(encoding)
    return Marks(
        frozenset(spans),
        tuple(
            Attributed(_within(item.contents), _within([item.source] if item.source else []), _confidence(item))
            for item in reader.find_attributions(encoding, spans)
        ),
    )


def _confidence(item: reader.Attribution) -> float:
    return item.content_score * item.cue_score * item.source_score


def record_marks(words: Sequence[Span], statements: Iterable[Any]) -> Marks:
    """Bring a record's statements to words, as `gold_marks` does an annotator's attributions."""
    found = gold_marks(words, ({role: getattr(item, role) for role in ROLES} for item in statements))
    confident = zip(found.attributions, statements, strict=True)
    return Marks(found.spans, tuple(Attributed(a.content, a.source, s.confidence) for a, s in confident))


def match(
    gold: Sequence[Attributed], found: Sequence[Attributed], *, source: bool = True, exact: bool = False
) -> list[tuple[int, int]]:
    """Pair attributions that are the same, one to one, the best overlaps first.

    Args:
        gold: What people marked.
        found: What was found.
        source: Whether the sources must be the same too (none and none are), or the contents alone.
        exact: Whether the words must be the very same; else half of them (F1 of the words of at least 0.5).

    Returns:
        Pairs of indices into `gold` and `found`.
    """
    least = 1.0 if exact else ENOUGH
    pairs = []
    for g, wanted in enumerate(gold):
        for f, got in enumerate(found):
            content = overlap(wanted.content, got.content)
            both = overlap(wanted.source, got.source) if content >= least and source else 1.0
            if content >= least and both >= least:
                pairs.append((-content - both, g, f))
    chosen: dict[int, int] = {}
    for _, g, f in sorted(pairs):
        if g not in chosen and f not in chosen.values():
            chosen[g] = f
    return sorted(chosen.items())


class Tally:
    """The counts of one row of the tables."""

    def __init__(self) -> None:
        """Begin at zero."""
        self.reports = 0
        self.words = {role: Counts() for role in ROLES}
        self.spans = {role: Counts() for role in ROLES}
        self.whole, self.exact, self.content = Counts(), Counts(), Counts()
        self.confident: list[tuple[float, bool]] = []

    def add(self, gold: Marks, found: Marks) -> None:
        """Count one text."""
        self.reports += 1
        for role in ROLES:
            self.words[role].add(gold.words(role), found.words(role))
            self.spans[role].add({s for s in gold.spans if s[2] == role}, {s for s in found.spans if s[2] == role})
        theirs, ours = gold.attributions, found.attributions
        pairs = match(theirs, ours)
        self.whole.count(len(theirs), len(ours), len(pairs))
        self.exact.count(len(theirs), len(ours), len(match(theirs, ours, exact=True)))
        self.content.count(len(theirs), len(ours), len(match(theirs, ours, source=False)))
        right = {f for _, f in pairs}
        self.confident += [(item.confidence, f in right) for f, item in enumerate(ours)]


def _tables(name: str, tallies: Mapping[str, Tally], *, spans: bool = True, pinned: bool = True) -> Iterator[Table]:
    def rows(columns: Callable[[Tally], dict[str, float]]) -> dict[str, dict[str, float]]:
        return {label: columns(tally) for label, tally in tallies.items()}

    def by_role(counts: Mapping[str, Counts]) -> dict[str, float]:
        return {column: value for role in ROLES for column, value in counts[role].columns(role).items()}

    f1 = tuple(f"{role} F1" for role in ROLES) if pinned else ()
    if spans:
        yield Table(f"{name}/words", rows(lambda tally: by_role(tally.words)), f1)
        yield Table(f"{name}/spans", rows(lambda tally: by_role(tally.spans)), f1)
    yield Table(
        f"{name}/attributions",
        rows(
            lambda tally: {
                "reports": tally.reports,
                "marked": tally.whole.gold,
                "found": tally.whole.found,
                **tally.whole.columns(),
                **tally.content.columns("content"),
                "exact F1": tally.exact.f1,
                "ECE": calibration_error(tally.confident),
            }
        ),
        ("F1", "content F1", "exact F1") if pinned else (),
    )


def measure_reports(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure PolNeAR, whole reports: a row for each publisher."""
    heads: dict[str, Tally] = {}
    records: dict[str, Tally] = {}
    for item in corpora.records(f"attribution/polnear-{corpora.split}.jsonl"):
        encoding = encode(model, item["text"])
        gold = gold_marks(encoding.spans, item["attributions"])
        found = model_marks(encoding)
        for row in (item["publisher"], TOTAL):
            heads.setdefault(row, Tally()).add(gold, found)
    heads[TOTAL] = heads.pop(TOTAL)  # last
    yield from _tables("polnear", heads)
    if records:
        yield from _tables("polnear/records", records, spans=False)


def measure_agreement(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure how far people agree where six marked the same reports, and how far the model agrees with them."""
    tallies = {"people": Tally(), "model": Tally()}
    for item in corpora.records("attribution/polnear-agreement.jsonl"):
        words = words_of(item["text"])
        everyone = [item, *item["other_annotators"]]
        marked = [gold_marks(words, person["attributions"]) for person in everyone]
        for left, right in combinations(marked, 2):
            tallies["people"].add(left, right)
        found = model_marks(encode(model, item["text"]))
        for person in marked:
            tallies["model"].add(person, found)
    yield from _tables("polnear-agreement", tallies, pinned=False)
