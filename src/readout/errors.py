# SPDX-License-Identifier: Apache-2.0
"""How Readout says no.

    ReadoutError
    ├── SourceError   what was given cannot be read as a report: fix or replace the input
    ├── ModelError    the packaged model is missing, damaged or of another make: install again
    ├── SchemaError   a record does not have the form of `docs/record.md`: report it
    ├── ArchiveError  the archive cannot be reached, is of another make, or is not whole: mend it, or open another
    └── ConfigError   an option or setting is not one that Readout knows: fix the call

Every message says what was found, what was expected and what to do next.
"""

from __future__ import annotations

__all__ = ["ArchiveError", "ConfigError", "ModelError", "ReadoutError", "SchemaError", "SourceError"]


class ReadoutError(Exception):
    """The root of every error that Readout raises on purpose."""


class SourceError(ReadoutError):
    """What was given cannot be read as a news report."""


class ModelError(ReadoutError):
    """The model's folder is missing, damaged or not of the expected make."""


class SchemaError(ReadoutError):
    """A record does not have the published form."""


class ArchiveError(ReadoutError):
    """The archive cannot be reached, is of another make, or is not whole."""


class ConfigError(ReadoutError):
    """An option or setting is not one that Readout knows."""
