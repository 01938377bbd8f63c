# SPDX-License-Identifier: Apache-2.0
"""What the words of one mention say by themselves: number, gender, grammatical person, definiteness."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from readout.reading.coreference.genders import OWNERS, OWNING, Gender, gender_of_name, gender_of_noun
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.namings import is_byname, is_named_body
from readout.reading.coreference.peoples import is_people
from readout.reading.coreference.undertakings import is_undertaking
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import (
    body_named,
    country_named,
    country_of_adjective,
    cue_verb,
    find_office,
    holders_named,
    honorific_named,
    igo_named,
    office_named,
    sector_of_noun,
)
from readout.text import Span

__all__ = [
    "OF_LIFE",
    "Definiteness",
    "Facts",
    "Number",
    "corrected",
    "facts_of",
    "is_plural_name",
    "names_vessel",
    "singular_of",
]

Number = Literal["one", "many", "any"]
Definiteness = Literal["definite", "indefinite", "owned", "bare"]

_FIRST_SINGULAR = frozenset("i me my mine myself".split())
_FIRST_PLURAL = frozenset("we us our ours ourselves".split())
_SECOND = frozenset("you your yours yourself yourselves".split())
_THEY = frozenset("they them their theirs themselves these those".split())
_IT = frozenset("it its itself this that".split())
_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
_MANY = frozenset(
    "people men women children police media troops forces others authorities both few many several some two three four "
    "five six seven eight nine ten pair couple duo trio".split()
)
_ONE_IN_S = frozenset("boss business press congress process crisis news series politics us texas".split())
_ACRONYMS = re.compile(r"[A-Z]{2,5}s")
_ACRONYMS_OF_MANY = frozenset("mps mks mlas msps meps pms".split())
_COLLECTIVES = frozenset("family couple household duo trio pair quartet crowd".split())
_COUNTED = frozenset("two three four five".split())
_DEFINITE = frozenset("the this that these those both".split())
_INDEFINITE = frozenset(
    "a an another some any no every each several many most numerous countless certain few one two "
    "three four five six seven eight nine ten".split()
)
_OTHER = frozenset("another other second third fourth fifth different separate unrelated new".split())
_HEADLINE = 40  # words
_DEEDS = frozenset("count vote ballot poll race".split())
_BESIDE_BODIES = frozenset(
    "rival enemy foe adversary opponent ally counterpart".split()
)  # whoever is one of a body's is a body


@dataclass(frozen=True, slots=True)
class Facts:
    """What one mention says of itself.

    Attributes:
        kind: person, group, organisation, place or other; of a pronoun, what the model believes.
        person: Grammatical person of a pronoun, 0 for all else.
        noun: Head word, singular and in lower case.
        is_other: Whether the words say that it is another one ("a second official").
    """

    kind: str
    number: Number
    gender: Gender
    person: int
    definiteness: Definiteness
    noun: str
    is_other: bool


@lru_cache(maxsize=16_384)
def singular_of(word: str) -> str:
    """Return the singular of a noun in lower case, by the common endings."""
    if word in _ACRONYMS_OF_MANY:
        return word[:-1]
    irregular = {"men": "man", "women": "woman", "people": "person", "children": "child"}
    for plural, one in irregular.items():
        if word.endswith(plural) and (word == plural or len(plural) < 6):
            return word[: -len(plural)] + one
    if not word.endswith("s") or word.endswith(("ss", "us", "is")) or len(word) < 4 or word in _ONE_IN_S:
        return word
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]


def facts_of(encoding: Encoding, syntax: Syntax, mention: Mention) -> Facts:
    """Say what a mention's own words tell."""
    word = encoding.lower[mention.head]
    several = _ACRONYMS.fullmatch(encoding.words[mention.head]) is not None  # "MPs"
    if mention.form == "pronoun":
        return _of_pronoun(word, mention)
    if mention.form == "name":
        return _of_name(encoding, mention)
    noun = word[:-1] if several else singular_of(word)
    if noun == "number" and encoding.lower[mention.head - 1] == "opposite":
        noun = word = "counterpart"
    words = encoding.lower[mention.start : mention.head]
    compound = f"{encoding.lower[mention.head - 1]} {noun}"  # "the coast guard" is no guard
    one_of_many = words[:1] in {("a",), ("an",)} and office_named(noun) is not None
    is_office = one_of_many or (bool(words) and office_named(compound) is not None)  # a chief executive is no executive
    kind = (
        "person"
        if one_of_many or (is_office and mention.type == "other")
        else mention.type
        if is_office
        else _kind(compound if words and sector_of_noun(compound) else noun, mention.type)
    )
    if any(one == "-" and life in OF_LIFE for one, life in pairwise(words)):
        kind = "person"  # "the Canadian-born executive"
    if noun in _COLLECTIVES and kind in {"person", "organisation"}:
        kind = "group"
    if kind == "person" and noun in _BESIDE_BODIES and _is_owned_by_body(encoding, mention):
        kind = "organisation"  # "its rival"
    if noun in _NEIGHBOURS and words[:1] == ("its",):
        kind = "place"
    many = kind == "group" or noun != word or word in _MANY or _joins_two(encoding, syntax, mention)
    number: Number = "many" if many else "any" if _is_whoever(words, word) else "one"
    is_part = word in _MANY and encoding.lower[mention.head + 1 : mention.head + 2] == ("of",)  # "four of them"
    if kind == "person" and many and (noun != word or is_part or (word in _COUNTED and words == ("the",))):
        kind = "group"
    return Facts(
        kind, number, gender_of_noun(noun), 0, _definiteness(encoding, mention), noun, bool(_OTHER & {*words, word})
    )


def _is_whoever(words: tuple[str, ...], word: str) -> bool:
    """Tell whether a description is of one or several, as it comes, and "they" then: "someone", "each player"."""
    return word in _WHOEVER or (words[:1] and words[0] in _DISTRIBUTIVE) or words[:2] == ("no", "one")


_WHOEVER = frozenset("someone somebody anyone anybody everyone everybody nobody none whoever".split())
_DISTRIBUTIVE = frozenset("each every any either neither".split())


def _is_owned_by_body(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether the owner of a description is a body: "[its] rival", "[the army]'s ally", "[the G9]'s rival"."""
    if encoding.lower[mention.start] == "its":
        return True
    at = next((w for w in range(mention.head - 1, mention.start, -1) if encoding.lower[w] in {"'s", "’s"}), None)
    if at is None:
        return False
    owner = encoding.words[at - 1]
    entry = sector_of_noun(owner.lower())
    is_group = entry is not None and entry.group and not entry.person
    return is_group or body_named(owner) is not None or igo_named(owner) is not None


OF_LIFE = frozenset(
    {"born", "old", "educated", "trained"}
)  # what only people are: "the Canadian-born", "the 54-year-old"
_NEIGHBOURS = frozenset({"neighbour", "neighbor"})


def _kind(noun: str, believed: str) -> str:
    """Correct the model's type by the table of nouns: a ministry is no person, an official no organisation."""
    entry = sector_of_noun(noun)
    if entry is None or entry.person == entry.group:
        return believed
    if entry.group:
        return "organisation" if believed in {"person", "group"} else believed
    return "person" if believed in {"organisation", "place"} else believed


def _of_pronoun(word: str, mention: Mention) -> Facts:
    number: Number = "any"
    gender: Gender = ""
    person, kind = 3, mention.type
    if word in _FIRST_SINGULAR:
        number, person, kind = "one", 1, "person"
    elif word in _FIRST_PLURAL:
        number, person = "many", 1
    elif word in _SECOND:
        person = 2
    elif word in _MALE or word in _FEMALE:
        number, gender, kind = "one", "male" if word in _MALE else "female", "person"
    elif word in _THEY:
        number = "many"
    elif word in _IT:
        number = "one"
    return Facts(kind, number, gender, person, "definite", word, False)


_VESSELS = frozenset(
    "warship ship vessel frigate destroyer corvette cruiser battleship submarine carrier tanker freighter trawler ferry boat "
    "yacht icebreaker tugboat tug minesweeper cutter liner".split()
)
_SHIPS = frozenset("USS USNS HMS HMCS HMAS HMNZS RMS INS MV MB SS BRP".split())  # letters that begin the name of a ship


def corrected(
    encoding: Encoding, syntax: Syntax, mention: Mention, surnames: AbstractSet[str] = frozenset()
) -> Mention:
    """Correct what the model believes of a mention where its words say otherwise.

    What is written as a name and is no title is a name; after "Mr" and "President" stands a person's. A title that is among the
    surnames of the report is a name too: "[King]", where it speaks of Angus King.
    """
    if mention.form == "nominal" and (named := _written_as_name(encoding, syntax, mention)) is not None:
        mention = named
    if mention.form == "nominal" and _is_acronym(encoding, mention):
        mention = replace(mention, form="name", type="organisation")
    if mention.form == "name" and (first := _first_of_some(encoding, syntax, mention)) is not None:
        span = Span(encoding.spans[first].start, mention.span.end)
        return replace(mention, span=span, start=first, form="nominal", type="group")
    is_own = encoding.words[mention.start] in surnames and encoding.lower[mention.start - 1 : mention.start] != ("the",)
    if mention.form == "name" and mention.end - mention.start == 1 and _is_bare_title(encoding, mention) and not is_own:
        return replace(mention, form="nominal", type="person")  # "Pope urges peace"
    if mention.form == "name" and mention.type == "organisation" and _is_office_of(encoding, mention):
        return replace(mention, form="nominal", type="person")  # "the [Emir of Qatar]"
    if mention.form == "nominal" and mention.type == "person" and _is_deed(encoding, mention):
        return replace(mention, type="other")
    if mention.form == "nominal" and mention.type == "organisation" and _is_officer(encoding, mention):
        return replace(mention, type="person")
    if mention.form == "name" and mention.type == "person" and _is_called_body(encoding, syntax, mention):
        return replace(mention, type="organisation")
    if (
        mention.form == "name"
        and mention.type in {"person", "other"}
        and is_named_body(encoding, syntax, mention, surnames)
    ):
        return replace(mention, type="organisation")
    if mention.form == "name" and mention.type != "person" and is_byname(encoding, syntax, mention):
        return replace(mention, type="person")
    if mention.form == "name" and mention.type in {"person", "other"} and _is_called_outlet(encoding, mention):
        return replace(mention, type="organisation")
    if mention.form == "name" and mention.type == "person" and _is_see(encoding, mention):
        return replace(mention, type="place")
    if names_vessel(encoding, mention) or (mention.form == "name" and is_undertaking(encoding, syntax, mention)):
        return replace(mention, type="other")
    if mention.form == "name" and mention.type in {"person", "other"} and _is_family(encoding, mention, surnames):
        return replace(mention, type="group")
    if mention.form == "name" and mention.type == "person" and _is_armed_group(encoding, mention):
        return replace(mention, type="organisation")
    if mention.form == "name" and is_people(mention.span.of(encoding.text)):
        return replace(mention, type="group")
    if mention.form == "name" and mention.type == "person" and _names_several(encoding, mention):
        return replace(mention, type="group")
    if mention.form == "name" and mention.type == "other" and _is_people(mention.span.of(encoding.text)):
        return replace(mention, form="nominal", type="group")
    return replace(mention, type="person") if _is_called_person(encoding, mention) else mention


def _is_family(encoding: Encoding, mention: Mention, surnames: AbstractSet[str]) -> bool:
    """Tell whether a name in the plural is of those who bear a surname of the report: "the [Dutertes]", "the [Marcoses]"."""
    word = encoding.words[mention.start]
    if mention.end != mention.start + 1 or encoding.lower[mention.start - 1 : mention.start] != ("the",):
        return False
    return word not in surnames and not surnames.isdisjoint({word.removesuffix("s"), word.removesuffix("es")} - {word})


def _is_armed_group(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a plural or a name with an article is of an armed group of the tables: "the [Houthis]", "[Al-Shabaab]"."""
    text = mention.span.of(encoding.text)
    body = body_named(text) if " " not in text and (text.endswith("s") or text[:3].lower() == "al-") else None
    return body is not None and body.kind == "armed group"


_OF_PLACES = frozenset(
    "mayor bishop archbishop governor king queen prince princess duke duchess sultan emir patriarch premier president".split()
)


_SEE = 4  # words: "the governor of Santa Cruz", "the president of Castilla-La Mancha"


def _is_see(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a name is that of the place that an office is of: "the archbishop of [Lund]"."""
    before = encoding.lower[max(0, mention.start - 2) : mention.start]
    return mention.end - mention.start <= _SEE and before[1:] == ("of",) and before[0] in _OF_PLACES


def _written_as_name(encoding: Encoding, syntax: Syntax, mention: Mention) -> Mention | None:
    """Return a description that is written as a name, and is no title or noun of the tables, as one: "the [Premier League]"."""
    start = mention.start
    if encoding.lower[start] in _POINTERS and mention.end - start == 2:
        return None  # "This Council cannot look away"
    if encoding.lower[start] == "the" and mention.end - start > 2:
        start += 1
    if not all(syntax.upos[w] == "PROPN" for w in range(start, mention.end)) and not _is_capitalised(
        encoding, syntax, start, mention.end
    ):
        return None
    text = encoding.span(start, mention.end).of(encoding.text)
    is_title = find_office(encoding.words, mention.end) is not None  # "U.S. President"
    is_title = is_title and not _is_called_body(encoding, syntax, mention)  # "the Emergency Lawyers, a rights group"
    if not text[:1].isupper() or is_title or office_named(text) is not None or sector_of_noun(text) is not None:
        return None
    return replace(mention, form="name", start=start, span=encoding.span(start, mention.end))


_POINTERS = frozenset({"this", "that", "our", "your"})


def _is_capitalised(encoding: Encoding, syntax: Syntax, start: int, end: int) -> bool:
    """Tell whether several words within a sentence are all written large, as its first word is anyway: "the [Creative Commons]"."""
    sentence = syntax.sentences[syntax.sentence_of[start]]
    first = sentence.start
    is_text = any(
        encoding.words[w].islower() and syntax.upos[w] in {"NOUN", "VERB", "ADJ"}
        for w in range(first, min(sentence.end, first + _HEADLINE))
    )
    is_large = all(encoding.words[w][:1].isupper() for w in range(start, end))
    is_loud = all(encoding.words[w].isupper() for w in range(start, end))
    return (
        is_text and is_large and not is_loud and end - start > 1 and start > first and not encoding.line_starts[start]
    )


def _first_of_some(encoding: Encoding, syntax: Syntax, mention: Mention) -> int | None:
    """Return the first word of some of a party's members, who are not the party: "many Republicans", "leading Democrats"."""
    if mention.end - mention.start != 1 or not encoding.words[mention.head].endswith("s"):
        return None
    body = body_named(encoding.words[mention.head])
    if body is None or body.kind != "party":
        return None
    first = mention.start
    while first > 0 and syntax.heads[first - 1] == mention.head and syntax.is_relation(first - 1, *_SELECTING):
        first -= 1
    return first if first < mention.start and encoding.lower[first] != "the" else None


_SELECTING = ("det", "amod", "nummod")


def _is_officer(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether words are an office and no body: "the council's chief executive", "an executive"."""
    first, last = mention.head - 1, mention.head + 1
    if encoding.lower[mention.start] in {"a", "an"} and office_named(encoding.lower[mention.head]) is not None:
        return True
    return first >= mention.start and office_named(" ".join(encoding.lower[first:last])) is not None


def _is_called_body(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    """Tell whether an apposition says that a name is a body's: "Al Qasr, the militant [group]"."""
    end = mention.end
    if encoding.words[end : end + 1] != (",",) or encoding.lower[end + 1 : end + 2] not in {("the",), ("a",), ("an",)}:
        return False
    for word in syntax.children(mention.head, "appos"):
        entry = sector_of_noun(encoding.lower[word])
        if entry is not None and entry.group and not entry.person and syntax.noun_phrase(word)[0] == end + 1:
            return not _is_officer(encoding, Mention(mention.span, end + 1, word + 1, word, "nominal", "", 0.0))
    return False


def _is_called_outlet(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether the noun in front of a name says that it is an outlet's: "the daily [Morgenposten]"."""
    noun = encoding.lower[mention.start - 1] if mention.start else ""
    if noun == "broadcaster":  # who may be a person
        return mention.end - mention.start == 1 or encoding.words[mention.end - 1].isdigit()
    return noun in _OUTLETS and encoding.words[mention.start - 1].islower()


_OUTLETS = frozenset(
    "daily weekly newspaper paper tabloid magazine agency channel station website portal broadcaster".split()
)


def _is_acronym(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether an acronym with its article, which the model described, is a body's name: "The GOP"."""
    word = encoding.words[mention.head]
    alone = mention.end == mention.head + 1 and encoding.lower[mention.start : mention.head] in {(), ("the",)}
    return alone and word.isupper() and len(word) > 1 and (body_named(word) is not None or igo_named(word) is not None)


def _is_people(text: str) -> bool:
    """Tell whether a word is that for the people of a country, several: "Sri Lankans", not "Sri Lankan" or "Japanese"."""
    land = country_of_adjective(text)
    return land is not None and any(text == several != one for one, several in land.demonyms)


def names_vessel(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a name is that of a ship, by the noun before it or letters: "the tanker Helsinki", "HMS Trent"."""
    before = "" if encoding.line_starts[mention.start] else encoding.words[mention.start - 1]
    is_behind = before in _SHIPS or (before.lower() in _VESSELS and before.islower())
    is_lettered = mention.end - mention.start > 1 and encoding.words[mention.start] in _SHIPS
    is_lettered = is_lettered and not _is_told_as_other(encoding, mention.end)
    return mention.form == "name" and (is_behind or is_lettered)


def _is_told_as_other(encoding: Encoding, end: int) -> bool:
    """Tell whether words behind a name say that it is a person's or a firm's: "MV Rao, [a lawyer]", "RMS Wilson [said]"."""
    behind = encoding.lower[end : end + 3]
    if behind[:1] not in {(",",)} or behind[1:2] not in {("a",), ("an",), ("the",)}:
        return behind[:1] != () and cue_verb(behind[0]) is not None
    noun = sector_of_noun(behind[2]) if len(behind) > 2 else None
    return (noun is not None and (noun.person or noun.group)) or office_named(behind[-1]) is not None


def _is_bare_title(encoding: Encoding, mention: Mention) -> bool:
    office = office_named(encoding.words[mention.start])
    return mention.type == "person" and office is not None and office.kind == "office"


def _is_office_of(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether what looks like the name of a body is an office and the land that it is of."""
    office = office_named(encoding.words[mention.start])
    if office is None or office.kind != "office" or encoding.lower[mention.start + 1 : mention.end - 1][:1] != ("of",):
        return False
    return country_named(encoding.span(mention.start + 2, mention.end).of(encoding.text)) is not None


def _is_deed(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a word that may be a title is what is done: "the count", but not "the Count of Artois"."""
    behind = encoding.lower[mention.head + 1 : mention.head + 2]
    is_small = encoding.words[mention.head].islower()
    return encoding.lower[mention.head] in _DEEDS and is_small and behind != ("of",)


def _is_called_person(encoding: Encoding, mention: Mention) -> bool:
    if mention.form != "name" or mention.type == "person" or mention.start == 0:
        return False
    noun = sector_of_noun(encoding.lower[mention.end - 1])
    if noun is not None and noun.group and not noun.person:  # "Premier League"
        return False
    if honorific_named(encoding.words[mention.start - 1]) is not None:
        return encoding.words[mention.start - 1][:1].isupper()
    name = " ".join(encoding.words[mention.start : mention.end])
    if mention.end - mention.start > 1 and holders_named(name):
        return True  # "Uhuru Kenyatta had flown out", whatever is called after him
    if country_named(name) is not None or body_named(name) is not None or igo_named(name) is not None:
        return False
    title = find_office(encoding.words, mention.start)
    if title is not None and title.office.kind == "office" and encoding.words[title.start][:1].isupper():
        return True
    return _is_behind_office(encoding, mention)


def _is_behind_office(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a name of several words between commas is an officeholder's: "Its chief executive, [Ana Lima], said"."""
    start, end, words = mention.start, mention.end, encoding.words
    if words[start - 1] != "," or words[end : end + 1] != (",",) or end - start < 2 or mention.type == "place":
        return False
    title = find_office(words, start - 1)
    is_owned = title is not None and encoding.lower[title.start - 1] in OWNERS | {"the", "'s", "’s"}
    return title is not None and title.office.kind == "office" and not title.plural and is_owned


def _of_name(encoding: Encoding, mention: Mention) -> Facts:
    is_one = mention.type == "person" and encoding.lower[mention.head] not in _PARTISANS
    number: Number = "one" if is_one else "many" if mention.type == "person" else "any"
    gender = gender_of_name(encoding, mention) if mention.type == "person" else ""
    return Facts(mention.type, number, gender, 0, "definite", encoding.lower[mention.head], False)


def is_plural_name(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a name is a plural: "the Houthis", "the Kurds", but not "the Philippines"."""
    if mention.end != mention.start + 1 or encoding.lower[mention.start - 1 : mention.start] != ("the",):
        return False
    word = encoding.words[mention.start]
    has_ending = word.endswith("s") and not word.endswith(("ss", "us")) and word[1:].islower()
    return word in _PLURALS or (has_ending and country_named(word) is None)


_PLURALS = frozenset("Taliban Pasdaran Mujahideen Mujahedeen Fedayeen Peshmerga".split())


def _names_several(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a name of one word is that of people, several: "Muslims", "Palestinians"."""
    word = encoding.words[mention.head]
    if mention.end - mention.start > 1 or not word.endswith("s"):
        return False
    return word.lower() in _FAITHFUL or _is_people(word) or is_people(word)


_PARTISANS = frozenset("democrats republicans conservatives liberals socialists greens".split())
_FAITHFUL = frozenset(
    "muslims christians jews hindus buddhists sikhs catholics protestants sunnis shiites shias evangelicals mormons "
    "africans europeans asians arabs".split()
)


def _joins_two(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    """Tell whether "and" joins two within a mention: not in "a poet and [former] judge", who is one."""
    joined = [
        w
        for w in range(mention.head + 1, mention.end)
        if syntax.is_relation(w, "conj") and syntax.heads[w] == mention.head
    ]
    is_said_of_one = syntax.is_relation(mention.head, "appos", "xcomp") or bool(syntax.children(mention.head, "cop"))
    if encoding.lower[mention.start] in {"a", "an"} or is_said_of_one:
        joined = [w for w in joined if syntax.children(w, "det", "nmod:poss") or _is_called(syntax, w)]
    return bool(joined)


def _is_called(syntax: Syntax, word: int) -> bool:
    """Tell whether a word is a name, and no noun that is written large: not "a former [Scientologist]"."""
    return syntax.upos[word] == "PROPN" and not any(syntax.upos[w] == "ADJ" for w in syntax.children(word, "amod"))


def _definiteness(encoding: Encoding, mention: Mention) -> Definiteness:
    words = encoding.lower[mention.start : mention.head]
    if (words and words[0] in OWNERS) or not OWNING.isdisjoint(words):
        return "owned"
    if words and words[0] in _DEFINITE:
        return "definite"
    if words and (words[0] in _INDEFINITE or words[0].isdigit()):
        return "indefinite"
    return (
        "indefinite"
        if encoding.lower[mention.head] in {"one", "some", "someone", "somebody", "others", "another"}
        else "bare"
    )
