# SPDX-License-Identifier: Apache-2.0
"""What a bare number counts that a noun before it names: "the death toll rose to 45", "the number of missing is 10,000"."""

from __future__ import annotations

from readout.reading.encoding import Encoding
from readout.reading.figures.amounts import Amount
from readout.reading.figures.counted import befallen_at, phrase_at
from readout.reading.trees.syntax import Syntax

__all__ = ["is_of_toll", "told_by_noun"]

_TOLLS = frozenset({"toll", "tolls"})
_NUMBERS = frozenset({"number", "numbers", "total", "tally", "count"})
# Nouns that are counted themselves where they rise, fall or stand: "deaths rose to 45", "claims fell to 210,000".
_COUNTED = frozenset(
    "deaths fatalities casualties injuries cases infections hospitalisations hospitalizations arrests claims applications "
    "registrations crossings arrivals departures births evictions bankruptcies layoffs admissions executions".split()
)
_CASES = frozenset("to at by from above past over beyond of below under".split())
_STEPS = 3  # from the number up its tree: past a participle that it was hung on, "put the number of missing at 10,000"


def is_of_toll(encoding: Encoding, syntax: Syntax, amount: Amount) -> bool:
    """Tell whether a bare number is that of a toll, which counts people."""
    noun = _noun(encoding, syntax, amount)
    return noun is not None and encoding.lower[noun] in _TOLLS


def told_by_noun(encoding: Encoding, syntax: Syntax, amount: Amount) -> tuple[int, int] | None:
    """Return the words for what a bare number counts where "the number of …" or "deaths" before it names that."""
    noun = _noun(encoding, syntax, amount)
    if noun is None or encoding.lower[noun] in _TOLLS:
        return None
    if encoding.lower[noun] in _COUNTED:
        return noun, noun + 1
    at = noun + 2 + (syntax.upos[noun + 2] == "DET")
    return befallen_at(encoding, at) or phrase_at(encoding, syntax, at)


def _noun(encoding: Encoding, syntax: Syntax, amount: Amount) -> int | None:
    """Return the noun, of a toll, a number or what is counted, that the verb or "be" over a bare number gives that number."""
    inside = range(amount.start, amount.end)
    head = next((w for w in inside if syntax.heads[w] not in inside or syntax.heads[w] == w), None)
    if head is not None and syntax.is_relation(head, "conj") and syntax.upos[syntax.heads[head]] == "NUM":
        head = syntax.heads[head]  # "up from 38 and 190"
    if amount.kind != "count" or head is None or not _is_told_of(encoding, syntax, amount, head):
        return None
    for word in (head, *syntax.ancestors(head))[: _STEPS + 1]:
        beside = [w for w in syntax.children(word, "nsubj", "nsubj:pass", "obj") if w < amount.start]
        found = next((w for w in reversed(beside) if _counts(encoding, w)), None)
        if found is not None:
            return found
        if syntax.children(word, "nsubj", "nsubj:pass"):
            return None
    return None


def _is_told_of(encoding: Encoding, syntax: Syntax, amount: Amount, head: int) -> bool:
    """Tell whether a number is what something is, reaches, rises or is put to."""
    if syntax.is_relation(head, "obj", "obl:unmarked") or syntax.children(head, "cop"):
        return True
    cases = {encoding.lower[c] for c in syntax.children(head, "case")} | {
        *encoding.lower[amount.start - 1 : amount.start]
    }
    return syntax.is_relation(head, "obl", "nmod", "xcomp") and bool(cases & _CASES)


def _counts(encoding: Encoding, noun: int) -> bool:
    lower = encoding.lower
    return lower[noun] in _TOLLS | _COUNTED or (lower[noun] in _NUMBERS and lower[noun + 1 : noun + 2] == ("of",))
