# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make about who does and to whom it is done, and their mending: active, passive, and participles of nouns."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import NOUNS, REACH, has_subject, is_below, places
from readout.reading.trees.verbforms import is_participle

__all__ = [
    "give_doers",
    "give_nearest_objects",
    "give_those_wanted",
    "hang_outcomes",
    "join_objects",
    "make_active",
    "make_asked",
    "make_done_to",
    "make_first_verbs",
    "make_nouns",
    "make_offensives",
    "make_participles",
    "make_passive",
    "make_pronouns_subjects",
    "make_spoils",
    "make_subjects",
    "make_truces",
    "make_verbs",
    "open_by_after",
    "open_by_as",
]

_NEVER_DONE_TO = frozenset("conferred spoke talked met agreed arrived went came clashed".split())
_DONE_TO_WHOM = frozenset(
    "jailed imprisoned arrested detained sentenced convicted acquitted killed wounded injured freed kidnapped abducted deported "
    "expelled ousted extradited evacuated rescued indicted executed hanged".split()
)
_JUDGES = frozenset("court tribunal judge jury magistrate".split())
_DONE_BY_TWO = frozenset(
    {("shot", "dead"), ("called", "off"), ("charged", "with"), ("charged", "over"), ("charged", "in")}
)
_NOT_PASSIVE = ("obj", "iobj", "xcomp", "ccomp", "aux", "expl", "conj", "cop")
_MODIFIES = frozenset({"DET", "NUM", "ADJ", "NOUN", "SYM"})
_OF_NOUNS = frozenset({"cop", "det", "amod", "nmod", "nmod:poss", "case", "nummod"})
_LOOSE = frozenset({"advcl", "acl", "obl", "obl:unmarked", "parataxis", "conj", "ccomp", "xcomp", "dep"})
_STRIKING = frozenset("shell torch storm bomb raid target attack strike ambush blast rocket besiege loot".split())
_FAR = 3  # words from a verb to an object that may be another's
_NEAR = 8  # words from a participle to its noun
_WHO = frozenset("i he she it we they".split())


def make_verbs(lower: Sequence[str], upos: list[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a verb of a plural that has a subject or an object: "Court [sentences] opposition leader", "Norland [shells] camps"."""
    for word, head in enumerate(heads):
        if head != word or upos[word] != "NOUN" or not lower[word].endswith("s"):
            continue
        near = range(max(word - REACH, 0), min(word + REACH, len(heads)))
        below = [w for w in near if heads[w] == word and w != word]
        before = [w for w in below if w < word and relations[w] in {"nsubj", "compound"} and upos[w] in NOUNS]
        behind = [w for w in below if w > word and relations[w] in {"nsubj", "obj"} and upos[w] in NOUNS]
        is_noun = any(relations[w] in _OF_NOUNS for w in below)
        if (
            not before
            or not behind
            or is_noun
            or {relations[before[-1]], relations[behind[0]]} == {"nsubj", "compound"}
        ):
            continue
        upos[word] = "VERB"
        relations[before[-1]], relations[behind[0]] = "nsubj", "obj"


def make_nouns(lower: Sequence[str], upos: list[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a noun of a participle that acts itself and has only a noun before it: "army [shelling] killed two"."""
    for word in range(1, len(heads) - 1):
        acts = (
            upos[word] == "VERB"
            and relations[word] == "nsubj"
            and lower[word].endswith("ing")
            and heads[word] == word + 1
        )
        if not acts or heads[word - 1] != word or relations[word - 1] != "nsubj":
            continue
        if not any(heads[w] == word for w in range(word + 1, len(heads))):
            upos[word], relations[word - 1] = "NOUN", "compound"


def make_offensives(lower: Sequence[str], upos: list[str], heads: list[int], relations: list[str]) -> None:
    """Make a noun of the offensive that ends a headline's phrase: "suspends talks over Gaza [offensive]"."""
    for word in places(lower, "offensive", 2):
        above, behind = heads[word], lower[word + 1 : word + 2]
        if upos[word] != "ADJ" or relations[word] != "amod" or not above < word or (behind and behind[0][0].isalnum()):
            continue
        case = next((w for w in range(word - 1, max(word - _NEAR, above), -1) if upos[w] == "ADP"), None)
        if case is None or above == heads[above]:
            continue
        for between in range(case, word):
            if heads[between] == above:
                heads[between] = word
        upos[word], heads[word], relations[word] = "NOUN", heads[above], "obl"


def make_truces(lower: Sequence[str], upos: list[str], relations: list[str]) -> None:
    """Make a noun of a truce that the tree takes for a verb: "Norland and Chad agree to [ceasefire]"."""
    for word in range(1, len(lower)):
        if lower[word] not in _TRUCES or lower[word - 1] != "to":
            continue
        upos[word], upos[word - 1], relations[word - 1] = "NOUN", "ADP", "case"
        if relations[word] in {"xcomp", "advcl"}:
            relations[word] = "obl"


_TRUCES = frozenset({"ceasefire", "truce", "armistice", "pact"})


def make_first_verbs(
    lower: Sequence[str], begins: Sequence[bool], upos: list[str], heads: list[int], relations: list[str]
) -> None:
    """Make a verb of the second word of a headline, where the tree piles up nouns: "Rebels [shell] town"."""
    for first in range(len(heads) - 2):
        verb = first + 1
        if not begins[first] or lower[verb] not in _STRIKING or upos[verb] != "NOUN" or upos[first] not in NOUNS:
            continue
        noun = heads[verb]
        if (
            not lower[first].endswith(("s", "men", "troops"))
            or relations[first] != "compound"
            or relations[verb] != "compound"
        ):
            continue
        if not (heads[first] in {verb, noun} and verb < noun and upos[noun] in NOUNS and heads[noun] == noun):
            continue
        upos[verb] = "VERB"
        heads[verb], relations[verb] = verb, "root"
        heads[first], relations[first] = verb, "nsubj"
        heads[noun], relations[noun] = verb, "obj"


def open_by_as(lower: Sequence[str], upos: list[str], heads: list[int], relations: list[str]) -> None:
    """Make a clause of a noun behind "as" and the verb right behind it: "Police fire tear gas as [thousands march]"."""
    for mark in range(1, len(heads) - 2):
        noun = heads[mark]
        if (
            lower[mark] != "as"
            or relations[mark] != "case"
            or upos[noun] not in NOUNS
            or noun + 1 >= len(heads)
            or noun < mark
        ):
            continue
        verb, above = noun + 1, heads[noun]
        if upos[verb] not in {"VERB", "NOUN"} or heads[verb] != above or above > mark or relations[verb] not in _LOOSE:
            continue
        if not has_subject(verb, heads, relations) and not lower[verb].endswith("ing"):
            upos[verb] = "VERB"
            heads[noun], relations[noun] = verb, "nsubj"
            heads[mark], relations[mark] = verb, "mark"
            relations[verb] = "advcl"
            behind = [
                w for w in range(verb + 1, min(verb + _NEAR, len(heads))) if heads[w] == above and relations[w] == "obl"
            ]
            if behind:
                heads[behind[0]] = verb


def open_by_after(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make a clause of a noun behind "after" and the verb that it hangs on: "left after [a general, Yasin Alta, accused] it".

    Or of a noun and the verb right behind it, which the tree hangs on the verb in front.
    """
    for mark in places(relations, "case", 1, len(heads) - 2):
        noun = heads[mark]
        if lower[mark] not in _BEFORE_CLAUSES or upos[noun] not in NOUNS or noun < mark:
            continue
        verb = heads[noun]
        is_late = noun < verb < noun + _NEAR and relations[noun].startswith("obl") and relations[verb] == "conj"
        beside = noun + 1 < len(heads) and heads[noun + 1] == verb < mark and relations[noun + 1] == "advcl"
        if beside and relations[noun] == "obl" and is_participle(lower[noun + 1]):
            verb, is_late = noun + 1, True  # "rang after a shell [hit] the church"
        if not is_late or upos[verb] != "VERB" or heads[verb] >= mark or has_subject(verb, heads, relations):
            continue
        below = {heads[w]: relations[w] for w in range(mark, verb) if upos[w] == "CCONJ"}
        has_object = any(
            heads[w] == verb and relations[w] in {"obj", "ccomp"}
            for w in range(verb + 1, min(verb + _NEAR, len(heads)))
        )
        if verb in below or not has_object or lower[verb].endswith("ing"):
            continue
        heads[noun], relations[noun], relations[verb] = verb, "nsubj", "advcl"
        heads[mark], relations[mark] = verb, "mark"


_BEFORE_CLAUSES = frozenset({"after", "before", "since", "until"})


def make_active(lower: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make who confers, speaks or comes a subject that does so: nothing is done to it without "was"."""
    for word, verb in enumerate(heads):
        if relations[word] != "nsubj:pass" or upos[verb] != "VERB" or word > verb:
            continue
        judges = lower[verb] in _DONE_TO_WHOM and lower[word] in _JUDGES
        if lower[verb] in _NEVER_DONE_TO or judges:
            near = range(word, verb)
            if not any(heads[w] == verb and relations[w] in {"aux:pass", "aux"} for w in near):
                relations[word] = "nsubj"


def make_subjects(upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make an object in front of its verb the subject that the verb lacks: "President [Lind] travelled to Oslo"."""
    for word in places(relations, "obj"):
        verb = heads[word]
        if not 0 < verb - word < REACH or upos[word] not in NOUNS or upos[verb] != "VERB":
            continue
        opened = relations[verb] == "advcl" and any(
            heads[w] == verb and relations[w] == "mark" for w in range(max(0, word - REACH), word)
        )  # "a day after [Lind] left Tarsk"
        if (opened or relations[verb] in {"root", "ccomp", "parataxis"}) and not has_subject(verb, heads, relations):
            relations[word] = "nsubj"


def make_pronouns_subjects(
    lower: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]
) -> None:
    """Make a pronoun the subject of its verb, where the tree takes it for the word that opens the clause: "said [he] will go"."""
    for word, verb in enumerate(heads):
        if relations[word] == "mark" and upos[word] == "PRON" and lower[word] in _WHO and word < verb:
            relations[word] = "nsubj"


def make_passive(lower: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make whom a headline's verb is done to its passive subject: "Former president [jailed] for 15 years"."""
    for word in places(relations, "nsubj"):
        verb = heads[word]
        done = lower[verb] in _DONE_TO_WHOM or tuple(lower[verb : verb + 2]) in _DONE_BY_TWO
        if not done or upos[verb] != "VERB" or word > verb:
            continue
        near = range(max(verb - REACH, 0), min(verb + REACH, len(heads)))
        others = (relations[w] for w in near if heads[w] == verb and w != word)
        if not any(relation.startswith(_NOT_PASSIVE) for relation in others):
            relations[word] = "nsubj:pass"


def make_done_to(upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a passive subject of what stands before a passive verb as if it were its object: "demanded that [Lind] be freed"."""
    for word in places(relations, "obj"):
        verb = heads[word]
        if upos[word] not in NOUNS or not word < verb <= word + 4 or upos[verb] != "VERB":
            continue
        helped = [w for w in range(word + 1, verb) if heads[w] == verb and relations[w] == "aux:pass"]
        near = range(max(verb - REACH, 0), verb)
        if helped and not any(heads[w] == verb and relations[w].startswith("nsubj") for w in near):
            relations[word] = "nsubj:pass"


def give_those_wanted(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make active who does something to some "suspected" or "wanted", whom the tree gives these: "police held two [Danes] wanted".

    Nothing is done to the subject where nobody helps the verb and whom it is done to stands right behind it.
    """
    for clause in places(relations, "advcl", 3):
        verb = heads[clause]
        whom = clause - 1
        own = whom > verb >= 1 and heads[whom] == clause and relations[whom] in {"obj", "nsubj", "obl:agent", "obl"}
        if not own or upos[verb] != "VERB" or upos[clause] != "VERB" or upos[whom] not in NOUNS:
            continue
        beside = all(
            heads[w] == whom and upos[w] in {"NUM", "DET", "ADJ", "NOUN", "PROPN"} for w in range(verb + 1, whom)
        )
        before = range(max(0, verb - REACH), verb)
        subject = next((w for w in before if heads[w] == verb and relations[w] == "nsubj:pass"), None)
        helped = any(heads[w] == verb and relations[w] in {"aux:pass", "aux"} for w in before)
        if beside and subject is not None and not helped:
            relations[subject] = "nsubj"
            heads[whom], relations[whom] = verb, "obj"
            heads[clause], relations[clause] = whom, "acl"


def make_participles(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a participle on the noun behind it, where the tree makes it a verb of its own: "reaches [besieged] Sudanese city"."""
    for word in range(1, len(heads) - 1):
        verb = heads[word]
        if verb != word - 1 or upos[word] != "VERB" or upos[verb] != "VERB" or not lower[word].endswith("ed"):
            continue
        if relations[word] not in {"xcomp", "ccomp", "conj", "parataxis"} or upos[word + 1] not in {"ADJ", *NOUNS}:
            continue
        noun = next(
            (w for w in range(word + 1, min(word + _NEAR, len(heads))) if upos[w] in NOUNS and heads[w] <= word), None
        )
        if noun is None or is_below(word, noun, heads, -1):
            continue
        heads[noun], relations[noun] = verb, "obj"
        heads[word], relations[word] = noun, "amod"


def make_spoils(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a participle between two objects on the second: "Germany hands Nigeria back [looted] bronzes"."""
    for word in places(relations, "xcomp", 2, len(heads) - 1):
        verb, behind = heads[word], word + 1
        if upos[word] != "VERB" or not 0 < word - verb < _NEAR or upos[verb] != "VERB":
            continue
        before = [w for w in range(verb + 1, word) if heads[w] == word and relations[w] == "obj"]
        if heads[behind] != word or relations[behind] != "obj" or len(before) != 1 or upos[behind] not in NOUNS:
            continue
        for w in range(verb + 1, word):
            if heads[w] == word:
                heads[w] = verb
        relations[before[0]] = "iobj"
        heads[behind], relations[behind] = verb, "obj"
        heads[word], relations[word] = behind, "amod"


def give_doers(upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a noun right before a verb its subject, where the tree makes one word of both: "suicide [bomber] attacks mosque"."""
    for word in range(len(heads) - 1):
        verb = heads[word]
        if relations[word] != "compound" or verb != word + 1 or upos[verb] != "VERB" or upos[word] not in NOUNS:
            continue
        if relations[verb] not in {"amod", "compound", "acl"} and not has_subject(verb, heads, relations):
            relations[word] = "nsubj"


def hang_outcomes(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang what came of an act on it, where the tree makes both what was said: "rebels shelled it, [killing] ten, he said"."""
    acts: dict[int, int] = {}
    for word in places(relations, "ccomp"):
        verb = heads[word]
        if upos[word] != "VERB" or verb < word:
            continue
        act = acts.setdefault(verb, word)
        follows = act < word and lower[word].endswith("ing") and lower[word - 1] == ","
        if follows and not has_subject(word, heads, relations):
            heads[word], relations[word] = act, "advcl"


def join_objects(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make one name of words side by side that the tree makes objects of one verb each: "called Mohamed [Hamdan] [Dagalo]"."""
    for word in places(relations, "obj", 1):
        first = word - 1
        while relations[first] == "flat" and heads[first] < first:
            first = heads[first]
        are_objects = relations[first] == "obj" and heads[word] == heads[first] < first
        if (
            are_objects
            and upos[word] == upos[word - 1] == upos[first] == "PROPN"
            and words[word + 1 : word + 2] not in _OWNING
        ):
            heads[word], relations[word] = first, "flat"


_OWNING = (["'s"], ["’s"])
_APPEALING = frozenset("appeal appeals appealed appealing plead pleads pleaded pleading".split())


def make_asked(lower: Sequence[str], relations: list[str], heads: Sequence[int]) -> None:
    """Take what is asked of somebody for that, where the tree makes an aim of it: "appealed to both armies [to withdraw]"."""
    for word in places(relations, "advcl"):
        verb = heads[word]
        if word < verb or lower[verb] not in _APPEALING:
            continue
        asked = range(verb + 1, word)
        to = any(lower[w] == "to" and heads[w] == word and relations[w] == "mark" for w in asked)
        if to and any(heads[w] == verb and relations[w].startswith("obl") for w in asked):
            relations[word] = "xcomp"


def give_nearest_objects(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Give a verb what stands right behind it, where the tree gives it to a verb further up: "was carrying drugs, killing [11]"."""
    for word in places(relations, "obj"):
        verb = heads[word]
        if word - verb < _FAR or upos[verb] != "VERB" or upos[word] not in NOUNS:
            continue
        near = word - 1
        while near > verb and heads[near] == word and (upos[near] in _MODIFIES or relations[near] == "amod"):
            near -= 1
        if near <= verb or upos[near] != "VERB" or near == heads[word] or is_below(near, word, heads, -1):
            continue
        if not any(
            heads[w] == near and relations[w] in {"obj", "nsubj:pass"} for w in range(max(0, near - REACH), word)
        ):
            heads[word] = near
