# SPDX-License-Identifier: Apache-2.0
"""The party, company or union that is somebody's own: "Asfura, leader of the National Party, said [his party] had won"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from readout.reading.coreference.discourse import Discourse
from readout.reading.coreference.officekeys import office_key
from readout.resources import sector_of_noun

__all__ = ["BodyHeads", "is_led", "own_body"]

_POSTS = frozenset(
    "leader chief head chairman chairwoman chair president spokesman spokeswoman spokesperson founder co-founder candidate nominee "
    "secretary-general secretary director boss executive ceo owner co-owner manager coach captain member lawmaker senator mp "
    "deputy treasurer commander politician official vice-president co-chair organiser convener".split()
)
_HEADS_OF_FIRMS = frozenset(
    "chief chairman chairwoman chair president founder co-founder boss executive ceo owner".split()
)
_LEADING = frozenset("leads led heads headed heading leading chairs chaired founded runs owns".split())
_SECTORS = {
    "party": frozenset({"PTY"}),
    "company": frozenset({"BUS", "MNC", None}),
    "firm": frozenset({"BUS", "MNC", None}),
    "union": frozenset({"LAB", None}),
    "movement": frozenset({"PTY", "REB", "UAF", "CVL", "NGO", None}),
    "group": frozenset({"REB", "UAF", "CVL", "NGO", "BUS", None}),
    "club": frozenset({"CVL", "BUS", None}),
}
_REACH = 8  # mentions around a name in which its bearer's posts are


def is_led(discourse: Discourse, i: int) -> bool:
    """Tell whether a name in a title is a body that somebody leads, not what a minister is for: "leader of [Podemos]"."""
    mention, lower = discourse.mentions[i], discourse.encoding.lower
    if mention.form != "name" or discourse.facts[i].kind != "organisation" or mention.start < _BEFORE:
        return False
    has_article = lower[mention.start - 1] == "the"
    at = mention.start - 1 - has_article
    if lower[at] != "of":
        return False
    if has_article and mention.end - mention.start > 1:
        return lower[at - 1] in _LED | _LED_TOO
    return not has_article and lower[at - 1] in _LED


_BEFORE = 3  # words: "leader of the"
_LED = frozenset(
    "leader president chairman chairwoman chair founder co-founder owner captain coach manager spokesman spokeswoman spokesperson "
    "member candidate boss".split()
)
_LED_TOO = frozenset(
    "director head chief secretary secretary-general executive dean rector treasurer commander vice-president deputy fellow "
    "professor principal convener nominee official senator leader".split()
)


def own_body(discourse: Discourse, i: int, owner: int | None) -> int | None:
    """Return the one body of its kind that a report says somebody leads, speaks for or belongs to, for "his party".

    Args:
        discourse: The mentions of the report.
        i: The description.
        owner: Whose it is, put together with whom that means.
    """
    facts = discourse.facts[i]
    if owner is None or facts.noun not in _SECTORS or facts.number == "many" or discourse.saying(i):
        return None
    found: dict[int, int] = {}
    for member in discourse.some(owner):
        for j in _bodies_of(discourse, member, facts.noun):
            if j < i and _is_kind(discourse, j, facts.noun):
                found.setdefault(discourse.chains.of(j), j)
    best = next(iter(found.values())) if len(found) == 1 else None
    if best is None or discourse.holds(i, best):
        return None
    return best if discourse.chains.agrees(i, best) else None


def _bodies_of(discourse: Discourse, member: int, noun: str = "") -> Iterator[int]:
    """Yield the bodies that the words beside a mention, or the mention itself, say that somebody is of."""
    syntax, lower, mention = discourse.syntax, discourse.encoding.lower, discourse.mentions[member]
    if discourse.facts[member].kind != "person" or discourse.facts[member].person:
        return
    near = range(max(0, member - _REACH), min(len(discourse.mentions), member + _REACH))
    bodies = {discourse.mentions[j].head: j for j in near if _is_body(discourse, j)}
    posts = _HEADS_OF_FIRMS if noun in {"company", "firm"} else _POSTS
    said = discourse.said_of(member)
    spans = [one.words for one in said if one.noun in posts or (posts is _POSTS and one.office in _TOP)]
    for head, j in bodies.items():
        above = syntax.heads[head]
        is_own = mention.start <= above < mention.end
        is_of = mention.form == "name" and is_own and syntax.is_relation(head, "nmod", "nmod:poss")
        is_led = lower[above] in _LEADING and syntax.is_relation(head, "obj") and _does(discourse, member, above)
        is_led = is_led or _leads(lower, mention.end, discourse.mentions[j].start)
        is_in_post = any(start <= discourse.mentions[j].start and head < end for start, end in spans)
        if (
            is_led
            or is_in_post
            or (is_of and {lower[w] for w in syntax.children(head, "case")} <= {"of", "from", "'s", "’s"})
        ):
            yield j


def _bodies_led(discourse: Discourse, member: int) -> Iterator[int]:
    """Yield the body of which a clause behind a name says that he leads it now: "Tamaki, who [heads] the DPP"."""
    end, lower = discourse.mentions[member].end, discourse.encoding.lower
    for j in range(member + 1, min(member + _NEAR, len(discourse.mentions))):
        mention = discourse.mentions[j]
        if mention.form == "name" and discourse.facts[j].kind == "person":
            return
        if _is_body(discourse, j) and _is_led_now(lower[end : mention.start]):
            yield j


def _is_led_now(between: Sequence[str]) -> bool:
    """Tell whether the words between a name and a body's end in "who heads the", with no more than commas and a title in front."""
    words = [word for word in between if word not in {"the", "also", "now"}]
    return words[:1] == [","] and words[-2:-1] == ["who"] and words[-1] in _NOW and len(words) <= _TITLED


_NEAR, _TITLED = 6, 10  # mentions, words
_NOW = frozenset("leads heads chairs".split())


def _leads(lower: Sequence[str], end: int, start: int) -> bool:
    """Tell whether the words between a name and a body's only say that one leads the other: "Yoshimura, [who heads the] Ishin"."""
    between = [word for word in lower[end:start] if word not in {",", "who", "the", "has", "also"}]
    return 0 <= start - end < _MOST and len(between) == 1 and between[0] in _LEADING


_MOST = 6  # words


def _does(discourse: Discourse, member: int, verb: int) -> bool:
    syntax, mention = discourse.syntax, discourse.mentions[member]
    doers = [*syntax.children(verb, "nsubj"), *([syntax.heads[verb]] if syntax.is_relation(verb, "acl") else [])]
    return any(mention.start <= word < mention.end for word in doers)


def _is_body(discourse: Discourse, j: int) -> bool:
    is_name = discourse.mentions[j].form == "name" and discourse.facts[j].kind in {"organisation", "group"}
    return is_name and j not in discourse.left_out


def _is_known_body(discourse: Discourse, k: int) -> bool:
    known = discourse.identities[k]
    return known is not None and known.type == "organisation" and known.sector != "GOV"


def _is_kind(discourse: Discourse, j: int, noun: str) -> bool:
    """Tell whether a body may be called by a noun: by its name, by what a table knows, or by what else the report calls it."""
    members = discourse.some(j)
    if any(noun in discourse.texts[k].lower().split() or discourse.facts[k].noun == noun for k in members):
        return True
    known = {one.sector for k in members if (one := discourse.identities[k]) is not None}
    said = {one.sector for k in members for one in discourse.said_of(k)} - {None}
    called = {entry.sector for k in members if (entry := sector_of_noun(discourse.facts[k].noun)) is not None}
    return (known | said or called or {None}) <= _SECTORS[noun]


class BodyHeads:
    """Who heads which body by one report: "the LDP leader" is whom it calls president of the Liberal Democratic Party."""

    def __init__(self, discourse: Discourse) -> None:
        """Note whom titles and descriptions call the head of a body that they name."""
        self._discourse = discourse
        self._headed: dict[int, list[int]] = {}  # bodies by person
        self._heads: dict[int, list[int]] = defaultdict(list)  # persons by chain of a body
        for i, facts in enumerate(discourse.facts):
            said = discourse.said_of(i) if facts.kind == "person" and not facts.person else []
            if any(
                (one.noun in _HEADS or one.office in _TOP) and not one.past and not one.office.startswith(_DEPUTY)
                for one in said
            ):
                self._headed[i] = list(_bodies_of(discourse, i))
            elif facts.kind == "person" and discourse.mentions[i].form == "name":
                self._headed[i] = list(_bodies_led(discourse, i))
            for body in self._headed.get(i, ()):
                self._heads[discourse.chains.of(body)].append(i)

    def meant_by(self, i: int) -> int | None:
        """Return the one named head of the body that a description names, if the report tells of one."""
        discourse, chains = self._discourse, self._discourse.chains
        facts, described = discourse.facts[i], discourse.descriptions[i]
        if facts.noun not in _HEADS or facts.number == "many":
            return None
        is_headline = facts.definiteness == "bare" and discourse.encoding.line_numbers[discourse.mentions[i].head] == 0
        if facts.definiteness not in _KNOWN and not is_headline:
            return None
        if described is not None and described.office.startswith(_DEPUTY):
            return None  # "the Labour deputy leader" does not head it
        if self._is_over_part(i):
            return None
        found: dict[int, int] = {}
        for body in self._named(i):
            for j in self._heads.get(body, ()):
                if chains.is_named(j) and chains.agrees(i, j) and not discourse.holds(i, j):
                    found.setdefault(chains.of(j), j)
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_over_part(self, i: int) -> bool:
        """Tell whether one heads a part of the body in front: "the NATO [chief of staff]", "the Interpol [chief in Lima]"."""
        discourse, mention = self._discourse, self._discourse.mentions[i]
        behind = discourse.encoding.words[mention.head + 1 : mention.head + 3]
        is_place = behind[:1] in {("in",), ("for",)} and behind[-1][:1].isupper()
        is_place = (
            is_place and discourse.facts[i].definiteness != "bare"
        )  # a headline's "IAEA chief in Tehran for talks"
        if behind[:1] != ("of",) and not is_place:
            return False
        near = range(i, min(i + _INSIDE, len(discourse.mentions)))
        return any(discourse.mentions[j].end <= mention.head and _is_body(discourse, j) for j in near)

    def heads_other(self, i: int, j: int) -> bool:
        """Tell whether the report calls somebody the head of bodies, and not of the one that a description names."""
        chains = self._discourse.chains
        named = self._named(i) if self._discourse.facts[i].noun in _HEADS else set()
        headed = {chains.of(body) for k in self._discourse.some(j) for body in self._headed.get(k, ())}
        return bool(named and headed) and not named & headed

    def _named(self, i: int) -> set[int]:
        """Return the chains of the bodies whose names stand in a description."""
        discourse, mention = self._discourse, self._discourse.mentions[i]
        near = range(i, min(i + _INSIDE, len(discourse.mentions)))
        inside = [j for j in near if discourse.mentions[j].end <= mention.end and _is_body(discourse, j)]
        owner = discourse.owner(i)  # "the Fighters … [their] leader"
        members = discourse.some(owner) if owner is not None else ()
        if owner is not None and any(_is_body(discourse, k) or _is_known_body(discourse, k) for k in members):
            inside.append(owner)
        return {discourse.chains.of(j) for j in inside}


_HEADS = frozenset("leader head chief president chairman chairwoman chair boss".split())
_TOP = frozenset(
    map(
        office_key,
        ("director general", "secretary-general", "executive director", "managing director", "high commissioner"),
    )
)
_KNOWN = frozenset({"definite", "owned"})
_DEPUTY = "deputy "  # how the keys of offices begin that are below another
_INSIDE = 4  # mentions
