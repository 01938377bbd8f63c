# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make where clauses meet, and their mending: reduced relatives, names behind "to", a clause within another."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import DAYS, NOUNS, REACH, has_subject, is_below, places
from readout.reading.trees.verbforms import is_bare, is_past
from readout.resources import verb_triggers

__all__ = [
    "free_addressed",
    "free_callers",
    "front_phrases",
    "give_answers",
    "give_asked_before_to",
    "give_subject_behind_as",
    "give_teller_behind",
    "hang_days",
    "hang_harm",
    "join_past",
    "join_short_names",
    "keep_in_inner",
    "keep_in_relatives",
    "leave_relatives",
    "name_relatives",
    "part_recalled",
    "part_reduced",
    "part_unfinished_at_semicolons",
    "pass_over_accordings",
    "pass_over_participles",
    "relate_to_names",
    "relate_to_nouns",
]

_REDUCED = {
    "by": frozenset({"led", "backed", "headed", "commanded", "supported", "armed", "trained", "hired", "recruited"}),
    "to": frozenset({"thought", "believed", "said", "known", "reported", "suspected", "alleged", "understood"}),
    "with": frozenset({"armed", "charged"}),
    "of": frozenset({"accused", "suspected", "convicted", "composed"}),
}
_HARMING = frozenset("killing wounding injuring destroying leaving".split())
_FRONTED = frozenset(
    "in at on near outside before amid among alongside besides after beside despite unlike like with".split()
)
_BEFORE = frozenset({"before", "after"})
_SHORT = 6  # words from a preposition to its noun
_JOINED = frozenset({"nmod:poss", "flat", "appos", "nmod:desc", "nmod"})
_DURING = frozenset({"in", "during", "at", "after"})
_CHARGES = frozenset({"accusation", "allegation", "assertion", "charge", "claim", "demand", "report"})
_ANSWERS = frozenset("denied denies dismissed dismisses rejected rejects rebuffed".split())
_WHILE = frozenset({"as", "while", "after", "when"})
_SAYS = frozenset({"said", "says", "told", "added", "announced"})
_TOLD = frozenset("told tells tell reminded reminds warned warns assured assures informed informs convinced".split())
_UP = 4  # steps from a clause about somebody to the verb of the sentence
_RELATIVE = frozenset({"that", "which", "who", "whom"})
_TIMES = frozenset({"obl", "obl:unmarked", "nmod:unmarked"})
_CLAUSES = frozenset({"advcl", "acl", "acl:relcl"})
_RECALLING = frozenset("recall recalls recalled withdraws withdrew expels expelled".split())
_RECALLED = frozenset("ambassador ambassadors envoy envoys diplomat diplomats consul consuls".split())
_SOON = 14  # words from what stands behind a semicolon to its verb


def part_reduced(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make a participle and its phrase part of the subject of the verb behind: "[militants] led by Keke killed a priest"."""
    for first in range(1, len(heads) - 2):
        if upos[first] != "VERB" or lower[first] not in _REDUCED.get(lower[first + 1], ()):
            continue
        noun = next(
            (w for w in range(first - 1, max(first - 20, -1), -1) if heads[w] == first and relations[w] == "nsubj"),
            None,
        )
        if noun is None or any(relations[w] in {"aux", "aux:pass"} and heads[w] == first for w in range(noun, first)):
            continue
        verb = _told_behind(first, lower, upos, heads, relations)
        if verb is None:
            continue
        above, relation = heads[first], relations[first]
        if above == first:
            heads[verb], relations[verb] = verb, "root"
        elif not is_below(above, verb, heads, -1):
            heads[verb], relations[verb] = above, relation
        else:
            continue
        heads[noun], relations[noun] = verb, "nsubj"
        heads[first], relations[first] = noun, "acl"
        for w in range(max(0, first - REACH), min(first + REACH, len(heads))):
            if heads[w] == first and (relations[w] in {"mark", "cc"} or (relations[w] == "punct" and w > verb)):
                heads[w] = verb


def part_recalled(lower: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Part whom a state withdraws from who does the next thing: "Chad recalled [its envoy] and [Togo] closed the border"."""
    for verb, word in enumerate(lower):
        if word not in _RECALLING:
            continue
        clause = next(
            (w for w in range(verb + 1, min(verb + REACH, len(heads))) if heads[w] == verb and relations[w] == "ccomp"),
            None,
        )
        if clause is None:
            continue
        one = next((w for w in range(verb + 1, clause) if heads[w] == clause and relations[w] == "nsubj"), None)
        if one is None or lower[one] not in _RECALLED:
            continue
        other = next((w for w in range(one + 1, clause) if heads[w] == one and relations[w] == "conj"), None)
        joint = next((w for w in range(one + 1, other or one) if heads[w] == other and relations[w] == "cc"), None)
        if other is not None and joint is not None:
            heads[one], relations[one] = verb, "obj"
            heads[other], relations[other] = clause, "nsubj"
            heads[joint], relations[clause] = clause, "conj"


def _told_behind(
    first: int, lower: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> int | None:
    """Return the verb of the past without a subject that follows a participle's phrase with nothing to join it."""
    for verb in range(first + 2, min(first + 20, len(heads))):
        if lower[verb] in {",", ";", "and", "but", "or", "that", "who", "which"} or relations[verb] == "mark":
            if relations[verb] == "mark" and lower[verb] == "to":
                continue
            return None
        is_free = relations[verb] in {"advcl", "ccomp", "conj", "parataxis", "xcomp", "root"}
        if upos[verb] == "VERB" and is_past(lower[verb]) and is_free:
            return None if has_subject(verb, heads, relations) else verb
    return None


def free_addressed(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb the name behind "to" and not the participle behind: "wrote to [Lind] asking her to leave"."""
    for mark, clause in enumerate(heads):
        verb = heads[clause]
        if lower[mark] != "to" or relations[mark] != "mark" or not verb < mark < clause:
            continue
        if not lower[clause].endswith("ing") or upos[verb] != "VERB":
            continue
        names = [w for w in range(mark + 1, clause) if heads[w] == clause and relations[w] == "nsubj"]
        if names:
            heads[names[0]], relations[names[0]] = verb, "obl"
            heads[mark], relations[mark] = names[0], "case"


def front_phrases(lower: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a phrase in front of the subject no subject: "Before [2,500 guests], among them Castro, Lind apologised"."""
    for verb in range(3, len(heads)):
        if upos[verb] != "VERB":
            continue
        near = range(max(0, verb - REACH), verb)
        subjects = [w for w in near if heads[w] == verb and relations[w] == "nsubj"]
        if len(subjects) != 2 or upos[subjects[1]] != "PROPN" or lower[subjects[1] - 1] != ",":
            continue
        first = subjects[0]
        if any(lower[w] in _FRONTED and is_below(w, first, heads, -1) for w in range(max(0, first - _SHORT), first)):
            relations[first] = "obl"


def give_asked_before_to(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb whom it asks, not the infinitive behind: "asking [him] to withdraw the bill"."""
    for mark, verb in enumerate(heads):
        above = heads[verb]
        if lower[mark] != "to" or relations[mark] != "mark" or not above < mark < verb or upos[above] != "VERB":
            continue
        for word in range(above + 1, mark):
            if heads[word] == verb and relations[word] in {"obj", "iobj"} and relations[verb] in {"xcomp", "ccomp"}:
                heads[word] = above


def hang_days(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a day on the last of two acts, if the first has one of its own: "left on Thursday and [met] Rau on Friday"."""
    for verb in places(relations, "conj"):
        first = heads[verb]
        if upos[verb] != "VERB" or upos[first] != "VERB" or not first < verb:
            continue
        if not any(heads[w] == first and lower[w] in DAYS for w in range(max(first - REACH, 0), verb)):
            continue  # "killed three and wounded ten on Friday" is of one day
        for day in range(verb + 1, min(verb + REACH, len(heads))):
            if lower[day] in {",", ";", ":"} or upos[day] in {"VERB", "SCONJ"}:
                break
            if heads[day] == first and relations[day] == "obl" and lower[day] in DAYS:
                heads[day] = verb


def hang_harm(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang harm on the attack, not on a clause about its target: "fired on a crowd that defied the curfew, [killing] three".

    Nor on what was done after it: "called her after a shell hit the church, [killing] three".
    """
    for word, clause in enumerate(list(heads)):
        if lower[word] not in _HARMING or lower[word - 1] != ",":
            continue
        is_free = relations[word] in {"advcl", "ccomp"} and clause < word
        if is_free and upos[clause] == "VERB" and not _harms(lower[clause]):
            attacks = (w for w in range(word - 1, clause, -1) if upos[w] == "VERB" and _harms(lower[w]))
            attack = next((w for w in attacks if has_subject(w, heads, relations)), None)
            if attack is not None and not is_below(attack, word, heads, -1):
                heads[word], relations[word] = attack, "advcl"
                continue
        if relations[clause] not in {"acl", "acl:relcl"}:
            continue
        above = heads[clause]
        for _ in range(_UP):
            if upos[above] == "VERB":
                break
            above = heads[above]
        if relations[word] == "advcl" and above < clause < word and not _harms(lower[clause]) and _harms(lower[above]):
            heads[word] = above


def _harms(verb: str) -> bool:
    """Tell whether a verb may tell of an attack."""
    return any(trigger.type == "ASSAULT" for trigger in verb_triggers(verb))


def join_past(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join a verb of the past to the one of the past above an infinitive: "gave them a day to leave and [froze] accounts".

    So too where it is joined to what was done before or after: "phoned the envoy before leaving and [met] the king".
    """
    to = {heads[w] for w in range(len(heads)) if lower[w] == "to" and relations[w] == "mark"}
    asked = {heads[w] for w in range(len(heads)) if lower[w] == "that" and relations[w] == "mark"}
    to |= {heads[w] for w in places(relations, "mark") if lower[w] in _BEFORE and lower[heads[w]].endswith("ing")}
    to |= {w for w in asked if is_bare(lower[w])}  # "renewed its demand that it investigate, and [recalled] its envoy"
    helped = {heads[w] for w in range(len(heads)) if relations[w] in {"aux", "aux:pass"}}
    for verb, first in enumerate(heads):
        above = heads[first]
        if relations[verb] != "conj" or upos[verb] != "VERB" or first not in to or verb in to or verb in helped:
            continue
        if (
            not is_past(lower[verb])
            or first in helped
            or not above < first < verb
            or has_subject(verb, heads, relations)
        ):
            continue
        if upos[above] == "NOUN" and relations[above] == "obj" and heads[above] < above:
            above = heads[above]
        if upos[above] == "VERB" and is_past(lower[above]) and relations[first] in {"xcomp", "ccomp", "advcl", "acl"}:
            heads[verb] = above


def join_short_names(words: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make two of what a headline joins by a comma alone: "Rubio, [Lavrov] meet in Riyadh"."""
    for word in range(2, len(words) - 1):
        pair = relations[word] == "flat" and words[word - 1] == "," and heads[word] == word - 2
        if pair and upos[word] == upos[word - 2] == "PROPN" and upos[word + 1] == "VERB":
            relations[word] = "conj"


_NAMED = 3  # steps from a word of a name to the verb that the name hangs on


def keep_in_relatives(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Keep a second verb in the relative clause that no comma has closed: "thanked Lind, who had called and [warned] that"."""
    for relative in places(relations, "acl:relcl"):
        noun = top = heads[relative]
        for _ in range(_NAMED):  # up to the whole name: "[Donald] Trump"
            top = top if upos[heads[top]] == "VERB" else heads[top]
        main = heads[top]
        who = next((w for w in range(noun + 1, relative) if lower[w] in {"who", "which"}), None)
        if who is None or lower[who - 1] != "," or upos[main] != "VERB" or not main < noun:
            continue
        end = next((w for w in range(relative + 1, min(relative + REACH, len(heads))) if lower[w] == ","), len(heads))
        for verb in range(relative + 1, min(end, relative + REACH, len(heads))):
            joined = heads[verb] == main and relations[verb] == "conj" and upos[verb] == "VERB"
            if joined and any(heads[w] == verb and relations[w] == "cc" for w in range(relative, verb)):
                heads[verb] = relative


def keep_in_inner(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a phrase on the clause in which it stands, not on that around: "took power after he sacked her [on Nov. 6] to …"."""
    last = list(range(len(heads)))  # the last word below each
    for word in reversed(range(len(heads))):
        at = heads[word]
        while last[at] < word:  # what is further up has a later one already
            last[at], at = word, heads[at]
    for word, verb in enumerate(list(heads)):
        if relations[word] not in _TIMES or not verb < word or upos[verb] != "VERB":
            continue
        inner = [c for c in range(verb + 1, word) if heads[c] == verb and relations[c] in _CLAUSES and last[c] > word]
        if inner and upos[inner[-1]] == "VERB":
            heads[word] = inner[-1]


def relate_to_nouns(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a clause whose subject is "that" on the noun before it: "agreed to a [truce] that would be kept", no "agreed that"."""
    for that in places(lower, "that", 2, len(heads) - 2):
        verb, noun = heads[that], that - 1
        if upos[that] != "PRON" or relations[that] != "mark" or relations[verb] not in {"ccomp", "acl:relcl"}:
            continue
        if (
            upos[noun] != "NOUN"
            or relations[noun] not in {"obj", "obl", "nmod"}
            or upos[that + 1] not in {"AUX", "VERB"}
        ):
            continue
        near = range(that + 1, min(verb + REACH, len(heads)))
        own = {relations[w] for w in near if heads[w] == verb}
        is_told = heads[noun] == heads[verb] and lower[heads[noun]] in _TOLD
        if verb > that and not is_told and own.isdisjoint({"nsubj", "nsubj:pass", "csubj", "expl"}):
            relations[that] = "nsubj:pass" if "aux:pass" in own else "nsubj"
            heads[verb], relations[verb] = noun, "acl:relcl"


def pass_over_accordings(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a relative clause its verb beyond "according to": "the raid, [which] according to Oslo [killed] two"."""
    for at in places(lower, "according", 1, len(heads) - 2):
        which = at - 1
        if lower[which] not in _RELATIVE or lower[at + 1] != "to" or not relations[at].startswith("acl"):
            continue
        near = range(at + 2, min(at + REACH, len(heads)))
        source = next((w for w in near if heads[w] == at and relations[w] in {"nsubj", "obl", "obj"}), None)
        verb = next(
            (w for w in near if heads[w] == at and relations[w] in {"ccomp", "xcomp"} and upos[w] == "VERB"), None
        )
        if source is None or verb is None or source > verb or heads[at] >= which:
            continue
        for other in range(verb + 1, near.stop):  # "… has destroyed four, [killed] two"
            if upos[other] == "VERB" and (heads[which] == other or heads[other] == at) and relations[other] != "advcl":
                heads[other], relations[other] = verb, "conj"
        heads[verb], relations[verb] = heads[at], "acl:relcl"
        heads[which], relations[which] = verb, "nsubj"
        heads[source], relations[source] = verb, "obl"
        heads[at], relations[at] = source, "case"
        heads[at + 1], relations[at + 1] = at, "fixed"


def leave_relatives(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang what stands behind a verb on it, not on a relative clause in front of it: "elders who had left told us [in 2019]"."""
    for clause in places(relations, "acl:relcl"):
        noun = heads[clause]
        verb = heads[noun]
        if not noun < clause < verb or upos[verb] != "VERB" or not relations[noun].startswith("nsubj"):
            continue
        for word in range(verb + 1, min(verb + REACH, len(heads))):
            if heads[word] == clause and relations[word] in {"obl", "obl:unmarked", "advmod"}:
                heads[word] = verb


def relate_to_names(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a relative clause on the name, not on the title in front of it: "US envoy [Tom Lind], who met them, said"."""
    for clause in places(relations, "acl:relcl"):
        noun = heads[clause]
        while relations[noun] in {"compound", "nmod:desc"} and noun < heads[noun] < clause:
            noun = heads[noun]
        if upos[noun] == "PROPN":
            heads[clause] = noun


def name_relatives(lower: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Call a clause whose subject or object is "that" or "which" what it is: "a demand [that the minister rejected]"."""
    for word, verb in enumerate(heads):
        is_part = lower[word] in _RELATIVE and relations[word] in {"nsubj", "nsubj:pass", "obj"}
        if is_part and relations[verb] == "acl" and heads[verb] < word < verb:
            relations[verb] = "acl:relcl"


def part_unfinished_at_semicolons(
    lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]
) -> None:
    """Give what stands behind a semicolon to its own verb, not to a noun before: "…; [Togo] sent aid"."""
    for mark, semicolon in enumerate(lower):
        if semicolon != ";":
            continue
        behind = range(mark + 1, min(mark + _SOON, len(heads)))
        word = next(
            (w for w in behind if upos[w] in NOUNS and heads[w] < mark and relations[w] in {"appos", "conj"}), None
        )
        if word is None:
            continue
        verb = next((w for w in range(word + 1, behind.stop) if upos[w] == "VERB" and heads[w] < mark), None)
        if verb is None or is_below(verb, word, heads, -1):
            continue
        if any(heads[w] == verb and relations[w].startswith("nsubj") for w in range(mark, verb)):
            continue
        passive = any(heads[w] == verb and relations[w] == "aux:pass" for w in range(word, verb))
        heads[word], relations[word] = verb, "nsubj:pass" if passive else "nsubj"
        if relations[verb] not in {"conj", "parataxis"}:
            relations[verb] = "parataxis"


def free_callers(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb the name behind a phrase that the tree takes for its subject: "In a telephone call [Lind] told Rau"."""
    for word, verb in enumerate(list(heads)):
        name = word + 1
        if upos[word] != "NOUN" or not name < verb or upos[verb] != "VERB" or relations[word] not in {"nsubj", "obl"}:
            continue
        before = range(max(0, word - REACH), word)
        if upos[name] != "PROPN" or not any(
            heads[w] == word and relations[w] == "case" and lower[w] in _DURING for w in before
        ):
            continue
        last = name + 1
        if heads[last] == verb and relations[last] == "nsubj" and upos[last] == "PROPN":
            if heads[name] == word:
                heads[name], relations[name] = last, "compound"
            relations[word] = "obl"
        elif heads[name] == word and relations[name] in _JOINED and relations[word] == "nsubj":
            heads[name], relations[name], relations[word] = verb, "nsubj", "obl"


def give_answers(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make a charge what somebody answers, where it stands before him with no word between: "[a charge] Paris rejected"."""
    for noun in range(2, len(heads) - 2):
        name = heads[noun]
        if lower[noun] not in _CHARGES or relations[noun] != "compound" or name != noun + 1 or lower[noun - 2] != ",":
            continue
        verb = heads[name]
        if relations[name] == "nsubj" and name < verb < name + _SHORT and lower[verb] in _ANSWERS:
            heads[noun], relations[noun] = verb, "obj"
            for w in range(noun - 2, noun):
                if heads[w] == name and relations[w] == "det":
                    heads[w] = noun
            if heads[verb] != verb:
                relations[verb] = "parataxis"


def give_subject_behind_as(
    lower: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]
) -> None:
    """Make the one between "as" and its verb the subject, where the tree makes it an object: "as [US] defends raid"."""
    for mark, verb in enumerate(heads):
        name = mark + 1
        if lower[mark] not in _WHILE or relations[mark] != "mark" or name != verb - 1 or upos[verb] != "VERB":
            continue
        if heads[name] == verb and relations[name] == "obj" and not has_subject(verb, heads, relations):
            relations[name] = "nsubj"


def give_teller_behind(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Give a verb of saying the subject in front of it that the tree hangs on the deepest clause of what is said.

    "The premier asked Oslo to send troops, [Norland's envoy], Lind, said."
    """
    for word, verb in enumerate(list(heads)):
        if relations[word] != "nsubj" or not verb < word or upos[word] not in NOUNS:
            continue
        teller = verb
        for _ in range(_UP):
            teller = heads[teller]
            if teller > word:
                break
        is_teller = word < teller < word + REACH and upos[teller] == "VERB" and lower[teller] in _SAYS
        if is_teller and "," in lower[verb:word] and not has_subject(teller, heads, relations):
            heads[word] = teller
            for w in range(word + 1, teller):
                if heads[w] == verb and relations[w] == "obl":  # "Norland's envoy [to the United Nations]"
                    heads[w], relations[w] = word, "nmod"


def pass_over_participles(
    lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]
) -> None:
    """Give a verb the subject before a participle set off by commas: "[Lind], since confirmed as premier, had met Rau"."""
    helped = {heads[w] for w in range(len(heads)) if relations[w] in {"aux", "aux:pass", "cop"}}
    for word, clause in enumerate(list(heads)):
        verb = heads[clause]
        if relations[word] != "nsubj" or relations[clause] != "advcl" or not word < clause < verb or clause in helped:
            continue
        set_off = "," in lower[word:clause] and "," in lower[clause:verb]
        is_short = clause - word < _SOON and not any(upos[w] == "VERB" for w in range(word + 1, clause))
        if set_off and is_short and lower[clause].endswith("ed") and not has_subject(verb, heads, relations):
            heads[word] = verb
