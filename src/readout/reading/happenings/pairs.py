# SPDX-License-Identifier: Apache-2.0
"""Whom "the two" takes up: the two persons, or the two countries, that the words just before it name.

Only where there are exactly two of a kind: of three nobody knows which two are meant, and one is no pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.resources import country_of_adjective

__all__ = ["pair_before", "without_hosts"]

_ANYBODY = frozenset({"two", "both", "men", "women", "pair", "duo"})
_PEOPLE = _ANYBODY | frozenset(
    "leaders presidents ministers officials diplomats generals envoys politicians secretaries chiefs commanders "
    "counterparts chancellors premiers".split()
)
_SIDES = frozenset(
    "leaders presidents ministers sides countries governments nations neighbours neighbors states capitals".split()
)
_HELD = frozenset({"leaders", "presidents", "premiers"})
_OPPOSED = frozenset("sides rivals neighbours neighbors".split())  # "the sides agreed": there are two of them
_ENVOYS = frozenset("embassy ambassador envoy consulate diplomat official officials".split())
_LEADERS = frozenset("president premier chancellor king queen emir sultan chief ruler".split()) | {"minister"}
_HOSTING = frozenset(
    "hosted hosts host hosting brokered broker mediated mediating mediate arranged organised organized guarantee guarantees "
    "guaranteed guaranteeing facilitates facilitated facilitating sponsors sponsored sponsoring".split()
)
_MEETING = frozenset("meet meets met meeting speak spoke spoken talk talked talking".split())
_OFFERS = frozenset("offered offers offering".split())
_PEACEMAKING = frozenset("mediate mediating mediation mediator help good offices".split())
_ASKS = frozenset("urged urges called calls appealed appeals asked asks pressed".split())
_SAYS = frozenset("said says announced".split())
_PAIRED = frozenset({"both", "two", "sides"})
_OF_BOTH = frozenset("both two them parties sides restraint calm".split())
_REACH = 6  # words behind a verb
_SENTENCES = 2  # looked back over before the pair's own: further away "the two" could be anybody


def pair_before(scene: Scene, entities: Sequence[Entity], word: int) -> tuple[Entity, Entity] | None:
    """Find the two that "the two", "the two men", "both sides" take up.

    Args:
        scene: Words and trees.
        entities: Who the report speaks of.
        word: The head of the phrase.

    Returns:
        Both, in the order in which they are first named there; None if the words are no such phrase or it is not sure who
        is meant.
    """
    if _is_they_who_meet(scene, word):
        return _two(scene, [e for e in entities if e.type == "person"], word, "person")
    if not _is_pair(scene, word):
        return None
    lower = scene.lower(word)
    doer = _doer(scene, word)
    entities = [entity for entity in entities if entity is not doer and not _is_land_of(entity, doer)]
    holders = [entity for entity in entities if lower in _ANYBODY or _holds(entity, singular_of(lower))]
    found = _two(scene, holders, word, "person") if lower in _PEOPLE else None
    if lower in _HELD:
        found = _only_two(scene, holders, word, singular_of(lower)) or found
    if lower == "both":  # persons or countries, but named in the same sentence: farther back nobody knows which
        return found if found is not None and all(_is_just_named(scene, each, word) for each in found) else None
    if found is not None or lower not in _SIDES:
        return found
    # "Malaysia and Qatar said both sides had agreed": these two only if no others are named.
    lands = _two(scene, entities, word, "place", tellers=False) or _two(scene, entities, word, "place")
    return None if lands is not None and _is_war_within(lands, entities) else lands


def _is_war_within(lands: tuple[Entity, Entity], entities: Sequence[Entity]) -> bool:
    """Tell whether a report tells more of rebels than of the second of two states: a side may be they, and nobody knows."""
    told = min(len(land.mentions) for land in lands)
    rebels = (e for e in entities if e.type == "organisation" and e.name is not None and e.sector == "REB")
    return any(len(group.mentions) > told for group in rebels)


def _only_two(scene: Scene, entities: Sequence[Entity], word: int, office: str) -> tuple[Entity, Entity] | None:
    """Return the only two whom the report calls so by that very word, farther up: "both leaders"."""
    called = [e for e in entities if e.type == "person" and _is_called(e, office) and e.mentions[0].head < word]
    return (called[0], called[1]) if len(called) == 2 else None


def _is_called(entity: Entity, office: str) -> bool:
    return any(role.title.lower().split()[-1] == office for role in entity.roles if role.title)


def _is_they_who_meet(scene: Scene, word: int) -> bool:
    """Tell whether "they" meet each other, and are no group of which the report tells something else: "when [they] met in Lima"."""
    verb = scene.syntax.heads[word]
    if scene.lower(word) != "they" or not scene.syntax.is_relation(word, "nsubj") or scene.lower(verb) not in _MEETING:
        return False
    if scene.syntax.children(verb, "obj") or any(
        scene.case_of(c) in {"with", "to"} for c in scene.syntax.children(verb, "obl")
    ):
        return False
    entity = scene.directory.at_head(word)
    if entity is not None and entity.type == "person":
        return True  # nobody meets alone
    called = set() if entity is None else {scene.lower(m.head) for m in entity.mentions if m.form != "pronoun"}
    return called <= _PEOPLE


def _is_just_named(scene: Scene, entity: Entity, word: int) -> bool:
    """Tell whether somebody stands in the same sentence before a word."""
    here = scene.syntax.sentence_of[word]
    return any(m.head < word and scene.syntax.sentence_of[m.head] == here for m in entity.mentions)


def _is_pair(scene: Scene, word: int) -> bool:
    """Tell whether a phrase means two that were named: "the two", "both men", and nothing behind it says which."""
    lower, syntax = scene.lower(word), scene.syntax
    start = scene.phrase(word)[0]
    start = 1 + max((w for w in range(start, word) if syntax.upos[w] == "VERB"), default=start - 1)
    below = syntax.children(word, "nmod", "acl", "acl:relcl", "amod", "compound", "conj")
    below = [c for c in below if not (scene.lower(c) == "them" and scene.case_of(c) == "of")]  # "the two of them"
    below = [c for c in below if not (lower == "two" and c > word and syntax.is_relation(c, "conj"))]  # "and Lind"
    if any(c >= start for c in below):  # an owner in front of the verb is another's, by a slip of the tree
        return False
    before = {scene.lower(c) for c in range(start, word)}
    if lower == "both":
        return True
    if lower in {"two", "pair", "duo"}:
        return "the" in before
    if lower in _OPPOSED and scene.lower(max(word - 1, 0)) == "the":
        return True
    return lower in _PEOPLE | _SIDES and ("both" in before or {"the", "two"} <= before)


def _doer(scene: Scene, word: int) -> Entity | None:
    """Return who does something to the two, and is therefore neither: "Hale had telephoned both leaders"."""
    verb = scene.syntax.heads[word]
    if scene.syntax.is_relation(word, "nmod") and scene.lower(scene.syntax.heads[verb]) in _HOSTING:
        word, verb = verb, scene.syntax.heads[verb]  # "Egypt, which hosted talks between the two sides"
    if not scene.syntax.is_relation(word, "obj", "iobj", "obl") or scene.syntax.upos[verb] != "VERB":
        return None
    subject = scene.subject(verb)
    if (
        subject is not None
        and scene.lower(subject) in {"which", "who", "that"}
        and scene.syntax.is_relation(verb, "acl")
    ):
        subject = scene.syntax.heads[verb]
    return None if subject is None else scene.entity_of(subject)


def _is_land_of(entity: Entity, person: Entity | None) -> bool:
    return (
        person is not None
        and entity.type == "place"
        and entity.country is not None
        and entity.country == person.country
    )


def _holds(entity: Entity, office: str) -> bool:
    """Tell whether the report gives a person an office of this name; whoever heads a state or its government is a leader."""
    titles = {role.title.lower().split()[-1] for role in entity.roles if role.title}
    # "Chile's Luis Rojas": who is named by nothing but the country leads it.
    leads = bool(titles & _LEADERS) or (not titles and entity.country is not None)
    return office in titles or (office == "leader" and leads)


def _two(
    scene: Scene, entities: Sequence[Entity], word: int, kind: str, *, tellers: bool = True
) -> tuple[Entity, Entity] | None:
    """Go back sentence by sentence, within two paragraphs, until two of a kind are named; more than two are none.

    Where these paragraphs name no country, the only two that the report names before are meant; so are the only two persons
    with an office, if it names them in one sentence.
    """
    near: list[Entity] = []
    nearest: set[str] = set()
    sentence_of, lines = scene.syntax.sentence_of, scene.lines
    here = sentence_of[word]
    states = kind == "place" and scene.lower(word) not in _PEOPLE
    near_by = _of_adjectives(scene, entities, here) if states else ()
    named = sorted([*_named(scene, entities, kind), *near_by], key=lambda found: found[0])
    named = [(at, e) for at, e in named if tellers or not _is_of_teller(scene, at)]
    for first in range(here, max(-1, here - _SENTENCES - 1), -1):
        near = [e for at, e in named if first <= sentence_of[at] <= here and at < word and lines[word] - lines[at] <= 1]
        distinct = list({entity.id: entity for entity in near}.values())
        if len(distinct) > 2:
            pair = _joined(scene, [(at, e) for at, e in named if first <= sentence_of[at] <= here and at < word])
            # "China claims the shoal": the two sides are not those who stand together further up.
            if kind == "place" and (pair is None or not nearest <= {e.id for e in pair}):
                return _of_headline(scene, entities, near) if states else None
            return pair
        nearest = {entity.id for entity in distinct}
        if len(distinct) == 2 and (kind == "place" or _are_persons_of(scene, named, distinct, first, here)):
            news = _of_headline(scene, entities, near) if states else None
            is_half = news is not None and len({e.id for e in news} & {e.id for e in distinct}) == 1
            return news if is_half and news is not None else (distinct[0], distinct[1])
    if near and kind == "place":
        return _of_headline(scene, entities, near) if states else None
    before = list(
        {entity.id: entity for at, entity in named if at < word and (kind == "place" or entity.roles)}.values()
    )
    if len(before) != 2 or (kind == "person" and not _are_together(scene, named, before, 0, here)):
        return None
    return before[0], before[1]


def _lands(entities: Sequence[Entity]) -> dict[str | None, Entity]:
    """Return the countries that a report names, by their codes."""
    return {e.country: e for e in entities if e.type == "place" and e.name is not None and e.sector == "GOV"}


def _of_adjectives(scene: Scene, entities: Sequence[Entity], here: int) -> Iterator[tuple[int, Entity]]:
    """Yield the countries that the report names and that an adjective near a pair means: "freed [Cambodian] soldiers"."""
    lands = _lands(entities)
    first, last = (scene.syntax.sentences[n] for n in (max(0, here - _SENTENCES), here))
    for word in range(first.start, last.end):
        if scene.syntax.upos[word] == "ADJ" and scene.encoding.words[word][:1].isupper():
            land = country_of_adjective(scene.encoding.words[word])
            name = scene.directory.at_head(scene.syntax.heads[word])  # "Saudi" of "Saudi Arabia"
            if land is not None and land.iso3 in lands and name is not lands[land.iso3]:
                yield word, lands[land.iso3]


def _of_headline(scene: Scene, entities: Sequence[Entity], near: Sequence[Entity]) -> tuple[Entity, Entity] | None:
    """Return the only two countries of the report's first line, of which one is spoken of here: the news is about these two."""
    lines = scene.lines
    if lines[0] == lines[-1]:
        return None
    end = next(w for w in range(len(lines)) if lines[w] != lines[0])
    found: dict[str, Entity] = {}
    lands = _lands(entities)
    for word in range(end):
        named, land = scene.directory.at_head(word), country_of_adjective(scene.encoding.words[word])
        iso3 = land.iso3 if land is not None else named.country if named is not None and named.type == "place" else None
        if iso3 in lands:
            found.setdefault(lands[iso3].id, lands[iso3])
    if len(found) != 2 or not any(entity.id in found for entity in near):
        return None
    one, other = found.values()
    return one, other


def _joined(scene: Scene, near: Sequence[tuple[int, Entity]]) -> tuple[Entity, Entity] | None:
    """Return the only two of several that "and" joins to each other: "Hale would receive [Trent] and [Prand]"."""
    by_word = dict(near)
    found: dict[frozenset[str], tuple[Entity, Entity]] = {}
    for at, entity in near:
        others = scene.syntax.children(at, "conj")
        if not others or scene.syntax.is_relation(at, "conj"):
            continue
        if len(others) > 1 or others[0] not in by_word:
            return None
        found[frozenset({entity.id, by_word[others[0]].id})] = entity, by_word[others[0]]
    return next(iter(found.values())) if len(found) == 1 else None


def _are_together(
    scene: Scene, named: Sequence[tuple[int, Entity]], pair: Sequence[Entity], first: int, last: int
) -> bool:
    """Tell whether one sentence of those from the first to the last names both."""
    sentence_of = scene.syntax.sentence_of
    where = [{sentence_of[at] for at, e in named if e is one and first <= sentence_of[at] <= last} for one in pair]
    return bool(where[0] & where[1])


def _are_persons_of(
    scene: Scene, named: Sequence[tuple[int, Entity]], pair: Sequence[Entity], first: int, here: int
) -> bool:
    """Tell whether two are named together, or each does something in the last two sentences: "A spoke. B flew in; the two"."""
    doing = [{e.id for at, e in named if _does_in(scene, at, number)} for number in (here - 1, here)]
    one, other = pair[0].id, pair[1].id
    are_subjects = any(a in doing[0] and b in doing[1] for a, b in ((one, other), (other, one)))
    return are_subjects or _are_together(scene, named, pair, first, here)


def _does_in(scene: Scene, word: int, sentence: int) -> bool:
    return scene.syntax.sentence_of[word] == sentence and scene.syntax.is_relation(word, "nsubj")


def _speaks_for_another(entity: Entity) -> bool:
    """Tell whether a person is only the voice of somebody: of a president and his spokesman, "both men" are not these."""
    titles = {role.title.lower().split()[-1] for role in entity.roles if role.title}
    return bool(titles) and all(title.startswith("spokes") for title in titles)


def _named(scene: Scene, entities: Sequence[Entity], kind: str) -> Iterator[tuple[int, Entity]]:
    """Yield each name of a person, or of a country, with the word that it stands at."""
    for entity in entities:
        if entity.type != kind or entity.name is None or entity.sector == "MED" or _speaks_for_another(entity):
            continue
        if kind == "place" and (entity.country is None or entity.sector is None):
            continue
        named = (m.head for m in entity.mentions if m.form == "name")
        outside = (_is_of_envoy, _is_of_host, _is_of_onlooker)
        names = [head for head in named if not any(is_outside(scene, head) for is_outside in outside)]
        yield from ((head, entity) for head in names if kind != "person" or not _is_byline(scene, head))


def _is_byline(scene: Scene, word: int) -> bool:
    """Tell whether a word's line only says who has written the report: "By Ana Rossi in Rome"."""
    start, end = scene.encoding.lines[scene.lines[word]]
    signs = scene.lower(start) in {"by", "from", "reporting", "editing", "writing"}
    return signs and not any(scene.syntax.upos[w] in VERBAL for w in range(start + 1, end))


def without_hosts(scene: Scene, words: Sequence[int]) -> list[int]:
    """Leave out by whom a meeting was held that says nothing of who met: "talks hosted by [Norland]"."""
    return [w for w in words if not (scene.case_of(w) == "by" and _is_of_host(scene, w))]


def _is_of_host(scene: Scene, word: int) -> bool:
    """Tell whether a name is that of who only brings others together, or of their state: "brokered by [Brazil]"."""
    syntax, word = scene.syntax, _whole(scene, word)
    above = syntax.heads[word]
    is_doer = syntax.is_relation(word, "nsubj") or scene.case_of(word) == "by"
    if is_doer and scene.lower(above) in _HOSTING:
        return True
    titles = syntax.children(word, "nmod:desc")  # on which the tree may hang the clause of the name behind
    clauses = (clause for noun in (word, *titles) for clause in syntax.children(noun, "acl:relcl"))
    return any(scene.lower(clause) in _HOSTING for clause in clauses)


def _whole(scene: Scene, word: int) -> int:
    """Return the head of the phrase that a name belongs to: "ministry" of "Norland's foreign ministry"."""
    syntax = scene.syntax
    while syntax.is_relation(word, "compound", "nmod:poss", "nmod:desc", "flat", "conj") and syntax.heads[word] != word:
        word = syntax.heads[word]
    return word


def _is_of_onlooker(scene: Scene, word: int) -> bool:
    """Tell whether a name is that of who asks the two for peace, or offers it: "[Brazil] urged both sides to talk"."""
    word = _whole(scene, word)
    verb = scene.syntax.heads[word]
    if not scene.syntax.is_relation(word, "nsubj"):
        return False
    behind = scene.encoding.lower[verb + 1 : verb + _REACH]
    if scene.lower(verb) in _OFFERS:
        return not _PEACEMAKING.isdisjoint(behind)
    return scene.lower(verb) in _ASKS and not _OF_BOTH.isdisjoint(behind)


def _is_of_teller(scene: Scene, word: int) -> bool:
    """Tell whether a name is that of who tells of two: "[Qatar] said both sides had agreed"."""
    word = _whole(scene, word)
    verb = scene.syntax.heads[word]
    says = scene.syntax.is_relation(word, "nsubj") and scene.lower(verb) in _SAYS
    return says and not _PAIRED.isdisjoint(scene.encoding.lower[verb + 1 : verb + 4])


def _is_of_envoy(scene: Scene, word: int) -> bool:
    """Tell whether a country only says whose embassy or envoy speaks: of "the US embassy" the US is no side."""
    above = scene.syntax.heads[word]
    return scene.syntax.is_relation(word, "compound", "nmod:poss", "nmod:desc") and scene.lower(above) in _ENVOYS
