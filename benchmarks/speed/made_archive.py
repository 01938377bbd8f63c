# SPDX-License-Identifier: Apache-2.0
"""An archive of many reports, made from few: records of our examples with other names, countries, dates and words.

Who speaks, for whom, by what channel, in which paper and on what day is drawn with the skew that news has: some are in it every day, most
once. A word is exchanged for one of the same length, so that every span still holds; names stand in the record only.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate, cycle

from sqlalchemy import Connection, Engine, insert, update

from readout.archive.engine import writing
from readout.archive.packing import pack_text
from readout.archive.rows import index_record
from readout.archive.schema import appearances, reports, texts
from readout.record import Channel, Entity, Event, Record, Statement
from readout.report import Published, Report
from readout.resources.countries import all_countries
from readout.resources.sectors import SECTORS

__all__ = ["fill"]

_FIRST_DAY = date(2018, 1, 1)
_DAYS = 2500
_WORDS = re.compile(r"[a-z]{4,}")
_CHANNELS = ("statement", "interview", "tweet", "press_conference", "speech", "social_post", "testimony", "phone", "letter", "broadcast")
_SYLLABLES = ("ka", "shev", "mor", "el", "ri", "son", "bar", "ov", "lin", "ta", "mu", "gra", "ness", "der", "pol", "vic", "an", "ho")
_GIVEN = ("Sergei", "Anna", "Lloyd", "Maria", "Ali", "Wei", "John", "Fatima", "Olena", "Carlos", "Amina", "Pierre", "Hassan", "Ingrid")
_BODIES = ("Ministry of Defence", "Foreign Ministry", "Central Bank", "Health Agency", "Trade Union", "State Council", "Border Guard")


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


def _made(examples: Sequence[Record], statements: int, seed: int) -> Iterator[Record]:
    maker, made = _Maker(examples, seed), 0
    while made < statements:
        record = maker.record()
        made += len(record.statements)
        yield record


def fill(engine: Engine, examples: Sequence[Record], *, statements: int, seed: int = 1, at_once: int = 1000) -> dict[str, float]:
    """Fill an archive until it holds so many statements; one report in ten is told again, a few very often.

    Returns:
        How many reports, and the seconds of processor time that their rows took.
    """
    chance = random.Random(seed)
    spent, number = 0.0, 0
    texts_of: dict[int, int] = {}
    records = _made(examples, statements, seed)
    while batch := [record for _, record in zip(range(at_once), records, strict=False)]:
        with writing(engine) as connection:
            for record in batch:
                number += 1
                _keep(connection, number, record, chance, texts_of)
                start = time.process_time()
                index_record(connection, number, record)
                spent += time.process_time() - start
    return {"reports": number, "index_seconds": spent}


def _keep(connection: Connection, number: int, record: Record, chance: random.Random, texts_of: dict[int, int]) -> None:
    """Write what is kept of a report."""
    execute = connection.execute
    if number > 10 and chance.random() < 0.1:
        first = int((number - 1) * chance.random() ** 3) + 1
        text = texts_of[first]
        execute(update(texts).where(texts.c.id == text).values(reports=texts.c.reports + 1, appearances=texts.c.appearances + 1))
    else:
        first, text = None, number
        execute(insert(texts).values(id=text, reports=1, appearances=1))
    texts_of[number] = text
    info = record.report
    execute(
        insert(reports).values(
            id=number, hash=f"{number:064x}", text=pack_text(info.text), words=len(info.text) // 6, text_id=text, copy_of=first
        )
    )
    execute(
        insert(appearances).values(
            id=number,
            report_id=number,
            address=f"https://example.org/{number}",
            version=1,
            publisher=info.publisher,
            title=info.title,
            published=info.published.value if info.published else None,
            basis="{}",
            added="2026-01-01T00:00:00Z",
        )
    )
