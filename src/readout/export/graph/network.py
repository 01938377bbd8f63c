# SPDX-License-Identifier: Apache-2.0
"""Nodes and edges added up over a collection, in a temporary database on disk, so that memory does not grow with it."""

from __future__ import annotations

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from readout.archive.filters import Kind
from readout.export.characters import writable
from readout.export.graph.ties import Days, Node, Tie, days_of, node_of, ties_of
from readout.record import Record

__all__ = ["Edge", "Network", "Summed"]

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -65536;
PRAGMA temp_store = FILE;
CREATE TABLE nodes (
    id INTEGER PRIMARY KEY, name TEXT, country TEXT, unnamed TEXT, mentions INTEGER, reports INTEGER, first TEXT, last TEXT,
    UNIQUE (name, country, unnamed)
);
CREATE TABLE traits (node INTEGER, kind TEXT, value TEXT, number INTEGER, PRIMARY KEY (node, kind, value)) WITHOUT ROWID;
CREATE TABLE edges (
    source INTEGER, target INTEGER, relation TEXT, type TEXT, status TEXT, weight INTEGER, reports INTEGER, first TEXT, last TEXT,
    PRIMARY KEY (source, target, relation, type, status)
) WITHOUT ROWID;
"""

# The scalar min() and max() are null where one side is: a day that is known counts.
_DAYS = """
first = coalesce(min(first, excluded.first), first, excluded.first),
last = coalesce(max(last, excluded.last), last, excluded.last)
"""
_ADD_NODE = f"""
INSERT INTO nodes (name, country, unnamed, mentions, reports, first, last) VALUES (?, ?, ?, ?, 1, ?, ?)
ON CONFLICT DO UPDATE SET mentions = mentions + excluded.mentions, reports = reports + 1, {_DAYS}
RETURNING id
"""
_ADD_TRAIT = "INSERT INTO traits VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET number = number + excluded.number"
_ADD_EDGE = f"""
INSERT INTO edges VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)
ON CONFLICT DO UPDATE SET weight = weight + excluded.weight, reports = reports + 1, {_DAYS}
"""
_TRAIT = """
(SELECT value FROM traits WHERE traits.node = nodes.id AND traits.kind = '{}' ORDER BY number DESC, value LIMIT 1)
"""
_NODES = f"""
SELECT id, name, country, unnamed, {_TRAIT.format("type")}, {_TRAIT.format("sector")}, mentions, reports, first, last
FROM nodes ORDER BY id
"""
_EDGES = """
SELECT source, target, relation, type, status, weight, reports, first, last FROM edges
ORDER BY source, target, relation, type, status
"""


@dataclass(frozen=True, slots=True)
class Summed:
    """A node of the whole collection.

    Attributes:
        id: Its number, in the order of first appearance.
        label: What to write beside it.
        country: ISO 3166-1 alpha-3 or the code of an intergovernmental organisation.
        type: What the most reports take it for: person, organisation, place, group, other; unnamed.
        sector: The PLOVER sector that the most reports give it.
        mentions: How often it is mentioned.
        reports: In how many reports.
        days: First and last day on which one of those was published.
    """

    id: int
    label: str
    country: str | None
    type: str
    sector: str | None
    mentions: int
    reports: int
    days: Days | None


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the whole collection.

    Attributes:
        source: Number of the node it leads from.
        target: Number of the node it leads to.
        relation: told, spoke_of, relayed, event or contact.
        type: Channel, kind, event type or medium, by the relation.
        status: Of events and contacts.
        weight: How often it was found.
        reports: In how many reports.
        days: From the first to the last day of what was found, as far as known; else of the reports.
    """

    source: int
    target: int
    relation: str
    type: str | None
    status: str | None
    weight: int
    reports: int
    days: Days | None


class Network:
    """A network that records are added to, and that is then read once over."""

    def __init__(self) -> None:
        """Make an empty database."""
        self._folder = tempfile.TemporaryDirectory(prefix="readout-network-")
        self._database = sqlite3.connect(Path(self._folder.name) / "network.sqlite", isolation_level=None)
        self._database.executescript(_SCHEMA)

    def add(self, record: Record, *, only: Kind | None = None) -> None:
        """Add what one record tells of, or `only` its statements, events or contacts."""
        self._database.execute("BEGIN")
        numbers = self._add_nodes(record)
        self._add_edges(Counter(ties_of(record, only=only)), numbers)
        self._database.execute("COMMIT")

    def nodes(self) -> Iterator[Summed]:
        """Yield all nodes, in the order of their numbers."""
        for id, name, country, unnamed, type, sector, mentions, reports, first, last in self._database.execute(_NODES):
            label, days = Node(name, country, unnamed).label, Days(first, last) if first else None
            kind = type if name else "unnamed"
            yield Summed(id, label, country or None, kind, sector or unnamed or None, mentions, reports, days)

    def edges(self) -> Iterator[Edge]:
        """Yield all edges, by source, target, relation, type and status."""
        for source, target, relation, type, status, weight, reports, first, last in self._database.execute(_EDGES):
            days = Days(first, last) if first else None
            yield Edge(source, target, relation, type or None, status or None, weight, reports, days)

    def close(self) -> None:
        """Remove the database."""
        self._database.close()
        self._folder.cleanup()

    def _add_nodes(self, record: Record) -> dict[Node, int]:
        """Add those whom a record names, and return their numbers."""
        published = record.report.published
        days = None if published is None else days_of(published.value)
        mentions: Counter[Node] = Counter()
        traits: Counter[tuple[Node, str, str]] = Counter()
        for entity in record.entities:
            node = node_of(entity)
            if node is None:
                continue
            mentions[node] += len(entity.mentions)
            traits[node, "type", entity.type] += 1
            if entity.sector is not None:
                traits[node, "sector", entity.sector] += 1
        numbers = {node: self._add_node(node, number, days) for node, number in mentions.items()}
        rows = [(numbers[node], kind, writable(value), number) for (node, kind, value), number in traits.items()]
        self._database.executemany(_ADD_TRAIT, rows)
        return numbers

    def _add_node(self, node: Node, mentions: int, days: Days | None) -> int:
        key = (writable(node.name), writable(node.country), writable(node.sector))
        ((id,),) = self._database.execute(_ADD_NODE, (*key, mentions, *_pair(days))).fetchall()
        return int(id)

    def _add_edges(self, ties: Counter[Tie], numbers: dict[Node, int]) -> None:
        """Add the ties of one record: those that differ in nothing but their days are one edge, found once in it."""
        found: dict[tuple[int, int, str, str, str], tuple[int, Days | None]] = {}
        for tie, number in ties.items():
            kind = (tie.relation, writable(tie.type), tie.status)
            key = (numbers[tie.source], numbers[tie.target], *kind)
            weight, days = found.get(key, (0, None))
            found[key] = (weight + number, _widest(days, tie.days))
        rows = ((*key, weight, *_pair(days)) for key, (weight, days) in found.items())
        self._database.executemany(_ADD_EDGE, rows)


def _widest(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return one or other
    return Days(min(one.first, other.first), max(one.last, other.last))


def _pair(days: Days | None) -> tuple[str | None, str | None]:
    return (None, None) if days is None else (days.first, days.last)
