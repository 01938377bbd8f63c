# SPDX-License-Identifier: Apache-2.0
"""Reports and records to put into archives, made without a model."""

from __future__ import annotations

from readout.archive.kept import Maker
from readout.record import Mention, Record, ReportInfo, Statement
from readout.record.record import Entity, Event, Figure, MadeBy, Place, Reason, Time
from readout.report import Published, Report
from readout.source.received import Received
from readout.text import Span

__all__ = ["FRESH", "MAKER", "TALKS", "TALKS_RECORD", "received", "record_of"]

MAKER = Maker(readout="1.0", model="news-en-1+0123456789ab", tables="0" * 64)
FRESH = Maker(readout="1.1", model="news-en-2+ba9876543210", tables="1" * 64)

TALKS = (
    "Talks fail in Riga\n\nThe foreign minister of Latvia, Anna Lind, told Petr Haas on Monday that “we are done”. "
    "Some 400 people had waited outside for two hours, and the police said they would stay."
)


def received(text: str = TALKS, address: str = "https://example.org/talks", **about: str) -> Received:
    """Return a report as a way in hands it over; `about` gives title, publisher, published."""
    published = Published(about["published"], "given") if "published" in about else None
    report = Report(
        text,
        url=address if address.startswith("http") else None,
        title=about.get("title"),
        publisher=about.get("publisher"),
        published=published,
        language="en",
    )
    return Received(report=report, address=address, basis=dict.fromkeys(about, "page"))


def record_of(text: str, *, says: str = "we are done", model: str = MAKER.model) -> Record:
    """Return a record of a text in which somebody says something; of one without these words, an empty one."""
    at = text.find(says)
    info = ReportInfo(id=Report(text).id, language="en", text=text)
    made_by = MadeBy(readout="1.0", model=model)
    if at < 0:
        return Record(report=info, entities=(), statements=(), made_by=made_by)
    content = Span(at, at + len(says))
    speaker = Entity(id="n1", type="person", name="Anna Lind", country="LVA", mentions=(Mention(0, 5, "name"),))
    statement = Statement(
        id="s1",
        kind="direct",
        content=(content,),
        speaker="n1",
        confidence=0.5,
        because=(Reason("content", "between quotation marks", None, (content,)),),
    )
    event = Event(id="v1", type="CONSULT", status="occurred", actors=("n1",), evidence=(Span(0, 5),), confidence=0.25)
    return Record(
        report=info,
        entities=(speaker,),
        statements=(statement,),
        events=(event,),
        times=(Time(start=0, end=5, type="DATE", value="2022-05-13"),),
        places=(Place(start=6, end=10, name="Riga", kind="location", lat=56.9, lon=24.1),),
        figures=(Figure(start=6, end=10, low=0, high=400),),
        made_by=made_by,
    )


TALKS_RECORD = record_of(TALKS)
