# SPDX-License-Identifier: Apache-2.0
"""Score a whole record against one that a person made by hand.

A record is taken as its JSON form, so that nothing here leans on the code that made it. Five kinds of facts are counted:

- part: the gold part is there, with its kind, its characters overlapping by 0.8 or more;
- entity: some entity goes by one of its names; "entity not split": exactly one does; "entity country", "entity sector"
  where the gold record has them;
- statement: its content overlaps the gold content by 0.5 or more; then each field that the gold record fills is a fact
  of its own ("statement speaker", "statement relay", …), wrong where the statement was not found;
- event: it has one of the gold event's types, and its evidence shares a character with the gold evidence or both sides are
  right; then its parties (evidence and both sides, or these exchanged where they are alike), its status, and date, mode and
  duration where the gold event has them;
- contact: one of its day with all its parties; then its medium, and the date of the one before and who sought it where the
  gold contact has them.

Overlaps are F1 over characters. Names are compared without case, accents, punctuation and leading article.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["KINDS", "Score", "name_key", "score"]

KINDS = ("part", "entity", "statement", "event", "contact")

_FOUND = 6  # of `_rank`: the type, and the place or both sides
_ARTICLE = re.compile(r"^(?:the|a) ")

Spans = Sequence[Sequence[int]]
SameEntity = Callable[[str | None, str], bool]


@dataclass(slots=True)
class Score:
    """How many gold facts a record has right, by kind ("statement speaker"), and which it misses.

    Attributes:
        right: Facts that are right.
        total: Facts there are.
        misses: A line for each fact that is wrong.
        beyond: Statements of the record that are no gold statement.
    """

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    beyond: int = 0

    def count(self, kind: str, right: bool, what: str) -> None:
        """Count one fact."""
        self.total[kind] += 1
        self.right[kind] += right
        if not right:
            self.misses.append(f"{kind}: {what}")

    def add(self, other: Score) -> None:
        """Add another record's facts."""
        self.right += other.right
        self.total += other.total
        self.misses += other.misses
        self.beyond += other.beyond

    def share(self, lead: str = "") -> float:
        """Return the share of facts that are right, 0 to 1, among the kinds beginning with `lead`."""
        total = sum(number for kind, number in self.total.items() if kind.startswith(lead))
        return sum(number for kind, number in self.right.items() if kind.startswith(lead)) / total if total else 0.0


def score(record: Mapping[str, Any], gold: Mapping[str, Any], kinds: Iterable[str] = KINDS) -> Score:
    """Score a record.

    Args:
        record: The record, as its JSON form.
        gold: The record made by hand, as `examples/*/gold.json` has it.
        kinds: Which of `KINDS` to count.

    Raises:
        ValueError: If a kind is none of them.
    """
    found = Score()
    same = _identity(record, gold)
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"found the kind of facts '{kind}', expected one of: {', '.join(KINDS)}")
        _SCORERS[kind](found, record, gold, same)
    return found


def name_key(name: str | None) -> str:
    """Return what two spellings of one name have in common."""
    plain = unicodedata.normalize("NFKD", name or "").casefold().replace("’", "'")
    plain = " ".join(re.sub(r"[^\w\s']|_", "", plain).split())
    return _ARTICLE.sub("", plain)


def _names(entity: Mapping[str, Any]) -> set[str]:
    return {name_key(name) for name in (entity.get("name"), *entity.get("aliases", ())) if name}


def _identity(record: Mapping[str, Any], gold: Mapping[str, Any]) -> SameEntity:
    """Return a function that tells whether an entity of the record, by id, is the gold one, by key."""
    names = {entity["id"]: _names(entity) for entity in record.get("entities", ())}
    own = {entity["id"]: name_key(entity.get("name")) for entity in record.get("entities", ())}

    def same(identifier: str | None, key: str) -> bool:
        if identifier not in names:
            return False
        if key not in gold["entities"]:  # a name that stands for itself
            return key in own[identifier]
        return bool(names[identifier] & _names(gold["entities"][key]))

    return same


def _overlap(left: Spans | None, right: Spans | None) -> float:
    ours, theirs = ({at for start, end in spans or () for at in range(start, end)} for spans in (left, right))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _score_parts(found: Score, record: Mapping[str, Any], gold: Mapping[str, Any], _: SameEntity) -> None:
    for wanted in gold["parts"]:
        like = [part for part in record["report"].get("parts", ()) if part["kind"] == wanted["kind"]]
        best = max((_overlap([wanted["span"]], [(part["start"], part["end"])]) for part in like), default=0.0)
        found.count("part", best >= 0.8, wanted["kind"])


def _score_entities(found: Score, record: Mapping[str, Any], gold: Mapping[str, Any], same: SameEntity) -> None:
    for key, wanted in gold["entities"].items():
        pieces = [entity for entity in record.get("entities", ()) if same(entity["id"], key)]
        found.count("entity", bool(pieces), key)
        found.count("entity not split", len(pieces) == 1, f"{key} is {len(pieces)} entities")
        for field_name in ("country", "sector"):
            if wanted.get(field_name):
                got = pieces[0].get(field_name) if pieces else None
                what = f"{key} has {got}, expected {wanted[field_name]}"
                found.count(f"entity {field_name}", got == wanted[field_name], what)


def _score_statements(found: Score, record: Mapping[str, Any], gold: Mapping[str, Any], same: SameEntity) -> None:
    left = dict(enumerate(record.get("statements", ())))
    for wanted in gold["statements"]:
        overlaps = {index: _overlap(got["content"], wanted["content"]) for index, got in left.items()}
        # Of statements in the same words, each of another speaker, that of the wanted one.
        ranks = {i: (overlap, same(left[i].get("speaker"), wanted["speaker"]), i) for i, overlap in overlaps.items()}
        best = max(ranks, key=ranks.__getitem__, default=None)
        taken = best is not None and overlaps[best] >= 0.5
        got = left.pop(best) if best is not None and taken else {}
        label = f"{wanted['id']} {(wanted.get('content_text') or [''])[0][:40]}"
        found.count("statement", taken, label)
        for name, right in _fields(got, wanted, same).items():
            found.count(f"statement {name}", right, label)
    found.beyond += len(left)


def _fields(got: Mapping[str, Any], wanted: Mapping[str, Any], same: SameEntity) -> dict[str, bool]:
    """Return, for each field that the gold statement fills, whether the found one has it right."""
    channel = got.get("channel") or {}
    fields: dict[str, tuple[object, Callable[[], bool]]] = {
        "kind": (True, lambda: got.get("kind") == wanted["kind"]),
        "speaker": (True, lambda: same(got.get("speaker"), wanted["speaker"])),
        "cue": (wanted.get("cue"), lambda: _overlap(got.get("cue"), wanted["cue"]) >= 0.5),
        "anonymous": (wanted.get("anonymous"), lambda: got.get("anonymous") is True),
        "channel": (wanted.get("channel"), lambda: channel.get("kind") == wanted["channel"]),
        "outlet": (wanted.get("outlet"), lambda: same(channel.get("outlet"), wanted["outlet"])),
        "addressee": (
            wanted.get("addressee"),
            lambda: any(same(one, wanted["addressee"]) for one in got.get("addressees", ())),
        ),
        "relay": (
            wanted.get("relayed_by"),
            lambda: any(same(one, wanted["relayed_by"][0]) for one in got.get("relayed_by", ())),
        ),
        "date": (wanted.get("said"), lambda: got.get("said") == wanted["said"]),
        "nesting": (wanted.get("nested_in"), lambda: got.get("nested_in") is not None),
    }
    return {name: check() for name, (is_told, check) in fields.items() if is_told}


def _score_events(found: Score, record: Mapping[str, Any], gold: Mapping[str, Any], same: SameEntity) -> None:
    left = dict(enumerate(record.get("events", ())))
    for wanted in gold["events"]:
        types = [wanted["type"]] if isinstance(wanted["type"], str) else wanted["type"]
        ranks = {index: _rank(got, wanted, types, same) for index, got in left.items()}
        best = max(ranks, key=lambda index: (ranks[index], index), default=None)
        taken = best is not None and ranks[best] >= _FOUND
        got = left.pop(best) if best is not None and taken else {}
        label = f"{wanted['id']} {'/'.join(types)} {wanted['actors']}→{wanted['recipients']}"
        found.count("event", taken, label)
        found.count("event parties", best is not None and taken and ranks[best] == _FOUND + 2, label)
        found.count("event status", got.get("status") == wanted["status"], f"{label} is {got.get('status')}")
        for name in ("date", "mode", "duration"):
            if wanted.get(name):
                found.count(f"event {name}", got.get(name) == wanted[name], f"{label} has {got.get(name)}")


def _rank(got: Mapping[str, Any], wanted: Mapping[str, Any], types: Sequence[str], same: SameEntity) -> int:
    """Tell how much an event is like the gold one: 4 for its type, 2 for its place in the text, 1 for each side."""
    left, right = wanted["actors"], wanted["recipients"]
    sides = _shares(got.get("actors", ()), left, same) + _shares(got.get("recipients", ()), right, same)
    if wanted.get("symmetric") or got.get("type") == "CONSULT":
        turned = _shares(got.get("recipients", ()), left, same) + _shares(got.get("actors", ()), right, same)
        sides = max(sides, turned)
    return (got.get("type") in types) * 4 + (_overlap(got.get("evidence"), wanted["evidence"]) > 0) * 2 + sides


def _shares(ids: Iterable[str], keys: Sequence[str], same: SameEntity) -> bool:
    """Tell whether one side has one of the gold parties, or the gold event has none there."""
    return not keys or any(same(id, key) for id in ids for key in keys)


def _score_contacts(found: Score, record: Mapping[str, Any], gold: Mapping[str, Any], same: SameEntity) -> None:
    for wanted in gold["contacts"]:
        alike = (
            contact
            for contact in record.get("contacts", ())
            if contact.get("date") == wanted["date"]
            and _is_between(contact.get("parties", ()), wanted["parties"], same)
        )
        got = next(alike, None)
        found.count("contact", got is not None, str(wanted["parties"]))
        got = got or {}
        found.count("contact medium", got.get("medium") == wanted["medium"], f"{wanted['parties']} {got.get('medium')}")
        if wanted["previous"]:
            previous = (got.get("previous") or {}).get("date")
            found.count("contact previous", previous == wanted["previous"], f"{wanted['parties']} {previous}")
        if wanted["initiated_by"]:
            country = (got.get("initiated_by") or {}).get("country")
            found.count("contact initiative", country == wanted["initiated_by"], f"{wanted['parties']} {country}")


def _is_between(ids: Sequence[str], keys: Sequence[str], same: SameEntity) -> bool:
    return len(ids) > 1 and all(any(same(id, key) for id in ids) for key in keys)


_SCORERS: Mapping[str, Callable[[Score, Mapping[str, Any], Mapping[str, Any], SameEntity], None]] = {
    "part": _score_parts,
    "entity": _score_entities,
    "statement": _score_statements,
    "event": _score_events,
    "contact": _score_contacts,
}
