# SPDX-License-Identifier: Apache-2.0
"""Score a whole record against one that a person made by hand.

A record is taken as its JSON form, so that nothing here leans on the code that made it. Three kinds of facts are
counted, those that records hold today:

- part: the gold part is there, with its kind, its characters overlapping by 0.8 or more;
- entity: some entity goes by one of its names; "entity not split": exactly one does; "entity country", "entity sector"
  where the gold record has them;
- statement: its content overlaps the gold content by 0.5 or more; then each field that the gold record fills is a fact
  of its own ("statement speaker", "statement relay", …), wrong where the statement was not found.

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

KINDS = ("part", "entity", "statement")

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
        gold: The record made by hand, as `examples/README.md` describes it.
        kinds: Which of `KINDS` to count.

    Raises:
        ValueError: If a kind is none of them.
    """
    found = Score()
    same = _identity(record, gold)
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"found the kind of facts '{kind}', expected one of: {', '.join(KINDS)}")
        if kind == "part":
            _score_parts(found, record, gold)
        elif kind == "entity":
            _score_entities(found, record, gold, same)
        else:
            _score_statements(found, record, gold, same)
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


def _score_parts(found: Score, record: Mapping[str, Any], gold: Mapping[str, Any]) -> None:
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
        best = max(overlaps, key=lambda index: (overlaps[index], index), default=None)
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
