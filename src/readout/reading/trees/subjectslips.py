# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make with subjects, and their mending: a number alone, behind "as" or a semicolon, of a verb with a hyphen."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import DAYS, NOUNS, REACH, has_subject, is_below, places

__all__ = [
    "count_hurt",
    "give_asking",
    "give_first_tellers",
    "give_names_behind_places",
    "give_subject_before_clause",
    "give_subject_behind_mark",
    "join_hyphened",
    "lift_pasts",
    "part_at_colons",
    "part_at_semicolons",
    "part_behind_but",
]

_BEYOND = frozenset({"appos", "compound", "nmod:desc"})
_FINITE = frozenset({"root", "ccomp", "conj", "parataxis"})
_HURT = frozenset({"wounded", "injured"})
_QUOTES = frozenset({"”", '"', "’", "»"})
_WHERE = frozenset("in at on near outside from".split())
_SOON = 6  # words from a subject to its verb


def count_hurt(lower: Sequence[str], upos: list[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a number right before a participle its subject: "24 were killed and [87] wounded"."""
    for number in places(relations, "nummod"):
        verb = heads[number]
        if upos[number] != "NUM" or verb != number + 1:
            continue
        if upos[verb] != "VERB" and lower[verb] not in _HURT:
            continue
        first = heads[verb]
        near = range(max(first - REACH, 0), first)
        passive = any(heads[w] == first and relations[w] in {"aux:pass", "nsubj:pass"} for w in near)
        if relations[verb] == "conj" and first < number and passive:
            relations[number], upos[verb] = "nsubj:pass", "VERB"


def give_asking(words: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make who stands right behind a quotation's "asked" who asks, not who is asked: "“How many are there?” asked [its leader]"."""
    for verb in places(words, "asked", 3, len(words) - 1):
        if words[verb - 1] not in _QUOTES:
            continue
        near = range(max(0, verb - REACH), min(verb + REACH, len(words)))
        own = [w for w in near if heads[w] == verb]
        behind = next((w for w in own if w > verb and relations[w] in {"iobj", "obj"}), None)
        inside = next((w for w in own if w < verb and relations[w] == "nsubj"), None)
        clause = next((w for w in own if w < verb and relations[w] == "ccomp"), None)
        if behind is not None and inside is not None and clause is not None and inside < clause:
            relations[behind], heads[inside] = "nsubj", clause


def give_first_tellers(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb the subject in front of it that the tree hangs on what is told: "[Lind], an aide, said the plan was dead"."""
    for noun in places(relations, "nsubj"):
        below = heads[noun]
        if not noun + 1 < below < noun + REACH or relations[below] != "ccomp":
            continue
        verb = heads[below]
        if not noun < verb < below or upos[verb] != "VERB" or has_subject(verb, heads, relations):
            continue
        if any(heads[w] == below and relations[w].startswith("nsubj") for w in range(verb + 1, below)):
            heads[noun] = verb


def give_subject_behind_mark(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb the noun between it and the word that opens its clause: "flees as [protesters] storm the palace"."""
    for mark in places(relations, "mark"):
        verb = heads[mark]
        noun = verb - 1
        if not mark < noun or upos[verb] != "VERB" or upos[noun] not in NOUNS:
            continue
        strayed = heads[noun] < mark and relations[noun] in {"obj", "obl"}
        if strayed and not has_subject(verb, heads, relations) and not is_below(verb, noun, heads, -1):
            heads[noun], relations[noun] = verb, "nsubj"


def give_subject_before_clause(
    lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]
) -> None:
    """Give a verb the name before a clause of "who", which the tree hangs beyond the verb: "[Lind], who …, met her aide".

    So is a name right behind a dateline, with at most its day before the verb: "(Xinhua) -- [Lind] on Sunday held talks with".
    """
    for name, noun in enumerate(heads):
        if relations[name] not in _BEYOND or upos[name] != "PROPN" or not name < noun or upos[noun] not in NOUNS:
            continue
        inside = [w for w in range(name + 1, noun) if heads[w] == name and relations[w] == "acl:relcl"]
        verb = heads[noun] if inside else _verb_behind(name, lower, upos, heads)
        if verb is None or has_subject(verb, heads, relations):
            continue
        if inside:
            is_slip = inside[0] < verb < noun and upos[verb] == "VERB" and lower[verb - 1] == ","
            is_slip = is_slip and relations[noun] == "obj"
        else:
            is_slip = verb < noun and relations[verb] in _FINITE and is_below(noun, verb, heads, -1)
        if is_slip:
            heads[name], relations[name] = verb, "nsubj"


def give_names_behind_places(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb the name behind a phrase of place, and not that phrase: "In the town of Tarsk, [Ana Rau], 62, said …"."""
    for name in places(relations, "appos", 2):
        noun = heads[name]
        verb = heads[noun]
        if upos[name] != "PROPN" or lower[name - 1] != "," or not noun < name < verb < noun + REACH:
            continue
        is_free = relations[noun] == "obl" and not has_subject(verb, heads, relations)
        if relations[noun] != "nsubj" and not is_free:
            continue
        before = range(max(0, noun - REACH), noun)
        if any(heads[w] == noun and lower[w] in _WHERE and relations[w] == "case" for w in before):
            heads[name], relations[name], relations[noun] = verb, "nsubj", "obl"


def _verb_behind(name: int, lower: Sequence[str], upos: Sequence[str], heads: Sequence[int]) -> int | None:
    """Return the verb that stands behind a name, with no more between them than the rest of the name and a day."""
    word = name + 1
    while word < len(heads) and (heads[word] == name or lower[word] in DAYS or _leads_to_day(word, lower)):
        word += 1
    is_verb = word < len(heads) and upos[word] == "VERB" and not lower[word].endswith("ing")
    return word if is_verb else None


def _leads_to_day(word: int, lower: Sequence[str]) -> bool:
    return lower[word] == "on" and word + 1 < len(lower) and lower[word + 1] in DAYS


def join_hyphened(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give the subject of the first half of a verb to the verb: "[Norland] test-fired a missile"."""
    for half in places(lower, "test", 1, max(1, len(lower) - 2)):
        verb = half + 2
        if lower[half + 1] != "-" or upos[verb] != "VERB" or heads[verb] == half:
            continue
        for below in range(max(0, half - REACH), half):  # "after [Norland] test-fired": the tree takes two verbs
            if heads[below] == half:
                heads[below] = verb
        heads[half], relations[half] = verb, "compound"
    for word in places(relations, "nsubj"):
        half = heads[word]
        verb = heads[half]
        if relations[half] != "compound" or not word < half < verb:
            continue
        if (
            upos[verb] == "VERB"
            and verb == half + 2
            and lower[half + 1] == "-"
            and not has_subject(verb, heads, relations)
        ):
            heads[word] = verb


def lift_pasts(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make a verb that can only be past tell of the noun that it seems to describe: "The chiefs of the two [spoke] by phone"."""
    for verb in places(relations, "acl"):
        noun = heads[verb]
        if lower[verb] not in _PASTS or not noun < verb or upos[noun] not in NOUNS or relations[noun] not in _FINITE:
            continue
        if has_subject(verb, heads, relations) or relations[noun] == "conj":
            continue
        heads[verb] = verb if heads[noun] == noun else heads[noun]
        relations[verb] = relations[noun]
        heads[noun], relations[noun] = verb, "nsubj"


_PASTS = frozenset("spoke took gave went began came flew wrote shook swore broke".split())  # and no participles


def part_at_colons(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Keep what is in front of a headline's colon out of what is behind it: "Norland: [Lind] calls for calm", "Raid: jets hit"."""
    for colon in places(lower, ":", 1, len(lower) - 2):
        for verb in range(colon + 1, min(colon + REACH, len(lower))):
            if lower[verb] in {".", ":"}:
                break
            if upos[verb] != "VERB":
                continue
            own = [w for w in range(colon + 1, verb) if heads[w] == verb and relations[w] == "nsubj"]
            before = [w for w in range(max(colon - REACH, 0), colon) if heads[w] == verb and relations[w] == "nsubj"]
            if own:
                for word in before:
                    relations[word] = "dislocated"
                above = heads[verb]  # but "has three aims: Lind must resign"
                if above < colon and heads[above] == above and relations[verb].startswith("acl"):
                    relations[verb] = "parataxis"
            break


def part_at_semicolons(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give what stands behind a semicolon to the verb behind it: "protesters storm palace; [army chief] to form government"."""
    for word in places(relations, "nsubj"):
        verb = heads[word]
        if not 0 < word - verb < REACH or ";" not in lower[verb:word]:
            continue
        behind = range(word + 1, min(word + _SOON, len(heads)))
        other = next((w for w in behind if upos[w] == "VERB"), None)
        if other is None and any(
            heads[w] == verb and relations[w] == "nsubj" for w in range(max(0, verb - REACH), verb)
        ):
            relations[word] = "parataxis"  # "bomb kills scores; [junta] defiant"
        if other is not None and ";" not in lower[word:other] and not is_below(other, word, heads, -1):
            heads[word] = other
            if relations[other] in {"advcl", "acl", "xcomp"} and heads[other] < word:
                relations[other] = "parataxis"


def part_behind_but(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Give a subject behind a comma and "but" to the verb behind it: "Chad invaded it, but [Togo], which …, has yet to act"."""
    for word in places(relations, "nsubj", 2):
        verb = heads[word]
        near = lower[max(verb + 1, word - 3) : word]
        if not 0 < word - verb < REACH or "but" not in near or upos[word] not in NOUNS:
            continue
        behind = range(word + 1, min(word + REACH, len(heads)))
        other = next(
            (w for w in behind if relations[w] == "conj" and upos[w] in {"VERB", "AUX"} and heads[w] < word), None
        )
        if other is not None and not has_subject(other, heads, relations) and not is_below(other, word, heads, -1):
            heads[word] = other
