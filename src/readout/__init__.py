# SPDX-License-Identifier: Apache-2.0
"""Readout puts the news on record: who said what to whom, through which channel and by whose relay.

    import readout

    record = readout.read(text, published="2022-05-13")
    for statement in record.statements:
        print(statement.speaker, statement.kind)

Importing the package does no work: every public name is fetched from its room when it is first asked for
(PEP 562), so neither numpy nor the model is loaded before something is read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readout.archive import Archive
    from readout.errors import ArchiveError, ConfigError, ModelError, ReadoutError, SchemaError, SourceError
    from readout.model import Model
    from readout.pipeline import read, read_many
    from readout.record import Channel, Entity, Record, Statement
    from readout.report import Published, Report
    from readout.text import Span
    from readout.version import __version__

__all__ = [
    "Archive",
    "ArchiveError",
    "Channel",
    "ConfigError",
    "Entity",
    "Model",
    "ModelError",
    "Published",
    "ReadoutError",
    "Record",
    "Report",
    "SchemaError",
    "SourceError",
    "Span",
    "Statement",
    "__version__",
    "read",
    "read_many",
]

_ROOMS = {
    "readout.archive": ("Archive",),
    "readout.errors": ("ArchiveError", "ConfigError", "ModelError", "ReadoutError", "SchemaError", "SourceError"),
    "readout.model": ("Model",),
    "readout.pipeline": ("read", "read_many"),
    "readout.record": ("Channel", "Entity", "Record", "Statement"),
    "readout.report": ("Published", "Report"),
    "readout.text": ("Span",),
    "readout.version": ("__version__",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

if not TYPE_CHECKING:  # a type checker that saw it would take every misspelt name for an object

    def __getattr__(name: str) -> object:
        """Fetch a public name from its room, once; afterwards it is an ordinary attribute."""
        if name not in _ROOM_OF:
            raise AttributeError(f"module 'readout' has no attribute {name!r}; it has: {', '.join(__all__)}")
        value: object = getattr(import_module(_ROOM_OF[name]), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
