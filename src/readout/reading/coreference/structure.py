# SPDX-License-Identifier: Apache-2.0
"""What a sentence itself says of who is who: titles beside names, appositions, "X is the president", "the man who"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from readout.reading.coreference.calledplaces import join_called_place
from readout.reading.coreference.chains import Chains
from readout.reading.coreference.fronting import join_fronted
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.namings import join_namings
from readout.reading.coreference.predicates import is_said_of_one, join_second_predicate
from readout.reading.coreference.roles import describe
from readout.reading.coreference.titled import Titled, is_of_another_land
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import country_named, find_office, honorific_named, sector_of_noun

__all__ = ["join_by_structure"]

_CLOSING = frozenset(", . ) ; : — –".split())
_OWNED = frozenset({"the", "its", "a", "an"})
_DEEP = 4  # verbs up a tree
_NEAR = 6  # mentions within a description
_ALLIED = frozenset({"organisation", "group"})
_OWNING = frozenset({("'s",), ("’s",), ("'",), ("’",)})
_OUTLETS = frozenset("newspaper daily magazine website channel station portal broadcaster agency".split())
_ON_AIR = frozenset("broadcaster station newspaper daily weekly magazine agency".split())
_CALLED_BY_NAME = frozenset("group movement militia party company alliance network chain consortium".split())
_BECOMING = frozenset("became becomes become remain remains remained".split())
_MADE = frozenset("made named appointed elected declared crowned".split())
_SUCCEEDING = frozenset("replaced replaces succeeded succeeds followed".split())
_DENYING = frozenset(
    "not n't n’t never if whether may might could would should will can must to".split()
)  # what is, is denied, asked or still to come
_SELVES = frozenset({"himself", "herself"})
_BEHIND = frozenset({"of", "to", "for", "with"})
_RELATIVES = frozenset("who whom whose which that".split())


def join_by_structure(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    titles: Mapping[int, Sequence[Titled]],
    chains: Chains,
    quotations: Sequence[int],
) -> None:
    """Join what the sentence puts together: titles and names, appositions, predicates, relative pronouns."""
    at_head = {m.head: i for i, m in enumerate(mentions) if m.form != "name"}
    at_head.update({w: i for i, m in enumerate(mentions) if m.form == "name" for w in range(m.start, m.end)})
    for i in range(len(mentions)):
        _part_listed(encoding, syntax, mentions, i, at_head, titles, chains)
    entitled: dict[int, int] = {}
    for name, found in titles.items():
        for titled in found:
            entitled.update((j, name) for j in _join_title(encoding, mentions, name, titled, chains))
    for i in range(1, len(mentions)):
        _join_kin_named_behind(encoding, mentions, i, chains)
    for i, mention in enumerate(mentions):
        _part_lands(encoding, syntax, mentions, i, at_head, titles, chains)
        if mention.form == "nominal":
            _join_body_described(encoding, mentions, i, at_head, chains)  # before the tree is asked
        if i not in entitled:  # "X, Kenya's ex-leader Y and Z": the title of the next is no apposition of X
            _join_apposition(syntax, mentions, i, at_head, chains)
        _join_between_commas(encoding, syntax, mentions, i, at_head, titles.get(i, ()), chains)
        _join_behind_another(encoding, syntax, mentions, i, chains)
        join_namings(encoding, syntax, mentions, i, at_head, chains)
        _join_kind_of_body(encoding, mentions, i, chains)
        join_called_place(encoding, mentions, i, chains)
        _join_named_body(encoding, syntax, mentions, i, at_head, chains)
        _join_predicate(encoding, syntax, mentions, i, at_head, chains, quoted=quotations[mention.head] >= 0)
        _join_capacity(encoding, syntax, mentions, i, at_head, chains)
        join_second_predicate(encoding, syntax, mentions, i, at_head, chains)
        join_fronted(encoding, syntax, mentions, i, chains)
        _join_become(encoding, syntax, mentions, i, at_head, chains)
        if i and encoding.lower[mention.head] in _SELVES and mentions[i - 1].end == mention.start:
            chains.join(i - 1, i)  # "Bolsonaro himself"
        if mention.form == "pronoun" and encoding.lower[mention.head] in _RELATIVES:
            _join_relative(encoding, syntax, mention, i, at_head, chains)


def _part_listed(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    i: int,
    at_head: Mapping[int, int],
    titles: Mapping[int, Sequence[Titled]],
    chains: Chains,
) -> None:
    """Say that what "and" joins are two, if each has an article, an owner or a name: but "chairman and chief executive"."""
    mention = mentions[i]
    is_other = encoding.lower[mention.head] == "counterpart" and syntax.is_relation(mention.head, "conj")
    if is_other and (whose := at_head.get(syntax.heads[mention.head])) is not None:
        chains.bar(i, whose)  # "Lind, Kenyan [counterpart] meet"
    if not syntax.children(mention.head, "cc") or not syntax.is_relation(mention.head, "conj", "appos"):
        return
    if syntax.children(mention.head, "cop"):  # "was a judge, and is a member": two clauses, of one
        return
    other = at_head.get(syntax.heads[mention.head])
    if other is None or other == i or mention.form == "pronoun":
        return
    if mention.form == "nominal" and is_said_of_one(encoding, syntax, mentions[other].head):
        return  # "was both a lawyer and a farmer"
    near = (titles.get(j, ()) for j in range(max(0, i - _NEAR), i))
    borne = [titled for found in near for titled in found]
    if any(_holds(titled, mentions[other]) for titled in titles.get(i, ())):
        return  # "Prime Minister and Defence Minister Ana Lima"
    if any(_holds(titled, mention) for titled in borne):
        return  # "Jan Roth, a judge and the country's top envoy,"
    begins = encoding.lower[mention.start] in {"the", "a", "an"} or syntax.children(mention.head, "nmod:poss")
    if begins or mention.form == "name":
        chains.bar(i, other)


def _holds(titled: Titled, mention: Mention) -> bool:
    return titled.description.words[0] <= mention.head < titled.description.words[1]


def _part_lands(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    i: int,
    at_head: Mapping[int, int],
    titles: Mapping[int, Sequence[Titled]],
    chains: Chains,
) -> None:
    """Say that an office of one state behind a name with an office of another is a second person's."""
    mention = mentions[i]
    if mention.form != "nominal" or mention.type != "person" or mention.start < 2:
        return
    near = {at_head.get(syntax.heads[mention.head]), at_head.get(mention.start - 2)} - {None, i}
    described = describe(encoding, syntax, mention.start, mention.end, mention.head) if near else None
    for other in near:
        if described is not None and other is not None and is_of_another_land(described, titles.get(other, ())):
            chains.bar(i, other)


def _join_title(
    encoding: Encoding, mentions: Sequence[Mention], name: int, titled: Titled, chains: Chains
) -> Iterator[int]:
    """Join the mentions that lie in the title and head it, and yield them; a title holds few, all near its name."""
    first, end = titled.description.words
    noun = sector_of_noun(titled.description.noun)
    is_person = noun is not None and noun.person
    for j in range(max(0, name - 6), min(len(mentions), name + 7)):
        other = mentions[j]
        if other.form != "nominal" or not (first <= other.head < end and first - 2 <= other.start):
            continue
        if is_person and not _BEHIND.isdisjoint(encoding.lower[first : max(first, other.start)]):
            continue  # an ally of [the prime minister] is no prime minister
        if encoding.lower[other.end : other.end + 1] in _OWNING:  # "the president's adviser" is no president
            continue
        # "Italian broadcaster Rai 1": a broadcaster may be a person, but is none here.
        if chains.agrees(j, name) or (titled.description.is_body and mentions[name].type == "organisation"):
            chains.join(name, j)
            yield j


def _join_apposition(
    syntax: Syntax, mentions: Sequence[Mention], i: int, at_head: Mapping[int, int], chains: Chains
) -> None:
    head = mentions[i].head
    if not syntax.is_relation(head, "appos") or syntax.children(head, "cc"):  # what "and" joins are two
        return
    if syntax.children(head, "nummod") and syntax.children(syntax.heads[head], "nummod"):
        return  # "three drivers, two guards and a doctor": what is counted by itself is counted besides
    other = at_head.get(syntax.heads[head])
    if other is None or other == i or (mentions[i].form == mentions[other].form == "name"):
        return
    kind = mentions[i].type
    # A far apposition over another name of its kind is a slip of the tree: "the said A …, B, the chairman, said".
    first, end = (
        min(i, other),
        mentions[min(i, other)].end,
    )  # a name inside the description is none: "Ortega's wife, Rosario Murillo"
    over = any(m.form == "name" and m.type == kind and m.start >= end for m in mentions[first + 1 : max(i, other)])
    if kind == mentions[other].type and not over and chains.agrees(i, other):
        chains.join(i, other)


def _join_between_commas(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    i: int,
    at_head: Mapping[int, int],
    titles: Sequence[Titled],
    chains: Chains,
) -> None:
    """Join a description and a name with commas around the second: "Sam, a practising homeopath,"."""
    if mentions[i].type not in {"person", "place"} or mentions[i].form == "pronoun":
        return
    mention = _with_title(encoding, mentions[i], titles)
    if mention.start < 2 or encoding.words[mention.start - 1] != ",":
        return
    after = encoding.words[mention.end] if mention.end < len(encoding.words) else "."
    other = at_head.get(mention.start - 2)
    if other is None or (
        mention.form == "name" and (mentions[other].form == "name" or mentions[other].type != mention.type)
    ):  # "the nominee for minister, [Bo Holt],"
        near = range(i - 1, max(-1, i - _NEAR), -1)
        ending = [j for j in near if mentions[j].end == mention.start - 1 and mentions[j].form == "nominal"]
        other = next((j for j in ending if mentions[j].type == mention.type), None)  # not "the head of [the army]"
    if other is None or after not in _CLOSING or mentions[other].form == mention.form:
        return
    if mentions[other].type != mention.type or mention.start - 1 not in {mentions[other].end, mentions[other].head + 1}:
        return
    # "the mayor, Kerry, and the bishop" is a list; "Kerry, the mayor's envoy, and the bishop" are two, and so are
    # "the mayor, Kerry, and her deputy".
    is_owned = mention.form == "nominal" and any((w,) in _OWNING for w in encoding.words[mention.start : mention.head])
    is_list = not is_owned and encoding.lower[mention.end + 1 : mention.end + 2] in (("and",), ("or",))
    is_list = is_list and syntax.upos[mention.end + 2 : mention.end + 3] != (
        "VERB",
    )  # "the mayor, Kerry, and offered help"
    is_list = is_list and encoding.lower[mention.end + 2 : mention.end + 3] not in _OF_ONE
    owner = encoding.lower[mentions[other].start : mentions[other].start + 1]
    is_list = is_list and not (mention.form == "name" and owner in _THEIRS)  # "his wife, Jill, and the bishop"
    is_list = is_list or _goes_on(encoding, mentions, i)
    if not is_list and chains.agrees(i, other):
        chains.join(i, other)


def _with_title(encoding: Encoding, name: Mention, titles: Sequence[Titled]) -> Mention:
    """Return a name from its title on: "Ortega's wife, [Vice President Rosario Murillo],"."""
    first = min((t.description.words[0] for t in titles if t.description.words[1] == name.start), default=name.start)
    if first and honorific_named(encoding.words[first - 1]) is not None:  # "the surgeon, [Dr Ann Bell],"
        first -= 1
    while (
        name.form == "nominal" and first and encoding.lower[first - 1] in _ONCE
    ):  # "Mahmood, [until now the minister],"
        first -= 1
    return name if first == name.start else replace(name, start=first)


_ONCE = frozenset("until now recently formerly previously once currently then already also himself herself".split())


_OF_ONE = (("her",), ("his",))
_THEIRS = (("her",), ("his",), ("their",))


def _join_kin_named_behind(encoding: Encoding, mentions: Sequence[Mention], i: int, chains: Chains) -> None:
    """Join "his fiancee" behind a name with the name behind it, not with that: "Albanese, [his fiancee], Jodie Haydon, and"."""
    mention, other = (
        mentions[i],
        next((j for j in range(i - 1, max(-1, i - 3), -1) if mentions[j].form == "name"), None),
    )
    if mention.form != "nominal" or other is None or mentions[other].end != mention.start - 1:
        return
    if mention.type != "person" or encoding.lower[mention.start : mention.start + 1] not in _THEIRS:
        return
    behind = range(i + 1, min(i + 4, len(mentions)))
    named = next((j for j in behind if mentions[j].form == "name" and mentions[j].start == mention.end + 1), None)
    if named is not None and mentions[named].type == "person" and encoding.words[mention.end] == ",":
        chains.bar(i, other)
        chains.join(i, named)


def _goes_on(encoding: Encoding, mentions: Sequence[Mention], i: int) -> bool:
    """Tell whether a name is the first of a list: "to succeed the secretary-general, [Botchwey], Setipa and Tangara"."""
    mention = mentions[i]
    named = next((m for m in mentions[i + 1 : i + 2] if m.form == "name" and m.start == mention.end + 1), None)
    if mention.form != "name" or named is None or named.type != mention.type:
        return False
    return encoding.lower[named.end : named.end + 1] in {(",",), ("and",), ("or",)}


def _join_named_body(
    encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], i: int, at_head: Mapping[int, int], chains: Chains
) -> None:
    """Join a body and its name between commas before a verb or a clause: "the party's armed wing, the [KCK], said"."""
    mention = mentions[i]
    first = mention.start - (encoding.lower[mention.start - 1 : mention.start] == ("the",))
    if mention.form != "name" or mention.type != "organisation" or first < 2 or encoding.words[first - 1] != ",":
        return
    near = (j for j in range(max(0, i - _NEAR), i) if mentions[j].end == first - 1 and mentions[j].form != "pronoun")
    other = next((j for j in near if chains.facts[j].kind in _ALLIED), None)  # "[the union] of journalists, DJ, asked"
    if other is None or (mentions[other].form == "name" and not _is_short_for(encoding, mention, mentions[other])):
        return
    end = mention.end
    is_closed = encoding.words[end : end + 1] == (",",) and end + 1 < len(encoding.words)
    is_alone = is_closed and (
        syntax.upos[end + 1] in {"VERB", "AUX"} or encoding.lower[end + 1] in {"which", "who", "whose"}
    )
    if is_alone and chains.agrees(i, other):
        chains.join(i, other)


def _is_short_for(encoding: Encoding, mention: Mention, other: Mention) -> bool:
    """Tell whether a word in capitals may be short for a longer name, in any language: "the Election Office, [NVI], said"."""
    word = encoding.words[mention.start]
    is_short = mention.end == mention.start + 1 and word.isupper() and word.isalpha() and country_named(word) is None
    return is_short and other.end - other.start > 1


def _join_behind_another(
    encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], i: int, chains: Chains
) -> None:
    """Join a name between commas with whom the words before it describe: "[an aide] to President Lind, [Eva Holt], said"."""
    name = mentions[i]
    if name.form != "name" or name.type != "person" or name.start < 3 or encoding.words[name.start - 1] != ",":
        return
    after = encoding.words[name.end] if name.end < len(encoding.words) else "."
    if after not in _CLOSING or encoding.lower[name.end + 1 : name.end + 2] in (("and",), ("or",)):
        return
    if not syntax.is_relation(name.head, "appos"):
        return
    for j in range(i - 1, max(-1, i - 4), -1):
        other = mentions[j]
        is_about = other.form == "nominal" and other.type == "person" and other.head < name.start - 1
        if (
            is_about
            and other.end in {name.start - 1, name.end}
            and encoding.lower[other.head + 1] in {"to", "of", "for"}
        ):
            if chains.agrees(j, i):
                chains.join(i, j)
            return


def _join_body_described(
    encoding: Encoding, mentions: Sequence[Mention], i: int, at_head: Mapping[int, int], chains: Chains
) -> None:
    """Join a body's name and what it is between commas: "the National Army (NA), the [country's largest group], left"."""
    mention, words = mentions[i], encoding.words
    at, end = mention.start - 2, mention.end
    if (
        chains.facts[i].kind not in _ALLIED
        or at < 1
        or words[at + 1] != ","
        or encoding.lower[mention.start] not in _OWNED
    ):
        return
    if words[at] == ")" and words[max(at - 2, 0)] == "(":  # its acronym
        at -= 3
    named = at_head.get(at)
    if named is None or mentions[named].form != "name" or mentions[named].type != "organisation":
        return
    is_closed = end + 1 < len(words) and words[end] == "," and not words[end + 1][:1].isupper()
    if is_closed and encoding.lower[end + 1] not in {"and", "or", "the", "a"} and chains.agrees(i, named):
        chains.join(i, named)


def _join_kind_of_body(encoding: Encoding, mentions: Sequence[Mention], i: int, chains: Chains) -> None:
    """Join what a body is with the name right behind it: "the newspaper" The Daily Post."""
    mention = mentions[i]
    line = encoding.line_numbers[mention.head]  # "Anadolu Agency" alone is not what the headline below begins with
    if mention.form == "nominal" and encoding.lower[mention.head] in _ON_AIR:  # "told public broadcaster ERR"
        near = range(i + 1, min(i + 4, len(mentions)))
        outlet = next((j for j in near if mentions[j].start == mention.head + 1 and mentions[j].form == "name"), None)
        if (
            outlet is not None
            and mentions[outlet].type == "organisation"
            and encoding.line_numbers[mentions[outlet].head] == line
        ):
            chains.join(i, outlet)
            return
    if mention.form != "nominal" or mention.type != "organisation" or mention.end != mention.head + 1:
        return
    if encoding.lower[mention.head] in _OUTLETS:  # "the Koha newspaper"
        kind = mention.head - (encoding.lower[mention.head - 1] in {"news", "press"})  # "the Interpress news agency"
        within = next((j for j in range(i + 1, min(i + 3, len(mentions))) if mentions[j].end == kind), None)
        if within is not None and mentions[within].form == "name" and mentions[within].start <= mention.start + 1:
            chains.join(i, within)
            return
    if encoding.lower[mention.head] in _CALLED_BY_NAME:  # "the M23 rebel group"
        for j in range(i + 1, min(i + 3, len(mentions))):
            named = mentions[j]
            is_own = (
                named.form == "name"
                and named.type == "organisation"
                and mention.start <= named.start
                and (
                    named.start <= mention.start + 1
                    or _says_which(encoding.words[mention.start + 1 : named.start])
                    or (encoding.lower[named.start - 1],) in _OWNING  # "Machar's SPLM-IO party"
                )
            )
            between = encoding.words[named.end : mention.head]
            if is_own and named.end <= mention.head and all(w.islower() for w in between) and "'s" not in between:
                chains.join(i, j)
                return
    if "the" not in encoding.lower[max(0, mention.start - 1) : mention.head]:
        return
    behind = mention.end + (encoding.lower[mention.end : mention.end + 1] == ("the",))
    for j in range(i + 1, min(i + 4, len(mentions))):
        named = mentions[j]
        is_behind = named.start in {mention.end, behind} and encoding.line_numbers[named.start] == line
        if is_behind and named.form == "name" and named.type == "organisation":
            chains.join(i, j)
            return


def _says_which(words: Sequence[str]) -> bool:
    """Tell whether words between "the" and a party's name only say of what kind it is: "the far-right [Civic League] party"."""
    is_plain = all(w == "-" or (w.islower() and w.isalpha()) for w in words) and words[-1:] != ("-",)
    return 0 < len(words) <= _MOST_WORDS and is_plain and _ANOTHER.isdisjoint(words)


_MOST_WORDS = 4
_ANOTHER = frozenset("other another rival new second third fellow sister and or of in for".split())


def _join_predicate(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    i: int,
    at_head: Mapping[int, int],
    chains: Chains,
    *,
    quoted: bool,
) -> None:
    """Join "the president" with X in "X is the president" or "the president is X", not where that is denied or asked."""
    head = mentions[i].head
    if mentions[i].form == "pronoun" or not syntax.children(head, "cop"):
        return
    helpers = {encoding.lower[w] for w in syntax.children(head, "cop", "aux", "advmod", "mark")}
    if helpers & (_DENYING - {"will", "can", "must", "to"}):
        return
    said_of = _subjects(encoding, syntax, head)
    if syntax.is_relation(head, "acl") and any(encoding.lower[w] in _RELATIVES for w in said_of):
        said_of = [syntax.heads[head]]  # "[Kallas], who is the Union's high representative"
    subjects = [at_head[w] for w in said_of if w in at_head]
    if not subjects or (mentions[i].form == "name" and mentions[subjects[0]].form != "nominal"):
        return
    if quoted and _is_judged(encoding, mentions[i]):
        return
    if any(syntax.upos[w] == "PROPN" for subject in said_of for w in syntax.children(subject, "conj")):
        return  # "the United States and China are two great countries"
    if mentions[subjects[0]].type == mentions[i].type and chains.agrees(i, subjects[0]):
        chains.join(i, subjects[0])


def _subjects(encoding: Encoding, syntax: Syntax, word: int) -> list[int]:
    """Return the subject of a verb or predicate: its own, or that of the one it is joined to or depends on without one.

    "She was mayor [and is minister]", "While [working] as a cook, he wrote", "he ended up [being] a cook". What somebody only
    wants or claims to be, he need not be.
    """
    for _ in range(_DEEP):
        found = syntax.children(word, "nsubj")
        head = syntax.heads[word]
        if found or head == word:
            return found
        goes_on = syntax.is_relation(word, "xcomp") and encoding.lower[head] in _GOING_ON
        marks = {encoding.lower[w] for w in syntax.children(word, "mark")}
        is_beside = syntax.is_relation(word, "advcl") and marks.isdisjoint({"to", "if", "unless", "until"})
        if not goes_on and not is_beside and not (syntax.is_relation(word, "conj") and head < word):
            return []
        word = head
    return []


_GOING_ON = frozenset("end ended ends ending continue continues continued keep keeps kept".split())


def _is_judged(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a description is only what a speaker says of somebody: “Rios is a dangerous fraud”. An office is one."""
    before = encoding.lower[max(0, mention.start - 1) : mention.start + 1]
    if not {"a", "an"} & set(before):
        return False
    return find_office(encoding.words, mention.head + 1) is None


_IDENTIFYING = frozenset(
    "identified identifying identifies identify named naming".split()
)  # "identified him as Jan Hora"


_FOLLOWERS = frozenset("successor predecessor replacement".split())
_SWEARING = frozenset("swear swears swore sworn swearing".split())


def _join_capacity(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    i: int,
    at_head: Mapping[int, int],
    chains: Chains,
) -> None:
    """Join "as a mediator" with whom it is said of: the verb's object if it has one, else its subject."""
    head = mentions[i].head
    verb = syntax.heads[head]
    cases = [encoding.lower[w] for w in syntax.children(head, "case")]
    is_named = mentions[i].form == "name" and encoding.lower[verb] in _IDENTIFYING
    before = syntax.children(head, "case")[0] - 1 if cases == ["as"] else -1
    if (
        before >= 0 and encoding.lower[before] in _FOLLOWERS
    ):  # "her successor as [home secretary]", whatever the tree hangs it on
        if before in at_head and chains.agrees(i, at_head[before]):
            chains.join(i, at_head[before])
        return
    if not (mentions[i].form == "nominal" or is_named) or cases != ["as"]:
        return
    is_second = syntax.is_relation(head, "conj") or bool(syntax.children(head, "cc"))
    if is_second and verb in at_head:  # "served first as mayor and later as [president]"
        first = [encoding.lower[w] for w in syntax.children(verb, "case")]
        if first == ["as"] and chains.agrees(i, at_head[verb]):
            chains.join(i, at_head[verb])
        return
    if syntax.upos[verb] == "PROPN" and verb < head and verb in at_head:  # "swore in [Ana Wolf] as army chief"
        if mentions[at_head[verb]].type == mentions[i].type and chains.agrees(i, at_head[verb]):
            chains.join(i, at_head[verb])
        return
    if syntax.upos[verb] != "VERB":
        return
    sworn = syntax.children(verb, "obl") if encoding.lower[verb] in _SWEARING else []
    sworn = [w for w in sworn if "in" in {encoding.lower[c] for c in syntax.children(w, "case")}]  # "swore in Holt as"
    objects = syntax.children(verb, "obj")
    said_of = [*objects, *sworn, *(syntax.children(verb, "nsubj") if objects else _subjects(encoding, syntax, verb))]
    if is_named and syntax.is_relation(verb, "acl"):  # "the owner, identified by police as Jan Hora"
        said_of = [syntax.heads[verb]]
    if encoding.lower[verb] in _SUCCEEDING:
        said_of = _subjects(encoding, syntax, verb)
    is_relative = syntax.is_relation(verb, "acl") and any(encoding.lower[w] in _RELATIVES for w in said_of)
    if is_relative:  # "Aris, who replaced Holt as [his deputy]"
        said_of = [syntax.heads[verb] if encoding.lower[w] in _RELATIVES else w for w in said_of]
    other = next((at_head[w] for w in said_of if w in at_head), None)
    if other is not None and mentions[other].type == mentions[i].type and chains.agrees(i, other):
        chains.join(i, other)


def _join_become(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    i: int,
    at_head: Mapping[int, int],
    chains: Chains,
) -> None:
    """Join what somebody becomes with that somebody: "Berg became [the youngest minister]", "was named [an envoy]"."""
    head = mentions[i].head
    verb = syntax.heads[head]
    lower = encoding.lower[verb]
    is_made = lower in _MADE and bool(syntax.children(verb, "aux:pass"))
    if (
        mentions[i].form != "nominal"
        or not (is_made or lower in _BECOMING)
        or not syntax.is_relation(head, "xcomp", "obj")
    ):
        return
    helpers = {encoding.lower[w] for w in syntax.children(verb, "aux", "advmod", "mark")}
    if lower == "remain":
        helpers -= {"will", "would"}  # who will remain it, is it
    if helpers & _DENYING or syntax.children(head, "mark"):
        return
    other = next((at_head[w] for w in _subjects(encoding, syntax, verb) if w in at_head), None)
    if other is not None and mentions[other].type == mentions[i].type and chains.agrees(i, other):
        chains.join(i, other)


def _join_relative(
    encoding: Encoding, syntax: Syntax, mention: Mention, i: int, at_head: Mapping[int, int], chains: Chains
) -> None:
    for word in (mention.head, *syntax.ancestors(mention.head)):
        if syntax.relations[word] == "acl:relcl":
            other = at_head.get(syntax.heads[word])
            is_person = other is not None and chains.facts[other].kind == "person"
            if other is not None and other < i and not (is_person and encoding.lower[mention.head] == "which"):
                chains.join(i, other)
            return
