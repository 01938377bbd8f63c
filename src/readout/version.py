# SPDX-License-Identifier: Apache-2.0
"""The version, in the one place that the build, the records and the command line all read."""

from __future__ import annotations

__all__ = ["__version__"]

__version__ = "0.1.0"
