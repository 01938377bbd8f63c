# SPDX-License-Identifier: Apache-2.0
"""With which figure before it a bare number goes on: "three of them", "gave the number as 80", "79 in May and 22 in July".

What it counts is taken over, never a number. Where two figures could be meant, or no word says that it goes on, it stays bare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.comparisons import Compared
from readout.reading.figures.counted import is_person
from readout.reading.trees.syntax import Syntax

__all__ = ["TakenUp", "are_people", "taken_up"]

_PARENTS = frozenset("father mother parent parents fathers mothers grandmother grandfather".split())
_CROWDS = frozenset(
    "crowd crowds audience gathering rally town city village community country nation population".split()
)
_THEM = frozenset({"them", "these", "those", "whom"})
_PUT = frozenset(
    "put puts putting gave gives giving placed places estimated estimates reported lowered raised raises revised revises".split()
)
_OF_THEM = (("of", "them"), ("of", "these"), ("of", "which"))
_IT = frozenset({"it", "that", "this"})
_NUMBERING = frozenset({"number", "numbers", "numbered"})
_NUMBERS = frozenset("figure number total tally count toll".split())
_AT = frozenset({"at", "as", "to"})
_PLACED = frozenset({"in", "at", "on", "for"})
_JOINED = frozenset({",", "and", ";"})
_SCENES = frozenset("in from across over during at".split())
_PARTS = frozenset("them whom including includes of ( those among".split())
_OF_MONEY = frozenset("bn tn trn billion trillion".split())
_SELLING = frozenset("sell sells sold selling go goes went change changes".split())
_COSTING = (("cost",), ("costs",), ("fetch",), ("fetches",), ("fetched",))
_EXTENTS = (("wide",), ("deep",), ("long",), ("high",), ("tall",), ("thick",), ("across",))
_RATES = frozenset(("a", unit) for unit in ("day", "week", "month", "year"))
_A_WAGE = 20
_SCALES = _OF_MONEY | {"million", "m", "mn"}
_COUNTED = (("counted",), ("counts",))
_SPOKEN = frozenset("spoke speak speaks spoken talked talks".split())
_OF_PLACES = frozenset(
    "cities towns villages countries states provinces districts regions constituencies municipalities counties".split()
)  # in which things are counted
_FAR = 100  # figures looked back over
_REACH = 7  # words between the verb and its number: "put the real number of victims at"
_BEFALLING = frozenset("dead killed wounded injured missing hurt arrested detained aboard displaced".split())
_ARE = (("are",), ("were",))
_PUT_KINDS = frozenset({"count", "money", "measure"})


@dataclass(frozen=True, slots=True)
class TakenUp:
    """The place of the figure that a bare number goes on with; `whole` says that it tells of the very same."""

    place: int
    whole: bool


def are_people(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a bare number is of people: "44 of whom", "a father of three", "17 of them were Filipinos"."""
    lower, start, end = encoding.lower, amount.start, amount.end
    if amount.kind != "count":
        return False
    if lower[end : end + 2] == ("of", "them") and lower[end + 2 : end + 3] in _ARE and end + 3 < len(lower):
        return is_person(encoding, end + 3)
    if start > 1 and lower[start - 1] == "at" and lower[start - 2] in _BEFALLING:
        return True  # "put the dead at 32,705 and the wounded at 75,190"
    if lower[max(start - 1, 0)] == "at" and _puts_the_hurt(lower[max(start - 1 - _REACH, 0) : start - 1]):
        return True  # "put the wounded at the roadside at 10"
    if lower[end : end + 1] in _ARE and end + 1 < len(lower) and amount.low > 1:
        return is_person(encoding, end + 1) and lower[end + 1] not in _BEFALLING  # "of the dead, 12 were children"
    if start > 1 and lower[start - 1] in _NUMBERING and _is_of_people(encoding, syntax, start - 1):
        return True  # "the rebels number about 20,000"
    if start > 1 and lower[start - 1] == "of" and lower[start - 2] in _CROWDS:
        return True  # "a crowd of some 5,000"
    return lower[end : end + 2] == ("of", "whom") or (
        lower[start - 1 : start] == ("of",) and lower[max(start - 2, 0)] in _PARENTS
    )


def _is_of_people(encoding: Encoding, syntax: Syntax, verb: int) -> bool:
    """Tell whether the noun nearest before a verb, but for what says where it is, is one of people."""
    begin = max(syntax.sentences[syntax.sentence_of[verb]].start, verb - _REACH)
    nouns = [w for w in range(begin, verb) if syntax.upos[w] in {"NOUN", "PROPN"} and not syntax.children(w, "case")]
    return bool(nouns) and is_person(encoding, nouns[-1])


def _puts_the_hurt(words: Sequence[str]) -> bool:
    """Tell whether words put "the wounded" or "the dead" at a number that comes next."""
    put = next((at for at in range(len(words) - 1, -1, -1) if words[at] in _PUT), None)
    told = words[put + 1 : put + 3] if put is not None else ()
    return len(told) > 1 and told[0] == "the" and told[1] in _BEFALLING


def taken_up(encoding: Encoding, syntax: Syntax, figures: Sequence[Compared]) -> dict[int, TakenUp]:
    """Find the figures that bare numbers go on with; keys are places in `figures`."""
    found: dict[int, TakenUp] = {}
    for place, here in enumerate(figures):
        if here.kind != "count" or here.unit is not None or here.of is not None:
            continue
        if (of := _told_of_them(encoding, syntax, figures, place)) is not None:
            found[place] = TakenUp(of, whole=False)
        elif (things := _things_told(encoding, syntax, figures, place)) is not None:
            found[place] = TakenUp(things, whole=True)
        elif (_is_put(encoding, syntax, here) or _is_counted(encoding, here)) and (
            same := _told_before(encoding, syntax, figures, place)
        ) is not None:
            found[place] = TakenUp(same, whole=True)
        elif (length := _length_before(encoding, syntax, figures, place)) is not None:
            found[place] = TakenUp(length, whole=True)
        elif (price := _price_before(encoding, syntax, figures, place)) is not None:
            found[place] = TakenUp(price, whole=True)
        elif (sum_before := _sum_before(encoding, syntax, figures, place)) is not None:
            found[place] = TakenUp(sum_before, whole=True)
        elif (_goes_on(encoding, here) or _is_anothers(encoding, syntax, here)) and (
            first := _listed_before(syntax, figures, place)
        ) is not None:
            found[place] = TakenUp(first, whole=True)
    return found


def _told_of_them(encoding: Encoding, syntax: Syntax, figures: Sequence[Compared], place: int) -> int | None:
    """Return the people of whom a number of "them" is told: "300 officers were hurt, three of them badly"."""
    here, lower = figures[place], encoding.lower
    if _is_among_them(encoding, here):
        at = place - 1 - (place > 1 and _is_scene(encoding, figures[place - 1]))
        told = figures[at] if at >= 0 else None
        same = (
            told is not None
            and told.unit == "person"
            and _sentences_back(syntax, told, here) == 0
            and told.low >= here.low
        )
        return at if same else None
    if lower[here.end : here.end + 1] != ("of",) or not _THEM.issuperset(lower[here.end + 1 : here.end + 2]):
        return None
    near = [at for at in _before(place) if _sentences_back(syntax, figures[at], here) <= 1 and figures[at].unit]
    if (
        near
        and _things_told(encoding, syntax, figures, place) is not None
        and _sentences_back(syntax, figures[near[-1]], here)
    ):
        return None  # "600 trucks, 50 of them with fuel", whatever people the sentence before tells of
    return near[-1] if near and figures[near[-1]].unit == "person" else None


def _is_among_them(encoding: Encoding, here: Compared) -> bool:
    """Tell whether a number is of some of those just told: "150,000 people, among them 112,000 from the border"."""
    before = encoding.lower[max(here.start - 2, 0) : here.start]
    return before in (("among", "them"), ("of", "which"), ("of", "whom")) or before[-1:] == ("including",)


def _is_scene(encoding: Encoding, figure: Compared) -> bool:
    """Tell whether a figure is of where something was done: "killed 45 rebels in [30 raids], including 20 near Mosul"."""
    return encoding.lower[max(figure.start - 1, 0)] in _SCENES


def _things_told(encoding: Encoding, syntax: Syntax, figures: Sequence[Compared], place: int) -> int | None:
    """Return the things of some of which a number is told: "2,600 tickets, 160 of them on Saturday"."""
    here, told = figures[place], figures[place - 1] if place else None
    if told is not None and _is_among_them(encoding, here) and _is_scene(encoding, told):
        return None
    is_part = encoding.lower[here.end : here.end + 2] in _OF_THEM or _is_among_them(encoding, here)
    if told is None or not is_part:
        return None
    same = told.kind == "count" and told.unit is None and told.of is not None and told.low >= here.low
    return place - 1 if same and _sentences_back(syntax, told, here) == 0 else None


def _is_put(encoding: Encoding, syntax: Syntax, here: Compared) -> bool:
    """Tell whether a verb puts the number, or "it", at this one: "Shell put the figure at 180,000"."""
    lower = encoding.lower
    if not here.start or lower[here.start - 1] not in _AT:
        return False
    begin = max(syntax.sentences[syntax.sentence_of[here.start]].start, here.start - 1 - _REACH)
    words = lower[begin : here.start - 1]
    verb = next((at for at in range(len(words) - 1, -1, -1) if words[at] in _PUT), None)
    if verb is None or {",", ";"} & set(words[verb:]):
        return False
    return not _IT.isdisjoint(words[verb + 1 : verb + 2]) or not _NUMBERS.isdisjoint(words[verb + 1 :])


def _is_counted(encoding: Encoding, here: Compared) -> bool:
    """Tell whether somebody counts so many, or speaks of them, and no noun says of what: "the rebels spoke of 60"."""
    before = encoding.lower[max(here.start - 2, 0) : here.start]
    return before[-1:] in _COUNTED or (before[1:] == ("of",) and before[0] in _SPOKEN)


def _is_anothers(encoding: Encoding, syntax: Syntax, here: Compared) -> bool:
    """Tell whether a name behind a comma or "and" has the number: "hosts 3.6 million Syrians, Lebanon 1.5 million".

    Or has it in brackets: "17 deaths, followed by Kangra (13) and Chamba (six)".
    """
    bracketed = encoding.lower[here.start - 1] == "(" and encoding.lower[here.end : here.end + 1] == (")",)
    name = here.start - 1 - (bracketed or encoding.lower[here.start - 1 : here.start] == ("at",))
    first = name
    while first > 0 and syntax.upos[first] == "PROPN":
        first -= 1
    is_name = first < name and encoding.words[name][0].isupper()
    joined = encoding.lower[first] in _JOINED or (
        bracketed and encoding.lower[first - 1 : first + 1] == ("followed", "by")
    )
    return is_name and joined and syntax.upos[here.end : here.end + 1] != ("NOUN",)


def _told_before(encoding: Encoding, syntax: Syntax, figures: Sequence[Compared], place: int) -> int | None:
    """Return the one thing of which a number was told last, in the sentence or the one before; not a part of it."""
    here = figures[place]
    near = [
        at
        for at in _before(place)
        if _sentences_back(syntax, figures[at], here) <= 1
        and figures[at].kind in _PUT_KINDS
        and (figures[at].unit or figures[at].of)
        and not _is_part(encoding, figures[at])
    ]
    last = [at for at in near if syntax.sentence_of[figures[at].start] == syntax.sentence_of[figures[near[-1]].start]]
    return last[-1] if len({(figures[at].unit, figures[at].of) for at in last}) == 1 else None


def _is_part(encoding: Encoding, figure: Compared) -> bool:
    """Tell whether a figure is of a part of what was told before it: "among them eight leaders", "five of whom"."""
    before = encoding.lower[max(figure.start - 2, 0) : figure.start]
    return not _PARTS.isdisjoint(before) or encoding.lower[figure.end : figure.end + 1] == ("of",)


def _sum_before(encoding: Encoding, syntax: Syntax, figures: Sequence[Compared], place: int) -> int | None:
    """Return the sum of money that a bare number in millions or more goes on with: "revenue of 176bn cedis, spending of 227bn"."""
    here = figures[place]
    scale = encoding.lower[here.end - 1]
    if scale not in _SCALES or syntax.upos[here.end : here.end + 1] in (("VERB",), ("AUX",), ("NOUN",), ("PROPN",)):
        return None
    back = 1 if scale in _OF_MONEY else 0  # people are hardly told in billions
    told = [
        at
        for at in _before(place)
        if _sentences_back(syntax, figures[at], here) <= back
        and figures[at].unit
        and not _is_conversion(encoding, figures[at])
    ]
    return told[-1] if told and figures[told[-1]].kind == "money" else None


def _length_before(encoding: Encoding, syntax: Syntax, figures: Sequence[Compared], place: int) -> int | None:
    """Return the length whose unit a bare number takes over: "140 metres wide and 43 deep"."""
    here, told = figures[place], figures[place - 1] if place else None
    if told is None or encoding.lower[here.end : here.end + 1] not in _EXTENTS or _sentences_back(syntax, told, here):
        return None
    is_length = told.kind == "measure" and encoding.lower[told.end : told.end + 1] in _EXTENTS
    return place - 1 if is_length else None


def _price_before(encoding: Encoding, syntax: Syntax, figures: Sequence[Compared], place: int) -> int | None:
    """Return the sum of its sentence that a bare price goes on with: "a kilo that cost 38 bolivianos … sells for 65"."""
    here = figures[place]
    before = encoding.lower[max(here.start - 2, 0) : here.start]
    sold = before[1:] == ("for",) and before[0] in _SELLING
    if here.low >= _A_WAGE and before[-1:] == ("and",) and encoding.lower[here.end : here.end + 2] in _RATES:
        sold = place > 0 and figures[place - 1].kind == "money"  # "100,000 drams, and 50,000 a month"
    if not (sold or before[-1:] in _COSTING) or syntax.upos[here.end : here.end + 1] in (("NOUN",), ("PROPN",)):
        return None
    told = [
        at
        for at in _before(place)
        if _sentences_back(syntax, figures[at], here) == 0
        and figures[at].kind == "money"
        and not _is_conversion(encoding, figures[at])
    ]
    return told[-1] if told else None


def _is_conversion(encoding: Encoding, figure: Compared) -> bool:
    """Tell whether a sum in brackets says another again in other money: "190.5 billion pesos ($9.4 billion)"."""
    return figure.kind == "money" and "(" in encoding.lower[max(figure.start - 1, 0) : figure.start]


def _goes_on(encoding: Encoding, here: Compared) -> bool:
    """Tell whether a bare number behind a comma or "and" says where or when: "79 in February and 22 in July"."""
    lower = encoding.lower
    behind_each = here.end + (lower[here.end : here.end + 1] == ("each",))  # "two each in Noto and Shika"
    behind = encoding.words[behind_each + 1 : behind_each + 2]
    joined = here.start > 0 and lower[here.start - 1] in _JOINED
    return (
        joined
        and lower[behind_each : behind_each + 1] != ()
        and lower[behind_each] in _PLACED
        and behind != ()
        and _names(behind[0])
    )


def _names(word: str) -> bool:
    return word[0].isupper() or word.isdigit()


def _listed_before(syntax: Syntax, figures: Sequence[Compared], place: int) -> int | None:
    """Return the first of a row of counts that a bare number of its sentence goes on with, where it alone has a noun."""
    here = figures[place]
    row = [at for at in _before(place) if syntax.sentence_of[figures[at].start] == syntax.sentence_of[here.start]]
    told = [at for at in row if figures[at].unit or figures[at].of]
    if told and told[-1] == place - 1 and figures[told[-1]].kind == "percentage":
        return told[-1]  # "2.8% for this year and 4.4 for 2025"
    if not told or any(figures[at].kind != "count" for at in row):
        return None
    if figures[told[-1]].of not in _OF_PLACES:
        return told[-1]
    of = {figures[at].of for at in told} - _OF_PLACES  # "15 stadiums in five cities: eight in Riyadh, four in Jeddah"
    return next(at for at in told if figures[at].of in of) if len(of) == 1 else None


def _before(place: int) -> range:
    return range(max(0, place - _FAR), place)


def _sentences_back(syntax: Syntax, figure: Compared, here: Compared) -> int:
    return syntax.sentence_of[here.start] - syntax.sentence_of[figure.start]
