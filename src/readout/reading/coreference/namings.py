# SPDX-License-Identifier: Apache-2.0
"""Names that a sentence gives behind a clause: "the commission that he led, [the IRA],", "a policeman known as [Barbecue]"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from readout.reading.coreference.mentions import Mention
from readout.reading.encoding import Encoding
from readout.reading.trees.syntax import Syntax
from readout.resources import Noun, body_named, find_office, office_named, sector_of_noun

if TYPE_CHECKING:
    from readout.reading.coreference.chains import Chains

__all__ = ["is_byname", "is_named_body", "join_bynames", "join_namings"]

_KNOWN = frozenset({"known", "dubbed", "nicknamed"})
_LED = frozenset({"led", "commanded", "headed"})
_CLAUSES = ("acl", "acl:relcl")
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "whose"})


def join_namings(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    i: int,
    at_head: Mapping[int, int],
    chains: Chains,
) -> None:
    """Join a mention with what its sentence calls it.

    Args:
        encoding: The report's words.
        syntax: Its trees.
        mentions: Its mentions.
        i: The mention.
        at_head: Mentions by their head words.
        chains: What is joined.
    """
    mention = mentions[i]
    if mention.form == "nominal":
        _join_joint_description(encoding, syntax, mentions, i, at_head, chains)
        return
    if mention.form != "name":
        return
    bearer = _bearer(encoding, syntax, mention)
    other = at_head.get(bearer) if bearer is not None else _before_clause(encoding, syntax, mentions, mention, at_head)
    if (
        other is not None
        and other != i
        and (mentions[other].form == "nominal" or bearer is not None)
        and chains.agrees(other, i)
    ):
        chains.join(i, other)


def is_byname(encoding: Encoding, syntax: Syntax, mention: Mention) -> bool:
    """Tell whether a name is what a person is known as, whatever the model takes it for: "a policeman known as [Barbecue]"."""
    bearer = _bearer(encoding, syntax, mention)
    if bearer is None:
        return False
    noun = _noun(encoding, bearer)
    return (noun is not None and noun.person and not noun.group) or office_named(encoding.lower[bearer]) is not None


def _noun(encoding: Encoding, word: int) -> Noun | None:
    return sector_of_noun(encoding.lower[word]) or sector_of_noun(encoding.lower[word].removesuffix("s"))


def is_named_body(
    encoding: Encoding, syntax: Syntax, mention: Mention, surnames: AbstractSet[str] = frozenset()
) -> bool:
    """Tell whether the noun before a name between commas says that it is a body's: "The party, [El Insaf], welcomed it"."""
    start, end = mention.start, mention.end
    bearer = _bearer(encoding, syntax, mention)
    if bearer is not None and (said := _noun(encoding, bearer)) is not None:
        is_of_man = _word_before_clause(encoding, syntax, mention) in surnames
        led = encoding.lower[bearer + 1] if bearer + 1 < mention.start else ""
        is_of_led = led in _LED and encoding.words[syntax.heads[mention.head] - 1] == ","
        is_unit = said.sector == "MIL" or body_named(mention.span.of(encoding.text)) is not None
        if is_of_man and not (is_of_led and is_unit):  # "a unit commanded by Alaudinov, known as [Akhmat]"
            return False  # "the forces of Mohamed Hamdan Dagalo, better known as [Hemedti]"
        return said.group and not said.person  # "militias known as [Wazalendo]"
    start -= encoding.lower[start - 1 : start] == ("the",)
    if start < 3 or encoding.words[start - 1] != "," or encoding.words[end : end + 1] != (",",):
        return False
    noun, office = sector_of_noun(encoding.lower[start - 2]), find_office(encoding.words, start - 1)
    if office is not None and office.start < start - 2:
        return False  # "its chief executive, [Ana Lima], said"
    if (
        noun is None
        or not noun.group
        or noun.person
        or _ARTICLES.isdisjoint(encoding.lower[max(0, start - 5) : start - 2])
    ):
        return False
    is_clause = end + 1 < len(encoding.words) and syntax.upos[end + 1] in {"VERB", "AUX"}
    is_clause = is_clause or encoding.lower[end + 1 : end + 2] in {("which",), ("whose",)}
    return is_clause and syntax.is_relation(mention.head, "appos") and syntax.heads[mention.head] == start - 2


def join_bynames(encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], chains: Chains) -> None:
    """Join what a named person is known as with the name: "Cherizier, a former policeman known as [Barbecue]"."""
    names = {
        w: i for i, m in enumerate(mentions) if m.form == "name" and m.type == "person" for w in range(m.start, m.end)
    }
    for i in sorted(set(names.values())):
        bearer = _bearer(encoding, syntax, mentions[i])
        if bearer is not None and bearer not in names and syntax.is_relation(bearer, "appos"):
            bearer = syntax.heads[bearer]
        if bearer is not None and bearer in names and names[bearer] != i:
            chains.join(names[bearer], i)


def _bearer(encoding: Encoding, syntax: Syntax, mention: Mention) -> int | None:
    """Return the head word of whom a name is known as."""
    verb = syntax.heads[mention.head]
    if encoding.lower[verb] not in _KNOWN or not syntax.is_relation(verb, *_CLAUSES) or verb > mention.start:
        return None
    cases = [encoding.lower[w] for w in syntax.children(mention.head, "case")]
    return syntax.heads[verb] if cases == ["as"] or encoding.lower[verb] != "known" else None


def _word_before_clause(encoding: Encoding, syntax: Syntax, mention: Mention) -> str:
    """Return the word in front of the comma, and of "better", before "known as"."""
    at = syntax.heads[mention.head] - 1
    while at > 0 and (encoding.words[at] == "," or syntax.upos[at] == "ADV"):
        at -= 1
    return encoding.words[at]


def _before_clause(
    encoding: Encoding, syntax: Syntax, mentions: Sequence[Mention], name: Mention, at_head: Mapping[int, int]
) -> int | None:
    """Return the description before a clause that a name between commas follows: "[the president] of what began it, Diah, told"."""
    start = name.start - (encoding.lower[name.start - 1 : name.start] == ("the",))
    end = name.end
    if start < 3 or encoding.words[start - 1] != "," or encoding.words[end : end + 1] != (",",):
        return None
    if end + 1 >= len(encoding.words) or syntax.upos[end + 1] not in {"VERB", "AUX"}:
        return None
    at = start - 2
    while not syntax.is_relation(at, *_CLAUSES):
        if syntax.heads[at] == at or syntax.heads[at] > start:
            return None
        at = syntax.heads[at]
    head = syntax.heads[at]
    # The clause must be the description's own: behind a comma it may be about anybody.
    begins = min(syntax.subtree(at), default=at)
    found = at_head.get(head)
    while found is not None and mentions[found].type != name.type and syntax.is_relation(head, "nmod"):
        head = syntax.heads[head]  # "the president of [the commission that …], Diah, told"
        found = at_head.get(head)
    is_own = head < begins <= start and encoding.words[begins - 1] != "," and encoding.words[begins] != ","
    verb = syntax.heads[name.head]
    is_subject = syntax.is_relation(name.head, "nsubj") and verb > end
    is_beside = syntax.is_relation(name.head, "appos") and verb == head
    is_inside = syntax.is_relation(name.head, "obj", "obl") and verb == at
    return found if is_own and (is_subject or is_beside or is_inside) else None


def _join_joint_description(
    encoding: Encoding,
    syntax: Syntax,
    mentions: Sequence[Mention],
    i: int,
    at_head: Mapping[int, int],
    chains: Chains,
) -> None:
    """Join two nouns that "and" joins under one owner with the one name behind them: "His brother and [deputy], Daglo"."""
    mention = mentions[i]
    first = mention.start
    other = at_head.get(syntax.heads[mention.head]) if syntax.is_relation(mention.head, "conj") else None
    if other is None or encoding.lower[first - 1 : first] != ("and",) or mentions[other].end != first - 1:
        return
    both = (mention, mentions[other])
    if any(m.type != "person" or m.form != "nominal" for m in both) or encoding.lower[first] in _ARTICLES:
        return
    if encoding.lower[mentions[other].start] in {"a", "an"}:  # "a close ally and [former minister]"
        if chains.agrees(i, other):
            chains.join(i, other)
        return
    named = [at_head.get(w) for w in syntax.children(mention.head, "appos")]
    is_named = any(j is not None and mentions[j].form == "name" and mentions[j].start == mention.end + 1 for j in named)
    if is_named and chains.agrees(i, other):
        chains.join(i, other)
