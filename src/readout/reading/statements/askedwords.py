# SPDX-License-Identifier: Apache-2.0
"""The participles for somebody who is asked something: "asked", "pressed"; and for whoever answers in an interview or a poll."""

from __future__ import annotations

__all__ = ["ASKED", "INTERVIEWED", "POLLED"]

ASKED = frozenset("asked pressed questioned quizzed".split())
INTERVIEWED = ASKED | {"interviewed"}
POLLED = INTERVIEWED | {"polled", "surveyed"}
