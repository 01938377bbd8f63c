# SPDX-License-Identifier: Apache-2.0
"""Compare the entities that are found with a case of `tests/corpus/entities.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from readout.model import Model
from readout.reading.coreference.entities import Directory, Entity, find_entities
from readout.reading.coreference.mentions import find_mentions
from readout.reading.encoding import Encoding, encode
from readout.reading.trees.syntax import find_sentences, parse
from readout.text import Span

if TYPE_CHECKING:
    from tests.support.corpus import Shaken

__all__ = ["compare", "load"]

CASES = Path(__file__).resolve().parents[1] / "corpus" / "entities.yaml"
# Who "I" is in a quotation is found by the statements, from who speaks.
_DEICTIC = {"I", "me", "my", "we", "us", "our", "you", "your"}


def load() -> list[dict[str, Any]]:
    """Return the cases."""
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return cases


def compare(model: Model | Shaken, case: Mapping[str, Any]) -> list[tuple[str, bool, str]]:
    """Compare one case: for each fact its field, whether it came out right, and what was found."""
    encoding = encode(model, case["text"])  # type: ignore[arg-type]
    syntax = parse(encoding, find_sentences(encoding))
    entities = find_entities(encoding, syntax, find_mentions(encoding, syntax))
    found = _Found(encoding, Directory(entities, syntax), case)
    facts = [fact for wanted in case["expected"] for fact in _compare(found, wanted)]
    for one, other in case.get("not_same", ()):
        facts.append(("not same", not (found.of(one) & found.of(other)), f"'{one}' and '{other}' are one"))
    names = {entity.name for entity in entities}
    facts += [("absent", name not in names, f"there is an entity '{name}'") for name in case.get("absent", ())]
    return facts


class _Found:
    def __init__(self, encoding: Encoding, directory: Directory, case: Mapping[str, Any]) -> None:
        self._encoding, self._directory = encoding, directory
        strings = {m for wanted in case["expected"] for m in wanted["mentions"]} | {
            m for pair in case.get("not_same", ()) for m in pair
        }
        self._places = {string: list(_places(encoding.text, string)) for string in strings}

    def of(self, string: str) -> set[str]:
        """Return the ids of the entities that a string stands for, where it is not inside a longer string listed."""
        return {entity.id for entity in self.entities(string)}

    def entities(self, string: str) -> list[Entity]:
        mine = [p for p in self._places[string] if not self._is_inside_another(string, p)]
        entities = [self._entity(place) for place in mine or self._places[string]]
        return [entity for entity in entities if entity is not None]

    def _is_inside_another(self, string: str, place: Span) -> bool:
        return any(
            len(other) > len(string) and any(p.contains(place) for p in ps) for other, ps in self._places.items()
        )

    def _entity(self, place: Span) -> Entity | None:
        words = [i for i, span in enumerate(self._encoding.spans) if span.overlaps(place)]
        return self._directory.of_words(words[0], words[-1] + 1)


def _places(text: str, string: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<!\w){re.escape(string)}(?!\w)", text):
        yield Span(*match.span())


def _compare(found: _Found, wanted: Mapping[str, Any]) -> Iterator[tuple[str, bool, str]]:
    mentions = [m for m in wanted["mentions"] if m not in _DEICTIC]
    entities = [entity for m in mentions for entity in found.entities(m)]
    label = wanted["name"] or mentions[0]
    yield "entity", bool(entities), f"{label}: not found"
    if not entities:
        return
    ids = [entity.id for entity in entities]
    entity = next(e for e in entities if e.id == max(ids, key=ids.count))
    for mention in mentions:
        yield "mention", entity.id in found.of(mention), f"{label}: '{mention}' is another's or nobody's"
    yield "type", entity.type == wanted["type"], f"{label}: type is {entity.type}"
    names = {_plain(n) for n in (entity.name, *entity.aliases) if n}
    if wanted["name"] is None:
        yield "name", entity.name is None, f"{label}: has the name {entity.name}"
    else:
        yield "name", _plain(wanted["name"]) in names, f"{label}: name is {entity.name}, aliases {entity.aliases}"
    for field in ("country", "sector"):
        if field in wanted:
            yield field, getattr(entity, field) == wanted[field], f"{label}: {field} is {getattr(entity, field)}"
    titles = {role.title.lower() for role in entity.roles}
    for role in wanted.get("roles", ()):
        yield "role", role.lower() in titles, f"{label}: roles are {sorted(titles)}, not {role}"
    yield "anonymous", entity.anonymous == wanted.get("anonymous", False), f"{label}: anonymous is {entity.anonymous}"


def _plain(name: str) -> str:
    return re.sub(r"^(the|a|an) ", "", name.lower())
