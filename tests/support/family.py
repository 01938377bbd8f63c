# SPDX-License-Identifier: Apache-2.0
"""One agency report as several desks print it, with records made without a model: what is told in one place and in ten."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.quality.desk import base_text, write
from readout.archive import Archive
from readout.archive.queries import EventQuery, FigureQuery, ReportQuery, StatementQuery
from readout.record import Entity, Event, Figure, Mention, Record, ReportInfo, Statement
from readout.report import Published, Report
from readout.text import Span
from tests.support.archives import MAKER, received

__all__ = ["COPIES", "STRANGERS", "Told", "add", "answers_of", "record_of_all"]

STORY = base_text("suez-1")
COPIES: Mapping[str, str] = {
    "full": STORY,
    "cut": write(["suez-1", ["trim", 0.5]]),
    "cut to the bone": write(["suez-1", ["trim", 0.3]]),
    "updated": write(["suez-1", ["toll", 0, 7]]),
    "dressed": write(["suez-1", ["strip front"], ["byline", "By A Desk"], ["american"], ["curly"], ["footer", 3]]),
    "retitled": write(["suez-1", ["headline", "Canal open again"]]),
    "retitled anew": write(["suez-1", ["headline", "Ships move in the canal"]]),
    "cut and dressed": write(["suez-1", ["trim", 0.6], ["straight"], ["credit", 1]]),
    "cut and retitled": write(["suez-1", ["trim", 0.7], ["headline", "Traffic jam of ships ends"]]),
    "under a byline": write(["suez-1", ["byline", "By Another Desk"]]),
}
STRANGERS: Mapping[str, str] = {"told anew": base_text("suez-2"), "stranger": base_text("kigali-1")}

_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]{20,}[.!?]")


@dataclass(frozen=True, slots=True)
class Told:
    """A report to be added.

    Attributes:
        name: Which of the texts.
        published: The day; None where it is not known.
        place: Where it stood, if in several places.
    """

    name: str
    published: str | None = None
    place: int = 1

    @property
    def text(self) -> str:
        return {**COPIES, **STRANGERS}[self.name]


def add(archive: Archive, told: Iterable[Told]) -> None:
    """Add reports one by one, each with a record in which every sentence is a statement, an event and a figure."""
    for each in told:
        about = {"published": each.published} if each.published else {}
        address = f"https://{each.name.replace(' ', '-')}.example/{each.place}"
        archive.add(received(each.text, address, **about), record_of_all(each.text, each.published), maker=MAKER)


def record_of_all(text: str, published: str | None = None) -> Record:
    """Return a record in which every sentence is a statement, an event and a figure of one speaker."""
    spans = [Span(*match.span()) for match in _SENTENCE.finditer(text)]
    speaker = Entity(id="n1", type="person", name="Osama Rabie", country="EGY", mentions=(Mention(*spans[0], "name"),))
    return Record(
        report=ReportInfo(
            id=Report(text).id,
            language="en",
            text=text,
            published=Published(published, "given") if published else None,
        ),
        entities=(speaker,),
        statements=tuple(
            Statement(id=f"s{number}", kind="indirect", content=(span,), speaker="n1", confidence=0.5)
            for number, span in enumerate(spans, 1)
        ),
        events=tuple(
            Event(id=f"v{number}", type="CONSULT", status="occurred", actors=("n1",), evidence=(span,), confidence=0.5)
            for number, span in enumerate(spans, 1)
        ),
        figures=tuple(
            Figure(start=span.start, end=span.end, low=float(len(span.of(text))), of="ships") for span in spans
        ),
    )


def answers_of(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """Return what lists say of an archive, but for the order of what is of one day."""
    answers: dict[str, list[tuple[object, ...]]] = {}
    for copies in (False, True):
        found = archive.search(ReportQuery(copies=copies))
        answers[f"reports {copies}"] = sorted((each.id, each.source.reports, each.source.appearances) for each in found)
        for name, results in (
            ("statements", archive.statements(StatementQuery(copies=copies))),
            ("events", archive.events(EventQuery(copies=copies))),
            ("figures", archive.figures(FigureQuery(copies=copies))),
        ):
            answers[f"{name} {copies}"] = sorted(
                (each.id, each.again, each.source.report, each.source.reports, each.source.appearances)
                for each in results
            )
    answers["first"] = sorted((kept.hash,) for kept in archive.reports() if kept.copy_of is None)
    return answers
