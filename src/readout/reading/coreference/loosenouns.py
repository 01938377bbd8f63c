# SPDX-License-Identifier: Apache-2.0
"""Nouns that have their usual sector only in some company: the parties to a conflict are no political ones.

Nor is a coalition that a state leads one of parties, or a back channel between two capitals a broadcaster.
"""

from __future__ import annotations

from readout.reading.encoding import Encoding

__all__ = ["are_sides", "has_usual_sector"]

_BOTH = frozenset(
    "both two all warring conflicting opposing feuding contracting signatory third civil neither either rival other".split()
)
# In a report with one of these "the parties" may be those that stand for election.
_ELECTED = frozenset("election elections electoral politicians parliament parliamentary voters votes lawmakers".split())
_COALITIONS = frozenset({"coalition", "coalitions"})
_GOVERNING = frozenset("ruling governing party centre-right centre-left right-wing left-wing".split())
_AIRED = frozenset(
    "tv television news radio broadcast satellite cable sports telegram youtube whatsapp state private media state-run".split()
)
_NEAR = 4  # words behind a coalition in which its leader stands: "a coalition of states led by"


def are_sides(encoding: Encoding, head: int) -> bool:
    """Tell whether "parties" are those to a conflict or a contract, and no political ones: "urged [both parties] to stop"."""
    noun, before = encoding.lower[head], encoding.lower[max(0, head - 1)]
    if noun == "parties" and before == "the":
        return _ELECTED.isdisjoint(encoding.vocabulary) and (
            _COALITIONS.isdisjoint(encoding.vocabulary) or _GOVERNING.isdisjoint(encoding.vocabulary)
        )
    return noun in {"side", "sides", "parties", "party"} and before in _BOTH


def has_usual_sector(encoding: Encoding, head: int) -> bool:
    """Tell whether a noun has the sector that the table of nouns gives it.

    Args:
        encoding: The report's words.
        head: The noun.
    """
    noun, before = encoding.lower[head], encoding.lower[max(0, head - 3) : head]
    if noun in _COALITIONS:
        return not (before[-2:] == ("-", "led") or "led" in encoding.lower[head + 1 : head + 1 + _NEAR])
    if noun in {"channel", "channels"}:
        named = encoding.words[head - 1 : head] and encoding.words[head - 1][:1].isupper()
        return bool(named) or not _AIRED.isdisjoint(before)
    return not are_sides(encoding, head)
