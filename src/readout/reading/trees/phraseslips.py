# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make with phrases behind a preposition, and their mending: what they hang on, and what is none."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import NOUNS, REACH, places
from readout.reading.trees.verbforms import is_past
from readout.resources import country_named

__all__ = [
    "hang_harm_done",
    "hang_relatives",
    "keep_in_clause",
    "keep_in_front",
    "lift_meetings",
    "list_lands",
    "open_clauses",
    "part_charges",
    "part_names",
    "turn_doers",
    "turn_into_phrases",
]

_CHARGING = frozenset(
    "accuse accuses accused accusing convict convicts convicted convicting acquit acquits acquitted suspect suspects suspected "
    "strip strips stripped".split()
)
_MEETINGS = frozenset("call meeting conversation talks visit summit".split())
_RESTATED = frozenset(
    "reaffirmed reaffirms restated reiterated reiterates affirmed stressed underlined underscored repeated pledged vowed promised "
    "expressed voiced renewed confirmed".split()
)
_SAID = frozenset("said says stated added stressed warned declared tweeted wrote".split())
_AFTERWARDS = frozenset({"after", "following", "during"})
_BROACHED = frozenset("raise discuss meet press ask settle resolve bring take talk address mention".split())
_CHARGE = 12  # words from whom something is laid to, to the charge
_DEEP = 4  # steps up a tree
_LONGEST = 9  # words of a name with a title
_LANDS = 6  # words from a country to the noun behind the next
_OBJECTS = frozenset({"obj", "nsubj:pass"})


def keep_in_clause(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang how and when on the clause in front of a comma, not on who tells it: "spoke [by phone on Sunday], the ministry said"."""
    clauses = {heads[w]: w for w in places(relations, "ccomp") if upos[w] == "VERB" and w < heads[w]}
    for word, teller in enumerate(heads):
        clause = clauses.get(teller)
        if clause is None or not clause < word < teller or not relations[word].startswith("obl"):
            continue
        comma = next((w for w in range(word + 1, teller) if words[w] in {",", '"', "”"}), None)
        is_between = comma is not None and not any(words[w] in {",", '"', "”"} for w in range(clause, word))
        if is_between and any(relations[w] == "nsubj" and heads[w] == teller for w in range(word + 1, teller)):
            heads[word] = clause


def keep_in_front(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a phrase in front of all on the clause behind it, not on who tells that: "[In a call,] they agreed, the palace said"."""
    clauses = {heads[w]: w for w in places(relations, "ccomp") if upos[w] == "VERB" and w < heads[w]}
    for word, teller in enumerate(heads):
        if relations[word] not in {"obl", "ccomp"} or upos[word] not in NOUNS:
            continue
        above = heads[teller]  # the tree may hang who tells it on what is told
        clause = above if word < above < teller and upos[above] == "VERB" else clauses.get(teller)
        if clause is None or word >= clause:
            continue
        has_case = any(heads[w] == word and relations[w] == "case" for w in range(max(0, word - REACH), word))
        told_by = any(heads[w] == teller and relations[w] == "nsubj" for w in range(clause + 1, teller))
        told_by = told_by or (clause == above and upos[teller - 1] in NOUNS)
        if has_case and told_by:
            heads[word], relations[word] = clause, "obl"


_MODIFIERS = frozenset({"NOUN", "ADJ"})


def part_charges(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a charge on the verb, where the tree makes it part of whom it is laid to: "accused the judges of [bias]".

    Of several phrases with "of" the last is the charge: "accused the government of Chad of a cover-up". A single one with an
    article may tell who is accused: "the head of the bank".
    """
    for verb, word in enumerate(lower):
        if word not in _CHARGING or upos[verb] != "VERB":
            continue
        near = range(max(0, verb - REACH), min(verb + REACH, len(heads)))
        whom = next((w for w in near if heads[w] == verb and relations[w] in _OBJECTS), None)
        if whom is None:
            continue
        behind = range(whom + 1, min(whom + _CHARGE, len(heads)))
        marks = [w for w in behind if lower[w] == "of" and relations[w] in {"case", "mark"}]
        if not marks or marks[-1] + 1 >= len(heads):
            continue
        charge = heads[marks[-1]]
        between = range(marks[0] + 1, charge)  # "of [war] crimes"
        bare = (
            len(marks) == 1
            and whom == marks[0] - 1
            and all(heads[w] == charge and upos[w] in _MODIFIERS for w in between)
        )
        if upos[charge] != "NOUN" or relations[charge] != "nmod" or not (bare or len(marks) > 1):
            continue
        if lower[marks[-1] + 1] not in {"the", "his", "her", "its", "their"} and _hangs_below(charge, whom, heads):
            heads[charge], relations[charge] = verb, "obl"


def _hangs_below(word: int, top: int, heads: Sequence[int]) -> bool:
    """Tell whether a word hangs on another within a few steps."""
    for _ in range(_DEEP):
        word = heads[word]
        if word == top:
            return True
    return False


def turn_into_phrases(lower: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a phrase of an object with a preposition, and the object of the other one: "defended [Norland] over claims".

    What stands right behind "for" or "against" is called for or warned of, and no object.
    """
    for word in places(relations, "obj"):
        verb = heads[word]
        if not 1 < word - verb < REACH or upos[verb] != "VERB" or upos[word] not in NOUNS:
            continue
        case = next((w for w in range(verb + 1, word) if heads[w] == word), None)
        if case is None or relations[case] != "case" or upos[case] != "ADP":
            continue
        other = [w for w in range(verb + 1, case) if heads[w] == verb and relations[w] == "iobj"]
        if other:
            relations[word], relations[other[0]] = "obl", "obj"
        elif lower[case] in {"for", "against"}:
            relations[word] = "obl"


def hang_relatives(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a clause with "which" behind a comma on the name before the comma: "sent arms to [Norland], which has closed its ports".

    Only where that name is no part of what the tree hangs the clause on, or where the clause stands in front of that.
    """
    for which in range(2, len(heads)):
        verb = heads[which]
        if lower[which] not in {"which", "who"} or lower[which - 1] != "," or upos[which - 2] != "PROPN":
            continue
        is_in_front = relations[verb] == "acl:relcl" and heads[verb] > verb
        if verb <= which or not relations[verb].startswith("acl") or (heads[verb] >= which - 2 and not is_in_front):
            continue
        name = which - 2
        while relations[name] in {"flat", "compound"} and heads[name] != name:
            name = heads[name]
        if is_in_front:  # "[Ibrahim], who brokered it, spoke to Anutin": not Anutin's
            heads[verb] = name if name < which else heads[verb]
            continue
        above = heads[verb]
        if relations[name] == "obl" and name < which and not _hangs_below(name, above, heads) and above != heads[name]:
            heads[verb] = name


def hang_harm_done(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang what killed or wounded on the deed and not on where it was done: "the [bombing] in Mogadishu, which killed 32"."""
    for which in places(lower, "which", 4):
        verb = heads[which]
        town = heads[verb]
        if lower[verb] not in _HARMED or relations[verb] != "acl:relcl" or not town < which or upos[town] != "PROPN":
            continue
        marks = [w for w in range(max(1, town - 3), town) if heads[w] == town and lower[w] in _SOMEWHERE]
        if marks and relations[marks[0]] == "case" and upos[marks[0] - 1] == "NOUN":
            heads[verb] = marks[0] - 1


_HARMED = frozenset("killed wounded injured hurt".split())
_SOMEWHERE = frozenset("in at near outside".split())


def turn_doers(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make a phrase of a second subject with a preposition behind the verb: "refused a request by [the minister]"."""
    with_subject = {heads[w] for w in range(len(heads)) if relations[w] == "nsubj" and w < heads[w]}
    for word, verb in enumerate(heads):
        if (
            relations[word] != "nsubj"
            or not 1 < word - verb < REACH
            or verb not in with_subject
            or upos[word] not in NOUNS
        ):
            continue
        case = next((w for w in range(verb + 1, word) if heads[w] == word), None)
        if case is None or relations[case] != "case" or upos[case] != "ADP":
            continue
        noun = case - 1
        if upos[noun] in NOUNS and heads[noun] == verb:
            heads[word], relations[word] = noun, "nmod"
        else:
            relations[word] = "obl"


def open_clauses(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a phrase in front of the word that opens a clause on what the clause hangs on: "met [on May 2] after holding talks"."""
    for mark in places(relations, "mark"):
        verb = heads[mark]
        above = heads[verb]
        if upos[mark] != "SCONJ" or relations[verb] != "advcl" or above >= mark:
            continue
        for word in range(above + 1, mark):
            preceded = any(heads[w] == word and relations[w] == "case" for w in range(above + 1, word))
            if heads[word] == verb and relations[word] == "obl" and preceded:
                heads[word] = above


def lift_meetings(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang the talks in which something was restated on the saying: "reaffirmed a commitment to defend its ally [in a call]"."""
    for word in places(relations, "obl"):
        verb = heads[word]
        if lower[word] not in _MEETINGS or upos[verb] != "VERB" or lower[verb] in _BROACHED:
            continue
        above = heads[verb]
        if relations[verb] == "ccomp" and above < verb < word and lower[above] in _SAID:
            case = next((w for w in range(verb + 1, word) if heads[w] == word and relations[w] == "case"), verb)
            # What is told as done may have been done after the talks, too: "said the rebels withdrew, after talks".
            if lower[case] in _AFTERWARDS and lower[case - 1] == "," and not is_past(lower[verb]):
                heads[word] = above  # "said Togo should yield, [after a call] with his counterpart"
            continue
        if relations[verb] == "acl" and relations[above] == "obj":
            above = heads[above]
        elif relations[verb] != "xcomp":
            continue
        cases = {lower[w] for w in range(verb + 1, word) if heads[w] == word and relations[w] == "case"}
        if lower[above] in _RESTATED and cases & {"in", "during"}:
            heads[word] = above


def part_names(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make two of a name with a title inside it: "Prime Minister Ito and Korean President [Park] agreed".

    Of "Trinidad and Tobago" the second part stands right behind the "and".
    """
    for word in places(relations, "flat"):
        name = heads[word]
        if not 1 < word - name < _LONGEST or upos[word - 1] not in {"NOUN", "PROPN"}:
            continue
        joint = next((w for w in range(name + 1, word - 1) if lower[w] == "and" and upos[w] == "CCONJ"), None)
        if (
            joint is None
            or heads[word - 1] not in {name, word}
            or not relations[word - 1].startswith(("nmod", "compound"))
        ):
            continue
        relations[word] = "conj"
        for other in range(joint, min(word + _LONGEST, len(heads))):
            title = (
                other < word and heads[other] == name and relations[other] in {"nmod:desc", "compound", "nmod", "amod"}
            )
            if title or (other > word and heads[other] == name and relations[other] == "flat"):
                heads[other] = word


def list_lands(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Put countries in front of the noun that is theirs, where the tree makes a subject of each: "[Japan], India leaders"."""
    for word, verb in enumerate(heads[:-3]):
        if relations[word] != "nsubj" or words[word + 1] not in {",", "and"} or country_named(words[word]) is None:
            continue
        noun = next((w for w in range(word + 2, min(word + _LANDS, len(heads))) if upos[w] == "NOUN"), None)
        if (
            noun is None
            or noun > verb
            or not (heads[noun] == word or (heads[noun] == verb and relations[noun] == "nsubj"))
        ):
            continue
        last = noun - 1
        if last <= word + 1 or country_named(" ".join(words[word + 2 : noun])) is None:
            continue
        heads[noun], relations[noun] = verb, "nsubj"
        heads[word], relations[word], heads[last], relations[last] = noun, "compound", word, "conj"
        for part in range(word + 2, last):
            heads[part], relations[part] = last, "compound"
