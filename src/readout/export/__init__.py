# SPDX-License-Identifier: Apache-2.0
"""The loading dock: records in the forms that other programs read, one module for each. Nothing is decided or added here.

An exporter takes records one by one (`put`) and holds none of them for longer than it must, so that a collection of any size
can go out. The list of formats stands in `formats`; `write_export` writes a file or folder whole or not at all. The same
records give the same bytes.
"""

from __future__ import annotations

from readout.export.drafts import check_place
from readout.export.formats import (
    FORMATS,
    FileFormat,
    FolderFormat,
    Format,
    Streaming,
    Writing,
    format_named,
    write_export,
)
from readout.export.icews import ICEWS_COLUMNS, icews_rows
from readout.export.kept import Exporter, Kept
from readout.export.plover import plover_events

__all__ = [
    "FORMATS",
    "ICEWS_COLUMNS",
    "Exporter",
    "FileFormat",
    "FolderFormat",
    "Format",
    "Kept",
    "Streaming",
    "Writing",
    "check_place",
    "format_named",
    "icews_rows",
    "plover_events",
    "write_export",
]
