# SPDX-License-Identifier: Apache-2.0
"""The titles that names bear: right before them, right behind them, and shared by the names of a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from readout.reading.coreference.mentions import Mention
from readout.reading.coreference.naming import is_told_apart, own_start
from readout.reading.coreference.roles import Description, describe
from readout.reading.coreference.titles import joined_title, next_title, title_after, title_before
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import country, find_office
from readout.text import Span

__all__ = ["Titled", "find_titles", "is_of_another_land"]


@dataclass(frozen=True, slots=True)
class Titled:
    """A title that a name bears, and its words.

    Attributes:
        description: What it says.
        span: The title alone.
        whole: The title with the name where it stands in front.
        shared: Whether others bear it too, so that nobody is called by it: "the French and German ministers, Roy and Beck".
    """

    description: Description
    span: Span
    whole: Span
    shared: bool = False


def find_titles(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention]) -> dict[int, list[Titled]]:
    """Find the titles right before and right after the names of persons and bodies, by the number of the mention."""
    found: dict[int, list[Titled]] = {}
    starts = {m.start: i for i, m in enumerate(mentions) if m.form == "name"}
    for i, mention in enumerate(mentions):
        if mention.form != "name" or mention.type not in {"person", "organisation"}:
            continue
        titles = _titles_of(encoding, syntax, mention, starts, mentions)
        if titles:
            found.setdefault(i, []).extend(titles)
            if mention.type == "person" and _is_plural(encoding, titles[0]):
                for other in _listed(encoding, mentions, i):
                    found.setdefault(other, []).append(titles[0])
    return found


def _is_plural(encoding: Encoding, titled: Titled) -> bool:
    title = find_office(encoding.words, titled.description.words[1])
    return title is not None and title.plural


def _listed(encoding: Encoding, mentions: Sequence[Mention], first: int) -> list[int]:
    """Return the names that a list of names goes on with: Ministers Rau, "Lipavský" and "Korčok"."""
    found, last = [], first
    for i in range(first + 1, min(first + 12, len(mentions))):
        between = set(_without_land(encoding, mentions[last].end, mentions[i].start))
        if mentions[i].form == "name" and mentions[i].type == "person" and between and between <= {",", "and", "&"}:
            found.append(i)
            last = i
    return found


def _without_land(encoding: Encoding, start: int, end: int) -> tuple[str, ...]:
    """Return the words between two names but for "of" and a land: Presidents Hassan [of Tanzania] and Mnangagwa."""
    at = start
    if encoding.lower[at : at + 1] == ("of",):
        at += 1
        while at < end and encoding.words[at][:1].isupper():
            at += 1
    return encoding.lower[at:end]


def _titles_of(
    encoding: Encoding, syntax: Syntax, mention: Mention, starts: Mapping[int, int], mentions: Sequence[Mention]
) -> list[Titled]:
    titles = []
    start = own_start(encoding, mention) if mention.type == "person" else mention.start
    before = title_before(encoding, syntax, start)
    if before is not None and not is_told_apart(encoding, start):
        rank = _rank_in(encoding, before) if mention.type == "person" else None
        own = describe(encoding, syntax, before[0], rank) if rank is not None else None
        described = describe(encoding, syntax, rank if own is not None and rank is not None else before[0], before[1])
        if own is not None and rank is not None:  # "army spokesman" Maj. Gen. Jan Hora
            titles.append(Titled(own, encoding.span(before[0], rank), encoding.span(before[0], rank)))
        if described is not None and (
            described.is_body if mention.type != "person" else described.is_person is not False
        ):
            whole = encoding.span(before[0], _end_of(encoding, mention))
            titles.append(Titled(described, encoding.span(*before), whole))
            joined = joined_title(encoding, syntax, before[0]) if mention.type == "person" else None
            other = describe(encoding, syntax, *joined) if joined is not None else None
            if joined is not None and other is not None and not _holds_person(encoding, mentions, starts, joined):
                titles.append(Titled(other, encoding.span(*joined), encoding.span(*joined)))
    if mention.type != "person":
        return titles
    after = title_after(encoding, syntax, mention.end)
    second = next_title(encoding, syntax, after) if after is not None else None
    for words in (after, second, _owned_before(encoding, syntax, mention)):
        if words is None or _holds_person(encoding, mentions, starts, words):
            continue
        described = describe(encoding, syntax, *words)
        if described is not None and not described.office and _begins_with_person(mentions, starts, words):
            continue  # "Suu Kyi's son, Kim Aris": kin
        if described is not None and not is_of_another_land(described, titles):
            titles.append(Titled(described, encoding.span(*words), encoding.span(*words)))
    return titles


def _begins_with_person(mentions: Sequence[Mention], starts: Mapping[int, int], words: tuple[int, int]) -> bool:
    """Tell whether a range of words begins with the name of a person."""
    return words[0] in starts and mentions[starts[words[0]]].type == "person"


def _holds_person(
    encoding: Encoding, mentions: Sequence[Mention], starts: Mapping[int, int], words: tuple[int, int]
) -> bool:
    """Tell whether a person is named in a range of words, but for an owner in front: "[Moon]'s press secretary"."""
    named = [mentions[starts[w]] for w in range(*words) if w in starts]
    owners = [m for m in named if m.start == words[0] and encoding.lower[m.end : m.end + 1] in _OWNS]
    return any(m.type == "person" and m not in owners for m in named)


_OWNS = (("'s",), ("’s",))


_POSTS = frozenset(
    "spokesman spokeswoman spokesperson commander chief minister director secretary head governor chairman adviser".split()
)


_BORN = frozenset("prince princess lord baron baroness count".split())  # "Foreign Minister [Prince]"


def _rank_in(encoding: Encoding, title: tuple[int, int]) -> int | None:
    """Return where a rank begins behind a post: "army spokesman [Maj. Gen.]", "Prime Minister [Sheikh]"."""
    rank = find_office(encoding.words, title[1])
    if rank is None or not title[0] < rank.start:
        return None
    if rank.office.kind != "rank" and rank.office.sector != "MIL" and encoding.lower[rank.end - 1] not in _BORN:
        return None
    post = find_office(encoding.words, rank.start)
    is_post = encoding.lower[rank.start - 1] in _POSTS or (post is not None and not post.plural)
    return rank.start if is_post else None


def is_of_another_land(described: Description, titles: Iterable[Titled]) -> bool:
    """Tell whether a title is of another state than those that somebody has: "Chile's minister Rios, the Saudi minister and"."""
    lands = {t.description.country for t in titles if t.description.office and not t.description.past}
    states = {land for land in lands if land is not None and country(land) is not None}
    if described.past or not described.office or described.country is None or country(described.country) is None:
        return False
    return bool(states) and described.country not in states


def _end_of(encoding: Encoding, mention: Mention) -> int:
    """Return the end of a name, beyond a bracket that cuts it: "[Vladimir] Putin"."""
    at = mention.end
    if (
        encoding.words[at : at + 1] == ("]",)
        and encoding.words[at + 1 : at + 2]
        and encoding.words[at + 1][:1].isupper()
    ):
        return at + 2
    return at


def _owned_before(encoding: Encoding, syntax: Syntax, mention: Mention) -> tuple[int, int] | None:
    """Find the title that a name follows after a comma: "Georgia's governor", Brian Kemp, flew."""
    if mention.start < 2 or encoding.words[mention.start - 1] != ",":
        return None
    after = encoding.words[mention.end] if mention.end < len(encoding.words) else "."
    if after not in {",", ".", ")", ";"} or encoding.lower[mention.end + 1 : mention.end + 2] == ("and",):
        return None
    behind = mention.end + 1
    while after == "," and behind < len(encoding.words) and syntax.upos[behind] == "PROPN":
        behind += 1
    if behind > mention.end + 1 and encoding.lower[behind : behind + 1] in {(",",), ("and",)}:  # a list of names
        return None
    return title_before(encoding, syntax, mention.start - 1)
