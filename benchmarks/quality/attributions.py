# SPDX-License-Identifier: Apache-2.0
"""Attributions in whole reports, against those that people marked (PolNeAR)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts, calibration_error, overlap
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.pipeline import read_report
from readout.reading.attributions import attribution as reader
from readout.reading.encoding import Encoding, encode
from readout.record import Statement
from readout.source import report_from_text
from readout.text import Span, words_of

__all__ = [
    "ROLES",
    "Attributed",
    "Marks",
    "Tally",
    "gold_marks",
    "match",
    "measure_agreement",
    "measure_reports",
    "measure_statements",
]

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
            Attributed(_within(item.contents), _within([item.source] if item.source else []), reader.confidence(item))
            for item in reader.find_attributions(encoding)
        ),
    )


def statement_marks(words: Sequence[Span], statements: Iterable[Statement]) -> Marks:
    """Bring a record's statements to words, as `gold_marks` does an annotator's attributions.

    A statement within another's content is left out: PolNeAR does not mark these. Statements of several speakers in the same
    words are one attribution with one source there.
    """
    outer = list({(s.source, s.cue, s.content): s for s in reversed(list(statements)) if s.nested_in is None}.values())
    outer.reverse()
    marks = gold_marks(words, ({"source": s.source, "cue": s.cue, "content": s.content} for s in outer))
    confident = zip(marks.attributions, outer, strict=True)
    return Marks(marks.spans, tuple(Attributed(a.content, a.source, s.confidence) for a, s in confident))


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
        self.compared = 0
        self.words = {role: Counts() for role in ROLES}
        self.spans = {role: Counts() for role in ROLES}
        self.whole, self.exact, self.content = Counts(), Counts(), Counts()
        self.confident: list[tuple[float, bool]] = []

    def add(self, gold: Marks, found: Marks) -> None:
        """Count one text."""
        self.compared += 1
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


def _by_role(counts: Mapping[str, Counts]) -> dict[str, float]:
    return {column: value for role in ROLES for column, value in counts[role].columns(role).items()}


def _spans(name: str, tallies: Mapping[str, Tally], pinned: Sequence[str] = ()) -> Iterator[Table]:
    yield Table(f"{name}/words", {label: _by_role(tally.words) for label, tally in tallies.items()}, pinned)
    yield Table(f"{name}/spans", {label: _by_role(tally.spans) for label, tally in tallies.items()}, pinned)


def _whole(name: str, tallies: Mapping[str, Tally], pinned: Sequence[str] = ()) -> Table:
    rows = {
        label: {
            "compared": tally.compared,
            "marked": tally.whole.gold,
            "found": tally.whole.found,
            **tally.whole.columns(),
            **tally.content.columns("content"),
            "exact F1": tally.exact.f1,
            **({"ECE": calibration_error(tally.confident)} if any(c < 1 for c, _ in tally.confident) else {}),
        }
        for label, tally in tallies.items()
    }
    return Table(name, rows, pinned)


_F1 = tuple(f"{role} F1" for role in ROLES)
_WHOLE_F1 = ("F1", "content F1", "exact F1")


def measure_reports(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure what the heads find in PolNeAR's whole reports: a row for each publisher."""
    tallies: dict[str, Tally] = {}
    for item in corpora.records(f"attribution/polnear-{corpora.split}.jsonl"):
        encoding = encode(model, item["text"])
        gold, found = gold_marks(encoding.spans, item["attributions"]), model_marks(encoding)
        for row in (item["publisher"], TOTAL):
            tallies.setdefault(row, Tally()).add(gold, found)
    tallies[TOTAL] = tallies.pop(TOTAL)  # last
    yield from _spans("polnear", tallies, _F1)
    yield _whole("polnear/attributions", tallies, _WHOLE_F1)


def measure_statements(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure the statements of the records, through the whole pipeline, as a user sees them; and their confidence."""
    tallies: dict[str, Tally] = {}
    for item in corpora.records(f"attribution/polnear-{corpora.split}.jsonl"):
        report = report_from_text(item["text"], published=item["date"], publisher=item["publisher"])
        words = words_of(item["text"])
        found = statement_marks(words, read_report(report, model=model).statements)
        for row in (item["publisher"], TOTAL):
            tallies.setdefault(row, Tally()).add(gold_marks(words, item["attributions"]), found)
    tallies[TOTAL] = tallies.pop(TOTAL)  # last
    yield from _spans("polnear-statements", tallies)
    yield _whole("polnear-statements/attributions", tallies, _WHOLE_F1)


def measure_agreement(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure how far people agree where six marked the same reports (each pair), and the model with each of them."""
    tallies = {"people": Tally(), "model": Tally()}
    for item in corpora.records("attribution/polnear-agreement.jsonl"):
        encoding = encode(model, item["text"])
        everyone = [item, *item["other_annotators"]]
        marked = [gold_marks(encoding.spans, person["attributions"]) for person in everyone]
        found = model_marks(encoding)
        for left, right in combinations(marked, 2):
            tallies["people"].add(left, right)
        for gold in marked:
            tallies["model"].add(gold, found)
    yield from _spans("polnear-agreement", tallies)
    yield _whole("polnear-agreement/attributions", tallies)
