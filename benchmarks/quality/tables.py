# SPDX-License-Identifier: Apache-2.0
"""Tables of figures: what a measure gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["TOTAL", "Table", "draw", "figures_of", "pinned_of"]

TOTAL = "all"  # the row over everything


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows and columns.

    Attributes:
        name: Corpus and, where it has several tables, what is measured: "polnear/words".
        rows: Figures by row and column. Shares are fractions, 0 to 1; numbers are ints.
        pinned: Columns with floors: of the row "all", or of every row where there is no such row.
        note: What a reader should know.
    """

    name: str
    rows: Mapping[str, Mapping[str, float]]
    pinned: Sequence[str] = ()
    note: str = ""


def figures_of(tables: Iterable[Table]) -> dict[str, float]:
    """Return every figure by its full name: "polnear/words/all/content F1"."""
    return {
        f"{table.name}/{row}/{column}": round(value, 5)
        for table in tables
        for row, columns in table.rows.items()
        for column, value in columns.items()
    }


def pinned_of(tables: Iterable[Table]) -> dict[str, float]:
    """Return the figures that have floors, by their full names."""
    return {
        f"{table.name}/{row}/{column}": round(table.rows[row][column], 5)
        for table in tables
        for row in ([TOTAL] if TOTAL in table.rows else table.rows)
        for column in table.pinned
    }


def draw(table: Table) -> str:
    """Write a table out, aligned; shares in percent."""
    columns = list(dict.fromkeys(column for row in table.rows.values() for column in row))
    lines = [
        [table.name, *columns],
        *([label, *(_cell(row.get(column)) for column in columns)] for label, row in table.rows.items()),
    ]
    widths = [max(len(line[i]) for line in lines) for i in range(len(columns) + 1)]
    drawn = [
        "  ".join(
            cell.rjust(width) if i else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    ]
    drawn.insert(1, "-" * len(drawn[0]))
    return "\n".join([*drawn, *([f"({table.note})"] if table.note else [])])


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{100 * value:.1f}"
