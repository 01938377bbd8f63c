# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make in chains of verbs, and their mending: to which verb before it one behind a comma or "and" belongs."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import DAYS, NOUNS, REACH, SPEECH_ACTS, has_subject, places
from readout.reading.trees.verbforms import is_past
from readout.resources import verb_triggers

__all__ = [
    "give_first_act",
    "give_leaders",
    "hang_harm_in_clauses",
    "join_across_tellers",
    "join_behind_quotations",
    "join_behind_semicolons",
    "join_complaints",
    "join_in_relatives",
    "join_participles",
    "keep_by_pronouns",
    "list_acts",
    "open_contact_relatives",
]

_HARMING = frozenset("killing wounding injuring maiming destroying damaging".split())
_BLAMING = frozenset({"blamed", "accused"})
_DYING = frozenset({"died", "perished", "drowned"})
_COMPLAINS = frozenset({"lodged", "summoned", "protested"})
_SAID = frozenset({"said"})
_ENDS_QUOTES = frozenset({'"', "”"})
_QUOTES = frozenset('"“”')
_PRONOUNS = frozenset("him her them me us".split())
_CLAUSE = frozenset({"advcl", "acl:relcl", "ccomp"})
_FURTHER = 4  # words from a pronoun to the name that has taken its preposition


def join_participles(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join harm to harm, not to a verb further off: "fired to turn back trucks, killing two and [wounding] ten"."""
    for word in places(relations, "conj"):
        head = heads[word]
        if upos[word] != "VERB" or lower[word] not in _HARMING or lower[word - 1] != "and" or not head < word:
            continue
        if lower[head].endswith("ing") or upos[head] != "VERB":
            continue
        between = [w for w in range(head + 1, word) if upos[w] == "VERB" and relations[w] == "advcl"]
        if between and {lower[between[-1]], lower[word]} <= _HARMING and lower[between[-1] - 1] == ",":
            heads[word] = between[-1]


def join_in_relatives(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join a verb to that of a relative clause, not to the name it is of: "Lind, who handed over a boat and [promised] ten"."""
    for word in places(relations, "conj"):
        noun = heads[word]
        if upos[word] != "VERB" or upos[noun] not in NOUNS or not is_past(lower[word]):
            continue
        joint = next((w for w in range(word - 1, max(word - 3, 0), -1) if heads[w] == word and relations[w] == "cc"), 0)
        if not joint or lower[joint - 1] == "," or has_subject(word, heads, relations):
            continue
        inner = [w for w in range(noun + 1, joint) if heads[w] == noun and relations[w] == "acl:relcl"]
        if inner and upos[inner[-1]] == "VERB":
            heads[word] = inner[-1]


def join_across_tellers(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join a verb to what is told, not to the telling between: "Lind met Rau, an aide said, and [criticised] the ban".

    Where words are quoted in front it is the teller who goes on: “We will win,” he said, and left.
    """
    for word in places(relations, "conj", 3):
        said = heads[word]
        if lower[said] not in _SAID or said != word - 3 or (lower[word - 2], lower[word - 1]) != (",", "and"):
            continue
        told = next(
            (w for w in range(said - 1, max(said - REACH, -1), -1) if heads[w] == said and relations[w] == "ccomp"), -1
        )
        teller = [w for w in range(told + 1, said) if heads[w] == said and relations[w] == "nsubj"]
        if told < 0 or not teller or upos[told] != "VERB" or not is_past(lower[told]) or not is_past(lower[word]):
            continue
        quoted = not _QUOTES.isdisjoint(lower[told:said])
        if not quoted and upos[teller[0]] in NOUNS and has_subject(told, heads, relations):
            heads[word] = told


def join_complaints(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join who complains to who tells, not to a thing told of: "said drones had landed there and [lodged] a protest".

    So too who blames, for the dead do not: "said 17 people had died and [blamed] the air force".
    """
    for word in places(relations, "conj"):
        told = heads[word]
        said = heads[told]
        is_done_to = lower[told] in _DYING or any(
            heads[w] == told and relations[w] == "aux:pass" for w in range(max(0, told - REACH), told)
        )
        complains = lower[word] in _COMPLAINS or (lower[word] in _BLAMING and is_done_to)
        if not complains or relations[told] != "ccomp" or not said < told < word:
            continue
        what = [w for w in range(said + 1, told) if heads[w] == told and relations[w].startswith("nsubj")]
        if what and upos[what[-1]] == "NOUN" and is_past(lower[said]) and not has_subject(word, heads, relations):
            heads[word] = said


def hang_harm_in_clauses(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang harm on the attack told in a clause, not on what was done then: "summoned him after a ship fired, [injuring] two"."""
    for word, verb in enumerate(list(heads)):
        if lower[word] not in _HARMING or lower[word - 1] != "," or not verb < word or upos[verb] != "VERB":
            continue
        if relations[word] not in {"advcl", "conj"} or _harms(lower[verb]):
            continue
        inner = [w for w in range(verb + 1, word) if upos[w] == "VERB" and _harms(lower[w]) and is_past(lower[w])]
        if inner and _is_in_clause(inner[-1], verb, heads, relations):
            heads[word], relations[word] = inner[-1], "advcl"
            continue
        joined = [w for w in range(verb + 1, word) if heads[w] == verb and relations[w] == "conj" and upos[w] == "VERB"]
        if joined and has_subject(
            joined[-1], heads, relations
        ):  # "ships waited and a helicopter crashed, [killing] two"
            heads[word], relations[word] = joined[-1], "advcl"


def _harms(verb: str) -> bool:
    """Tell whether a verb may tell of an attack."""
    return any(trigger.type == "ASSAULT" for trigger in verb_triggers(verb))


def _is_in_clause(word: int, verb: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Tell whether a word hangs below a verb by way of a clause."""
    inside = False
    for _ in range(REACH):
        if word == verb or heads[word] == word:
            break
        inside = inside or relations[word] in _CLAUSE
        word = heads[word]
    return word == verb and inside


def join_behind_quotations(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join what stands behind a quotation that ends and "and" to its teller: "said it "is dead" and [accused] Chad of lies"."""
    for joint in places(lower, "and", 3, len(heads) - 1):
        verb = joint + 1
        first = heads[verb]
        if lower[joint - 1] not in _ENDS_QUOTES or lower[verb] not in SPEECH_ACTS or relations[verb] != "conj":
            continue  # "said troops "fired on the crowd" and killed nine"
        opening = next((w for w in range(joint - 2, max(joint - REACH, -1), -1) if lower[w] in _QUOTES), None)
        teller = heads[first]
        is_inside = opening is not None and opening < first < joint and relations[first] == "ccomp"
        if not is_inside or opening is None or not teller < opening or upos[teller] != "VERB":
            continue
        if is_past(lower[teller]) and not has_subject(verb, heads, relations):
            heads[verb] = teller
            heads[joint] = verb


def join_behind_semicolons(
    lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]
) -> None:
    """Join a verb to the one on its side of a semicolon: "soldiers shot two; Lind telephoned Rau and [demanded] an inquiry"."""
    for stop in places(lower, ";"):
        for word in range(stop + 1, min(stop + REACH, len(heads))):
            first = heads[word]
            if relations[word] != "conj" or upos[word] != "VERB" or not first < stop or lower[word - 1] != "and":
                continue
            between = [w for w in range(stop + 1, word) if upos[w] == "VERB" and has_subject(w, heads, relations)]
            if between and is_past(lower[between[-1]]) and not has_subject(word, heads, relations):
                heads[word] = between[-1]


def open_contact_relatives(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a clause without "that" on the noun before it: "released [missionaries] it had kidnapped in May, an aide said"."""
    for had in places(lower, "had", 2):
        who, noun, verb = had - 1, had - 2, heads[had]
        if lower[who] not in _WHO or upos[noun] != "NOUN" or lower[noun] in DAYS or heads[who] != verb:
            continue
        is_object = _is_behind_its_verb(noun, lower, upos, heads, relations)
        own = any(heads[w] == verb and relations[w] == "obj" for w in range(verb, min(verb + REACH, len(heads))))
        straight = verb == had + 1 and upos[verb] == "VERB" and relations[had] == "aux"
        if is_object and straight and not own and heads[verb] > verb and relations[verb] in {"ccomp", "conj"}:
            heads[verb], relations[verb], relations[who] = noun, "acl:relcl", "nsubj"


def _is_behind_its_verb(
    noun: int, lower: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> bool:
    """Tell whether a noun's phrase stands behind its verb, and is no place: not "in a letter to his [wife] he had"."""
    for _ in range(REACH):
        head = heads[noun]
        if not head < noun or relations[noun] not in {"obj", "nmod", "obl", "conj"}:
            return False
        if any(heads[w] == noun and lower[w] in {"in", "at"} for w in range(head, noun)):
            return False
        if upos[head] not in NOUNS:
            return True
        noun = head
    return False


def list_acts(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join what somebody did one after the other: "Lind [closed] the border, recalled two consuls and warned Togo"."""
    for first in places(relations, "ccomp", 1):
        then = heads[first]
        if not first < then or upos[first] != "VERB" or upos[then] != "VERB" or lower[then - 1] != ",":
            continue
        if (
            not (is_past(lower[first]) and is_past(lower[then]))
            or lower[then] in _TELLS
            or has_subject(first, heads, relations)
        ):
            continue
        before = [w for w in range(max(first - REACH, 0), first) if heads[w] == then]
        objects = [
            any(heads[w] == v and relations[w] == "obj" for w in range(v, min(v + REACH, len(heads))))
            for v in (first, then)
        ]
        if (
            not any(relations[w] == "nsubj" for w in before)
            or not all(objects)
            or not _QUOTES.isdisjoint(lower[first:then])
        ):
            continue
        heads[first] = first if heads[then] == then else heads[then]
        relations[first], heads[then], relations[then] = relations[then], first, "conj"
        for word in before:
            heads[word] = first


def give_leaders(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a participle its doer, whom the tree makes one of those who act behind: "a team led by [Lind] had met Rau"."""
    for by in places(lower, "by", 1):
        who, led = heads[by], by - 1
        main = heads[who]
        is_led = upos[led] == "VERB" and relations[led] == "acl" and relations[by] == "case"
        if is_led and relations[who] in {"nsubj", "conj"} and by < who < main and upos[main] == "VERB":
            heads[who], relations[who] = led, "obl:agent"


def give_first_act(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Give the first of several acts the subject in front, which the tree hangs on the next: "[Lind] closed it, recalled two"."""
    for then in places(relations, "conj"):
        first = heads[then]
        if not first < then or upos[first] != "VERB" or upos[then] != "VERB" or has_subject(first, heads, relations):
            continue
        if not (is_past(lower[first]) and is_past(lower[then])) or lower[first - 1] in _OPENERS:
            continue
        if any(heads[w] == then and relations[w].startswith("nsubj") for w in range(first, then)):
            continue  # "told Perez was in, [Bush] thought"
        for word in range(max(first - REACH, 0), first):
            if heads[word] == then and relations[word] == "nsubj":
                heads[word] = first


_OPENERS = frozenset("when asked after if once while until though although".split())
_WHO = frozenset("it he she they we".split())
_TELLS = frozenset("said told added announced reported wrote tweeted claimed warned insisted argued".split())


def keep_by_pronouns(lower: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a preposition on the pronoun right behind it, not on a name beyond: "a meeting [with] him in Accra"."""
    for case in places(relations, "case", 0, len(heads) - 1):
        who, name = case + 1, heads[case]
        owning = relations[who] == "nmod:poss"  # "of her use"
        if lower[who] in _PRONOUNS and not owning and who < name <= who + _FURTHER:
            heads[case] = who
