# SPDX-License-Identifier: Apache-2.0
"""Attribution spans in blocks of some 45 tokens, as the published figures on PolNeAR are counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.quality.attributions import ROLES
from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.reading.attributions.attribution import tag_attributions
from readout.reading.encoding import encode
from readout.text import Span

__all__ = ["bio_spans", "measure_blocks", "plain_text"]

# Forms of the Penn Treebank for characters that the blocks' own text had. The quotation marks become curly ones: the
# treebank's tell opening from closing, and straight ones would lose that.
_PLAIN = {
    "``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
}  # fmt: skip


def plain_text(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Return the tokens as a text, a blank between two, and where each stands in it."""
    words = [_PLAIN.get(token, token) for token in tokens]
    spans, at = [], 0
    for word in words:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    return " ".join(words), spans


def bio_spans(labels: Sequence[str]) -> set[tuple[int, int, str]]:
    """Read BIO labels as the conlleval script does: an I- after another kind, or after O, begins a span too."""
    spans, start, kind = set(), 0, ""
    for index, label in enumerate([*labels, "O"]):
        prefix, _, now = label.partition("-")
        if kind and (prefix != "I" or now != kind):
            spans.add((start, index, kind))
            kind = ""
        if now and not kind:
            start, kind = index, now
    return spans


def measure_blocks(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure exact spans, each block read alone."""
    counts = {role: Counts() for role in ROLES}
    for item in corpora.records(f"attribution/polnear-blocks-{corpora.split}.jsonl"):
        text, words = plain_text(item["tokens"])
        gold = bio_spans(item["labels"])
        found = set(tag_attributions(encode(model, text, words), [(0, len(words))]))
        for role in ROLES:
            counts[role].add({s for s in gold if s[2] == role}, {s for s in found if s[2] == role})
    columns = {column: value for role in ROLES for column, value in counts[role].columns(role).items()}
    yield Table("polnear-blocks", {TOTAL: columns}, tuple(f"{role} F1" for role in ROLES))
