# SPDX-License-Identifier: Apache-2.0
"""What is said where a library of an extra is not installed."""

from __future__ import annotations

from readout.errors import ConfigError

__all__ = ["missing_archive"]


def missing_archive(what: str, error: ImportError) -> ConfigError:
    """Return the error that names the extra to install.

    Args:
        what: What was asked for: "reading a page".
        error: What the import said.

    Returns:
        To be raised from `error`.
    """
    return ConfigError(
        f"{what} needs the libraries of the archive ('{error.name}' is not installed); run: pip install 'readout-news[archive]'"
    )
