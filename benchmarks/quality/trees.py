# SPDX-License-Identifier: Apache-2.0
"""Sentences, parts of speech and trees, on the treebanks' own words (Universal Dependencies)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.quality.corpora import Corpora, Sentence
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.reading.encoding import encode
from readout.reading.trees.syntax import Syntax, find_sentences, parse
from readout.text import Span

__all__ = ["TreeTally", "genre_of", "measure_trees", "running_text"]


class TreeTally:
    """The counts of one row."""

    def __init__(self) -> None:
        """Begin at zero."""
        self.words = self.upos = self.uas = self.las = self.full = 0
        self.sentences = Counts()

    def add(self, document: Sequence[Sentence], syntax: Syntax, bounds: Sequence[tuple[int, int]]) -> None:
        """Count one document: its trees on the treebank's sentences, and the sentence bounds that were found."""
        at = 0
        gold_bounds = set()
        for sentence in document:
            end = at + len(sentence.forms)
            gold_bounds.add((at, end))
            for word in range(at, end):
                self._add_word(sentence, word, at, syntax)
            at = end
        self.sentences.add(gold_bounds, set(bounds))

    def _add_word(self, sentence: Sentence, word: int, at: int, syntax: Syntax) -> None:
        head, relation = sentence.heads[word - at], sentence.relations[word - at]
        attached = syntax.heads[word] == (at + head - 1 if head else word)
        got = syntax.relations[word]
        self.words += 1
        self.upos += syntax.upos[word] == sentence.upos[word - at]
        self.uas += attached
        self.las += attached and got.partition(":")[0] == relation.partition(":")[0]
        self.full += attached and got == relation

    def columns(self) -> dict[str, float]:
        """Return the row."""
        counts = {"UPOS": self.upos, "UAS": self.uas, "LAS": self.las, "LAS with subtypes": self.full}
        shares = {column: value / max(1, self.words) for column, value in counts.items()}
        return {"words": self.words, **shares, "sentence F1": self.sentences.f1}


def genre_of(corpus: str, document: str) -> str:
    """Return a document's genre: "GUM_news_x" is news, "weblog-y" is a weblog."""
    return document.split("_")[1] if corpus == "gum" else document.partition("-")[0]


def running_text(document: Sequence[Sentence]) -> tuple[str, list[Span]]:
    """Return a document as a text and its words' places: a line for each paragraph, blanks between words."""
    pieces: list[str] = []
    spans: list[Span] = []
    at = 0
    for sentence in document:
        for index, form in enumerate(sentence.forms):
            gap = "" if not spans else "\n" if sentence.paragraph and index == 0 else " "
            at += len(gap)
            spans.append(Span(at, at + len(form)))
            pieces += [gap, form]
            at += len(form)
    return "".join(pieces), spans


def measure_trees(model: Model, corpora: Corpora, name: str) -> Iterator[Table]:
    """Measure one treebank: a row for each genre."""
    tallies: dict[str, TreeTally] = {}
    for document in corpora.documents(f"syntax/{name}-{corpora.split}.conllu"):
        encoding = encode(model, *running_text(document))
        syntax = parse(encoding, _gold_bounds(document))
        bounds = find_sentences(encoding)
        for row in (genre_of(name, document[0].document), TOTAL):
            tallies.setdefault(row, TreeTally()).add(document, syntax, bounds)
    tallies[TOTAL] = tallies.pop(TOTAL)  # last
    rows = {label: tally.columns() for label, tally in tallies.items()}
    yield Table(name, rows, ("UPOS", "UAS", "LAS", "LAS with subtypes", "sentence F1"))


def _gold_bounds(document: Sequence[Sentence]) -> list[tuple[int, int]]:
    bounds, at = [], 0
    for sentence in document:
        bounds.append((at, at + len(sentence.forms)))
        at += len(sentence.forms)
    return bounds
