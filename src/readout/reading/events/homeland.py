# SPDX-License-Identifier: Apache-2.0
"""The country that a report is written about: of the officials and state bodies of which it does not say whose they are.

Agencies name a country once and go on without it: "TALLINN - Estonia will …, the finance ministry said." So what has an office, or
is a body of a state or a party, and stands where the words speak of no other country, is of the dateline's country if the story
begins with that country, or else of the only country that headline and first paragraph name; a government's own release names
its seat above the text. "In Jakarta, the ministry said" names
another for its sentence. Envoys, whoever is quoted as speaking of their own government, and American secretaries and senators, whom
papers of their country name so from any capital, stay open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.coreference.mentions import Mention
from readout.reading.evidence import Support
from readout.reading.page.parts import Part
from readout.reading.places.places import Place
from readout.reading.statements.statements import Statement
from readout.resources import body_named, country_of_capital, fold_name
from readout.text import Span

__all__ = ["Homeland", "homeland_of", "seat_in_front"]

_OF_STATES = frozenset({"GOV", "LEG", "MIL", "COP", "JUD", "SPY", "OPP", "PTY"})
_PLACED_ABROAD = frozenset(
    "ambassador envoy diplomat consul attaché representative emissary correspondent counterpart secretary senator congressman "
    "congresswoman delegate observer rapporteur mediator negotiator monitor".split()
)
# What a state has one of, or many that are all its own.
_BODIES = frozenset(
    "ministry government parliament police army military navy cabinet authority opposition commission assembly senate judiciary "
    "department court coastguard council treasury legislature prosecutor office".split()
)
_SEVERAL = frozenset({"authority", "prosecutor"})
_OPEN = frozenset("a an another any some no each every both two three several many other such whose which what".split())
_ELSEWHERE = frozenset({"of", "from", "with"})  # "Col Alam of the BGB": whatever body that is
_NEAR = 4  # words between an owner and what is owned
_BACK = 12  # sentences of a paragraph looked back over
_LEAST_LINES = 3


@dataclass(frozen=True, slots=True)
class Homeland:
    """The country of a report.

    Attributes:
        country: ISO 3166-1 alpha-3.
        rule: What makes it that.
        words: The words that name it first.
        places: All places of a known country, but for the dateline's, by the sentence that they stand in.
        said_abroad: The words that somebody of another country says.
    """

    country: str
    rule: str
    words: Span
    places: Mapping[int, Sequence[Place]]
    said_abroad: frozenset[int]

    def owns(self, scene: Scene, entity: Entity) -> Support | None:
        """Tell whether somebody or a body of whom no country is told is of this one, and by which words."""
        mention = _introduction(scene, entity)
        if mention is None or not self._is_at_home(scene, mention) or _is_unknown_there(entity, self.country):
            return None
        return Support("country", self.rule, None, (self.words, mention.span))

    def _is_at_home(self, scene: Scene, mention: Mention) -> bool:
        """Tell whether the words in front speak of no other country, or of this one first."""
        if mention.head in self.said_abroad:
            return False
        if any(
            mention.start <= p.start < mention.end and p.country != self.country for p in self._beside(scene, mention)
        ):
            return False
        before = [place for place in self._beside(scene, mention) if place.start < mention.start]
        if before:  # "China's ruling Communist Party" is owned, whatever the sentence begins with
            is_owned = before[-1].country != self.country and mention.start - before[-1].end < _NEAR
            # "will send tanks to Mali, the minister said"
            is_owned = is_owned and scene.encoding.words[before[-1].end] != ","
            return before[0].country == self.country and not is_owned
        here, line = scene.syntax.sentence_of[mention.head], scene.lines[mention.head]
        for number in range(here - 1, max(-1, here - 1 - _BACK), -1):
            if scene.lines[scene.syntax.sentences[number].start] != line:
                break
            if number in self.places:
                return self.places[number][0].country == self.country
        return True

    def _beside(self, scene: Scene, mention: Mention) -> Sequence[Place]:
        return self.places.get(scene.syntax.sentence_of[mention.head], ())


# Offices that a state has not: a prime minister in Washington is a guest, and so is a president in London.
_WITHOUT_PREMIER = frozenset(
    "USA MEX BRA ARG CHL COL VEN ECU PRY URY BOL CRI PAN GTM HND SLV NIC DOM CYP IDN PHL GHA LBR MWI CHE".split()
)
_WITHOUT_PRESIDENT = frozenset(
    "GBR CAN AUS NZL JPN ESP NLD BEL LUX SWE NOR DNK THA MYS KHM SAU JOR KWT OMN QAT BHR MAR JAM PNG BHS SWZ LSO TON BTN "
    "BRN".split()
)


def _is_unknown_there(entity: Entity, country: str) -> bool:
    """Tell whether somebody has an office that a state has not."""
    titles = {role.title.lower() for role in entity.roles if not role.former}
    if country == "USA" and "foreign minister" in titles:
        return True
    is_premier, is_president = "prime minister" in titles, "president" in titles and entity.sector == "GOV"
    return (is_premier and country in _WITHOUT_PREMIER) or (is_president and country in _WITHOUT_PRESIDENT)


def seat_in_front(scene: Scene, entity: Entity, places: Mapping[int, Place]) -> tuple[str, Support] | None:
    """Return the country of the capital that opens the sentence right in front of somebody: "In [Nicosia], a spokesman said".

    Args:
        scene: The report.
        entity: Somebody, or a body, of whom no country is told.
        places: The report's places by their first words.
    """
    mention = _introduction(scene, entity)
    if mention is None:
        return None
    first = scene.sentence_start(mention.start)
    place = places.get(first + 1)
    if scene.lower(first) not in {"in", "from"} or place is None or country_of_capital(place.name) is None:
        return None
    between = range(place.end + 1, mention.start)
    is_next = scene.encoding.words[place.end : place.end + 1] == (",",) and scene.is_title(
        w for w in between if scene.lower(w) not in _ARTICLES
    )
    if not is_next or place.country is None:
        return None
    return place.country, Support("country", "capital in front", None, (place.span, mention.span))


def _introduction(scene: Scene, entity: Entity) -> Mention | None:
    """Return the name of a person or the first words for a body, if it is of a state and nobody says of which."""
    if entity.country is not None or entity.anonymous or entity.sector not in _OF_STATES:
        return None
    own = [m for m in entity.mentions if m.form != "pronoun"]
    names = [m for m in own if m.form == "name"]
    mention = next(iter(names if entity.type == "person" and names else own), None)
    return mention if mention is not None and _is_of_state(scene, entity, mention) else None


def _is_of_state(scene: Scene, entity: Entity, mention: Mention) -> bool:
    first, head = scene.lower(mention.start), scene.lower(mention.head)
    if entity.type == "person":
        named = [role.title.lower() for role in entity.roles if not role.former]
        abroad = any(not _PLACED_ABROAD.isdisjoint(title.replace("-", " ").split()) for title in named)
        is_meant = mention.form == "name" or first == "the"
        return bool(named) and not abroad and is_meant and scene.lower(mention.end) not in _ELSEWHERE
    if entity.type != "organisation" or first in _OPEN or _is_owned(scene, mention):
        return False
    if (body := body_named(mention.span.of(scene.encoding.text))) is not None and body.country is not None:
        return False  # "the National Guard": that of one country is the best known
    if entity.sector == "PTY":
        return any(m.form == "name" for m in entity.mentions)
    one = singular_of(head)
    return one in _BODIES and (mention.form == "name" or (one == head) != (one in _SEVERAL))


_ARTICLES = frozenset({"the", "a", "an"})


def _is_owned(scene: Scene, mention: Mention) -> bool:
    """Tell whether the words say whose a body is: "its army", "the port's police"."""
    return any(mention.start <= w < mention.end for w in scene.syntax.children(mention.head, "nmod:poss"))


def homeland_of(
    scene: Scene,
    parts: Sequence[Part],
    places: Sequence[Place],
    statements: Sequence[Statement] = (),
    entities: Sequence[Entity] = (),
) -> Homeland | None:
    """Return the country that a report is about, if its opening says so; None for a digest, which has several datelines.

    Args:
        scene: The report.
        parts: Its parts.
        places: Its places, in text order.
        statements: What is said in it.
        entities: Who is who in it.
    """
    known = [place for place in places if place.country is not None]
    datelines = [part.span for part in parts if part.kind == "dateline"]
    body = [part.span for part in parts if part.kind == "body"]
    if not known or not body or any(span.start > body[0].start for span in datelines):
        return None
    opening = [place for place in known if body[0].contains(place.span)]
    written = [place for place in known if any(span.contains(place.span) for span in datelines)]
    seat = None if written else _seat_above(scene, known, body[0])
    found: Place | None
    if seat is not None:
        found, rule = seat, "seat of a government above the text"
    elif written:
        found = next((p for p in written if any(p.country == each.country for each in opening)), None)
        if found is not None and _is_of_union(scene, written, opening, entities):
            return None
        rule = "country of the dateline, with which the story begins"
    else:
        found, rule = _only_one(scene, parts, known, opening), "only country of headline and first paragraph"
    if found is None or found.country is None:
        return None
    by_sentence: dict[int, list[Place]] = {}
    for place in known:
        if not any(span.contains(place.span) for span in datelines):
            by_sentence.setdefault(scene.syntax.sentence_of[place.start], []).append(place)
    abroad = {entity.id for entity in entities if entity.country not in {None, found.country}}
    said = (span for one in statements if one.speaker in abroad for span in one.content)
    said_abroad = frozenset(word for span in said for word in _words_of(scene, span))
    return Homeland(found.country, rule, found.span, by_sentence, said_abroad)


def _is_of_union(scene: Scene, written: Sequence[Place], opening: Sequence[Place], entities: Sequence[Entity]) -> bool:
    """Tell whether a dateline is that of a body of states, with which the story begins: "STRASBOURG - The European Parliament"."""
    if not any(fold_name(place.name) in _SEATS_OF_UNIONS for place in written):
        return False
    start = scene.encoding.lines[scene.lines[written[-1].end]][0]
    first = next((p.start for p in opening if p.country in {place.country for place in written}), start)
    own = (m.head for e in entities if e.sector == "IGO" and e.type == "organisation" for m in e.mentions[:_NEAR])
    return any(start <= word < first for word in own)


_SEATS_OF_UNIONS = frozenset(
    {"strasbourg", "brussels", "luxembourg", "geneva", "vienna", "the hague", "hague", "addis ababa"}
)


def _words_of(scene: Scene, span: Span) -> range:
    spans = scene.encoding.spans
    return range(
        bisect_left(spans, span.start, key=lambda word: word.start),
        bisect_left(spans, span.end, key=lambda word: word.start),
    )


def _seat_above(scene: Scene, known: Sequence[Place], body: Span) -> Place | None:
    """Return the seat of a government that a line above the text names, as its releases do: "10 Downing Street, 4 May"."""
    for place in known:
        if place.span.start >= body.start:
            return None
        line = scene.lines[place.start]
        seat = scene.directory.at_head(place.end - 1)
        words = [w for w in range(place.start, len(scene.lines)) if scene.lines[w] == line]
        is_seat = (
            seat is not None and seat.type == "organisation" and seat.sector == "GOV" and seat.country == place.country
        )
        if is_seat and line > scene.lines[0] and not any(scene.syntax.upos[w] in VERBAL for w in words):
            return place
    return None


def _is_of_a_name(scene: Scene, place: Place) -> bool:
    """Tell whether a land only says whose somebody is who has a name: "President Tokayev of [Kazakhstan]"."""
    named = scene.directory.at_head(place.start - 2) if place.start > 1 else None
    return scene.lower(max(place.start - 1, 0)) == "of" and named is not None and named.type == "person"


def _only_one(scene: Scene, parts: Sequence[Part], known: Sequence[Place], opening: Sequence[Place]) -> Place | None:
    """Return the first place of the one country that headline and first paragraph name, if no other is named as often."""
    heads = [part.span for number, part in enumerate(parts) if part.kind == "headline" or number == 0]
    first = [place for place in known if any(span.contains(place.span) for span in heads)] + list(opening)
    counts = Counter(place.country for place in known)
    if all(_is_of_a_name(scene, place) for place in first):
        return None  # of another state, perhaps, than what the report is about
    if len({place.country for place in first}) != 1 or len(set(scene.lines)) < _LEAST_LINES:
        return None
    most = counts.most_common(2)
    is_most = most[0][0] == first[0].country and (len(most) == 1 or most[0][1] > most[1][1])
    return first[0] if is_most else None
