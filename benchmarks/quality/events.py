# SPDX-License-Identifier: Apache-2.0
"""Events on PLV and CAMEO: the root of a given pair, pair and root together, and the words of source and target.

PLV marks one pair of each sentence and its PLOVER root, with YIELD for what is now CONCEDE and RETREAT. It codes what is to come as
a promise or a threat, and what is refused as a rejection, where a record keeps the act and says so in its status; a conviction as
an accusation, and an attack by computer as an assault, as CAMEO did: `root_of` translates. Where two events of a record come to the
same pair and root, as what was agreed and the agreement do, PLV has one line, and they count once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model, PairLayers, best_tags, spans_of_tags
from readout.pipeline import layers_for
from readout.reading.coreference.entities import Entity
from readout.reading.encoding import Encoding
from readout.reading.events.event import Event
from readout.reading.events.eventscores import event_scores
from readout.reading.happenings.parties import Implied
from readout.reading.page.parts import Part, Parts
from readout.reading.reading import Reading
from readout.report import Report
from readout.text import Span

__all__ = ["PENTA", "macro_f1", "measure_pairs", "measure_party_spans", "root_of"]

PENTA = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3,
    "THREATEN": 3, "PROTEST": 4, "MOBILIZE": 4, "SANCTION": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_PROMISED = {"AID", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT"}
_THREATENED = {"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"}
_TO_COME = {"planned", "conditional", "hypothetical"}
_AS_IN_CAMEO = {"convict": "ACCUSE", "cyber": "ASSAULT"}
NONE = "none"
_FOUND = 0.1  # what an event between the pair adds to the heads' probability of its root; chosen on dev

Marked = Sequence[Sequence[int]]


def root_of(event: Event) -> str:
    """Return the root that PLV gives to an event."""
    if event.mode in _AS_IN_CAMEO and event.status not in _TO_COME | {"denied"}:
        return _AS_IN_CAMEO[event.mode]
    if event.status in _TO_COME and event.type in _PROMISED | {"CONSULT"}:
        return "AGREE"
    if event.status in _TO_COME and event.type in _THREATENED:
        return "THREATEN"
    if event.status == "denied" and event.type in _PROMISED | {"CONSULT", "AGREE"}:
        return "REJECT"
    return "YIELD" if event.type in {"CONCEDE", "RETREAT"} else event.type


def macro_f1(gold: Sequence[object], found: Sequence[object]) -> tuple[float, dict[object, float]]:
    """Return the mean F1 over the classes that people marked, and each class's own."""
    scores = {label: _f1(gold, found, label) for label in sorted(set(gold), key=str)}
    return sum(scores.values()) / len(scores) if scores else 0.0, scores


def _f1(gold: Sequence[object], found: Sequence[object], label: object) -> float:
    both = sum(g == f == label for g, f in zip(gold, found, strict=True))
    return 2 * both / (sum(g == label for g in gold) + sum(f == label for f in found))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of PLV, read alone."""

    row: Mapping[str, Any]
    events: tuple[Event, ...]
    entities: Mapping[str, Entity]
    encoding: Encoding
    pairs: PairLayers | None

    def meets(self, ids: Sequence[str], marked: Marked) -> bool:
        """Tell whether one of some entities is mentioned in the words that people marked; nothing marked is met by all."""
        spans = [Span(*span) for span in marked]
        return not spans or any(
            mention.span.start < span.end and span.start < mention.span.end
            for id in ids
            for mention in self.entities[id].mentions
            for span in spans
        )

    def of_pair(self) -> list[Event]:
        """Return the events between source and target."""
        source, target = self.row["source"], self.row["target"]
        return [e for e in self.events if self.meets(e.actors, source) and self.meets(e.recipients, target)]

    def root(self) -> str:
        """Choose the root of the given pair: by the event heads and what was found between the two, else what is found near."""
        found = [root_of(e) for e in self.of_pair()]
        chances = self._chances()
        if chances:
            return max(chances, key=lambda root: chances[root] + _FOUND * (root in found))
        source, target = self.row["source"], self.row["target"]
        either = [e for e in self.events if self.meets(e.actors, source) or self.meets(e.recipients, target)]
        choice = self.of_pair() or either or self.events
        return root_of(max(choice, key=lambda e: e.confidence)) if choice else NONE

    def _chances(self) -> dict[str, float]:
        """Return the probability of each root by the event heads; nothing if the model has none."""
        scores = event_scores(self.encoding.scores, self.pairs)
        if scores is None:
            return {}
        words = len(self.encoding.words)
        told = scores.of_pair((0, words), self._words("source"), self._words("target"))
        roots: dict[str, float] = {}
        for label, chance in told.items():
            if label != NONE:
                root = "YIELD" if label in {"CONCEDE", "RETREAT"} else label
                roots[root] = roots.get(root, 0.0) + chance
        return roots

    def _words(self, side: str) -> list[int]:
        return [
            word
            for word, span in enumerate(self.encoding.spans)
            if any(span.start < end and start < span.end for start, end in self.row[side])
        ]


def measure_pairs(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure PLV: the root of the given pair, and both found from the sentence alone."""
    sentences = [_read(model, row) for row in corpora.records(f"relation/plv-{corpora.split}.jsonl")]
    gold = [s.row["root"] for s in sentences]
    found = [s.root() for s in sentences]
    root, by_root = macro_f1(gold, found)
    penta, _ = macro_f1([PENTA[g] for g in gold], [PENTA.get(f, 0) for f in found])
    row = {
        "pairs": len(gold),
        "root macro F1": root,
        "penta macro F1": penta,
        "CONSULT F1": by_root.get("CONSULT", 0.0),
    }
    yield Table("plv", {TOTAL: row}, ("root macro F1", "penta macro F1", "CONSULT F1"))
    yield Table(
        "plv/roots", {str(label): {"F1": score, "pairs": gold.count(label)} for label, score in by_root.items()}
    )
    counts = Counts()
    for sentence in sentences:
        pairs = {(e.actors, e.recipients, root_of(e)) for e in sentence.events if e.actors and e.recipients}
        right = any(root_of(e) == sentence.row["root"] for e in sentence.of_pair())
        counts.count(1, len(pairs), int(right))
    yield Table(
        "plv/end to end", {TOTAL: counts.columns()}, ("F1",),
        note="PLV marks one pair of each sentence: what else is found counts as wrong here, though some of it is right",
    )  # fmt: skip


def _read(model: Model, row: Mapping[str, Any]) -> _Sentence:
    reading = _reading(model, row["sentence"])
    entities = [*reading.of(Entity), *(implied.entity for implied in reading.of(Implied))]
    return _Sentence(
        row, reading.of(Event), {entity.id: entity for entity in entities}, reading.the(Encoding), model.pairs
    )


def _reading(model: Model, sentence: str) -> Reading:
    """Read one sentence; by itself it is no report, so it is all body."""
    reading = Reading(Report(sentence, language="en"))
    for layer in layers_for(model):
        whole = [Part("body", Span(0, len(sentence)))]
        reading = reading.adding(Part, whole) if isinstance(layer, Parts) else layer(reading)
    return reading


def measure_party_spans(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure CAMEO's spans of source and target, exactly: by the model's head for them, else by the surest event.

    Both sides of what both do ("relation") count as source and as target.
    """
    counts = {"source": Counts(), "target": Counts()}
    for row in corpora.records(f"relation/cameo_ner-{corpora.split}.jsonl"):
        reading = _reading(model, row["sentence"])
        found = _tagged(reading.the(Encoding)) if "actors" in model.heads.columns else _told(reading.of(Event))
        for side, count in counts.items():
            marked = {(start, end) for start, end in (*row[side], *row["relation"])}
            count.add(marked, found[side])
    yield Table("cameo_ner", {side: each.columns() for side, each in counts.items()}, ("F1",))


def _told(events: Sequence[Event]) -> dict[str, set[tuple[int, int]]]:
    """Return the phrases of the parties of the surest event; of what both do, both sides are source and target."""
    surest = max(events, key=lambda e: e.confidence, default=None)
    supports = () if surest is None else surest.because
    actors = {(s.start, s.end) for support in supports if support.field == "actors" for s in support.spans}
    others = {(s.start, s.end) for support in supports if support.field == "recipients" for s in support.spans}
    both = surest is not None and surest.type == "CONSULT"
    return {"source": actors | others if both else actors, "target": actors | others if both else others}


def _tagged(encoding: Encoding) -> dict[str, set[tuple[int, int]]]:
    """Return the spans that the head for actors tags."""
    labels = encoding.scores.heads.labels["actors"]
    tags = best_tags(encoding.scores.of("actors"), encoding.scores.heads.transitions["actors"], encoding.lines)
    found: dict[str, set[tuple[int, int]]] = {"source": set(), "target": set()}
    for start, end, label in spans_of_tags([labels[t] for t in tags.tolist()]):
        span = encoding.span(start, end)
        for side in found:
            if label in {side, "both"}:
                found[side].add((span.start, span.end))
    return found
