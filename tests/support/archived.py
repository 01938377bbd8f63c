# SPDX-License-Identifier: Apache-2.0
"""Records of short made-up reports in which everything that can be asked for varies: for tests of queries."""

from __future__ import annotations

import random
from datetime import date, timedelta

from readout.record import Channel, Contact, Entity, Event, Figure, Mention, Record, ReportInfo, Role, Statement
from readout.report import Published, Report
from readout.text import Span

__all__ = ["PEOPLE", "made_record", "made_records"]

PEOPLE = (
    ("Sergey Shoygu", "person", "RUS", "MIL", "Defence Minister"),
    ("Sergei Shoigu", "person", "RUS", "MIL", "Defense Minister"),
    ("Shoigu", "person", "RUS", "MIL", None),
    ("Larisa Shoigu", "person", "RUS", "LEG", None),
    ("Lloyd Austin", "person", "USA", "MIL", "Secretary of Defense"),
    ("Annalena Baerbock", "person", "DEU", "GOV", "Foreign Minister"),
    ("International Atomic Energy Agency", "organisation", "IAEA", "IGO", None),
    ("IAEA", "organisation", "IAEA", "IGO", None),
    ("Russian Defense Ministry", "organisation", "RUS", "MIL", None),
    ("TASS", "organisation", "RUS", "MED", None),
    ("Ukraine", "place", "UKR", "GOV", None),
    ("Red Cross", "organisation", None, "NGO", None),
    (None, "group", "UKR", None, None),
)
_WORDS = (
    "grain ships will leave Odesa port under a deal that both sides signed and the talks on wheat prices went on not far "
    "off"
).split()
_PUBLISHERS = ("The Example Times", "Gazette", None)
_CHANNELS = (None, None, "tweet", "phone", "press_conference", "statement")
_DAY = date(2022, 5, 13)


def made_records(number: int, *, seed: int) -> list[Record]:
    """Make so many records."""
    chance = random.Random(seed)
    return [made_record(chance) for _ in range(number)]


def made_record(chance: random.Random) -> Record:
    """Make the record of a report of a few sentences; every span in it holds."""
    return _Writer(chance).record()


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.text = ""
        self.mentions: dict[int, list[Mention]] = {}
        self.people = chance.sample(range(len(PEOPLE)), 6)

    def record(self) -> Record:
        chance = self.chance
        day = _DAY + timedelta(chance.randrange(-400, 400))
        published = chance.choice(
            [
                None,
                Published(day.isoformat(), "given"),
                Published(day.isoformat(), "given"),
                Published(day.isoformat()[:7], "given"),
            ]
        )
        statements = tuple(self.statement(number, day) for number in range(1, chance.randrange(2, 6)))
        events = tuple(self.event(number, day, statements) for number in range(1, chance.randrange(1, 4)))
        contacts = tuple(
            self.contact(event) for event in events if event.type == "CONSULT" and event.status == "occurred"
        )
        figures = tuple(self.figure(statements) for _ in range(chance.randrange(3)))
        return Record(
            report=ReportInfo(
                id=Report(self.text).id,
                title=chance.choice([None, "Talks on grain"]),
                publisher=chance.choice(_PUBLISHERS),
                language="en",
                published=published,
                text=self.text,
            ),
            entities=tuple(self.entities()),
            statements=statements,
            events=events,
            contacts=contacts,
            figures=figures,
        )

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def name(self) -> str:
        """Write somebody's name and return the id."""
        at = self.chance.choice(self.people)
        name = PEOPLE[at][0]
        span = self.write(name or "the officials")
        self.mentions.setdefault(at, []).append(Mention(*span, "name" if name else "nominal"))
        return self.id_of(at)

    def id_of(self, at: int) -> str:
        return f"n{self.people.index(at) + 1}"

    def words(self) -> None:
        self.write(" ".join(self.chance.choices(_WORDS, k=self.chance.randrange(2, 9))))

    def statement(self, number: int, day: date) -> Statement:
        chance = self.chance
        speaker = self.name()
        self.write(" told ")
        addressees = [self.name()] if chance.random() < 0.4 else []
        self.write(" that ")
        start = len(self.text)
        self.words()
        if chance.random() < 0.6:
            self.write(" and ")
            self.name()
            self.write(" ")
            self.words()
        content = Span(start, len(self.text))
        relays = []
        if chance.random() < 0.3:
            self.write(", as relayed by ")
            relays = [self.name()]
        self.write(".\n")
        channel = chance.choice(_CHANNELS)
        said = (day - timedelta(chance.randrange(60))).isoformat()
        return Statement(
            id=f"s{number}",
            kind=chance.choice(["direct", "mixed", "indirect"]),
            content=(content,),
            speaker=speaker if chance.random() < 0.9 else None,
            addressees=tuple(addressees),
            relayed_by=tuple(relays),
            channel=Channel(channel) if channel else None,
            anonymous=chance.random() < 0.2,
            said=chance.choice([None, said, said, said[:7], said[:4], "XXXX-WXX-5"]),
            confidence=round(chance.random(), 4),
        )

    def event(self, number: int, day: date, statements: tuple[Statement, ...]) -> Event:
        chance = self.chance
        start = len(self.text)
        actor = self.name()
        self.write(" met ")
        recipient = self.name()
        self.write(" ")
        self.words()
        evidence = Span(start, len(self.text))
        self.write(".\n")
        happened = (day - timedelta(chance.randrange(30))).isoformat()
        return Event(
            id=f"v{number}",
            type=chance.choice(["CONSULT", "AID", "ASSAULT"]),
            mode=chance.choice([None, "visit"]),
            status=chance.choice(["occurred", "planned"]),
            actors=(actor,),
            recipients=(recipient,) if chance.random() < 0.8 else (),
            date=chance.choice([None, happened, happened[:7]]),
            evidence=(evidence,),
            trigger=(evidence,),
            according_to=chance.choice([None, *(statement.id for statement in statements)]),
            confidence=round(chance.random(), 4),
        )

    def contact(self, event: Event) -> Contact:
        return Contact(
            event=event.id,
            parties=tuple(dict.fromkeys((*event.actors, *event.recipients))),
            medium=self.chance.choice(["phone", "meeting", None]),
            date=event.date,
        )

    def figure(self, statements: tuple[Statement, ...]) -> Figure:
        chance = self.chance
        low = float(chance.randrange(1, 1000))
        span = self.write(f"{low:.0f}")
        self.write(" ")
        of = self.write(chance.choice(["refugees", "grain ships", "tonnes of wheat"]))
        self.write(" were counted.\n")
        return Figure(
            start=span.start,
            end=span.end,
            low=low,
            high=low + 10 if chance.random() < 0.3 else None,
            unit=chance.choice([None, "person", "tonne"]),
            of=of.of(self.text),
            according_to=chance.choice([None, statements[0].id]),
            kind=chance.choice(["count", "measure"]),
        )

    def entities(self) -> list[Entity]:
        found = []
        for at in self.people:
            name, kind, country, sector, role = PEOPLE[at]
            found.append(
                Entity(
                    id=self.id_of(at),
                    type=kind,  # type: ignore[arg-type]  # one of the kinds
                    name=name,
                    aliases=() if name else ("the officials",),
                    roles=(Role(role, country),) if role else (),
                    country=country,
                    sector=sector,
                    mentions=tuple(self.mentions.get(at, ())),
                )
            )
        return found
