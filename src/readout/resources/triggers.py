# SPDX-License-Identifier: Apache-2.0
"""Triggers: the verbs and nouns that tell of an event, with its PLOVER type and mode, and where its parties stand.

One word may have several rows ("withdraw troops" is a retreat, "withdraw an ambassador" a sanction): the first row whose conditions
the sentence meets is the one that counts. Light verbs ("hold", "launch") tell of nothing themselves and lend their subject to the
noun of an event. All inflected forms stand in the table, so nothing is inflected at run time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from readout.resources._tables import Row, rows
from readout.resources.kin import kin_of_noun
from readout.resources.phrases import Reach, longest_phrase_at, phrase_key, reach_from

__all__ = [
    "EventType",
    "Trigger",
    "all_triggers",
    "is_in_family",
    "is_in_set",
    "is_light_verb",
    "mode_by_complement",
    "noun_triggers_at",
    "verb_triggers",
]


EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """One sense of a word that tells of an event.

    Attributes:
        lemma: "withdraw", "air strike".
        part: verb or noun.
        type: PLOVER event type.
        mode: PLOVER mode.
        contexts: PLOVER contexts.
        sources: Where the actor stands with a noun: by, poss, poss_of (its owner, if "of" says to whom), of, from, between, adj
            ("Russian attack"). A verb's is its subject.
        targets: Where the recipient stands, the likeliest first: obj, iobj, subj, clause (the subject of the clause that depends on
            it), owner (who owns the object), or a preposition.
        objects: Nouns one of which must be the verb's object, singular; empty for any or none.
        near: Words one of which must depend on the verb: particles, prepositions, nouns behind them.
        next: Words one of which must stand right behind the verb: "called on", "stepped down"; empty for any.
        subjects: Nouns one of which must be the verb's subject; empty for any.
        clause: Whether a clause must depend on the verb (has), one neither denied nor open (held), one that is to be done (asked),
            an infinitive (to), one that says what must be done (must) or will be (will), neither (none), none but one of what
            is to come (ahead), or all are well ("").
        party: Whether its object must be somebody: "release" a person, not a report.
        mutual: Whether both sides do the same: "met", "signed an agreement".
        weak: Whether it is an event only with both its parties: "the agreement" alone is none.
        martial: Whether it is one only between those who fight: candidates attack each other with words.
        official: Whether only a state or its bodies do it: governments protest by a note, people in the street.
    """

    lemma: str
    part: Literal["verb", "noun"]
    type: EventType
    mode: str | None
    contexts: tuple[str, ...]
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    objects: frozenset[str]
    near: frozenset[str]
    next: frozenset[str]
    subjects: frozenset[str]
    clause: Literal["has", "held", "asked", "to", "must", "will", "none", "ahead", ""]
    party: bool
    mutual: bool
    weak: bool
    martial: bool
    official: bool


@lru_cache(maxsize=16_384)
def verb_triggers(form: str) -> tuple[Trigger, ...]:
    """Return the senses of a verb in any of its forms, in the order in which they are to be tried."""
    return _by_form("verb").get(phrase_key(form), ())


def noun_triggers_at(words: Sequence[str], start: int) -> tuple[tuple[Trigger, ...], int] | None:
    """Find the longest noun or compound that starts at a word ("air strikes"): its senses and its end (exclusive)."""
    if not _begins_noun(words[start]):
        return None
    known = _by_form("noun")
    found = longest_phrase_at(words, start, known, most=_reach())
    return (known[found[0]], found[1]) if found else None


def is_light_verb(form: str) -> bool:
    """Tell whether a verb in any of its forms lends its subject to the noun that is its object: "held" talks."""
    return phrase_key(form) in _light()


def mode_by_complement(event_type: str, word: str) -> str | None:
    """Return the mode of what is asked for, refused or threatened, by a word that says what: "release" is yield.

    Args:
        event_type: REQUEST, REJECT or THREATEN.
        word: A verb in its base form, or a noun in the singular.
    """
    return next(
        (row["mode"] for row in _complements() if event_type in row["types"] and word in row["complement"]), None
    )


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(rows("triggers"))


@cache
def _complements() -> tuple[Row, ...]:
    return tuple(row for row in _rows() if "complement" in row)


def is_in_set(name: str, noun: str) -> bool:
    """Tell whether a noun, singular and in lower case, is in one of the table's sets: fighters, land, troops, weapons."""
    return noun in _sets()[name]


def is_in_family(noun: str) -> bool:
    """Tell whether a noun, singular and in lower case, is of somebody's private people: kin and friends.

    Not one that people are called by for themselves: children, widows, relatives and twins who are killed are victims.
    """
    return (kin_of_noun(noun) is not None and noun not in _BY_THEMSELVES) or is_in_set("family", noun)


_BY_THEMSELVES = frozenset("child grandchild relative widow widower twin orphan descendant".split())


def all_triggers() -> tuple[Trigger, ...]:
    """Return all senses in the order of the table."""
    return _table()


@cache
def _reach() -> Reach:
    return reach_from(_by_form("noun"))


@lru_cache(maxsize=16_384)
def _begins_noun(word: str) -> bool:
    return _reach()(phrase_key(word)) > 0


@cache
def _light() -> frozenset[str]:
    forms = _forms()
    lemmas = [lemma for row in _rows() if row.get("part") == "light" for lemma in row.get("triggers", ())]
    return frozenset(phrase_key(form) for lemma in lemmas for form in forms["verb", lemma])


@cache
def _forms() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return all forms of each word, itself first."""
    return {(row["part"], row["word"]): (row["word"], *row["forms"]) for row in _rows() if "word" in row}


@cache
def _table() -> tuple[Trigger, ...]:
    sets = _sets()
    senses = (row for row in _rows() if "type" in row)
    return tuple(_trigger_from_row(lemma, row, sets) for row in senses for lemma in row["triggers"])


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {row["set"]: frozenset(row["words"]) for row in _rows() if "set" in row}


@cache
def _by_form(part: str) -> dict[str, tuple[Trigger, ...]]:
    forms = _forms()
    found: dict[str, list[Trigger]] = {}
    for trigger in _table():
        if trigger.part == part:
            for key in dict.fromkeys(map(phrase_key, forms[part, trigger.lemma])):
                found.setdefault(key, []).append(trigger)
    return {key: tuple(senses) for key, senses in found.items()}


def _trigger_from_row(lemma: str, row: Row, sets: dict[str, frozenset[str]]) -> Trigger:
    def words(names: Iterable[str]) -> frozenset[str]:
        return frozenset(word for name in names for word in sets.get(name, (name,)))

    return Trigger(
        lemma=lemma,
        part=row["part"],
        type=row["type"],
        mode=row.get("mode"),
        contexts=tuple(row.get("contexts", ())),
        sources=tuple(row.get("from", ())),
        targets=tuple(row["to"]),
        objects=words(row.get("objects", ())),
        near=words(row.get("near", ())),
        next=frozenset(row.get("next", ())),
        subjects=words(row.get("by", ())),
        clause=row.get("clause", ""),
        party=row.get("party", False),
        mutual=row.get("mutual", False),
        weak=row.get("weak", False),
        martial=row.get("martial", False),
        official=row.get("official", False),
    )
