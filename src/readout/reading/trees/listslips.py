# SPDX-License-Identifier: Apache-2.0
"""Slips that trees make where several do something together: lists of names, and "each"."""

from __future__ import annotations

from collections.abc import Sequence

from readout.reading.trees.slips import places

__all__ = [
    "hang_each",
    "hang_owners",
    "list_bare_counterparts",
    "list_behind_commas",
    "list_counterparts",
    "list_led_by_title",
    "list_owned_names",
    "list_subjects",
    "list_titled",
    "part_denied",
]

_EACH = frozenset({"each", "both", "all", "jointly", "together"})
_OWNS = frozenset({"'s", "’s"})
_LONGEST = 12  # words from one of a list to the next


def hang_each(lower: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Take "each" behind the subject for no second one: "[Lind] and [Rau] each called the president"."""
    for word in places(relations, "nsubj"):
        before = range(max(0, word - 2 * _LONGEST), word)
        if lower[word] in _EACH and any(heads[w] == heads[word] and relations[w] == "nsubj" for w in before):
            relations[word] = "advmod"


def list_subjects(words: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Make one list of names that the tree takes for two subjects: "[The States], the Union and the League said"."""
    for other in places(relations, "nsubj", 2):
        verb = heads[other]
        if upos[other] != "PROPN" or verb <= other:
            continue
        joined = [w for w in range(other + 1, verb) if heads[w] == other and relations[w] == "conj"]
        first = next((w for w in range(other - 1, max(other - _LONGEST, -1), -1) if heads[w] == verb), None)
        if not joined or first is None or relations[first] != "nsubj" or upos[first] != "PROPN":
            continue
        # The comma may hang on the first.
        between = [w for w in range(first + 1, other) if heads[w] != first or words[w] == ","]
        if not between or words[between[0]] != "," or any(heads[w] != other for w in between if words[w] != ","):
            continue
        heads[other], relations[other] = first, "conj"
        for word in joined:
            heads[word] = first


def list_titled(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join one with a title to a list, where the tree makes a description: "Zebari, envoy [Lind] and diplomats held talks"."""
    for name in places(relations, "appos", 2):
        first = heads[name]
        if upos[name] != "PROPN" or upos[first] != "PROPN" or not 0 < name - first < _LONGEST:
            continue
        title = [w for w in range(first + 1, name) if heads[w] == name and relations[w] == "nmod:desc"]
        end = name + 1
        while end < len(heads) and heads[end] == name and relations[end] == "flat":
            end += 1
        joined = end < len(heads) and lower[end] == "and" and relations[end] == "cc" and heads[heads[end]] == first
        if title and joined and relations[heads[end]] == "conj":
            relations[name] = "conj"


def list_led_by_title(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join one behind "and" and a title to the one in front, of whom the tree makes a title: "between Lind and chief [Rau]"."""
    for name in places(relations, "nmod:desc", 2):
        first = heads[name]
        if first >= name or upos[name] != "PROPN" or name - first > _LONGEST or "and" not in lower[first + 1 : name]:
            continue
        if any(heads[w] == name and relations[w] == "nmod:desc" for w in range(first + 1, name)):
            relations[name] = "conj"


def list_owned_names(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join one behind a comma and an owner to a list, where the tree makes one name of two: "Lind, Norland's [Ana Rau] and …"."""
    for last in places(relations, "flat", 3):
        first = heads[last]
        if not first + 2 < last <= first + _LONGEST or "," not in lower[first + 1 : last]:
            continue
        if upos[last] == "PROPN" and not _OWNS.isdisjoint(lower[first + 1 : last]):
            relations[last] = "conj"


def hang_owners(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Hang an owner on the name behind it, where the tree joins the two: "Lind and [Norland's] Rau met"."""
    for owner in places(relations, "conj", 0, len(heads) - 2):
        if heads[owner] == owner + 2 and lower[owner + 1] in _OWNS and upos[owner + 2] == "PROPN":
            relations[owner] = "nmod:poss"


def list_counterparts(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join a counterpart with a name to a list: "Lind, her Norlandic [counterpart] Ana Rau and Estmark's Ed Roy met"."""
    for noun in places(relations, "nmod:desc", 2):
        first = heads[noun]
        if lower[noun] != "counterpart" or upos[first] != "PROPN" or not 0 < noun - first < _LONGEST:
            continue
        named = noun + 1 < len(heads) and heads[noun + 1] == noun and upos[noun + 1] == "PROPN"
        joined = any(
            heads[w] == noun and relations[w] == "conj" for w in range(noun + 1, min(noun + _LONGEST, len(heads)))
        )
        if named and joined and "," in lower[first + 1 : noun]:
            relations[noun] = "conj"


def list_bare_counterparts(lower: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join a headline's counterpart to whose it is, no other name of that: "Norland's premier, Estmark [counterpart] meet"."""
    for word in places(relations, "appos", 2):
        first = heads[word]
        if lower[word] != "counterpart" or not 0 < word - first < _LONGEST or "," not in lower[first + 1 : word]:
            continue
        comma = lower.index(",", first + 1)
        if any(relations[w] in {"det", "nmod:poss"} for w in range(comma + 1, word)):
            continue  # "Lind met Rau, her Estmark counterpart"
        relations[word] = "conj"
        for owner in range(max(0, first - _LONGEST), first):
            if heads[owner] == word:
                heads[owner] = first


def list_behind_commas(lower: Sequence[str], upos: Sequence[str], heads: list[int], relations: list[str]) -> None:
    """Join the second of a list, where the tree makes one name of two: "Norland, New [Tarsk] and Estmark protested"."""
    for last in places(relations, "flat", 2):
        first = heads[last]
        if not first < last <= first + _LONGEST or "," not in lower[first + 1 : last] or upos[last] != "PROPN":
            continue
        ahead = range(last + 1, min(last + _LONGEST, len(heads)))
        if any(heads[w] == first and relations[w] == "conj" and upos[w] == "PROPN" for w in ahead):
            relations[last] = "conj"


def part_denied(lower: Sequence[str], heads: Sequence[int], relations: list[str]) -> None:
    """Take who is named with "not" for no other name of who is meant: "by the army, not [the rebels]"."""
    for word in places(lower, "not", 1, len(lower) - 1):
        name = heads[word]
        if lower[word - 1] == "," and word < name <= word + _LONGEST and relations[name] == "appos":
            relations[name] = "dep"
