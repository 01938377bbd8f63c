# SPDX-License-Identifier: Apache-2.0
"""Slips that the trees make in the noun phrases of news, and their mending: owners, titles, names, objects.

News piles up what other English does not: "Oman's Sultan Haitham met", "U.S. Defense Secretary Lloyd Austin called his Philippine
counterpart". Each rule looks at the words side by side, where what is said of whom cannot be in doubt.
"""

from __future__ import annotations

from collections.abc import Sequence

from readout.resources import country_named, find_office

__all__ = ["mend"]


def mend(
    words: Sequence[str], begins: Sequence[bool], upos: Sequence[str], heads: list[int], relations: list[str]
) -> None:
    """Put right the heads and relations of words, in place.

    Args:
        words: The words.
        begins: Whether each begins a line.
        upos: Their parts of speech.
        heads: Their heads; a word that is its own head is a root.
        relations: Their relations to these.
    """
    lower = [word.lower() for word in words]
    _join_twins(lower, upos, heads, relations)
    _give_owners(lower, upos, heads, relations)
    _hang_titles(words, begins, upos, heads, relations)
    _give_subjects(words, begins, upos, heads, relations)
    _make_objects(lower, upos, heads, relations)
    _join_leftward(upos, heads, relations)
    _join_pairs(words, upos, heads, relations)
    _give_back_objects(upos, heads, relations)
    _part_objects(upos, heads, relations)
    _turn_leftward(words, upos, heads, relations)
    _name_holders(words, upos, heads, relations)
    _give_tellers(upos, heads, relations)
    _join_descriptions(words, upos, heads, relations)


_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def _join_twins(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Let a verb have one subject and one object of nouns that stand side by side: "Oman's Sultan Haitham met".

    The trees now and then hang the owner, the title and the name on the verb alike; then the last is what it is said of.
    """
    for word in range(len(heads) - 2, -1, -1):
        if upos[word] not in _NOUNS or relations[word] not in _ROLES:
            continue
        owns = words[word + 1] in {"'s", "’s"}
        twin = word + 2 if owns else word + 1
        if twin < len(heads) and upos[twin] in _NOUNS and heads[twin] == heads[word] and relations[twin] in _ROLES:
            heads[word], relations[word] = twin, "nmod:poss" if owns else "compound"
        elif owns and twin < len(heads) and upos[twin] in _NOUNS and heads[heads[twin]] == heads[word] != twin:
            heads[word], relations[word] = heads[twin], "nmod:poss"


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march april may june july "
    "august september october november december day week month year night weekend morning".split()
)


def _give_owners(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make who has an 's the owner of the noun behind it, where the tree calls it an apposition or a compound."""
    for mark, word in enumerate(words):
        if word not in {"'s", "’s"} or relations[mark] != "case":
            continue
        owner = heads[mark]
        owned = heads[owner]
        if relations[owner] == "nmod:poss" and owned < owner:
            heads[owner] = owned = _noun_behind(mark, owner, upos, heads)
        if words[owner] in _DAYS or relations[owner] not in {"appos", "compound", "nmod", "nmod:desc", "flat"}:
            continue  # "Tuesday's meeting" is not Tuesday's
        if owner < mark < owned and upos[owned] in _NOUNS and upos[owner] in _NOUNS:
            relations[owner] = "nmod:poss"


def _make_objects(words: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make what stands right behind a verb its object, where the tree calls it a phrase: "visit Islamabad".

    A second subject behind the verb is its object too: "Poland expelled [45 Russian diplomats]".
    """
    for word in range(1, len(words)):
        verb = heads[word]
        if upos[word] not in _NOUNS or not 0 < word - verb < 5 or upos[verb] != "VERB":
            continue
        if relations[word] == "nsubj" and _is_second(word, verb, heads, relations):
            relations[word] = "obj"
        elif relations[word] == "obl" and _is_bare(word, verb, words, upos, heads, relations):
            near = range(word + 1, min(word + 20, len(words)))
            is_other = any((heads[w], relations[w]) in {(verb, "obj"), (word, "case")} for w in near)
            if words[word].rstrip("s") not in _DAYS and words[word] not in _DAYS and not is_other:
                relations[word] = "obj"


def _is_second(word: int, verb: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    """Tell whether a subject behind its verb has another in front of it, and the verb no object."""
    near = range(max(verb - 20, 0), min(verb + 20, len(heads)))
    own = [(w, relations[w]) for w in near if heads[w] == verb and w != word]
    first = any(w < verb and relation == "nsubj" for w, relation in own)
    return first and not any(relation in {"obj", "iobj", "ccomp", "aux:pass", "cop"} for _, relation in own)


def _is_bare(
    word: int, verb: int, words: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: Sequence[str]
) -> bool:
    """Tell whether a phrase stands right behind its verb, or the verb's particle, with no preposition: a name, or "the bodies"."""
    between = [w for w in range(verb + 1, word) if not (heads[w] == verb and relations[w] == "compound:prt")]
    if not between:
        return upos[word] == "PROPN"
    return (
        upos[word] == "NOUN"
        and words[between[0]] in _ALL
        and all(heads[w] == word and relations[w] != "case" for w in between)
    )


def _noun_behind(mark: int, owner: int, upos: Sequence[str], heads: Sequence[int]) -> int:
    """Return the noun that a possessive mark leads to, the owner's old head if there is none: "warned Georgia's [government]"."""
    for word in range(mark + 1, min(mark + 5, len(upos))):
        if upos[word] in _NOUNS and not (mark < heads[word] < mark + 5 and heads[word] != word):
            return heads[owner] if _is_below(word, owner, heads, word) else word
        if upos[word] not in {*_NOUNS, "ADJ", "NUM", "VERB"}:
            break
    return heads[owner]


_ALL = frozenset("both the its their his her".split())


# Relations of a noun phrase that its title must not keep from it.
_OUTER = _ROLES | {
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
_REACH = 60  # words to either side of a name in which its modifiers are looked for
_WITHIN = frozenset({"appos", "compound", "flat", "nmod:desc", "nmod:unmarked"})


def _hang_titles(
    words: Sequence[str], begins: Sequence[bool], upos: Sequence[str], heads: list[int], relations: list[str]
) -> None:
    """Hang a title on the name behind it, and the name where the title hung: "Secretary of State Antony Blinken told"."""
    for name in range(1, len(words)):
        if upos[name] != "PROPN" or upos[name - 1] not in _NOUNS or begins[name] or not words[name][:1].isupper():
            continue
        office = find_office(words, name)
        if office is None or office.plural or words[name].lower() in _DAYS or country_named(words[name]) is not None:
            continue
        end = _end_of_name(name, words, upos, begins)
        title = next((w for w in range(office.start, name) if not office.start <= heads[w] < name), None)
        if title is None or heads[title] == name:
            continue
        outer = [w for w in (name, title) if not office.start <= heads[w] < end and relations[w] in _OUTER]
        chosen = next((w for w in outer if relations[w] in _ROLES), outer[0] if outer else None)
        if chosen is None and heads[title] == title:
            chosen = title
        if chosen is None or _is_below(heads[chosen], name, heads, chosen):
            continue
        above = name if heads[chosen] == chosen else heads[chosen]
        for word in range(max(name - _REACH, 0), min(name + _REACH, len(words))):
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
        if owner >= 0 and upos[owner] == "PROPN" and heads[owner] == above and relations[owner] in _ROLES:
            heads[owner], relations[owner] = title, "nmod"  # "U.S." Defense Secretary


def _end_of_name(name: int, words: Sequence[str], upos: Sequence[str], begins: Sequence[bool]) -> int:
    """Return the end of a run of capitalised proper nouns."""
    end = name + 1
    while end < len(words) and upos[end] == "PROPN" and words[end][:1].isupper() and not begins[end]:
        end += 1
    return end


def _is_below(word: int, name: int, heads: Sequence[int], own: int) -> bool:
    """Tell whether a word hangs below a name by another way than over the word `own`, so that the name cannot hang on it."""
    while heads[word] != word and word != own:
        if word == name:
            return True
        word = heads[word]
    return word == name and word != own


def _give_subjects(
    words: Sequence[str], begins: Sequence[bool], upos: Sequence[str], heads: list[int], relations: list[str]
) -> None:
    """Make a name in front of a verb that has no subject its subject, where the tree hangs it on a noun beyond the verb."""
    for verb in range(1, len(words)):
        last = verb - 1
        if upos[verb] != "VERB" or upos[last] != "PROPN" or begins[verb] or words[verb].endswith("ing"):
            continue
        name = last
        while heads[name] == name - 1 or (relations[name] == "flat" and upos[name - 1] == "PROPN"):
            name -= 1
        beyond = heads[name] > verb and upos[heads[name]] in _NOUNS and relations[name] in _WITHIN
        if not beyond or relations[verb] in {"acl", "amod"} or _has_subject(verb, heads, relations):
            continue
        if not _is_below(verb, name, heads, name):
            heads[name], relations[name] = verb, "nsubj"


def _has_subject(verb: int, heads: Sequence[int], relations: Sequence[str]) -> bool:
    near = range(max(verb - 40, 0), min(verb + 40, len(heads)))
    return any(heads[w] == verb and relations[w].startswith(("nsubj", "csubj", "aux:pass")) for w in near)


def _join_leftward(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join a verb to the one before it that hangs on the same word, where the tree joins it to that.

    "Lind called his counterpart and promised that …, the ministry said": the promise was made by who called.
    What is joined by "and" stands behind what it is joined to.
    """
    for verb, head in enumerate(heads):
        if relations[verb] != "conj" or head < verb or upos[verb] != "VERB":
            continue
        before = range(max(verb - _REACH, 0), verb)
        first = [w for w in before if heads[w] == head and upos[w] == "VERB" and relations[w] in {"ccomp", "parataxis"}]
        if first:
            heads[verb] = first[-1]


def _join_descriptions(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Join a noun to the description before it, not to who is described: "Soto, [the former leader and father of Ana Ruiz]"."""
    for noun in range(3, len(words)):
        if relations[noun] != "conj" or upos[noun] != "NOUN" or upos[heads[noun]] != "PROPN" or heads[noun] > noun:
            continue
        name, joint = heads[noun], next((w for w in range(noun - 1, heads[noun], -1) if words[w] == "and"), None)
        described = (
            [] if joint is None else [w for w in range(name + 1, joint) if heads[w] == name and upos[w] == "NOUN"]
        )
        if not described or relations[described[-1]] != "appos" or joint is None or words[joint - 1] == ",":
            continue
        if "," in words[name + 1 : described[-1]] and "," not in words[described[-1] : joint]:
            heads[noun] = described[-1]


def _join_pairs(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join a name behind "and" to the one before it, where the tree hangs both on one word: "spoke to both Dar and Jaishankar"."""
    for joint in range(1, len(words) - 1):
        other = joint + 1
        if words[joint] != "and" or heads[joint] != other or upos[other] != "PROPN" or upos[joint - 1] != "PROPN":
            continue
        first = joint - 1
        while relations[first] == "flat" and heads[first] < first:
            first = heads[first]
        if heads[first] == heads[other] and relations[first] == relations[other] != "conj" and heads[first] != first:
            heads[other], relations[other] = first, "conj"


def _turn_leftward(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang a phrase on the verb before it, where the tree hangs it on a noun beyond a comma: nothing modifies so from the left."""
    for noun, head in enumerate(heads):
        if relations[noun] != "nmod" or head < noun or upos[noun] not in _NOUNS or "," not in words[noun:head]:
            continue
        verbs = [w for w in range(max(noun - _REACH, 0), noun) if upos[w] == "VERB" and relations[w] in _CLAUSES]
        if verbs and not _is_below(verbs[-1], noun, heads, noun):
            heads[noun], relations[noun] = verbs[-1], "obl"


_CLAUSES = frozenset({"root", "ccomp", "parataxis", "conj", "advcl", "xcomp"})


def _name_holders(words: Sequence[str], upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a name between commas an apposition of the noun that the tree hangs it on: "the envoy to Yemen, [Tim Lender], met"."""
    for name in range(2, len(words)):
        holder = heads[name]
        if relations[name] != "nmod" or upos[name] != "PROPN" or words[name - 1] != "," or upos[holder] != "NOUN":
            continue
        near = range(holder, min(name + 12, len(words)))
        if holder < name and not any(heads[w] == name and relations[w] == "case" for w in near):
            relations[name] = "appos"


def _give_tellers(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Give a verb of saying the subject in front of it, where the tree makes it a second one of what is said."""
    for word, verb in enumerate(heads):
        if relations[word] != "nsubj" or word <= verb or relations[verb] != "ccomp" or upos[verb] != "VERB":
            continue
        teller = heads[verb]
        between = range(max(verb - 20, 0), verb)
        if (
            teller > word
            and not _has_subject(teller, heads, relations)
            and any(heads[w] == verb and relations[w] == "nsubj" for w in between)
        ):
            heads[word] = teller


def _give_back_objects(upos: Sequence[str], heads: list[int], relations: Sequence[str]) -> None:
    """Give a verb the object right behind it that the tree hangs on a verb beyond "for": "commended [Iraq] for hosting talks"."""
    for word, head in enumerate(heads):
        if relations[word] != "obj" or head < word or upos[head] != "VERB" or upos[word] not in _NOUNS:
            continue
        above = heads[head]
        marked = any(heads[w] == head and relations[w] == "mark" for w in range(word + 1, head))
        if marked and above < word and upos[above] == "VERB" and word - above < 6:
            heads[word] = above


def _part_objects(upos: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Make a name the indirect object where a verb has two objects: "promised [Ukraine] 50 billion dollars"."""
    for name in range(1, len(heads) - 1):
        verb = heads[name]
        if relations[name] != "obj" or verb != name - 1 or upos[name] not in {"PROPN", "PRON"}:
            continue
        near = range(name + 1, min(name + 8, len(heads)))
        if any(heads[w] == verb and relations[w] == "obj" and upos[w] == "NOUN" for w in near):
            relations[name] = "iobj"
