# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make around the verbs of news, and their mending: subjects, objects, and what is joined to what.

Where long titles and quotations stand around a verb, its subject hangs on a noun beyond, its object becomes a phrase, and who tells
of it a second subject.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import DAYS, NOUNS, REACH, has_subject, is_below, places
from readout.reading.trees.verbforms import is_past
from readout.resources import verb_triggers

__all__ = [
    "bring_across",
    "bring_to_verbs",
    "give_back_objects",
    "give_first_subjects",
    "give_hearers",
    "give_last_tellers",
    "give_subjects",
    "give_tellers",
    "give_what_is_due",
    "lift_verbs",
    "make_objects",
    "part_joined",
    "part_objects",
    "part_shared",
    "part_subjects",
]

_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})  # which take no clause
_SAID_TO = frozenset("said believed thought known alleged reported suspected understood linked tied sent".split())
_ALL = frozenset("both the its their his her".split())
_WITHIN = frozenset({"appos", "compound", "flat", "nmod:desc", "nmod:poss", "nmod:unmarked"})
_ACROSS = frozenset({"appos", "compound", "nmod:desc"})
_AT_LEAST = frozenset({("at", "least"), ("at", "most"), ("up", "to"), ("more", "than"), ("fewer", "than")})
_NEAR, _NEARER = 8, 5  # words from a verb to its object, and to a second subject that is its object
_TAKES_THINGS = frozenset(
    "pledge pledges pledged promise promises promised offer offers offered have has had hold holds held".split()
)
_BE = frozenset("is are was were be been".split())
_GIVEN = frozenset({"NOUN", "SYM"})  # "$ 6 billion"
_DUE = frozenset("due set expected scheduled likely ready slated poised".split())


def give_subjects(
    words: Sequence[str], begins: Sequence[bool], upos: Sequence[str], heads: list[int], relations: list[str]
) -> None:
    """Make a name in front of a verb that has no subject its subject, where the tree hangs it on a noun beyond the verb.

    So of a name behind a comma that is hung in front, and that no comma closes: "promised aid, [Diop] announced after talks".
    """
    for verb in range(1, len(words)):
        last = verb - 1
        while last > 0 and upos[last] in {"AUX", "PART", "ADV"} and not begins[last + 1]:  # "Lind [will not] meet"
            last -= 1
        if (
            upos[verb] != "VERB"
            or upos[last] != "PROPN"
            or begins[verb]
            or begins[last + 1]
            or words[verb].endswith("ing")
        ):
            continue
        name = last
        while heads[name] == name - 1 or (
            relations[name] == "flat" and heads[name] < name and upos[name - 1] == "PROPN"
        ):
            name -= 1
        if relations[name] == "flat" and heads[name] < name and words[name - 1] == "-":  # "Jean-Noel" Barrot
            name = heads[name]
        beyond = heads[name] > verb and upos[heads[name]] in NOUNS and relations[name] in _WITHIN
        apart = (
            relations[name] in {"appos", "nsubj"} and heads[name] < name and words[name - 1] == "," and last == verb - 1
        )
        if not (beyond or apart) or relations[verb] in {"acl", "amod"}:
            continue
        passive = _is_passive_alone(verb, heads, relations)
        lacks = passive or not has_subject(verb, heads, relations)
        if not lacks and not _is_only_behind(verb, heads[name], heads, relations):
            continue
        if not is_below(verb, name, heads, -1):
            heads[name], relations[name] = verb, "nsubj:pass" if passive else "nsubj"


def _is_passive_alone(verb: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Tell whether a verb is passive and has no subject: "Former premier [Lind] was shot in a blast"."""
    near = range(max(0, verb - REACH), min(verb + REACH, len(heads)))
    own = {relations[w] for w in near if heads[w] == verb}
    return "aux:pass" in own and not own & {"nsubj", "nsubj:pass", "csubj", "csubj:pass"}


def _is_only_behind(verb: int, noun: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Tell whether a verb's only subject is a noun behind it, which is its object then: "Holm will meet [Hariri]"."""
    near = range(max(0, verb - REACH), min(verb + REACH, len(heads)))
    subjects = [w for w in near if heads[w] == verb and relations[w].startswith(("nsubj", "aux:pass", "csubj"))]
    return subjects == [noun]


def give_tellers(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Give a verb of saying the subject in front of it, where the tree makes it a second one of what is said."""
    for word in places(relations, "nsubj"):
        verb = heads[word]
        if word <= verb or relations[verb] != "ccomp" or upos[verb] != "VERB":
            continue
        teller = heads[verb]
        between = range(max(verb - 20, 0), verb)
        if (
            teller > word
            and not has_subject(teller, heads, relations)
            and any(heads[w] == verb and relations[w] == "nsubj" for w in between)
        ):
            heads[word] = teller


def give_last_tellers(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb of saying what stands between the comma and it, where the tree has that in what is said: "hit, [medics] said"."""
    for verb in range(3, len(words)):
        is_last = upos[verb] == "VERB" and upos[verb - 1] in NOUNS and words[verb - 1] not in DAYS
        if not is_last or "," not in words[max(verb - _NEAR, 0) : verb]:
            continue
        said = [w for w in range(max(verb - REACH, 0), verb) if heads[w] == verb and relations[w] == "ccomp"]
        if not said or has_subject(verb, heads, relations):
            continue
        teller = verb - 1
        while relations[teller] in {"conj", "flat", "compound"} and verb - _NEAR < heads[teller] < teller:
            teller = heads[teller]
        near = range(max(teller - _NEARER, 1), verb)
        inside = [w for w in near if w == teller or (heads[w] == teller and upos[w] != "PUNCT")]
        is_case = any(heads[w] == teller and relations[w] == "case" for w in range(max(teller - _NEAR, 0), verb))
        if not is_case and words[min(inside) - 1] == "," and said[0] < heads[teller] + 1 <= min(inside):
            heads[teller], relations[teller] = verb, "nsubj"


def make_objects(words: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make what stands right behind a verb its object, where the tree calls it a phrase: "visit Islamabad".

    A second subject behind the verb is its object too: "Poland expelled [45 Russian diplomats]".
    """
    for word in range(1, len(words)):
        verb = heads[word]
        if upos[word] not in NOUNS or not 0 < word - verb < _NEAR or upos[verb] != "VERB":
            continue
        second = relations[word] == "nsubj" and word - verb < _NEARER and _is_second(word, verb, heads, relations)
        alone = relations[word] == "xcomp" and words[verb] in _TAKES_THINGS and _is_alone(word, verb, heads, relations)
        if second or alone:
            relations[word] = "obj"
        elif relations[word] == "obl" and _is_bare(word, verb, words, upos, heads, relations):
            near = range(word + 1, min(word + 20, len(words)))
            is_other = any((heads[w], relations[w]) in {(verb, "obj"), (word, "case")} for w in near)
            if words[word].rstrip("s") not in DAYS and words[word] not in DAYS and not is_other:
                relations[word] = "obj"


def _is_alone(word: int, verb: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Tell whether a noun is all that a verb has, and no clause: "pledged [support]", "have a [meeting]"."""
    below = {relations[w] for w in range(verb + 1, word) if heads[w] == word}
    near = range(verb + 1, min(verb + 20, len(heads)))
    return not below & {"mark", "cop", "case", "nsubj"} and not any(
        heads[w] == verb and relations[w] in {"obj", "iobj"} for w in near
    )


def _is_second(word: int, verb: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Tell whether a subject behind its verb has another in front of it, and the verb no object."""
    near = range(max(verb - 20, 0), min(verb + 20, len(heads)))
    own = [(w, relations[w]) for w in near if heads[w] == verb and w != word]
    first = any(w < verb and relation == "nsubj" for w, relation in own)
    own = [
        (w, relation) for w, relation in own if not (w < verb and relation == "ccomp")
    ]  # what is said in front: "…", he told [her]
    return first and not any(relation in {"obj", "iobj", "ccomp", "aux:pass", "cop"} for _, relation in own)


def _is_bare(
    word: int, verb: int, words: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> bool:
    """Tell whether a phrase stands right behind its verb, or the verb's particle, with no preposition: a name, or "the bodies"."""
    between = [w for w in range(verb + 1, word) if not (heads[w] == verb and relations[w] == "compound:prt")]
    if not between:
        return upos[word] == "PROPN"
    first = (words[between[0]], words[between[0] + 1])
    named = upos[between[0]] == "PROPN" and first[1] in {"'s", "’s"} and first[0] not in DAYS
    owner = named and any(  # "stormed Norland's Congress", but not “…,” exhorted Norland's chief
        heads[w] == verb and relations[w].startswith("nsubj") for w in range(max(0, verb - REACH), verb)
    )
    starts = first[0] in _ALL or first in _AT_LEAST or owner
    own = all(is_below(w, word, heads, -1) and (heads[w], relations[w]) != (word, "case") for w in between)
    return starts and own and not any(upos[w] in {"PUNCT", "VERB"} for w in between)


def bring_across(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a name behind a verb to what stands there, where the tree hangs it on a noun before the verb.

    It is the owner of the object in "condemned [Norland]'s launch", the object itself in "found [Trent] guilty", and the first of
    two in "thanked President [Trent] and Cora Hall".
    """
    for word in range(2, len(words)):
        if upos[word] != "PROPN" or relations[word] not in _ACROSS or heads[word] >= word - 1:
            continue
        verb = word - 1
        while verb > heads[word] and upos[verb] != "VERB" and is_below(verb, word, heads, -1):
            verb -= 1
        if upos[verb] != "VERB" or verb == heads[word]:
            continue
        end = word
        while end + 1 < len(words) and relations[end + 1] == "flat" and upos[end + 1] == "PROPN":
            end += 1
        own = [w for w in range(end + 1, min(end + REACH, len(words))) if heads[w] == verb and relations[w] == "obj"]
        if end + 1 < len(words) and words[end + 1] in {"'s", "’s"}:
            if own:
                heads[word], relations[word] = own[0], "nmod:poss"
        elif own and any(heads[w] == own[0] and relations[w] == "cc" for w in range(end + 1, own[0])):
            heads[word], relations[word], heads[own[0]], relations[own[0]] = verb, "obj", word, "conj"
        elif not own or upos[own[0]] not in NOUNS:
            heads[word], relations[word] = verb, "obj"
            if own:
                relations[own[0]] = "xcomp"


def give_hearers(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb of saying whom it is said to, where the tree makes it a subject of what is said: "told [Trent] that he …".

    An infinitive has no subject: "told [diplomats] not to meddle".
    """
    for mark, head in enumerate(heads):
        verb = heads[head]
        if (
            words[mark] not in {"that", "to"}
            or relations[mark] != "mark"
            or relations[head] != "ccomp"
            or not verb < mark < head
        ):
            continue
        if words[mark] == "to" and (upos[mark] != "PART" or "for" in words[verb + 1 : mark]):
            continue
        for word in range(verb + 1, mark):
            if heads[word] == head and relations[word] in {"nsubj", "obj", "iobj"} and upos[word] in {*NOUNS, "PRON"}:
                heads[word], relations[word] = verb, "obj"


def give_back_objects(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Give a verb the object right behind it that the tree hangs on a verb beyond "for": "commended [Iraq] for hosting talks".

    So too with the "of" of a charge, whatever the tree hangs that on: "accused [Norland] of fomenting protests".
    """
    for word in places(relations, "obj"):
        head = heads[word]
        if head < word or upos[head] != "VERB" or upos[word] not in NOUNS:
            continue
        above = heads[head]
        marked = any(heads[w] == head and relations[w] == "mark" for w in range(word + 1, head))
        marked = marked or (words[head - 1] == "of" and words[head].endswith("ing"))
        if marked and above < word and upos[above] == "VERB" and word - above < 6:
            heads[word] = above


def part_objects(upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a name the indirect object where a verb has two objects: "promised [Ukraine] 50 billion dollars"."""
    for name in places(relations, "obj", 1, len(heads) - 1):
        verb = heads[name]
        if verb != name - 1 or upos[name] not in {"PROPN", "PRON"}:
            continue
        near = range(name + 1, min(name + 8, len(heads)))
        if any(heads[w] == verb and relations[w] == "obj" and upos[w] in _GIVEN for w in near):
            relations[name] = "iobj"


def give_what_is_due(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make who "is due to" do something the subject of the verb, where the tree hangs the name on a noun beyond it.

    What they are is due, and not the verb.
    """
    for verb in range(3, len(words)):
        if upos[verb] != "VERB" or words[verb - 1] != "to" or words[verb - 2] not in _DUE or words[verb - 3] not in _BE:
            continue
        if heads[verb - 3] == verb and relations[verb - 3] == "cop":  # no copula of "visit"
            relations[verb - 3] = "aux"
            if words[verb - 2] == "due" and heads[verb - 2] == verb:
                relations[verb - 2] = "case"
        be, due = verb - 3, verb - 2
        if relations[verb] == "acl:relcl" and relations[be] == "cop" and heads[be] == due:  # "who is due to fly"
            heads[be], relations[be] = verb, "aux"
            heads[due], relations[due] = verb, "case"
        before = range(max(verb - 3 - REACH, 0), verb - 3)
        names = [w for w in before if relations[w] == "nsubj" and upos[w] in NOUNS and heads[w] > verb]
        if names and upos[heads[names[-1]]] in NOUNS and heads[heads[names[-1]]] == verb:
            heads[names[-1]] = verb


def bring_to_verbs(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a subject on its verb, not on the noun that hangs on the verb: "[Modi] spoke on Sunday to his counterpart"."""
    with_subject = {heads[w] for w in range(len(heads)) if relations[w] in {"nsubj", "nsubj:pass"}}
    with_copula = {heads[w] for w in places(relations, "cop")}
    for word in places(relations, "nsubj"):
        noun = heads[word]
        verb = heads[noun]
        is_across = word < verb < noun and upos[verb] == "VERB" and verb not in with_subject
        if is_across and upos[noun] == "NOUN" and noun not in with_copula:
            heads[word] = verb
            with_subject.add(verb)


def lift_verbs(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Let a verb behind a clause about its subject tell, where the tree makes it a subject of the saying verb beside that.

    "Rau, who had hosted talks, [phoned] Lind, the ministry said."
    """
    for verb in places(relations, "nsubj", 1):
        said = heads[verb]
        if upos[verb] != "VERB" or said < verb or words[verb - 1] != ",":
            continue
        before = range(max(verb - REACH, 0), verb)
        names = [w for w in before if heads[w] == said and relations[w] == "nsubj" and upos[w] in NOUNS]
        if not names or not any(heads[w] == names[-1] and relations[w] == "acl:relcl" for w in before):
            continue
        heads[names[-1]], relations[verb] = verb, "ccomp"
        behind = range(verb + 1, min(verb + REACH, len(words)))
        objects = [w for w in behind if heads[w] == verb and relations[w] in {"nsubj", "obj"}]
        if objects:
            relations[objects[0]] = "obj"


def give_first_subjects(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give what is said the first of two subjects of the verb of saying: "[Hale], who is ill, phoned Lind, the office said"."""
    for word, teller in enumerate(heads):
        if (
            relations[word] != "nsubj"
            or teller <= word + 1
            or words[word + 1 : word + 2] == ()
            or upos[teller] != "VERB"
        ):
            continue
        said = [
            w for w in range(word + 1, teller) if heads[w] == teller and relations[w] == "ccomp" and upos[w] == "VERB"
        ]
        last = said[-1] if said else teller
        second = any(heads[w] == teller and relations[w] == "nsubj" for w in range(last + 1, teller))
        # Nothing but its own words may stand between the subject and what it does: "[strikes] across Tarsk kill 60, medics say".
        plain = not any(upos[w] in {"PUNCT", "VERB", "AUX", "SCONJ"} or words[w] == "," for w in range(word + 1, last))
        if not said or not second or "," not in words[last:teller] or not (plain or words[last - 1] == ","):
            continue
        if not any(heads[w] == last and relations[w] in {"nsubj", "nsubj:pass"} for w in range(word, last)):
            heads[word] = last


def part_subjects(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb the subject in front of it that has a clause of its own, where the tree joins it to a noun of the clause before.

    "Oslo urged respect for the border, and [Turkey], which trains the troops, said it was watching."
    """
    for verb in range(2, len(words)):
        if upos[verb] != "VERB" or relations[verb] not in {"conj", "parataxis"} or words[verb - 1] != ",":
            continue
        if heads[verb] > verb or has_subject(verb, heads, relations):
            continue
        for name in range(verb - 2, max(heads[verb], verb - REACH), -1):
            if (
                relations[name] != "conj"
                or upos[name] not in NOUNS
                or heads[name] <= heads[verb]
                or upos[heads[name]] not in NOUNS
            ):
                continue
            own = [w for w in range(heads[name], verb) if heads[w] == name]
            joint = next((w for w in own if relations[w] == "cc" and words[w - 1] == ","), None)
            if joint is not None and any(relations[w] == "acl:relcl" and w > name for w in own):
                heads[name], relations[name], heads[joint] = verb, "nsubj", verb
                break


def part_joined(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb its subject right before it, where the tree joins that to what is done in front of "and".

    "Togo expelled two envoys and [Chad] closed its embassy": one verb right behind "and" would be done by who did the first.
    """
    for verb in range(4, len(words) - 1):
        name = _before_helpers(verb, upos, heads)
        is_tense = _is_finite(words[verb]) or "AUX" in upos[name:verb]
        is_of_them = words[verb + 1] == "by" or (words[verb + 1] == "to" and words[verb] in _SAID_TO)
        if upos[verb] != "VERB" or not is_tense or is_of_them:  # "and the clerk accused by Chad", "said to have fled"
            continue
        for _ in range(_NEAR):  # mending may have hung words in circles
            if relations[name] != "conj" and verb - _NEAR < heads[name] < verb:
                name = heads[name]
        joint = next((w for w in range(name - 1, max(name - _NEAR, 0), -1) if words[w] == "and"), 0)
        before = heads[name]
        if relations[name] != "conj" or not before < joint < name or not {upos[name], upos[before]} <= NOUNS:
            continue
        while relations[before] in {"nmod", "conj", "nmod:poss", "compound"} and heads[before] < before:
            before = heads[before]
        first = heads[before]
        is_helped = "AUX" in upos[max(first - 2, 0) : first]
        is_first = first < before and upos[first] == "VERB" and (_is_finite(words[first]) or is_helped)
        if not is_first or heads[joint] not in {name, verb} or has_subject(verb, heads, relations):
            continue
        behind = range(verb + 1, min(verb + REACH, len(words)))
        if not any(heads[w] == verb and relations[w] in {"obj", "ccomp", "obl"} for w in behind):
            continue
        if heads[first] == verb and relations[first] == "ccomp":  # the second takes the first for what is told
            heads[first], relations[first] = (first if heads[verb] == verb else heads[verb]), relations[verb]
        elif heads[verb] != first or relations[verb] not in {"conj", "ccomp", "parataxis"}:
            continue
        heads[name], relations[name], heads[joint] = verb, "nsubj", verb
        heads[verb], relations[verb] = first, "conj"
        for word in behind:
            if heads[word] == first and relations[word].startswith("obl"):
                heads[word] = verb


def part_shared(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give two verbs an object and a subject, where the tree makes both of them subjects of the second.

    "Norland expels [two envoys] and [Togo] closes its embassy": who is expelled closes nothing.
    """
    for thing in places(relations, "nsubj", 2):
        verb = heads[thing]
        inside = [w for w in range(max(thing - _NEARER, 0), thing) if is_below(w, thing, heads, -1)]
        first = min([thing, *inside]) - 1
        kinds = {trigger.type for trigger in verb_triggers(words[first])}
        if (
            upos[verb] != "VERB"
            or upos[first] != "VERB"
            or not kinds
            or not kinds <= _DEEDS
            or words[first] == "recalled"
        ):
            continue
        name = _before_helpers(verb, upos, heads)
        names = [w for w in range(thing + 1, verb) if heads[w] == thing and relations[w] == "conj"]
        joints = [w for w in range(thing + 1, name) if words[w] == "and" and heads[w] in {thing, *names}]
        if (
            len(names) != 1
            or len(joints) != 1
            or not joints[0] < names[0] <= name
            or not has_subject(first, heads, relations)
        ):
            continue
        near = range(first + 1, min(first + REACH, len(words)))
        if any(heads[w] == first and relations[w] in {"obj", "iobj"} for w in near):
            continue
        if heads[verb] == first or (heads[verb] == heads[first] and relations[verb] == relations[first]):
            heads[thing], relations[thing] = first, "obj"
            heads[names[0]], relations[names[0]], heads[joints[0]] = verb, "nsubj", verb
            heads[verb], relations[verb] = first, "conj"


def _before_helpers(verb: int, upos: Sequence[str], heads: Sequence[int]) -> int:
    """Return the word before a verb and its helpers: "and [Chad] had closed its border"."""
    at = verb - 1
    while at > 0 and upos[at] in {"AUX", "ADV"} and heads[at] == verb:
        at -= 1
    return at


def _is_finite(verb: str) -> bool:
    """Tell whether a form can be a tense: past, or present of one."""
    return is_past(verb) or verb.endswith("s")
