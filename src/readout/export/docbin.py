# SPDX-License-Identifier: Apache-2.0
"""Reports as spaCy's `Doc`, in files that `DocBin().from_disk` reads, so many reports to a file.

The words are those of spaCy's blank English tokenizer. A span group holds the words of each kind of thing; where an offset falls
inside of a token, the span is widened to the whole token. What was exact is in `doc.user_data["readout"]`: the whole record as
JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readout.export.characters import writable
from readout.export.kept import Kept
from readout.record import Record
from readout.text import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["USER_DATA", "DocBins", "doc_of"]

USER_DATA = "readout"
"""The key under which a document's record stands in `doc.user_data`."""

# Documents in a file; all of them are held until it is written.
_PER_FILE = 500


class DocBins:
    """Writes files of documents."""

    def __init__(self, folder: Path) -> None:
        """Make the tokenizer."""
        import spacy

        self._folder = folder
        self._nlp = spacy.blank("en")
        self._waiting: list[Record] = []
        self._files = 0

    def put(self, kept: Kept) -> None:
        """Take one record; it is written when there are enough for a file."""
        self._waiting.append(kept.record)
        if len(self._waiting) == _PER_FILE:
            self._write()

    def end(self) -> None:
        """Write the last documents."""
        if self._waiting:
            self._write()

    def close(self) -> None:
        """Do nothing: nothing is left open."""

    def _write(self) -> None:
        from spacy.tokens import DocBin

        self._files += 1
        # Words that a file brought are forgotten with it; the vocabulary would grow with every name in the news.
        with self._nlp.memory_zone():
            documents = DocBin(attrs=["ORTH"], store_user_data=True)
            for record in self._waiting:
                documents.add(doc_of(record, self._nlp))
            (self._folder / f"{self._files:04}.spacy").write_bytes(documents.to_bytes())
        self._waiting = []


def doc_of(record: Record, nlp: Language) -> Doc:
    """Return a record's report as a document, tokenized by this pipeline's tokenizer, with its span groups."""
    doc = nlp.tokenizer(
        writable(record.report.text)
    )  # not nlp(…), which refuses long texts for the sake of other parts
    for group, marked in _groups(record):
        spans = (
            doc.char_span(span.start, span.end, label=label, span_id=id, alignment_mode="expand")
            for id, label, span in marked
        )
        doc.spans[group] = [span for span in spans if span is not None]
    doc.user_data[USER_DATA] = record.to_json()
    return doc


def _groups(record: Record) -> Iterator[tuple[str, list[tuple[str, str, Span]]]]:
    """Yield each group's name with its spans: the id of the thing, its label, and where it stands."""
    yield "statements", [(s.id, s.kind, span) for s in record.statements for span in s.content]
    yield "cues", [(s.id, "cue", span) for s in record.statements for span in s.cue]
    yield "sources", [(s.id, "source", span) for s in record.statements for span in s.source]
    yield "entities", [(e.id, e.type, mention.span) for e in record.entities for mention in e.mentions]
    yield "events", [(e.id, e.type, span) for e in record.events for span in e.trigger or e.evidence]
    yield "times", [(f"t{number}", time.type, time.span) for number, time in enumerate(record.times, 1)]
    yield "places", [(f"p{number}", place.kind, place.span) for number, place in enumerate(record.places, 1)]
    yield "figures", [(f"f{number}", figure.kind, figure.span) for number, figure in enumerate(record.figures, 1)]
