# SPDX-License-Identifier: Apache-2.0
"""Contacts: our own sentences and short reports, those that rules were written on and those that were held aside.

A contact is right when all its parties are found and its medium is right; a case may leave several media right. One that is
optional counts neither way. The other fields are shares of the contacts that were found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.quality.corpora import Corpora
from benchmarks.quality.counts import Counts
from benchmarks.quality.tables import TOTAL, Table
from readout.model import Model
from readout.pipeline import layers_for, read_report
from readout.reading.page.parts import Part, Parts
from readout.reading.reading import Reading
from readout.record import Contact, Record
from readout.record.clerk import record_of
from readout.report import Published, Report
from readout.text import Span

__all__ = ["FIELDS", "PUBLISHED", "SETS", "Compared", "compare", "is_mention", "load", "measure_contacts", "read_case"]

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "corpus"
SETS = {
    "sentences, written on": "contacts.yaml",
    "sentences, held aside": "contacts_held.yaml",
    "reports, written on": "contact_reports.yaml",
    "reports, held aside": "contact_reports_held.yaml",
}
PUBLISHED = "2024-03-15"
FIELDS = ("countries", "date", "duration", "place", "initiated_by", "previous", "tone", "topics", "outcome")

Case = Mapping[str, Any]
Wanted = Mapping[str, Any]


def load(name: str) -> list[Case]:
    """Read one of the `SETS`."""
    cases: list[Case] = yaml.safe_load((FOLDER / SETS[name]).read_text(encoding="utf-8"))
    return cases


def read_case(text: str, model: Model, *, whole: bool) -> Record:
    """Read a case: a whole report, or sentences as body text."""
    report = Report(text, language="en", published=Published(PUBLISHED, "given"))
    if whole:
        return read_report(report, model=model)
    reading = Reading(report)
    for layer in layers_for(model):
        body = [Part("body", Span(0, len(text)))]
        reading = reading.adding(Part, body) if isinstance(layer, Parts) else layer(reading)
    return record_of(reading, model=model.name)


@dataclass(slots=True)
class Compared:
    """What one case comes to.

    Attributes:
        pairs: Each expected contact with the one found for it, if any.
        beyond: Contacts that were found and are not expected.
        optional: How many found ones need not be there.
    """

    pairs: list[tuple[Wanted, Contact | None]] = field(default_factory=list)
    beyond: list[Contact] = field(default_factory=list)
    optional: int = 0


def compare(case: Case, record: Record) -> Compared:
    """Compare the contacts of a record with those that a case expects."""
    compared = Compared()
    left = list(record.contacts)
    for wanted in sorted(case["contacts"], key=lambda w: w.get("optional", False)):
        alike = [contact for contact in left if _is_right(contact, wanted, record)]
        got = max(alike, key=lambda c: str(c.date) == str(wanted.get("date")), default=None)
        if got is not None:
            left.remove(got)
        if not wanted.get("optional"):
            compared.pairs.append((wanted, got))
        elif got is not None:
            compared.optional += 1
    compared.beyond = left
    return compared


def _is_right(contact: Contact, wanted: Wanted, record: Record) -> bool:
    media = wanted["medium"] if isinstance(wanted["medium"], list) else [wanted["medium"]]
    if contact.medium not in media:
        return False
    return all(any(is_mention(id, words, record) for id in contact.parties) for words in wanted["parties"])


def is_mention(id: str, words: str | Sequence[str], record: Record) -> bool:
    """Tell whether some words, or any of several, are a mention of an entity, or hold one."""
    text = record.report.text
    entity = next(entity for entity in record.entities if entity.id == id)
    for each in [words] if isinstance(words, str) else words:
        start = text.find(each)
        while start >= 0:
            if any(start <= m.start and m.end <= start + len(each) for m in entity.mentions):
                return True
            if any(m.start <= start and start + len(each) <= m.end for m in entity.mentions):
                return True
            start = text.find(each, start + 1)
    return False


def fields_right(wanted: Wanted, got: Contact, record: Record) -> dict[str, bool]:
    """Tell, for each field that the case gives, whether the found contact has it right."""
    previous, initiative = wanted.get("previous", {}), wanted.get("initiated_by", {})
    checks = {
        "countries": lambda: set(got.countries) == set(wanted["countries"]),
        "date": lambda: got.date == _text(wanted["date"]),
        "duration": lambda: got.duration == wanted["duration"],
        "place": lambda: got.place == wanted["place"],
        "initiated_by": lambda: got.initiated_by is not None and got.initiated_by.country == initiative["country"],
        "previous": lambda: (
            got.previous is not None and ("date" not in previous or got.previous.date == _text(previous["date"]))
        ),
        "tone": lambda: got.tone == wanted["tone"],
        "topics": lambda: wanted["topics"] in record.words(got.topics),
        "outcome": lambda: wanted["outcome"] in record.words(got.outcome),
    }
    return {name: bool(check()) for name, check in checks.items() if name in wanted}


def _text(date: object) -> str | None:
    return None if date is None else str(date)


def measure_contacts(model: Model, corpora: Corpora) -> Iterator[Table]:
    """Measure all sets: a row for each, and over all sentences and reports that were held aside."""
    rows: dict[str, dict[str, float]] = {}
    counts = {name: Counts() for name in (*SETS, "written on", "held aside", TOTAL)}
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for name in SETS:
        groups = (name, name.partition(", ")[2], TOTAL)
        for case in load(name)[: corpora.limit]:
            record = read_case(case["text"], model, whole=name.startswith("reports"))
            found = compare(case, record)
            matched = [(wanted, got) for wanted, got in found.pairs if got is not None]
            for group in groups:
                counts[group].count(len(found.pairs), len(matched) + len(found.beyond), len(matched))
            for wanted, got in matched:
                for field_name, is_right in fields_right(wanted, got, record).items():
                    for group in groups:
                        total[group, field_name] += 1
                        right[group, field_name] += is_right
    for group, count in counts.items():
        shares = {f: right[group, f] / total[group, f] for f in FIELDS if total[group, f]}
        rows[group] = {"contacts": count.gold, **count.columns(), **shares}
    yield Table("contacts", rows, ("F1",))
