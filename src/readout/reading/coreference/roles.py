# SPDX-License-Identifier: Apache-2.0
"""Titles, offices, country and sector: what the words beside a name, or a description without one, say of someone.

Nothing is known here of any person: all is read from the words and from the tables of countries, bodies, offices and
nouns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from readout.reading.coreference.allegiances import (
    LANDS,
    Allegiance,
    WordRange,
    allegiance_of,
    capital_behind,
    is_of_several,
)
from readout.reading.coreference.facts import singular_of
from readout.reading.coreference.loosenouns import has_usual_sector
from readout.reading.coreference.networks import is_other_network
from readout.reading.coreference.officekeys import office_key
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import (
    Noun,
    Office,
    anonymity_phrase_at,
    country_of_adjective,
    fold_name,
    office_named,
    office_state,
    phrase_key,
    sector_of_noun,
)
from readout.text import Span

__all__ = [
    "COUNTERPARTS",
    "LINKS",
    "MARKS",
    "NOMINAL",
    "OUTSIDERS",
    "Description",
    "Role",
    "describe",
    "head_noun",
]


NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
LINKS = frozenset({"of", "for"})
MARKS = frozenset({"'s", "’s", "'", "’", "-", "[", "]", "‑"})
_ARMED = frozenset({"REB", "UAF", "PRM"})
_STATE_OFFICES = frozenset("minister president premier governor ambassador lawmaker mp senator deputy".split())
_STATUS = frozenset(
    "top senior veteran longtime long-time fellow prominent leading right-hand new current embattled late".split()
)
_JOINT_OWNERS = frozenset(
    "countries nations states sides parties groups governments neighbours neighbors rivals allies".split()
)
_DETERMINING = frozenset(
    "my your our his her their its whose own every any no another such all each either neither".split()
)
_OWNING = frozenset("children women men people veterans workers".split())  # of whom there are ministers
_KIN = frozenset({"father", "brother", "sister"})
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten both several many some first second third another other more than "
    "about dozen dozens hundred hundreds thousand thousands million millions billion few most or so".split()
)
_OWNERS = frozenset({"his", "her", "their", "its", "whose"})
_TOP = frozenset({"top", "chief"})
_UNNAMED = frozenset({"unnamed", "unidentified", "anonymous"})
_HEADS = frozenset("chief head boss leader director".split())
_BELOW = frozenset("deputy vice assistant under junior associate shadow".split())
_FOREIGN = frozenset("to in on with from against who whom which whose that , ( said".split())
COUNTERPARTS = frozenset("counterpart homologue".split())
_AGAINST = frozenset(
    "critic critics opponent opponents foe foes enemy enemies adversary adversaries detractor detractors".split()
)
# Whoever has one of these is not of their country: "Washington stands with its ally".
OUTSIDERS = frozenset(
    "ally enemy neighbour neighbor rival partner adversary opponent foe counterpart friend creditor donor guest".split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """What someone is, in the report's words.

    Attributes:
        title: "Defence Minister": without article, country, or a word that says it is past.
        country: Alpha-3 or IGO code, where the words give it.
        span: The characters of the title with its country.
        former: Whether the report says that it is over.
    """

    title: str
    country: str | None
    span: Span
    former: bool = False


@dataclass(frozen=True, slots=True)
class Description:
    """A title or description, understood.

    Attributes:
        words: Its words without article.
        noun: Head noun, singular and in lower case.
        title: The title proper, as the report writes it.
        office: Key of the office; descriptions of one office have one key. Empty where the words are no office's.
        country: Alpha-3 or IGO code.
        sector: PLOVER sector.
        is_person: Whether the noun is one for persons; None where the tables do not know it.
        is_body: Whether the noun may be one for a group or body ("broadcaster").
        anonymous: Whether who is only called so speaks without a name.
        past: Whether the words say that it is over.
        inferred: Whether the office is that of somebody else: "his Russian counterpart".
        local: Whether it is for a part of the country only: "the leader of Somaliland", "the governor of Texas".
        assumed: Whether the country is only that of a body of a name that other countries have too: "the Senate majority leader".
        of_body: Whether it is for what is no state or part of one: "the president of the bank".
    """

    words: WordRange
    noun: str
    title: str
    office: str
    country: str | None
    sector: str | None
    is_person: bool | None
    is_body: bool
    anonymous: bool
    past: bool
    inferred: bool = False
    local: bool = False
    assumed: bool = False
    of_body: bool = False


def head_noun(encoding: Encoding, syntax: Syntax, start: int, end: int) -> int | None:
    """Return the head noun of a run of words: the last before "of", "for", another preposition or a comma."""
    head = None
    for at in range(start, end):
        if syntax.upos[at] in {"NOUN", "PROPN"} or (head is None and syntax.upos[at] == "ADJ"):
            if encoding.lower[at + 1 : at + 2] and encoding.lower[at + 1] in {"'s", "’s", "'", "’"} and at + 1 < end:
                continue
            head = at
        elif head is not None and (syntax.upos[at] in {"ADP", "SCONJ", "VERB"} or encoding.words[at] in {",", "("}):
            break
    return head


def describe(encoding: Encoding, syntax: Syntax, start: int, end: int, head: int | None = None) -> Description | None:
    """Understand a title or description.

    Args:
        encoding: The words.
        syntax: Their parts of speech.
        start: First word.
        end: Word after the last.
        head: The head noun, where it is known.

    Returns:
        What it says; None if it holds no noun.
    """
    if start < end and encoding.lower[start] in {"the", "a", "an", "this", "that"}:
        start += 1
    found = head_noun(encoding, syntax, start, end)
    head = found if head is None or not start <= head < end else head
    if head is None:
        return None
    front = allegiance_of(encoding, start, head)
    comes = syntax.is_relation(head, "nsubj") and _acts_for_state(encoding, syntax, head)
    back = _behind(encoding, head, end, comes=comes) if front is None or front.country is None else None
    if front is None and back is None and _sits(encoding, start, head):
        back = capital_behind(encoding, head + 1)  # "a presidential official in Seoul"
    if encoding.lower[head] in _AGAINST and not (front is not None and _is_adjective(encoding, front)):
        front = back = None  # "a Kremlin critic", "an opponent of the government" is none of theirs
    title_start, past = _title_start(encoding, front, start, head)
    past = past or _is_over(encoding, head) or _has_served(encoding, start, head)
    title = encoding.span(title_start, _title_end(encoding, syntax, head, end)).of(encoding.text)
    noun = singular_of(encoding.lower[head])
    if noun == "number" and encoding.lower[head - 1] == "opposite":
        noun = "counterpart"
    office, sector, title = _office(title, noun, front)
    if not office:  # "director general" of a ministry that no table knows
        office, sector, title = _office(encoding.span(title_start, head + 1).of(encoding.text), noun, front)
    if noun == "diplomat" and not _TOP.isdisjoint(encoding.lower[start:head]):
        office, sector = office_key("top diplomat"), "GOV"  # "the top Russian diplomat"
    entry = _noun_entry(encoding, title_start, head)
    side = front or back
    if side is not None and side.sector is not None and (sector is None or side.kind == "igo" or not office):
        sector = side.sector
    if front is not None and front.country in _OF_SECRETARIES and title.lower() in _ANY_HEAD:
        office = office_key("secretary-general")  # "the UN chief"
    if side is not None and side.kind == "party" and noun in _OF_PARTIES:
        sector = side.sector  # "the Sinn Fein president" is none of a state
    if side is not None and side.sector in _OF_FIRMS and noun in {"president", "vp"}:
        sector = side.sector  # "Google president"
    if noun == "vp" and (side is None or side.kind not in LANDS | {"igo"}) and not (side and side.sector):
        sector = None  # "its VP for sales"
    if side is not None and side.sector in _ARMED and noun not in _STATE_OFFICES:
        sector = side.sector  # "M23 permanent secretary" is in no government
    if noun == "general" and entry is not None and len(entry.noun.split()) < len(phrase_key(office).split()):
        entry = None  # a general is a soldier, a director general is none
    if sector is None and entry is not None and len(entry.noun.split()) >= len(phrase_key(office).split()):
        sector = entry.sector
    of_body = _is_of_body(encoding, syntax, head, end)
    is_in_body = of_body or _is_owned_by_body(encoding, start, head)
    owned = max(
        0, (start if encoding.lower[start - 1 : start] != ("and",) else start - 2) - 1
    )  # "his brother and deputy"
    is_to = encoding.lower[head + 1 : head + 2] == ("to",)  # "a deputy to Abiy"
    if (
        noun == "strategist"
        and (side is None or side.sector != "PTY")
        and (encoding.lower[head + 1 : head + 2] == ("at",) or not _MARKETS.isdisjoint(encoding.lower[start:head]))
    ):
        sector = "BUS"  # "chief bond strategist at Norbank" works for no party
    if noun == "boss" and not _OWNERS.isdisjoint(encoding.lower[owned:head]):
        sector = None  # "her boss" may be a minister
    if noun == "deputy" and (is_to or not (_OWNERS | {"'s", "’s"}).isdisjoint(encoding.lower[owned:head])):
        sector = None  # "her deputy" sits in no parliament
    if office and (
        sector is None
        or noun == "president"
        or (office in _ANY_HEAD and (side is None or (of_body and side.kind in LANDS)))
    ):  # of a party, a club, a court
        sector = (
            _sector_behind(encoding, syntax, head, end)
            or _sector_of_owner(encoding, start, head)
            or (None if is_in_body and (side is None or side.kind in LANDS) else sector)
        )
    if noun == "representative" and encoding.words[head].islower():
        sector = _sector_of_representative(sector, side)
    giving = next((s for s in (front, back) if s is not None and s.country is not None), None)
    if (
        giving is not None and giving.assumed and noun == "president"
    ):  # other Senates have one, that of the United States has not
        giving = None
    country = (
        giving.country if giving is not None else _country_of_office(title) or _country_of_people(encoding, start, head)
    )
    if country is not None and is_of_several(encoding, start, end, head):
        country = None
    if country is not None and front is not None:
        country = _of_two_lands(encoding, front, country)
    is_person = True if office else entry.person if entry is not None else None
    if not office and entry is not None:
        title = encoding.span(_entry_start(encoding, syntax, title_start, head), head + 1).of(encoding.text)
    anonymous = (entry.anonymous if entry is not None else False) or anonymity_phrase_at(
        encoding.words, head + 1
    ) is not None
    anonymous = anonymous or _is_one_of_unnamed(encoding, head, end)
    anonymous = anonymous or not _UNNAMED.isdisjoint(encoding.lower[start:head])
    is_body = entry is not None and entry.group and not office  # "chief executive" is no executive
    local = side is not None and side.kind == "part"
    return Description(
        (start, end), noun, title, office, country, sector, is_person, is_body, anonymous, past, local=local,
        assumed=giving is not None and giving.assumed, of_body=of_body,
    )  # fmt: skip


def _sits(encoding: Encoding, start: int, head: int) -> bool:
    """Tell whether an official is of the state in whose capital he is: a "presidential official" in Seoul, no "Western" one."""
    is_official = singular_of(encoding.lower[head]) in {"official", "spokesman", "spokeswoman", "spokesperson"}
    return is_official and _OF_STATE.issuperset(encoding.lower[start:head])


_OF_STATE = frozenset(
    "a an the one two three several senior top government presidential ministry foreign defence defense security intelligence "
    "military army interior cabinet state ministerial".split()
)


def _sector_of_representative(sector: str | None, side: Allegiance | None) -> str | None:
    """Return the sector of a representative in small letters: who is one of a state speaks for it at a body of states."""
    if side is None:
        return None if sector == "LEG" else sector  # "a company representative"
    return "GOV" if side.kind == "country" and sector in {"LEG", None} else sector


def _is_over(encoding: Encoding, head: int) -> bool:
    """Tell whether the years behind a title say that it was given up: "prime minister from 2004 to 2009", "until 2019"."""
    behind = encoding.lower[head + 1 : head + 5]
    if behind[:1] == ("until",):
        return behind[1:2] != () and _is_year(behind[1])
    is_span = behind[:1] in {("from",), ("between",)} and behind[2:3] in {("to",), ("until",), ("and",)}
    return is_span and all(map(_is_year, (behind[1], *behind[3:4])))


def _has_served(encoding: Encoding, start: int, head: int) -> bool:
    """Tell whether a title is one in which somebody served once: "briefly [served as] prime minister in 2017"."""
    before, behind = encoding.lower[max(0, start - 4) : start], encoding.lower[head + 1 : head + 2]
    if encoding.words[head + 1 : head + 2] and encoding.words[head + 1][:1].isupper():
        return False  # "served as Prime Minister Modi's secretary"
    return before[-2:] == ("served", "as") and _HAVING.isdisjoint(before) and behind not in {("since",), ("for",)}


_HAVING = frozenset({"has", "have", "'ve", "’ve", "'s", "’s"})


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit()


def _of_two_lands(encoding: Encoding, front: Allegiance, country: str) -> str | None:
    """Return the country of somebody of two: none of "the Italian-Swedish diplomat", the second of "Mexican-American"."""
    at = front.words[1]
    other = country_of_adjective(encoding.words[at + 1]) if encoding.words[at : at + 1] == ("-",) else None
    if other is None or front.kind != "country" or other.iso3 == country:
        return country
    return "USA" if other.iso3 == "USA" else None


def _is_adjective(encoding: Encoding, side: Allegiance) -> bool:
    return country_of_adjective(encoding.span(*side.words).of(encoding.text)) is not None


def _is_one_of_unnamed(encoding: Encoding, head: int, end: int) -> bool:
    """Tell whether somebody is one of people whom news leaves unnamed: "one of the sources"."""
    if encoding.lower[head] not in _SOME or encoding.lower[head + 1 : head + 2] != ("of",):
        return False
    known = (sector_of_noun(encoding.lower[w]) for w in range(head + 2, min(max(end, head + 5), len(encoding.words))))
    entry = next((entry for entry in known if entry is not None), None)
    return entry is not None and entry.anonymous


_MARKETS = frozenset(
    "bond bonds market markets currency currencies equity equities rate rates investment fx forex macro credit".split()
)
_SOME = frozenset("one some several many few most two three four five six seven eight nine ten both".split())
_SENT = frozenset("envoy representative negotiator mediator rapporteur coordinator adviser advisor".split())


def _acts_for_state(encoding: Encoding, syntax: Syntax, head: int) -> bool:
    """Tell whether those who do something are of the kind that states have, and do not only come back from somewhere."""
    entry = sector_of_noun(singular_of(encoding.lower[head]))
    is_states = entry is not None and entry.sector in _OF_STATES
    return is_states and encoding.lower[syntax.heads[head]] not in _COMING


_OF_STATES = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
_COMING = frozenset("came come comes return returns returned returning landed flew back withdrew withdrawn".split())


def _behind(encoding: Encoding, head: int, end: int, *, comes: bool = False) -> Allegiance | None:
    """Find for whom the head noun is by its "of" or "for": "president of Italy", but not "ambassador to Italy".

    Of an armed group are its people from it as well, "fighters from Hezbollah"; who does something may so be of a land,
    where it `comes` from there: "Soldiers from Chad arrived", but not "withdrew its soldiers from Chad".
    """
    if head + 1 >= end or encoding.lower[head + 1] not in {"of", "for", "at", "from"}:
        return None
    stop = next((w for w in range(head + 2, end) if encoding.lower[w] in _FOREIGN), end)
    side = allegiance_of(encoding, head + 2, stop)
    if encoding.lower[head + 1] == "from" and (side is None or not (side.sector in _ARMED or comes)):
        return None
    if encoding.lower[head + 1] == "for" and encoding.lower[head] in _SENT and side is not None and side.kind in LANDS:
        return None  # an envoy for Syria is not of Syria
    is_longer = side is not None and side.words[1] < stop and encoding.words[side.words[1]][:1].isupper()
    return None if side is not None and side.kind == "outlet" and is_longer else side  # RBC is not RBC Capital Markets


def _is_of_body(encoding: Encoding, syntax: Syntax, head: int, end: int) -> bool:
    """Tell whether an office is one of what its "of" or "at" names, and that is no state: "the president of Harvard"."""
    if head + 2 >= end or encoding.lower[head + 1] not in {"of", "at"}:
        return False
    noun, side = head_noun(encoding, syntax, head + 2, end), _behind(encoding, head, end)
    is_land = noun is not None and encoding.lower[noun] in _LANDS
    if encoding.lower[head] == "speaker" and noun is not None and encoding.lower[noun] in _PARLIAMENTS:
        return False
    return not is_land and (side is None or side.kind not in LANDS or side.words[1] <= (noun or 0))


_PARLIAMENTS = frozenset("parliament assembly house chamber legislature".split())
_LANDS = frozenset("country nation state republic kingdom island territory region province".split())


_OF_SECRETARIES = frozenset({"UN", "NATO"})
_OF_PARTIES = frozenset("president leader chair chairman chairwoman chairperson secretary".split())
_ANY_HEAD = frozenset({"leader", "head", "chief"})
_OF_FIRMS = frozenset({"MNC", "BUS", "EDU", "MED"})


def _is_owned_by_body(encoding: Encoding, start: int, head: int) -> bool:
    """Tell whether an office is one of a body that is no state and that owns it: "the Spanish [federation's] president"."""
    at = next((w for w in range(head - 1, start, -1) if encoding.lower[w] in {"'s", "’s"}), None)
    return at is not None and encoding.words[at - 1] in _CLUBS  # in small letters: no "Russian Federation"


_CLUBS = frozenset("federation association club league academy institute society committee chamber foundation".split())


def _sector_of_owner(encoding: Encoding, start: int, head: int) -> str | None:
    """Return the sector of the body that stands before a title as its owner: "the [union]'s leader"."""
    at = next((w for w in range(head - 1, start, -1) if encoding.lower[w] in {"'s", "’s"}), None)
    entry = None if at is None or not encoding.words[at - 1].islower() else _noun_entry(encoding, start, at - 1)
    return entry.sector if entry is not None and entry.group and not entry.person else None


def _sector_behind(encoding: Encoding, syntax: Syntax, head: int, end: int) -> str | None:
    """Return the sector of what somebody heads or speaks for: "director general of the health ministry"."""
    if head + 2 >= end or encoding.lower[head + 1] not in {"of", "for", "at"}:
        return None
    noun = head_noun(encoding, syntax, head + 2, end)
    entry = _noun_entry(encoding, head + 2, noun) if noun is not None else None
    if is_other_network(encoding.words[head + 2 : end]):
        return None
    return entry.sector if entry is not None and entry.group else None


def _title_start(encoding: Encoding, front: Allegiance | None, start: int, head: int) -> tuple[int, bool]:
    """Return the first word of the title proper, and whether the words before say that it is over."""
    states = {office_state(w) for w in encoding.lower[start:head]}
    past = "former" in states and "current" not in states  # "current and former officials"
    at = start
    while at < head:
        if front is not None and at == front.words[0] and _is_left_out(encoding, front):
            at = front.words[1]
        elif _is_status(encoding.lower[at]) and _office_of(encoding.span(at, head + 1).of(encoding.text)) is not None:
            break  # "senior vice president" is an office of companies
        elif (
            encoding.lower[at] in _NUMBERS
            or encoding.lower[at].isdigit()
            or _is_status(encoding.lower[at])
            or encoding.lower[at] in MARKS
            or encoding.lower[at] in _DETERMINING
            or (at > start and encoding.lower[at] in {"of", "the"} and encoding.lower[at - 1] in _NUMBERS | {"of"})
            or _is_hyphened(encoding, at, head)
        ):
            at += 1
        else:
            break
    return _behind_owner(encoding, min(at, head), head), past


def _behind_owner(encoding: Encoding, start: int, head: int) -> int:
    """Return where a title begins behind an owner in small letters: "the group's political [chief]", not "children's minister".

    Of several owners only those that say nothing of the office: "the two countries' [leaders]", not "farmers' leader".
    """
    for at in range(head - 1, start, -1):
        owner = encoding.lower[at - 1]
        of_one = encoding.lower[at] in {"'s", "’s"} and encoding.words[at - 1].islower() and owner not in _OWNING
        if of_one or (encoding.lower[at] in {"'", "’"} and owner in _JOINT_OWNERS):
            return at + 1
    return start


def _is_hyphened(encoding: Encoding, at: int, head: int) -> bool:
    """Tell whether a word is in a hyphened one before the title: "52-year-old" driver, "high-level" source; not "co-founder"."""
    if not encoding.words[at].islower():
        return False
    opens = at + 2 < head and encoding.words[at + 1] == "-"
    is_behind_state = at > 1 and office_state(encoding.lower[at - 2]) is not None  # "then-[prime] minister"
    return opens or (at > 0 and encoding.words[at - 1] == "-" and at < head and not is_behind_state)


def _country_of_people(encoding: Encoding, start: int, head: int) -> str | None:
    """Return the country that people are of by the noun for them: "two Sri Lankans"."""
    if not encoding.words[head][:1].isupper():
        return None
    for first in range(max(start, head - 2), head + 1):
        land = country_of_adjective(encoding.span(first, head + 1).of(encoding.text))
        if land is not None:
            return land.iso3
    return None


def _is_status(word: str) -> bool:
    return word in _STATUS or office_state(word) is not None


def _is_left_out(encoding: Encoding, front: Allegiance) -> bool:
    """Tell whether a title is written without its body: "EU's foreign policy chief", but "Pentagon chief"."""
    after = encoding.lower[front.words[1] : front.words[1] + 1]
    return front.kind in {"country", "igo", "place", "part"} or after in (("'s",), ("’s",), ("'",), ("’",))


def _title_end(encoding: Encoding, syntax: Syntax, head: int, end: int) -> int:
    """Return the end of the title proper: "director of national intelligence", but "president" of Italy."""
    if encoding.lower[head + 1 : min(end, head + 5)] == _IN_CHIEF:
        return head + 5
    if head + 1 >= end or encoding.lower[head + 1] not in LINKS:
        return head + 1
    stop = next(
        (w for w in range(head + 2, end) if encoding.lower[w] in _FOREIGN or syntax.upos[w] in {"VERB", "SCONJ"}), end
    )
    while stop > head + 2 and syntax.upos[stop - 1] not in NOMINAL:
        stop -= 1
    if stop <= head + 2:
        return head + 1
    if _office_of(encoding.span(head, stop).of(encoding.text)) is not None:
        return stop
    if encoding.lower[head : head + 3] == ("chief", "of", "staff"):
        return head + 3  # "chief of staff for political affairs"
    side = allegiance_of(encoding, head + 2, stop)
    is_side = side is not None and side.words[0] <= head + 3 and side.kind in {"country", "place", "part", "igo"}
    owned = side is not None and encoding.lower[side.words[1] : side.words[1] + 1] in (("'s",), ("’s",))
    return head + 1 if encoding.lower[head + 1] == "for" or (is_side and not owned) else stop


_IN_CHIEF = ("-", "in", "-", "chief")


@lru_cache(maxsize=16_384)
def _office_of(text: str) -> Office | None:
    return office_named(text)


def _office(title: str, noun: str, front: Allegiance | None) -> tuple[str, str | None, str]:
    """Return the key of the office that a title names, its sector, and the title without foreign words in front.

    The key is empty where it names none.
    """
    written = title.split()
    words = [_without_state(word) for word in written]
    if front is not None and front.kind == "ministry" and front.sector == "MIL" and noun in _HEADS:
        return office_key("defence minister"), "MIL", title
    for at in range(_behind_noun(words, noun)):
        found = _office_of(" ".join(words[at:]))
        if found is not None and words[at] not in _KIN:  # "her father" is no priest
            below = any(fold_name(w) in _BELOW for w in words[:at])
            is_whole = words[at] == written[at]  # "liberal" is no part of "liberal ex-president"
            while at > 0 and is_whole and words[at - 1].islower() and not _is_loose(words[at - 1]):
                at -= 1  # "financial adviser": small letters in front belong to the title
            at += words[at] == "and"  # "secretary of the Popular Front and state president"
            own = front is not None and front.kind not in {"country", "igo", "place", "part"}
            shown = title if below or own else _in_singular(" ".join(words[at:]), found.title)
            return ("deputy " if below else "") + office_key(found.title), found.sector, shown
    return "", None, title


def _without_state(word: str) -> str:
    """Return a word of a title without what says that it is over: "president" of "ex-president"."""
    state, _, rest = word.partition("-")
    return rest if rest and office_state(state.lower()) is not None else word


def _behind_noun(words: Sequence[str], noun: str) -> int:
    """Return where the words end in which an office may begin: an ally of the prime minister is none, one of the officers is."""
    entry = sector_of_noun(noun)
    if entry is None or not entry.person:
        return len(words)
    return next((at + 1 for at, word in enumerate(words) if singular_of(word.lower()) == noun), len(words))


def _country_of_office(title: str) -> str | None:
    """Return the country that alone has an office: "Treasury Secretary", "taoiseach"."""
    words = title.split()
    found = next((one for at in range(len(words)) if (one := _office_of(" ".join(words[at:]))) is not None), None)
    return found.country if found is not None else None


def _is_how(word: str) -> bool:
    """Tell whether a word says how people look or are, not what: "hooded gunmen", but not "alleged gunmen"."""
    return word.endswith("ed") and word not in _IN_TITLES


def _is_loose(word: str) -> bool:
    """Tell whether a word in front of a title is no part of it: a number, "former", "than", an article."""
    is_how = _is_how(word)
    return (
        word in _NUMBERS
        or word in LINKS
        or word == "the"
        or is_how
        or word.endswith("-old")
        or office_state(word) is not None
    )


_IN_TITLES = frozenset(
    "alleged suspected accused convicted wanted chartered accredited associated allied united certified armed unified".split()
)


def _in_singular(title: str, office: str) -> str:
    """Write a plural title as one person's: "Ministers" is "Minister"."""
    if title.lower().endswith("s") and not office.endswith("s") and office.split()[-1] != title.split()[-1].lower():
        last = title.split()[-1]
        one = singular_of(last.lower())
        if last[:-1].isupper() and last.endswith("s"):
            return title[:-1]  # "MPs"
        return title[: len(title) - len(last)] + (one.capitalize() if last[0].isupper() else one)
    return title


def _noun_entry(encoding: Encoding, start: int, head: int) -> Noun | None:
    for at in range(max(start, head - 2), head + 1):
        text = encoding.span(at, head + 1).of(encoding.text)
        found = sector_of_noun(text) or sector_of_noun(singular_of(text.lower()))
        if found is not None:
            return found if has_usual_sector(encoding, head) else replace(found, sector=None, anonymous=False)
    return None


def _entry_start(encoding: Encoding, syntax: Syntax, start: int, head: int) -> int:
    """Return the first word of a noun's own: "diplomat" in "European diplomat", "aid" in "aid worker"."""
    at = head
    while at > start and encoding.words[at - 1].islower() and syntax.upos[at - 1] in NOMINAL:
        if encoding.lower[at - 1].endswith("old") or _is_how(encoding.lower[at - 1]):  # "the 24-year-old activist"
            break
        at -= 1
    return at + 1 if 0 < at < head and encoding.words[at - 1] == "-" else at
