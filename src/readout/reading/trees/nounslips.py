# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make in the noun phrases of news, and their mending: owners, titles, names, descriptions, numbers.

News piles up what other English does not: "Oman's Sultan Haitham", "U.S. Defense Secretary Hugh Merrow", "the envoy to Yemen, Tim
Lender,". Each rule looks at the words side by side, where it cannot be in doubt what belongs to what.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import DAYS, NOUNS, REACH, ROLES, is_below, places
from readout.resources import country_named, find_office

__all__ = [
    "count_of",
    "count_rightward",
    "give_owners",
    "hang_titles",
    "join_backward",
    "join_descriptions",
    "join_enumerated",
    "join_named",
    "join_nearest",
    "join_pairs",
    "join_twins",
    "keep_names_whole",
    "list_parts",
    "modify_by_of",
    "name_holders",
    "name_nearest",
    "name_objects",
    "name_tellers",
    "turn_compounds",
    "turn_leftward",
]

# Relations of a noun phrase that its title must not keep from it.
_OUTER = ROLES | {
    "obl",
    "obl:agent",
    "nmod",
    "nmod:poss",
    "conj",
    "root",
    "parataxis",
    "appos",
    "ccomp",
    "dislocated",
    "xcomp",
}
_INNER = frozenset({"flat", "compound", "nmod:desc", "nmod", "conj", "appos"})
_PHRASE = 8  # words of a noun phrase in front of its noun
_CLAUSES = frozenset({"root", "ccomp", "parataxis", "conj", "advcl", "xcomp"})


def join_twins(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Let a verb have one subject and one object of nouns that stand side by side: "Oman's Sultan Haitham met".

    The trees now and then hang the owner, the title and the name on the verb alike; then the last is what it is said of.
    """
    for word in range(len(heads) - 2, -1, -1):
        if upos[word] not in NOUNS or relations[word] not in ROLES:
            continue
        owns = words[word + 1] in {"'s", "’s"}
        twin = word + 2 if owns else word + 1
        if twin < len(heads) and upos[twin] in NOUNS and heads[twin] == heads[word] and relations[twin] in ROLES:
            heads[word], relations[word] = twin, "nmod:poss" if owns else "compound"
        elif owns and twin < len(heads) and upos[twin] in NOUNS and heads[heads[twin]] == heads[word] != twin:
            heads[word], relations[word] = heads[twin], "nmod:poss"


def count_of(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang what is counted on its number, where the tree makes two subjects or objects of both: "dozens of [nurses] rallied"."""
    for of in places(words, "of", 1, len(heads) - 1):
        word, number = heads[of], of - 1
        is_share = relations[of] == "case" and upos[number] == "NUM" and relations[word] == "obl"
        if is_share and heads[word] == heads[number]:
            heads[word], relations[word] = number, "nmod"  # "shot down four of the [drones]"
        if relations[of] != "case" or word < of or upos[number] not in NOUNS:
            continue
        if relations[word] in ROLES and heads[word] == heads[number] and relations[number] in ROLES:
            heads[word], relations[word] = number, "nmod"


def give_owners(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make who has an 's the owner of the noun behind it, where the tree calls it an apposition or a compound."""
    for mark, word in enumerate(words):
        if word not in _OWNING or relations[mark] != "case":
            continue
        if words[mark - 1] in {"latter", "former"} and mark + 1 < len(words):
            heads[mark] = mark - 1  # "at the [latter]'s request"
            heads[mark - 1], relations[mark - 1] = _noun_behind(mark, mark - 1, upos, heads), "nmod:poss"
        owner = heads[mark]
        owned = heads[owner]
        if owner == mark - 1 and mark > 1 and words[mark - 2] in _WHOSE and upos[owner] in NOUNS:
            heads[mark - 2], relations[mark - 2] = owner, "nmod:poss"  # "[his] country's rivals"
        if owner == mark - 1 and owner < owned and relations[owner] == "nsubj" and upos[owned] in NOUNS:
            relations[owner] = "nmod:poss"  # "the two leaders' meeting"
        is_lost = relations[owner] == "compound" and "VERB" in upos[owned:owner]  # hung on a noun before the verb
        if owner == mark - 1 and relations[owner] == "nsubj" and owned < owner:
            is_lost = _noun_behind(mark, owner, upos, heads) > mark  # "North Korea fired it, South [Korea]'s army said"
        if (relations[owner] == "nmod:poss" or is_lost) and owned < owner:
            heads[owner] = owned = _noun_behind(mark, owner, upos, heads)
            relations[owner] = "nmod:poss" if is_lost and owner < owned else relations[owner]
        if words[owner] in DAYS or relations[owner] not in {"appos", "compound", "nmod", "nmod:desc", "flat"}:
            continue  # "Tuesday's meeting" is not Tuesday's
        if owner < mark < owned and upos[owned] in NOUNS and upos[owner] in NOUNS:
            relations[owner] = "nmod:poss"


_OWNING = frozenset({"'s", "’s", "'", "’"})
_WHOSE = frozenset({"his", "its", "their", "my", "your", "our"})


def _noun_behind(mark: int, owner: int, upos: Sequence[str], heads: Sequence[int]) -> int:
    """Return the noun that a possessive mark leads to, the owner's old head if there is none: "warned Georgia's [government]"."""
    for word in range(mark + 1, min(mark + 5, len(upos))):
        is_part = mark < heads[word] < mark + 5 and heads[word] != word and upos[heads[word]] in NOUNS
        if upos[word] in NOUNS and not is_part:
            return heads[owner] if is_below(word, owner, heads, -1) else word
        if upos[word] not in {*NOUNS, "ADJ", "NUM", "VERB"}:
            break
    return heads[owner]


def hang_titles(
    words: Sequence[str], begins: Sequence[bool], upos: Sequence[str], heads: list[int], relations: list[str]
) -> None:
    """Hang a title on the name behind it, and the name where the title hung: "Secretary of State Antony Blinken told"."""
    for name in range(1, len(words)):
        if upos[name] != "PROPN" or upos[name - 1] not in NOUNS or begins[name] or not words[name][:1].isupper():
            continue
        office = find_office(words, name)
        if (
            office is None
            or (office.plural and not _are_two(name, words, upos, begins))
            or words[name].lower() in DAYS
            or country_named(words[name]) is not None
        ):
            continue
        end = _end_of_name(name, words, upos, begins)
        title = next((w for w in range(office.start, name) if not office.start <= heads[w] < name), None)
        if title is None or heads[title] == name:
            continue
        outer = [w for w in (name, title) if not office.start <= heads[w] < end and relations[w] in _OUTER]
        chosen = next((w for w in outer if relations[w] in ROLES), outer[0] if outer else None)
        if chosen is None and heads[title] == title:
            chosen = title
        if chosen is None or is_below(heads[chosen], name, heads, chosen):
            continue
        above = name if heads[chosen] == chosen else heads[chosen]
        for word in range(max(name - REACH, 0), min(name + REACH, len(words))):
            if (
                heads[word] == title
                and word != title
                and (word >= end or relations[word] in {"case", "cc", "mark", "cop"})
            ):
                heads[word] = name
        for word in range(name + 1, end):
            if not name <= heads[word] < end:
                heads[word], relations[word] = name, "flat"
        heads[name], relations[name] = above, relations[chosen]
        heads[title], relations[title] = name, "nmod:desc"
        owner = office.start - 1
        if owner >= 0 and upos[owner] == "PROPN" and heads[owner] == above and relations[owner] in ROLES:
            heads[owner], relations[owner] = title, "nmod"  # "U.S." Defense Secretary


def _are_two(name: int, words: Sequence[str], upos: Sequence[str], begins: Sequence[bool]) -> bool:
    """Tell whether another name is joined to a name: "presidents [Uma Prand] and Cora Hall"."""
    end = _end_of_name(name, words, upos, begins)
    return end + 1 < len(words) and words[end] == "and" and upos[end + 1] == "PROPN"


def _end_of_name(name: int, words: Sequence[str], upos: Sequence[str], begins: Sequence[bool]) -> int:
    """Return the end of a run of capitalised proper nouns."""
    end = name + 1
    while end < len(words) and upos[end] == "PROPN" and words[end][:1].isupper() and not begins[end]:
        end += 1
    return end


def name_holders(words: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a name between commas an apposition of the noun that the tree hangs it on: "the envoy to Yemen, [Tim Lender], met"."""
    for name in places(relations, "nmod", 2):
        holder = heads[name]
        if upos[name] != "PROPN" or words[name - 1] != "," or upos[holder] != "NOUN":
            continue
        near = range(holder, min(name + 12, len(words)))
        if holder < name and not any(heads[w] == name and relations[w] == "case" for w in near):
            relations[name] = "appos"


def name_objects(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make a name behind an object and a comma its apposition, where the tree has it act: "beat the speaker, [Ana Rios]"."""
    for word in places(relations, "nsubj", 3):
        verb = heads[word]
        if upos[word] != "PROPN" or words[word - 1] != "," or not verb < word - 2:
            continue
        near = range(max(0, verb - REACH), word - 1)
        first = any(heads[w] == verb and relations[w] == "nsubj" and w < verb for w in near)
        last = next((w for w in reversed(near) if relations[w] == "obj" and upos[w] == "NOUN"), None)
        if first and last is not None and last > verb and "VERB" not in upos[last:word]:
            heads[word], relations[word] = last, "appos"


def name_tellers(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make one of an office and a name that both seem to tell: "a spokesman for the minister, [Eylon Levy], said"."""
    for name in places(relations, "nsubj", 3, len(words) - 2):
        if upos[name] != "PROPN" or words[name - 1] != ",":
            continue
        verb = heads[name]
        if not name < verb <= name + 6 or words[verb - 1] != ",":
            continue
        for holder in range(name - 2, max(name - 14, -1), -1):
            if upos[holder] in {"VERB", "AUX"}:
                break
            is_subject = relations[holder] == "nsubj" and heads[holder] != verb and upos[holder] == "NOUN"
            if is_subject and find_office(words, holder + 1) is not None:
                heads[holder], heads[name], relations[name] = verb, holder, "appos"
                break


def name_nearest(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Let a name describe the office right before its comma, not one farther away: "met A, …, and the coup leader, [General B]"."""
    for name in places(relations, "appos", 3):
        if upos[name] != "PROPN":
            continue
        first = name
        while heads[first - 1] == name and upos[first - 1] in NOUNS:
            first -= 1
        holder = first - 2
        if (
            words[first - 1] == ","
            and heads[name] < holder
            and upos[holder] == "NOUN"
            and find_office(words, first - 1)
        ):
            heads[name] = holder


def join_descriptions(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join a noun to the description before it, not to who is described: "Soto, [the former leader and father of Ana Ruiz]"."""
    for noun in places(relations, "conj", 3):
        if upos[noun] != "NOUN" or upos[heads[noun]] != "PROPN" or heads[noun] > noun:
            continue
        name, joint = heads[noun], next((w for w in range(noun - 1, heads[noun], -1) if words[w] == "and"), None)
        described = (
            [] if joint is None else [w for w in range(name + 1, joint) if heads[w] == name and upos[w] == "NOUN"]
        )
        if not described or relations[described[-1]] != "appos" or joint is None or words[joint - 1] == ",":
            continue
        if "," in words[name + 1 : described[-1]] and "," not in words[described[-1] : joint]:
            heads[noun] = described[-1]


def join_pairs(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join a name behind "and" to the one before it, where the tree hangs both on one word: "spoke to both Dar and Jaishankar".

    So is who has a title or an owner joined to a pronoun: "as he and [President Moon] pledged", "she and [her husband] said".
    """
    for joint in places(words, "and", 1, len(words) - 1):
        other, first = heads[joint], joint - 1
        if upos[first] == "PRON":
            is_pair = joint < other and all(joint < heads[w] <= other for w in range(joint + 1, other))
        else:
            is_pair = upos[first] == "PROPN" and other == joint + 1
        if not is_pair or upos[other] not in ({"PROPN", "NOUN"} if upos[first] == "PRON" else {"PROPN"}):
            continue
        while relations[first] == "flat" and heads[first] < first:
            first = heads[first]
        if heads[first] == heads[other] and relations[first] == relations[other] != "conj" and heads[first] != first:
            heads[other], relations[other] = first, "conj"


def keep_names_whole(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a later word of a name on the first, where it hangs on another name beyond the verb: "Uma [Prand] met Cora Hall".

    A name that is taken for more of one before the verb is the verb's: "Cora Hall spoke with Uma [Prand]".
    """
    for word in places(relations, "flat", 1):
        if upos[word] == "PROPN" and "VERB" in upos[heads[word] : word]:
            verb = max(w for w in range(heads[word], word) if upos[w] == "VERB")
            cases = [w for w in range(verb + 1, word) if heads[w] == word and relations[w] == "case"]
            if not is_below(verb, word, heads, -1):
                heads[word], relations[word] = verb, "obl" if cases else "obj"
            continue
        if (
            heads[word] <= word
            or upos[word] != "PROPN"
            or upos[word - 1] != "PROPN"
            or relations[word - 1] not in ROLES
        ):
            continue
        if "VERB" in upos[word + 1 : heads[word]] and not is_below(word - 1, word, heads, -1):
            heads[word] = word - 1


def join_named(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Take for one of two what "and" joins, and not for an apposition: "President Otieno [and Prime Minister Lehto] spoke".

    Nor for more of the same name: "his counterpart Anutin and President [Hun Manet]" are two.
    """
    for word, lower in enumerate(words):
        second = heads[heads[word]] if relations[heads[word]] == "nmod:desc" else heads[word]
        first = heads[second]
        if lower != "and" or relations[word] != "cc" or not first < word < second or upos[second] != "PROPN":
            continue
        # Of "Trinidad and Tobago" the second part stands right behind the "and".
        is_two = relations[second] == "flat" and upos[first] == "PROPN" and second > word + 1
        if relations[second] == "appos" or is_two:
            if relations[first] == "appos" and heads[first] < first:
                heads[second] = heads[first]
            relations[second] = "conj"


def join_backward(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join a noun behind "and" to the one before it, where it is joined to one beyond the verb: "Oslo and [Rome] met Trent"."""
    for noun in places(relations, "conj"):
        head = heads[noun]
        if head <= noun or upos[noun] not in NOUNS or "VERB" not in upos[noun:head]:
            continue
        joint = next((w for w in range(noun - 1, max(noun - _PHRASE, 0), -1) if words[w] in {"and", "or"}), None)
        if joint is None or heads[joint] != noun or upos[joint - 1] not in NOUNS:
            continue
        first = joint - 1
        for _ in range(_PHRASE):  # mending may have hung some in a circle, which is undone at the end
            if heads[first] >= joint or relations[first] not in _INNER:
                break
            first = heads[first]
        if not is_below(first, noun, heads, -1):
            heads[noun] = first


def list_parts(words: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make the next of a list of what the tree makes a part of the name before its comma: "Norland, [the EU] and Chad"."""
    for word in places(relations, "compound"):
        head = heads[word]
        if head >= word or upos[word] != "PROPN" or upos[head] not in NOUNS:
            continue
        if "," in words[head + 1 : word] and word - head < _PHRASE and "VERB" not in upos[head:word]:
            relations[word] = "conj"


def join_nearest(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join a name behind "and" to the noun before it, not to one in front of a verb: "… agreed, the sides and [China] said"."""
    for joint in places(words, "and", 2, len(heads) - 1):
        word, near = heads[joint], joint - 1
        if relations[joint] != "cc" or not joint < word < joint + _PHRASE:
            continue
        far = heads[word]
        if relations[word] == "conj" and far > word and upos[word] in NOUNS and upos[near] in NOUNS:
            if not is_below(near, word, heads, -1):  # nothing is joined to what stands behind it
                heads[word] = near
            continue
        if (
            relations[word] != "conj"
            or upos[word] != "PROPN"
            or upos[near] != "NOUN"
            or far >= near
            or "VERB" not in upos[far:near]
        ):
            continue
        if not is_below(near, word, heads, -1):
            heads[word] = near


def modify_by_of(lower: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Let what "of" adds right behind a noun modify it, also where the noun is said of somebody: "was [secretary] of state"."""
    for word in places(relations, "obl"):
        head = heads[word]
        if head < word - 1 and upos[head] == "NOUN" and lower[head + 1] == "of" and heads[head + 1] == word:
            relations[word] = "nmod"


def join_enumerated(upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join names of which the tree makes one describe the other: "chief Uma Prand, Minister [Cora Hall] and his aide"."""
    for word in places(relations, "appos"):
        head = heads[word]
        if upos[word] != "PROPN" or upos[head] != "PROPN" or head > word:
            continue
        near = range(word, min(word + REACH, len(heads)))
        joined = [w for w in near if heads[w] == word and relations[w] == "conj"]
        titled = [
            any(heads[w] == name and relations[w] == "nmod:desc" for w in range(max(name - _PHRASE, 0), name))
            for name in (head, word)
        ]
        if len(joined) == 1 and all(titled):
            relations[word], heads[joined[0]] = "conj", head


def turn_compounds(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a noun that modifies on the noun right behind it, not on one far before: "he said, two [African Union] officials"."""
    for word in places(relations, "compound", 1, len(heads) - 1):
        is_slip = heads[word] < word - 1 and upos[word] in NOUNS
        is_free = (
            upos[word + 1] == "NOUN" and relations[word + 1] not in {"compound", "flat"} and heads[word + 1] != word
        )
        if is_slip and is_free and not is_below(word + 1, word, heads, -1):
            heads[word] = word + 1


def turn_leftward(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a phrase on the verb before it, where the tree hangs it on a noun beyond a comma: nothing modifies so from the left."""
    for noun in places(relations, "nmod"):
        head = heads[noun]
        if head < noun or upos[noun] not in NOUNS or "," not in words[noun:head]:
            continue
        verbs = [w for w in range(max(noun - REACH, 0), noun) if upos[w] == "VERB" and relations[w] in _CLAUSES]
        if verbs and not is_below(verbs[-1], noun, heads, -1):
            heads[noun], relations[noun] = verbs[-1], "obl"


def count_rightward(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Hang a number on the noun behind it, where the tree hangs it on one far in front: "a letter from [four] commissioners"."""
    for number in places(relations, "nummod"):
        head = heads[number]
        if upos[number] != "NUM" or not 0 <= head < number - 1:
            continue
        behind = range(number + 1, min(number + 4, len(heads)))
        noun = next((w for w in behind if upos[w] in NOUNS and heads[w] != number), None)
        if noun is not None and all(
            upos[w] in {"ADJ", "NOUN", "PROPN", "PUNCT", "NUM"} for w in range(number + 1, noun)
        ):
            heads[number] = heads[noun] if relations[noun] in {"compound", "amod"} and heads[noun] > noun else noun
