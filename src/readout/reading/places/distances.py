# SPDX-License-Identifier: Apache-2.0
"""How near is near: the distances, in kilometres, by which places are told to belong together."""

from __future__ import annotations

__all__ = ["BY_MIDDLE_KM", "COUNTY_KM", "NEAR_KM"]

NEAR_KM = 161.0
"""A hundred miles: two towns that one report names by each other, and how far off a point still counts as right."""

COUNTY_KM = 50.0
"""From the middle of a county to a town that lies in it."""

BY_MIDDLE_KM = 35.0
"""The same, for a town that says of the county that it is meant: farther off it may lie in the next one."""
