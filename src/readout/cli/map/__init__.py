# SPDX-License-Identifier: Apache-2.0
"""A map of a report's places: an HTML page that asks for nothing, or a PNG."""

from readout.cli.map.files import write_map

__all__ = ["write_map"]
