# SPDX-License-Identifier: Apache-2.0
"""The network as GEXF 1.2, for Gephi: dynamic, each node and edge with its days, so that its timeline works.

What has no day has no bounds, which GEXF takes for "always". There is no date of modification, for the same records give the
same file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO

from readout.export.characters import xml_attribute
from readout.export.graph.network import Edge, Network, Summed
from readout.export.graph.ties import Days
from readout.export.kept import Kept

__all__ = ["Gexf"]

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
<meta><creator>Readout</creator></meta>
<graph mode="dynamic" timeformat="date" defaultedgetype="directed">
"""

_NODE_DATA = {"country": "string", "type": "string", "sector": "string", "mentions": "long", "reports": "long"}
_EDGE_DATA = {"relation": "string", "type": "string", "status": "string", "reports": "long"}


class Gexf:
    """Adds records up, and writes the network at the end."""

    def __init__(self, file: TextIO) -> None:
        """Take the open file."""
        self._file = file
        self._network = Network()

    def put(self, kept: Kept) -> None:
        """Add one record."""
        self._network.add(kept.record, only=kept.only)

    def end(self) -> None:
        """Write the network."""
        self._file.write(_HEAD)
        self._file.writelines(_attributes("node", _NODE_DATA))
        self._file.writelines(_attributes("edge", _EDGE_DATA))
        self._file.write("<nodes>\n")
        self._file.writelines(map(_node, self._network.nodes()))
        self._file.write("</nodes>\n<edges>\n")
        self._file.writelines(_edge(number, edge) for number, edge in enumerate(self._network.edges(), 1))
        self._file.write("</edges>\n</graph>\n</gexf>\n")

    def close(self) -> None:
        """Let go of the database."""
        self._network.close()


def _attributes(what: str, data: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{what}" mode="static">\n'
    for name, type in data.items():
        yield f'<attribute id="{what}_{name}" title="{name}" type="{type}"/>\n'
    yield "</attributes>\n"


def _node(node: Summed) -> str:
    values = (node.country, node.type, node.sector, node.mentions, node.reports)
    data = _values("node", dict(zip(_NODE_DATA, values, strict=True)))
    return f'<node id="n{node.id}" label={xml_attribute(node.label)}{_bounds(node.days)}>{data}</node>\n'


def _edge(number: int, edge: Edge) -> str:
    data = _values("edge", dict(zip(_EDGE_DATA, (edge.relation, edge.type, edge.status, edge.reports), strict=True)))
    label = xml_attribute(" ".join(filter(None, (edge.relation, edge.type))))
    ends = f'source="n{edge.source}" target="n{edge.target}" label={label} weight="{edge.weight}"'
    return f'<edge id="e{number}" {ends}{_bounds(edge.days)}>{data}</edge>\n'


def _bounds(days: Days | None) -> str:
    return "" if days is None else f' start="{days.first}" end="{days.last}"'


def _values(what: str, data: Mapping[str, str | int | None]) -> str:
    """Return the values that are known."""
    known = (
        f'<attvalue for="{what}_{name}" value={xml_attribute(str(value))}/>'
        for name, value in data.items()
        if value is not None
    )
    return f"<attvalues>{''.join(known)}</attvalues>"
