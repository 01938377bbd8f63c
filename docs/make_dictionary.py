# SPDX-License-Identifier: Apache-2.0
"""Fill the data dictionary in `docs/exports.md` with the columns that the tables have now.

python -m docs.make_dictionary
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from readout.export.tables.dictionary import dictionary_rows
from readout.export.tables.forms import TABLES

__all__ = ["dictionary", "filled"]

PAGE = Path(__file__).with_name("exports.md")
_BEGIN = "<!-- The columns: made by docs/make_dictionary.py -->\n"
_END = "<!-- End of the columns -->\n"


def dictionary() -> str:
    """Return the columns of each table in Markdown."""
    about = {table.name: table.about for table in TABLES}
    pieces = []
    for name, rows in groupby(dictionary_rows(), key=lambda row: row[0]):
        lines = [f"| `{column}` | {kind} | {words} |\n" for _, column, kind, _, _, words in rows]
        pieces.append(
            f"\n### `{name}`\n\n{about[name]}\n\n| column | type | what it holds |\n|---|---|---|\n{''.join(lines)}"
        )
    return "".join(pieces)


def filled(page: str) -> str:
    """Return the page with the columns as they are now."""
    before, _, rest = page.partition(_BEGIN)
    _, _, after = rest.partition(_END)
    return f"{before}{_BEGIN}{dictionary()}\n{_END}{after}"


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
