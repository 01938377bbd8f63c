# SPDX-License-Identifier: Apache-2.0
"""An archive of many reports, made from few: records of our examples with other names, countries, dates and words.

Who speaks, for whom, by what channel, in which paper and on what day is drawn with the skew that news has: some are
in it every day, most once. A word is exchanged for one of the same length, so that every span still holds; names
stand in the record only.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate, cycle
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select, text, update

from readout.archive import fulltext
from readout.archive.engine import reading, writing
from readout.archive.packing import pack_text
from readout.archive.rows import MadeRows, made_rows, write_rows
from readout.archive.rowschema import KINDS, names
from readout.archive.schema import appearances, reports, texts
from readout.archive.terms import Mark, mark
from readout.record import Channel, Entity, Event, Record, Statement
from readout.report import Published, Report
from readout.resources.countries import all_countries
from readout.resources.sectors import SECTORS

__all__ = ["fill"]

Found = dict[str, float]

_FIRST_DAY = date(2018, 1, 1)
_DAYS = 2500
_WORDS = re.compile(r"[a-z]{4,}")
_CHANNELS = (
    "statement",
    "interview",
    "tweet",
    "press_conference",
    "speech",
    "social_post",
    "testimony",
    "phone",
    "letter",
    "broadcast",
)
_SYLLABLES = (
    "ka",
    "shev",
    "mor",
    "el",
    "ri",
    "son",
    "bar",
    "ov",
    "lin",
    "ta",
    "mu",
    "gra",
    "ness",
    "der",
    "pol",
    "vic",
    "an",
    "ho",
)
_GIVEN = (
    "Sergei",
    "Anna",
    "Lloyd",
    "Maria",
    "Ali",
    "Wei",
    "John",
    "Fatima",
    "Olena",
    "Carlos",
    "Amina",
    "Pierre",
    "Hassan",
    "Ingrid",
)
_BODIES = (
    "Ministry of Defence",
    "Foreign Ministry",
    "Central Bank",
    "Health Agency",
    "Trade Union",
    "State Council",
    "Border Guard",
)


class _Skewed:
    """Draws from a list, the first things most often: the n-th with a weight of 1/n."""

    def __init__(self, things: Sequence[object], chance: random.Random) -> None:
        self._things = things
        self._weights = list(accumulate(1 / (n + 1) for n in range(len(things))))
        self._chance = chance

    def draw(self) -> object:
        return self._chance.choices(self._things, cum_weights=self._weights)[0]


class _Maker:
    """Makes records of records."""

    def __init__(self, examples: Sequence[Record], seed: int) -> None:
        self.chance = random.Random(seed)
        self.examples = examples
        chance = self.chance
        countries = [country.iso3 for country in all_countries()]
        chance.shuffle(countries)
        self.countries = _Skewed(countries, chance)
        self.sectors = _Skewed(SECTORS, chance)
        self.channels = _Skewed(_CHANNELS, chance)
        self.persons = _Skewed([self._person() for _ in range(20_000)], chance)
        self.bodies = _Skewed([self._body() for _ in range(3_000)], chance)
        self.publishers = _Skewed([f"The {self._surname()} Times" for _ in range(60)], chance)

    def _surname(self) -> str:
        return "".join(self.chance.choices(_SYLLABLES, k=self.chance.choice((2, 3, 3)))).capitalize()

    def _person(self) -> str:
        return f"{self.chance.choice(_GIVEN)} {self._surname()}"

    def _body(self) -> str:
        return f"{self._surname()} {self.chance.choice(_BODIES)}"

    @cached_property
    def words(self) -> dict[int, Iterator[str]]:
        """Words of our reports by their length, with as many made-up ones again that are rarer."""
        found: dict[int, dict[str, None]] = {}
        for record in self.examples:
            for word in _WORDS.findall(record.report.text):
                found.setdefault(len(word), {})[word] = None
        for length, words in found.items():
            letters = "etaoinshrdlu"
            for _ in range(2_000 if length > 4 else 200):
                words["".join(self.chance.choices(letters, k=length))] = None
        # Drawn once and gone through again and again: drawing each would take longer than all else.
        return {length: cycle(self._drawn(list(words))) for length, words in found.items()}

    def _drawn(self, words: Sequence[str]) -> list[str]:
        return self.chance.choices(words, weights=[1 / (rank + 1) for rank in range(len(words))], k=200_003)

    def record(self) -> Record:
        """Make one record."""
        chance = self.chance
        example = chance.choice(self.examples)
        day = _FIRST_DAY + timedelta(int(_DAYS * chance.random() ** 0.7))
        text = _WORDS.sub(lambda word: self._other(word[0]), example.report.text)
        published = None if chance.random() < 0.02 else Published(day.isoformat(), "given")
        info = replace(
            example.report, id=Report(text).id, text=text, publisher=str(self.publishers.draw()), published=published
        )
        return replace(
            example,
            report=info,
            entities=tuple(map(self._entity, example.entities)),
            statements=tuple(self._statement(one, day) for one in example.statements),
            events=tuple(self._event(one, day) for one in example.events),
        )

    def _other(self, word: str) -> str:
        if self.chance.random() >= 0.4:
            return word
        drawn = self.words.get(len(word))
        return next(drawn) if drawn else word

    def _entity(self, entity: Entity) -> Entity:
        chance = self.chance
        name = entity.name
        if name is not None and entity.type == "person":
            name = str(self.persons.draw())
        elif name is not None and chance.random() < 0.5:
            name = str(self.bodies.draw())
        country = str(self.countries.draw()) if entity.country and chance.random() < 0.8 else entity.country
        sector = str(self.sectors.draw()) if chance.random() < 0.3 else entity.sector
        return replace(entity, name=name, country=country, sector=sector)

    def _statement(self, statement: Statement, day: date) -> Statement:
        chance = self.chance
        draw = chance.random()
        said = None
        if draw < 0.4:
            said = (day - timedelta(int(chance.expovariate(0.5)))).isoformat()
        elif draw < 0.44:
            said = (day - timedelta(chance.randrange(4000))).isoformat()[: chance.choice((4, 7, 10))]
        channel = Channel(str(self.channels.draw())) if chance.random() < 0.25 else None
        confidence = round(1 - chance.random() ** 2 * 0.6, 4)
        return replace(statement, said=said, channel=channel, confidence=confidence, anonymous=chance.random() < 0.1)

    def _event(self, event: Event, day: date) -> Event:
        chance = self.chance
        happened = (day - timedelta(int(chance.expovariate(0.3)))).isoformat() if chance.random() < 0.5 else None
        return replace(event, date=happened, confidence=round(1 - chance.random() ** 2 * 0.6, 4))


class _Copier:
    """Makes the rows of more reports of those of few: other days, names, countries and words, drawn anew for each row.

    Reading and coding a million statements would take a night; the index does not know that they are not.
    """

    def __init__(
        self, originals: Sequence[MadeRows], numbers: Mapping[str, Sequence[int]], chance: random.Random
    ) -> None:
        self._originals = originals
        self._chance = chance
        self._countries = self._cycle([country.iso3.lower() for country in all_countries()])
        self._names = {
            letter: self._cycle(numbers["names"]) for letter in (Mark.BY, Mark.TO, Mark.RELAY, Mark.ABOUT, Mark.WORD_OF)
        }
        self._names[Mark.PUBLISHER] = self._cycle(numbers["publishers"])
        words = Counter(term for made in originals for term in made.terms if not term.startswith("§"))
        self._words = self._cycle([word for word, _ in words.most_common()])

    def _cycle(self, things: Sequence[Any]) -> Iterator[Any]:
        weights = [1 / (rank + 1) for rank in range(len(things))]
        return cycle(self._chance.choices(list(things), weights=weights, k=200_003))

    def copy(self, report_id: int) -> MadeRows:
        """Make the rows of one more report."""
        made = self._chance.choice(self._originals)
        shift = self._chance.randrange(-300, 300)
        publisher = next(self._names[Mark.PUBLISHER])
        published = {f"§{Mark.PUBLISHER}": f"§{Mark.PUBLISHER}{publisher}"}
        rows = {
            kind: [self._row(row, report_id, shift, published) for row in of_kind]
            for kind, of_kind in made.rows.items()
        }
        days = {(kind, _day_after(day, shift)) for kind, day in made.days}
        entry = {**made.entry, "report_id": report_id, "publisher": publisher, "again": False}
        return MadeRows(made.day and made.day + shift, entry, self._terms(made.terms, shift, published), rows, days)

    def _row(self, row: dict[str, Any], report_id: int, shift: int, published: Mapping[str, str]) -> dict[str, Any]:
        terms = self._terms(row["terms"], shift, published)
        moved = {name: row[name] + shift for name in ("first", "last") if row.get(name)}
        return {**row, "report_id": report_id, "terms": terms, "again": False, **moved}

    def _terms(self, terms: Sequence[str], shift: int, published: Mapping[str, str]) -> list[str]:
        return [self._term(term, shift, published) for term in terms]

    def _term(self, term: str, shift: int, published: Mapping[str, str]) -> str:
        if term[0] != "§":
            return next(self._words) if self._chance.random() < 0.3 else term
        letter, value = term[1], term[2:]
        if letter in self._names:
            return published.get(term[:2]) or f"§{letter}{next(self._names[letter])}"
        if letter in (Mark.COUNTRY, Mark.ABOUT_COUNTRY) and self._chance.random() < 0.7:
            return f"§{letter}{next(self._countries)}"
        if letter in (Mark.YEAR, Mark.MONTH, Mark.DAY) and value != "0":
            size = len(value)
            whole = int(value.ljust(8, "0")) + (0 if size == 8 else 101 if size == 4 else 1)
            return f"§{letter}{str(_day_after(whole, shift))[:size]}"
        return mark(Mark.FIRST) if letter == Mark.AGAIN else term


def _day_after(day: int, shift: int) -> int:
    """Return a day written as 20220513, so many days later."""
    if not day:
        return 0
    moved = date(day // 10_000, day // 100 % 100, day % 100) + timedelta(shift)
    return int(moved.isoformat().replace("-", ""))


def fill(engine: Engine, examples: Sequence[Record], *, statements: int, distinct: int = 2_000, seed: int = 1) -> Found:
    """Fill an archive until it holds so many statements; one text in ten is told again, a few very often.

    Args:
        engine: An empty archive.
        examples: Records that others are made of.
        statements: How many.
        distinct: So many reports are made whole and pass through the way that every report takes; the rows of the others
            are made of theirs.
        seed: Where chance begins.

    Returns:
        How many reports, and the milliseconds of processor time that the rows of a distinct one took.
    """
    chance, maker = random.Random(seed), _Maker(examples, seed)
    texts_of: dict[int, int] = {}
    originals: list[MadeRows] = []
    packed: list[bytes] = []
    held, number, spent = 0, 0, 0.0
    while held < statements and number < distinct:
        with writing(engine) as connection:
            for _ in range(min(500, distinct - number)):
                record = maker.record()
                number += 1
                packed.append(pack_text(record.report.text))
                _keep(connection, number, packed[-1], chance, texts_of)
                start = time.process_time()
                made = made_rows(connection, number, record)
                write_rows(connection, made)
                spent += time.process_time() - start
                originals.append(made)
                held += len(record.statements)
    found = {"reports": number, "index_ms": 1000 * spent / number}
    with reading(engine) as connection:
        query = select(names.c.id).where(names.c.kind != "role").order_by(func.random())
        of_kind = {
            "names": query.where(names.c.kind != "publisher"),
            "publishers": query.where(names.c.kind == "publisher"),
        }
        numbers = {kind: connection.execute(wanted).scalars().all() for kind, wanted in of_kind.items()}
    copier = _Copier(originals, numbers, chance)
    _without_indexes(engine)
    while held < statements:
        with writing(engine) as connection:
            for _ in range(2_000):
                number += 1
                copied = copier.copy(number)
                _keep(connection, number, packed[number % len(packed)], chance, texts_of)
                write_rows(connection, copied)
                held += len(copied.rows["statements"])
                if held >= statements:
                    break
    _with_indexes(engine)
    return {**found, "reports": number, "statements": held}


def _without_indexes(engine: Engine) -> None:
    """Drop PostgreSQL's indexes of words: to make them at the end takes a tenth of the time."""
    if engine.dialect.name == "postgresql":
        with writing(engine) as connection:
            for kind in KINDS:
                connection.execute(text(f"DROP INDEX ix_{kind}_terms"))


def _with_indexes(engine: Engine) -> None:
    if engine.dialect.name == "postgresql":
        with writing(engine) as connection:
            connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
            for kind in KINDS:
                connection.execute(text(fulltext.GIN.format(kind=kind)))
            connection.execute(text("ANALYZE"))


def _keep(connection: Connection, number: int, packed: bytes, chance: random.Random, texts_of: dict[int, int]) -> None:
    """Write what is kept of a report."""
    if number > 10 and chance.random() < 0.1:
        first: int | None = int((number - 1) * chance.random() ** 3) + 1
        text_id = texts_of[first or 1]
        told = {"reports": texts.c.reports + 1, "appearances": texts.c.appearances + 1}
        connection.execute(update(texts).where(texts.c.id == text_id).values(told))
    else:
        first, text_id = None, number
        connection.execute(insert(texts), [{"id": number, "reports": 1, "appearances": 1}])
    texts_of[number] = text_id
    report = {
        "id": number,
        "hash": f"{number:064x}",
        "text": packed,
        "words": 750,
        "text_id": text_id,
        "copy_of": first,
    }
    connection.execute(insert(reports), [report])
    address = f"https://example.org/{number}"
    appearance = {
        "id": number,
        "report_id": number,
        "address": address,
        "version": 1,
        "basis": "{}",
        "added": "2026-01-01T00:00:00Z",
    }
    connection.execute(insert(appearances), [appearance])
