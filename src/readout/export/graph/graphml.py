# SPDX-License-Identifier: Apache-2.0
"""The network as GraphML, for NetworkX, igraph, yEd and Gephi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from readout.export.characters import xml_text
from readout.export.graph.network import Edge, Network, Summed
from readout.export.kept import Kept

__all__ = ["GraphMl"]

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""

_NODE_DATA = {
    "label": "string", "country": "string", "type": "string", "sector": "string", "mentions": "long", "reports": "long",
    "first": "string", "last": "string",
}  # fmt: skip
_EDGE_DATA = {
    "relation": "string", "type": "string", "status": "string", "weight": "long", "reports": "long", "first": "string",
    "last": "string",
}  # fmt: skip


class GraphMl:
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
        self._file.writelines(_keys("node", _NODE_DATA))
        self._file.writelines(_keys("edge", _EDGE_DATA))
        self._file.write('<graph id="readout" edgedefault="directed">\n')
        self._file.writelines(map(_node, self._network.nodes()))
        self._file.writelines(_edge(number, edge) for number, edge in enumerate(self._network.edges(), 1))
        self._file.write("</graph>\n</graphml>\n")

    def close(self) -> None:
        """Let go of the database."""
        self._network.close()


def _keys(what: str, data: dict[str, str]) -> Iterator[str]:
    for name, type in data.items():
        yield f'<key id="{what}_{name}" for="{what}" attr.name="{name}" attr.type="{type}"/>\n'


def _node(node: Summed) -> str:
    first, last = (None, None) if node.days is None else (node.days.first, node.days.last)
    values = (node.label, node.country, node.type, node.sector, node.mentions, node.reports, first, last)
    data = dict(zip(_NODE_DATA, values, strict=True))
    return f'<node id="n{node.id}">{"".join(_data("node", data))}</node>\n'


def _edge(number: int, edge: Edge) -> str:
    first, last = (None, None) if edge.days is None else (edge.days.first, edge.days.last)
    values = (edge.relation, edge.type, edge.status, edge.weight, edge.reports, first, last)
    data = dict(zip(_EDGE_DATA, values, strict=True))
    ends = f'id="e{number}" source="n{edge.source}" target="n{edge.target}"'
    return f"<edge {ends}>{''.join(_data('edge', data))}</edge>\n"


def _data(what: str, data: dict[str, str | int | None]) -> Iterator[str]:
    """Yield the values that are known."""
    for name, value in data.items():
        if value is not None:
            yield f'<data key="{what}_{name}">{xml_text(str(value))}</data>'
