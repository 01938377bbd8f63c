# SPDX-License-Identifier: Apache-2.0
"""Whom "the two" takes up: the two persons, or the two countries, that the words just before it name.

Only where there are exactly two of a kind: of three nobody knows which two are meant, and one is no pair. Statements, events
and contacts all ask here, so that "both sides" are the same in each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from readout.reading.clauses.apposedpairs import apposed_pair
from readout.reading.clauses.bystanders import HOSTING, is_bystander, is_teller, whole_phrase
from readout.reading.clauses.pairphrases import ALONE, EACH, OPPOSED, PEOPLE, are_they_who_meet, is_pair, kind_of_pair
from readout.reading.clauses.scene import VERBAL, Scene
from readout.reading.coreference.entities import Entity
from readout.reading.coreference.facts import singular_of
from readout.reading.coreference.loosenouns import tells_of_states
from readout.resources import country_of_adjective

__all__ = ["pair_before", "pair_called"]

_ANYBODY = ALONE | {"men", "women"}
_KOREAS = frozenset({"PRK", "KOR"})
_SIDES = frozenset(
    "leaders presidents ministers sides parties countries governments nations neighbours neighbors states capitals".split()
)
_HELD = frozenset({"leaders", "presidents", "premiers"})
_LOOSE = frozenset("leaders officials men women".split())  # who may hold any office, so only the nearest count
_OF_OTHER_GENDER = {"men": frozenset({"she", "her"}), "women": frozenset({"he", "him", "his"})}
_LEADERS = frozenset("leader president premier chancellor king queen emir sultan chief ruler".split()) | {"minister"}
_ACROSS = 80  # words from two who do something together to "the two sides"
_UNDER = frozenset({"vice", "deputy", "assistant"})  # who holds such an office is no leader
_FAR = (
    1500  # words on either side of a pair in which names are looked for, so that a long text takes no longer for each
)
_NEAR = 20  # mentions on either side of a word, in which somebody is called two
_PARAGRAPHS = 4  # back from "both leaders", who may be called otherwise there
_WHERE = frozenset("to in at from for into through".split())
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
    if are_they_who_meet(scene, word):
        return _two(scene, [e for e in entities if e.type == "person"], word, "person")
    if scene.lower(word) == "koreas":
        return _if_two([e for e in entities if e.type == "place" and e.sector == "GOV" and e.country in _KOREAS])
    if not is_pair(scene, word):
        return None
    if (apposed := apposed_pair(scene, word)) is not None:
        return apposed
    lower, kind = EACH.get(scene.lower(word), scene.lower(word)), kind_of_pair(scene, word)
    if lower == "parties" and any(entity.sector == "PTY" for entity in entities):
        return None
    doer = _doer(scene, word)
    holders = [e for e in entities if lower in _ANYBODY or _holds(e, singular_of(lower), kind)]
    entities = [e for e in entities if e is not doer and not _is_land_of(e, doer)]
    called = _lands_called(scene, word)
    holders = [e for e in holders if not called or e.country in called]
    kept = {e.id for e in entities}  # to compare two is to compare all their mentions
    others = [e for e in holders if e.id in kept]
    found = None if lower in _SIDES - PEOPLE else _two(scene, others, word, "person")
    if lower in _HELD:
        found = _only_two(scene, others, word, singular_of(lower)) or found
    # A party's chief and his own president are hardly "the two leaders", where the news is of one of them and another.
    is_one_land = found is not None and found[0].country == found[1].country
    if lower in _OF_LEAD and (found is None or is_one_land or not _is_pair_just_named(scene, found, word)):
        found = _two_of_lead(scene, others, word) or found
    if lower == "both":  # persons or countries, but named in the same sentence: farther back nobody knows which
        return found if found is not None and all(_is_just_named(scene, each, word) for each in found) else None
    if found is None and lower not in ALONE | _SIDES - PEOPLE:
        found = _only_two_near(scene, holders, word)
    are_states = lower in _STATES and bool(kind) and all(map(tells_of_states, _kind_as_written(scene, word, kind)))
    if found is not None or (not are_states and (lower not in _SIDES or kind)):
        return found
    # "Malaysia and Qatar said both sides had agreed": these two only if no others are named.
    lands = _two(scene, entities, word, "place", tellers=False) or _two(scene, entities, word, "place")
    if lands is None and lower == "sides":
        return _two_of_states(scene, entities, word)
    return None if lands is not None and lower in OPPOSED and _is_war_within(lands, entities) else lands


def _kind_as_written(scene: Scene, word: int, kind: Sequence[str]) -> Sequence[str]:
    return scene.encoding.words[word - len(kind) : word]


_STATES = frozenset("rivals neighbours neighbors foes adversaries enemies states countries nations republics".split())


def _two_of_states(scene: Scene, entities: Sequence[Entity], word: int) -> tuple[Entity, Entity] | None:
    """Return the only two persons of two countries who did something together before: where none is named, "the two sides"."""
    found = _two(scene, [e for e in entities if e.type == "person" and e.roles], word, "person")
    lands = {entity.country for entity in found or ()}
    if found is None or len(lands) != len(found) or None in lands:
        return None
    named = {m.head: e for e in found for m in e.mentions if m.form == "name" and m.head < word}
    joined = (w for w in named if scene.syntax.is_relation(w, "conj") and scene.syntax.heads[w] in named)
    acting = [w for w in joined if scene.syntax.is_relation(scene.syntax.heads[w], "nsubj")]
    return found if any(word - w < _ACROSS for w in acting) else None


def pair_called(scene: Scene, entities: Sequence[Entity], entity: Entity, word: int) -> tuple[Entity, Entity] | None:
    """Find the two whom the report calls by a phrase of two, "both sides", of which it makes one entity.

    Args:
        scene: Words and trees.
        entities: Who the report speaks of.
        entity: Who is so called.
        word: Where it is asked; of several places where the report calls them two, the nearest counts.
    """
    if entity.name is not None:
        return None
    at = bisect_left(entity.mentions, word, key=lambda mention: mention.start)
    near = [
        m for m in entity.mentions[max(0, at - _NEAR) : at + _NEAR] if m.form != "pronoun" and is_pair(scene, m.head)
    ]
    nearest = min(near, key=lambda mention: abs(mention.start - word), default=None)
    return None if nearest is None else pair_before(scene, entities, nearest.head)


def _is_pair_just_named(scene: Scene, pair: Sequence[Entity], word: int) -> bool:
    """Tell whether both stand in the sentence of a word before it, or in the one before that."""
    here = scene.syntax.sentence_of[word]
    near = [{here - scene.syntax.sentence_of[m.head] for m in e.mentions if m.head < word} for e in pair]
    return any(all(back in told for told in near) for back in (0, 1))


def _two_of_lead(scene: Scene, entities: Sequence[Entity], word: int) -> tuple[Entity, Entity] | None:
    """Return the two whom a sentence of the report's first paragraph joins, and who are its news: "Presidents Lima and Rau met".

    None where a later sentence joins two of the same kind who are not both of them.
    """
    here, lines = scene.syntax.sentence_of[word], scene.lines
    named = sorted(
        ((at, e) for at, e in _named(scene, entities, "person", word) if at < word), key=lambda found: found[0]
    )
    found: tuple[Entity, Entity] | None = None
    for (one, first), (other, second) in pairwise(named):
        if first is second or scene.syntax.sentence_of[one] != scene.syntax.sentence_of[other]:
            continue
        is_lead = found is None and lines[other] == lines[0] and _are_alone(scene, named, one)
        if scene.syntax.sentence_of[other] == here or not (is_lead or _are_joined_by_and(scene, one, other)):
            continue
        if found is None and lines[other] - lines[named[0][0]] > _LEAD:
            return None
        if scene.lower(word) not in {"men", "women"} and (first.country is None or first.country == second.country):
            continue  # the premier and the chancellor are no "two leaders"
        if found is not None and {first.id, second.id} != {e.id for e in found}:
            return None
        found = found or (first, second)
    return found


def _are_alone(scene: Scene, named: Sequence[tuple[int, Entity]], word: int) -> bool:
    """Tell whether the sentence of a word names two and no more: a headline of two, "Xi meets Trong"."""
    here = scene.syntax.sentence_of[word]
    return len({e.id for at, e in named if scene.syntax.sentence_of[at] == here}) == len(("one", "other"))


_LEAD = 2  # paragraphs from the first that names one of them: headline, standfirst, lead
_OF_LEAD = frozenset("leaders presidents premiers ministers men women".split())
_BETWEEN_JOINED = 8  # words: "and his Zimbabwean counterpart"


def _are_joined_by_and(scene: Scene, one: int, other: int) -> bool:
    """Tell whether "and" stands between two names with nothing but a title: "Lima and [his Ghanaian counterpart] Rau"."""
    between = range(one + 1, other)
    joints = [w for w in between if scene.lower(w) == "and"]
    return (
        len(joints) == 1
        and len(between) <= _BETWEEN_JOINED
        and not any(scene.syntax.upos[w] in VERBAL for w in between)
    )


def _lands_called(scene: Scene, word: int) -> set[str | None]:
    """Return the two countries whose people the report calls the two: of "the leaders of Togo and Benin … both leaders" these."""
    entity = scene.entity_of(word)
    if entity is None or entity.type != "group":
        return set()
    spans = [(m.head, m.end) for m in entity.mentions[:_NEAR] if m.form == "nominal"]
    within = (scene.entity_of(w) for head, end in spans for w in range(head + 1, end))
    found: set[str | None] = {
        e.country for e in within if e is not None and e.type == "place" and e.country is not None
    }
    return found if len(found) == len(("one", "other")) else set()


def _only_two_near(scene: Scene, entities: Sequence[Entity], word: int) -> tuple[Entity, Entity] | None:
    """Return the only two persons of a kind that the report names: "both superintendents", "both women".

    Who is called by an office may be named wherever, leaders and men and women only in the paragraphs just before.
    """
    line, lower = scene.lines[word], scene.lower(word)
    others = _OF_OTHER_GENDER.get(lower, frozenset())
    entities = [
        e for e in entities if not any(m.form == "pronoun" and scene.lower(m.head) in others for m in e.mentions)
    ]
    named = sorted(_named(scene, entities, "person", word), key=lambda found: found[0])
    if lower not in _LOOSE:
        pair = _if_two([e for _, e in named])
        return pair if pair is None or lower != "ministers" or _are_of_one_kind(pair) else None
    for back in range(1, 1 + _PARAGRAPHS):
        found = [e for at, e in named if at < word and line - scene.lines[at] <= back]
        if len(set(found)) > 1:
            return _if_two(found)
    return None


def _are_of_one_kind(ministers: Sequence[Entity]) -> bool:
    """Tell whether two ministers hold one office: a premier and a foreign minister are not "the two ministers"."""
    kinds = [
        {role.title.lower().split()[0] for role in e.roles if role.title and role.title.lower().endswith("minister")}
        for e in ministers
    ]
    return not all(kinds) or bool(set.intersection(*kinds))


def _if_two(entities: Sequence[Entity]) -> tuple[Entity, Entity] | None:
    found = list({entity.id: entity for entity in entities}.values())
    return (found[0], found[1]) if len(found) == 2 else None


def _is_war_within(lands: tuple[Entity, Entity], entities: Sequence[Entity]) -> bool:
    """Tell whether a report tells more of rebels than of the second of two states: a side may be they, and nobody knows."""
    told = min(len(land.mentions) for land in lands)
    rebels = (e for e in entities if e.type == "organisation" and e.name is not None and e.sector in _AGAINST_STATE)
    return any(len(group.mentions) > told for group in rebels)


_AGAINST_STATE = frozenset({"REB", "PRM", "UAF"})


def _only_two(scene: Scene, entities: Sequence[Entity], word: int, office: str) -> tuple[Entity, Entity] | None:
    """Return the only two whom the report calls so by that very word, farther up: "both leaders"."""
    called = [e for e in entities if e.type == "person" and _is_called(e, office) and e.mentions[0].head < word]
    return _if_two(called)


def _is_called(entity: Entity, office: str) -> bool:
    return any(role.title.lower().split()[-1] == office for role in entity.roles if role.title)


def _is_just_named(scene: Scene, entity: Entity, word: int) -> bool:
    """Tell whether somebody stands in the same sentence before a word."""
    here = scene.syntax.sentence_of[word]
    return any(m.head < word and scene.syntax.sentence_of[m.head] == here for m in entity.mentions)


def _doer(scene: Scene, word: int) -> Entity | None:
    """Return who does something to the two, and is therefore neither: "Hale had telephoned both leaders"."""
    verb = scene.syntax.heads[word]
    if scene.syntax.is_relation(word, "nmod") and scene.lower(scene.syntax.heads[verb]) in HOSTING:
        word, verb = verb, scene.syntax.heads[verb]  # "Egypt, which hosted talks between the two sides"
    if not scene.syntax.is_relation(word, "obj", "iobj", "obl") or scene.syntax.upos[verb] != "VERB":
        return None
    subject = scene.subject(verb)
    if subject is not None and scene.lower(subject) in {"which", "who", "that"}:
        while scene.syntax.is_relation(verb, "conj"):  # "Hale, who flew in and [met] both men"
            verb = scene.syntax.heads[verb]
        subject = scene.syntax.heads[verb] if scene.syntax.is_relation(verb, "acl") else subject
    return None if subject is None else scene.entity_of(subject)


def _is_land_of(entity: Entity, person: Entity | None) -> bool:
    return (
        person is not None
        and entity.type == "place"
        and entity.country is not None
        and entity.country == person.country
    )


def _holds(entity: Entity, office: str, kind: Sequence[str]) -> bool:
    """Tell whether the report gives a person an office of this name; whoever heads a state or its government is a leader."""
    titles = [words for role in entity.roles if not role.former and (words := role.title.lower().split())]
    if office == "leader" and not kind:
        # "Chile's Luis Rojas": who is named by nothing but the country leads it.
        is_leader = (
            words[-1] in _LEADERS or words[-2:] == ["general", "secretary"]
            for words in titles
            if not _UNDER & set(words)
        )
        return any(is_leader) or (not titles and entity.country is not None)
    if office in _LEADERS and not kind and entity.country is not None and titles == [["leader"]]:
        return True  # "the Zimbabwean leader" may be a president
    return any(words[-1] == "counterpart" or (words[-1] == office and set(kind) <= set(words)) for words in titles)


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
    states = kind == "place" and scene.lower(word) not in PEOPLE
    near_by = _of_adjectives(scene, entities, here) if states else ()
    named = sorted([*_named(scene, entities, kind, word), *near_by], key=lambda found: found[0])
    named = [(at, e) for at, e in named if tellers or not is_teller(scene, at)]
    for first in range(here, max(-1, here - _SENTENCES - 1), -1):
        within = [(at, e) for at, e in named if first <= sentence_of[at] <= here and at < word]
        near = [e for at, e in within if lines[word] - lines[at] <= 1]
        distinct = list({entity.id: entity for entity in near}.values())
        if len(distinct) > 2:
            pair = _joined(scene, within)
            # "China claims the shoal": the two sides are not those who stand together further up.
            if kind == "place" and (pair is None or not nearest <= {e.id for e in pair}):
                return _of_headline(scene, entities, near) if states else None
            return pair
        nearest = {entity.id for entity in distinct}
        if len(distinct) == 2 and (kind == "place" or _are_persons_of(scene, named, distinct, first, here)):
            news = _of_headline(scene, entities, near) if states else None
            is_half = news is not None and len({e.id for e in news} & {e.id for e in distinct}) == 1
            if is_half and news is not None:
                return news
            are_meant = kind == "person" or _are_sides(scene, [at for at, e in within if e in distinct])
            return (distinct[0], distinct[1]) if are_meant else None
    if near and kind == "place":
        return _of_headline(scene, entities, near) if states else None
    before = list(
        {entity.id: entity for at, entity in named if at < word and (kind == "place" or entity.roles)}.values()
    )
    if len(before) != 2 or (kind == "person" and not _are_together(scene, named, before, 0, here)):
        return None
    return before[0], before[1]


def _are_sides(scene: Scene, named: Sequence[int]) -> bool:
    """Tell whether a land that some words name does something, or two stand side by side: not "a visit to Fiji and Tonga"."""
    syntax = scene.syntax
    for word in named:
        noun = whole_phrase(scene, syntax.heads[word] if syntax.is_relation(word, "amod") else word)
        acts = syntax.is_relation(noun, "nsubj", "nsubj:pass") and not scene.case_of(noun)
        if acts and (noun == word or scene.directory.at_head(noun) is not None):  # not "with the Iran [deal] done"
            return True
        sent = (
            syntax.heads[word] if syntax.is_relation(word, "nmod") and scene.case_of(word) in {"from", "of"} else word
        )
        if sent != word and syntax.is_relation(sent, "nsubj") and scene.directory.at_head(sent) is not None:
            return True  # "an envoy from Mali visited Niger"
        joined = syntax.is_relation(word, "conj") and syntax.heads[word] in named
        if joined and scene.case_of(syntax.heads[word]) not in _WHERE:
            return True
    return False


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


def _named(scene: Scene, entities: Sequence[Entity], kind: str, word: int) -> Iterator[tuple[int, Entity]]:
    """Yield each name of a person, or of a country, not all too far from a word, with the word that it stands at."""
    for entity in entities:
        if entity.type != kind or entity.name is None or entity.sector == "MED" or _speaks_for_another(entity):
            continue
        if kind == "place" and (entity.country is None or entity.sector is None):
            continue
        first, last = (bisect_left(entity.mentions, at, key=lambda m: m.start) for at in (word - _FAR, word + _FAR))
        near = entity.mentions[first:last]
        names = [m.head for m in near if m.form == "name" and not is_bystander(scene, m.head)]
        yield from ((head, entity) for head in names if kind != "person" or not _is_byline(scene, head))


def _is_byline(scene: Scene, word: int) -> bool:
    """Tell whether a word's line only says who has written the report: "By Ana Rossi in Rome"."""
    start, end = scene.encoding.lines[scene.lines[word]]
    signs = scene.lower(start) in {"by", "from", "reporting", "editing", "writing"}
    return signs and not any(scene.syntax.upos[w] in VERBAL for w in range(start + 1, end))
