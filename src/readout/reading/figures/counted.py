# SPDX-License-Identifier: Apache-2.0
"""What a number counts: the noun phrase behind it, and whether those are people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.numbers import NUMBER_WORDS, number_at
from readout.reading.trees.syntax import Syntax
from readout.reading.trees.verbforms import is_participle
from readout.resources import country_of_adjective, sector_of_noun
from readout.resources.regions import division_of_people, region_of_adjective

__all__ = ["MONTHS", "befallen_at", "counted_words", "is_person", "phrase_at"]

MONTHS = frozenset(
    "january february march april may june july august september october november december jan. feb. mar. apr. jun. "
    "jul. aug. sept. sep. oct. nov. dec.".split()
)
_PEOPLE = {
    "people", "persons", "person", "men", "women", "children", "man", "woman", "child", "boys", "girls", "dead",
    "wounded", "fans", "tourists", "leaders", "members", "others", "injured", "missing", "crew", "staff", "personnel", "hurt",
    "killed", "adults", "infants", "toddlers", "teens", "kids", "spectators", "travellers", "travelers", "cyclists", "climbers",
    "hikers", "swimmers", "divers", "orphans", "christians", "muslims", "jews", "catholics", "souls", "subscribers", "mourners",
    "pedestrians", "grandchildren", "siblings", "classmates", "engineers", "runners", "competitors", "applicants", "donors",
    "homeless", "displaced", "buyers", "tenants", "homeowners", "retirees", "seniors", "dependents", "dependants", "caregivers",
    "trainees", "alumni", "skiers", "holidaymakers", "vacationers", "revellers", "partygoers", "concertgoers", "churchgoers",
    "nomads", "hunters", "loggers", "bathers", "arrested", "detained", "aboard", "humans", "individuals", "casualties",
    "republicans", "democrats", "conservatives", "liberals", "tories", "socialists", "communists", "islamists", "jihadists",
    "houthis", "sunnis", "shiites", "shias", "hindus", "sikhs", "buddhists", "yazidis", "uighurs", "uyghurs", "tamils", "pashtuns",
    "hazaras", "kurds", "tutsis", "hutus", "copts", "alawites", "roma", "protestants", "evangelicals", "marines", "minors",
    "insurgents", "combatants", "seekers", "plotters", "abductees", "escapees", "olds",
    "astronauts", "cosmonauts", "electors", "lifeguards", "diners", "seamen", "youngsters", "newborns", "plaintiffs", "fugitives",
    "depositors", "homebuyers", "viewers", "listeners", "readers", "cricketers", "dancers", "chefs", "waiters", "cleaners",
    "janitors", "stowaways", "trekkers", "mountaineers", "surfers", "kayakers", "interns", "apprentices", "freshmen", "geologists",
}  # fmt: skip
_NOUNLIKE = {"dead", "wounded", "injured", "missing", "others"}
# What befell people, which stands for them where no noun does: "killed 12 people, 30 injured and 5 missing".
_BEFALLEN = {
    "wounded",
    "injured",
    "hurt",
    "missing",
    "killed",
    "dead",
    "displaced",
    "homeless",
    "arrested",
    "detained",
    "aboard",
}
_MOSTLY = {
    "if",
    "not",
    "or",
    "even",
    "perhaps",
    "possibly",
    "and",
    "maybe",
    ",",
}  # "hundreds, if not thousands, of people"
_NEAR_TIMES = {("last",), ("this",), ("next",), ("each",), ("every",)}
_TIMES = {(word,) for word in "day week month quarter year night weekend decade summer winter spring autumn".split()}
# What "in" tells of a sum that is not what it is for: "$190 million in the second half", "$66.40 in premarket trading".
_NO_GOODS = set(
    "year month week day quarter half trading session morning afternoon evening total advance return weekend weekends years months "
    "whole weeks days quarters hours minutes hour minute decade decades spring summer autumn winter fraud scam scams robbery heist "
    "january february march april may june july august september october november december".split()
)
_NO_ISTS = frozenset("lists checklists shortlists playlists waitlists blacklists wishlists wrists twists fists".split())
_OF_TOWNS = ("ians", "ites", "oners", "orkers", "landers")  # "Parisians", "Muscovites", "Londoners", "New Yorkers"
_SHORT = 4  # letters of a name that is hardly a plural
_MODEL = re.compile(r"[A-Za-z]{0,3}\d+[A-Z]?s")
_VERSION = re.compile(r"[A-Z]{1,2}\d{0,2}")  # behind the number of a model: "Leopard 1A5 tanks", "Mirage 2000D jets"
_ABOUT = frozenset("more than nearly almost about around some roughly over estimated at least up to".split())
_RELATIVE = {"that", "which", "who", "whom"}
_PRONOUNS = {"it", "them", "us", "you", "whom", "which"}
_FILLER = {"more", "other", "additional", "further", "-"}


def counted_words(encoding: Encoding, syntax: Syntax, amount: Amount) -> tuple[int, int] | None:
    """Return the words that name what is counted."""
    if (
        encoding.lower[amount.end : amount.end + 1] in _NEAR_TIMES
        and encoding.lower[amount.end + 1 : amount.end + 2] in _TIMES
    ):
        return None  # "441.8 million last week"
    lower, at = encoding.lower, amount.end
    if at >= len(lower) or encoding.line_starts[at] or amount.kind == "multiple":
        return None
    if amount.kind == "count" and lower[at] in {
        "a",
        "an",
        "the",
        "no",
    }:  # "6,000 a week": how often, not of what; "and 80,000 no water"
        return None
    if amount.kind == "count" and lower[at] == "-":
        return _compounded(syntax, at + 1)
    if amount.kind == "count" and lower[at + 1 : at + 2] == ("-",) and (size := number_at(lower, at)) is not None:
        return _sized(encoding, syntax, at) if size.end == at + 1 else None
    if amount.kind == "count" and lower[at] == "still" and lower[at + 1 : at + 2] == ("missing",):
        return at + 1, at + 2  # "with 250 still missing"
    if amount.kind == "count" and lower[at] in _BEFALLEN and _is_all_told(syntax, amount, at):
        return at, at + 1
    if amount.vague and (behind := _behind_larger(lower, at)) is not None:
        return phrase_at(encoding, syntax, behind)
    if lower[at] == "of" and amount.kind == "measure" and lower[amount.start - 1] == "within":
        return None  # "within 30 km of the border"
    if amount.kind == "money" and lower[at] == "in" and syntax.upos[at + 1 : at + 2] == ("DET",):
        return None  # "hid £1.4 million in a van"
    if lower[at] == "of" or (amount.kind == "money" and lower[at] in {"in", "worth"}):
        at += 1 + (lower[at : at + 2] == ("worth", "of"))
        while at < len(lower) and syntax.upos[at] == "DET" and amount.kind == "money":
            at += 1
        if amount.kind in {"count", "ratio"} and (kind := _kind_of_them(encoding, syntax, at)) is not None:
            return kind
        if at < len(lower) and lower[at] in _PRONOUNS:  # "one-tenth of it light crude": of it, and no crude is counted
            return None
        if amount.kind in {"count", "ratio"}:
            at = _behind_whole(encoding, syntax, at)
        phrase = phrase_at(encoding, syntax, at, nouns_only=amount.kind == "money")
        if (owner := _owner_end(encoding, syntax, at)) is not None:
            # "20 of the junta's officers", "23 of the state's 67 counties"
            owned = _behind_whole(encoding, syntax, owner)
            return phrase_at(encoding, syntax, owned) if amount.kind in {"count", "ratio"} else None
        return phrase
    if amount.kind == "ratio" and syntax.upos[at] in {"DET", "PRON"}:
        owner = _owner_end(encoding, syntax, at)
        return phrase_at(encoding, syntax, at if owner is None else owner)  # "half the province's population"
    return phrase_at(encoding, syntax, at) if amount.kind in {"count", "ratio"} else None


def _sized(encoding: Encoding, syntax: Syntax, at: int) -> tuple[int, int] | None:
    """Return what is counted behind a size or an age: "six 250-foot turbines", "three 16-year-old boys", "two 19-year-olds"."""
    if syntax.upos[at + 2 : at + 3] != ("NOUN",):
        return None
    behind = at + 3
    if encoding.lower[behind : behind + 2] == ("-", "olds"):
        return at, behind + 2
    if encoding.lower[behind : behind + 2] == ("-", "old"):
        behind += 2
    return phrase_at(encoding, syntax, behind)


def befallen_at(encoding: Encoding, at: int) -> tuple[int, int] | None:
    """Return a word for what befell people where it stands for them: "the number of missing"."""
    return (at, at + 1) if encoding.lower[at : at + 1] and encoding.lower[at] in _BEFALLEN else None


_POSSESSIVES = frozenset("his her its their our my your".split())
_OWNER = 5  # words: "the Islamic Republic's"


def _owner_end(encoding: Encoding, syntax: Syntax, at: int) -> int | None:
    """Return the word behind the owner that begins here: "the junta's", "Chad's"."""
    for word in range(at, min(at + _OWNER, len(encoding.lower))):
        if word > at and encoding.lower[word] in {"'s", "’s"}:
            return word + 1
        if syntax.upos[word] not in {"DET", "ADJ", "NOUN", "PROPN"} and not (
            word == at and encoding.lower[at] in _POSSESSIVES
        ):
            return None
    return None


def _kind_of_them(encoding: Encoding, syntax: Syntax, at: int) -> tuple[int, int] | None:
    """Return what some of those counted before are said to be: "82 people, 28 of them children"."""
    if encoding.lower[at : at + 1] not in (("them",), ("whom",)):
        return None
    kind = phrase_at(encoding, syntax, at + 1)
    if (
        kind is None
        or syntax.upos[kind[1] - 1] not in {"NOUN", "PROPN"}
        or not encoding.lower[kind[1] - 1].endswith(_PLURAL)
        or (
            syntax.upos[kind[0]] == "VERB" and encoding.lower[kind[0]].endswith("ing")
        )  # "737 of them serving sentences"
    ):
        return None
    behind = encoding.lower[kind[1] : kind[1] + 1]
    return kind if not behind or not behind[0][0].isalnum() or behind[0] in {"and", "or", "from", "in"} else None


_PLURAL = ("s", "children", "men", "people", "police")


def _is_all_told(syntax: Syntax, amount: Amount, word: int) -> bool:
    """Tell whether a participle has nothing but a number for whom it befell: "30 injured", not "the 11 killed two guards"."""
    return not any(at not in range(amount.start, amount.end) for at in syntax.children(word, "obj", "nsubj", "aux"))


def _behind_larger(lower: Sequence[str], at: int) -> int | None:
    """Return the word behind "of" where a larger number stands between: "hundreds, if not thousands, of people"."""
    behind = at
    while behind < len(lower) and (lower[behind] in _MOSTLY or lower[behind] in NUMBER_WORDS):
        behind += 1
    larger = any(word in NUMBER_WORDS for word in lower[at:behind])
    return behind + 1 if larger and lower[behind : behind + 1] == ("of",) else None


def _behind_whole(encoding: Encoding, syntax: Syntax, at: int) -> int:
    """Return where the noun of a whole begins that has its number: "9 of the 12 hostages", "two-thirds of 450 delegates"."""
    behind = at + (at < len(encoding.lower) and syntax.upos[at] in {"DET", "PRON"})
    while encoding.lower[behind : behind + 1] and encoding.lower[behind] in _ABOUT:
        behind += 1
    number = number_at(encoding.lower, behind) if behind < len(encoding.lower) else None
    if (
        number is None or number.vague or encoding.lower[number.end : number.end + 1] == ("-",)
    ):  # "of the 3,000-strong force"
        return at
    return number.end


def _compounded(syntax: Syntax, at: int) -> tuple[int, int] | None:
    """Return the noun that a hyphen joins to its number: "nation" of "the 27-nation bloc"; "5,000-strong" has none."""
    return (at, at + 1) if at < len(syntax.upos) and syntax.upos[at] == "NOUN" else None


def phrase_at(encoding: Encoding, syntax: Syntax, start: int, *, nouns_only: bool = False) -> tuple[int, int] | None:
    """Return the noun phrase that begins here, without what follows its noun."""
    at, end = start, start
    if at < len(encoding.words) and syntax.upos[at] in {"DET", "PRON"} and encoding.lower[at] not in _RELATIVE:
        at += 1
    while at < len(encoding.words) and not (at > start and encoding.line_starts[at]):
        upos = syntax.upos[at]
        if at > start + 1 and encoding.lower[at - 1] == "-" and _is_model(encoding.words[at]):  # "18 F-16s"
            end = at + 1
        elif _is_of_name(encoding, syntax, at, start) or encoding.lower[at] == "overnight":  # "18 Leopard 2 tanks"
            pass
        elif (
            (upos == "NOUN" and encoding.words[at][0].isalnum())
            or (upos == "ADJ" and encoding.lower[at] in _NOUNLIKE and end == start)  # "leaving four people | dead"
            or (upos == "PROPN" and _is_plural_name(encoding, at, alone=end == start))
        ):
            if _is_joined_to_participle(encoding, syntax, at):
                at += 1
                continue
            if encoding.lower[at] in MONTHS or (end > start and syntax.heads[at] != at and _is_apart(syntax, at, end)):
                break
            end = at + 1
        elif (
            upos not in {"ADJ", "PROPN"}
            and not _is_hyphen(encoding, at)
            and not (at > start and encoding.lower[at - 1] == "-")
            and not (upos == "VERB" and syntax.is_relation(at, "amod", "compound"))
        ):
            break
        at += 1
    if end == start or encoding.lower[end - 1] == "more" or (nouns_only and encoding.lower[end - 1] in _NO_GOODS):
        return None
    while start < end - 1 and encoding.lower[start] in _FILLER:
        start += 1
    return start, end


def _is_hyphen(encoding: Encoding, at: int) -> bool:
    """Tell a hyphen from a dash: "three Danes - all children"."""
    return encoding.lower[at] == "-" and (at == 0 or encoding.spans[at - 1].end == encoding.spans[at].start)


def _is_joined_to_participle(encoding: Encoding, syntax: Syntax, at: int) -> bool:
    """Tell whether a noun only begins what is said of the counted one: "100 laboratory-confirmed cases"."""
    if encoding.lower[at + 1 : at + 2] != ("-",) or len(encoding.words) <= at + 3:
        return False
    word = encoding.lower[at + 2]
    is_said = syntax.upos[at + 2] in {"VERB", "ADJ"} and (is_participle(word) or syntax.upos[at + 2] == "ADJ")
    return is_said and syntax.upos[at + 3] in {"NOUN", "ADJ", "PROPN"} and not encoding.line_starts[at + 3]


def _is_of_name(encoding: Encoding, syntax: Syntax, at: int, start: int) -> bool:
    """Tell whether a number is that of a model, between its name and its kind: "Leopard 2 tanks", "Leopard 1A5 tanks"."""
    if at == start or not encoding.words[at].isdigit() or at + 1 >= len(encoding.words):
        return False
    glued = encoding.spans[at].end == encoding.spans[at + 1].start and _VERSION.fullmatch(encoding.words[at + 1])
    kind = at + 2 if glued else at + 1
    if kind >= len(encoding.words) or encoding.line_starts[kind]:
        return False
    return encoding.words[at - 1][0].isupper() and syntax.upos[kind] == "NOUN"


def _is_plural_name(encoding: Encoding, at: int, *, alone: bool) -> bool:
    """Tell whether a name stands for several: "two Germans", "four Republicans", "18 A380s", "300 Humvees".

    Behind a noun that is counted itself it begins what is said of that: "one reason Democrats gave".
    """
    word = encoding.words[at]
    if country_of_adjective(word) or _is_model(word):
        return True
    if not alone:
        return False
    goes_on = at + 1 < len(encoding.words) and not encoding.line_starts[at + 1] and encoding.words[at + 1][0].isupper()
    return (
        word.endswith("s")
        and not word.endswith(("ss", "us"))
        and word[0].isupper()
        and len(word) > _SHORT
        and not goes_on
    )


def _is_model(word: str) -> bool:
    """Tell whether a word is the plural of the name of a model: "18 F-16s", "four A380s"."""
    return _MODEL.fullmatch(word) is not None


def _is_apart(syntax: Syntax, word: int, end: int) -> bool:
    """Tell whether a noun behind the counted one is not of its phrase: "20 people Monday"."""
    return syntax.is_relation(word, "obl", "nsubj", "obj", "root") and syntax.heads[end - 1] != word


_PLANES_TOO = frozenset({"bombers", "bomber", "fighters", "fighter"})
_OF_PLANES = frozenset("stealth strategic nuclear-capable supersonic jet long-range heavy".split())


def _is_of_planes(encoding: Encoding, before: int) -> bool:
    """Tell whether the word before bombers or fighters is one of planes, or the model's: "eight B-52 bombers"."""
    is_model = any(c.isdigit() for c in encoding.words[before]) and (
        encoding.words[before][0].isalpha() or (before > 1 and encoding.words[before - 1] == "-")
    )
    return is_model or encoding.lower[before] in _OF_PLANES


def is_person(encoding: Encoding, word: int) -> bool:
    """Tell whether a counted noun is one of people."""
    noun = sector_of_noun(encoding.lower[word])
    if encoding.lower[word] in {"families", "family", "households"}:
        return False
    if encoding.lower[word] in _PLANES_TOO and word and _is_of_planes(encoding, word - 1):
        return False
    if encoding.lower[word] in _PEOPLE or (noun is not None and noun.person):
        return True
    form = encoding.words[word]
    if form.endswith("ists") and form not in _NO_ISTS:  # "physicists"
        return True
    return form[:1].isupper() and (
        country_of_adjective(form) is not None
        or division_of_people(form) is not None
        or form.endswith(_OF_TOWNS)
        or (form.endswith("ns") and region_of_adjective(form) is not None)
    )
