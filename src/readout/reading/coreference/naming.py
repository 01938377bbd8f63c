# SPDX-License-Identifier: Apache-2.0
"""Put the names of one report together: full names, short forms, acronyms, other spellings, and what the tables know.

Looked up by index, never pair by pair: a book's worth of names costs no more for each than a report's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from readout.reading.coreference.chains import Chains
from readout.reading.coreference.firms import join_first_words
from readout.reading.coreference.identities import Identity
from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.names import (
    PersonName,
    is_acronym_of,
    organisation_words,
    person_name,
    persons_fit,
    short_form_rank,
    skeleton,
    without_brackets,
)
from readout.reading.coreference.sharedletters import bodies_of_shared_letters
from readout.reading.encoding import Encoding
from readout.resources import (
    begins_with_name,
    body_named,
    country_named,
    country_of_adjective,
    country_of_part,
    find_office,
    fold_name,
    outlet_named,
)

__all__ = ["is_told_apart", "join_names", "name_texts", "own_start"]

# Words that only say what a body is: "Tass", "the Tass news agency".
_NUMBERED = frozenset("broadcaster channel station television radio".split())  # "the broadcaster Kanal 5"
_MOST_INITIALS = 4
_DESCRIPTORS = frozenset(
    "news agency newspaper magazine daily television tv radio network broadcaster party university movement "
    "channel".split()
)


def name_texts(encoding: Encoding, mentions: Sequence[Mention]) -> list[str]:
    """Return each mention's words without an editor's brackets; both pieces of "[Vladimir] Putin" are whole."""
    starts = [own_start(encoding, m) if m.form == "name" and m.type == "person" else m.start for m in mentions]
    texts = [
        _own_words(m, m.span.of(encoding.text) if at == m.start else encoding.span(at, m.end).of(encoding.text))
        for m, at in zip(mentions, starts, strict=True)
    ]
    for i, mention in enumerate(mentions):
        if mention.form == "name" and mention.type != "person":
            texts[i] = _with_number(encoding, mention, texts[i])
    last: int | None = None
    for i, mention in enumerate(mentions):
        if mention.form != "name" or mention.type != "person":
            continue
        if last is not None and _is_broken(encoding, mentions[last].end, mention.start):
            texts[last] = texts[i] = f"{texts[last]} {texts[i]}"
        last = i
    return texts


def _own_words(mention: Mention, text: str) -> str:
    """Return the words of a mention without an editor's brackets; those of a party's letters are its own: "CPI(M)"."""
    is_lettered = mention.form == "name" and mention.type == "organisation" and " " not in text and text.endswith(")")
    return text if is_lettered else without_brackets(text)


def _with_number(encoding: Encoding, mention: Mention, text: str) -> str:
    """Return an outlet's name with the number behind it: "Rai" 1, "France" 24."""
    number = encoding.words[mention.end : mention.end + 1]
    is_called = mention.start > 0 and encoding.lower[mention.start - 1] in _NUMBERED
    if number and number[0].isdigit() and (is_called or outlet_named(f"{text} {number[0]}") is not None):
        return f"{text} {number[0]}"
    return text


def own_start(encoding: Encoding, mention: Mention) -> int:
    """Return the first word of a person's name proper, where it was found with its title: "President" Joe Biden."""
    if _is_given(encoding, mention):
        return mention.start
    for end in range(mention.end - 1, mention.start, -1):
        title = find_office(encoding.words, end)
        if title is not None and (title.start <= mention.start or _is_of_body(encoding, mention.start, title.start)):
            return end
    return mention.start


def _is_given(encoding: Encoding, mention: Mention) -> bool:
    """Tell whether a name begins with a title that is a given name here: "Sultan Al Jaber", "Sheikh Hasina"."""
    words = encoding.words[mention.start : mention.end]
    if find_office(encoding.words, mention.start + 1) is None:
        return False
    if words[0] in _GIVEN:
        return len(words) > 2 and _SONS.isdisjoint(words)
    return begins_with_name(" ".join(words))


_GIVEN = frozenset({"Sultan", "Emir", "Amir"})
_SONS = frozenset({"bin", "ibn", "bint", "of", "II", "III"})


def _is_of_body(encoding: Encoding, start: int, end: int) -> bool:
    """Tell whether words in front of a title say of what it is: "House" Speaker, "U.S." President."""
    text = encoding.span(start, end).of(encoding.text)
    known = country_named(text) or country_of_adjective(text) or body_named(text)
    return known is not None or text in {"House", "Senate", "Cabinet", "Palace"}


def _is_broken(encoding: Encoding, end: int, start: int) -> bool:
    """Tell whether only a closing or opening bracket stands between two pieces of one name."""
    return 0 < start - end <= 2 and all(w in {"[", "]"} for w in encoding.words[end:start])


def join_names(
    encoding: Encoding, mentions: Sequence[Mention], texts: Sequence[str], identities: Sequence[Identity | None],
    chains: Chains, preferred: Mapping[int, Mapping[int, float]], genders: Mapping[int, str], kin: AbstractSet[int],
) -> None:  # fmt: skip
    """Join all names that are one.

    Args:
        encoding: The words.
        mentions: All mentions, in text order.
        texts: Their words, see `name_texts`.
        identities: What the tables know of each.
        chains: What is joined.
        preferred: For a mention, the learned log odds of earlier ones: they decide between two that fit.
        genders: The gender that the pronouns behind a name make likely: it tells "Mrs. Holt" from two Holts.
        kin: Full names that are introduced as somebody's kin.
    """
    _join_persons(encoding, mentions, texts, identities, chains, preferred, genders, kin)
    _join_bodies(encoding, mentions, texts, identities, chains)


class _Persons:
    """The full names met so far, found by the skeletons of their words."""

    def __init__(self) -> None:
        self.names: dict[PersonName, int] = {}
        self._by_word: dict[str, list[PersonName]] = defaultdict(list)
        self._by_surname: dict[str, list[PersonName]] = defaultdict(list)

    def add(self, name: PersonName, mention: int) -> None:
        self.names[name] = mention
        self._by_surname[skeleton(name.surname)].append(name)
        for word in dict.fromkeys(skeleton(w) for w in name.words if len(w) > 1):
            self._by_word[word].append(name)

    def fitting(self, name: PersonName) -> list[PersonName]:
        """Return the names that may be the same full name."""
        near = [
            *self._by_word.get(skeleton(name.surname), ()),
            *(n for w in name.words for n in self._by_surname.get(skeleton(w), ())),
        ]
        return [n for n in dict.fromkeys(near) if persons_fit(n, name)]

    def shortened(self, name: PersonName) -> dict[PersonName, int]:
        """Return the full names that a short form may stand for, with the rank of the fit."""
        near = self._by_word.get(skeleton(name.surname), ())
        ranks = {n: rank for n in near if (rank := short_form_rank(n, name))}
        alike = {n: rank for n, rank in ranks.items() if set(name.words) <= set(n.words)}
        return alike or ranks  # "Yoon" is Yoon Suk Yeol, whatever "Sung-joon" sounds like


def _without_articles(cut: Mapping[int, PersonName]) -> dict[int, PersonName]:
    """Take "Al" for the article where another name of the report has it: "Al Jaber" is Sultan Al Jaber, and no Albert."""
    borne = {name.surname for name in cut.values() if name.articled and name.is_full and name.words[0] != "al"}
    return {
        i: replace(name, words=name.words[1:])
        if name.words[:1] == ("al",) and name.words[1:] and name.surname in borne
        else name
        for i, name in cut.items()
    }


def _join_persons(
    encoding: Encoding,
    mentions: Sequence[Mention],
    texts: Sequence[str],
    identities: Sequence[Identity | None],
    chains: Chains,
    preferred: Mapping[int, Mapping[int, float]],
    genders: Mapping[int, str],
    kin: AbstractSet[int],
) -> None:
    names = [i for i, m in enumerate(mentions) if m.form == "name" and identities[i] is None]
    cut = _without_articles({i: person_name(texts[i]) for i in names})
    persons = _Persons()
    for i in names:
        if mentions[i].type == "person" and cut[i].is_full:
            _add_full(persons, cut[i], i, chains)
    # A surname alone may have been taken for a place or a body; if somebody of the report bears it, and no firm, it is theirs.
    bodies = (texts[i].split() for i in names if mentions[i].type == "organisation")
    borne = {word for words in bodies if len(words) > 1 and words[-1].lower().strip(".") in _FIRMS for word in words}
    numbers = [
        (i, cut[i]) for i in names
        if not _is_of_rule(encoding, mentions, cut[i], persons, i, kin) and not is_told_apart(encoding, mentions[i].start)
        if mentions[i].type == "person"
        or (texts[i] not in borne and _is_misjudged(encoding, mentions[i], texts[i], cut[i], persons))
    ]  # fmt: skip
    _join_short(persons, numbers, chains, preferred, _leanings(chains, genders), kin)
    _join_initials(persons, [i for i in names if mentions[i].type in {"person", "organisation"}], texts, chains)


def _is_of_rule(
    encoding: Encoding, mentions: Sequence[Mention], name: PersonName, persons: _Persons, i: int, kin: AbstractSet[int]
) -> bool:
    """Tell whether a surname says whose government is meant, and the only one named so is kin: "the [Trump] administration"."""
    if encoding.lower[mentions[i].end : mentions[i].end + 1] not in _RULES or name.is_full:
        return False
    bearers = [persons.names[full] for full in persons.shortened(name)]
    return bool(bearers) and all(j > i and j in kin for j in bearers)


_RULES = frozenset({("administration",), ("government",), ("cabinet",), ("presidency",), ("era",), ("regime",)})


def _leanings(chains: Chains, genders: Mapping[int, str]) -> dict[int, str]:
    """Return the gender that the pronouns make likely of each chain, where they are of one mind."""
    told: dict[int, set[str]] = defaultdict(set)
    for i, gender in genders.items():
        told[chains.of(i)].add(gender)
    return {chain: some.pop() for chain, some in told.items() if len(some) == 1}


def _join_initials(persons: _Persons, names: Sequence[int], texts: Sequence[str], chains: Chains) -> None:
    """Join the initials of one person of the report to that person: "HH" is Hugo Holt."""
    bearers: dict[str, set[int]] = defaultdict(set)
    for name, mention in persons.names.items():
        for initials in _initials_of(name):
            bearers[initials].add(chains.of(mention))
    for i in names:
        found = bearers.get(texts[i].replace(".", ""), set()) if texts[i].isupper() else set()
        if len(found) == 1 and 2 <= len(texts[i].replace(".", "")) <= _MOST_INITIALS:
            chains.join(next(iter(found)), i)


def _initials_of(name: PersonName) -> set[str]:
    """Return the initials by which somebody may be called: "HH" of Hugo Holt, "MBZ" of Mohammed bin Zayed Al Nahyan."""
    found = {"".join(word[:1] for word in name.words).upper()}
    return found | {f"{name.words[0][:1]}b{name.father[:1]}".upper()} if name.father else found


def is_told_apart(encoding: Encoding, start: int) -> bool:
    """Tell whether an adjective tells bearers of a surname apart: "the younger Bush"; `families` finds which is which."""
    return start > 1 and encoding.lower[start - 1] in _AGES and encoding.lower[start - 2] == "the"


_SURNAME = 3  # the rank of a name's last words
_FIRMS = frozenset("ag se sa spa inc corp plc llc ltd gmbh co nv motor motors group holding holdings bank".split())
_AGES = frozenset("younger elder older senior junior".split())


def _is_misjudged(encoding: Encoding, mention: Mention, text: str, name: PersonName, persons: _Persons) -> bool:
    if name.is_full or 3 not in persons.shortened(name).values() or country_of_part(text) is not None:
        return False
    return mention.start == 0 or encoding.lower[mention.start - 1] not in {
        "in",
        "at",
        "near",
        "from",
        "to",
        "into",
        "outside",
    }


def _add_full(persons: _Persons, name: PersonName, mention: int, chains: Chains) -> None:
    if name in persons.names:
        chains.join(persons.names[name], mention)
        return
    fitting = persons.fitting(name)
    found = {chains.of(persons.names[n]) for n in fitting}
    persons.add(name, mention)
    # A name that fits two different persons ("J. Smith") is neither's.
    if len(found) == 1 and all(persons_fit(person, name) for person in fitting):
        chains.join(found.pop(), mention)


def _join_short(
    persons: _Persons,
    numbers: Sequence[tuple[int, PersonName]],
    chains: Chains,
    preferred: Mapping[int, Mapping[int, float]],
    leanings: Mapping[int, str],
    kin: AbstractSet[int],
) -> None:
    latest: dict[int, int] = {}
    only_kin = _only_kin(persons, chains, kin)
    told: dict[str, set[str]] = defaultdict(set)  # what is said of the gender of those who are called by a surname
    for i, name in numbers:
        if not name.is_full and chains.gender(i):
            told[skeleton(name.surname)].add(chains.gender(i))
    _join_courtesies(persons, numbers, chains, leanings)
    alone: dict[str, list[int]] = defaultdict(list)
    called: dict[str, int] = {}  # who was last called by a word alone
    for i, name in numbers:
        if not name.is_full and name.words:
            surname = skeleton(name.surname)
            found = _meant(
                persons,
                i,
                name,
                chains,
                latest,
                preferred.get(i, {}),
                told[surname],
                leanings,
                only_kin,
                called.get(surname),
            )
            if found is None:
                found = next((j for j in reversed(alone[surname]) if chains.may_join(i, j)), None)
                alone[surname].append(i)
            if found is not None:
                chains.join(found, i)
                called[surname] = i
        latest[chains.of(i)] = i
    for surname, unmet in alone.items():
        first = _called_first(
            persons, [i for i, name in numbers if skeleton(name.surname) == surname], unmet[0], chains
        )
        if first is not None and chains.may_join(first, unmet[0]):
            chains.join(first, unmet[0])


def _called_first(persons: _Persons, called: Sequence[int], headline: int, chains: Chains) -> int | None:
    """Return whom the text calls by a surname before it names another bearer, for a headline that has the surname alone."""
    full = sorted(mention for mention in persons.names.values() if mention in called)
    first = next(iter(full), None)
    if first is None or headline > first:
        return None
    other = next((mention for mention in full if chains.of(mention) != chains.of(first)), None)
    between = (i for i in called if first < i and (other is None or i < other) and i not in full)
    return first if any(chains.of(i) == chains.of(first) for i in between) else None


def _only_kin(persons: _Persons, chains: Chains, kin: AbstractSet[int]) -> frozenset[int]:
    """Return the chains of those who are first named as kin."""
    first = {chains.of(mention): mention for mention in reversed(persons.names.values())}
    return frozenset(chain for chain, mention in first.items() if mention in kin)


def _join_courtesies(
    persons: _Persons, numbers: Sequence[tuple[int, PersonName]], chains: Chains, leanings: Mapping[int, str]
) -> None:
    """Join all that are called "Mrs. Holt", unless two of the report may be: whom one of them is not, none is."""
    called: dict[tuple[str, str], int] = {}
    for i, name in numbers:
        gender = chains.gender(i)
        if name.is_full or not name.words or not gender:
            continue
        bearers = {chains.of(persons.names[full]) for full in persons.shortened(name)}
        if sum((chains.gender(c) or leanings.get(c, gender)) == gender for c in bearers) < 2:
            chains.join(called.setdefault((skeleton(name.surname), gender), i), i)


def _meant(
    persons: _Persons,
    mention: int,
    name: PersonName,
    chains: Chains,
    latest: Mapping[int, int],
    preferred: Mapping[int, float],
    told: AbstractSet[str],
    leanings: Mapping[int, str],
    kin: AbstractSet[int],
    before: int | None = None,
) -> int | None:
    """Choose the full name that a short form stands for: by rank, then the learned ranking, then the latest; else open.

    Who was called so before stays in question, whoever has the word for a surname: "Kim" of Kim Jong Un beside Duyeon Kim. The
    mention by which he was is `before`.

    Who is introduced as the kin of another bearer of the surname is not meant by it, but of another gender.

    Where none has been met yet (a headline), only a name that fits one person alone is taken, or one alone who is nobody's kin.
    Where all who are called by the surname are of one gender, nobody of another is meant: "President Holt" is not Ana Holt if the
    report speaks of "Mr. Holt".
    """
    ranks: dict[int, int] = {}
    for full, rank in persons.shortened(name).items():
        chain = chains.of(persons.names[full])
        is_other = len(told) == 1 and chains.gender(chain) not in {"", *told}
        if chains.may_join(chain, mention) and not is_other:
            ranks[chain] = max(rank, ranks.get(chain, 0))
    best = [chain for chain, rank in ranks.items() if rank == max(ranks.values())]
    met = [chain for chain in best if chain in latest] or [c for c in ranks if c in latest]
    if before is not None and chains.of(before) in ranks and met and chains.of(before) not in met:
        met.append(chains.of(before))
    gender = chains.gender(mention)
    # "Mahinda" is a given name, which kin do not share.
    met = met if gender else [chain for chain in met if chain not in kin or ranks[chain] < _SURNAME] or met
    if gender:
        likely = {c: chains.gender(c) or leanings.get(c, "") for c in ranks}
        met = [c for c in met if likely[c] == gender] or [c for c in met if not likely[c]] or met
        if len(ranks) > 1 and all(likely[c] not in {"", gender} for c in met):  # the other Holt, named further below
            met = [c for c in ranks if likely[c] in {"", gender}]
            return met[0] if len(met) == 1 else None
    if not met:
        best = [chain for chain in best if chain not in kin or ranks[chain] < _SURNAME] or best
        if len(ranks) > 1 and min(ranks) not in best and min(ranks) not in kin:
            return min(ranks)  # "Prabowo" is Prabowo Subianto, named first, not Listyo Sigit Prabowo
        return best[0] if len(best) == 1 else None
    return max(
        met, key=lambda c: (max((s for j, s in preferred.items() if chains.of(j) == c), default=-99.0), latest[c])
    )


def _join_bodies(
    encoding: Encoding,
    mentions: Sequence[Mention],
    texts: Sequence[str],
    identities: Sequence[Identity | None],
    chains: Chains,
) -> None:
    keys = {(text, one.key) for text, one in zip(texts, identities, strict=True) if one is not None}
    namesakes = {text for text, count in Counter(text for text, _ in keys).items() if count > 1}
    by_key: dict[str, int] = {}
    by_words: dict[tuple[str, ...], int] = {}
    of_shared = bodies_of_shared_letters(encoding, mentions, texts)
    long: dict[str, dict[str, int]] = defaultdict(dict)
    short: list[int] = []
    for i, mention in enumerate(mentions):
        identity = identities[i]
        if i in of_shared:
            body = of_shared[i]
            if body is not None:
                chains.join(body, i)
            continue
        if identity is not None:
            chains.join(by_key.setdefault(identity.key, i), i)
        if (
            mention.form != "name"
            or (mention.type == "person" and identity is None)
            or (identity is not None and identity.key.startswith("country:"))
        ):
            continue
        if identity is not None and identity.sector == "MED" and texts[i] in namesakes:
            continue  # the agency AFP is not the armed forces of the Philippines
        words = organisation_words(texts[i])
        if not words or (identity is not None and identity.key.startswith(("city:", "state:"))):
            continue  # the ministry of one state is not that of another under the same name
        _join_body(words, i, chains, by_words)
        if sum(c.isupper() for c in texts[i]) > 1 and " " not in texts[i]:
            short.append(i)
        elif len(words) > 1:
            long[words[0][:1]].setdefault(texts[i], i)
    known: dict[str, int | None] = {}
    for i in short:
        if texts[i] not in known:
            known[texts[i]] = _spelled_out(texts[i], long, chains)
        found = known[texts[i]]
        if found is not None:
            chains.join(found, i)
    _join_last_words(encoding, mentions, texts, identities, chains)
    join_first_words(mentions, texts, identities, chains)


def _join_last_words(
    encoding: Encoding,
    mentions: Sequence[Mention],
    texts: Sequence[str],
    identities: Sequence[Identity | None],
    chains: Chains,
) -> None:
    """Join a body called by its last word with the one of that name before: the Ashcombe Echo, "the [Echo]"."""
    called: dict[str, set[int]] = defaultdict(set)
    for i, mention in enumerate(mentions):
        identity, words = identities[i], texts[i].split()
        is_known = identity is not None and (len(words) == 1 or not identity.key.startswith("igo:"))
        if mention.form != "name" or mention.type == "person" or is_known:
            continue
        if len(words) > 1 and mention.type == "organisation" and words[0] != words[-1]:
            called[words[-1]].add(i)
        elif encoding.lower[mention.start - 1 : mention.start] in {("the",), ("this",)} and called[texts[i]]:
            found = {chains.of(j) for j in called[texts[i]]}
            if len(found) == 1:
                chains.join(found.pop(), i)


def _join_body(words: tuple[str, ...], mention: int, chains: Chains, by_words: dict[tuple[str, ...], int]) -> None:
    """Join a body to one of the same words, in any order, or with words more that only say what it is."""
    essential = tuple(sorted(w for w in words if w not in _DESCRIPTORS)) or tuple(sorted(words))
    for key in (tuple(sorted(words)), essential):
        found = by_words.setdefault(key, mention)
        if found != mention and chains.join(found, mention):
            return


def _spelled_out(short: str, long: Mapping[str, Mapping[str, int]], chains: Chains) -> int | None:
    """Return the one long name that an acronym abbreviates."""
    found = [i for text, i in long.get(fold_name(short)[:1], {}).items() if is_acronym_of(short, text)]
    return found[0] if len({chains.of(i) for i in found}) == 1 else None
